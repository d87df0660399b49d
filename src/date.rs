//! Calendar dates as the lists give them: complete, partial, approximate or a range.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A complete calendar date (proleptic Gregorian), written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31, checked against the month.
    pub day: u8,
}

/// A date that may lack its day or month, may be approximate, or may be a span of years:
/// `1951-06-19`, `1951-06`, `1951`, `~1951`, `1951/1953`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    /// Year, 1 to 9999 (the first one of a span).
    pub year: u16,
    /// Month, 1 to 12; 0 when not known.
    pub month: u8,
    /// Day, 1 to 31; 0 when not known.
    pub day: u8,
    /// The source says "circa" or "approximately".
    pub circa: bool,
    /// Last year of a span, when the source gives one.
    pub until: Option<u16>,
}

/// Why a text is no date; the message says which forms are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDate(String);

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a date; write YYYY-MM-DD, YYYY-MM, YYYY, ~YYYY or YYYY/YYYY",
            self.0
        )
    }
}

impl std::error::Error for BadDate {}

impl Date {
    /// A date, if the day exists in that month.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        ((1..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day))
            .then_some(Date { year, month, day })
    }

    /// Days since 0000-03-01, for ages and differences.
    #[must_use]
    pub fn day_number(self) -> i64 {
        let (y, m) = if self.month <= 2 {
            (i64::from(self.year) - 1, i64::from(self.month) + 9)
        } else {
            (i64::from(self.year), i64::from(self.month) - 3)
        };
        365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + i64::from(self.day) - 1
    }
}

impl PartialDate {
    /// A year alone.
    #[must_use]
    pub fn year(year: u16) -> PartialDate {
        PartialDate {
            year,
            month: 0,
            day: 0,
            circa: false,
            until: None,
        }
    }

    /// Checks ranges; month 0 or day 0 mean "not known".
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<PartialDate> {
        let day_fits = match (month, day) {
            (0, 0) => true,
            (0, _) => false,
            (1..=12, 0) => true,
            _ => Date::new(year, month, day).is_some(),
        };
        ((1..=9999).contains(&year) && day_fits).then_some(PartialDate {
            year,
            month,
            day,
            circa: false,
            until: None,
        })
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.circa {
            write!(f, "~")?;
        }
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        if let Some(until) = self.until {
            write!(f, "/{until:04}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = BadDate;
    fn from_str(text: &str) -> Result<Date, BadDate> {
        let parsed: PartialDate = text.parse()?;
        match (parsed.circa, parsed.until) {
            (false, None) => Date::new(parsed.year, parsed.month, parsed.day),
            _ => None,
        }
        .ok_or_else(|| BadDate(text.to_owned()))
    }
}

impl FromStr for PartialDate {
    type Err = BadDate;
    fn from_str(text: &str) -> Result<PartialDate, BadDate> {
        parse_partial(text.trim()).ok_or_else(|| BadDate(text.to_owned()))
    }
}

fn parse_partial(text: &str) -> Option<PartialDate> {
    let (circa, rest) = match text.strip_prefix('~') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (first, until) = match rest.split_once('/') {
        Some((first, last)) => (first, Some(digits(last, 4)?)),
        None => (rest, None),
    };
    let mut parts = first.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map_or(Some(0), |m| digits(m, 2))?;
    let day = parts.next().map_or(Some(0), |d| digits(d, 2))?;
    if parts.next().is_some() || until.is_some_and(|last| last < year || last > 9999) {
        return None;
    }
    let date = PartialDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Some(PartialDate {
        circa,
        until,
        ..date
    })
}

fn digits(text: &str, most: usize) -> Option<u16> {
    let fits = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = BadDate;
    fn try_from(text: String) -> Result<Date, BadDate> {
        text.parse()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = BadDate;
    fn try_from(text: String) -> Result<PartialDate, BadDate> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, PartialDate};

    #[test]
    fn partial_dates_round_trip() {
        for text in [
            "1951-06-19",
            "1951-06",
            "1951",
            "~1951",
            "1951/1953",
            "~1951-06/1953",
        ] {
            assert_eq!(
                text.parse::<PartialDate>().map(|d| d.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "",
            "1951-13",
            "1951-02-30",
            "1951-00-04",
            "51/50",
            "1953/1951",
            "19510",
            "1951-06-19-1",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn day_numbers_count_days() {
        let day = |t: &str| t.parse::<Date>().map(Date::day_number).unwrap_or_default();
        assert_eq!(day("2026-03-01") - day("2026-02-28"), 1);
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2027-01-01") - day("2026-01-01"), 365);
    }
}
