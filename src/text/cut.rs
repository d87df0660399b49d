//! Cuts a name into words and hands each to the reader of its script.

use super::unit::{Kind, Unit, units};
use super::{Piece, Readings, Script, abugida, alphabet, arabic, han, hangul};

/// Scripts whose letters look alike enough to be mixed inside one word.
pub(super) fn is_alphabet(script: Script) -> bool {
    matches!(
        script,
        Script::Latin | Script::Cyrillic | Script::Greek | Script::Armenian
    )
}

/// A word, or the part of one that is written in one kind of script.
struct Word<'a> {
    units: &'a [Unit],
    /// Script of the first letter; `None` when there is no letter.
    script: Option<Script>,
    /// Only a dot stands between this word and the next.
    dot: bool,
    /// A middle dot stands beside the word: it is part of a foreign name in Chinese.
    middot: bool,
    /// An ampersand, which is read "and".
    ampersand: bool,
}

/// See `super::pieces`.
pub(super) fn pieces(text: &str, readings: Option<&Readings>) -> Vec<Piece> {
    if u32::try_from(text.len()).is_err() {
        return Vec::new();
    }
    let units = units(text);
    let words = words(&units);
    let latin_name = alphabet::is_latin_name(words.iter().map(|w| w.units));
    let japanese = units.iter().any(|u| u.kind == Kind::Letter(Script::Kana));
    let hangul_words = words
        .iter()
        .filter(|w| w.script == Some(Script::Hangul))
        .count();
    let mut first_hangul = true;
    let mut out: Vec<Piece> = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        rest = after;
        if word.ampersand {
            push(&mut out, word.units, "and".to_owned(), Script::Latin);
            continue;
        }
        match word.script {
            None | Some(Script::Latin | Script::Cyrillic | Script::Greek | Script::Armenian) => {
                let initials = initials(word, rest);
                let before = out.len();
                read_alphabet(&mut out, word.units, latin_name);
                for _ in 0..initials {
                    let Some((next, after)) = rest.split_first() else {
                        break;
                    };
                    rest = after;
                    read_alphabet(&mut out, next.units, latin_name);
                }
                join(&mut out, before);
            }
            Some(Script::Arabic) => {
                let series: Vec<&[Unit]> = std::iter::once(word)
                    .chain(rest)
                    .take(3)
                    .take_while(|w| w.script == Some(Script::Arabic))
                    .map(|w| w.units)
                    .collect();
                let taken = arabic::read(&mut out, &series);
                rest = rest.get(taken.saturating_sub(1)..).unwrap_or_default();
            }
            Some(Script::Hangul) => {
                let first = std::mem::take(&mut first_hangul);
                hangul::read(&mut out, word.units, hangul_words == 1, first);
            }
            Some(Script::Han | Script::Kana) => {
                let name = han::Name {
                    alone: words.len() == 1,
                    middot: word.middot,
                    japanese,
                };
                han::read(&mut out, word.units, readings, name);
            }
            Some(Script::Other) => push(&mut out, word.units, String::new(), Script::Other),
            Some(script) => push(
                &mut out,
                word.units,
                abugida::read(word.units, script),
                script,
            ),
        }
    }
    out
}

/// Adds a piece over `units`.
pub(super) fn push(out: &mut Vec<Piece>, units: &[Unit], latin: String, script: Script) {
    if let (Some(first), Some(last)) = (units.first(), units.last()) {
        // two units may come from one character (a ligature): ranges must not overlap
        let start = out
            .last()
            .map_or(first.start, |p: &Piece| first.start.max(p.end));
        if start < last.end {
            out.push(Piece {
                start,
                end: last.end,
                latin,
                script,
            });
        } else if let Some(piece) = out.last_mut() {
            piece.latin.push_str(&latin);
        }
    }
}

fn read_alphabet(out: &mut Vec<Piece>, units: &[Unit], latin_name: bool) {
    let (latin, script) = alphabet::read(units, latin_name);
    push(out, units, latin, script);
}

/// Joins the pieces from `from` on into one.
fn join(out: &mut Vec<Piece>, from: usize) {
    let rest = out.split_off(out.len().min(from + 1));
    if let Some(piece) = out.last_mut() {
        for next in rest {
            piece.latin.push_str(&next.latin);
            piece.end = next.end;
        }
    }
}

fn is_middot(c: char) -> bool {
    matches!(c, '·' | '・' | '‧' | '•' | '･')
}

/// Spreads the words of `latin` over `units`: each gets its own stretch of the text.
pub(super) fn spread(out: &mut Vec<Piece>, units: &[Unit], latin: &str, script: Script) {
    let words = latin.split(' ').count();
    if units.len() < words {
        push(out, units, latin.replace(' ', ""), script);
        return;
    }
    let mut rest = units;
    for (i, word) in latin.split(' ').enumerate() {
        let left = words - i;
        let (this, after) = rest.split_at(if left == 1 {
            rest.len()
        } else {
            rest.len() / left
        });
        push(out, this, word.to_owned(), script);
        rest = after;
    }
}

/// Several words that read or translate one written phrase: the first stands for the phrase, the
/// others have no letters of their own in the text.
pub(super) fn phrase(out: &mut Vec<Piece>, units: &[Unit], latin: &str, script: Script) {
    let mut words = latin.split(' ');
    push(
        out,
        units,
        words.next().unwrap_or_default().to_owned(),
        script,
    );
    let end = out.last().map_or(0, |piece| piece.end);
    out.extend(words.map(|word| Piece {
        start: end,
        end,
        latin: word.to_owned(),
        script,
    }));
}

/// How many of the words after a single letter belong to the same dotted abbreviation.
fn initials(word: &Word, rest: &[Word]) -> usize {
    let single = |w: &Word| w.units.len() == 1 && w.script.is_some_and(is_alphabet);
    if !single(word) || !word.dot {
        return 0;
    }
    let mut count = 0;
    let mut dot = true;
    for next in rest {
        if !dot || !single(next) {
            break;
        }
        dot = next.dot;
        count += 1;
    }
    // two Cyrillic letters are the initials of a person far more often than a company form
    if count == 1 && word.script == Some(Script::Cyrillic) {
        0
    } else {
        count
    }
}

fn words(units: &[Unit]) -> Vec<Word<'_>> {
    let mut out = Vec::with_capacity(8);
    let mut rest = units;
    let mut previous = None;
    while let Some(first) = rest.first() {
        match first.kind {
            Kind::Ampersand => {
                let (this, after) = rest.split_at(1);
                out.push(Word {
                    units: this,
                    script: None,
                    dot: false,
                    middot: false,
                    ampersand: true,
                });
                rest = after;
            }
            Kind::Letter(_) | Kind::Common => {
                let (word, after) = rest.split_at(word_len(rest));
                let from = out.len();
                runs(&mut out, word);
                let middot = previous.is_some_and(is_middot)
                    || after.first().is_some_and(|u| is_middot(u.ch));
                out.iter_mut().skip(from).for_each(|w| w.middot = middot);
                if let Some(last) = out.last_mut() {
                    last.dot = after.first().is_some_and(|u| u.kind == Kind::Dot)
                        && after
                            .get(1)
                            .is_some_and(|u| matches!(u.kind, Kind::Letter(_) | Kind::Common));
                }
                rest = after;
                previous = None;
            }
            _ => {
                previous = Some(first.ch);
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    out
}

/// Length of the word at the start of `units`; an apostrophe between letters belongs to it.
fn word_len(units: &[Unit]) -> usize {
    let mut len = 0;
    for (i, unit) in units.iter().enumerate() {
        match unit.kind {
            Kind::Letter(_) | Kind::Common => len = i + 1,
            Kind::Apostrophe if len == i && (!is_quote(unit.ch) || hebrew(units, i)) => {}
            _ => break,
        }
    }
    len
}

/// A quotation mark, which stands for the Hebrew sign of an abbreviation.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '”' | '״')
}

fn hebrew(units: &[Unit], quote: usize) -> bool {
    let before = quote.checked_sub(1).and_then(|i| units.get(i));
    before.is_some_and(|u| u.kind == Kind::Letter(Script::Hebrew))
}

/// Cuts a word where the kind of script changes.
fn runs<'a>(out: &mut Vec<Word<'a>>, word: &'a [Unit]) {
    let mut rest = word;
    while !rest.is_empty() {
        let mut script: Option<Script> = None;
        let mut len = rest.len();
        for (i, unit) in rest.iter().enumerate() {
            let Kind::Letter(next) = unit.kind else {
                // digits stand alone beside scripts without capital letters
                if unit.kind == Kind::Common
                    && unit.ch.is_ascii_digit()
                    && script.is_some_and(|s| !is_alphabet(s))
                {
                    len = i;
                    break;
                }
                continue;
            };
            match script {
                None if i > 0
                    && !is_alphabet(next)
                    && rest.iter().take(i).any(|u| u.ch.is_ascii_digit()) =>
                {
                    len = i;
                    break;
                }
                None => script = Some(next),
                Some(now) if family(now) != family(next) => {
                    len = i;
                    break;
                }
                Some(_) => {}
            }
        }
        let (run, after) = rest.split_at(len.max(1));
        out.push(Word {
            units: run,
            script,
            dot: false,
            middot: false,
            ampersand: false,
        });
        rest = after;
    }
}

/// Scripts that are read together inside one word.
fn family(script: Script) -> Script {
    match script {
        s if is_alphabet(s) => Script::Latin,
        Script::Kana => Script::Han,
        s => s,
    }
}
