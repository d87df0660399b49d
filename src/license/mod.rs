//! Licence determination: may the item go there. The law is data (`rules/licensing`), compiled into
//! [`model::Licensing`]; here it is only evaluated.
//!
//! `item` knows what follows from a code alone, `facts` fills what the request says, `evaluate` runs
//! every measure, `outcome` weighs what was found, `explain` says why and what is missing, `map` asks
//! for every destination, `content` computes controlled content of re-exported goods.

pub mod content;
pub mod evaluate;
pub mod explain;
pub mod facts;
pub mod item;
pub mod map;
pub mod model;
pub mod outcome;
pub mod report;
pub mod request;
