//! Matching and its explanation: properties over names of many scripts, the starter list's own
//! questions, pictures of representative pairs, and the engine behind the JavaScript boundary.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[path = "screen/address.rs"]
mod address;
#[path = "screen/engine.rs"]
mod engine;
#[path = "screen/messages.rs"]
mod messages;
#[path = "screen/names.rs"]
mod names;
#[path = "screen/packs.rs"]
mod packs;
#[path = "screen/properties.rs"]
mod properties;
#[path = "screen/snapshots.rs"]
mod snapshots;
#[path = "screen/starter.rs"]
mod starter;
