//! Shipment history: cases as data, properties over made-up rows, and the reader of its rules.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use exportcheck::date::Date;
use exportcheck::risk::history::{HistoryRules, KINDS, PATTERNS, Report, Request, Row, analyse};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use support::{ENGINE, RULES, root};

fn rules() -> &'static HistoryRules {
    RULES.risk.history.as_ref().unwrap()
}

fn run(request: &Request) -> Report {
    analyse(request, rules(), &RULES.risk)
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
    for language in ["en", "de"] {
        let texts: Value = serde_json::from_str(&RULES.risk_texts[language]).unwrap();
        let history = &texts["history"];
        for (id, _) in PATTERNS {
            let text = &history["patterns"][id];
            for field in ["title", "text", "question"] {
                assert!(!text[field].as_str().unwrap().is_empty(), "{id} {field}");
            }
        }
        for control in &rules().controls {
            assert_eq!(
                history["controls"][&control.id]["date"],
                control.date.to_string()
            );
        }
    }
    let attributes = fs::read_to_string(root().join("rules/attributes/risk-history.toml")).unwrap();
    let attributes: toml::Table = toml::from_str(&attributes).unwrap();
    let options = attributes["case_history_signs"]["options"]
        .as_table()
        .unwrap();
    let options: BTreeSet<&str> = options.keys().map(String::as_str).collect();
    let known: BTreeSet<&str> = KINDS.iter().copied().chain(["none"]).collect();
    assert_eq!(options, known);
}

/// What a script gets is what the function makes.
#[test]
fn the_engine_answers_in_json() {
    let rows = planted().into_iter().flat_map(|(_, rows)| rows).collect();
    let request = request(number([quiet(), rows].concat()));
    let asked = json!({"as_of": request.as_of, "rows": request.rows});
    let said = ENGINE.history(&asked.to_string()).unwrap();
    assert_eq!(said, serde_json::to_string(&run(&request)).unwrap());
    let wrong = ENGINE
        .history("{\"as_of\":\"2026\",\"rows\":[]}")
        .unwrap_err();
    assert_eq!(wrong.code, "bad-request");
}

/// The rules survive the way through a pack, which is postcard.
#[test]
fn rules_travel() {
    let packed = postcard::to_allocvec(rules()).unwrap();
    let opened: HistoryRules = postcard::from_bytes(&packed).unwrap();
    assert_eq!(format!("{:?}", rules()), format!("{opened:?}"));
}
