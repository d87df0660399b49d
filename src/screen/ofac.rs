//! The score of the public OFAC sanctions search, for comparison with what a bank or a customs
//! broker will see.

use super::align::Points;

/// Score of one listed name, millionths.
#[must_use]
pub fn score(_query: &str, _listed: &str) -> Points {
    0
}
