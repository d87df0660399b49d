//! Texts of the lists -> text pack bytes. The same files give the same bytes.

use super::{EntryText, Kind, LawText, Line, Source};
use crate::pack::format::{KIND_TEXT, VERSION};
use crate::pack::text_pack::section_of;
use crate::pack::write::container;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

#[derive(Serialize)]
struct Meta<'a> {
    format: u16,
    kind: &'static str,
    made_with: &'static str,
    lists: Vec<ListMeta<'a>>,
}

#[derive(Serialize)]
struct ListMeta<'a> {
    list: &'a str,
    instrument: &'a str,
    version: &'a str,
    retrieved: Option<&'a str>,
    url: &'a str,
    terms: &'a str,
    entries: usize,
    lines: usize,
    /// Lines where an exponent has probably lost its place in the transcription.
    flat_exponents: usize,
    /// Short names of definitions, notes and authorisations that can be asked for like an entry.
    docs: Vec<&'a str>,
    sha256: &'a str,
    bytes: u64,
}

/// Writes the pack.
///
/// # Errors
/// When packing fails.
pub fn write(texts: &[LawText], key: Option<&ed25519_compact::KeyPair>) -> io::Result<Vec<u8>> {
    let meta = Meta {
        format: VERSION,
        kind: "text",
        made_with: env!("CARGO_PKG_VERSION"),
        lists: texts.iter().map(list_meta).collect(),
    };
    let mut sections: BTreeMap<String, String> = BTreeMap::new();
    for text in texts {
        for entry in text.entries.iter().chain(&text.docs) {
            let section = sections
                .entry(section_of(text.list, &entry.id))
                .or_insert_with(|| first_line(&text.source));
            put_entry(section, entry);
        }
    }
    let meta = ("meta", 0, serde_json::to_vec(&meta)?);
    let texts = sections
        .iter()
        .map(|(name, text)| (name.as_str(), 1, text.clone().into_bytes()));
    let sections: Vec<_> = std::iter::once(meta).chain(texts).collect();
    container(KIND_TEXT, &sections, key)
}

fn list_meta(text: &LawText) -> ListMeta<'_> {
    let lines = || text.entries.iter().flat_map(|entry| &entry.lines);
    let Source {
        instrument,
        version,
        url,
        retrieved,
        terms,
        sha256,
        bytes,
    } = &text.source;
    ListMeta {
        list: text.list,
        instrument,
        version,
        retrieved: retrieved.as_deref(),
        url,
        terms,
        entries: text.entries.len(),
        lines: lines().count(),
        flat_exponents: lines().filter(|line| line.has_flat_exponent()).count(),
        docs: text.docs.iter().map(|doc| doc.id.as_str()).collect(),
        sha256,
        bytes: *bytes,
    }
}

fn first_line(source: &Source) -> String {
    format!("{}\t{}\n", source.instrument, source.version)
}

fn put_entry(out: &mut String, entry: &EntryText) {
    out.push('>');
    out.push_str(&entry.id);
    out.push('\n');
    for line in &entry.lines {
        put_line(out, &entry.id, line);
    }
}

/// Kind, `!` for a doubtful exponent, tab, code behind the entry's, tab, text. Texts hold neither
/// tabs nor line ends.
fn put_line(out: &mut String, entry: &str, line: &Line) {
    out.push(match line.kind {
        Kind::Heading => 'h',
        Kind::Item => 'i',
        Kind::Note => 'n',
        Kind::TechnicalNote => 't',
        Kind::Nb => 'b',
        Kind::Text => 'x',
    });
    if line.has_flat_exponent() {
        out.push('!');
    }
    out.push('\t');
    out.push_str(line.code.strip_prefix(entry).unwrap_or(&line.code));
    out.push('\t');
    out.push_str(&line.text);
    out.push('\n');
}
