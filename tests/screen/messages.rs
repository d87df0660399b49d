//! Every code that a result can hold has its message in every language of the page.

use crate::packs::{STARTER, open};
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Policy, Query, Screening};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Codes the page says in other places than a message of their own, or draws.
const ELSEWHERE: [&str; 1] = ["how-unmatched"];

/// Questions that bring out what the starter questions do not.
const MORE: [&str; 9] = [
    r#"{"name":"Lavrov A. B.","kind":"person","country":"DE","dob":"1950-03-12","id":"0"}"#,
    r#"{"name":"Rotenberg Arkady","dob":"1951-12-15","country":"RU"}"#,
    r#"{"name":"Rotenberg Arkady","dob":"1951"}"#,
    r#"{"name":"Rotenberg Arkady","dob":"1951-12-14"}"#,
    r#"{"name":"Institute Research 14 Nr. 3 GmbH"}"#,
    r#"{"name":"Technology Beijing University of Institute Science and"}"#,
    r#"{"name":"Mahan Air","address":"Azadegan Street, Tehran","kind":"person"}"#,
    r#"{"name":"?"}"#,
    r#"{"name":"华为"}"#,
];

#[test]
fn every_code_has_a_message() {
    let mut codes = BTreeSet::new();
    let mut screener = open(&STARTER);
    let mut without_table = Screener::open(&STARTER, &Default::default(), None).unwrap();
    let policy = Policy {
        min_score: 0.2,
        limit: 60,
        ..Policy::default()
    };
    let narrow = Policy {
        weak_aliases: false,
        lists: vec!["us-sdn".to_owned()],
        ..policy.clone()
    };
    let starter = include_str!("../cases/screen/starter-queries.tsv").lines();
    let names = starter.filter_map(|line| line.split('\t').next().map(str::to_owned));
    let mut queries: Vec<Query> = names
        .map(|name| Query {
            name,
            ..Query::default()
        })
        .collect();
    queries.extend(
        MORE.iter()
            .map(|query| serde_json::from_str::<Query>(query).unwrap()),
    );
    for query in &queries {
        note(&screener.screen(query, &policy), &mut codes);
        note(&screener.screen(query, &narrow), &mut codes);
        note(&without_table.screen(query, &policy), &mut codes);
    }
    assert!(codes.len() > 20, "only {codes:?}");
    for language in ["en", "de"] {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("www/locales/{language}.ftl"));
        let text = fs::read_to_string(&path).unwrap();
        let has = |code: &str| {
            text.lines()
                .any(|line| line.starts_with(&format!("{code} =")))
        };
        let missing: Vec<&str> = codes
            .iter()
            .map(String::as_str)
            .filter(|code| !has(code) && !ELSEWHERE.contains(code))
            .collect();
        assert!(missing.is_empty(), "{language}: no message for {missing:?}");
    }
}

fn note(screening: &Screening, codes: &mut BTreeSet<String>) {
    let reasons = screening.hits.iter().flat_map(|hit| &hit.why);
    codes.extend(reasons.map(|reason| format!("why-{}", reason.code)));
    let not_checked = screening.not_checked.iter();
    codes.extend(not_checked.map(|code| format!("not-checked-{code}")));
    for link in screening.hits.iter().flat_map(|hit| &hit.alignment.links) {
        let how = serde_json::to_value(link.how).unwrap();
        codes.insert(format!("how-{}", how.as_str().unwrap()));
    }
}
