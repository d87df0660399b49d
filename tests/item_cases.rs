//! Leaving out an answer may open a verdict, never turn a yes or an open question into a no: over
//! our answers to the item cases (`cases/items`) and over every example of the rule files.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use exportcheck::classify::classifier::{Request, verdicts};
use exportcheck::date::Date;
use exportcheck::rule::facts::Facts;
use exportcheck::rule::model::{Family, Rules};
use exportcheck::rule::terms::Truth;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use support::RULES;

type Answers = Map<String, Value>;

#[test]
fn our_answers_are_understood_and_say_where_they_stand() {
    for (file, id, case) in answered() {
        let rules = &RULES.rules;
        let name = case["family"].as_str().unwrap();
        let family = family(rules, name).unwrap_or_else(|| panic!("{file} {id}: family {name}"));
        let facts = Facts::read(rules, &family.given, &answers(&case));
        assert!(
            facts.problems.is_empty(),
            "{file} {id}: {:?}",
            facts.problems
        );
        for (attribute, answer) in case
            .get("answers")
            .and_then(toml::Value::as_table)
            .into_iter()
            .flatten()
        {
            let from = answer["from"].as_str().unwrap();
            assert!(
                from.starts_with("case: ") || from.starts_with("datasheet: "),
                "{file} {id} {attribute}: {from}"
            );
        }
    }
}

#[test]
fn an_answer_left_out_never_turns_a_case_into_a_no() {
    let rules = &RULES.rules;
    let mut wrong = BTreeSet::new();
    let mut blanked = 0;
    for (file, id, case) in answered() {
        let family = family(rules, case["family"].as_str().unwrap()).unwrap();
        blanked += blank_each(
            rules,
            family,
            &answers(&case),
            &format!("{file} {id}"),
            &mut wrong,
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(blanked > 100, "only {blanked} answers were left out");
}

#[test]
fn an_answer_left_out_never_turns_an_example_into_a_no() {
    let rules = &RULES.rules;
    let mut wrong = BTreeSet::new();
    let mut blanked = 0;
    for example in &RULES.examples {
        let family = family(rules, &example.family).unwrap();
        let answers = example
            .answers
            .iter()
            .map(|(name, answer)| (name.clone(), Value::String(answer.clone())))
            .collect();
        blanked += blank_each(rules, family, &answers, &example.family, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} in all: {wrong:#?}", wrong.len());
    assert!(blanked > 1000, "only {blanked} answers were left out");
}

/// Leaves out each answer in turn; returns how many there were.
fn blank_each(
    rules: &Rules,
    family: &Family,
    answers: &Answers,
    what: &str,
    wrong: &mut BTreeSet<String>,
) -> usize {
    let whole = decide(rules, family, answers);
    for attribute in answers.keys() {
        let (mut fewer, index) = (answers.clone(), index(rules, attribute));
        // A derived figure left out is computed from its inputs, which an example may contradict.
        if index.is_some_and(|index| rules.attributes[index].formula.is_some()) {
            continue;
        }
        // Without an answer the family's own would count: "I do not know" takes that away too.
        if family
            .given
            .iter()
            .any(|(given, _)| Some(*given as usize) == index)
        {
            fewer.insert(attribute.clone(), Value::String("unknown".to_owned()));
        } else {
            fewer.remove(attribute);
        }
        let after = decide(rules, family, &fewer);
        for (index, (before, now)) in whole.iter().zip(&after).enumerate() {
            let rule = &rules.provisions[index];
            let lost =
                matches!(before, Some(Truth::True | Truth::Unknown)) && *now == Some(Truth::False);
            if lost && !stands_again(rules, rule.list, &whole, &after) {
                let control = &rules.controls[rule.control as usize];
                wrong.insert(format!(
                    "{what}: without {attribute}, {} {}.{} goes from {before:?} to no; of {answers:?}",
                    rules.lists[rule.list as usize].id, control.entry, rule.path
                ));
            }
        }
    }
    answers.len()
}

/// Whether a paragraph of the list that had given way to another one (`yields_to`) stands again,
/// and takes with it what it excludes: the item is listed by it, before and after.
fn stands_again(
    rules: &Rules,
    list: u32,
    whole: &[Option<Truth>],
    after: &[Option<Truth>],
) -> bool {
    (0..rules.provisions.len()).any(|index| {
        rules.provisions[index].list == list
            && whole[index] == Some(Truth::False)
            && after[index] == Some(Truth::True)
    })
}

fn index(rules: &Rules, attribute: &str) -> Option<usize> {
    rules
        .attributes
        .iter()
        .position(|known| known.id == attribute)
}

fn decide(rules: &Rules, family: &Family, answers: &Answers) -> Vec<Option<Truth>> {
    let lists: Vec<u32> = (0..rules.lists.len() as u32).collect();
    let facts = Facts::read(rules, &family.given, answers);
    let as_of: Date = serde_json::from_str("\"2026-11-22\"").unwrap();
    let request = Request {
        family,
        answers,
        as_of,
        lists: &lists,
    };
    verdicts(rules, &facts, &request)
}

fn family<'a>(rules: &'a Rules, id: &str) -> Option<&'a Family> {
    rules.families.iter().find(|family| family.id == id)
}

/// File, case and its table, of every case and every reading of the part list.
fn answered() -> Vec<(&'static str, String, toml::Value)> {
    let mut cases = Vec::new();
    for file in ["eu.toml", "us.toml", "nvidia.toml"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/cases/items")
            .join(file);
        let table: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for (id, value) in table {
            match value {
                toml::Value::Array(readings) => {
                    for (number, reading) in readings.into_iter().enumerate() {
                        cases.push((file, format!("{id} {number}"), reading["item"].clone()));
                    }
                }
                case => cases.push((file, id, case)),
            }
        }
    }
    cases
}

fn answers(case: &toml::Value) -> Answers {
    case.get("answers")
        .and_then(toml::Value::as_table)
        .into_iter()
        .flatten()
        .map(|(name, answer)| (name.clone(), json(&answer["is"])))
        .collect()
}

fn json(value: &toml::Value) -> Value {
    match value {
        // A reading of the part list takes the performance from the row.
        toml::Value::String(text) => Value::String(text.replace("{performance}", "4000")),
        toml::Value::Boolean(yes) => Value::String(if *yes { "yes" } else { "no" }.to_owned()),
        toml::Value::Array(items) => Value::Array(items.iter().map(json).collect()),
        other => Value::String(other.to_string()),
    }
}
