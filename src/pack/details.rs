//! What a hit shows but no score needs: addresses, programmes, citations, remarks.
//! Kept packed in blocks; a block is unpacked when one of its parties is looked at.

use super::bytes::Cursor;
use super::error::{PackError, PackErrorKind};
use super::format;
use crate::party::Party;

/// Parties per block: large enough to pack well, small enough to unpack at once.
pub(crate) const PER_BLOCK: usize = 512;

/// The packed blocks.
#[derive(Debug)]
pub(crate) struct Details {
    blocks: Vec<(u32, Vec<u8>)>,
}

impl Details {
    /// Reads the block table; the blocks stay packed.
    pub(crate) fn open(bytes: &[u8], parties: usize) -> Result<Details, PackError> {
        let mut cursor = Cursor::new("details", bytes);
        let expected = parties.div_ceil(PER_BLOCK);
        let mut blocks = Vec::with_capacity(expected);
        for _ in 0..expected {
            let unpacked = cursor.number()?;
            let stored = cursor.number()? as usize;
            blocks.push((unpacked, cursor.take(stored)?.to_vec()));
        }
        cursor.finish()?;
        Ok(Details { blocks })
    }

    /// The detail fields of one party, the others empty.
    pub(crate) fn get(&self, party: u32) -> Result<Party, PackError> {
        let missing =
            || PackErrorKind::Section.at(format!("section `details` has no party {party}"));
        let (unpacked, bytes) = self
            .blocks
            .get(party as usize / PER_BLOCK)
            .ok_or_else(missing)?;
        let block = format::unpack("details", bytes, *unpacked as usize)?;
        let line = block
            .split(|byte| *byte == b'\n')
            .nth(party as usize % PER_BLOCK)
            .ok_or_else(missing)?;
        serde_json::from_slice(line)
            .map_err(|e| PackErrorKind::Section.at(format!("section `details`: {e}")))
    }
}
