//! A name as the matcher sees it: classified, weighted Latin words.

use super::report::{Token, TokenClass};
use super::skeleton::{self, Skeleton};
use crate::party::PartyKind;
use crate::text::{self, Piece, Readings, Script, words};

/// Weight of a rare word; all weights are thousandths of it.
pub const FULL_WEIGHT: u32 = 1000;

/// One word of a prepared name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// Lower-case `a-z0-9`; several words of one organisation form are joined by blanks.
    pub latin: String,
    /// What sort of word it is.
    pub class: TokenClass,
    /// How much of the name it carries, thousandths.
    pub weight: u32,
    /// Class of words that stand for each other; 0 when it stands for itself alone.
    pub same_as: u32,
    /// Consonant skeleton.
    pub skeleton: Skeleton,
    /// Letters and digits that occur, one bit each.
    pub letters: u32,
    /// The script writes no short vowels, or the vowels were left out.
    pub vowelless: bool,
}

/// A borrowed word: what the comparison needs, whether it lives in a query or in an index column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordRef<'a> {
    /// See [`Word::latin`].
    pub latin: &'a str,
    /// See [`Word::class`].
    pub class: TokenClass,
    /// See [`Word::weight`].
    pub weight: u32,
    /// See [`Word::same_as`].
    pub same_as: u32,
    /// See [`Word::skeleton`].
    pub skeleton: Skeleton,
    /// See [`Word::letters`].
    pub letters: u32,
    /// See [`Word::vowelless`].
    pub vowelless: bool,
}

impl Word {
    /// The borrowed form.
    #[must_use]
    pub fn view(&self) -> WordRef<'_> {
        let Word {
            latin,
            class,
            weight,
            same_as,
            skeleton,
            letters,
            vowelless,
        } = self;
        WordRef {
            latin,
            class: *class,
            weight: *weight,
            same_as: *same_as,
            skeleton: *skeleton,
            letters: *letters,
            vowelless: *vowelless,
        }
    }
}

/// A word and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The word.
    pub word: Word,
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// Cuts and classifies a name. Organisation forms of several words become one word.
#[must_use]
pub fn prepare(name: &str, kind: PartyKind, readings: Option<&Readings>) -> Vec<Placed> {
    let pieces: Vec<Piece> = text::pieces(name, readings)
        .into_iter()
        .filter(|p| !p.latin.is_empty())
        .collect();
    let mut out: Vec<Placed> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(rest) = pieces.get(at..).filter(|rest| !rest.is_empty()) {
        let (count, word) = next_word(rest, kind, at == 0);
        let start = rest.first().map_or(0, |piece| piece.start);
        let end = rest.get(count - 1).map_or(start, |piece| piece.end);
        out.push(Placed { word, start, end });
        at += count;
    }
    promote_if_nothing_names(&mut out);
    out
}

/// The word for the picture: text as written, reading, class. A word that only the reading of a
/// phrase has is shown in brackets, because no letters of the text are its own.
#[must_use]
pub fn token(placed: &Placed, name: &str) -> Token {
    let written = name
        .get(placed.start as usize..placed.end as usize)
        .unwrap_or_default();
    let latin = placed.word.latin.clone();
    let text = if written.is_empty() {
        format!("({latin})")
    } else {
        written.to_owned()
    };
    Token {
        text,
        latin,
        class: placed.word.class,
    }
}

/// A word made of neighbours written together (`al` + `haramain`).
#[must_use]
pub fn joined(words: &[WordRef<'_>]) -> Word {
    let latin: String = words.iter().map(|word| word.latin).collect();
    let vowelless = words.iter().any(|word| word.vowelless);
    let weight = words.iter().map(|word| word.weight).sum();
    let facts = words::facts(&latin);
    let mut word = make(latin, TokenClass::Word, Script::Latin, facts);
    word.vowelless |= vowelless;
    word.weight = weight;
    word
}

fn next_word(rest: &[Piece], kind: PartyKind, leads: bool) -> (usize, Word) {
    let first = rest.first();
    let latin = first.map_or_else(String::new, |piece| piece.latin.clone());
    let script = first.map_or(Script::Latin, |piece| piece.script);
    let facts = words::facts(&latin);
    // Two letters that are a form in a firm's name are a surname or a particle in a person's.
    let forms_apply = kind != PartyKind::Person || latin.len() > 2;
    let form = if facts.begins_form {
        words::longest_form(rest)
    } else {
        None
    };
    if let Some((count, class)) = form.filter(|(count, _)| *count > 1 || forms_apply) {
        let joined: Vec<&str> = rest
            .iter()
            .take(count)
            .map(|piece| piece.latin.as_str())
            .collect();
        let mut word = make(
            joined.join(" "),
            TokenClass::Form,
            script,
            words::Facts::default(),
        );
        word.same_as = 1 + FORM_BASE + u32::from(class.0);
        return (count.max(1), word);
    }
    let class = if latin.bytes().all(|b| b.is_ascii_digit()) {
        TokenClass::Number
    } else if latin.len() == 1 && (leads || !facts.particle) {
        // `y`, `e` and `a` join names in the middle; in front they stand for a given name.
        TokenClass::Initial
    } else if facts.particle || (matches!(latin.as_str(), "no" | "nr") && followed_by_number(rest))
    {
        TokenClass::Particle
    } else if facts.title {
        TokenClass::Title
    } else {
        TokenClass::Word
    };
    (1, make(latin, class, script, facts))
}

/// "No. 13": the number names, its label does not.
fn followed_by_number(rest: &[Piece]) -> bool {
    rest.get(1)
        .is_some_and(|next| next.latin.bytes().all(|b| b.is_ascii_digit()))
}

/// Equivalence classes and organisation-form classes share one number space.
const FORM_BASE: u32 = 1 << 16;

fn make(latin: String, class: TokenClass, script: Script, facts: words::Facts) -> Word {
    let same_as = facts.equivalence.map_or(0, |class| 1 + u32::from(class));
    let abjad = matches!(script, Script::Arabic | Script::Hebrew) && skeleton::few_vowels(&latin);
    let vowelless =
        same_as == 0 && (abjad || skeleton::vowelless(&latin)) && class == TokenClass::Word;
    Word {
        weight: weight(facts, class),
        same_as,
        skeleton: skeleton::skeleton(&latin),
        letters: letters(&latin),
        vowelless,
        class,
        latin,
    }
}

fn weight(facts: words::Facts, class: TokenClass) -> u32 {
    match class {
        TokenClass::Word => facts.commonness.map_or(FULL_WEIGHT, |level| {
            FULL_WEIGHT.saturating_sub(u32::from(level) * 65)
        }),
        TokenClass::Number => 800,
        TokenClass::Initial => 450,
        TokenClass::Particle => 130,
        TokenClass::Form => 110,
        TokenClass::Title => 60,
    }
}

/// A name made only of small words ("AND Co", "Al-Bin") is compared by them.
fn promote_if_nothing_names(words: &mut [Placed]) {
    if words
        .iter()
        .any(|placed| matches!(placed.word.class, TokenClass::Word | TokenClass::Number))
    {
        return;
    }
    for placed in words {
        let word = &mut placed.word;
        if matches!(
            word.class,
            TokenClass::Particle | TokenClass::Form | TokenClass::Title
        ) {
            word.weight = 700;
        }
    }
}

/// Vowels and the letters that stand for vowels in Arabic and Hebrew, as bits of [`Word::letters`].
pub const WEAK_LETTERS: u32 = 1 | 1 << 4 | 1 << 7 | 1 << 8 | 1 << 14 | 1 << 20 | 1 << 22 | 1 << 24;

/// Letters and digits that occur in a word, one bit each.
fn letters(latin: &str) -> u32 {
    latin.bytes().fold(0, |bits, byte| {
        bits | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + (byte - b'0') % 6),
            _ => 0,
        }
    })
}
