//! Text: a name in any script becomes Latin words that can be compared.
//!
//! `pieces` cuts a name into words and reads each word as lower-case `a-z0-9`. Letter tables and
//! word lists are data (`data/*.tsv`); the code here only knows how each kind of script is put
//! together. Han readings are the one table that is too big for the core: it is opened apart
//! (`Readings`) and everything else works without it.

mod abugida;
mod address;
mod alphabet;
mod arabic;
mod cut;
mod han;
mod hangul;
mod kana;
mod normal;
mod readings;
mod table;
mod unit;
pub mod words;

pub use address::{AddressWord, address_word};
pub use readings::{Readings, ReadingsError};

/// Scripts met in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Arabic,
    Hebrew,
    Georgian,
    Han,
    Kana,
    Hangul,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Burmese,
    Khmer,
    Ethiopic,
    /// A script this crate has no table for.
    Other,
}

/// One word of a name: where it stands and how it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the original text.
    pub start: u32,
    /// One past the last byte in the original text.
    pub end: u32,
    /// Lower-case `a-z0-9`; empty only when the word cannot be read.
    pub latin: String,
    /// Script the word is written in (look-alike letters count as the script they imitate).
    pub script: Script,
}

impl AsRef<str> for Piece {
    fn as_ref(&self) -> &str {
        &self.latin
    }
}

/// Cuts `text` into words, in the order they are written. Ranges are in order and do not overlap;
/// every letter and digit of the text lies in exactly one piece. Without `readings` a Han word is
/// one piece with empty `latin`.
pub fn pieces(text: &str, readings: Option<&Readings>) -> Vec<Piece> {
    cut::pieces(text, readings)
}

/// True when the text has Han letters, which are read only with `Readings`.
pub fn needs_readings(text: &str) -> bool {
    !text.is_ascii()
        && text
            .chars()
            .any(|c| unit::script_of(c) == Some(Script::Han))
}
