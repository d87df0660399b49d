//! Controlled content of goods made abroad: the share that decides whether a law follows them
//! (15 CFR 734.4 and Supplement No. 2 to part 734). Limits and special items are measures.

use super::evaluate::{Case, Side, run};
use super::facts::{Desk, Places};
use super::item::{Code, Listed, State};
use super::model::Kind;
use super::outcome::Outcome;
use super::report::{Deciding, deciding};
use crate::rule::terms::{Number, NumberError, Truth};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line of a bill of materials.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Line in the user's file.
    pub line: u32,
    /// What it is, in the user's words.
    #[serde(default)]
    pub part: String,
    /// Country of origin.
    #[serde(default)]
    pub origin: String,
    /// Code in the list of the jurisdiction; `none`: no entry applies, the user says; empty: not known.
    #[serde(default)]
    pub code: String,
    /// Fair market value of one.
    #[serde(default)]
    pub value: String,
    /// How many; empty is one.
    #[serde(default)]
    pub quantity: String,
}

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineProblem {
    /// Line in the user's file; 0 is the product itself.
    pub line: u32,
    /// The field.
    pub field: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// What a line counts for.
#[derive(Debug, Clone, Serialize)]
pub struct LineResult {
    /// Line in the user's file.
    pub line: u32,
    /// What it is.
    pub part: String,
    /// Code as given.
    pub code: String,
    /// `yes`, `no`, `undecided`.
    pub controlled: &'static str,
    /// Outcome for this content alone, when it was run.
    pub outcome: Option<&'static str>,
    /// What makes it.
    pub deciding: Vec<Deciding>,
    /// Value times quantity.
    pub value: Option<String>,
}

/// A line that counts whatever its share is.
#[derive(Debug, Clone, Serialize)]
pub struct Bypass {
    /// Line in the user's file.
    pub line: u32,
    /// The measure.
    pub measure: String,
    /// `met` or `unknown`.
    pub result: &'static str,
}

/// The share of controlled content, and what follows.
#[derive(Debug, Clone, Serialize)]
pub struct Content {
    /// The limit as the law writes it.
    pub limit: Option<String>,
    /// Where it stands.
    pub limit_measure: Option<String>,
    /// Value of the product.
    pub product_value: Option<String>,
    /// Value of lines that are controlled.
    pub controlled_value: Option<String>,
    /// Their share, in percent.
    pub percent: Option<String>,
    /// The same as a fraction of one.
    pub percent_exact: Option<String>,
    /// The share if every undecided line counts.
    pub percent_max: Option<String>,
    /// `over-limit`, `not-over`, `undecided`.
    pub verdict: &'static str,
    /// Lines that count whatever their share is.
    pub bypass: Vec<Bypass>,
    /// Every line.
    pub lines: Vec<LineResult>,
    /// Lines and fields that could not be read; they count as undecided.
    pub problems: Vec<LineProblem>,
}

/// Computes the share for one destination. `home`: the country whose content counts.
#[must_use]
pub fn content(
    case: &Case<'_>,
    jurisdiction: u32,
    home: &str,
    places: &Places,
    product_value: &str,
    lines: &[Line],
) -> Content {
    let mut sum = Sum {
        case,
        jurisdiction,
        home,
        // Content is judged as if it went to the destination by itself, from home.
        places,
        problems: Vec::new(),
        bypass: Vec::new(),
        controlled: Some(Number::ZERO),
        undecided: Some(Number::ZERO),
        unreadable: false,
        unseen: false,
        judged: BTreeMap::new(),
    };
    let results: Vec<LineResult> = lines.iter().map(|line| sum.line(line)).collect();
    let total = sum
        .number(0, "product_value", product_value)
        .filter(|value| {
            let good = !value.is_zero() && !value.is_negative();
            if !good {
                sum.problem(
                    0,
                    "product_value",
                    "the value of the product must be above zero",
                );
            }
            good
        });
    let limit = limit(case, jurisdiction, places);
    let share = |part: Option<Number>| part?.div(total?);
    let low = share(sum.controlled);
    let high = if sum.unreadable {
        None
    } else {
        share(
            sum.controlled
                .zip(sum.undecided)
                .and_then(|(a, b)| a.add(b)),
        )
    };
    let bypassed = |result: &str| sum.bypass.iter().any(|line| line.result == result);
    let over = |share: Option<Number>| Some(share? > limit.as_ref()?.2);
    let verdict = if bypassed("met") || over(low) == Some(true) {
        "over-limit"
    } else if over(high) == Some(false) && !bypassed("unknown") && !sum.unseen {
        "not-over"
    } else {
        "undecided"
    };
    let percent = |share: Option<Number>| Some(share?.mul(Number::from(100))?.to_string());
    Content {
        limit: limit.as_ref().map(|(_, text, _)| text.clone()),
        limit_measure: limit.as_ref().map(|(id, _, _)| id.clone()),
        product_value: total.map(|value| value.to_string()),
        controlled_value: sum.controlled.map(|value| value.to_string()),
        percent: percent(low),
        percent_exact: low.map(|share| share.fraction()),
        percent_max: percent(high),
        verdict,
        bypass: sum.bypass,
        lines: results,
        problems: sum.problems,
    }
}

/// The lowest limit that holds, or may hold.
fn limit(case: &Case<'_>, jurisdiction: u32, places: &Places) -> Option<(String, String, Number)> {
    let mut desk = Desk::new(case);
    desk.places(jurisdiction, places);
    desk.item(State::NotGiven, &[]);
    case.licensing
        .measures
        .iter()
        .filter(|m| m.jurisdiction == jurisdiction && m.kind == Kind::ContentLimit)
        .filter(|m| m.applies(case.as_of) && desk.truth(m.when) != Truth::False)
        .filter_map(|m| Some((m.id.clone(), m.limit_text.clone(), m.limit?)))
        .min_by_key(|(_, _, limit)| *limit)
}

struct Sum<'a> {
    case: &'a Case<'a>,
    jurisdiction: u32,
    home: &'a str,
    places: &'a Places,
    problems: Vec<LineProblem>,
    bypass: Vec<Bypass>,
    controlled: Option<Number>,
    undecided: Option<Number>,
    /// A line without a value: the share has no upper end.
    unreadable: bool,
    /// A line of unknown origin or code may be content that counts whatever its share is.
    unseen: bool,
    /// What was found for a code: many lines share one.
    judged: BTreeMap<String, Judged>,
}

#[derive(Clone)]
struct Judged {
    controlled: &'static str,
    outcome: &'static str,
    deciding: Vec<Deciding>,
    special: Vec<(String, Truth)>,
}

impl Sum<'_> {
    fn line(&mut self, line: &Line) -> LineResult {
        let mut result = LineResult {
            line: line.line,
            part: line.part.clone(),
            code: line.code.clone(),
            controlled: "undecided",
            outcome: None,
            deciding: Vec::new(),
            value: None,
        };
        let value = self.value(line);
        result.value = value.map(|value| value.to_string());
        let origin = line.origin.trim();
        if origin.is_empty() {
            self.unseen = true;
            self.problem(line.line, "origin", "the country of origin is missing");
        } else if !self.at_home(origin) {
            if self.known(origin) {
                result.controlled = "no";
            } else {
                self.unseen = true;
                self.problem(line.line, "origin", "this is no country code of the rules");
            }
        } else {
            self.judge(line, &mut result);
        }
        match (result.controlled, value) {
            ("yes", Some(value)) => self.controlled = self.controlled.and_then(|s| s.add(value)),
            ("undecided", Some(value)) => {
                self.undecided = self.undecided.and_then(|s| s.add(value))
            }
            ("no", _) => {}
            (_, _) => self.unreadable = true,
        }
        result
    }

    /// Made there, or where the law reads as there.
    fn at_home(&self, origin: &str) -> bool {
        let place = |code: &str| {
            self.case
                .licensing
                .destinations
                .iter()
                .find(|place| place.code.eq_ignore_ascii_case(code))
        };
        let options = |code: &str| {
            let of = place(code)?.options.get(self.jurisdiction as usize)?;
            (!of.is_empty()).then_some(of)
        };
        // A place that the law reads as another has all options of that one, beside its own.
        let read_as = || {
            options(self.home)
                .zip(options(origin))
                .is_some_and(|(home, own)| home.iter().all(|option| own.contains(option)))
        };
        origin.eq_ignore_ascii_case(self.home) || read_as()
    }

    fn known(&self, origin: &str) -> bool {
        self.case
            .licensing
            .destinations
            .iter()
            .any(|place| place.code.eq_ignore_ascii_case(origin))
    }

    /// Whether this content would need a licence to the destination.
    fn judge(&mut self, line: &Line, result: &mut LineResult) {
        let code = line.code.trim();
        let none = code.eq_ignore_ascii_case("none");
        let known = none || self.case.licensing.has(self.jurisdiction, code);
        if !code.is_empty() && !known {
            self.problem(line.line, "code", "the list has no such paragraph");
        }
        let key = match (none, known) {
            (true, _) => "none",
            (_, true) => code,
            (_, false) => "",
        };
        let found = match self.judged.get(key) {
            Some(found) => found.clone(),
            None => {
                let found = self.found(code, none, known);
                self.judged.insert(key.to_owned(), found.clone());
                found
            }
        };
        result.controlled = found.controlled;
        result.outcome = Some(found.outcome);
        result.deciding = found.deciding;
        if known {
            self.bypass
                .extend(found.special.iter().map(|(measure, truth)| Bypass {
                    line: line.line,
                    measure: measure.clone(),
                    result: crate::rule::criterion::word(*truth),
                }));
        } else {
            // Without a code everything may be special; no line of its own says so.
            self.unseen |= !found.special.is_empty();
        }
    }

    fn found(&self, code: &str, none: bool, known: bool) -> Judged {
        let listed = if none {
            Listed {
                state: State::NoneIdentified,
                codes: Vec::new(),
            }
        } else if !known {
            Listed::default()
        } else {
            Listed {
                state: State::Listed,
                codes: vec![(code.to_owned(), Truth::True)],
            }
        };
        let side = Side::new(self.case.licensing, self.jurisdiction, &listed);
        let run = run(self.case, &side, self.places, false);
        let licensing = self.case.licensing;
        let found = run.findings.iter().filter(|found| !found.not_run);
        let counted = found.map(|found| {
            let spared = run
                .overcome(found)
                .iter()
                .any(|m| licensing.not_counted.contains(m));
            // What content is controlled follows from item and destination, not from the end use.
            let requires = licensing
                .measures
                .get(found.measure as usize)
                .filter(|_| !licensing.not_counted.contains(&found.measure))
                .is_some_and(|m| {
                    let check = licensing.checks.get(m.check as usize);
                    // Other law's embargoes (OFAC) are no licence requirement of this one.
                    let requires = m.kind.bars() && m.kind != Kind::SanctionsReview;
                    requires && check.is_some_and(|check| !check.on_request)
                });
            match (requires, spared) {
                (false, _) => Truth::False,
                // Whether the exception fits is for the user to say.
                (true, true) => found.truth.and(Truth::Unknown),
                (true, false) => found.truth,
            }
        });
        let truth = counted
            .chain([match side.state.listed() {
                Truth::Unknown => Truth::Unknown,
                _ => Truth::False,
            }])
            .fold(Truth::False, Truth::or);
        Judged {
            controlled: match truth {
                Truth::True => "yes",
                Truth::False => "no",
                Truth::Unknown => "undecided",
            },
            outcome: match run.inside {
                Outcome::NotInScope => Outcome::NoneIdentified.word(),
                inside => inside.word(),
            },
            deciding: deciding(self.case, &side, &run),
            special: self.special(code, &listed),
        }
    }

    /// Measures under which the content counts whatever its share is, or may.
    fn special(&self, code: &str, listed: &Listed) -> Vec<(String, Truth)> {
        let mut desk = Desk::new(self.case);
        desk.places(self.jurisdiction, self.places);
        let at_hand = match listed.state {
            State::Listed => vec![Code::new(
                self.case.licensing,
                self.jurisdiction,
                code,
                Truth::True,
            )],
            _ => Vec::new(),
        };
        desk.item(listed.state, &at_hand.iter().collect::<Vec<_>>());
        self.case
            .licensing
            .measures
            .iter()
            .filter(|measure| {
                measure.jurisdiction == self.jurisdiction
                    && measure.kind == Kind::ContentZero
                    && measure.applies(self.case.as_of)
            })
            .map(|measure| (measure.id.clone(), desk.truth(measure.when)))
            // Said to be in no entry: nothing that names entries can be met.
            .filter(|(_, truth)| {
                *truth == Truth::True
                    || *truth == Truth::Unknown && listed.state != State::NoneIdentified
            })
            .collect()
    }

    fn value(&mut self, line: &Line) -> Option<Number> {
        let value = self.number(line.line, "value", &line.value)?;
        let quantity = if line.quantity.trim().is_empty() {
            Number::ONE
        } else {
            self.number(line.line, "quantity", &line.quantity)?
        };
        if value.is_negative() || quantity.is_negative() {
            self.problem(line.line, "value", "a value below zero cannot be counted");
            return None;
        }
        value.mul(quantity)
    }

    fn number(&mut self, line: u32, field: &'static str, text: &str) -> Option<Number> {
        match Number::parse(text.trim()) {
            Ok(number) => Some(number),
            Err(error) => {
                let message = match error {
                    NumberError::NotANumber => "this is not a number",
                    NumberError::Ambiguous => "the separator can be read in two ways",
                    NumberError::TooLarge => "the number has too many digits",
                };
                self.problem(line, field, message);
                None
            }
        }
    }

    fn problem(&mut self, line: u32, field: &'static str, message: &str) {
        self.problems.push(LineProblem {
            line,
            field,
            message: message.to_owned(),
            help: match field {
                "code" => "give entry and paragraph with dots, such as 3A001.b.2, or none",
                "origin" => "give the two-letter code of the country, such as US or DE",
                _ => "write 1234.56, without thousands separators or currency",
            },
        });
    }
}
