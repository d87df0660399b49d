//! One list reader, named by EXPORTCHECK_READER: any bytes give a reading whose records all add up.
#![no_main]

use exportcheck::pack::sources::{READERS, Reader, SourceFile};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// Between the files of a bundle (main file, alternative names, addresses).
const NEXT_FILE: &[u8] = b"\n%%%% next file %%%%\n";

static READER: LazyLock<&Reader> = LazyLock::new(|| {
    let wanted = std::env::var("EXPORTCHECK_READER").unwrap_or_default();
    if wanted == "list" {
        READERS.iter().for_each(|reader| println!("{}", reader.id));
        std::process::exit(0);
    }
    let found = READERS.iter().find(|reader| reader.id == wanted);
    found.unwrap_or_else(|| {
        eprintln!("EXPORTCHECK_READER=`{wanted}` is not the id of a reader");
        std::process::exit(2);
    })
});

fuzz_target!(|bytes: &[u8]| {
    let parts = split(bytes);
    let files: Vec<_> = parts
        .into_iter()
        .map(|bytes| SourceFile {
            name: "fuzz",
            bytes,
        })
        .collect();
    for file in &files {
        let _ = (READER.recognises)(file);
        let _ = (READER.part)(file);
    }
    let reading = (READER.read)(&files);
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
