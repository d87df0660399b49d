//! The text pack: the words of the law beside our own, for whoever has the files. It is made by
//! `exportcheck compile text`, opened by choice and decides nothing.
//!
//! Section `meta` is JSON, handed out as it is. Section `eu-3` holds category 3 of list `eu`:
//!
//! ```text
//! instrument<TAB>version
//! >3A001
//! h<TAB><TAB>heading          kinds: h heading, i item, n note, t technical note, b N.B., x other
//! i!<TAB>.a.1<TAB>text        `!`: an exponent has probably lost its place in the transcription
//! ```

use super::error::{PackError, PackErrorKind};
use super::format::{Container, KIND_TEXT, open};
use serde::Serialize;

/// An open text pack. It keeps the packed bytes; a section is unpacked for the entry looked at.
#[derive(Debug)]
pub struct TextPack {
    bytes: Vec<u8>,
    meta: String,
}

#[derive(Serialize)]
struct Entry<'a> {
    list: &'a str,
    entry: &'a str,
    instrument: &'a str,
    version: &'a str,
    lines: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    code: String,
    kind: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    caution: Option<&'static str>,
}

/// Name of the section that holds an entry: by category, or `docs` for anything else.
#[must_use]
pub(super) fn section_of(list: &str, entry: &str) -> String {
    match entry.chars().next().filter(char::is_ascii_digit) {
        Some(category) => format!("{list}-{category}"),
        None => format!("{list}-docs"),
    }
}

impl TextPack {
    /// Checks the container and reads the meta section.
    ///
    /// # Errors
    /// Every error of the container; `pack-manifest` when the meta section is not text.
    pub fn open(bytes: &[u8]) -> Result<TextPack, PackError> {
        let container = container(bytes)?;
        let meta = container.section("meta")?;
        let meta = String::from_utf8(meta).ok();
        // The digest stands in front, so that a record can name the pack.
        let rest = meta.as_deref().and_then(|meta| meta.strip_prefix('{'));
        let rest = rest.ok_or_else(|| {
            PackErrorKind::Manifest.at("the meta section is not a JSON object".to_owned())
        })?;
        Ok(TextPack {
            meta: format!("{{\"digest\":\"{}\",{rest}", container.digest),
            bytes: bytes.to_vec(),
        })
    }

    /// Instruments, versions, terms and digests of the sources, as JSON.
    #[must_use]
    pub fn meta(&self) -> &str {
        &self.meta
    }

    /// The lines of an entry (`3A001`) or document (`definitions-annex`) as JSON; `None` when the pack
    /// does not have it.
    ///
    /// # Errors
    /// `pack-section` when the section cannot be unpacked.
    pub fn entry(&self, list: &str, entry: &str) -> Result<Option<String>, PackError> {
        let container = container(&self.bytes)?;
        let name = section_of(list, entry);
        if container.stored(&name).is_err() {
            return Ok(None);
        }
        let broken = |what: &str| PackErrorKind::Section.at(format!("section `{name}` {what}"));
        let text =
            String::from_utf8(container.section(&name)?).map_err(|_| broken("is not text"))?;
        let mut rows = text.lines();
        let (instrument, version) = rows
            .next()
            .and_then(|row| row.split_once('\t'))
            .ok_or_else(|| broken("does not name its instrument"))?;
        if !rows.any(|row| row.strip_prefix('>') == Some(entry)) {
            return Ok(None);
        }
        let lines = rows
            .take_while(|row| !row.starts_with('>'))
            .map(|row| line(entry, row).ok_or_else(|| broken("has a broken line")))
            .collect::<Result<_, _>>()?;
        serde_json::to_string(&Entry {
            list,
            entry,
            instrument,
            version,
            lines,
        })
        .map(Some)
        .map_err(|error| broken(&error.to_string()))
    }
}

fn container(bytes: &[u8]) -> Result<Container<'_>, PackError> {
    open(bytes, KIND_TEXT, None)
}

fn line<'a>(entry: &str, row: &'a str) -> Option<Line<'a>> {
    let (kind, rest) = row.split_once('\t')?;
    let (code, text) = rest.split_once('\t')?;
    Some(Line {
        code: format!("{entry}{code}"),
        kind: match kind.trim_end_matches('!') {
            "h" => "heading",
            "i" => "item",
            "n" => "note",
            "t" => "technical-note",
            "b" => "nb",
            _ => "text",
        },
        text,
        caution: kind.ends_with('!').then_some("exponent"),
    })
}
