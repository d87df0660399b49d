//! What comes out: the assessment of a case. Output vocabulary of everything.

use crate::license::report::Determination;
use crate::risk::evaluate::Finding;
use crate::risk::tier::Whole;
use crate::rule::criterion::RulesId;
use crate::screen::address::AddressHit;
use crate::screen::report::Hit;
use serde::Serialize;

/// Version of the shape.
pub const FORMAT: u32 = 1;

/// One explained answer about one case.
#[derive(Debug, Clone, Serialize)]
pub struct Assessment {
    /// [`FORMAT`].
    pub format: u32,
    /// Engine version.
    pub engine: &'static str,
    /// Day whose law and lists were applied.
    pub as_of: String,
    /// Which case.
    pub case: CaseId,
    /// The rules.
    pub rules: RulesId,
    /// The lists that parties were screened against.
    pub lists: Option<ListsState>,
    /// How much has to be done.
    pub tier: Whole,
    /// The ladder: steps in order, with the findings that ask for them.
    pub steps: Vec<Step>,
    /// Licence outcomes by jurisdiction: the strictest of all items.
    pub outcomes: Vec<OutcomeOf>,
    /// Items one by one.
    pub items: Vec<ItemResult>,
    /// Parties and owners one by one.
    pub parties: Vec<PartyResult>,
    /// Shares of listed owners.
    pub ownership: Vec<OwnershipResult>,
    /// Indicators at subjects, in the order of the rules.
    pub findings: Vec<Finding>,
    /// Forms that fit, with their subjects.
    pub forms: Vec<FormFor>,
    /// Questions worth answering.
    pub ask: Vec<Ask>,
    /// What this assessment does not cover.
    pub not_checked: Vec<NotChecked>,
    /// What could not be read.
    pub problems: Vec<CaseProblem>,
    /// Duties that hold whatever the result is.
    pub notices: Vec<&'static str>,
}

/// Which case.
#[derive(Debug, Clone, Serialize)]
pub struct CaseId {
    /// The user's own.
    pub id: String,
    /// The user's own.
    pub title: String,
}

/// The lists of a party pack on the day of the case.
#[derive(Debug, Clone, Serialize)]
pub struct ListsState {
    /// SHA-256 of the pack.
    pub digest: String,
    /// The few parties that come with the page.
    pub starter: bool,
    /// One by one.
    pub lists: Vec<ListState>,
    /// Lists that should be there.
    pub missing: Vec<String>,
}

/// A list.
#[derive(Debug, Clone, Serialize)]
pub struct ListState {
    /// Its id.
    pub id: String,
    /// Publication date of the version.
    pub published: Option<String>,
    /// Days between it and the day of the case.
    pub age_days: Option<i64>,
    /// `fresh`, `stale`, `undated`, `closed` (the publisher keeps it no longer).
    pub state: &'static str,
}

/// A step of the ladder.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// Its id.
    pub step: String,
    /// Positions of the findings that ask for it.
    pub findings: Vec<usize>,
}

/// Licence outcome of a jurisdiction.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeOf {
    /// `eu`, `us`.
    pub jurisdiction: String,
    /// The strictest.
    pub outcome: String,
    /// By item.
    pub items: Vec<ItemOutcome>,
}

/// Licence outcome of an item.
#[derive(Debug, Clone, Serialize)]
pub struct ItemOutcome {
    /// The item.
    pub item: String,
    /// Its outcome.
    pub outcome: String,
}

/// What was found about an item.
#[derive(Debug, Clone, Serialize)]
pub struct ItemResult {
    /// The item.
    pub item: String,
    /// Lists of customs codes it is on.
    pub hs_lists: Vec<String>,
    /// May it go there.
    pub determination: Option<Determination>,
}

/// What was found about a party or owner.
#[derive(Debug, Clone, Serialize)]
pub struct PartyResult {
    /// `party:p1`, `owner:p1/o1`.
    pub subject: String,
    /// The name that was screened.
    pub name: String,
    /// `not-screened`, `no-candidate`, `candidate`, `confirmed`, `rejected`.
    pub state: &'static str,
    /// Why it was not screened: `no-lists`, `no-name`.
    pub why_not: Option<&'static str>,
    /// Candidates, best first.
    pub hits: Vec<JudgedHit>,
    /// Whether a listed party has this address: `shared`, `not-shared`, `not-given`, `not-checked`.
    pub address: &'static str,
    /// Listed parties with this address.
    pub address_listed: Vec<AddressHit>,
    /// What the screening does not cover.
    pub not_checked: Vec<&'static str>,
}

/// A candidate, and what a person decided about it.
#[derive(Debug, Clone, Serialize)]
pub struct JudgedHit {
    /// The machine's finding.
    #[serde(flatten)]
    pub hit: Hit,
    /// The person's word.
    pub judgement: Option<crate::case::Decision>,
    /// The entry has changed since: the decision does not count any more.
    pub reopened: bool,
}

/// Share of listed parties in a party.
#[derive(Debug, Clone, Serialize)]
pub struct OwnershipResult {
    /// The party.
    pub subject: String,
    /// The test.
    pub test: String,
    /// At least.
    pub min: Option<String>,
    /// At most.
    pub max: Option<String>,
    /// Listed owners.
    pub listed: Vec<String>,
    /// Owners about whom it is open.
    pub open: Vec<String>,
}

/// A question form and whom it is for.
#[derive(Debug, Clone, Serialize)]
pub struct FormFor {
    /// Position of the form in the texts.
    pub form: usize,
    /// Subjects.
    pub subjects: Vec<String>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ask {
    /// The attribute.
    pub question: String,
    /// What it is about.
    pub subject: String,
    /// Indicators it would decide.
    pub indicators: Vec<String>,
}

/// Something the assessment does not cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotChecked {
    /// Kebab-case.
    pub code: &'static str,
    /// What it is about.
    pub subject: String,
    /// Details.
    pub detail: Vec<String>,
}

/// Something in the case that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseProblem {
    /// What it is about.
    pub subject: String,
    /// The field.
    pub field: String,
    /// What was given.
    pub given: String,
    /// Kebab-case.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}
