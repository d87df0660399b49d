//! New customers whose first order is in goods of concern, who were founded after a control, and
//! known ones who turn to goods of concern after it.

use super::input::{Shipment, Table};
use super::model::{Control, HistoryRules, NEW_CUSTOMER};
use super::report::{Findings, Plot, Subject};
use super::volume::{first_days, is_new};
use crate::date::Date;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn look(table: &Table, rules: &HistoryRules, found: &mut Findings<'_>) {
    let mut customers: BTreeMap<usize, Vec<&Shipment>> = BTreeMap::new();
    let mut nameless = 0;
    for shipment in &table.shipments {
        match shipment.customer.filter(|_| shipment.date.is_some()) {
            Some(customer) => customers.entry(customer).or_default().push(shipment),
            None => nameless += 1,
        }
    }
    let first = first_days(table);
    let check = found.check(NEW_CUSTOMER);
    check.unit = "customers";
    check.needs = rules.limits.new_quiet_days;
    check.not_given = nameless;
    if nameless > 0 {
        check.fields.extend(["customer", "date"]);
    }
    if table
        .shipments
        .iter()
        .all(|shipment| shipment.registered.is_none())
    {
        check.fields.insert("registered");
    }
    for (customer, shipments) in customers {
        let day = first.get(&customer).copied().unwrap_or(i64::MAX);
        let new = is_new(table, rules, day);
        let check = found.check(NEW_CUSTOMER);
        check.judged += u32::from(new);
        check.too_few += u32::from(!new);
        let seen = Seen {
            table,
            rules,
            customer,
            shipments: &shipments,
            new,
            day,
        };
        seen.first_listed(found);
        seen.formed(found);
        seen.turned(found);
    }
}

struct Seen<'a> {
    table: &'a Table,
    rules: &'a HistoryRules,
    customer: usize,
    /// By day.
    shipments: &'a [&'a Shipment],
    new: bool,
    day: i64,
}

impl Seen<'_> {
    /// The first order is in goods of concern.
    fn first_listed(&self, found: &mut Findings<'_>) {
        if !self.new {
            return;
        }
        let there: Vec<&Shipment> = self
            .shipments
            .iter()
            .filter(|shipment| shipment.day == self.day && shipment.concern(self.rules))
            .copied()
            .collect();
        let Some(one) = there.first() else {
            return;
        };
        let explain = BTreeMap::from([
            ("date", one.date_text()),
            ("hs", one.hs.clone().unwrap_or_default()),
            ("list", one.listed.clone().unwrap_or_default()),
            ("shipments", there.len().to_string()),
        ]);
        self.add("customer-first-listed", one, None, &there, explain, found);
    }

    /// Founded on or after the day of a control, and buying what or where the control looks at.
    fn formed(&self, found: &mut Findings<'_>) {
        // Rows that say different days: the latest counts, it is the one to ask about.
        let Some(registered) = self
            .shipments
            .iter()
            .filter_map(|shipment| shipment.registered)
            .max()
        else {
            return;
        };
        let watched = |control: &Control, shipment: &Shipment| {
            let destination = shipment.destination.as_deref().unwrap_or_default();
            shipment.outside(self.rules)
                && (shipment.listed.is_some() || self.rules.any(&control.watch, destination))
        };
        let control = self
            .rules
            .controls
            .iter()
            .filter(|control| registered >= control.date)
            .filter(|control| {
                self.shipments
                    .iter()
                    .any(|shipment| watched(control, shipment))
            })
            .max_by(|one, other| (one.date, &other.id).cmp(&(other.date, &one.id)));
        let Some(control) = control else {
            return;
        };
        let there: Vec<&Shipment> = self
            .shipments
            .iter()
            .filter(|shipment| watched(control, shipment))
            .copied()
            .collect();
        let Some(one) = there.first() else {
            return;
        };
        let age = one.day.saturating_sub(registered.day_number());
        let explain = BTreeMap::from([
            ("registered", registered.to_string()),
            ("control_date", control.date.to_string()),
            ("date", one.date_text()),
            ("days", age.to_string()),
            ("shipments", there.len().to_string()),
        ]);
        self.add(
            "customer-formed",
            one,
            Some(control),
            &there,
            explain,
            found,
        );
    }

    /// Bought other goods before a control, and goods of concern only after it.
    fn turned(&self, found: &mut Findings<'_>) {
        let Some(one) = self
            .shipments
            .iter()
            .find(|shipment| shipment.concern(self.rules))
        else {
            return;
        };
        let (Some(date), Some(hs)) = (one.date, one.hs.as_deref()) else {
            return;
        };
        if self
            .shipments
            .iter()
            .any(|shipment| shipment.listed.is_some() && shipment.day < one.day)
        {
            return;
        }
        let earlier = |date: Date| {
            self.shipments
                .iter()
                .filter(move |shipment| shipment.date.is_some_and(|day| day < date))
        };
        let control = self
            .rules
            .controls
            .iter()
            .filter(|control| control.date <= date && control.covers(hs))
            .filter(|control| {
                u32::try_from(earlier(control.date).count()).unwrap_or(u32::MAX)
                    >= self.rules.limits.turned_shipments
            })
            .max_by(|one, other| (one.date, &other.id).cmp(&(other.date, &one.id)));
        let Some(control) = control else {
            return;
        };
        let there: Vec<&Shipment> = self
            .shipments
            .iter()
            .filter(|shipment| shipment.concern(self.rules))
            .copied()
            .collect();
        let explain = BTreeMap::from([
            ("control_date", control.date.to_string()),
            ("before", earlier(control.date).count().to_string()),
            ("date", one.date_text()),
            ("hs", hs.to_owned()),
            ("list", one.listed.clone().unwrap_or_default()),
            ("shipments", there.len().to_string()),
        ]);
        self.add(
            "customer-turned",
            one,
            Some(control),
            &there,
            explain,
            found,
        );
    }

    fn add(
        &self,
        pattern: &'static str,
        one: &Shipment,
        control: Option<&Control>,
        there: &[&Shipment],
        explain: BTreeMap<&'static str, String>,
        found: &mut Findings<'_>,
    ) {
        let days: BTreeSet<String> = there.iter().map(|shipment| shipment.date_text()).collect();
        let quarters: BTreeSet<String> = days
            .iter()
            .filter_map(|day| day.parse().ok())
            .map(super::plot::quarter)
            .collect();
        let bars = self.shipments.iter().filter_map(|shipment| {
            let series = if shipment.listed.is_some() {
                "listed"
            } else {
                "other"
            };
            Some((shipment.date?, series, 1.0))
        });
        let mut plot = Plot::new("bars", "history-plot-orders", "shipments").quarters(
            &["listed", "other"],
            bars,
            |quarter, series| {
                quarters.contains(quarter) && (series == "listed" || pattern == "customer-formed")
            },
        );
        plot.mark = control.map(|control| control.date.to_string());
        let plot = found.plot(plot);
        let subject = Subject {
            customer: self.table.name(self.customer).to_owned(),
            destination: one.destination.clone().unwrap_or_default(),
            control: control
                .map(|control| control.id.clone())
                .unwrap_or_default(),
            ..Subject::default()
        };
        let lines = there.iter().map(|shipment| shipment.line).collect();
        found.add(pattern, subject, lines, explain, Some(plot));
    }
}
