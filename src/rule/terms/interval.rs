//! What is known of a number: a point, a range, or only a bound.

use super::number::Number;
use super::truth::Truth;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// One end of an interval, and whether the end itself belongs to it.
pub type End = (Number, bool);

/// Everything a number may be; a missing end is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The least value.
    pub low: Option<End>,
    /// The greatest value.
    pub high: Option<End>,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Op {
    AtLeast,
    AtMost,
    Over,
    Under,
    Equal,
    Differs,
}

impl Op {
    /// As it is written in rules.
    pub fn symbol(self) -> &'static str {
        match self {
            Op::AtLeast => ">=",
            Op::AtMost => "<=",
            Op::Over => ">",
            Op::Under => "<",
            Op::Equal => "=",
            Op::Differs => "!=",
        }
    }

    /// The comparison with its sides exchanged.
    pub fn turned(self) -> Op {
        match self {
            Op::AtLeast => Op::AtMost,
            Op::AtMost => Op::AtLeast,
            Op::Over => Op::Under,
            Op::Under => Op::Over,
            same => same,
        }
    }
}

impl Interval {
    /// One value.
    pub fn point(value: Number) -> Interval {
        Interval::between(value, value)
    }

    /// Both ends included.
    pub fn between(low: Number, high: Number) -> Interval {
        Interval {
            low: Some((low, true)),
            high: Some((high, true)),
        }
    }

    /// The value, when there is only one.
    pub fn single(&self) -> Option<Number> {
        let ((low, _), (high, _)) = self.low.zip(self.high)?;
        (low == high).then_some(low)
    }

    /// True when every value stands in this relation to every value of `other`, false when none
    /// does.
    pub fn compare(&self, op: Op, other: &Interval) -> Truth {
        match op {
            Op::AtLeast => self.at_least(other),
            Op::AtMost => other.at_least(self),
            Op::Under => !self.at_least(other),
            Op::Over => !other.at_least(self),
            Op::Equal => self.equals(other),
            Op::Differs => !self.equals(other),
        }
    }

    fn at_least(&self, other: &Interval) -> Truth {
        if let Some(((low, _), (high, _))) = self.low.zip(other.high)
            && low >= high
        {
            return Truth::True;
        }
        match self.high.zip(other.low) {
            Some((high, low)) if before(high, low) => Truth::False,
            _ => Truth::Unknown,
        }
    }

    fn equals(&self, other: &Interval) -> Truth {
        let apart = |high: Option<End>, low: Option<End>| {
            high.zip(low).is_some_and(|(high, low)| before(high, low))
        };
        if apart(self.high, other.low) || apart(other.high, self.low) {
            return Truth::False;
        }
        match self.single().zip(other.single()) {
            Some(_) => Truth::True,
            None => Truth::Unknown,
        }
    }

    /// Sum.
    pub fn add(&self, other: &Interval) -> Option<Interval> {
        Some(Interval {
            low: both(self.low, other.low, Number::add)?,
            high: both(self.high, other.high, Number::add)?,
        })
    }

    /// Difference.
    pub fn sub(&self, other: &Interval) -> Option<Interval> {
        self.add(&other.negated())
    }

    /// Product.
    pub fn mul(&self, other: &Interval) -> Option<Interval> {
        if self.not_negative() && other.not_negative() {
            return Some(Interval {
                low: both(self.low, other.low, Number::mul)?,
                high: both(self.high, other.high, Number::mul)?,
            });
        }
        // A plain factor scales the ends that are known: "at most 5" times 0.3 stays bounded.
        for (factor, range) in [(self, other), (other, self)] {
            if let Some(factor) = factor.single().filter(|factor| !factor.is_negative()) {
                let scaled = |end: Option<End>| match end {
                    None => Some(None),
                    Some((value, closed)) => Some(Some((value.mul(factor)?, closed))),
                };
                return Some(Interval {
                    low: scaled(range.low)?,
                    high: scaled(range.high)?,
                });
            }
        }
        let (mut low, mut high): (Option<End>, Option<End>) = (None, None);
        for mine in [self.low?, self.high?] {
            for theirs in [other.low?, other.high?] {
                let product = mine.0.mul(theirs.0)?;
                // Zero times an excluded end: rather too wide than too narrow.
                let end = (product, (mine.1 && theirs.1) || product.is_zero());
                low = Some(low.map_or(end, |low| least(low, end)));
                high = Some(high.map_or(end, |high| greatest(high, end)));
            }
        }
        Some(Interval { low, high })
    }

    /// Quotient; none when the divisor may be zero.
    pub fn div(&self, other: &Interval) -> Option<Interval> {
        if other.high.is_some_and(|(high, _)| high.is_negative()) {
            return self.negated().div(&other.negated());
        }
        let (low, closed) = other.low.filter(|(low, _)| !low.is_negative())?;
        let inverse = |(end, closed): End| Some((Number::ONE.div(end)?, closed));
        let high = match (low.is_zero(), closed) {
            (true, true) => return None,
            (true, false) => None,
            (false, closed) => Some(inverse((low, closed))?),
        };
        let low = match other.high {
            Some(end) => inverse(end)?,
            None => (Number::ZERO, false),
        };
        self.mul(&Interval {
            low: Some(low),
            high,
        })
    }

    /// The lesser of two.
    pub fn min(&self, other: &Interval) -> Interval {
        Interval {
            low: self.low.zip(other.low).map(|(a, b)| least(a, b)),
            high: match (self.high, other.high) {
                (Some(a), Some(b)) => Some(inner(a, b, Ordering::Less)),
                (a, b) => a.or(b),
            },
        }
    }

    /// The greater of two.
    pub fn max(&self, other: &Interval) -> Interval {
        self.negated().min(&other.negated()).negated()
    }

    /// Size without sign.
    pub fn abs(&self) -> Interval {
        if self.not_negative() {
            return *self;
        }
        let turned = self.negated();
        if turned.not_negative() {
            return turned;
        }
        Interval {
            low: Some((Number::ZERO, true)),
            high: self.high.zip(turned.high).map(|(a, b)| greatest(a, b)),
        }
    }

    /// With the other sign.
    pub fn negated(&self) -> Interval {
        let turn = |end: Option<End>| end.map(|(number, closed)| (number.negated(), closed));
        Interval {
            low: turn(self.high),
            high: turn(self.low),
        }
    }

    fn not_negative(&self) -> bool {
        self.low.is_some_and(|(low, _)| !low.is_negative())
    }
}

/// Every value up to `high` is less than every value from `low`.
fn before(high: End, low: End) -> bool {
    high.0 < low.0 || (high.0 == low.0 && !(high.1 && low.1))
}

/// None when a sum or product cannot be kept; `Some(None)` when an end is unbounded.
fn both(
    a: Option<End>,
    b: Option<End>,
    what: impl Fn(Number, Number) -> Option<Number>,
) -> Option<Option<End>> {
    match a.zip(b) {
        None => Some(None),
        Some((a, b)) => Some(Some((what(a.0, b.0)?, a.1 && b.1))),
    }
}

fn least(a: End, b: End) -> End {
    outer(a, b, Ordering::Less)
}

fn greatest(a: End, b: End) -> End {
    outer(a, b, Ordering::Greater)
}

/// The end that lies further out; of two equal ones the included.
fn outer(a: End, b: End, order: Ordering) -> End {
    match a.0.cmp(&b.0) {
        Ordering::Equal => (a.0, a.1 || b.1),
        found if found == order => a,
        _ => b,
    }
}

/// The same, but of two equal ones the excluded.
fn inner(a: End, b: End, order: Ordering) -> End {
    match a.0.cmp(&b.0) {
        Ordering::Equal => (a.0, a.1 && b.1),
        found if found == order => a,
        _ => b,
    }
}
