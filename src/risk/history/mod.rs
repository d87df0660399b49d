//! Shipment history: what in a firm's own past shipments looks like the patterns that authorities
//! tell exporters to look at. Rows in, anomalies with their numbers out; limits, dates of controls,
//! groups of countries and every text are rules (`rules/risk/history.toml`).
//!
//! A pattern that is not found says nothing about a shipment: [`report::Check`] counts what was
//! judged, what had too little to compare with, and what was not given.

mod customer;
mod input;
mod model;
mod plot;
mod report;
mod robust;
mod route;
mod shift;
mod volume;

pub use input::{Request, Row};
pub use model::{
    Control, Group, HistoryRules, KINDS, Limits, PARTNERS, PATTERNS, Pattern, THROUGH,
};
pub use report::{Anomaly, Check, Plot, Point, Problem, Report, RulesUsed, Subject};

use super::model::Risk;
use input::Table;
use report::Findings;

/// Looks for every pattern that the rules describe, with the risk rules' lists of goods and centres
/// of countries. The order of the rows does not matter.
#[must_use]
pub fn analyse(request: &Request, rules: &HistoryRules, risk: &Risk) -> Report {
    let table = Table::read(request, rules, risk);
    let mut found = Findings::new(rules);
    route::look(&table, rules, risk, &mut found);
    volume::look(&table, rules, &mut found);
    customer::look(&table, rules, &mut found);
    volume::prices(&table, rules, &mut found);
    shift::look(&table, rules, &mut found);
    found.report(request, table)
}
