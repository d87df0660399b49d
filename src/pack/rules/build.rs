//! Names resolved: the files of the folder become [`Rules`].

use super::complaint::Complaint;
use super::condition::{Expr, parse, parse_arith};
use super::folder::{Folder, Item};
use super::lower::{self, Lower, within};
use super::source::{AttributeFile, ControlFile, NotePart, ProvisionPart, Variant};
use crate::classify::model::{
    Attribute, Control, Family, Formula, Kind, List, Provision, Release, Review, Rules, Status,
};
use crate::classify::terms::{Dimension, Number};
use crate::date::Date;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::value::Datetime;

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

/// A provision in one list, before lowering.
struct Draft<'a> {
    list: u32,
    item: &'a Item<ControlFile>,
    part: usize,
    provision: &'a Spanned<ProvisionPart>,
    path: String,
    when: Option<Expr>,
    when_at: usize,
    when_text: String,
    unless: Vec<(Expr, usize, String)>,
    /// So many of `unless` are the provision's own; the rest are notes over several.
    own_unless: usize,
    /// "Other than those specified in": code and place.
    yields: Vec<(String, usize)>,
    covers: Vec<String>,
}

pub(crate) fn build(folder: &Folder) -> Built {
    let mut built = Built::default();
    lists(folder, &mut built);
    let mut strings = BTreeMap::new();
    attributes(folder, &mut built, &mut strings);
    families(folder, &mut built);
    let drafts = drafts(folder, &mut built);
    provisions(folder, &mut built, &mut strings, &drafts);
    controls(folder, &mut built);
    reviews(folder, &mut built);
    built
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
    } else if whole || cite.starts_with("General") || cite.contains("CFR") || cite.contains("Annex") {
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

fn attributes(folder: &Folder, built: &mut Built, strings: &mut BTreeMap<String, u32>) {
    let mut dimensions: BTreeMap<u32, Dimension> = BTreeMap::new();
    for id in in_order(folder, built) {
        let Some(item) = folder.attributes.get(&id) else {
            continue;
        };
        let index = built.rules.attributes.len() as u32;
        let Some((kind, dimension)) = kind(folder, &id, item, &mut built.complaints) else {
            continue;
        };
        if let Some(dimension) = dimension {
            dimensions.insert(index, dimension);
        }
        let mut names: Vec<String> = item.value.label.values().cloned().collect();
        names.extend(item.value.aka.iter().cloned());
        let margin = item.value.margin.as_ref().and_then(|text| {
            let margin = percent(text.get_ref());
            if margin.is_none() {
                built.complaints.push(item.source.complaint(
                    text.span().start,
                    &format!("attribute {id} margin"),
                    "this is not a percentage",
                    "write `2 %`",
                ));
            }
            margin
        });
        let formula = formula(folder, &id, item, built, strings, &dimensions);
        built.attributes.insert(id.clone(), index);
        built.rules.attributes.push(Attribute {
            id,
            kind,
            formula,
            margin,
            cost: item.value.cost,
            names,
        });
    }
}

/// Attribute ids so that a derived one comes after those of its formula.
fn in_order(folder: &Folder, built: &mut Built) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut left: BTreeSet<&String> = folder.attributes.keys().collect();
    while !left.is_empty() {
        let ready: Vec<&String> = left
            .iter()
            .filter(|id| {
                let needs = folder.attributes.get(**id).map(needs).unwrap_or_default();
                !needs.iter().any(|need| left.contains(need))
            })
            .copied()
            .collect();
        if ready.is_empty() {
            for id in &left {
                if let Some(item) = folder.attributes.get(*id) {
                    built.complaints.push(item.source.complaint(
                        item.at,
                        &format!("attribute {id} formula"),
                        "the formula refers to itself through other attributes",
                        "break the circle",
                    ));
                }
            }
            break;
        }
        for id in ready {
            left.remove(id);
            out.push(id.clone());
        }
    }
    out
}

fn needs(item: &Item<AttributeFile>) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(text) = &item.value.formula {
        if item.value.kind.get_ref() == "flag" {
            if let Ok(expr) = parse(text.get_ref()) {
                lower::names(&expr, &mut out);
            }
        } else if let Ok(arith) = parse_arith(text.get_ref()) {
            lower::arith_names(&arith, &mut out);
        }
    }
    out
}

fn kind(
    folder: &Folder,
    id: &str,
    item: &Item<AttributeFile>,
    complaints: &mut Vec<Complaint>,
) -> Option<(Kind, Option<Dimension>)> {
    let field = |name: &str| format!("attribute {id} {name}");
    let options = || -> Vec<String> {
        item.value
            .options
            .iter()
            .flat_map(|options| options.keys().cloned())
            .collect()
    };
    match item.value.kind.get_ref().as_str() {
        "flag" => Some((Kind::Flag, None)),
        "choice" | "set" if options().is_empty() => {
            complaints.push(item.source.complaint(
                item.at,
                &field("options"),
                "there are no options",
                "add a table [NAME.options] with a text per option",
            ));
            None
        }
        "choice" => Some((Kind::Choice(options()), None)),
        "set" => Some((Kind::Set(options()), None)),
        "quantity" => {
            let Some(unit) = &item.value.unit else {
                complaints.push(item.source.complaint(
                    item.at,
                    &field("unit"),
                    "a quantity needs a unit",
                    "write `unit = \"1\"` for plain counts and ratios",
                ));
                return None;
            };
            let dimension = folder.units.parse_unit(unit.get_ref()).map(|u| u.dimension);
            for other in item.value.units.iter().chain([unit]) {
                let known = folder.units.parse_unit(other.get_ref()).map(|u| u.dimension);
                let fits = match (dimension, known) {
                    (Some(a), Some(b)) => {
                        folder.units.accepts(a, b) || folder.units.accepts(b, a)
                    }
                    _ => false,
                };
                if !fits {
                    complaints.push(item.source.complaint(
                        other.span().start,
                        &field("unit"),
                        &format!("the unit `{}` is not known, or measures something else", other.get_ref()),
                        "see rules/units.tsv",
                    ));
                }
            }
            Some((
                Kind::Quantity {
                    unit: unit.get_ref().clone(),
                },
                dimension,
            ))
        }
        other => {
            complaints.push(item.source.complaint(
                item.value.kind.span().start,
                &field("kind"),
                &format!("there is no kind `{other}`"),
                "one of: quantity, choice, set, flag",
            ));
            None
        }
    }
}

fn formula(
    folder: &Folder,
    id: &str,
    item: &Item<AttributeFile>,
    built: &mut Built,
    strings: &mut BTreeMap<String, u32>,
    dimensions: &BTreeMap<u32, Dimension>,
) -> Option<Formula> {
    let text = item.value.formula.as_ref()?;
    let flag = item.value.kind.get_ref() == "flag";
    let attributes = built.attributes.clone();
    let mut lower = Lower {
        rules: &mut built.rules,
        attributes: &attributes,
        dimensions,
        provisions: &[],
        entry: "",
        strings,
        limits: Vec::new(),
        cited: Vec::new(),
    };
    let wanted = item
        .value
        .unit
        .as_ref()
        .and_then(|unit| folder.units.parse_unit(unit.get_ref()));
    let made = if flag {
        parse(text.get_ref())
            .map_err(|(at, message)| (at, message, String::new()))
            .and_then(|expr| lower.block(&expr, item.value.cite.as_deref().unwrap_or_default()))
            .map(Formula::Condition)
    } else {
        parse_arith(text.get_ref())
            .map_err(|(at, message)| (at, message, String::new()))
            .and_then(|arith| lower.arith(&arith))
            .and_then(|(term, dimension)| match wanted {
                Some(unit)
                    if folder.units.accepts(unit.dimension, dimension)
                        || folder.units.accepts(dimension, unit.dimension) =>
                {
                    Ok(Formula::Term(term))
                }
                _ => Err((
                    0,
                    "the formula gives another kind of quantity than the unit".to_owned(),
                    "mend the formula or the unit".to_owned(),
                )),
            })
    };
    match made {
        Ok(formula) => Some(formula),
        Err((at, message, help)) => {
            built.complaints.push(item.source.complaint(
                text.span().start + 1 + at,
                &format!("attribute {id} formula"),
                &message,
                &help,
            ));
            None
        }
    }
}

fn families(folder: &Folder, built: &mut Built) {
    for (id, item) in &folder.families {
        for parent in &item.value.parents {
            if !folder.families.contains_key(parent.get_ref()) {
                built.complaints.push(item.source.complaint(
                    parent.span().start,
                    &format!("family {id} parents"),
                    &format!("there is no family `{}`", parent.get_ref()),
                    "define it, or mend the spelling",
                ));
            }
        }
        let known = |code: &str| {
            folder.controls.contains_key(code)
                || folder.outline.values().any(|list| list.contains_key(code))
        };
        for see in item.value.see.iter().filter(|see| !known(see.get_ref())) {
            built.complaints.push(dangling(item, see, &format!("family {id} see")));
        }
        let mut given = Vec::new();
        for family in ancestors(folder, id) {
            let Some(of) = folder.families.get(&family) else {
                continue;
            };
            for (name, answer) in &of.value.given {
                match built.attributes.get(name) {
                    Some(attribute) => {
                        if !given.iter().any(|(known, _)| known == attribute) {
                            given.push((*attribute, answer_text(answer)));
                        }
                    }
                    None => built.complaints.push(of.source.complaint(
                        of.at,
                        &format!("family {family} given"),
                        &format!("there is no attribute `{name}`"),
                        "define it, or mend the spelling",
                    )),
                }
            }
        }
        built.rules.families.push(Family {
            id: id.clone(),
            given,
            provisions: Vec::new(),
            see: item.value.see.iter().map(|s| s.get_ref().clone()).collect(),
        });
    }
}

/// The family and all families above it, nearest first.
pub(crate) fn ancestors(folder: &Folder, id: &str) -> Vec<String> {
    let mut out = vec![id.to_owned()];
    let mut at = 0;
    while let Some(next) = out.get(at).cloned() {
        let parents = folder.families.get(&next).into_iter();
        for parent in parents.flat_map(|item| &item.value.parents) {
            if !out.contains(parent.get_ref()) {
                out.push(parent.get_ref().clone());
            }
        }
        at += 1;
    }
    out
}

/// An answer in TOML as the text of a request; options joined by `|`.
pub(crate) fn answer_text(answer: &toml::Value) -> String {
    match answer {
        toml::Value::String(text) => text.clone(),
        toml::Value::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        toml::Value::Array(items) => items.iter().map(answer_text).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}

fn drafts<'a>(folder: &'a Folder, built: &mut Built) -> Vec<Draft<'a>> {
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
            note.entries.iter().any(|glob| matches(entry, glob))
                && names_list(note.lists.as_deref(), list)
        })
        .collect()
}

/// Whether a code fits a glob with `*`.
fn matches(code: &str, glob: &str) -> bool {
    match glob.split_once('*') {
        None => code == glob,
        Some((head, tail)) => code.strip_prefix(head).is_some_and(|rest| {
            (0..=rest.len()).any(|at| rest.get(at..).is_some_and(|rest| matches(rest, tail)))
        }),
    }
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
                waiting
                    .iter()
                    .any(|(list, known)| {
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
    for expr in draft.when.iter().chain(draft.unless.iter().map(|(expr, ..)| expr)) {
        lower::references(expr, &mut out);
    }
    out.extend(draft.yields.iter().map(|(code, _)| code.clone()));
    out
}

fn provisions(
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
        let mut own_limits = lower.limits.len();
        for (position, (expr, at, cite)) in draft.unless.iter().enumerate() {
            if position == draft.own_unless {
                own_limits = lower.limits.len();
            }
            match lower.block(expr, cite) {
                Ok(when) => unless.push(Release {
                    when,
                    cite: cite.clone(),
                    yields: false,
                }),
                Err(error) => wrong.push((*at, "unless", error)),
            }
        }
        for (code, at) in &draft.yields {
            let expr = Expr::Specified(super::condition::Name {
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
        if draft.own_unless == draft.unless.len() {
            own_limits = lower.limits.len();
        }
        let mut limits = lower.limits;
        let note_limits = limits.split_off(own_limits.min(limits.len()));
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
    for name in names.iter().filter(|name| !folder.families.contains_key(*name)) {
        built.complaints.push(draft.item.source.complaint(
            at,
            &field,
            &format!("there is no family `{name}`"),
            "define it in a file under rules/families, or mend the spelling",
        ));
    }
    for family in &mut built.rules.families {
        if ancestors(folder, &family.id).iter().any(|a| names.contains(a)) {
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
    let status = match status.map(|s| (s.get_ref().as_str(), s.span().start)) {
        None | Some(("in-force", _)) => Status::InForce,
        Some(("provisional", _)) => Status::Provisional,
        Some(("announced", _)) => Status::Announced,
        Some(("suspended", _)) => Status::Suspended,
        Some(("repealed", _)) => Status::Repealed,
        Some((other, at)) => {
            complaints.push(draft.item.source.complaint(
                at,
                &format!("provision {} status", draft.path),
                &format!("there is no status `{other}`"),
                "one of: in-force, provisional, announced, suspended, repealed",
            ));
            Status::InForce
        }
    };
    let mut day = |value: Option<&Spanned<Datetime>>| {
        let value = value?;
        let date = value.get_ref().date.and_then(|d| Date::new(d.year, d.month, d.day));
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
            && other.unless.iter().map(|(_, _, cite)| cite).eq(draft.unless.iter().map(|(_, _, cite)| cite))
    };
    !all.iter().any(|other| same(&other))
}

fn controls(folder: &Folder, built: &mut Built) {
    let known = |code: &str| {
        folder.controls.contains_key(code)
            || folder.outline.values().any(|list| list.contains_key(code))
    };
    for (id, item) in &folder.controls {
        let own = item.value.see_also.iter();
        let parts = item.value.provision.iter().flat_map(|p| &p.get_ref().see_also);
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

fn dangling<T>(item: &Item<T>, code: &Spanned<String>, field: &str) -> Complaint {
    item.source.complaint(
        code.span().start,
        field,
        &format!("there is no entry `{}` in any list", code.get_ref()),
        "mend the code",
    )
}

fn reviews(folder: &Folder, built: &mut Built) {
    for (source, file) in &folder.reviews {
        for review in &file.review {
            let of = review.get_ref();
            match folder.lists.keys().position(|list| *list == of.list) {
                Some(list) => built.rules.reviews.push(Review {
                    id: of.id.clone(),
                    list: list as u32,
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
