//! The Commerce Control List as eCFR XML, flattened to blocks: one per paragraph, table or note.

use super::{TextError, one_line};
use crate::pack::sources::xml::resolve;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// A direct child of the supplement.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Element name.
    pub(super) tag: String,
    /// It begins in bold.
    pub(super) bold: bool,
    /// Tables: rows (`TH`, `TD`); notes: heading (`HED`) and paragraphs; otherwise one part.
    pub(super) parts: Vec<Part>,
}

/// A piece of a block: element name and text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) tag: String,
    pub(super) text: String,
}

impl Block {
    /// The text of all parts.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        one_line(&texts.join(" "))
    }

    pub(super) fn is_note(&self) -> bool {
        self.tag == "NOTE" || self.tag == "EDNOTE"
    }
}

/// The blocks of Supplement No. 1 to Part 774, wherever it stands in the file.
pub(super) fn blocks(bytes: &[u8]) -> Result<Vec<Block>, TextError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| TextError::new("us-text", "the file is not UTF-8"))?;
    let mut reader = quick_xml::Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut walk = Walk::default();
    loop {
        let at = reader.buffer_position();
        let broken = |error: &str| {
            TextError::new(
                "us-text",
                format!("not well-formed XML at byte {at}: {error}"),
            )
        };
        match reader.read_event().map_err(|e| broken(&e.to_string()))? {
            Event::Start(tag) => walk.start(&tag),
            Event::Empty(tag) => {
                walk.start(&tag);
                walk.end();
            }
            Event::End(_) => walk.end(),
            Event::Text(part) => walk.text(&part.xml10_content()),
            Event::CData(part) => walk.text(&part.xml10_content()),
            Event::GeneralRef(part) => walk.text(&resolve(&part)),
            Event::Eof if !walk.path.is_empty() => {
                return Err(broken("the file ends inside an element"));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if walk.blocks.is_empty() {
        return Err(TextError::new(
            "us-text",
            "Supplement No. 1 to Part 774 is not in the file; download title 15 part 774 from ecfr.gov as XML",
        ));
    }
    Ok(walk.blocks)
}

#[derive(Default)]
struct Walk {
    /// Where the text of every open element stands.
    path: Vec<Level>,
    blocks: Vec<Block>,
    /// How many elements of `path` stand outside, the supplement included; 0 before it is found.
    outside: usize,
}

/// Where a text stands against the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Line,
    Above,
    Below,
}

impl Walk {
    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name().into_inner().to_owned();
        let depth = self.depth();
        if self.outside > 0 {
            match depth {
                Some(0) => self.blocks.push(Block {
                    tag: name.clone(),
                    ..Block::default()
                }),
                Some(depth) => self.inside(depth, &name),
                None => {}
            }
        }
        self.path.push(level(&name, tag));
        if self.outside == 0 && is_supplement(tag) {
            self.outside = self.path.len();
        }
    }

    /// Elements between the supplement and here; `None` outside.
    fn depth(&self) -> Option<usize> {
        if self.outside == 0 {
            return None;
        }
        self.path.len().checked_sub(self.outside)
    }

    fn inside(&mut self, depth: usize, name: &str) {
        let Some(block) = self.blocks.last_mut() else {
            return;
        };
        let new_part = match name {
            "TR" => true,
            _ => depth == 1 && block.is_note(),
        };
        if new_part {
            block.parts.push(Part {
                tag: name.to_owned(),
                text: String::new(),
            });
            return;
        }
        if name == "B" && block.parts.iter().all(|part| part.text.trim().is_empty()) {
            block.bold = true;
        }
        let Some(part) = block.parts.last_mut() else {
            return;
        };
        match name {
            "TD" | "TH" => {
                // A row with data cells is a row of data, whatever its first cell is.
                if part.tag != "TD" {
                    name.clone_into(&mut part.tag);
                }
                if !part.text.is_empty() {
                    part.text.push_str(" | ");
                }
            }
            "br" => part.text.push(' '),
            _ => {}
        }
    }

    fn end(&mut self) {
        self.path.pop();
        if self.path.len() < self.outside {
            self.outside = usize::MAX;
        }
    }

    fn text(&mut self, text: &str) {
        let Some(depth) = self.depth().filter(|depth| *depth > 0) else {
            return;
        };
        let Some(block) = self.blocks.last_mut() else {
            return;
        };
        // White space between the parts of notes and tables belongs to neither.
        if text.trim().is_empty() && depth == 1 && block.tag != "P" && block.parts.is_empty() {
            return;
        }
        if block.parts.is_empty() {
            block.parts.push(Part {
                tag: block.tag.clone(),
                text: String::new(),
            });
        }
        let inner = self.path.iter().rev().take(depth);
        let level = inner
            .copied()
            .find(|level| *level != Level::Line)
            .unwrap_or(Level::Line);
        if let Some(part) = block.parts.last_mut() {
            match level {
                Level::Line => part.text.push_str(text),
                Level::Above => above(&mut part.text, text),
                Level::Below => below(&mut part.text, text),
            }
        }
    }
}

fn is_supplement(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "N")
        .is_some_and(|name| one_line(&name.to_ascii_lowercase()) == "supplement no. 1 to part 774")
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.into_inner() == name)?;
    Some(
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned),
    )
}

/// The printing office's codes: 51 and 53 stand above the line, 52 and 54 below.
fn level(name: &str, tag: &BytesStart<'_>) -> Level {
    match name {
        "SU" | "sup" => Level::Above,
        "sub" => Level::Below,
        "E" => match attribute(tag, "T").as_deref() {
            Some("51" | "53") => Level::Above,
            Some("52" | "54") => Level::Below,
            _ => Level::Line,
        },
        _ => Level::Line,
    }
}

/// `3` becomes `³`; what has no such letter is written `^x`.
fn above(out: &mut String, text: &str) {
    let letters: Option<String> = text.trim().chars().map(superscript).collect();
    match letters {
        Some(letters) => out.push_str(&letters),
        None => {
            out.push('^');
            out.push_str(text.trim());
        }
    }
}

fn below(out: &mut String, text: &str) {
    let letters: Option<String> = text.chars().map(subscript).collect();
    match letters {
        Some(letters) => out.push_str(&letters),
        None => {
            if text.starts_with(char::is_alphabetic) {
                out.push('_');
            }
            out.push_str(text);
        }
    }
}

fn superscript(letter: char) -> Option<char> {
    match letter {
        '1' => Some('¹'),
        '2' => Some('²'),
        '3' => Some('³'),
        '0' | '4'..='9' => char::from_u32(0x2070 + letter.to_digit(10)?),
        '-' | '−' | '–' => Some('⁻'),
        '+' => Some('⁺'),
        '(' => Some('⁽'),
        ')' => Some('⁾'),
        'n' => Some('ⁿ'),
        '.' => Some('·'),
        _ => None,
    }
}

fn subscript(letter: char) -> Option<char> {
    char::from_u32(0x2080 + letter.to_digit(10)?)
}
