//! Three-valued evaluation. A condition is a run of nodes in which parts come before the whole,
//! so one pass forward decides it; nothing recurses but arithmetic, whose depth the pack limits.

use super::facts::{Facts, Value};
use super::model::{Block, Join, Node, Provision, Rules, Term};
use super::terms::{Interval, Number, Op, Truth};

/// Truth of every node of one block.
#[derive(Debug, Clone, Default)]
pub struct Results {
    first: u32,
    truths: Vec<Truth>,
}

impl Results {
    /// Truth of the condition.
    #[must_use]
    pub fn whole(&self) -> Truth {
        self.truths.last().copied().unwrap_or(Truth::Unknown)
    }

    /// Truth of a node of the block.
    #[must_use]
    pub fn of(&self, node: u32) -> Truth {
        node.checked_sub(self.first)
            .and_then(|at| self.truths.get(at as usize))
            .copied()
            .unwrap_or(Truth::Unknown)
    }
}

/// Verdict of a provision: its condition, and no note that takes it back.
/// `verdicts` are those of earlier provisions, by index; `None` where one was not evaluated.
#[must_use]
pub fn provision(
    rules: &Rules,
    facts: &Facts,
    verdicts: &[Option<Truth>],
    provision: &Provision,
) -> Truth {
    let Some(when) = provision.when else {
        return Truth::Unknown;
    };
    let mut met = condition(rules, facts, verdicts, when).whole();
    for release in &provision.unless {
        if met == Truth::False {
            break;
        }
        let released = condition(rules, facts, verdicts, release.when).whole();
        if !release.yields || released == Truth::True {
            met = met.and(!released);
        }
    }
    met
}

/// Evaluates every node of a block.
#[must_use]
pub fn condition(
    rules: &Rules,
    facts: &Facts,
    verdicts: &[Option<Truth>],
    block: Block,
) -> Results {
    let nodes = rules
        .nodes
        .get(block.first as usize..=block.last as usize)
        .unwrap_or_default();
    let mut results = Results {
        first: block.first,
        truths: Vec::with_capacity(nodes.len()),
    };
    for node in nodes {
        let truth = decide(rules, facts, verdicts, &results, node);
        results.truths.push(truth);
    }
    results
}

fn decide(
    rules: &Rules,
    facts: &Facts,
    verdicts: &[Option<Truth>],
    earlier: &Results,
    node: &Node,
) -> Truth {
    match node {
        Node::Always => Truth::True,
        Node::Compare {
            left, op, right, ..
        } => match (
            interval(rules, facts, *left),
            interval(rules, facts, *right),
        ) {
            (Some(left), Some(right)) => left.compare(*op, &right),
            _ => Truth::Unknown,
        },
        Node::Flag { attribute, .. } => match facts.value(*attribute) {
            Value::Flag(yes) => Truth::from(*yes),
            _ => Truth::Unknown,
        },
        Node::Is {
            attribute, options, ..
        } => match facts.value(*attribute) {
            Value::Choice(option) => Truth::from(options.contains(option)),
            _ => Truth::Unknown,
        },
        Node::Has {
            attribute,
            options,
            all,
            ..
        } => match facts.value(*attribute) {
            Value::Set(has) if *all => Truth::from(options.iter().all(|o| has.contains(o))),
            Value::Set(has) => Truth::from(options.iter().any(|o| has.contains(o))),
            Value::AtLeast(has) if *all && options.iter().all(|o| has.contains(o)) => Truth::True,
            Value::AtLeast(has) if !*all && options.iter().any(|o| has.contains(o)) => Truth::True,
            _ => Truth::Unknown,
        },
        // A provision that does not apply to the family says nothing.
        Node::Specified { provisions, .. } => {
            let known = provisions
                .iter()
                .filter_map(|p| verdicts.get(*p as usize).copied().flatten());
            let mut any = false;
            let truth = known.fold(Truth::False, |sum, truth| {
                any = true;
                sum.or(truth)
            });
            if any { truth } else { Truth::Unknown }
        }
        Node::Not(part) => !earlier.of(*part),
        Node::All(parts) => parts
            .iter()
            .fold(Truth::True, |sum, part| sum.and(earlier.of(*part))),
        Node::Any(parts) => parts
            .iter()
            .fold(Truth::False, |sum, part| sum.or(earlier.of(*part))),
        Node::AtLeast(count, parts) => {
            let number = |truth| parts.iter().filter(|p| earlier.of(**p) == truth).count();
            let met = number(Truth::True);
            if met >= *count as usize {
                Truth::True
            } else if met + number(Truth::Unknown) < *count as usize {
                Truth::False
            } else {
                Truth::Unknown
            }
        }
    }
}

/// Value of a term; `None` while an attribute is open or the number cannot be computed.
#[must_use]
pub fn interval(rules: &Rules, facts: &Facts, term: u32) -> Option<Interval> {
    match rules.terms.get(term as usize)? {
        Term::Attribute(attribute) => match facts.value(*attribute) {
            Value::Quantity(interval) => Some(*interval),
            _ => None,
        },
        Term::Constant { value, .. } => Some(Interval::point(*value)),
        Term::Abs(part) => Some(interval(rules, facts, *part)?.abs()),
        Term::Join(join, left, right) => {
            let left = interval(rules, facts, *left);
            let right = interval(rules, facts, *right);
            match (join, left, right) {
                (_, None, None) => None,
                // One side bounds the smaller and the larger of two.
                (Join::Min, left, right) => Some(or_any(left).min(&or_any(right))),
                (Join::Max, left, right) => Some(or_any(left).max(&or_any(right))),
                (join, Some(left), Some(right)) => match join {
                    Join::Add => left.add(&right),
                    Join::Subtract => left.sub(&right),
                    Join::Multiply => left.mul(&right),
                    _ => left.div(&right),
                },
                _ => None,
            }
        }
    }
}

fn or_any(interval: Option<Interval>) -> Interval {
    interval.unwrap_or(Interval {
        low: None,
        high: None,
    })
}

/// Whether a value lies within `margin` (a share) of the limit.
#[must_use]
pub fn near(value: &Interval, limit: Number, margin: Number) -> bool {
    let Some(width) = limit.abs().mul(margin) else {
        return false;
    };
    let bounds = (limit.sub(width), limit.add(width));
    let (Some(from), Some(to)) = bounds else {
        return false;
    };
    let band = Interval::between(from, to);
    value.compare(Op::Under, &band) != Truth::True && value.compare(Op::Over, &band) != Truth::True
}
