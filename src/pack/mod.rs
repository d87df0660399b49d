//! Packs: the data files the engine opens.

#[cfg(feature = "compile")]
pub mod catalogue;
#[cfg(feature = "compile")]
pub mod sources;
