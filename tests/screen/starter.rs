//! The questions an exporter types, against the starter list: tests/cases/screen/starter-queries.tsv.

use crate::packs::{STARTER, open};
use exportcheck::screen::report::{Policy, Query};

const CASES: &str = include_str!("../cases/screen/starter-queries.tsv");

/// Slightly under what is reached, so that a step back is noticed.
const FOUND_AT_LEAST: f64 = 0.94;
/// The page's line between candidates to look at and weak ones.
const STRONG: f64 = 0.85;

struct Case {
    query: Query,
    expected: Option<(String, String)>,
    /// Why an unlisted name may reach [`STRONG`] all the same: a real ambiguity.
    may_hit: bool,
    note: String,
}

/// Columns: query, kind, country, expected, note, and in some rows `may-hit: <why>`.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for line in CASES.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let kind = serde_json::from_value(cells[1].into()).expect("a kind of party");
        let country = (!cells[2].is_empty()).then(|| cells[2].to_owned());
        cases.push(Case {
            query: Query {
                name: cells[0].to_owned(),
                kind: Some(kind),
                country,
                ..Query::default()
            },
            expected: cells[3]
                .split_once(':')
                .map(|(list, reference)| (list.to_owned(), reference.to_owned())),
            may_hit: cells.get(5).is_some_and(|why| {
                why.strip_prefix("may-hit: ")
                    .is_some_and(|why| why.len() > 5)
            }),
            note: cells[4].to_owned(),
        });
    }
    assert!(cases.len() > 180, "only {} cases were read", cases.len());
    cases
}

#[test]
fn listed_parties_are_found() {
    let mut screener = open(&STARTER);
    let (mut found, mut all, mut first) = (0, 0, 0);
    for case in cases() {
        let Some((list, reference)) = &case.expected else {
            continue;
        };
        all += 1;
        let hits = screener.hits(&case.query, &Policy::default());
        let place = hits
            .iter()
            .position(|hit| hit.list == *list && hit.reference == *reference);
        found += usize::from(place.is_some());
        first += usize::from(place == Some(0));
        if place.is_none() {
            let wide = screener.hits(
                &case.query,
                &Policy {
                    min_score: 0.0,
                    limit: 200,
                    ..Policy::default()
                },
            );
            let low = wide
                .iter()
                .find(|hit| hit.list == *list && hit.reference == *reference);
            let best = hits.first().map_or_else(String::new, |hit| {
                format!("; best {} {}", hit.score, hit.name)
            });
            let low = low.map_or("not a candidate".to_owned(), |hit| {
                format!("{} as {}", hit.score, hit.name)
            });
            println!(
                "missed: {} ({}): {list}:{reference} {low}{best}",
                case.query.name, case.note
            );
        }
    }
    let share = f64::from(found as u32) / f64::from(all);
    println!("{found} of {all} found ({share:.3}), {first} in first place");
    assert!(
        share >= FOUND_AT_LEAST,
        "only {share:.3} of the listed parties were found"
    );
}

#[test]
fn unlisted_names_stay_low() {
    let mut screener = open(&STARTER);
    let mut alarms = Vec::new();
    let mut needless = Vec::new();
    for case in cases().into_iter().filter(|case| case.expected.is_none()) {
        let hits = screener.hits(&case.query, &Policy::default());
        let strong = hits.first().filter(|hit| hit.score >= STRONG);
        match (strong, case.may_hit) {
            (Some(hit), false) => alarms.push(format!(
                "{} ~ {} {} ({})",
                case.query.name, hit.name, hit.score, case.note
            )),
            (None, true) => needless.push(case.query.name),
            _ => {}
        }
    }
    assert!(
        alarms.is_empty(),
        "unlisted names reach {STRONG}:\n{}",
        alarms.join("\n")
    );
    assert!(
        needless.is_empty(),
        "these rows need no `may-hit` any more: {needless:?}"
    );
}
