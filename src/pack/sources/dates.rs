//! Dates whose order of day and month is the publisher's, on top of the notations in `fields`.

use super::fields;
use crate::date::{Date, PartialDate};

/// Which comes first in `03/04/2002`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// 3 April 2002.
    DayFirst,
    /// 4 March 2002.
    MonthFirst,
}

/// A complete date; time of day and zone behind an ISO date are ignored.
pub(super) fn complete(text: &str, order: Order) -> Option<Date> {
    let text = text.trim();
    let day = match text.get(..10) {
        Some(head) if is_iso_day(head) => head,
        _ => text,
    };
    let date = loose(day, order)?;
    match (date.circa, date.until) {
        (false, None) => Date::new(date.year, date.month, date.day),
        _ => None,
    }
}

/// A date that may be partial, approximate or a span of years. `00`, `dd` and `mm` in
/// `00/00/1951` and `dd/mm/1951` mean "not known".
pub(super) fn loose(text: &str, order: Order) -> Option<PartialDate> {
    let lower = text.trim().to_lowercase();
    let text = lower.trim_end_matches(['.', ',']).trim();
    let (circa, rest) = strip_circa(text);
    let digits = rest.replace("dd", "00").replace("mm/", "00/");
    let date = match order {
        Order::DayFirst => fields::day_first(&digits),
        Order::MonthFirst => fields::month_first(&digits),
    };
    let date = date
        .filter(|date| date.year >= 1000)
        .or_else(|| fields::partial_date(rest))?;
    Some(PartialDate {
        circa: circa || date.circa,
        ..date
    })
}

/// A day as spreadsheets count them (1 is 1 January 1900, with their non-existent 29 February 1900).
pub(super) fn from_serial(serial: i64) -> Option<Date> {
    if !(61..=110_000).contains(&serial) {
        return None;
    }
    let number = Date::new(1899, 12, 30)?.day_number() + serial;
    // Years of 365.2425 days land within one of the right year; the loops settle it.
    let mut year = u16::try_from((number * 400) / 146_097).ok()?;
    while Date::new(year + 1, 1, 1)?.day_number() <= number {
        year += 1;
    }
    while Date::new(year, 1, 1)?.day_number() > number {
        year -= 1;
    }
    (1..=12)
        .flat_map(|month| (1..=31).filter_map(move |day| Date::new(year, month, day)))
        .find(|date| date.day_number() == number)
}

fn is_iso_day(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    })
}

fn strip_circa(text: &str) -> (bool, &str) {
    const WORDS: [&str; 3] = ["approximately:", "approximately", "circa"];
    for word in WORDS {
        if let Some(rest) = text.strip_prefix(word) {
            return (true, rest.trim());
        }
    }
    (false, text)
}

#[cfg(test)]
mod tests {
    use super::{Order, complete, from_serial, loose};

    #[test]
    fn notations_of_the_lists() {
        for (text, expected) in [
            ("1951-06-19", "1951-06-19"),
            ("1951-06", "1951-06"),
            ("1951", "1951"),
            ("19/06/1951", "1951-06-19"),
            ("9/6/1951", "1951-06-09"),
            ("06/1951", "1951-06"),
            ("00/00/1951", "1951"),
            ("00/06/1951", "1951-06"),
            ("dd/mm/1945", "1945"),
            ("dd/06/1945", "1945-06"),
            ("19 June 1951", "1951-06-19"),
            ("19 Jun. 1951", "1951-06-19"),
            ("Sept 1951", "1951-09"),
            ("circa 1951", "~1951"),
            ("Approximately 1963", "~1963"),
            ("Approximately: Between 1955 and 1958", "~1955/1958"),
            ("1955 to 1958", "1955/1958"),
            ("1955-1958", "1955/1958"),
            ("Between 1955 and 1958", "1955/1958"),
            ("31/02/1951", "-"),
            ("born in the early 1950s", "-"),
            ("", "-"),
            ("Sep-65", "-"),
            ("1958 to 1955", "-"),
            ("/06/1951", "-"),
        ] {
            let read = loose(text, Order::DayFirst).map_or("-".to_owned(), |d| d.to_string());
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn order_and_time_of_day() {
        let cases = [
            ("03/04/2002", Order::MonthFirst, Some("2002-03-04")),
            ("03/04/2002", Order::DayFirst, Some("2002-04-03")),
            ("2015-07-01-04:00", Order::DayFirst, Some("2015-07-01")),
            (
                "2026-07-31T13:15:00.015113+00:00",
                Order::DayFirst,
                Some("2026-07-31"),
            ),
            ("2002", Order::DayFirst, None),
        ];
        for (text, order, expected) in cases {
            let read = complete(text, order).map(|d| d.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn spreadsheet_days() {
        let date = |n| from_serial(n).map(|d| d.to_string());
        assert_eq!(date(46_126), Some("2026-04-14".to_owned()));
        assert_eq!(date(61), Some("1900-03-01".to_owned()));
        assert_eq!(date(36_448), Some("1999-10-15".to_owned()));
        assert_eq!(date(60), None);
        assert_eq!(date(9_999_999), None);
    }
}
