//! Dependencies: every one has a reason, and the WebAssembly tools fit the library.

use crate::{Text, files, none, sample};

#[test]
fn every_rust_dependency_has_a_reason() {
    let files = files::texts(
        &["Cargo.toml", "xtask/Cargo.toml", "fuzz/Cargo.toml"],
        &["Cargo.toml"],
    );
    none(&files.iter().flat_map(without_reason).collect::<Vec<_>>());
}

#[test]
fn every_javascript_dependency_has_a_reason() {
    if !files::paths().iter().any(|path| path == "www/package.json") {
        panic!("www/package.json is not here");
    }
    none(&js_without_reason(
        &files::read("www/package.json".to_owned()).text,
    ));
}

#[test]
fn wasm_bindgen_fits_its_tool() {
    let manifest = files::read("Cargo.toml".to_owned()).text;
    let tools = files::read("xtask/src/cargo_tools.rs".to_owned()).text;
    none(&pin_differs(&manifest, &tools));
}

#[test]
fn rules_can_fail() {
    for (text, findings) in [
        (
            "[dependencies]\na = \"1\" # why\nb = { version = \"1\" } # why",
            0,
        ),
        ("[dependencies]\na = \"1\"\n", 1),
        ("[dependencies]\na = \"1\" #\n", 1),
        (
            "[dev-dependencies]\na = \"1\"\n[lints.rust]\nb = \"deny\"",
            1,
        ),
        ("[target.'cfg(unix)'.dependencies]\na = \"1\"", 1),
        ("[dependencies.a]\nversion = \"1\"", 1),
        ("[dependencies]\n# a comment\n\n[features]\nx = []", 0),
    ] {
        let found = without_reason(&sample("Cargo.toml", text));
        assert_eq!(found.len(), findings, "{text}: {found:?}");
    }
    for (text, findings) in [
        (
            r#"{"dependencies":{"lit":"3"},"reasons":{"lit":"small components"}}"#,
            0,
        ),
        (
            r#"{"dependencies":{"lit":"3"},"devDependencies":{"vite":"8"},"reasons":{"lit":"small"}}"#,
            1,
        ),
        (r#"{"dependencies":{"lit":"3"}}"#, 1),
        (r#"{"reasons":{"gone":"it was useful once"}}"#, 1),
    ] {
        let found = js_without_reason(text);
        assert_eq!(found.len(), findings, "{text}: {found:?}");
    }
    let tools = "krate: \"wasm-bindgen-cli\",\n    version: \"0.2.129\",";
    assert_eq!(pin_differs("wasm-bindgen = \"=0.2.129\"", tools).len(), 0);
    assert_eq!(pin_differs("wasm-bindgen = \"=0.2.130\"", tools).len(), 1);
    assert_eq!(pin_differs("wasm-bindgen = \"0.2.129\"", tools).len(), 1);
    assert_eq!(pin_differs("", tools).len(), 1);
}

fn without_reason(file: &Text) -> Vec<String> {
    let mut findings = Vec::new();
    let mut inside = false;
    for (number, line) in file.text.lines().enumerate() {
        let line = line.trim();
        let place = format!("{}:{}", file.path, number + 1);
        if let Some(table) = line.strip_prefix('[') {
            let table = table.split(']').next().unwrap_or_default();
            inside = table.ends_with("dependencies");
            if table.contains("dependencies.") {
                findings.push(format!(
                    "{place}: `{table}`: write it as one line with its reason"
                ));
            }
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            let reason = line
                .split_once(" #")
                .map_or("", |(_, reason)| reason.trim());
            if reason.len() < 3 {
                findings.push(format!("{place}: no reason beside `{line}`"));
            }
        }
    }
    findings
}

/// package.json has no comments, so the reasons are its table `reasons`.
fn js_without_reason(text: &str) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(text).expect("package.json is JSON");
    let reasons = &json["reasons"];
    let mut findings = Vec::new();
    let mut known = Vec::new();
    for table in ["dependencies", "devDependencies"] {
        for name in json[table]
            .as_object()
            .into_iter()
            .flat_map(|table| table.keys())
        {
            known.push(name);
            if reasons[name].as_str().is_none_or(|reason| reason.len() < 3) {
                findings.push(format!("www/package.json: no reason for `{name}`"));
            }
        }
    }
    for name in reasons
        .as_object()
        .into_iter()
        .flat_map(|table| table.iter())
    {
        if !known.contains(&name.0) {
            findings.push(format!(
                "www/package.json: a reason for `{}`, which is not used",
                name.0
            ));
        }
    }
    findings
}

fn pin_differs(manifest: &str, tools: &str) -> Vec<String> {
    let library = manifest
        .lines()
        .find_map(|line| line.strip_prefix("wasm-bindgen = \"="))
        .and_then(|rest| rest.split('"').next());
    let tool = tools
        .split_once("wasm-bindgen-cli")
        .and_then(|(_, rest)| rest.split_once("version: \""))
        .and_then(|(_, rest)| rest.split('"').next());
    if library.is_some() && library == tool {
        return Vec::new();
    }
    vec![format!(
        "Cargo.toml pins wasm-bindgen {library:?}, xtask/src/cargo_tools.rs the tool {tool:?}"
    )]
}
