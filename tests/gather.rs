//! The list compiler on the real files: the newest source of every list, nothing left out silently.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use exportcheck::pack::catalogue;
use exportcheck::pack::gather::{self, Gathered, Options};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Policy, Query};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn shared(test: &str) -> Option<PathBuf> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/lists"));
    if path.is_dir() {
        return Some(path.to_path_buf());
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "{test}: ../shared is not here"
    );
    eprintln!("SKIPPED: {test}: ../shared is not here");
    None
}

fn from(paths: &[PathBuf]) -> Gathered {
    let options = Options {
        from: paths.to_vec(),
        ..Options::default()
    };
    gather::gather(&options, &catalogue::built_in().unwrap()).unwrap()
}

#[test]
fn all_lists_fit_into_one_pack() {
    let Some(lists) = shared("all_lists_fit_into_one_pack") else {
        return;
    };
    let gathered = from(&[lists]);
    assert!(
        gathered.parties.len() > 40_000,
        "{}",
        gathered.parties.len()
    );
    let mut seen = BTreeSet::new();
    for party in &gathered.parties {
        assert!(
            seen.insert((&party.list, &party.reference)),
            "{} {} twice",
            party.list,
            party.reference
        );
    }
    let info = |id: &str| {
        gathered
            .manifest
            .lists
            .iter()
            .find(|list| list.id == id)
            .unwrap()
    };
    for (list, file) in [
        ("us-sdn", "2026-08-composite-sdn.csv"),
        ("us-ssi", "screening-list-2026-07-31.json"),
        ("us-dpl", "screening-list-2026-07-31.json"),
        ("un-sc", "consolidated-2026-08-01.xml"),
        ("uk-ofsi", "ofsi-conlist-2018-04-13.csv"),
        ("uk-sl", "uksl-fragment-2026-09.xml"),
    ] {
        assert_eq!(info(list).files[0].name, file, "{list}");
    }
    assert_eq!(
        info("us-sdn").files.len(),
        3,
        "the companions are read with the main file"
    );
    assert!(
        gathered
            .manifest
            .lists
            .iter()
            .all(|list| list.published.is_some())
    );
    for (list, file, why) in [
        ("us-sdn", "screening-list-2026-07-31.json", "older"),
        ("us-sdn", "2021-03-10-sdn.xml", "older"),
        ("us-ssi", "2025-12-cons_prim.csv", "more identifiers"),
        ("un-sc", "consolidated-2024-12.xml", "older"),
        ("un-sc", "consolidated-2026-02.xml", "older"),
        ("us-dpl", "dpl-2022.txt", "older"),
        ("us-dpl", "dpl-2023-11.txt", "older"),
        ("uk-ofsi", "ofsi-conlist-2018-04-13.csv", "group id"),
    ] {
        let found = gathered
            .manifest
            .left_out
            .iter()
            .find(|one| one.list == list && one.file == file);
        let found = found.unwrap_or_else(|| panic!("{list} from {file} is not named"));
        assert!(found.why.contains(why), "{list} {file}: {}", found.why);
    }
    let shrank: Vec<_> = gathered
        .diagnostics
        .iter()
        .filter(|d| d.code == "list-shrank")
        .collect();
    assert!(
        shrank.iter().any(|d| d.message.contains("us-cap")),
        "{shrank:?}"
    );
    assert!(
        !gathered
            .diagnostics
            .iter()
            .any(|d| d.code == "unknown-format")
    );
}

#[test]
fn a_listing_appears_and_a_delisting_disappears_with_the_file() {
    let Some(lists) = shared("a_listing_appears_and_a_delisting_disappears_with_the_file") else {
        return;
    };
    let old = from(&[lists.join("un/consolidated-2024-12.xml.gz")]);
    let new = from(&[lists.join("un/consolidated-2026-08-01.xml.gz")]);
    let both = from(&[lists.join("un")]);
    let references = |gathered: &Gathered| -> BTreeSet<String> {
        gathered
            .parties
            .iter()
            .map(|p| p.reference.clone())
            .collect()
    };
    let (before, after) = (references(&old), references(&new));
    assert_eq!(references(&both), after);
    let mut with_old = open(&old);
    let mut with_new = open(&both);
    let (mut added, mut removed) = (0, 0);
    for party in new
        .parties
        .iter()
        .filter(|party| !before.contains(&party.reference))
    {
        assert!(
            finds(&mut with_new, party.primary_name(), &party.reference),
            "{}",
            party.primary_name()
        );
        assert!(!finds(
            &mut with_old,
            party.primary_name(),
            &party.reference
        ));
        added += 1;
    }
    for party in old
        .parties
        .iter()
        .filter(|party| !after.contains(&party.reference))
    {
        assert!(
            finds(&mut with_old, party.primary_name(), &party.reference),
            "{}",
            party.primary_name()
        );
        assert!(!finds(
            &mut with_new,
            party.primary_name(),
            &party.reference
        ));
        removed += 1;
    }
    assert!(added > 0 && removed > 0, "{added} added, {removed} removed");
}

fn open(gathered: &Gathered) -> Screener {
    Screener::open(
        &gather::pack(gathered, None).unwrap(),
        &OpenOptions::default(),
        None,
    )
    .unwrap()
}

fn finds(screener: &mut Screener, name: &str, reference: &str) -> bool {
    let query = Query {
        name: name.to_owned(),
        ..Query::default()
    };
    screener
        .hits(&query, &Policy::default())
        .iter()
        .any(|hit| hit.reference == reference)
}
