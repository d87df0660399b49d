//! Packs: the data files the engine opens. `format` is the container, `parties` the content;
//! `write` and `sources` (feature `compile`) make them.

pub mod bytes;
mod details;
pub mod error;
pub mod format;
mod licensing_pack;
pub mod manifest;
pub mod parties;
mod risk_pack;
pub mod rule_pack;
pub mod text_pack;

#[cfg(feature = "compile")]
pub mod catalogue;
#[cfg(feature = "compile")]
pub mod gather;
#[cfg(feature = "compile")]
pub mod rules;
#[cfg(feature = "compile")]
pub mod sources;
#[cfg(feature = "compile")]
pub mod texts;
#[cfg(feature = "compile")]
pub mod write;
