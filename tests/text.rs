//! Names to Latin words: data-driven tables in `tests/cases/text`, and properties of any input.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use exportcheck::text::{Piece, pieces};
use std::path::Path;

fn latin(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|p| p.latin.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_case_reads_as_its_table_says() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/text");
    let mut wrong = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(&dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let mut rows = 0;
        let text = std::fs::read_to_string(&file).unwrap();
        for (n, line) in text
            .lines()
            .enumerate()
            .filter(|(_, l)| !l.starts_with('#') && !l.is_empty())
        {
            let (name, expected) = line
                .split_once('\t')
                .unwrap_or_else(|| panic!("{}:{}: no tab", file.display(), n + 1));
            rows += 1;
            let got = latin(&pieces(name, None));
            if got != expected {
                wrong.push(format!(
                    "{}:{}: `{name}` reads `{got}`, not `{expected}`",
                    file.display(),
                    n + 1
                ));
            }
        }
        assert!(rows >= 10, "{} has only {rows} rows", file.display());
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
