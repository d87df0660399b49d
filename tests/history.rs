//! Shipment history: cases as data, properties over made-up rows, and the reader of its rules.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use exportcheck::date::Date;
use exportcheck::pack::rules::complaint::Source;
use exportcheck::pack::rules::risk::history::read;
use exportcheck::risk::history::{
    HistoryRules, KINDS, PATTERNS, Place, Report, Request, Row, Sources, analyse,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap()
}

fn languages() -> Vec<String> {
    vec!["en".to_owned(), "de".to_owned()]
}

static RULES: LazyLock<HistoryRules> = LazyLock::new(|| {
    let read = read_rules(&text("rules/risk/history.toml"));
    read.unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")))
});

fn read_rules(text: &str) -> Result<HistoryRules, Vec<String>> {
    let source = Source {
        file: "risk/history.toml".to_owned(),
        text: text.to_owned(),
    };
    read(&source, &languages(), &places_known(), &indicators())
        .map_err(|wrong| wrong.iter().map(ToString::to_string).collect())
}

/// Codes of destinations.
fn places_known() -> BTreeSet<String> {
    let rows = text("rules/licensing/destinations.tsv");
    let codes = rows.lines().filter(|line| !line.starts_with('#'));
    codes
        .filter_map(|line| line.split('\t').next())
        .map(str::to_owned)
        .collect()
}

fn indicators() -> BTreeSet<String> {
    let file: toml::Table = toml::from_str(&text("rules/risk/red-flags/history.toml")).unwrap();
    file.keys().cloned().collect()
}

/// Stand-ins for the lists of goods and the places, so that a change of those changes no case here.
static GOODS: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    BTreeMap::from([
        ("chpl-1".to_owned(), codes(&["8542.31", "8542.32"])),
        ("chpl-4b".to_owned(), codes(&["8457.10"])),
        ("another".to_owned(), codes(&["8413.50"])),
    ])
});

static PLACES: LazyLock<BTreeMap<String, Place>> = LazyLock::new(|| {
    [
        ("DE", 51.0, 10.0),
        ("AE", 24.0, 54.0),
        ("KG", 41.0, 75.0),
        ("AU", -25.0, 135.0),
        ("SG", 1.3, 103.8),
    ]
    .into_iter()
    .map(|(code, lat, lon)| (code.to_owned(), Place { lat, lon }))
    .collect()
});

fn run(request: &Request) -> Report {
    analyse(
        request,
        Sources {
            rules: &RULES,
            goods: &GOODS,
            places: &PLACES,
        },
    )
}

fn answer(request: &Request) -> Value {
    serde_json::to_value(run(request)).unwrap()
}

fn request(rows: Vec<Row>) -> Request {
    Request {
        as_of: "2026-11-22".parse().unwrap(),
        exporter: String::new(),
        rows,
    }
}

/// A day so many days after another one.
fn later(date: &str, days: u32) -> String {
    let mut date: Date = date.parse().unwrap();
    for _ in 0..days {
        date = Date::new(date.year, date.month, date.day + 1)
            .or_else(|| Date::new(date.year, date.month + 1, 1))
            .or_else(|| Date::new(date.year + 1, 1, 1))
            .unwrap();
    }
    date.to_string()
}

fn case_rows(case: &toml::Table) -> Vec<Row> {
    let list = |name: &str| {
        case.get(name)
            .and_then(toml::Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let mut rows: Vec<Row> = Vec::new();
    for series in list("series") {
        let mut series = series.as_table().unwrap().clone();
        let mut number = |name: &str| {
            let number = series.remove(name).unwrap().as_integer().unwrap();
            u32::try_from(number).unwrap()
        };
        let (count, step) = (number("count"), number("step"));
        let from = series.remove("from").unwrap();
        let growth = series.remove("growth");
        for at in 0..count {
            let mut row: Row = series.clone().try_into().unwrap();
            row.date = later(from.as_str().unwrap(), at * step);
            if let Some(factors) = growth.as_ref().and_then(toml::Value::as_array) {
                let factor = factors[at as usize % factors.len()].as_str().unwrap();
                let value: u64 = row.value.parse().unwrap();
                row.value = (value * factor.parse::<u64>().unwrap()).to_string();
            }
            rows.push(row);
        }
    }
    rows.extend(list("rows").into_iter().map(|row| row.try_into().unwrap()));
    for (row, line) in rows.iter_mut().zip(2..) {
        row.line = line;
    }
    rows
}

/// Whether a value has at least the parts of another.
fn has(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => part
            .iter()
            .all(|(key, part)| whole.get(key).is_some_and(|whole| has(whole, part))),
        _ => whole == part,
    }
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for file in fs::read_dir(root().join("tests/cases/history")).unwrap() {
        let file = fs::read_to_string(file.unwrap().path()).unwrap();
        let file: toml::Table = toml::from_str(&file).unwrap();
        for case in file["case"].as_array().unwrap() {
            let case = case.as_table().unwrap();
            let exporter = case.get("exporter").and_then(toml::Value::as_str);
            let report = answer(&Request {
                exporter: exporter.unwrap_or_default().to_owned(),
                ..request(case_rows(case))
            });
            let title = case["title"].as_str().unwrap();
            for anomaly in report["anomalies"].as_array().unwrap() {
                seen.insert(anomaly["pattern"].as_str().unwrap().to_owned());
            }
            let failed = failures(case, &report);
            wrong.extend(failed.into_iter().map(|what| format!("{title}: {what}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all: BTreeSet<String> = PATTERNS.iter().map(|(id, _)| (*id).to_owned()).collect();
    assert_eq!(seen, all, "every pattern has a case");
}

fn failures(case: &toml::Table, report: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let json = |name: &str| {
        serde_json::to_value(case.get(name).unwrap_or(&toml::Value::Array(vec![]))).unwrap()
    };
    let anomalies = report["anomalies"].as_array().unwrap();
    for expected in json("expect").as_array().unwrap() {
        if !anomalies.iter().any(|anomaly| has(anomaly, expected)) {
            wrong.push(format!("missing {expected} in {:#}", report["anomalies"]));
        }
    }
    for kind in json("silent").as_array().unwrap() {
        let told = anomalies.iter().filter(|anomaly| anomaly["kind"] == *kind);
        wrong.extend(told.map(|anomaly| format!("told {anomaly}")));
    }
    if case.contains_key("problems") {
        let problems = report["problems"].as_array().unwrap();
        let expected = json("problems");
        let expected = expected.as_array().unwrap();
        for part in expected {
            if !problems.iter().any(|problem| has(problem, part)) {
                wrong.push(format!("missing problem {part}"));
            }
        }
        for problem in problems {
            if !expected.iter().any(|part| has(problem, part)) {
                wrong.push(format!("problem {problem}"));
            }
        }
    }
    if let Some(used) = case.get("used") {
        let used = json!(used.as_integer().unwrap());
        if report["used"] != used {
            wrong.push(format!("used {} of {}", report["used"], report["rows"]));
        }
    }
    for (kind, expected) in json("checks").as_object().into_iter().flatten() {
        let checks = report["checks"].as_array().unwrap();
        let check = checks.iter().find(|check| check["kind"] == **kind).unwrap();
        let fields: BTreeSet<&str> = strings(&check["fields"]);
        let lacking = strings(&expected["fields"]);
        let mut numbers = expected.clone();
        numbers.as_object_mut().unwrap().remove("fields");
        if !has(check, &numbers) || !lacking.is_subset(&fields) {
            wrong.push(format!("check {kind} is {check}"));
        }
    }
    wrong
}

fn strings(of: &Value) -> BTreeSet<&str> {
    of.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// A firm with three quiet years: what is added stands out.
fn quiet() -> Vec<Row> {
    let mut rows = Vec::new();
    for (customer, destination, offset) in
        [("Alpha", "AT", 0), ("Beta", "TR", 3), ("Gamma", "KZ", 7)]
    {
        for at in 0..36 {
            rows.push(Row {
                date: later("2021-01-05", at * 30 + offset),
                hs: "8413.50".to_owned(),
                customer: customer.to_owned(),
                destination: destination.to_owned(),
                via: "LV".to_owned(),
                value: (1000 + 10 * (at % 7)).to_string(),
                currency: "EUR".to_owned(),
                mass: "10 kg".to_owned(),
                quantity: "1".to_owned(),
                ..Row::default()
            });
        }
    }
    number(rows)
}

fn number(mut rows: Vec<Row>) -> Vec<Row> {
    for (row, line) in rows.iter_mut().zip(2..) {
        row.line = line;
    }
    rows
}

/// Rows that each raise one kind, about customers of their own.
fn planted() -> Vec<(&'static str, Vec<Row>)> {
    let row = |customer: &str, destination: &str| Row {
        date: "2024-03-01".to_owned(),
        hs: "8413.50".to_owned(),
        customer: customer.to_owned(),
        destination: destination.to_owned(),
        value: "1000".to_owned(),
        currency: "EUR".to_owned(),
        mass: "10 kg".to_owned(),
        ..Row::default()
    };
    let shifted = (0..4).map(|at| Row {
        date: later("2022-04-01", at * 60),
        hs: "8457.10".to_owned(),
        value: "400000".to_owned(),
        mass: String::new(),
        ..row("Bishkek Trade", "KG")
    });
    vec![
        (
            "new-route",
            vec![Row {
                via: "RU".to_owned(),
                ..row("Gamma", "KZ")
            }],
        ),
        (
            "volume",
            vec![Row {
                value: "90000".to_owned(),
                mass: "900 kg".to_owned(),
                ..row("Alpha", "AT")
            }],
        ),
        (
            "new-customer",
            vec![Row {
                hs: "8542.31".to_owned(),
                ..row("Neu", "AE")
            }],
        ),
        (
            "price-per-kg",
            vec![Row {
                mass: "10 g".to_owned(),
                ..row("Beta", "TR")
            }],
        ),
        ("shift-after-control", shifted.collect()),
    ]
}

fn kinds_of(report: &Report, customer: &str) -> BTreeSet<&'static str> {
    let about = |named: &str| named == customer || named.is_empty();
    let of = report.anomalies.iter();
    of.filter(|anomaly| about(&anomaly.subject.customer))
        .map(|anomaly| anomaly.kind)
        .collect()
}

#[test]
fn one_anomaly_hides_no_other() {
    let quiet = quiet();
    let report = run(&request(quiet.clone()));
    assert!(report.anomalies.is_empty(), "{:#?}", report.anomalies);
    let planted = planted();
    for (kind, rows) in &planted {
        let report = run(&request(number([quiet.clone(), rows.clone()].concat())));
        let told = kinds_of(&report, &rows[0].customer);
        assert!(told.contains(kind), "{kind}: {told:?}");
        for (other, more) in &planted {
            let together = run(&request(number(
                [quiet.clone(), rows.clone(), more.clone()].concat(),
            )));
            let still = kinds_of(&together, &rows[0].customer);
            assert!(
                still.is_superset(&told),
                "{kind} and {other}: {told:?} became {still:?}"
            );
        }
    }
}

/// Ten thousand rows, with every kind of anomaly among them.
fn many() -> Vec<Row> {
    let mut rows = Vec::new();
    for at in 0_u32..10_000 {
        let seed = at.wrapping_mul(2_654_435_761) >> 7;
        rows.push(Row {
            date: format!(
                "{}-{:02}-{:02}",
                2020 + at % 6,
                seed % 12 + 1,
                seed / 12 % 28 + 1
            ),
            hs: ["8413.50", "8457.10", "8542.31", "9031.80"][seed as usize % 4].to_owned(),
            customer: format!("Customer {}", seed % 211),
            destination: ["AT", "KZ", "TR", "US", "AE", "CN"][seed as usize / 5 % 6].to_owned(),
            via: ["", "LV", "NL"][seed as usize / 7 % 3].to_owned(),
            value: (1000 + seed % 900).to_string(),
            currency: "EUR".to_owned(),
            mass: format!("{} kg", 10 + seed % 9),
            quantity: "1".to_owned(),
            ..Row::default()
        });
    }
    let planted = planted().into_iter().flat_map(|(_, rows)| rows);
    rows.extend(planted);
    number(rows)
}

#[test]
fn ten_thousand_rows_keep_every_kind() {
    let report = run(&request(many()));
    assert!(report.problems.is_empty(), "{:?}", report.problems.first());
    assert_eq!(report.used, report.rows);
    let kinds: BTreeSet<&str> = report
        .anomalies
        .iter()
        .map(|anomaly| anomaly.kind)
        .collect();
    assert_eq!(kinds, KINDS.iter().copied().collect());
    let points: usize = report.plots.iter().map(|plot| plot.points.len()).sum();
    assert!(points < 100_000, "{points}");
    for anomaly in &report.anomalies {
        let plot = &report.plots[anomaly.plot.unwrap()];
        assert!(plot.points.iter().any(|point| point.anomaly), "{anomaly:?}");
    }
}

/// Nearly all texts of a row, and any text at all.
fn any_row() -> impl Strategy<Value = Row> {
    let of = |known: &'static [&'static str]| {
        prop_oneof![
            8 => prop::sample::select(known).prop_map(str::to_owned),
            1 => any::<String>(),
        ]
    };
    let first = (
        0_u32..40,
        of(&[
            "2021-05-01",
            "2022-02-24",
            "2022-08-01",
            "2023-06-01",
            "2025-01-01",
            "2024-02-29",
            "",
        ]),
        of(&["8542.31", "8457.10", "8413.50", "8542", "84", ""]),
        of(&["A", "a ", "B", "C", ""]),
        of(&["KG", "RU", "AT", "AE", "UA-43", ""]),
        of(&["", "AE", "RU", "LV"]),
    );
    let second = (
        of(&["1", "1000", "1000000", "0", "-3", "1e37", "1,234", ""]),
        of(&["EUR", "USD", "", "x"]),
        of(&["1 kg", "5 t", "3 g", "1e-30 kg", "7", ""]),
        of(&["1", "900", ""]),
        of(&["2022-03-01", "1990-01-01", ""]),
    );
    (first, second).prop_map(
        |(
            (line, date, hs, customer, destination, via),
            (value, currency, mass, quantity, registered),
        )| Row {
            line,
            date,
            hs,
            item: String::new(),
            customer,
            destination,
            via,
            value,
            currency,
            mass,
            quantity,
            registered,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn order_of_rows_does_not_matter(rows in prop::collection::vec(any_row(), 0..120), seed in any::<u64>()) {
        let straight = answer(&request(rows.clone()));
        let mut mixed = rows;
        let mut state = seed | 1;
        for at in (1..mixed.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            mixed.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        prop_assert_eq!(straight, answer(&request(mixed)));
    }

    #[test]
    fn any_text_is_read_and_nothing_is_lost(rows in prop::collection::vec(any_row(), 0..60), exporter in any::<String>()) {
        let report = run(&Request { exporter, ..request(rows.clone()) });
        prop_assert_eq!(report.rows, rows.len());
        // A row that no check can use has said why.
        let told: BTreeSet<u32> = report.problems.iter().map(|problem| problem.line).collect();
        prop_assert!(report.used == rows.len() || !told.is_empty());
        let lines: BTreeSet<u32> = rows.iter().map(|row| row.line).collect();
        for anomaly in &report.anomalies {
            prop_assert!(!anomaly.lines.is_empty());
            prop_assert!(anomaly.lines.iter().all(|line| lines.contains(line)));
            prop_assert!(anomaly.explain.values().all(|text| !text.contains("NaN") && !text.contains("inf")));
        }
    }
}

#[test]
fn texts_and_options_fit_the_engine() {
    for language in languages() {
        let sheet = RULES.sheet(&language);
        assert_eq!(sheet.patterns.len(), PATTERNS.len());
        assert!(
            sheet
                .controls
                .values()
                .all(|control| !control.name.is_empty())
        );
    }
    let attributes: toml::Table =
        toml::from_str(&text("rules/attributes/risk-history.toml")).unwrap();
    let options: BTreeSet<&str> = attributes["case_history_signs"]["options"]
        .as_table()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let known: BTreeSet<&str> = KINDS.iter().copied().chain(["none"]).collect();
    assert_eq!(options, known);
}

#[test]
fn mistakes_in_the_rules_are_told_by_line() {
    let good = text("rules/risk/history.toml");
    for (from, to, told) in [
        (
            "volume_ratio = 3.0",
            "volume_ratio = 1.0",
            "limits.volume_ratio: a factor must be above 1",
        ),
        (
            "price_spread = 5.0",
            "price_spread = 0.0",
            "limits.price_spread: a spread must be above 0",
        ),
        (
            "shift_stop_share = 0.1",
            "shift_stop_share = 1.0",
            "limits.shift_stop_share: a share",
        ),
        (
            "volume_own = 5",
            "volume_own = 0",
            "limits.volume_own: nothing can be judged",
        ),
        ("volume_own = 5", "volume_owned = 5", "toml: "),
        (
            "[groups.partners]",
            "[groups.friends]",
            "groups.partners: the group is missing",
        ),
        (
            "\"BY\", \"RU\", \"UA-09\"",
            "\"BY\", \"RUS\", \"UA-09\"",
            "`RUS` is no destination",
        ),
        (
            "watch = [\"transshipment\"]",
            "watch = [\"hubs\"]",
            "`hubs` is no group of this file",
        ),
        (
            "date = 2022-02-24",
            "date = 2022-02-24T10:00:00",
            "control russia-2022 date: not a day",
        ),
        (
            "hs = [\"84\", \"85\", \"90\"]",
            "hs = [\"84.1\"]",
            "`84.1` is no beginning of a customs code",
        ),
        (
            "id = \"russia-industry-2023\"",
            "id = \"russia-2022\"",
            "the id stands in the file twice",
        ),
        (
            "[pattern.price-low]",
            "[pattern.price-odd]",
            "the engine does not look for this pattern",
        ),
        (
            "[pattern.price-low]",
            "[pattern.price-odd]",
            "pattern.price-low: the pattern is missing",
        ),
        (
            "indicator = \"history-shift\"",
            "indicator = \"history-drift\"",
            "`history-drift` is no indicator",
        ),
        (
            "title.de = \"Ein Weg, der viel länger ist als der direkte\"",
            "title.de = \" \"",
            "the text in `de` is missing",
        ),
        (
            "goods = [\"chpl-\"]",
            "goods = []",
            "goods: no list of goods is named",
        ),
        (
            "version = \"2026-11-22\"",
            "version = \"22.11.2026\"",
            "version: not a day",
        ),
        (
            "link = \"https://eur-lex.europa.eu/eli/reg/2022/328\"",
            "link = \"eur-lex\"",
            "the link is no https address",
        ),
    ] {
        assert!(good.contains(from), "{from}");
        let wrong = read_rules(&good.replacen(from, to, 1))
            .err()
            .unwrap_or_default();
        assert!(
            wrong.iter().any(|line| line.contains(told)),
            "{to}: {wrong:#?}"
        );
        assert!(
            wrong
                .iter()
                .all(|line| line.starts_with("risk/history.toml:")),
            "{wrong:?}"
        );
    }
}

/// The rules survive the way through a pack, which is postcard.
#[test]
fn rules_travel() {
    let packed = postcard::to_allocvec(&*RULES).unwrap();
    let opened: HistoryRules = postcard::from_bytes(&packed).unwrap();
    assert_eq!(format!("{:?}", *RULES), format!("{opened:?}"));
}
