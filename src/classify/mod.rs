//! Classification: what an item is in the terms of the control lists.
//!
//! Over the conditions of [`crate::rule`]: `question` finds what to ask next, `classifier` joins
//! them into a [`report::Classification`]; `search` finds the kind of item, `datasheet` reads its table.

pub mod classifier;
pub mod datasheet;
pub mod question;
pub mod report;
pub mod search;
