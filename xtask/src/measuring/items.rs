//! Items against their expected classification: the answers are ours (`tests/cases/items/*.toml`,
//! each with its source), the cases and verdicts are those of `../shared/cases/items`. Reading by
//! machine, all that a case without answers gets, is measured apart.

mod answers;
pub(crate) mod bench;
mod history;
mod machine;
mod nvidia;
mod rules;
mod tally;
mod verdict;

use super::report::Report;
use exportcheck::engine::Engine;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tally::{Outcome, Tally};
use verdict::{Verdict, of_entry};

const EU: &str = "eu-datasheet-cases.jsonl";
const US: &str = "us-product-eccn.jsonl";
/// Law of this day is applied to every case.
const AS_OF: &str = "2026-11-22";

pub(crate) fn eval(report: &mut Report) -> Result<(), String> {
    let engine = rules::engine()?;
    let eu = eu(report, &engine)?;
    let us = us(report, &engine)?;
    let misread = eu + us + nvidia::eval(report, &engine)?;
    report.heading("All items");
    report.figure(
        "item answers not understood",
        f64::from(misread),
        "must be 0",
    );
    Ok(())
}

fn eu(report: &mut Report, engine: &Engine) -> Result<u32, String> {
    report.heading("EU datasheet cases");
    let known = answers::read("eu.toml")?;
    let mut by_hand = Section::default();
    let mut by_machine = Section::default();
    for case in cases(EU)? {
        let id = text(&case, "id");
        let product = text(&case, "product");
        let expected = Expected::read(&case);
        let told = format!("{id} {product}: expected {}", expected.told());
        // Every case is read by machine too: a case without answers has nothing else.
        match machine::read(engine, &product, &text(&case, "facts"), "eu")? {
            Some(read) => by_machine.add(&expected, &read.verdict, &told, &read.told, false),
            None => by_machine.tally.unanswered(told.clone()),
        }
        match known.get(&id) {
            Some(answered) => {
                let verdict = answered.classify(engine, "eu")?;
                by_hand.add(&expected, &verdict, &told, &answered.told(), true);
            }
            None => by_hand.tally.unanswered(told),
        }
    }
    by_hand.report(report, "EU items verdict", "EU items falsely not met");
    report.heading("EU datasheet cases, all read by machine");
    by_machine.report(
        report,
        "EU items by machine",
        "EU items by machine falsely not met",
    );
    Ok(by_hand.misread)
}

/// What a case of the EU file expects.
struct Expected {
    status: String,
    codes: Vec<String>,
    why: String,
}

impl Expected {
    fn read(case: &Value) -> Expected {
        Expected {
            status: text(case, "expected_status"),
            codes: strings(&case["expected_codes"]),
            why: strings(&case["decisive"]).join("; "),
        }
    }

    fn told(&self) -> String {
        format!("{} {:?} ({})", self.status, self.codes, self.why)
    }

    /// A case that its authors leave to an expert is right when it is left open. "Listed" without
    /// codes takes any entry.
    fn outcome(&self, verdict: &Verdict) -> Outcome {
        let met = |code: &String| verdict.has_entry(code);
        match (verdict.word.as_str(), self.status.as_str()) {
            ("listed", "listed") if self.codes.iter().all(met) => Outcome::Right,
            // The expected entry is among the open ones: not wrong, not finished.
            ("listed", "listed") if self.codes.iter().all(|c| met(c) || verdict.leaves_open(c)) => {
                Outcome::Open
            }
            ("none-identified", "not_listed") => Outcome::Right,
            ("listed" | "none-identified", _) => Outcome::Wrong,
            // Left open for lack of a fact, not for lack of rules.
            ("undecided", "needs_expert") => Outcome::Right,
            _ => Outcome::Open,
        }
    }
}

/// One group of EU cases.
#[derive(Default)]
struct Section {
    tally: Tally,
    falsely: Vec<String>,
    misread: u32,
}

impl Section {
    fn add(
        &mut self,
        expected: &Expected,
        verdict: &Verdict,
        told: &str,
        given: &str,
        print: bool,
    ) {
        let outcome = expected.outcome(verdict);
        let line = format!(
            "{outcome:?} {told}, found {} {:?}{}; from {given}",
            verdict.word,
            verdict.met,
            verdict.open()
        );
        if print {
            println!("  {line}");
            self.misread += verdict.problems.len() as u32;
        }
        if verdict.word == "none-identified" && expected.status != "not_listed" {
            self.falsely.push(line.clone());
        }
        self.tally.add(outcome, line);
    }

    fn report(&self, report: &mut Report, name: &str, falsely: &str) {
        self.tally.report(report, name);
        report.figure(falsely, self.falsely.len() as f64, "must be 0");
        report.worst("falsely not met", &self.falsely);
    }
}

fn us(report: &mut Report, engine: &Engine) -> Result<u32, String> {
    report.heading("US products with published ECCN");
    let known = answers::read("us.toml")?;
    let (mut exact, mut entry, mut by_machine) =
        (Tally::default(), Tally::default(), Tally::default());
    let mut falsely = Vec::new();
    let mut misread = 0;
    for case in cases(US)? {
        let id = text(&case, "id");
        let gold = text(&case, "gold_eccn");
        let product = text(&case, "item_name");
        let told = format!("{id} {product}: expected {gold}");
        let line = |verdict: &Verdict, given: &str| {
            let met = &verdict.met;
            format!(
                "{told}, found {} {met:?}{}; from {given}",
                verdict.word,
                verdict.open()
            )
        };
        if let Some(read) = machine::read(engine, &product, &text(&case, "description"), "us")? {
            let line = line(&read.verdict, &read.told);
            if read.verdict.misses(&gold) {
                falsely.push(line.clone());
            }
            let holds = read.verdict.is_entry(&gold);
            by_machine.add(published(&read.verdict, of_entry(&gold), holds), line);
        } else {
            by_machine.unanswered(told.clone());
        }
        let Some(answered) = known.get(&id) else {
            exact.unanswered(told.clone());
            entry.unanswered(told);
            continue;
        };
        let verdict = answered.classify(engine, "us")?;
        misread += verdict.problems.len() as u32;
        let line = line(&verdict, &answered.told());
        let outcome = published(&verdict, &gold, verdict.is_exactly(&gold));
        println!("  {outcome:?} {line}");
        exact.add(outcome, line.clone());
        entry.add(
            published(&verdict, of_entry(&gold), verdict.is_entry(&gold)),
            line,
        );
    }
    exact.report(report, "US items exact");
    entry.report(report, "US items entry");
    report.heading("US products, all read by machine");
    by_machine.report(report, "US items by machine entry");
    report.figure(
        "US items by machine falsely not met",
        falsely.len() as f64,
        "must be 0",
    );
    report.worst("falsely not met", &falsely);
    Ok(misread)
}

/// How a verdict compares with a published class.
fn published(verdict: &Verdict, gold: &str, holds: bool) -> Outcome {
    match (holds, verdict.leaves_open(gold)) {
        (true, _) => Outcome::Right,
        (false, true) => Outcome::Open,
        (false, false) => Outcome::Wrong,
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/items")
}

fn cases(file: &str) -> Result<Vec<Value>, String> {
    let path = folder().join(file);
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    lines(&text, file)
}

fn lines(text: &str, file: &str) -> Result<Vec<Value>, String> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|e| format!("{file}: line {number}: {e}"))
        })
        .collect()
}

fn text(case: &Value, field: &str) -> String {
    match &case[field] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}
