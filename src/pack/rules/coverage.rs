//! How much of the official texts the rules hold: counted on leaf paragraphs of the outline.

use super::build::Built;
use super::complaint::Complaint;
use super::folder::Folder;
use super::lower::within;
use crate::rule::model::Coverage;
use serde::Serialize;
use std::collections::BTreeSet;

/// What `coverage` answers.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    lists: Vec<ListReport>,
}

#[derive(Debug, Serialize)]
struct ListReport {
    list: String,
    version: String,
    entries: Vec<EntryReport>,
    totals: Coverage,
}

#[derive(Debug, Serialize)]
struct EntryReport {
    entry: String,
    leaves: u32,
    modelled: u32,
    described: u32,
    absent: u32,
}

/// Fills in the coverage of lists and controls; paths that the law lacks are complaints.
pub(crate) fn coverage(folder: &Folder, built: &mut Built) -> (Report, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let mut lists = Vec::new();
    for (index, list) in (0u32..).zip(folder.lists.keys()) {
        let Some(outline) = folder.outline.get(list) else {
            complaints.push(Complaint {
                file: format!("outline/{list}.tsv"),
                line: 0,
                field: "outline".to_owned(),
                message: "the official outline of the list is missing".to_owned(),
                help: "make it with `cargo xtask outline`".to_owned(),
            });
            continue;
        };
        strays(folder, built, index, list, &mut complaints);
        let mut entries = Vec::new();
        let mut totals = Coverage::default();
        for (entry, leaves) in outline {
            let (modelled, described) = held(built, index, entry, leaves);
            let report = EntryReport {
                entry: entry.clone(),
                leaves: leaves.len() as u32,
                modelled: modelled.len() as u32,
                described: described.len() as u32,
                absent: (leaves.len() - modelled.len() - described.len()) as u32,
            };
            totals.entries += 1;
            totals.leaves += report.leaves;
            totals.modelled += report.modelled;
            totals.described += report.described;
            totals.absent += report.absent;
            entries.push(report);
            let missing: Vec<String> = leaves
                .iter()
                .filter(|leaf| !modelled.contains(*leaf))
                .cloned()
                .collect();
            let control = built.rules.controls.iter_mut().find(|c| c.entry == *entry);
            if let Some(control) = control {
                let place = control.lists.iter().position(|l| *l == index);
                control.not_modelled.resize(control.lists.len(), Vec::new());
                if let Some(slot) = place.and_then(|at| control.not_modelled.get_mut(at)) {
                    *slot = missing;
                }
            }
        }
        if let Some(of) = built.rules.lists.get_mut(index as usize) {
            of.coverage = totals;
        }
        lists.push(ListReport {
            list: list.clone(),
            version: folder
                .lists
                .get(list)
                .map(|list| list.version.clone())
                .unwrap_or_default(),
            entries,
            totals,
        });
    }
    (Report { lists }, complaints)
}

/// Leaves of an entry that are evaluable, and those that are only described.
fn held(
    built: &Built,
    list: u32,
    entry: &str,
    leaves: &[String],
) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut modelled = BTreeSet::new();
    let mut described = BTreeSet::new();
    for (provision, about) in built.rules.provisions.iter().zip(&built.about) {
        if provision.list != list || about.control != entry {
            continue;
        }
        for leaf in leaves {
            let below = within(leaf, &provision.path) || provision.path.is_empty();
            if provision.when.is_none() {
                if below {
                    described.insert(leaf.clone());
                }
            } else if *leaf == provision.path || about.covers.iter().any(|c| within(leaf, c)) {
                modelled.insert(leaf.clone());
            }
        }
    }
    let described = described.difference(&modelled).cloned().collect();
    (modelled, described)
}

/// Provisions of entries or paragraphs that the official outline does not have.
fn strays(folder: &Folder, built: &Built, list: u32, name: &str, complaints: &mut Vec<Complaint>) {
    let Some(outline) = folder.outline.get(name) else {
        return;
    };
    for (provision, about) in built.rules.provisions.iter().zip(&built.about) {
        if provision.list != list || !provision.status.applies() {
            continue;
        }
        let leaves = outline.get(&about.control);
        let known = leaves.is_some_and(|leaves| {
            provision.path.is_empty()
                || leaves.iter().any(|leaf| {
                    within(leaf, &provision.path)
                        || within(&provision.path, leaf) && !leaf.is_empty()
                })
        });
        if known {
            continue;
        }
        if let Some(item) = folder.controls.get(&about.control) {
            let at = item
                .value
                .provision
                .get(about.part)
                .map_or(item.at, |part| part.span().start);
            complaints.push(item.source.complaint(
                at,
                &format!("provision {} path", provision.path),
                &format!("the official text of list `{name}` has no such paragraph"),
                "mend the path, or leave the list out with `lists`",
            ));
        }
    }
}
