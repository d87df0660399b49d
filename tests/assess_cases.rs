//! Twelve realistic cases, each with what the law makes of it (`cases/assess`): the case as the page
//! exports it beside a file that says, run by run, tier, outcomes, provisions, findings with their
//! citations, what must be asked and what must be said to be unchecked.
//!
//! Keys of a `[[run]]`, all optional but `name` and `lists`:
//! `lists` (a day, `starter`, `none`), `set` and `unset` (JSON pointers into the case), `confirm` (hits a
//! person has judged the same); `tier`, `outcomes`, `provisions`, `provisions_open`, `provisions_not`
//! (`list entry.path`), `measures`, `measures_not`, `authorisations_open`, `authorisations_closed` (of the
//! licence determination), `hs_lists`, `screening`, `ownership`, `ask`, `not_checked`,
//! `not_checked_not`, `never` (indicators that must not be raised; `id@subject` for one subject only);
//! `[[run.finding]]` with `indicator`, `subject` (left out: the case), `state` (`|` between states that
//! the law leaves to the format), `cite` (part of it).
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

#[path = "assess/cases.rs"]
mod cases;

use cases::{assess, cases, party, strings, variant};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{ENGINE, tables};

#[test]
fn every_case_is_assessed_as_the_law_has_it() {
    let mut wrong = Vec::new();
    let mut findings = 0;
    let all = cases();
    assert_eq!(all.len(), 12);
    for case in &all {
        for run in tables(&case.expect, "run") {
            let name = format!("{}: {}", case.name, run["name"].as_str().unwrap());
            let variant = variant(&case.case, run);
            let assessment = assess(run["lists"].as_str().unwrap(), &variant);
            findings += tables(run, "finding").len();
            let failed = compare(&variant, &assessment, run);
            wrong.extend(failed.into_iter().map(|what| format!("{name}: {what}")));
        }
    }
    assert!(findings > 60, "only {findings} findings are expected");
    assert!(wrong.is_empty(), "{} differences: {wrong:#?}", wrong.len());
}

/// What holds for every assessment, whatever the case.
#[test]
fn every_assessment_says_where_it_stands() {
    for case in cases() {
        for run in tables(&case.expect, "run") {
            let name = format!("{}: {}", case.name, run["name"].as_str().unwrap());
            let assessment = assess(run["lists"].as_str().unwrap(), &variant(&case.case, run));
            assert_eq!(assessment["problems"], json!([]), "{name}");
            for finding in assessment["findings"].as_array().unwrap() {
                let indicator = &finding["indicator"];
                assert!(
                    !text(finding, "cite").is_empty(),
                    "{name}: {indicator} has no citation"
                );
                let tier = text(finding, "tier");
                // An open one may be nobody's business until somebody raises it.
                if text(finding, "state") == "raised" && text(finding, "kind") == "flag" {
                    assert!(
                        matches!(tier, "enhanced" | "stop"),
                        "{name}: {indicator} has no effect"
                    );
                }
            }
            let told: Vec<&str> = assessment["notices"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            for notice in ["catch-all", "sanctions", "authority", "responsibility"] {
                assert!(told.contains(&notice), "{name}: {notice} is not said");
            }
        }
    }
}

/// The tier is the highest of its factors, and each factor is a finding that says so.
#[test]
fn a_tier_is_the_highest_of_what_is_found() {
    const TIERS: [&str; 3] = ["standard", "enhanced", "stop"];
    let rank = |tier: &str| TIERS.iter().position(|known| *known == tier).unwrap_or(0);
    for case in cases() {
        for run in tables(&case.expect, "run") {
            let assessment = assess(run["lists"].as_str().unwrap(), &variant(&case.case, run));
            let findings = assessment["findings"].as_array().unwrap();
            let highest = findings
                .iter()
                .map(|f| rank(text(f, "tier")))
                .max()
                .unwrap_or(0);
            let said = &assessment["tier"];
            assert_eq!(rank(text(said, "tier")), highest, "{}", case.name);
            let counted: BTreeSet<usize> = said["factors"]
                .as_array()
                .unwrap()
                .iter()
                .map(|factor| {
                    let at = usize::try_from(factor["finding"].as_u64().unwrap()).unwrap();
                    assert_eq!(findings[at]["tier"], factor["tier"], "{}", case.name);
                    at
                })
                .collect();
            for (at, finding) in findings.iter().enumerate() {
                let weighs = rank(text(finding, "tier")) > 0;
                assert_eq!(weighs, counted.contains(&at), "{}: {finding}", case.name);
            }
        }
    }
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_default()
}

fn compare(case: &Value, assessment: &Value, run: &toml::Table) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Some(tier) = run.get("tier").and_then(toml::Value::as_str)
        && assessment["tier"]["tier"] != tier
    {
        wrong.push(format!(
            "tier is {}: {}",
            assessment["tier"]["tier"],
            factors(assessment)
        ));
    }
    for (jurisdiction, outcome) in pairs(run, "outcomes") {
        let said = find(&assessment["outcomes"], "jurisdiction", &jurisdiction);
        if said["outcome"].as_str() != outcome.as_str() {
            wrong.push(format!(
                "{jurisdiction}: outcome is {}, not {outcome}",
                said["outcome"]
            ));
        }
    }
    provisions(case, run, &mut wrong);
    licence(assessment, run, &mut wrong);
    for (item, lists) in pairs(run, "hs_lists") {
        let said = find(&assessment["items"], "item", &item);
        if said["hs_lists"] != serde_json::to_value(&lists).unwrap() {
            wrong.push(format!("{item} is on {}, not {lists}", said["hs_lists"]));
        }
    }
    for (subject, state) in pairs(run, "screening") {
        let said = party(assessment, &subject);
        if said["state"].as_str() != state.as_str() {
            wrong.push(format!("{subject} is {}, not {state}", said["state"]));
        }
    }
    for (key, range) in pairs(run, "ownership") {
        let (subject, test) = key.split_once(' ').unwrap();
        let said = assessment["ownership"]
            .as_array()
            .unwrap()
            .iter()
            .find(|o| o["subject"] == subject && o["test"] == test);
        let found = said.map(|o| json!([o["min"], o["max"]]));
        if found != Some(serde_json::to_value(&range).unwrap()) {
            wrong.push(format!("{key} is {found:?}, not {range}"));
        }
    }
    let asked = asked(assessment);
    for question in strings(run, "ask") {
        if !asked.contains(&question) {
            wrong.push(format!("{question} is not asked"));
        }
    }
    let codes: BTreeSet<&str> = assessment["not_checked"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| text(entry, "code"))
        .collect();
    for code in strings(run, "not_checked") {
        if !codes.contains(code.as_str()) {
            wrong.push(format!(
                "{code} is not among what was not checked: {codes:?}"
            ));
        }
    }
    for code in strings(run, "not_checked_not") {
        if codes.contains(code.as_str()) {
            wrong.push(format!("{code} is among what was not checked"));
        }
    }
    findings(assessment, run, &mut wrong);
    wrong
}

fn findings(assessment: &Value, run: &toml::Table, wrong: &mut Vec<String>) {
    let found = assessment["findings"].as_array().unwrap();
    for expected in tables(run, "finding") {
        let of = |name: &str| {
            expected
                .get(name)
                .and_then(toml::Value::as_str)
                .unwrap_or("")
        };
        let (indicator, subject) = (of("indicator"), of("subject"));
        let Some(finding) = found
            .iter()
            .find(|f| f["indicator"] == indicator && f["subject"] == subject)
        else {
            wrong.push(format!("{indicator} at `{subject}` is not there"));
            continue;
        };
        if !of("state")
            .split('|')
            .any(|state| finding["state"] == state)
        {
            wrong.push(format!(
                "{indicator} at `{subject}` is {}, not {}: {}",
                finding["state"],
                of("state"),
                finding["criteria"]
            ));
        }
        if !text(finding, "cite").contains(of("cite")) || of("cite").is_empty() {
            wrong.push(format!("{indicator} cites {}", finding["cite"]));
        }
    }
    for never in strings(run, "never") {
        let (indicator, subject) = match never.split_once('@') {
            Some((indicator, subject)) => (indicator, Some(subject)),
            None => (never.as_str(), None),
        };
        let raised = found.iter().find(|f| {
            f["indicator"] == indicator
                && subject.is_none_or(|subject| f["subject"] == subject)
                && matches!(text(f, "state"), "raised" | "resolved" | "trusted")
        });
        if let Some(raised) = raised {
            wrong.push(format!(
                "{indicator} at {} is {}",
                raised["subject"], raised["state"]
            ));
        }
    }
}

/// Classification and licence determination of all items.
fn licence(assessment: &Value, run: &toml::Table, wrong: &mut Vec<String>) {
    let items = assessment["items"].as_array().unwrap();
    let mut measures = BTreeSet::new();
    let mut authorisations = BTreeSet::new();
    for side in items
        .iter()
        .filter_map(|item| item["determination"]["jurisdictions"].as_array())
        .flatten()
    {
        for name in ["findings", "scope_by", "duties", "prompts"] {
            for measure in side[name].as_array().into_iter().flatten() {
                measures.insert((text(measure, "measure"), text(measure, "result")));
            }
        }
        for authorisation in side["authorisations"].as_array().into_iter().flatten() {
            if matches!(text(authorisation, "state"), "open" | "conditions-met") {
                authorisations.insert(text(authorisation, "measure"));
            }
        }
    }
    for (measure, result) in pairs(run, "measures") {
        let result = result.as_str().unwrap().to_owned();
        if !measures.contains(&(measure.as_str(), result.as_str())) {
            wrong.push(format!("{measure} is not {result}"));
        }
    }
    for measure in strings(run, "measures_not") {
        if measures.contains(&(measure.as_str(), "met")) {
            wrong.push(format!("{measure} is met"));
        }
    }
    let fits = |pattern: &str| {
        authorisations
            .iter()
            .any(|name| match pattern.split_once('*') {
                Some((head, _)) => name.starts_with(head),
                None => *name == pattern,
            })
    };
    for name in strings(run, "authorisations_open") {
        if !fits(&name) {
            wrong.push(format!("{name} is not open: {authorisations:?}"));
        }
    }
    for name in strings(run, "authorisations_closed") {
        if fits(&name) {
            wrong.push(format!("{name} is open"));
        }
    }
}

/// What the classification of the case's items finds; the assessment rests on the same answers.
fn provisions(case: &Value, run: &toml::Table, wrong: &mut Vec<String>) {
    let mut provisions = BTreeSet::new();
    for item in case["items"].as_array().unwrap() {
        let Some(family) = item["family"].as_str() else {
            continue;
        };
        let request = json!({
            "family": family, "answers": item["answers"], "as_of": case["as_of"], "lists": ["eu", "us"],
        });
        let answer = ENGINE.classify(&request.to_string()).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        for provision in answer["provisions"].as_array().unwrap() {
            let path = text(provision, "path");
            let dot = if path.is_empty() { "" } else { "." };
            let (list, entry) = (text(provision, "list"), text(provision, "entry"));
            let result = text(provision, "result").to_owned();
            provisions.insert((format!("{list} {entry}{dot}{path}"), result));
        }
    }
    let is = |code: &String, result: &str| provisions.contains(&(code.clone(), result.to_owned()));
    for (key, result) in [("provisions", "met"), ("provisions_open", "unknown")] {
        for code in strings(run, key) {
            if !is(&code, result) {
                wrong.push(format!("{code} is not {result}: {provisions:?}"));
            }
        }
    }
    for code in strings(run, "provisions_not") {
        for result in ["met", "unknown"] {
            if is(&code, result) {
                wrong.push(format!("{code} is {result}"));
            }
        }
    }
}

/// Every question an assessment asks: of the indicators and of the licence determination.
fn asked(assessment: &Value) -> BTreeSet<String> {
    let items = assessment["items"].as_array().unwrap();
    let of_items = items
        .iter()
        .filter_map(|item| item["determination"]["ask"].as_array())
        .flatten();
    assessment["ask"]
        .as_array()
        .unwrap()
        .iter()
        .chain(of_items)
        .map(|ask| text(ask, "question").to_owned())
        .collect()
}

fn factors(assessment: &Value) -> String {
    let findings = assessment["findings"].as_array().unwrap();
    let weighs = findings.iter().filter(|f| f["tier"].is_string());
    let told = weighs.map(|f| {
        format!(
            "{} at `{}` {} -> {}",
            text(f, "indicator"),
            text(f, "subject"),
            text(f, "state"),
            text(f, "tier")
        )
    });
    told.collect::<Vec<_>>().join(", ")
}

fn find<'a>(list: &'a Value, key: &str, value: &str) -> &'a Value {
    list.as_array()
        .unwrap()
        .iter()
        .find(|entry| entry[key] == value)
        .unwrap_or(&Value::Null)
}

fn pairs(run: &toml::Table, name: &str) -> Vec<(String, toml::Value)> {
    run.get(name)
        .and_then(toml::Value::as_table)
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
