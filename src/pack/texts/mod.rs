//! Official texts of the control lists, line by line: what the outline of provisions and the text
//! pack are made from. The texts themselves are never part of the repository.

pub mod eu;
pub mod outline;
pub mod us;
mod us_xml;
pub mod write;

use sha2::{Digest, Sha256};
use std::fmt;

/// One list's text, as read from one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawText {
    /// `eu` or `us`.
    pub list: &'static str,
    /// Where the text came from, for the manifest.
    pub source: Source,
    /// Entries in the order of the law.
    pub entries: Vec<EntryText>,
    /// Definitions, general notes, general authorisations: the same shape under our own short names.
    pub docs: Vec<EntryText>,
}

/// What is known about the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The legal instrument.
    pub instrument: String,
    /// The version's date as far as it is known: `2025-11-15`, `2026-06`.
    pub version: String,
    /// Where the file was published.
    pub url: String,
    /// The day it was fetched, if the file says it.
    pub retrieved: Option<String>,
    /// Terms of use, with the acknowledgement they ask for.
    pub terms: String,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Size of the file.
    pub bytes: u64,
}

/// The lines of one entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryText {
    /// `3A001`, or the short name of a document.
    pub id: String,
    /// Lines in the order of the law.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The whole paragraph code it belongs to, `3A001.a.1`.
    pub code: String,
    /// What it is.
    pub kind: Kind,
    /// The words of the law.
    pub text: String,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Heading of the entry or of a part of it.
    Heading,
    /// A paragraph with a code of its own.
    Item,
    /// Note.
    Note,
    /// Technical note.
    TechnicalNote,
    /// N.B.: a pointer to another entry.
    Nb,
    /// Anything else: tables, reasons for control, continued paragraphs.
    Text,
}

/// Why a file is not the text it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextError {
    /// Kebab-case code.
    pub code: &'static str,
    /// Lower-case, no full stop.
    pub message: String,
}

impl TextError {
    fn new(code: &'static str, message: impl Into<String>) -> TextError {
        TextError {
            code,
            message: message.into(),
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TextError {}

impl Line {
    fn new(code: &str, kind: Kind, text: &str) -> Line {
        Line {
            code: code.to_owned(),
            kind,
            text: one_line(text),
        }
    }

    /// The provision holds nothing: `Not used`, `[Reserved]`.
    #[must_use]
    pub fn is_reserved(&self) -> bool {
        let text = self.text.trim_start_matches('[').to_ascii_lowercase();
        self.kind == Kind::Item && (text.starts_with("reserved") || text.starts_with("not used"))
    }

    /// A power of ten whose exponent has probably lost its place (`5 × 103`).
    #[must_use]
    pub fn has_flat_exponent(&self) -> bool {
        let after_times = self.text.split(['×', 'x']).skip(1).map(str::trim_start);
        let bare = self
            .text
            .split([' ', '('])
            .filter(|word| word.starts_with("10-"));
        after_times.chain(bare).any(is_flat_power)
    }
}

/// `103`, `10-8`: ten, directly followed by one or two digits that cannot be a size such as `100`.
fn is_flat_power(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("10") else {
        return false;
    };
    let rest = rest.strip_prefix(['-', '–', '−']).unwrap_or(rest);
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    (1..=2).contains(&digits) && !rest.starts_with('0')
}

/// The kind a line's first words announce, if it is a note.
fn note_kind(text: &str) -> Option<Kind> {
    let lower = text.trim_start().to_ascii_lowercase();
    let is = |word: &str| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    if lower.starts_with("n.b") {
        Some(Kind::Nb)
    } else if is("technical note") || is("technical notes") {
        Some(Kind::TechnicalNote)
    } else if ["note", "notes", "control note", "control notes"]
        .into_iter()
        .any(is)
    {
        Some(Kind::Note)
    } else {
        None
    }
}

/// White space becomes single blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form of an entry's number: digit, letter A to E, three digits.
fn is_entry(word: &str) -> bool {
    let bytes = word.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    bytes.len() == 5
        && bytes.get(1).is_some_and(|b| (b'A'..=b'E').contains(b))
        && [0, 2, 3, 4].into_iter().all(digit)
}

fn digest(bytes: &[u8]) -> String {
    super::format::hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Line, is_entry, note_kind};

    #[test]
    fn notes_are_told_apart_from_paragraphs() {
        for (text, kind) in [
            ("Note: it does not apply", Some(Kind::Note)),
            ("Note 2 to paragraph a: x", Some(Kind::Note)),
            ("Technical Notes: 1. x", Some(Kind::TechnicalNote)),
            ("N.B. See 1A001", Some(Kind::Nb)),
            ("Control Note to 1A001.a: x", Some(Kind::Note)),
            ("Notebooks with a lock;", None),
            ("Notes", Some(Kind::Note)),
        ] {
            assert_eq!(note_kind(text), kind, "{text}");
        }
    }

    #[test]
    fn flat_exponents_are_noticed() {
        let flat = |text: &str| Line::new("1A001", Kind::Item, text).has_flat_exponent();
        for text in [
            "5 × 103 Gy",
            "2 x 10-8 m",
            "less than (10-14 J)",
            "1×1013 n",
        ] {
            assert!(flat(text), "{text}");
        }
        for text in [
            "5 × 10³ Gy",
            "100 × 100 mm",
            "10 × 12",
            "matrix 10",
            "10 to 12",
        ] {
            assert!(!flat(text), "{text}");
        }
    }

    #[test]
    fn entries_have_a_form() {
        assert!(is_entry("3A001") && is_entry("0E999"));
        assert!(!is_entry("3F001") && !is_entry("EAR99") && !is_entry("3A0011"));
    }
}
