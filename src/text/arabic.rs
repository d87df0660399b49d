//! Arabic, Persian, Urdu and Pashto. Short vowels are not written, so a word that is in the
//! dictionary (`data/arabic-words.tsv`) gets its usual list spelling and any other word its
//! consonants with the long vowels.
//!
//! Choices: waw is `w` at the start of a word and beside alef, else `u`; yeh is `y` there, else `i`;
//! ayn is `a`; teh marbuta is `a`; hamza is not written.

use super::cut::{self, push};
use super::table::{Letters, Table, letters, rows};
use super::unit::Unit;
use super::{Piece, Script};
use std::sync::LazyLock;

static LETTERS: LazyLock<Letters<&'static str>> =
    LazyLock::new(|| Letters::new(letters(include_str!("data/arabic.tsv"))));
static WORDS: LazyLock<Table<&'static str>> =
    LazyLock::new(|| Table::new(rows(include_str!("data/arabic-words.tsv"))));

/// Reads the first word or phrase of `words`; returns how many words it took (at least one).
pub(super) fn read(out: &mut Vec<Piece>, words: &[&[Unit]]) -> usize {
    for take in (2..=3.min(words.len())).rev() {
        let Some(phrase) = words.get(..take) else {
            continue;
        };
        let key = phrase.iter().map(|w| key(w)).collect::<Vec<_>>().join(" ");
        if let Some(latin) = WORDS.get(&key) {
            let units: Vec<Unit> = phrase.iter().flat_map(|w| w.iter().copied()).collect();
            cut::phrase(out, &units, latin, Script::Arabic);
            return take;
        }
    }
    if let Some(word) = words.first() {
        read_word(out, word, 3);
    }
    1
}

/// `parts`: how many prefixes and suffixes may still be cut off (a text of articles may not nest).
fn read_word(out: &mut Vec<Piece>, units: &[Unit], parts: u8) {
    let whole = key(units);
    if let Some(latin) = WORDS.get(&whole) {
        cut::phrase(out, units, latin, Script::Arabic);
        return;
    }
    if parts == 0 {
        push(out, units, skeleton(units), Script::Arabic);
        return;
    }
    // longest first; the rest must keep at least two letters
    for (prefix, latin) in [
        ("عبدال", "abd al"),
        ("وال", "wa al"),
        ("بال", "bi al"),
        ("لل", "lil"),
        ("ال", "al"),
    ] {
        let n = prefix.chars().count();
        if whole.starts_with(prefix) && whole.chars().count() >= n + 2 {
            let (head, tail) = units.split_at(letters_len(units, n));
            cut::phrase(out, head, latin, Script::Arabic);
            read_word(out, tail, parts - 1);
            return;
        }
    }
    // a compound name written in one word
    for (suffix, latin) in [
        ("الدين", "al din"),
        ("الرحمن", "al rahman"),
        ("الله", "allah"),
    ] {
        let (n, all) = (suffix.chars().count(), whole.chars().count());
        if whole.ends_with(suffix) && all >= n + 2 {
            let (head, tail) = units.split_at(letters_len(units, all - n));
            read_word(out, head, parts - 1);
            cut::phrase(out, tail, latin, Script::Arabic);
            return;
        }
    }
    push(out, units, skeleton(units), Script::Arabic);
}

/// How many units hold the first `n` letters that count for the dictionary.
fn letters_len(units: &[Unit], n: usize) -> usize {
    let mut seen = 0;
    for (i, unit) in units.iter().enumerate() {
        if seen == n {
            return i;
        }
        seen += usize::from(plain(unit.ch).is_some());
    }
    units.len()
}

/// Dictionary form: one letter for each family of forms, no hamza, no marks.
fn key(units: &[Unit]) -> String {
    units.iter().filter_map(|u| plain(u.ch)).collect()
}

/// The letter the dictionary uses; `None` for what it leaves out.
pub(super) fn plain(c: char) -> Option<char> {
    Some(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ي' | 'ئ' | 'ې' | 'ۍ' | 'ے' | 'ێ' => 'ي',
        'ؤ' | 'ۆ' | 'ۇ' => 'و',
        'ک' | 'ڪ' | 'ك' | 'ګ' => 'ك',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' | 'ه' | 'ۃ' => 'ه',
        'ء' | 'ـ' => return None,
        c if LETTERS.get(c).is_some() => c,
        _ => return None,
    })
}

fn skeleton(units: &[Unit]) -> String {
    let letters: Vec<char> = units
        .iter()
        .map(|u| u.ch)
        .filter(|c| LETTERS.get(*c).is_some_and(|l| !l.is_empty()))
        .collect();
    let mut out = String::new();
    for (i, c) in letters.iter().enumerate() {
        let before = i
            .checked_sub(1)
            .and_then(|j| letters.get(j))
            .and_then(|c| plain(*c));
        let after = letters.get(i + 1).and_then(|c| plain(*c));
        let consonant = i == 0 || before == Some('ا') || after == Some('ا') && before != Some('ي');
        out.push_str(match plain(*c) {
            Some('و') if !consonant => "u",
            Some('ي') if *c == 'ى' => "a",
            Some('ي') if !consonant => "i",
            _ => LETTERS.get(*c).unwrap_or_default(),
        });
    }
    out
}
