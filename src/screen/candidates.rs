//! Candidates, recall first: every listed name that shares a word with the query, exactly, by
//! spelling, by sound, by beginning, joined or split; the best few hundred are then aligned.

use super::align::{JOINED_LEAST, Prepared};
use super::distance::Pattern;
use super::index::{Index, NameId, WordId};
use super::report::TokenClass;
use super::similarity::{Permille, plain_edits, similarity};
use super::word::WordRef;

/// At most this many names are aligned for one query.
pub const MOST: usize = 240;

/// Working memory that is kept from query to query.
#[derive(Debug, Default)]
pub struct Scratch {
    worth: Vec<u32>,
    unit_of: Vec<u16>,
    touched: Vec<NameId>,
    matches: Vec<(Permille, WordId)>,
}

/// Names worth aligning, the most promising first.
pub fn candidates(
    index: &Index,
    query: &Prepared,
    scratch: &mut Scratch,
    allowed: impl Fn(NameId) -> bool,
) -> Vec<NameId> {
    scratch.worth.resize(index.name_count(), 0);
    scratch.unit_of.resize(index.name_count(), 0);
    let mut unit = 0u16;
    if query.words.iter().all(|w| w.class == TokenClass::Form) {
        // "GmbH" alone resembles every GmbH and names none; a person or a ship may be called so.
        for word in &query.words {
            scratch.matches.extend(
                index
                    .exactly(&word.latin)
                    .filter(|id| index.word(*id).class != TokenClass::Form)
                    .map(|id| (1000, id)),
            );
            unit = unit.saturating_add(1);
            credit(index, word.weight, unit, scratch);
        }
        return best(index, query, scratch, &allowed);
    }
    let names_something = query.words.iter().any(|w| names(w.class));
    for word in query
        .words
        .iter()
        .filter(|w| names(w.class) || !names_something)
    {
        unit = unit.saturating_add(1);
        collect(index, word.view(), &mut scratch.matches);
        collect_halves(index, word.view(), &mut scratch.matches);
        credit(index, word.weight, unit, scratch);
    }
    for (_, _, joined) in query.spans() {
        unit = unit.saturating_add(1);
        scratch
            .matches
            .extend(index.exactly(&joined.latin).map(|id| (970, id)));
        for id in index.sounding_like(joined.skeleton) {
            if let Some((alike, _)) = similarity(joined.view(), index.word(id))
                .filter(|(alike, _)| *alike >= JOINED_LEAST)
            {
                scratch.matches.push((alike, id));
            }
        }
        credit(index, joined.weight, unit, scratch);
    }
    let mut found = best(index, query, scratch, &allowed);
    for word in query
        .words
        .iter()
        .filter(|w| w.class == TokenClass::Word && (3..=8).contains(&w.latin.len()))
    {
        found.extend(
            index
                .abbreviated_as(&word.latin)
                .filter(|name| allowed(*name))
                .take(MOST),
        );
    }
    found
}

fn names(class: TokenClass) -> bool {
    matches!(class, TokenClass::Word | TokenClass::Number)
}

/// Listed words that resemble a query word.
fn collect(index: &Index, word: WordRef<'_>, out: &mut Vec<(Permille, WordId)>) {
    out.extend(index.exactly(word.latin).map(|id| (1000, id)));
    let mut keep = |id: WordId| {
        if let Some((alike, _)) = similarity(word, index.word(id)) {
            out.push((alike, id));
        }
    };
    index.equivalent_to(word.same_as).for_each(&mut keep);
    index.sounding_like(word.skeleton).for_each(&mut keep);
    if word.class == TokenClass::Word {
        let pattern = Pattern::new(word.latin.as_bytes());
        index
            .perhaps_spelt_like(word.latin, word.letters)
            .filter(|id| {
                let listed = index.latin(*id);
                pattern.within(
                    listed.as_bytes(),
                    plain_edits(listed.len().max(word.latin.len())),
                )
            })
            .for_each(&mut keep);
        if word.vowelless {
            index
                .perhaps_vowelled(word.latin, word.letters)
                .for_each(&mut keep);
        }
        if word.latin.len() >= 4 {
            index.beginning_with(word.latin).for_each(&mut keep);
        }
    }
}

/// Two listed words that the query writes as one.
fn collect_halves(index: &Index, word: WordRef<'_>, out: &mut Vec<(Permille, WordId)>) {
    let length = word.latin.len();
    if length < 6 {
        return;
    }
    for at in 2..=length - 2 {
        let (Some(left), Some(right)) = (word.latin.get(..at), word.latin.get(at..)) else {
            continue;
        };
        let mut halves: Vec<WordId> = index.exactly(left).collect();
        let lefts = halves.len();
        halves.extend(index.exactly(right));
        let both = lefts > 0 && halves.len() > lefts;
        let one_long = (lefts > 0 && left.len() >= 5) || (halves.len() > lefts && right.len() >= 5);
        if !both && !one_long {
            continue;
        }
        for id in halves {
            let share = index.word(id).latin.len() * 900 / length;
            out.push((share as Permille, id));
        }
    }
}

/// Credits each name once per unit with the best likeness found.
fn credit(index: &Index, weight: u32, unit: u16, scratch: &mut Scratch) {
    scratch.matches.sort_unstable_by(|a, b| b.cmp(a));
    for (alike, id) in scratch.matches.drain(..) {
        for name in index.names_with(id) {
            let at = *name as usize;
            let (Some(worth), Some(last)) =
                (scratch.worth.get_mut(at), scratch.unit_of.get_mut(at))
            else {
                continue;
            };
            if *last == unit {
                continue;
            }
            *last = unit;
            if *worth == 0 {
                scratch.touched.push(*name);
            }
            *worth += weight * alike / 1000;
        }
    }
}

fn best(
    index: &Index,
    query: &Prepared,
    scratch: &mut Scratch,
    allowed: impl Fn(NameId) -> bool,
) -> Vec<NameId> {
    let weight: u32 = query.words.iter().map(|w| w.weight).sum::<u32>().max(1);
    let mut ranked: Vec<(u32, NameId)> = Vec::with_capacity(scratch.touched.len());
    for name in scratch.touched.drain(..) {
        let at = name as usize;
        let worth = scratch.worth.get(at).copied().unwrap_or_default();
        if let (Some(slot), Some(last)) = (scratch.worth.get_mut(at), scratch.unit_of.get_mut(at)) {
            *slot = 0;
            *last = 0;
        }
        if !allowed(name) {
            continue;
        }
        let listed = index.weight_of(name);
        let estimate = worth.min(weight) * 700 / weight + worth.min(listed) * 300 / listed;
        if estimate >= 300 {
            ranked.push((estimate, name));
        }
    }
    let order = |a: &(u32, NameId), b: &(u32, NameId)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
    if ranked.len() > MOST {
        ranked.select_nth_unstable_by(MOST, order);
        ranked.truncate(MOST);
    }
    ranked.sort_unstable_by(order);
    ranked.into_iter().map(|(_, name)| name).collect()
}
