//! What is wrong in a rule file, and how to mend it.

use std::fmt;

/// One thing wrong, with its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// Path under the rules folder.
    pub file: String,
    /// Line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Field: `provision a.5 when`.
    pub field: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}:{}: {}: {}",
            self.file, self.line, self.field, self.message
        )?;
        if !self.help.is_empty() {
            write!(out, "; {}", self.help)?;
        }
        Ok(())
    }
}

/// A text file with a way from byte positions to lines.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path under the rules folder.
    pub file: String,
    /// Content.
    pub text: String,
}

impl Source {
    /// Line of a byte position, from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.text
            .bytes()
            .take(at)
            .filter(|byte| *byte == b'\n')
            .count()
            + 1
    }

    /// A complaint about the place at a byte position.
    #[must_use]
    pub fn complaint(&self, at: usize, field: &str, message: &str, help: &str) -> Complaint {
        Complaint {
            file: self.file.clone(),
            line: self.line(at),
            field: field.to_owned(),
            message: message.to_owned(),
            help: help.to_owned(),
        }
    }

    /// Reads a TOML file of one shape.
    ///
    /// # Errors
    /// What the TOML reader says, with its line.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T, Complaint> {
        toml::from_str(&self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.complaint(
                at,
                "toml",
                error.message(),
                "see rules/FORMAT.md for the fields",
            )
        })
    }
}
