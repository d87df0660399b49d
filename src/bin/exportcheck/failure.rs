//! Why a command did not do what it was asked.

use exportcheck::engine::EngineError;
use exportcheck::pack::error::PackError;
use std::fmt;
use std::io::{self, Write};

/// One line for people and an exit code for scripts.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Bad input: exit code 2.
    Input {
        /// Kebab-case code.
        code: String,
        /// Lower-case, no full stop.
        message: String,
    },
    /// Something outside failed (network): exit code 1.
    Outside(String),
    /// Standard output was closed.
    NobodyReads,
}

impl Failure {
    pub(crate) fn input(code: &str, message: impl Into<String>) -> Failure {
        Failure::Input {
            code: code.to_owned(),
            message: message.into(),
        }
    }

    /// A pack was refused.
    pub(crate) fn pack(file: &str, error: &PackError) -> Failure {
        let message = format!("`{file}`: {}; {}", error.detail, error.kind.help());
        Failure::input(error.kind.code(), message)
    }

    /// The engine refused a request or a pack.
    pub(crate) fn engine(place: &str, error: &EngineError) -> Failure {
        Failure::input(
            &error.code,
            format!("{place}: {}; {}", error.message, error.help),
        )
    }

    /// A file cannot be read or written.
    pub(crate) fn file(file: &str, error: &io::Error) -> Failure {
        Failure::input("file", format!("`{file}`: {error}"))
    }

    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::Input { .. } => 2,
            Failure::Outside(_) => 1,
            Failure::NobodyReads => 0,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Input { code, message } => write!(f, "error[{code}]: {}", one_line(message)),
            Failure::Outside(message) => write!(f, "error: {}", one_line(message)),
            Failure::NobodyReads => write!(f, "error: nobody reads the output"),
        }
    }
}

/// Writes to standard error; if that is closed too there is nobody to tell.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Writes one line to standard output.
pub(crate) fn print(line: &str) -> Result<(), Failure> {
    match writeln!(io::stdout().lock(), "{line}") {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::NobodyReads),
        Err(error) => Err(Failure::file("standard output", &error)),
    }
}

fn one_line(message: &str) -> String {
    message
        .split('\n')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}
