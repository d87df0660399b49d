//! Official list files -> `Party` records with provenance. Native only (feature `compile`).
//!
//! One file per official format. Each reader exposes a `READER` and is named in `READERS`;
//! nothing else in the project knows the formats.

pub mod au_dfat_xlsx;
pub mod bis_dpl;
pub mod ca_sema;
pub mod ch_seco;
pub mod cn_mofcom_json;
pub mod countries;
pub mod diagnostic;
pub mod eu_fsf;
pub mod fields;
pub mod jp_meti_json;
pub mod ofac_advanced;
pub mod ofac_csv;
pub mod ofac_enhanced;
pub mod ofac_xml;
pub mod plain_csv;
pub mod uk_ofsi_csv;
pub mod uk_sl_xml;
pub mod un_consolidated;
pub mod us_csl_csv;
pub mod us_csl_json;
pub mod xml;

mod dates;
mod delimited;
mod intake;
mod normalised_json;
mod ofac_facts;
mod ofac_lists;
mod us_csl;

use crate::date::Date;
use crate::party::Party;
use diagnostic::Diagnostic;

/// A file handed to a reader: already unpacked (gzip, zip), never decoded.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// File name without folders, as the user sees it in diagnostics.
    pub name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// One official format: how to recognise it and how to read it.
#[derive(Debug)]
pub struct Reader {
    /// Kebab-case id, for example `ofac-sdn-xml`.
    pub id: &'static str,
    /// The format's name in the publisher's words.
    pub title: &'static str,
    /// Whether a file is of this format, from its content first and its name second.
    pub recognises: fn(&SourceFile<'_>) -> bool,
    /// The role a recognised file plays when a format comes as several files
    /// (`main`, `alt`, `add`, `comments`); `main` for one-file formats.
    pub part: fn(&SourceFile<'_>) -> &'static str,
    /// Reads one bundle: the main file first, then its companions.
    pub read: fn(&[SourceFile<'_>]) -> Reading,
}

/// Everything one bundle of files yields. Parties keep their order of appearance.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Publication date found in the content (not the file name), if any.
    pub published: Option<Date>,
    /// The parties; each names its own list (one CSL file holds a dozen lists).
    pub parties: Vec<Party>,
    /// What was odd, wrong or left out, row by row.
    pub diagnostics: Vec<Diagnostic>,
    /// Raw records seen in the main file, whether or not they became parties:
    /// `records == parties + records explained by a diagnostic or merged`.
    pub records: u32,
    /// Records merged into a party that an earlier record opened (several rows per party).
    pub merged: u32,
    /// The whole bundle could not be read; `diagnostics` says why.
    pub failed: bool,
}

/// All readers, most specific first.
pub const READERS: &[&Reader] = &[
    &ofac_csv::READER,
    &ofac_xml::READER,
    &ofac_advanced::READER,
    &ofac_enhanced::READER,
    &us_csl_json::READER,
    &us_csl_csv::READER,
    &eu_fsf::READER,
    &un_consolidated::READER,
    &ca_sema::READER,
    &uk_sl_xml::READER,
    &ch_seco::READER,
    &au_dfat_xlsx::READER,
    &uk_ofsi_csv::READER,
    &bis_dpl::READER,
    &jp_meti_json::READER,
    &cn_mofcom_json::READER,
    &plain_csv::READER,
];
