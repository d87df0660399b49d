//! The item at hand in the terms of one list: its paragraphs, and which sets, reasons for control
//! and entry lines they fall under. What only depends on the code is worked out once per request.

use super::model::{EntryLine, EntryValue, Licensing};
use crate::rule::glob::glob;
use crate::rule::model::Block;
use crate::rule::terms::Truth;

/// How much is known of the item in one list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// Nobody said what it is.
    #[default]
    NotGiven,
    /// The rules hold nothing for such items.
    NoRule,
    /// Some paragraph is open and none is met.
    Undecided,
    /// No entry was identified.
    NoneIdentified,
    /// A paragraph is met.
    Listed,
}

impl State {
    /// As results say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            State::NotGiven => "not-given",
            State::NoRule => "no-rule",
            State::Undecided => "undecided",
            State::NoneIdentified => "none-identified",
            State::Listed => "listed",
        }
    }

    /// Whether any entry is met.
    #[must_use]
    pub fn listed(self) -> Truth {
        match self {
            State::Listed => Truth::True,
            State::NoneIdentified => Truth::False,
            State::NotGiven | State::NoRule | State::Undecided => Truth::Unknown,
        }
    }
}

/// What an item is in one list, before any licensing rule is looked at.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// How much is known.
    pub state: State,
    /// Paragraphs that are met or open.
    pub codes: Vec<(String, Truth)>,
}

/// A paragraph and everything that depends on its code alone.
#[derive(Debug, Clone)]
pub(super) struct Code {
    pub(super) code: String,
    pub(super) truth: Truth,
    /// Per item set: rows that cover the code, and rows taken out.
    pub(super) sets: Vec<(Vec<Hit>, Vec<Hit>)>,
    /// Per reason: lines that name it.
    pub(super) reasons: Vec<Vec<Hit>>,
    /// The entry has lines of reasons, so that a reason without one is none.
    pub(super) reasons_known: bool,
    /// Per entry fact: lines that apply.
    pub(super) lines: Vec<Vec<Line>>,
}

/// A row that covers a code.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// Unknown: the code is coarser than the row.
    pub(super) covers: Truth,
    pub(super) when: Option<Block>,
    /// The user confirms it under this name.
    pub(super) confirm: Option<String>,
}

/// A line of an entry that applies to a code.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) covers: Truth,
    pub(super) when: Option<Block>,
    pub(super) value: EntryValue,
}

impl Code {
    pub(super) fn new(licensing: &Licensing, jurisdiction: u32, code: &str, truth: Truth) -> Code {
        let rows = |rows: &[super::model::ItemRow]| -> Vec<Hit> {
            rows.iter()
                .filter_map(|row| {
                    let covers = covers(&row.code, code);
                    (covers != Truth::False).then_some(Hit {
                        covers,
                        when: row.when,
                        confirm: None,
                    })
                })
                .collect()
        };
        let (entry, path) = code.split_once('.').unwrap_or((code, ""));
        let lines: Vec<_> = licensing
            .reason_lines
            .iter()
            .filter(|line| line.jurisdiction == jurisdiction && line.entry == entry)
            .collect();
        let of_entry = licensing.lines_of(entry);
        Code {
            code: code.to_owned(),
            truth,
            sets: licensing
                .items
                .iter()
                .map(|set| {
                    if set.jurisdiction == jurisdiction {
                        (rows(&set.rows), rows(&set.except))
                    } else {
                        (Vec::new(), Vec::new())
                    }
                })
                .collect(),
            reasons_known: licensing
                .reasons_known
                .iter()
                .any(|(of, known)| *of == jurisdiction && known == entry),
            reasons: (0u32..)
                .zip(&licensing.reasons)
                .map(|(reason, _)| {
                    lines
                        .iter()
                        .filter(|line| line.reason == reason)
                        .filter_map(|line| {
                            let covers = line
                                .paths
                                .iter()
                                .map(|named| {
                                    if named == "*" {
                                        Truth::True
                                    } else {
                                        within(named, path)
                                    }
                                })
                                .fold(Truth::False, Truth::or);
                            (covers != Truth::False).then(|| Hit {
                                covers,
                                when: line.when,
                                confirm: line.confirm.clone(),
                            })
                        })
                        .collect()
                })
                .collect(),
            lines: (0u32..)
                .zip(&licensing.entry_facts)
                .map(|(fact, of)| {
                    if of.jurisdiction == jurisdiction {
                        entry_lines(of_entry, fact, path)
                    } else {
                        Vec::new()
                    }
                })
                .collect(),
        }
    }
}

/// The most specific lines that cover a paragraph, and finer ones where it is given coarsely.
fn entry_lines(lines: &[EntryLine], fact: u32, path: &str) -> Vec<Line> {
    let of = || lines.iter().filter(move |line| line.fact == fact);
    let depth = of()
        .filter(|line| within(&line.path, path) == Truth::True)
        .map(|line| line.path.len())
        .max();
    of().filter_map(|line| {
        let covers = within(&line.path, path);
        let takes = match covers {
            Truth::True => Some(line.path.len()) == depth,
            Truth::Unknown => true,
            Truth::False => false,
        };
        takes.then_some(Line {
            covers,
            when: line.when,
            value: line.value,
        })
    })
    .collect()
}

/// Whether a path (or code) lies at or under the named one; unknown when it is coarser.
pub(super) fn within(named: &str, path: &str) -> Truth {
    let under = |long: &str, short: &str| {
        short.is_empty()
            || long
                .strip_prefix(short)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    if under(path, named) {
        Truth::True
    } else if under(named, path) {
        Truth::Unknown
    } else {
        Truth::False
    }
}

/// Whether a code belongs to a row: `*` stands for any run of characters.
fn covers(row: &str, code: &str) -> Truth {
    if row.contains('*') {
        Truth::from(glob(row, code) || glob(&format!("{row}.*"), code))
    } else {
        within(row, code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Truth, covers};

    #[test]
    fn coarse_codes_are_never_outside() {
        for (row, code, expected) in [
            ("3A001", "3A001.b.2", Truth::True),
            ("3A001.b.2", "3A001", Truth::Unknown),
            ("3A001.b.2", "3A001.b.2", Truth::True),
            ("3A001.b.2", "3A001.b.20", Truth::False),
            ("3A001.b.2", "3A001.b", Truth::Unknown),
            ("3A001.b.2", "3A002", Truth::False),
            ("*D*", "5D002.a", Truth::True),
            ("*D*", "5A002.d", Truth::False),
            ("9?515", "9A515", Truth::False),
            ("*515*.y", "9A515.y", Truth::True),
            ("*515*.y", "9A515.y.1", Truth::True),
        ] {
            assert_eq!(covers(row, code), expected, "{row} {code}");
        }
    }
}
