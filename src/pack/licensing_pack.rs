//! Opens the licensing part of a rule pack: every index is checked, its own examples are run.

use super::error::{PackError, PackErrorKind};
use crate::date::Date;
use crate::license::evaluate::{Case, Side, one};
use crate::license::facts::Places;
use crate::license::item::{Listed, State};
use crate::license::model::{Kind, Licensing};
use crate::rule::facts::Facts;
use crate::rule::model::{Block, Rules};
use crate::rule::terms::Truth;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// An example that the pack must reproduce before it opens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct MeasureTest {
    /// Measure, by index.
    pub measure: u32,
    /// Codes of the item in the measure's list.
    pub codes: Vec<String>,
    /// Whether the item is listed, when no code says so.
    pub listed: Option<bool>,
    /// Destination, exporter, origin, end user's country; empty: not known.
    pub places: [String; 4],
    /// Countries of all parties.
    pub parties: Vec<String>,
    /// Attribute and answer.
    pub answers: Vec<(String, String)>,
    /// Day, when the example is about dates.
    pub as_of: Option<Date>,
    /// `met`, `not-met`, `unknown`; of an authorisation `conditions-met`, `open`, `ruled-out`, `out-of-scope`.
    pub expect: String,
}

pub(crate) fn passes(
    rules: &Rules,
    licensing: &Licensing,
    test: &MeasureTest,
) -> Result<(), PackError> {
    match result(rules, licensing, test) {
        Ok(found) if found == test.expect => Ok(()),
        Ok(found) => Err(PackErrorKind::SelfTest.at(format!(
            "measure {} is expected to be {}, and is {found}",
            test.measure, test.expect
        ))),
        Err(why) => Err(PackErrorKind::SelfTest.at(format!("measure {}: {why}", test.measure))),
    }
}

/// What a measure says of an example.
///
/// # Errors
/// A name of the example is not known.
pub(crate) fn result(
    rules: &Rules,
    licensing: &Licensing,
    test: &MeasureTest,
) -> Result<String, String> {
    let measure = licensing
        .measures
        .get(test.measure as usize)
        .ok_or("there is no such measure")?;
    let answers = |named: bool| -> Map<String, Json> {
        test.answers
            .iter()
            .filter(|(name, _)| name.contains(':') == named)
            .map(|(name, answer)| (name.clone(), Json::String(answer.clone())))
            .collect()
    };
    let place = |code: &String| -> Result<Option<usize>, String> {
        if code.is_empty() {
            return Ok(None);
        }
        let found = licensing.destinations.iter().position(|p| p.code == *code);
        found
            .map(Some)
            .ok_or_else(|| format!("there is no destination `{code}`"))
    };
    let [destination, exporter, origin, end_user_country] = &test.places;
    let parties: Vec<Option<usize>> = test.parties.iter().map(place).collect::<Result<_, _>>()?;
    let places = Places {
        destination: place(destination)?,
        exporter: place(exporter)?,
        origin: place(origin)?,
        end_user_country: place(end_user_country)?,
        party_countries: parties.into_iter().flatten().collect(),
    };
    let item = Listed {
        state: match (test.codes.is_empty(), test.listed) {
            (false, _) | (true, Some(true)) => State::Listed,
            (true, Some(false)) => State::NoneIdentified,
            (true, None) => State::NotGiven,
        },
        codes: test
            .codes
            .iter()
            .map(|code| (code.clone(), Truth::True))
            .collect(),
    };
    let facts = Facts::read(rules, &[], &answers(false));
    if let Some(problem) = facts.problems.first() {
        return Err(format!("{}: {}", problem.attribute, problem.message));
    }
    let authorisation = measure.kind == Kind::Authorisation;
    let as_of = match test.as_of {
        Some(day) if !measure.applies(day) => {
            return Ok(if authorisation {
                "out-of-scope"
            } else {
                "not-met"
            }
            .to_owned());
        }
        Some(day) => day,
        None => Date::new(2000, 1, 1).ok_or("no day")?,
    };
    let case = Case {
        rules,
        licensing,
        facts,
        answers: &answers(true),
        verdicts: &[],
        as_of,
    };
    let side = Side::new(licensing, measure.jurisdiction, &item);
    Ok(one(&case, &side, &places, test.measure).to_owned())
}

/// Parts of a block lie inside it, before the whole.
pub(super) fn sound_block(rules: &Rules, block: Block) -> Option<()> {
    let nodes = rules
        .nodes
        .get(block.first as usize..=block.last as usize)?;
    for (index, node) in (block.first..).zip(nodes) {
        let inside = node.parts().all(|part| block.first <= part && part < index);
        inside.then_some(())?;
    }
    Some(())
}

/// Every index points to something that is there.
pub(crate) fn sound(rules: &Rules, licensing: &Licensing) -> Option<()> {
    let check = |good: bool| good.then_some(());
    let attributes = rules.attributes.len() as u32;
    let jurisdictions = licensing.jurisdictions.len() as u32;
    let measures = licensing.measures.len() as u32;
    let block = |block| sound_block(rules, block);
    let slots = &licensing.slots;
    if jurisdictions > 0 {
        for slot in [
            slots.destination,
            slots.exporter,
            slots.origin,
            slots.end_user_country,
            slots.party_countries,
            slots.item_listed,
        ] {
            check(slot < attributes)?;
        }
    }
    for of in &licensing.jurisdictions {
        check((of.list as usize) < rules.lists.len())?;
    }
    for set in &licensing.items {
        check(set.attribute < attributes && set.jurisdiction < jurisdictions)?;
        for when in set
            .rows
            .iter()
            .chain(&set.except)
            .filter_map(|row| row.when)
        {
            block(when)?;
        }
    }
    for reason in &licensing.reasons {
        check(reason.attribute < attributes)?;
    }
    for line in &licensing.reason_lines {
        check((line.reason as usize) < licensing.reasons.len())?;
        line.when.map_or(Some(()), block)?;
    }
    for fact in &licensing.entry_facts {
        check(fact.attribute < attributes && fact.jurisdiction < jurisdictions)?;
    }
    check(licensing.entry_lines.is_sorted_by_key(|line| &line.entry))?;
    for line in &licensing.entry_lines {
        check((line.fact as usize) < licensing.entry_facts.len())?;
        line.when.map_or(Some(()), block)?;
    }
    check(licensing.derived.iter().all(|of| *of < attributes))?;
    for measure in &licensing.measures {
        check(measure.jurisdiction < jurisdictions)?;
        check((measure.check as usize) < licensing.checks.len())?;
        check(measure.overcomes.iter().all(|of| *of < measures))?;
        check(measure.conditions.is_empty() || measure.kind == Kind::Authorisation)?;
        block(measure.when)?;
        for condition in &measure.conditions {
            block(condition.when)?;
        }
        for duty in measure.duties.iter().flatten() {
            block(*duty)?;
        }
    }
    check(licensing.not_counted.iter().all(|of| *of < measures))
}
