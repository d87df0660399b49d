//! The files under `rules/`, read and sorted by what they are.

use super::complaint::{Complaint, Source};
use super::source::{
    AttributeFile, CategoriesFile, ControlFile, FamilyFile, ListFile, NotesFile, ReviewFile,
    SettingsFile,
};
use crate::rule::terms::Units;
use std::collections::BTreeMap;
use toml::Spanned;

/// Everything under `rules/`, before names are resolved.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    pub(crate) settings: Option<SettingsFile>,
    pub(crate) categories: Option<CategoriesFile>,
    pub(crate) lists: BTreeMap<String, ListFile>,
    pub(crate) units: Units,
    pub(crate) units_text: String,
    pub(crate) attributes: BTreeMap<String, Item<AttributeFile>>,
    pub(crate) families: BTreeMap<String, Item<FamilyFile>>,
    pub(crate) controls: BTreeMap<String, Item<ControlFile>>,
    pub(crate) notes: Vec<(Source, NotesFile)>,
    pub(crate) reviews: Vec<(Source, ReviewFile)>,
    /// List -> entry -> leaf paragraphs in the law's order (one empty path: no paragraphs).
    pub(crate) outline: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Files about licensing.
    pub(crate) licensing: Vec<Source>,
    /// Files about risk.
    pub(crate) risk: Vec<Source>,
    /// Files for other readers (synonyms, crosswalk).
    pub(crate) others: Vec<Source>,
    pub(crate) complaints: Vec<Complaint>,
}

/// A definition and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Item<T> {
    pub(crate) source: Source,
    /// Byte position.
    pub(crate) at: usize,
    pub(crate) value: T,
}

impl Folder {
    /// Sorts files by their path under `rules/`.
    pub(crate) fn read(files: Vec<Source>) -> Folder {
        let mut folder = Folder::default();
        for source in files {
            folder.file(source);
        }
        folder
    }

    fn file(&mut self, source: Source) {
        let path = source.file.clone();
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["units.tsv"] => self.units(&source),
            ["settings.toml"] => self.settings = self.whole(&source),
            ["categories.toml"] => self.categories = self.whole(&source),
            ["lists.toml"] => {
                if let Some(lists) = self.whole(&source) {
                    self.lists = lists;
                }
            }
            ["review.toml"] => {
                if let Some(file) = self.whole(&source) {
                    self.reviews.push((source, file));
                }
            }
            ["attributes", _] => {
                let items = self.items(&source);
                add(
                    &mut self.attributes,
                    &mut self.complaints,
                    "attribute",
                    items,
                );
            }
            ["families", _] => {
                let items = self.items(&source);
                add(&mut self.families, &mut self.complaints, "family", items);
            }
            ["controls", .., name] if name.ends_with(".toml") => {
                if let Some(control) = self.whole::<ControlFile>(&source) {
                    let id = control.id.get_ref().clone();
                    let at = control.id.span().start;
                    if *name != format!("{id}.toml") {
                        self.complaints.push(source.complaint(
                            at,
                            "id",
                            &format!("`{id}` stands in the file `{name}`"),
                            "name the file after the entry",
                        ));
                    }
                    let item = Item {
                        source,
                        at,
                        value: control,
                    };
                    add(
                        &mut self.controls,
                        &mut self.complaints,
                        "control",
                        vec![(id, item)],
                    );
                }
            }
            ["licensing", .., name] if !name.ends_with(".md") => self.licensing.push(source),
            ["risk", .., name] if !name.ends_with(".md") => self.risk.push(source),
            ["notes", _] => {
                if let Some(file) = self.whole(&source) {
                    self.notes.push((source, file));
                }
            }
            ["outline", name] => {
                let list = name.trim_end_matches(".tsv").to_owned();
                self.outline.insert(list, outline(&source.text));
            }
            _ => self.others.push(source),
        }
    }

    fn units(&mut self, source: &Source) {
        match Units::parse(&source.text) {
            Ok(units) => {
                self.units = units;
                self.units_text.clone_from(&source.text);
            }
            Err(error) => self.complaints.push(Complaint {
                file: source.file.clone(),
                line: error.line,
                field: "unit".to_owned(),
                message: error.message,
                help: "see the head of the file for the columns".to_owned(),
            }),
        }
    }

    fn whole<T: serde::de::DeserializeOwned>(&mut self, source: &Source) -> Option<T> {
        match source.read() {
            Ok(value) => Some(value),
            Err(complaint) => {
                self.complaints.push(complaint);
                None
            }
        }
    }

    fn items<T: serde::de::DeserializeOwned>(&mut self, source: &Source) -> Vec<(String, Item<T>)> {
        let items: Option<BTreeMap<String, Spanned<T>>> = self.whole(source);
        items
            .unwrap_or_default()
            .into_iter()
            .map(|(id, value)| {
                let at = value.span().start;
                let item = Item {
                    source: source.clone(),
                    at,
                    value: value.into_inner(),
                };
                (id, item)
            })
            .collect()
    }
}

fn add<T>(
    known: &mut BTreeMap<String, Item<T>>,
    complaints: &mut Vec<Complaint>,
    what: &str,
    items: Vec<(String, Item<T>)>,
) {
    for (id, item) in items {
        if let Some(first) = known.get(&id) {
            complaints.push(item.source.complaint(
                item.at,
                &format!("{what} {id}"),
                &format!("`{id}` is defined in {} already", first.source.file),
                "rename one of the two, or use the first",
            ));
        } else {
            known.insert(id, item);
        }
    }
}

fn outline(text: &str) -> BTreeMap<String, Vec<String>> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(entry, leaves)| {
            let leaves = leaves
                .split_whitespace()
                .map(|leaf| if leaf == "-" { "" } else { leaf }.to_owned())
                .collect();
            (entry.to_owned(), leaves)
        })
        .collect()
}
