//! `fuzz`: libFuzzer over every reader and decoder, two at a time (`--at-once`), each with its own corpus.

use crate::args::Args;
use crate::{Result, cargo_tools, place, run};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

const SECONDS: u64 = 600;
const AT_ONCE: u64 = 2;
const FIXTURES: &str = "tests/fixtures/sources";
const REPORT: &str = "target/fuzz-report.txt";
/// Given to the `reader` binary, makes it print the ids of all readers.
const LIST: &str = "list";

/// The binaries besides `reader`, with the folders and files that seed them.
const OTHERS: &[(&str, &[&str])] = &[
    ("pack_open", &["packs", "tests/fixtures/packs"]),
    ("normalise", &["tests/fixtures/text", FIXTURES]),
    ("manifest", &["tests/fixtures/manifests"]),
    ("texts", &["tests/fixtures/text"]),
    (
        "record",
        &["tests/fixtures/records", "tests/cases/licensing"],
    ),
    ("quantity", &["tests/cases/classify", "rules/units.tsv"]),
];

pub(crate) fn fuzz(args: &mut Args) -> Result {
    let seconds = args.number("--seconds")?.unwrap_or(SECONDS);
    let at_once = args.number("--at-once")?.unwrap_or(AT_ONCE);
    let asked = args.names()?;
    cargo_tools::ensure(&cargo_tools::CARGO_FUZZ)?;
    // No sanitizer: those need nightly, and the crate forbids unsafe code. Overflow checks stay on.
    run::show(run::command("cargo").args(["fuzz", "build", "--sanitizer", "none", "-O", "-a"]))?;
    let built = built_programs()?;
    let all = targets(&built)?;
    let chosen = choose(all, asked)?;
    let work = Mutex::new(chosen.into_iter());
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                loop {
                    let next = work.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some(target) = next else { return };
                    println!("fuzzing {} for {seconds} s", target.name);
                    let outcome = fuzz_one(&target, seconds, &built);
                    println!("finished {}", target.name);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push((target.name, outcome));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by(|left, right| left.0.cmp(&right.0));
    let table = table(&done, seconds);
    println!("\n{table}");
    fs::write(place::at(REPORT), &table).map_err(|error| format!("{REPORT}: {error}"))?;
    let bad = done
        .iter()
        .filter(|(_, outcome)| !outcome.is_clean())
        .count();
    match bad {
        0 => Ok(()),
        bad => Err(format!("{bad} of {} targets found something", done.len())),
    }
}

/// One thing to fuzz.
struct Target {
    /// `reader:eu-fsf-xml`, `pack_open`, ...
    name: String,
    program: &'static str,
    reader: Option<String>,
    seeds: &'static [&'static str],
}

impl Target {
    /// The name as a folder name.
    fn folder(&self) -> String {
        self.name.replace(':', "-")
    }
}

/// What a run reported.
#[derive(Default)]
struct Outcome {
    executions: u64,
    coverage: u64,
    corpus: usize,
    seconds: u64,
    /// Inputs that crashed, hung or used too much memory.
    findings: Vec<String>,
    error: Option<String>,
}

impl Outcome {
    fn is_clean(&self) -> bool {
        self.findings.is_empty() && self.error.is_none()
    }
}

/// Where cargo-fuzz put the programs.
fn built_programs() -> Result<PathBuf> {
    let about = run::ask(run::command("rustc").arg("-vV"))?;
    let host = about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or("rustc does not say what it compiles for")?;
    Ok(place::at("fuzz/target").join(host).join("release"))
}

fn targets(built: &Path) -> Result<Vec<Target>> {
    let ids = run::ask(once(built, "reader")?.env("EXPORTCHECK_READER", LIST))?;
    let readers = ids.split_whitespace().map(|id| Target {
        name: format!("reader:{id}"),
        program: "reader",
        reader: Some(id.to_owned()),
        seeds: &[FIXTURES],
    });
    let others = OTHERS.iter().map(|(name, seeds)| Target {
        name: (*name).to_owned(),
        program: name,
        reader: None,
        seeds,
    });
    Ok(readers.chain(others).collect())
}

/// A program that is to run on one empty input only, for what it does before.
fn once(built: &Path, program: &str) -> Result<Command> {
    let empty = place::at("fuzz/target/empty-input");
    fs::write(&empty, "").map_err(|error| format!("{}: {error}", empty.display()))?;
    let mut command = run::command(built.join(program));
    command.arg(empty);
    Ok(command)
}

/// All, or the ones asked for by name (`reader` alone means every reader).
fn choose(all: Vec<Target>, asked: &[String]) -> Result<Vec<Target>> {
    let fits = |target: &Target, word: &str| {
        target.name == word || target.reader.as_deref() == Some(word) || target.program == word
    };
    for word in asked {
        if !all.iter().any(|target| fits(target, word)) {
            let names: Vec<_> = all.iter().map(|target| &*target.name).collect();
            return Err(format!("`{word}` is not a target: {}", names.join(", ")));
        }
    }
    let wanted = |target: &Target| asked.is_empty() || asked.iter().any(|word| fits(target, word));
    Ok(all.into_iter().filter(wanted).collect())
}

fn fuzz_one(target: &Target, seconds: u64, built: &Path) -> Outcome {
    run_one(target, seconds, built).unwrap_or_else(|error| Outcome {
        error: Some(error),
        ..Outcome::default()
    })
}

fn run_one(target: &Target, seconds: u64, built: &Path) -> Result<Outcome> {
    let corpus = made(place::at("fuzz/corpus").join(target.folder()))?;
    let found = made(place::at("fuzz/artifacts").join(target.folder()))?;
    let logs = made(place::at("fuzz/target/logs"))?;
    let mut words = BTreeMap::new();
    for seeds in target.seeds {
        seed(&place::at(seeds), &corpus, &mut words)?;
    }
    if target.program == "pack_open" {
        // The program writes its own seeds: a pack needs a right checksum.
        run::ask(once(built, target.program)?.env("EXPORTCHECK_SEEDS", &corpus))?;
    }
    let dictionary = logs.join(format!("{}.dict", target.folder()));
    fs::write(&dictionary, dictionary_of(words)).map_err(|error| error.to_string())?;
    let log = logs.join(format!("{}.log", target.folder()));
    let output = File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let before = names_in(&found);
    let start = Instant::now();
    let mut program = run::command(built.join(target.program));
    program
        .arg(&corpus)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .args(["-max_len=262144", "-timeout=20", "-rss_limit_mb=2048"])
        .args(["-print_final_stats=1", "-detect_leaks=0"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(output);
    // libFuzzer refuses an empty dictionary.
    if dictionary.metadata().is_ok_and(|file| file.len() > 0) {
        program.arg(format!("-dict={}", dictionary.display()));
    }
    if let Some(reader) = &target.reader {
        program.env("EXPORTCHECK_READER", reader);
    }
    let status = program.status().map_err(|error| error.to_string())?;
    let text = fs::read(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let mut outcome = read_log(&String::from_utf8_lossy(&text));
    outcome.seconds = start.elapsed().as_secs();
    outcome.corpus = names_in(&corpus).len();
    let new = names_in(&found)
        .into_iter()
        .filter(|name| !before.contains(name));
    outcome.findings = new
        .map(|name| format!("fuzz/artifacts/{}/{name}", target.folder()))
        .collect();
    if !status.success() && outcome.findings.is_empty() {
        outcome.error = Some(format!("{status}, see {}", log.display()));
    }
    Ok(outcome)
}

/// Executions and coverage from libFuzzer's own report.
fn read_log(log: &str) -> Outcome {
    let number_after = |line: &str, label: &str| {
        let rest = line.split_once(label)?.1;
        rest.split_whitespace().next()?.parse::<u64>().ok()
    };
    let mut outcome = Outcome::default();
    for line in log.lines() {
        if let Some(coverage) = number_after(line, " cov: ") {
            outcome.coverage = coverage;
        }
        if let Some(count) = number_after(line, "stat::number_of_executed_units:") {
            outcome.executions = count;
        }
    }
    outcome
}

/// Copies every file under `from` into the corpus and counts the words in it.
fn seed(from: &Path, corpus: &Path, words: &mut BTreeMap<String, u32>) -> Result {
    if from.is_dir() {
        let entries = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        return paths.iter().try_for_each(|path| seed(path, corpus, words));
    }
    let Ok(bytes) = fs::read(from) else {
        return Ok(());
    };
    for word in bytes.split(|byte| !(byte.is_ascii_alphanumeric() || b"_-".contains(byte))) {
        if let Ok(word) = std::str::from_utf8(word)
            && (3..=32).contains(&word.len())
        {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    let flat: Vec<_> = from
        .iter()
        .rev()
        .take(2)
        .map(|part| part.to_string_lossy())
        .collect();
    let name = format!("seed-{}", flat.join("-"));
    fs::write(corpus.join(name), bytes).map_err(|error| error.to_string())
}

/// The most frequent words of the seeds: element and column names that mutation would not invent.
fn dictionary_of(words: BTreeMap<String, u32>) -> String {
    const MOST: usize = 400;
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let lines = words
        .into_iter()
        .take(MOST)
        .map(|(word, _)| format!("\"{word}\"\n"));
    lines.collect()
}

fn table(done: &[(String, Outcome)], seconds: u64) -> String {
    let mut text = format!(
        "{seconds} s each, overflow checks on\n{:<28} {:>12} {:>9} {:>7} {:>6} {:>8}\n",
        "target", "executions", "coverage", "corpus", "s", "crashes"
    );
    for (name, outcome) in done {
        text += &format!(
            "{name:<28} {:>12} {:>9} {:>7} {:>6} {:>8}\n",
            outcome.executions,
            outcome.coverage,
            outcome.corpus,
            outcome.seconds,
            outcome.findings.len()
        );
        for line in outcome.findings.iter().chain(&outcome.error) {
            text += &format!("    {line}\n");
        }
    }
    text
}

fn made(folder: PathBuf) -> Result<PathBuf> {
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_libfuzzer_says() {
        let log = "\
INFO: seed corpus: files: 3 min: 1b max: 12b total: 20b rss: 30Mb
#4\tINITED cov: 20 ft: 21 corp: 2/2b exec/s: 0 rss: 31Mb
#9100\tDONE   cov: 512 ft: 900 corp: 30/1Kb lim: 4 exec/s: 4550 rss: 40Mb
Done 9100 runs in 2 second(s)
stat::number_of_executed_units: 9100
stat::peak_rss_mb:              40";
        let outcome = read_log(log);
        assert_eq!((outcome.executions, outcome.coverage), (9100, 512));
        assert!(outcome.is_clean());
    }

    #[test]
    fn chooses_by_name_id_or_program() {
        let target = |name: &str, program, reader: Option<&str>| Target {
            name: name.to_owned(),
            program,
            reader: reader.map(str::to_owned),
            seeds: &[],
        };
        let all = || {
            vec![
                target("reader:a", "reader", Some("a")),
                target("reader:b", "reader", Some("b")),
                target("manifest", "manifest", None),
            ]
        };
        for (asked, names) in [
            ("", "reader:a reader:b manifest"),
            ("reader", "reader:a reader:b"),
            ("b manifest", "reader:b manifest"),
            ("reader:a", "reader:a"),
        ] {
            let asked: Vec<_> = asked.split_whitespace().map(str::to_owned).collect();
            let chosen = choose(all(), &asked).unwrap();
            let chosen: Vec<_> = chosen.iter().map(|target| &*target.name).collect();
            assert_eq!(chosen.join(" "), names);
        }
        assert!(choose(all(), &["c".to_owned()]).is_err());
    }

    #[test]
    fn dictionary_keeps_frequent_words_first() {
        let words = BTreeMap::from([("rare".to_owned(), 1), ("often".to_owned(), 5)]);
        assert_eq!(dictionary_of(words), "\"often\"\n\"rare\"\n");
    }
}
