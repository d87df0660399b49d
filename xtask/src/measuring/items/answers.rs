//! Our answers to the cases: which family, which values, and where each value stands.

use super::AS_OF;
use super::verdict::Verdict;
use exportcheck::engine::Engine;
use serde::Deserialize;
use serde_json::{Map, Value, json};
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

pub(crate) fn read(file: &str) -> Result<BTreeMap<String, Answered>, String> {
    let known: BTreeMap<String, Answered> = parse(file)?;
    for (id, answered) in &known {
        answered
            .sourced()
            .map_err(|attribute| format!("{file}: {id}.{attribute}: {SOURCE}"))?;
    }
    Ok(known)
}

pub(super) const SOURCE: &str = "the source must begin with `case: ` or `datasheet: `";

/// A file of `tests/cases/items`.
pub(super) fn parse<T: serde::de::DeserializeOwned>(file: &str) -> Result<T, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/cases/items")
        .join(file);
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

impl Answered {
    /// # Errors
    /// The first answer that does not say where it stands.
    pub(super) fn sourced(&self) -> Result<(), &String> {
        let named = |from: &str| from.starts_with("case: ") || from.starts_with("datasheet: ");
        match self.answers.iter().find(|(_, answer)| !named(&answer.from)) {
            Some((attribute, _)) => Err(attribute),
            None => Ok(()),
        }
    }

    /// The engine's verdict for one list.
    pub(crate) fn classify(&self, engine: &Engine, list: &str) -> Result<Verdict, String> {
        let answers = self
            .answers
            .iter()
            .map(|(name, answer)| (name.clone(), json(&answer.is)))
            .collect();
        classify(engine, &self.family, &answers, list)
    }

    /// The request of a page: both lists.
    pub(super) fn request(&self) -> String {
        let answers: Map<String, Value> = self
            .answers
            .iter()
            .map(|(name, answer)| (name.clone(), json(&answer.is)))
            .collect();
        json!({ "family": self.family, "answers": answers, "as_of": AS_OF }).to_string()
    }

    /// `family: attribute value; ...`, for the printed line.
    pub(crate) fn told(&self) -> String {
        let values: Vec<String> = self
            .answers
            .iter()
            .map(|(name, answer)| match &answer.is {
                toml::Value::String(text) => format!("{name} {text}"),
                other => format!("{name} {other}"),
            })
            .collect();
        format!("{}: {}", self.family, values.join("; "))
    }
}

/// The engine's verdict on answers for one list.
pub(super) fn classify(
    engine: &Engine,
    family: &str,
    answers: &Map<String, Value>,
    list: &str,
) -> Result<Verdict, String> {
    let request = json!({
        "family": family, "answers": answers, "as_of": AS_OF, "lists": [list],
    });
    match engine.classify(&request.to_string()) {
        Ok(answer) => serde_json::from_str(&answer)
            .map(|answer| Verdict::read(&answer))
            .map_err(|e| e.to_string()),
        // The rules for it are not written yet: the case stays undecided.
        Err(e) if e.code == "no-family" => Ok(Verdict::no_family()),
        Err(e) => Err(format!("{family}: {}", e.message)),
    }
}

fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text.clone()),
        toml::Value::Boolean(yes) => Value::String(if *yes { "yes" } else { "no" }.to_owned()),
        toml::Value::Array(items) => Value::Array(items.iter().map(json).collect()),
        other => Value::String(other.to_string()),
    }
}
