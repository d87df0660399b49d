//! Files and folders of official lists -> one pack in the making. Native only (feature `compile`).
//!
//! `files` finds and unpacks, `bundles` recognises and reads, `choose` takes the newest source of every
//! list, `unite` keeps one entry per reference, `draft` fills the manifest, `selftest` writes the tests
//! the pack carries, `table` prints what came out. Nothing is left out without a word in
//! [`Gathered::manifest`]`.left_out` or in [`Gathered::diagnostics`].

mod bundles;
mod choose;
mod draft;
mod files;
mod names;
mod selftest;
mod table;
mod unite;

pub use table::{Sizes, table};

use super::catalogue::Catalogue;
use super::manifest::Manifest;
use super::sources::diagnostic::Diagnostic;
use super::write::{Draft, write};
use crate::date::Date;
use crate::party::Party;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// What to gather and how to label it.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Files and folders; folders are walked in the order of their names.
    pub from: Vec<PathBuf>,
    /// The day the files were downloaded, for files whose folder has no `update.json`.
    pub retrieved: Option<Date>,
    /// Marks the pack as the starter list.
    pub starter: bool,
}

/// Everything that goes into a pack, and everything there is to say about it.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    /// Lists, files and what was left out; counts are filled in when the pack is written.
    pub manifest: Manifest,
    /// The parties of the chosen sources.
    pub parties: Vec<Party>,
    /// What the readers and the choice of sources had to say, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why there is no pack.
#[derive(Debug)]
pub struct GatherError {
    /// Kebab-case code: `file`, `no-lists`, `catalogue`, `write` or a pack error's.
    pub code: &'static str,
    /// What is wrong and what to do; lower-case, no full stop.
    pub message: String,
}

impl GatherError {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> GatherError {
        GatherError {
            code,
            message: message.into(),
        }
    }
}

impl fmt::Display for GatherError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error[{}]: {}", self.code, self.message)
    }
}

impl std::error::Error for GatherError {}

/// Reads everything and chooses.
///
/// # Errors
/// `file`: a path cannot be read. `no-lists`: no party in any file.
pub fn gather(options: &Options, catalogue: &Catalogue) -> Result<Gathered, GatherError> {
    let (files, mut diagnostics) = files::find(options)?;
    let sources = bundles::read(files, &mut diagnostics);
    let (chosen, left_out) = choose::choose(sources, &mut diagnostics);
    let gathered = draft::fill(chosen, left_out, diagnostics, catalogue, options.starter);
    if gathered.parties.is_empty() {
        let seen = gathered
            .diagnostics
            .first()
            .map_or_else(String::new, |first| format!("; {first}"));
        return Err(GatherError::new(
            "no-lists",
            format!("no list file was recognised, so there is nothing to compile{seen}"),
        ));
    }
    Ok(gathered)
}

/// Writes the pack, with self-tests that an engine of this version passes.
///
/// # Errors
/// `write`, or the code of the pack error when the result does not open.
pub fn pack(
    gathered: &Gathered,
    key: Option<&ed25519_compact::KeyPair>,
) -> Result<Vec<u8>, GatherError> {
    let failed = |error: io::Error| GatherError::new("write", error.to_string());
    let draft = || Draft {
        manifest: gathered.manifest.clone(),
        parties: gathered.parties.clone(),
        tests: Vec::new(),
    };
    let plain = write(draft(), None).map_err(failed)?;
    let tests = selftest::choose(&plain).map_err(|e| {
        GatherError::new(
            e.kind.code(),
            format!("the pack just made does not open: {e}"),
        )
    })?;
    write(Draft { tests, ..draft() }, key).map_err(failed)
}
