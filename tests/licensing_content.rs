//! The share of controlled content of goods made abroad, on the rules as they are: edges of the
//! limits, what counts from the first cent, and that what is not known never makes a "no".
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use exportcheck::assess::{ContentRequest, bill_of_materials};
use exportcheck::license::content::Content;
use exportcheck::pack::rule_pack::RulePack;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static PACK: LazyLock<RulePack> =
    LazyLock::new(|| RulePack::open(&support::RULES.write(None).unwrap(), None).unwrap());

/// A line as `(origin, code, value)`; lines are numbered from 2, as below a head line.
type Row<'a> = (&'a str, &'a str, &'a str);

/// Listed, and a licence is needed for China and India by the chart alone.
const LISTED: &str = "1C210.a";
/// Special content for Country Group D:5.
const SPECIAL: &str = "9A515.x";

fn ask(destination: &str, product: &str, rows: &[Row<'_>]) -> Content {
    ask_with(destination, product, rows, json!({"us_product_kind": []}))
}

fn ask_with(destination: &str, product: &str, rows: &[Row<'_>], answers: Value) -> Content {
    let lines: Vec<Value> = (2u32..)
        .zip(rows)
        .map(|(line, (origin, code, value))| {
            json!({"line": line, "part": format!("part {line}"), "origin": origin, "code": code,
                "value": value, "quantity": "1"})
        })
        .collect();
    let answers: Map<String, Value> = answers.as_object().unwrap().clone();
    let request = json!({"as_of": "2026-11-22", "jurisdiction": "us", "destination": destination,
        "product_value": product, "lines": lines, "answers": answers});
    let request: ContentRequest = serde_json::from_value(request).unwrap();
    bill_of_materials(&PACK, &request).unwrap()
}

fn controlled(content: &Content) -> Vec<&'static str> {
    content.lines.iter().map(|line| line.controlled).collect()
}

/// How far a verdict goes: more undecided or more controlled content never takes it down.
fn height(verdict: &str) -> u8 {
    match verdict {
        "not-over" => 0,
        "undecided" => 1,
        "over-limit" => 2,
        other => panic!("{other}"),
    }
}

#[test]
fn the_limit_itself_is_not_over_it() {
    for (destination, limit, rows) in [
        (
            "CN",
            "25 %",
            [
                ("249", "24.9", "not-over"),
                ("250", "25", "not-over"),
                ("251", "25.1", "over-limit"),
            ],
        ),
        (
            "IN",
            "25 %",
            [
                ("249", "24.9", "not-over"),
                ("250", "25", "not-over"),
                ("251", "25.1", "over-limit"),
            ],
        ),
        (
            "IR",
            "10 %",
            [
                ("99", "9.9", "not-over"),
                ("100", "10", "not-over"),
                ("101", "10.1", "over-limit"),
            ],
        ),
        (
            "CU",
            "10 %",
            [
                ("99", "9.9", "not-over"),
                ("100", "10", "not-over"),
                ("101", "10.1", "over-limit"),
            ],
        ),
    ] {
        for (value, percent, verdict) in rows {
            let content = ask(
                destination,
                "1000",
                &[("US", LISTED, value), ("DE", "", "500")],
            );
            let what = format!("{value} to {destination}");
            assert_eq!(content.limit.as_deref(), Some(limit), "{what}");
            assert_eq!(controlled(&content), ["yes", "no"], "{what}");
            assert_eq!(content.percent.as_deref(), Some(percent), "{what}");
            assert_eq!(content.percent_max.as_deref(), Some(percent), "{what}");
            assert_eq!(content.verdict, verdict, "{what}");
        }
    }
}

#[test]
fn the_edge_is_exact() {
    // A billionth over the limit is over it, whatever is shown.
    let content = ask("CN", "1000000000", &[("US", LISTED, "250000001")]);
    assert_eq!(content.verdict, "over-limit");
    assert_eq!(
        content.percent_exact.as_deref(),
        Some("250000001/1000000000")
    );
    // A third has no end as a decimal.
    let content = ask("CN", "3", &[("US", LISTED, "0,75")]);
    assert_eq!(
        (content.percent.as_deref(), content.verdict),
        (Some("25"), "not-over")
    );
    let content = ask("CN", "3", &[("US", LISTED, "1")]);
    assert_eq!(
        (content.percent_exact.as_deref(), content.verdict),
        (Some("1/3"), "over-limit")
    );
}

#[test]
fn quantities_multiply() {
    let request = json!({"as_of": "2026-11-22", "jurisdiction": "us", "destination": "CN",
    "product_value": "1.000,00", "answers": {"us_product_kind": []}, "lines": [
        {"line": 2, "origin": "us", "code": LISTED, "value": "12,50", "quantity": "20"},
        {"line": 3, "origin": "US", "code": LISTED, "value": "0.5"},
    ]});
    let request: ContentRequest = serde_json::from_value(request).unwrap();
    let content = bill_of_materials(&PACK, &request).unwrap();
    assert_eq!(content.controlled_value.as_deref(), Some("250.5"));
    assert_eq!(content.verdict, "over-limit");
}

#[test]
fn special_content_counts_from_the_first_cent() {
    for (destination, code, measure) in [
        ("CN", SPECIAL, Some("us-content-zero-600")),
        ("CN", "3A611.x", Some("us-content-zero-600")),
        ("FR", SPECIAL, None),
        ("CN", "3A611.y.1", Some("us-content-zero-600-y")),
        ("ZW", "3A611.y.1", None),
        (
            "FR",
            "5E002.a",
            Some("us-content-zero-encryption-technology"),
        ),
        ("FR", "9E003.a.1", Some("us-content-zero-gas-turbine")),
        ("FR", "9E003.b.1", None),
    ] {
        let content = ask(
            destination,
            "1000000",
            &[("US", code, "0.01"), ("DE", "", "100")],
        );
        let met: Vec<&str> = content
            .bypass
            .iter()
            .filter(|one| one.result == "met")
            .map(|one| one.measure.as_str())
            .collect();
        let what = format!("{code} to {destination}");
        assert_eq!(met, Vec::from_iter(measure), "{what}");
        assert_eq!(content.verdict == "over-limit", measure.is_some(), "{what}");
        // The same part from elsewhere is none of it.
        let content = ask(destination, "1000000", &[("DE", code, "0.01")]);
        assert!(content.bypass.is_empty(), "{what}");
        assert_eq!(content.verdict, "not-over", "{what}");
    }
}

#[test]
fn what_the_product_is_decides_other_special_content() {
    for (code, destination, kind, basis, expected) in [
        (
            "6A003.b.4.b",
            "CN",
            json!(["military-item"]),
            None,
            "over-limit",
        ),
        ("6A003.b.4.b", "CN", json!([]), None, "not-over"),
        ("6A003.b.4.b", "CN", Value::Null, None, "undecided"),
        ("5A002.a.1", "IN", json!([]), Some("none"), "over-limit"),
        ("5A002.a.1", "IN", json!([]), Some("b3"), "not-over"),
        ("5A002.a.1", "IN", json!([]), None, "undecided"),
        ("5A002.a.1", "IR", json!([]), Some("b2"), "over-limit"),
    ] {
        let mut answers = Map::new();
        if !kind.is_null() {
            answers.insert("us_product_kind".into(), kind.clone());
        }
        if let Some(basis) = basis {
            answers.insert("us_encryption_basis".into(), json!(basis));
        }
        let content = ask_with(
            destination,
            "100000",
            &[("US", code, "1")],
            Value::Object(answers),
        );
        assert_eq!(
            content.verdict, expected,
            "{code} {destination} {kind} {basis:?}"
        );
    }
}

#[test]
fn an_open_line_counts_in_the_upper_figure_only() {
    let sure = ("US", LISTED, "200");
    // The code is not given, or is coarser than the chart needs.
    for open in [
        ("US", "", "60"),
        ("US", "3A001", "60"),
        ("", LISTED, "60"),
        ("Atlantis", LISTED, "60"),
    ] {
        let content = ask("FR", "1000", &[("US", "3A611.x", "200"), open]);
        assert_eq!(controlled(&content), ["yes", "undecided"], "{open:?}");
        assert_eq!(content.percent.as_deref(), Some("20"), "{open:?}");
        assert_eq!(content.percent_max.as_deref(), Some("26"), "{open:?}");
        assert_eq!(content.verdict, "undecided", "{open:?}");
    }
    let over = ask("CN", "1000", &[("US", LISTED, "251"), ("US", "", "60")]);
    assert_eq!(
        over.verdict, "over-limit",
        "what is open cannot undo what is sure"
    );
    let stated = ask("CN", "1000", &[sure, ("US", "none", "60")]);
    assert_eq!(controlled(&stated), ["yes", "no"]);
}

#[test]
fn a_line_that_cannot_be_read_leaves_it_undecided_and_is_told() {
    for (row, field) in [
        (("US", LISTED, ""), "value"),
        (("US", LISTED, "1,234"), "value"),
        (("US", LISTED, "twelve"), "value"),
        (("US", LISTED, "-1"), "value"),
        (("US", "", "EUR 5"), "value"),
        (("", "", "x"), "value"),
    ] {
        let content = ask("CN", "1000", &[("US", LISTED, "10"), row]);
        assert_eq!(content.verdict, "undecided", "{row:?}");
        assert_eq!(content.percent_max, None, "{row:?}");
        assert!(
            content
                .problems
                .iter()
                .any(|p| p.line == 3 && p.field == field),
            "{row:?}: {:?}",
            content.problems
        );
        assert_eq!(content.lines.len(), 2, "no line is dropped");
    }
    for product in ["", "0", "-5", "1,234", "much"] {
        let content = ask("CN", product, &[("US", LISTED, "10")]);
        assert_eq!(
            (content.verdict, content.percent),
            ("undecided", None),
            "{product}"
        );
        assert!(
            content
                .problems
                .iter()
                .any(|p| p.line == 0 && p.field == "product_value"),
            "{product}"
        );
    }
    // A part from elsewhere counts nothing, readable or not; its problem is told all the same.
    let content = ask("CN", "1000", &[("DE", "", "?")]);
    assert_eq!((content.verdict, content.problems.len()), ("not-over", 1));
}

#[test]
fn a_quantity_that_cannot_be_read_is_told_in_its_field() {
    let request = json!({"as_of": "2026-11-22", "jurisdiction": "us", "destination": "CN",
        "product_value": "1000", "lines": [{"line": 7, "origin": "US", "code": LISTED, "value": "1", "quantity": "a few"}]});
    let request: ContentRequest = serde_json::from_value(request).unwrap();
    let content = bill_of_materials(&PACK, &request).unwrap();
    assert_eq!(content.verdict, "undecided");
    assert_eq!(
        (content.problems[0].line, content.problems[0].field),
        (7, "quantity")
    );
}

/// Made in Puerto Rico or Guam is made in the United States (15 CFR 772.1).
#[test]
fn territories_of_the_united_states_are_of_us_origin() {
    for origin in ["PR", "GU", "VI", "AS"] {
        let content = ask("CN", "1000", &[(origin, LISTED, "300")]);
        assert_eq!(
            (controlled(&content), content.verdict),
            (vec!["yes"], "over-limit"),
            "{origin}"
        );
    }
}

/// A part of unknown code could be 9A515, which counts from the first cent.
#[test]
fn a_part_of_unknown_code_may_be_special() {
    for row in [
        ("US", "", "0.01"),
        ("", "", "0.01"),
        ("US", "9Z999", "0.01"),
    ] {
        let content = ask("CN", "1000000", &[row]);
        assert_eq!(content.verdict, "undecided", "{row:?}");
    }
}

/// Lines of every sort, so that any mixture of them comes up.
fn rows() -> impl Strategy<Value = Vec<(&'static str, &'static str, String)>> {
    let origin = prop::sample::select(vec!["US", "US", "US", "DE", "JP", ""]);
    let code = prop::sample::select(vec![
        LISTED,
        "3A001",
        "3A001.a.5.a.1",
        "3A991.a.1",
        "6A003.b.4.b",
        SPECIAL,
        "5A992.c",
        "none",
        "",
    ]);
    let value = prop_oneof![
        8 => (0u32..40_000).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
        1 => Just(String::new()),
        1 => Just("1,234".to_owned()),
    ];
    prop::collection::vec((origin, code, value), 1..8)
}

fn borrowed(rows: &[(&'static str, &'static str, String)]) -> Vec<Row<'static>> {
    rows.iter()
        .map(|(origin, code, value)| (*origin, *code, &*value.clone().leak()))
        .collect()
}

const DESTINATIONS: [&str; 4] = ["CN", "FR", "IN", "IR"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_lines_does_not_matter(
        rows in rows(),
        turn in any::<prop::sample::Index>(),
        to in prop::sample::select(DESTINATIONS.to_vec()),
    ) {
        let rows = borrowed(&rows);
        let mut other = rows.clone();
        other.rotate_left(turn.index(rows.len()));
        other.reverse();
        let (one, two) = (ask(to, "1000", &rows), ask(to, "1000", &other));
        prop_assert_eq!(one.verdict, two.verdict);
        prop_assert_eq!(one.percent_exact, two.percent_exact);
        prop_assert_eq!(one.percent_max, two.percent_max);
        prop_assert_eq!(one.bypass.len(), two.bypass.len());
        let sorted = |lines: &[exportcheck::license::content::LineResult]| {
            let mut all: Vec<_> = lines.iter().map(|l| (l.code.clone(), l.controlled, l.value.clone())).collect();
            all.sort();
            all
        };
        prop_assert_eq!(sorted(&one.lines), sorted(&two.lines));
    }

    #[test]
    fn a_further_line_never_lowers_the_verdict(
        rows in rows(),
        to in prop::sample::select(DESTINATIONS.to_vec()),
    ) {
        let rows = borrowed(&rows);
        for count in 1..rows.len() {
            let (fewer, more) = (ask(to, "1000", &rows[..count]), ask(to, "1000", &rows[..=count]));
            prop_assert!(height(more.verdict) >= height(fewer.verdict), "{:?}", &rows[..=count]);
        }
    }

    /// Taking a fact away may open a line or the verdict; it never makes a no of either.
    #[test]
    fn a_fact_taken_away_never_makes_a_no(
        rows in rows(),
        at in any::<prop::sample::Index>(),
        what in 0..3,
        to in prop::sample::select(DESTINATIONS.to_vec()),
    ) {
        let rows = borrowed(&rows);
        let at = at.index(rows.len());
        let mut fewer = rows.clone();
        match what {
            0 => fewer[at].0 = "",
            1 => fewer[at].1 = "",
            _ => fewer[at].2 = "",
        }
        let (whole, blank) = (ask(to, "1000", &rows), ask(to, "1000", &fewer));
        if whole.lines[at].controlled != "no" {
            prop_assert!(blank.lines[at].controlled != "no");
        }
        if whole.verdict != "not-over" {
            prop_assert!(blank.verdict != "not-over", "{:?} {:?}", rows, fewer);
        }
    }
}
