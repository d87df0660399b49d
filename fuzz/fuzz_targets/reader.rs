//! One list reader, named by EXPORTCHECK_READER: any bytes give a reading whose records all add up.
#![no_main]

use exportcheck::pack::sources::{READERS, Reader, SourceFile};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// Between the files of a bundle (main file, alternative names, addresses).
const NEXT_FILE: &[u8] = b"\n%%%% next file %%%%\n";

/// The reader; none when the ids were asked for.
static READER: LazyLock<Option<&Reader>> = LazyLock::new(|| {
    let wanted = std::env::var("EXPORTCHECK_READER").unwrap_or_default();
    let found = READERS.iter().copied().find(|reader| reader.id == wanted);
    assert!(
        found.is_some() || wanted == "list",
        "EXPORTCHECK_READER=`{wanted}` is no reader's id"
    );
    found
});

/// Prints the ids of all readers when asked to.
fn list() {
    if READER.is_none() {
        READERS.iter().for_each(|reader| println!("{}", reader.id));
    }
}

fuzz_target!(init: list(), |bytes: &[u8]| {
    let Some(reader) = *READER else { return };
    let parts = split(bytes);
    let files: Vec<_> = parts
        .into_iter()
        .map(|bytes| SourceFile {
            name: "fuzz",
            bytes,
        })
        .collect();
    for file in &files {
        let _ = (reader.recognises)(file);
        let _ = (reader.part)(file);
    }
    let reading = (reader.read)(&files);
    for party in &reading.parties {
        assert!(
            !party.primary_name().is_empty(),
            "a party without a name: {party:?}"
        );
        assert!(!party.list.is_empty(), "a party without a list: {party:?}");
    }
    // Nothing is dropped silently: fewer parties than records need an explanation.
    let accounted = reading.parties.len() + reading.merged as usize;
    if accounted < reading.records as usize {
        assert!(
            !reading.diagnostics.is_empty(),
            "{} records, {accounted} accounted for and no diagnostic",
            reading.records
        );
    }
});

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest
        .windows(NEXT_FILE.len())
        .position(|window| window == NEXT_FILE)
    {
        parts.push(&rest[..at]);
        rest = &rest[at + NEXT_FILE.len()..];
    }
    parts.push(rest);
    parts
}
