//! The OFAC readers against OFAC's own files (in `../shared`), against small fixtures and against noise.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

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
    let mut counted = BTreeSet::new();
    for party in &reading.parties {
        add(format!("list {}", party.list), 1);
        if !counted.insert(party.record) {
            // The same record on a second list: its facts count once.
            continue;
        }
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
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
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
        flate2::read::GzDecoder::new(packed.as_slice())
            .read_to_end(&mut bytes)
            .unwrap();
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
    let files: Vec<SourceFile> = unpacked
        .iter()
        .map(|(name, bytes)| SourceFile { name, bytes })
        .collect();
    for file in &files {
        let by: Vec<&str> = READERS
            .iter()
            .filter(|r| (r.recognises)(file))
            .map(|r| r.id)
            .collect();
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
    assert_eq!(
        reading.records as usize,
        records.len() + reading.merged as usize + errors
    );
    let mut seen = BTreeSet::new();
    for party in &reading.parties {
        assert!(!party.names.is_empty() && !party.reference.is_empty() && !party.list.is_empty());
        assert!(
            seen.insert((&party.list, &party.reference)),
            "{} twice",
            party.reference
        );
    }
}

/// Figures counted from the raw files without these readers (Python: `csv`, `ElementTree` and regular
/// expressions over remarks; texts counted once per record). Where the reader differs for a reason,
/// the reason stands beside the number.
type Expected = &'static [(&'static str, usize)];

fn check(test: &str, reader: &Reader, names: &[&str], published: Option<&str>, expected: Expected) {
    let Some(reading) = read(test, reader, names) else {
        return;
    };
    accounted_for(&reading);
    assert!(!reading.failed);
    assert_eq!(
        reading.published.map(|date| date.to_string()).as_deref(),
        published
    );
    let figures = figures(&reading);
    let wrong: Vec<String> = expected
        .iter()
        .filter(|(key, count)| figures.get(*key).copied().unwrap_or(0) != *count)
        .map(|(key, count)| {
            format!(
                "{key}: expected {count}, got {}",
                figures.get(*key).copied().unwrap_or(0)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{names:?}\n{}", wrong.join("\n"));
    // A diagnostic nobody expected is a change in the data or in the reader: say it here first.
    let unexpected: Vec<&String> = figures
        .keys()
        .filter(|key| key.starts_with("diagnostic ") || key.starts_with("list "))
        .filter(|key| !expected.iter().any(|(known, _)| known == key))
        .collect();
    assert!(
        unexpected.is_empty(),
        "{names:?}: not expected: {unexpected:?}"
    );
}

#[test]
fn sdn_csv_2026() {
    check(
        "sdn_csv_2026",
        &ofac_csv::READER,
        &[
            "2026-08-composite-sdn.csv.gz",
            "2026-08-composite-alt.csv.gz",
            "2026-08-composite-add.csv.gz",
        ],
        None,
        &[
            ("records", 19_181),
            ("list us-sdn", 19_181),
            ("merged", 0),
            ("kind person", 7_473),
            ("kind organisation", 9_840),
            ("kind vessel", 1_524),
            ("kind aircraft", 344),
            ("name primary", 19_181),
            // Of 19,638 aka and nka rows, 4 repeat a name of their record.
            ("name alias", 19_634),
            ("name former", 531),
            ("name weak-alias", 3_490),
            ("births", 6_870),
            // 21,716 different texts; 2 differ only in how they name the country.
            ("addresses", 21_714),
            // 817 with the word `IMO`, 2 of 7 digits without it (17104, 33809).
            ("id imo", 819),
            ("id mmsi", 139),
            // 244 in the column, 2 `Other Vessel Call Sign` in remarks (23423, 31935).
            ("id call-sign", 246),
            // One per address and record; the same address under several currencies counts once.
            ("id crypto-wallet", 269),
            ("id bic", 154),
            ("id email", 290),
            ("id website", 905),
            ("diagnostic cut-remarks", 17),
            ("diagnostic stray-line", 2),
            // `possibly Palestinian`, `Eritrean`, regions (Crimea, Kashmir, Kafia Kingi, Northern Mali),
            // Netherlands Antilles: none has an ISO code today.
            ("diagnostic unknown-country", 20),
        ],
    );
}

#[test]
fn sdn_csv_2022() {
    check(
        "sdn_csv_2022",
        &ofac_csv::READER,
        &[
            "2022-01-sdn.csv.gz",
            "2022-01-alt.csv.gz",
            "2022-01-add.csv.gz",
        ],
        None,
        &[
            ("records", 9_044),
            ("list us-sdn", 9_044),
            ("merged", 0),
            ("kind person", 4_643),
            ("kind organisation", 3_701),
            ("kind vessel", 420),
            ("kind aircraft", 280),
            ("name primary", 9_044),
            // Of 12,055 aka and nka rows, none repeats a name.
            ("name alias", 12_055),
            ("name former", 354),
            ("name weak-alias", 2_474),
            ("births", 5_212),
            ("addresses", 11_296),
            ("id imo", 426),
            ("id mmsi", 51),
            ("id crypto-wallet", 123),
            ("id bic", 83),
            ("diagnostic cut-remarks", 7),
            // Entity 2677 stands for two parties, the second registered in Zambia; the address row of
            // 34489, in Zambia, has no record: most likely a slip in the file.
            ("diagnostic repeated-reference", 1),
            ("diagnostic orphan-row", 1),
            ("diagnostic stray-line", 1),
            ("diagnostic unknown-country", 15),
        ],
    );
}

#[test]
fn consolidated_csv_2025() {
    check(
        "consolidated_csv_2025",
        &ofac_csv::READER,
        &[
            "2025-12-cons_prim.csv",
            "2025-12-cons_alt.csv",
            "2025-12-cons_add.csv",
            "2025-12-cons_comments.csv",
        ],
        None,
        &[
            ("records", 442),
            // The CSL of 2026-07 names the same lists for every one of these records it still has.
            ("list us-ssi", 286),
            ("list us-plc", 78),
            ("list us-cmic", 68),
            ("list us-mbs", 12),
            ("list us-cap", 1),
            ("kind person", 79),
            ("kind organisation", 363),
            ("name primary", 442),
            ("name alias", 930),
            ("name former", 141),
            // In the remarks joined with their comments.
            ("name weak-alias", 72),
            ("births", 74),
            ("addresses", 522),
            ("id bic", 33),
            ("id email", 125),
            ("id website", 176),
            ("diagnostic several-lists", 3),
            ("diagnostic stray-line", 4),
        ],
    );
}

#[test]
fn sdn_xml_2021() {
    check(
        "sdn_xml_2021",
        &ofac_xml::READER,
        &["2021-03-10-sdn.xml.gz"],
        Some("2021-03-10"),
        &[
            ("records", 8_832),
            ("list us-sdn", 8_832),
            ("kind person", 4_539),
            ("kind organisation", 3_613),
            ("kind vessel", 403),
            ("kind aircraft", 277),
            // 14,094 aka elements: 6 repeat a name of their record.
            ("name alias", 11_303 + 18),
            ("name former", 365),
            ("name weak-alias", 2_402),
            // 5,032 different dateOfBirth texts, 2 more in remarks (11313, 11748).
            ("births", 5_034),
            ("addresses", 11_286),
            // 407 elements, one of them no IMO number (23424: 5 digits).
            ("id imo", 406),
            ("id mmsi", 51),
            ("id bic", 82),
            // 1,281 elements, 2 `Italian Fiscal Code:` in remarks.
            ("id tax-id", 1_283),
            ("id aircraft-mark", 66),
            ("id aircraft-serial", 312),
            ("id crypto-wallet", 68),
            ("diagnostic unknown-country", 15),
        ],
    );
}

#[test]
fn consolidated_xml_2025() {
    check(
        "consolidated_xml_2025",
        &ofac_xml::READER,
        &["2025-03-28-consolidated.xml.gz"],
        Some("2025-03-28"),
        &[
            ("records", 443),
            ("list us-ssi", 286),
            ("list us-plc", 78),
            ("list us-cmic", 68),
            ("list us-mbs", 12),
            ("list us-cap", 1),
            ("list us-fse", 1),
            ("name alias", 924),
            ("name former", 141),
            ("name weak-alias", 70),
            ("births", 75),
            ("addresses", 520),
            ("id bic", 33),
            ("id email", 125),
            ("id website", 176),
            ("id tax-id", 214),
            ("id passport", 1),
            ("diagnostic several-lists", 3),
        ],
    );
}

#[test]
fn consolidated_advanced_2019() {
    check(
        "consolidated_advanced_2019",
        &ofac_advanced::READER,
        &["2019-03-14-cons_advanced.xml.gz"],
        Some("2019-03-14"),
        &[
            ("records", 375),
            ("list us-ssi", 289),
            ("list us-plc", 78),
            ("list us-fse", 7),
            ("list us-cap", 1),
            ("name primary", 375),
            ("name alias", 803),
            ("name former", 83),
            ("name weak-alias", 30),
            // Features 8, 25, 21, 14, 13 and documents of the raw file.
            ("births", 77),
            ("addresses", 460),
            ("id email", 147),
            ("id website", 184),
            ("id bic", 34),
            ("country registration", 12),
        ],
    );
}

#[test]
fn consolidated_enhanced_2025() {
    check(
        "consolidated_enhanced_2025",
        &ofac_enhanced::READER,
        &["2025-01-10-cons_enhanced.zip"],
        Some("2025-01-10"),
        &[
            ("records", 443),
            // From the sanctionsList elements themselves.
            ("list us-ssi", 286),
            ("list us-plc", 78),
            ("list us-cmic", 68),
            ("list us-mbs", 12),
            ("list us-cap", 1),
            ("list us-fse", 1),
            ("name primary", 443),
            ("name alias", 924),
            ("name former", 141),
            ("name weak-alias", 70),
            ("name original-script", 45),
            ("births", 75),
            ("addresses", 531),
            ("id website", 176),
            ("id email", 125),
            ("id bic", 33),
            ("diagnostic several-lists", 3),
        ],
    );
}

/// The lists that follow from programmes (plain XML, March) are those the enhanced file states (January).
#[test]
fn programmes_give_the_lists_that_the_enhanced_file_names() {
    let test = "programmes_give_the_lists_that_the_enhanced_file_names";
    let Some(stated) = read(
        test,
        &ofac_enhanced::READER,
        &["2025-01-10-cons_enhanced.zip"],
    ) else {
        return;
    };
    let derived = read(test, &ofac_xml::READER, &["2025-03-28-consolidated.xml.gz"]).unwrap();
    let by_reference = |reading: &Reading| {
        let mut lists: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for party in &reading.parties {
            lists
                .entry(party.reference.clone())
                .or_default()
                .insert(party.list.clone());
        }
        lists
    };
    let (stated, derived) = (by_reference(&stated), by_reference(&derived));
    let differ: Vec<_> = stated
        .iter()
        .filter(|(reference, lists)| derived.get(*reference).is_some_and(|other| other != *lists))
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
    let common = stated
        .keys()
        .filter(|reference| derived.contains_key(*reference))
        .count();
    assert!(common > 430, "{common}");
}

/// The Consolidated Screening List (2026-07) names the list of each record; the programmes of the
/// consolidated CSV (2025-12) lead to the same ones, for every record that both have.
#[test]
fn programmes_give_the_lists_that_the_csl_names() {
    let test = "programmes_give_the_lists_that_the_csl_names";
    let Some(csl) = shared(test, "../us-csl/screening-list-2026-07-31.json.gz") else {
        return;
    };
    let names = ["2025-12-cons_prim.csv", "2025-12-cons_comments.csv"];
    let reading = read(test, &ofac_csv::READER, &names).unwrap();
    let csl: serde_json::Value = serde_json::from_slice(&csl).unwrap();
    let marks = [
        ("(SSI)", "us-ssi"),
        ("(CAP)", "us-cap"),
        ("(CMIC)", "us-cmic"),
        ("(NS-MBS", "us-mbs"),
        ("(PLC)", "us-plc"),
    ];
    let mut stated: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entry in csl["entries"].as_array().unwrap() {
        let source = entry["s"]
            .as_u64()
            .and_then(|at| csl["tables"]["sources"][at as usize].as_str());
        let list = marks
            .iter()
            .find(|(mark, _)| source.is_some_and(|source| source.contains(mark)));
        if let (Some(reference), Some((_, list))) = (entry["e"].as_str(), list) {
            stated.entry(reference).or_default().insert(list);
        }
    }
    let mut derived: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for party in &reading.parties {
        derived
            .entry(&party.reference)
            .or_default()
            .insert(&party.list);
    }
    let both: Vec<_> = derived
        .iter()
        .filter(|(reference, _)| stated.contains_key(*reference))
        .collect();
    assert_eq!(both.len(), 437);
    let differ: Vec<_> = both
        .iter()
        .filter(|(reference, lists)| stated[*reference] != **lists)
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
}

const FIXTURES: [(&str, &Reader, &[&str]); 6] = [
    (
        "ofac-csv",
        &ofac_csv::READER,
        &["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"],
    ),
    (
        "ofac-csv-cons",
        &ofac_csv::READER,
        &["cons_prim.csv", "cons_alt.csv", "cons_add.csv"],
    ),
    ("ofac-xml", &ofac_xml::READER, &["sdn.xml"]),
    ("ofac-xml-cons", &ofac_xml::READER, &["consolidated.xml"]),
    (
        "ofac-advanced",
        &ofac_advanced::READER,
        &["cons_advanced.xml"],
    ),
    (
        "ofac-enhanced",
        &ofac_enhanced::READER,
        &["cons_enhanced.xml"],
    ),
];

fn fixture(folder: &str, names: &[&str]) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/sources"
    ))
    .join(folder);
    names
        .iter()
        .map(|name| ((*name).to_owned(), std::fs::read(root.join(name)).unwrap()))
        .collect()
}

fn with_files<T>(files: &[(String, Vec<u8>)], run: impl FnOnce(&[SourceFile]) -> T) -> T {
    let files: Vec<SourceFile> = files
        .iter()
        .map(|(name, bytes)| SourceFile { name, bytes })
        .collect();
    run(&files)
}

/// `UPDATE_SNAPSHOTS=1 cargo test ...` rewrites the expected readings; read the difference before committing.
#[test]
fn fixtures_read_as_recorded() {
    for (folder, reader, names) in FIXTURES {
        let reading = with_files(&fixture(folder, names), |files| (reader.read)(files));
        accounted_for_small(&reading, folder);
        let shown = serde_json::json!({
            "published": reading.published,
            "records": reading.records,
            "merged": reading.merged,
            "failed": reading.failed,
            "parties": reading.parties,
            "diagnostics": reading.diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>(),
        });
        let shown = serde_json::to_string_pretty(&shown).unwrap() + "\n";
        let path = Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/sources"
        ))
        .join(folder)
        .join("reading.json");
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &shown).unwrap();
        }
        let recorded = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(shown, recorded, "{folder}: differs from reading.json");
    }
}

fn accounted_for_small(reading: &Reading, folder: &str) {
    accounted_for(reading);
    assert!(reading.records > 0 && !reading.failed, "{folder}");
}

#[test]
fn each_file_is_recognised_by_one_reader_in_its_part() {
    let parts = ["main", "alt", "add", "comments"];
    for (folder, reader, names) in FIXTURES {
        with_files(&fixture(folder, names), |files| {
            for (file, part) in files.iter().zip(parts) {
                let by: Vec<&str> = READERS
                    .iter()
                    .filter(|r| (r.recognises)(file))
                    .map(|r| r.id)
                    .collect();
                // The main CSV fixture holds broken rows on purpose, beyond the first ones.
                assert_eq!(by, [reader.id], "{folder}/{}", file.name);
                assert_eq!((reader.part)(file), part, "{folder}/{}", file.name);
            }
        });
    }
}

#[test]
fn a_bundle_without_its_main_file_fails() {
    let alt = fixture("ofac-csv", &["alt.csv"]);
    let reading = with_files(&alt, |files| (ofac_csv::READER.read)(files));
    assert!(reading.failed);
    assert_eq!(reading.diagnostics[0].code, "no-main-file");
}

#[test]
fn a_file_cut_short_fails_and_says_where() {
    for (folder, reader, names) in FIXTURES
        .iter()
        .filter(|(folder, _, _)| !folder.contains("csv"))
    {
        let mut files = fixture(folder, names);
        let half = files[0].1.len() / 2;
        files[0].1.truncate(half);
        let reading = with_files(&files, |files| (reader.read)(files));
        assert!(reading.failed, "{folder}");
        assert!(
            reading
                .diagnostics
                .iter()
                .any(|d| d.code == "bad-xml" && d.line > 0),
            "{folder}"
        );
    }
}

mod noise {
    use super::{FIXTURES, fixture, with_files};
    use proptest::prelude::*;

    fn never_panics(files: &[(String, Vec<u8>)]) {
        with_files(files, |files| {
            for (_, reader, _) in FIXTURES {
                for file in files {
                    let _ = (reader.recognises)(file);
                    let _ = (reader.part)(file);
                }
                let reading = (reader.read)(files);
                for party in &reading.parties {
                    assert!(!party.names.is_empty() && !party.reference.is_empty());
                }
            }
        });
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            never_panics(&[("sdn.csv".to_owned(), bytes)]);
        }

        #[test]
        fn damaged_fixtures(which in 0..FIXTURES.len(), edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..20)) {
            let (folder, _, names) = FIXTURES[which];
            let mut files = fixture(folder, names);
            for (_, bytes) in &mut files {
                for (at, byte, edit) in &edits {
                    let at = at.index(bytes.len().max(1));
                    match edit {
                        0 if at < bytes.len() => bytes[at] = *byte,
                        1 => bytes.insert(at.min(bytes.len()), *byte),
                        _ if at < bytes.len() => { bytes.remove(at); }
                        _ => {}
                    }
                }
            }
            never_panics(&files);
        }

        #[test]
        fn rows_of_odd_fields(remarks in "(alt\\. |)(DOB|POB|Passport|a\\.k\\.a\\. '|Digital Currency Address - |nationality|Legal Entity Number|;) ?\\PC{0,40}") {
            let row = format!("1,\"NAME\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"{remarks}\"\r\n");
            never_panics(&[("sdn.csv".to_owned(), row.into_bytes())]);
        }
    }
}
