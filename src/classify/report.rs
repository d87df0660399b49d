//! What classification answers, as it goes out in JSON.

use crate::rule::criterion::{Criterion, RulesId, verdict};
use crate::rule::facts::Problem;
use crate::rule::model::{Coverage, Status};
use crate::rule::terms::Truth;
use serde::Serialize;

/// Answer of `classify`.
#[derive(Debug, Clone, Serialize)]
pub struct Classification {
    /// The family that was asked about.
    pub family: String,
    /// Day whose law was applied.
    pub as_of: String,
    /// The rules.
    pub rules: RulesId,
    /// One result per list.
    pub lists: Vec<ListResult>,
    /// Every provision of the family, also those not met.
    pub provisions: Vec<ProvisionResult>,
    /// What to ask next, best first.
    pub ask: Vec<Question>,
    /// Said unknown, and still needed.
    pub do_not_know: Vec<String>,
    /// Answers that could not be read.
    pub problems: Vec<Problem>,
    /// Entries to look at too.
    pub see_also: Vec<SeeAlso>,
    /// Order-of-review prompts.
    pub review: Vec<ReviewResult>,
    /// Software and technology of the entries that are met or undecided.
    pub related: Vec<Related>,
    /// Duties that hold whatever the result is.
    pub notices: Vec<&'static str>,
}

/// Result for one list.
#[derive(Debug, Clone, Serialize)]
pub struct ListResult {
    /// `eu`, `us`.
    pub list: String,
    /// The instrument.
    pub instrument: String,
    /// Date of its text.
    pub version: String,
    /// `listed`, `undecided`, `none-identified`, or `no-rule` when the rules hold nothing for the
    /// family in this list.
    pub verdict: &'static str,
    /// Entries that apply to the family.
    pub entries: Vec<EntryResult>,
    /// Provisions of these entries that are announced, suspended or repealed, and were not applied.
    pub not_in_force: Vec<NotInForce>,
    /// Paragraphs of these entries that the rules only describe or do not hold.
    pub not_modelled: Vec<NotModelled>,
    /// Coverage of the whole list.
    pub coverage: Coverage,
}

/// Result for one entry.
#[derive(Debug, Clone, Serialize)]
pub struct EntryResult {
    /// The code.
    pub entry: String,
    /// The strongest of its provisions.
    #[serde(serialize_with = "verdict")]
    pub result: Truth,
    /// Paragraphs met.
    pub met: Vec<String>,
    /// Paragraphs undecided.
    pub unknown: Vec<String>,
    /// Reasons for control of the paragraphs met.
    pub reasons: Vec<String>,
}

/// A provision that is not applied on this day.
#[derive(Debug, Clone, Serialize)]
pub struct NotInForce {
    /// The code.
    pub entry: String,
    /// Paragraph.
    pub path: String,
    /// State of the law.
    pub status: Status,
}

/// What an entry holds beyond the rules.
#[derive(Debug, Clone, Serialize)]
pub struct NotModelled {
    /// The code.
    pub entry: String,
    /// Leaf paragraphs.
    pub paths: Vec<String>,
}

/// Result for one provision.
#[derive(Debug, Clone, Serialize)]
pub struct ProvisionResult {
    /// `eu`, `us`.
    pub list: String,
    /// The code.
    pub entry: String,
    /// Paragraph.
    pub path: String,
    /// Met, not met, unknown.
    #[serde(serialize_with = "verdict")]
    pub result: Truth,
    /// False: the rules only describe it.
    pub modelled: bool,
    /// Criteria that decide.
    pub criteria: Vec<Criterion>,
    /// Notes that take it back, or could.
    pub released_by: Vec<Released>,
    /// Attributes that would decide it.
    pub missing: Vec<String>,
    /// State of the law.
    pub status: Status,
    /// Reasons for control.
    pub reasons: Vec<String>,
    /// Another list reads differently.
    pub differs: bool,
}

/// A note that takes a provision back, or could.
#[derive(Debug, Clone, Serialize)]
pub struct Released {
    /// Citation.
    pub cite: String,
    /// `met`: taken back. `unknown`: could be.
    #[serde(serialize_with = "verdict")]
    pub result: Truth,
    /// Criteria that decide.
    pub criteria: Vec<Criterion>,
}

/// A question worth asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The attribute.
    pub attribute: String,
    /// Provisions one answer can decide.
    pub decides: u32,
    /// Provisions undecided now.
    pub of: u32,
}

/// An entry to look at too.
#[derive(Debug, Clone, Serialize)]
pub struct SeeAlso {
    /// `eu`, `us`.
    pub list: String,
    /// The code.
    pub entry: String,
    /// `met`, `not-met`, `unknown`, or `not-modelled` when no rule of it applies to the family.
    pub result: &'static str,
}

/// An order-of-review prompt.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewResult {
    /// Name in answers.
    pub id: String,
    /// `eu`, `us`.
    pub list: String,
    /// `yes`, `no`, `unknown`.
    pub result: &'static str,
}

/// Software and technology that belong to an entry.
#[derive(Debug, Clone, Serialize)]
pub struct Related {
    /// `eu`, `us`.
    pub list: String,
    /// The entry of the goods.
    pub entry: String,
    /// Entries of software.
    pub software: Vec<String>,
    /// Entries of technology.
    pub technology: Vec<String>,
}
