//! Rules of the risk layers.

pub mod history;
