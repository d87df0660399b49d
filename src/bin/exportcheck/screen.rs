//! `exportcheck screen`: parties on standard input, hits as JSON lines.
//!
//! Columns: name, kind, country, dob, id, address. A header row with these words sets their order;
//! without one this order holds and later columns may be missing. The separator is the tab, `;` or the
//! comma, whichever the first row uses. Without a header row, a comma followed by a blank belongs to the
//! name (`Example Co., Ltd.`) unless a kind of party follows it.

use crate::failure::{Failure, print};
use crate::input::{self, BadRows};
use crate::kinds;
use clap::Args;
use exportcheck::pack::parties::OpenOptions;
use exportcheck::pack::sources::fields;
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Hit, Policy, Query, Reason};
use exportcheck::text::Readings;
use serde::Serialize;
use serde_json::json;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The party pack
    #[arg(long)]
    parties: PathBuf,
    /// At most this many hits for each party
    #[arg(long)]
    limit: Option<u32>,
    /// Hits below this score are not printed, 0 to 1
    #[arg(long)]
    min_score: Option<f64>,
    /// Script pack to use instead of the built-in reading tables
    #[arg(long)]
    scripts: Option<PathBuf>,
}

/// The reading tables: given ones, else the built-in ones.
pub(crate) fn readings(path: Option<&Path>) -> Result<Readings, Failure> {
    let bytes = match path {
        Some(path) => input::bytes(path)?,
        None => Readings::standard(),
    };
    Readings::open(&bytes).map_err(|e| {
        let name = path.map_or_else(
            || "built-in reading tables".to_owned(),
            |path| path.display().to_string(),
        );
        Failure::input(e.code, format!("`{name}`: {}", e.message))
    })
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let policy = policy(arguments)?;
    let readings = readings(arguments.scripts.as_deref())?;
    let name = arguments.parties.display().to_string();
    if name == "-" {
        return Err(Failure::input(
            "file",
            "the parties to screen come on standard input; give the pack as a file",
        ));
    }
    let pack = input::bytes(&arguments.parties)?;
    let mut screener = Screener::open(&pack, &OpenOptions::default(), Some(readings))
        .map_err(|e| Failure::pack(&name, &e))?;
    let mut table = Table::default();
    let mut bad = BadRows::default();
    let mut lines = io::stdin().lock();
    let mut line = 0;
    while let Some((first, row)) = next_row(&mut lines, &mut line)? {
        let answer = match table.query(&row) {
            Parsed::Nothing => continue,
            Parsed::Query(query) => {
                let found = screener.hits(&query, &policy);
                let hits = found.iter().map(short).collect();
                line_of(&Answer {
                    query: &query.name,
                    hits,
                })
            }
            Parsed::Bad { name, message } => {
                bad.add(first, &message);
                let error = json!({"code": "bad-row", "line": first, "message": message});
                line_of(&Refused {
                    query: &name,
                    error,
                })
            }
        };
        print(&answer)?;
    }
    bad.finish()
}

fn policy(arguments: &Arguments) -> Result<Policy, Failure> {
    let mut policy = Policy::default();
    if let Some(score) = arguments.min_score {
        if !(0.0..=1.0).contains(&score) {
            return Err(Failure::input(
                "bad-score",
                format!("`{score}` after --min-score is not between 0 and 1"),
            ));
        }
        policy.min_score = score;
    }
    policy.limit = arguments.limit.unwrap_or(policy.limit);
    Ok(policy)
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    hits: Vec<Short<'a>>,
}

#[derive(Serialize)]
struct Refused<'a> {
    query: &'a str,
    error: serde_json::Value,
}

#[derive(Serialize)]
struct Short<'a> {
    score: f64,
    list: &'a str,
    #[serde(rename = "ref")]
    reference: &'a str,
    name: &'a str,
    why: &'a [Reason],
}

fn short(hit: &Hit) -> Short<'_> {
    Short {
        score: hit.score,
        list: &hit.list,
        reference: &hit.reference,
        name: &hit.name,
        why: &hit.why,
    }
}

fn line_of(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

/// One row, which a quoted cell may stretch over several lines, with the number of its first line.
fn next_row(lines: &mut impl BufRead, line: &mut u64) -> Result<Option<(u64, Vec<u8>)>, Failure> {
    let mut row = Vec::new();
    let first = *line + 1;
    loop {
        let read = lines
            .read_until(b'\n', &mut row)
            .map_err(|e| Failure::file("standard input", &e))?;
        *line += u64::from(read > 0);
        let open =
            row.contains(&b'"') && !row.contains(&b'\t') && quotes_open(&row) && *line - first < 20;
        if read == 0 || !open {
            return Ok((!row.is_empty()).then_some((first, row)));
        }
    }
}

/// Whether a cell that begins with a quote is still open.
fn quotes_open(row: &[u8]) -> bool {
    let mut open = false;
    let mut start = true;
    for byte in row {
        match byte {
            b'"' if start || open => open = !open,
            _ => {}
        }
        // A doubled quote inside a quoted cell closes and opens again.
        start = matches!(byte, b',' | b';' | b'"' | b'\n');
    }
    open
}

#[derive(Debug)]
enum Parsed {
    /// An empty line or the header.
    Nothing,
    Query(Query),
    Bad {
        name: String,
        message: String,
    },
}

#[derive(Debug, Default)]
struct Table {
    /// Set by the first row.
    layout: Option<Layout>,
}

#[derive(Debug, Clone)]
struct Layout {
    separator: u8,
    /// Positions of the columns, if a header row gave them.
    header: Option<Vec<Option<usize>>>,
}

const COLUMNS: [&str; 6] = ["name", "kind", "country", "dob", "id", "address"];

impl Table {
    fn query(&mut self, row: &[u8]) -> Parsed {
        let Ok(text) = std::str::from_utf8(row) else {
            let name = String::from_utf8_lossy(row).trim().to_owned();
            return Parsed::Bad {
                name,
                message: "the row is not UTF-8; save the input as UTF-8".to_owned(),
            };
        };
        let text = text
            .trim_start_matches('\u{feff}')
            .trim_end_matches(['\n', '\r']);
        if text.trim().is_empty() {
            return Parsed::Nothing;
        }
        let fresh = self.layout.is_none();
        let layout = self
            .layout
            .get_or_insert_with(|| Layout {
                separator: sniff(text),
                header: None,
            })
            .clone();
        let cells = match layout.cells(text) {
            Ok(cells) => cells,
            Err(message) => {
                return Parsed::Bad {
                    name: text.to_owned(),
                    message,
                };
            }
        };
        if fresh && let Some(header) = header(&cells) {
            self.layout = Some(Layout {
                header: Some(header),
                ..layout
            });
            return Parsed::Nothing;
        }
        layout.read(&cells)
    }
}

impl Layout {
    fn cells(&self, text: &str) -> Result<Vec<String>, String> {
        if self.separator == b'\t' || text.contains('\t') {
            return Ok(text
                .split('\t')
                .map(|cell| cell.trim().to_owned())
                .collect());
        }
        if self.separator == b',' && self.header.is_none() && comma_in_name(text) {
            return Ok(vec![text.trim().to_owned()]);
        }
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader
            .has_headers(false)
            .flexible(true)
            .delimiter(self.separator)
            .trim(csv::Trim::All);
        let mut records = reader.from_reader(text.as_bytes()).into_records();
        match records.next() {
            Some(Ok(record)) => Ok(record.iter().map(str::to_owned).collect()),
            Some(Err(error)) => Err(format!("the row cannot be read: {error}")),
            None => Ok(Vec::new()),
        }
    }

    fn read(&self, cells: &[String]) -> Parsed {
        let cell = |column: usize| {
            let at = self
                .header
                .as_ref()
                .map_or(Some(column), |header| header.get(column).copied().flatten());
            at.and_then(|at| cells.get(at)).map_or("", String::as_str)
        };
        let most = self.header.as_ref().map_or(COLUMNS.len(), |_| usize::MAX);
        let name = cell(0).to_owned();
        let query = if cells.len() > most {
            Err(format!(
                "the row has {} cells, at most six are known: {}; put a name with commas in quotes",
                cells.len(),
                COLUMNS.join(", ")
            ))
        } else {
            query([cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)])
        };
        match query {
            Ok(query) => Parsed::Query(query),
            Err(message) => Parsed::Bad { name, message },
        }
    }
}

fn query([name, kind, country, dob, id, address]: [&str; 6]) -> Result<Query, String> {
    if name.is_empty() {
        return Err("the name is empty".to_owned());
    }
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut query = Query {
        name: name.to_owned(),
        id: some(id),
        address: some(address),
        ..Query::default()
    };
    if !kind.is_empty() {
        query.kind = Some(kinds::kind(kind).ok_or_else(|| kinds::unknown(kind))?);
    }
    if !country.is_empty() {
        let code = fields::country(country);
        let code = code.ok_or_else(|| {
            format!("`{country}` is no country; write its two-letter code or English name")
        })?;
        query.country = Some(code.to_owned());
    }
    if !dob.is_empty() {
        query.dob = Some(
            dob.parse()
                .map_err(|error: exportcheck::date::BadDate| error.to_string())?,
        );
    }
    Ok(query)
}

fn sniff(row: &str) -> u8 {
    if row.contains('\t') {
        b'\t'
    } else if row.contains(';') && !row.contains(',') {
        b';'
    } else {
        b','
    }
}

/// `Example Co., Ltd.` and `LAST, First` in a file without header row: one name.
fn comma_in_name(text: &str) -> bool {
    let Some((_, rest)) = text.split_once(',') else {
        return false;
    };
    let next = rest.split(',').next().unwrap_or_default();
    let is_kind = !next.trim().is_empty() && kinds::kind(next).is_some();
    !text.starts_with('"') && rest.starts_with(' ') && !is_kind
}

/// The columns' places, if the first row names them.
fn header(cells: &[String]) -> Option<Vec<Option<usize>>> {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| cell.trim().to_lowercase())
        .collect();
    let known = cells.iter().all(|cell| COLUMNS.contains(&cell.as_str()));
    let at = |column: &str| cells.iter().position(|cell| cell == column);
    (known && at("name").is_some()).then(|| COLUMNS.iter().map(|column| at(column)).collect())
}
