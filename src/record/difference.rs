//! Every place at which two JSON values differ, as JSON pointers.

use super::canonical::canonical;
use super::parts::escaped;
use serde::Serialize;
use serde_json::Value;

/// One place and what stands there on the two sides; `null` where nothing stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// JSON pointer into the stated value; behind its end for what is only computed.
    pub pointer: String,
    /// What the record says.
    pub stated: Option<String>,
    /// What comes out now.
    pub computed: Option<String>,
}

/// Differences, the first of them told, the rest counted.
#[derive(Debug, Default)]
pub struct Differences {
    /// The first ones.
    pub told: Vec<Difference>,
    /// How many more there are.
    pub more: usize,
    most: usize,
}

const LONGEST: usize = 200;

/// Compares two values.
#[must_use]
pub fn differences(stated: &Value, computed: &Value, most: usize) -> Differences {
    let mut out = Differences {
        most,
        ..Differences::default()
    };
    out.compare(String::new(), Some(stated), Some(computed));
    out
}

impl Differences {
    fn compare(&mut self, pointer: String, stated: Option<&Value>, computed: Option<&Value>) {
        match (stated, computed) {
            (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
                for (name, value) in ours {
                    let pointer = format!("{pointer}/{}", escaped(name));
                    self.compare(pointer, Some(value), theirs.get(name));
                }
                for (name, value) in theirs.iter().filter(|(name, _)| !ours.contains_key(*name)) {
                    self.compare(format!("{pointer}/{}", escaped(name)), None, Some(value));
                }
            }
            (Some(Value::Array(ours)), Some(Value::Array(theirs))) => {
                self.lists(&pointer, ours, theirs);
            }
            (ours, theirs) if same(ours, theirs) => {}
            (ours, theirs) => {
                if self.told.len() < self.most {
                    self.told.push(Difference {
                        pointer,
                        stated: ours.map(shown),
                        computed: theirs.map(shown),
                    });
                } else {
                    self.more += 1;
                }
            }
        }
    }

    /// One element more or less must not make all that follow it differ: what is equal at both ends
    /// is laid aside first.
    fn lists(&mut self, pointer: &str, ours: &[Value], theirs: &[Value]) {
        let equal = |(a, b): &(&Value, &Value)| same(Some(a), Some(b));
        let (mut head, mut tail) = (0, 0);
        if ours.len() != theirs.len() {
            head = ours.iter().zip(theirs).take_while(equal).count();
            let most = ours.len().min(theirs.len()) - head;
            let ends = ours.iter().rev().zip(theirs.iter().rev());
            tail = ends.take(most).take_while(equal).count();
        }
        let ours = ours.get(head..ours.len() - tail).unwrap_or_default();
        let theirs = theirs.get(head..theirs.len() - tail).unwrap_or_default();
        for at in 0..ours.len().max(theirs.len()) {
            let pointer = format!("{pointer}/{}", head + at);
            self.compare(pointer, ours.get(at), theirs.get(at));
        }
    }
}

/// Numbers are the same when they print the same: 1 and 1.0 are one value.
fn same(stated: Option<&Value>, computed: Option<&Value>) -> bool {
    match (stated, computed) {
        (Some(stated), Some(computed)) => {
            stated == computed || canonical(stated) == canonical(computed)
        }
        (None, None) => true,
        _ => false,
    }
}

/// Texts as they are, everything else as JSON; long ones cut.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => canonical(other),
    };
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
