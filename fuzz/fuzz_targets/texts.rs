//! Official texts: any bytes are read or refused as either list; what is read can be outlined, packed
//! and asked for. Any content behind a correct checksum opens as a text pack or is refused.
#![no_main]

#[path = "../repair.rs"]
mod repair;

use exportcheck::pack::format::KIND_TEXT;
use exportcheck::pack::text_pack::TextPack;
use exportcheck::pack::texts::{LawText, eu, outline::outline, us, write::write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for text in [eu::read(bytes), us::read(bytes, "2020")]
        .into_iter()
        .flatten()
    {
        packed(&text);
    }
    look(bytes);
    let mut repaired = bytes.to_vec();
    repair::repair(&mut repaired, KIND_TEXT);
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
