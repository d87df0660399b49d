//! Of several sources of one list the newest is taken, list by list, not file by file.

use super::bundles::Source;
use super::unite;
use crate::pack::manifest::LeftOut;
use crate::pack::sources::diagnostic::Diagnostic;
use crate::party::Party;
use std::collections::{BTreeMap, BTreeSet};

/// Two formats of one list this many days apart count as the same version: publishers stamp the day of
/// the last change in one format and the day of generation in another.
const SAME_VERSION_DAYS: i64 = 7;

/// The sources to use, one per list, and what was left out.
pub(super) fn choose(
    sources: Vec<Source>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Source>, Vec<LeftOut>) {
    let mut lists: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for source in sources {
        lists.entry(source.list.clone()).or_default().push(source);
    }
    let mut left_out = Vec::new();
    let mut chosen = Vec::new();
    for sources in lists.into_values() {
        chosen.extend(choose_one(sources, &mut left_out, diagnostics));
    }
    for source in &mut chosen {
        unite::same_reference(source, diagnostics);
    }
    unite::uk_groups(&mut chosen, &mut left_out, diagnostics);
    left_out.sort_by(|a, b| (&a.file, &a.list).cmp(&(&b.file, &b.list)));
    for one in &left_out {
        let message = format!("`{}` from this file is left out: {}", one.list, one.why);
        diagnostics.push(Diagnostic::notice("left-out", &one.file, 0, "", message));
    }
    (chosen, left_out)
}

fn choose_one(
    mut sources: Vec<Source>,
    left_out: &mut Vec<LeftOut>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Source> {
    // Newest first; among equals the one with more detail, then by name, so that the choice is stable.
    sources.sort_by(|a, b| {
        (b.day(), detail(b))
            .cmp(&(a.day(), detail(a)))
            .then_with(|| a.file().cmp(b.file()))
    });
    let best = best_of(&sources);
    let mut kept = sources.remove(best);
    if kept.published.is_none() {
        let message = format!(
            "neither the file nor its name gives a date for `{}`, so its age is not known; put the date in the file name, as in `list-2026-08-01.csv`",
            kept.list
        );
        diagnostics.push(Diagnostic::warning("no-date", kept.file(), 0, "", message));
    }
    for other in sources {
        let why = if is_copy(&kept, &other) {
            "the same content as the file that is used".to_owned()
        } else if other.format == kept.format && other.day() == kept.day() {
            unite::add_part(&mut kept, other, diagnostics);
            continue;
        } else {
            compare(&mut kept, &other, diagnostics)
        };
        left_out.push(LeftOut {
            file: other.file().to_owned(),
            list: other.list.clone(),
            why,
        });
    }
    Some(kept)
}

/// The newest, or a source in another format with more detail that is about as new.
fn best_of(sources: &[Source]) -> usize {
    let Some(newest) = sources.first() else {
        return 0;
    };
    let rival = |source: &Source| {
        source.format != newest.format && days_apart(newest, source) <= SAME_VERSION_DAYS
    };
    let rivals = sources
        .iter()
        .enumerate()
        .filter(|(_, source)| rival(source) && detail(source) > detail(newest));
    rivals
        .max_by_key(|(_, source)| detail(source))
        .map_or(0, |(at, _)| at)
}

fn days_apart(a: &Source, b: &Source) -> i64 {
    match (a.day(), b.day()) {
        (Some(a), Some(b)) => (a.day_number() - b.day_number()).abs(),
        _ => i64::MAX,
    }
}

/// Why `other` is left out, and what the kept one lacks that it has.
fn compare(kept: &mut Source, other: &Source, diagnostics: &mut Vec<Diagnostic>) -> String {
    let day = |source: &Source| {
        source
            .day()
            .map_or_else(|| "no date".to_owned(), |day| day.to_string())
    };
    let used = format!("`{}` of {} is used", kept.file(), day(kept));
    if other.day() > kept.day() {
        let added = add_newer(kept, other);
        return format!(
            "about as new ({}) with less detail; {used}, {added} entries only this file has are added",
            day(other)
        );
    }
    let mut why = match (other.day(), kept.day()) {
        (None, _) => format!("it has no date; {used}"),
        (a, b) if a == b => format!("the same date with less detail; {used}"),
        _ => format!("older ({}); {used}", day(other)),
    };
    let (now, then) = (Amounts::of(&kept.parties), Amounts::of(&other.parties));
    let more = then.more_than(&now);
    if !more.is_empty() {
        why.push_str(&format!("; this one has more {}", more.join(", ")));
    }
    if kept.parties.len() * 2 < other.parties.len() {
        let message = format!(
            "list `{}` has {} parties here and {} in `{}` ({}): check that the newer file is complete, it is used as it is",
            kept.list,
            kept.parties.len(),
            other.parties.len(),
            other.file(),
            day(other)
        );
        diagnostics.push(Diagnostic::warning(
            "list-shrank",
            kept.file(),
            0,
            "",
            message,
        ));
    }
    why
}

/// Entries that only the newer of two formats has, when both use the same references.
fn add_newer(kept: &mut Source, newer: &Source) -> usize {
    let known: BTreeSet<String> = kept
        .parties
        .iter()
        .map(|party| party.reference.clone())
        .collect();
    let (both, only): (Vec<&Party>, Vec<&Party>) = newer
        .parties
        .iter()
        .partition(|party| known.contains(&party.reference));
    if both.len() < only.len() {
        // Other references altogether: adding would list every party twice.
        return 0;
    }
    kept.parties
        .extend(only.iter().map(|party| (*party).clone()));
    if !only.is_empty() {
        kept.files.extend(newer.files.clone());
    }
    only.len()
}

fn is_copy(a: &Source, b: &Source) -> bool {
    a.files
        .iter()
        .map(|file| &file.sha256)
        .eq(b.files.iter().map(|file| &file.sha256))
}

/// What helps to tell parties apart, beyond their primary names.
fn detail(source: &Source) -> usize {
    let amounts = Amounts::of(&source.parties);
    amounts.identifiers + amounts.births + amounts.addresses + amounts.names
}

#[derive(Debug, Default)]
struct Amounts {
    names: usize,
    identifiers: usize,
    births: usize,
    addresses: usize,
}

impl Amounts {
    fn of(parties: &[Party]) -> Amounts {
        parties
            .iter()
            .fold(Amounts::default(), |sum, party| Amounts {
                names: sum.names + party.names.len(),
                identifiers: sum.identifiers + party.identifiers.len(),
                births: sum.births + party.births.len(),
                addresses: sum.addresses + party.addresses.len(),
            })
    }

    fn more_than(&self, other: &Amounts) -> Vec<String> {
        let rows = [
            ("names", self.names, other.names),
            ("identifiers", self.identifiers, other.identifiers),
            ("dates of birth", self.births, other.births),
            ("addresses", self.addresses, other.addresses),
        ];
        rows.iter()
            .filter(|(_, ours, theirs)| ours > theirs)
            .map(|(what, ours, theirs)| format!("{what} ({ours}, not {theirs})"))
            .collect()
    }
}
