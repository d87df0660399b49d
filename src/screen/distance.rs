//! Letter comparison of two Latin tokens: a weighted edit distance whose cheap edits are the ones
//! people, scanners and transliteration tables make.

use super::report::Edit;
use super::skeleton::is_vowel;

/// Cost of one full edit.
pub const FULL: u32 = 100;
/// Tokens are compared up to this many letters; what is beyond counts as one edit when it differs.
pub const LONGEST: usize = 28;

/// How a token has to be read when letters are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// The query writes no vowels (Arabic or Hebrew script, or left out): missing vowels cost little.
    pub vowelless: bool,
}

/// A word prepared for [`Pattern::within`]: where each letter occurs, one bit a place.
#[derive(Debug, Clone)]
pub struct Pattern {
    places: [u32; 64],
    length: u32,
}

impl Pattern {
    /// Prepares a word of at most [`LONGEST`] letters (the rest is not looked at).
    #[must_use]
    pub fn new(word: &[u8]) -> Pattern {
        let mut places = [0u32; 64];
        let length = word.len().min(LONGEST);
        for (at, letter) in word.iter().take(length).enumerate() {
            if let Some(bits) = places.get_mut(usize::from(letter & 63)) {
                *bits |= 1 << at;
            }
        }
        Pattern {
            places,
            length: length as u32,
        }
    }

    /// Whether the other word is at most `most` plain edits away (Myers 1999, Hyyrö's form with
    /// transpositions). Cheap enough to ask of thousands of words; the weighted cost is asked of the rest.
    #[must_use]
    pub fn within(&self, other: &[u8], most: u32) -> bool {
        let other = other.get(..LONGEST.min(other.len())).unwrap_or(other);
        if self.length == 0 {
            return other.len() as u32 <= most;
        }
        let top = 1u32 << (self.length - 1);
        let (mut plus, mut minus) = (u32::MAX, 0u32);
        let (mut diagonal, mut before) = (0u32, 0u32);
        let mut distance = self.length;
        for letter in other {
            let here = self
                .places
                .get(usize::from(letter & 63))
                .copied()
                .unwrap_or(0);
            let swap = ((!diagonal & here) << 1) & before;
            diagonal = ((here & plus).wrapping_add(plus) ^ plus) | here | minus | swap;
            let up = minus | !(diagonal | plus);
            let down = plus & diagonal;
            distance += u32::from(up & top != 0);
            distance -= u32::from(down & top != 0);
            let up = up << 1 | 1;
            plus = (down << 1) | !(diagonal | up);
            minus = up & diagonal;
            before = here;
        }
        distance <= most
    }
}

/// Cost of turning `query` into `listed`, `None` when it exceeds `limit`.
#[must_use]
pub fn cost(query: &[u8], listed: &[u8], reading: Reading, limit: u32) -> Option<u32> {
    let query = query.get(..LONGEST.min(query.len())).unwrap_or(query);
    let listed = listed.get(..LONGEST.min(listed.len())).unwrap_or(listed);
    let width = listed.len() + 1;
    let mut before = [0u32; LONGEST + 1];
    let mut above = [0u32; LONGEST + 1];
    let mut row = [0u32; LONGEST + 1];
    for j in 1..width {
        let value = at(&above, j - 1) + insert(listed, j - 1, reading);
        set(&mut above, j, value);
    }
    for i in 1..=query.len() {
        set(&mut row, 0, at(&above, 0) + remove(query, i - 1, reading));
        let mut least = at(&row, 0);
        for j in 1..width {
            let step = Step {
                query,
                listed,
                i,
                j,
                reading,
            };
            let value = step.best(&before, &above, &row).0;
            set(&mut row, j, value);
            least = least.min(value);
        }
        if least > limit {
            return None;
        }
        before = above;
        above = row;
    }
    let total = at(&above, listed.len());
    (total <= limit).then_some(total)
}

/// The comparison letter by letter, equal runs joined, for the picture.
#[must_use]
pub fn edits(query: &str, listed: &str, reading: Reading) -> Vec<Edit> {
    let (q, l) = (query.as_bytes(), listed.as_bytes());
    let width = l.len() + 1;
    let mut table = vec![0u32; (q.len() + 1) * width];
    let mut moves = vec![Move::Same; (q.len() + 1) * width];
    for i in 0..=q.len() {
        for j in 0..width {
            let (value, step) = match (i, j) {
                (0, 0) => (0, Move::Same),
                (0, _) => (at(&table, j - 1) + insert(l, j - 1, reading), Move::Insert),
                (_, 0) => (
                    at(&table, (i - 1) * width) + remove(q, i - 1, reading),
                    Move::Remove,
                ),
                _ => {
                    let line = |r: usize| table.get(r * width..(r + 1) * width).unwrap_or_default();
                    let two_up = if i >= 2 { line(i - 2) } else { &[] };
                    Step {
                        query: q,
                        listed: l,
                        i,
                        j,
                        reading,
                    }
                    .best(two_up, line(i - 1), line(i))
                }
            };
            if let (Some(slot), Some(kind)) =
                (table.get_mut(i * width + j), moves.get_mut(i * width + j))
            {
                *slot = value;
                *kind = step;
            }
        }
    }
    trace(q, l, &moves)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Same,
    Replace,
    Insert,
    Remove,
    Swap,
    /// `rn` read as `m`: two letters of the query for one listed.
    TwoForOne,
    /// The reverse.
    OneForTwo,
}

struct Step<'a> {
    query: &'a [u8],
    listed: &'a [u8],
    i: usize,
    j: usize,
    reading: Reading,
}

impl Step<'_> {
    fn best(&self, before: &[u32], above: &[u32], row: &[u32]) -> (u32, Move) {
        let (i, j) = (self.i, self.j);
        let (a, b) = (letter(self.query, i - 1), letter(self.listed, j - 1));
        let first = u32::from(i == 1 && j == 1) * 25;
        let mut best = if a == b {
            (at(above, j - 1), Move::Same)
        } else {
            let price = replace(a, b);
            // A wrong first letter is rarer than any other slip, unless a scanner made it.
            (
                at(above, j - 1) + price + if price > 20 { first } else { 0 },
                Move::Replace,
            )
        };
        let mut offer = |value: u32, step: Move| {
            if value < best.0 {
                best = (value, step);
            }
        };
        offer(
            at(row, j - 1) + insert(self.listed, j - 1, self.reading),
            Move::Insert,
        );
        offer(
            at(above, j) + remove(self.query, i - 1, self.reading),
            Move::Remove,
        );
        if i >= 2 && j >= 2 {
            let (a1, b1) = (letter(self.query, i - 2), letter(self.listed, j - 2));
            if a == b1 && a1 == b && a != b {
                offer(at(before, j - 2) + 85, Move::Swap);
            }
        }
        if i >= 2
            && let Some(price) = two_for_one(letter(self.query, i - 2), a, b)
        {
            offer(at(before, j - 1) + price, Move::TwoForOne);
        }
        if j >= 2
            && let Some(price) = two_for_one(letter(self.listed, j - 2), b, a)
        {
            offer(at(above, j - 2) + price, Move::OneForTwo);
        }
        best
    }
}

/// What it costs to write two letters for one. `ue` for `ü` is no slip at all, it is how a form
/// without umlauts is filled in.
fn two_for_one(first: u8, second: u8, single: u8) -> Option<u32> {
    match (first, second) {
        (b'a' | b'o' | b'u', b'e') if first == single => Some(5),
        _ => digraph(first, second, single).then_some(35),
    }
}

/// Two letters that stand for one: scanner slips and transliteration variants.
fn digraph(first: u8, second: u8, single: u8) -> bool {
    matches!(
        (first, second, single),
        (b'r', b'n', b'm')
            | (b'v', b'v', b'w')
            | (b'c', b'l', b'd')
            | (b'k', b's', b'x')
            | (b'p', b'h', b'f')
            | (b'o', b'u', b'u' | b'w')
            | (b'e', b'e', b'i')
            | (b'o', b'o', b'u')
            | (b'c', b'k', b'k')
            | (b'k', b'h', b'h' | b'x' | b'k')
            | (b'g', b'h', b'g')
            | (b'd', b'j', b'j')
            | (b't', b'h', b't')
            | (b'd', b'h', b'd' | b'z')
            | (b's', b'h', b's')
            | (b'c', b'h', b's' | b'c' | b'k')
            | (b'z', b'h', b'z' | b'j')
            | (b't', b's', b'c' | b'z')
            | (b'i', b'y', b'i' | b'y')
            | (b'e', b'o', b'o' | b'u')
            | (b'e', b'u', b'u')
            | (b'a', b'y', b'e')
            | (b'a', b'i', b'e')
    )
}

fn replace(a: u8, b: u8) -> u32 {
    let (a, b) = (a.min(b), a.max(b));
    match (a, b) {
        // Scanner and keyboard look-alikes.
        (b'0', b'o')
        | (b'1', b'i')
        | (b'1', b'l')
        | (b'5', b's')
        | (b'8', b'b')
        | (b'2', b'z')
        | (b'9', b'g')
        | (b'6', b'g')
        | (b'6', b'b')
        | (b'3', b'e')
        | (b'4', b'a')
        | (b'7', b't')
        | (b'i', b'l') => 20,
        (b'i', b'y')
        | (b'i', b'j')
        | (b'j', b'y')
        | (b'v', b'w')
        | (b'k', b'q')
        | (b'c', b'k')
        | (b'c', b'q')
        | (b's', b'z')
        | (b'u', b'w')
        | (b'f', b'v') => 40,
        (b'b', b'p')
        | (b'd', b't')
        | (b'g', b'k')
        | (b'g', b'q')
        | (b'c', b's')
        | (b'g', b'j')
        | (b'b', b'v')
        | (b'h', b'k')
        | (b'o', b'w')
        | (b'm', b'n')
        | (b'd', b'z')
        | (b'c', b'z')
        | (b'k', b'x') => 60,
        (b'0'..=b'9', b'0'..=b'9') => 200,
        _ if is_vowel(a) && is_vowel(b) => 50,
        _ => FULL,
    }
}

fn insert(listed: &[u8], j: usize, reading: Reading) -> u32 {
    let price = indel(listed, j);
    if reading.vowelless
        && (is_vowel(letter(listed, j)) || matches!(letter(listed, j), b'h' | b'w' | b'y'))
    {
        price.min(15)
    } else {
        price
    }
}

fn remove(query: &[u8], i: usize, reading: Reading) -> u32 {
    let price = indel(query, i);
    if reading.vowelless && matches!(letter(query, i), b'w' | b'y' | b'h') {
        price.min(25)
    } else {
        price
    }
}

fn indel(word: &[u8], at: usize) -> u32 {
    let this = letter(word, at);
    if at > 0 && letter(word, at - 1) == this {
        return 30;
    }
    match this {
        b'a' | b'e' | b'i' | b'o' | b'u' => 70,
        b'h' => 60,
        b'y' | b'w' => 70,
        b'0'..=b'9' => 120,
        _ => FULL,
    }
}

fn trace(query: &[u8], listed: &[u8], moves: &[Move]) -> Vec<Edit> {
    let width = listed.len() + 1;
    let (mut i, mut j) = (query.len(), listed.len());
    let mut runs: Vec<(usize, usize, usize, usize, bool)> = Vec::new();
    while i > 0 || j > 0 {
        let step = moves.get(i * width + j).copied().unwrap_or(Move::Same);
        let (di, dj) = match step {
            Move::Same | Move::Replace => (1, 1),
            Move::Insert => (0, 1),
            Move::Remove => (1, 0),
            Move::Swap => (2, 2),
            Move::TwoForOne => (2, 1),
            Move::OneForTwo => (1, 2),
        };
        let (from_i, from_j) = (i.saturating_sub(di), j.saturating_sub(dj));
        runs.push((from_i, i, from_j, j, step == Move::Same));
        (i, j) = (from_i, from_j);
    }
    runs.reverse();
    let mut out: Vec<Edit> = Vec::new();
    for (q0, q1, l0, l1, same) in runs {
        let (q, l) = (ascii(query.get(q0..q1)), ascii(listed.get(l0..l1)));
        match out.last_mut() {
            Some(last) if last.same == same => {
                last.query.push_str(&q);
                last.listed.push_str(&l);
            }
            _ => out.push(Edit {
                query: q,
                listed: l,
                same,
            }),
        }
    }
    out
}

fn ascii(bytes: Option<&[u8]>) -> String {
    bytes
        .unwrap_or_default()
        .iter()
        .map(|byte| char::from(*byte))
        .collect()
}

fn letter(word: &[u8], at: usize) -> u8 {
    word.get(at).copied().unwrap_or(0)
}

fn at(row: &[u32], j: usize) -> u32 {
    row.get(j).copied().unwrap_or(u32::MAX / 4)
}

fn set(row: &mut [u32], j: usize, value: u32) {
    if let Some(slot) = row.get_mut(j) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::{FULL, Reading, cost, edits};

    fn plain(a: &str, b: &str) -> u32 {
        cost(a.as_bytes(), b.as_bytes(), Reading::default(), 10_000).unwrap_or(u32::MAX)
    }

    #[test]
    fn usual_slips_are_cheaper_than_full_edits() {
        for (a, b) in [
            ("ange1", "angel"),
            ("arnin", "amin"),
            ("mohammed", "mohamed"),
            ("alexander", "aleksander"),
            ("wagn", "wang"),
            ("8endebka", "bendebka"),
        ] {
            assert!(plain(a, b) < FULL, "{a} {b} {}", plain(a, b));
        }
        for (a, b) in [("putin", "polin"), ("44", "43"), ("sanus", "wanus")] {
            assert!(plain(a, b) >= FULL, "{a} {b} {}", plain(a, b));
        }
    }

    #[test]
    fn missing_vowels_cost_little_in_a_vowelless_reading() {
        let reading = Reading { vowelless: true };
        let free = cost(b"mhmd", b"muhammad", reading, 10_000);
        assert!(free.is_some_and(|c| c < FULL), "{free:?}");
    }

    #[test]
    fn edits_spell_both_words() {
        for (a, b) in [
            ("sergi", "sergei"),
            ("wagn", "wang"),
            ("", "abc"),
            ("abc", ""),
            ("arnin", "amin"),
        ] {
            let parts = edits(a, b, Reading::default());
            assert_eq!(
                parts.iter().map(|e| e.query.as_str()).collect::<String>(),
                a
            );
            assert_eq!(
                parts.iter().map(|e| e.listed.as_str()).collect::<String>(),
                b
            );
            assert!(parts.iter().all(|e| e.same == (e.query == e.listed)));
        }
    }
}
