//! `exportcheck classify` and `exportcheck coverage`.

use crate::failure::{Failure, print, say};
use crate::input;
use clap::Args;
use exportcheck::engine::Engine;
use serde::Deserialize;
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
    lines(|request| engine.classify(request))
}

/// Answers every line of standard input.
pub(crate) fn lines(
    answer: impl Fn(&str) -> Result<String, exportcheck::engine::EngineError>,
) -> Result<(), Failure> {
    for (number, line) in (1u32..).zip(std::io::stdin().lock().lines()) {
        let line =
            line.map_err(|e| Failure::input("unreadable", format!("standard input: {e}")))?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = answer(&line).map_err(|e| Failure::engine(&format!("line {number}"), &e))?;
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
    let report: Report =
        serde_json::from_str(&json).map_err(|e| Failure::input("coverage", e.to_string()))?;
    for list in &report.lists {
        print(&format!("{} {}", list.list, list.version))?;
        let head = ["leaves", "modelled", "described", "absent"];
        let [a, b, c, d] = head;
        print(&format!("{:<10} {a:>7} {b:>9} {c:>10} {d:>7}", "entry"))?;
        for entry in &list.entries {
            print(&entry.counts.row(&entry.entry))?;
        }
        print(&format!("{}\n", list.totals.row("all")))?;
    }
    say(
        "leaves: official paragraphs without deeper ones; modelled: evaluated from answers; described: shown, left undecided; absent: not in these rules",
    );
    Ok(())
}

#[derive(Deserialize)]
struct Report {
    lists: Vec<ListReport>,
}

#[derive(Deserialize)]
struct ListReport {
    list: String,
    version: String,
    entries: Vec<EntryReport>,
    totals: Counts,
}

#[derive(Deserialize)]
struct EntryReport {
    entry: String,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Deserialize)]
struct Counts {
    leaves: u32,
    modelled: u32,
    described: u32,
    absent: u32,
}

impl Counts {
    fn row(&self, name: &str) -> String {
        format!(
            "{name:<10} {:>7} {:>9} {:>10} {:>7}",
            self.leaves, self.modelled, self.described, self.absent
        )
    }
}
