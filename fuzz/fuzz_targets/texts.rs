//! Official texts: any bytes are read or refused as either list; what is read can be outlined, packed
//! and asked for. Any content behind a correct checksum opens as a text pack or is refused.
#![no_main]

use exportcheck::pack::format::{self, HEADER, KIND_TEXT, ROW};
use exportcheck::pack::text_pack::TextPack;
use exportcheck::pack::texts::{LawText, eu, outline::outline, us, write::write};
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

fuzz_target!(|bytes: &[u8]| {
    for text in [eu::read(bytes), us::read(bytes, "2020")]
        .into_iter()
        .flatten()
    {
        packed(&text);
    }
    look(bytes);
    let mut repaired = bytes.to_vec();
    repair(&mut repaired);
    look(&repaired);
});

/// Every entry comes back with as many lines as it had.
fn packed(text: &LawText) {
    let _ = outline(text);
    let pack = write(std::slice::from_ref(text), None).expect("packing cannot fail");
    let pack = TextPack::open(&pack).expect("what was written opens");
    for entry in text.entries.iter().chain(&text.docs) {
        let found = pack
            .entry(text.list, &entry.id)
            .expect("its section is whole");
        assert!(found.is_some(), "{}", entry.id);
    }
}

fn look(bytes: &[u8]) {
    let Ok(pack) = TextPack::open(bytes) else {
        return;
    };
    for (list, entry) in [
        ("eu", "3A001"),
        ("us", "0A501"),
        ("us", "definitions"),
        ("", ""),
    ] {
        let _ = pack.entry(list, entry);
    }
}

/// Makes version, kind, length and checksum right, whatever the content.
fn repair(bytes: &mut [u8]) {
    if bytes.len() < HEADER {
        return;
    }
    let length = bytes.len() as u64;
    bytes[..8].copy_from_slice(format::MAGIC);
    bytes[8..10].copy_from_slice(&format::VERSION.to_le_bytes());
    bytes[10..12].copy_from_slice(&KIND_TEXT.to_le_bytes());
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
