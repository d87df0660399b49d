//! Classification: what an item is in the terms of the control lists.
//!
//! `terms` reads quantities exactly, `model` holds compiled rules, `facts` the answers, `evaluate` decides in three values,
//! `explain` keeps the criteria that decide, `question` finds what to ask next, `classifier` joins
//! them into a [`report::Classification`].

pub mod classifier;
pub mod datasheet;
pub mod evaluate;
pub(crate) mod explain;
pub mod facts;
pub mod model;
pub mod question;
pub mod report;
pub mod search;
pub mod terms;
