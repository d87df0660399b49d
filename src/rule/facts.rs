//! What is known about the item: answers read against the rules. An answer that cannot be read is
//! a problem that is shown, and counts as blank: never as "no".

use super::evaluate::{condition, interval};
use super::model::{Formula, Kind, Rules};
use super::terms::{Interval, Truth, parse_quantity};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// The answer that says the user does not know.
pub const DO_NOT_KNOW: &str = "unknown";

/// Answers by attribute index.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    known: Known,
    /// As typed; without what is derived, blank or true by definition.
    given: BTreeMap<u32, String>,
    /// Attributes that the family's definition fixes.
    pub fixed: Vec<u32>,
    /// Answers that could not be read.
    pub problems: Vec<Problem>,
}

/// Values by attribute. Rules know thousands of attributes and a case answers few of them, and facts
/// are copied for every subject: so only what was put is kept.
#[derive(Debug, Clone, Default)]
struct Known {
    /// Per attribute its position in `values`, counted from one.
    places: Vec<u32>,
    values: Vec<Value>,
}

impl Known {
    fn new(attributes: usize) -> Known {
        Known {
            places: vec![0; attributes],
            values: Vec::new(),
        }
    }

    fn get(&self, attribute: u32) -> Option<&Value> {
        let place = *self.places.get(attribute as usize)?;
        self.values.get(place.checked_sub(1)? as usize)
    }

    fn put(&mut self, attribute: u32, value: Value) {
        let Some(place) = self.places.get_mut(attribute as usize) else {
            return;
        };
        match place
            .checked_sub(1)
            .and_then(|at| self.values.get_mut(at as usize))
        {
            Some(slot) => *slot = value,
            None if value == Value::Blank => {}
            None => {
                self.values.push(value);
                *place = u32::try_from(self.values.len()).unwrap_or(0);
            }
        }
    }
}

/// What is known of one attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing was said.
    #[default]
    Blank,
    /// The user does not know.
    DoNotKnow,
    /// A number, or a range that the number lies in, in base units.
    Quantity(Interval),
    /// Yes or no.
    Flag(bool),
    /// Position of the option.
    Choice(u32),
    /// Positions of the options.
    Set(Vec<u32>),
    /// Positions of options that are known, and perhaps more ("these, and I do not know").
    AtLeast(Vec<u32>),
}

/// An answer that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Attribute as named in the request.
    pub attribute: String,
    /// The answer.
    pub given: String,
    /// Kebab-case.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Facts {
    /// Reads the answers of a request over what the family is by definition.
    #[must_use]
    pub fn read(rules: &Rules, given: &[(u32, String)], answers: &Map<String, Json>) -> Facts {
        let mut facts = Facts {
            known: Known::new(rules.attributes.len()),
            given: BTreeMap::new(),
            fixed: given.iter().map(|(attribute, _)| *attribute).collect(),
            problems: Vec::new(),
        };
        for (attribute, text) in given {
            facts.read_one(rules, *attribute, &Json::String(text.clone()));
        }
        for (name, answer) in answers {
            match rules.attribute(name) {
                Some(attribute) => facts.answer(rules, attribute, answer),
                None if rules.reviews.iter().any(|review| review.id == *name) => {}
                None => facts.problems.push(Problem {
                    attribute: name.clone(),
                    given: plain(answer),
                    code: "unknown-attribute".to_owned(),
                    message: format!("there is no attribute `{name}` in these rules"),
                    help: "take the names from the family's attributes".to_owned(),
                }),
            }
        }
        facts.derive(rules);
        facts
    }

    /// The same facts with one attribute changed; derived ones follow.
    #[must_use]
    pub fn with(&self, rules: &Rules, attribute: u32, value: Value) -> Facts {
        let mut facts = Facts {
            known: self.known.clone(),
            given: self.given.clone(),
            fixed: self.fixed.clone(),
            problems: Vec::new(),
        };
        let derived = facts.derived(rules);
        facts.set(rules, &derived, attribute, value);
        facts
    }

    /// Attributes that a formula gives, because nobody answered them, in order.
    #[must_use]
    pub fn derived(&self, rules: &Rules) -> Vec<u32> {
        (0u32..)
            .zip(&rules.attributes)
            .filter(|(index, rule)| {
                rule.formula.is_some() && self.text(*index).is_none() && !self.fixed.contains(index)
            })
            .map(|(index, _)| index)
            .collect()
    }

    /// Changes one attribute; the `derived` ones follow.
    pub fn set(&mut self, rules: &Rules, derived: &[u32], attribute: u32, value: Value) {
        for index in derived {
            self.put(*index, Value::Blank);
        }
        self.put(attribute, value);
        for index in derived.iter().filter(|index| **index != attribute) {
            self.compute(rules, *index);
        }
    }

    /// Computes derived attributes anew, in this order, where nobody answered them.
    pub(crate) fn recompute(&mut self, rules: &Rules, derived: &[u32]) {
        for index in derived {
            if self.text(*index).is_none() {
                self.put(*index, Value::Blank);
                self.compute(rules, *index);
            }
        }
    }

    /// What is known of an attribute.
    #[must_use]
    pub fn value(&self, attribute: u32) -> &Value {
        self.known.get(attribute).unwrap_or(&Value::Blank)
    }

    /// Says what an attribute is; what follows from it is not computed anew.
    pub(crate) fn put(&mut self, attribute: u32, value: Value) {
        self.known.put(attribute, value);
    }

    /// Whether the user says of anything that it is not known.
    #[must_use]
    pub fn says_unknown(&self) -> bool {
        self.known.values.contains(&Value::DoNotKnow)
    }

    /// The answer as typed.
    #[must_use]
    pub fn text(&self, attribute: u32) -> Option<&str> {
        self.given
            .get(&attribute)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }

    /// Whether the attribute still needs an answer (said or derived).
    #[must_use]
    pub fn open(&self, attribute: u32) -> bool {
        matches!(
            self.value(attribute),
            Value::Blank | Value::DoNotKnow | Value::AtLeast(_)
        )
    }

    /// Takes over one answer.
    pub(crate) fn answer(&mut self, rules: &Rules, attribute: u32, answer: &Json) {
        if answer.is_null() || answer.as_str().is_some_and(|text| text.trim().is_empty()) {
            return;
        }
        if self.read_one(rules, attribute, answer) {
            self.given.insert(attribute, plain(answer));
        }
    }

    fn read_one(&mut self, rules: &Rules, attribute: u32, answer: &Json) -> bool {
        let Some(rule) = rules.attributes.get(attribute as usize) else {
            return false;
        };
        let value = if answer.as_str() == Some(DO_NOT_KNOW) {
            Ok(Value::DoNotKnow)
        } else {
            read(rules, &rule.kind, answer)
        };
        match value {
            Ok(value) => {
                self.put(attribute, value);
                true
            }
            Err((code, message, help)) => {
                self.problems.push(Problem {
                    attribute: rule.id.clone(),
                    given: plain(answer),
                    code,
                    message,
                    help,
                });
                // What can be read of a set still counts: a saved case may meet newer rules.
                let Kind::Set(options) = &rule.kind else {
                    return false;
                };
                self.put(attribute, readable(options, answer));
                true
            }
        }
    }

    /// Fills what formulas give. Attributes of a formula come before the derived one.
    fn derive(&mut self, rules: &Rules) {
        for index in self.derived(rules) {
            if *self.value(index) == Value::Blank {
                self.compute(rules, index);
            }
        }
    }

    fn compute(&mut self, rules: &Rules, index: u32) {
        let formula = rules
            .attributes
            .get(index as usize)
            .and_then(|rule| rule.formula);
        let value = match formula {
            None => None,
            Some(Formula::Term(term)) => interval(rules, self, term).map(Value::Quantity),
            Some(Formula::Condition(block)) => match condition(rules, self, &[], block).whole() {
                Truth::True => Some(Value::Flag(true)),
                Truth::False => Some(Value::Flag(false)),
                Truth::Unknown => None,
            },
        };
        if let Some(value) = value {
            self.put(index, value);
        }
    }
}

type Wrong = (String, String, String);

fn read(rules: &Rules, kind: &Kind, answer: &Json) -> Result<Value, Wrong> {
    match kind {
        Kind::Quantity { unit } => {
            let text = match answer {
                Json::Number(number) => number.to_string(),
                other => plain(other),
            };
            parse_quantity(&text, unit, &rules.units)
                .map(|quantity| Value::Quantity(quantity.interval))
                .map_err(|error| (error.code.to_owned(), error.message, error.help))
        }
        Kind::Flag => match (answer, answer.as_str()) {
            (Json::Bool(yes), _) => Ok(Value::Flag(*yes)),
            (_, Some("yes")) => Ok(Value::Flag(true)),
            (_, Some("no")) => Ok(Value::Flag(false)),
            _ => Err(wrong(
                "not-yes-or-no",
                &plain(answer),
                "answer `yes`, `no` or `unknown`",
            )),
        },
        Kind::Choice(options) => {
            let text = plain(answer);
            position(options, &text).map(Value::Choice)
        }
        Kind::Set(options) => {
            let names: Vec<String> = match answer {
                Json::Array(items) => items.iter().map(plain).collect(),
                other => plain(other)
                    .split('|')
                    .map(|name| name.trim().to_owned())
                    .filter(|name| !name.is_empty())
                    .collect(),
            };
            let positions = names
                .iter()
                .filter(|name| *name != DO_NOT_KNOW)
                .map(|name| position(options, name))
                .collect::<Result<Vec<u32>, Wrong>>()?;
            let more = names.iter().any(|name| name == DO_NOT_KNOW);
            Ok(some_of(positions, more))
        }
    }
}

/// A set of options; `more`: and perhaps others.
fn some_of(positions: Vec<u32>, more: bool) -> Value {
    match (more, positions.is_empty()) {
        (true, true) => Value::DoNotKnow,
        (true, false) => Value::AtLeast(positions),
        (false, _) => Value::Set(positions),
    }
}

/// What is left of a set in which some options are not known: they may have meant anything.
fn readable(options: &[String], answer: &Json) -> Value {
    let text = plain(answer);
    let known = text
        .split('|')
        .filter_map(|name| position(options, name.trim()).ok())
        .collect();
    some_of(known, true)
}

fn position(options: &[String], name: &str) -> Result<u32, Wrong> {
    options
        .iter()
        .position(|option| option == name)
        .and_then(|position| u32::try_from(position).ok())
        .ok_or_else(|| {
            wrong(
                "unknown-option",
                name,
                &format!("one of: {}", options.join(", ")),
            )
        })
}

fn wrong(code: &str, given: &str, help: &str) -> Wrong {
    (
        code.to_owned(),
        format!("`{given}` is no answer to this question"),
        help.to_owned(),
    )
}

/// An answer as one text.
fn plain(answer: &Json) -> String {
    match answer {
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}
