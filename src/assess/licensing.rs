//! Where the layers meet: what classification found becomes the item that licensing asks about.

use crate::classify::classifier;
use crate::license::content::{Content, Line, content};
use crate::license::evaluate::{Case, Side};
use crate::license::facts::Places;
use crate::license::item::{Listed, State};
use crate::license::map::{WorldMap, destinations};
use crate::license::model::Licensing;
use crate::license::report::{Determination, determine};
use crate::license::request::{ItemRequest, Request};
use crate::pack::rule_pack::RulePack;
use crate::rule::criterion::RulesId;
use crate::rule::explain::join_code;
use crate::rule::facts::{Facts, Problem};
use crate::rule::model::{Family, Rules};
use crate::rule::terms::Truth;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

/// A name of the request that the rules do not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The field.
    pub field: &'static str,
    /// What was given.
    pub given: String,
    /// What there is.
    pub known: Vec<String>,
}

/// A question about a bill of materials.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContentRequest {
    /// Day whose law applies.
    pub as_of: crate::date::Date,
    /// Whose content counts.
    pub jurisdiction: String,
    /// Where the product goes.
    pub destination: String,
    /// Value of the product.
    pub product_value: String,
    /// Its parts.
    pub lines: Vec<Line>,
    /// Answers by attribute.
    #[serde(default)]
    pub answers: Map<String, Json>,
}

struct Prepared<'a> {
    case: Case<'a>,
    sides: Vec<Side>,
    places: Places,
}

/// May the item go there.
///
/// # Errors
/// [`Unknown`] names.
pub fn license(pack: &RulePack, request: &Request) -> Result<Determination, Unknown> {
    with(pack, request, |prepared| {
        determine(
            &prepared.case,
            &prepared.sides,
            &prepared.places,
            request,
            rules_id(pack),
        )
    })
}

/// The same for every destination.
///
/// # Errors
/// [`Unknown`] names.
pub fn license_map(pack: &RulePack, request: &Request) -> Result<WorldMap, Unknown> {
    with(pack, request, |prepared| WorldMap {
        as_of: request.as_of.to_string(),
        rules: rules_id(pack),
        destinations: destinations(&prepared.case, &prepared.sides, &prepared.places),
        problems: prepared.case.facts.problems.clone(),
    })
}

/// Controlled content of goods made abroad.
///
/// # Errors
/// [`Unknown`] names.
pub fn bill_of_materials(pack: &RulePack, request: &ContentRequest) -> Result<Content, Unknown> {
    let licensing = &pack.licensing;
    let jurisdiction = jurisdiction(licensing, &request.jurisdiction)?;
    // The country whose content counts has the jurisdiction's own name as its code.
    let home = request.jurisdiction.to_uppercase();
    let home_at = place(licensing, "jurisdiction", &home)?;
    let destination = place(licensing, "destination", &request.destination)?;
    let places = Places {
        destination: Some(destination),
        exporter: Some(home_at),
        origin: Some(home_at),
        end_user_country: Some(destination),
        party_countries: Vec::new(),
    };
    let case = Case {
        rules: &pack.rules,
        licensing,
        facts: Facts::read(&pack.rules, &[], &request.answers),
        answers: &request.answers,
        verdicts: &[],
        as_of: request.as_of,
    };
    Ok(content(
        &case,
        jurisdiction,
        &home,
        &places,
        &request.product_value,
        &request.lines,
    ))
}

fn rules_id(pack: &RulePack) -> RulesId {
    RulesId {
        version: pack.version.clone(),
        digest: pack.digest.clone(),
    }
}

fn with<T>(
    pack: &RulePack,
    request: &Request,
    answer: impl FnOnce(&Prepared<'_>) -> T,
) -> Result<T, Unknown> {
    let licensing = &pack.licensing;
    let rules = &pack.rules;
    let family = family(rules, &request.item)?;
    let mut answers = request.item.answers.clone();
    answers.extend(request.answers.clone());
    // Confirmed reasons are answers too, but no attributes.
    let attributes: Map<String, Json> = answers
        .iter()
        .filter(|(name, _)| !name.contains(':'))
        .map(|(name, answer)| (name.clone(), answer.clone()))
        .collect();
    let given = family.map_or(&[][..], |family| &family.given);
    let asked = jurisdictions(licensing, &request.jurisdictions)?;
    let lists: Vec<u32> = (0u32..).zip(&rules.lists).map(|(index, _)| index).collect();
    let mut facts = Facts::read(rules, given, &attributes);
    let mut verdicts: Vec<Option<Truth>> = match family {
        Some(family) => classifier::verdicts(
            rules,
            &facts,
            &classifier::Request {
                family,
                answers: &attributes,
                as_of: request.as_of,
                lists: &lists,
            },
        ),
        None => Vec::new(),
    };
    let mut sides = Vec::new();
    for index in asked {
        let Some(of) = licensing.jurisdictions.get(index as usize) else {
            continue;
        };
        let listed = item(
            rules,
            licensing,
            &request.item,
            index,
            of.list,
            family.is_some(),
            &mut verdicts,
            &mut facts.problems,
        )?;
        sides.push(Side::new(licensing, index, &listed));
    }
    let one = |field: &'static str, code: &Option<String>| -> Result<Option<usize>, Unknown> {
        code.as_deref()
            .filter(|code| !code.is_empty())
            .map(|code| place(licensing, field, code))
            .transpose()
    };
    let places = Places {
        destination: one("destination", &request.destination)?,
        exporter: one("exporter", &request.exporter)?,
        origin: one("origin", &request.origin)?,
        end_user_country: one("end_user_country", &request.end_user_country)?,
        party_countries: request
            .party_countries
            .iter()
            .map(|code| place(licensing, "party_countries", code))
            .collect::<Result<Vec<usize>, Unknown>>()?,
    };
    Ok(answer(&Prepared {
        case: Case {
            rules,
            licensing,
            facts,
            answers: &answers,
            verdicts: &verdicts,
            as_of: request.as_of,
        },
        sides,
        places,
    }))
}

/// What the item is in one list: known codes over the user's word over the answers.
#[allow(clippy::too_many_arguments)]
fn item(
    rules: &Rules,
    licensing: &Licensing,
    request: &ItemRequest,
    jurisdiction: u32,
    list: u32,
    classified: bool,
    verdicts: &mut Vec<Option<Truth>>,
    problems: &mut Vec<Problem>,
) -> Result<Listed, Unknown> {
    let id = rules
        .lists
        .get(list as usize)
        .map(|list| list.id.as_str())
        .unwrap_or_default();
    let known = |name: &String| rules.lists.iter().any(|list| list.id == *name);
    let named = request.codes.iter().map(|code| &code.list);
    if let Some(wrong) = named.chain(&request.none).find(|name| !known(name)) {
        return Err(Unknown {
            field: "item",
            given: wrong.clone(),
            known: rules.lists.iter().map(|list| list.id.clone()).collect(),
        });
    }
    let given: Vec<String> = request
        .codes
        .iter()
        .filter(|code| code.list == id && !code.code.trim().is_empty())
        .map(|code| tidy(&code.code))
        .collect();
    let (good, bad): (Vec<String>, Vec<String>) = given
        .into_iter()
        .partition(|code| licensing.has(jurisdiction, code));
    problems.extend(bad.iter().map(|code| Problem {
        attribute: format!("item.codes.{id}"),
        given: code.clone(),
        code: "unknown-code".to_owned(),
        message: format!("the list has no paragraph `{code}`"),
        help: "give entry and paragraph with dots, such as `3A001.b.2`".to_owned(),
    }));
    if good.is_empty() && !bad.is_empty() {
        return Ok(Listed::default());
    }
    let codes: Vec<(String, Truth)> = good.into_iter().map(|c| (c, Truth::True)).collect();
    if !codes.is_empty() {
        mark(rules, list, &codes, verdicts);
        return Ok(Listed {
            state: State::Listed,
            codes,
        });
    }
    if request.none.iter().any(|name| name == id) {
        return Ok(Listed {
            state: State::NoneIdentified,
            codes: Vec::new(),
        });
    }
    if !classified {
        return Ok(Listed::default());
    }
    Ok(classified_item(rules, list, verdicts))
}

/// Spaces and the case of letters do not matter; missing dots are not guessed at.
fn tidy(code: &str) -> String {
    let code: String = code.split_whitespace().collect();
    match code.split_once('.') {
        Some((entry, path)) => format!("{}.{}", entry.to_uppercase(), path.to_lowercase()),
        None => code.to_uppercase(),
    }
}

/// Provisions at and under known codes are met, for conditions that refer to them.
fn mark(rules: &Rules, list: u32, codes: &[(String, Truth)], verdicts: &mut Vec<Option<Truth>>) {
    verdicts.resize(rules.provisions.len(), None);
    for (slot, provision) in verdicts.iter_mut().zip(&rules.provisions) {
        let entry = rules
            .controls
            .get(provision.control as usize)
            .map_or("", |control| control.entry.as_str());
        let is = |(known, _): &(String, Truth)| {
            let (of, path) = known.split_once('.').unwrap_or((known, ""));
            of == entry && path == provision.path
        };
        if provision.list == list && codes.iter().any(is) {
            *slot = Some(Truth::True);
        }
    }
}

/// Met paragraphs one by one; entries that are only open, as entries.
fn classified_item(rules: &Rules, list: u32, verdicts: &[Option<Truth>]) -> Listed {
    let mut codes: Vec<(String, Truth)> = Vec::new();
    let mut open: Vec<(String, Truth)> = Vec::new();
    let mut any = false;
    for (provision, verdict) in rules.provisions.iter().zip(verdicts) {
        let (Some(truth), true) = (verdict, provision.list == list) else {
            continue;
        };
        any = true;
        let Some(control) = rules.controls.get(provision.control as usize) else {
            continue;
        };
        match truth {
            Truth::True => codes.push((join_code(&control.entry, &provision.path), Truth::True)),
            Truth::Unknown if !open.iter().any(|(entry, _)| *entry == control.entry) => {
                open.push((control.entry.clone(), Truth::Unknown));
            }
            _ => {}
        }
    }
    // An entry that is met already needs no second, open look.
    open.retain(|(entry, _)| {
        !codes
            .iter()
            .any(|(code, _)| code.split('.').next() == Some(entry))
    });
    let state = match (any, codes.is_empty(), open.is_empty()) {
        (false, _, _) => State::NoRule,
        (_, false, _) => State::Listed,
        (_, true, false) => State::Undecided,
        (_, true, true) => State::NoneIdentified,
    };
    codes.extend(open);
    Listed { state, codes }
}

fn family<'a>(rules: &'a Rules, item: &ItemRequest) -> Result<Option<&'a Family>, Unknown> {
    let Some(id) = item.family.as_deref().filter(|id| !id.is_empty()) else {
        return Ok(None);
    };
    let found = rules.families.iter().find(|family| family.id == id);
    found.map(Some).ok_or_else(|| Unknown {
        field: "family",
        given: id.to_owned(),
        known: Vec::new(),
    })
}

fn jurisdictions(licensing: &Licensing, ids: &[String]) -> Result<Vec<u32>, Unknown> {
    if ids.is_empty() {
        return Ok((0u32..)
            .zip(&licensing.jurisdictions)
            .map(|(index, _)| index)
            .collect());
    }
    ids.iter().map(|id| jurisdiction(licensing, id)).collect()
}

fn jurisdiction(licensing: &Licensing, id: &str) -> Result<u32, Unknown> {
    (0u32..)
        .zip(&licensing.jurisdictions)
        .find(|(_, of)| of.id == id)
        .map(|(index, _)| index)
        .ok_or_else(|| Unknown {
            field: "jurisdictions",
            given: id.to_owned(),
            known: licensing
                .jurisdictions
                .iter()
                .map(|of| of.id.clone())
                .collect(),
        })
}

pub(super) fn place(
    licensing: &Licensing,
    field: &'static str,
    code: &str,
) -> Result<usize, Unknown> {
    licensing
        .destinations
        .iter()
        .position(|place| place.code.eq_ignore_ascii_case(code.trim()))
        .ok_or_else(|| Unknown {
            field,
            given: code.to_owned(),
            known: Vec::new(),
        })
}
