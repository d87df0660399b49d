//! What a file name says: a date, and which files belong together.

use crate::date::{Date, PartialDate};

/// The first `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (not followed by further digits) in a file name.
pub(super) fn date_in(name: &str) -> Option<PartialDate> {
    let bytes = name.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let before = at.checked_sub(1).and_then(|i| bytes.get(i));
        if before.is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let rest = name.get(at..)?;
        [10, 7, 4].into_iter().find_map(|length| {
            let text = rest.get(..length)?;
            let after = rest.as_bytes().get(length);
            let shaped = text.bytes().enumerate().all(|(i, b)| {
                if i == 4 || i == 7 {
                    b == b'-'
                } else {
                    b.is_ascii_digit()
                }
            });
            let date: PartialDate =
                (shaped && !after.is_some_and(u8::is_ascii_digit)).then(|| text.parse().ok())??;
            (1990..=2100).contains(&date.year).then_some(date)
        })
    })
}

/// The first day a partial date can mean: an old list must not look newer than it is.
pub(super) fn first_day(date: PartialDate) -> Option<Date> {
    Date::new(date.year, date.month.max(1), date.day.max(1))
}

/// What companions of one bundle have in common: the file name without the words for their roles.
pub(super) fn stem(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let name = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    let words = name.split(['-', '_', '.', ' ']);
    let kept: Vec<&str> = words
        .filter(|word| !matches!(*word, "" | "sdn" | "prim" | "alt" | "add" | "comments"))
        .collect();
    kept.join("-")
}

#[cfg(test)]
mod tests {
    use super::{date_in, stem};

    #[test]
    fn dates_are_found_in_file_names() {
        for (name, date) in [
            ("2026-08-composite-sdn.csv", "2026-08"),
            ("screening-list-2026-07-31.json", "2026-07-31"),
            ("dpl-2022.txt", "2022"),
            ("fsf-1.1-2021-03-02.xml", "2021-03-02"),
            ("consolidated-2026-13-01.xml", "2026"),
            ("list-20260801.xml", ""),
            ("sdn.csv", ""),
            ("liste-été-2025-05.xml", "2025-05"),
            ("catalogue-0017-01-01.csv", ""),
        ] {
            let found = date_in(name).map(|d| d.to_string()).unwrap_or_default();
            assert_eq!(found, date, "{name}");
        }
    }

    #[test]
    fn companions_share_a_stem() {
        for (left, right, same) in [
            ("2022-01-sdn.csv", "2022-01-alt.csv", true),
            ("sdn.csv", "ADD.CSV", true),
            ("sdn.csv", "sdn_comments.csv", true),
            ("2025-12-cons_prim.csv", "2025-12-cons_comments.csv", true),
            ("cons_prim.csv", "alt.csv", false),
            ("2022-01-sdn.csv", "2026-08-composite-alt.csv", false),
        ] {
            assert_eq!(stem(left) == stem(right), same, "{left} {right}");
        }
    }
}
