//! What a hit shows but no score needs: addresses, programmes, citations, remarks.
//! Kept packed in blocks; a block is unpacked when one of its parties is looked at.

use super::bytes::Cursor;
use super::error::{PackError, PackErrorKind};
use super::format;
use crate::party::{Address, Party};
use serde::Deserialize;

/// Parties per block: large enough to pack well, small enough to unpack at once.
pub(crate) const PER_BLOCK: usize = 512;

const ADDRESSES: &str = "\"addresses\":";

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
            for (party, line) in (first..).zip(text(&block)?.split('\n').take(PER_BLOCK)) {
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
            let lines: Vec<&str> = text(&block)?.split('\n').collect();
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

/// Only the addresses of a line. Its other members are not read; inside a text the quotes would
/// have backslashes, so that what is found is the member.
fn addresses_in(line: &str) -> Result<Vec<Address>, PackError> {
    let Some((_, addresses)) = line.split_once(ADDRESSES) else {
        return Ok(Vec::new());
    };
    let mut reader = serde_json::Deserializer::from_str(addresses);
    Vec::deserialize(&mut reader).map_err(|error| unread(&error))
}

fn text(block: &[u8]) -> Result<&str, PackError> {
    std::str::from_utf8(block)
        .map_err(|_| PackErrorKind::Section.at("section `details` holds text that is not UTF-8"))
}

fn missing(party: u32) -> PackError {
    PackErrorKind::Section.at(format!("section `details` has no party {party}"))
}

fn unread(error: &serde_json::Error) -> PackError {
    PackErrorKind::Section.at(format!("section `details`: {error}"))
}
