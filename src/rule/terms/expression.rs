//! Compound units: `W/(m·K)`, `n/cm²·s`, `nT/√Hz`, `kg m2 s-3`, `degrees per second`.
//!
//! Behind a `/` everything stays below the line until a parenthesis ends: `n/cm2·s` is `n/(cm2·s)`,
//! as datasheets and lists mean it.

use super::number::superscript;
use super::unit::{Unit, Units};

/// Parentheses inside parentheses.
const DEEPEST: u8 = 4;
/// Longer texts are no unit.
const LONGEST: usize = 60;

/// The unit and the number of ways its names can be taken; `choice` says which way to take.
pub(super) fn parse(units: &Units, text: &str, choice: u8) -> Option<(Unit, u8)> {
    let text: String = text.trim().chars().map(super::value::fold).collect();
    let text = text.trim_end_matches(['.', ',']);
    if text.chars().count() > LONGEST {
        return None;
    }
    let mut parser = Parser {
        units,
        rest: "",
        choice,
        choices: 1,
    };
    // The whole may be a name of its own: `1/min`, `dB re 1 µPa`.
    if let Some(unit) = parser.choose(&units.named(text)) {
        return Some((unit, parser.choices));
    }
    let text = plain(text);
    parser.rest = &text;
    let unit = parser.product(DEEPEST)?;
    parser.rest.is_empty().then_some((unit, parser.choices))
}

/// One way of writing for each thing.
fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in [
        ("(Si)", ""),
        (" (si)", ""),
        ("sqrt", "√"),
        ("root ", "√"),
        ("rt-", "√"),
        ("rt ", "√"),
        ("rtHz", "√Hz"),
        ("^0.5", "½"),
        ("^1/2", "½"),
        ("^(1/2)", "½"),
        (" per ", "/"),
        (" pro ", "/"),
        (" par ", "/"),
        ("**", "^"),
    ] {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text.chars().map(|c| superscript(c).unwrap_or(c)).collect()
}

struct Parser<'a> {
    units: &'a Units,
    rest: &'a str,
    choice: u8,
    choices: u8,
}

impl Parser<'_> {
    /// Factors up to the end or a closing parenthesis.
    fn product(&mut self, depth: u8) -> Option<Unit> {
        let mut all = Unit::ONE;
        let mut first = true;
        let mut below = false;
        loop {
            self.spaces();
            if self.rest.is_empty() || self.rest.starts_with(')') {
                return (!first).then_some(all);
            }
            if self.eat('/') {
                below = true;
            } else if !self.eat('·') && !self.eat('*') && !self.eat('×') {
                self.eat('.');
            }
            self.spaces();
            let (factor, halves) = self.factor(depth)?;
            let halves = if below { halves.checked_neg()? } else { halves };
            // Alone, a unit keeps its offset and level.
            all = if first && halves == 2 {
                factor
            } else {
                all.times(&factor, halves)?
            };
            first = false;
        }
    }

    /// One unit or parenthesis, and twice its power.
    fn factor(&mut self, depth: u8) -> Option<(Unit, i8)> {
        let half = self.eat('√');
        self.spaces();
        let (unit, mut halves) = if self.eat('(') {
            let unit = self.product(depth.checked_sub(1)?)?;
            if !self.eat(')') {
                return None;
            }
            (unit, 2)
        } else {
            self.name()?
        };
        if halves == 2 {
            halves = self.power()?;
        }
        if half && halves % 2 != 0 {
            return None;
        }
        if half {
            halves /= 2;
        }
        Some((unit, halves))
    }

    /// A name, with its power when the name has taken the digits: `cm2`, but `mmH2O`.
    fn name(&mut self) -> Option<(Unit, i8)> {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || "/·*×^()½√.".contains(c));
        let (word, rest) = self.rest.split_at_checked(end.unwrap_or(self.rest.len()))?;
        if word == "1" {
            self.rest = rest;
            return Some((Unit::ONE, 2));
        }
        let found = self.units.named(word);
        if let Some(unit) = self.choose(&found) {
            self.rest = rest;
            return Some((unit, 2));
        }
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let letters = letters.trim_end_matches(['-', '+']);
        let unit = self.choose(&self.units.named(letters))?;
        self.rest = self.rest.strip_prefix(letters)?;
        Some((unit, self.power()?))
    }

    /// `^-2`, `2`, `½`; twice the power.
    fn power(&mut self) -> Option<i8> {
        if self.eat('½') {
            return Some(1);
        }
        let marked = self.eat('^');
        let digits = self.rest.trim_start_matches(['-', '+']);
        let digits = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        let length = self.rest.len() - digits.len();
        let (power, rest) = self.rest.split_at_checked(length)?;
        if power.is_empty() {
            return (!marked).then_some(2);
        }
        self.rest = rest;
        let power: i8 = power.parse().ok()?;
        (-9..=9).contains(&power).then(|| power * 2)
    }

    /// The meaning of a name that this way of reading takes.
    fn choose(&mut self, meanings: &[Unit]) -> Option<Unit> {
        let [first, rest @ ..] = meanings else {
            return None;
        };
        let Some(second) = rest.first() else {
            return Some(*first);
        };
        let bit = self.choices;
        self.choices = self.choices.saturating_mul(2);
        Some(if self.choice & bit == 0 {
            *first
        } else {
            *second
        })
    }

    fn eat(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }
}
