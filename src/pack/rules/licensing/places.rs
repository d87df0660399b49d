//! Destinations, their groups and the country chart.

use super::Licence;
use super::files::Files;
use crate::license::model::Destination;
use crate::pack::rules::complaint::Complaint;
use crate::pack::rules::definitions::rows;
use std::collections::{BTreeMap, BTreeSet};

/// A destination as its row says.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) code: String,
    pub(super) numeric: String,
    /// Language -> name, language -> note.
    pub(super) names: BTreeMap<String, String>,
    pub(super) notes: BTreeMap<String, String>,
    /// Jurisdiction -> the code the law reads it as.
    pub(super) read_as: BTreeMap<String, String>,
}

/// Codes and groups, before they become options.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) rows: Vec<Row>,
    /// Group -> codes, with everything it includes.
    pub(super) groups: BTreeMap<String, BTreeSet<String>>,
    /// Every option, in order.
    pub(super) options: Vec<String>,
}

/// Row of a chart in which no cell is an answer.
const EMBARGO: &str = "chart-embargo";
/// The chart has no row for the place.
const UNKNOWN: &str = "chart-unknown";

impl Places {
    pub(super) fn read(files: &Files, languages: &[String], out: &mut Vec<Complaint>) -> Places {
        let mut places = Places::default();
        if let Some(source) = &files.destinations {
            for (line, cells) in rows(source, &["code", "numeric"], out) {
                let cell = |name: &str| cells.get(name).copied().unwrap_or_default().to_owned();
                let code = cell("code");
                let mut complain = |field: &str, message: &str, help: &str| {
                    out.push(Complaint {
                        file: source.file.clone(),
                        line,
                        field: format!("{code} {field}"),
                        message: message.to_owned(),
                        help: help.to_owned(),
                    });
                };
                if places.rows.iter().any(|row| row.code == code) {
                    complain(
                        "code",
                        "the code stands in the file twice",
                        "take one row out",
                    );
                    continue;
                }
                let texts = |name: &str| -> BTreeMap<String, String> {
                    languages
                        .iter()
                        .map(|language| (language.clone(), cell(&format!("{name}_{language}"))))
                        .filter(|(_, text)| !text.is_empty())
                        .collect()
                };
                let names = texts("name");
                if names.len() < languages.len() {
                    complain(
                        "name",
                        "the name is missing in a language",
                        "give every name",
                    );
                }
                places.rows.push(Row {
                    numeric: cell("numeric"),
                    names,
                    notes: texts("note"),
                    read_as: cells
                        .iter()
                        .filter(|(_, text)| !text.is_empty())
                        .filter_map(|(name, text)| {
                            let of = name.strip_suffix("_as")?;
                            Some((of.to_owned(), (*text).to_owned()))
                        })
                        .collect(),
                    code,
                });
            }
        }
        places.groups(files, out);
        for (of, source) in &files.charts {
            places.chart(of, source, out);
        }
        places.options();
        places
    }

    fn known(&self, code: &str) -> bool {
        self.rows.iter().any(|row| row.code == code)
    }

    fn groups(&mut self, files: &Files, out: &mut Vec<Complaint>) {
        for group in &files.groups {
            let mut members = BTreeSet::new();
            for code in &group.value.members {
                if self.known(code.get_ref()) {
                    members.insert(code.get_ref().clone());
                } else {
                    out.push(group.complaint(
                        code.span().start,
                        "members",
                        &format!("there is no destination `{}`", code.get_ref()),
                        "see rules/licensing/destinations.tsv",
                    ));
                }
            }
            self.groups.insert(group.id.clone(), members);
        }
        // Groups may include groups that stand later: as many rounds as there are groups suffice.
        for _ in &files.groups {
            for group in &files.groups {
                for other in &group.value.includes {
                    let of = self.groups.get(other.get_ref()).cloned();
                    if let (Some(of), Some(mine)) = (of, self.groups.get_mut(&group.id)) {
                        mine.extend(of);
                    }
                }
            }
        }
        for group in &files.groups {
            for other in &group.value.includes {
                if !self.groups.contains_key(other.get_ref()) {
                    out.push(group.complaint(
                        other.span().start,
                        "includes",
                        &format!("there is no group `{}`", other.get_ref()),
                        "see rules/licensing/groups",
                    ));
                }
            }
        }
    }

    fn chart(
        &mut self,
        of: &str,
        source: &crate::pack::rules::complaint::Source,
        out: &mut Vec<Complaint>,
    ) {
        let mut charted: BTreeSet<String> = BTreeSet::new();
        for (line, cells) in rows(source, &["code", "footnotes"], out) {
            let code = cells.get("code").copied().unwrap_or_default().to_owned();
            let mut complain = |field: &str, message: &str, help: &str| {
                out.push(Complaint {
                    file: source.file.clone(),
                    line,
                    field: format!("{code} {field}"),
                    message: message.to_owned(),
                    help: help.to_owned(),
                });
            };
            if !self.rows.iter().any(|row| row.code == code) {
                complain(
                    "code",
                    "there is no such destination",
                    "see destinations.tsv",
                );
            }
            if !charted.insert(code.clone()) {
                complain("code", "the row stands in the chart twice", "take one out");
            }
            let mut put = |group: String| {
                self.groups.entry(group).or_default().insert(code.clone());
            };
            for (column, cell) in &cells {
                let group = format!("chart-{}", column.to_lowercase());
                match (*column, *cell) {
                    ("code", _) | (_, "") => {}
                    ("footnotes", notes) => {
                        for note in notes.split([',', ' ']).filter(|note| !note.is_empty()) {
                            put(format!("chart-note-{note}"));
                        }
                    }
                    (_, "X") => put(group),
                    (_, "-") => put(EMBARGO.to_owned()),
                    (column, _) => complain(column, "a cell is X, - or empty", "mend the cell"),
                }
            }
        }
        let unknown: BTreeSet<String> = self
            .rows
            .iter()
            // The jurisdiction itself is no destination of its own chart.
            .filter(|row| !row.code.eq_ignore_ascii_case(of))
            .filter(|row| {
                let read_as = row.read_as.get(of);
                let one = |code: &String| charted.contains(code) || code.eq_ignore_ascii_case(of);
                !one(&row.code) && !read_as.is_some_and(one)
            })
            .map(|row| row.code.clone())
            .collect();
        self.groups.insert(UNKNOWN.to_owned(), unknown);
    }

    fn options(&mut self) {
        let codes = self.rows.iter().map(|row| option(&row.code));
        self.options = codes.chain(self.groups.keys().cloned()).collect();
    }

    /// Destinations with their options, per jurisdiction.
    pub(super) fn destinations(&self, files: &Files, licence: &mut Licence<'_>) {
        let position: BTreeMap<&str, u32> = (0u32..)
            .zip(&self.options)
            .map(|(at, option)| (option.as_str(), at))
            .collect();
        let of_code = |code: &str| -> Vec<u32> {
            let own = position.get(option(code).as_str()).copied();
            let groups = self
                .groups
                .iter()
                .filter(|(_, members)| members.contains(code))
                .filter_map(|(group, _)| position.get(group.as_str()).copied());
            own.into_iter().chain(groups).collect()
        };
        let order = files.settings.as_ref().map(|(_, settings)| &settings.order);
        for row in &self.rows {
            let options = order
                .into_iter()
                .flatten()
                .map(|jurisdiction| {
                    let mut options = of_code(&row.code);
                    if let Some(code) = row.read_as.get(jurisdiction) {
                        if !self.known(code) {
                            licence.complain(&files.destinations, &row.code, code);
                        }
                        options.extend(of_code(code));
                    }
                    options.sort_unstable();
                    options.dedup();
                    options
                })
                .collect();
            licence.licensing.destinations.push(Destination {
                code: row.code.clone(),
                options,
            });
        }
    }
}

/// A code as conditions write it.
pub(super) fn option(code: &str) -> String {
    code.to_lowercase()
}
