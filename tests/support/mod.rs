//! What several tests of the rules share: the files under `rules/`, compiled and opened once.
#![allow(dead_code, reason = "every test binary uses its part")]

use exportcheck::engine::Engine;
use exportcheck::pack::rules::{Compiled, compile, complaint::Source};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The rules of the project, compiled.
pub(crate) static RULES: LazyLock<Compiled> = LazyLock::new(|| {
    let files = sources(&root().join("rules"));
    compile(files).unwrap_or_else(|wrong| panic!("{} mistakes: {}", wrong.len(), wrong[0]))
});

/// An engine with them.
pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let mut engine = Engine::default();
    let pack = RULES.write(None).unwrap();
    engine.open_rules(&pack, "").unwrap();
    engine
});

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Rule files of a folder, in the order the command line reads them.
pub(crate) fn sources(root: &Path) -> Vec<Source> {
    let mut files = Vec::new();
    collect(root, root, &mut files);
    files.sort_by(|a, b| a.file.cmp(&b.file));
    files
}

fn collect(root: &Path, folder: &Path, out: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, out);
        } else if path.extension().is_some_and(|e| e == "toml" || e == "tsv") {
            out.push(Source {
                file: path.strip_prefix(root).unwrap().display().to_string(),
                text: fs::read_to_string(&path).unwrap(),
            });
        }
    }
}

/// A reference file; `None` (said on stderr) where there is no reference folder, a failure in CI.
pub(crate) fn reference(test: &str, file: &str) -> Option<String> {
    let path = root().join("../shared").join(file);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "{test}: ../shared is not here, and CI needs it"
        );
        eprintln!("left out: {test}: ../shared is not here");
    }
    text
}

/// A file of our own cases.
pub(crate) fn cases(file: &str) -> toml::Table {
    let path = root().join("tests/cases").join(file);
    toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap()
}

/// A table of a case as JSON.
pub(crate) fn json(value: &toml::Value) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Tables of an array; none when it is not there.
pub(crate) fn tables<'a>(of: &'a toml::Table, name: &str) -> Vec<&'a toml::Table> {
    of.get(name)
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_table)
        .collect()
}

/// Strings of an array; none when it is not there.
pub(crate) fn strings(of: &toml::Table, name: &str) -> Vec<String> {
    of.get(name)
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// An answer of `license`.
pub(crate) fn license(request: &Value) -> Value {
    let answer = ENGINE.license(&request.to_string());
    serde_json::from_str(&answer.unwrap_or_else(|e| panic!("{request}: {}", e.json()))).unwrap()
}

/// A jurisdiction's side of an answer.
pub(crate) fn side<'a>(answer: &'a Value, jurisdiction: &str) -> &'a Value {
    answer["jurisdictions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|side| side["jurisdiction"] == jurisdiction)
        .unwrap_or_else(|| panic!("{jurisdiction} is missing"))
}

/// Result of a measure among findings, scopes, duties and prompts; `None` when it is not there.
pub(crate) fn measure<'a>(side: &'a Value, id: &str) -> Option<&'a str> {
    ["findings", "scope_by", "duties", "prompts"]
        .iter()
        .flat_map(|list| side[list].as_array().unwrap())
        .find(|finding| finding["measure"] == id)
        .and_then(|finding| finding["result"].as_str())
}

/// State of an authorisation; `None` when it was not looked at.
pub(crate) fn state<'a>(side: &'a Value, id: &str) -> Option<&'a str> {
    let named = |entry: &&Value| entry["measure"] == id;
    let found = side["authorisations"]
        .as_array()
        .unwrap()
        .iter()
        .find(named);
    match found {
        Some(found) => found["state"].as_str(),
        None => side["out_of_scope"]
            .as_array()
            .unwrap()
            .iter()
            .any(|known| known == id)
            .then_some("out-of-scope"),
    }
}

/// Codes of every destination of the rules.
pub(crate) fn destinations() -> Vec<String> {
    RULES
        .licensing
        .destinations
        .iter()
        .map(|place| place.code.clone())
        .collect()
}

/// Whether a destination is in a group.
pub(crate) fn in_group(jurisdiction: usize, code: &str, group: &str) -> bool {
    let licensing = &RULES.licensing;
    let slot = licensing.slots.destination as usize;
    let exportcheck::rule::model::Kind::Set(names) = &RULES.rules.attributes[slot].kind else {
        panic!("destination is no set");
    };
    let at = names.iter().position(|name| name == group);
    let at = at.unwrap_or_else(|| panic!("there is no group {group}")) as u32;
    licensing
        .destinations
        .iter()
        .find(|place| place.code == code)
        .is_some_and(|place| place.options[jurisdiction].contains(&at))
}

/// Whether the law of the United States reads a place as the United States themselves.
pub(crate) fn in_group_of(country: &str, place: &Value) -> bool {
    in_group(1, place.as_str().unwrap(), country)
}
