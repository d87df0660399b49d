//! Annex I of Regulation (EU) 2021/821 from the JSON transcription: one line per provision,
//! `3A001.a.1 text`, notes behind the provision they belong to.

use super::{
    EntryText, Kind, LawText, Line, Source, TextError, digest, is_entry, note_kind, one_line,
};
use serde::Deserialize;
use std::collections::BTreeMap;

const INSTRUMENT: &str = "Regulation (EU) 2021/821, Annex I (consolidated)";
/// Commission Decision 2011/833/EU asks for this acknowledgement.
const ACKNOWLEDGED: &str = "© European Union, https://eur-lex.europa.eu; reuse under Commission \
    Decision 2011/833/EU with the source acknowledged. Only the Official Journal is authentic.";

#[derive(Deserialize)]
struct File {
    valid_from: String,
    retrieved_at: Option<String>,
    source_url: Option<String>,
    entries: Vec<Entry>,
    #[serde(default)]
    docs: Vec<Document>,
    #[serde(default)]
    geas: Vec<Authorisation>,
}

#[derive(Deserialize)]
struct Entry {
    entry_code: String,
    verbatim_text: String,
}

#[derive(Deserialize)]
struct Document {
    doc_type: String,
    title: String,
    verbatim_text: String,
}

#[derive(Deserialize)]
struct Authorisation {
    id: String,
    title: String,
    verbatim_text: String,
}

/// Reads the transcription.
///
/// # Errors
/// `eu-text` when it is not that JSON, or a line does not begin with its entry's code.
pub fn read(bytes: &[u8]) -> Result<LawText, TextError> {
    let file: File = serde_json::from_slice(bytes)
        .map_err(|error| TextError::new("eu-text", format!("not the Annex I JSON: {error}")))?;
    let entries = file
        .entries
        .iter()
        .map(entry)
        .collect::<Result<Vec<_>, _>>()?;
    if entries.is_empty() {
        return Err(TextError::new("eu-text", "the file holds no entry"));
    }
    Ok(LawText {
        list: "eu",
        source: Source {
            instrument: INSTRUMENT.to_owned(),
            version: one_line(&file.valid_from),
            url: file.source_url.unwrap_or_default(),
            retrieved: file
                .retrieved_at
                .and_then(|at| at.get(..10).map(str::to_owned)),
            terms: one_line(ACKNOWLEDGED),
            sha256: digest(bytes),
            bytes: bytes.len() as u64,
        },
        entries,
        docs: docs(&file.docs, &file.geas),
    })
}

fn entry(entry: &Entry) -> Result<EntryText, TextError> {
    let id = entry.entry_code.as_str();
    if !is_entry(id) {
        return Err(TextError::new("eu-text", format!("`{id}` is no entry")));
    }
    let mut lines: Vec<Line> = Vec::new();
    for row in entry
        .verbatim_text
        .lines()
        .filter(|row| !row.trim().is_empty())
    {
        let (code, text) = row.split_once(' ').unwrap_or((row, ""));
        let own = code
            .strip_prefix(id)
            .is_some_and(|rest| rest.is_empty() || is_path(rest));
        if !own {
            let message = format!("entry {id}: a line begins with `{code}` instead of its code");
            return Err(TextError::new("eu-text", message));
        }
        lines.push(Line::new(code, kind(code, text, id, &lines), text));
    }
    Ok(EntryText {
        id: id.to_owned(),
        lines,
    })
}

/// `.a.1.b`.
fn is_path(rest: &str) -> bool {
    rest.starts_with('.') && rest.bytes().all(|b| b == b'.' || b.is_ascii_alphanumeric())
}

fn kind(code: &str, text: &str, id: &str, before: &[Line]) -> Kind {
    let item = |line: &Line| line.code == code && matches!(line.kind, Kind::Item | Kind::Heading);
    match note_kind(text) {
        Some(kind) => kind,
        // The same code again: the paragraph goes on (tables, formulas).
        None if before.iter().any(item) => Kind::Text,
        None if code == id => Kind::Heading,
        None => Kind::Item,
    }
}

/// Documents under short names: `definitions`, `section-note`, `section-note-2`, `EU001`.
fn docs(docs: &[Document], geas: &[Authorisation]) -> Vec<EntryText> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let documents = docs.iter().map(|doc| {
        let name = short_name(&doc.doc_type);
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        let id = match *count {
            1 => name,
            more => format!("{name}-{more}"),
        };
        document(&id, &doc.title, &doc.verbatim_text)
    });
    let documents: Vec<EntryText> = documents.collect();
    let authorisations = geas
        .iter()
        .map(|gea| document(&short_name(&gea.id), &gea.title, &gea.verbatim_text));
    documents.into_iter().chain(authorisations).collect()
}

/// Letters and digits, everything else is a hyphen.
fn short_name(text: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    text.chars().map(letter).collect()
}

fn document(id: &str, title: &str, text: &str) -> EntryText {
    let body = text
        .lines()
        .filter(|row| !row.trim().is_empty())
        .map(|row| Line::new(id, note_kind(row).unwrap_or(Kind::Text), row));
    EntryText {
        id: id.to_owned(),
        lines: std::iter::once(Line::new(id, Kind::Heading, title))
            .chain(body)
            .collect(),
    }
}
