//! Sizes and prices against the median of the past: one customer's, or that of the same goods.

use super::input::{Shipment, Table};
use super::model::{HistoryRules, NEW_CUSTOMER, PRICE, VOLUME};
use super::report::{Findings, Plot, Subject};
use super::robust::{Past, text, times};
use std::collections::{BTreeMap, BTreeSet};

/// A size of a shipment; the order is that in which they are told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Measure<'a> {
    Value(&'a str),
    Mass,
    Quantity,
}

impl Measure<'_> {
    fn of(shipment: &Shipment) -> impl Iterator<Item = (Measure<'_>, f64)> {
        [
            shipment
                .value
                .map(|value| (Measure::Value(&shipment.currency), value)),
            shipment.mass.map(|mass| (Measure::Mass, mass)),
            shipment
                .quantity
                .map(|quantity| (Measure::Quantity, quantity)),
        ]
        .into_iter()
        .flatten()
    }

    fn name(&self) -> &'static str {
        match self {
            Measure::Value(_) => "value",
            Measure::Mass => "mass",
            Measure::Quantity => "quantity",
        }
    }

    fn unit(&self) -> &str {
        match self {
            Measure::Value(currency) => currency,
            Measure::Mass => "kg",
            Measure::Quantity => "",
        }
    }
}

/// A shipment above its limit.
#[derive(Debug, Clone)]
struct Over<'a> {
    shipment: &'a Shipment,
    measure: Measure<'a>,
    figure: f64,
    own: bool,
    count: u32,
    median: f64,
    spread: f64,
    limit: f64,
}

type Figures<'a> = Vec<(&'a Shipment, f64)>;
type Series<'a> = BTreeMap<(&'a str, Measure<'a>), Figures<'a>>;

/// Sizes: a customer's shipment of some goods against earlier ones.
pub(super) fn look(table: &Table, rules: &HistoryRules, found: &mut Findings<'_>) {
    let mut series: Series<'_> = BTreeMap::new();
    for shipment in table.dated() {
        let Some((hs, _)) = shipment.hs.as_deref().zip(shipment.customer) else {
            continue;
        };
        for (measure, figure) in Measure::of(shipment) {
            series
                .entry((hs, measure))
                .or_default()
                .push((shipment, figure));
        }
    }
    let first = first_days(table);
    let (mut judged, mut short) = (BTreeSet::new(), BTreeSet::new());
    let mut groups: BTreeMap<(&str, usize, &str), Vec<Over<'_>>> = BTreeMap::new();
    for ((hs, measure), figures) in &series {
        for (shipment, over) in walk(rules, measure, figures) {
            let Some(over) = over else {
                short.insert(place(shipment));
                continue;
            };
            judged.insert(place(shipment));
            if over.figure > over.limit {
                let customer = shipment.customer.unwrap_or_default();
                let pattern = match first.get(&customer) {
                    _ if over.own => "volume-own",
                    Some(day) if *day == shipment.day && is_new(table, rules, *day) => {
                        "customer-first-large"
                    }
                    _ => "volume-goods",
                };
                groups
                    .entry((pattern, customer, hs))
                    .or_default()
                    .push(over);
            }
        }
    }
    count(table, rules, &judged, &short, found);
    for ((pattern, customer, hs), mut overs) in groups {
        // The first measure that shows it explains it, by its largest figure.
        overs.sort_by(|one, other| {
            one.measure
                .cmp(&other.measure)
                .then(other.figure.total_cmp(&one.figure))
        });
        let Some(most) = overs.first() else {
            continue;
        };
        let lines: BTreeSet<u32> = overs.iter().map(|over| over.shipment.line).collect();
        let shown = series
            .get(&(hs, most.measure.clone()))
            .map_or(&[][..], Vec::as_slice);
        let mut plot = Plot::new("points", "history-plot-sizes", most.measure.unit()).shipments(
            shown
                .iter()
                .copied()
                .filter(|(shipment, _)| !most.own || shipment.customer == Some(customer)),
            |shipment| shipment.customer == Some(customer) && lines.contains(&shipment.line),
        );
        plot.limit = Some(text(most.limit));
        plot.median = Some(text(most.median));
        let plot = found.plot(plot);
        let (kind, subject) = (
            pattern_id(pattern),
            Subject {
                customer: table.name(customer).to_owned(),
                destination: most.shipment.destination.clone().unwrap_or_default(),
                hs: hs.to_owned(),
                ..Subject::default()
            },
        );
        let explain = BTreeMap::from([
            ("measure", most.measure.name().to_owned()),
            ("unit", most.measure.unit().to_owned()),
            ("value", text(most.figure)),
            ("median", text(most.median)),
            ("mad", text(most.spread)),
            ("limit", text(most.limit)),
            ("times", times(most.figure, most.median)),
            ("earlier", most.count.to_string()),
            ("shipments", lines.len().to_string()),
            ("date", most.shipment.date_text()),
            ("line", most.shipment.line.to_string()),
        ]);
        found.add(
            kind,
            subject,
            lines.into_iter().collect(),
            explain,
            Some(plot),
        );
    }
}

fn pattern_id(pattern: &str) -> &'static str {
    match pattern {
        "volume-own" => "volume-own",
        "customer-first-large" => "customer-first-large",
        _ => "volume-goods",
    }
}

/// A shipment's place in memory: rows may share a line.
fn place(shipment: &Shipment) -> usize {
    std::ptr::from_ref(shipment).addr()
}

/// Goes through the days; every shipment is compared with the days before.
fn walk<'a>(
    rules: &HistoryRules,
    measure: &Measure<'a>,
    figures: &[(&'a Shipment, f64)],
) -> Vec<(&'a Shipment, Option<Over<'a>>)> {
    let limits = &rules.limits;
    let mut all = Past::default();
    let mut own: BTreeMap<Option<usize>, Past> = BTreeMap::new();
    let mut judged = Vec::with_capacity(figures.len());
    for day in figures.chunk_by(|(one, _), (other, _)| one.day == other.day) {
        for (shipment, figure) in day {
            let known = own
                .get(&shipment.customer)
                .filter(|past| past.count() >= limits.volume_own);
            let past = known.or_else(|| (all.count() >= limits.volume_goods).then_some(&all));
            judged.push((
                *shipment,
                past.map(|past| {
                    let median = past.median();
                    let spread = past.spread(median);
                    Over {
                        shipment,
                        measure: measure.clone(),
                        figure: *figure,
                        own: known.is_some(),
                        count: past.count(),
                        median,
                        spread,
                        limit: (median + limits.volume_spread * spread)
                            .max(median * limits.volume_ratio),
                    }
                }),
            ));
        }
        for (shipment, figure) in day {
            all.add(*figure);
            own.entry(shipment.customer).or_default().add(*figure);
        }
    }
    judged
}

fn count(
    table: &Table,
    rules: &HistoryRules,
    judged: &BTreeSet<usize>,
    short: &BTreeSet<usize>,
    found: &mut Findings<'_>,
) {
    let check = found.check(VOLUME);
    check.unit = "shipments";
    check.needs = rules.limits.volume_own;
    for shipment in &table.shipments {
        if judged.contains(&place(shipment)) {
            check.judged += 1;
        } else if short.contains(&place(shipment)) {
            check.too_few += 1;
        } else {
            check.not_given += 1;
            let sized = Measure::of(shipment).next().is_some();
            let fields = [
                ("date", shipment.date.is_none()),
                ("hs", shipment.hs.is_none()),
                ("customer", shipment.customer.is_none()),
                ("value", !sized),
            ];
            check.fields.extend(
                fields
                    .iter()
                    .filter(|(_, lacks)| *lacks)
                    .map(|(name, _)| *name),
            );
        }
    }
}

/// Day of every customer's first shipment.
pub(super) fn first_days(table: &Table) -> BTreeMap<usize, i64> {
    let mut days = BTreeMap::new();
    for shipment in table.dated() {
        if let Some(customer) = shipment.customer {
            days.entry(customer).or_insert(shipment.day);
        }
    }
    days
}

/// Whether the data would show earlier shipments to somebody first seen on this day.
pub(super) fn is_new(table: &Table, rules: &HistoryRules, day: i64) -> bool {
    table
        .start
        .is_some_and(|start| day.saturating_sub(start) >= i64::from(rules.limits.new_quiet_days))
}

/// Prices per kilogram against all prices of the same goods in the same currency.
pub(super) fn prices(table: &Table, rules: &HistoryRules, found: &mut Findings<'_>) {
    let limits = &rules.limits;
    let mut groups: BTreeMap<(&str, &str), Vec<(&Shipment, f64)>> = BTreeMap::new();
    let check = found.check(PRICE);
    check.unit = "shipments";
    check.needs = limits.price_samples;
    for shipment in &table.shipments {
        match shipment.hs.as_deref().zip(shipment.price()) {
            Some((hs, price)) => groups
                .entry((hs, &shipment.currency))
                .or_default()
                .push((shipment, price)),
            None => {
                check.not_given += 1;
                let fields = [
                    ("hs", shipment.hs.is_none()),
                    ("value", shipment.value.is_none()),
                    ("mass", shipment.mass.is_none()),
                ];
                check.fields.extend(
                    fields
                        .iter()
                        .filter(|(_, lacks)| *lacks)
                        .map(|(name, _)| *name),
                );
            }
        }
    }
    for ((hs, currency), prices) in &groups {
        let past = Past::of(prices.iter().map(|(_, price)| *price).collect());
        let check = found.check(PRICE);
        if past.count() < limits.price_samples {
            check.too_few += past.count();
            continue;
        }
        check.judged += past.count();
        let median = past.median();
        let factor = |price: f64| (price / median).max(median / price);
        let factors = Past::of(prices.iter().map(|(_, price)| factor(*price)).collect());
        // How many times the median is usual, up or down.
        let usual = factors.median();
        let limit = (1.0 + limits.price_spread * (usual - 1.0)).max(limits.price_ratio);
        let odd = |price: f64| factor(price) > limit;
        let mut by_customer: BTreeMap<(&'static str, Option<usize>), Figures<'_>> = BTreeMap::new();
        for (shipment, price) in prices.iter().filter(|(_, price)| odd(*price)) {
            let pattern = if *price > median {
                "price-high"
            } else {
                "price-low"
            };
            by_customer
                .entry((pattern, shipment.customer))
                .or_default()
                .push((shipment, *price));
        }
        if by_customer.is_empty() {
            continue;
        }
        let mut plot = Plot::new("points", "history-plot-prices", &per_kg(currency))
            .shipments(prices.iter().copied(), |shipment| {
                shipment.price().is_some_and(odd)
            });
        plot.median = Some(text(median));
        plot.limit = Some(text(median * limit));
        plot.low = Some(text(median / limit));
        let plot = found.plot(plot);
        for ((pattern, customer), mut there) in by_customer {
            there.sort_by(|(_, one), (_, other)| factor(*other).total_cmp(&factor(*one)));
            let Some((worst, price)) = there.first() else {
                continue;
            };
            let high = pattern == "price-high";
            let subject = Subject {
                customer: customer
                    .map(|customer| table.name(customer).to_owned())
                    .unwrap_or_default(),
                destination: worst.destination.clone().unwrap_or_default(),
                hs: (*hs).to_owned(),
                ..Subject::default()
            };
            let explain = BTreeMap::from([
                ("unit", per_kg(currency)),
                ("value", text(*price)),
                ("median", text(median)),
                ("mad", text(past.spread(median))),
                (
                    "limit",
                    text(if high { median * limit } else { median / limit }),
                ),
                ("times", times(factor(*price), 1.0)),
                ("samples", past.count().to_string()),
                ("shipments", there.len().to_string()),
                ("date", worst.date_text()),
                ("line", worst.line.to_string()),
            ]);
            let lines = there.iter().map(|(shipment, _)| shipment.line).collect();
            found.add(pattern, subject, lines, explain, Some(plot));
        }
    }
    found.check(NEW_CUSTOMER).unit = "customers";
}

fn per_kg(currency: &str) -> String {
    format!("{currency}/kg")
}
