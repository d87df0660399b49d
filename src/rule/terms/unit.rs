//! Units: a table in a text (`rules/units.tsv`), and compound units made from it.

use super::expression;
use super::number::Number;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// As many base units as a table may name.
const BASES: usize = 20;

/// Powers of the base units, doubled so that a square root stays whole.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Dimension([i8; BASES]);

/// A unit: `base value = (value + offset) * factor`, or `factor * 10^(value / 10)` for levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// How large it is in base units.
    pub factor: Number,
    /// Added before scaling: degrees Celsius and Fahrenheit.
    pub offset: Number,
    /// What it measures.
    pub dimension: Dimension,
    /// A level such as dBm.
    pub level: bool,
    /// A counted thing (bit, pixel, sample): a bare number means this unit.
    pub count: bool,
}

/// The table of units.
#[derive(Debug, Clone, Default)]
pub struct Units {
    rows: Vec<Row>,
    names: BTreeMap<String, Vec<usize>>,
    same: Vec<(Dimension, Dimension)>,
    bases: usize,
}

#[derive(Debug, Clone)]
struct Row {
    unit: Unit,
    prefixes: Prefixes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefixes {
    None,
    /// Powers of a thousand.
    Thousands,
    All,
}

/// A table row that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitError {
    /// Line of the table, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for UnitError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for UnitError {}

// Checked, as for numbers.
#[allow(clippy::should_implement_trait)]
impl Dimension {
    /// A plain number.
    pub const PLAIN: Dimension = Dimension([0; BASES]);

    /// True for a plain number.
    pub fn is_plain(&self) -> bool {
        *self == Dimension::PLAIN
    }

    /// The dimension of a product; none when a power is out of all proportion.
    pub fn mul(self, other: Dimension) -> Option<Dimension> {
        self.combine(other, 2)
    }

    /// The dimension of a quotient.
    pub fn div(self, other: Dimension) -> Option<Dimension> {
        self.combine(other, -2)
    }

    /// `self * other^(halves / 2)`
    fn combine(mut self, other: Dimension, halves: i8) -> Option<Dimension> {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            // Powers are kept doubled: the product of two doubled ones is halved again.
            let change = theirs.checked_mul(halves)?;
            if change % 2 != 0 {
                return None;
            }
            *mine = mine.checked_add(change / 2)?;
        }
        Some(self)
    }
}

impl Unit {
    /// The unit `1`.
    pub const ONE: Unit = Unit {
        factor: Number::ONE,
        offset: Number::ZERO,
        dimension: Dimension::PLAIN,
        level: false,
        count: false,
    };

    /// A value in this unit, in base units; none when it cannot be kept.
    pub fn to_base(&self, value: Number) -> Option<Number> {
        if self.level {
            return value.div(10.into())?.ten_to()?.mul(self.factor);
        }
        value.add(self.offset)?.mul(self.factor)
    }

    /// A value in base units, in this unit; none for levels.
    pub fn from_base(&self, value: Number) -> Option<Number> {
        if self.level {
            return None;
        }
        value.div(self.factor)?.sub(self.offset)
    }

    /// A bare number can only mean this unit.
    pub fn goes_without_saying(&self) -> bool {
        self.factor == Number::ONE && (self.dimension.is_plain() || self.count)
    }

    /// `self * other^(halves / 2)`; a level or an offset cannot be part of a product.
    pub(super) fn times(&self, other: &Unit, halves: i8) -> Option<Unit> {
        if self.level || other.level {
            return None;
        }
        let scale = if halves % 2 == 0 {
            other.factor
        } else {
            other.factor.sqrt()?
        };
        let steps = if halves % 2 == 0 { halves / 2 } else { halves };
        let mut factor = self.factor;
        for _ in 0..steps.unsigned_abs() {
            factor = if steps < 0 {
                factor.div(scale)?
            } else {
                factor.mul(scale)?
            };
        }
        Some(Unit {
            factor,
            dimension: self.dimension.combine(other.dimension, halves)?,
            ..Unit::ONE
        })
    }
}

impl Units {
    /// Reads a table: name, other names (commas between), what it is made of, factor, offset,
    /// prefixes (`no`, `thousands`, `all`), kind (`base`, `count`, `linear`, `log10`, `same`).
    /// A row may use the units above it.
    pub fn parse(text: &str) -> Result<Units, UnitError> {
        let mut units = Units::default();
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            units.row(line).map_err(|message| UnitError {
                line: number + 1,
                message,
            })?;
        }
        Ok(units)
    }

    /// The unit a text names, in its usual meaning; none when it is not known.
    pub fn parse_unit(&self, text: &str) -> Option<Unit> {
        expression::parse(self, text, 0).map(|(unit, _)| unit)
    }

    /// The meaning of a text that measures the same as `wanted` (`g` is a mass or an
    /// acceleration). The error is the usual meaning, when there is one.
    pub fn parse_unit_for(&self, text: &str, wanted: Dimension) -> Result<Unit, Option<Unit>> {
        let mut usual = None;
        for choice in 0..8 {
            let Some((unit, choices)) = expression::parse(self, text, choice) else {
                continue;
            };
            if self.accepts(wanted, unit.dimension) {
                return Ok(unit);
            }
            usual = usual.or(Some(unit));
            if choices <= choice + 1 {
                break;
            }
        }
        Err(usual)
    }

    /// True when an answer of dimension `given` may be compared with one of `wanted`.
    pub fn accepts(&self, wanted: Dimension, given: Dimension) -> bool {
        let pair = |a, b| self.same.contains(&(a, b));
        wanted == given || pair(wanted, given) || pair(given, wanted)
    }

    /// The meanings of one name, with or without a prefix.
    pub(super) fn named(&self, name: &str) -> Vec<Unit> {
        let exact = self.exact(name);
        if !exact.is_empty() {
            return exact;
        }
        let prefixed = self.prefixed(name);
        if !prefixed.is_empty() {
            return prefixed;
        }
        // Words may be capitalised or plural; symbols may not: mW is not MW.
        let lower = name.to_lowercase();
        let single = lower.strip_suffix('s').unwrap_or(&lower);
        if lower.chars().count() < 3 {
            return Vec::new();
        }
        for word in [lower.as_str(), single] {
            let found = self.exact(word);
            if !found.is_empty() {
                return found;
            }
        }
        let long = WORD_PREFIXES.iter().find_map(|(prefix, power)| {
            let rest = lower.strip_prefix(prefix)?;
            let single = rest.strip_suffix('s').unwrap_or(rest);
            let found = [rest, single].map(|word| self.scaled(word, *power, true));
            found.into_iter().find(|found| !found.is_empty())
        });
        long.unwrap_or_default()
    }

    fn exact(&self, name: &str) -> Vec<Unit> {
        let rows = self.names.get(name).into_iter().flatten();
        rows.filter_map(|row| self.rows.get(*row))
            .map(|row| row.unit)
            .collect()
    }

    fn prefixed(&self, name: &str) -> Vec<Unit> {
        let found = PREFIXES.iter().find_map(|(prefix, power)| {
            let found = self.scaled(name.strip_prefix(prefix)?, *power, false);
            (!found.is_empty()).then_some(found)
        });
        found.unwrap_or_default()
    }

    fn scaled(&self, name: &str, power: i32, word: bool) -> Vec<Unit> {
        let Some(scale) = Number::power_of_ten(power) else {
            return Vec::new();
        };
        // A word prefix belongs to a word (`kilowatt`, not `kiloW`), and `m/min` is no `m` of `/min`.
        let whole = name.starts_with(['/', '1']);
        if whole || word && name.chars().count() < 3 {
            return Vec::new();
        }
        let rows = self.names.get(name).into_iter().flatten();
        rows.filter_map(|row| self.rows.get(*row))
            .filter(|row| row.prefixes.allow(power) && !row.unit.level)
            .filter_map(|row| {
                let factor = row.unit.factor.mul(scale)?;
                let count = false;
                Some(Unit {
                    factor,
                    count,
                    ..row.unit
                })
            })
            .collect()
    }

    fn row(&mut self, line: &str) -> Result<(), String> {
        let mut cells = line.split('\t').map(str::trim);
        let mut cell = || cells.next().filter(|cell| *cell != "-").unwrap_or_default();
        let (name, aka, of, factor) = (cell(), cell(), cell(), cell());
        let (offset, prefixes, kind) = (cell(), cell(), cell());
        if kind == "same" {
            let dimension = |text| self.parse_unit(text).map(|unit| unit.dimension);
            let pair = dimension(name).zip(dimension(of));
            self.same
                .push(pair.ok_or("a unit that is not in the table")?);
            return Ok(());
        }
        let mut unit = match kind {
            "base" | "count" => self.base()?,
            _ if of.is_empty() => Unit::ONE,
            _ => self
                .parse_unit(of)
                .ok_or_else(|| format!("`{of}` is not in the table"))?,
        };
        let bad = |what: &str| format!("`{what}` is not a number that can be kept");
        let scale = fraction(factor, Number::ONE).ok_or_else(|| bad(factor))?;
        unit.factor = unit.factor.mul(scale).ok_or_else(|| bad(factor))?;
        unit.offset = fraction(offset, Number::ZERO).ok_or_else(|| bad(offset))?;
        unit.level = kind == "log10";
        unit.count = kind == "count";
        let prefixes = match prefixes {
            "all" => Prefixes::All,
            "thousands" => Prefixes::Thousands,
            "no" | "" => Prefixes::None,
            other => return Err(format!("`{other}` is not no, thousands or all")),
        };
        let row = self.rows.len();
        self.rows.push(Row { unit, prefixes });
        for name in std::iter::once(name).chain(aka.split(',')).map(str::trim) {
            if !name.is_empty() {
                self.names.entry(name.to_owned()).or_default().push(row);
            }
        }
        Ok(())
    }

    fn base(&mut self) -> Result<Unit, String> {
        let mut unit = Unit::ONE;
        let power = unit.dimension.0.get_mut(self.bases);
        *power.ok_or("too many base units")? = 2;
        self.bases += 1;
        Ok(unit)
    }
}

impl Prefixes {
    fn allow(self, power: i32) -> bool {
        match self {
            Prefixes::None => false,
            Prefixes::Thousands => power % 3 == 0,
            Prefixes::All => true,
        }
    }
}

/// `1.5`, `101325/760`
fn fraction(text: &str, otherwise: Number) -> Option<Number> {
    if text.is_empty() {
        return Some(otherwise);
    }
    let part = |text| Number::parse(text).ok();
    match text.split_once('/') {
        Some((num, den)) => part(num)?.div(part(den)?),
        None => part(text),
    }
}

/// `da` before `d`, so that the longer one is tried first.
const PREFIXES: &[(&str, i32)] = &[
    ("da", 1),
    ("f", -15),
    ("p", -12),
    ("n", -9),
    ("µ", -6),
    ("u", -6),
    ("m", -3),
    ("c", -2),
    ("d", -1),
    ("h", 2),
    ("k", 3),
    ("K", 3),
    ("M", 6),
    ("G", 9),
    ("T", 12),
    ("P", 15),
    ("E", 18),
];

const WORD_PREFIXES: &[(&str, i32)] = &[
    ("femto", -15),
    ("pico", -12),
    ("nano", -9),
    ("micro", -6),
    ("mikro", -6),
    ("milli", -3),
    ("centi", -2),
    ("zenti", -2),
    ("kilo", 3),
    ("mega", 6),
    ("giga", 9),
    ("tera", 12),
    ("peta", 15),
    ("exa", 18),
];
