//! Word lists: organisation forms, titles, particles, words that stand for each other.
//! Everything here takes and gives folded words (`Piece::latin`).

use super::table::{Table, rows};
use std::sync::LazyLock;

/// A class of organisation forms that mean the same kind of company: OOO, LLC, GmbH ...
/// The number is the row order in `data/forms.tsv` and means nothing beyond equality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FormClass(pub u16);

static FORMS: LazyLock<Table<u16>> = LazyLock::new(|| classes(include_str!("data/forms.tsv")));
static EQUIVALENTS: LazyLock<Table<u16>> = LazyLock::new(|| {
    let lines = include_str!("data/equivalents.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .enumerate();
    Table::new(
        lines.flat_map(|(class, line)| line.split_whitespace().map(move |w| (w, class as u16))),
    )
});
static TITLES: LazyLock<Table<()>> = LazyLock::new(|| set(include_str!("data/titles.tsv")));
static PARTICLES: LazyLock<Table<()>> = LazyLock::new(|| set(include_str!("data/particles.tsv")));
static FORM_WORDS: LazyLock<usize> = LazyLock::new(|| {
    rows(include_str!("data/forms.tsv"))
        .flat_map(|(_, s)| s.split(','))
        .map(|s| s.split_whitespace().count())
        .max()
        .unwrap_or(1)
});

/// The class of an organisation form; the words of a longer form are joined by one space.
pub fn form_of(words: &str) -> Option<FormClass> {
    FORMS.get(words).map(FormClass)
}

/// The longest organisation form at the start of `words`: how many words it has, and its class.
pub fn longest_form<S: AsRef<str>>(words: &[S]) -> Option<(usize, FormClass)> {
    let mut joined = String::new();
    let mut best = None;
    for (i, word) in words.iter().take(*FORM_WORDS).enumerate() {
        if i > 0 {
            joined.push(' ');
        }
        joined.push_str(word.as_ref());
        if let Some(class) = form_of(&joined) {
            best = Some((i + 1, class));
        }
    }
    best
}

/// The short name of a class in `data/forms.tsv`, such as `llc`.
pub fn form_id(class: FormClass) -> Option<&'static str> {
    rows(include_str!("data/forms.tsv"))
        .nth(usize::from(class.0))
        .map(|r| r.0)
}

/// True for words of rank or courtesy before a name: mr, shaykh, general ...
pub fn is_title(word: &str) -> bool {
    TITLES.get(word).is_some()
}

/// True for small words that carry little of a name: al, bin, de, von, and ...
pub fn is_particle(word: &str) -> bool {
    PARTICLES.get(word).is_some()
}

/// Class of words that stand for each other (one, 1, first; muhammad, mohamed); equal numbers mean
/// the same class.
pub fn equivalence(word: &str) -> Option<u16> {
    EQUIVALENTS.get(word)
}

fn classes(text: &'static str) -> Table<u16> {
    let spellings = rows(text).enumerate();
    Table::new(
        spellings
            .flat_map(|(class, (_, list))| list.split(',').map(move |s| (s.trim(), class as u16))),
    )
}

fn set(text: &'static str) -> Table<()> {
    Table::new(
        text.lines()
            .filter(|l| !l.starts_with('#'))
            .flat_map(str::split_whitespace)
            .map(|w| (w, ())),
    )
}

/// How common a word is among names, 1 (in some of a thousand names) to 10 (in every tenth);
/// `None` for rare words. Commonness is a fixed table, not a property of the loaded lists: a
/// score must not change because another list was loaded.
pub fn commonness(word: &str) -> Option<u8> {
    COMMON.get(word)
}

static COMMON: LazyLock<Table<u8>> = LazyLock::new(|| {
    Table::new(
        rows(include_str!("data/common.tsv")).flat_map(|(level, words)| {
            let level = level.parse().unwrap_or(0);
            words.split_whitespace().map(move |word| (word, level))
        }),
    )
});

/// Everything the word lists say about one word, found with one look-up: names are cut by the
/// hundred thousand when a pack is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// See [`equivalence`].
    pub equivalence: Option<u16>,
    /// See [`commonness`].
    pub commonness: Option<u8>,
    /// See [`is_title`].
    pub title: bool,
    /// See [`is_particle`].
    pub particle: bool,
    /// Some organisation form begins with this word.
    pub begins_form: bool,
}

/// What the lists say about a word.
pub fn facts(word: &str) -> Facts {
    LEXICON.get(word)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words: Vec<&'static str> = Vec::new();
    words.extend(FORMS.keys().filter_map(|form| form.split(' ').next()));
    words.extend(
        EQUIVALENTS
            .keys()
            .chain(TITLES.keys())
            .chain(PARTICLES.keys())
            .chain(COMMON.keys()),
    );
    words.sort_unstable();
    words.dedup();
    let begins: Table<()> = Table::new(
        FORMS
            .keys()
            .filter_map(|form| form.split(' ').next())
            .map(|w| (w, ())),
    );
    Lexicon::new(words.into_iter().map(|word| {
        let facts = Facts {
            equivalence: equivalence(word),
            commonness: commonness(word),
            title: is_title(word),
            particle: is_particle(word),
            begins_form: begins.get(word).is_some(),
        };
        (word, facts)
    }))
});

/// A hash table with open addressing, filled once.
#[derive(Debug)]
struct Lexicon {
    slots: Vec<Option<(&'static str, Facts)>>,
}

impl Lexicon {
    fn new(rows: impl ExactSizeIterator<Item = (&'static str, Facts)>) -> Lexicon {
        let mut slots = vec![None; (rows.len() * 2).next_power_of_two().max(2)];
        for row in rows {
            let start = hash(row.0) as usize & (slots.len() - 1);
            let free = (start..slots.len())
                .chain(0..start)
                .find(|at| slots.get(*at) == Some(&None));
            if let Some(slot) = free.and_then(|at| slots.get_mut(at)) {
                *slot = Some(row);
            }
        }
        Lexicon { slots }
    }

    fn get(&self, word: &str) -> Facts {
        let start = hash(word) as usize & (self.slots.len() - 1);
        for at in (start..self.slots.len()).chain(0..start) {
            match self.slots.get(at).copied().flatten() {
                None => return Facts::default(),
                Some((known, facts)) if known == word => return facts,
                Some(_) => {}
            }
        }
        Facts::default()
    }
}

/// FNV-1a.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
