//! Names resolved: the files of the folder become [`Rules`].

use super::attributes::attributes;
use super::complaint::Complaint;
use super::drafts::drafts;
use super::families::{dangling, families};
use super::folder::Folder;
use super::licensing::Licence;
use super::provisions::provisions;
use super::risk::Risks;
use crate::rule::glob::glob;
use crate::rule::model::{Attribute, Control, Kind, List, Review, Rules};
use crate::rule::terms::Number;
use std::collections::BTreeMap;

/// Rules, and what the checks need to know of each provision besides.
#[derive(Debug, Default)]
pub(crate) struct Built {
    pub(crate) rules: Rules,
    pub(crate) about: Vec<About>,
    pub(crate) attributes: BTreeMap<String, u32>,
    pub(crate) complaints: Vec<Complaint>,
}

/// A provision's place in the files.
#[derive(Debug, Clone)]
pub(crate) struct About {
    pub(crate) control: String,
    pub(crate) part: usize,
    /// Numbers of its conditions: attribute, as written.
    pub(crate) limits: Vec<(u32, String)>,
    /// Numbers of the notes over it.
    pub(crate) note_limits: Vec<(u32, String)>,
    /// Leaf paragraphs it models besides its own path.
    pub(crate) covers: Vec<String>,
    /// Families it names itself.
    pub(crate) families: Vec<String>,
}

impl Built {
    /// Declares an attribute that the engine fills; one of the files must not have its name.
    pub(crate) fn supply(&mut self, folder: &Folder, id: &str, kind: Kind) -> u32 {
        if let Some(item) = folder.attributes.get(id) {
            self.complaints.push(item.source.complaint(
                item.at,
                &format!("attribute {id}"),
                "the engine fills an attribute of this name",
                "rename it",
            ));
        }
        let index = self.rules.attributes.len() as u32;
        self.attributes.insert(id.to_owned(), index);
        self.rules.attributes.push(Attribute {
            id: id.to_owned(),
            kind,
            formula: None,
            ask: false,
            margin: None,
            cost: 1,
            names: Vec::new(),
        });
        index
    }
}

pub(crate) fn build(folder: &Folder) -> (Built, Licence<'_>, Risks<'_>) {
    let mut built = Built::default();
    lists(folder, &mut built);
    let mut strings = BTreeMap::new();
    let mut licence = Licence::begin(folder, &mut built);
    let mut risks = Risks::begin(folder, &mut built, &licence);
    attributes(folder, &mut built, &mut strings);
    families(folder, &mut built);
    let drafts = drafts(folder, &mut built);
    provisions(folder, &mut built, &mut strings, &drafts);
    controls(folder, &mut built);
    reviews(folder, &mut built);
    licence.finish(&mut built, &mut strings);
    risks.finish(&mut built, &mut strings, &licence.licensing);
    (built, licence, risks)
}

/// A relative citation made whole: `a.2 Note` of `3A001` is `3A001.a.2 Note`.
pub(crate) fn citation(entry: &str, cite: &str) -> String {
    let first = cite.split([' ', '.']).next().unwrap_or_default();
    let whole = first == entry
        || first.len() >= 5
            && first.starts_with(|c: char| c.is_ascii_digit())
            && first.chars().nth(1).is_some_and(|c| c.is_ascii_uppercase());
    if cite.is_empty() {
        entry.to_owned()
    } else if entry.is_empty()
        || whole
        || cite.starts_with("General")
        || cite.contains("CFR")
        || cite.contains("Annex")
    {
        cite.to_owned()
    } else if cite.starts_with("Note") || cite.starts_with("Technical") || cite.starts_with("N.B") {
        format!("{entry} {cite}")
    } else {
        format!("{entry}.{cite}")
    }
}

fn lists(folder: &Folder, built: &mut Built) {
    built.rules.units = folder.units.clone();
    if let Some(settings) = &folder.settings {
        built.rules.margin = percent(&settings.margin).unwrap_or(Number::ZERO);
    }
    for (id, list) in &folder.lists {
        built.rules.lists.push(List {
            id: id.clone(),
            instrument: list.instrument.clone(),
            version: list.version.clone(),
            url: list.url.clone(),
            coverage: Default::default(),
        });
    }
}

/// `2 %` as a share.
pub(crate) fn percent(text: &str) -> Option<Number> {
    let number = Number::parse(text.trim().trim_end_matches('%').trim()).ok()?;
    number.div(Number::from(100))
}

fn controls(folder: &Folder, built: &mut Built) {
    let known = |code: &str| {
        folder.controls.contains_key(code)
            || folder.outline.values().any(|list| list.contains_key(code))
    };
    for (id, item) in &folder.controls {
        let own = item.value.see_also.iter();
        let parts = item
            .value
            .provision
            .iter()
            .flat_map(|p| &p.get_ref().see_also);
        let mut see_also: Vec<String> = Vec::new();
        for see in own.chain(parts) {
            if !known(see.get_ref()) {
                built.complaints.push(dangling(item, see, "see_also"));
            } else if !see_also.contains(see.get_ref()) {
                see_also.push(see.get_ref().clone());
            }
        }
        let lists = (0u32..)
            .zip(folder.lists.keys())
            .filter(|(_, list)| item.value.list.contains_key(*list))
            .map(|(index, _)| index)
            .collect();
        built.rules.controls.push(Control {
            entry: id.clone(),
            lists,
            see_also,
            software: item.value.related.software.clone(),
            technology: item.value.related.technology.clone(),
            not_modelled: Vec::new(),
        });
    }
}

fn reviews(folder: &Folder, built: &mut Built) {
    for (source, file) in &folder.reviews {
        for review in &file.review {
            let of = review.get_ref();
            match folder.lists.keys().position(|list| *list == of.list) {
                Some(list) => built.rules.reviews.push(Review {
                    id: of.id.clone(),
                    list: list as u32,
                    entries: folder
                        .controls
                        .keys()
                        .filter(|entry| of.entries.iter().any(|pattern| glob(pattern, entry)))
                        .cloned()
                        .collect(),
                }),
                None => built.complaints.push(source.complaint(
                    review.span().start,
                    &format!("review {}", of.id),
                    &format!("there is no list `{}`", of.list),
                    "see rules/lists.toml",
                )),
            }
        }
    }
}
