//! Case and packs -> assessment: the one way through the house. Screening, ownership and licensing
//! become facts, indicators are decided over them, and the strictest finding makes the tier.

use super::licensing::{license, place};
use super::listing;
use super::ownership::ownership_of;
use super::parties::{self, Someone, everybody};
use super::subjects::{self, Whole};
use super::summary::{ask, not_checked, steps};
use crate::case::{Case, CustomsCode, Item, LegKind};
use crate::finding::{
    Assessment, CaseId, CaseProblem, ItemOutcome, ItemResult, OutcomeOf, OwnershipResult,
    PartyResult,
};
use crate::license::outcome::Outcome;
use crate::license::report::{Determination, NOTICES};
use crate::license::request::{ItemRequest, Request};
use crate::pack::rule_pack::RulePack;
use crate::risk::tier::whole;
use crate::rule::criterion::RulesId;
use crate::screen::Screener;
use crate::screen::report::Policy;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Assesses a case.
#[must_use]
pub fn assess(
    pack: &RulePack,
    mut screener: Option<&mut Screener>,
    case: &Case,
    policy: &Policy,
) -> Assessment {
    let risk = &pack.risk;
    let mut problems = Vec::new();
    let asked = jurisdictions(pack, case, &mut problems);
    let people = everybody(case);
    repeated(case, &people, &mut problems);
    let results: Vec<PartyResult> = people
        .iter()
        .map(|one| parties::screen(one, screener.as_deref_mut(), policy, &case.decisions))
        .collect();
    problems.extend(parties::idle_decisions(&case.decisions, &results));
    let wanted = |of: Option<u32>| of.is_none_or(|index| asked.contains(&index));
    let lists = screener
        .as_deref()
        .map(|screener| parties::lists(screener, risk, &wanted, policy, case.as_of));
    let ownership = ownership_of(pack, case, &results, &mut problems);
    let mut items = Vec::new();
    let mut request = request(pack, case, &asked, &people, &mut problems);
    for item in &case.items {
        items.push(ItemResult {
            item: item.id.clone(),
            hs_lists: hs_lists(pack, item),
            determination: None,
        });
    }
    let fills = subjects::fills(&Whole {
        pack,
        case,
        asked: &asked,
        people: &people,
        results: &results,
        lists: lists.as_ref(),
        ownership: &ownership,
        items: &items,
        outcomes: &[],
        request: &request,
    });
    for (question, answer) in fills.answers {
        request.answers.entry(question).or_insert(answer);
    }
    let owners: Vec<OwnershipResult> = ownership.iter().map(|(of, _)| of.clone()).collect();
    request.answers.extend(listing::answers(&listing::Screened {
        risk,
        people: &people,
        results: &results,
        lists: lists.as_ref(),
        ownership: &owners,
        owners_idle: &fills.owners_idle,
        given: &case.answers,
    }));
    for (item, result) in case.items.iter().zip(&mut items) {
        result.determination = determination(pack, item, &request, &mut problems);
    }
    let outcomes = outcomes(pack, &asked, &items);
    let whole_case = Whole {
        pack,
        case,
        asked: &asked,
        people: &people,
        results: &results,
        lists: lists.as_ref(),
        ownership: &ownership,
        items: &items,
        outcomes: &outcomes,
        request: &request,
    };
    let subjects::Found {
        findings,
        forms,
        problems: more,
    } = subjects::decide(&whole_case);
    problems.extend(more);
    for judgement in &case.judgements {
        if !findings.iter().any(|finding| {
            finding.judgement.is_some()
                && finding.indicator == judgement.indicator
                && finding.subject == judgement.subject
        }) {
            problems.push(CaseProblem {
                subject: judgement.subject.clone(),
                field: "judgements".to_owned(),
                given: judgement.indicator.clone(),
                code: "judgement-without-finding".to_owned(),
                message: "the judgement is about something that these rules do not look at here"
                    .to_owned(),
                help: "look at the finding again and judge it anew".to_owned(),
            });
        }
    }
    let tiers: Vec<_> = findings.iter().map(|f| (f.tier, f.machine)).collect();
    Assessment {
        format: crate::finding::FORMAT,
        engine: env!("CARGO_PKG_VERSION"),
        as_of: case.as_of.to_string(),
        case: CaseId {
            id: case.id.clone(),
            title: case.title.clone(),
        },
        rules: RulesId {
            version: pack.version.clone(),
            digest: pack.digest.clone(),
        },
        tier: whole(&tiers),
        steps: steps(&risk.steps, &findings),
        ask: ask(&findings),
        not_checked: not_checked(
            pack,
            case,
            &asked,
            &people,
            &results,
            lists.as_ref(),
            &items,
        ),
        lists,
        outcomes,
        items,
        parties: results,
        ownership: ownership.into_iter().map(|(of, _)| of).collect(),
        findings,
        forms,
        problems,
        notices: NOTICES.to_vec(),
    }
}

/// Positions of the bodies of law; one that is not known is a problem.
fn jurisdictions(pack: &RulePack, case: &Case, problems: &mut Vec<CaseProblem>) -> Vec<u32> {
    let known = &pack.licensing.jurisdictions;
    let all = || (0u32..).zip(known).map(|(index, _)| index);
    if case.jurisdictions.is_empty() {
        return all().collect();
    }
    for id in &case.jurisdictions {
        if !known.iter().any(|of| of.id == *id) {
            let names: Vec<&str> = known.iter().map(|of| of.id.as_str()).collect();
            problems.push(problem(
                "",
                "jurisdictions",
                id,
                "unknown-jurisdiction",
                "the rules do not hold this body of law",
                &format!("one of: {}", names.join(", ")),
            ));
        }
    }
    let named: Vec<u32> = all()
        .zip(known)
        .filter(|(_, of)| case.jurisdictions.contains(&of.id))
        .map(|(index, _)| index)
        .collect();
    // Nothing that can be read: look at everything rather than at nothing.
    if named.is_empty() {
        all().collect()
    } else {
        named
    }
}

/// Two subjects of one name would answer for each other.
fn repeated(case: &Case, people: &[Someone<'_>], problems: &mut Vec<CaseProblem>) {
    let subjects = people
        .iter()
        .map(|one| one.subject.clone())
        .chain(case.items.iter().map(|item| format!("item:{}", item.id)))
        .chain(case.route.iter().map(|leg| format!("leg:{}", leg.id)));
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for subject in subjects {
        let times = seen.entry(subject.clone()).or_default();
        *times += 1;
        if *times == 2 {
            problems.push(problem(
                &subject,
                "id",
                &subject,
                "id-twice",
                "two parts of the case have the same id",
                "give each item, party, owner and stop an id of its own",
            ));
        }
    }
}

pub(super) fn problem(
    subject: &str,
    field: &str,
    given: &str,
    code: &str,
    message: &str,
    help: &str,
) -> CaseProblem {
    CaseProblem {
        subject: subject.to_owned(),
        field: field.to_owned(),
        given: given.to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
        help: help.to_owned(),
    }
}

/// What licensing is asked, but for the item.
fn request(
    pack: &RulePack,
    case: &Case,
    asked: &[u32],
    people: &[Someone<'_>],
    problems: &mut Vec<CaseProblem>,
) -> Request {
    let mut country = |subject: &str, field: &str, code: &str| -> Option<String> {
        let code = code.trim();
        if code.is_empty() {
            return None;
        }
        if place(&pack.licensing, "country", code).is_ok() {
            return Some(code.to_uppercase());
        }
        problems.push(problem(
            subject,
            field,
            code,
            "unknown-country",
            "the rules do not know this country; it counts as not given",
            "give the two letters of ISO 3166-1, or a territory of the rules such as UA-43",
        ));
        None
    };
    let exporter = country("", "exporter_country", &case.exporter_country);
    let mut destination = None;
    for leg in &case.route {
        let code = country(&format!("leg:{}", leg.id), "country", &leg.country);
        if leg.kind == LegKind::Destination {
            destination = code;
        }
    }
    let mut end_user_country = None;
    let mut party_countries: Vec<String> = Vec::new();
    for one in people {
        let code = country(&one.subject, "country", one.country);
        let (Some(party), Some(code)) = (one.party, code) else {
            continue;
        };
        if party.roles.iter().any(|role| role == "end-user") {
            end_user_country.get_or_insert(code.clone());
        }
        if !party_countries.contains(&code) {
            party_countries.push(code);
        }
    }
    Request {
        as_of: case.as_of,
        jurisdictions: asked
            .iter()
            .filter_map(|index| pack.licensing.jurisdictions.get(*index as usize))
            .map(|of| of.id.clone())
            .collect(),
        item: ItemRequest::default(),
        destination,
        exporter,
        origin: None,
        end_user_country,
        party_countries,
        answers: case.answers.clone(),
    }
}

/// Lists of customs codes that an item is on.
fn hs_lists(pack: &RulePack, item: &Item) -> Vec<String> {
    let digits = digits(item);
    pack.risk
        .hs_lists
        .iter()
        .filter(|list| list.codes.iter().any(|code| subjects::under(&digits, code)))
        .map(|list| list.id.clone())
        .collect()
}

/// Digits of the customs code; empty when there is none, or none that can be read.
fn digits(item: &Item) -> String {
    match item.customs_code() {
        CustomsCode::Digits(digits) => digits,
        CustomsCode::None | CustomsCode::Unknown => String::new(),
    }
}

fn determination(
    pack: &RulePack,
    item: &Item,
    request: &Request,
    problems: &mut Vec<CaseProblem>,
) -> Option<Determination> {
    let subject = format!("item:{}", item.id);
    let mut request = request.clone();
    let family = Some(item.family.clone()).filter(|id| !id.is_empty());
    let known = |id: &String| pack.rules.families.iter().any(|family| family.id == *id);
    if let Some(id) = family.as_ref().filter(|id| !known(id)) {
        problems.push(problem(
            &subject,
            "family",
            id,
            "unknown-family",
            "the rules do not know this kind of item; it counts as not given",
            "choose the item again",
        ));
    }
    let origin = item.origin.trim();
    if !origin.is_empty() {
        match place(&pack.licensing, "origin", origin) {
            Ok(_) => request.origin = Some(origin.to_uppercase()),
            Err(_) => problems.push(problem(
                &subject,
                "origin",
                origin,
                "unknown-country",
                "the rules do not know this country; it counts as not given",
                "give the two letters of ISO 3166-1",
            )),
        }
    }
    request.item = ItemRequest {
        family: family.filter(known),
        answers: item.answers.clone(),
        codes: item.codes.clone(),
        none: item.none.clone(),
    };
    let digits = digits(item);
    if item.customs_code() == CustomsCode::Unknown && !item.hs.trim().is_empty() {
        problems.push(problem(
            &subject,
            "hs",
            &item.hs,
            "no-customs-code",
            "this is no code of the Harmonised System; it counts as not known",
            "write at least four digits, such as 8457.10, or `none` for software and services",
        ));
    }
    // Being on a list answers questions of licensing, where the code is fine enough to tell.
    for list in &pack.risk.hs_lists {
        if list.codes.iter().any(|code| digits.starts_with(code)) {
            for question in &list.answers {
                request
                    .answers
                    .entry(question.clone())
                    .or_insert_with(|| Json::String("yes".to_owned()));
            }
        }
    }
    match license(pack, &request) {
        Ok(determination) => Some(determination),
        Err(unknown) => {
            problems.push(problem(
                &subject,
                unknown.field,
                &unknown.given,
                "unknown-name",
                "the rules do not know this name; the item was not looked at",
                &format!("one of: {}", unknown.known.join(", ")),
            ));
            None
        }
    }
}

fn outcomes(pack: &RulePack, asked: &[u32], items: &[ItemResult]) -> Vec<OutcomeOf> {
    asked
        .iter()
        .filter_map(|index| pack.licensing.jurisdictions.get(*index as usize))
        .map(|of| {
            let by_item: Vec<ItemOutcome> = items
                .iter()
                .map(|item| ItemOutcome {
                    item: item.item.clone(),
                    outcome: item
                        .determination
                        .iter()
                        .flat_map(|d| &d.jurisdictions)
                        .find(|result| result.jurisdiction == of.id)
                        .map_or(Outcome::Undecided.word(), |result| result.outcome)
                        .to_owned(),
                })
                .collect();
            OutcomeOf {
                jurisdiction: of.id.clone(),
                outcome: strictest(&by_item).word().to_owned(),
                items: by_item,
            }
        })
        .collect()
}

/// Without items nothing is decided.
fn strictest(items: &[ItemOutcome]) -> Outcome {
    Outcome::ALL
        .into_iter()
        .find(|outcome| items.iter().any(|item| item.outcome == outcome.word()))
        .unwrap_or(Outcome::Undecided)
}
