//! Makes bytes look like a pack of one kind, so that its content is read.

use exportcheck::pack::format::{self, HEADER, ROW};
use sha2::{Digest, Sha256};

/// Makes version, kind, length and checksum right, whatever the content.
pub fn repair(bytes: &mut [u8], kind: u16) {
    if bytes.len() < HEADER {
        return;
    }
    let length = bytes.len() as u64;
    bytes[..8].copy_from_slice(format::MAGIC);
    bytes[8..10].copy_from_slice(&format::VERSION.to_le_bytes());
    bytes[10..12].copy_from_slice(&kind.to_le_bytes());
    bytes[16..24].copy_from_slice(&length.to_le_bytes());
    let rows = u32::from_le_bytes([bytes[12], bytes[13], bytes[14], bytes[15]]) as usize;
    let table = HEADER.saturating_add(rows.saturating_mul(ROW));
    let Some(rows) = bytes.get(HEADER..table) else {
        return;
    };
    let stored: usize = rows
        .chunks_exact(ROW)
        .map(|row| u32::from_le_bytes([row[12], row[13], row[14], row[15]]) as usize)
        .sum();
    let end = table.saturating_add(stored).min(bytes.len());
    let digest = Sha256::digest(&bytes[HEADER..end]);
    bytes[24..HEADER].copy_from_slice(&digest);
}
