//! Quantities as people write them: `<= 8.7 Hz`, `29.5 to 30.5 dBm`, `10 ± 1 V`, `max. 5 °/h`.

use super::interval::Interval;
use super::number::{Number, NumberError};
use super::unit::{Dimension, Unit, Units};
use serde::{Deserialize, Serialize};

/// Longer answers are no quantity.
const LONGEST: usize = 200;

/// A range of values in base units, and what they measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// In base units.
    pub interval: Interval,
    /// The dimension of the unit asked for.
    pub dimension: Dimension,
}

/// Why an answer is not understood, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermError {
    /// Kebab-case, for programs.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Reads `text` as a quantity that can be compared with `default_unit`.
pub fn parse_quantity(
    text: &str,
    default_unit: &str,
    units: &Units,
) -> Result<Quantity, TermError> {
    if text.chars().count() > LONGEST {
        return Err(error(
            "too-long",
            "the answer is too long".to_owned(),
            default_unit,
        ));
    }
    let folded: String = text.chars().map(fold).collect();
    let reader = Reader {
        units,
        wanted: units.parse_unit(default_unit).unwrap_or(Unit::ONE),
        default_unit,
    };
    let found = reader.answer(folded.trim()).map(|interval| Quantity {
        interval,
        dimension: reader.wanted.dimension,
    });
    found.map_err(|trouble| trouble.explain(text.trim(), default_unit))
}

/// One character for the many that look and mean the same.
pub(super) fn fold(c: char) -> char {
    match c {
        '−' | '–' | '—' | '‐' | '‑' | '‒' => '-',
        'μ' => 'µ',
        '•' | '⋅' | '∙' => '·',
        'º' | '˚' => '°',
        '⩽' | '≦' => '≤',
        '⩾' | '≧' => '≥',
        '\u{2126}' => 'Ω',
        '’' => '\'',
        '∼' | '～' | '≈' => '~',
        '％' => '%',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    None,
    AtLeast,
    Over,
    AtMost,
    Under,
}

/// What stands between two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    Range,
    PlusMinus,
}

enum Trouble {
    Number(NumberError),
    MissingUnit,
    UnknownUnit(String),
    WrongDimension(String),
    Reversed,
    OutOfRange,
}

impl Trouble {
    fn explain(self, text: &str, wanted: &str) -> TermError {
        let (code, message) = match self {
            Trouble::Number(NumberError::Ambiguous) => {
                return ambiguous(text);
            }
            Trouble::Number(NumberError::NotANumber) => {
                ("not-a-quantity", format!("`{text}` is not a quantity"))
            }
            Trouble::Number(NumberError::TooLarge) | Trouble::OutOfRange => (
                "out-of-range",
                format!("`{text}` is too large or too small"),
            ),
            Trouble::MissingUnit => ("missing-unit", format!("`{text}` has no unit")),
            Trouble::UnknownUnit(unit) => (
                "unknown-unit",
                format!("`{unit}` in `{text}` is not a known unit"),
            ),
            Trouble::WrongDimension(unit) => (
                "wrong-dimension",
                format!("`{unit}` in `{text}` measures something else than `{wanted}`"),
            ),
            Trouble::Reversed => ("reversed-range", format!("`{text}` ends below its start")),
        };
        error(code, message, wanted)
    }
}

fn error(code: &'static str, message: String, wanted: &str) -> TermError {
    let help = match wanted {
        "1" | "" => "write a number, such as `12` or `1.5`".to_owned(),
        unit => format!("write a number and a unit, such as `12 {unit}` or `<= 1.5 {unit}`"),
    };
    TermError {
        code,
        message,
        help,
    }
}

fn ambiguous(text: &str) -> TermError {
    let comma = text.find(',').unwrap_or(0);
    let before = text.get(..comma).unwrap_or_default();
    let before = before.trim_start_matches(|c: char| !c.is_ascii_digit());
    let after = text.get(comma + 1..).and_then(|rest| rest.get(..3));
    let after = after.unwrap_or_default();
    TermError {
        code: "ambiguous-number",
        message: format!("`{before},{after}` can be read in two ways"),
        help: format!("write `{before}{after}` or `{before}.{after}`"),
    }
}

struct Reader<'a> {
    units: &'a Units,
    wanted: Unit,
    default_unit: &'a str,
}

impl Reader<'_> {
    fn answer(&self, text: &str) -> Result<Interval, Trouble> {
        let (bound, rest) = leading(text);
        let found = self.bounded(bound, rest);
        // `5 min` is a time, `5 V min` a bound.
        let Some((last, shorter)) = trailing(rest) else {
            return found;
        };
        found.or_else(|trouble| {
            let bound = if last == Bound::None { bound } else { last };
            self.bounded(bound, shorter).map_err(|_| trouble)
        })
    }

    fn bounded(&self, bound: Bound, text: &str) -> Result<Interval, Trouble> {
        let Interval { low, high } = self.interval(text)?;
        let closed = matches!(bound, Bound::AtLeast | Bound::AtMost);
        Ok(match bound {
            Bound::None => Interval { low, high },
            Bound::AtLeast | Bound::Over => Interval {
                low: low.map(|(low, _)| (low, closed)),
                high: None,
            },
            Bound::AtMost | Bound::Under => Interval {
                low: None,
                high: high.map(|(high, _)| (high, closed)),
            },
        })
    }

    /// A point, a range or a tolerance.
    fn interval(&self, text: &str) -> Result<Interval, Trouble> {
        let text = text.trim();
        for sign in PLUS_MINUS {
            if let Some(rest) = text.strip_prefix(sign) {
                let (value, rest) = number(rest)?;
                return self.value(value, rest).map(Interval::point);
            }
        }
        let (first, rest) = number(text)?;
        match self.second(rest) {
            None => self.value(first, rest).map(Interval::point),
            Some(second) => self.two(first, second),
        }
    }

    fn two<'t>(&self, first: Number, second: Second<'t>) -> Result<Interval, Trouble> {
        let Second {
            before,
            between,
            number,
            after,
        } = second;
        let either = |unit: &'t str, other: &'t str| if unit.is_empty() { other } else { unit };
        match between {
            Between::Range => {
                let low = self.value(first, either(before, after))?;
                let high = self.value(number, either(after, before))?;
                if low > high {
                    return Err(Trouble::Reversed);
                }
                Ok(Interval::between(low, high))
            }
            Between::PlusMinus => {
                let relative = after == "%" && before != "%" && !before.is_empty();
                let spread = if relative {
                    number
                        .mul(first.abs())
                        .and_then(|part| part.div(100.into()))
                } else {
                    Some(number.abs())
                };
                let unit = if relative {
                    before
                } else {
                    either(before, after)
                };
                let spread = spread.ok_or(Trouble::OutOfRange)?;
                let ends = first.sub(spread).zip(first.add(spread));
                let (low, high) = ends.ok_or(Trouble::OutOfRange)?;
                Ok(Interval::between(
                    self.value(low, unit)?,
                    self.value(high, unit)?,
                ))
            }
        }
    }

    /// The second number of a text such as ` V ... 10 V`, with what stands around it.
    fn second<'t>(&self, rest: &'t str) -> Option<Second<'t>> {
        for (at, c) in rest.char_indices() {
            let (before, tail) = rest.split_at_checked(at)?;
            let Some((between, tail)) = separator(tail) else {
                continue;
            };
            let Ok((number, after)) = number(tail) else {
                continue;
            };
            let (spaced, before) = (before.is_empty() || before.ends_with(' '), before.trim());
            let after = after.trim();
            let fits = match between {
                Between::PlusMinus => true,
                // `s-1` is a unit, `5V-10V` a range.
                Between::Range if c == '-' => {
                    spaced || (!after.is_empty() && self.units.parse_unit(before).is_some())
                }
                Between::Range => true,
            };
            if fits {
                return Some(Second {
                    before,
                    between,
                    number,
                    after,
                });
            }
        }
        None
    }

    /// A number with a unit, in base units.
    fn value(&self, value: Number, unit: &str) -> Result<Number, Trouble> {
        // `12-bit`
        let unit = unit.trim_matches([' ', '-']);
        let unit = if unit.is_empty() {
            if !self.wanted.goes_without_saying() {
                return Err(Trouble::MissingUnit);
            }
            self.wanted
        } else if unit == self.default_unit {
            self.wanted
        } else {
            let wanted = self.wanted.dimension;
            let found = self.units.parse_unit_for(unit, wanted);
            found.map_err(|usual| match usual {
                Some(_) => Trouble::WrongDimension(unit.to_owned()),
                None => Trouble::UnknownUnit(unit.to_owned()),
            })?
        };
        unit.to_base(value).ok_or(Trouble::OutOfRange)
    }
}

struct Second<'t> {
    before: &'t str,
    between: Between,
    number: Number,
    after: &'t str,
}

const PLUS_MINUS: [&str; 3] = ["±", "+/-", "+-"];

fn number(text: &str) -> Result<(Number, &str), Trouble> {
    let text = text.trim_start();
    let chars: Vec<char> = text.chars().collect();
    let (number, used) = Number::read(&chars).map_err(Trouble::Number)?;
    let bytes: usize = chars.iter().take(used).map(|c| c.len_utf8()).sum();
    Ok((number, text.get(bytes..).unwrap_or_default()))
}

fn separator(text: &str) -> Option<(Between, &str)> {
    for (sign, between) in [
        ("±", Between::PlusMinus),
        ("+/-", Between::PlusMinus),
        ("...", Between::Range),
        ("..", Between::Range),
        ("…", Between::Range),
        (" to ", Between::Range),
        (" bis ", Between::Range),
        (" à ", Between::Range),
        ("~", Between::Range),
        ("-", Between::Range),
    ] {
        if let Some(rest) = text.strip_prefix(sign) {
            return Some((between, rest));
        }
    }
    let signed = text.strip_prefix('/')?.trim_start();
    signed
        .starts_with(['+', '-'])
        .then_some((Between::Range, signed))
}

/// Words and signs before the number.
fn leading(text: &str) -> (Bound, &str) {
    let (mut bound, mut rest) = (Bound::None, text);
    for _ in 0..4 {
        let found = BEFORE.iter().find_map(|(word, bound)| {
            let behind = without_prefix(rest, word)?;
            let letters = word.ends_with(char::is_alphabetic);
            let whole = !letters || !behind.starts_with(char::is_alphabetic);
            whole.then_some((*bound, behind))
        });
        let Some((found, behind)) = found else {
            break;
        };
        if found != Bound::None {
            bound = found;
        }
        rest = behind.trim_start_matches([' ', '.', ':']);
    }
    (bound, rest)
}

/// A word behind the unit.
fn trailing(text: &str) -> Option<(Bound, &str)> {
    let text = text.trim_end_matches([' ', '.', ')']);
    AFTER.iter().find_map(|(word, bound)| {
        let at = text.len().checked_sub(word.len())?;
        let (shorter, last) = text.split_at_checked(at)?;
        let parted = shorter.ends_with([' ', '(', ',']);
        let found = parted && last.eq_ignore_ascii_case(word);
        found.then(|| (*bound, shorter.trim_end_matches([' ', '(', ','])))
    })
}

fn without_prefix<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

const BEFORE: &[(&str, Bound)] = &[
    ("<=", Bound::AtMost),
    ("=<", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("<", Bound::Under),
    (">=", Bound::AtLeast),
    ("=>", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    (">", Bound::Over),
    ("=", Bound::None),
    ("~", Bound::None),
    ("minimum", Bound::AtLeast),
    ("mindestens", Bound::AtLeast),
    ("min", Bound::AtLeast),
    ("at least", Bound::AtLeast),
    ("au moins", Bound::AtLeast),
    ("more than", Bound::Over),
    ("greater than", Bound::Over),
    ("mehr als", Bound::Over),
    ("über", Bound::Over),
    ("over", Bound::Over),
    ("above", Bound::Over),
    ("plus de", Bound::Over),
    ("maximum", Bound::AtMost),
    ("maximal", Bound::AtMost),
    ("max", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("höchstens", Bound::AtMost),
    ("bis zu", Bound::AtMost),
    ("bis", Bound::AtMost),
    ("jusqu'à", Bound::AtMost),
    ("less than", Bound::Under),
    ("weniger als", Bound::Under),
    ("moins de", Bound::Under),
    ("below", Bound::Under),
    ("under", Bound::Under),
    ("unter", Bound::Under),
    ("typically", Bound::None),
    ("typical", Bound::None),
    ("typisch", Bound::None),
    ("typ", Bound::None),
    ("nominal", Bound::None),
    ("nom", Bound::None),
    ("approximately", Bound::None),
    ("approx", Bound::None),
    ("about", Bound::None),
    ("circa", Bound::None),
    ("ca", Bound::None),
    ("etwa", Bound::None),
    ("env", Bound::None),
];

const AFTER: &[(&str, Bound)] = &[
    ("maximum", Bound::AtMost),
    ("max", Bound::AtMost),
    ("or less", Bound::AtMost),
    ("minimum", Bound::AtLeast),
    ("min", Bound::AtLeast),
    ("or more", Bound::AtLeast),
    ("typical", Bound::None),
    ("typ", Bound::None),
    ("nominal", Bound::None),
    ("nom", Bound::None),
];
