//! Scripts of India and South-East Asia, Hebrew, Georgian, Ethiopic: letter tables with, where the
//! script has one, the vowel that every bare consonant carries.

use super::Script;
use super::table::{Letters, Table, letters, rows};
use super::unit::{Kind, Unit};
use std::sync::LazyLock;

static LETTERS: LazyLock<Letters<&'static str>> = LazyLock::new(|| {
    let files = [
        include_str!("data/abugida.tsv"),
        include_str!("data/hebrew.tsv"),
        include_str!("data/georgian.tsv"),
        include_str!("data/ethiopic.tsv"),
    ];
    Letters::new(files.into_iter().flat_map(letters))
});
static WORDS: LazyLock<Table<&'static str>> =
    LazyLock::new(|| Table::new(rows(include_str!("data/other-words.tsv"))));

const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Latin spelling of a word in `script`.
pub(super) fn read(units: &[Unit], script: Script) -> String {
    let letters: Vec<char> = units
        .iter()
        .filter(|u| u.kind != Kind::Apostrophe)
        .map(|u| u.ch)
        .collect();
    let whole: String = letters.iter().collect();
    if let Some(latin) = WORDS.get(&whole) {
        return latin.to_owned();
    }
    match script {
        Script::Hebrew => hebrew(&letters),
        Script::Georgian => letters
            .iter()
            .filter_map(|c| LETTERS.get(georgian(*c)))
            .collect(),
        Script::Ethiopic => letters.iter().map(|c| ethiopic(*c)).collect(),
        Script::Thai | Script::Lao => thai(&letters),
        _ => indic(&letters, script),
    }
}

/// Nine scripts share one order of letters: each is read through its Devanagari twin.
fn twin(c: char) -> char {
    let n = c as u32;
    if (0x900..0xD80).contains(&n) {
        char::from_u32(0x900 + (n & 0x7F)).unwrap_or(c)
    } else {
        c
    }
}

fn indic(letters: &[char], script: Script) -> String {
    let inherent = match script {
        Script::Khmer | Script::Tibetan => "",
        _ => "a",
    };
    let mut out = String::new();
    let mut cluster = false; // the last consonant follows another without a vowel
    let mut killed = false;
    let mut open = false; // the last consonant still carries its own vowel
    for (i, c) in letters.iter().enumerate() {
        if c.is_ascii_digit() {
            if std::mem::take(&mut open) {
                out.push_str(inherent);
            }
            out.push(*c);
            continue;
        }
        let nukta = letters.get(i + 1).is_some_and(|n| twin(*n) == '\u{93C}');
        let latin = match (twin(*c), nukta) {
            ('ज', true) => "+z",
            ('फ', true) => "+f",
            ('क', true) => "+q",
            ('ड', true) => "+r",
            ('ग', true) => "+gh",
            ('\u{902}', _) if script == Script::Bengali => "ng",
            ('\u{902}', _)
                if i + 1 == letters.len()
                    && matches!(script, Script::Malayalam | Script::Telugu | Script::Kannada) =>
            {
                "m"
            }
            (c, _) => LETTERS.get(c).unwrap_or_default(),
        };
        match latin.as_bytes().first() {
            // consonant
            Some(b'+') => {
                if open {
                    out.push_str(inherent);
                }
                out.push_str(latin.trim_start_matches('+'));
                open = true;
                cluster = std::mem::take(&mut killed);
            }
            // vowel sign or vowel killer
            Some(b'-') => {
                out.push_str(latin.trim_start_matches('-'));
                open = false;
                killed = latin == "-";
            }
            // independent vowel, nasal
            Some(_) => {
                if std::mem::take(&mut open) {
                    out.push_str(inherent);
                }
                out.push_str(latin);
            }
            None => {}
        }
    }
    // northern scripts do not say the vowel of a last consonant, except after another consonant
    let silent = matches!(
        script,
        Script::Devanagari | Script::Gurmukhi | Script::Gujarati | Script::Bengali | Script::Oriya
    );
    if open && !(silent && !cluster && out.contains(['a', 'e', 'i', 'o', 'u'])) {
        out.push_str(inherent);
    }
    out
}

fn thai(letters: &[char]) -> String {
    let mut order = letters.to_vec();
    // a vowel written before its consonant is said after it
    let mut i = 0;
    while i + 1 < order.len() {
        // the vowel "am" comes apart when compatibility forms are unfolded
        if let (Some('ํ' | 'ໍ'), Some('า' | 'າ')) = (order.get(i), order.get(i + 1)) {
            order.swap(i, i + 1);
            i += 1;
        }
        if order
            .get(i)
            .is_some_and(|c| matches!(c, 'เ'..='ไ' | 'ເ'..='ໄ'))
        {
            order.swap(i, i + 1);
            i += 1;
        }
        i += 1;
    }
    let mut out = String::new();
    for (i, c) in order.iter().enumerate() {
        let next = order.get(i + 1).copied().unwrap_or(' ');
        let killed = order.iter().skip(i + 1).take(2).any(|n| *n == '์')
            && (next == '์' || matches!(next, 'ิ' | 'ุ' | 'ี'));
        let carrier = matches!(c, 'อ' | 'ອ')
            && (i == 0
                || LETTERS
                    .get(next)
                    .is_some_and(|l| l.starts_with('-') && l.len() > 1));
        match LETTERS.get(*c) {
            _ if killed || carrier => {}
            Some(latin) => out.push_str(latin.trim_start_matches(['+', '-'])),
            None if c.is_ascii_digit() => out.push(*c),
            None => {}
        }
    }
    if out.is_empty() && letters.contains(&'อ') {
        "o".to_owned()
    } else {
        out
    }
}

fn hebrew(letters: &[char]) -> String {
    let mut out = String::new();
    for (i, c) in letters.iter().enumerate() {
        let inner = i > 0 && i + 1 < letters.len();
        let (before, after) = (
            i.checked_sub(1).and_then(|j| letters.get(j)),
            letters.get(i + 1),
        );
        out.push_str(match c {
            'ו' if before == Some(&'ו') => "",
            'ו' if i > 0 && after != Some(&'ו') => "o",
            'י' if before == Some(&'י') => "",
            'י' if i > 0 && !matches!(after, Some('ה' | 'א')) => "i",
            'ה' if i > 0 && !inner => "a",
            c if c.is_ascii_digit() => DIGITS
                .get(*c as usize - '0' as usize)
                .copied()
                .unwrap_or_default(),
            c => LETTERS.get(*c).unwrap_or_default(),
        });
    }
    out
}

fn georgian(c: char) -> char {
    match c as u32 {
        n @ 0x1C90..=0x1CBF => char::from_u32(n - 0x1C90 + 0x10D0).unwrap_or(c),
        n @ 0x10A0..=0x10C5 => char::from_u32(n - 0x10A0 + 0x10D0).unwrap_or(c),
        n @ 0x2D00..=0x2D25 => char::from_u32(n - 0x2D00 + 0x10D0).unwrap_or(c),
        _ => c,
    }
}

/// Rows of eight: one consonant with seven vowels and a labial form.
fn ethiopic(c: char) -> String {
    const VOWELS: [&str; 8] = ["e", "u", "i", "a", "e", "", "o", "wa"];
    if c.is_ascii_digit() {
        return c.to_string();
    }
    let n = c as u32;
    if matches!(n, 0x1200 | 0x1210 | 0x1280) {
        return "ha".to_owned();
    }
    let row = char::from_u32(n & !7)
        .and_then(|r| LETTERS.get(r))
        .unwrap_or_default();
    match (row, n & 7) {
        ("-", 0) => "a".to_owned(),
        ("-", 5) => "i".to_owned(),
        (row, v) => {
            let vowel = VOWELS.get(v as usize).copied().unwrap_or_default();
            format!("{}{vowel}", row.trim_start_matches('-'))
        }
    }
}
