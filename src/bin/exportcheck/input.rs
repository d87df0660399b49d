//! Files and standard input.

use crate::failure::Failure;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a file; `-` is standard input.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = path.display().to_string();
    if name == "-" {
        let mut out = Vec::new();
        return match io::stdin().lock().read_to_end(&mut out) {
            Ok(_) => Ok(out),
            Err(error) => Err(Failure::file("standard input", &error)),
        };
    }
    fs::read(path).map_err(|error| Failure::file(&name, &error))
}

/// Replaces a file whole: a reader never sees half of it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file(&path.display().to_string(), &error);
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    fs::write(&beside, bytes)
        .and_then(|()| fs::rename(&beside, path))
        .map_err(failed)
}

/// Bad rows of a batch: counted, the first one told at the end.
#[derive(Debug, Default)]
pub(crate) struct BadRows {
    count: u64,
    first: Option<String>,
}

impl BadRows {
    pub(crate) fn add(&mut self, line: u64, message: &str) {
        self.count += 1;
        self.first
            .get_or_insert_with(|| format!("line {line}: {message}"));
    }

    /// Exit code 2 if there was one.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self.first {
            None => Ok(()),
            Some(first) if self.count == 1 => Err(Failure::input("bad-row", first)),
            Some(first) => Err(Failure::input(
                "bad-row",
                format!("{} rows cannot be read; {first}", self.count),
            )),
        }
    }
}
