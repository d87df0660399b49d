//! JSON read strictly: what stands twice has no canonical form, and what cannot be read has a place.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Why bytes are no JSON that can be judged, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What the reader says.
    pub message: String,
    /// Byte, from 0.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
}

const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// Reads one JSON value; a byte order mark before it is passed over.
///
/// # Errors
/// [`Unreadable`]: no JSON, nested too deep, not UTF-8, or a member that stands twice.
pub fn read(bytes: &[u8]) -> Result<Value, Unreadable> {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    serde_json::from_slice::<Strict>(text)
        .map(|strict| strict.0)
        .map_err(|error| {
            let before = bytes.len() - text.len() + start_of_line(text, error.line());
            Unreadable {
                offset: (before + error.column().saturating_sub(1)).min(bytes.len()),
                line: error.line().max(1),
                message: plain(&error),
            }
        })
}

/// Line (from 1) in which a byte stands.
#[must_use]
pub fn line_of(bytes: &[u8], offset: usize) -> usize {
    1 + bytes
        .iter()
        .take(offset)
        .filter(|byte| **byte == b'\n')
        .count()
}

fn start_of_line(text: &[u8], line: usize) -> usize {
    let mut ends = text
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .map(|(at, _)| at + 1);
    match line.checked_sub(2) {
        Some(ends_before) => ends.nth(ends_before).unwrap_or(text.len()),
        None => 0,
    }
}

/// The message without the place, which is told apart.
fn plain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((plain, _)) => plain.to_owned(),
        None => message,
    }
}

struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Strict, D::Error> {
        reader.deserialize_any(Any).map(Strict)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(element) = elements.next_element::<Strict>()? {
            out.push(element.0);
        }
        Ok(Value::Array(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut out = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if out.contains_key(&name) {
                return Err(A::Error::custom(format!("`{name}` stands twice")));
            }
            out.insert(name, members.next_value::<Strict>()?.0);
        }
        Ok(Value::Object(out))
    }
}
