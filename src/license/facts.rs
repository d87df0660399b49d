//! Fills the attributes that the engine supplies: places, and what the item at hand falls under.

use super::evaluate::Case;
use super::item::{Code, Hit, State};
use super::model::EntryValue;
use crate::rule::evaluate::condition;
use crate::rule::facts::{Facts, Value};
use crate::rule::model::Block;
use crate::rule::terms::{Interval, Number, Truth};
use serde_json::Value as Json;

/// Countries of a case, as positions in the list of destinations.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// Where it goes.
    pub destination: Option<usize>,
    /// Where it leaves from.
    pub exporter: Option<usize>,
    /// Where it was made.
    pub origin: Option<usize>,
    /// Where the end user is.
    pub end_user_country: Option<usize>,
    /// Where all parties are.
    pub party_countries: Vec<usize>,
}

/// Facts at work: the answers, and over them what the engine supplies.
pub(super) struct Desk<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) facts: Facts,
    pub(super) places: Places,
}

impl<'a> Desk<'a> {
    pub(super) fn new(case: &'a Case<'a>) -> Desk<'a> {
        Desk {
            case,
            facts: case.facts.clone(),
            places: Places::default(),
        }
    }

    pub(super) fn truth(&self, block: Block) -> Truth {
        condition(self.case.rules, &self.facts, self.case.verdicts, block).whole()
    }

    /// Sets what does not depend on the item's paragraph.
    pub(super) fn places(&mut self, jurisdiction: u32, places: &Places) {
        let slots = &self.case.licensing.slots;
        let one = |at: &Option<usize>| self.options(jurisdiction, at.as_slice());
        let several = if places.party_countries.is_empty() {
            Value::Blank
        } else {
            self.options(jurisdiction, &places.party_countries)
        };
        let values = [
            (slots.destination, one(&places.destination)),
            (slots.exporter, one(&places.exporter)),
            (slots.origin, one(&places.origin)),
            (slots.end_user_country, one(&places.end_user_country)),
            (slots.party_countries, several),
        ];
        for (attribute, value) in values {
            self.facts.put(attribute, value);
        }
        self.places = places.clone();
    }

    fn options(&self, jurisdiction: u32, at: &[usize]) -> Value {
        if at.is_empty() {
            return Value::Blank;
        }
        let mut out: Vec<u32> = Vec::new();
        for place in at {
            let options = self
                .case
                .licensing
                .destinations
                .get(*place)
                .and_then(|place| place.options.get(jurisdiction as usize));
            out.extend(options.into_iter().flatten());
        }
        out.sort_unstable();
        out.dedup();
        Value::Set(out)
    }

    /// Sets the flags of one paragraph, or of all of them together.
    pub(super) fn item(&mut self, state: State, codes: &[&Code]) {
        self.facts
            .put(self.case.licensing.slots.item_listed, flag(state.listed()));
        // A formula over places may decide the condition of a set: first without the item.
        self.derive();
        let licensing = self.case.licensing;
        let whole = |of: &dyn Fn(&Code) -> Truth| -> Truth {
            let none = if state == State::NoneIdentified {
                Truth::False
            } else {
                Truth::Unknown
            };
            if codes.is_empty() {
                return none;
            }
            codes
                .iter()
                .map(|code| of(code).and(code.truth.or(Truth::Unknown)))
                .fold(Truth::False, Truth::or)
        };
        let mut values: Vec<(u32, Value)> = Vec::new();
        for (index, set) in licensing.items.iter().enumerate() {
            let truth = whole(&|code| self.member(code, index));
            values.push((set.attribute, flag(truth)));
        }
        for (index, reason) in licensing.reasons.iter().enumerate() {
            let truth = whole(&|code| self.reason(code, index));
            values.push((reason.attribute, flag(truth)));
        }
        for (index, fact) in licensing.entry_facts.iter().enumerate() {
            let value = match (fact.amount, codes) {
                (true, [code]) => self.amount(code, index),
                (true, _) => Value::Blank,
                (false, _) => flag(whole(&|code| self.line(code, index))),
            };
            values.push((fact.attribute, value));
        }
        for (attribute, value) in values {
            // What the entry leaves open, the user may have read there.
            let answered = self.facts.text(attribute).is_some();
            if !(answered && value == Value::Blank) {
                self.facts.put(attribute, value);
            }
        }
        self.derive();
    }

    fn derive(&mut self) {
        self.facts
            .recompute(self.case.rules, &self.case.licensing.derived);
    }

    fn hits(&self, hits: &[Hit]) -> Truth {
        hits.iter()
            .map(|hit| hit.covers.and(self.applies(hit)))
            .fold(Truth::False, Truth::or)
    }

    /// Whether the condition of a row holds.
    pub(super) fn applies(&self, hit: &Hit) -> Truth {
        let when = hit.when.map_or(Truth::True, |block| self.truth(block));
        match &hit.confirm {
            None => when,
            Some(name) => match self.case.answers.get(name).and_then(Json::as_str) {
                Some("yes") => when,
                Some("no") => Truth::False,
                _ => when.and(Truth::Unknown),
            },
        }
    }

    fn member(&self, code: &Code, set: usize) -> Truth {
        code.sets.get(set).map_or(Truth::Unknown, |(rows, except)| {
            self.hits(rows).and(!self.hits(except))
        })
    }

    fn reason(&self, code: &Code, reason: usize) -> Truth {
        if !code.reasons_known {
            return Truth::Unknown;
        }
        code.reasons
            .get(reason)
            .map_or(Truth::Unknown, |hits| self.hits(hits))
    }

    fn line(&self, code: &Code, fact: usize) -> Truth {
        let lines = code.lines.get(fact).map(Vec::as_slice).unwrap_or_default();
        let says = lines.iter().map(|line| {
            let when = line.when.map_or(Truth::True, |block| self.truth(block));
            let says = match line.value {
                EntryValue::Flag(false) => !when,
                EntryValue::Flag(true) | EntryValue::Amount(_) => when,
            };
            (line.covers, says)
        });
        let mut exact: Option<Truth> = None;
        let mut finer: Vec<Truth> = Vec::new();
        for (covers, says) in says {
            match covers {
                Truth::True => exact = Some(exact.map_or(says, |sum| sum.or(says))),
                _ => finer.push(says),
            }
        }
        match exact {
            None => Truth::Unknown,
            Some(says) if finer.iter().all(|other| *other == says) => says,
            Some(_) => Truth::Unknown,
        }
    }

    /// The one amount that the entry gives for the paragraph.
    fn amount(&self, code: &Code, fact: usize) -> Value {
        let lines = code.lines.get(fact).map(Vec::as_slice).unwrap_or_default();
        let mut amounts: Vec<Number> = Vec::new();
        for line in lines {
            let when = line.when.map_or(Truth::True, |block| self.truth(block));
            if when == Truth::False {
                continue;
            }
            let EntryValue::Amount(amount) = line.value else {
                continue;
            };
            if when == Truth::Unknown || line.covers == Truth::Unknown {
                return Value::Blank;
            }
            if !amounts.contains(&amount) {
                amounts.push(amount);
            }
        }
        match amounts.as_slice() {
            [amount] => Value::Quantity(Interval::point(*amount)),
            _ => Value::Blank,
        }
    }
}

fn flag(truth: Truth) -> Value {
    match truth {
        Truth::True => Value::Flag(true),
        Truth::False => Value::Flag(false),
        Truth::Unknown => Value::Blank,
    }
}
