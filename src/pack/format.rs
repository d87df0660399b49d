//! The container: header, checksum, sections, signature. Shared by every kind of pack.
//!
//! ```text
//! 0   8  magic "ECPACK\r\n"
//! 8   2  format version, little endian
//! 10  2  kind (1 = parties, 2 = rules, 3 = official texts)
//! 12  4  number of sections
//! 16  8  length of the whole file
//! 24 32  SHA-256 of everything from byte 56 up to the signature
//! 56  .  section table: per section name (8 bytes, zero-padded), codec (u32: 0 plain, 1 zstd),
//!        stored length (u32), unpacked length (u32)
//!     .  the sections' bytes, in the table's order
//!     .  optional signature: "ECSIGN\r\n", Ed25519 public key (32), signature (64)
//!        over bytes 0..56 and the payload's SHA-256
//! ```

use super::error::{PackError, PackErrorKind};
use sha2::{Digest, Sha256};

/// First bytes of every pack.
pub const MAGIC: &[u8; 8] = b"ECPACK\r\n";
/// The format this engine reads and writes.
pub const VERSION: u16 = 1;
/// Kind number of a party pack.
pub const KIND_PARTIES: u16 = 1;
/// Kind number of a pack with official texts.
pub const KIND_TEXT: u16 = 3;
/// Kind number of a rule pack.
pub const KIND_RULES: u16 = 2;
/// No pack file may be larger (64 MiB).
pub const MAX_FILE: usize = 64 << 20;
/// No section may unpack to more (96 MiB).
pub const MAX_SECTION: usize = 96 << 20;
/// Bytes before the section table.
pub const HEADER: usize = 56;
/// Bytes of one row of the section table.
pub const ROW: usize = 20;
/// Bytes of the signature block.
pub const SIGNATURE: usize = 8 + 32 + 64;
/// First bytes of the signature block.
pub const SIGN_MAGIC: &[u8; 8] = b"ECSIGN\r\n";

/// Name, codec, unpacked length, stored bytes.
type Section<'a> = (String, u32, u32, &'a [u8]);

/// A container whose checksum (and signature, when required) has been checked.
#[derive(Debug)]
pub struct Container<'a> {
    sections: Vec<Section<'a>>,
    /// SHA-256 of the whole file, hex.
    pub digest: String,
    /// Public key of the signature, if the pack carries a valid one.
    pub signed_by: Option<[u8; 32]>,
}

/// Checks header, length, checksum and signature.
///
/// # Errors
/// Every `PackErrorKind` but `manifest`, `section` content errors and `self-test`.
pub fn open<'a>(
    bytes: &'a [u8],
    kind: u16,
    required_key: Option<&[u8; 32]>,
) -> Result<Container<'a>, PackError> {
    let head = Head::read(bytes)?;
    if head.version > VERSION {
        return Err(PackErrorKind::VersionNewer.at(format!(
            "format {} and this engine reads {VERSION}",
            head.version
        )));
    }
    if head.kind != kind {
        return Err(
            PackErrorKind::WrongKind.at(format!("kind {} where {kind} is expected", head.kind))
        );
    }
    if bytes.len() > MAX_FILE || head.length > MAX_FILE as u64 {
        return Err(PackErrorKind::TooLarge.at(format!(
            "{} bytes, at most {MAX_FILE}",
            head.length.max(bytes.len() as u64)
        )));
    }
    if (bytes.len() as u64) < head.length {
        return Err(PackErrorKind::TooShort.at(format!(
            "{} of {} bytes are there",
            bytes.len(),
            head.length
        )));
    }
    if bytes.len() as u64 > head.length {
        return Err(PackErrorKind::Checksum.at("bytes follow the end of the pack".to_owned()));
    }
    let table = (head.sections as usize).saturating_mul(ROW);
    let rows = bytes
        .get(HEADER..HEADER.saturating_add(table))
        .ok_or_else(|| too_short("section table"))?;
    let stored: usize = rows
        .chunks_exact(ROW)
        .map(|row| number(row, 12) as usize)
        .sum();
    let end = HEADER.saturating_add(table).saturating_add(stored);
    let payload = bytes
        .get(HEADER..end)
        .ok_or_else(|| too_short("sections"))?;
    let checksum: [u8; 32] = Sha256::digest(payload).into();
    if checksum != head.checksum {
        return Err(
            PackErrorKind::Checksum.at("the content is not what the header promises".to_owned())
        );
    }
    let rest = bytes.get(end..).unwrap_or_default();
    let signed_by = check_signature(bytes, rest, &checksum, required_key)?;
    Ok(Container {
        sections: cut(rows, payload, table)?,
        digest: hex(&Sha256::digest(bytes)),
        signed_by,
    })
}

impl Container<'_> {
    /// A section, unpacked.
    ///
    /// # Errors
    /// `pack-section` when it is missing or cannot be unpacked, `pack-too-large` when it would grow beyond the limit.
    pub fn section(&self, name: &str) -> Result<Vec<u8>, PackError> {
        let (_, codec, unpacked, bytes) = self.find(name)?;
        match codec {
            0 => Ok(bytes.to_vec()),
            1 => unpack(name, bytes, unpacked as usize),
            other => {
                Err(PackErrorKind::Section
                    .at(format!("section `{name}` has unknown codec {other}")))
            }
        }
    }

    /// A section's bytes as stored.
    ///
    /// # Errors
    /// `pack-section` when it is missing.
    pub fn stored(&self, name: &str) -> Result<&[u8], PackError> {
        self.find(name).map(|(_, _, _, bytes)| bytes)
    }

    fn find(&self, name: &str) -> Result<(&str, u32, u32, &[u8]), PackError> {
        self.sections
            .iter()
            .find(|(id, ..)| id == name)
            .map(|(id, codec, unpacked, bytes)| (id.as_str(), *codec, *unpacked, *bytes))
            .ok_or_else(|| PackErrorKind::Section.at(format!("section `{name}` is missing")))
    }
}

/// Unpacks one zstd frame that must give exactly `length` bytes.
///
/// # Errors
/// `pack-too-large` and `pack-section`.
pub fn unpack(name: &str, bytes: &[u8], length: usize) -> Result<Vec<u8>, PackError> {
    if length > MAX_SECTION {
        return Err(
            PackErrorKind::TooLarge.at(format!("section `{name}` would unpack to {length} bytes"))
        );
    }
    let broken = |what: String| {
        PackErrorKind::Section.at(format!("section `{name}` cannot be unpacked: {what}"))
    };
    let mut source = bytes;
    let mut decoder =
        ruzstd::decoding::StreamingDecoder::new(&mut source).map_err(|e| broken(e.to_string()))?;
    // One byte more than promised is asked for, so that a longer content is noticed and never kept.
    let mut out = Vec::new();
    std::io::Read::by_ref(&mut decoder)
        .take(length as u64 + 1)
        .read_to_end(&mut out)
        .map_err(|e| broken(e.to_string()))?;
    if out.len() != length {
        return Err(broken(format!(
            "{} bytes where {length} are promised",
            out.len()
        )));
    }
    Ok(out)
}

use std::io::Read as _;

/// Lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes of a hex text of exactly `N` bytes.
#[must_use]
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.trim();
    let mut out = [0u8; N];
    if text.len() != N * 2 || !text.is_ascii() {
        return None;
    }
    for (slot, pair) in out.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *slot = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(out)
}

struct Head {
    version: u16,
    kind: u16,
    sections: u32,
    length: u64,
    checksum: [u8; 32],
}

impl Head {
    fn read(bytes: &[u8]) -> Result<Head, PackError> {
        let magic = bytes.get(..8.min(bytes.len())).unwrap_or_default();
        if !MAGIC.starts_with(magic) {
            return Err(
                PackErrorKind::NotAPack.at("the first bytes are not those of a pack".to_owned())
            );
        }
        let head = bytes.get(..HEADER).ok_or_else(|| too_short("header"))?;
        let mut checksum = [0u8; 32];
        checksum.copy_from_slice(head.get(24..HEADER).unwrap_or(&[0; 32]));
        Ok(Head {
            version: (number(head, 8) & 0xffff) as u16,
            kind: (number(head, 8) >> 16) as u16,
            sections: number(head, 12).min(64),
            length: u64::from(number(head, 16)) | u64::from(number(head, 20)) << 32,
            checksum,
        })
    }
}

fn cut<'a>(rows: &[u8], payload: &'a [u8], table: usize) -> Result<Vec<Section<'a>>, PackError> {
    let mut at = table;
    rows.chunks_exact(ROW)
        .map(|row| {
            let name = row
                .iter()
                .take(8)
                .take_while(|byte| **byte != 0)
                .map(|byte| char::from(*byte))
                .collect();
            let stored = number(row, 12) as usize;
            let bytes = payload
                .get(at..at.saturating_add(stored))
                .ok_or_else(|| too_short("sections"))?;
            at += stored;
            Ok((name, number(row, 8), number(row, 16), bytes))
        })
        .collect()
}

/// What is signed: the header (which holds the payload's checksum).
fn check_signature(
    bytes: &[u8],
    block: &[u8],
    checksum: &[u8; 32],
    required: Option<&[u8; 32]>,
) -> Result<Option<[u8; 32]>, PackError> {
    if block.is_empty() {
        return match required {
            None => Ok(None),
            Some(_) => Err(PackErrorKind::SignatureMissing
                .at("this engine was told to require a signature".to_owned())),
        };
    }
    let wrong = |what: &str| PackErrorKind::SignatureWrong.at(what.to_owned());
    let (magic, rest) = block
        .split_at_checked(8)
        .ok_or_else(|| wrong("the signature block is cut off"))?;
    let (key, signature) = rest
        .split_at_checked(32)
        .ok_or_else(|| wrong("the signature block is cut off"))?;
    if magic != SIGN_MAGIC || signature.len() != 64 {
        return Err(wrong("the signature block is malformed"));
    }
    let public = ed25519_compact::PublicKey::from_slice(key)
        .map_err(|_| wrong("the public key is malformed"))?;
    let signature = ed25519_compact::Signature::from_slice(signature)
        .map_err(|_| wrong("the signature is malformed"))?;
    let head = bytes.get(..HEADER).unwrap_or_default();
    public
        .verify(signed_message(head, checksum), &signature)
        .map_err(|_| wrong("the signature does not fit the content"))?;
    let mut by = [0u8; 32];
    by.copy_from_slice(key);
    if required.is_some_and(|required| *required != by) {
        return Err(wrong("signed with another key than the required one"));
    }
    Ok(Some(by))
}

pub(super) fn signed_message(head: &[u8], checksum: &[u8; 32]) -> Vec<u8> {
    [head, checksum.as_slice()].concat()
}

fn number(bytes: &[u8], at: usize) -> u32 {
    let word = bytes
        .get(at..at.saturating_add(4))
        .and_then(|word| word.try_into().ok());
    u32::from_le_bytes(word.unwrap_or([0; 4]))
}

fn too_short(what: &str) -> PackError {
    PackErrorKind::TooShort.at(format!("the {what} is cut off"))
}
