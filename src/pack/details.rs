//! What a hit shows but no score needs: addresses, programmes, citations, remarks.
//! Kept packed in blocks; a block is unpacked when one of its parties is looked at.

use super::bytes::Cursor;
use super::error::{PackError, PackErrorKind};
use super::format;
use crate::party::{Address, Party};
use serde::Deserialize;

/// Parties per block: large enough to pack well, small enough to unpack at once.
pub(crate) const PER_BLOCK: usize = 512;

const ADDRESSES: &[u8] = b"\"addresses\"";

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

    /// Every party that has addresses, with them. Each block is unpacked once.
    pub(crate) fn addresses(&self, mut each: impl FnMut(u32, &[Address])) -> Result<(), PackError> {
        for (number, _) in (0u32..).zip(&self.blocks) {
            let first = number * PER_BLOCK as u32;
            let block = self.block(first)?;
            let lines = block.split(|byte| *byte == b'\n');
            for (party, line) in (first..).zip(lines.take(PER_BLOCK)) {
                let addresses = addresses_in(line)?;
                if !addresses.is_empty() {
                    each(party, &addresses);
                }
            }
        }
        Ok(())
    }

    /// The addresses of some parties (ascending), each block unpacked once.
    pub(crate) fn addresses_of(
        &self,
        parties: &[u32],
    ) -> Result<Vec<(u32, Vec<Address>)>, PackError> {
        let mut out = Vec::with_capacity(parties.len());
        for parties in parties.chunk_by(|a, b| *a as usize / PER_BLOCK == *b as usize / PER_BLOCK) {
            let block = self.block(parties.first().copied().unwrap_or_default())?;
            let lines: Vec<&[u8]> = block.split(|byte| *byte == b'\n').collect();
            for party in parties {
                let line = lines.get(*party as usize % PER_BLOCK).copied();
                out.push((*party, addresses_in(line.unwrap_or_default())?));
            }
        }
        Ok(out)
    }

    fn block(&self, party: u32) -> Result<Vec<u8>, PackError> {
        let (unpacked, bytes) = self
            .blocks
            .get(party as usize / PER_BLOCK)
            .ok_or_else(|| missing(party))?;
        format::unpack("details", bytes, *unpacked as usize)
    }

    /// The detail fields of one party, the others empty.
    pub(crate) fn get(&self, party: u32) -> Result<Party, PackError> {
        let block = self.block(party)?;
        let line = block
            .split(|byte| *byte == b'\n')
            .nth(party as usize % PER_BLOCK)
            .ok_or_else(|| missing(party))?;
        serde_json::from_slice(line).map_err(|error| unread(&error))
    }
}

/// Only the addresses of a line; most parties of some lists have none, and looking is quicker than reading.
fn addresses_in(line: &[u8]) -> Result<Vec<Address>, PackError> {
    #[derive(Deserialize)]
    struct Only {
        #[serde(default)]
        addresses: Vec<Address>,
    }
    if !line.windows(ADDRESSES.len()).any(|at| at == ADDRESSES) {
        return Ok(Vec::new());
    }
    let only: Only = serde_json::from_slice(line).map_err(|error| unread(&error))?;
    Ok(only.addresses)
}

fn missing(party: u32) -> PackError {
    PackErrorKind::Section.at(format!("section `details` has no party {party}"))
}

fn unread(error: &serde_json::Error) -> PackError {
    PackErrorKind::Section.at(format!("section `details`: {error}"))
}
