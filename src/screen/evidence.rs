//! What country, date of birth, identifier, address and kind say for or against a name hit.
//! Evidence against is weak on purpose: lists are incomplete and forms are filled in wrongly.

use super::align::{ONE, Points};
use super::report::{Query, Reason};
use crate::date::PartialDate;
use crate::pack::parties::Facts;
use crate::party::{NameKind, PartyKind};

/// A piece of evidence: code, points, the two sides in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Kebab-case code of the message.
    pub code: &'static str,
    /// Millionths of the score, signed.
    pub points: Points,
    /// What the query says.
    pub query: String,
    /// What the list says.
    pub listed: String,
}

/// Evidence from the columns of the pack. `name_score` is what the names alone are worth.
#[must_use]
pub fn weigh(
    query: &Query,
    kind: PartyKind,
    name: NameKind,
    facts: &Facts,
    name_score: Points,
) -> Vec<Evidence> {
    let mut out = Vec::new();
    if name == NameKind::WeakAlias {
        out.push(Evidence {
            code: "alias-weak",
            points: -30_000,
            query: String::new(),
            listed: String::new(),
        });
    }
    out.extend(by_kind(query, kind));
    out.extend(by_country(query, facts));
    out.extend(by_birth(query, facts));
    out.extend(by_identifier(query, facts, name_score));
    out
}

/// Address evidence: shared words of the two addresses, the country aside.
#[must_use]
pub fn by_address(query: &Query, addresses: &[String]) -> Option<Evidence> {
    let asked = query.address.as_deref()?;
    let ours = address_words(asked);
    if ours.is_empty() {
        return None;
    }
    let best = addresses
        .iter()
        .max_by_key(|listed| shared(&ours, &address_words(listed)))?;
    let common = shared(&ours, &address_words(best));
    let points = match common {
        0 => return None,
        1 if ours.len() > 1 => 10_000,
        1 => 15_000,
        2 => 30_000,
        _ => 50_000,
    };
    Some(Evidence {
        code: "evidence-address-shared",
        points,
        query: asked.to_owned(),
        listed: best.clone(),
    })
}

/// The form in which identifiers are compared: letters and digits, upper case, without a leading label.
#[must_use]
pub fn identifier_key(value: &str) -> String {
    let key: String = value
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    match key.strip_prefix("IMO") {
        Some(rest) if rest.len() == 7 && rest.bytes().all(|b| b.is_ascii_digit()) => {
            rest.to_owned()
        }
        _ => key,
    }
}

/// The evidence as a line of the explanation.
#[must_use]
pub fn reason(evidence: Evidence) -> Reason {
    Reason {
        code: evidence.code,
        points: super::rounded(evidence.points),
        query: evidence.query,
        listed: evidence.listed,
    }
}

fn by_kind(query: &Query, listed: PartyKind) -> Option<Evidence> {
    let asked = query.kind.filter(|kind| *kind != PartyKind::Unknown)?;
    if listed == PartyKind::Unknown || asked == listed {
        return None;
    }
    Some(Evidence {
        code: "evidence-kind-differs",
        points: -80_000,
        query: word(asked),
        listed: word(listed),
    })
}

fn word(kind: PartyKind) -> String {
    match kind {
        PartyKind::Unknown => "unknown",
        PartyKind::Person => "person",
        PartyKind::Organisation => "organisation",
        PartyKind::Vessel => "vessel",
        PartyKind::Aircraft => "aircraft",
    }
    .to_owned()
}

fn by_country(query: &Query, facts: &Facts) -> Option<Evidence> {
    let asked = query.country.as_deref().filter(|code| !code.is_empty())?;
    if facts.countries.is_empty() {
        return None;
    }
    let same = facts
        .countries
        .iter()
        .any(|country| country.code.eq_ignore_ascii_case(asked));
    let (code, points) = if same {
        ("evidence-country-same", 20_000)
    } else {
        ("evidence-country-differs", -40_000)
    };
    let mut listed: Vec<&str> = facts
        .countries
        .iter()
        .map(|country| country.code.as_str())
        .collect();
    listed.dedup();
    Some(Evidence {
        code,
        points,
        query: asked.to_owned(),
        listed: listed.join(", "),
    })
}

fn by_birth(query: &Query, facts: &Facts) -> Option<Evidence> {
    let asked = query.dob?;
    let (code, points, listed) = facts
        .births
        .iter()
        .map(|listed| {
            let (code, points) = compare_births(asked, *listed);
            (code, points, listed)
        })
        .max_by_key(|(_, points, _)| *points)?;
    Some(Evidence {
        code,
        points,
        query: asked.to_string(),
        listed: listed.to_string(),
    })
}

/// The weights follow 1,550 pairs of persons with dates on two official lists, judged to be the
/// same or not: one differing part is nearly always the same person, a decade apart never.
fn compare_births(asked: PartialDate, listed: PartialDate) -> (&'static str, Points) {
    let complete = |date: PartialDate| date.day > 0 && !date.circa && date.until.is_none();
    let both = complete(asked) && complete(listed);
    let (same_month, same_day) = (asked.month == listed.month, asked.day == listed.day);
    if both && asked.year == listed.year {
        return match (same_month, same_day) {
            (true, true) => ("evidence-dob-same", 50_000),
            _ if asked.day == listed.month && asked.month == listed.day => {
                ("evidence-dob-swapped", 30_000)
            }
            (true, false) | (false, true) => ("evidence-dob-close", 10_000),
            (false, false) => ("evidence-dob-differs", -30_000),
        };
    }
    let span = |date: PartialDate| {
        let slack = u16::from(date.circa) * 2;
        (
            date.year.saturating_sub(slack),
            date.until.unwrap_or(date.year) + slack,
        )
    };
    let (asked_from, asked_to) = span(asked);
    let (listed_from, listed_to) = span(listed);
    if asked_from <= listed_to && listed_from <= asked_to {
        let months_differ = asked.month > 0 && listed.month > 0 && !same_month;
        return if months_differ {
            ("evidence-dob-differs", -30_000)
        } else {
            ("evidence-dob-fits", 25_000)
        };
    }
    let apart = listed_from
        .saturating_sub(asked_to)
        .max(asked_from.saturating_sub(listed_to));
    // The same day and month in another year is most often a slip of the pen.
    match (apart, both && same_month && same_day) {
        (1, true) => ("evidence-dob-close", 0),
        (_, true) => ("evidence-dob-differs", -20_000),
        (1, false) => ("evidence-dob-differs", -70_000),
        (2..=10, false) => ("evidence-dob-differs", -120_000),
        _ => ("evidence-dob-differs", -200_000),
    }
}

fn by_identifier(query: &Query, facts: &Facts, name_score: Points) -> Option<Evidence> {
    let asked = query
        .id
        .as_deref()
        .map(str::trim)
        .filter(|id| !id.is_empty())?;
    let key = identifier_key(asked);
    let found = facts
        .identifiers
        .iter()
        .find(|listed| !key.is_empty() && identifier_key(&listed.value) == key)?;
    // The same number is a hit whatever the name: names are changed more easily than numbers.
    let points = (950_000 - name_score)
        .max(60_000)
        .min(ONE - name_score.min(ONE));
    Some(Evidence {
        code: "evidence-id-same",
        points,
        query: asked.to_owned(),
        listed: found.value.clone(),
    })
}

fn address_words(address: &str) -> Vec<String> {
    let mut words: Vec<String> = crate::text::pieces(address, None)
        .into_iter()
        .map(|piece| piece.latin)
        .filter(|word| word.len() > 2 || word.bytes().any(|b| b.is_ascii_digit()))
        .filter(|word| {
            !matches!(
                word.as_str(),
                "street"
                    | "road"
                    | "avenue"
                    | "building"
                    | "floor"
                    | "room"
                    | "box"
                    | "city"
                    | "no"
            )
        })
        .collect();
    words.sort();
    words.dedup();
    words
}

fn shared(ours: &[String], theirs: &[String]) -> usize {
    ours.iter()
        .filter(|word| theirs.binary_search(word).is_ok())
        .count()
}
