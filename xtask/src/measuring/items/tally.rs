//! Counting cases: right, wrong, left open, not answered.

use super::super::report::Report;

/// How one case came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// As expected.
    Right,
    /// Decided otherwise.
    Wrong,
    /// Not decided, though the expectation is a decision.
    Open,
}

/// Cases of one kind by outcome.
#[derive(Default)]
pub(crate) struct Tally {
    right: u32,
    wrong: Vec<String>,
    open: Vec<String>,
    unanswered: Vec<String>,
}

impl Tally {
    pub(crate) fn add(&mut self, outcome: Outcome, line: String) {
        match outcome {
            Outcome::Right => self.right += 1,
            Outcome::Wrong => self.wrong.push(line),
            Outcome::Open => self.open.push(line),
        }
    }

    /// Nobody has answered the case.
    pub(crate) fn unanswered(&mut self, line: String) {
        self.unanswered.push(line);
    }

    pub(crate) fn decided(&self) -> u32 {
        self.right + self.wrong.len() as u32
    }

    pub(crate) fn report(&self, report: &mut Report, name: &str) {
        let decided = self.decided();
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
                self.open.len(),
                self.unanswered.len()
            ),
        );
        report.figure(&format!("{name} decided"), f64::from(decided), "cases");
        report.worst("wrong", &self.wrong);
        report.worst("undecided", &self.open);
        report.worst("without answers", &self.unanswered);
    }
}
