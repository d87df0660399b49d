//! Licensing rules as the engine evaluates them. `pack::rules::licensing` (feature `compile`)
//! makes them from `rules/licensing/**`. Conditions are blocks of [`crate::rule::model::Rules`].

use crate::date::Date;
use crate::rule::model::{Block, Status};
use crate::rule::terms::{Number, Truth};
use serde::{Deserialize, Serialize};

/// Everything about licensing that is evaluated.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Licensing {
    /// In the order of results.
    pub jurisdictions: Vec<Jurisdiction>,
    /// Kinds of checks.
    pub checks: Vec<Check>,
    /// Places goods can go to.
    pub destinations: Vec<Destination>,
    /// Attributes that the engine fills from the request.
    pub slots: Slots,
    /// Sets of listed items, each a flag for the item at hand.
    pub items: Vec<ItemSet>,
    /// Reasons for control, each a flag for the item at hand.
    pub reasons: Vec<Reason>,
    /// Jurisdiction and entry whose reasons are known, also when there are none.
    pub reasons_known: Vec<(u32, String)>,
    /// Which reasons a control names for which of its paragraphs.
    pub reason_lines: Vec<ReasonLine>,
    /// What entries say of single authorisations (list-based licence exceptions).
    pub entry_facts: Vec<EntryFact>,
    /// Lines of those, by entry.
    pub entry_lines: Vec<EntryLine>,
    /// Rules, in the order of results.
    pub measures: Vec<Measure>,
    /// Derived attributes that depend on what the engine fills, in order.
    pub derived: Vec<u32>,
    /// Authorisations and requirements whose items do not count as controlled content, by measure.
    pub not_counted: Vec<u32>,
    /// Paragraphs of the law: jurisdiction, entry, leaf paragraphs.
    pub outline: Vec<(u32, String, Vec<String>)>,
}

/// A body of law.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Jurisdiction {
    /// `eu`, `us`.
    pub id: String,
    /// Index of its control list.
    pub list: u32,
    /// The instrument.
    pub instrument: String,
    /// Date of the text.
    pub version: String,
}

/// A kind of check, as results name what was run and what was not.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Check {
    /// `item`, `end-use`.
    pub id: String,
    /// Open measures of it are "not run" until somebody answers; otherwise they leave a result undecided.
    pub on_request: bool,
    /// Holds even where the jurisdiction's own scope does not (brokering, technical assistance).
    pub beyond_scope: bool,
}

/// A country or territory.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Destination {
    /// ISO 3166-1 alpha-2, or a code of its own for a territory: `KG`, `UA-43`.
    pub code: String,
    /// Per jurisdiction: positions of its options (its code and groups).
    pub options: Vec<Vec<u32>>,
}

/// Attributes that the engine fills.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Slots {
    /// Country of destination.
    pub destination: u32,
    /// Country the goods leave from.
    pub exporter: u32,
    /// Country of manufacture.
    pub origin: u32,
    /// Country of the end user.
    pub end_user_country: u32,
    /// Countries of all parties.
    pub party_countries: u32,
    /// Per jurisdiction no attribute of its own: any entry of the list at hand is met.
    pub item_listed: u32,
}

/// A set of listed items.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ItemSet {
    /// The flag.
    pub attribute: u32,
    /// Index of the jurisdiction whose list the codes are of.
    pub jurisdiction: u32,
    /// What belongs to it.
    pub rows: Vec<ItemRow>,
    /// What does not.
    pub except: Vec<ItemRow>,
}

/// Codes of an item set.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ItemRow {
    /// `1C351.d.19`, or with `*`.
    pub code: String,
    /// Only if.
    pub when: Option<Block>,
}

/// A reason for control.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reason {
    /// `NS1`.
    pub code: String,
    /// The flag.
    pub attribute: u32,
}

/// A reason that a control names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReasonLine {
    /// Index of the jurisdiction.
    pub jurisdiction: u32,
    /// The entry.
    pub entry: String,
    /// Paragraphs, without the entry; `*` is all.
    pub paths: Vec<String>,
    /// Index of the reason.
    pub reason: u32,
    /// Only if.
    pub when: Option<Block>,
    /// The condition is only in words: the user confirms it under this name.
    pub confirm: Option<String>,
}

/// What entries can say of one authorisation: a flag, and perhaps an amount.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EntryFact {
    /// The flag or quantity.
    pub attribute: u32,
    /// A quantity: the amount of the line; otherwise the flag.
    pub amount: bool,
    /// Index of the jurisdiction.
    pub jurisdiction: u32,
}

/// A line of an entry.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EntryLine {
    /// The entry.
    pub entry: String,
    /// Paragraph without the entry; empty is all.
    pub path: String,
    /// Index of the fact.
    pub fact: u32,
    /// What it says, in base units where it is an amount.
    pub value: EntryValue,
    /// Only if; otherwise the opposite.
    pub when: Option<Block>,
}

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryValue {
    /// Yes or no.
    Flag(bool),
    /// An amount.
    Amount(Number),
}

/// A rule of licensing law.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Measure {
    /// Name in results.
    pub id: String,
    /// Index of the jurisdiction.
    pub jurisdiction: u32,
    /// What it does.
    pub kind: Kind,
    /// Index of the check.
    pub check: u32,
    /// Once for each met or undecided paragraph; otherwise once for the case.
    pub per_provision: bool,
    /// When it applies.
    pub when: Block,
    /// Conditions of an authorisation.
    pub conditions: Vec<Condition>,
    /// Duties that come with it; the condition of each, if any.
    pub duties: Vec<Option<Block>>,
    /// Requirements that an authorisation overcomes, by measure.
    pub overcomes: Vec<u32>,
    /// Full citation.
    pub cite: String,
    /// State of the law.
    pub status: Status,
    /// First day.
    pub valid_from: Option<Date>,
    /// First day on which it is no longer valid.
    pub valid_to: Option<Date>,
    /// Share of a content limit.
    pub limit: Option<Number>,
    /// The limit as written.
    pub limit_text: String,
}

/// A condition of an authorisation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Condition {
    /// Name; `measure/name` when a shared restriction brings it.
    pub id: String,
    /// What must be true.
    pub when: Block,
    /// Full citation.
    pub cite: String,
    /// It describes the special case that the authorisation is for (a repair, an exhibition):
    /// the authorisation only counts once the user says so.
    pub circumstance: bool,
    /// A shared restriction brings it.
    pub shared: bool,
}

/// What a measure does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The jurisdiction's law applies at all.
    Scope,
    /// Forbidden.
    Prohibition,
    /// An embargo or sanctions regulation applies: review before anything else.
    SanctionsReview,
    /// A licence is required.
    Requirement,
    /// The authority must be told, and decides.
    Notification,
    /// May overcome requirements.
    Authorisation,
    /// Something to do.
    Duty,
    /// Something to look at that cannot be computed.
    Prompt,
    /// Share of controlled content above which foreign goods are subject to the law.
    ContentLimit,
    /// Content of this kind counts from the first cent.
    ContentZero,
}

impl Licensing {
    /// Lines of an entry: thousands there are, few of them about one.
    #[must_use]
    pub fn lines_of(&self, entry: &str) -> &[EntryLine] {
        let lines = &self.entry_lines;
        let first = lines.partition_point(|line| line.entry.as_str() < entry);
        let last = lines.partition_point(|line| line.entry.as_str() <= entry);
        lines.get(first..last).unwrap_or_default()
    }

    /// Whether the law has a paragraph at or above a code, or below it.
    #[must_use]
    pub fn has(&self, jurisdiction: u32, code: &str) -> bool {
        let (entry, path) = code.split_once('.').unwrap_or((code, ""));
        self.outline
            .iter()
            .find(|(of, known, _)| *of == jurisdiction && known == entry)
            .is_some_and(|(_, _, leaves)| {
                path.is_empty()
                    || leaves
                        .iter()
                        .any(|leaf| super::item::within(leaf, path) != Truth::False)
            })
    }
}

impl Measure {
    /// Whether the measure is evaluated on a day.
    #[must_use]
    pub fn applies(&self, day: Date) -> bool {
        self.status.applies()
            && self.valid_from.is_none_or(|from| from <= day)
            && self.valid_to.is_none_or(|to| day < to)
    }
}

impl Kind {
    /// Names something that stands in the way: its order of precedence, the strictest first.
    #[must_use]
    pub fn bars(self) -> bool {
        matches!(
            self,
            Kind::Prohibition | Kind::SanctionsReview | Kind::Requirement | Kind::Notification
        )
    }
}
