//! Shipment history: what in a firm's own past shipments looks like the patterns that authorities
//! tell exporters to look at. Rows in, anomalies with their numbers out; limits, dates of controls,
//! groups of countries and every text are rules (`rules/risk/history.toml`).
//!
//! A pattern that is not found says nothing about a shipment: [`report::Check`] counts what was
//! judged, what had too little to compare with, and what was not given.

mod customer;
mod distance;
mod input;
mod model;
mod plot;
mod report;
mod robust;
mod route;
mod shift;
mod volume;

pub use distance::Place;
pub use input::{Request, Row};
pub use model::{
    Control, ControlText, Group, HistoryRules, KINDS, Limits, PARTNERS, PATTERNS, Pattern,
    PatternText, Sheet, THROUGH,
};
pub use report::{Anomaly, Check, Plot, Point, Problem, Report, RulesUsed, Subject};

use input::Table;
use report::Findings;
use std::collections::BTreeMap;

/// What the analysis needs beside the rows.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Limits, dates of controls, groups of countries.
    pub rules: &'a HistoryRules,
    /// Lists of goods by customs code: list to codes, with or without dots.
    pub goods: &'a BTreeMap<String, Vec<String>>,
    /// Where countries lie, by code; empty: detours are not judged.
    pub places: &'a BTreeMap<String, Place>,
}

/// Looks for every pattern. The order of the rows does not matter.
#[must_use]
pub fn analyse(request: &Request, sources: Sources<'_>) -> Report {
    let table = Table::read(request, &sources);
    let mut found = Findings::new(sources.rules);
    route::look(&table, &sources, &mut found);
    volume::look(&table, sources.rules, &mut found);
    customer::look(&table, sources.rules, &mut found);
    volume::prices(&table, sources.rules, &mut found);
    shift::look(&table, sources.rules, &mut found);
    found.report(request, table)
}
