//! `exportcheck compare`: pairs of names, scored and explained.

use crate::failure::{Failure, print};
use crate::input::BadRows;
use crate::kinds;
use crate::screen::readings;
use clap::Args;
use exportcheck::screen;
use serde_json::json;
use std::io::{self, BufRead};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Script pack to use instead of the built-in reading tables
    #[arg(long)]
    scripts: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let readings = readings(arguments.scripts.as_deref())?;
    let mut bad = BadRows::default();
    for (line, row) in (1..).zip(io::stdin().lock().split(b'\n')) {
        let row = row.map_err(|e| Failure::file("standard input", &e))?;
        let answer = match std::str::from_utf8(&row)
            .map(|row| row.trim_start_matches('\u{feff}').trim_end_matches('\r'))
        {
            Ok("") => continue,
            Ok(row) => pair(row),
            Err(_) => Err("the line is not UTF-8; save the input as UTF-8".to_owned()),
        };
        match answer {
            Ok((kind, left, right)) => {
                let (score, why, _) = screen::compare(kind, left, right, Some(&readings));
                print(&json!({"score": score, "why": why}).to_string())?;
            }
            Err(message) => {
                bad.add(line, &message);
                print(
                    &json!({"line": line, "error": {"code": "bad-row", "message": message}})
                        .to_string(),
                )?;
            }
        }
    }
    bad.finish()
}

fn pair(row: &str) -> Result<(exportcheck::party::PartyKind, &str, &str), String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let &[kind, left, right] = cells.as_slice() else {
        return Err(format!(
            "the line has {} tab-separated cells, three are needed: kind, name, name",
            cells.len()
        ));
    };
    if left.trim().is_empty() || right.trim().is_empty() {
        return Err("a name is empty".to_owned());
    }
    let known = kinds::kind(kind).ok_or_else(|| kinds::unknown(kind))?;
    Ok((known, left, right))
}
