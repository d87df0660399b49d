//! Why a measure applies, and what would decide it: attributes to answer, reasons to confirm,
//! a paragraph or a country to give.

use super::facts::Desk;
use super::item::Code;
use crate::rule::criterion::Criterion;
use crate::rule::explain::Walk;
use crate::rule::facts::Value;
use crate::rule::model::Block;
use crate::rule::terms::Truth;

/// Reasons and open questions of one condition.
#[derive(Debug, Clone, Default)]
pub struct Because {
    /// Criteria that decide.
    pub criteria: Vec<Criterion>,
    /// What would decide it, without repeats: attributes; `field:origin`; `reason:...`;
    /// `paragraph:3A001`; `item`; `entry:...`.
    pub missing: Vec<String>,
    /// Somebody said "I do not know" to one of these.
    pub do_not_know: bool,
}

/// Explains a condition for the paragraphs at hand.
pub(super) fn because(desk: &Desk<'_>, codes: &[&Code], block: Block) -> Because {
    let mut out = Because::default();
    walk(desk, codes, block, true, &mut out);
    for criterion in &mut out.criteria {
        place(desk, criterion);
    }
    out
}

/// Open questions of a condition, without its criteria.
pub(super) fn questions(desk: &Desk<'_>, codes: &[&Code], block: Block) -> Because {
    let mut out = Because::default();
    walk(desk, codes, block, false, &mut out);
    out
}

fn walk(desk: &Desk<'_>, codes: &[&Code], block: Block, keep: bool, out: &mut Because) {
    let new = if keep { Walk::new } else { Walk::only };
    let mut walk = new(desk.case.rules, &desk.facts, desk.case.verdicts);
    let truth = walk.block(block);
    out.criteria.append(&mut walk.criteria);
    if truth == Truth::Unknown {
        for attribute in walk.missing {
            lacking(desk, codes, attribute, out);
        }
    }
}

fn lacking(desk: &Desk<'_>, codes: &[&Code], attribute: u32, out: &mut Because) {
    if *desk.facts.value(attribute) == Value::DoNotKnow {
        out.do_not_know = true;
    }
    let licensing = desk.case.licensing;
    let slots = &licensing.slots;
    let id = |attribute: u32| {
        desk.case
            .rules
            .attributes
            .get(attribute as usize)
            .map(|attribute| attribute.id.clone())
            .unwrap_or_default()
    };
    let places = [
        slots.destination,
        slots.exporter,
        slots.origin,
        slots.end_user_country,
        slots.party_countries,
    ];
    if places.contains(&attribute) {
        return add(out, format!("field:{}", id(attribute)));
    }
    if attribute == slots.item_listed {
        return add(out, "item".to_owned());
    }
    if let Some(at) = licensing
        .items
        .iter()
        .position(|s| s.attribute == attribute)
    {
        let hits = |code: &&Code| {
            code.sets
                .get(at)
                .map(|(rows, except)| rows.iter().chain(except).cloned().collect())
                .unwrap_or_default()
        };
        return of_item(desk, codes, &hits, out);
    }
    if let Some(at) = licensing
        .reasons
        .iter()
        .position(|r| r.attribute == attribute)
    {
        let unknown = codes.iter().find(|code| !code.reasons_known);
        if let Some(code) = unknown {
            let entry = code.code.split('.').next().unwrap_or_default();
            return add(out, format!("reasons:{entry}"));
        }
        let hits = |code: &&Code| code.reasons.get(at).cloned().unwrap_or_default();
        return of_item(desk, codes, &hits, out);
    }
    if let Some(at) = licensing
        .entry_facts
        .iter()
        .position(|fact| fact.attribute == attribute)
    {
        return of_entry(desk, codes, at, &id(attribute), out);
    }
    add(out, id(attribute));
}

fn of_item(
    desk: &Desk<'_>,
    codes: &[&Code],
    hits: &dyn Fn(&&Code) -> Vec<super::item::Hit>,
    out: &mut Because,
) {
    if codes.is_empty() {
        return add(out, "item".to_owned());
    }
    for code in codes {
        for hit in hits(code) {
            if desk.applies(&hit) == Truth::False {
                continue;
            }
            if hit.covers == Truth::Unknown {
                add(out, format!("paragraph:{}", code.code));
            }
            if let Some(when) = hit.when {
                walk(desk, &[], when, false, out);
            }
            let answered = |name: &String| {
                desk.case
                    .answers
                    .get(name)
                    .is_some_and(|answer| answer == "yes" || answer == "no")
            };
            if let Some(name) = hit.confirm.filter(|name| !answered(name)) {
                add(out, name);
            }
        }
        if code.truth == Truth::Unknown {
            add(out, "item".to_owned());
        }
    }
}

fn of_entry(desk: &Desk<'_>, codes: &[&Code], fact: usize, id: &str, out: &mut Because) {
    for code in codes {
        let lines = code.lines.get(fact).map(Vec::as_slice).unwrap_or_default();
        if lines.is_empty() {
            add(out, format!("entry:{id}"));
        }
        for line in lines {
            if line.covers == Truth::Unknown {
                add(out, format!("paragraph:{}", code.code));
            }
            if let Some(when) = line.when {
                walk(desk, &[], when, false, out);
            }
        }
    }
    if codes.is_empty() {
        add(out, "item".to_owned());
    }
}

fn add(out: &mut Because, name: String) {
    if !name.is_empty() && !out.missing.contains(&name) {
        out.missing.push(name);
    }
}

/// A place is shown as its code, not as the groups it is in.
fn place(desk: &Desk<'_>, criterion: &mut Criterion) {
    let slots = &desk.case.licensing.slots;
    let named = |attribute: u32| {
        desk.case
            .rules
            .attributes
            .get(attribute as usize)
            .map(|attribute| attribute.id.as_str())
            == criterion.attribute.as_deref()
    };
    let of = |place: &Option<usize>| -> Option<String> {
        let place = desk.case.licensing.destinations.get((*place)?)?;
        Some(place.code.clone())
    };
    let places = &desk.places;
    let value = if named(slots.destination) {
        of(&places.destination)
    } else if named(slots.exporter) {
        of(&places.exporter)
    } else if named(slots.origin) {
        of(&places.origin)
    } else if named(slots.end_user_country) {
        of(&places.end_user_country)
    } else if named(slots.party_countries) {
        let codes: Vec<String> = places
            .party_countries
            .iter()
            .filter_map(|at| of(&Some(*at)))
            .collect();
        Some(codes.join("|")).filter(|codes| !codes.is_empty())
    } else {
        return;
    };
    criterion.value = value;
}
