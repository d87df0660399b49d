//! Where the layers meet: an item and a place (`licensing`), parties against lists (`parties`),
//! owners (`ownership`), what that means to licensing (`listing`), facts and indicators of each subject
//! (`facts`, `subjects`), all of it for each end user (`turns`), and the whole case (`case`, `summary`).

mod case;
mod facts;
mod licensing;
mod listing;
mod ownership;
mod parties;
mod subjects;
mod summary;
mod turns;

pub use case::assess;
pub use licensing::{ContentRequest, Unknown, bill_of_materials, license, license_map};
