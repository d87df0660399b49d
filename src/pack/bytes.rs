//! Columns of numbers and texts in a section: written once, read once, every read checked.

use super::error::{PackError, PackErrorKind};

/// Reads a section from front to back.
#[derive(Debug)]
pub struct Cursor<'a> {
    section: &'static str,
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// A cursor at the beginning of a section; its name appears in errors.
    #[must_use]
    pub fn new(section: &'static str, bytes: &'a [u8]) -> Cursor<'a> {
        Cursor {
            section,
            rest: bytes,
        }
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// `pack-section` when fewer are left.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], PackError> {
        let (head, tail) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| self.broken("ends too early"))?;
        self.rest = tail;
        Ok(head)
    }

    /// One byte.
    ///
    /// # Errors
    /// `pack-section` at the end.
    pub fn byte(&mut self) -> Result<u8, PackError> {
        self.take(1)?
            .first()
            .copied()
            .ok_or_else(|| self.broken("ends too early"))
    }

    /// An unsigned LEB128 number of at most 32 bits.
    ///
    /// # Errors
    /// `pack-section` at the end or when it is larger.
    pub fn number(&mut self) -> Result<u32, PackError> {
        let mut value = 0u64;
        for shift in [0u32, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(value)
                    .map_err(|_| self.broken("holds a number beyond 32 bits"));
            }
        }
        Err(self.broken("holds a number beyond 32 bits"))
    }

    /// A length-prefixed UTF-8 text.
    ///
    /// # Errors
    /// `pack-section` at the end or when it is not UTF-8.
    pub fn text(&mut self) -> Result<&'a str, PackError> {
        let length = self.number()? as usize;
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).map_err(|_| self.broken("holds text that is not UTF-8"))
    }

    /// Bytes not yet read.
    #[must_use]
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// Checks that nothing is left over.
    ///
    /// # Errors
    /// `pack-section` when bytes remain.
    pub fn finish(self) -> Result<(), PackError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(self.broken("has bytes left over"))
        }
    }

    /// An error that names this section.
    #[must_use]
    pub fn broken(&self, what: &str) -> PackError {
        PackErrorKind::Section.at(format!("section `{}` {what}", self.section))
    }
}

/// Appends an unsigned LEB128 number.
#[cfg(feature = "compile")]
pub fn put_number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a length-prefixed text.
#[cfg(feature = "compile")]
pub fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, u32::try_from(text.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(text.as_bytes());
}
