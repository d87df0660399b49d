//! Speed of the native engine, and the same packs, names and queries written to `target/bench` for
//! the browser's turn.

use super::cases::{self, Case, Entity};
use super::times::{HEADER, Row, Times};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Policy, Query};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

type Result<T = ()> = std::result::Result<T, String>;

/// Opening is timed this many times; the middle one counts.
const OPENINGS: usize = 5;
const BATCH: usize = 5_000;
/// Of each file of questions about so many, spread evenly over it.
const EACH: usize = 1_000;
const QUESTIONS: &[&str] = &["perturbed-ofac-queries.tsv", "negative-queries.tsv"];

pub(crate) fn bench() -> Result {
    if !cases::folder().is_dir() {
        return Err("bench needs the reference cases in ../shared".to_owned());
    }
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let mut questions = Vec::new();
    for file in QUESTIONS {
        let all = cases::queries(file)?;
        let step = all.len().div_ceil(EACH).max(1);
        questions.extend(all.into_iter().step_by(step));
    }
    let rows = questions
        .iter()
        .map(|question| json!({ "name": question.query, "expected": question.expected }));
    write_json(&out.join("questions.json"), rows.collect())?;
    println!(
        "native, one core, {} questions, names only",
        questions.len()
    );
    println!("{HEADER}");
    let mut entities = cases::entities("ofac-2021-entities.jsonl.gz")?;
    measure("9k", &entities, &questions, &out)?;
    entities.extend(cases::filler()?);
    measure("109k", &entities, &questions, &out)?;
    super::items::bench::bench(&out)
}

fn measure(label: &str, entities: &[Entity], questions: &[Case], out: &Path) -> Result {
    let pack = cases::pack(entities)?;
    write(&file(out, label, "ecp"), &pack)?;
    // The same names for the other search libraries.
    let rows = entities
        .iter()
        .map(|entity| json!({ "id": entity.id, "names": entity.names }));
    write_json(&file(out, label, "json"), rows.collect())?;
    let options = OpenOptions::default();
    let mut opening = Times::default();
    let mut screener = None;
    for _ in 0..OPENINGS {
        drop(screener.take());
        let start = Instant::now();
        let opened = Screener::open(&pack, &options, None);
        opening.push(start.elapsed());
        screener = Some(opened.map_err(|error| format!("{label}: {error}"))?);
    }
    let Some(mut screener) = screener else {
        return Err("nothing was opened".to_owned());
    };
    let policy = Policy::default();
    let mut asking = Times::default();
    let (mut first, mut listed) = (0, 0);
    for question in questions {
        let query = query(question);
        let start = Instant::now();
        let screening = screener.screen(&query, &policy);
        asking.push(start.elapsed());
        listed += usize::from(!question.expected.is_empty());
        let best = screening.hits.first();
        first += usize::from(best.is_some_and(|hit| question.expected.contains(&hit.reference)));
    }
    let batch: Vec<Query> = questions.iter().cycle().take(BATCH).map(query).collect();
    let start = Instant::now();
    let hits: usize = batch
        .iter()
        .map(|query| screener.hits(query, &policy).len())
        .sum();
    let rows = BATCH as f64 / start.elapsed().as_secs_f64();
    let row = Row {
        label,
        entities: entities.len(),
        opening: &opening,
        asking: &asking,
        rows_per_second: rows,
        recall: first as f64 / listed.max(1) as f64,
        pack_bytes: pack.len(),
    };
    println!("{row}   ({hits} hits in the batch)");
    Ok(())
}

fn query(question: &Case) -> Query {
    Query {
        name: question.query.clone(),
        ..Query::default()
    }
}

fn file(out: &Path, label: &str, end: &str) -> PathBuf {
    out.join(format!("{label}.{end}"))
}

fn write_json(path: &Path, rows: Vec<Value>) -> Result {
    write(path, Value::Array(rows).to_string().as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
