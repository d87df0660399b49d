//! Conditions: the language that controls, licensing measures and flags are written in.
//!
//! `terms` reads quantities exactly, `model` holds compiled rules, `facts` the answers, `evaluate`
//! decides in three values, `explain` keeps the criteria that decide, `criterion` is what they look like.

pub mod criterion;
pub mod evaluate;
pub(crate) mod explain;
pub mod facts;
pub(crate) mod glob;
pub mod model;
pub(crate) mod play;
pub mod terms;
