//! The geography of the licensing rules: destinations, Commerce Country Chart and Country Groups, read
//! from `rules/licensing` as they stand and compared cell by cell with both transcriptions of the
//! official tables.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const COLUMNS: [&str; 16] = [
    "CB1", "CB2", "CB3", "NP1", "NP2", "NS1", "NS2", "MT1", "RS1", "RS2", "FC1", "CC1", "CC2",
    "CC3", "AT1", "AT2",
];
/// Names of the official tables that are not our own English names.
const SPELLINGS: [(&str, &str); 27] = [
    ("Antigua and Barbuda", "AG"),
    ("Bahamas, The", "BS"),
    ("Bosnia and Herzegovina", "BA"),
    ("Burma", "MM"),
    ("China (PRC)", "CN"),
    ("Congo (Democratic Republic of the)", "CD"),
    ("Congo (Democratic Republic of)", "CD"),
    ("Congo (Republic of the)", "CG"),
    ("Cote d'Ivoire", "CI"),
    ("Cote d'lvoire", "CI"),
    ("Gambia, The", "GM"),
    ("Korea, North", "KP"),
    ("Korea, South", "KR"),
    ("Micronesia (Federated State of)", "FM"),
    ("Micronesia, Federated States of", "FM"),
    ("Saint Kitts & Nevis", "KN"),
    ("Saint Lucia", "LC"),
    ("Saint Vincent and the Grenadines", "VC"),
    ("Sao Tome & Principe", "ST"),
    ("Sao Tome and Principe", "ST"),
    ("Seycheles", "SC"),
    (
        "Sint Maarten (the Dutch two-fifths of the island of Saint Martin)",
        "SX",
    ),
    ("South Sudan, Republic of", "SS"),
    ("St. Kitts and Nevis", "KN"),
    ("St. Vincent and the Grenadines", "VC"),
    ("The Bahamas", "BS"),
    ("Trinidad and Tobago", "TT"),
];

/// Rows of one of our tables, each as column -> cell.
fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(ROOT).join("rules/licensing").join(name);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let head: Vec<&str> = lines.next().expect("a header").split('\t').collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), head.len(), "{name}: `{line}`");
            let pairs = head.iter().zip(cells);
            pairs
                .map(|(h, c)| ((*h).to_owned(), c.to_owned()))
                .collect()
        })
        .collect()
}

/// Code -> (columns with X, footnotes); `None` for a row that only refers to Part 746.
type Chart = BTreeMap<String, (Option<BTreeSet<String>>, Vec<u64>)>;

fn chart() -> Chart {
    let rows = table("us/chart.tsv");
    let figures = rows.len();
    let chart: Chart = rows
        .iter()
        .map(|row| {
            let cells: Vec<&str> = COLUMNS.iter().map(|c| row[*c].as_str()).collect();
            let marks = if cells.iter().all(|cell| *cell == "-") {
                None
            } else {
                assert!(
                    cells.iter().all(|cell| ["", "X"].contains(cell)),
                    "{}: {cells:?}",
                    row["code"]
                );
                let marked = COLUMNS.iter().zip(&cells).filter(|(_, cell)| **cell == "X");
                Some(marked.map(|(column, _)| (*column).to_owned()).collect())
            };
            let notes = row["footnotes"].split_whitespace();
            let notes = notes.map(|n| n.parse().expect("a footnote")).collect();
            (row["code"].clone(), (marks, notes))
        })
        .collect();
    assert_eq!(chart.len(), figures, "a row twice");
    chart
}

/// Group -> own members and included groups, of every file in `groups/`.
fn groups() -> BTreeMap<String, (BTreeSet<String>, Vec<String>)> {
    let folder = Path::new(ROOT).join("rules/licensing/groups");
    let mut all = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let table: toml::Table = text.parse().unwrap();
        for (id, group) in table {
            let list = |key: &str| -> Vec<String> {
                let values = group.get(key).and_then(toml::Value::as_array);
                values.into_iter().flatten().map(text_of).collect()
            };
            let members = list("members").into_iter().collect();
            let before = all.insert(id.clone(), (members, list("includes")));
            assert!(before.is_none(), "{id} twice");
        }
    }
    all
}

fn text_of(value: &toml::Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn codes_of_names() -> BTreeMap<String, String> {
    let rows = table("destinations.tsv");
    let names = rows
        .iter()
        .map(|r| (r["name_en"].clone(), r["code"].clone()));
    let spellings = SPELLINGS
        .iter()
        .map(|(n, c)| ((*n).to_owned(), (*c).to_owned()));
    names.chain(spellings).collect()
}

/// A law file; `None` (said on stderr) without the reference folder.
fn law(test: &str, name: &str) -> Option<Value> {
    let shared = Path::new(ROOT).join("../shared");
    if !shared.is_dir() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "{test}: ../shared is not here, and CI needs it"
        );
        eprintln!("SKIPPED: {test}: ../shared is not here");
        return None;
    }
    let bytes = std::fs::read(shared.join("law/us").join(name)).unwrap();
    Some(serde_json::from_slice(&bytes).unwrap())
}

fn texts(value: &Value) -> BTreeSet<String> {
    let list = value.as_array().expect("a list");
    list.iter()
        .map(|v| v.as_str().unwrap().replace(' ', ""))
        .collect()
}

#[test]
fn destinations_are_well_formed() {
    let rows = table("destinations.tsv");
    let codes: BTreeSet<&str> = rows.iter().map(|row| row["code"].as_str()).collect();
    assert_eq!(codes.len(), rows.len(), "a code twice");
    let numeric: Vec<&str> = rows.iter().map(|row| row["numeric"].as_str()).collect();
    let numeric: Vec<&str> = numeric.into_iter().filter(|n| !n.is_empty()).collect();
    let unique: BTreeSet<&&str> = numeric.iter().collect();
    assert_eq!(unique.len(), numeric.len(), "a numeric code twice");
    assert!(numeric.iter().all(|n| n.len() == 3));
    let chart = chart();
    for row in &rows {
        let code = row["code"].as_str();
        assert!(
            !row["name_en"].is_empty() && !row["name_de"].is_empty(),
            "{code}"
        );
        assert_eq!(
            row["note_en"].is_empty(),
            row["note_de"].is_empty(),
            "{code}"
        );
        for side in ["us_as", "eu_as"] {
            let parent = row[side].as_str();
            assert!(parent.is_empty() || codes.contains(parent), "{code} {side}");
        }
    }
    let path = Path::new(ROOT).join("lists/countries.tsv");
    let countries = std::fs::read_to_string(path).unwrap();
    for line in countries.lines().filter(|line| !line.starts_with('#')) {
        let code = line.split('\t').next().unwrap();
        assert!(
            codes.contains(code),
            "{code} of lists/countries.tsv is missing"
        );
    }
    for code in chart.keys() {
        assert!(
            codes.contains(code.as_str()),
            "{code} of the chart is missing"
        );
    }
    for (id, (members, includes)) in groups() {
        for code in &members {
            assert!(
                codes.contains(code.as_str()),
                "{id}: {code} is no destination"
            );
        }
        assert!(!members.is_empty() || !includes.is_empty(), "{id} is empty");
    }
}

/// The compiler puts places without a row into `chart-unknown`, which `us-no-chart-row` asks about: they
/// are few and known.
#[test]
fn places_without_a_row_are_known() {
    let chart = chart();
    let mut without = BTreeSet::new();
    for row in table("destinations.tsv") {
        let read_as = if row["us_as"].is_empty() {
            &row["code"]
        } else {
            &row["us_as"]
        };
        if !chart.contains_key(read_as) && read_as != "US" {
            without.insert(row["code"].clone());
        }
    }
    let known = ["AQ", "CK", "IO", "NU", "PS", "XN"].map(str::to_owned);
    assert_eq!(without, BTreeSet::from(known));
}

#[test]
fn law_is_followed_where_it_differs_from_the_map() {
    let rows = table("destinations.tsv");
    let read_as = |code: &str, side: &str| -> String {
        let row = rows.iter().find(|row| row["code"] == code);
        row.unwrap_or_else(|| panic!("{code}"))[side].clone()
    };
    for (code, us, eu) in [
        ("HK", "CN", ""),
        ("MO", "", ""),
        ("TW", "", ""),
        ("EH", "", ""),
        ("XK", "", ""),
        ("LI", "CH", "CH"),
        ("KY", "GB", ""),
        ("RE", "FR", "FR"),
        ("NC", "FR", ""),
        ("AX", "FI", "FI"),
        ("GL", "DK", ""),
        ("PR", "US", ""),
        ("UA-43", "UA", ""),
        ("GB-NIR", "GB", ""),
        ("XN", "", ""),
        ("PS", "", ""),
        ("ES-CE", "ES", ""),
        ("ES-CN", "ES", "ES"),
        ("IT-CAM", "IT", "IT"),
        ("IT-LIV", "IT", ""),
        ("DE-HEL", "DE", ""),
    ] {
        assert_eq!(read_as(code, "us_as"), us, "{code} in the US rules");
        assert_eq!(read_as(code, "eu_as"), eu, "{code} in the EU rules");
    }
    let groups = groups();
    assert!(!groups["us-d5"].0.contains("MO"), "Macau is not in D:5");
    for group in groups.iter().filter(|(id, _)| id.starts_with("us-")) {
        assert!(!group.1.0.contains("HK"), "{}: HK follows CN", group.0);
    }
}

#[test]
fn chart_equals_the_transcription_of_july() {
    let Some(law) = law(
        "chart_equals_the_transcription_of_july",
        "country-chart-2026-07-23.json",
    ) else {
        return;
    };
    let columns: Vec<String> = law["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(column)
        .collect();
    assert_eq!(columns, COLUMNS);
    let names = codes_of_names();
    let mut theirs = Chart::new();
    for (part, embargo) in [("countries", false), ("embargoed", true)] {
        for (name, row) in law[part].as_object().unwrap() {
            let marks = (!embargo).then(|| texts(&row["marks"]));
            let notes = row["footnotes"].as_array().unwrap();
            let notes = notes.iter().map(|n| n.as_u64().unwrap()).collect();
            let code = names.get(name).unwrap_or_else(|| panic!("{name}"));
            assert!(
                theirs.insert(code.clone(), (marks, notes)).is_none(),
                "{name}"
            );
        }
    }
    same(&chart(), &theirs);
    assert_eq!(theirs.len(), 200);
    // Each footnote has its measure.
    let measures =
        std::fs::read_to_string(Path::new(ROOT).join("rules/licensing/us/chart-notes.toml"))
            .unwrap();
    let measures: toml::Table = measures.parse().unwrap();
    for number in law["footnotes"].as_object().unwrap().keys() {
        let id = format!("us-chart-note-{number}");
        let cite = measures[&id]["cite"].as_str().unwrap();
        let cited = format!("footnote {number}");
        assert!(
            cite.split("; ").any(|part| part.ends_with(&cited)),
            "{id}: {cite}"
        );
    }
}

fn column(value: &Value) -> String {
    value.as_str().unwrap().replace(' ', "")
}

#[test]
fn chart_equals_the_transcription_of_september() {
    let Some(law) = law(
        "chart_equals_the_transcription_of_september",
        "country-chart-2026-09-24.json",
    ) else {
        return;
    };
    let ours = chart();
    let mut theirs = Chart::new();
    for (code, marks) in law["rows"].as_object().unwrap() {
        // This transcription has no footnotes.
        let notes = ours.get(code).map(|row| row.1.clone()).unwrap_or_default();
        theirs.insert(code.clone(), (Some(texts(marks)), notes));
    }
    for code in texts(&law["embargo_pointer_rows"]) {
        let notes = ours.get(&code).map(|row| row.1.clone()).unwrap_or_default();
        theirs.insert(code, (None, notes));
    }
    same(&ours, &theirs);
}

fn same(ours: &Chart, theirs: &Chart) {
    let keys: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    for code in keys {
        assert_eq!(ours.get(code), theirs.get(code), "row {code}: ours, theirs");
    }
}

fn our_id(label: &str) -> String {
    format!("us-{}", label.replace(':', "").to_lowercase())
}

#[test]
fn groups_equal_the_transcription_of_july() {
    let Some(law) = law(
        "groups_equal_the_transcription_of_july",
        "country-groups-2026-07-23.json",
    ) else {
        return;
    };
    let (groups, names) = (groups(), codes_of_names());
    let theirs = law["groups"].as_object().unwrap();
    assert_eq!(theirs.len(), 14);
    for (label, list) in theirs {
        let list = list.as_array().unwrap().iter();
        let members: BTreeSet<String> = list
            .map(|name| {
                let name = name.as_str().unwrap();
                names.get(name).unwrap_or_else(|| panic!("{name}")).clone()
            })
            .collect();
        assert_eq!(groups[&our_id(label)].0, members, "{label}");
    }
}

/// That transcription has groups A, D and E whole, and B for the countries that are in one of them.
#[test]
fn groups_equal_the_transcription_of_september() {
    let Some(law) = law(
        "groups_equal_the_transcription_of_september",
        "country-groups-2026-09-24.json",
    ) else {
        return;
    };
    let groups = groups();
    let mut theirs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut rows = BTreeSet::new();
    for (code, labels) in law["membership"].as_object().unwrap() {
        rows.insert(code.clone());
        for label in texts(labels) {
            theirs.entry(label).or_default().insert(code.clone());
        }
    }
    assert_eq!(theirs.len(), 14);
    for (label, members) in theirs {
        let ours = &groups[&our_id(&label)].0;
        if label == "B" {
            let ours: BTreeSet<String> = ours.intersection(&rows).cloned().collect();
            assert_eq!(ours, members, "B");
        } else {
            assert_eq!(*ours, members, "{label}");
        }
    }
}

#[test]
fn small_tables_of_part_746_are_current() {
    let Some(law) = law(
        "small_tables_of_part_746_are_current",
        "part746_small_tables_2026-09-24.json",
    ) else {
        return;
    };
    let groups = groups();
    for (id, key) in [
        ("us-un-arms-embargo", "un_arms_embargo_746_1b"),
        ("us-part746-partner", "part746_supp3_partner_countries"),
    ] {
        assert_eq!(groups[id].0, texts(&law[key]), "{id}");
    }
    // The 29 codes of Supplement No. 2 stand in the help of their question, in short form.
    let text =
        std::fs::read_to_string(Path::new(ROOT).join("rules/attributes/licensing-us-embargo.toml"))
            .unwrap();
    let questions: toml::Table = text.parse().unwrap();
    for language in ["en", "de"] {
        let help = questions["us_746_supp2"]["help"][language]
            .as_str()
            .unwrap();
        let list = help.split(". ").next().unwrap();
        let mut codes = BTreeSet::new();
        for heading in list.split("; ") {
            let mut parts = heading.split(", ");
            let (head, first) = parts.next().unwrap().split_once('.').unwrap();
            codes.insert(format!("{head}{first}"));
            for rest in parts {
                let rest = rest.trim_start_matches('.').trim_end_matches('.');
                codes.insert(format!("{head}{rest}"));
            }
        }
        assert_eq!(codes, texts(&law["part746_supp2_hts6"]), "{language}");
    }
}
