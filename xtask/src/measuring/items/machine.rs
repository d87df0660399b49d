//! Cases nobody has answered, read by machine: the family by searching the product's name, the
//! answers by recognising the facts as a pasted datasheet.
//!
//! A machine's choice of family can be wrong, and a wrong family finds nothing. So a decision needs
//! a family that comes first by the product's name and again by name and facts together, and
//! "nothing found" counts only when every family the search offers says so with no open question.

use super::answers::classify;
use super::verdict::Verdict;
use exportcheck::engine::Engine;
use serde_json::{Map, Value, json};

/// So many families of the search are looked at.
const FAMILIES: usize = 5;
/// A first hit below this is chance.
const SURE: f64 = 0.35;

/// A verdict and how it came about.
pub(super) struct Read {
    pub(super) verdict: Verdict,
    pub(super) told: String,
}

/// Reads a case by machine; `None` when the search finds no family to speak of.
pub(super) fn read(
    engine: &Engine,
    product: &str,
    facts: &str,
    list: &str,
) -> Result<Option<Read>, String> {
    let families = families(engine, product)?;
    let confirmed = self::families(engine, &format!("{product} {facts}"))?;
    let mut verdicts = Vec::new();
    for (family, score) in &families {
        let answers = answers(engine, family, facts)?;
        let verdict = classify(engine, family, &answers, list)?;
        let given: Vec<String> = answers
            .iter()
            .map(|(name, is)| format!("{name} {is}"))
            .collect();
        let told = format!("{family} ({score:.2}): {}", given.join("; "));
        verdicts.push(Read { verdict, told });
    }
    let nothing = verdicts
        .iter()
        .all(|read| read.verdict.word == "none-identified");
    let sure = families.first().is_some_and(|(family, score)| {
        *score >= SURE && confirmed.first().is_some_and(|(again, _)| again == family)
    });
    let mut first = verdicts.into_iter().next();
    if let Some(read) = &mut first {
        let keep = sure && (read.verdict.word == "listed" || nothing);
        if !keep && read.verdict.decided() {
            read.verdict.word = "undecided".to_owned();
        }
    }
    Ok(first)
}

fn families(engine: &Engine, product: &str) -> Result<Vec<(String, f64)>, String> {
    let request = json!({ "query": product, "language": "en", "limit": FAMILIES });
    let found = engine.find(&request.to_string()).map_err(|e| e.message)?;
    let found: Value = serde_json::from_str(&found).map_err(|e| e.to_string())?;
    Ok(found["families"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|family| Some((family["id"].as_str()?.to_owned(), family["score"].as_f64()?)))
        .collect())
}

fn answers(engine: &Engine, family: &str, facts: &str) -> Result<Map<String, Value>, String> {
    let lines = facts.replace("; ", "\n").replace(". ", "\n");
    let request = json!({ "family": family, "text": lines });
    let found = engine
        .recognise(&request.to_string())
        .map_err(|e| e.message)?;
    let found: Value = serde_json::from_str(&found).map_err(|e| e.to_string())?;
    Ok(found["found"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|reading| {
            Some((
                reading["attribute"].as_str()?.to_owned(),
                reading["value"].clone(),
            ))
        })
        .collect())
}
