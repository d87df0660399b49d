//! Facts of a case under the names that conditions use. What is not known stays blank.

use super::model::Risk;
use crate::rule::facts::{DO_NOT_KNOW, Facts, Problem, Value};
use crate::rule::model::{Kind, Rules};
use crate::rule::terms::{Interval, Truth};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Facts at work: answers, and what the engine knows of the case.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// The rules that conditions are written in.
    pub rules: &'a Rules,
    risk: &'a Risk,
    /// Everything that is known.
    pub facts: Facts,
    /// How places are shown: their codes without groups.
    pub shown: BTreeMap<u32, String>,
}

impl<'a> Desk<'a> {
    /// Facts of the whole case.
    #[must_use]
    pub fn new(rules: &'a Rules, risk: &'a Risk, answers: &Map<String, Json>) -> Desk<'a> {
        Desk {
            rules,
            risk,
            facts: Facts::read(rules, &[], answers),
            shown: BTreeMap::new(),
        }
    }

    /// The same facts with answers about one subject over them.
    #[must_use]
    pub fn with(&self, answers: &Map<String, Json>) -> Desk<'a> {
        let mut desk = self.clone();
        desk.facts.problems.clear();
        for (name, answer) in answers {
            match self.rules.attribute(name) {
                Some(at) => desk.facts.answer(self.rules, at, answer),
                None => desk.facts.problems.push(Problem {
                    attribute: name.clone(),
                    given: answer.to_string(),
                    code: "unknown-attribute".to_owned(),
                    message: format!("there is no attribute `{name}` in these rules"),
                    help: "take the names from the question forms".to_owned(),
                }),
            }
        }
        desk
    }

    /// Attribute of a supplied fact, when the rules know it.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<u32> {
        let at = self
            .risk
            .supplied
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
            .ok()?;
        self.risk.supplied.get(at).map(|(_, attribute)| *attribute)
    }

    /// Whether an attribute is filled by the engine.
    #[must_use]
    pub fn supplies(&self, attribute: u32) -> bool {
        self.risk.supplied.iter().any(|(_, of)| *of == attribute)
    }

    /// Derived attributes follow what was put.
    pub fn derive(&mut self) {
        self.facts.recompute(self.rules, &self.risk.derived);
    }

    /// A flag; unknown stays blank.
    pub fn flag(&mut self, name: &str, truth: Truth) {
        if let Some(attribute) = self.attribute(name) {
            self.facts.put(
                attribute,
                match truth {
                    Truth::True => Value::Flag(true),
                    Truth::False => Value::Flag(false),
                    Truth::Unknown => Value::Blank,
                },
            );
        }
    }

    /// A choice; a word that is no option stays blank.
    pub fn choice(&mut self, name: &str, word: &str) {
        let Some(attribute) = self.attribute(name) else {
            return;
        };
        let value = self
            .option(attribute, word)
            .map_or(Value::Blank, Value::Choice);
        self.facts.put(attribute, value);
    }

    /// A set; words that are no options are left out, `unknown` says that there may be more.
    pub fn set(&mut self, name: &str, words: &[String]) {
        let Some(attribute) = self.attribute(name) else {
            return;
        };
        let mut has: Vec<u32> = words
            .iter()
            .filter_map(|word| self.option(attribute, word))
            .collect();
        has.sort_unstable();
        has.dedup();
        let more = words.iter().any(|word| word == DO_NOT_KNOW);
        let value = match (more, has.is_empty()) {
            (true, true) => Value::Blank,
            (true, false) => Value::AtLeast(has),
            (false, _) => Value::Set(has),
        };
        self.facts.put(attribute, value);
    }

    /// A number or range in base units.
    pub fn quantity(&mut self, name: &str, interval: Option<Interval>) {
        if let Some(attribute) = self.attribute(name) {
            self.facts
                .put(attribute, interval.map_or(Value::Blank, Value::Quantity));
        }
    }

    /// Countries by the options of their groups; `codes` are what people read.
    pub fn places(&mut self, name: &str, options: Option<Vec<u32>>, codes: &[String]) {
        let Some(attribute) = self.attribute(name) else {
            return;
        };
        let value = match options {
            None => Value::Blank,
            Some(mut options) => {
                options.sort_unstable();
                options.dedup();
                Value::Set(options)
            }
        };
        self.facts.put(attribute, value);
        self.shown.insert(attribute, codes.join("|"));
    }

    fn option(&self, attribute: u32, word: &str) -> Option<u32> {
        match &self.rules.attributes.get(attribute as usize)?.kind {
            Kind::Choice(options) | Kind::Set(options) => options
                .iter()
                .position(|option| option == word)
                .and_then(|at| u32::try_from(at).ok()),
            _ => None,
        }
    }
}
