//! `test`: every check, in one run that goes on after a failure and adds everything up.

use crate::args::Args;
use crate::static_server::Server;
use crate::summary::{Reading, Runner, Tally};
use crate::{Result, browser, eval, npm, packs, place, run, serve, wasm_build};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Largest allowed sizes after gzip -9, in bytes.
const LARGEST: &[(&str, u64)] = &[("pkg/exportcheck_bg.wasm", 620_000)];

pub(crate) fn test(args: &mut Args) -> Result {
    let only = args.value("--only")?;
    args.finish()?;
    let mut run = Run {
        only,
        total: Tally::default(),
        failures: Vec::new(),
        times: Vec::new(),
    };
    rust(&mut run);
    page(&mut run);
    run.finish()
}

/// What needs nothing but Rust.
fn rust(run: &mut Run) {
    run.step("reference data", || {
        if place::shared().is_none() && place::ci() {
            return Err("../shared is not here, and CI requires it".to_owned());
        }
        Ok(())
    });
    let tool = |words: &[&str]| run::cargo(words);
    run.runner(
        "format",
        Runner::Verdict,
        tool(&["fmt", "--all", "--check"]),
    );
    let everything = ["--workspace", "--all-targets", "--all-features"];
    let strict = ["--", "-D", "warnings"];
    let words = [&["clippy"], &everything[..], &strict].concat();
    run.runner("lints", Runner::Verdict, tool(&words));
    // Doc tests are part of this run. Not nextest: it has none, and it hides what passed tests say.
    let words = ["test", "--workspace", "--all-features", "--no-fail-fast"];
    let shown = ["--", "--show-output"];
    run.runner(
        "rust tests",
        Runner::Cargo,
        tool(&[&words[..], &shown].concat()),
    );
    run.runner(
        "eval",
        Runner::Verdict,
        with(eval::measure("eval"), &["--check"]),
    );
}

/// What needs the WebAssembly build, Node or a browser.
fn page(run: &mut Run) {
    let tools = run.step("tools", wasm_build::ensure_tools);
    let wasm_lints = [
        "clippy",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ];
    if tools {
        run.runner("wasm lints", Runner::Verdict, run::cargo(&wasm_lints));
    }
    let npm = run.step("javascript packages", npm::ensure);
    let wasm = tools && npm && run.step("wasm build", wasm_build::build);
    let packs = run.step("packs", || packs::build(&packs::starter()));
    if wasm {
        run.step("sizes", sizes);
    }
    if wasm && packs {
        run.node("node tests", "tests/node", &[]);
    } else {
        run.not_run("node tests");
    }
    if !npm {
        run.not_run("messages, types, page and browser tests");
        return;
    }
    run.runner(
        "messages",
        Runner::Verdict,
        in_www("npm", &["run", "messages"]),
    );
    run.runner("types", Runner::Verdict, in_www("tsc", &["--noEmit"]));
    let page = wasm && packs && run.step("page", serve::site);
    if page {
        browser_tests(run);
    } else {
        run.not_run("browser tests");
    }
}

fn browser_tests(run: &mut Run) {
    const STAGE: &str = "browser tests";
    if !run.wanted(STAGE) {
        return;
    }
    let chromium = match browser::ensure() {
        Ok(path) => path,
        Err(why) if place::ci() => {
            run.step(STAGE, || Err(why.clone()));
            return;
        }
        Err(why) => {
            for file in node_tests("tests/web") {
                println!("SKIPPED: {}: {why}", file.display());
                run.total.skipped += 1;
            }
            return;
        }
    };
    match Server::bind(0, place::at("www/dist")) {
        Ok(server) => {
            let address = server.address();
            std::thread::spawn(|| server.run());
            let chromium = chromium.to_string_lossy();
            let told = [("EXPORTCHECK_URL", &*address), ("CHROMIUM", &*chromium)];
            run.node(STAGE, "tests/web", &told);
        }
        Err(why) => {
            run.step(STAGE, || Err(why.clone()));
        }
    }
}

fn sizes() -> Result {
    for (file, most) in LARGEST {
        let size = gzipped(file)?;
        println!("{file}: {size} bytes gzipped, at most {most} allowed");
        if size > *most {
            return Err(format!("{file} is {size} bytes gzipped, over {most}"));
        }
    }
    Ok(())
}

/// The size of a file after gzip -9, as Node's zlib makes it (std has no gzip).
pub(crate) fn gzipped(file: &str) -> Result<u64> {
    let script = "const z=require('node:zlib'),f=require('node:fs');\
         console.log(z.gzipSync(f.readFileSync(process.argv[1]),{level:9}).length)";
    let answer = run::ask(
        run::command("node")
            .args(["-e", script])
            .arg(place::at(file)),
    )?;
    answer
        .parse()
        .map_err(|_| format!("{file}: node said `{answer}` instead of a size"))
}

fn in_www(program: &str, words: &[&str]) -> Command {
    let mut command = run::command(program);
    command.args(words).current_dir(place::at("www"));
    command
}

fn with(mut command: Command, words: &[&str]) -> Command {
    command.args(words);
    command
}

/// The files of a folder that use Node's test runner (helpers lie beside them).
fn node_tests(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(place::at(folder)).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|end| end == "mjs" || end == "ts")
        })
        .filter(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("node:test")))
        .collect();
    files.sort();
    files
}

/// The run so far.
struct Run {
    only: Option<String>,
    total: Tally,
    failures: Vec<String>,
    times: Vec<(String, String, u64)>,
}

impl Run {
    /// Something that only succeeds or fails. Whether it did (or was not asked for).
    fn step(&mut self, stage: &str, work: impl FnOnce() -> Result) -> bool {
        if !self.start(stage) {
            return true;
        }
        let start = Instant::now();
        let outcome = work();
        let mut tally = Tally::default();
        let mut failures = Vec::new();
        if let Err(why) = &outcome {
            eprintln!("{stage}: {why}");
            tally.failed = 1;
            failures.push(format!("{stage}: {why}"));
        }
        self.note(stage, start, &tally, failures);
        outcome.is_ok()
    }

    /// A command whose output is shown and, for test runners, counted.
    fn runner(&mut self, stage: &str, runner: Runner, mut command: Command) {
        if !self.start(stage) {
            return;
        }
        let start = Instant::now();
        command.env("CARGO_TERM_COLOR", "always");
        let reading = Mutex::new(Reading::new(runner));
        let outcome = run::lines(&mut command, |line| {
            let shown = reading
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .line(line);
            if shown {
                println!("{line}");
            }
        });
        let mut reading = reading.into_inner().unwrap_or_else(PoisonError::into_inner);
        let succeeded = outcome.unwrap_or_else(|why| {
            reading.line(&why);
            eprintln!("{why}");
            false
        });
        let (tally, failures) = reading.finish(succeeded, stage);
        self.note(stage, start, &tally, failures);
    }

    /// The tests of a folder with Node's runner, with the environment they are told.
    fn node(&mut self, stage: &str, folder: &str, told: &[(&str, &str)]) {
        if !self.wanted(stage) {
            return;
        }
        let files = node_tests(folder);
        if files.is_empty() {
            self.step(stage, || Err(format!("there are no tests in {folder}")));
            return;
        }
        let mut command = run::command("node");
        command
            .args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
            .args(files)
            .envs(told.iter().copied());
        self.runner(stage, Runner::Node, command);
    }

    /// Something whose prerequisite failed.
    fn not_run(&mut self, stage: &str) {
        if self.wanted(stage) {
            self.total.failed += 1;
            self.failures
                .push(format!("{stage}: not run, because what they need failed"));
        }
    }

    fn wanted(&self, stage: &str) -> bool {
        self.only.as_deref().is_none_or(|only| stage.contains(only))
    }

    fn start(&self, stage: &str) -> bool {
        let wanted = self.wanted(stage);
        if wanted {
            println!("\n\x1b[1m== {stage}\x1b[0m");
        }
        wanted
    }

    fn note(&mut self, stage: &str, start: Instant, tally: &Tally, failures: Vec<String>) {
        self.total.add(tally);
        self.failures.extend(failures);
        let seconds = start.elapsed().as_secs();
        self.times.push((stage.to_owned(), tally.line(), seconds));
    }

    /// Says what failed; the counts are the last line.
    fn finish(self) -> Result {
        println!("\n\x1b[1m== summary\x1b[0m");
        for (stage, counts, seconds) in &self.times {
            println!("{seconds:>5} s  {stage}: {counts}");
        }
        for failure in &self.failures {
            println!("FAILED  {failure}");
        }
        println!("{}", self.total.line());
        if self.total.failed == 0 {
            Ok(())
        } else {
            Err(String::new())
        }
    }
}
