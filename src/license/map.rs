//! Every destination for one item: the same run as for a single one, without reasons.

use super::evaluate::{Case, Run, Runner, Side};
use super::facts::Places;
use super::report::{Deciding, deciding};
use crate::rule::criterion::RulesId;
use crate::rule::facts::Problem;
use serde::Serialize;

/// Answer of `license_map`.
#[derive(Debug, Clone, Serialize)]
pub struct WorldMap {
    /// Day whose law was applied.
    pub as_of: String,
    /// The rules.
    pub rules: RulesId,
    /// In the order of the rules.
    pub destinations: Vec<Place>,
    /// Answers that could not be read.
    pub problems: Vec<Problem>,
}

/// One destination.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// One result per jurisdiction.
    pub results: Vec<PlaceResult>,
}

/// What one jurisdiction found.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceResult {
    /// `eu`, `us`.
    pub jurisdiction: String,
    /// The end of it.
    pub outcome: &'static str,
    /// What makes it.
    pub deciding: Vec<Deciding>,
    /// Authorisations that are not ruled out.
    pub authorisations: Vec<String>,
}

/// Runs every destination.
#[must_use]
pub fn destinations(case: &Case<'_>, sides: &[Side], places: &Places) -> Vec<Place> {
    let mut runners: Vec<(&Side, Runner<'_>)> = sides
        .iter()
        .map(|side| (side, Runner::new(case, side, false)))
        .collect();
    case.licensing
        .destinations
        .iter()
        .enumerate()
        .map(|(at, destination)| {
            // Nobody said otherwise: the end user sits where the goods go.
            let end_user = places.end_user_country.unwrap_or(at);
            let mut parties = places.party_countries.clone();
            if !parties.is_empty() {
                parties.extend([at, end_user]);
            }
            let places = Places {
                destination: Some(at),
                end_user_country: Some(end_user),
                party_countries: parties,
                ..places.clone()
            };
            Place {
                code: destination.code.clone(),
                results: runners
                    .iter_mut()
                    .filter_map(|(side, runner)| place(case, side, &runner.run(&places)))
                    .collect(),
            }
        })
        .collect()
}

fn place(case: &Case<'_>, side: &Side, run: &Run) -> Option<PlaceResult> {
    let of = case
        .licensing
        .jurisdictions
        .get(side.jurisdiction as usize)?;
    let mut authorisations: Vec<String> = Vec::new();
    for candidate in run.candidates.iter().filter(|candidate| candidate.counts()) {
        if let Some(measure) = case.licensing.measures.get(candidate.measure as usize)
            && !authorisations.contains(&measure.id)
        {
            authorisations.push(measure.id.clone());
        }
    }
    Some(PlaceResult {
        jurisdiction: of.id.clone(),
        outcome: run.outcome.word(),
        deciding: deciding(case, side, run),
        authorisations,
    })
}
