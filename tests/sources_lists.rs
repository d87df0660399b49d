//! Readers of the lists other than OFAC's: against the real files (in `../shared`), where every record is
//! accounted for and every figure was counted from the raw file by other means; against small
//! fixtures that keep each format's traps; against noise.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use exportcheck::pack::catalogue;
use exportcheck::pack::sources::diagnostic::Severity;
use exportcheck::pack::sources::{READERS, Reader, Reading, SourceFile};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use std::path::Path;

/// The real files: path, reader, publication date, figures.
///
/// The figures were counted with Python (`json`, `csv`, `ElementTree`, own splitting of free text), names,
/// addresses, identifiers and dates of birth once per party. Where the reader differs the reason stands
/// beside the number. A `!` is a diagnostic; one that is not named must not occur.
type Expected = (
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static [(&'static str, u64)],
);

const REAL: &[Expected] = &[
    (
        "us-csl/screening-list-2026-07-31.json.gz",
        "us-csl-json",
        Some("2026-07-31"),
        &[
            ("records", 25_921),
            ("merged", 0),
            ("parties", 25_921),
            ("list us-sdn", 19_181),
            ("list us-el", 3_420),
            ("list us-dpl", 1_596),
            ("list us-dtc", 787),
            ("list us-ssi", 286),
            ("list us-uvl", 222),
            ("list us-isn", 161),
            ("list us-plc", 78),
            ("list us-meu", 70),
            ("list us-cmic", 68),
            ("list us-mbs", 51),
            ("list us-cap", 1),
            ("kind organisation", 10_206),
            ("kind person", 7_591),
            ("kind vessel", 1_524),
            ("kind aircraft", 344),
            ("kind unknown", 6_256),
            ("name primary", 25_921),
            ("name alias", 31_236), // 31,253 with 17 repeated inside a record
            ("name weak-alias", 0),
            // 23,328 texts; three records name one country in two spellings (UK and GB, ...).
            ("addresses", 23_325),
            ("countries", 23_307), // the same without the 18 unknown ones
            ("licence", 3_490),
            ("citation", 5_957),
            ("identifiers", 0),
            ("births", 0),
            ("! unknown-country", 18), // AN, NM, Crimea and regions such as Kashmir
            ("! duplicate-reference", 136),
        ],
    ),
    (
        "us-csl/consolidated-2022-04-21.csv.gz",
        "us-csl-csv",
        None,
        &[
            ("records", 14_160),
            ("merged", 0),
            ("parties", 14_160),
            ("list us-sdn", 10_026),
            ("list us-el", 2_001),
            ("list us-dtc", 727),
            ("list us-dpl", 462),
            ("list us-ssi", 290),
            ("list us-uvl", 201),
            ("list us-isn", 163),
            ("list us-plc", 78),
            ("list us-meu", 71),
            ("list us-cmic", 68),
            ("list us-cap", 53),
            ("list us-mbs", 17),
            ("list us-fse", 3),
            ("name alias", 19_921),
            ("addresses", 17_451),
            ("births", 5_858),
            ("licence", 2_071),
            ("listed on", 2_520), // 2,523 dates, three of them impossible
            ("ends on", 417),
            // 10,784 with call signs; the rest are one number under two types of one kind.
            ("identifiers", 10_777),
            ("! bad-date", 3), // years 17 and 97
            ("! duplicate-reference", 1),
        ],
    ),
    (
        "eu/fsf-1.1-2021-03-02.xml.gz",
        "eu-fsf",
        Some("2021-03-02"),
        &[
            ("records", 2_269),
            ("merged", 0),
            ("parties", 2_269),
            ("kind person", 1_700),
            ("kind organisation", 569),
            ("name primary", 2_269),
            ("name alias", 7_190), // 9,544 names less the first ones and 85 repeated inside an entity
            ("name weak-alias", 0),
            ("identifiers", 930),
            ("births", 1_643),
            ("addresses", 1_108),
            ("country nationality", 786),
            ("listed on", 1_170),
            ("! duplicate-reference", 21), // 2,248 different references
            ("! other-calendar", 1),
            ("! unknown-country", 1), // Yugoslavia
        ],
    ),
    (
        "un/consolidated-2024-12.xml.gz",
        "un-consolidated",
        Some("2024-11-30"),
        &[
            ("records", 879),
            ("parties", 879),
            ("kind person", 686),
            ("kind organisation", 193),
            ("name alias", 2_089),
            ("name weak-alias", 628),
            ("name former", 17),
            ("name original-script", 379),
            ("identifiers", 425),
            ("births", 864), // 863 in the date fields, one in a note
            ("addresses", 694),
            ("listed on", 879),
            ("! bad-date", 2),
            ("! unknown-country", 1),
        ],
    ),
    (
        "un/consolidated-2026-02.xml.gz",
        "un-consolidated",
        Some("2026-02-27"),
        &[
            ("records", 1_003),
            ("parties", 1_003),
            ("kind person", 730),
            ("kind organisation", 273),
            ("name alias", 2_176),
            ("name weak-alias", 619),
            ("name former", 18),
            ("name original-script", 377),
            ("identifiers", 448),
            ("births", 892), // 888 in the date fields, four in notes
            ("addresses", 740),
            ("listed on", 1_003),
            ("! bad-date", 3),
            ("! unknown-country", 1),
        ],
    ),
    (
        "un/consolidated-2026-08-01.xml.gz",
        "un-consolidated",
        Some("2026-08-01"),
        &[
            ("records", 1_011),
            ("merged", 0),
            ("parties", 1_011),
            ("kind person", 736),
            ("kind organisation", 275),
            ("name alias", 2_152),
            ("name weak-alias", 626),
            ("name former", 18),
            ("name original-script", 377),
            ("identifiers", 495),
            ("births", 918), // 914 in the date fields, four in notes
            ("addresses", 762),
            ("listed on", 1_011),
            ("! bad-date", 2),        // an age and an unconverted Hijri date
            ("! unknown-country", 1), // former Soviet Union
        ],
    ),
    (
        "ca/sema-2025-05.xml.gz",
        "ca-sema",
        None,
        &[
            ("records", 4_759),
            ("merged", 0),
            ("parties", 4_759),
            ("kind person", 3_334),
            ("kind organisation", 1_316),
            ("kind vessel", 109),
            ("name primary", 4_759),
            ("identifiers", 109),
            ("births", 1_717), // 1,719 texts, two of them no dates
            ("listed on", 4_759),
            ("addresses", 0),
            ("! bad-date", 2),
        ],
    ),
    (
        "au/dfat-2026-07-21.xlsx",
        "au-dfat-xlsx",
        Some("2026-07-21"),
        &[
            ("records", 11_068),
            ("merged", 7_222),
            ("parties", 3_846),
            ("kind person", 2_543),
            ("kind organisation", 1_041),
            ("kind vessel", 262),
            ("name alias", 6_285),
            ("name weak-alias", 448),
            ("name original-script", 454),
            ("identifiers", 261),
            ("births", 2_947), // 2,949 with a Hijri date and one date inside a garbled text
            ("addresses", 1_710),
            ("! bad-date", 5), // garbled texts, a Hijri date
        ],
    ),
    (
        "uk/ofsi-conlist-2018-04-13.csv.gz",
        "uk-ofsi-csv",
        Some("2018-04-13"),
        &[
            ("records", 9_487),
            ("merged", 7_381),
            ("parties", 2_106),
            ("kind person", 1_426),
            ("kind organisation", 680),
            ("name alias", 3_433),
            ("name weak-alias", 0),
            ("name former", 9),
            ("births", 1_478),
            ("addresses", 1_159),
            ("listed on", 2_106),
            ("! unknown-country", 67), // states that are gone, adjectives for two Congos, sentences
        ],
    ),
    (
        "uk/uksl-fragment-2026-09.xml",
        "uk-sl-xml",
        Some("2026-09-02"),
        &[
            ("records", 2),
            ("parties", 2),
            ("name primary", 2),
            ("name alias", 1),
            ("name weak-alias", 1),
            ("name original-script", 1),
            ("births", 2),
            ("addresses", 1),
        ],
    ),
    (
        "ch/seco-fragment-2026-08.xml",
        "ch-seco",
        Some("2026-08-27"),
        &[
            ("records", 2),
            ("parties", 1),
            ("name alias", 1),
            ("identifiers", 1),
            ("! de-listed", 1),
            ("! bad-index", 1), // the fragment lacks that sanctions set
        ],
    ),
    (
        "bis/dpl-2022.txt",
        "bis-dpl",
        None,
        &[
            ("records", 581),
            ("merged", 120),
            ("parties", 461),
            ("addresses", 579), // two rows are there twice
            ("listed on", 461),
            ("ends on", 416),
            ("! unknown-country", 1), // NM
        ],
    ),
    (
        "bis/dpl-2023-11.txt",
        "bis-dpl",
        None,
        &[
            ("records", 665),
            ("merged", 118),
            ("parties", 547),
            ("addresses", 663), // two rows are there twice
            ("listed on", 547),
            ("ends on", 502),
            ("! unknown-country", 1), // NM
        ],
    ),
    (
        "jp/meti-end-user-2025-09-29.json.gz",
        "jp-meti-json",
        Some("2026-07-20"),
        &[
            ("records", 835),
            ("merged", 0),
            ("parties", 835),
            ("list jp-eul", 835),
            ("name primary", 835),
            ("name alias", 1_411),
            ("countries", 835),
            ("! name-in-address", 37), // entries whose name the third party put behind the country
        ],
    ),
    (
        "cn/mofcom-2026-07-19.json.gz",
        "cn-mofcom-json",
        Some("2026-07-19"),
        &[
            ("records", 240),
            ("parties", 240),
            ("list cn-ucl", 139),
            ("list cn-uel", 61),
            ("list cn-att", 40),
            ("name alias", 234),
            ("addresses", 47),
            ("countries", 47),
            ("listed on", 240),
            ("! duplicate-reference", 2),
        ],
    ),
];

#[test]
fn real_files_are_read_completely() {
    for (file, id, published, expected) in REAL {
        let Some(bytes) = shared("real_files_are_read_completely", file) else {
            return;
        };
        let name = file.rsplit('/').next().unwrap().trim_end_matches(".gz");
        let source = SourceFile {
            name,
            bytes: &bytes,
        };
        let reader = the_reader(&source);
        assert_eq!(reader.id, *id, "{file}");
        let reading = (reader.read)(&[source]);
        accounted_for(&reading, file);
        let date = reading.published.map(|date| date.to_string());
        assert_eq!(date.as_deref(), *published, "{file}: published");
        let figures = figures(&reading);
        let mut wrong = Vec::new();
        for (key, expected) in *expected {
            let found = figures.get(*key).copied().unwrap_or_default();
            if found != *expected {
                wrong.push(format!("{key}: {found}, expected {expected}"));
            }
        }
        for (key, found) in figures.iter().filter(|(key, _)| key.starts_with('!')) {
            if !expected.iter().any(|(known, _)| known == key) {
                wrong.push(format!("{key}: {found}, expected none"));
            }
        }
        assert!(wrong.is_empty(), "{file}: {}", wrong.join("; "));
    }
}

/// Lists whose entries change are compared from one date to the next by reference.
#[test]
fn references_of_the_un_list_last_from_file_to_file() {
    let mut earlier: Option<BTreeSet<String>> = None;
    for file in ["2024-12", "2026-02", "2026-08-01"] {
        let file = format!("un/consolidated-{file}.xml.gz");
        let Some(bytes) = shared("references_of_the_un_list", &file) else {
            return;
        };
        let source = SourceFile {
            name: "un.xml",
            bytes: &bytes,
        };
        let reading = (the_reader(&source).read)(&[source]);
        let references: BTreeSet<String> =
            reading.parties.into_iter().map(|p| p.reference).collect();
        if let Some(earlier) = &earlier {
            let kept = earlier.intersection(&references).count();
            assert!(
                kept * 100 >= earlier.len() * 95,
                "{file}: only {kept} of {} references are still there",
                earlier.len()
            );
        }
        earlier = Some(references);
    }
}

/// Folder under `tests/fixtures/sources`, file, reader.
const FIXTURES: &[(&str, &str, &str)] = &[
    ("us-csl-json", "list.json", "us-csl-json"),
    ("us-csl-json-official", "consolidated.json", "us-csl-json"),
    ("us-csl-csv", "consolidated.csv", "us-csl-csv"),
    ("plain-csv", "list.csv", "plain-csv"),
    ("plain-tsv", "list.tsv", "plain-csv"),
    ("un-consolidated", "consolidated.xml", "un-consolidated"),
    ("eu-fsf", "list.xml", "eu-fsf"),
    ("uk-sl-xml", "list.xml", "uk-sl-xml"),
    ("uk-ofsi-csv", "ConList.csv", "uk-ofsi-csv"),
    ("ch-seco", "list.xml", "ch-seco"),
    ("ca-sema", "list.xml", "ca-sema"),
    ("au-dfat-xlsx", "rows.tsv", "au-dfat-xlsx"),
    ("bis-dpl", "dpl.txt", "bis-dpl"),
    ("jp-meti-json", "list.json", "jp-meti-json"),
    ("cn-mofcom-json", "list.json", "cn-mofcom-json"),
];

/// `UPDATE_SNAPSHOTS=1 cargo test ...` rewrites the expected readings; read the difference before committing.
#[test]
fn fixtures_read_as_recorded() {
    for (folder, file, id) in FIXTURES {
        let bytes = fixture(folder, file);
        let source = SourceFile {
            name: file,
            bytes: &bytes,
        };
        let reader = the_reader(&source);
        assert_eq!(reader.id, *id, "{folder}");
        assert_eq!((reader.part)(&source), "main");
        let reading = (reader.read)(&[source]);
        accounted_for(&reading, folder);
        assert!(reading.records > 0 && !reading.failed, "{folder}");
        let shown = serde_json::json!({
            "published": reading.published,
            "records": reading.records,
            "merged": reading.merged,
            "parties": reading.parties,
            "diagnostics": reading.diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>(),
        });
        let shown = serde_json::to_string_pretty(&shown).unwrap() + "\n";
        let path = fixture_path(folder, "reading.json");
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &shown).unwrap();
        }
        let recorded = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(shown, recorded, "{folder}: differs from reading.json");
    }
}

/// A file that cannot be read as a whole says so and yields nothing that looks like a list.
#[test]
fn broken_files_fail_with_a_reason() {
    let xml = "<?xml version=\"1.0\"?>\n";
    let cases: &[(&str, String, &str)] = &[
        ("us-csl-json", "{\"results\":[".to_owned(), "bad-json"),
        ("us-csl-json", "{\"other\":[]}".to_owned(), "bad-json"),
        ("jp-meti-json", "{}".to_owned(), "bad-json"),
        ("us-csl-csv", "a,b\n1,2\n".to_owned(), "missing-column"),
        ("bis-dpl", "\"A\"\t\"B\"\n".to_owned(), "missing-column"),
        (
            "uk-ofsi-csv",
            "Last Updated,x\nName 6\n".to_owned(),
            "missing-column",
        ),
        ("au-dfat-xlsx", "PK\x03\x04 no".to_owned(), "bad-workbook"),
        (
            "un-consolidated",
            format!("{xml}<CONSOLIDATED_LIST><INDIVIDUAL>"),
            "bad-xml",
        ),
        (
            "eu-fsf",
            format!("{xml}<export><sanctionEntity/>"),
            "bad-xml",
        ),
        (
            "ch-seco",
            format!("{xml}<swiss-sanctions-list><target>"),
            "bad-xml",
        ),
        (
            "plain-csv",
            "list,name,adresses\nx,y,z\n".to_owned(),
            "unknown-column",
        ),
        (
            "plain-csv",
            "list,name,name\nx,y,z\n".to_owned(),
            "duplicate-column",
        ),
        ("plain-csv", "list,kind\nx,y\n".to_owned(), "missing-column"),
    ];
    for (id, text, code) in cases {
        let reader = READERS.iter().find(|reader| reader.id == *id).unwrap();
        let reading = (reader.read)(&[SourceFile {
            name: "file",
            bytes: text.as_bytes(),
        }]);
        let codes: Vec<&str> = reading.diagnostics.iter().map(|d| d.code).collect();
        assert!(reading.failed, "{id}: {text}");
        assert!(codes.contains(code), "{id}: {codes:?}");
        assert!(reading.parties.is_empty(), "{id}");
    }
    let reader = READERS
        .iter()
        .find(|reader| reader.id == "plain-csv")
        .unwrap();
    let misspelt = (reader.read)(&[SourceFile {
        name: "mine.csv",
        bytes: b"# hello\nlist,name,adresses\nx,y,z\n",
    }]);
    let said = misspelt.diagnostics[0].to_string();
    assert!(
        said.starts_with("error[unknown-column] mine.csv:2"),
        "{said}"
    );
    assert!(said.contains("`adresses`"), "{said}");
}

#[test]
fn every_list_that_is_read_is_in_the_catalogue() {
    let catalogue = catalogue::built_in().unwrap();
    for (folder, file, _) in FIXTURES {
        let bytes = fixture(folder, file);
        let source = SourceFile {
            name: file,
            bytes: &bytes,
        };
        for party in (the_reader(&source).read)(&[source]).parties {
            assert!(catalogue.get(&party.list).is_some(), "{}", party.list);
        }
    }
}

fn the_reader(source: &SourceFile<'_>) -> &'static Reader {
    let fitting: Vec<&&Reader> = READERS.iter().filter(|r| (r.recognises)(source)).collect();
    let ids: Vec<&str> = fitting.iter().map(|reader| reader.id).collect();
    assert_eq!(ids.len(), 1, "{}: {ids:?}", source.name);
    fitting[0]
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
    let packed = std::fs::read(root.join("lists").join(name)).unwrap();
    if !name.ends_with(".gz") {
        return Some(packed);
    }
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice())
        .read_to_end(&mut bytes)
        .unwrap();
    Some(bytes)
}

fn fixture_path(folder: &str, file: &str) -> std::path::PathBuf {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sources");
    Path::new(root).join(folder).join(file)
}

/// A fixture's bytes; the workbook's is a table that becomes a workbook here.
fn fixture(folder: &str, file: &str) -> Vec<u8> {
    let bytes = std::fs::read(fixture_path(folder, file)).unwrap();
    match folder {
        "au-dfat-xlsx" => workbook(&String::from_utf8(bytes).unwrap()),
        _ => bytes,
    }
}

/// The smallest workbook: one sheet, texts in the cells, numbers as numbers.
fn workbook(table: &str) -> Vec<u8> {
    let mut sheet = String::new();
    for (row, line) in (1..).zip(table.lines()) {
        sheet.push_str(&format!("<row r=\"{row}\">"));
        for (column, cell) in ('A'..='Z').zip(line.split('\t')) {
            let place = format!("{column}{row}");
            if !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit()) {
                sheet.push_str(&format!("<c r=\"{place}\"><v>{cell}</v></c>"));
            } else if !cell.is_empty() {
                sheet.push_str(&format!(
                    "<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"
                ));
            }
        }
        sheet.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{package}/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Every record became a party, was merged into one, or is explained by a diagnostic that leaves it out;
/// references are unique in their list; every party has a list, a reference and a primary name first.
fn accounted_for(reading: &Reading, what: &str) {
    let left_out = |d: &&exportcheck::pack::sources::diagnostic::Diagnostic| {
        d.severity == Severity::Error || d.code == "de-listed"
    };
    let left_out = reading.diagnostics.iter().filter(left_out).count();
    assert_eq!(
        reading.records as usize,
        reading.parties.len() + reading.merged as usize + left_out,
        "{what}"
    );
    let mut seen = BTreeSet::new();
    for party in &reading.parties {
        let place = format!("{what}: {} {}", party.list, party.reference);
        assert!(
            !party.list.is_empty() && !party.reference.is_empty(),
            "{place}"
        );
        assert!(
            seen.insert((&party.list, &party.reference)),
            "{place} twice"
        );
        assert!(
            party.record >= 1 && party.record <= reading.records,
            "{place}"
        );
        let primaries: Vec<bool> = party
            .names
            .iter()
            .map(|name| name.kind == exportcheck::party::NameKind::Primary)
            .collect();
        assert!(primaries.first() == Some(&true), "{place}");
        assert_eq!(primaries.iter().filter(|p| **p).count(), 1, "{place}");
    }
}

fn figures(reading: &Reading) -> BTreeMap<String, u64> {
    let mut totals = BTreeMap::new();
    let mut add = |key: String, n: usize| {
        if n > 0 {
            *totals.entry(key).or_insert(0) += n as u64;
        }
    };
    add("records".to_owned(), reading.records as usize);
    add("merged".to_owned(), reading.merged as usize);
    add("parties".to_owned(), reading.parties.len());
    for party in &reading.parties {
        add(format!("list {}", party.list), 1);
        add(format!("kind {}", word(&party.kind)), 1);
        for name in &party.names {
            add(format!("name {}", word(&name.kind)), 1);
        }
        for country in &party.countries {
            add(format!("country {}", word(&country.role)), 1);
        }
        add("identifiers".to_owned(), party.identifiers.len());
        add("births".to_owned(), party.births.len());
        add("addresses".to_owned(), party.addresses.len());
        add("countries".to_owned(), party.countries.len());
        add(
            "listed on".to_owned(),
            usize::from(party.listed_on.is_some()),
        );
        add("ends on".to_owned(), usize::from(party.ends_on.is_some()));
        add("licence".to_owned(), usize::from(party.licence.is_some()));
        add("citation".to_owned(), usize::from(party.citation.is_some()));
    }
    for diagnostic in &reading.diagnostics {
        add(format!("! {}", diagnostic.code), 1);
    }
    totals
}

fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap();
    value.as_str().unwrap().to_owned()
}

mod noise {
    use super::{FIXTURES, READERS, SourceFile, accounted_for, fixture, workbook};
    use proptest::prelude::*;

    /// Every reader on the same bytes: no panic, and what it yields adds up.
    fn all_read(name: &str, bytes: &[u8]) {
        let source = SourceFile { name, bytes };
        for reader in READERS
            .iter()
            .filter(|reader| !reader.id.starts_with("ofac"))
        {
            let _ = (reader.recognises)(&source);
            let reading = (reader.read)(&[source]);
            if !reading.failed {
                accounted_for(&reading, reader.id);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            all_read("any", &bytes);
        }

        #[test]
        fn damaged_fixtures(
            which in 0..FIXTURES.len(),
            edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..20),
        ) {
            let (folder, file, _) = FIXTURES[which];
            let mut bytes = fixture(folder, file);
            for (at, byte, edit) in &edits {
                let at = at.index(bytes.len().max(1));
                match edit {
                    0 if at < bytes.len() => bytes[at] = *byte,
                    1 => bytes.insert(at.min(bytes.len()), *byte),
                    _ if at < bytes.len() => { bytes.remove(at); }
                    _ => {}
                }
            }
            all_read(file, &bytes);
        }

        /// Fields keep their place, their content is anything: reaches the code behind the parsers.
        #[test]
        fn odd_cells(
            cell in "\\PC{0,30}|[0-9/. -]{0,12}|\\(?[a-z1-9]\\) ?\\PC{0,12}|(circa|between|Approximately:) [0-9 a-z]{0,16}",
            which in 0..19_usize,
        ) {
            let clean: String = cell.chars().filter(|c| !"<>&\"\t\n\r,".contains(*c)).collect();
            for (folder, file, _) in FIXTURES {
                let path = super::fixture_path(folder, file);
                let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
                let separator = match *folder {
                    "au-dfat-xlsx" | "bis-dpl" | "plain-tsv" => '\t',
                    folder if folder.ends_with("csv") => ',',
                    _ => continue,
                };
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                let last = lines.len() - 1;
                let mut cells: Vec<String> = lines[last].split(separator).map(str::to_owned).collect();
                let at = which % cells.len();
                cells[at] = clean.clone();
                lines[last] = cells.join(&separator.to_string());
                let text = lines.join("\n") + "\n";
                match *folder {
                    "au-dfat-xlsx" => all_read(file, &workbook(&text)),
                    _ => all_read(file, text.as_bytes()),
                }
            }
        }
    }
}
