//! Kana after Hepburn; long vowels are written once.

use super::table::{Letters, letters};
use std::sync::LazyLock;

static LETTERS: LazyLock<Letters<&'static str>> =
    LazyLock::new(|| Letters::new(letters(include_str!("data/kana.tsv"))));

/// Latin spelling of a run of kana.
pub(super) fn read(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut double = false;
    for c in text {
        let hiragana = match c as u32 {
            n @ 0x30A1..=0x30F4 => char::from_u32(n - 0x60).unwrap_or(c),
            _ => c,
        };
        match hiragana {
            'っ' => {
                double = true;
                continue;
            }
            'ゃ' | 'ゅ' | 'ょ' => glide(&mut out, hiragana),
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => {
                let vowel = LETTERS.get(hiragana).unwrap_or_default();
                match out.pop() {
                    Some('u') if out.is_empty() => out.push('w'),
                    Some(last) if !matches!(last, 'a' | 'i' | 'u' | 'e' | 'o') => out.push(last),
                    _ => {}
                }
                out.push_str(vowel);
            }
            'う' if out.ends_with(['o', 'u']) => {}
            'お' if out.ends_with('o') => {}
            'ー' => {}
            _ if c.is_ascii_digit() => out.push(c),
            _ => {
                let latin = LETTERS.get(hiragana).unwrap_or_default();
                if double && let Some(first) = latin.chars().next() {
                    out.push(if first == 'c' { 't' } else { first });
                }
                out.push_str(latin);
            }
        }
        double = false;
    }
    out
}

/// Small ya, yu, yo after a syllable in i.
fn glide(out: &mut String, c: char) {
    let vowel = match c {
        'ゃ' => 'a',
        'ゅ' => 'u',
        _ => 'o',
    };
    if out.ends_with(['i', 'e', 'u']) {
        out.pop();
    }
    if !(out.ends_with("sh") || out.ends_with("ch") || out.ends_with('j')) {
        out.push('y');
    }
    out.push(vowel);
}
