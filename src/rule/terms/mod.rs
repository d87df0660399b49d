//! Quantities: exact numbers, units, intervals, and three-valued truth.
//!
//! Everything here is exact or rounded by integer arithmetic, so that a limit is met or not met
//! in the browser exactly as it is on a server.

mod expression;
pub mod interval;
pub mod number;
pub mod truth;
pub mod unit;
pub mod value;

pub use interval::{Interval, Op};
pub use number::{Number, NumberError};
pub use truth::Truth;
pub use unit::{Dimension, Unit, UnitError, Units};
pub use value::{Quantity, TermError, parse_quantity};

#[cfg(test)]
mod tests;
