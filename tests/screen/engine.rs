//! The engine behind the JavaScript boundary: JSON in and out, refusals, replacing a pack.

use crate::packs::{STARTER, pack, party};
use exportcheck::engine::{Engine, EngineError};
use exportcheck::party::{NameKind, PartyKind};
use serde_json::{Value, json};

const ASK: &str = r#"{"query":{"name":"Rosoboronexport"}}"#;

fn opened() -> Engine {
    let mut engine = Engine::default();
    engine.open(&STARTER, "").expect("the starter pack opens");
    engine
}

fn value(answer: Result<String, EngineError>) -> Value {
    serde_json::from_str(&answer.expect("an answer")).expect("JSON")
}

fn code(answer: Result<String, EngineError>) -> String {
    let error = answer.expect_err("a refusal");
    assert!(
        !error.message.is_empty() && !error.help.is_empty(),
        "{error:?}"
    );
    assert!(
        !error.message.ends_with('.') && !error.help.ends_with('.'),
        "{error:?}"
    );
    let json: Value = serde_json::from_str(&error.json()).unwrap();
    assert_eq!(json["code"], error.code.as_str());
    error.code
}

/// Ways a pack may be damaged, with the code each must give.
fn damaged() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let whole = STARTER.clone();
    let changed = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        bytes
    };
    vec![
        ("empty", Vec::new(), "pack-too-short"),
        (
            "cut off",
            whole[..whole.len() / 2].to_vec(),
            "pack-too-short",
        ),
        (
            "last byte missing",
            whole[..whole.len() - 1].to_vec(),
            "pack-too-short",
        ),
        (
            "another file",
            b"list\treference\tname\n".repeat(40),
            "pack-not-a-pack",
        ),
        (
            "changed in the middle",
            changed(whole.len() / 2),
            "pack-checksum",
        ),
        (
            "changed at the end",
            changed(whole.len() - 1),
            "pack-checksum",
        ),
    ]
}

#[test]
fn damaged_pack_leaves_the_previous_one_answering() {
    let mut engine = opened();
    let (manifest, before) = (engine.manifest().unwrap(), engine.screen(ASK).unwrap());
    assert!(before.contains("us-sdn"), "{before}");
    for (what, bytes, expected) in damaged() {
        assert_eq!(code(engine.open(&bytes, "{}")), expected, "{what}");
        assert_eq!(engine.manifest().unwrap(), manifest, "{what}");
        assert_eq!(engine.screen(ASK).unwrap(), before, "{what}");
    }
    let other = pack(vec![party(
        "1",
        PartyKind::Organisation,
        &[("Another List Ltd", NameKind::Primary)],
    )]);
    engine.open(&other, "{}").unwrap();
    assert_eq!(value(engine.screen(ASK))["hits"], json!([]));
}

#[test]
fn required_signature_is_required() {
    let pair = ed25519_compact::KeyPair::from_seed(ed25519_compact::Seed::new([7; 32]));
    let key = |pair: &ed25519_compact::KeyPair| {
        pair.pk
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let signed = {
        let plain = party(
            "1",
            PartyKind::Organisation,
            &[("Signed Ltd", NameKind::Primary)],
        );
        let lists = vec![exportcheck::pack::manifest::ListInfo {
            id: "list-a".to_owned(),
            ..Default::default()
        }];
        let manifest = exportcheck::pack::manifest::Manifest {
            lists,
            ..Default::default()
        };
        let draft = exportcheck::pack::write::Draft {
            manifest,
            parties: vec![plain],
            tests: Vec::new(),
        };
        exportcheck::pack::write::write(draft, Some(&pair)).unwrap()
    };
    let stranger = ed25519_compact::KeyPair::from_seed(ed25519_compact::Seed::new([8; 32]));
    let mut engine = opened();
    let before = engine.screen(ASK).unwrap();
    let require = |pair| json!({ "require_signature": key(pair) }).to_string();
    assert_eq!(
        code(engine.open(&STARTER, &require(&pair))),
        "pack-signature-missing"
    );
    assert_eq!(
        code(engine.open(&signed, &require(&stranger))),
        "pack-signature-wrong"
    );
    let mut changed = signed.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert!(engine.open(&changed, &require(&pair)).is_err());
    assert_eq!(
        code(engine.open(&signed, r#"{"require_signature":"abc"}"#)),
        "bad-request"
    );
    assert_eq!(
        code(engine.open(&signed, r#"{"require-signature":null}"#)),
        "bad-request"
    );
    assert_eq!(engine.screen(ASK).unwrap(), before);
    engine.open(&signed, &require(&pair)).unwrap();
    assert_eq!(value(engine.manifest())["parties"], 1);
    engine
        .open(&signed, r#"{"require_signature":null}"#)
        .unwrap();
}

#[test]
fn bad_requests_name_the_field() {
    let mut engine = opened();
    for (request, named) in [
        ("", "request"),
        ("[]", "request"),
        (r#"{"query":{"name":1}}"#, "invalid type"),
        (r#"{"query":{"nam":"x"}}"#, "`nam`"),
        (
            r#"{"query":{"name":"x","dob":"1951-13-01"}}"#,
            "`1951-13-01`",
        ),
        (r#"{"query":{"name":"x","kind":"company"}}"#, "`company`"),
        (r#"{"query":{"name":"x"},"policy":{"limit":-1}}"#, "-1"),
        (
            r#"{"query":{"name":"x"},"policy":{"mode":"fast"}}"#,
            "`fast`",
        ),
        (r#"{"policy":{}}"#, "`query`"),
    ] {
        let error = engine.screen(request).expect_err(request);
        assert_eq!(error.code, "bad-request", "{request}");
        assert!(
            error.message.contains(named),
            "{request}: {}",
            error.message
        );
    }
    assert_eq!(
        code(engine.screen_batch(r#"{"query":{"name":"x"}}"#)),
        "bad-request"
    );
    assert_eq!(
        code(engine.compare(r#"{"kind":"person","left":"x"}"#)),
        "bad-request"
    );
}

#[test]
fn without_a_pack_nothing_is_screened() {
    let mut engine = Engine::default();
    assert_eq!(code(engine.manifest()), "no-pack");
    assert_eq!(code(engine.screen(ASK)), "no-pack");
    assert_eq!(code(engine.screen_batch(r#"{"queries":[]}"#)), "no-pack");
    assert_eq!(code(engine.party("us-sdn", "36")), "no-pack");
    let compared =
        value(engine.compare(r#"{"kind":"person","left":"Iwan Petrow","right":"Ivan Petrov"}"#));
    assert!(compared["score"].as_f64() > Some(0.8), "{compared}");
}

#[test]
fn batch_answers_like_single_questions_in_order() {
    let mut engine = opened();
    let names = [
        "Rosoboronexport",
        "Nobody Anywhere GmbH",
        "",
        "Wladimir Putin",
        "Rosoboronexport",
    ];
    let queries: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
    let batch = value(engine.screen_batch(&json!({ "queries": queries }).to_string()));
    let rows = batch["results"].as_array().unwrap();
    assert_eq!(rows.len(), names.len());
    for (row, query) in rows.iter().zip(queries) {
        let alone = value(engine.screen(&json!({ "query": query }).to_string()));
        for field in ["query", "hits", "not_checked"] {
            assert_eq!(row[field], alone[field], "{query} {field}");
        }
    }
    assert!(
        rows[2]["not_checked"]
            .as_array()
            .unwrap()
            .contains(&json!("name-unreadable"))
    );
}

#[test]
fn party_is_the_entry_of_the_hit() {
    let mut engine = opened();
    let hits = value(engine.screen(ASK))["hits"].clone();
    let hit = &hits[0];
    let (list, reference) = (hit["list"].as_str().unwrap(), hit["ref"].as_str().unwrap());
    let entry = value(engine.party(list, reference));
    assert_eq!(entry["entry"], hit["entry"]);
    assert_eq!(entry["party"]["names"][0]["text"], hit["primary"]);
    assert_eq!(value(engine.party(list, "no such reference")), Value::Null);
    assert_eq!(value(engine.party("no-such-list", reference)), Value::Null);
}

#[test]
fn reading_table_makes_chinese_names_findable() {
    let mut engine = opened();
    let ask = r#"{"query":{"name":"北京航空航天大学"}}"#;
    let before = value(engine.screen(ask));
    assert!(
        before["not_checked"]
            .as_array()
            .unwrap()
            .contains(&json!("script-table")),
        "{before}"
    );
    assert!(engine.open_scripts(b"not a table").is_err());
    engine
        .open_scripts(&exportcheck::text::Readings::standard())
        .unwrap();
    let after = value(engine.screen(ask));
    assert!(
        !after["not_checked"]
            .as_array()
            .unwrap()
            .contains(&json!("script-table")),
        "{after}"
    );
    assert!(after["hits"][0]["score"].as_f64() > Some(0.9), "{after}");
}
