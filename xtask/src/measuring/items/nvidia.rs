//! The manufacturer's part list: hundreds of parts, few facts. `tests/cases/items/nvidia.toml`
//! says how a part is read from its own fields (never from its class); a part with no stated
//! performance and no telling description is left undecided.

use super::answers::{Answered, of_entry};
use super::{AS_OF, Report, Tally, lines, text};
use exportcheck::engine::Engine;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

const PARTS: &str = "nvidia-part-eccn.jsonl.gz";

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

pub(super) fn eval(report: &mut Report, engine: &Engine) -> Result<(), String> {
    report.heading("NVIDIA parts");
    let readings = readings()?;
    let mut stated = Tally::default();
    let mut others = Tally::default();
    let mut differ: BTreeMap<String, u32> = BTreeMap::new();
    for part in parts()? {
        let gold = text(&part, "eccn");
        let performance = text(&part, "tppPerGpu");
        let described = format!("{} {}", text(&part, "description"), text(&part, "partType"));
        let line = format!(
            "{} {described} hts {} performance {performance}: {gold}",
            text(&part, "partNumber"),
            text(&part, "htsUs")
        );
        let tally = if performance.is_empty() {
            &mut others
        } else {
            &mut stated
        };
        let Some(reading) = readings.iter().find(|reading| reading.fits(&part)) else {
            tally.undecided.push(line);
            continue;
        };
        let mut item = reading.item.clone();
        for answer in item.answers.values_mut() {
            if answer.is.as_str() == Some("{performance}") {
                answer.is = toml::Value::String(performance.clone());
            }
        }
        let verdict = item.classify(engine, "us", AS_OF)?;
        let holds = verdict.is_exactly(&gold);
        let undecided = verdict.word == "undecided" || verdict.word == "no-rule";
        if !holds && !undecided {
            let met: Vec<&str> = verdict.met.iter().map(|code| of_entry(code)).collect();
            *differ.entry(format!("{gold} found {met:?}")).or_default() += 1;
        }
        tally.add(
            holds,
            undecided,
            format!(
                "{line}, found {} {:?}{}",
                verdict.word,
                verdict.met,
                verdict.open()
            ),
        );
    }
    stated.report(report, "NVIDIA parts with stated performance");
    others.report(report, "NVIDIA parts without stated performance");
    for (what, count) in differ {
        println!("  {count:>4} {what}");
    }
    Ok(())
}

impl Reading {
    fn fits(&self, part: &Value) -> bool {
        let described =
            format!("{} {}", text(part, "description"), text(part, "partType")).to_lowercase();
        let has = |words: &[String]| {
            words
                .iter()
                .any(|word| described.contains(&word.to_lowercase()))
        };
        let tariff = text(part, "htsUs");
        let stated = !text(part, "tppPerGpu").is_empty();
        (self.words.is_empty() || has(&self.words))
            && !has(&self.without)
            && (self.hts.is_empty() || self.hts.iter().any(|hts| tariff.starts_with(hts)))
            && self.performance.is_none_or(|wanted| wanted == stated)
    }
}

fn readings() -> Result<Vec<Reading>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/items/nvidia.toml");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let readings: Readings =
        toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
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
