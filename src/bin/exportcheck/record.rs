//! `exportcheck record make` and `exportcheck record verify`.

use crate::failure::{Failure, print, say};
use crate::{clock, input};
use clap::{Args, Subcommand};
use exportcheck::engine::{Engine, EngineError};
use exportcheck::text::Readings;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub(crate) enum Record {
    /// Assess the case on standard input and write the record: input, findings, judgements, digest
    Make(Make),
    /// Work a record out again and say what differs; exit code 2 unless it comes out the same
    Verify(Verify),
}

#[derive(Debug, Args)]
pub(crate) struct Make {
    #[command(flatten)]
    packs: Packs,
    /// The time to write into it, UTC, such as 2026-11-22T10:00:00Z; otherwise now
    #[arg(long)]
    made_at: Option<String>,
    /// A file for the record instead of standard output
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    packs: Packs,
    /// The record; - for standard input
    record: PathBuf,
}

/// What a case is assessed with.
#[derive(Debug, Args)]
pub(crate) struct Packs {
    /// The rule pack
    #[arg(long)]
    rules: PathBuf,
    /// The party pack; without it no party is screened
    #[arg(long)]
    parties: Option<PathBuf>,
    /// Script pack to use instead of the built-in reading tables
    #[arg(long)]
    scripts: Option<PathBuf>,
}

impl Packs {
    /// Opens them in an engine.
    pub(crate) fn open(&self) -> Result<Engine, Failure> {
        let named =
            |path: &Path, error: &EngineError| Failure::engine(&path.display().to_string(), error);
        let mut engine = Engine::default();
        engine
            .open_rules(&input::bytes(&self.rules)?, "")
            .map_err(|e| named(&self.rules, &e))?;
        // The tables first: names of the list are then cut once.
        let (tables, name) = match &self.scripts {
            Some(path) => (input::bytes(path)?, path.display().to_string()),
            None => (Readings::standard(), "built-in reading tables".to_owned()),
        };
        engine
            .open_scripts(&tables)
            .map_err(|e| Failure::engine(&name, &e))?;
        if let Some(parties) = &self.parties {
            engine
                .open(&input::bytes(parties)?, "")
                .map_err(|e| named(parties, &e))?;
        }
        Ok(engine)
    }
}

/// Runs one of the two.
pub(crate) fn run(record: &Record) -> Result<(), Failure> {
    match record {
        Record::Make(arguments) => make(arguments),
        Record::Verify(arguments) => verify(arguments),
    }
}

/// A case, or `{"case","policy","made_at"}`; what the command line says goes before.
fn make(arguments: &Make) -> Result<(), Failure> {
    let bytes = input::bytes(Path::new("-"))?;
    let given: Value = serde_json::from_slice(&bytes)
        .map_err(|e| Failure::input("bad-request", format!("standard input: {e}")))?;
    let mut request = match given.get("case") {
        Some(_) => given,
        None => json!({"case": given}),
    };
    if let Some(members) = request.as_object_mut() {
        if let Some(time) = &arguments.made_at {
            members.insert("made_at".to_owned(), json!(time));
        }
        members
            .entry("made_at")
            .or_insert_with(|| json!(clock::now()));
    }
    let mut engine = arguments.packs.open()?;
    let record = engine
        .record(&request.to_string())
        .map_err(|e| Failure::engine("standard input", &e))?;
    // Not a byte more than the record: the file is what was digested.
    match &arguments.out {
        Some(path) => input::replace(path, record.as_bytes()),
        None => match std::io::stdout().lock().write_all(record.as_bytes()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                Err(Failure::NobodyReads)
            }
            Err(error) => Err(Failure::file("standard output", &error)),
        },
    }
}

/// Prints what the check found as one JSON line.
fn verify(arguments: &Verify) -> Result<(), Failure> {
    let bytes = input::bytes(&arguments.record)?;
    let mut engine = arguments.packs.open()?;
    let name = arguments.record.display().to_string();
    let found = engine
        .verify_record(&bytes)
        .map_err(|e| Failure::engine(&name, &e))?;
    print(&found)?;
    let found: Value = serde_json::from_str(&found).unwrap_or_default();
    let text = |member: &str| found.get(member).and_then(Value::as_str);
    let verdict = text("verdict").unwrap_or_default();
    if verdict == "reproduced" {
        if found.get("canonical") == Some(&Value::Bool(false)) {
            say("the content is the recorded one, its layout in this file is not");
        }
        return Ok(());
    }
    let place = found.get("first_difference").filter(|at| at.is_object());
    let at = place.map(|at| {
        let number = |name: &str| at.get(name).and_then(Value::as_u64).unwrap_or_default();
        format!(", line {} byte {}", number("line"), number("offset"))
    });
    let meaning = match verdict {
        "altered" => "the record was changed after it was made",
        "other-packs" => "other rules or lists are open than it was made with",
        "differs" => "something else comes out now",
        _ => "no record that can be read",
    };
    let place = at.unwrap_or_default();
    Err(Failure::input(
        verdict,
        format!("`{name}`{place}: {meaning}"),
    ))
}
