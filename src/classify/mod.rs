//! Classification: what an item is, and what the control lists say about it.
//!
//! `terms` reads quantities as people and datasheets write them, exactly and the same everywhere.

pub mod search;
pub mod terms;
