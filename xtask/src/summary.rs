//! What the test runners report, added up.

use std::collections::BTreeSet;

/// How a runner words its results.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Runner {
    /// `cargo test`: `test result: ok. 3 passed; 0 failed; 1 ignored; ...`, once per binary.
    Cargo,
    /// `node --test --test-reporter=spec`: `ℹ pass 3`, once.
    Node,
    /// A tool that only succeeds or fails; it adds nothing unless it fails.
    Verdict,
}

/// The counts of one stage or of all.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, other: &Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The line that ends a run.
    pub(crate) fn line(&self) -> String {
        format!(
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

/// Reads a runner's output line by line.
#[derive(Debug)]
pub(crate) struct Reading {
    runner: Runner,
    reported: Tally,
    summaries: u32,
    /// Tests that ran, passed and said that they had nothing to run on.
    said_skipped: BTreeSet<String>,
    failures: Vec<String>,
    in_passed_output: bool,
}

impl Reading {
    pub(crate) fn new(runner: Runner) -> Self {
        Self {
            runner,
            reported: Tally::default(),
            summaries: 0,
            said_skipped: BTreeSet::new(),
            failures: Vec::new(),
            in_passed_output: false,
        }
    }

    /// Takes one line in; whether it is worth showing (the output of passed tests is not).
    pub(crate) fn line(&mut self, line: &str) -> bool {
        let text = plain(line);
        let text = text.trim();
        if let Some(said) = text
            .split("SKIPPED: ")
            .nth(1)
            .filter(|_| text.starts_with("SKIPPED: "))
        {
            let test = said.split(": ").next().unwrap_or(said);
            return self.said_skipped.insert(test.to_owned());
        }
        match self.runner {
            Runner::Cargo => self.cargo_line(text),
            Runner::Node => self.node_line(text),
            Runner::Verdict => true,
        }
    }

    /// The counts and the names of failed tests, once the runner has ended.
    pub(crate) fn finish(mut self, succeeded: bool, stage: &str) -> (Tally, Vec<String>) {
        let mut tally = self.reported;
        let said = self.said_skipped.len() as u64;
        // A runner that knows skips has counted its own; one that does not has called them passed.
        let more = said.saturating_sub(tally.skipped).min(tally.passed);
        if self.runner == Runner::Cargo {
            let said = said.min(tally.passed);
            tally.passed -= said;
            tally.skipped += said;
        } else {
            tally.passed -= more;
            tally.skipped += more;
        }
        if self.runner != Runner::Verdict && succeeded && self.summaries == 0 {
            tally.failed += 1;
            self.failures
                .push("the runner reported no tests".to_owned());
        }
        if !succeeded && tally.failed == 0 {
            tally.failed = 1;
            if self.failures.is_empty() {
                self.failures
                    .push("it did not succeed, see above".to_owned());
            }
        }
        let mut seen = BTreeSet::new();
        let failures = self.failures.into_iter();
        let failures = failures
            .filter(|failure| seen.insert(failure.clone()))
            .map(|failure| format!("{stage}: {failure}"))
            .collect();
        (tally, failures)
    }

    fn cargo_line(&mut self, text: &str) -> bool {
        if let Some(counts) = text.strip_prefix("test result: ") {
            self.in_passed_output = false;
            self.summaries += 1;
            for part in counts.split([';', '.']) {
                let mut words = part.split_whitespace();
                let (Some(count), Some(what)) = (words.next(), words.next()) else {
                    continue;
                };
                let Ok(count) = count.parse::<u64>() else {
                    continue;
                };
                match what {
                    "passed" => self.reported.passed += count,
                    "failed" => self.reported.failed += count,
                    "ignored" => self.reported.skipped += count,
                    _ => {}
                }
            }
            return true;
        }
        match text {
            "successes:" => self.in_passed_output = true,
            "failures:" => self.in_passed_output = false,
            _ => {}
        }
        if let Some(name) = text
            .strip_prefix("test ")
            .and_then(|rest| rest.strip_suffix(" ... FAILED"))
        {
            self.failures.push(name.to_owned());
        }
        // A test binary that dies has no result line.
        if text.starts_with("error: test failed")
            || text.contains("process didn't exit successfully")
        {
            self.failures.push(text.to_owned());
        }
        !self.in_passed_output
    }

    fn node_line(&mut self, text: &str) -> bool {
        if let Some((what, count)) = text
            .strip_prefix("ℹ ")
            .and_then(|rest| rest.split_once(' '))
            && let Ok(count) = count.parse::<u64>()
        {
            self.summaries += u32::from(what == "tests" && count > 0);
            match what {
                "pass" => self.reported.passed += count,
                "fail" | "cancelled" => self.reported.failed += count,
                "skipped" | "todo" => self.reported.skipped += count,
                _ => {}
            }
        }
        if let Some(name) = text
            .strip_prefix("✖ ")
            .filter(|name| *name != "failing tests:")
        {
            self.failures.push(without_time(name).to_owned());
        }
        true
    }
}

/// `name (12.3ms)` -> `name`: the same failure is printed twice with one time.
fn without_time(name: &str) -> &str {
    match name.rsplit_once(" (") {
        Some((name, time)) if time.ends_with("ms)") => name,
        _ => name,
    }
}

/// The line without colour codes.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(char) = chars.next() {
        if char == '\x1b' {
            chars.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(char);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Reading, Runner};

    fn read(runner: Runner, output: &str, succeeded: bool) -> (String, Vec<String>, usize) {
        let mut reading = Reading::new(runner);
        let shown = output.lines().filter(|line| reading.line(line)).count();
        let (tally, failures) = reading.finish(succeeded, "stage");
        (tally.line(), failures, shown)
    }

    #[test]
    fn cargo_results_add_up_over_binaries() {
        let output = "\
running 2 tests
test a::b ... \x1b[31mFAILED\x1b[0m
test c ... ok

successes:

---- c stdout ----
chatter
SKIPPED: c: ../shared is not here
SKIPPED: c: ../shared is not here
successes:
    c

failures:
    a::b

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.0s

test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.0s";
        let (line, failures, shown) = read(Runner::Cargo, output, false);
        assert_eq!(line, "5 passed, 1 failed, 2 skipped");
        assert_eq!(failures, ["stage: a::b"]);
        assert_eq!(shown, output.lines().count() - 8);
    }

    #[test]
    fn node_results() {
        let output = "\
✖ opens the page (12.5ms)
SKIPPED: byte identity: no native result
ℹ tests 4
ℹ suites 0
ℹ pass 2
ℹ fail 1
ℹ cancelled 0
ℹ skipped 1
ℹ todo 0
ℹ duration_ms 99.1
✖ failing tests:
✖ opens the page (12.5ms)";
        let (line, failures, _) = read(Runner::Node, output, false);
        assert_eq!(line, "2 passed, 1 failed, 1 skipped");
        assert_eq!(failures, ["stage: opens the page"]);
    }

    #[test]
    fn node_tests_that_only_say_they_were_skipped() {
        let output = "SKIPPED: a: x\nSKIPPED: b: x\nℹ tests 3\nℹ pass 3\nℹ fail 0\nℹ skipped 0";
        let (line, failures, _) = read(Runner::Node, output, true);
        assert_eq!(line, "1 passed, 0 failed, 2 skipped");
        assert!(failures.is_empty());
    }

    #[test]
    fn a_run_that_ends_early_is_a_failure() {
        for (runner, output, succeeded, expected) in [
            (
                Runner::Cargo,
                "error[E0308]: mismatched types",
                false,
                "0 passed, 1 failed, 0 skipped",
            ),
            (Runner::Cargo, "", true, "0 passed, 1 failed, 0 skipped"),
            (
                Runner::Node,
                "ℹ tests 0\nℹ pass 0",
                true,
                "0 passed, 1 failed, 0 skipped",
            ),
            (
                Runner::Verdict,
                "Diff in src/lib.rs",
                false,
                "0 passed, 1 failed, 0 skipped",
            ),
            (Runner::Verdict, "", true, "0 passed, 0 failed, 0 skipped"),
        ] {
            let (line, failures, _) = read(runner, output, succeeded);
            assert_eq!(line, expected, "{runner:?} {output}");
            assert_eq!(
                failures.is_empty(),
                expected.contains(" 0 failed"),
                "{output}"
            );
        }
    }
}
