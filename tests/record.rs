//! Decision records: the canonical form against RFC 8785's own examples, a case parted and joined, and
//! what the check of a record says about every way in which one can be wrong.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use exportcheck::record::canonical::{canonical, offset_of};
use exportcheck::record::difference::differences;
use exportcheck::record::read::read;
use exportcheck::record::split::{join, split};
use exportcheck::record::{Open, Refused, Verdict, Verification, make, verify};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

const MADE_AT: &str = "2026-11-22T10:00:00Z";

/// RFC 8785, Appendix B.
#[test]
fn numbers_of_the_rfc() {
    for (bits, text) in [
        (0x0000_0000_0000_0000_u64, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0xc340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0x41b3_de43_5555_5554, "333333333.33333325"),
        (0x41b3_de43_5555_5555, "333333333.3333333"),
        (0x41b3_de43_5555_5556, "333333333.3333334"),
        (0x41b3_de43_5555_5557, "333333333.33333343"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] {
        let number = Number::from_f64(f64::from_bits(bits)).unwrap();
        assert_eq!(canonical(&Value::Number(number)), text, "{bits:x}");
    }
    for (number, text) in [
        (json!(0.5), "0.5"),
        (json!(100.0), "100"),
        (json!(-12.25), "-12.25"),
        (json!(9_007_199_254_740_993_u64), "9007199254740992"),
        (json!(i64::MIN), "-9223372036854776000"),
        (json!(u64::MAX), "18446744073709552000"),
    ] {
        assert_eq!(canonical(&number), text);
    }
}

/// The examples of the RFC's text and of its author's test data. Where the RFC writes the number
/// 333333333.33333329, its shortest form stands here: `serde_json` reads up to 15 digits exactly, and
/// reading more would add 13 KB to the engine. Records hold no such number: `make` refuses it.
#[test]
fn values_of_the_rfc() {
    for (given, expected) in [
        (
            r#"{"numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                "literals": [null, true, false]}"#,
            r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#,
        ),
        (
            r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
                "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
                "\u00f6": "Latin Small Letter O With Diaeresis"}"#,
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}",
        ),
        (
            r#"{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { }}"#,
            r#"{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}"#,
        ),
        (
            r#"[56, {"d": true, "10": null, "1": [ ]}]"#,
            r#"[56,{"1":[],"10":null,"d":true}]"#,
        ),
        (
            "{\"peach\": \"This sorting order\", \"p\u{e9}ch\u{e9}\": \"is wrong according to French\", \"p\u{ea}che\": \"but canonicalization MUST\", \"sin\": \"ignore locale\"}",
            "{\"peach\":\"This sorting order\",\"p\u{e9}ch\u{e9}\":\"is wrong according to French\",\"p\u{ea}che\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}",
        ),
        (
            "{\"Unnormalized Unicode\":\"A\\u030a\"}",
            "{\"Unnormalized Unicode\":\"A\u{30a}\"}",
        ),
        (
            "\"\\b\\t\\n\\f\\r\\u0000\\u001f\\u007f\"",
            "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u{7f}\"",
        ),
    ] {
        assert_eq!(canonical(&read(given.as_bytes()).unwrap()), expected);
    }
}

#[test]
fn reads_strictly_and_says_where() {
    for (bytes, message, offset, line) in [
        (
            &b"{\"a\":1,\n \"b\":2,\n \"a\":3}"[..],
            "`a` stands twice",
            19,
            3,
        ),
        (b"", "EOF while parsing a value", 0, 1),
        (b"{\"a\":\n x}", "expected value", 7, 2),
        (b"[1] 2", "trailing characters", 4, 1),
        (b"[\"\xff\"]", "invalid unicode code point", 2, 1),
        (b"\xef\xbb\xbf[1,]", "trailing comma", 6, 1),
    ] {
        let error = read(bytes).unwrap_err();
        assert_eq!(error.message, message);
        assert_eq!((error.offset, error.line), (offset, line), "{message}");
    }
    assert_eq!(read(b"\xef\xbb\xbf[1]").unwrap(), json!([1]));
    assert!(read("[".repeat(100_000).as_bytes()).is_err());
}

#[test]
fn differences_are_told_by_place() {
    let told = |a: &Value, b: &Value| -> Vec<(String, String)> {
        let show = |one: Option<String>| one.unwrap_or_else(|| "-".to_owned());
        let all = differences(a, b, 200).told;
        all.into_iter()
            .map(|d| {
                (
                    d.pointer,
                    format!("{} {}", show(d.stated), show(d.computed)),
                )
            })
            .collect()
    };
    let one = |pointer: &str, sides: &str| vec![(pointer.to_owned(), sides.to_owned())];
    assert_eq!(told(&json!({"a": 1}), &json!({"a": 1.0})), []);
    assert_eq!(
        told(&json!({"a/~b": [1]}), &json!({"a/~b": [2]})),
        one("/a~1~0b/0", "1 2")
    );
    assert_eq!(told(&json!({"x": null}), &json!({})), one("/x", "null -"));
    assert_eq!(
        told(&json!({}), &json!({"x": {"y": []}})),
        one("/x", "- {\"y\":[]}")
    );
    // One finding more in the middle is one difference, not all that follow.
    assert_eq!(
        told(&json!(["a", "b", "c"]), &json!(["a", "n", "b", "c"])),
        one("/1", "- n")
    );
    assert_eq!(
        told(&json!(["a", "b", "c"]), &json!(["a", "c"])),
        one("/1", "b -")
    );
    let many: Vec<u32> = (0..300).collect();
    let other: Vec<u32> = (1..301).collect();
    let all = differences(&json!(many), &json!(other), 200);
    assert_eq!((all.told.len(), all.more), (200, 100));
}

fn open() -> Open<'static> {
    Open {
        engine: "0.1.0",
        packs: json!({"rules": {"version": "5", "digest": "r1"}, "lists": {"digest": "l1", "lists": []}}),
    }
}

/// Stands in for the engine: depends on every letter of what it is given, judgements included.
fn assess(case: &Value, policy: &Value) -> Result<Value, Refused> {
    let title = case
        .get("title")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if title == "bad" {
        return Err(Refused {
            code: "bad-request".to_owned(),
            message: "title".to_owned(),
            help: String::new(),
        });
    }
    let judged = case
        .get("judgements")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let items = case
        .get("items")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    Ok(json!({
        "engine": "0.1.0",
        "tier": {"tier": if items > 1 { "stop" } else { "standard" }, "machine": "enhanced"},
        "findings": (0..items).map(|at| json!({"indicator": format!("sign-{at}"), "score": 0.9231})).collect::<Vec<_>>(),
        "judged": judged,
        "policy": canonical(policy).len(),
    }))
}

fn case() -> Value {
    json!({
        "format": 1, "id": "c1", "title": "Bestellung 4711 für Мир", "as_of": "2026-11-22",
        "items": [{"id": "i1", "name": "Five-axis machining centre", "value": "480000", "currency": "EUR"}],
        "parties": [
            {"id": "p1", "name": "Alpha Trading FZE", "roles": ["buyer"], "country": "AE",
             "trusted": {"since": "2026-05-01", "until": "2027-05-01", "reason": "audited"}},
            {"id": "p2", "name": "Bishkek Plant", "roles": ["end-user"], "country": "KG"}
        ],
        "judgements": [{"indicator": "newly-formed-trader", "subject": "party:p1", "state": "resolved", "reason": "seen"}],
        "decisions": []
    })
}

fn made() -> String {
    make(
        &case(),
        &json!({"min_score": 0.85}),
        MADE_AT,
        &open(),
        assess,
    )
    .unwrap()
}

fn check(text: &[u8]) -> Verification {
    verify(text, &open(), assess)
}

/// Changes a record as somebody would who then makes the digest fit.
fn resealed(change: impl FnOnce(&mut Value)) -> String {
    use sha2::Digest as _;
    let mut record: Value = serde_json::from_str(&made()).unwrap();
    change(&mut record);
    let mut content = record.as_object().unwrap().clone();
    content.remove("digest");
    let sum: String = sha2::Sha256::digest(canonical(&Value::Object(content.clone())))
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    record["digest"]["value"] = json!(sum);
    let parts = exportcheck::record::parts::parts(&content);
    record["digest"]["parts"] = json!(parts);
    canonical(&record)
}

#[test]
fn a_record_holds_everything_apart_and_comes_out_again() {
    let text = made();
    let record: Value = serde_json::from_str(&text).unwrap();
    let names: Vec<&String> = record.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "assessment",
            "case",
            "digest",
            "engine",
            "format",
            "human",
            "made_at",
            "packs",
            "policy",
            "version"
        ]
    );
    assert_eq!(record["case"].get("judgements"), None);
    assert_eq!(record["case"]["parties"][0].get("trusted"), None);
    assert_eq!(record["human"]["trusted"][0]["party"], "p1");
    assert_eq!(record["human"]["judgements"][0]["reason"], "seen");
    assert_eq!(record["assessment"]["judged"], 1);
    assert_eq!(record["digest"]["value"].as_str().unwrap().len(), 64);
    let checked = check(text.as_bytes());
    assert_eq!(checked.verdict, Verdict::Reproduced);
    assert!(checked.canonical && checked.recomputed);
    assert_eq!(checked.first_difference, None);
    assert_eq!(
        (checked.differences, checked.parts),
        (Vec::new(), Vec::new())
    );
    assert_eq!(checked.made_at.as_deref(), Some(MADE_AT));
    // The same whatever order the members of the case came in.
    let turned: Value = serde_json::from_str(&canonical(&case())).unwrap();
    assert_eq!(
        make(
            &turned,
            &json!({"min_score": 0.85}),
            MADE_AT,
            &open(),
            assess
        )
        .unwrap(),
        text
    );
}

/// Each of these is one change; what is expected is where it is found.
#[test]
fn one_changed_byte_is_found() {
    let text = made();
    for (from, to, part) in [
        ("\"480000\"", "\"980000\"", "/case/items"),
        ("Alpha", "Alpho", "/case/parties"),
        ("\"seen\"", "\"seem\"", "/human/judgements"),
        ("0.85", "0.86", "/policy"),
        ("T10:00", "T11:00", "/made_at"),
        ("\"standard\"", "\"stendard\"", "/assessment"),
        ("\"r1\"", "\"r2\"", "/packs"),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let changed = text.replace(from, to);
        let checked = check(changed.as_bytes());
        assert_eq!(checked.verdict, Verdict::Altered, "{from}");
        assert!(checked.parts[0].starts_with(part), "{:?}", checked.parts);
        assert!(checked.canonical);
        let at = checked.first_difference.unwrap();
        let slip = text
            .bytes()
            .zip(changed.bytes())
            .position(|(a, b)| a != b)
            .unwrap();
        assert!(
            at.offset <= slip && slip - at.offset < 420,
            "{from}: {at:?} {slip}"
        );
        if ["/assessment", "/packs"].contains(&part) {
            assert_eq!(at.offset, slip, "{from}");
            assert!(at.expected.is_some());
        }
    }
}

#[test]
fn every_byte_counts() {
    let text = made();
    let mut bytes = text.clone().into_bytes();
    for at in 0..bytes.len() {
        let kept = bytes[at];
        for other in [kept ^ 1, b' ', b'"'] {
            if other == kept {
                continue;
            }
            bytes[at] = other;
            let checked = check(&bytes);
            let clean = checked.verdict == Verdict::Reproduced && checked.canonical;
            assert!(!clean, "byte {at} as {other}");
            let noticed = checked.first_difference.is_some() || checked.problem.is_some();
            assert!(noticed, "byte {at} as {other}: {checked:?}");
        }
        bytes[at] = kept;
    }
}

#[test]
fn another_layout_holds_the_same() {
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(&made()).unwrap()).unwrap();
    let checked = check(pretty.as_bytes());
    assert_eq!(checked.verdict, Verdict::Reproduced);
    assert!(!checked.canonical);
    let at = checked.first_difference.unwrap();
    assert_eq!((at.offset, at.line), (1, 1));
    let slip = pretty.find("480000").unwrap();
    let changed = pretty.replace("480000", "480001");
    assert_eq!(check(changed.as_bytes()).verdict, Verdict::Altered);
    assert!(slip > 0);
    let checked = check(format!("{}\n", made()).as_bytes());
    assert_eq!(checked.verdict, Verdict::Reproduced);
    let at = checked.first_difference.unwrap();
    assert_eq!(
        (at.offset, at.found.as_str(), at.expected.as_deref()),
        (made().len(), "\n", Some(""))
    );
}

#[test]
fn other_packs_are_named() {
    let mut other = open();
    other.packs["rules"]["digest"] = json!("r9");
    let checked = verify(made().as_bytes(), &other, assess);
    assert_eq!(checked.verdict, Verdict::OtherPacks);
    let row = checked
        .packs
        .iter()
        .find(|row| row.pack == "rules")
        .unwrap();
    assert_eq!(
        (row.stated.as_deref(), row.open.as_deref()),
        (Some("r1"), Some("r9"))
    );
    assert_eq!(checked.first_difference, None);
    // Nothing open at all.
    let none = Open {
        engine: "0.1.0",
        packs: json!({"rules": null, "lists": null}),
    };
    let refuse = |_: &Value, _: &Value| {
        Err(Refused {
            code: "no-rules".to_owned(),
            message: "no rules are open".to_owned(),
            help: String::new(),
        })
    };
    let checked = verify(made().as_bytes(), &none, refuse);
    assert_eq!(checked.verdict, Verdict::OtherPacks);
    assert_eq!(checked.problem.unwrap().code, "no-rules");
    assert!(!checked.recomputed);
    // Another engine that says the same is no matter; one that says otherwise is the reason.
    let engine = Open {
        engine: "0.2.0",
        ..open()
    };
    assert_eq!(
        verify(made().as_bytes(), &engine, assess).verdict,
        Verdict::Reproduced
    );
    let stricter = |_: &Value, _: &Value| Ok(json!({"tier": {"tier": "stop"}}));
    assert_eq!(
        verify(made().as_bytes(), &engine, stricter).verdict,
        Verdict::OtherPacks
    );
}

#[test]
fn what_comes_out_otherwise_is_told() {
    let text = resealed(|record| record["assessment"]["tier"]["tier"] = json!("stop"));
    let checked = check(text.as_bytes());
    assert_eq!(checked.verdict, Verdict::Differs);
    assert_eq!(checked.differences.len(), 1);
    let one = &checked.differences[0];
    assert_eq!(one.pointer, "/assessment/tier/tier");
    assert_eq!(
        (one.stated.as_deref(), one.computed.as_deref()),
        (Some("stop"), Some("standard"))
    );
    let at = checked.first_difference.unwrap();
    assert!(text[at.offset..].starts_with("op\""), "{at:?}");
    // What no record of ours holds.
    let text = resealed(|record| record["approved_by"] = json!("me"));
    let checked = check(text.as_bytes());
    assert_eq!(checked.verdict, Verdict::Differs);
    assert_eq!(checked.differences[0].pointer, "/approved_by");
    // Trust for nobody, and a case the engine refuses.
    let text = resealed(|record| record["human"]["trusted"][0]["party"] = json!("p9"));
    assert_eq!(
        check(text.as_bytes()).problem.unwrap().code,
        "parts-do-not-fit"
    );
    let text = resealed(|record| record["case"]["title"] = json!("bad"));
    let checked = check(text.as_bytes());
    assert_eq!(checked.verdict, Verdict::Differs);
    assert_eq!(checked.problem.unwrap().code, "bad-request");
}

#[test]
fn no_record_is_said_to_be_none() {
    for (text, code) in [
        ("", "no-json"),
        ("hello", "no-json"),
        ("[]", "not-a-record"),
        ("{\"format\":\"exportcheck-record\"}", "not-a-record"),
        (
            "{\"format\":\"exportcheck-record\",\"version\":2}",
            "newer-format",
        ),
        (
            "{\"format\":\"exportcheck-record\",\"version\":1,\"version\":1}",
            "no-json",
        ),
    ] {
        let checked = check(text.as_bytes());
        assert_eq!(checked.verdict, Verdict::Unreadable, "{text}");
        assert_eq!(checked.problem.unwrap().code, code, "{text}");
    }
    let checked = check(b"{\"format\":\"exportcheck-record\",\"version\":1}");
    assert_eq!(checked.verdict, Verdict::Altered);
}

#[test]
fn what_cannot_be_written_exactly_is_refused() {
    for (number, good) in [
        (json!(0.1), true),
        (json!(12.0), true),
        (json!(9_007_199_254_740_992_u64), true),
        (json!(9_007_199_254_740_993_u64), false),
        (json!(-9_007_199_254_740_993_i64), false),
    ] {
        let made = make(
            &json!({"items": [number]}),
            &Value::Null,
            MADE_AT,
            &open(),
            assess,
        );
        assert_eq!(made.is_ok(), good, "{number}");
        if let Err(refused) = made {
            assert_eq!(refused.code, "number-not-exact");
            assert!(refused.message.contains(&number.to_string()), "{refused:?}");
        }
    }
    for time in [
        "",
        "2026-11-22",
        "2026-11-22T10:00:00",
        "2026-13-22T10:00:00Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T10:00:00.Z",
    ] {
        assert!(
            make(&case(), &Value::Null, time, &open(), assess).is_err(),
            "{time}"
        );
    }
    assert!(
        make(
            &case(),
            &Value::Null,
            "2026-11-22T10:00:00.123Z",
            &open(),
            assess
        )
        .is_ok()
    );
}

#[test]
fn odd_trust_stays_where_it_is() {
    for parties in [
        json!([{"id": "p1", "trusted": {"a": 1}}, {"id": "p1", "trusted": {"b": 1}}]),
        json!([{"trusted": {"a": 1}}]),
        json!([{"id": 7, "trusted": {"a": 1}}]),
        json!([{"id": "p1", "trusted": null}, {"id": "p2", "trusted": {"party": "x"}}, 3]),
        json!({"p1": {"trusted": {}}}),
    ] {
        let case = json!({"parties": parties, "judgements": null});
        let halves = split(case.clone());
        assert_eq!(halves.case["parties"], parties);
        assert_eq!(join(&halves.case, &halves.human), Some(case));
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(|n| json!(n)),
        (any::<i32>(), 0..5u32)
            .prop_map(|(n, digits)| json!(f64::from(n) / f64::from(10u32.pow(digits)))),
        "\\PC{0,12}".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec(("(id|party|trusted|[a-zé😀]{1,3})", inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn any_case() -> impl Strategy<Value = Value> {
    let party = (
        prop::option::of("p[1-3]"),
        prop::option::of(any_json()),
        any_json(),
    );
    let parties = prop::collection::vec(party, 0..5).prop_map(|all| {
        let of = |(id, trusted, other): (Option<String>, Option<Value>, Value)| {
            let mut party = json!({"name": other});
            if let Some(id) = id {
                party["id"] = json!(id);
            }
            if let Some(trusted) = trusted {
                party["trusted"] = trusted;
            }
            party
        };
        Value::Array(all.into_iter().map(of).collect())
    });
    let parties = prop_oneof![4 => parties, 1 => any_json()];
    (
        parties,
        prop::option::of(any_json()),
        prop::option::of(any_json()),
        any_json(),
    )
        .prop_map(|(parties, judgements, decisions, answers)| {
            let mut case = json!({"title": "x", "answers": answers, "parties": parties});
            if let Some(judgements) = judgements {
                case["judgements"] = judgements;
            }
            if let Some(decisions) = decisions {
                case["decisions"] = decisions;
            }
            case
        })
}

proptest! {
    #[test]
    fn canonical_text_reads_as_the_same_value(value in any_json()) {
        let text = canonical(&value);
        let again = read(text.as_bytes()).unwrap();
        prop_assert_eq!(differences(&value, &again, 1).told, Vec::new());
        prop_assert_eq!(canonical(&again), text);
    }

    /// Every double is printed so that it is read back, as ECMAScript lays it out.
    #[test]
    fn every_number_survives(bits in any::<u64>()) {
        let Some(number) = Number::from_f64(f64::from_bits(bits)) else { return Ok(()) };
        let text = canonical(&Value::Number(number.clone()));
        prop_assert_eq!(text.parse::<f64>().unwrap(), number.as_f64().unwrap());
        prop_assert!(!text.contains(['E', ' ']) && !text.ends_with('.') && !text.ends_with(".0"));
    }

    #[test]
    fn names_are_sorted_as_utf_16(names in prop::collection::vec("[a\u{e9}\u{fb33}\u{ff5e}\u{10000}\u{1f600}]{0,3}", 0..8)) {
        let object: Map<String, Value> = names.iter().map(|name| (name.clone(), Value::Null)).collect();
        let text = canonical(&Value::Object(object.clone()));
        let mut sorted: Vec<Vec<u16>> = object.keys().map(|name| name.encode_utf16().collect()).collect();
        sorted.sort();
        let parts: Vec<String> = sorted.iter()
            .map(|name| format!("{}:null", serde_json::to_string(&String::from_utf16(name).unwrap()).unwrap()))
            .collect();
        prop_assert_eq!(text, format!("{{{}}}", parts.join(",")));
    }

    #[test]
    fn places_are_where_they_are_said(value in any_json()) {
        fn walk(whole: &Value, text: &str, value: &Value, path: &mut Vec<String>) {
            let names: Vec<&str> = path.iter().map(String::as_str).collect();
            let at = offset_of(whole, &names).unwrap();
            assert!(text[at..].starts_with(&canonical(value)));
            let children: Vec<(String, &Value)> = match value {
                Value::Object(members) => members.iter().map(|(name, of)| (name.clone(), of)).collect(),
                Value::Array(elements) => elements.iter().enumerate().map(|(at, of)| (at.to_string(), of)).collect(),
                _ => Vec::new(),
            };
            for (name, child) in children {
                path.push(name);
                walk(whole, text, child, path);
                path.pop();
            }
        }
        walk(&value, &canonical(&value), &value, &mut Vec::new());
    }

    #[test]
    fn parting_a_case_loses_nothing(case in any_case()) {
        let halves = split(case.clone());
        prop_assert_eq!(join(&halves.case, &halves.human), Some(case));
    }

    #[test]
    fn what_is_made_comes_out_again(case in any_case(), policy in any_json()) {
        let text = make(&case, &policy, MADE_AT, &open(), assess).unwrap();
        let checked = check(text.as_bytes());
        prop_assert_eq!(checked.verdict, Verdict::Reproduced, "{:?}", checked);
        prop_assert!(checked.canonical);
    }

    #[test]
    fn one_slip_is_always_noticed(case in any_case(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let text = make(&case, &Value::Null, MADE_AT, &open(), assess).unwrap();
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        let checked = check(&bytes);
        prop_assert!(checked.verdict != Verdict::Reproduced || !checked.canonical);
        prop_assert!(checked.first_difference.is_some() || checked.problem.is_some());
    }

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(check(&bytes).verdict, Verdict::Unreadable);
    }

    #[test]
    fn any_record_gives_an_answer(members in prop::collection::vec(("(case|human|policy|packs|assessment|digest|made_at|engine)", any_json()), 0..8)) {
        let mut record: Map<String, Value> = members.into_iter().collect();
        record.insert("format".to_owned(), json!("exportcheck-record"));
        record.insert("version".to_owned(), json!(1));
        let checked = check(canonical(&Value::Object(record)).as_bytes());
        prop_assert_eq!(checked.verdict, Verdict::Altered);
    }
}
