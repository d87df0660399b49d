//! The embedded starter list: complete rows, words we may say, and every fact found again in the
//! newest file of the list it names.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use exportcheck::date::Date;
use exportcheck::pack::sources::{READERS, Reading, SourceFile};
use exportcheck::party::{NameKind, Party};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read as _;
use std::path::{Path, PathBuf};

const STARTER: &str = include_str!("../lists/starter.tsv");

const COLUMNS: [&str; 19] = [
    "list",
    "reference",
    "kind",
    "name",
    "aliases",
    "weak_aliases",
    "former_names",
    "original_script",
    "birth_dates",
    "countries",
    "addresses",
    "identifiers",
    "programmes",
    "listed_on",
    "ends_on",
    "licence",
    "citation",
    "link",
    "remarks",
];

/// The least a first run must hold, per list.
const AT_LEAST: [(&str, usize); 21] = [
    ("us-el", 100),
    ("us-sdn", 85),
    ("us-meu", 15),
    ("us-uvl", 8),
    ("us-dpl", 15),
    ("us-ssi", 3),
    ("us-cmic", 8),
    ("us-cap", 1),
    ("us-mbs", 2),
    ("us-isn", 8),
    ("un-sc", 30),
    ("eu-fsf", 30),
    ("uk-ofsi", 8),
    ("uk-sl", 1),
    ("ch-seco", 1),
    ("au-dfat", 8),
    ("ca-sema", 8),
    ("jp-eul", 25),
    ("cn-ucl", 8),
    ("cn-att", 3),
    ("cn-uel", 5),
];

/// The newest file (main first, then its companions) of each list the starter draws on.
const NEWEST: [(&[&str], &[&str]); 11] = [
    (
        &["us-sdn"],
        &[
            "ofac/2026-08-composite-sdn.csv.gz",
            "ofac/2026-08-composite-alt.csv.gz",
            "ofac/2026-08-composite-add.csv.gz",
        ],
    ),
    (
        &[
            "us-el", "us-meu", "us-uvl", "us-dpl", "us-ssi", "us-cmic", "us-cap", "us-mbs",
            "us-isn",
        ],
        &["us-csl/screening-list-2026-07-31.json.gz"],
    ),
    (&["un-sc"], &["un/consolidated-2026-08-01.xml.gz"]),
    (&["eu-fsf"], &["eu/fsf-1.1-2021-03-02.xml.gz"]),
    (&["uk-ofsi"], &["uk/ofsi-conlist-2018-04-13.csv.gz"]),
    (&["uk-sl"], &["uk/uksl-fragment-2026-09.xml"]),
    (&["ch-seco"], &["ch/seco-fragment-2026-08.xml"]),
    (&["au-dfat"], &["au/dfat-2026-07-21.xlsx"]),
    (&["ca-sema"], &["ca/sema-2025-05.xml.gz"]),
    (&["jp-eul"], &["jp/meti-end-user-2025-09-29.json.gz"]),
    (
        &["cn-ucl", "cn-att", "cn-uel"],
        &["cn/mofcom-2026-07-19.json.gz"],
    ),
];

/// What we never say, in our own words (names are the publishers').
const FORBIDDEN: [&str; 14] = [
    "not controlled",
    "ear99",
    "free to export",
    "no licence required",
    "no license required",
    "nlr",
    "cleared",
    "safe",
    "you are authorised",
    "approved",
    "compliant",
    "certificate",
    "official",
    "harmless",
];

struct Row<'a> {
    line: usize,
    cells: HashMap<&'static str, &'a str>,
}

impl Row<'_> {
    fn key(&self) -> (String, String) {
        (
            self.cells["list"].to_owned(),
            self.cells["reference"].to_owned(),
        )
    }
    fn many(&self, column: &str) -> Vec<&str> {
        self.cells[column]
            .split('|')
            .filter(|v| !v.is_empty())
            .collect()
    }
}

fn rows() -> Vec<Row<'static>> {
    let mut lines = STARTER
        .lines()
        .enumerate()
        .skip_while(|(_, line)| line.starts_with('#'));
    let (_, header) = lines.next().expect("a header row");
    assert_eq!(header.split('\t').collect::<Vec<_>>(), COLUMNS);
    lines
        .map(|(at, line)| {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), COLUMNS.len(), "line {}", at + 1);
            Row {
                line: at + 1,
                cells: COLUMNS.into_iter().zip(cells).collect(),
            }
        })
        .collect()
}

#[test]
fn rows_are_complete_and_unique() {
    let mut seen = BTreeSet::new();
    for row in rows() {
        for column in ["list", "reference", "kind", "name", "citation"] {
            assert!(
                !row.cells[column].trim().is_empty(),
                "line {}: no {column}",
                row.line
            );
        }
        assert!(
            seen.insert(row.key()),
            "line {}: {:?} twice",
            row.line,
            row.key()
        );
        assert!(
            row.cells["remarks"].is_empty(),
            "line {}: remarks",
            row.line
        );
        assert!(
            row.cells["licence"].len() <= 120,
            "line {}: `{}` is too long to be our own short words",
            row.line,
            row.cells["licence"]
        );
        for cell in row.cells.values() {
            assert_eq!(
                cell.trim(),
                *cell,
                "line {}: blanks around a value",
                row.line
            );
        }
    }
}

#[test]
fn the_lists_exporters_meet_are_all_there() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let rows = rows();
    for row in &rows {
        *counts.entry(row.cells["list"]).or_default() += 1;
    }
    for (list, least) in AT_LEAST {
        let there = counts.get(list).copied().unwrap_or_default();
        assert!(there >= least, "{list}: {there} parties, {least} wanted");
    }
    assert!((350..=500).contains(&rows.len()), "{} parties", rows.len());
    for kind in ["organisation", "person", "vessel", "aircraft"] {
        assert!(
            rows.iter().any(|row| row.cells["kind"] == kind),
            "no {kind}"
        );
    }
}

#[test]
fn every_list_says_how_old_its_facts_are() {
    let mut dated = BTreeSet::new();
    for line in STARTER.lines().take_while(|line| line.starts_with('#')) {
        let Some((list, date)) = line
            .strip_prefix("# published ")
            .and_then(|rest| rest.split_once(": "))
        else {
            continue;
        };
        assert!(date.parse::<Date>().is_ok(), "{line}");
        assert!(dated.insert(list), "{list} twice");
    }
    let lists: Vec<Row<'_>> = rows();
    let lists: BTreeSet<&str> = lists.iter().map(|row| row.cells["list"]).collect();
    assert_eq!(dated, lists);
}

#[test]
fn every_list_is_in_the_catalogue() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/lists/catalogue.toml");
    let text = std::fs::read_to_string(path).expect("lists/catalogue.toml");
    let catalogue: toml::Table = text.parse().expect("the catalogue is TOML");
    let known: BTreeSet<&str> = catalogue["list"]
        .as_array()
        .expect("[[list]]")
        .iter()
        .filter_map(|list| list["id"].as_str())
        .collect();
    for row in rows() {
        assert!(
            known.contains(row.cells["list"]),
            "line {}: {}",
            row.line,
            row.cells["list"]
        );
    }
}

#[test]
fn we_say_nothing_we_must_not_say() {
    let comments = STARTER
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with('#'));
    let mut ours: Vec<(usize, String)> = comments
        .map(|(at, line)| (at + 1, line.to_owned()))
        .collect();
    for row in rows() {
        ours.push((row.line, row.cells["licence"].to_owned()));
        ours.push((row.line, row.cells["remarks"].to_owned()));
    }
    for (line, text) in ours {
        if let Some(word) = forbidden_word(&text) {
            panic!("line {line}: `{word}` in `{text}`");
        }
    }
}

#[test]
fn the_word_test_finds_words_and_not_parts_of_words() {
    assert_eq!(forbidden_word("this is Cleared."), Some("cleared"));
    assert_eq!(forbidden_word("free to  export"), Some("free to export"));
    assert_eq!(forbidden_word("safety unofficially"), None);
}

fn forbidden_word(text: &str) -> Option<&'static str> {
    let words: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let padded = format!(
        " {} ",
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    FORBIDDEN
        .into_iter()
        .find(|word| padded.contains(&format!(" {word} ")))
}

#[test]
fn the_plain_csv_reader_reads_every_row_without_a_word() {
    let file = SourceFile {
        name: "starter.tsv",
        bytes: STARTER.as_bytes(),
    };
    let reading = read(&[file]).expect("a reader for our own format");
    assert_eq!(reading.diagnostics, [], "nothing odd");
    assert_eq!(
        reading.published.map(|d| d.to_string()).as_deref(),
        Some("2026-07-31")
    );
    let rows = rows();
    assert_eq!(reading.parties.len(), rows.len());
    for (party, row) in reading.parties.iter().zip(&rows) {
        let line = row.line;
        assert_eq!(
            (party.list.clone(), party.reference.clone()),
            row.key(),
            "line {line}"
        );
        assert_eq!(party.primary_name(), row.cells["name"], "line {line}");
        let names = ["aliases", "weak_aliases", "former_names", "original_script"];
        let listed: usize = names.iter().map(|column| row.many(column).len()).sum();
        assert_eq!(party.names.len(), listed + 1, "line {line}: names");
        assert_eq!(
            party.identifiers.len(),
            row.many("identifiers").len(),
            "line {line}"
        );
        assert!(
            party.countries.len() >= row.many("countries").len(),
            "line {line}: countries"
        );
        assert_eq!(
            party.births.len(),
            row.many("birth_dates").len(),
            "line {line}"
        );
        assert_eq!(
            party.programmes.len(),
            row.many("programmes").len(),
            "line {line}"
        );
        assert_eq!(
            party.citation.as_deref(),
            Some(row.cells["citation"]),
            "line {line}"
        );
    }
}

#[test]
fn the_queries_expect_parties_of_this_list() {
    let known: BTreeSet<(String, String)> = rows().iter().map(Row::key).collect();
    let table = include_str!("cases/screen/starter-queries.tsv");
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    assert_eq!(lines.next(), Some("query\tkind\tcountry\texpected\tnote"));
    let (mut hits, mut misses) = (0, 0);
    let mut asked = BTreeSet::new();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        // A sixth cell, `may-hit: why`, excuses a must-not row.
        let ([query, _kind, _country, expected, note]
        | [query, _kind, _country, expected, note, _]) = cells[..]
        else {
            panic!("five or six cells wanted: {line}");
        };
        assert!(!query.is_empty() && !note.is_empty(), "{line}");
        assert!(asked.insert(query), "`{query}` twice");
        if expected.is_empty() {
            misses += 1;
            continue;
        }
        let (list, reference) = expected.split_once(':').expect("list:reference");
        assert!(
            known.contains(&(list.to_owned(), reference.to_owned())),
            "`{query}` expects {expected}, which is not in the starter list"
        );
        hits += 1;
    }
    assert!(hits >= 120 && misses >= 60, "{hits} hits, {misses} misses");
}

#[test]
fn every_party_stands_in_the_newest_file_of_its_list() {
    let Some(lists) = shared_lists("every_party_stands_in_the_newest_file_of_its_list") else {
        return;
    };
    let mut published: HashMap<(String, String), Party> = HashMap::new();
    let mut wrong = Vec::new();
    let mut unread: BTreeSet<&str> = BTreeSet::new();
    for (ids, files) in NEWEST {
        let Some(reading) = read_files(&lists, files) else {
            wrong.push(format!("no reader knows `{}`", files[0]));
            unread.extend(ids);
            continue;
        };
        for party in reading.parties {
            if ids.contains(&party.list.as_str()) {
                published.insert((party.list.clone(), party.reference.clone()), party);
            }
        }
    }
    for row in rows() {
        if unread.contains(&row.cells["list"]) {
            continue;
        }
        let Some(party) = published.get(&row.key()) else {
            wrong.push(format!("line {}: {:?} is not listed", row.line, row.key()));
            continue;
        };
        if party.primary_name() != row.cells["name"] {
            wrong.push(format!(
                "line {}: `{}` is listed as `{}`",
                row.line,
                row.cells["name"],
                party.primary_name()
            ));
        }
        for (column, kinds) in [
            (
                "aliases",
                &[NameKind::Alias, NameKind::Primary, NameKind::OriginalScript][..],
            ),
            ("weak_aliases", &[NameKind::WeakAlias][..]),
            ("former_names", &[NameKind::Former][..]),
            ("original_script", &[NameKind::OriginalScript][..]),
        ] {
            for text in row.many(column) {
                let found = party
                    .names
                    .iter()
                    .any(|name| name.text == text && kinds.contains(&name.kind));
                if !found {
                    wrong.push(format!(
                        "line {}: {column} `{text}` is not listed",
                        row.line
                    ));
                }
            }
        }
        wrong.extend(facts_that_differ(&row, party));
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Kind, identifiers, dates and countries of a row that its list does not bear out.
/// A list that says nothing about a field does not contradict it.
fn facts_that_differ(row: &Row<'_>, party: &Party) -> Vec<String> {
    let mut wrong = Vec::new();
    let remarks = party.remarks.as_deref().unwrap_or_default();
    for text in row.many("identifiers") {
        let (_, value) = text.split_once(':').expect("kind:value");
        let found = party.identifiers.iter().any(|id| id.value.contains(value));
        if !found && party.primary_name() != value && !remarks.contains(value) {
            wrong.push(format!("identifier `{text}` is not listed"));
        }
    }
    let kind = format!("{:?}", party.kind).to_lowercase();
    // OFSI files ships as entities; their IMO number tells.
    let a_ship = !row.cells["identifiers"].is_empty() && row.cells["kind"] == "vessel";
    if kind != "unknown" && kind != row.cells["kind"] && !a_ship {
        wrong.push(format!(
            "kind `{}` is listed as `{kind}`",
            row.cells["kind"]
        ));
    }
    let births: BTreeSet<String> = party.births.iter().map(ToString::to_string).collect();
    for date in row.many("birth_dates") {
        if !births.contains(date) {
            wrong.push(format!("birth date `{date}` is not among {births:?}"));
        }
    }
    if let Some(date) = party.listed_on.map(|date| date.to_string())
        && !row.cells["listed_on"].is_empty()
        && row.cells["listed_on"] != date
    {
        wrong.push(format!(
            "listed on `{}`, the list says {date}",
            row.cells["listed_on"]
        ));
    }
    let codes: BTreeSet<&str> = party.countries.iter().map(|c| c.code.as_str()).collect();
    for country in row.many("countries") {
        let (_, code) = country.split_once(':').expect("role:code");
        if !codes.is_empty() && !codes.contains(code) {
            wrong.push(format!("country `{country}` is not among {codes:?}"));
        }
    }
    wrong
        .into_iter()
        .map(|what| format!("line {}: {what}", row.line))
        .collect()
}

fn read_files(folder: &Path, names: &[&str]) -> Option<Reading> {
    let bytes: Vec<Vec<u8>> = names
        .iter()
        .map(|name| unpacked(&folder.join(name)))
        .collect();
    let files: Vec<SourceFile<'_>> = names
        .iter()
        .zip(&bytes)
        .map(|(name, bytes)| SourceFile {
            name: name.rsplit('/').next().unwrap().trim_end_matches(".gz"),
            bytes,
        })
        .collect();
    read(&files)
}

/// `None` when no reader knows the first file; a bundle that cannot be read is a failure.
fn read(files: &[SourceFile<'_>]) -> Option<Reading> {
    let reader = READERS
        .iter()
        .find(|reader| (reader.recognises)(&files[0]))?;
    let reading = (reader.read)(files);
    assert!(
        !reading.failed,
        "{}: {:?}",
        files[0].name,
        reading.diagnostics.first()
    );
    Some(reading)
}

fn unpacked(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    if path.extension().is_none_or(|ending| ending != "gz") {
        return bytes;
    }
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(bytes.as_slice())
        .read_to_end(&mut plain)
        .expect("a gzip file");
    plain
}

fn shared_lists(test: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/lists"));
    if path.is_dir() {
        return Some(path);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "{test}: ../shared is not here"
    );
    eprintln!("SKIPPED: {test}: ../shared is not here");
    None
}
