//! Median and median deviation: one absurd figure moves neither. Only additions, products and
//! comparisons are used, which give the same bits on every machine.

/// Makes a median deviation comparable with the standard deviation of regular figures.
const SCALE: f64 = 1.4826;

/// Figures seen so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    sorted: Vec<f64>,
}

impl Past {
    pub(super) fn of(mut figures: Vec<f64>) -> Past {
        figures.sort_by(f64::total_cmp);
        Past { sorted: figures }
    }

    pub(super) fn add(&mut self, figure: f64) {
        let at = self.sorted.partition_point(|known| *known < figure);
        self.sorted.insert(at, figure);
    }

    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.sorted.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn median(&self) -> f64 {
        let middle = self.sorted.len() / 2;
        let at = |at: usize| self.sorted.get(at).copied().unwrap_or(0.0);
        if self.sorted.len().is_multiple_of(2) {
            (at(middle.saturating_sub(1)) + at(middle)) / 2.0
        } else {
            at(middle)
        }
    }

    /// Median of the distances from `median`, scaled.
    pub(super) fn spread(&self, median: f64) -> f64 {
        let split = self.sorted.partition_point(|figure| *figure < median);
        let (below, above) = self.sorted.split_at_checked(split).unwrap_or_default();
        let middle = self.sorted.len() / 2;
        let deviation = if self.sorted.len().is_multiple_of(2) {
            let before = nth(below, above, median, middle.saturating_sub(1));
            (before + nth(below, above, median, middle)) / 2.0
        } else {
            nth(below, above, median, middle)
        };
        deviation * SCALE
    }
}

/// The distance from the median at a place in their order. Both halves run away from the median, so
/// that a few steps find how many of the places lie below it.
fn nth(below: &[f64], above: &[f64], median: f64, place: usize) -> f64 {
    let down = |at: usize| below.iter().rev().nth(at).map(|figure| median - figure);
    let up = |at: usize| above.get(at).map(|figure| figure - median);
    let wanted = place + 1;
    let (mut least, mut most) = (wanted.saturating_sub(above.len()), wanted.min(below.len()));
    while least < most {
        let middle = least.midpoint(most);
        if down(middle) < up(place - middle) {
            least = middle + 1;
        } else {
            most = middle;
        }
    }
    let last_down = least.checked_sub(1).and_then(down).unwrap_or(0.0);
    let last_up = place.checked_sub(least).and_then(up).unwrap_or(0.0);
    last_down.max(last_up)
}

/// A figure as text: at most two decimals, six below one.
pub(super) fn text(figure: f64) -> String {
    let long = if figure.abs() < 1.0 {
        format!("{figure:.6}")
    } else {
        format!("{figure:.2}")
    };
    let short = long.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0" } else { short }.to_owned()
}

/// How many times, with one decimal.
pub(super) fn times(figure: f64, of: f64) -> String {
    if of > 0.0 {
        let long = format!("{:.1}", figure / of);
        long.strip_suffix(".0").unwrap_or(&long).to_owned()
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{Past, text, times};

    #[test]
    fn medians_and_spreads() {
        for (figures, median, spread) in [
            (vec![], 0.0, 0.0),
            (vec![5.0], 5.0, 0.0),
            (vec![1.0, 3.0], 2.0, 1.4826),
            (vec![9.0, 1.0, 2.0], 2.0, 1.4826),
            (vec![4.0, 4.0, 4.0, 1000.0], 4.0, 0.0),
            (vec![1.0, 2.0, 4.0, 8.0, 16.0], 4.0, 3.0 * 1.4826),
        ] {
            let past = Past::of(figures.clone());
            assert_eq!(past.median(), median, "{figures:?}");
            assert_eq!(past.spread(median), spread, "{figures:?}");
            let mut grown = Past::default();
            figures.iter().for_each(|figure| grown.add(*figure));
            assert_eq!(grown.sorted, past.sorted);
        }
    }

    #[test]
    fn spreads_are_those_of_all_distances_sorted() {
        let mut seed = 7_u32;
        for count in 0..200_u32 {
            let figures: Vec<f64> = (0..count)
                .map(|_| {
                    seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12345);
                    f64::from(seed >> 24)
                })
                .collect();
            let past = Past::of(figures.clone());
            let median = past.median();
            let far = figures.iter().map(|figure| (figure - median).abs());
            let spread = Past::of(far.collect()).median() * super::SCALE;
            assert_eq!(past.spread(median), spread, "{figures:?}");
        }
    }

    #[test]
    fn figures_read_well() {
        for (figure, written) in [
            (1234.5, "1234.5"),
            (1000.0, "1000"),
            (0.0, "0"),
            (-0.000_000_1, "0"),
            (0.012_345_6, "0.012346"),
            (99.999, "100"),
        ] {
            assert_eq!(text(figure), written);
        }
        assert_eq!(times(10.0, 4.0), "2.5");
        assert_eq!(times(8.0, 4.0), "2");
        assert_eq!(times(8.0, 0.0), "");
    }
}
