//! The alignment: every word of query and listed name in exactly one link, every link with its
//! share of the score. What is scored here is what is shown.

use super::report::{How, TokenClass};
use super::similarity::similarity;
use super::word::{self, Word, WordRef};

/// Scores and points are whole millionths, so that every host adds them up alike.
pub type Points = i64;
/// A perfect name score.
pub const ONE: Points = 1_000_000;

/// Share of the score that the query's words decide; the listed name's words decide the rest.
/// A query that leaves words of the listed name out is usual, one with words of its own is not.
const QUERY_SHARE: Points = 700;
/// Lost when words stand in another order than any usual one.
const ORDER_COST: Points = 6_000;
/// Lost when both names state an organisation form and the forms differ.
const FORM_COST: Points = 15_000;
/// Lost when both names have a number and the numbers differ.
const NUMBER_COST: Points = 90_000;
/// Of a word's worth, what is lost besides when the query's word has no counterpart, thousandths.
const STRANGER_COST: Points = 120;
/// Joined words are worth this much of the same letters written apart, thousandths.
const JOINED_WORTH: u32 = 970;

/// A query ready to be aligned with many names.
#[derive(Debug)]
pub struct Prepared {
    /// The query's words.
    pub words: Vec<Word>,
    spans: Vec<(usize, usize, Word)>,
    weight: Points,
}

/// A link in positions, with its worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawLink {
    /// First query word and how many; zero for none.
    pub query: (usize, usize),
    /// First listed word and how many; zero for none.
    pub listed: (usize, usize),
    /// Why they are joined.
    pub how: How,
    /// Thousandths.
    pub similarity: u32,
    /// Millionths of the score won (positive) or lost.
    pub points: Points,
}

/// The result for one listed name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aligned {
    /// Sum of the links' points and of the deductions, 0 to [`ONE`].
    pub score: Points,
    /// All links, in the order of the query, then the listed words left over.
    pub links: Vec<RawLink>,
    /// Deductions that belong to no single link: kebab-case code and (negative) points.
    pub deductions: Vec<(&'static str, Points)>,
}

impl Prepared {
    /// Prepares a query's words.
    #[must_use]
    pub fn new(words: Vec<Word>) -> Prepared {
        let weight = words.iter().map(|w| Points::from(w.weight)).sum::<Points>().max(1);
        let mut spans = Vec::new();
        for start in 0..words.len() {
            for count in 2..=3 {
                if let Some(part) = words.get(start..start + count).filter(|part| part.iter().all(joinable)) {
                    let views: Vec<WordRef<'_>> = part.iter().map(Word::view).collect();
                    spans.push((start, count, word::joined(&views)));
                }
            }
        }
        Prepared { words, spans, weight }
    }

    /// Neighbouring words written together: first word, how many, the joined word.
    pub fn spans(&self) -> impl Iterator<Item = (usize, usize, &Word)> {
        self.spans.iter().map(|(start, count, word)| (*start, *count, word))
    }
}

/// Aligns a query with one listed name.
#[must_use]
pub fn align(query: &Prepared, listed: &[WordRef<'_>]) -> Aligned {
    let weights = Weights { query: query.weight, listed: listed.iter().map(|w| Points::from(w.weight)).sum::<Points>().max(1) };
    let mut offers = offers(query, listed, &weights);
    offers.sort_by(|a, b| {
        (b.points, b.listed.1, b.query.1).cmp(&(a.points, a.listed.1, a.query.1)).then((a.query, a.listed).cmp(&(b.query, b.listed)))
    });
    let mut query_taken = vec![false; query.words.len()];
    let mut listed_taken = vec![false; listed.len()];
    let mut links = Vec::new();
    for offer in offers {
        if free(&query_taken, offer.query) && free(&listed_taken, offer.listed) {
            take(&mut query_taken, offer.query);
            take(&mut listed_taken, offer.listed);
            links.push(offer);
        }
    }
    links.sort_by_key(|link| link.query);
    let mut deductions = deductions(query, listed, &links, &query_taken, &listed_taken);
    add_unmatched(query, &weights, &query_taken, &listed_taken, &mut links);
    let won: Points = links.iter().map(|link| link.points).sum();
    let mut score = won;
    for (_, points) in &mut deductions {
        *points = (*points).max(-score);
        score += *points;
    }
    deductions.retain(|(_, points)| *points != 0);
    Aligned { score: score.clamp(0, ONE), links, deductions }
}

struct Weights {
    query: Points,
    listed: Points,
}

impl Weights {
    /// Millionths of the score that these words decide.
    fn share(&self, query: Points, listed: Points) -> Points {
        (query * QUERY_SHARE * 1000 / self.query) + (listed * (1000 - QUERY_SHARE) * 1000 / self.listed)
    }
}

fn joinable(word: &Word) -> bool {
    !matches!(word.class, TokenClass::Form | TokenClass::Title)
}

fn offers(query: &Prepared, listed: &[WordRef<'_>], weights: &Weights) -> Vec<RawLink> {
    let mut offers = Vec::new();
    let mut offer = |q: (usize, usize), l: (usize, usize), wq: u32, wl: u32, alike: u32, how: How| {
        let points = weights.share(wq.into(), wl.into()) * Points::from(alike) / 1000;
        offers.push(RawLink { query: q, listed: l, how, similarity: alike, points });
    };
    for (i, word) in query.words.iter().enumerate() {
        for (j, other) in listed.iter().enumerate() {
            if let Some((alike, how)) = similarity(word.view(), *other) {
                // An initial stands for a whole word of the other side but proves little of it.
                offer((i, 1), (j, 1), word.weight, other.weight, alike, how);
            }
        }
        for count in 2..=3usize {
            if word.latin.len() < 5 || !joinable(word) {
                break;
            }
            for j in 0..listed.len() {
                let Some(part) = listed.get(j..j + count) else { break };
                let letters: usize = part.iter().map(|w| w.latin.len()).sum();
                if letters.abs_diff(word.latin.len()) > 2 || part.iter().any(|w| matches!(w.class, TokenClass::Form)) {
                    continue;
                }
                let other = word::joined(part);
                if let Some((alike, _)) = similarity(word.view(), other.view()).filter(|(alike, _)| *alike >= 800) {
                    offer((i, 1), (j, count), word.weight, other.weight, alike * JOINED_WORTH / 1000, How::Joined);
                }
            }
        }
    }
    for (i, count, joined) in query.spans() {
        for (j, other) in listed.iter().enumerate() {
            if joined.latin.len().abs_diff(other.latin.len()) > 2 {
                continue;
            }
            if let Some((alike, _)) = similarity(joined.view(), *other).filter(|(alike, _)| *alike >= 800) {
                offer((i, count), (j, 1), joined.weight, other.weight, alike * JOINED_WORTH / 1000, How::Joined);
            }
        }
    }
    if let Some(link) = acronym(query, listed) {
        let all: u32 = listed.iter().map(|w| w.weight).sum();
        let weight = query.words.get(link.0).map_or(0, |w| w.weight);
        offer((link.0, 1), (0, listed.len()), weight, all, 780, How::Acronym);
    }
    offers
}

/// A query word that spells the initials of the whole listed name (`PLA`).
fn acronym(query: &Prepared, listed: &[WordRef<'_>]) -> Option<(usize, ())> {
    let named: Vec<u8> = listed
        .iter()
        .filter(|w| matches!(w.class, TokenClass::Word))
        .filter_map(|w| w.latin.bytes().next())
        .collect();
    if named.len() < 3 {
        return None;
    }
    query.words.iter().position(|word| word.latin.as_bytes() == named.as_slice()).map(|at| (at, ()))
}

fn free(taken: &[bool], (start, count): (usize, usize)) -> bool {
    taken.get(start..start + count).is_some_and(|part| part.iter().all(|taken| !taken))
}

fn take(taken: &mut [bool], (start, count): (usize, usize)) {
    for slot in taken.iter_mut().skip(start).take(count) {
        *slot = true;
    }
}

fn add_unmatched(query: &Prepared, weights: &Weights, query_taken: &[bool], listed_taken: &[bool], links: &mut Vec<RawLink>) {
    for (i, (word, _)) in query.words.iter().zip(query_taken).enumerate().filter(|(_, (_, taken))| !**taken) {
        let stranger = matches!(word.class, TokenClass::Word | TokenClass::Number);
        let cost = if stranger { weights.share(word.weight.into(), 0) * STRANGER_COST / 1000 } else { 0 };
        links.push(RawLink { query: (i, 1), listed: (0, 0), how: How::Unmatched, similarity: 0, points: -cost });
    }
    for (j, _) in listed_taken.iter().enumerate().filter(|(_, taken)| !**taken) {
        links.push(RawLink { query: (0, 0), listed: (j, 1), how: How::Unmatched, similarity: 0, points: 0 });
    }
}

fn deductions(
    query: &Prepared,
    listed: &[WordRef<'_>],
    links: &[RawLink],
    query_taken: &[bool],
    listed_taken: &[bool],
) -> Vec<(&'static str, Points)> {
    let mut out = Vec::new();
    let loose = |class: TokenClass| {
        let q = query.words.iter().zip(query_taken).any(|(w, taken)| !taken && w.class == class);
        let l = listed.iter().zip(listed_taken).any(|(w, taken)| !taken && w.class == class);
        q && l
    };
    if loose(TokenClass::Form) {
        out.push(("form-differs", -FORM_COST));
    }
    if loose(TokenClass::Number) {
        out.push(("number-differs", -NUMBER_COST));
    }
    if out_of_order(links) {
        out.push(("order-differs", -ORDER_COST));
    }
    out
}

/// More than one step back in the listed name: neither `First Last` nor `LAST, First`.
fn out_of_order(links: &[RawLink]) -> bool {
    let steps_back = links.windows(2).filter(|pair| matches!(pair, [a, b] if b.listed.0 < a.listed.0)).count();
    steps_back > 1
}
