//! Risk rules as the engine evaluates them. `pack::rules::risk` (feature `compile`) makes them from
//! `rules/risk/**`. Conditions are blocks of [`crate::rule::model::Rules`].

use super::history::HistoryRules;
use super::tier::Tier;
use crate::date::Date;
use crate::rule::model::{Block, Status};
use crate::rule::terms::Number;
use serde::{Deserialize, Serialize};

/// Everything about risk that is evaluated.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Risk {
    /// In the order of results.
    pub indicators: Vec<Indicator>,
    /// The ladder, from the first step to the last.
    pub steps: Vec<String>,
    /// Attributes that the engine fills, by name.
    pub supplied: Vec<(String, u32)>,
    /// Derived attributes that depend on them, in order.
    pub derived: Vec<u32>,
    /// Days that a party may have been founded after.
    pub milestones: Vec<(String, Date)>,
    /// What lists of a party pack mean to licensing.
    pub lists: Vec<ListUse>,
    /// Lists that a screening should have.
    pub required: Vec<RequiredList>,
    /// What roles mean to licensing.
    pub roles: Vec<(String, String)>,
    /// Ways to add up shares of listed owners.
    pub ownership: Vec<OwnershipTest>,
    /// Lists of customs codes.
    pub hs_lists: Vec<HsList>,
    /// Lines of business.
    pub sectors: Vec<Sector>,
    /// Unit vectors to the centres of countries, in millionths.
    pub centres: Vec<(String, [i32; 3])>,
    /// Question forms.
    pub forms: Vec<Form>,
    /// Answers to questions of licensing that follow from facts of the case.
    pub fills: Vec<Fill>,
    /// Step that is due while questions are not answered.
    pub ask_step: Option<u32>,
    /// Patterns in a firm's own shipments.
    pub history: Option<HistoryRules>,
}

/// A red flag, a factor of the tier, a duty or a prompt.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Indicator {
    /// Name in results.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// `customer`, `route`.
    pub topic: String,
    /// What it is about.
    pub per: Per,
    /// Only under this law.
    pub jurisdiction: Option<u32>,
    /// When it applies.
    pub when: Block,
    /// What it makes of the tier while it is there and nobody resolved it.
    pub raises: Option<Tier>,
    /// What it makes of the tier while it is undecided.
    pub open: Option<Tier>,
    /// Nothing that people write resolves it.
    pub is_final: bool,
    /// A trusted partner's standing judgement may resolve it.
    pub trust: bool,
    /// Steps of the ladder, by position.
    pub steps: Vec<u32>,
    /// Contract text that goes with it.
    pub clause: Option<String>,
    /// Full citation.
    pub cite: String,
    /// Question of licensing whose option it is: raised, the option is chosen; when none of the
    /// indicators of a question is raised or undecided, `none` is.
    pub licence: Option<(String, String)>,
    /// It rests on facts of the case alone; nobody is asked.
    pub automatic: bool,
    /// State of the law.
    pub status: Status,
    /// First day.
    pub valid_from: Option<Date>,
    /// First day on which it is no longer valid.
    pub valid_to: Option<Date>,
}

/// What an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A red flag.
    Flag,
    /// Makes the tier, and is no red flag.
    Factor,
    /// Something to do.
    Duty,
    /// Something to look at.
    Prompt,
}

/// What an indicator is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// The case.
    Case,
    /// Each item.
    Item,
    /// Each party.
    Party,
    /// Each owner.
    Owner,
    /// Each stop on the way.
    Leg,
}

/// What a list of a party pack is called in questions of licensing.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListUse {
    /// Id in packs.
    pub id: String,
    /// Option for a listed party.
    pub party: Option<String>,
    /// Options for a listed owner.
    pub owner: Vec<String>,
    /// The publisher keeps it no longer: its age says nothing.
    pub closed: bool,
}

/// A list that a screening should have.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RequiredList {
    /// Name in results.
    pub id: String,
    /// Any of these packs' lists will do.
    pub any: Vec<String>,
    /// Only under this law.
    pub jurisdiction: Option<u32>,
}

/// A way to add up shares.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OwnershipTest {
    /// Name of the fact.
    pub id: String,
    /// Lists that count.
    pub lists: Vec<String>,
    /// An entity owned to this share counts with its whole share; otherwise shares are multiplied.
    pub majority: Option<Number>,
}

/// A list of customs codes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HsList {
    /// Name in results.
    pub id: String,
    /// First digits.
    pub codes: Vec<String>,
    /// Questions of licensing that are answered `yes` by being on it.
    pub answers: Vec<String>,
}

/// A line of business.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sector {
    /// Name in cases.
    pub id: String,
    /// First digits of what it usually buys; empty when that cannot be judged.
    pub codes: Vec<String>,
}

/// An answer that follows from facts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Fill {
    /// The question.
    pub attribute: String,
    /// The answer.
    pub value: String,
    /// If.
    pub when: Block,
}

/// Questions that stand on one screen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Form {
    /// What they are about.
    pub per: Per,
    /// Parties in one of these roles; all when none is named.
    pub roles: Vec<String>,
    /// Only under this law.
    pub jurisdiction: Option<u32>,
    /// Only if.
    pub when: Option<Block>,
}

impl Indicator {
    /// Whether it is evaluated on a day.
    #[must_use]
    pub fn applies(&self, day: Date) -> bool {
        self.status.applies()
            && self.valid_from.is_none_or(|from| from <= day)
            && self.valid_to.is_none_or(|to| day < to)
    }
}
