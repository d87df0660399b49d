//! The outline: which provisions a list has, codes only, in the law's order.
//!
//! ```text
//! # comment lines
//! 3A001<TAB>a.1.a a.1.b a.1.c ...     leaf paragraphs: codes with no deeper code
//! 3A002<TAB>-                         an entry without paragraphs
//! ```

use super::{EntryText, Kind, LawText};
use std::fmt::Write as _;

/// What the outline holds and what it leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Entries with a line.
    pub entries: usize,
    /// Leaf paragraphs; an entry without paragraphs counts as one.
    pub leaves: usize,
    /// Paragraphs with a code, leaves and others.
    pub paragraphs: usize,
    /// Paragraphs the law keeps free (`Not used`, `[Reserved]`).
    pub reserved: usize,
    /// Entries the law keeps free as a whole.
    pub reserved_entries: Vec<String>,
}

/// The committed file's text.
#[must_use]
pub fn outline(text: &LawText) -> (String, Counts) {
    let mut counts = Counts::default();
    let mut body = String::new();
    for entry in &text.entries {
        if is_reserved(entry) {
            counts.reserved_entries.push(entry.id.clone());
            continue;
        }
        let items = || entry.lines.iter().filter(|line| line.kind == Kind::Item);
        let reserved = items().filter(|line| line.is_reserved()).count();
        let leaves = leaves(entry);
        counts.entries += 1;
        counts.leaves += leaves.len().max(1);
        counts.paragraphs += items().count() - reserved;
        counts.reserved += reserved;
        let codes = if leaves.is_empty() {
            "-".to_owned()
        } else {
            leaves.join(" ")
        };
        let _ = writeln!(body, "{}\t{codes}", entry.id);
    }
    (format!("{}{body}", head(text, &counts)), counts)
}

fn head(text: &LawText, counts: &Counts) -> String {
    let mut head = format!(
        "# Provisions of {}, version of {}: codes only.\n\
         # Entry, tab, its leaf paragraphs in the law's order; `-`: an entry without paragraphs.\n\
         # Made by `cargo xtask outline`; do not edit by hand.\n\
         # {} entries, {} leaves, {} paragraphs; {} reserved or unused paragraphs left out\n",
        text.source.instrument,
        text.source.version,
        counts.entries,
        counts.leaves,
        counts.paragraphs,
        counts.reserved,
    );
    if !counts.reserved_entries.is_empty() {
        let _ = writeln!(
            head,
            "# entries the law does not use: {}",
            counts.reserved_entries.join(" ")
        );
    }
    head
}

fn is_reserved(entry: &EntryText) -> bool {
    let items = entry.lines.iter().any(|line| line.kind == Kind::Item);
    let heading = entry.lines.first().map_or("", |line| line.text.as_str());
    let heading = heading.trim_start_matches('[').to_ascii_lowercase();
    !items && (heading.starts_with("not used") || heading.starts_with("reserved"))
}

/// Codes below the entry, without deeper ones and without reserved ones. A paragraph whose parts are
/// all reserved is a leaf.
fn leaves(entry: &EntryText) -> Vec<&str> {
    let mut codes: Vec<&str> = Vec::new();
    for line in &entry.lines {
        let below = line
            .code
            .strip_prefix(entry.id.as_str())
            .and_then(|rest| rest.strip_prefix('.'));
        match below {
            Some(code) if line.kind == Kind::Item && !line.is_reserved() => codes.push(code),
            _ => {}
        }
    }
    let deeper = |code: &&str| {
        let parent = |other: &&str| {
            other
                .strip_prefix(*code)
                .is_some_and(|r| r.starts_with('.'))
        };
        codes.iter().any(parent)
    };
    codes.iter().copied().filter(|code| !deeper(code)).collect()
}
