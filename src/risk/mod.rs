//! Risk of a case beyond lists and licences.

pub mod history;
