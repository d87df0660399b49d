//! Whether a condition is in play: whether somebody said something that speaks for it.

use super::evaluate::condition;
use super::explain::attributes_of;
use super::facts::Facts;
use super::model::{Block, Formula, Node, Rules};
use super::terms::Truth;

/// Whether an answer of the user meets a part of the condition that is not negated.
#[must_use]
pub(crate) fn speaks_for(rules: &Rules, facts: &Facts, block: Block) -> bool {
    let results = condition(rules, facts, &[], block);
    let nodes = rules
        .nodes
        .get(block.first as usize..=block.last as usize)
        .unwrap_or_default();
    let mut negated: Vec<u32> = Vec::new();
    // Parts come before the whole: from the end, every `not` is seen before what it negates.
    for (index, node) in (block.first..=block.last)
        .zip(nodes)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        let parts: Vec<u32> = node.parts().collect();
        if matches!(node, Node::Not(_)) != negated.contains(&index) {
            negated.extend(&parts);
        }
        if !parts.is_empty() || negated.contains(&index) || results.of(index) == Truth::False {
            continue;
        }
        for attribute in attributes_of(rules, node) {
            let answered = facts.text(attribute).is_some() && results.of(index) == Truth::True;
            let formula = rules
                .attributes
                .get(attribute as usize)
                .and_then(|rule| rule.formula);
            let through = match formula {
                Some(Formula::Condition(inner)) if inner.last < block.first => {
                    speaks_for(rules, facts, inner)
                }
                _ => false,
            };
            if answered || through {
                return true;
            }
        }
    }
    false
}
