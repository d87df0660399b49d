//! Sales that rise after a control: of a heading to a destination over which goods may be led, or of
//! goods of concern to a customer. They weigh more when sales to the control's own destinations stop.

use super::input::{Shipment, Table};
use super::model::{Control, HistoryRules, SHIFT};
use super::plot::quarter;
use super::report::{Findings, Plot, Subject};
use super::robust::{text, times};
use std::collections::{BTreeMap, BTreeSet};

const YEAR: i64 = 365;

/// What is compared: a destination or a customer, and the heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Destination(&'a str, &'a str),
    Customer(usize, &'a str),
}

/// Value by currency, then mass, then number of shipments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Measure<'a> {
    Value(&'a str),
    Mass,
    Shipments,
}

impl Measure<'_> {
    fn figure(&self, shipment: &Shipment) -> Option<f64> {
        match self {
            Measure::Value(currency) => shipment.value.filter(|_| shipment.currency == *currency),
            Measure::Mass => shipment.mass,
            Measure::Shipments => Some(1.0),
        }
    }

    fn unit(&self) -> &str {
        match self {
            Measure::Value(currency) => currency,
            Measure::Mass => "kg",
            Measure::Shipments => "shipments",
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Measure::Value(_) => "value",
            Measure::Mass => "mass",
            Measure::Shipments => "shipments",
        }
    }
}

/// A rise that counts.
struct Rise<'a> {
    control: &'a Control,
    measure: Measure<'a>,
    before: f64,
    after: f64,
    /// Which year after the control, from 0.
    year: i64,
    ratio: f64,
    targets: Option<(f64, f64)>,
}

pub(super) fn look(table: &Table, rules: &HistoryRules, found: &mut Findings<'_>) {
    let mut sales: BTreeMap<Key<'_>, Vec<&Shipment>> = BTreeMap::new();
    let mut headings: BTreeMap<&str, Vec<&Shipment>> = BTreeMap::new();
    let check = found.check(SHIFT);
    check.unit = "sales";
    check.needs = rules.limits.shift_before_days;
    for shipment in &table.shipments {
        let (Some(heading), Some(destination), Some(_)) = (
            shipment.heading(),
            shipment.destination.as_deref(),
            shipment.date,
        ) else {
            check.not_given += 1;
            let fields = [
                ("hs", shipment.hs.is_none()),
                ("destination", shipment.destination.is_none()),
                ("date", shipment.date.is_none()),
            ];
            check.fields.extend(
                fields
                    .iter()
                    .filter(|(_, lacks)| *lacks)
                    .map(|(name, _)| *name),
            );
            continue;
        };
        headings.entry(heading).or_default().push(shipment);
        sales
            .entry(Key::Destination(destination, heading))
            .or_default()
            .push(shipment);
        if let Some(customer) = shipment.customer.filter(|_| shipment.concern(rules)) {
            sales
                .entry(Key::Customer(customer, heading))
                .or_default()
                .push(shipment);
        }
    }
    for (key, shipments) in &sales {
        let heading = match key {
            Key::Destination(_, heading) | Key::Customer(_, heading) => *heading,
        };
        let all = headings.get(heading).map_or(&[][..], Vec::as_slice);
        let rise = rules
            .controls
            .iter()
            .filter(|control| watched(rules, control, key, shipments))
            .filter_map(|control| judge(table, rules, control, key, shipments, all, found))
            .min_by(|one, other| order(one).cmp(&order(other)));
        if let Some(rise) = rise {
            tell(table, rules, key, &rise, shipments, all, found);
        }
    }
}

/// One rise is told once: the one with stopped sales, then the earliest control.
fn order<'a>(rise: &'a Rise<'_>) -> (bool, crate::date::Date, &'a str) {
    (rise.targets.is_none(), rise.control.date, &rise.control.id)
}

fn watched(
    rules: &HistoryRules,
    control: &Control,
    key: &Key<'_>,
    shipments: &[&Shipment],
) -> bool {
    let covered = shipments
        .iter()
        .any(|shipment| shipment.hs.as_deref().is_some_and(|hs| control.covers(hs)));
    covered
        && match key {
            Key::Destination(destination, _) => rules.any(&control.watch, destination),
            Key::Customer(..) => shipments.iter().any(|shipment| {
                shipment
                    .destination
                    .as_deref()
                    .is_some_and(|place| !rules.any(&control.targets, place))
            }),
        }
}

/// Compares the best year after the control with the best year before.
fn judge<'a>(
    table: &Table,
    rules: &HistoryRules,
    control: &'a Control,
    key: &Key<'_>,
    shipments: &[&'a Shipment],
    all: &[&'a Shipment],
    found: &mut Findings<'_>,
) -> Option<Rise<'a>> {
    let limits = &rules.limits;
    let day = control.date.day_number();
    let after = shipments
        .iter()
        .filter(|shipment| shipment.day >= day)
        .count();
    if after == 0 {
        return None;
    }
    let covered = day.saturating_sub(table.start?);
    let check = found.check(SHIFT);
    if covered < i64::from(limits.shift_before_days) {
        check.too_few += 1;
        return None;
    }
    check.judged += 1;
    let measures: BTreeSet<Measure<'a>> = shipments
        .iter()
        .flat_map(|shipment| {
            [
                Measure::Value(&shipment.currency),
                Measure::Mass,
                Measure::Shipments,
            ]
        })
        .collect();
    for measure in measures {
        let before = best(shipments, &measure, day, covered, false).map_or(0.0, |year| year.sum);
        let years = years(shipments, &measure, day, covered, true);
        let enough = |year: &&Year| year.shipments >= limits.shift_shipments;
        let Some(best_after) = years
            .iter()
            .filter(enough)
            .max_by(|one, other| one.sum.total_cmp(&other.sum).then(other.at.cmp(&one.at)))
        else {
            continue;
        };
        let targets = stopped(rules, control, all, &measure, covered);
        let ratio = if targets.is_some() {
            limits.shift_ratio_stopped
        } else {
            limits.shift_ratio
        };
        // A customer who starts from nothing is a new or a turning one, and told as such.
        let known = before > 0.0 || matches!(key, Key::Destination(..));
        if known && best_after.sum > before * ratio {
            return Some(Rise {
                control,
                measure,
                before,
                after: best_after.sum,
                year: best_after.at,
                ratio,
                targets,
            });
        }
    }
    None
}

/// A year counted from the day of a control.
struct Year {
    at: i64,
    sum: f64,
    shipments: u32,
}

/// Years after (or before) a day; the first one before, where the data begin in it, is brought up to
/// a whole year, so that short data make no rise.
fn years(
    shipments: &[&Shipment],
    measure: &Measure<'_>,
    day: i64,
    covered: i64,
    after: bool,
) -> Vec<Year> {
    let mut years: BTreeMap<i64, Year> = BTreeMap::new();
    for shipment in shipments
        .iter()
        .filter(|shipment| (shipment.day >= day) == after)
    {
        let Some(figure) = measure.figure(shipment) else {
            continue;
        };
        let distance = if after {
            shipment.day - day
        } else {
            day - 1 - shipment.day
        };
        let at = distance / YEAR;
        let year = years.entry(at).or_insert(Year {
            at,
            sum: 0.0,
            shipments: 0,
        });
        year.sum += figure;
        year.shipments += 1;
    }
    if let Some(year) = years.get_mut(&0).filter(|_| !after && covered < YEAR) {
        // At most three years of days: exact in floating point.
        year.sum = year.sum * i32::try_from(YEAR).map_or(1.0, f64::from)
            / i32::try_from(covered.max(1)).map_or(1.0, f64::from);
    }
    years.into_values().collect()
}

fn best(
    shipments: &[&Shipment],
    measure: &Measure<'_>,
    day: i64,
    covered: i64,
    after: bool,
) -> Option<Year> {
    years(shipments, measure, day, covered, after)
        .into_iter()
        .max_by(|one, other| one.sum.total_cmp(&other.sum))
}

/// Best years of sales to the control's destinations before and after, if they stopped.
fn stopped(
    rules: &HistoryRules,
    control: &Control,
    all: &[&Shipment],
    measure: &Measure<'_>,
    covered: i64,
) -> Option<(f64, f64)> {
    let there: Vec<&Shipment> = all
        .iter()
        .filter(|shipment| {
            shipment
                .destination
                .as_deref()
                .is_some_and(|place| rules.any(&control.targets, place))
        })
        .copied()
        .collect();
    let day = control.date.day_number();
    let before = best(&there, measure, day, covered, false)?.sum;
    let later = day + i64::from(rules.limits.shift_grace_days);
    let after = best(&there, measure, later, covered, true).map_or(0.0, |year| year.sum);
    (before > 0.0 && after <= before * rules.limits.shift_stop_share).then_some((before, after))
}

fn tell(
    table: &Table,
    rules: &HistoryRules,
    key: &Key<'_>,
    rise: &Rise<'_>,
    shipments: &[&Shipment],
    all: &[&Shipment],
    found: &mut Findings<'_>,
) {
    let day = rise.control.date.day_number();
    let in_year = |shipment: &&&Shipment| {
        shipment.day >= day
            && (shipment.day - day) / YEAR == rise.year
            && rise.measure.figure(shipment).is_some()
    };
    let there: Vec<&Shipment> = shipments.iter().filter(in_year).copied().collect();
    let customers: BTreeSet<usize> = there
        .iter()
        .filter_map(|shipment| shipment.customer)
        .collect();
    let (pattern, subject) = match key {
        Key::Destination(destination, heading) => (
            "shift-destination",
            Subject {
                destination: (*destination).to_owned(),
                hs: (*heading).to_owned(),
                control: rise.control.id.clone(),
                ..Subject::default()
            },
        ),
        Key::Customer(customer, heading) => (
            "shift-customer",
            Subject {
                customer: table.name(*customer).to_owned(),
                destination: there
                    .first()
                    .and_then(|shipment| shipment.destination.clone())
                    .unwrap_or_default(),
                hs: (*heading).to_owned(),
                control: rise.control.id.clone(),
                ..Subject::default()
            },
        ),
    };
    let ends = |pick: fn(&[&Shipment]) -> Option<String>| pick(&there).unwrap_or_default();
    let mut explain = BTreeMap::from([
        ("measure", rise.measure.name().to_owned()),
        ("unit", rise.measure.unit().to_owned()),
        ("before", text(rise.before)),
        ("after", text(rise.after)),
        ("times", times(rise.after, rise.before)),
        ("limit", text(rise.before * rise.ratio)),
        ("control_date", rise.control.date.to_string()),
        (
            "date",
            ends(|there| there.first().map(|shipment| shipment.date_text())),
        ),
        (
            "until",
            ends(|there| there.last().map(|shipment| shipment.date_text())),
        ),
        ("shipments", there.len().to_string()),
        ("customers", customers.len().to_string()),
        (
            "stopped",
            if rise.targets.is_some() { "yes" } else { "no" }.to_owned(),
        ),
    ]);
    let covered = day.saturating_sub(table.start.unwrap_or(day));
    if covered < YEAR {
        // "before" is brought up to a whole year.
        explain.insert("covered", covered.to_string());
    }
    if let Some((before, after)) = rise.targets {
        explain.insert("targets_before", text(before));
        explain.insert("targets_after", text(after));
    }
    let quarters: BTreeSet<String> = there
        .iter()
        .filter_map(|shipment| shipment.date)
        .map(quarter)
        .collect();
    let main = shipments.iter().map(|shipment| (*shipment, "main"));
    let targets = all
        .iter()
        .filter(|shipment| {
            shipment
                .destination
                .as_deref()
                .is_some_and(|place| rules.any(&rise.control.targets, place))
        })
        .map(|shipment| (*shipment, "targets"));
    let bars = main.chain(targets).filter_map(|(shipment, series)| {
        Some((shipment.date?, series, rise.measure.figure(shipment)?))
    });
    let mut plot = Plot::new("bars", "history-plot-shift", rise.measure.unit()).quarters(
        &["main", "targets"],
        bars,
        |at, series| series == "main" && quarters.contains(at),
    );
    plot.mark = Some(rise.control.date.to_string());
    let plot = found.plot(plot);
    let lines = there.iter().map(|shipment| shipment.line).collect();
    found.add(pattern, subject, lines, explain, Some(plot));
}
