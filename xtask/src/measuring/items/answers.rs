//! Our answers to the cases: which family, which values, and where each value stands.

use exportcheck::engine::Engine;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Answers to one case. Every answer names its source: `case` and the words of the case, or
/// `datasheet: ` and the public document that states it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answered {
    pub(crate) family: String,
    #[serde(default)]
    pub(crate) answers: BTreeMap<String, Sourced>,
}

/// One answer and its source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sourced {
    pub(crate) is: toml::Value,
    pub(crate) from: String,
}

/// What the engine found in one list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verdict {
    pub(crate) word: String,
    /// `3A001.a.5.a.1`
    pub(crate) met: Vec<String>,
    pub(crate) unknown: Vec<String>,
    ask: Vec<String>,
}

pub(crate) fn read(file: &str) -> Result<BTreeMap<String, Answered>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/cases/items")
        .join(file);
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let known: BTreeMap<String, Answered> =
        toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    for (id, answered) in &known {
        for (attribute, answer) in &answered.answers {
            if !(answer.from.starts_with("case") || answer.from.starts_with("datasheet: ")) {
                return Err(format!(
                    "{}: {id}.{attribute}: the source must begin with `case` or `datasheet: `",
                    path.display()
                ));
            }
        }
    }
    Ok(known)
}

impl Answered {
    /// The engine's verdict for one list.
    pub(crate) fn classify(
        &self,
        engine: &Engine,
        list: &str,
        as_of: &str,
    ) -> Result<Verdict, String> {
        let answers: serde_json::Map<String, Value> = self
            .answers
            .iter()
            .map(|(name, answer)| (name.clone(), json(&answer.is)))
            .collect();
        let request = json!({
            "family": self.family, "answers": answers, "as_of": as_of, "lists": [list],
        });
        let answer = engine
            .classify(&request.to_string())
            .map_err(|e| format!("{}: {}", self.family, e.message))?;
        let answer: Value = serde_json::from_str(&answer).map_err(|e| e.to_string())?;
        if let Some(problem) = answer["problems"].as_array().and_then(|p| p.first()) {
            return Err(format!("{}: {problem}", self.family));
        }
        let result = &answer["lists"][0];
        let mut verdict = Verdict {
            word: result["verdict"].as_str().unwrap_or_default().to_owned(),
            ..Verdict::default()
        };
        for entry in result["entries"].as_array().into_iter().flatten() {
            let code = entry["entry"].as_str().unwrap_or_default();
            let whole = |path: &Value| {
                let path = path.as_str().unwrap_or_default();
                if path.is_empty() {
                    code.to_owned()
                } else {
                    format!("{code}.{path}")
                }
            };
            verdict
                .met
                .extend(entry["met"].as_array().into_iter().flatten().map(whole));
            verdict
                .unknown
                .extend(entry["unknown"].as_array().into_iter().flatten().map(whole));
        }
        verdict.ask = answer["ask"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|question| question["attribute"].as_str().map(str::to_owned))
            .collect();
        Ok(verdict)
    }
}

impl Verdict {
    pub(crate) fn has_entry(&self, entry: &str) -> bool {
        self.met.iter().any(|code| of_entry(code) == entry)
    }

    /// The published class is among what is met, and nothing of a stricter entry is.
    pub(crate) fn is_exactly(&self, gold: &str) -> bool {
        if gold == "EAR99" {
            return self.word == "none-identified" && self.met.is_empty();
        }
        self.is_entry(gold)
            && self
                .met
                .iter()
                .any(|code| code == gold || code.starts_with(&format!("{gold}.")))
    }

    pub(crate) fn is_entry(&self, gold: &str) -> bool {
        if gold == "EAR99" {
            return self.is_exactly(gold);
        }
        let gold = of_entry(gold);
        self.has_entry(gold)
            && self
                .met
                .iter()
                .all(|code| of_entry(code) == gold || is_basket(of_entry(code)) || !is_basket(gold))
    }

    /// What is still open, for the printed line.
    pub(crate) fn open(&self) -> String {
        if self.word != "undecided" {
            return String::new();
        }
        format!(
            "; open {:?}, ask {:?}",
            self.unknown.iter().take(4).collect::<Vec<_>>(),
            self.ask.iter().take(4).collect::<Vec<_>>()
        )
    }
}

/// `3A001` of `3A001.a.5`.
pub(crate) fn of_entry(code: &str) -> &str {
    code.split('.').next().unwrap_or(code)
}

/// The x99x entries, which hold what no stricter entry does.
fn is_basket(entry: &str) -> bool {
    entry.get(2..3) == Some("9")
}

fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text.clone()),
        toml::Value::Boolean(yes) => Value::String(if *yes { "yes" } else { "no" }.to_owned()),
        toml::Value::Array(items) => Value::Array(items.iter().map(json).collect()),
        other => Value::String(other.to_string()),
    }
}
