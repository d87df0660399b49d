//! Restricted-party screening. A query and a pack become ranked, explained hits:
//! `word` cuts and classifies, `index` and `candidates` find, `align` scores and explains
//! (over `similarity`, `distance`, `skeleton`), `evidence` corrects, `screener` joins them,
//! `report` is what comes out.

pub mod address;
mod address_index;
pub mod align;
pub mod candidates;
pub mod distance;
pub mod evidence;
pub mod index;
pub mod ofac;
pub mod report;
pub mod screener;
pub mod similarity;
pub mod skeleton;
pub mod word;

pub use screener::{Screener, compare};

/// Millionths as a share with four decimals, the same text in every host.
#[must_use]
pub fn rounded(points: align::Points) -> f64 {
    let ten_thousandths = (points + if points >= 0 { 50 } else { -50 }) / 100;
    ten_thousandths as f64 / 10_000.0
}
