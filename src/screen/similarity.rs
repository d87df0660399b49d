//! How alike two words are, and why: the only place where that is decided.

use super::distance::{self, FULL, Reading};
use super::report::{How, TokenClass};
use super::skeleton;
use super::word::WordRef;

/// Thousandths.
pub type Permille = u32;

/// Likeness of two words, `None` when they have nothing to do with each other.
#[must_use]
pub fn similarity(query: WordRef<'_>, listed: WordRef<'_>) -> Option<(Permille, How)> {
    if query.latin == listed.latin {
        return Some((1000, How::Exact));
    }
    if query.same_as != 0 && query.same_as == listed.same_as {
        let alike = if query.class == TokenClass::Form {
            1000
        } else {
            970
        };
        return Some((alike, How::Equivalent));
    }
    if query.class == TokenClass::Form && listed.class == TokenClass::Form {
        return None;
    }
    if query.class == TokenClass::Initial || listed.class == TokenClass::Initial {
        return initial(query, listed);
    }
    if query.class == TokenClass::Number || listed.class == TokenClass::Number {
        return None;
    }
    let spelling = spelling(query, listed);
    let sound = sound(query, listed);
    match (spelling, sound) {
        (Some(a), Some(b)) if b > a => Some((b, How::Sound)),
        (Some(a), _) => Some((a, How::Spelling)),
        (None, Some(b)) => Some((b, How::Sound)),
        (None, None) => prefix(query, listed),
    }
}

/// Cheap test that rules most pairs out: length and letters.
#[must_use]
pub fn may_be_spelt_alike(
    query_length: usize,
    query_letters: u32,
    listed_length: usize,
    listed_letters: u32,
) -> bool {
    let most = plain_edits(query_length.max(listed_length));
    query_length.abs_diff(listed_length) <= most as usize
        && (query_letters & !listed_letters).count_ones() <= most
        && (listed_letters & !query_letters).count_ones() <= most
}

/// Plain edits beyond which two words of this length are no spellings of one word, however
/// cheap each edit would be.
#[must_use]
pub fn plain_edits(longer: usize) -> u32 {
    match longer {
        0..=3 => 1,
        4..=8 => 2,
        _ => 3,
    }
}

/// The reading that a query word asks for.
#[must_use]
pub fn reading(query: WordRef<'_>, listed: WordRef<'_>) -> Reading {
    Reading {
        vowelless: query.vowelless && !listed.vowelless,
    }
}

fn spelling(query: WordRef<'_>, listed: WordRef<'_>) -> Option<Permille> {
    let longer = query.latin.len().max(listed.latin.len()) as u32;
    let reading = reading(query, listed);
    if !reading.vowelless
        && !may_be_spelt_alike(
            query.latin.len(),
            query.letters,
            listed.latin.len(),
            listed.letters,
        )
    {
        return None;
    }
    if reading.vowelless
        && skeleton::length(query.skeleton).abs_diff(skeleton::length(listed.skeleton)) > 2
    {
        return None;
    }
    if !reading.vowelless
        && !distance::Pattern::new(query.latin.as_bytes())
            .within(listed.latin.as_bytes(), plain_edits(longer as usize))
    {
        return None;
    }
    let cost = distance::cost(
        query.latin.as_bytes(),
        listed.latin.as_bytes(),
        reading,
        allowed(longer),
    )?;
    // One slip is usual, a second one in the same word is not: what exceeds a slip counts half more.
    let felt = cost + cost.saturating_sub(70) / 2;
    Some(1000u32.saturating_sub(felt * 1000 / (FULL * longer.max(1))))
}

/// Words whose skeletons agree sound alike however many vowels differ.
fn sound(query: WordRef<'_>, listed: WordRef<'_>) -> Option<Permille> {
    let consonants = skeleton::length(query.skeleton);
    if query.skeleton == 0 || query.skeleton != listed.skeleton || consonants < 2 {
        return None;
    }
    let apart = query.latin.len().abs_diff(listed.latin.len()) as u32;
    let vowelless = query.vowelless || listed.vowelless;
    if vowelless {
        return Some((820 + consonants.min(5) * 20).min(920));
    }
    if consonants < 3 && apart > 1 {
        return None;
    }
    Some((700 + consonants.min(7) * 28).saturating_sub(apart * 20))
}

/// One word goes on where the other ends: cut off, or a longer form of it (`Mahan`, `Mahanair`).
fn prefix(query: WordRef<'_>, listed: WordRef<'_>) -> Option<(Permille, How)> {
    let (short, long) = if query.latin.len() < listed.latin.len() {
        (query, listed)
    } else {
        (listed, query)
    };
    let fits =
        short.latin.len() >= 4 && long.latin.starts_with(short.latin) && words_both(query, listed);
    let alike = if short == query { 760 } else { 700 };
    fits.then_some((alike, How::Prefix))
}

fn words_both(query: WordRef<'_>, listed: WordRef<'_>) -> bool {
    query.class == TokenClass::Word && listed.class == TokenClass::Word
}

fn initial(query: WordRef<'_>, listed: WordRef<'_>) -> Option<(Permille, How)> {
    let same_start = query.latin.bytes().next() == listed.latin.bytes().next();
    let names = |word: WordRef<'_>| matches!(word.class, TokenClass::Word | TokenClass::Initial);
    (same_start && names(query) && names(listed)).then_some((850, How::Initial))
}

/// Cost up to which two words of this length count as spellings of one word.
fn allowed(longer: u32) -> u32 {
    match longer {
        0..=2 => 55,
        3 => 100,
        4 => 125,
        5 => 135,
        6 => 170,
        7 => 210,
        8 => 230,
        _ => 260,
    }
}
