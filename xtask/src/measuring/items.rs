//! Items against their expected classification: the answers are ours (`tests/cases/items/*.toml`,
//! each with its source), the cases and verdicts are those of `../shared/cases/items`.

mod answers;
mod nvidia;

use super::report::Report;
use exportcheck::engine::Engine;
use exportcheck::pack::rules::complaint::Source;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const EU: &str = "eu-datasheet-cases.jsonl";
const US: &str = "us-product-eccn.jsonl";
/// Law of this day is applied to every case.
const AS_OF: &str = "2026-11-22";

pub(crate) fn eval(report: &mut Report) -> Result<(), String> {
    let engine = engine()?;
    eu(report, &engine)?;
    us(report, &engine)?;
    nvidia::eval(report, &engine)
}

fn eu(report: &mut Report, engine: &Engine) -> Result<(), String> {
    report.heading("EU datasheet cases");
    let known = answers::read("eu.toml")?;
    let mut tally = Tally::default();
    let mut falsely: Vec<String> = Vec::new();
    for case in cases(EU)? {
        let id = text(&case, "id");
        let expected = text(&case, "expected_status");
        let codes = strings(&case["expected_codes"]);
        let answered = known.get(&id).cloned();
        let product = text(&case, "product");
        let Some(answered) = answered else {
            tally.unanswered(&id, &product);
            continue;
        };
        let verdict = answered.classify(engine, "eu", AS_OF)?;
        let found = match verdict.word.as_str() {
            "listed" => "listed",
            "none-identified" => "not_listed",
            _ => "needs_expert",
        };
        let holds = found == expected
            && (found != "listed"
                || codes.is_empty()
                || codes.iter().all(|c| verdict.has_entry(c)));
        let line = format!(
            "{} {id} {product}: expected {expected} {codes:?} ({}), found {found} {:?}{}",
            if holds { "ok  " } else { "DIFF" },
            strings(&case["decisive"]).join("; "),
            verdict.met,
            verdict.open()
        );
        println!("  {line}");
        if found == "not_listed" && expected != "not_listed" {
            falsely.push(line.clone());
        }
        // What the expected verdict leaves to an expert is decided when we leave it open too.
        tally.add(
            holds,
            found == "needs_expert" && expected != "needs_expert",
            line,
        );
    }
    tally.report(report, "EU items verdict");
    report.figure(
        "EU items falsely not met",
        falsely.len() as f64,
        "must be 0",
    );
    report.worst("falsely not met", &falsely);
    Ok(())
}

fn us(report: &mut Report, engine: &Engine) -> Result<(), String> {
    report.heading("US products with published ECCN");
    let known = answers::read("us.toml")?;
    let mut exact = Tally::default();
    let mut entry = Tally::default();
    for case in cases(US)? {
        let id = text(&case, "id");
        let gold = text(&case, "gold_eccn");
        let product = text(&case, "item_name");
        let Some(answered) = known.get(&id).cloned() else {
            exact.unanswered(&id, &product);
            entry.unanswered(&id, &product);
            continue;
        };
        let verdict = answered.classify(engine, "us", AS_OF)?;
        let (is_exact, is_entry) = (verdict.is_exactly(&gold), verdict.is_entry(&gold));
        let undecided = verdict.word == "undecided" || verdict.word == "no-rule";
        let line = format!(
            "{} {id} {product}: expected {gold}, found {} {:?}{}",
            if is_exact { "ok  " } else { "DIFF" },
            verdict.word,
            verdict.met,
            verdict.open()
        );
        println!("  {line}");
        exact.add(is_exact, undecided, line.clone());
        entry.add(is_entry, undecided, line);
    }
    exact.report(report, "US items exact");
    entry.report(report, "US items entry");
    Ok(())
}

/// Right, wrong, undecided, and cases nobody has answered.
#[derive(Default)]
struct Tally {
    right: u32,
    wrong: Vec<String>,
    undecided: Vec<String>,
    unanswered: Vec<String>,
}

impl Tally {
    fn add(&mut self, holds: bool, undecided: bool, line: String) {
        if holds {
            self.right += 1;
        } else if undecided {
            self.undecided.push(line);
        } else {
            self.wrong.push(line);
        }
    }

    fn unanswered(&mut self, id: &str, product: &str) {
        self.unanswered.push(format!("{id} {product}"));
    }

    fn report(&self, report: &mut Report, name: &str) {
        let decided = self.right + self.wrong.len() as u32;
        let share = if decided == 0 {
            0.0
        } else {
            f64::from(self.right) / f64::from(decided)
        };
        report.figure(
            name,
            share,
            &format!(
                "{} right of {decided} decided; {} undecided, {} without answers",
                self.right,
                self.undecided.len(),
                self.unanswered.len()
            ),
        );
        report.figure(&format!("{name} decided"), f64::from(decided), "cases");
        report.worst("wrong", &self.wrong);
        report.worst("undecided", &self.undecided);
        report.worst("without answers", &self.unanswered);
    }
}

/// The engine with the rules of this work tree.
fn engine() -> Result<Engine, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let mut files = Vec::new();
    collect(&root, &root, &mut files)?;
    files.sort_by(|a: &Source, b| a.file.cmp(&b.file));
    let compiled = exportcheck::pack::rules::compile(files).map_err(|complaints| {
        let first = complaints
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        format!(
            "{} mistakes in the rules, the first: {first}",
            complaints.len()
        )
    })?;
    let pack = compiled.write(None).map_err(|e| e.to_string())?;
    let mut engine = Engine::default();
    engine
        .open_rules(&pack, "")
        .map_err(|e| format!("{}: {}", e.code, e.message))?;
    Ok(engine)
}

fn collect(root: &Path, folder: &Path, out: &mut Vec<Source>) -> Result<(), String> {
    let failed = |path: &Path, e: std::io::Error| format!("{}: {e}", path.display());
    for entry in fs::read_dir(folder).map_err(|e| failed(folder, e))? {
        let path = entry.map_err(|e| failed(folder, e))?.path();
        if path.is_dir() {
            collect(root, &path, out)?;
        } else if matches!(
            path.extension().and_then(|e| e.to_str()),
            Some("toml" | "tsv")
        ) {
            let text = fs::read_to_string(&path).map_err(|e| failed(&path, e))?;
            let file = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .display()
                .to_string();
            out.push(Source { file, text });
        }
    }
    Ok(())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/items")
}

fn cases(file: &str) -> Result<Vec<Value>, String> {
    let path = folder().join(file);
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    lines(&text, file)
}

fn lines(text: &str, file: &str) -> Result<Vec<Value>, String> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|e| format!("{file}: line {number}: {e}"))
        })
        .collect()
}

fn text(case: &Value, field: &str) -> String {
    match &case[field] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}
