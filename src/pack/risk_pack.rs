//! Opens the risk part of a rule pack: every index is checked, its own examples are run.

use super::error::{PackError, PackErrorKind};
use super::licensing_pack::sound_block;
use crate::license::model::Licensing;
use crate::risk::facts::Desk;
use crate::risk::model::Risk;
use crate::rule::evaluate::condition;
use crate::rule::model::{Kind, Rules};
use crate::rule::terms::{Truth, parse_quantity};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// Facts that are countries: in examples as codes, their groups follow.
pub(crate) const PLACES: [&str; 9] = [
    "destination",
    "exporter",
    "origin",
    "end_user_country",
    "party_countries",
    "party_country",
    "transit_countries",
    "transhipment_countries",
    "leg_country",
];

/// An example that the pack must reproduce before it opens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct IndicatorTest {
    /// Indicator, by index.
    pub indicator: u32,
    /// Answers and facts.
    pub given: Vec<(String, String)>,
    /// `met`, `not-met`, `unknown`.
    pub expect: String,
}

pub(crate) fn passes(
    rules: &Rules,
    licensing: &Licensing,
    risk: &Risk,
    test: &IndicatorTest,
) -> Result<(), PackError> {
    let at =
        |what: String| PackErrorKind::SelfTest.at(format!("indicator {}: {what}", test.indicator));
    match result(rules, licensing, risk, test) {
        Ok(found) if found == test.expect => Ok(()),
        Ok(found) => Err(at(format!(
            "expected to be {}, and is {found}",
            test.expect
        ))),
        Err(why) => Err(at(why)),
    }
}

/// What an indicator says of an example, whatever its dates.
///
/// # Errors
/// A name or answer of the example cannot be read.
pub(crate) fn result(
    rules: &Rules,
    licensing: &Licensing,
    risk: &Risk,
    test: &IndicatorTest,
) -> Result<&'static str, String> {
    let indicator = risk
        .indicators
        .get(test.indicator as usize)
        .ok_or("there is no such indicator")?;
    let known = |name: &str| risk.supplied.iter().any(|(of, _)| of == name);
    let answers: Map<String, Json> = test
        .given
        .iter()
        .filter(|(name, _)| !known(name))
        .map(|(name, answer)| (name.clone(), Json::String(answer.clone())))
        .collect();
    let mut desk = Desk::new(rules, risk, &answers);
    if let Some(problem) = desk.facts.problems.first() {
        return Err(format!("{}: {}", problem.attribute, problem.message));
    }
    for (name, answer) in &test.given {
        let Some(attribute) = desk.attribute(name) else {
            continue;
        };
        let words: Vec<String> = answer
            .split('|')
            .map(|word| word.trim().to_owned())
            .filter(|word| !word.is_empty())
            .collect();
        if PLACES.contains(&name.as_str()) {
            let mut options = Vec::new();
            for code in &words {
                let place = licensing
                    .destinations
                    .iter()
                    .find(|place| place.code.eq_ignore_ascii_case(code))
                    .ok_or_else(|| format!("there is no destination `{code}`"))?;
                options.extend(place.options.iter().flatten());
            }
            desk.places(name, Some(options), &words);
            continue;
        }
        let kind = rules.attributes.get(attribute as usize).map(|of| &of.kind);
        let all_known = |options: &[String]| {
            words
                .iter()
                .find(|word| *word != "unknown" && !options.contains(word))
                .map_or(Ok(()), |word| {
                    Err(format!(
                        "`{word}` is no option of `{name}`; one of: {}",
                        options.join(", ")
                    ))
                })
        };
        match kind {
            Some(Kind::Flag) => match answer.as_str() {
                "yes" => desk.flag(name, Truth::True),
                "no" => desk.flag(name, Truth::False),
                _ => return Err(format!("`{name}` is yes or no")),
            },
            Some(Kind::Choice(options)) => {
                all_known(options)?;
                desk.choice(name, answer);
            }
            Some(Kind::Set(options)) => {
                all_known(options)?;
                desk.set(name, &words);
            }
            Some(Kind::Quantity { unit }) => {
                let quantity =
                    parse_quantity(answer, unit, &rules.units).map_err(|error| error.message)?;
                desk.quantity(name, Some(quantity.interval));
            }
            None => return Err(format!("there is no fact `{name}`")),
        }
    }
    desk.derive();
    let truth = condition(rules, &desk.facts, &[], indicator.when).whole();
    Ok(crate::rule::criterion::word(truth))
}

/// Every index points to something that is there.
pub(crate) fn sound(rules: &Rules, licensing: &Licensing, risk: &Risk) -> Option<()> {
    let check = |good: bool| good.then_some(());
    let attributes = rules.attributes.len() as u32;
    let jurisdictions = licensing.jurisdictions.len() as u32;
    let block = |block| sound_block(rules, block);
    check(risk.supplied.iter().all(|(_, of)| *of < attributes))?;
    check(risk.supplied.is_sorted_by(|(a, _), (b, _)| a < b))?;
    check(risk.derived.iter().all(|of| *of < attributes))?;
    for indicator in &risk.indicators {
        block(indicator.when)?;
        check(indicator.jurisdiction.is_none_or(|of| of < jurisdictions))?;
        check(
            indicator
                .steps
                .iter()
                .all(|step| (*step as usize) < risk.steps.len()),
        )?;
    }
    for fill in &risk.fills {
        block(fill.when)?;
    }
    check(
        risk.ask_step
            .is_none_or(|step| (step as usize) < risk.steps.len()),
    )?;
    for form in &risk.forms {
        form.when.map_or(Some(()), block)?;
        check(form.jurisdiction.is_none_or(|of| of < jurisdictions))?;
    }
    for list in &risk.required {
        check(list.jurisdiction.is_none_or(|of| of < jurisdictions))?;
    }
    Some(())
}
