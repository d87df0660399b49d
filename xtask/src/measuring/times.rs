//! Times of one kind, and the table's row.

use std::fmt;
use std::time::Duration;

pub(crate) const HEADER: &str =
    "set    entities  open ms   p50 ms   p99 ms   max ms   rows/s  recall@1   pack B  B/entity";

/// Durations, asked for by share.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time that `share` of all do not exceed, in milliseconds.
    pub(crate) fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort();
        let place = (sorted.len() as f64 * share).ceil() as usize;
        let time = sorted.get(place.saturating_sub(1)).or(sorted.last());
        time.map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }
}

/// One line of the table under `HEADER`.
pub(crate) struct Row<'a> {
    pub(crate) label: &'a str,
    pub(crate) entities: usize,
    pub(crate) opening: &'a Times,
    pub(crate) asking: &'a Times,
    pub(crate) rows_per_second: f64,
    pub(crate) recall: f64,
    pub(crate) pack_bytes: usize,
}

impl fmt::Display for Row<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{:<6} {:>8} {:>8.1} {:>8.3} {:>8.3} {:>8.3} {:>8.0} {:>9.4} {:>8} {:>9.1}",
            self.label,
            self.entities,
            self.opening.at(0.5),
            self.asking.at(0.5),
            self.asking.at(0.99),
            self.asking.at(1.0),
            self.rows_per_second,
            self.recall,
            self.pack_bytes,
            self.pack_bytes as f64 / self.entities.max(1) as f64,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Times;
    use std::time::Duration;

    #[test]
    fn shares() {
        let mut times = Times::default();
        (1..=200)
            .rev()
            .for_each(|ms| times.push(Duration::from_millis(ms)));
        for (share, ms) in [(0.5, 100.0), (0.99, 198.0), (1.0, 200.0), (0.0, 1.0)] {
            assert!((times.at(share) - ms).abs() < 1e-9, "{share}");
        }
        assert!(Times::default().at(0.5).abs() < 1e-9);
    }
}
