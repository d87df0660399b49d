//! Attributes: kinds, units, formulas; a derived one comes after those of its formula.

use super::build::{Built, percent};
use super::complaint::Complaint;
use super::condition::{parse, parse_arith};
use super::folder::{Folder, Item};
use super::lower::{self, Lower};
use super::source::AttributeFile;
use crate::rule::model::{Attribute, Formula, Kind};
use crate::rule::terms::Dimension;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn attributes(folder: &Folder, built: &mut Built, strings: &mut BTreeMap<String, u32>) {
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
            ask: item.value.ask,
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
                let known = folder
                    .units
                    .parse_unit(other.get_ref())
                    .map(|u| u.dimension);
                let fits = match (dimension, known) {
                    (Some(a), Some(b)) => folder.units.accepts(a, b) || folder.units.accepts(b, a),
                    _ => false,
                };
                if !fits {
                    complaints.push(item.source.complaint(
                        other.span().start,
                        &field("unit"),
                        &format!(
                            "the unit `{}` is not known, or measures something else",
                            other.get_ref()
                        ),
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
