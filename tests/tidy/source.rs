//! Rules over src/: who may name what, how long a file may be, and that every reader is registered.

use crate::{Text, files, none};

/// Names that only some files may use.
struct Wall {
    why: &'static str,
    names: &'static [&'static str],
    /// Path beginnings the wall surrounds.
    inside: &'static [&'static str],
    /// Path beginnings that may use the names all the same.
    except: &'static [&'static str],
}

/// Native code behind feature `compile` and the command line.
const NATIVE: &[&str] = &[
    "src/bin/",
    "src/pack/sources/",
    "src/pack/write",
    "src/pack/gather/",
];

const WALLS: &[Wall] = &[
    Wall {
        why: "only src/wasm.rs names the JavaScript crates",
        names: &["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"],
        inside: &["src/"],
        except: &["src/wasm.rs"],
    },
    Wall {
        why: "the core reads no file, environment, network, clock or chance",
        names: &[
            "std::fs",
            "std::env",
            "std::net",
            "std::time",
            "std::thread",
            "std::process",
            "SystemTime",
            "Instant",
            "rand::",
            "getrandom",
            "thread_rng",
            "include_dir",
        ],
        inside: &["src/"],
        except: NATIVE,
    },
];

/// Modules that meet only in src/assess.rs.
const SIBLINGS: &[&str] = &["screen", "classify", "license", "risk"];

const MOST_LINES: usize = 600;

#[test]
fn walls_stand() {
    none(&over_walls(&files::texts(&["src/"], &[".rs"])));
}

#[test]
fn siblings_do_not_meet() {
    none(&sibling_imports(&files::texts(&["src/"], &[".rs"])));
}

#[test]
fn files_are_short() {
    none(&long_files(&files::texts(&["src/"], &[".rs"])));
}

#[test]
fn every_reader_is_registered() {
    let sources = files::texts(&["src/pack/sources/"], &[".rs"]);
    none(&unregistered_readers(&sources));
}

#[test]
fn rules_can_fail() {
    let rule = |check: fn(&[Text]) -> Vec<String>, path: &str, text: &str| {
        check(&[crate::sample(path, text)]).len()
    };
    for (path, text, findings) in [
        ("src/wasm.rs", "use wasm_bindgen::prelude::*;", 0),
        ("src/text/mod.rs", "use wasm_bindgen::prelude::*;", 1),
        (
            "src/text/mod.rs",
            "//! unlike std::fs, this is a comment\nfn f() {} // std::env",
            0,
        ),
        ("src/text/mod.rs", "let t = std::time::Instant::now();", 2),
        ("src/text/mod.rs", "use std::{fmt, fs};", 1),
        (
            "src/text/mod.rs",
            "use std::{\n    fmt,\n    env::{self, VarError},\n};",
            1,
        ),
        (
            "src/text/mod.rs",
            "let operand::<u8> = constant(Instantly);",
            0,
        ),
        ("src/bin/exportcheck.rs", "use std::fs;", 0),
        ("src/pack/gather/mod.rs", "use std::fs;", 0),
    ] {
        assert_eq!(rule(over_walls, path, text), findings, "{path}: {text}");
    }
    for (path, text, findings) in [
        ("src/screen/names.rs", "use crate::text::pieces;", 0),
        ("src/screen/names.rs", "use crate::screen::index;", 0),
        ("src/screen/names.rs", "use crate::risk::tier;", 1),
        ("src/risk/mod.rs", "use crate::{screen::Hit, finding};", 1),
        ("src/risk/mod.rs", "use super::screen::Hit;", 1),
        ("src/assess.rs", "use crate::{screen, risk};", 0),
    ] {
        assert_eq!(
            rule(sibling_imports, path, text),
            findings,
            "{path}: {text}"
        );
    }
    assert_eq!(rule(long_files, "src/a.rs", &"x\n".repeat(600)), 0);
    assert_eq!(rule(long_files, "src/a.rs", &"x\n".repeat(601)), 1);
    let reader = || {
        crate::sample(
            "src/pack/sources/eu_fsf.rs",
            "pub const READER: Reader = Reader {};",
        )
    };
    let registry = |text: &str| crate::sample("src/pack/sources/mod.rs", text);
    let named =
        registry("pub mod eu_fsf;\npub const READERS: &[&Reader] = &[\n    &eu_fsf::READER,\n];");
    assert_eq!(unregistered_readers(&[reader(), named]).len(), 0);
    let unnamed = registry("pub mod eu_fsf;\npub const READERS: &[&Reader] = &[];");
    assert_eq!(unregistered_readers(&[reader(), unnamed]).len(), 1);
}

fn over_walls(files: &[Text]) -> Vec<String> {
    let starts = |path: &str, list: &[&str]| list.iter().any(|start| path.starts_with(start));
    let mut findings = Vec::new();
    for file in files {
        let code = spelled_out(&code(&file.text));
        for wall in WALLS {
            if !starts(&file.path, wall.inside) || starts(&file.path, wall.except) {
                continue;
            }
            for name in wall.names.iter().filter(|name| names(&code, name)) {
                findings.push(format!("{}: `{name}`: {}", file.path, wall.why));
            }
        }
    }
    findings
}

fn sibling_imports(files: &[Text]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        let room = |name: &&&str| {
            file.path.starts_with(&format!("src/{name}/")) || file.path == format!("src/{name}.rs")
        };
        let Some(own) = SIBLINGS.iter().find(room) else {
            continue;
        };
        let code = spelled_out(&code(&file.text));
        for other in SIBLINGS.iter().filter(|other| *other != own) {
            if ["crate", "super", "exportcheck"]
                .iter()
                .any(|top| names(&code, &format!("{top}::{other}")))
            {
                findings.push(format!(
                    "{}: `{own}` imports `{other}`; they meet in src/assess.rs",
                    file.path
                ));
            }
        }
    }
    findings
}

fn long_files(files: &[Text]) -> Vec<String> {
    let long = files
        .iter()
        .filter(|file| file.text.lines().count() > MOST_LINES);
    long.map(|file| format!("{}: over {MOST_LINES} lines; split it by idea", file.path))
        .collect()
}

fn unregistered_readers(files: &[Text]) -> Vec<String> {
    let registry = files
        .iter()
        .find(|file| file.path == "src/pack/sources/mod.rs")
        .expect("the registry");
    let registry = code(&registry.text);
    let list = registry.split_once("READERS").map_or("", |(_, rest)| rest);
    let defines = |file: &&Text| {
        let code = code(&file.text);
        code.contains("pub const READER:") || code.contains("pub static READER:")
    };
    let module = |path: &str| {
        let inner = path
            .trim_start_matches("src/pack/sources/")
            .trim_end_matches(".rs");
        inner.trim_end_matches("/mod").replace('/', "::")
    };
    files
        .iter()
        .filter(defines)
        .map(|file| (&file.path, format!("{}::READER", module(&file.path))))
        .filter(|(_, name)| !names(list, name))
        .map(|(path, name)| format!("{path}: `{name}` is not in READERS"))
        .collect()
}

/// The text without comments (line comments and doc comments; the project has no block comments).
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| match line.find("//") {
        // Inside a string, as in an address, `//` follows a colon.
        Some(at) if !line[..at].ends_with(':') => &line[..at],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The code with every grouped import also written out: `use std::{fmt, fs};` -> `std::fmt std::fs`.
fn spelled_out(code: &str) -> String {
    let mut out = code.to_owned();
    for statement in code.split("use ").skip(1) {
        let statement = statement.split(';').next().unwrap_or_default();
        let tree: String = statement.split_whitespace().collect();
        expand("", &tree, &mut out);
    }
    out
}

fn expand(prefix: &str, tree: &str, out: &mut String) {
    let Some((head, rest)) = tree.split_once('{') else {
        out.push_str(&format!("\n{prefix}{tree}"));
        return;
    };
    let inner = rest.strip_suffix('}').unwrap_or(rest);
    let (mut depth, mut from) = (0, 0);
    for (at, char) in inner.char_indices().chain([(inner.len(), ',')]) {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if let Some(part) = inner.get(from..at).filter(|part| !part.is_empty()) {
                    expand(&format!("{prefix}{head}"), part, out);
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// Whether `name` occurs as whole words.
fn names(code: &str, name: &str) -> bool {
    let part = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || char == '_');
    code.match_indices(name).any(|(at, _)| {
        let after = code[at + name.len()..].chars().next();
        !part(code[..at].chars().next_back()) && (name.ends_with(':') || !part(after))
    })
}
