//! Restricted-party screening.

pub mod report;
