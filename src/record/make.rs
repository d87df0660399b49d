//! Making a record.

use super::canonical::canonical;
use super::parts::{digest, parts};
use super::read::read;
use super::split::{Halves, split};
use crate::date::Date;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What a record calls itself.
pub const FORMAT: &str = "exportcheck-record";
/// The version of its format.
pub const VERSION: u64 = 1;

/// Why a record cannot be made, or a case not assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Kebab-case.
    pub code: String,
    /// Lower-case, no full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// What is open while a record is made or checked.
#[derive(Debug, Clone)]
pub struct Open<'a> {
    /// Version of the engine.
    pub engine: &'a str,
    /// `{"rules":{"version","digest"},"lists":{"digest",..}|null}`: whatever decides an assessment
    /// and is no part of the case; packs are told apart by `digest`.
    pub packs: Value,
}

/// Assesses a case (judgements, decisions and trust included) under a screening policy, and writes
/// input, judgement and result down as one canonical text.
///
/// # Errors
/// [`Refused`]: the time is no time, a number would not survive being written, or `assess` refuses.
pub fn make(
    case: &Value,
    policy: &Value,
    made_at: &str,
    open: &Open<'_>,
    assess: impl FnOnce(&Value, &Value) -> Result<Value, Refused>,
) -> Result<String, Refused> {
    check_time(made_at)?;
    let case = settled("case", case)?;
    let policy = settled("policy", policy)?;
    let assessment = settled("assessment", &assess(&case, &policy)?)?;
    let record = assemble(split(case), policy, made_at, open, assessment);
    Ok(canonical(&sealed(record)))
}

/// The members of a record but its digest.
pub(super) fn assemble(
    halves: Halves,
    policy: Value,
    made_at: &str,
    open: &Open<'_>,
    assessment: Value,
) -> Map<String, Value> {
    let members = [
        ("format", json!(FORMAT)),
        ("version", json!(VERSION)),
        ("made_at", json!(made_at)),
        ("engine", json!(open.engine)),
        ("packs", open.packs.clone()),
        ("policy", policy),
        ("case", halves.case),
        ("human", halves.human),
        ("assessment", assessment),
    ];
    members
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// The record with its digest.
pub(super) fn sealed(mut record: Map<String, Value>) -> Value {
    let parts = parts(&record);
    let value = digest(&Value::Object(record.clone()));
    let digest = json!({"algorithm": "sha-256", "value": value, "parts": parts});
    record.insert("digest".to_owned(), digest);
    Value::Object(record)
}

/// The value as it reads after having been written, so that it is assessed as it will be read again.
/// A number that does not survive that (more than 15 digits) is refused rather than changed.
pub(super) fn settled(what: &str, value: &Value) -> Result<Value, Refused> {
    let text = canonical(value);
    let again = read(text.as_bytes()).map_err(|error| Refused {
        code: "not-recordable".to_owned(),
        message: format!("{what}: {}", error.message),
        help: "see the member named in the message".to_owned(),
    })?;
    match inexact(value, &again) {
        None if canonical(&again) == text => Ok(again),
        number => Err(Refused {
            code: "number-not-exact".to_owned(),
            message: format!(
                "{what}: `{}` cannot be written down exactly",
                number.unwrap_or_default()
            ),
            help: "give it as a text, such as \"12.5\"".to_owned(),
        }),
    }
}

/// The first number that reads differently after having been written.
fn inexact(value: &Value, again: &Value) -> Option<String> {
    match (value, again) {
        (Value::Number(one), Value::Number(other)) => {
            let whole =
                |n: &serde_json::Number| n.as_u64().map(i128::from).or(n.as_i64().map(i128::from));
            let same = match (whole(one), whole(other)) {
                (Some(one), Some(other)) => one == other,
                // `1.0` is written `1`: the same number.
                _ => whole(one).is_none() && one.as_f64() == other.as_f64(),
            };
            (!same).then(|| one.to_string())
        }
        (Value::Array(ones), Value::Array(others)) => {
            ones.iter().zip(others).find_map(|(a, b)| inexact(a, b))
        }
        (Value::Object(ones), Value::Object(others)) => ones
            .iter()
            .find_map(|(name, one)| inexact(one, others.get(name)?)),
        _ => None,
    }
}

/// `2026-11-22T10:00:00Z`, fractions of the second allowed.
fn check_time(text: &str) -> Result<(), Refused> {
    let good = || -> Option<()> {
        let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
        day.parse::<Date>().ok()?;
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = time.split(':').collect();
        let in_range = parts.iter().zip([24u8, 60, 61]).all(|(part, end)| {
            part.len() == 2 && digits(part) && part.parse().is_ok_and(|n: u8| n < end)
        });
        (parts.len() == 3 && in_range && digits(fraction)).then_some(())
    };
    good().ok_or_else(|| Refused {
        code: "bad-request".to_owned(),
        message: format!("made_at: `{text}` is no time"),
        help: "give date and time in UTC, such as 2026-11-22T10:00:00Z".to_owned(),
    })
}
