//! Pictures: at most some hundred points, and none of those an anomaly is about is left out.

use super::input::Shipment;
use super::report::{Plot, Point};
use super::robust::text;
use crate::date::Date;
use std::collections::BTreeMap;

/// Points drawn beside those of the anomaly.
const MOST: usize = 300;

impl Plot {
    pub(super) fn new(kind: &'static str, title_key: &'static str, unit: &str) -> Plot {
        Plot {
            kind,
            title_key,
            unit: unit.to_owned(),
            points: Vec::new(),
            total: 0,
            limit: None,
            low: None,
            median: None,
            mark: None,
        }
    }

    /// Shipments by day with a figure each; of many, every so-maniest and all of the anomaly.
    pub(super) fn shipments<'a>(
        mut self,
        figures: impl Iterator<Item = (&'a Shipment, f64)> + Clone,
        anomaly: impl Fn(&Shipment) -> bool,
    ) -> Plot {
        self.total = figures.clone().count();
        let step = self.total.div_ceil(MOST).max(1);
        self.points = figures
            .enumerate()
            .filter_map(|(at, (shipment, figure))| {
                let anomaly = anomaly(shipment);
                (anomaly || at % step == 0).then(|| Point {
                    x: shipment.date_text(),
                    y: text(figure),
                    series: "main",
                    line: Some(shipment.line),
                    anomaly,
                })
            })
            .collect();
        self
    }

    /// Sums by quarter and series; every quarter between the first and the last is there.
    pub(super) fn quarters(
        mut self,
        series: &[&'static str],
        figures: impl Iterator<Item = (Date, &'static str, f64)>,
        anomaly: impl Fn(&str, &str) -> bool,
    ) -> Plot {
        let mut sums: BTreeMap<(u16, u8), BTreeMap<&str, f64>> = BTreeMap::new();
        for (date, series, figure) in figures {
            let quarter = part(date);
            *sums.entry(quarter).or_default().entry(series).or_default() += figure;
            self.total += 1;
        }
        let ends = sums
            .keys()
            .next()
            .copied()
            .zip(sums.keys().next_back().copied());
        let mut at = ends.map(|(first, _)| first);
        // A mistyped year must not make thousands of empty bars.
        let all = ends.is_some_and(|((first, _), (last, _))| last.saturating_sub(first) <= 30);
        let mut quarters = Vec::new();
        while let Some((quarter, (_, last))) = at
            .zip(ends)
            .filter(|(quarter, (_, last))| all && quarter <= last)
        {
            quarters.push(quarter);
            let (year, part) = quarter;
            at = (quarter < last).then_some(if part < 4 {
                (year, part + 1)
            } else {
                (year.saturating_add(1), 1)
            });
        }
        if !all {
            quarters = sums.keys().copied().collect();
        }
        for (year, part) in quarters {
            let x = name((year, part));
            for name in series {
                let sum = sums
                    .get(&(year, part))
                    .and_then(|sums| sums.get(name))
                    .copied()
                    .unwrap_or(0.0);
                self.points.push(Point {
                    anomaly: sum > 0.0 && anomaly(&x, name),
                    x: x.clone(),
                    y: text(sum),
                    series: name,
                    line: None,
                });
            }
        }
        self
    }
}

/// Quarter of a day, as bars name it.
pub(super) fn quarter(date: Date) -> String {
    name(part(date))
}

fn part(date: Date) -> (u16, u8) {
    (date.year, date.month.saturating_sub(1) / 3 + 1)
}

fn name((year, part): (u16, u8)) -> String {
    format!("{year:04}-Q{part}")
}
