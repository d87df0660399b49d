//! The rules of the history analysis, as they stand in a rule pack.

use crate::date::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Countries whose destinations no check of new customers or rising sales looks at.
pub const PARTNERS: &str = "partners";
/// Countries through which a route is a finding by itself.
pub const THROUGH: &str = "through";

/// Patterns the engine looks for, in the order of the report, and their kinds.
pub const PATTERNS: &[(&str, &str)] = &[
    ("route-through", NEW_ROUTE),
    ("route-new", NEW_ROUTE),
    ("route-detour", NEW_ROUTE),
    ("volume-own", VOLUME),
    ("volume-goods", VOLUME),
    ("customer-first-large", NEW_CUSTOMER),
    ("customer-first-listed", NEW_CUSTOMER),
    ("customer-formed", NEW_CUSTOMER),
    ("customer-turned", NEW_CUSTOMER),
    ("price-high", PRICE),
    ("price-low", PRICE),
    ("shift-destination", SHIFT),
    ("shift-customer", SHIFT),
];
/// Kind: the route.
pub(super) const NEW_ROUTE: &str = "new-route";
/// Kind: the size of a shipment.
pub(super) const VOLUME: &str = "volume";
/// Kind: who buys.
pub(super) const NEW_CUSTOMER: &str = "new-customer";
/// Kind: value against weight.
pub(super) const PRICE: &str = "price-per-kg";
/// Kind: sales that move after a control.
pub(super) const SHIFT: &str = "shift-after-control";
/// Kinds in the order of the report.
pub const KINDS: &[&str] = &[NEW_ROUTE, VOLUME, NEW_CUSTOMER, PRICE, SHIFT];

/// Everything the analysis compares with.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct HistoryRules {
    /// Date of the file.
    pub version: String,
    /// Limits.
    pub limits: Limits,
    /// Groups of countries.
    pub groups: BTreeMap<String, Group>,
    /// Controls after which sales may move.
    pub controls: Vec<Control>,
    /// Beginnings of the ids of lists whose goods are of concern.
    pub goods: Vec<String>,
    /// Patterns by id.
    pub patterns: BTreeMap<String, Pattern>,
}

/// Numbers of the checks; rules/risk/history.toml says what each means.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Earlier shipments to a customer and destination before a route can be new.
    pub route_shipments: u32,
    /// The same for a destination, all customers together.
    pub route_destination_shipments: u32,
    /// How much longer than direct, in percent.
    pub detour_percent: u32,
    /// And in kilometres.
    pub detour_km: u32,
    /// Earlier shipments of the same goods to the same customer.
    pub volume_own: u32,
    /// Earlier shipments of the same goods to anybody.
    pub volume_goods: u32,
    /// How many times the usual spread above the median.
    pub volume_spread: f64,
    /// How many times the median at least.
    pub volume_ratio: f64,
    /// Prices of the same goods to compare.
    pub price_samples: u32,
    /// How many times the usual spread from the median.
    pub price_spread: f64,
    /// How many times the median, up or down, at least.
    pub price_ratio: f64,
    /// Days of data before a first shipment, so that it is a first one.
    pub new_quiet_days: u32,
    /// Shipments without listed goods before a customer turns to them.
    pub turned_shipments: u32,
    /// Days of data before a control.
    pub shift_before_days: u32,
    /// Shipments in the best year after it.
    pub shift_shipments: u32,
    /// Best year after against best year before.
    pub shift_ratio: f64,
    /// The same when sales to the destinations of the control stop.
    pub shift_ratio_stopped: f64,
    /// Sales of these are taken to have stopped at this share of their best year before.
    pub shift_stop_share: f64,
    /// Days after a control that running orders are given.
    pub shift_grace_days: u32,
}

/// Countries, and who names them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Two-letter codes.
    pub members: BTreeSet<String>,
    /// Where they are named.
    pub cite: String,
    /// Where to read it.
    pub link: String,
}

/// A date from which exports to some places were restricted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Control {
    /// Id.
    pub id: String,
    /// First day.
    pub date: Date,
    /// Groups of the destinations concerned.
    pub targets: Vec<String>,
    /// Groups of destinations over which goods may be led instead.
    pub watch: Vec<String>,
    /// Customs codes concerned, by their first digits; `*` is all.
    pub hs: Vec<String>,
    /// Provision.
    pub cite: String,
    /// Where to read it.
    pub link: String,
}

/// One pattern.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Pattern {
    /// Indicator of the risk rules it belongs to.
    pub indicator: String,
    /// Guidance.
    pub cite: String,
    /// Where to read it.
    pub link: String,
}

impl HistoryRules {
    /// Whether a group has a country.
    pub(super) fn has(&self, group: &str, country: &str) -> bool {
        self.groups
            .get(group)
            .is_some_and(|group| group.members.contains(country))
    }

    /// Whether one of several groups has a country.
    pub(super) fn any(&self, groups: &[String], country: &str) -> bool {
        groups.iter().any(|group| self.has(group, country))
    }
}

impl Control {
    /// Whether a customs code falls under it.
    pub(super) fn covers(&self, hs: &str) -> bool {
        self.hs
            .iter()
            .any(|prefix| prefix == "*" || hs.starts_with(prefix.as_str()))
    }
}
