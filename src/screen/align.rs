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
/// Lost when both sides keep words of their own (`... al-Rawi` against `... al-Tikriti`), thousandths
/// of the smaller share: a word too many is a fuller name, two that differ are two people.
const CONFLICT_COST: Points = 250;
/// Given back, of what the query's words too many lose, when the whole listed name is in the query, thousandths.
const CONTAINED_BACK: Points = 300;
/// Of a word's worth, what is lost besides when the query's word has no counterpart, thousandths.
const STRANGER_COST: Points = 120;
/// What initials for a whole name are worth, thousandths.
const ACRONYM_WORTH: u32 = 780;
/// Share of a query's word that a listed initial answers for, thousandths.
const LISTED_INITIAL: u32 = 650;
/// Joined words must be this much alike, thousandths.
pub const JOINED_LEAST: u32 = 760;
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
    /// What belongs to no single link.
    pub adjustments: Vec<Adjustment>,
}

/// Points that several words together win or lose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// Kebab-case code of the message.
    pub code: &'static str,
    /// Millionths, signed.
    pub points: Points,
    /// Positions of the query's words meant.
    pub query: Vec<usize>,
    /// Positions of the listed words meant.
    pub listed: Vec<usize>,
}

impl Prepared {
    /// Prepares a query's words.
    #[must_use]
    pub fn new(words: Vec<Word>) -> Prepared {
        let weight = words
            .iter()
            .map(|w| Points::from(w.weight))
            .sum::<Points>()
            .max(1);
        let mut spans = Vec::new();
        spans.extend(assimilated(&words));
        for start in 0..words.len() {
            for count in 2..=3 {
                if let Some(part) = words
                    .get(start..start + count)
                    .filter(|part| part.iter().all(joinable))
                {
                    let views: Vec<WordRef<'_>> = part.iter().map(Word::view).collect();
                    spans.push((start, count, word::joined(&views)));
                }
            }
        }
        Prepared {
            words,
            spans,
            weight,
        }
    }

    /// Neighbouring words written together: first word, how many, the joined word.
    pub fn spans(&self) -> impl Iterator<Item = (usize, usize, &Word)> {
        self.spans
            .iter()
            .map(|(start, count, word)| (*start, *count, word))
    }
}

/// Likeness of query word and listed word by their positions. [`similarity()`] decides it; who
/// aligns one query with many names remembers the answers.
pub type Likeness<'a> = &'a mut dyn FnMut(usize, usize) -> Option<(u32, How)>;

/// Aligns two names.
#[must_use]
pub fn align(query: &Prepared, listed: &[WordRef<'_>]) -> Aligned {
    let mut likeness = |i: usize, j: usize| similarity(query.words.get(i)?.view(), *listed.get(j)?);
    align_with(query, listed, &mut likeness)
}

/// Aligns a query with one listed name.
#[must_use]
pub fn align_with(query: &Prepared, listed: &[WordRef<'_>], likeness: Likeness<'_>) -> Aligned {
    let listed_weight = listed
        .iter()
        .map(|w| Points::from(w.weight))
        .sum::<Points>()
        .max(1);
    let weights = Weights {
        query: query.weight,
        listed: listed_weight,
    };
    let offers = offers(query, listed, &weights, likeness);
    // Joined words and initials take several words at once and so compete with all the links
    // they displace together, not one by one.
    let single = offers
        .iter()
        .filter(|link| link.how != How::Joined)
        .cloned()
        .collect();
    let mut best = choose(query, listed, &weights, single);
    let mut consider = |offers: Vec<RawLink>| {
        let other = choose(query, listed, &weights, offers);
        if other.score > best.score {
            best = other;
        }
    };
    if offers.iter().any(|link| link.how == How::Joined) {
        consider(offers.clone());
    }
    if let Some(initials) = acronym(query, listed, &weights) {
        consider(std::iter::once(initials).chain(offers).collect());
    }
    best
}

/// Takes the best offers whose words are still free, then accounts for the words left over.
fn choose(
    query: &Prepared,
    listed: &[WordRef<'_>],
    weights: &Weights,
    mut offers: Vec<RawLink>,
) -> Aligned {
    offers.sort_by(|a, b| {
        // Of links worth much the same, the one that joins nothing is the plain truth.
        let worth =
            |link: &RawLink| link.points + if link.how == How::Exact { ONE / 20 } else { 0 };
        let rank = |link: &RawLink| {
            (
                link.how == How::Acronym,
                worth(link),
                link.listed.1,
                link.query.1,
            )
        };
        rank(b)
            .cmp(&rank(a))
            .then((a.query, a.listed).cmp(&(b.query, b.listed)))
    });
    let mut taken = Taken {
        query: vec![false; query.words.len()],
        listed: vec![false; listed.len()],
    };
    let mut links: Vec<RawLink> = Vec::new();
    for offer in offers {
        if free(&taken.query, offer.query) && free(&taken.listed, offer.listed) {
            take(&mut taken.query, offer.query);
            take(&mut taken.listed, offer.listed);
            links.push(offer);
        }
    }
    links.sort_by_key(|link| link.query);
    let mut adjustments = adjustments(query, listed, weights, &links, &taken);
    let mut score: Points = links.iter().map(|link| link.points).sum();
    score -= add_unmatched(query, weights, &taken, &mut links, score);
    for adjustment in &mut adjustments {
        // Never below nothing and never above everything, so that the points add up to the score.
        adjustment.points = adjustment.points.clamp(-score, ONE - score);
        score += adjustment.points;
    }
    adjustments.retain(|adjustment| adjustment.points != 0);
    Aligned {
        score,
        links,
        adjustments,
    }
}

struct Taken {
    query: Vec<bool>,
    listed: Vec<bool>,
}

/// `Shahab al-Din` is written `Shahabuddin`: the article between two parts melts into the second.
fn assimilated(words: &[Word]) -> Vec<(usize, usize, Word)> {
    let mut out = Vec::new();
    for (start, part) in words.windows(3).enumerate() {
        let [first, article, last] = part else {
            continue;
        };
        let melts = article.class == TokenClass::Particle
            && matches!(article.latin.as_str(), "al" | "el" | "ul");
        if melts && joinable(first) && joinable(last) {
            let link = Word {
                latin: "u".to_owned(),
                weight: article.weight,
                ..article.clone()
            };
            out.push((
                start,
                3,
                word::joined(&[first.view(), link.view(), last.view()]),
            ));
        }
    }
    out
}

struct Weights {
    query: Points,
    listed: Points,
}

impl Weights {
    /// Millionths of the score that these words decide.
    fn share(&self, query: Points, listed: Points) -> Points {
        (query * QUERY_SHARE * 1000 / self.query)
            + (listed * (1000 - QUERY_SHARE) * 1000 / self.listed)
    }
}

fn joinable(word: &Word) -> bool {
    !matches!(
        word.class,
        TokenClass::Form | TokenClass::Title | TokenClass::Number
    )
}

fn offers(
    query: &Prepared,
    listed: &[WordRef<'_>],
    weights: &Weights,
    likeness: Likeness<'_>,
) -> Vec<RawLink> {
    let mut offers = Vec::new();
    let mut offer =
        |q: (usize, usize), l: (usize, usize), wq: u32, wl: u32, alike: u32, how: How| {
            let points = weights.share(wq.into(), wl.into()) * Points::from(alike) / 1000;
            offers.push(RawLink {
                query: q,
                listed: l,
                how,
                similarity: alike,
                points,
            });
        };
    for (i, word) in query.words.iter().enumerate() {
        for (j, other) in listed.iter().enumerate() {
            if let Some((alike, how)) = likeness(i, j) {
                // A listed initial proves little of the query's word.
                let stands_for = how == How::Initial && other.class == TokenClass::Initial;
                let weight = if stands_for {
                    word.weight * LISTED_INITIAL / 1000
                } else {
                    word.weight
                };
                offer((i, 1), (j, 1), weight, other.weight, alike, how);
            }
        }
        for count in 2..=3usize {
            if word.latin.len() < 5 || !joinable(word) {
                break;
            }
            for j in 0..listed.len() {
                let Some(part) = listed.get(j..j + count) else {
                    break;
                };
                let letters: usize = part.iter().map(|w| w.latin.len()).sum();
                if letters.abs_diff(word.latin.len()) > 2
                    || part.iter().any(|w| w.class == TokenClass::Number)
                {
                    continue;
                }
                let other = word::joined(part);
                let part_alone = (j..j + count).any(|j| alone(likeness(i, j)));
                if let Some((alike, _)) = similarity(word.view(), other.view())
                    .filter(|(alike, _)| *alike >= JOINED_LEAST && !part_alone)
                {
                    offer(
                        (i, 1),
                        (j, count),
                        word.weight,
                        other.weight,
                        alike * JOINED_WORTH / 1000,
                        How::Joined,
                    );
                }
            }
        }
    }
    for link in cut_off(query, listed) {
        let (i, j, alike) = link;
        let weight = |w: Option<u32>| w.unwrap_or_default();
        offer(
            (i, 1),
            (j, 1),
            weight(query.words.get(i).map(|w| w.weight)),
            weight(listed.get(j).map(|w| w.weight)),
            alike,
            How::Prefix,
        );
    }
    for (i, count, joined) in query.spans() {
        for (j, other) in listed.iter().enumerate() {
            if joined.latin.len().abs_diff(other.latin.len()) > 2 {
                continue;
            }
            let part_alone = (i..i + count).any(|i| alone(likeness(i, j)));
            if let Some((alike, _)) = similarity(joined.view(), *other)
                .filter(|(alike, _)| *alike >= JOINED_LEAST && !part_alone)
            {
                offer(
                    (i, count),
                    (j, 1),
                    joined.weight,
                    other.weight,
                    alike * JOINED_WORTH / 1000,
                    How::Joined,
                );
            }
        }
    }
    offers
}

/// A part that fits by itself is not joined with its neighbour.
fn alone(found: Option<(u32, How)>) -> bool {
    found.is_some_and(|(alike, how)| alike >= 860 && how != How::Initial)
}

/// The last word of a query is often cut off by a form field: two letters are enough when the
/// rest of the name is there.
fn cut_off(query: &Prepared, listed: &[WordRef<'_>]) -> Vec<(usize, usize, u32)> {
    let Some(last) = query
        .words
        .last()
        .filter(|w| w.class == TokenClass::Word && query.words.len() >= 3)
    else {
        return Vec::new();
    };
    let longer = |w: &WordRef<'_>| {
        w.class == TokenClass::Word
            && last.latin.len() >= 2
            && w.latin.len() > last.latin.len()
            && w.latin.starts_with(&last.latin)
    };
    let places = listed.iter().enumerate().filter(|(_, w)| longer(w));
    places
        .map(|(j, _)| {
            (
                query.words.len() - 1,
                j,
                600 + 40 * (last.latin.len() as u32).min(5),
            )
        })
        .collect()
}

/// A query word that spells the initials of the whole listed name (`PLA`).
fn acronym(query: &Prepared, listed: &[WordRef<'_>], weights: &Weights) -> Option<RawLink> {
    let initials = initials(listed)?;
    let at = query.words.iter().position(|word| word.latin == initials)?;
    let weight = query.words.get(at).map_or(0, |word| word.weight);
    let points = weights.share(weight.into(), weights.listed) * Points::from(ACRONYM_WORTH) / 1000;
    Some(RawLink {
        query: (at, 1),
        listed: (0, listed.len()),
        how: How::Acronym,
        similarity: ACRONYM_WORTH,
        points,
    })
}

/// Initial letters of a name of at least three naming words.
#[must_use]
pub fn initials(words: &[WordRef<'_>]) -> Option<String> {
    let letters: String = words
        .iter()
        .filter(|w| w.class == TokenClass::Word)
        .filter_map(|w| w.latin.chars().next())
        .collect();
    (letters.len() >= 3).then_some(letters)
}

fn free(taken: &[bool], (start, count): (usize, usize)) -> bool {
    taken
        .get(start..start + count)
        .is_some_and(|part| part.iter().all(|taken| !taken))
}

fn take(taken: &mut [bool], (start, count): (usize, usize)) {
    for slot in taken.iter_mut().skip(start).take(count) {
        *slot = true;
    }
}

/// Adds the links of the words left over; returns what they cost, at most what was won.
fn add_unmatched(
    query: &Prepared,
    weights: &Weights,
    taken: &Taken,
    links: &mut Vec<RawLink>,
    won: Points,
) -> Points {
    let mut left = won;
    for (i, word) in loose(&query.words, &taken.query) {
        let stranger = matches!(word.class, TokenClass::Word | TokenClass::Number);
        let cost = if stranger {
            weights.share(word.weight.into(), 0) * STRANGER_COST / 1000
        } else {
            0
        };
        let cost = cost.min(left);
        left -= cost;
        links.push(RawLink {
            query: (i, 1),
            listed: (0, 0),
            how: How::Unmatched,
            similarity: 0,
            points: -cost,
        });
    }
    for (j, _) in taken
        .listed
        .iter()
        .enumerate()
        .filter(|(_, taken)| !**taken)
    {
        links.push(RawLink {
            query: (0, 0),
            listed: (j, 1),
            how: How::Unmatched,
            similarity: 0,
            points: 0,
        });
    }
    won - left
}

fn adjustments(
    query: &Prepared,
    listed: &[WordRef<'_>],
    weights: &Weights,
    links: &[RawLink],
    taken: &Taken,
) -> Vec<Adjustment> {
    let mut out = Vec::new();
    let ours = |class: TokenClass| -> Vec<usize> {
        loose(&query.words, &taken.query)
            .filter(|(_, w)| w.class == class)
            .map(|(i, _)| i)
            .collect()
    };
    let theirs = |class: TokenClass| -> Vec<usize> {
        loose(listed, &taken.listed)
            .filter(|(_, w)| w.class == class)
            .map(|(j, _)| j)
            .collect()
    };
    for (class, code, cost) in [
        (TokenClass::Form, "form-differs", FORM_COST),
        (TokenClass::Number, "number-differs", NUMBER_COST),
    ] {
        let (query, listed) = (ours(class), theirs(class));
        if !query.is_empty() && !listed.is_empty() {
            out.push(Adjustment {
                code,
                points: -cost,
                query,
                listed,
            });
        }
    }
    if out_of_order(links) {
        out.push(Adjustment {
            code: "order-differs",
            points: -ORDER_COST,
            query: Vec::new(),
            listed: Vec::new(),
        });
    }
    let (our_words, their_words) = (ours(TokenClass::Word), theirs(TokenClass::Word));
    if our_words.is_empty() {
        return out;
    }
    let our_weight: Points = our_words
        .iter()
        .filter_map(|i| query.words.get(*i))
        .map(|w| Points::from(w.weight))
        .sum();
    if !their_words.is_empty() {
        let their_weight: Points = their_words
            .iter()
            .filter_map(|j| listed.get(*j))
            .map(|w| Points::from(w.weight))
            .sum();
        let share = (our_weight * 1000 / weights.query).min(their_weight * 1000 / weights.listed);
        let points = -share * CONFLICT_COST;
        out.push(Adjustment {
            code: "names-conflict",
            points,
            query: our_words,
            listed: their_words,
        });
    } else {
        let naming = listed
            .iter()
            .enumerate()
            .filter(|(_, w)| w.class == TokenClass::Word)
            .map(|(j, _)| j);
        let listed: Vec<usize> = naming.collect();
        if listed.len() >= 2 {
            let points = our_weight * QUERY_SHARE * CONTAINED_BACK / weights.query;
            out.push(Adjustment {
                code: "listed-contained",
                points,
                query: our_words,
                listed,
            });
        }
    }
    out
}

fn loose<'a, T>(words: &'a [T], taken: &'a [bool]) -> impl Iterator<Item = (usize, &'a T)> {
    words
        .iter()
        .zip(taken)
        .enumerate()
        .filter(|(_, (_, taken))| !**taken)
        .map(|(at, (word, _))| (at, word))
}

/// More than one step back in the listed name: neither `First Last` nor `LAST, First`.
fn out_of_order(links: &[RawLink]) -> bool {
    let steps_back = links
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if b.listed.0 < a.listed.0))
        .count();
    steps_back > 1
}
