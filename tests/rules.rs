//! Rule files -> pack: the repository's rules hold, every mistake is told with its place and mend,
//! packs refuse damage, and no missing answer ever becomes a "not met".
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use exportcheck::classify::classifier::verdict;
use exportcheck::engine::Engine;
use exportcheck::pack::rule_pack::RulePack;
use exportcheck::pack::rules::complaint::Source;
use exportcheck::pack::rules::{Compiled, compile};
use exportcheck::rule::facts::Facts;
use exportcheck::rule::terms::Truth;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn folder(path: &str) -> Vec<Source> {
    support::sources(&support::root().join(path))
}

fn fixture() -> Vec<Source> {
    folder("tests/fixtures/rules")
}

fn compiled(files: Vec<Source>) -> Compiled {
    compile(files).unwrap_or_else(|complaints| {
        let told: Vec<String> = complaints
            .iter()
            .take(20)
            .map(ToString::to_string)
            .collect();
        panic!("{} mistakes:\n{}", complaints.len(), told.join("\n"))
    })
}

fn engine() -> Engine {
    let mut engine = Engine::default();
    engine
        .open_rules(&compiled(fixture()).write(None).unwrap(), "")
        .unwrap();
    engine
}

fn classify(engine: &Engine, answers: Value) -> Value {
    let request = json!({"family": "kettle", "answers": answers, "as_of": "2026-11-22"});
    serde_json::from_str(&engine.classify(&request.to_string()).unwrap()).unwrap()
}

fn result<'a>(answer: &'a Value, list: &str, entry: &str, path: &str) -> &'a Value {
    answer["provisions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["list"] == list && p["entry"] == entry && p["path"] == path)
        .unwrap_or_else(|| panic!("{list} {entry}.{path} is not in {answer}"))
}

#[test]
fn the_rules_of_this_repository_hold() {
    let compiled = compiled(folder("rules"));
    let pack = compiled.write(None).unwrap();
    assert_eq!(
        pack,
        compiled.write(None).unwrap(),
        "the same rules give the same bytes"
    );
    let opened = RulePack::open(&pack, None).unwrap();
    assert_eq!(
        opened.rules.provisions.len(),
        compiled.rules.provisions.len()
    );
    for language in ["en", "de"] {
        let texts: Value = serde_json::from_str(&opened.texts[language]).unwrap();
        assert!(
            texts["families"].as_object().unwrap().len() > 100,
            "{language}"
        );
    }
}

/// Blanking one answer of any example: undecided or the same, never a new "not met".
#[test]
fn a_missing_answer_is_never_a_no() {
    for files in [fixture(), folder("rules")] {
        let compiled = compiled(files);
        let rules = &compiled.rules;
        let mut blanked = 0u32;
        for example in &compiled.examples {
            let family = rules
                .families
                .iter()
                .find(|f| f.id == example.family)
                .unwrap();
            let answers: Map<String, Value> = example
                .answers
                .iter()
                .map(|(name, answer)| (name.clone(), Value::String(answer.clone())))
                .collect();
            let fixed = |name: &String| {
                family
                    .given
                    .iter()
                    .any(|(a, _)| rules.attributes[*a as usize].id == *name)
            };
            // What the family fixes comes back when an example's own answer is taken away.
            for name in answers.keys().filter(|name| !fixed(name)) {
                let mut fewer = answers.clone();
                fewer.remove(name);
                let facts = Facts::read(rules, &family.given, &fewer);
                let index = rules.attributes.iter().position(|a| a.id == *name).unwrap();
                // A formula gives it all the same: nothing is missing.
                if rules.attributes[index].formula.is_some() && !facts.open(index as u32) {
                    continue;
                }
                let found = verdict(rules, family, &facts, example.provision).unwrap();
                let place = || {
                    let p = &rules.provisions[example.provision as usize];
                    format!(
                        "{}.{} for {} without `{name}`",
                        rules.controls[p.control as usize].entry, p.path, family.id
                    )
                };
                assert!(
                    found == example.expect
                        || found == Truth::Unknown
                        || yielded(rules, example.provision),
                    "{}: {:?} became {found:?}",
                    place(),
                    example.expect
                );
                assert!(
                    found != Truth::False || example.expect == Truth::False,
                    "{}",
                    place()
                );
                blanked += 1;
            }
        }
        assert!(blanked > 10, "{blanked}");
    }
}

/// A paragraph for what another one leaves stays met while the other is open: listed either way.
fn yielded(rules: &exportcheck::rule::model::Rules, provision: u32) -> bool {
    rules.provisions[provision as usize]
        .unless
        .iter()
        .any(|release| release.yields)
}

#[test]
fn verdicts_explain_themselves() {
    let engine = engine();
    let answer = classify(
        &engine,
        json!({"volume": "5,02 L", "whistles": "no", "power": "4.9 kW"}),
    );
    let a = result(&answer, "eu", "9Z001", "a");
    assert_eq!(a["result"], "met");
    assert_eq!(
        a["criteria"],
        json!([{"cite": "9Z001.a", "attribute": "volume", "given": "5,02 L", "value": null, "from": [],
                "expression": null, "op": ">=", "limit": "5 L", "result": "met", "near": true}])
    );
    assert_eq!(a["differs"], true);
    assert_eq!(result(&answer, "us", "9Z001", "a")["result"], "not-met");
    // A derived value shows where it comes from.
    let b = &result(&answer, "eu", "9Z001", "b")["criteria"][0];
    assert_eq!(b["from"], json!(["power", "volume"]));
    assert_eq!(
        (b["attribute"].as_str(), b["result"].as_str()),
        (Some("power_density"), Some("not-met"))
    );
    assert_eq!(answer["lists"][0]["verdict"], "listed");
    assert_eq!(answer["lists"][0]["entries"][0]["met"], json!(["a"]));
    assert_eq!(answer["related"][0]["software"], json!(["9Z002"]));
}

#[test]
fn a_note_takes_a_provision_back_and_is_cited() {
    let answer = classify(&engine(), json!({"volume": "9 L", "whistles": "yes"}));
    let a = result(&answer, "us", "9Z001", "a");
    assert_eq!(a["result"], "not-met");
    assert_eq!(a["released_by"][0]["cite"], "9Z001.a Note");
    assert_eq!(a["reasons"], json!(["AT1"]));
}

#[test]
fn what_is_not_said_is_asked() {
    let engine = engine();
    let answer = classify(&engine, json!({}));
    assert_eq!(answer["lists"][0]["verdict"], "undecided");
    let asked: Vec<&str> = answer["ask"]
        .as_array()
        .unwrap()
        .iter()
        .map(|q| q["attribute"].as_str().unwrap())
        .collect();
    assert!(
        asked.contains(&"volume") && asked.contains(&"power") && !asked.contains(&"power_density"),
        "{asked:?}"
    );
    // Notes are asked about once the paragraph is met.
    assert!(!asked.contains(&"whistles"), "{asked:?}");
    let answer = classify(&engine, json!({"volume": "9 L"}));
    assert_eq!(answer["ask"][0]["attribute"], "whistles");
    let answer = classify(&engine, json!({"volume": "9 L", "whistles": "unknown"}));
    assert_eq!(answer["do_not_know"], json!(["whistles"]));
    assert!(
        answer["ask"]
            .as_array()
            .unwrap()
            .iter()
            .all(|q| q["attribute"] != "whistles")
    );
}

#[test]
fn bad_answers_are_told_and_count_as_blank() {
    let answer = classify(
        &engine(),
        json!({"volume": "5 W", "metal": "gold", "whistles": "maybe", "colour": "red"}),
    );
    let codes: Vec<&str> = answer["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes.len(), 4, "{codes:?}");
    assert_eq!(result(&answer, "eu", "9Z001", "a")["result"], "unknown");
}

#[test]
fn a_list_without_a_rule_for_the_family_is_not_a_no() {
    let engine = engine();
    let request = json!({"family": "vessel", "answers": {}, "as_of": "2026-11-22"});
    let answer: Value =
        serde_json::from_str(&engine.classify(&request.to_string()).unwrap()).unwrap();
    assert_eq!(answer["lists"][0]["verdict"], "no-rule");
}

#[test]
fn another_entry_goes_first_only_once_it_is_met() {
    let engine = engine();
    let open = classify(&engine, json!({"metal": "steel", "whistles": "no"}));
    assert_eq!(result(&open, "eu", "9Z002", "")["result"], "met");
    let met = classify(
        &engine,
        json!({"metal": "steel", "whistles": "no", "volume": "9 L"}),
    );
    assert_eq!(result(&met, "eu", "9Z002", "")["result"], "not-met");
}

/// One change to the fixture, and what the compiler must say about it.
#[test]
fn mistakes_are_told_with_place_and_mend() {
    const CONTROL: &str = "controls/9/Z/9Z001.toml";
    for (file, from, to, place, told) in [
        (
            CONTROL,
            "volume >= 5 L",
            "volum >= 5 L",
            ":18: provision a when",
            "there is no attribute `volum`",
        ),
        (
            CONTROL,
            "volume >= 5 L",
            "volume >= 5 W",
            ":18: provision a when",
            "measure different things",
        ),
        (
            CONTROL,
            "volume >= 5 L",
            "volume >= 5 blub",
            ":18: provision a when",
            "the unit `blub` is not known",
        ),
        (
            CONTROL,
            "volume >= 5 L",
            "volume >= ",
            ":18: provision a when",
            "is missing here",
        ),
        (
            CONTROL,
            "volume >= 5 L",
            "volume > 5 L",
            ":21: provision a (eu) limits",
            "at `5 L` of `volume` the condition gives not-met, expected met",
        ),
        (
            CONTROL,
            "  { of = \"volume\", value = \"5 L\", under = \"not-met\", at = \"met\", over = \"met\", lists = [\"eu\"] },\n",
            "",
            "provision a (eu) limits",
            "the limit `5 L` of `volume` is not tested",
        ),
        (
            CONTROL,
            "family = \"kettle\"\ntitle.en = \"Large",
            "title.en = \"Large",
            "provision a family",
            "nothing reaches it",
        ),
        (
            CONTROL,
            "family = \"kettle\"\ntitle.en = \"Large",
            "family = \"ketle\"\ntitle.en = \"Large",
            "provision a family",
            "there is no family `ketle`",
        ),
        (
            CONTROL,
            "path = \"a\"",
            "path = \"c\"",
            "provision c path",
            "has no such paragraph",
        ),
        (
            CONTROL,
            "see_also = [\"9Z002\"]",
            "see_also = [\"9Z009\"]",
            ":6: see_also",
            "there is no entry `9Z009`",
        ),
        (
            CONTROL,
            "codes = [\"AT1\"]",
            "codes = [\"AT7\"]",
            "list.us reasons",
            "no reason for control `AT7`",
        ),
        (
            CONTROL,
            "title.de = \"Große Kessel\"\n",
            "",
            "provision a title",
            "the text in `de` is missing",
        ),
        (
            CONTROL,
            "title.de = \"Große Kessel\"",
            "title.de = \"\"",
            "provision a title",
            "the text in `de` is missing",
        ),
        (
            CONTROL,
            "cite = \"a Note\"\n",
            "",
            "toml",
            "missing field `cite`",
        ),
        (
            CONTROL,
            "whistles = \"no\" }\nexpect = \"met\"\n[[provision.example]]\ngiven = { volume = \"7 L\", whistles = \"yes\" }\nexpect = \"not-met\"",
            "whistles = \"no\" }\nexpect = \"met\"",
            "provision a example",
            "no example that is not-met",
        ),
        (
            CONTROL,
            "[[provision.example]]\ngiven = { volume = \"7 L\" }\nexpect = \"unknown\"\n",
            "",
            ":1: example",
            "no example that is unknown",
        ),
        (
            CONTROL,
            "given = { volume = \"7 L\" }\nexpect = \"unknown\"",
            "given = { volume = \"7 L\" }\nexpect = \"met\"",
            "provision a example",
            "expected met, the condition gives unknown",
        ),
        (
            CONTROL,
            "metal is copper [b.2]",
            "metal is gold [b.2]",
            "provision b when",
            "`gold` is not an option of `metal`",
        ),
        (
            CONTROL,
            "metal is copper [b.2]",
            "metal has copper [b.2]",
            "provision b when",
            "`metal` is not a set",
        ),
        (
            CONTROL,
            "path = \"b\"\nfamily",
            "path = \"a\"\nfamily",
            "provision a valid",
            "stands twice",
        ),
        (
            CONTROL,
            "id = \"9Z001\"",
            "id = \"9Z003\"",
            "id",
            "stands in the file `9Z001.toml`",
        ),
        (
            "controls/9/Z/9Z002.toml",
            "yields_to = [\"9Z001\"]",
            "yields_to = [\"9Z007\"]",
            "provision  yields_to",
            "no provision of this list stands under `9Z007`",
        ),
        (
            "controls/9/Z/9Z002.toml",
            "when = \"metal is steel\"",
            "when = \"metal is steel and not specified_by(\\\"9Z002\\\")\"",
            "provision  when",
            "no provision of this list stands under `9Z002`",
        ),
        (
            "attributes/kettle.toml",
            "formula = \"power / volume\"",
            "formula = \"power / power\"",
            "attribute power_density formula",
            "another kind of quantity",
        ),
        (
            "attributes/kettle.toml",
            "formula = \"power / volume\"",
            "formula = \"power_density / volume\"",
            "attribute power_density formula",
            "refers to itself",
        ),
        (
            "attributes/kettle.toml",
            "unit = \"W\"",
            "unit = \"Blub\"",
            "attribute power unit",
            "`Blub` is not known",
        ),
        (
            "attributes/kettle.toml",
            "kind = \"flag\"",
            "kind = \"flagg\"",
            "attribute whistles kind",
            "there is no kind `flagg`",
        ),
        (
            "attributes/kettle.toml",
            "margin = \"1 %\"",
            "margin = \"some\"",
            "attribute power margin",
            "not a percentage",
        ),
        (
            "families/kettle.toml",
            "parents = [\"vessel\"]",
            "parents = [\"vesel\"]",
            "family kettle parents",
            "there is no family `vesel`",
        ),
        (
            "families/kettle.toml",
            "metal = \"copper\"",
            "metall = \"copper\"",
            "family copper-kettle given",
            "there is no attribute `metall`",
        ),
        ("lists.toml", "[us]", "[us", "toml", ""),
        (
            "review.toml",
            "list = \"eu\"",
            "list = \"xx\"",
            "review eu-cannon",
            "there is no list `xx`",
        ),
    ] {
        let mut files = fixture();
        let source = files.iter_mut().find(|f| f.file == file).unwrap();
        assert!(source.text.contains(from), "{file} has no `{from}`");
        source.text = source.text.replacen(from, to, 1);
        let complaints = compile(files).expect_err(&format!("`{to}` must be refused"));
        let all: Vec<String> = complaints.iter().map(ToString::to_string).collect();
        assert!(
            all.iter()
                .any(|c| c.starts_with(file) && c.contains(place) && c.contains(told)),
            "`{to}`: expected {file} ... {place} ... {told}, got:\n{}",
            all.join("\n")
        );
        assert!(
            complaints
                .iter()
                .all(|c| c.line > 0 || c.file.ends_with(".tsv")),
            "{all:?}"
        );
    }
}

#[test]
fn a_damaged_rule_pack_is_refused_and_the_old_one_stays() {
    let pack = compiled(fixture()).write(None).unwrap();
    let mut engine = engine();
    let before = engine.coverage().unwrap();
    for cut in [0, 7, 20, 55, 60, pack.len() / 2, pack.len() - 1] {
        assert!(engine.open_rules(&pack[..cut], "").is_err(), "cut at {cut}");
    }
    for at in (0..pack.len()).step_by(7) {
        let mut changed = pack.clone();
        changed[at] ^= 0x41;
        let error = engine.open_rules(&changed, "").unwrap_err();
        assert!(error.code.starts_with("pack-"), "{at}: {error:?}");
    }
    assert_eq!(engine.coverage().unwrap(), before);
    let key = "ab".repeat(32);
    let error = engine
        .open_rules(&pack, &format!("{{\"require_signature\":\"{key}\"}}"))
        .unwrap_err();
    assert_eq!(error.code, "pack-signature-missing");
}

#[test]
fn coverage_counts_leaves() {
    let compiled = compiled(fixture());
    let of = |list: &str| compiled.totals.iter().find(|(id, _)| id == list).unwrap().1;
    assert_eq!(
        (
            of("eu").entries,
            of("eu").leaves,
            of("eu").modelled,
            of("eu").absent
        ),
        (3, 6, 4, 2)
    );
    assert_eq!((of("us").leaves, of("us").modelled), (3, 3));
}

proptest! {
    /// More answers never turn a decided verdict: Kleene logic is monotone.
    #[test]
    fn answers_only_decide(volume in proptest::option::of(0u32..20), power in proptest::option::of(0u32..9),
                           whistles in proptest::option::of(any::<bool>()), metal in proptest::option::of(0usize..3),
                           drop in 0usize..4) {
        let mut answers = Map::new();
        if let Some(v) = volume { answers.insert("volume".into(), json!(format!("{v} L"))); }
        if let Some(p) = power { answers.insert("power".into(), json!(format!("{p} kW"))); }
        if let Some(w) = whistles { answers.insert("whistles".into(), json!(if w { "yes" } else { "no" })); }
        if let Some(m) = metal { answers.insert("metal".into(), json!(["steel", "copper", "other"][m])); }
        let compiled = shared();
        let rules = &compiled.rules;
        let family = rules.families.iter().find(|f| f.id == "kettle").unwrap();
        let mut fewer = answers.clone();
        if let Some(name) = answers.keys().nth(drop) { fewer.remove(name); }
        for index in &family.provisions {
            if yielded(rules, *index) { continue; }
            let all = verdict(rules, family, &Facts::read(rules, &family.given, &answers), *index).unwrap();
            let less = verdict(rules, family, &Facts::read(rules, &family.given, &fewer), *index).unwrap();
            prop_assert!(less == all || less == Truth::Unknown, "{index}: {less:?} then {all:?}");
        }
    }

    /// Whatever stands in a request, the engine answers or refuses; it never panics.
    #[test]
    fn any_request_is_answered(text in ".{0,80}", name in "[a-z_]{1,12}") {
        let engine = shared_engine();
        let request = json!({"family": "kettle", "answers": {name: text, "volume": text, "extras": [text]}, "as_of": "2026-11-22"});
        prop_assert!(engine.classify(&request.to_string()).is_ok());
        let _ = engine.classify(&text);
        let _ = engine.find(&json!({"query": text}).to_string());
        let _ = engine.recognise(&json!({"family": "kettle", "text": text}).to_string());
    }
}

fn shared() -> &'static Compiled {
    static ONCE: std::sync::OnceLock<Compiled> = std::sync::OnceLock::new();
    ONCE.get_or_init(|| compiled(fixture()))
}

fn shared_engine() -> &'static Engine {
    static ONCE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
    ONCE.get_or_init(engine)
}
