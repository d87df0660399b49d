//! What a decided condition shows: the words of a verdict and its deciding criteria.

use super::terms::Truth;
use serde::{Serialize, Serializer};

/// Which rules answered.
#[derive(Debug, Clone, Serialize)]
pub struct RulesId {
    /// Editor's version.
    pub version: String,
    /// Digest of the pack.
    pub digest: String,
}

/// One deciding criterion.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Criterion {
    /// Cited paragraph.
    pub cite: String,
    /// The attribute, unless it is an expression or a reference.
    pub attribute: Option<String>,
    /// Answer as typed.
    pub given: Option<String>,
    /// Value when it was not typed: derived, or true by definition of the family.
    pub value: Option<String>,
    /// Attributes a derived value or expression comes from.
    pub from: Vec<String>,
    /// Left side of a comparison of expressions.
    pub expression: Option<String>,
    /// `>=`, `is`, `has-any`, `specified-by` ...
    pub op: String,
    /// The limit as the law writes it; options or codes joined by `|`.
    pub limit: String,
    /// Whether this criterion is fulfilled.
    #[serde(serialize_with = "verdict")]
    pub result: Truth,
    /// The value is near the limit.
    pub near: bool,
}

/// `met`, `not-met`, `unknown`.
#[must_use]
pub fn word(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "met",
        Truth::False => "not-met",
        Truth::Unknown => "unknown",
    }
}

/// Serialises a truth as its word.
///
/// # Errors
/// The serialiser's.
pub fn verdict<S: Serializer>(truth: &Truth, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(word(*truth))
}
