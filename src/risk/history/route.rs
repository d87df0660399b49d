//! Routes: through a country whose territory is closed to such goods, over a country never used
//! before, or far longer than direct.

use super::input::{Shipment, Table};
use super::model::{HistoryRules, NEW_ROUTE, THROUGH};
use super::report::{Findings, Plot, Point, Subject};
use super::robust::text;
use crate::risk::model::Risk;
use crate::risk::route::distance;
use std::collections::{BTreeMap, BTreeSet};

/// Between neighbours the centres of countries say nothing about the way, km.
const SHORT: f64 = 200.0;

/// Shipments by destination, then by customer; earliest first.
type Ways<'a> = BTreeMap<&'a str, Vec<&'a Shipment>>;

pub(super) fn look(table: &Table, rules: &HistoryRules, risk: &Risk, found: &mut Findings<'_>) {
    let mut ways: Ways<'_> = BTreeMap::new();
    for shipment in table.dated() {
        if let Some(destination) = &shipment.destination {
            ways.entry(destination).or_default().push(shipment);
        }
    }
    count(table, rules, found);
    for (destination, shipments) in &ways {
        through(table, rules, destination, shipments, found);
        new(table, rules, destination, shipments, found);
        longer(table, rules, risk, destination, shipments, found);
    }
}

fn count(table: &Table, rules: &HistoryRules, found: &mut Findings<'_>) {
    let check = found.check(NEW_ROUTE);
    check.unit = "shipments";
    check.needs = rules.limits.route_shipments;
    for shipment in &table.shipments {
        let fields = [
            ("date", shipment.date.is_none()),
            ("destination", shipment.destination.is_none()),
            ("via", shipment.via.is_none()),
        ];
        let lacking: Vec<&str> = fields
            .iter()
            .filter(|(_, lacks)| *lacks)
            .map(|(name, _)| *name)
            .collect();
        if !lacking.is_empty() {
            check.not_given += 1;
            check.fields.extend(lacking);
        }
    }
}

/// Shipments of one customer (or nobody known) over one country.
fn by_way<'a>(shipments: &[&'a Shipment]) -> BTreeMap<(Option<usize>, &'a str), Vec<&'a Shipment>> {
    let mut ways: BTreeMap<(Option<usize>, &str), Vec<&Shipment>> = BTreeMap::new();
    for shipment in shipments {
        if let Some(via) = &shipment.via {
            ways.entry((shipment.customer, via))
                .or_default()
                .push(shipment);
        }
    }
    ways
}

fn subject(table: &Table, customer: Option<usize>, destination: &str, via: &str) -> Subject {
    Subject {
        customer: customer
            .map(|customer| table.name(customer).to_owned())
            .unwrap_or_default(),
        destination: destination.to_owned(),
        via: via.to_owned(),
        ..Subject::default()
    }
}

fn lines(shipments: &[&Shipment]) -> Vec<u32> {
    shipments.iter().map(|shipment| shipment.line).collect()
}

fn first_date(shipments: &[&Shipment]) -> String {
    shipments
        .first()
        .map(|shipment| shipment.date_text())
        .unwrap_or_default()
}

fn through(
    table: &Table,
    rules: &HistoryRules,
    destination: &str,
    shipments: &[&Shipment],
    found: &mut Findings<'_>,
) {
    for ((customer, via), there) in by_way(shipments)
        .iter()
        .filter(|((_, via), _)| rules.has(THROUGH, via))
    {
        let explain = BTreeMap::from([
            ("shipments", there.len().to_string()),
            ("date", first_date(there)),
        ]);
        let plot = found.plot(ways_plot(shipments, *customer, via));
        found.add(
            "route-through",
            subject(table, *customer, destination, via),
            lines(there),
            explain,
            Some(plot),
        );
    }
}

/// A country on the way that a customer's or a destination's earlier shipments did not take.
fn new(
    table: &Table,
    rules: &HistoryRules,
    destination: &str,
    shipments: &[&Shipment],
    found: &mut Findings<'_>,
) {
    let limits = &rules.limits;
    let mut seen = Seen::default();
    let mut by_customer: BTreeMap<Option<usize>, Seen> = BTreeMap::new();
    let mut fresh: BTreeMap<(Option<usize>, &str), Fresh> = BTreeMap::new();
    let (mut judged, mut too_few) = (0, 0);
    for day in shipments.chunk_by(|one, other| one.day == other.day) {
        for shipment in day {
            let Some(via) = shipment.via.as_deref() else {
                continue;
            };
            let own = shipment
                .customer
                .and_then(|_| by_customer.get(&shipment.customer));
            let (basis, past) = match own {
                Some(own) if own.count >= limits.route_shipments => ("customer", own),
                _ if seen.count >= limits.route_destination_shipments => ("destination", &seen),
                _ => {
                    too_few += 1;
                    continue;
                }
            };
            judged += 1;
            if !past.ways.contains_key(via) {
                let (usual, often) = past.usual();
                fresh.entry((shipment.customer, via)).or_insert(Fresh {
                    basis,
                    earlier: past.count,
                    usual,
                    often,
                });
            }
        }
        // What happens on one day has no order: it is compared with the days before.
        for shipment in day {
            seen.add(shipment);
            by_customer
                .entry(shipment.customer)
                .or_default()
                .add(shipment);
        }
    }
    let check = found.check(NEW_ROUTE);
    check.judged += judged;
    check.too_few += too_few;
    let ways = by_way(shipments);
    for ((customer, via), fresh) in fresh {
        let there = ways.get(&(customer, via)).map_or(&[][..], Vec::as_slice);
        let explain = BTreeMap::from([
            ("basis", fresh.basis.to_owned()),
            ("earlier", fresh.earlier.to_string()),
            ("usual", fresh.usual),
            ("usual_count", fresh.often.to_string()),
            ("shipments", there.len().to_string()),
            ("date", first_date(there)),
        ]);
        let plot = found.plot(ways_plot(
            shipments,
            if fresh.basis == "customer" {
                customer
            } else {
                None
            },
            via,
        ));
        found.add(
            "route-new",
            subject(table, customer, destination, via),
            lines(there),
            explain,
            Some(plot),
        );
    }
}

/// What a new way is held against.
struct Fresh {
    basis: &'static str,
    earlier: u32,
    usual: String,
    often: u32,
}

/// Ways of the earlier shipments; an empty one stands for "none stated".
#[derive(Debug, Default)]
struct Seen {
    count: u32,
    ways: BTreeMap<String, u32>,
}

impl Seen {
    fn add(&mut self, shipment: &Shipment) {
        self.count += 1;
        *self
            .ways
            .entry(shipment.via.clone().unwrap_or_default())
            .or_default() += 1;
    }

    /// The way taken most often; of several the first by code.
    fn usual(&self) -> (String, u32) {
        let most = self.ways.values().max().copied().unwrap_or(0);
        let way = self.ways.iter().find(|(_, often)| **often == most);
        (way.map(|(way, _)| way.clone()).unwrap_or_default(), most)
    }
}

/// Countries on the way, all shipments of a customer or of everybody.
fn ways_plot(shipments: &[&Shipment], customer: Option<usize>, marked: &str) -> Plot {
    let mut plot = Plot::new("bars", "history-plot-ways", "shipments");
    let mut ways: BTreeMap<&str, u32> = BTreeMap::new();
    for shipment in shipments
        .iter()
        .filter(|shipment| customer.is_none() || shipment.customer == customer)
    {
        *ways
            .entry(shipment.via.as_deref().unwrap_or(""))
            .or_default() += 1;
        plot.total += 1;
    }
    plot.points = ways
        .into_iter()
        .map(|(way, often)| Point {
            x: way.to_owned(),
            y: often.to_string(),
            series: "main",
            line: None,
            anomaly: way == marked,
        })
        .collect();
    plot
}

/// Over a country that makes the way far longer than direct.
fn longer(
    table: &Table,
    rules: &HistoryRules,
    risk: &Risk,
    destination: &str,
    shipments: &[&Shipment],
    found: &mut Findings<'_>,
) {
    let limits = &rules.limits;
    let vias: BTreeSet<&str> = shipments
        .iter()
        .filter_map(|shipment| shipment.via.as_deref())
        .collect();
    let Some(from) = table.exporter.as_deref() else {
        if !vias.is_empty() {
            found.check(NEW_ROUTE).fields.insert("exporter");
        }
        return;
    };
    for via in vias.into_iter().filter(|via| *via != from) {
        let way = || {
            let direct = distance(risk, from, destination).filter(|km| *km >= SHORT)?;
            let extra = distance(risk, from, via)? + distance(risk, via, destination)? - direct;
            Some((extra / direct * 100.0, extra))
        };
        let Some((percent, km)) = way() else {
            found.check(NEW_ROUTE).fields.insert("place");
            continue;
        };
        if percent < f64::from(limits.detour_percent) || km < f64::from(limits.detour_km) {
            continue;
        }
        let there: Vec<&Shipment> = shipments
            .iter()
            .filter(|shipment| shipment.via.as_deref() == Some(via))
            .copied()
            .collect();
        let customers: BTreeSet<usize> = there
            .iter()
            .filter_map(|shipment| shipment.customer)
            .collect();
        let explain = BTreeMap::from([
            ("percent", text(percent.round())),
            ("km", text((km / 10.0).round() * 10.0)),
            ("from", table.exporter.clone().unwrap_or_default()),
            ("shipments", there.len().to_string()),
            ("customers", customers.len().to_string()),
            ("date", first_date(&there)),
        ]);
        let plot = found.plot(ways_plot(shipments, None, via));
        found.add(
            "route-detour",
            subject(table, None, destination, via),
            lines(&there),
            explain,
            Some(plot),
        );
    }
}
