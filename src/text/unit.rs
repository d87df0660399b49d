//! Characters of a name, normalised, each with the bytes it came from.

use super::Script;
use super::normal::{is_mark, nfkc};

/// One normalised character. Letters are not yet folded to Latin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub(super) ch: char,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter of a script, lower-cased where the script has case.
    Letter(Script),
    /// A digit, already `0-9`, or a mark: belongs to the script around it.
    Common,
    /// Dropped inside a word, separates at its edge.
    Apostrophe,
    Dot,
    Ampersand,
    Separator,
}

/// Reads the characters of `text`: compatibility forms are unfolded (full width, mathematical,
/// presentation forms), a letter and its marks are composed, invisible characters are left out.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let mut out = Vec::with_capacity(text.len());
    let mut cluster = String::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, first)) = rest.next() {
        let start = at as u32;
        let mut end = (at + first.len_utf8()) as u32;
        if first.is_ascii() && rest.peek().is_none_or(|&(_, c)| c.is_ascii()) {
            out.push(plain(first, start, end));
            continue;
        }
        if let Some(script) = settled(first)
            && rest
                .peek()
                .is_none_or(|&(_, c)| c.is_ascii() || settled(c).is_some())
        {
            let ch = first.to_lowercase().next().unwrap_or(first);
            out.push(Unit {
                ch,
                start,
                end,
                kind: Kind::Letter(script),
            });
            continue;
        }
        if is_invisible(first) {
            continue;
        }
        cluster.clear();
        cluster.push(first);
        while let Some(&(at, c)) = rest.peek() {
            if !continues(c) {
                break;
            }
            cluster.push(c);
            end = (at + c.len_utf8()) as u32;
            rest.next();
        }
        if !is_word(first) && first != '㈱' && first != '㈲' {
            out.push(Unit {
                ch: first,
                start,
                end,
                kind: outside(first),
            });
            // a mark after a space still is a word character: it may not get lost
            if cluster.chars().skip(1).any(is_word) {
                out.push(Unit {
                    ch: '\u{301}',
                    start,
                    end,
                    kind: Kind::Common,
                });
            }
            continue;
        }
        let from = out.len();
        let unfolded: &str = match first {
            '㈱' => "株式会社",
            '㈲' => "有限会社",
            _ => &cluster,
        };
        for c in nfkc(unfolded) {
            for c in c.to_lowercase() {
                if let Some(kind) = inside(c) {
                    let (ch, kind) = kind;
                    out.push(Unit {
                        ch,
                        start,
                        end,
                        kind,
                    });
                }
            }
        }
        if out.len() == from {
            out.push(Unit {
                ch: '\u{301}',
                start,
                end,
                kind: Kind::Common,
            });
        }
    }
    out
}

/// Script of a common letter that is already normalised and is no mark: most letters of most names
/// need nothing more.
fn settled(c: char) -> Option<Script> {
    Some(match c as u32 {
        0xD7 | 0xF7 => return None,
        0xC0..=0x12F => Script::Latin,
        0x391..=0x3A1 | 0x3A3..=0x3A9 | 0x3B1..=0x3C9 => Script::Greek,
        0x400..=0x45F => Script::Cyrillic,
        0x5D0..=0x5EA => Script::Hebrew,
        0x621..=0x63A | 0x641..=0x64A => Script::Arabic,
        0x904..=0x939 => Script::Devanagari,
        0xE01..=0xE30 => Script::Thai,
        0x3041..=0x3096 | 0x30A1..=0x30FA => Script::Kana,
        0x4E00..=0x9FFF => Script::Han,
        0xAC00..=0xD7A3 => Script::Hangul,
        _ => return None,
    })
}

/// Script of a letter; `None` for digits, marks and everything that is no letter.
pub(super) fn script_of(c: char) -> Option<Script> {
    use Script::*;
    let n = c as u32;
    Some(match n {
        0x41..=0x5A | 0x61..=0x7A | 0xAA | 0xBA => Latin,
        0..=0xBF | 0xD7 | 0xF7 => return None,
        0xC0..=0x2AF
        | 0x1D00..=0x1DBF
        | 0x1E00..=0x1EFF
        | 0x2C60..=0x2C7F
        | 0xA722..=0xA787
        | 0xA78B..=0xA7FF
        | 0xAB30..=0xAB64 => Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF if c.is_alphabetic() => Greek,
        0x400..=0x52F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F
            if c.is_alphabetic() =>
        {
            Cyrillic
        }
        0x531..=0x588 | 0xFB13..=0xFB17 if c.is_alphabetic() => Armenian,
        0x5D0..=0x5F2 | 0xFB1D..=0xFB4F if c.is_alphabetic() => Hebrew,
        0x620..=0x64A
        | 0x66E..=0x6D3
        | 0x6D5
        | 0x6E5..=0x6E6
        | 0x6EE..=0x6EF
        | 0x6FA..=0x6FF
        | 0x750..=0x77F
        | 0x8A0..=0x8C9
        | 0xFB50..=0xFDFF
        | 0xFE70..=0xFEFE
            if c.is_alphabetic() && n != 0x670 =>
        {
            Arabic
        }
        0x900..=0x97F | 0xA8E0..=0xA8FF
            if c.is_alphabetic() || c == '\u{94D}' || c == '\u{93C}' =>
        {
            Devanagari
        }
        0x980..=0x9FF if is_indic(c) => Bengali,
        0xA00..=0xA7F if is_indic(c) => Gurmukhi,
        0xA80..=0xAFF if is_indic(c) => Gujarati,
        0xB00..=0xB7F if is_indic(c) => Oriya,
        0xB80..=0xBFF if is_indic(c) => Tamil,
        0xC00..=0xC7F if is_indic(c) => Telugu,
        0xC80..=0xCFF if is_indic(c) => Kannada,
        0xD00..=0xD7F if is_indic(c) => Malayalam,
        0xD80..=0xDFF if is_indic(c) || c == '\u{DCA}' => Sinhala,
        0xE01..=0xE4E if c.is_alphabetic() || matches!(n, 0xE47..=0xE4E) => Thai,
        0xE80..=0xEFF if c.is_alphabetic() || matches!(n, 0xEC8..=0xECC) => Lao,
        0xF40..=0xFBC if c.is_alphabetic() => Tibetan,
        0x1000..=0x103F | 0x1050..=0x108F
            if c.is_alphabetic() || matches!(n, 0x1037 | 0x1039 | 0x103A) =>
        {
            Burmese
        }
        0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F if c.is_alphabetic() => Georgian,
        0x1100..=0x11FF | 0x3131..=0x318E | 0xAC00..=0xD7FF | 0xA960..=0xA97F
            if c.is_alphabetic() =>
        {
            Hangul
        }
        0x1200..=0x139F | 0x2D80..=0x2DDF | 0xAB01..=0xAB2F if c.is_alphabetic() => Ethiopic,
        0x1780..=0x17D3 if c.is_alphabetic() || matches!(n, 0x17C9..=0x17D3) => Khmer,
        0x3041..=0x3096
        | 0x309D..=0x309F
        | 0x30A1..=0x30FA
        | 0x30FC..=0x30FF
        | 0x31F0..=0x31FF
        | 0xFF66..=0xFF9F => Kana,
        0x3005..=0x3007
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF
        | 0x20000..=0x323AF => Han,
        _ if c.is_numeric() || !c.is_alphabetic() || is_modifier(n) || is_mark(c) => {
            return None;
        }
        _ => Other,
    })
}

fn is_indic(c: char) -> bool {
    (c.is_alphabetic() || is_mark(c)) && !c.is_numeric()
}

fn is_modifier(n: u32) -> bool {
    matches!(n, 0x2B0..=0x2FF | 0x115F | 0x1160 | 0x3164 | 0x300..=0x36F | 0x5B0..=0x5CF | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6ED)
}

/// An ASCII character with no mark after it.
fn plain(c: char, start: u32, end: u32) -> Unit {
    let (ch, kind) = if c.is_ascii_alphabetic() {
        (c.to_ascii_lowercase(), Kind::Letter(Script::Latin))
    } else if c.is_ascii_digit() {
        (c, Kind::Common)
    } else {
        (c, outside(c))
    };
    Unit {
        ch,
        start,
        end,
        kind,
    }
}

fn outside(c: char) -> Kind {
    match c {
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | '＇' | '״' | '׳' | '"' | '”' => {
            Kind::Apostrophe
        }
        '.' | '．' => Kind::Dot,
        '&' | '＆' | '﹠' => Kind::Ampersand,
        _ => Kind::Separator,
    }
}

/// A normalised character inside a word; `None` for what is dropped there.
fn inside(c: char) -> Option<(char, Kind)> {
    if let Some(script) = script_of(c) {
        return Some((c, Kind::Letter(script)));
    }
    if let Some(d) = digit(c) {
        return Some((d, Kind::Common));
    }
    None
}

fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 19] = [
        0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
        0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0x1810,
    ];
    let n = c as u32;
    let zero = ZEROS.iter().rev().find(|z| **z <= n)?;
    char::from_digit(n - zero, 10)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || script_of(c).is_some()
}

/// True for a character that belongs to the letter before it.
fn continues(c: char) -> bool {
    !c.is_ascii()
        && (is_mark(c) || is_invisible(c) || matches!(c as u32, 0x1160..=0x11FF | 0xFF9E | 0xFF9F))
}

fn is_invisible(c: char) -> bool {
    matches!(c as u32,
        0xAD | 0x34F | 0x61C | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
        | 0xFE00..=0xFE0F | 0xFEFF | 0xFFF9..=0xFFFB | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}
