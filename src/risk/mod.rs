//! What speaks against a shipment besides the law of its item and place: red flags, end use, route,
//! ownership, state of the lists; and the tier that follows. All rules are data (`rules/risk/**`).

pub mod evaluate;
pub mod facts;
pub mod history;
pub mod model;
pub mod ownership;
pub mod route;
pub mod tier;
