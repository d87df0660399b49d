//! The committed outline: well formed, and exactly what the law files give. The figures were
//! counted from the raw files with Python.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn committed(list: &str) -> String {
    let path = Path::new(ROOT).join(format!("rules/outline/{list}.tsv"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Entry -> leaf codes, in order.
fn rows(text: &str) -> Vec<(&str, Vec<&str>)> {
    let rows = text.lines().filter(|row| !row.starts_with('#'));
    rows.map(|row| {
        let (entry, codes) = row.split_once('\t').expect("entry, tab, codes");
        (entry, codes.split(' ').collect())
    })
    .collect()
}

#[test]
fn outline_is_well_formed() {
    for list in ["eu", "us"] {
        let text = committed(list);
        let mut seen = BTreeSet::new();
        for (entry, codes) in rows(&text) {
            assert!(seen.insert(entry), "{list} {entry} twice");
            assert!(
                entry.len() == 5 && entry.is_ascii(),
                "{list}: `{entry}` is no entry"
            );
            if codes == ["-"] {
                continue;
            }
            let unique: BTreeSet<&str> = codes.iter().copied().collect();
            assert_eq!(unique.len(), codes.len(), "{list} {entry}: a code twice");
            for code in &codes {
                let fits = |part: &str| {
                    !part.is_empty()
                        && part.len() <= 4
                        && (part.bytes().all(|b| b.is_ascii_digit())
                            || part.bytes().all(|b| b.is_ascii_lowercase()))
                };
                assert!(code.split('.').all(fits), "{list} {entry}: `{code}`");
                let below = format!("{code}.");
                assert!(
                    !codes.iter().any(|other| other.starts_with(&below)),
                    "{list} {entry}: {code} is no leaf"
                );
            }
        }
    }
}

#[test]
fn known_provisions_are_there() {
    let (eu, us) = (committed("eu"), committed("us"));
    let has = |text: &str, entry: &str, code: &str| {
        let map: BTreeMap<&str, Vec<&str>> = rows(text).into_iter().collect();
        map.get(entry).is_some_and(|codes| codes.contains(&code))
    };
    for (entry, code) in [("3A001", "a.5.a.1"), ("1C351", "a.4.b.1"), ("4A003", "b")] {
        assert!(has(&eu, entry, code), "eu {entry}.{code}");
    }
    for (entry, code) in [
        ("3A001", "a.5.a.1"),
        ("3A001", "z.1.a"),
        ("3A090", "a.1"),
        ("9A106", "a"),
        ("6A002", "a.3.a.1"),
        ("8D001", "-"),
    ] {
        assert!(has(&us, entry, code), "us {entry}.{code}");
    }
    // Free places of the law, and letters of a note.
    assert!(!has(&eu, "3A001", "a.4") && !has(&us, "3A001", "a.4"));
    assert!(!has(&us, "5A002", "a.1.a.1.a") && !has(&us, "1A002", "c"));
}

#[test]
fn figures_are_known() {
    // list, entries, leaves (an entry without paragraphs is one).
    for (list, entries, leaves) in [("eu", 382, 2454), ("us", 638, 3672)] {
        let text = committed(list);
        let rows = rows(&text);
        assert_eq!(rows.len(), entries, "{list}");
        let sum: usize = rows.iter().map(|(_, codes)| codes.len()).sum();
        assert_eq!(sum, leaves, "{list}");
    }
}

#[cfg(feature = "compile")]
mod against_the_law {
    use super::{ROOT, committed};
    use exportcheck::pack::texts::{LawText, eu, outline::outline, us};
    use std::path::Path;

    #[test]
    fn outline_of_the_eu_list_is_current() {
        if let Some(bytes) = law(
            "outline_of_the_eu_list_is_current",
            "eu/annex-i-and-geas-2025-11-15.json",
        ) {
            same(&eu::read(&bytes).unwrap());
        }
    }

    #[test]
    fn outline_of_the_us_list_is_current() {
        if let Some(bytes) = law(
            "outline_of_the_us_list_is_current",
            "us/15cfr774-supp1-2026-06.xml",
        ) {
            same(&us::read(&bytes, "2026-06").unwrap());
        }
    }

    fn same(text: &LawText) {
        let (now, _) = outline(text);
        let before = committed(text.list);
        let different = now.lines().zip(before.lines()).find(|(a, b)| a != b);
        assert!(
            now == before,
            "rules/outline/{}.tsv is not what the law gives; `cargo xtask outline` makes it anew: {different:?}",
            text.list
        );
    }

    /// A law file; `None` (said on stderr) without the reference folder.
    fn law(test: &str, name: &str) -> Option<Vec<u8>> {
        let shared = Path::new(ROOT).join("../shared");
        if !shared.is_dir() {
            assert!(
                std::env::var("CI").as_deref() != Ok("true"),
                "{test}: ../shared is not here, and CI needs it"
            );
            eprintln!("SKIPPED: {test}: ../shared is not here");
            return None;
        }
        Some(std::fs::read(shared.join("law").join(name)).unwrap())
    }
}
