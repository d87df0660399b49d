//! The stems of all texts, and those that a typed word may mean.

use super::words;

/// A stem near a typed word, and how near in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) stem: usize,
    pub(super) quality: u32,
}

/// Stems in order, each with the fields that hold it.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    stems: Vec<(String, Vec<u32>)>,
}

impl Vocabulary {
    /// From stems in order, each with its fields.
    pub(super) fn new(stems: impl IntoIterator<Item = (String, Vec<u32>)>) -> Vocabulary {
        Vocabulary {
            stems: stems.into_iter().collect(),
        }
    }

    /// The fields that hold a stem.
    pub(super) fn fields(&self, stem: usize) -> &[u32] {
        self.stems.get(stem).map_or(&[], |(_, fields)| fields)
    }

    pub(super) fn find(&self, stem: &str) -> Option<usize> {
        self.stems
            .binary_search_by(|(other, _)| other.as_str().cmp(stem))
            .ok()
    }

    /// The stem itself, and longer ones it begins or ends: `laser` in `faserlaser`.
    pub(super) fn with_parts(&self, stem: &str) -> Vec<Near> {
        let mut near: Vec<Near> = self
            .find(stem)
            .map(|stem| Near {
                stem,
                quality: 1000,
            })
            .into_iter()
            .collect();
        if stem.len() < 4 {
            return near;
        }
        for (at, (other, _)) in self.stems.iter().enumerate() {
            let least = match (other.starts_with(stem), other.ends_with(stem)) {
                _ if other.len() <= stem.len() => continue,
                (_, true) => 550,
                (true, _) => 400,
                _ => continue,
            };
            near.push(Near {
                stem: at,
                quality: least + 350 * length(stem) / length(other),
            });
        }
        near
    }

    /// Stems within the edits that a word of this length may have.
    pub(super) fn misspelt(&self, stem: &str, letters: usize) -> Vec<Near> {
        let most = match letters {
            0..4 => return Vec::new(),
            4..8 => 1,
            _ => 2,
        };
        let mut near = Vec::new();
        for (at, (other, _)) in self.stems.iter().enumerate() {
            if other.len() < 3 || other.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let same_start = other.as_bytes().first() == stem.as_bytes().first();
            if letters < 6 && !same_start {
                continue;
            }
            if let Some(edits) = edits(stem.as_bytes(), other.as_bytes(), most) {
                let quality = if edits <= 1 { 750 } else { 550 };
                near.push(Near { stem: at, quality });
            }
        }
        near
    }

    /// A compound as stems that are here: all of it, or nothing.
    pub(super) fn split(&self, word: &str, depth: u8) -> Option<Vec<usize>> {
        for (at, _) in word.char_indices().rev() {
            let (start, rest) = word.split_at_checked(at)?;
            if at < 3 || rest.len() < 3 {
                continue;
            }
            let Some(first) = self.part(start) else {
                continue;
            };
            if let Some(last) = self.part(rest) {
                return Some(vec![first, last]);
            }
            if depth > 0
                && let Some(mut parts) = self.split(rest, depth - 1)
            {
                parts.insert(0, first);
                return Some(parts);
            }
        }
        None
    }

    /// The longest known stem at the start or the end of a word.
    pub(super) fn edge(&self, word: &str) -> Option<(usize, usize)> {
        let starts = (4..word.len()).rev().filter_map(|at| word.get(..at));
        let ends = (1..word.len().saturating_sub(3)).filter_map(|at| word.get(at..));
        let longest = |mut parts: Box<dyn Iterator<Item = &str> + '_>| {
            parts.find_map(|part| Some((self.part(part)?, part.len())))
        };
        let (start, end) = (longest(Box::new(starts)), longest(Box::new(ends)));
        match (start, end) {
            (Some(start), Some(end)) if end.1 >= start.1 => Some(end),
            (start, end) => start.or(end),
        }
    }

    /// A part of a compound, with or without the letter that joins it.
    fn part(&self, folded: &str) -> Option<usize> {
        let whole = |part: &str| {
            let long = part.len() >= 3 && !words::is_stop(part);
            long.then(|| self.find(&words::stem(part))).flatten()
        };
        whole(folded).or_else(|| whole(folded.strip_suffix('s').or(folded.strip_suffix('n'))?))
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Edits between two words (a swap of neighbours is one), if at most `most`.
fn edits(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut older: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut before = None;
    for (row, mine) in a.iter().enumerate() {
        let mut here = vec![row + 1];
        let mut left = None;
        for (at, theirs) in b.iter().enumerate() {
            let cell = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(usize::MAX / 2);
            let changed = usize::from(mine != theirs);
            let mut least = (cell(&above, at) + changed)
                .min(cell(&above, at + 1) + 1)
                .min(cell(&here, at) + 1);
            if at > 0 && before == Some(*theirs) && left == Some(*mine) {
                least = least.min(cell(&older, at - 1) + 1);
            }
            here.push(least);
            left = Some(*theirs);
        }
        if here.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before = Some(*mine);
        older = std::mem::replace(&mut above, here);
    }
    above.last().copied().filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, edits};

    #[test]
    fn edits_are_counted() {
        for (a, b, count) in [
            ("laser", "laser", Some(0)),
            ("laser", "lazer", Some(1)),
            ("laser", "alser", Some(1)),
            ("laser", "lasr", Some(1)),
            ("laser", "maser", Some(1)),
            ("laser", "lamp", None),
            ("spectrometer", "spektrmeter", Some(2)),
        ] {
            assert_eq!(edits(a.as_bytes(), b.as_bytes(), 2), count, "{a} {b}");
        }
    }

    #[test]
    fn compounds_are_split() {
        let stems = ["kopf", "laser", "maschin", "schneid", "werkzeug"];
        let words = Vocabulary::new(stems.map(|stem| (stem.to_owned(), Vec::new())));
        let name = |stem: usize| words.stems.get(stem).map_or("", |(stem, _)| stem.as_str());
        for (word, parts) in [
            ("laserschneidkopf", Some(&["laser", "schneid", "kopf"][..])),
            ("werkzeugmaschine", Some(&["werkzeug", "maschin"])),
            ("laserkabel", None),
        ] {
            let found = words.split(word, 2);
            let found = found.map(|parts| parts.into_iter().map(name).collect::<Vec<_>>());
            assert_eq!(found.as_deref(), parts);
        }
        assert_eq!(
            words.edge("laserkabel").map(|(stem, _)| name(stem)),
            Some("laser")
        );
        assert_eq!(
            words.edge("strahlkopf").map(|(stem, _)| name(stem)),
            Some("kopf")
        );
    }
}
