//! Fields as the lists write them -> the fields of a `Party`. What is not understood is kept as a
//! remark and said in a diagnostic; nothing is dropped.

use super::countries;
use super::diagnostic::Diagnostic;
use crate::date::PartialDate;
use crate::party::{Address, CountryRole, Identifier, IdentifierKind, Party, tidy};

/// Where in a file we are, and what there is to say about it.
#[derive(Debug)]
pub struct Place<'a> {
    /// File name as given.
    pub file: &'a str,
    /// Line (text formats) or record number, from 1.
    pub line: u64,
    /// Collected so far.
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl Place<'_> {
    /// Says a field was not understood; its text is kept elsewhere.
    pub fn warn(&mut self, code: &'static str, field: &str, message: String) {
        let warning = Diagnostic::warning(code, self.file, self.line, field, message);
        self.diagnostics.push(warning);
    }

    /// Says that the record could not become a party.
    pub fn fail(&mut self, code: &'static str, field: &str, message: String) {
        let error = Diagnostic::error(code, self.file, self.line, field, message);
        self.diagnostics.push(error);
    }

    /// Says something worth knowing where nothing is lost.
    pub fn note(&mut self, code: &'static str, field: &str, message: String) {
        let notice = Diagnostic::notice(code, self.file, self.line, field, message);
        self.diagnostics.push(notice);
    }

    /// The ISO code of a country as published. An unknown one is a warning `unknown-country`
    /// and `None`: keep the text. Words for "not known" are `None` without a warning.
    pub fn country(&mut self, field: &str, name: &str) -> Option<&'static str> {
        let code = country(name);
        if code.is_none() && !says_nothing(name) {
            let message = format!(
                "`{}` is not in the country table; the text was kept without a code",
                tidy(name)
            );
            self.warn("unknown-country", field, message);
        }
        code
    }

    /// Adds a date of birth; one that cannot be read is a warning `bad-date` and a remark.
    pub fn birth(&mut self, party: &mut Party, field: &str, text: &str) {
        if says_nothing(text) {
            return;
        }
        match partial_date(text) {
            Some(date) => add_birth(party, date),
            None => {
                let text = tidy(text);
                let message = format!("`{text}` is not a date of birth; kept in the remarks");
                self.warn("bad-date", field, message);
                add_remark(party, &format!("DOB {text}"));
            }
        }
    }
}

/// The ISO code of a country name or code as published, without a diagnostic.
#[must_use]
pub fn country(name: &str) -> Option<&'static str> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    countries::code_of(name).or_else(|| {
        // Spellings that follow a rule: `Region: Gaza`, `St. Kitts and Nevis`, `Man, Isle of`,
        // `Cabo Verde. Previously Cape Verde.`
        let name = tidy(name);
        let name = name.strip_prefix("Region: ").unwrap_or(&name);
        let name = name.split(". Previously").next().unwrap_or(name);
        let turned = name
            .split_once(", ")
            .map(|(last, first)| format!("{first} {last}"));
        countries::code_of(name)
            .or_else(|| countries::code_of(&name.replace("St. ", "Saint ")))
            .or_else(|| turned.as_deref().and_then(countries::code_of))
    })
}

/// Whether a field is empty or only says that nothing is known.
#[must_use]
pub fn says_nothing(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    matches!(
        text.as_str(),
        "" | "-"
            | "-0-"
            | "na"
            | "n/a"
            | "none"
            | "null"
            | "unknown"
            | "undetermined"
            | "none identified"
            | "stateless"
            | "not known"
            | "00"
    )
}

/// A date as the lists write it: `19 Jun 1951`, `June 1951`, `1951`, `circa 1951`, `1951-06-19`,
/// `1960 to 1965`, `between 1960 and 1965`. Day-first or month-first numbers (`06/07/1951`) are not
/// guessed: use [`day_first`] or [`month_first`] where the publisher's order is known.
///
/// A span of dates becomes a span of years (wider, so never falsely contradicting).
#[must_use]
pub fn partial_date(text: &str) -> Option<PartialDate> {
    let text = tidy(text).to_lowercase();
    let text = text.trim_end_matches('.').trim_start_matches("between ");
    let span = [" to ", " and ", " - ", " – ", "/"]
        .iter()
        .find_map(|word| text.split_once(word));
    match span {
        Some((first, last)) => years(single(first)?, single(last)?),
        None => match text.rsplit_once('-') {
            // `1960-1965`, `circa 1960-1965`, unlike `1960-06`.
            Some((first, last))
                if !first.contains('-')
                    && last.len() == 4
                    && first.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                years(single(first)?, single(last)?)
            }
            _ => single(text),
        },
    }
}

/// `19/06/1951`, `19.6.1951`, `19-06-1951`: day, month, year; or only month and year, or a year.
#[must_use]
pub fn day_first(text: &str) -> Option<PartialDate> {
    match numbers(text)?.as_slice() {
        [year] => PartialDate::new(*year, 0, 0),
        [month, year] => PartialDate::new(*year, small(*month)?, 0),
        [day, month, year] => PartialDate::new(*year, small(*month)?, small(*day)?),
        _ => None,
    }
}

/// `06/19/1951`: month, day, year; or only month and year, or a year.
#[must_use]
pub fn month_first(text: &str) -> Option<PartialDate> {
    match numbers(text)?.as_slice() {
        [month, day, year] => PartialDate::new(*year, small(*month)?, small(*day)?),
        [_] | [_, _] => day_first(text),
        _ => None,
    }
}

/// Adds a date of birth once.
pub fn add_birth(party: &mut Party, date: PartialDate) {
    if !party.births.contains(&date) {
        party.births.push(date);
    }
}

/// Adds an identifier once, white space tidied; an empty value is left out.
pub fn add_identifier(
    party: &mut Party,
    kind: IdentifierKind,
    value: &str,
    country: Option<&str>,
) -> bool {
    let identifier = Identifier {
        kind,
        value: tidy(value),
        country: country.map(str::to_owned),
    };
    if identifier.value.is_empty() || party.identifiers.contains(&identifier) {
        return false;
    }
    party.identifiers.push(identifier);
    true
}

/// Adds an address once, and its country as an address country. Empty ones are left out.
/// Returns whether an address was added.
pub fn add_address(party: &mut Party, text: &str, country: Option<&str>) -> bool {
    if let Some(code) = country {
        party.add_country(code, CountryRole::Address);
    }
    let address = Address {
        text: tidy(text),
        country: country.map(str::to_owned),
    };
    if address == Address::default() || party.addresses.contains(&address) {
        return false;
    }
    party.addresses.push(address);
    true
}

/// Appends to the remarks, `; ` between parts, a part only once.
pub fn add_remark(party: &mut Party, text: &str) {
    let text = tidy(text);
    if text.is_empty() {
        return;
    }
    match &mut party.remarks {
        Some(remarks) if remarks.split("; ").any(|part| part == text) => {}
        Some(remarks) => {
            remarks.push_str("; ");
            remarks.push_str(&text);
        }
        None => party.remarks = Some(text),
    }
}

/// Parts that say something, comma-joined.
#[must_use]
pub fn join<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<String> = parts
        .into_iter()
        .map(tidy)
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(", ")
}

fn years(first: PartialDate, last: PartialDate) -> Option<PartialDate> {
    let end = last.until.unwrap_or(last.year);
    if end < first.year {
        return None;
    }
    Some(PartialDate {
        circa: first.circa || last.circa,
        until: (end > first.year).then_some(end),
        ..PartialDate::year(first.year)
    })
}

fn single(text: &str) -> Option<PartialDate> {
    const ABOUT: [&str; 9] = [
        "circa ",
        "circa. ",
        "c. ",
        "ca. ",
        "approximately ",
        "approx. ",
        "about ",
        "around ",
        "~",
    ];
    let text = text.trim();
    let (circa, text) = match ABOUT.iter().find_map(|word| text.strip_prefix(word)) {
        Some(rest) => (true, rest.trim()),
        None => (false, text),
    };
    let words: Vec<&str> = text
        .split([' ', ',', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let date = match words.as_slice() {
        [year] => PartialDate::new(year4(year)?, 0, 0),
        [month, year] if year.len() == 4 && month_of(month).is_some() => {
            PartialDate::new(year4(year)?, month_of(month)?, 0)
        }
        [year, month] => PartialDate::new(year4(year)?, two(month)?, 0),
        [year, month, day] if year4(year).is_some() => {
            PartialDate::new(year4(year)?, two(month)?, two(day)?)
        }
        [month, day, year] if month_of(month).is_some() => {
            PartialDate::new(year4(year)?, month_of(month)?, two(day)?)
        }
        [day, month, year] => PartialDate::new(year4(year)?, month_of(month)?, two(day)?),
        _ => None,
    }?;
    Some(PartialDate { circa, ..date })
}

fn month_of(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    let long_enough = word.len() >= 3;
    let at = MONTHS.iter().position(|month| {
        long_enough && (month.starts_with(word) || (word == "sept" && *month == "september"))
    })?;
    u8::try_from(at + 1).ok()
}

fn year4(word: &str) -> Option<u16> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    if digits { word.parse().ok() } else { None }
}

fn two(word: &str) -> Option<u8> {
    let digits = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if digits { word.parse().ok() } else { None }
}

fn small(number: u16) -> Option<u8> {
    u8::try_from(number).ok()
}

fn numbers(text: &str) -> Option<Vec<u16>> {
    let parts = text.trim().split(['/', '.', '-']);
    parts.map(|part| part.trim().parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{add_remark, day_first, month_first, partial_date};
    use crate::party::Party;

    #[test]
    fn dates_as_the_lists_write_them() {
        let cases = [
            ("19 Jun 1951", "1951-06-19"),
            ("9 june 1951.", "1951-06-09"),
            ("June 19, 1951", "1951-06-19"),
            ("Jun 1951", "1951-06"),
            ("1951", "1951"),
            ("circa 1951", "~1951"),
            ("circa Jun 1951", "~1951-06"),
            ("Approximately 1951", "~1951"),
            ("1951-06-19", "1951-06-19"),
            ("1951-06", "1951-06"),
            ("1960 to 1965", "1960/1965"),
            ("between 1960 and 1965", "1960/1965"),
            ("1960-1965", "1960/1965"),
            ("circa 1979-1982", "~1979/1982"),
            ("19-Jun-1951", "1951-06-19"),
            ("circa 1960 to 1965", "~1960/1965"),
            ("01 Jan 1961 to 31 Dec 1963", "1961/1963"),
            ("Jun 1961 to Aug 1961", "1961"),
        ];
        for (text, expected) in cases {
            let date = partial_date(text).map(|d| d.to_string());
            assert_eq!(date.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn guesses_are_not_made() {
        for text in [
            "",
            "06/07/1951",
            "31 Feb 1951",
            "1965 to 1960",
            "51",
            "Jun",
            "1951-13",
            "the 1950s",
        ] {
            assert_eq!(partial_date(text), None, "{text}");
        }
    }

    #[test]
    fn number_order_is_the_callers_choice() {
        let show = |date: Option<crate::date::PartialDate>| {
            date.map(|d| d.to_string()).unwrap_or_default()
        };
        assert_eq!(show(day_first("06/07/1951")), "1951-07-06");
        assert_eq!(show(month_first("06/07/1951")), "1951-06-07");
        assert_eq!(show(day_first("7.1951")), "1951-07");
        assert_eq!(show(month_first("13/07/1951")), "");
    }

    #[test]
    fn countries_in_spellings_that_follow_a_rule() {
        let cases = [
            ("Region: Gaza", Some("PS")),
            ("Region: West Bank", Some("PS")),
            ("St. Vincent and the Grenadines", Some("VC")),
            ("Man, Isle of", Some("IM")),
            ("Cabo Verde. Previously Cape Verde.", Some("CV")),
            ("Korea, North", Some("KP")),
            ("Region: Crimea", None),
            ("Atlantis", None),
            ("", None),
        ];
        for (name, code) in cases {
            assert_eq!(super::country(name), code, "{name}");
        }
    }

    #[test]
    fn remarks_are_joined_once() {
        let mut party = Party::default();
        for text in ["Gender Male", " ", "POB  Cairo", "Gender Male"] {
            add_remark(&mut party, text);
        }
        assert_eq!(party.remarks.as_deref(), Some("Gender Male; POB Cairo"));
    }
}
