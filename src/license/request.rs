//! What is asked: an item, where it goes, who is concerned, what was answered.

use crate::date::Date;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

/// A question to licensing law.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Day whose law applies.
    pub as_of: Date,
    /// Ids; all when none is named.
    #[serde(default)]
    pub jurisdictions: Vec<String>,
    /// The item.
    #[serde(default)]
    pub item: ItemRequest,
    /// Where it goes; not in a question for every destination.
    #[serde(default)]
    pub destination: Option<String>,
    /// Where it leaves from.
    #[serde(default)]
    pub exporter: Option<String>,
    /// Where it was made.
    #[serde(default)]
    pub origin: Option<String>,
    /// Where the end user is.
    #[serde(default)]
    pub end_user_country: Option<String>,
    /// Where all parties are.
    #[serde(default)]
    pub party_countries: Vec<String>,
    /// Answers by attribute, and confirmed reasons for control by name.
    #[serde(default)]
    pub answers: Map<String, Json>,
}

/// An item: as answers to a family's questions, or as codes that somebody already knows.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemRequest {
    /// The family.
    #[serde(default)]
    pub family: Option<String>,
    /// Answers to its questions.
    #[serde(default)]
    pub answers: Map<String, Json>,
    /// Codes by list.
    #[serde(default)]
    pub codes: Vec<CodeRequest>,
    /// Lists in which, the user says, no entry applies.
    #[serde(default)]
    pub none: Vec<String>,
}

/// A code of a list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeRequest {
    /// `eu`, `us`.
    pub list: String,
    /// `3A001.b.2`
    pub code: String,
}
