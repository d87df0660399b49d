//! The files under `rules/licensing/`, read and sorted by what they are.

use super::shapes::{GroupPart, ItemSetPart, MeasurePart, SettingsFile};
use crate::pack::rules::complaint::{Complaint, Source};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::Spanned;

/// A definition, where it stands and what it is called.
#[derive(Debug, Clone)]
pub(super) struct Entry<T> {
    pub(super) source: Source,
    pub(super) at: usize,
    pub(super) id: String,
    pub(super) value: T,
}

impl<T> Entry<T> {
    pub(super) fn complaint(&self, at: usize, field: &str, message: &str, help: &str) -> Complaint {
        let field = format!("{} {field}", self.id);
        self.source.complaint(at, field.trim_end(), message, help)
    }
}

/// Everything under `rules/licensing/`.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) settings: Option<(Source, SettingsFile)>,
    /// Tab-separated: destinations.
    pub(super) destinations: Option<Source>,
    /// Tab-separated: a chart per jurisdiction.
    pub(super) charts: Vec<(String, Source)>,
    /// Tab-separated: what entries say of authorisations, per jurisdiction.
    pub(super) entries: Vec<(String, Source)>,
    pub(super) groups: Vec<Entry<GroupPart>>,
    pub(super) items: Vec<Entry<ItemSetPart>>,
    /// With the jurisdiction, in the order of the files.
    pub(super) measures: Vec<(String, Entry<MeasurePart>)>,
}

impl Files {
    pub(super) fn read(sources: &[Source], complaints: &mut Vec<Complaint>) -> Files {
        let mut files = Files::default();
        for source in sources {
            let parts: Vec<&str> = source.file.split('/').skip(1).collect();
            match parts.as_slice() {
                ["settings.toml"] => match source.read() {
                    Ok(settings) => files.settings = Some((source.clone(), settings)),
                    Err(complaint) => complaints.push(complaint),
                },
                ["destinations.tsv"] => files.destinations = Some(source.clone()),
                ["groups", _] => files.groups.extend(items(source, complaints)),
                ["items", _] => files.items.extend(items(source, complaints)),
                [of, "chart.tsv"] => files.charts.push(((*of).to_owned(), source.clone())),
                [of, "entries", name] if name.ends_with(".tsv") => {
                    files.entries.push(((*of).to_owned(), source.clone()));
                }
                [of, .., name] if name.ends_with(".toml") => {
                    let measures = items(source, complaints);
                    files
                        .measures
                        .extend(measures.into_iter().map(|m| ((*of).to_owned(), m)));
                }
                _ => complaints.push(source.complaint(
                    0,
                    "file",
                    "the compiler does not know what this file is",
                    "see rules/FORMAT.md for the files of rules/licensing",
                )),
            }
        }
        once(
            "group",
            files.groups.iter().map(|g| (&g.id, &g.source, g.at)),
            complaints,
        );
        once(
            "item set",
            files.items.iter().map(|g| (&g.id, &g.source, g.at)),
            complaints,
        );
        let measures = files.measures.iter().map(|(_, m)| (&m.id, &m.source, m.at));
        once("measure", measures, complaints);
        files
    }
}

/// Definitions of one file, in the order they stand in it.
fn items<T: DeserializeOwned>(source: &Source, complaints: &mut Vec<Complaint>) -> Vec<Entry<T>> {
    let items: BTreeMap<String, Spanned<T>> = match source.read() {
        Ok(items) => items,
        Err(complaint) => {
            complaints.push(complaint);
            return Vec::new();
        }
    };
    let mut out: Vec<Entry<T>> = items
        .into_iter()
        .map(|(id, value)| Entry {
            source: source.clone(),
            at: value.span().start,
            id,
            value: value.into_inner(),
        })
        .collect();
    out.sort_by_key(|entry| entry.at);
    out
}

fn once<'a>(
    what: &str,
    ids: impl Iterator<Item = (&'a String, &'a Source, usize)>,
    complaints: &mut Vec<Complaint>,
) {
    let mut known: BTreeMap<&String, &Source> = BTreeMap::new();
    for (id, source, at) in ids {
        if let Some(first) = known.insert(id, source) {
            complaints.push(source.complaint(
                at,
                &format!("{what} {id}"),
                &format!("`{id}` is defined in {} already", first.file),
                "rename one of the two",
            ));
        }
    }
}

/// Rows of a tab-separated file with a header: line number, and cells by column name.
pub(super) fn rows<'a>(
    source: &'a Source,
    columns: &[&str],
    complaints: &mut Vec<Complaint>,
) -> Vec<(usize, BTreeMap<&'a str, &'a str>)> {
    let mut lines = (1..)
        .zip(source.text.lines())
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let head: Vec<&str> = lines
        .next()
        .map(|(_, line)| line.split('\t').map(str::trim).collect())
        .unwrap_or_default();
    for column in columns {
        if !head.contains(column) {
            complaints.push(Complaint {
                file: source.file.clone(),
                line: 1,
                field: (*column).to_owned(),
                message: "the column is missing in the head line".to_owned(),
                help: "see rules/FORMAT.md for the columns".to_owned(),
            });
        }
    }
    lines
        .map(|(line, text)| {
            let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
            if cells.len() > head.len() {
                complaints.push(Complaint {
                    file: source.file.clone(),
                    line,
                    field: "row".to_owned(),
                    message: "the row has more cells than the head line".to_owned(),
                    help: "one tab between two cells".to_owned(),
                });
            }
            (line, head.iter().copied().zip(cells).collect())
        })
        .collect()
}
