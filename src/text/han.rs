//! Chinese and Japanese: words longest first, surname before given name, letters by `Readings`.

use super::cut::{phrase, push};
use super::readings::Word;
use super::unit::{Kind, Unit};
use super::{Piece, Readings, Script, kana};

/// What the rest of the name says about a run of Han letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    /// The run is the whole name.
    pub(super) alone: bool,
    /// A part of a foreign name, cut by middle dots.
    pub(super) middot: bool,
    /// The name has kana.
    pub(super) japanese: bool,
}

/// Reads one run of Han and kana.
pub(super) fn read(out: &mut Vec<Piece>, units: &[Unit], readings: Option<&Readings>, name: Name) {
    let Some(readings) = readings else {
        for run in units.chunk_by(|a, b| is_kana(a) == is_kana(b)) {
            plain(out, run, None);
        }
        return;
    };
    let text: Vec<char> = units.iter().map(|u| u.ch).collect();
    if !name.middot && person(out, units, &text, readings, name) {
        return;
    }
    let japanese = name.japanese
        || (0..text.len())
            .any(|i| word_at(&text, i, readings, |w| w == Word::JapaneseSign).is_some());
    let fits = |w: Word| match w {
        Word::JapaneseSign | Word::Japanese => japanese,
        Word::JapaneseFamily | Word::JapaneseGiven => japanese && text.len() > 1,
        Word::Chinese => !japanese && !name.middot,
        Word::Surname => false,
    };
    let (mut done, mut at) = (0, 0);
    while at < text.len() {
        match word_at(&text, at, readings, fits) {
            Some((len, latin)) => {
                between(out, units.get(done..at).unwrap_or_default(), readings);
                phrase(
                    out,
                    units.get(at..at + len).unwrap_or_default(),
                    latin,
                    Script::Han,
                );
                at += len;
                done = at;
            }
            None => at += 1,
        }
    }
    between(out, units.get(done..).unwrap_or_default(), readings);
}

/// A whole personal name: surname and given name; false when it is not one.
fn person(
    out: &mut Vec<Piece>,
    units: &[Unit],
    text: &[char],
    readings: &Readings,
    name: Name,
) -> bool {
    let key = |range: std::ops::Range<usize>| {
        text.get(range)
            .unwrap_or_default()
            .iter()
            .collect::<String>()
    };
    for cut in (1..text.len().min(4)).rev() {
        let family = readings.word(&key(0..cut), |w| w == Word::JapaneseFamily);
        let given = readings.word(&key(cut..text.len()), |w| w == Word::JapaneseGiven);
        let kana_given = units.get(cut..).unwrap_or_default().iter().all(is_kana);
        let (Some(family), true) = (family, given.is_some() || kana_given) else {
            continue;
        };
        let (first, second) = units.split_at(cut);
        push(out, first, family.to_owned(), Script::Han);
        match given {
            Some(given) => push(out, second, given.to_owned(), Script::Han),
            None => plain(out, second, None),
        }
        return true;
    }
    if name.japanese
        || text.len() > 4
        || (0..text.len()).any(|i| word_at(text, i, readings, |w| w == Word::Chinese).is_some())
    {
        return false;
    }
    for cut in [2, 1] {
        // a name of two letters has a surname of one
        if text.len() < cut + 1 || (text.len() == 4 && cut == 1) {
            continue;
        }
        let Some(family) = readings.word(&key(0..cut), |w| w == Word::Surname) else {
            continue;
        };
        let (first, second) = units.split_at(cut);
        push(out, first, family.to_owned(), Script::Han);
        plain(out, second, Some(readings));
        return true;
    }
    if name.alone || text.len() > 2 {
        return false;
    }
    // a surname apart from its given name
    let Some(family) = readings.word(&key(0..text.len()), |w| w == Word::Surname) else {
        return false;
    };
    push(out, units, family.to_owned(), Script::Han);
    true
}

fn word_at<'r>(
    text: &[char],
    at: usize,
    readings: &'r Readings,
    fits: impl Fn(Word) -> bool,
) -> Option<(usize, &'r str)> {
    let left = text.len().saturating_sub(at);
    (1..=left.min(readings.longest_word()))
        .rev()
        .find_map(|len| {
            let key: String = text.iter().skip(at).take(len).collect();
            readings.word(&key, &fits).map(|latin| (len, latin))
        })
}

fn between(out: &mut Vec<Piece>, units: &[Unit], readings: &Readings) {
    for run in units.chunk_by(|a, b| is_kana(a) == is_kana(b)) {
        plain(out, run, Some(readings));
    }
}

/// Letters one by one, as one piece.
fn plain(out: &mut Vec<Piece>, units: &[Unit], readings: Option<&Readings>) {
    let Some(first) = units.first() else { return };
    if is_kana(first) {
        push(
            out,
            units,
            kana::read(units.iter().map(|u| u.ch)),
            Script::Kana,
        );
        return;
    }
    let mut latin = String::new();
    let mut last = first.ch;
    for unit in units {
        // the sign for "the same letter again"
        let letter = if unit.ch == '々' { last } else { unit.ch };
        last = letter;
        match readings.and_then(|r| r.letter(letter)) {
            Some(syllable) => latin.push_str(syllable),
            None if unit.ch.is_ascii_digit() => latin.push(unit.ch),
            None => {}
        }
    }
    push(out, units, latin, Script::Han);
}

fn is_kana(unit: &Unit) -> bool {
    unit.kind == Kind::Letter(Script::Kana)
}
