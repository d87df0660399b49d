//! `exportcheck classify` and `exportcheck coverage`.

use crate::failure::{Failure, print, say};
use crate::input;
use clap::Args;
use exportcheck::engine::Engine;
use std::io::BufRead;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(crate) struct Classify {
    /// The rule pack
    #[arg(long)]
    rules: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Find {
    /// The rule pack
    #[arg(long)]
    rules: PathBuf,
    /// At most so many families and entries
    #[arg(long, default_value_t = 10)]
    limit: usize,
    /// Trade words, a customs code or a list code
    query: String,
}

#[derive(Debug, Args)]
pub(crate) struct Coverage {
    /// The rule pack
    #[arg(long)]
    rules: PathBuf,
    /// One JSON document instead of a table
    #[arg(long)]
    json: bool,
}

/// Opens a rule pack in an engine.
pub(crate) fn engine(rules: &Path) -> Result<Engine, Failure> {
    let mut engine = Engine::default();
    engine
        .open_rules(&input::bytes(rules)?, "")
        .map_err(|e| Failure::engine(&rules.display().to_string(), &e))?;
    Ok(engine)
}

/// One request per line on standard input, one answer per line.
pub(crate) fn classify(arguments: &Classify) -> Result<(), Failure> {
    let engine = engine(&arguments.rules)?;
    for (number, line) in (1u32..).zip(std::io::stdin().lock().lines()) {
        let line = line.map_err(|e| Failure::input("unreadable", format!("standard input: {e}")))?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = engine
            .classify(&line)
            .map_err(|e| Failure::engine(&format!("line {number}"), &e))?;
        print(&answer)?;
    }
    Ok(())
}

/// Families and entries for a query, as one JSON document.
pub(crate) fn find(arguments: &Find) -> Result<(), Failure> {
    let engine = engine(&arguments.rules)?;
    let request = serde_json::json!({"query": arguments.query, "limit": arguments.limit});
    let found = engine
        .find(&request.to_string())
        .map_err(|e| Failure::engine("find", &e))?;
    print(&found)
}

pub(crate) fn coverage(arguments: &Coverage) -> Result<(), Failure> {
    let engine = engine(&arguments.rules)?;
    let json = engine
        .coverage()
        .map_err(|e| Failure::engine("coverage", &e))?;
    if arguments.json {
        return print(&json);
    }
    let report: serde_json::Value = serde_json::from_str(&json)
        .map_err(|e| Failure::input("coverage", e.to_string()))?;
    let number = |value: &serde_json::Value, field: &str| value[field].as_u64().unwrap_or_default();
    for list in report["lists"].as_array().into_iter().flatten() {
        let row = |name: &str, of: &serde_json::Value| {
            format!(
                "{name:<10} {:>7} {:>9} {:>10} {:>7}",
                number(of, "leaves"),
                number(of, "modelled"),
                number(of, "described"),
                number(of, "absent")
            )
        };
        let head = format!(
            "{} {}\n{:<10} {:>7} {:>9} {:>10} {:>7}",
            list["list"].as_str().unwrap_or_default(),
            list["version"].as_str().unwrap_or_default(),
            "entry",
            "leaves",
            "modelled",
            "described",
            "absent"
        );
        print(&head)?;
        for entry in list["entries"].as_array().into_iter().flatten() {
            let name = entry["entry"].as_str().unwrap_or_default();
            print(&row(name, entry))?;
        }
        print(&format!("{}\n", row("all", &list["totals"])))?;
    }
    say("leaves: official paragraphs without deeper ones; modelled: evaluated from answers; described: shown, left undecided; absent: not in these rules");
    Ok(())
}
