//! Trade phrases find their family among the first five.
//!
//! `tests/cases/classify/trade-phrases.tsv` was written as catalogues and enquiries are worded, before
//! the families were looked at; `-` says that no family is there yet.

#![cfg(feature = "compile")]
#![allow(clippy::expect_used, clippy::panic)]

use exportcheck::classify::search::{Query, Search};
use exportcheck::pack::rules::complaint::Source;
use exportcheck::pack::rules::draft;
use std::path::{Path, PathBuf};

const FIRST: usize = 5;

#[test]
fn nine_phrases_of_ten_find_their_family() {
    let search = search();
    let cases = include_str!("cases/classify/trade-phrases.tsv");
    let (mut asked, mut absent, mut misses) = (0, 0, Vec::new());
    for line in cases.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [phrase, language, families] = cells.as_slice() else {
            panic!("three cells: {line}");
        };
        if *families == "-" {
            absent += 1;
            continue;
        }
        asked += 1;
        let accepted: Vec<&str> = families.split('|').collect();
        for family in &accepted {
            let known = search
                .input()
                .families
                .iter()
                .any(|text| text.id == *family);
            assert!(known, "`{family}` of `{phrase}` is no family");
        }
        let found = search.find(&Query {
            query: (*phrase).to_owned(),
            language: (*language).to_owned(),
            limit: Some(FIRST),
        });
        let ids: Vec<&str> = found.families.iter().map(|hit| hit.id.as_str()).collect();
        if !ids.iter().any(|id| accepted.contains(id)) {
            misses.push(format!(
                "{phrase} ({language}): {ids:?}, accepted {families}"
            ));
        }
    }
    let hits = asked - misses.len();
    println!("{hits} of {asked} phrases; {absent} without a family");
    println!("{}", misses.join("\n"));
    assert!(asked >= 100, "only {asked} phrases have a family");
    assert!(
        hits * 10 >= asked * 9,
        "{hits} of {asked}:\n{}",
        misses.join("\n")
    );
}

fn search() -> Search {
    let root = std::env::var_os("EXPORTCHECK_RULES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"),
        PathBuf::from,
    );
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort_by(|a, b| a.file.cmp(&b.file));
    // Complaints are another test's business.
    Search::new(draft(files).0.search)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<Source>) {
    for item in std::fs::read_dir(folder).expect("the rules are here") {
        let path = item.expect("a file or folder").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path
            .extension()
            .is_some_and(|end| end == "toml" || end == "tsv")
        {
            let file = path.strip_prefix(root).expect("below the rules");
            files.push(Source {
                file: file.to_string_lossy().replace('\\', "/"),
                text: std::fs::read_to_string(&path).expect("a text"),
            });
        }
    }
}
