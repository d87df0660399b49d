//! Latin, Cyrillic, Greek and Armenian: one letter, one spelling; and letters that only look Latin.

use super::Script;
use super::cut::is_alphabet;
use super::normal::{decompose, is_mark};
use super::table::{Letters, letters, rows};
use super::unit::{Kind, Unit};
use std::sync::LazyLock;

static LETTERS: LazyLock<Letters<&'static str>> = LazyLock::new(|| {
    let files = [
        include_str!("data/latin.tsv"),
        include_str!("data/cyrillic.tsv"),
        include_str!("data/greek.tsv"),
        include_str!("data/armenian.tsv"),
    ];
    Letters::new(files.into_iter().flat_map(letters))
});

/// Letters to the Latin letter they look like.
static LOOKALIKES: LazyLock<Letters<char>> = LazyLock::new(|| {
    Letters::new(
        letters(include_str!("data/lookalikes.tsv"))
            .filter_map(|(c, v)| v.chars().next().map(|l| (c, l))),
    )
});

/// Greek and Armenian letter pairs with a sound of their own; `^` marks the start of a word.
static PAIRS: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| rows(include_str!("data/pairs.tsv")).collect());

/// True when every word that has letters is Latin, or could be Latin by its looks, and one is.
pub(super) fn is_latin_name<'a>(words: impl Iterator<Item = &'a [Unit]>) -> bool {
    let mut latin = false;
    for word in words {
        let mut all_alike = true;
        let mut has_latin = false;
        for unit in word {
            match unit.kind {
                Kind::Letter(Script::Latin) => has_latin = true,
                Kind::Letter(s) => all_alike &= is_alphabet(s) && LOOKALIKES.get(unit.ch).is_some(),
                _ => {}
            }
        }
        if !has_latin && !all_alike {
            return false;
        }
        latin |= has_latin;
    }
    latin
}

/// Latin spelling of a word and the script it is written in. `latin_name`: see `is_latin_name`.
pub(super) fn read(units: &[Unit], latin_name: bool) -> (String, Script) {
    let mut out = String::with_capacity(units.len() + 4);
    let (mut latin, mut other, mut unlike) = (0_usize, None, 0_usize);
    for unit in units {
        match unit.kind {
            Kind::Letter(Script::Latin) => latin += 1,
            Kind::Letter(s) => {
                other = other.or(Some(s));
                unlike += usize::from(LOOKALIKES.get(unit.ch).is_none());
            }
            _ => {}
        }
    }
    let Some(script) = other else {
        for unit in units {
            latin_letter(&mut out, unit.ch);
        }
        return (out, Script::Latin);
    };
    let as_latin = if latin > 0 {
        unlike == 0
    } else {
        latin_name && unlike == 0
    };
    if as_latin {
        for unit in units {
            latin_letter(
                &mut out,
                LOOKALIKES
                    .get(unit.ch)
                    .filter(|_| unit.kind != Kind::Letter(Script::Latin))
                    .unwrap_or(unit.ch),
            );
        }
        return (out, Script::Latin);
    }
    // letters of the other script that no Latin letter looks like: the word is written in it, and
    // its Latin letters are the disguise, when each of them has a twin there
    let twins = latin > 0
        && units
            .iter()
            .all(|u| u.kind != Kind::Letter(Script::Latin) || twin(u.ch, script).is_some());
    let disguised: Vec<Unit>;
    let units = if twins {
        disguised = units
            .iter()
            .map(|u| match twin(u.ch, script) {
                Some(ch) if u.kind == Kind::Letter(Script::Latin) => Unit {
                    ch,
                    kind: Kind::Letter(script),
                    ..*u
                },
                _ => *u,
            })
            .collect();
        disguised.as_slice()
    } else {
        units
    };
    // и is y beside letters that only Ukrainian has
    let ukrainian = units.iter().any(|u| matches!(u.ch, 'є' | 'ї' | 'ґ' | 'і'));
    let mut rest = units;
    let mut start = true;
    while let Some(unit) = rest.first() {
        let mut taken = 1;
        match unit.kind {
            Kind::Letter(Script::Latin) | Kind::Common => latin_letter(&mut out, unit.ch),
            Kind::Letter(Script::Greek | Script::Armenian) => match pair(rest, start) {
                Some(spelling) => {
                    out.push_str(spelling);
                    taken = 2;
                }
                None => letter(&mut out, unit.ch),
            },
            Kind::Letter(_) if unit.ch == 'и' && ukrainian => out.push('y'),
            Kind::Letter(_) if unit.ch == 'ї' && !start => out.push('i'),
            Kind::Letter(_) => letter(&mut out, unit.ch),
            _ => {}
        }
        start = false;
        rest = rest.get(taken..).unwrap_or_default();
    }
    (
        out,
        if latin > 0 && !twins {
            Script::Latin
        } else {
            script
        },
    )
}

/// The letter of `script` that looks like a Latin letter.
fn twin(latin: char, script: Script) -> Option<char> {
    if script != Script::Cyrillic {
        return None;
    }
    Some(match latin {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'i' => 'і',
        'j' => 'ј',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        's' => 'ѕ',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}

fn pair(units: &[Unit], start: bool) -> Option<&'static str> {
    let (a, b) = (base(units.first()?.ch), base(units.get(1)?.ch));
    // a diaeresis or an accent on the first vowel keeps the two apart
    let [first, second] = [units.first()?.ch, units.get(1)?.ch];
    if matches!(second, 'ϊ' | 'ΐ' | 'ϋ' | 'ΰ') || (first != a && matches!(second, 'ι' | 'υ'))
    {
        return None;
    }
    PAIRS.iter().find_map(|(from, to)| {
        let (anchored, plain) = from.strip_prefix('^').map_or((false, *from), |p| (true, p));
        (plain.chars().eq([a, b]) && (!anchored || start)).then_some(*to)
    })
}

/// A Greek letter without its accents.
fn base(c: char) -> char {
    decompose(c).next().unwrap_or(c)
}

fn letter(out: &mut String, c: char) {
    if let Some(spelling) = LETTERS.get(c) {
        out.push_str(spelling);
        return;
    }
    for d in decompose(c).filter(|d| !is_mark(*d)) {
        out.push_str(LETTERS.get(d).unwrap_or_default());
    }
}

fn latin_letter(out: &mut String, c: char) {
    if c.is_ascii_lowercase() || c.is_ascii_digit() {
        out.push(c);
        return;
    }
    if let Some(spelling) = LETTERS.get(c) {
        out.push_str(spelling);
        return;
    }
    for d in decompose(c) {
        if d.is_ascii_alphanumeric() {
            out.push(d.to_ascii_lowercase());
        } else if !is_mark(d) {
            out.push_str(LETTERS.get(d).unwrap_or_default());
        }
    }
}
