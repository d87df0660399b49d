//! Case and packs -> assessment: the one way through the house. Screening, ownership and licensing
//! become facts, indicators are decided over them, and the strictest finding makes the tier.

use super::licensing::place;
use super::ownership::ownership_of;
use super::parties::{self, Someone, everybody};
use super::summary::{ask, not_checked, steps};
use super::turns::{Ends, Table, Turn, all_turns};
use crate::case::{Case, LegKind};
use crate::finding::{Assessment, CaseId, CaseProblem, PartyResult};
use crate::license::report::NOTICES;
use crate::license::request::{ItemRequest, Request};
use crate::pack::rule_pack::RulePack;
use crate::risk::tier::whole;
use crate::rule::criterion::RulesId;
use crate::screen::Screener;
use crate::screen::report::Policy;
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
    let (request, ends) = request(pack, case, &asked, &people, &mut problems);
    let table = Table {
        pack,
        case,
        asked: &asked,
        people: &people,
        results: &results,
        lists: lists.as_ref(),
        ownership: &ownership,
        request: &request,
    };
    let Turn {
        items,
        outcomes,
        findings,
        forms,
        problems: more,
    } = all_turns(&table, &ends);
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
        not_checked: not_checked(&table, &items, &ends),
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

/// What licensing is asked, but for the item; and where goods go and end users are.
fn request(
    pack: &RulePack,
    case: &Case,
    asked: &[u32],
    people: &[Someone<'_>],
    problems: &mut Vec<CaseProblem>,
) -> (Request, Ends) {
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
    let mut ends = Ends::default();
    for leg in &case.route {
        let code = country(&format!("leg:{}", leg.id), "country", &leg.country);
        if leg.kind == LegKind::Destination && !ends.destinations.contains(&code) {
            ends.destinations.push(code);
        }
    }
    let mut party_countries: Vec<String> = Vec::new();
    for one in people {
        let code = country(&one.subject, "country", one.country);
        let Some(party) = one.party else {
            continue;
        };
        // One whose country is not known leaves open what depends on it.
        if party.roles.iter().any(|role| role == "end-user") && !ends.end_users.contains(&code) {
            ends.end_users.push(code.clone());
        }
        let Some(code) = code else {
            continue;
        };
        if !party_countries.contains(&code) {
            party_countries.push(code);
        }
    }
    let request = Request {
        as_of: case.as_of,
        jurisdictions: asked
            .iter()
            .filter_map(|index| pack.licensing.jurisdictions.get(*index as usize))
            .map(|of| of.id.clone())
            .collect(),
        item: ItemRequest::default(),
        destination: None,
        exporter,
        origin: None,
        end_user_country: None,
        party_countries,
        answers: case.answers.clone(),
    };
    (request, ends)
}
