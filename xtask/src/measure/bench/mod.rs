//! Speed of the native engine, and the same packs, names and queries written to `target/bench` for
//! the browser's turn.

mod data;
mod timing;

use crate::Result;
use data::{Entity, Question};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Policy, Query};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use timing::Times;

/// Opening is timed this many times; the middle one counts.
const OPENINGS: usize = 5;
const BATCH: usize = 5_000;

pub(crate) fn bench() -> Result {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let names = top.join("../shared/cases/names");
    if !names.is_dir() {
        return Err("bench needs the reference data in ../shared".to_owned());
    }
    let out = top.join("target/bench");
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let listed = data::entities(&names.join("ofac-2021-entities.jsonl.gz"))?;
    let questions = data::questions(&names)?;
    write(
        &out.join("questions.json"),
        &data::questions_json(&questions),
    )?;
    println!(
        "native, one core, {} questions (half of them unlisted names)",
        questions.len()
    );
    println!("{}", timing::HEADER);
    measure("9k", &listed, &questions, &out)?;
    let filler = data::entities(&names.join("filler-entities-50k.jsonl.gz"))?;
    let mut many = listed;
    many.extend(data::recombined(&filler));
    many.extend(filler);
    measure("109k", &many, &questions, &out)
}

fn measure(label: &str, entities: &[Entity], questions: &[Question], out: &Path) -> Result {
    let pack = data::pack(entities)?;
    write(&file(out, label, "ecp"), &pack)?;
    write(&file(out, label, "json"), &data::names_json(entities))?;
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
    let row = timing::Row {
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

fn query(question: &Question) -> Query {
    Query {
        name: question.name.clone(),
        ..Query::default()
    }
}

fn file(out: &Path, label: &str, end: &str) -> PathBuf {
    out.join(format!("{label}.{end}"))
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
