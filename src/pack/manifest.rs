//! What a party pack says of itself: which lists, from which files, of which dates.

use crate::date::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The manifest embedded in every party pack.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Format version of the pack.
    pub format: u16,
    /// `parties`.
    pub kind: String,
    /// The small list that ships with the page, not the full official lists.
    pub starter: bool,
    /// SHA-256 of the pack file in hex; filled in when the pack is opened.
    #[serde(default)]
    pub digest: String,
    /// Parties in the pack.
    pub parties: u32,
    /// Names of all parties.
    pub names: u32,
    /// Version of the compiler that made the pack.
    pub made_with: String,
    /// The lists, ordered by id; parties are stored in this order.
    pub lists: Vec<ListInfo>,
    /// Files or parts of files that were recognised and not used, and why.
    pub left_out: Vec<LeftOut>,
}

/// One list in a pack.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ListInfo {
    /// Id in the list catalogue.
    pub id: String,
    /// Title by language tag.
    pub title: BTreeMap<String, String>,
    /// Publisher.
    pub publisher: String,
    /// Jurisdiction, lower case (`us`, `eu`, `un` ...).
    pub jurisdiction: String,
    /// Page for people.
    pub url: String,
    /// Terms of use of the source.
    pub terms: String,
    /// `blocked`, `licence-required`, `licence-policy` or `red-flag`.
    pub measure: String,
    /// Legal basis of the list.
    pub citation: String,
    /// What being listed means to an exporter, by language tag.
    pub effect: BTreeMap<String, String>,
    /// Age in days from which the page warns.
    pub stale_after_days: u32,
    /// The publisher's date of this version.
    pub published: Option<Date>,
    /// The day it was downloaded.
    pub retrieved: Option<Date>,
    /// Counts, checked when the pack is opened.
    #[serde(flatten)]
    pub counts: Counts,
    /// Records that could not be read or were read with a warning.
    pub diagnostics: u32,
    /// The files the list was read from.
    pub files: Vec<FileInfo>,
}

/// How much a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Parties.
    pub parties: u32,
    /// Names, all kinds.
    pub names: u32,
    /// Names that are weak aliases.
    pub weak_aliases: u32,
    /// Identifiers.
    pub identifiers: u32,
    /// Dates of birth.
    pub births: u32,
    /// Addresses.
    pub addresses: u32,
}

/// A source file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileInfo {
    /// Name as given to the compiler.
    pub name: String,
    /// SHA-256 of the unpacked file, hex.
    pub sha256: String,
    /// Size in bytes, unpacked.
    pub bytes: u64,
    /// Id of the reader.
    pub format: String,
}

/// Something recognised and not used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LeftOut {
    /// File name.
    pub file: String,
    /// List id; empty for a whole file.
    pub list: String,
    /// Why, in plain words.
    pub why: String,
}
