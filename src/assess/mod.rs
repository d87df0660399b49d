//! Where the layers meet: an item and a place (`licensing`), parties against lists (`parties`),
//! what that means to licensing (`listing`), and the whole case (`case`).

mod case;
mod licensing;
mod listing;
mod parties;
mod subjects;

pub use case::assess;
pub use licensing::{ContentRequest, Unknown, bill_of_materials, license, license_map};
