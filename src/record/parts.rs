//! Digests of a record's parts, so that a record whose digest does not fit can say where. They are
//! no second seal: whoever rewrites the whole record rewrites them too.

use super::canonical::canonical;
use crate::pack::format::hex;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What was put in has no second way to be worked out, so it is followed down to parts of this many bytes.
const SMALL: usize = 200;

/// Members that were put in. The others can be worked out again.
pub const GIVEN: [&str; 4] = ["case", "human", "policy", "made_at"];

/// SHA-256 of the canonical text.
#[must_use]
pub fn digest(value: &Value) -> String {
    hex(&Sha256::digest(canonical(value)))
}

/// Half a line of it is enough to find a slip.
fn short(value: &Value) -> String {
    digest(value).chars().take(16).collect()
}

/// JSON pointer -> digest of what is there, for every part of a record (without its digest).
#[must_use]
pub fn parts(record: &Map<String, Value>) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for (name, member) in record {
        let pointer = format!("/{}", escaped(name));
        if GIVEN.contains(&name.as_str()) {
            descend(pointer, member, &mut out);
        } else {
            out.insert(pointer, short(member));
        }
    }
    out
}

/// Pointers of the parts whose digest does not fit, or that were added or left out.
#[must_use]
pub fn misfits(record: &Map<String, Value>, stated: &Map<String, Value>) -> Vec<String> {
    let whole = Value::Object(record.clone());
    let mut out: Vec<String> = stated
        .iter()
        .filter(|(pointer, digest)| {
            let found = whole.pointer(pointer).map(short);
            found.as_deref() != digest.as_str()
        })
        .map(|(pointer, _)| pointer.clone())
        .collect();
    let within = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let added = parts(record).into_keys().filter(|pointer| {
        !stated
            .keys()
            .any(|known| within(pointer, known) || within(known, pointer))
    });
    out.extend(added);
    out.sort();
    out
}

/// A name as it stands in a JSON pointer.
#[must_use]
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The JSON pointer of names.
#[must_use]
pub fn pointer(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("/{}", escaped(name)))
        .collect()
}

/// The names of a JSON pointer.
#[must_use]
pub fn path(pointer: &str) -> Vec<String> {
    pointer
        .split('/')
        .skip(1)
        .map(|name| name.replace("~1", "/").replace("~0", "~"))
        .collect()
}

fn descend(pointer: String, value: &Value, out: &mut BTreeMap<String, String>) {
    if canonical(value).len() > SMALL {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    descend(format!("{pointer}/{}", escaped(name)), member, out);
                }
                return;
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    descend(format!("{pointer}/{index}"), element, out);
                }
                return;
            }
            _ => {}
        }
    }
    out.insert(pointer, short(value));
}
