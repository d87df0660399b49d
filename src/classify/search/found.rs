//! What is asked of the search, and what it answers.

use super::input::OtherCode;
use serde::{Deserialize, Serialize};

/// A search as the page sends it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// Trade words, a customs code or a list code.
    pub query: String,
    /// Language of the page; only breaks ties.
    #[serde(default)]
    pub language: String,
    /// At most so many families and entries; 10 when not given.
    #[serde(default)]
    pub limit: Option<usize>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Found {
    /// As asked.
    pub query: String,
    /// How it was understood: `words`, `hs`, `code`.
    pub kind: &'static str,
    /// Best first.
    pub families: Vec<FamilyHit>,
    /// Best first.
    pub entries: Vec<EntryHit>,
    /// Codes of other lists.
    pub crosswalk: Vec<OtherCode>,
    /// `code-does-not-decide`, `nothing-found`
    pub notices: Vec<&'static str>,
}

/// A family that fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FamilyHit {
    /// Id.
    pub id: String,
    /// 0 to 1.
    pub score: f64,
    /// What matched.
    pub why: Vec<Why>,
}

/// An entry that fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntryHit {
    /// Code.
    pub entry: String,
    /// Lists that hold it.
    pub lists: Vec<String>,
    /// 0 to 1.
    pub score: f64,
    /// What matched.
    pub why: Vec<Why>,
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// `word`, `synonym`, `typo`, `hs`, `entry`, `attribute`
    pub kind: &'static str,
    /// Part of the query.
    pub query: String,
    /// What it matched.
    pub matched: String,
    /// Language of that.
    pub language: String,
}

/// Thousandths as a share.
pub(super) fn share(thousandths: u32) -> f64 {
    f64::from(thousandths.min(1000)) / 1000.0
}
