//! What comes out: anomalies with their numbers as text, plots, what was judged and what was not.

use super::input::{Request, Table};
use super::model::{HistoryRules, KINDS, PATTERNS};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The whole answer.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Today.
    pub as_of: String,
    /// Rules used.
    pub rules: RulesUsed,
    /// Rows given.
    pub rows: usize,
    /// Rows that at least one check could use.
    pub used: usize,
    /// First and last day in the data.
    pub span: Option<(String, String)>,
    /// Patterns found, in the order of the rules' kinds.
    pub anomalies: Vec<Anomaly>,
    /// What each kind of check could judge.
    pub checks: Vec<Check>,
    /// Pictures of the anomalies.
    pub plots: Vec<Plot>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// Rules used.
#[derive(Debug, Clone, Serialize)]
pub struct RulesUsed {
    /// Date of the history rules.
    pub version: String,
}

/// One pattern, found.
#[derive(Debug, Clone, Serialize)]
pub struct Anomaly {
    /// Kind: one option of `case_history_signs`.
    pub kind: &'static str,
    /// Pattern; texts go by it.
    pub pattern: &'static str,
    /// Indicator of the risk rules.
    pub indicator: String,
    /// What it is about.
    pub subject: Subject,
    /// Lines of the user's file that show it.
    pub lines: Vec<u32>,
    /// Numbers, dates and codes by name, as text.
    pub explain: BTreeMap<&'static str, String>,
    /// Guidance.
    pub cite: String,
    /// Where to read it.
    pub link: String,
    /// Its picture in `plots`.
    pub plot: Option<usize>,
}

/// What an anomaly is about; empty parts do not matter for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Subject {
    /// Customer as written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub customer: String,
    /// Country of destination.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub destination: String,
    /// Country on the way.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub via: String,
    /// Customs code, six or four digits.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hs: String,
    /// Control.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub control: String,
}

/// What one kind of check could judge.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Check {
    /// Kind.
    pub kind: &'static str,
    /// What is counted: `shipments`, `customers`, `sales`.
    pub unit: &'static str,
    /// Judged.
    pub judged: u32,
    /// Had too little to compare with.
    pub too_few: u32,
    /// How much would have been enough.
    pub needs: u32,
    /// Lacked a field.
    pub not_given: u32,
    /// Fields that were lacking.
    pub fields: BTreeSet<&'static str>,
}

/// A picture: points, bars or a line over time.
#[derive(Debug, Clone, Serialize)]
pub struct Plot {
    /// `points` or `bars`.
    pub kind: &'static str,
    /// Message of the title.
    pub title_key: &'static str,
    /// Unit of y: a currency, `kg`, `EUR/kg`, empty for pieces, `shipments`.
    pub unit: String,
    /// Points, by x.
    pub points: Vec<Point>,
    /// How many there are in the data; a picture shows at most some hundred.
    pub total: usize,
    /// Upper limit.
    pub limit: Option<String>,
    /// Lower limit.
    pub low: Option<String>,
    /// Median.
    pub median: Option<String>,
    /// Day of a control.
    pub mark: Option<String>,
}

/// A point of a plot.
#[derive(Debug, Clone, Serialize)]
pub struct Point {
    /// Day, quarter or country.
    pub x: String,
    /// Figure.
    pub y: String,
    /// Which of several rows of bars: `main`, `targets`, `listed`, `other`.
    pub series: &'static str,
    /// Line of the user's file; none for a sum.
    pub line: Option<u32>,
    /// What the anomaly is about.
    pub anomaly: bool,
}

/// A field that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// Line of the user's file.
    pub line: u32,
    /// Field.
    pub field: &'static str,
    /// Kebab-case.
    pub code: &'static str,
    /// What was given.
    pub given: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

impl Problem {
    pub(super) fn new(
        line: u32,
        field: &'static str,
        code: &'static str,
        given: &str,
        message: &str,
        help: &'static str,
    ) -> Problem {
        Problem {
            line,
            field,
            code,
            given: given.to_owned(),
            message: message.to_owned(),
            help,
        }
    }
}

/// What the checks find.
#[derive(Debug)]
pub(super) struct Findings<'a> {
    rules: &'a HistoryRules,
    found: Vec<(usize, Anomaly)>,
    plots: Vec<Plot>,
    checks: BTreeMap<&'static str, Check>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(rules: &'a HistoryRules) -> Findings<'a> {
        Findings {
            rules,
            found: Vec::new(),
            plots: Vec::new(),
            checks: BTreeMap::new(),
        }
    }

    /// Counts of one kind.
    pub(super) fn check(&mut self, kind: &'static str) -> &mut Check {
        self.checks.entry(kind).or_insert_with(|| Check {
            kind,
            ..Check::default()
        })
    }

    pub(super) fn plot(&mut self, plot: Plot) -> usize {
        self.plots.push(plot);
        self.plots.len() - 1
    }

    pub(super) fn add(
        &mut self,
        pattern: &'static str,
        subject: Subject,
        mut lines: Vec<u32>,
        explain: BTreeMap<&'static str, String>,
        plot: Option<usize>,
    ) {
        // A pattern that the rules do not describe is not looked for.
        let Some((rank, kind)) = PATTERNS
            .iter()
            .zip(0..)
            .find_map(|((id, kind), rank)| (*id == pattern).then_some((rank, *kind)))
        else {
            return;
        };
        let Some(described) = self.rules.patterns.get(pattern) else {
            return;
        };
        lines.sort_unstable();
        lines.dedup();
        self.found.push((
            rank,
            Anomaly {
                kind,
                pattern,
                indicator: described.indicator.clone(),
                subject,
                lines,
                explain,
                cite: described.cite.clone(),
                link: described.link.clone(),
                plot,
            },
        ));
    }

    pub(super) fn report(mut self, request: &Request, table: Table) -> Report {
        self.found.sort_by(|(rank, one), (other_rank, other)| {
            (rank, &one.subject, &one.lines).cmp(&(other_rank, &other.subject, &other.lines))
        });
        let dates = || table.dated().filter_map(|shipment| shipment.date);
        Report {
            as_of: request.as_of.to_string(),
            rules: RulesUsed {
                version: self.rules.version.clone(),
            },
            rows: request.rows.len(),
            used: request.rows.len().saturating_sub(table.unused),
            span: dates()
                .min()
                .zip(dates().max())
                .map(|(first, last)| (first.to_string(), last.to_string())),
            anomalies: self.found.into_iter().map(|(_, anomaly)| anomaly).collect(),
            checks: KINDS
                .iter()
                .filter_map(|kind| self.checks.remove(kind))
                .collect(),
            plots: self.plots,
            problems: table.problems,
        }
    }
}
