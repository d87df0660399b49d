//! What the user describes: items, parties, route, end use, answers, and what people decided about
//! findings. Input vocabulary of everything. Free text is carried along and never read.

use crate::date::{Date, PartialDate};
use crate::license::request::CodeRequest;
use crate::party::PartyKind;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// Version of the shape.
pub const FORMAT: u32 = 1;

/// One shipment, or one order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// [`FORMAT`].
    pub format: u32,
    /// The user's own.
    #[serde(default)]
    pub id: String,
    /// The user's own.
    #[serde(default)]
    pub title: String,
    /// Day whose law and lists apply.
    pub as_of: Date,
    /// Bodies of law; all when none is named.
    #[serde(default)]
    pub jurisdictions: Vec<String>,
    /// Where the goods leave from.
    #[serde(default)]
    pub exporter_country: String,
    /// Languages of the contract.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What goes.
    #[serde(default)]
    pub items: Vec<Item>,
    /// Who takes part.
    #[serde(default)]
    pub parties: Vec<Party>,
    /// Where it passes and ends; absent is not known.
    #[serde(default)]
    pub route: Vec<Leg>,
    /// Free text.
    #[serde(default)]
    pub end_use: String,
    /// Days of the deal.
    #[serde(default)]
    pub dates: Dates,
    /// Answers about the whole case.
    #[serde(default)]
    pub answers: Map<String, Json>,
    /// What people decided about findings.
    #[serde(default)]
    pub judgements: Vec<Judgement>,
    /// What people decided about candidates of the screening.
    #[serde(default)]
    pub decisions: Vec<Decision>,
}

/// Something that goes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Item {
    /// Name in subjects.
    pub id: String,
    /// The user's own.
    pub name: String,
    /// What kind of item, for classification.
    pub family: String,
    /// Answers to its questions.
    pub answers: Map<String, Json>,
    /// Codes that are known already.
    pub codes: Vec<CodeRequest>,
    /// Lists in which, the user says, no entry applies.
    pub none: Vec<String>,
    /// Harmonised System code.
    pub hs: String,
    /// Country of manufacture.
    pub origin: String,
    /// How many.
    pub quantity: String,
    /// Value of all of them.
    pub value: String,
    /// `EUR`, `USD`, or another.
    pub currency: String,
    /// Mass of all of them, with unit.
    pub mass: String,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Party {
    /// Name in subjects.
    pub id: String,
    /// As on the papers.
    pub name: String,
    /// Person, organisation, vessel, aircraft.
    pub kind: Option<PartyKind>,
    /// What they do in the deal.
    pub roles: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Postal address.
    pub address: String,
    /// First day in the register.
    pub registered: Option<Date>,
    /// Date of birth.
    pub dob: Option<PartialDate>,
    /// Register, tax, IMO numbers.
    pub identifiers: Vec<String>,
    /// Lines of business.
    pub business: Vec<String>,
    /// Who owns it, and whom they belong to.
    pub owners: Vec<Owner>,
    /// Nobody else owns any of it.
    pub owners_complete: bool,
    /// Answers about this party.
    pub answers: Map<String, Json>,
    /// A standing judgement of earlier deals.
    pub trusted: Option<Trusted>,
}

/// An owner of a party or of another owner.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Owner {
    /// Name in subjects.
    pub id: String,
    /// As in the register.
    pub name: String,
    /// Person or organisation.
    pub kind: Option<PartyKind>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Postal address.
    pub address: String,
    /// Date of birth.
    pub dob: Option<PartialDate>,
    /// Register and tax numbers.
    pub identifiers: Vec<String>,
    /// `30 %`, `25 to 50 %`, or nothing.
    pub share: String,
    /// Whether this owner decides: `yes`, `no`, `unknown`.
    pub control: String,
    /// Owners of this owner.
    pub owners: Vec<Owner>,
    /// Nobody else owns any of it.
    pub owners_complete: bool,
}

/// A stop on the way, or its end.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Leg {
    /// Name in subjects.
    pub id: String,
    /// ISO 3166-1 alpha-2 or a territory of the rules.
    pub country: String,
    /// What happens there.
    pub kind: LegKind,
    /// The user's own.
    pub place: String,
    /// Answers about this stop.
    pub answers: Map<String, Json>,
}

/// What happens at a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LegKind {
    /// Passes through, stays on the means of transport or under customs transit.
    Transit,
    /// Changes the means of transport or is stored.
    Transhipment,
    /// Ends there.
    #[default]
    Destination,
}

/// Days of the deal.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dates {
    /// Of the order.
    pub order: Option<Date>,
    /// Planned.
    pub shipment: Option<Date>,
}

/// What a person decided about a finding.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Judgement {
    /// The indicator.
    pub indicator: String,
    /// Whom or what it is about: empty, `party:p1`, `item:i1`, `owner:p1/o1`, `leg:l1`.
    pub subject: String,
    /// `resolved` or `confirmed`.
    pub state: String,
    /// Why; without it the judgement does not count.
    pub reason: String,
    /// What was seen.
    pub evidence: Vec<String>,
    /// Who.
    pub by: String,
    /// When.
    pub on: Option<Date>,
}

/// What a person decided about a candidate.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    /// The party or owner.
    pub subject: String,
    /// The list.
    pub list: String,
    /// Its reference.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Digest of the entry then: another one opens the decision again.
    pub entry: String,
    /// `same`, `different`, `unsure`.
    pub verdict: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When.
    pub on: Option<Date>,
}

/// A standing judgement about a partner, for some goods and places, until a day or new packs.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Trusted {
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Destinations it holds for.
    pub destinations: Vec<String>,
    /// Items it holds for: name, code or first digits of the HS code.
    pub items: Vec<String>,
    /// Indicators it answers.
    pub indicators: Vec<String>,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// Digest of the rules then.
    pub rules: String,
    /// Digest of the lists then.
    pub lists: String,
}

/// What is known of an item's customs code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomsCode {
    /// At least the heading.
    Digits(String),
    /// Software, services: there is none.
    None,
    /// Not given, or not to be read.
    Unknown,
}

impl Item {
    /// Reads the customs code.
    #[must_use]
    pub fn customs_code(&self) -> CustomsCode {
        let text = self.hs.trim();
        if text.eq_ignore_ascii_case("none") {
            return CustomsCode::None;
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let only = text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '.' || c == '-');
        if only && (4..=12).contains(&digits.len()) {
            CustomsCode::Digits(digits)
        } else {
            CustomsCode::Unknown
        }
    }
}
