//! The files under `rules/licensing/`, read and sorted by what they are.

use super::shapes::{GroupPart, ItemSetPart, MeasurePart, SettingsFile};
use crate::pack::rules::complaint::{Complaint, Source};
use crate::pack::rules::definitions::{Entry, items, once};

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
