//! Whether the examples of a rule show each of its numbers from both sides.

use super::families::answer_text;
use super::source::Given;
use crate::rule::model::{Kind, Rules};
use crate::rule::terms::{Number, parse_quantity};

/// What to do about a number that is not shown.
pub(crate) const EDGES: &str = "give examples just under, at and just over it";

/// What is wrong, when no example stands under, at and over a limit of a quantity.
pub(crate) fn untested<'a>(
    rules: &Rules,
    attribute: u32,
    text: &str,
    examples: impl Iterator<Item = &'a Given>,
) -> Option<String> {
    let rule = rules.attributes.get(attribute as usize)?;
    let Kind::Quantity { unit } = &rule.kind else {
        return None;
    };
    let number = |text: &str| -> Option<Number> {
        let quantity = parse_quantity(text, unit, &rules.units).ok()?;
        quantity.interval.single()
    };
    let limit = number(text);
    let given: Vec<Option<Number>> = examples
        .filter_map(|example| example.get(&rule.id))
        .map(|answer| number(&answer_text(answer)))
        .collect();
    let shown = given.iter().any(|value| *value < limit && value.is_some())
        && given.contains(&limit)
        && given.iter().any(|value| *value > limit);
    (!shown).then(|| format!("the limit `{text}` of `{}` is not tested", rule.id))
}
