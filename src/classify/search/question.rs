//! A query in words: its parts, and what each may mean.

use super::index::Index;
use super::vocabulary::Near;
use super::words::{self, Token};

/// More words are not looked at.
const MOST: usize = 12;

/// Why a part of the query matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Synonym,
    Typo,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Word => "word",
            Kind::Synonym => "synonym",
            Kind::Typo => "typo",
        }
    }
}

/// A word of the query, or several that are one term.
#[derive(Debug)]
pub(super) struct Slot {
    /// As typed.
    pub(super) text: String,
    /// How much it tells.
    pub(super) weight: u32,
    /// Words of the query in it.
    pub(super) words: u32,
    /// What it may mean.
    pub(super) ways: Vec<Way>,
}

/// One meaning: every word with the stems that are near it.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) words: Vec<Vec<Near>>,
    pub(super) kind: Kind,
    /// Thousandths.
    pub(super) scale: u32,
}

/// Terms that mean the same, as stems.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<Vec<String>>>,
}

impl Synonyms {
    /// One group a line, tabs between its terms.
    pub(super) fn new(text: &str) -> Synonyms {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let groups = lines.map(|line| {
            let terms = line.split('\t').map(words::stems);
            terms.filter(|term| !term.is_empty()).collect()
        });
        Synonyms {
            groups: groups.collect(),
        }
    }

    /// The groups with a term at the start of `stems`, of the longest such term: its length, and
    /// the other terms.
    fn at(&self, stems: &[String]) -> (usize, Vec<&[String]>) {
        let (mut longest, mut others) = (0, Vec::new());
        for group in &self.groups {
            let here = group.iter().filter(|term| stems.starts_with(term));
            let Some(length) = here.map(Vec::len).max().filter(|length| *length >= longest) else {
                continue;
            };
            if length > longest {
                others.clear();
            }
            longest = length;
            others.extend(
                group
                    .iter()
                    .filter(|term| !stems.starts_with(term))
                    .map(Vec::as_slice),
            );
        }
        (longest, others)
    }
}

/// The parts of a query.
pub(super) fn slots(query: &str, index: &Index, synonyms: &Synonyms) -> Vec<Slot> {
    let words = telling(words::tokens(query), index);
    let stems: Vec<String> = words.iter().map(|word| words::stem(&word.folded)).collect();
    let mut slots = Vec::new();
    let (mut words, mut stems) = (words.as_slice(), stems.as_slice());
    while !words.is_empty() {
        let (length, others) = synonyms.at(stems);
        let joined = joined(words, index);
        let length = if length == 0 && joined.is_some() {
            2
        } else {
            length.max(1)
        };
        let here = words.get(..length).unwrap_or(words);
        let mut slot = slot(here, index);
        slot.ways.extend(others.iter().map(|term| way(term, index)));
        slot.ways
            .extend(joined.filter(|_| length == 2).map(|stem| Way {
                words: vec![vec![Near {
                    stem,
                    quality: 1000,
                }]],
                kind: Kind::Word,
                scale: 1000,
            }));
        slots.push(slot);
        words = words.get(length..).unwrap_or_default();
        stems = stems.get(length..).unwrap_or_default();
    }
    slots
}

/// Without numbers, their units, and words that tell nothing.
fn telling(tokens: Vec<Token>, index: &Index) -> Vec<Token> {
    let known = |token: &Token| index.vocabulary.find(&words::stem(&token.folded)).is_some();
    let mut behind_number = false;
    let mut kept = Vec::new();
    for token in &tokens {
        let digits = token.folded.contains(|c: char| c.is_ascii_digit());
        let tells = if digits {
            !words::is_number(&token.folded) && known(token)
        } else {
            let unit = behind_number && words::is_unit(&token.folded);
            !unit && !words::is_stop(&token.folded)
        };
        behind_number = words::is_number(&token.folded);
        if tells && kept.len() < MOST {
            kept.push(token.clone());
        }
    }
    if kept.is_empty() {
        return tokens
            .into_iter()
            .filter(|token| !words::is_number(&token.folded))
            .take(MOST)
            .collect();
    }
    kept
}

/// Two words that are written as one: `heat sink`, `Wärmebild Kamera`.
fn joined(words: &[Token], index: &Index) -> Option<usize> {
    let [first, second, ..] = words else {
        return None;
    };
    index
        .vocabulary
        .find(&words::stem(&format!("{}{}", first.folded, second.folded)))
}

fn slot(words: &[Token], index: &Index) -> Slot {
    let mut ways = Vec::new();
    if let [word] = words {
        ways = meanings(word, index);
    } else {
        let near = words
            .iter()
            .map(|word| index.vocabulary.with_parts(&words::stem(&word.folded)));
        ways.push(Way {
            words: near.collect(),
            kind: Kind::Word,
            scale: 1000,
        });
    }
    let rarity = |word: &Token| {
        let exact = index.vocabulary.find(&words::stem(&word.folded));
        let near = ways.iter().flat_map(|way| way.words.iter().flatten());
        index.rarity(exact.or_else(|| near.max_by_key(|near| near.quality).map(|near| near.stem)))
    };
    let weight = words.iter().map(rarity).sum();
    let text: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    Slot {
        text: text.join(" "),
        weight,
        words: u32::try_from(words.len()).unwrap_or(1),
        ways,
    }
}

/// A term of a group that the query does not use.
fn way(term: &[String], index: &Index) -> Way {
    let near = |stem: &String| index.vocabulary.with_parts(stem);
    Way {
        words: term.iter().map(near).collect(),
        kind: Kind::Synonym,
        scale: 850,
    }
}

/// What one word may mean.
fn meanings(word: &Token, index: &Index) -> Vec<Way> {
    let stem = words::stem(&word.folded);
    let vocabulary = &index.vocabulary;
    let near = vocabulary.with_parts(&stem);
    let exact = near.first().is_some_and(|near| near.quality == 1000);
    let mut ways = vec![Way {
        words: vec![near],
        kind: Kind::Word,
        scale: 1000,
    }];
    if exact {
        return ways;
    }
    let sure = |stem| {
        vec![Near {
            stem,
            quality: 1000,
        }]
    };
    if let Some(parts) = vocabulary.split(&word.folded, 2) {
        ways.push(Way {
            words: parts.into_iter().map(sure).collect(),
            kind: Kind::Word,
            scale: 900,
        });
        return ways;
    }
    let misspelt = vocabulary.misspelt(&stem, word.text.chars().count());
    if !misspelt.is_empty() {
        ways.push(Way {
            words: vec![misspelt],
            kind: Kind::Typo,
            scale: 1000,
        });
    } else if let Some((stem, length)) = vocabulary.edge(&word.folded) {
        let share = u32::try_from(900 * length / word.folded.len().max(1)).unwrap_or(0);
        ways.push(Way {
            words: vec![sure(stem)],
            kind: Kind::Word,
            scale: share,
        });
    }
    ways
}
