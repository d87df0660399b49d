//! Decides indicators at subjects: one evaluation path for flags, factors, duties and prompts.

use super::facts::Desk;
use super::model::{Indicator, Kind, Risk};
use super::tier::Tier;
use crate::case::{Judgement, Trusted};
use crate::rule::criterion::{Criterion, verdict};
use crate::rule::evaluate::condition;
use crate::rule::explain::Walk;
use crate::rule::facts::Value;
use crate::rule::play::speaks_for;
use crate::rule::terms::Truth;
use serde::Serialize;

/// An indicator at a subject.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// The indicator.
    pub indicator: String,
    /// What it is.
    pub kind: Kind,
    /// `customer`, `route`.
    pub topic: String,
    /// Empty for the case, `party:p1`, `owner:p1/o1`, `item:i1`, `leg:l1`.
    pub subject: String,
    /// `met`, `not-met`, `unknown`: the machine's word.
    #[serde(serialize_with = "verdict")]
    pub result: Truth,
    /// What stands in the end.
    pub state: State,
    /// It rests on facts of the case alone.
    pub automatic: bool,
    /// What it asks for.
    pub tier: Option<Tier>,
    /// What it would ask for without people's decisions.
    #[serde(skip)]
    pub machine: Option<Tier>,
    /// Full citation.
    pub cite: String,
    /// Criteria that decide.
    pub criteria: Vec<Criterion>,
    /// What would decide it: questions, and `fact:party_age`.
    pub missing: Vec<String>,
    /// What a person decided about it.
    pub judgement: Option<Judgement>,
    /// Nothing that people write resolves it.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// Steps of the ladder.
    pub steps: Vec<String>,
    /// Contract text that goes with it.
    pub clause: Option<String>,
}

/// What stands in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Met.
    Raised,
    /// Met, and a person says why it does not matter here.
    Resolved,
    /// Met, and a trusted partner's standing judgement answers it.
    Trusted,
    /// Undecided, and something speaks for it or nobody else can tell.
    Open,
    /// Undecided, because nobody answered.
    NotAsked,
    /// Not met.
    NotSeen,
}

/// What people decided, as far as it counts for a subject.
#[derive(Debug, Clone, Copy)]
pub struct People<'a> {
    /// All judgements of the case.
    pub judgements: &'a [Judgement],
    /// A standing judgement about the subject that holds today.
    pub trusted: Option<&'a Trusted>,
}

/// What became of an indicator at a subject.
struct Decided {
    result: Truth,
    state: State,
    /// Of one that is not met nothing is told.
    criteria: Vec<Criterion>,
    missing: Vec<u32>,
    judgement: Option<Judgement>,
}

/// `walk` keeps the reasons, or only what is missing.
fn decided(
    desk: &Desk<'_>,
    indicator: &Indicator,
    subject: &str,
    people: People<'_>,
    mut walk: Walk<'_>,
) -> Decided {
    let results = condition(desk.rules, &desk.facts, &[], indicator.when);
    let result = results.whole();
    // Most are not met, and reasons cost more than the answer.
    if result != Truth::False {
        walk.results(indicator.when, &results);
    }
    let judgement = people
        .judgements
        .iter()
        .rfind(|of| of.indicator == indicator.id && of.subject == subject)
        .cloned();
    let state = state(
        desk,
        indicator,
        result,
        &walk.missing,
        judgement.as_ref(),
        people,
    );
    Decided {
        result,
        state,
        criteria: walk.criteria,
        missing: walk.missing,
        judgement,
    }
}

/// What stands in the end, without the reasons.
#[must_use]
pub fn standing(
    desk: &Desk<'_>,
    indicator: &Indicator,
    subject: &str,
    people: People<'_>,
) -> State {
    let walk = Walk::only(desk.rules, &desk.facts, &[]);
    decided(desk, indicator, subject, people, walk).state
}

/// Decides an indicator.
#[must_use]
pub fn decide(
    desk: &Desk<'_>,
    risk: &Risk,
    indicator: &Indicator,
    subject: &str,
    people: People<'_>,
) -> Finding {
    let Decided {
        result,
        state,
        mut criteria,
        missing,
        judgement,
    } = decided(
        desk,
        indicator,
        subject,
        people,
        Walk::new(desk.rules, &desk.facts, &[]),
    );
    for criterion in &mut criteria {
        let place = criterion
            .attribute
            .as_deref()
            .and_then(|name| desk.attribute(name))
            .and_then(|attribute| desk.shown.get(&attribute));
        if let Some(codes) = place {
            criterion.value = Some(codes.clone());
        }
    }
    let machine = match result {
        Truth::True => indicator.raises,
        Truth::Unknown => indicator.open,
        Truth::False => None,
    };
    let tier = match state {
        State::Resolved | State::Trusted => None,
        _ => machine,
    };
    let name = |attribute: &u32| {
        let id = desk.rules.attributes.get(*attribute as usize)?.id.clone();
        Some(if desk.supplies(*attribute) {
            format!("fact:{id}")
        } else {
            id
        })
    };
    let seen = state != State::NotSeen;
    Finding {
        indicator: indicator.id.clone(),
        kind: indicator.kind,
        topic: indicator.topic.clone(),
        subject: subject.to_owned(),
        result,
        state,
        automatic: indicator.automatic,
        tier,
        machine,
        cite: indicator.cite.clone(),
        criteria,
        missing: if result == Truth::Unknown {
            missing.iter().filter_map(name).collect()
        } else {
            Vec::new()
        },
        judgement,
        is_final: indicator.is_final,
        steps: due(risk, indicator, state, tier),
        clause: indicator.clause.clone().filter(|_| seen),
    }
}

/// Steps of the ladder that are due: while nobody answered, only to answer.
fn due(risk: &Risk, indicator: &Indicator, state: State, tier: Option<Tier>) -> Vec<String> {
    let step = |at: &u32| risk.steps.get(*at as usize).cloned();
    match state {
        State::Raised => indicator.steps.iter().filter_map(step).collect(),
        State::Open if tier.is_some() => indicator.steps.iter().filter_map(step).collect(),
        State::NotAsked if tier.is_some() => risk.ask_step.iter().filter_map(step).collect(),
        _ => Vec::new(),
    }
}

fn state(
    desk: &Desk<'_>,
    indicator: &Indicator,
    result: Truth,
    missing: &[u32],
    judgement: Option<&Judgement>,
    people: People<'_>,
) -> State {
    match result {
        Truth::False => State::NotSeen,
        Truth::Unknown => {
            let asked: Vec<&u32> = missing.iter().filter(|at| !desk.supplies(**at)).collect();
            let said = |at: &&u32| *desk.facts.value(**at) != Value::Blank;
            if asked.is_empty()
                || asked.iter().any(said)
                || speaks_for(desk.rules, &desk.facts, indicator.when)
            {
                State::Open
            } else {
                State::NotAsked
            }
        }
        Truth::True if indicator.is_final => State::Raised,
        Truth::True => {
            let reasoned = |of: &&Judgement| of.state == "resolved" && !of.reason.trim().is_empty();
            let standing = |of: &Trusted| of.indicators.contains(&indicator.id);
            if judgement.filter(reasoned).is_some() {
                State::Resolved
            } else if indicator.trust && people.trusted.is_some_and(standing) {
                State::Trusted
            } else {
                State::Raised
            }
        }
    }
}
