//! One entry per list and reference; one entry per party of a publisher with two lists.

use super::bundles::Source;
use crate::pack::manifest::LeftOut;
use crate::pack::sources::diagnostic::Diagnostic;
use crate::party::{NameKind, Party};
use std::collections::{BTreeMap, BTreeSet};

/// Entries of one list under one reference become one, with everything both say.
pub(super) fn same_reference(source: &mut Source, diagnostics: &mut Vec<Diagnostic>) {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Party> = Vec::with_capacity(source.parties.len());
    let mut united = 0;
    for party in std::mem::take(&mut source.parties) {
        match places
            .get(&party.reference)
            .and_then(|at| kept.get_mut(*at))
        {
            Some(first) => {
                unite(first, party);
                united += 1;
            }
            None => {
                places.insert(party.reference.clone(), kept.len());
                kept.push(party);
            }
        }
    }
    source.parties = kept;
    if united > 0 {
        let message = format!(
            "{united} entries of `{}` stand under a reference that an earlier one has, they are united with it",
            source.list
        );
        diagnostics.push(Diagnostic::notice("united", source.file(), 0, "", message));
    }
}

/// A second file of the same list, format and date: a part of the list, not another version.
pub(super) fn add_part(kept: &mut Source, part: Source, diagnostics: &mut Vec<Diagnostic>) {
    let message = format!(
        "has the same date as `{}`, both are taken as parts of `{}`",
        kept.file(),
        kept.list
    );
    diagnostics.push(Diagnostic::notice(
        "list-in-parts",
        part.file(),
        0,
        "",
        message,
    ));
    kept.parties.extend(part.parties);
    kept.files.extend(part.files);
    kept.diagnostics += part.diagnostics;
    kept.retrieved = kept.retrieved.min(part.retrieved);
}

/// The UK published every party twice until 2026: an OFSI entry whose group id stands in the
/// UK Sanctions List is left out of the older list.
pub(super) fn uk_groups(
    chosen: &mut [Source],
    left_out: &mut Vec<LeftOut>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let sanctions = chosen.iter().find(|source| source.list == "uk-sl");
    let groups: BTreeSet<String> = sanctions
        .iter()
        .flat_map(|source| source.parties.iter().filter_map(group_id))
        .collect();
    let newer = sanctions
        .map(|source| source.file().to_owned())
        .unwrap_or_default();
    let Some(ofsi) = chosen.iter_mut().find(|source| source.list == "uk-ofsi") else {
        return;
    };
    let before = ofsi.parties.len();
    ofsi.parties
        .retain(|party| !groups.contains(&party.reference));
    let gone = before - ofsi.parties.len();
    if gone > 0 {
        let why = format!(
            "{gone} parties are in the UK Sanctions List `{newer}` under their OFSI group id and are kept there"
        );
        diagnostics.push(Diagnostic::notice(
            "uk-group",
            ofsi.file(),
            0,
            "",
            why.clone(),
        ));
        left_out.push(LeftOut {
            file: ofsi.file().to_owned(),
            list: "uk-ofsi".to_owned(),
            why,
        });
    }
}

fn group_id(party: &Party) -> Option<String> {
    let remarks = party.remarks.as_deref()?;
    let (_, rest) = remarks.split_once("OFSIGroupID: ")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(digits)
}

fn unite(first: &mut Party, second: Party) {
    for name in second.names {
        let kind = if name.kind == NameKind::Primary {
            NameKind::Alias
        } else {
            name.kind
        };
        first.add_name(&name.text, kind);
    }
    add_new(&mut first.identifiers, second.identifiers);
    add_new(&mut first.births, second.births);
    add_new(&mut first.countries, second.countries);
    add_new(&mut first.addresses, second.addresses);
    add_new(&mut first.programmes, second.programmes);
    first.listed_on = first.listed_on.or(second.listed_on);
    first.ends_on = first.ends_on.or(second.ends_on);
    first.licence = first.licence.take().or(second.licence);
    first.citation = first.citation.take().or(second.citation);
    first.link = first.link.take().or(second.link);
    if let Some(remarks) = second.remarks {
        crate::pack::sources::fields::add_remark(first, &remarks);
    }
}

fn add_new<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
    for one in from {
        if !to.contains(&one) {
            to.push(one);
        }
    }
}
