//! exportcheck: a private export-control self-check that runs where the user is.
//!
//! Official list files become a party pack (feature `compile`), the pack is opened by this core
//! (native, Node or WebAssembly), and a name is screened without anything leaving the machine.
//! The core has no I/O, clock, randomness or locale: dates and data come in as arguments.
//!
//! ARCHITECTURE.md has the bird's-eye view, the code map and the invariants.

pub mod assess;
pub mod case;
pub mod classify;
pub mod date;
pub mod engine;
pub mod finding;
mod fnv;
pub mod license;
pub mod pack;
pub mod party;
pub mod record;
pub mod risk;
pub mod rule;
pub mod screen;
pub mod text;

#[cfg(target_family = "wasm")]
mod wasm;
