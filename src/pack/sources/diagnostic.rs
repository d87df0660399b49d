//! What a reader has to say about a row: file, record, field, what is wrong and what to do.

use serde::Serialize;
use std::fmt;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is lost; for example a file left out because a newer one is there.
    Notice,
    /// The record is kept, a field is not understood (its text is kept in the remarks).
    Warning,
    /// The record could not become a party.
    Error,
}

/// One thing to say about one place in one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Kebab-case code, for example `bad-date`; stable, counted by tests.
    pub code: &'static str,
    /// File name as given.
    pub file: String,
    /// Line in the file (text formats) or record number (XML, JSON, xlsx), from 1; 0 for the whole file.
    pub line: u64,
    /// The field, in the publisher's spelling; empty for the whole record.
    pub field: String,
    /// What is wrong, with the value in backticks, and what was done about it. Lower-case, no full stop.
    pub message: String,
}

impl Diagnostic {
    /// A warning about one field.
    #[must_use]
    pub fn warning(
        code: &'static str,
        file: &str,
        line: u64,
        field: &str,
        message: String,
    ) -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            code,
            file: file.to_owned(),
            line,
            field: field.to_owned(),
            message,
        }
    }

    /// The record could not become a party.
    #[must_use]
    pub fn error(
        code: &'static str,
        file: &str,
        line: u64,
        field: &str,
        message: String,
    ) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            ..Diagnostic::warning(code, file, line, field, message)
        }
    }

    /// Worth knowing, nothing lost.
    #[must_use]
    pub fn notice(
        code: &'static str,
        file: &str,
        line: u64,
        field: &str,
        message: String,
    ) -> Diagnostic {
        Diagnostic {
            severity: Severity::Notice,
            ..Diagnostic::warning(code, file, line, field, message)
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Notice => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{severity}[{}] {}", self.code, self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.field.is_empty() {
            write!(f, " {}", self.field)?;
        }
        write!(f, ": {}", self.message)
    }
}
