//! Files that hold many definitions by name, and tab-separated tables.

use super::complaint::{Complaint, Source};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::Spanned;

/// A definition, where it stands and what it is called.
#[derive(Debug, Clone)]
pub(crate) struct Entry<T> {
    pub(crate) source: Source,
    pub(crate) at: usize,
    pub(crate) id: String,
    pub(crate) value: T,
}

impl<T> Entry<T> {
    pub(crate) fn complaint(&self, at: usize, field: &str, message: &str, help: &str) -> Complaint {
        let field = format!("{} {field}", self.id);
        self.source.complaint(at, field.trim_end(), message, help)
    }
}

/// Definitions of one file, in the order they stand in it.
pub(crate) fn items<T: DeserializeOwned>(
    source: &Source,
    complaints: &mut Vec<Complaint>,
) -> Vec<Entry<T>> {
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

pub(crate) fn once<'a>(
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
pub(crate) fn rows<'a>(
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
