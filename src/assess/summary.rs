//! What follows from all findings: steps, questions, and what was not checked.

use super::subjects;
use super::turns::{Ends, Table};
use crate::finding::{Ask, ItemResult, NotChecked, Step};
use crate::risk::evaluate::{Finding, State};

/// Steps of the ladder that findings ask for, in its order.
pub(super) fn steps(ladder: &[String], findings: &[Finding]) -> Vec<Step> {
    ladder
        .iter()
        .map(|step| Step {
            step: step.clone(),
            findings: findings
                .iter()
                .enumerate()
                .filter(|(_, finding)| finding.steps.contains(step))
                .map(|(at, _)| at)
                .collect(),
        })
        .filter(|step| !step.findings.is_empty())
        .collect()
}

/// Questions that would decide findings.
pub(super) fn ask(findings: &[Finding]) -> Vec<Ask> {
    let mut out: Vec<Ask> = Vec::new();
    let open =
        |of: &&Finding| matches!(of.state, State::Open | State::NotAsked) && of.tier.is_some();
    for finding in findings.iter().filter(open) {
        for question in &finding.missing {
            let known = out
                .iter_mut()
                .find(|ask| ask.question == *question && ask.subject == finding.subject);
            match known {
                Some(ask) => ask.indicators.push(finding.indicator.clone()),
                None => out.push(Ask {
                    question: question.clone(),
                    subject: finding.subject.clone(),
                    indicators: vec![finding.indicator.clone()],
                }),
            }
        }
    }
    out
}

/// What the assessment does not cover; never empty.
pub(super) fn not_checked(table: &Table<'_>, items: &[ItemResult], ends: &Ends) -> Vec<NotChecked> {
    let Table {
        pack,
        case,
        asked,
        people,
        results,
        lists,
        ..
    } = *table;
    let mut out: Vec<NotChecked> = Vec::new();
    let mut add = |code: &'static str, subject: &str, detail: Vec<String>| {
        out.push(NotChecked {
            code,
            subject: subject.to_owned(),
            detail,
        });
    };
    match lists {
        None => add("lists-not-loaded", "", Vec::new()),
        Some(lists) => {
            if lists.starter {
                add("starter-list", "", Vec::new());
            }
            if !lists.missing.is_empty() {
                add("lists-not-loaded", "", lists.missing.clone());
            }
        }
    }
    if case.items.is_empty() {
        add("no-item", "", Vec::new());
    }
    if case.parties.is_empty() {
        add("no-party", "", Vec::new());
    }
    for (one, result) in people.iter().zip(results) {
        if result.state == "not-screened" {
            add(
                "party-not-screened",
                &one.subject,
                result.why_not.iter().map(|why| (*why).to_owned()).collect(),
            );
        }
        if let Some(party) = one.party {
            if party.owners.is_empty()
                && !party.owners_complete
                && one.kind != Some(crate::party::PartyKind::Person)
            {
                add("ownership-not-given", &one.subject, Vec::new());
            }
            match result.address {
                "not-given" => add("address-not-given", &one.subject, Vec::new()),
                "not-checked" => add("address-not-checked", &one.subject, Vec::new()),
                _ => {}
            }
        }
    }
    if case.route.is_empty() || case.route.iter().any(|leg| leg.country.trim().is_empty()) {
        add("route-not-given", "", Vec::new());
    }
    if !subjects::named(case, "end-user") {
        add("end-user-not-named", "", Vec::new());
    }
    for (code, of) in [
        ("destinations-apart", &ends.destinations),
        ("end-users-apart", &ends.end_users),
    ] {
        if of.len() > 1 {
            add(code, "", of.iter().flatten().cloned().collect());
        }
    }
    for item in items {
        for result in item.determination.iter().flat_map(|d| &d.jurisdictions) {
            if !result.not_run.is_empty() {
                add(
                    "checks-not-run",
                    &format!("item:{}", item.item),
                    result
                        .not_run
                        .iter()
                        .map(|check| format!("{}:{}", result.jurisdiction, check.check))
                        .collect(),
                );
            }
        }
    }
    add("history", "", Vec::new());
    let others: Vec<String> = (0u32..)
        .zip(&pack.licensing.jurisdictions)
        .filter(|(index, _)| !asked.contains(index))
        .map(|(_, of)| of.id.clone())
        .collect();
    add("other-jurisdictions", "", others);
    add("national-lists", "", Vec::new());
    out
}
