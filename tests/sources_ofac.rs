//! The OFAC readers against OFAC's own files (in `../shared`), against small fixtures and against noise.
#![cfg(feature = "compile")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use exportcheck::pack::sources::{
    READERS, Reader, Reading, SourceFile, ofac_advanced, ofac_csv, ofac_enhanced, ofac_xml,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

fn figures(reading: &Reading) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let mut add = |key: String, by: usize| {
        if by > 0 {
            *counts.entry(key).or_default() += by;
        }
    };
    add("records".to_owned(), reading.records as usize);
    add("merged".to_owned(), reading.merged as usize);
    for party in &reading.parties {
        add(format!("list {}", party.list), 1);
        add(format!("kind {}", word(&party.kind)), 1);
        for name in &party.names {
            add(format!("name {}", word(&name.kind)), 1);
        }
        for id in &party.identifiers {
            add(format!("id {}", word(&id.kind)), 1);
        }
        for country in &party.countries {
            add(format!("country {}", word(&country.role)), 1);
        }
        add("births".to_owned(), party.births.len());
        add("addresses".to_owned(), party.addresses.len());
        add("programmes".to_owned(), party.programmes.len());
    }
    for diagnostic in &reading.diagnostics {
        add(format!("diagnostic {}", diagnostic.code), 1);
    }
    counts
}

fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// The bytes of a file of the reference folder, unpacked; `None` (said on stderr) without the folder.
fn shared(test: &str, name: &str) -> Option<Vec<u8>> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    if !root.is_dir() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "{test}: ../shared is not here, and CI needs it"
        );
        eprintln!("SKIPPED: {test}: ../shared is not here");
        return None;
    }
    let packed = std::fs::read(root.join("lists/ofac").join(name)).unwrap();
    let mut bytes = Vec::new();
    if name.ends_with(".gz") {
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).unwrap();
    } else if name.ends_with(".zip") {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
        zip.by_index(0).unwrap().read_to_end(&mut bytes).unwrap();
    } else {
        bytes = packed;
    }
    Some(bytes)
}

fn read(test: &str, reader: &Reader, names: &[&str]) -> Option<Reading> {
    let mut unpacked = Vec::new();
    for name in names {
        unpacked.push((name.trim_end_matches(".gz"), shared(test, name)?));
    }
    let files: Vec<SourceFile> =
        unpacked.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    for file in &files {
        let by: Vec<&str> = READERS.iter().filter(|r| (r.recognises)(file)).map(|r| r.id).collect();
        assert_eq!(by, [reader.id], "{}", file.name);
    }
    Some((reader.read)(&files))
}

/// Every record became at least one party, was merged, or has an error to its line.
fn accounted_for(reading: &Reading) {
    let records: BTreeSet<u32> = reading.parties.iter().map(|party| party.record).collect();
    let errors = reading
        .diagnostics
        .iter()
        .filter(|d| d.severity == exportcheck::pack::sources::diagnostic::Severity::Error)
        .count();
    assert_eq!(reading.records as usize, records.len() + reading.merged as usize + errors);
    let mut seen = BTreeSet::new();
    for party in &reading.parties {
        assert!(!party.names.is_empty() && !party.reference.is_empty() && !party.list.is_empty());
        assert!(seen.insert((&party.list, &party.reference)), "{} twice", party.reference);
    }
}

#[test]
fn dump() {
    let sets: [(&Reader, &[&str]); 6] = [
        (&ofac_csv::READER, &["2026-08-composite-sdn.csv.gz", "2026-08-composite-alt.csv.gz", "2026-08-composite-add.csv.gz"]),
        (&ofac_csv::READER, &["2022-01-sdn.csv.gz", "2022-01-alt.csv.gz", "2022-01-add.csv.gz"]),
        (&ofac_csv::READER, &["2025-12-cons_prim.csv", "2025-12-cons_alt.csv", "2025-12-cons_add.csv", "2025-12-cons_comments.csv"]),
        (&ofac_xml::READER, &["2021-03-10-sdn.xml.gz"]),
        (&ofac_xml::READER, &["2025-03-28-consolidated.xml.gz"]),
        (&ofac_advanced::READER, &["2019-03-14-cons_advanced.xml.gz"]),
    ];
    for (reader, names) in sets {
        let start = std::time::Instant::now();
        let reading = read("dump", reader, names).unwrap();
        println!("== {names:?} {:?} {:?}", reading.published, start.elapsed());
        for (k, v) in figures(&reading) { println!("{v}\t{k}"); }
        let mut shown = BTreeMap::new();
        for d in &reading.diagnostics { let n: &mut usize = shown.entry(d.code).or_default(); *n += 1; if *n < 12 { println!("   {d}"); } }
        accounted_for(&reading);
    }
    let reading = read("dump", &ofac_enhanced::READER, &["2025-01-10-cons_enhanced.zip"]).unwrap();
    println!("== enhanced {:?}", reading.published);
    for (k, v) in figures(&reading) { println!("{v}\t{k}"); }
    for d in reading.diagnostics.iter().take(5) { println!("   {d}"); }
}
