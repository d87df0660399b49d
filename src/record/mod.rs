//! Decision records: one case, its policy, what people judged, the packs and the assessment, as one
//! canonical JSON text with a digest, and the check that everything in it can be worked out again.
//!
//! `canonical` writes (RFC 8785), `read` reads strictly, `split` parts a case into what the engine
//! works with and what people said, `make` and `verify` are the two jobs, `parts` and `difference`
//! say where two records part. How a case is assessed comes in as a function: nothing here knows.

pub mod canonical;
pub mod difference;
pub mod make;
pub mod parts;
pub mod read;
pub mod split;
pub mod verify;

pub use make::{FORMAT, Open, Refused, VERSION, make};
pub use verify::{Verdict, Verification, verify};
