//! The cases of `cases/assess` and engines to assess them with: the project's rules, and the starter
//! list as shipped or with every list dated to one day, so that it counts as a full pack of that day.
#![allow(dead_code, reason = "every test binary uses its part")]

use crate::support::{RULES, root};
use exportcheck::engine::Engine;
use exportcheck::pack::catalogue;
use exportcheck::pack::gather::{self, Options};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::sync::{LazyLock, Mutex};

/// Engines by their lists: a day, `starter`, or `none`.
static ENGINES: LazyLock<Mutex<BTreeMap<String, Engine>>> = LazyLock::new(Mutex::default);

/// A list that its publisher has closed: its last edition is never fresh.
const CLOSED: &str = "uk-ofsi";

/// A pack of the starter list; with a day, under another file name (so that it is not marked as the
/// starter list), with that day as the date of every list, and without a list that is closed.
pub(crate) fn party_pack(lists: &str) -> Vec<u8> {
    let starter = root().join("lists/starter.tsv");
    let folder = std::env::temp_dir().join(format!("exportcheck-assess-{}", std::process::id()));
    let file = match lists {
        "starter" => starter,
        day => {
            fs::create_dir_all(&folder).unwrap();
            let text = fs::read_to_string(starter).unwrap();
            let open = text.lines().filter(|line| !line.starts_with(CLOSED));
            let dated = open.map(|line| match line.split_once(": ") {
                Some((head, _)) if head.starts_with("# published") => {
                    if head.ends_with(CLOSED) {
                        String::new()
                    } else {
                        format!("{head}: {day}\n")
                    }
                }
                _ => format!("{line}\n"),
            });
            let file = folder.join(format!("lists-{day}.tsv"));
            fs::write(&file, dated.collect::<String>()).unwrap();
            file
        }
    };
    let options = Options {
        from: vec![file],
        ..Options::default()
    };
    let gathered = gather::gather(&options, &catalogue::built_in().unwrap()).unwrap();
    assert_eq!(gathered.manifest.starter, lists == "starter");
    gather::pack(&gathered, None).unwrap()
}

/// Assesses a case on these lists.
pub(crate) fn assess(lists: &str, case: &Value) -> Value {
    let request = json!({ "case": case }).to_string();
    let answer = with_engine(lists, |engine| engine.assess(&request));
    serde_json::from_str(&answer.unwrap_or_else(|e| panic!("{}: {}", case["id"], e.json())))
        .unwrap()
}

/// Texts of the risk rules: what is asked where, in the order of the form.
pub(crate) fn risk_texts() -> Value {
    let texts = with_engine("none", |engine| engine.risk_texts("en"));
    serde_json::from_str(&texts.unwrap()).unwrap()
}

fn with_engine<T>(lists: &str, ask: impl FnOnce(&mut Engine) -> T) -> T {
    let mut engines = ENGINES
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    ask(engines.entry(lists.to_owned()).or_insert_with(|| {
        let mut engine = Engine::default();
        let rules = RULES.write(None).unwrap();
        engine.open_rules(&rules, "").unwrap();
        if lists != "none" {
            engine.open(&party_pack(lists), "").unwrap();
        }
        engine
    }))
}

/// A case with the file of what is expected of it.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) case: Value,
    pub(crate) expect: toml::Table,
}

/// Every case, in the order of its number.
pub(crate) fn cases() -> Vec<Case> {
    let folder = root().join("tests/cases/assess");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".json").map(str::to_owned)
        })
        .collect();
    names.sort();
    let read = |name: String| Case {
        case: serde_json::from_str(
            &fs::read_to_string(folder.join(format!("{name}.json"))).unwrap(),
        )
        .unwrap_or_else(|e| panic!("{name}.json: {e}")),
        expect: toml::from_str(
            &fs::read_to_string(folder.join(format!("{name}.expect.toml"))).unwrap(),
        )
        .unwrap_or_else(|e| panic!("{name}.expect.toml: {e}")),
        name,
    };
    names.into_iter().map(read).collect()
}

/// Puts a value where a JSON pointer says; a pointer whose last step is new adds it. `/-` appends.
pub(crate) fn set(case: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    let parent = case
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("there is no {parent}"));
    match parent {
        Value::Object(map) => {
            map.insert(last.to_owned(), value);
        }
        Value::Array(list) if last == "-" => list.push(value),
        Value::Array(list) => list[last.parse::<usize>().unwrap()] = value,
        _ => panic!("{pointer} leads into a plain value"),
    }
}

/// Takes away what a JSON pointer names.
pub(crate) fn unset(case: &mut Value, pointer: &str) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match case.pointer_mut(parent) {
        Some(Value::Object(map)) => assert!(map.remove(last).is_some(), "there is no {pointer}"),
        Some(Value::Array(list)) => {
            list.remove(last.parse().unwrap());
        }
        _ => panic!("there is no {parent}"),
    }
}

/// The variant of a case that a `[[run]]` describes: `set`, `unset`, then `confirm` (subject -> lists
/// whose first hit a person has found to be the same party).
pub(crate) fn variant(case: &Value, run: &toml::Table) -> Value {
    let mut case = case.clone();
    for (pointer, value) in run
        .get("set")
        .and_then(toml::Value::as_table)
        .into_iter()
        .flatten()
    {
        set(&mut case, pointer, serde_json::to_value(value).unwrap());
    }
    for pointer in strings(run, "unset") {
        unset(&mut case, &pointer);
    }
    let confirm = run.get("confirm").and_then(toml::Value::as_table);
    let Some(confirm) = confirm else { return case };
    let first = assess(run["lists"].as_str().unwrap(), &case);
    let mut decisions = Vec::new();
    for (subject, lists) in confirm {
        let hits = party(&first, subject)["hits"].as_array().unwrap().clone();
        for list in lists.as_array().unwrap() {
            let list = list.as_str().unwrap();
            let hit = hits.iter().find(|hit| hit["list"] == list);
            let hit = hit.unwrap_or_else(|| panic!("{subject} has no hit on {list}"));
            decisions.push(json!({
                "subject": subject, "list": list, "ref": hit["ref"], "entry": hit["entry"],
                "verdict": "same", "reason": "Name, country and address agree.", "by": "M. Huber",
                "on": case["as_of"],
            }));
        }
    }
    set(&mut case, "/decisions", Value::Array(decisions));
    case
}

/// The screening of a party or owner in an assessment.
pub(crate) fn party<'a>(assessment: &'a Value, subject: &str) -> &'a Value {
    assessment["parties"]
        .as_array()
        .unwrap()
        .iter()
        .find(|party| party["subject"] == subject)
        .unwrap_or_else(|| panic!("{subject} was not screened"))
}

/// Strings of an array of a table; none when it is not there.
pub(crate) fn strings(of: &toml::Table, name: &str) -> Vec<String> {
    crate::support::strings(of, name)
}
