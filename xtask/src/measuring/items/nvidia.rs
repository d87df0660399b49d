//! The manufacturer's part list: hundreds of parts, few facts. `tests/cases/items/nvidia.toml`
//! says how a part is read from its own fields (never from its class); a part with no stated
//! performance and no telling description is left undecided.

use super::answers::{Answered, SOURCE, parse};
use super::tally::Tally;
use super::{Report, lines, published, text};
use exportcheck::engine::Engine;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;

const PARTS: &str = "nvidia-part-eccn.jsonl.gz";
const READINGS: &str = "nvidia.toml";

/// How a part is recognised and what it then is. The first reading that fits counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    /// Any of these words in the description; none named: any description.
    #[serde(default)]
    words: Vec<String>,
    /// None of these words.
    #[serde(default)]
    without: Vec<String>,
    /// Beginnings of the part number, which name the board (described parts show which); none
    /// named: any.
    #[serde(default)]
    numbers: Vec<String>,
    /// Beginnings of the tariff number; none named: any.
    #[serde(default)]
    hts: Vec<String>,
    /// Whether the performance must be stated (true) or absent (false).
    #[serde(default)]
    performance: Option<bool>,
    item: Answered,
}

#[derive(Debug, Deserialize)]
struct Readings {
    reading: Vec<Reading>,
}

/// Parts with and without stated performance.
#[derive(Default)]
struct Parts {
    stated: Tally,
    others: Tally,
    /// Published and found, counted.
    differ: BTreeMap<String, u32>,
    falsely: Vec<String>,
    misread: u32,
}

pub(super) fn eval(report: &mut Report, engine: &Engine) -> Result<u32, String> {
    report.heading("NVIDIA parts");
    let readings = readings()?;
    let mut result = Parts::default();
    for part in parts()? {
        result.add(engine, &readings, &part)?;
    }
    result
        .stated
        .report(report, "NVIDIA parts with stated performance");
    result
        .others
        .report(report, "NVIDIA parts without stated performance");
    for (what, count) in &result.differ {
        println!("  {count:>4} {what}");
    }
    report.figure(
        "NVIDIA parts falsely not met",
        result.falsely.len() as f64,
        "must be 0",
    );
    report.worst("falsely not met", &result.falsely);
    Ok(result.misread)
}

impl Parts {
    fn add(&mut self, engine: &Engine, readings: &[Reading], part: &Value) -> Result<(), String> {
        let gold = text(part, "eccn");
        let performance = text(part, "tppPerGpu");
        let line = format!(
            "{} {} hts {} performance {performance}: {gold}",
            text(part, "partNumber"),
            described(part),
            text(part, "htsUs")
        );
        let tally = if performance.is_empty() {
            &mut self.others
        } else {
            &mut self.stated
        };
        let Some(reading) = readings.iter().find(|reading| reading.fits(part)) else {
            tally.unanswered(line);
            return Ok(());
        };
        let mut item = reading.item.clone();
        for answer in item.answers.values_mut() {
            if answer.is.as_str() == Some("{performance}") {
                answer.is = toml::Value::String(performance.clone());
            }
        }
        let verdict = item.classify(engine, "us")?;
        self.misread += verdict.problems.len() as u32;
        let line = format!(
            "{line}, found {} {:?}{}; from {}",
            verdict.word,
            verdict.met,
            verdict.open(),
            item.told()
        );
        let holds = verdict.is_exactly(&gold);
        if !holds && !verdict.leaves_open(&gold) {
            let met = if verdict.met.is_empty() {
                verdict.word.clone()
            } else {
                verdict.met.join(", ")
            };
            *self
                .differ
                .entry(format!("{gold} found {met}"))
                .or_default() += 1;
        }
        if verdict.misses(&gold) {
            self.falsely.push(line.clone());
        }
        tally.add(published(&verdict, &gold, holds), line);
        Ok(())
    }
}

impl Reading {
    fn fits(&self, part: &Value) -> bool {
        let described = described(part).to_lowercase();
        let has = |words: &[String]| {
            words
                .iter()
                .any(|word| described.contains(&word.to_lowercase()))
        };
        let begins = |beginnings: &[String], field: &str| {
            let value = text(part, field);
            beginnings.is_empty() || beginnings.iter().any(|start| value.starts_with(start))
        };
        let stated = !text(part, "tppPerGpu").is_empty();
        (self.words.is_empty() || has(&self.words))
            && !has(&self.without)
            && begins(&self.numbers, "partNumber")
            && begins(&self.hts, "htsUs")
            && self.performance.is_none_or(|wanted| wanted == stated)
    }
}

fn described(part: &Value) -> String {
    format!("{} {}", text(part, "description"), text(part, "partType"))
}

fn readings() -> Result<Vec<Reading>, String> {
    let readings: Readings = parse(READINGS)?;
    for reading in &readings.reading {
        reading.item.sourced().map_err(|attribute| {
            format!("{READINGS}: {:?}.{attribute}: {SOURCE}", reading.words)
        })?;
    }
    Ok(readings.reading)
}

fn parts() -> Result<Vec<Value>, String> {
    let path = super::folder().join(PARTS);
    let file = fs::File::open(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .map_err(|e| format!("{}: {e}", path.display()))?;
    lines(&text, PARTS)
}
