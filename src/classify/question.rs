//! What to ask next: the answer that decides most. Every likely answer to a question is tried;
//! the question whose answers decide most provisions on average, for the trouble it costs, comes first.

use super::report::Question;
use crate::rule::evaluate::{condition, provision};
use crate::rule::explain::{attributes_of, limits, missing};
use crate::rule::facts::{Facts, Value};
use crate::rule::model::{Block, Formula, Kind, Rules};
use crate::rule::terms::{Interval, Number, Truth};

/// An undecided provision and what would decide it.
struct Open {
    provision: u32,
    missing: Vec<u32>,
}

struct Candidate {
    question: Question,
    attribute: u32,
    /// Decided provisions over tried answers, as a fraction.
    decided: (u64, u64),
    cost: u8,
}

/// Questions, best first. `verdicts` are by provision, `None` where one was not evaluated.
#[must_use]
pub fn ask(rules: &Rules, facts: &Facts, verdicts: &[Option<Truth>]) -> Vec<Question> {
    let open = open_provisions(rules, facts, verdicts);
    let derived = facts.derived(rules);
    // One copy is changed and changed back: a copy per tried answer was most of the time.
    let mut trial = facts.clone();
    let mut candidates: Vec<Candidate> = attributes(facts, &open)
        .into_iter()
        .map(|attribute| weigh(rules, &mut trial, &derived, verdicts, &open, attribute))
        .collect();
    candidates.sort_by(|a, b| {
        let left = a.decided.0 * b.decided.1;
        let right = b.decided.0 * a.decided.1;
        right
            .cmp(&left)
            .then(a.cost.cmp(&b.cost))
            .then(a.attribute.cmp(&b.attribute))
    });
    candidates
        .into_iter()
        .map(|candidate| candidate.question)
        .collect()
}

fn open_provisions(rules: &Rules, facts: &Facts, verdicts: &[Option<Truth>]) -> Vec<Open> {
    (0u32..)
        .zip(&rules.provisions)
        .zip(verdicts)
        .filter(|((_, rule), verdict)| **verdict == Some(Truth::Unknown) && rule.when.is_some())
        .map(|((index, rule), _)| Open {
            provision: index,
            missing: wanted(rules, facts, verdicts, rule),
        })
        .collect()
}

/// Notes are asked about once the paragraph itself is met: before, an answer about a rare exception
/// would come first because it decides much and is hardly ever true.
fn wanted(
    rules: &Rules,
    facts: &Facts,
    verdicts: &[Option<Truth>],
    rule: &crate::rule::model::Provision,
) -> Vec<u32> {
    let open = rule
        .when
        .is_some_and(|when| condition(rules, facts, verdicts, when).whole() != Truth::True);
    if open {
        let paragraph = crate::rule::model::Provision {
            unless: Vec::new(),
            ..rule.clone()
        };
        return missing(rules, facts, verdicts, &paragraph);
    }
    missing(rules, facts, verdicts, rule)
}

/// Blank attributes that some open provision lacks, in order of appearance.
fn attributes(facts: &Facts, open: &[Open]) -> Vec<u32> {
    let mut out = Vec::new();
    for attribute in open.iter().flat_map(|open| &open.missing) {
        if *facts.value(*attribute) == Value::Blank && !out.contains(attribute) {
            out.push(*attribute);
        }
    }
    out
}

fn weigh(
    rules: &Rules,
    facts: &mut Facts,
    derived: &[u32],
    verdicts: &[Option<Truth>],
    open: &[Open],
    attribute: u32,
) -> Candidate {
    let concerned: Vec<&Open> = open
        .iter()
        .filter(|open| open.missing.contains(&attribute))
        .collect();
    let answers = likely(rules, facts, &concerned, attribute);
    let mut total = 0u64;
    let mut most = 0u32;
    for answer in &answers {
        facts.set(rules, derived, attribute, answer.clone());
        let decided = concerned
            .iter()
            .filter_map(|open| rules.provisions.get(open.provision as usize))
            .filter(|rule| provision(rules, facts, verdicts, rule) != Truth::Unknown)
            .count();
        most = most.max(u32::try_from(decided).unwrap_or(u32::MAX));
        total += decided as u64;
    }
    facts.set(rules, derived, attribute, Value::Blank);
    // An input of arithmetic has no limits of its own to try: it counts its share of each provision.
    let share: u64 = concerned
        .iter()
        .map(|open| 12 / (open.missing.len() as u64).clamp(1, 12))
        .sum();
    let tried = answers.len() as u64;
    let cost = rules
        .attributes
        .get(attribute as usize)
        .map_or(1, |rule| rule.cost.clamp(1, 9));
    let decided = if total == 0 {
        (share, 144 * u64::from(cost))
    } else {
        (total * 12 + share / 12, tried.max(1) * 12 * u64::from(cost))
    };
    Candidate {
        question: Question {
            attribute: rules
                .attributes
                .get(attribute as usize)
                .map(|rule| rule.id.clone())
                .unwrap_or_default(),
            decides: most.max(u32::from(!concerned.is_empty())),
            of: u32::try_from(open.len()).unwrap_or(u32::MAX),
        },
        attribute,
        decided,
        cost,
    }
}

/// Answers that differ in what they decide.
fn likely(rules: &Rules, facts: &Facts, open: &[&Open], attribute: u32) -> Vec<Value> {
    match rules.attributes.get(attribute as usize).map(|a| &a.kind) {
        None => Vec::new(),
        Some(Kind::Flag) => vec![Value::Flag(true), Value::Flag(false)],
        Some(Kind::Choice(options)) => (0u32..)
            .zip(options)
            .map(|(option, _)| Value::Choice(option))
            .collect(),
        Some(Kind::Set(options)) => std::iter::once(Value::Set(Vec::new()))
            .chain((0u32..).zip(options).map(|(o, _)| Value::Set(vec![o])))
            .collect(),
        Some(Kind::Quantity { .. }) => between(tested(rules, facts, open, attribute)),
    }
}

/// Limits that the open provisions compare the attribute with.
fn tested(rules: &Rules, facts: &Facts, open: &[&Open], attribute: u32) -> Vec<Number> {
    let mut out: Vec<Number> = Vec::new();
    for open in open {
        let Some(rule) = rules.provisions.get(open.provision as usize) else {
            continue;
        };
        let blocks = rule
            .when
            .into_iter()
            .chain(rule.unless.iter().map(|release| release.when));
        for block in blocks.flat_map(|block| with_formulas(rules, block)) {
            for node in nodes(rules, block) {
                for limit in limits(rules, facts, node, attribute) {
                    if !out.contains(&limit) {
                        out.push(limit);
                    }
                }
            }
        }
    }
    out.sort();
    out.truncate(24);
    out
}

/// One value below all limits, one in each gap, each limit itself is left to the rules, one above.
fn between(limits: Vec<Number>) -> Vec<Value> {
    let (Some(first), Some(last)) = (limits.first().copied(), limits.last().copied()) else {
        return Vec::new();
    };
    let one = Number::from(1);
    let half = Number::new(1, 2);
    let mut points: Vec<Number> = Vec::new();
    points.extend(first.sub(first.abs().add(one).unwrap_or(one)));
    for pair in limits.windows(2) {
        if let [low, high] = pair {
            points.extend(
                low.add(*high)
                    .and_then(|sum| half.and_then(|half| sum.mul(half))),
            );
        }
    }
    points.extend(last.add(last.abs().add(one).unwrap_or(one)));
    points
        .into_iter()
        .map(|point| Value::Quantity(Interval::point(point)))
        .collect()
}

/// A block, and those of the derived flags it asks for.
fn with_formulas(rules: &Rules, block: Block) -> Vec<Block> {
    let mut out = vec![block];
    for node in nodes(rules, block) {
        for attribute in attributes_of(rules, node) {
            let formula = rules
                .attributes
                .get(attribute as usize)
                .and_then(|rule| rule.formula);
            if let Some(Formula::Condition(inner)) = formula {
                out.push(inner);
            }
        }
    }
    out
}

fn nodes(rules: &Rules, block: Block) -> &[crate::rule::model::Node] {
    rules
        .nodes
        .get(block.first as usize..=block.last as usize)
        .unwrap_or_default()
}
