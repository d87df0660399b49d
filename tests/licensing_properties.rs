//! What holds for licence determination whatever the case is: precedence, no missing answer is a "no",
//! an answer for every entry, destination and reason.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use exportcheck::license::item::State;
use exportcheck::license::model::Kind;
use exportcheck::license::outcome::{Outcome, Weight, outcome};
use exportcheck::rule::terms::Truth;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::{ENGINE, RULES, license};

const DAY: &str = "2026-11-22";
const KINDS: [Kind; 4] = [
    Kind::Prohibition,
    Kind::SanctionsReview,
    Kind::Requirement,
    Kind::Notification,
];
const TRUTHS: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];

fn weight() -> impl Strategy<Value = Weight> {
    (0..4usize, 0..3usize, any::<bool>(), any::<bool>()).prop_map(
        |(kind, truth, overcome, beyond_scope)| Weight {
            kind: KINDS[kind],
            truth: TRUTHS[truth],
            overcome,
            beyond_scope,
        },
    )
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        Just(State::NotGiven),
        Just(State::NoRule),
        Just(State::Undecided),
        Just(State::NoneIdentified),
        Just(State::Listed),
    ]
}

proptest! {
    /// The order in which findings come is nothing.
    #[test]
    fn findings_in_any_order_give_one_outcome(
        findings in prop::collection::vec(weight(), 0..6).prop_shuffle(),
        scope in 0..3usize,
        item in state(),
    ) {
        let expected = outcome(TRUTHS[scope], item, &findings);
        let mut turned = findings.clone();
        turned.sort_by_key(|w| (w.outcome(), w.overcome, w.beyond_scope));
        prop_assert_eq!(outcome(TRUTHS[scope], item, &turned), expected);
        turned.reverse();
        prop_assert_eq!(outcome(TRUTHS[scope], item, &turned), expected);
    }

    /// One more finding never makes the outcome milder, and an open one never makes it milder than open.
    #[test]
    fn one_more_finding_never_makes_it_milder(
        findings in prop::collection::vec(weight(), 0..6),
        more in weight(),
        item in state(),
    ) {
        let before = outcome(Truth::True, item, &findings).0;
        let mut all = findings;
        all.push(more);
        let after = outcome(Truth::True, item, &all).0;
        prop_assert!(after <= before, "{:?} after {:?}", after, before);
        if more.truth == Truth::Unknown {
            prop_assert!(after <= Outcome::Undecided);
        }
    }

    /// Prohibition over review over licence over notification over authorisation over open over nothing.
    #[test]
    fn the_strictest_finding_decides(findings in prop::collection::vec(weight(), 1..6)) {
        let (found, _) = outcome(Truth::True, State::Listed, &findings);
        let met = |kind: Kind, overcome: Option<bool>| findings.iter().any(|w| {
            w.truth == Truth::True && w.kind == kind && overcome.is_none_or(|o| w.overcome == o)
        });
        let expected = if met(Kind::Prohibition, None) {
            Outcome::Prohibited
        } else if met(Kind::SanctionsReview, None) {
            Outcome::SanctionsReview
        } else if met(Kind::Requirement, Some(false)) {
            Outcome::LicenceRequired
        } else if met(Kind::Notification, Some(false)) {
            Outcome::NotifyAuthority
        } else if met(Kind::Requirement, None) || met(Kind::Notification, None) {
            Outcome::AuthorisationPossible
        } else if findings.iter().any(|w| w.truth == Truth::Unknown) {
            Outcome::Undecided
        } else {
            Outcome::NoneIdentified
        };
        prop_assert_eq!(found, expected);
    }
}

/// A case with many answers, made from a seed.
fn random_case(seed: u64) -> (Value, Vec<String>) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let attributes = &RULES.rules.attributes;
    // What an entry leaves open the user may answer, and that is no answer left out.
    let licensing = &RULES.licensing;
    let supplied = |at: u32| {
        licensing.items.iter().any(|set| set.attribute == at)
            || licensing.entry_facts.iter().any(|of| of.attribute == at)
    };
    let mut answers = Map::new();
    for (at, attribute) in (0u32..).zip(attributes) {
        let ours = ["eu_", "us_", "case_"]
            .iter()
            .any(|p| attribute.id.starts_with(p));
        if !ours || supplied(at) || attribute.formula.is_some() || next(3) == 0 {
            continue;
        }
        use exportcheck::rule::model::Kind as Shape;
        let answer = match &attribute.kind {
            Shape::Flag => json!(if next(2) == 0 { "yes" } else { "no" }),
            Shape::Choice(options) => json!(options[next(options.len())]),
            Shape::Set(options) => json!([options[next(options.len())]]),
            Shape::Quantity { unit } => {
                let number = ["0", "1", "24.9", "25", "5000", "100000"][next(6)];
                json!(format!("{number} {unit}").trim_end_matches(" 1"))
            }
        };
        answers.insert(attribute.id.clone(), answer);
    }
    let codes = [
        "2B001.b.2",
        "3A001.b.2",
        "5A002.a",
        "6A003.b.4.b",
        "1C350",
        "9A610.a",
        "3A991",
    ];
    let code = codes[next(codes.len())];
    let places = support::destinations();
    let mut place = || places[next(places.len())].clone();
    let names = answers.keys().cloned().collect();
    let exporter = ["DE", "US", "FR", "CN"][seed as usize % 4];
    let mut codes = vec![json!({"list": "us", "code": code})];
    if !code.starts_with("9A6") && code != "3A991" {
        codes.push(json!({"list": "eu", "code": code}));
    }
    let request = json!({
        "as_of": DAY,
        "item": {"codes": codes},
        "destination": place(),
        "exporter": exporter,
        "origin": place(),
        "end_user_country": place(),
        "answers": answers,
    });
    (request, names)
}

/// Rank of a condition or authorisation: what blanking an answer may turn into what.
fn only_opens(before: &str, after: &str) -> bool {
    before == after || matches!(after, "open" | "unknown" | "not-asked")
}

#[test]
fn an_answer_left_out_never_rules_in_or_out() {
    let mut blanked = 0;
    for seed in 1..=40u64 {
        let (request, names) = random_case(seed);
        let before = license(&request);
        for name in names.iter().step_by(9) {
            blanked += 1;
            let mut less = request.clone();
            less["answers"].as_object_mut().unwrap().remove(name);
            let after = license(&less);
            for (old, new) in sides(&before).zip(sides(&after)) {
                compare(old, new, &format!("seed {seed} without {name}"));
            }
        }
    }
    assert!(blanked > 500, "only {blanked}");
}

fn sides(answer: &Value) -> impl Iterator<Item = &Value> {
    answer["jurisdictions"].as_array().unwrap().iter()
}

fn compare(before: &Value, after: &Value, what: &str) {
    let key = |finding: &Value| {
        let text = |name: &str| finding[name].as_str().unwrap_or_default().to_owned();
        (text("measure"), text("provision"))
    };
    let results = |side: &Value| -> std::collections::BTreeMap<(String, String), String> {
        side["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| (key(f), f["result"].as_str().unwrap().to_owned()))
            .collect()
    };
    let not_run = |side: &Value, measure: &str| {
        side["not_run"].as_array().unwrap().iter().any(|check| {
            let measures = check["measures"].as_array().unwrap();
            measures.iter().any(|m| *m == measure)
        })
    };
    let (old, new) = (results(before), results(after));
    for (id, result) in &old {
        let now = new.get(id).map(String::as_str);
        let told = now.is_some() || not_run(after, &id.0);
        assert!(told, "{what}: {id:?} was {result} and is gone");
    }
    for (id, result) in &new {
        let was = old.get(id).map(String::as_str);
        assert!(
            result == "unknown" || was == Some("met"),
            "{what}: {id:?} was {was:?} and is {result}"
        );
    }
    for authorisation in after["authorisations"].as_array().unwrap() {
        let old = before["authorisations"]
            .as_array()
            .unwrap()
            .iter()
            .find(|a| key(a) == key(authorisation));
        let Some(old) = old else { continue };
        let (was, is) = (
            old["state"].as_str().unwrap(),
            authorisation["state"].as_str().unwrap(),
        );
        assert!(
            only_opens(was, is),
            "{what}: {} was {was} and is {is}",
            authorisation["measure"]
        );
        let conditions = old["conditions"].as_array().unwrap();
        for (old, new) in conditions
            .iter()
            .zip(authorisation["conditions"].as_array().unwrap())
        {
            let (was, is) = (
                old["result"].as_str().unwrap(),
                new["result"].as_str().unwrap(),
            );
            assert!(only_opens(was, is), "{what}: {}: {was} to {is}", new["id"]);
        }
    }
}

/// For every US entry and destination: an outcome; and for an entry whose reasons are not modelled never
/// "nothing identified".
#[test]
fn every_entry_and_destination_has_an_answer_or_says_what_is_not_modelled() {
    let licensing = &RULES.licensing;
    let us = licensing
        .jurisdictions
        .iter()
        .position(|j| j.id == "us")
        .unwrap() as u32;
    let entries: Vec<(&String, &Vec<String>)> = licensing
        .outline
        .iter()
        .filter(|(of, _, _)| *of == us)
        .map(|(_, entry, leaves)| (entry, leaves))
        .collect();
    assert!(entries.len() > 600, "{}", entries.len());
    let step = entries.len().div_ceil(2);
    let mut wrong: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = entries
            .chunks(step)
            .map(|part| {
                scope.spawn(move || {
                    part.iter()
                        .flat_map(|(entry, _)| entry_answers(entry))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|t| t.join().unwrap())
            .collect()
    });
    wrong.truncate(30);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn entry_answers(entry: &str) -> Vec<String> {
    let request = json!({
        "as_of": DAY, "jurisdictions": ["us"], "item": {"codes": [{"list": "us", "code": entry}]},
        "exporter": "US", "origin": "US",
    });
    let answer = ENGINE.license_map(&request.to_string()).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let known = RULES
        .licensing
        .reasons_known
        .iter()
        .any(|(_, known)| known == entry);
    let mut wrong = Vec::new();
    for place in answer["destinations"].as_array().unwrap() {
        let result = &place["results"][0];
        let outcome = result["outcome"].as_str().unwrap();
        let told = match outcome {
            // Territories of the United States are no destination abroad.
            "none-identified" => known || support::in_group_of("us", &place["code"]),
            "not-in-scope" => false,
            _ => true,
        };
        if !told {
            wrong.push(format!("{entry} to {}: {outcome}", place["code"]));
        }
    }
    wrong
}

/// Every reason for control, with every destination: the chart's mark, a rule of its own, or open.
#[test]
fn every_reason_is_reached_by_a_measure() {
    let licensing = &RULES.licensing;
    let rules = &RULES.rules;
    for reason in &licensing.reasons {
        let used = licensing
            .reason_lines
            .iter()
            .any(|line| licensing.reasons[line.reason as usize].code == reason.code);
        let asked = licensing.measures.iter().any(|measure| {
            let nodes = &rules.nodes[measure.when.first as usize..=measure.when.last as usize];
            uses(nodes, reason.attribute)
        });
        assert!(asked || !used, "no measure asks for reason {}", reason.code);
    }
}

/// Whether a condition uses an attribute, itself or through formulas.
fn uses(nodes: &[exportcheck::rule::model::Node], attribute: u32) -> bool {
    use exportcheck::rule::model::{Formula, Node};
    let rules = &RULES.rules;
    nodes.iter().any(|node| match node {
        Node::Flag {
            attribute: named, ..
        }
        | Node::Is {
            attribute: named, ..
        }
        | Node::Has {
            attribute: named, ..
        } => {
            *named == attribute
                || match rules.attributes[*named as usize].formula {
                    Some(Formula::Condition(block)) => uses(
                        &rules.nodes[block.first as usize..=block.last as usize],
                        attribute,
                    ),
                    _ => false,
                }
        }
        _ => false,
    })
}
