//! The Commerce Control List (15 CFR Part 774, Supplement No. 1) from eCFR XML: which block is an
//! entry, a paragraph with a code, a note, or something else.

use super::us_xml::{Block, Part, blocks};
use super::{
    EntryText, Kind, LawText, Line, Source, TextError, digest, is_entry, note_kind, one_line,
};
use std::collections::BTreeSet;

const INSTRUMENT: &str = "15 CFR Part 774, Supplement No. 1 (Commerce Control List), eCFR";
const TERMS: &str = "Work of the United States Government, not subject to copyright (17 U.S.C. 105). \
    The eCFR is not the official legal edition of the CFR.";
const URL: &str = "https://www.ecfr.gov/current/title-15/part-774";

/// Headings inside an entry, by their beginning.
const PARTS: &[&str] = &[
    "License Requirements",
    "List Based License Exceptions",
    "Special Conditions for STA",
    LIST,
    "Reporting Requirements",
];

const LIST: &str = "List of Items Controlled";

/// Reads the XML; `version` is the date of the text, which the file does not hold.
///
/// # Errors
/// `us-text` when the supplement is not in the file or holds no entry.
pub fn read(bytes: &[u8], version: &str) -> Result<LawText, TextError> {
    let mut reading = Reading::default();
    for block in blocks(bytes)? {
        reading.block(block);
    }
    reading.close();
    if reading.entries.is_empty() {
        return Err(TextError::new("us-text", "the supplement holds no entry"));
    }
    Ok(LawText {
        list: "us",
        source: Source {
            instrument: INSTRUMENT.to_owned(),
            version: version.to_owned(),
            url: URL.to_owned(),
            retrieved: None,
            terms: one_line(TERMS),
            sha256: digest(bytes),
            bytes: bytes.len() as u64,
        },
        entries: reading.entries,
        docs: reading.docs,
    })
}

/// The last date in a file's name: `...-2026-06`, `...-2026-07-23`.
#[must_use]
pub fn version_in(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).collect();
    let at = parts.iter().rposition(|part| part.len() == 4)?;
    let rest = parts.iter().skip(at).take(3);
    let date: Vec<&str> = rest
        .enumerate()
        .take_while(|(place, part)| *place == 0 || part.len() == 2)
        .map(|(_, part)| *part)
        .collect();
    (date.len() > 1).then(|| date.join("-"))
}

#[derive(Default)]
struct Reading {
    entries: Vec<EntryText>,
    docs: Vec<EntryText>,
    /// The entry being gathered: number, heading, blocks.
    open: Option<(String, String, Vec<Block>)>,
}

/// An entry being read.
#[derive(Default)]
struct Entry {
    text: EntryText,
    /// `Items:` has been passed.
    items: bool,
    /// The law forgot `Items:`; the items begin at the first `a.` of the list of items.
    unheaded: bool,
    /// An appendix to the entry: its letters are not paragraphs of the entry.
    appendix: bool,
    /// A note written as ordinary paragraphs is open.
    note: Option<Kind>,
    /// The last paragraph code.
    last: String,
    seen: BTreeSet<String>,
}

impl Reading {
    fn block(&mut self, block: Block) {
        let text = block.text();
        // A heading of this size is a category or a product group, or (3A090) a part of an entry.
        if block.tag == "HD1" && !is_part(&text) {
            self.close();
            self.category(&text);
        } else if let Some((id, heading)) = entry_heading(&block, &text) {
            self.close();
            self.open = Some((id.to_owned(), heading.to_owned(), Vec::new()));
        } else if text.to_ascii_lowercase().starts_with("ear99 items") {
            // What is said about the rest of a category belongs to no entry.
            self.close();
            self.outside(&block);
        } else if let Some((.., blocks)) = &mut self.open {
            blocks.push(block);
        } else {
            self.outside(&block);
        }
    }

    fn close(&mut self) {
        if let Some((id, heading, blocks)) = self.open.take() {
            self.entries.push(Entry::read(&id, &heading, &blocks));
        }
    }

    /// `Category 3—Electronics` begins the document `category-3`; product groups stay in it.
    fn category(&mut self, text: &str) {
        let number = text
            .strip_prefix("Category ")
            .map(|rest| {
                rest.chars()
                    .take_while(char::is_ascii_digit)
                    .collect::<String>()
            })
            .filter(|number| !number.is_empty());
        if let Some(number) = number {
            let id = format!("category-{number}");
            if !self.docs.iter().any(|doc| doc.id == id) {
                self.docs.push(EntryText {
                    id,
                    lines: Vec::new(),
                });
            }
        }
        self.outside_line(Kind::Heading, text);
    }

    fn outside(&mut self, block: &Block) {
        for (kind, text) in spoken(block) {
            self.outside_line(kind, &text);
        }
    }

    fn outside_line(&mut self, kind: Kind, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.docs.is_empty() {
            self.docs.push(EntryText {
                id: "supplement".to_owned(),
                lines: Vec::new(),
            });
        }
        if let Some(doc) = self.docs.last_mut() {
            doc.lines.push(Line::new(&doc.id, kind, text));
        }
    }
}

impl Entry {
    fn read(id: &str, heading: &str, blocks: &[Block]) -> EntryText {
        let mut entry = Entry {
            text: EntryText {
                id: id.to_owned(),
                lines: vec![Line::new(id, Kind::Heading, heading)],
            },
            last: id.to_owned(),
            unheaded: !blocks.iter().any(|b| items_heading(&b.text()).is_some()),
            ..Entry::default()
        };
        for block in blocks {
            entry.block(block, &block.text());
        }
        entry.text
    }

    fn block(&mut self, block: &Block, text: &str) {
        if block.is_note() || block.tag == "DIV" {
            for (kind, text) in spoken(block) {
                let code = self.place(&text);
                self.push(&code, kind, &text);
            }
            return;
        }
        // `ECCN Controls: This entry does not control the following:` is followed by exceptions.
        self.unheaded &= !text.starts_with("ECCN Controls");
        self.items |= self.unheaded
            && block.tag == "P"
            && self.last == self.text.id
            && code(text).is_some_and(|(code, _)| code == "a");
        // 9C610 has the heading and its first item in one paragraph.
        let joined = text.strip_prefix(LIST).map(str::trim_start);
        if let Some(item) = joined.filter(|rest| code(rest).is_some()) {
            self.push_last(Kind::Heading, LIST);
            self.items = true;
            self.paragraph(item);
            return;
        }
        match items_heading(text) {
            Some(rest) if !self.items => {
                self.items = true;
                self.last.clone_from(&self.text.id);
                if !rest.is_empty() {
                    self.paragraph(rest);
                }
            }
            _ if text.is_empty() => {}
            _ if self.items && block.tag.starts_with("HD") => self.push_last(Kind::Heading, text),
            _ if self.items => self.paragraph(text),
            _ => {
                let heading = block.tag.starts_with("HD") || is_part(text) && !text.contains(": ");
                self.push_last(if heading { Kind::Heading } else { Kind::Text }, text);
            }
        }
    }

    /// A paragraph below `Items:`.
    fn paragraph(&mut self, text: &str) {
        self.appendix |= text.starts_with("Accompanying Technical Information");
        let code = if self.appendix { None } else { code(text) };
        let code = code.map(|(code, rest)| (format!("{}.{code}", self.text.id), rest));
        // `a.` below a note, when the entry has had its `a.`, is the note's.
        let own = code.filter(|(code, _)| self.note.is_none() || !self.seen.contains(code));
        if let Some((code, rest)) = own {
            self.note = None;
            self.seen.insert(code.clone());
            self.last.clone_from(&code);
            self.push(&code, Kind::Item, rest);
            return;
        }
        self.note = note_kind(text).or(self.note);
        let code = self.place(text);
        self.push(&code, self.note.unwrap_or(Kind::Text), text);
    }

    /// The paragraph a note belongs to: the one it names if that is open, otherwise the last one.
    fn place(&self, text: &str) -> String {
        let open = |code: &&str| {
            self.last == *code
                || self
                    .last
                    .strip_prefix(*code)
                    .is_some_and(|rest| rest.starts_with('.'))
        };
        let head = text.split_whitespace().take(6);
        head.map(|word| word.trim_end_matches([':', ',', '.', ';']))
            .find(|word| word.starts_with(self.text.id.as_str()))
            .filter(open)
            .unwrap_or(&self.last)
            .to_owned()
    }

    fn push_last(&mut self, kind: Kind, text: &str) {
        let code = self.last.clone();
        self.push(&code, kind, text);
    }

    fn push(&mut self, code: &str, kind: Kind, text: &str) {
        if !text.is_empty() {
            self.text.lines.push(Line::new(code, kind, text));
        }
    }
}

/// Lines of a table or a note; a note's paragraphs begin with its heading once.
fn spoken(block: &Block) -> Vec<(Kind, String)> {
    if !block.is_note() {
        let kind = if block.tag.starts_with("HD") {
            Kind::Heading
        } else {
            Kind::Text
        };
        let rows = block.parts.iter().filter(|part| part.tag != "TH");
        return rows.map(|part| (kind, one_line(&part.text))).collect();
    }
    let mut heading = String::new();
    let mut kind = Kind::Note;
    let mut lines = Vec::new();
    for Part { tag, text } in &block.parts {
        let text = one_line(text);
        if tag == "HED" {
            kind = note_kind(&text).unwrap_or(kind);
            heading = text;
        } else if !text.is_empty() {
            let head = std::mem::take(&mut heading);
            lines.push((kind, one_line(&format!("{head} {text}"))));
        }
    }
    if !heading.is_empty() {
        lines.push((kind, heading));
    }
    lines
}

/// `3A001 Electronic items ...`, in bold.
fn entry_heading<'a>(block: &Block, text: &'a str) -> Option<(&'a str, &'a str)> {
    let paragraph = block.tag == "FP-2" || (block.tag == "FP-1" && block.bold);
    let (id, heading) = text.split_once(' ').unwrap_or((text, ""));
    (paragraph && is_entry(id)).then_some((id, heading))
}

fn is_part(text: &str) -> bool {
    PARTS.iter().any(|part| text.starts_with(part))
}

/// What follows `Items:`.
fn items_heading(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Items")?.trim_start();
    match rest.strip_prefix(':') {
        Some(rest) => Some(rest.trim_start()),
        None => code(rest).map(|_| rest),
    }
}

/// `a.1.b. Words` or `a.1.b Words`: code and words. Ranges (`b. through x. [Reserved]`) have none.
fn code(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|letter: char| {
            !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '.')
        })
        .unwrap_or(text.len());
    let (head, rest) = text.split_at_checked(end)?;
    let dotted = head.ends_with('.');
    let code = head.strip_suffix('.').unwrap_or(head);
    let parts: Vec<&str> = code.split('.').collect();
    let fits = |part: &&str| {
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        let letters = part.bytes().all(|b| b.is_ascii_lowercase());
        (digits && (1..=3).contains(&part.len())) || (letters && (1..=4).contains(&part.len()))
    };
    let first = parts
        .first()
        .is_some_and(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_lowercase()));
    let parted = rest.is_empty()
        || rest.starts_with(char::is_whitespace)
        || dotted && rest.starts_with(['‘', '\'', '“', '”', '"', '[']);
    let fits = first && parts.iter().all(fits) && parted && (dotted || parts.len() > 1);
    (fits && !matches!(code, "e.g" | "i.e") && !is_range(rest)).then(|| (code, rest.trim_start()))
}

/// ` through x. [Reserved]`, `-d. [Reserved]`.
fn is_range(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.to_ascii_lowercase().contains("[reserved")
        && ["through ", "to ", "and ", "-"]
            .iter()
            .any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::{code, version_in};

    #[test]
    fn file_names_hold_dates() {
        let of = |name: &str| version_in(name).unwrap_or_default();
        assert_eq!(of("15cfr774-supp1-2026-06"), "2026-06");
        assert_eq!(of("title-15-2026-07-23"), "2026-07-23");
        assert_eq!(of("title-15"), "");
    }

    #[test]
    fn codes_are_cut_off() {
        for (text, expected) in [
            ("a. Pumps", Some(("a", "Pumps"))),
            ("a.1.b. Pumps", Some(("a.1.b", "Pumps"))),
            ("z.1.a Pumps", Some(("z.1.a", "Pumps"))),
            ("a.1.a.1.c.'Pumps'", Some(("a.1.a.1.c", "'Pumps'"))),
            ("a.1.i.iv. Pumps", Some(("a.1.i.iv", "Pumps"))),
            ("a. [Reserved]", Some(("a", "[Reserved]"))),
            ("b. through x. [Reserved]", None),
            ("b.-d. [Reserved]", None),
            ("e.g. pumps", None),
            ("a pump", None),
            ("1. Pumps", None),
            ("pumps. And", None),
        ] {
            assert_eq!(code(text), expected, "{text}");
        }
    }
}
