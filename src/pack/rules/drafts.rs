//! Paragraphs of the files, one draft per list: conditions read, notes gathered, in the law's order.

use super::build::{Built, citation};
use super::condition::{Expr, parse};
use super::folder::{Folder, Item};
use super::lower::{self, within};
use super::source::{ControlFile, NotePart, ProvisionPart, Variant};
use crate::rule::glob::glob;
use toml::Spanned;

/// A provision in one list, before lowering.
pub(crate) struct Draft<'a> {
    pub(crate) list: u32,
    pub(crate) item: &'a Item<ControlFile>,
    pub(crate) part: usize,
    pub(crate) provision: &'a Spanned<ProvisionPart>,
    pub(crate) path: String,
    pub(crate) when: Option<Expr>,
    pub(crate) when_at: usize,
    pub(crate) when_text: String,
    pub(crate) unless: Vec<(Expr, usize, String)>,
    /// So many of `unless` are the provision's own; the rest are notes over several.
    pub(crate) own_unless: usize,
    /// Up to here notes of the control follow; the rest are notes over many entries.
    pub(crate) control_notes: usize,
    /// "Other than those specified in": code and place.
    pub(crate) yields: Vec<(String, usize)>,
    pub(crate) covers: Vec<String>,
}

pub(crate) fn drafts<'a>(folder: &'a Folder, built: &mut Built) -> Vec<Draft<'a>> {
    let mut out = Vec::new();
    for item in folder.controls.values() {
        for list in item.value.list.keys() {
            if !folder.lists.contains_key(list) {
                built.complaints.push(item.source.complaint(
                    item.at,
                    &format!("list.{list}"),
                    &format!("there is no list `{list}`"),
                    "see rules/lists.toml",
                ));
            }
        }
        for (index, list) in (0u32..).zip(folder.lists.keys()) {
            if !item.value.list.contains_key(list) {
                continue;
            }
            for (part, provision) in item.value.provision.iter().enumerate() {
                let of = provision.get_ref();
                let here = of
                    .lists
                    .as_ref()
                    .is_none_or(|lists| lists.iter().any(|l| l.get_ref() == list));
                if here {
                    out.extend(draft(folder, built, item, part, provision, index, list));
                }
            }
        }
    }
    order(folder, out, built)
}

fn draft<'a>(
    folder: &Folder,
    built: &mut Built,
    item: &'a Item<ControlFile>,
    part: usize,
    provision: &'a Spanned<ProvisionPart>,
    index: u32,
    list: &str,
) -> Option<Draft<'a>> {
    let of = provision.get_ref();
    let variant: Option<&Variant> = match list {
        "eu" => of.eu.as_ref(),
        "us" => of.us.as_ref(),
        _ => None,
    };
    let path = variant
        .and_then(|variant| variant.path.as_ref())
        .unwrap_or(&of.path)
        .get_ref()
        .clone();
    let field = format!("provision {path}");
    let condition = variant
        .and_then(|variant| variant.when.as_ref())
        .or(of.when.as_ref());
    let mut read = |text: &Spanned<String>, what: &str| -> Option<Expr> {
        parse(text.get_ref())
            .map_err(|(at, message)| {
                built.complaints.push(item.source.complaint(
                    text.span().start + 1 + at,
                    &format!("{field} {what}"),
                    &message,
                    "see \"Conditions\" in rules/FORMAT.md",
                ));
            })
            .ok()
    };
    let when = match condition {
        Some(text) => Some(read(text, "when")?),
        None => None,
    };
    let mut unless = Vec::new();
    for release in &of.unless {
        let release = release.get_ref();
        if names_list(release.lists.as_deref(), list) {
            let expr = read(&release.when, "unless")?;
            unless.push((
                expr,
                release.when.span().start,
                citation(item.value.id.get_ref(), &release.cite),
            ));
        }
    }
    let own_unless = unless.len();
    for note in &item.value.note {
        let note = note.get_ref();
        let named = note.paths.iter().any(|p| p == "*" || within(&path, p));
        if named && names_list(note.lists.as_deref(), list) {
            let expr = read(&note.when, "note")?;
            unless.push((
                expr,
                note.when.span().start,
                citation(item.value.id.get_ref(), &note.cite),
            ));
        }
    }
    let control_notes = unless.len();
    for (source, note) in general_notes(folder, item.value.id.get_ref(), list) {
        match parse(note.when.get_ref()) {
            Ok(expr) => unless.push((expr, note.when.span().start, note.cite.clone())),
            Err((at, message)) => built.complaints.push(source.complaint(
                note.when.span().start + 1 + at,
                "note when",
                &message,
                "see \"Conditions\" in rules/FORMAT.md",
            )),
        }
    }
    if when.is_none() && !of.described {
        built.complaints.push(item.source.complaint(
            provision.span().start,
            &format!("{field} when"),
            "the provision has no condition",
            "write `when`, or `described = true` if it cannot be evaluated yet",
        ));
    }
    let mut covers = of.covers.clone();
    if let Some(variant) = variant.filter(|variant| !variant.covers.is_empty()) {
        covers.clone_from(&variant.covers);
    }
    Some(Draft {
        list: index,
        item,
        part,
        provision,
        path,
        when,
        when_at: condition.map_or(0, |text| text.span().start),
        when_text: condition.map_or_else(String::new, |text| text.get_ref().clone()),
        unless,
        own_unless,
        control_notes,
        yields: of
            .yields_to
            .iter()
            .map(|code| (code.get_ref().clone(), code.span().start))
            .collect(),
        covers,
    })
}

fn names_list(lists: Option<&[Spanned<String>]>, list: &str) -> bool {
    lists.is_none_or(|lists| lists.iter().any(|named| named.get_ref() == list))
}

fn general_notes<'a>(
    folder: &'a Folder,
    entry: &str,
    list: &str,
) -> Vec<(&'a super::complaint::Source, &'a NotePart)> {
    folder
        .notes
        .iter()
        .flat_map(|(source, file)| file.note.iter().map(move |note| (source, note.get_ref())))
        .filter(|(_, note)| {
            note.entries.iter().any(|pattern| glob(pattern, entry))
                && names_list(note.lists.as_deref(), list)
        })
        .collect()
}

/// By entry, list and the law's order; a provision after those it refers to.
fn order<'a>(folder: &Folder, mut drafts: Vec<Draft<'a>>, built: &mut Built) -> Vec<Draft<'a>> {
    drafts.sort_by_cached_key(|draft| {
        let entry = draft.item.value.id.get_ref().clone();
        let leaves = folder
            .lists
            .keys()
            .nth(draft.list as usize)
            .and_then(|list| folder.outline.get(list))
            .and_then(|list| list.get(&entry));
        let rank = leaves
            .and_then(|leaves| leaves.iter().position(|leaf| within(leaf, &draft.path)))
            .unwrap_or(usize::MAX);
        (entry, draft.list, rank, draft.path.clone(), draft.part)
    });
    let mut out: Vec<Draft<'a>> = Vec::new();
    let mut left = drafts;
    loop {
        let waiting: Vec<(u32, String)> = left
            .iter()
            .map(|d| (d.list, citation(d.item.value.id.get_ref(), &d.path)))
            .collect();
        let (later, ready): (Vec<_>, Vec<_>) = left.into_iter().partition(|draft| {
            let own = citation(draft.item.value.id.get_ref(), &draft.path);
            targets(draft).iter().any(|code| {
                waiting.iter().any(|(list, known)| {
                    *list == draft.list && within(known, code) && *known != own
                })
            })
        });
        let stuck = ready.is_empty();
        out.extend(ready);
        left = later;
        if left.is_empty() {
            return out;
        }
        if stuck {
            for draft in left {
                built.complaints.push(draft.item.source.complaint(
                    draft.when_at,
                    &format!("provision {} when", draft.path),
                    "the provision refers to itself through `specified_by`",
                    "break the circle",
                ));
            }
            return out;
        }
    }
}

fn targets(draft: &Draft<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for expr in draft
        .when
        .iter()
        .chain(draft.unless.iter().map(|(expr, ..)| expr))
    {
        lower::references(expr, &mut out);
    }
    out.extend(draft.yields.iter().map(|(code, _)| code.clone()));
    out
}
