//! Hangul after the Revised Romanization, with surnames and common words in their usual spelling.

use super::cut::push;
use super::table::{Table, rows};
use super::unit::Unit;
use super::{Piece, Script};
use std::sync::LazyLock;

const INITIALS: [&str; 19] = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
];
const VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
];
const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
];

static SURNAMES: LazyLock<Table<&'static str>> =
    LazyLock::new(|| Table::new(rows(include_str!("data/hangul-surnames.tsv"))));
static WORDS: LazyLock<Table<&'static str>> =
    LazyLock::new(|| Table::new(rows(include_str!("data/hangul-words.tsv"))));

/// Reads one run of Hangul; `alone` when the name has no other Hangul word.
pub(super) fn read(out: &mut Vec<Piece>, units: &[Unit], alone: bool, first: bool) {
    let text: Vec<char> = units.iter().map(|u| u.ch).collect();
    if let Some(cut) = surname_len(&text, alone, first) {
        let (family, given) = units.split_at(cut);
        let latin = SURNAMES
            .get(&text.iter().take(cut).collect::<String>())
            .unwrap_or_default();
        push(out, family, latin.to_owned(), Script::Hangul);
        if !given.is_empty() {
            push(out, given, romanize(given), Script::Hangul);
        }
        return;
    }
    // company words longest first, what is between them by sound
    let (mut rest, mut plain) = (units, 0);
    while plain < rest.len() {
        let tail = rest.get(plain..).unwrap_or_default();
        let found = (2..=12.min(tail.len())).rev().find_map(|n| {
            let key: String = tail.iter().take(n).map(|u| u.ch).collect();
            WORDS.get(&key).map(|latin| (n, latin))
        });
        match found {
            Some((n, latin)) => {
                let (before, after) = rest.split_at(plain);
                sound(out, before);
                let (word, after) = after.split_at(n);
                super::cut::spread(out, word, latin, Script::Hangul);
                rest = after;
                plain = 0;
            }
            None => plain += 1,
        }
    }
    sound(out, rest);
}

fn sound(out: &mut Vec<Piece>, units: &[Unit]) {
    if !units.is_empty() {
        push(out, units, romanize(units), Script::Hangul);
    }
}

/// Length of the surname when the word is a whole personal name (or a surname before others).
fn surname_len(text: &[char], alone: bool, first: bool) -> Option<usize> {
    let known = |n: usize| {
        text.len() >= n
            && SURNAMES
                .get(&text.iter().take(n).collect::<String>())
                .is_some()
    };
    if WORDS.get(&text.iter().collect::<String>()).is_some() {
        return None;
    }
    match text.len() {
        1 if !alone && first && known(1) => Some(1),
        2 if !alone && first && known(2) => Some(2),
        2 if alone && known(1) => Some(1),
        3 | 4 if known(2) => Some(2),
        3 if alone && known(1) => Some(1),
        _ => None,
    }
}

fn romanize(units: &[Unit]) -> String {
    let mut out = String::new();
    let mut last: Option<usize> = None; // final consonant of the syllable before
    for unit in units {
        let Some(index) = (unit.ch as u32).checked_sub(0xAC00).filter(|i| *i < 11_172) else {
            if unit.ch.is_ascii_digit() {
                out.push(unit.ch);
            } else {
                out.push_str(jamo(unit.ch));
            }
            last = None;
            continue;
        };
        let index = index as usize;
        let (initial, vowel, tail) = (index / 588, index % 588 / 28, index % 28);
        // a final consonant moves over to a syllable that begins with a vowel
        match (last, initial) {
            (Some(1), 11) => replace_last(&mut out, "k", "g"),
            (Some(7), 11) => replace_last(&mut out, "t", "d"),
            (Some(8), 11) => replace_last(&mut out, "l", "r"),
            (Some(17), 11) => replace_last(&mut out, "p", "b"),
            (Some(19), 11) => replace_last(&mut out, "t", "s"),
            _ => {}
        }
        out.push_str(if last == Some(8) && initial == 5 {
            "l"
        } else {
            INITIALS.get(initial).copied().unwrap_or_default()
        });
        out.push_str(VOWELS.get(vowel).copied().unwrap_or_default());
        out.push_str(FINALS.get(tail).copied().unwrap_or_default());
        last = Some(tail);
    }
    out
}

fn replace_last(out: &mut String, from: &str, to: &str) {
    if out.ends_with(from) {
        out.truncate(out.len() - from.len());
        out.push_str(to);
    }
}

/// A letter that stands outside a syllable.
fn jamo(c: char) -> &'static str {
    let n = c as usize;
    match n {
        0x1100..=0x1112 => INITIALS.get(n - 0x1100),
        0x1161..=0x1175 => VOWELS.get(n - 0x1161),
        0x11A8..=0x11C2 => FINALS.get(n - 0x11A7),
        _ => None,
    }
    .copied()
    .unwrap_or_default()
}
