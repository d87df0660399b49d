//! Drafts -> provisions of the rules.

use super::build::{About, Built, citation};
use super::complaint::Complaint;
use super::condition::{Expr, Name};
use super::drafts::Draft;
use super::families::ancestors;
use super::folder::Folder;
use super::lower::{Lower, within};
use crate::date::Date;
use crate::rule::model::{Kind, Provision, Release, Status};
use crate::rule::terms::Dimension;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

pub(crate) fn provisions(
    folder: &Folder,
    built: &mut Built,
    strings: &mut BTreeMap<String, u32>,
    drafts: &[Draft<'_>],
) {
    let ids: Vec<&String> = folder.controls.keys().collect();
    let dimensions: BTreeMap<u32, Dimension> = (0u32..)
        .zip(&built.rules.attributes)
        .filter_map(|(index, attribute)| match &attribute.kind {
            Kind::Quantity { unit } => Some((index, folder.units.parse_unit(unit)?.dimension)),
            _ => None,
        })
        .collect();
    let attributes = built.attributes.clone();
    for draft in drafts {
        let entry = draft.item.value.id.get_ref();
        let known: Vec<(String, u32)> = (0u32..)
            .zip(&built.rules.provisions)
            .filter(|(_, provision)| provision.list == draft.list)
            .filter_map(|(index, provision)| {
                let entry = ids.get(provision.control as usize)?;
                Some((citation(entry, &provision.path), index))
            })
            .collect();
        let mut lower = Lower {
            rules: &mut built.rules,
            attributes: &attributes,
            dimensions: &dimensions,
            provisions: &known,
            entry,
            strings,
            limits: Vec::new(),
            cited: Vec::new(),
        };
        let mut wrong = Vec::new();
        let when = draft.when.as_ref().and_then(|expr| {
            lower
                .block(expr, &draft.path)
                .map_err(|error| wrong.push((draft.when_at, "when", error)))
                .ok()
        });
        let cited = lower.cited.clone();
        let mut unless = Vec::new();
        let mut ends = vec![lower.limits.len()];
        for (expr, at, cite) in &draft.unless {
            match lower.block(expr, cite) {
                Ok(when) => unless.push(Release {
                    when,
                    cite: cite.clone(),
                    yields: false,
                }),
                Err(error) => wrong.push((*at, "unless", error)),
            }
            ends.push(lower.limits.len());
        }
        for (code, at) in &draft.yields {
            let expr = Expr::Specified(Name {
                text: code.clone(),
                at: 0,
            });
            match lower.block(&expr, &draft.path) {
                Ok(when) => unless.push(Release {
                    when,
                    cite: citation(entry, &draft.path),
                    yields: true,
                }),
                Err(error) => wrong.push((*at, "yields_to", error)),
            }
        }
        let end = |notes: usize| ends.get(notes).copied().unwrap_or_default();
        let mut limits = lower.limits;
        limits.truncate(end(draft.control_notes));
        let note_limits = limits.split_off(end(draft.own_unless).min(limits.len()));
        for (at, what, (offset, message, help)) in &wrong {
            built.complaints.push(draft.item.source.complaint(
                at + 1 + offset,
                &format!("provision {} {what}", draft.path),
                message,
                help,
            ));
        }
        let of = draft.provision.get_ref();
        let mut covers = draft.covers.clone();
        covers.extend(cited);
        let index = built.rules.provisions.len() as u32;
        let control = ids.iter().position(|id| *id == entry).unwrap_or_default() as u32;
        let (status, from, to) = validity(draft, &mut built.complaints);
        built.rules.provisions.push(Provision {
            list: draft.list,
            control,
            path: draft.path.clone(),
            when: if of.described { None } else { when },
            unless,
            status,
            valid_from: from,
            valid_to: to,
            reasons: reasons(folder, draft, &mut built.complaints),
            differs: differs(draft, drafts),
        });
        built.about.push(About {
            control: entry.clone(),
            part: draft.part,
            limits,
            note_limits,
            covers,
            families: of.family.names().to_vec(),
        });
        join_families(folder, built, draft, index);
    }
}

fn join_families(folder: &Folder, built: &mut Built, draft: &Draft<'_>, index: u32) {
    let names = draft.provision.get_ref().family.names();
    let field = format!("provision {} family", draft.path);
    let at = draft.provision.span().start;
    if names.is_empty() {
        built.complaints.push(draft.item.source.complaint(
            at,
            &field,
            "the provision has no family, so nothing reaches it",
            "name the families it applies to",
        ));
    }
    for name in names
        .iter()
        .filter(|name| !folder.families.contains_key(*name))
    {
        built.complaints.push(draft.item.source.complaint(
            at,
            &field,
            &format!("there is no family `{name}`"),
            "define it in a file under rules/families, or mend the spelling",
        ));
    }
    for family in &mut built.rules.families {
        if ancestors(folder, &family.id)
            .iter()
            .any(|a| names.contains(a))
        {
            family.provisions.push(index);
        }
    }
}

fn validity(
    draft: &Draft<'_>,
    complaints: &mut Vec<Complaint>,
) -> (Status, Option<Date>, Option<Date>) {
    let (of, control) = (draft.provision.get_ref(), &draft.item.value);
    let status = of.status.as_ref().or(control.status.as_ref());
    let status = match status {
        None => Status::InForce,
        Some(text) => self::status(text.get_ref()).unwrap_or_else(|| {
            complaints.push(draft.item.source.complaint(
                text.span().start,
                &format!("provision {} status", draft.path),
                &format!("there is no status `{}`", text.get_ref()),
                "one of: in-force, provisional, announced, suspended, repealed",
            ));
            Status::InForce
        }),
    };
    let mut day = |value: Option<&Spanned<Datetime>>| {
        let value = value?;
        let date = self::day(value.get_ref());
        if date.is_none() {
            complaints.push(draft.item.source.complaint(
                value.span().start,
                &format!("provision {} valid", draft.path),
                "this is not a day",
                "write YYYY-MM-DD without quotes",
            ));
        }
        date
    };
    let from = day(of.valid_from.as_ref().or(control.valid_from.as_ref()));
    let to = day(of.valid_to.as_ref().or(control.valid_to.as_ref()));
    (status, from, to)
}

/// A state of the law by its name.
pub(crate) fn status(name: &str) -> Option<Status> {
    match name {
        "in-force" => Some(Status::InForce),
        "provisional" => Some(Status::Provisional),
        "announced" => Some(Status::Announced),
        "suspended" => Some(Status::Suspended),
        "repealed" => Some(Status::Repealed),
        _ => None,
    }
}

/// A TOML day.
pub(crate) fn day(value: &Datetime) -> Option<Date> {
    value.date.and_then(|d| Date::new(d.year, d.month, d.day))
}

/// Reasons of every range the paragraph lies in (or that lies in the paragraph).
fn reasons(folder: &Folder, draft: &Draft<'_>, complaints: &mut Vec<Complaint>) -> Vec<String> {
    let Some((list, of)) = folder.lists.iter().nth(draft.list as usize) else {
        return Vec::new();
    };
    let mut out: Vec<String> = Vec::new();
    for range in draft
        .item
        .value
        .list
        .get(list)
        .into_iter()
        .flat_map(|part| &part.reasons)
    {
        for code in &range.codes {
            if !of.reasons.contains_key(code.get_ref()) {
                complaints.push(draft.item.source.complaint(
                    code.span().start,
                    &format!("list.{list} reasons"),
                    &format!("there is no reason for control `{}`", code.get_ref()),
                    "see `reasons` in rules/lists.toml",
                ));
            }
        }
        let named = range
            .paths
            .iter()
            .any(|path| path == "*" || within(&draft.path, path) || within(path, &draft.path));
        if named {
            for code in &range.codes {
                if !out.contains(code.get_ref()) {
                    out.push(code.get_ref().clone());
                }
            }
        }
    }
    out
}

/// No other list has the same paragraph with the same condition and notes.
fn differs(draft: &Draft<'_>, all: &[Draft<'_>]) -> bool {
    let same = |other: &&Draft<'_>| {
        other.list != draft.list
            && other.item.value.id.get_ref() == draft.item.value.id.get_ref()
            && other.path == draft.path
            && other.when_text == draft.when_text
            && other
                .unless
                .iter()
                .map(|(_, _, cite)| cite)
                .eq(draft.unless.iter().map(|(_, _, cite)| cite))
    };
    !all.iter().any(|other| same(&other))
}
