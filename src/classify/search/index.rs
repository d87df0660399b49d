//! The phrases of families and entries, and the score of those that hold the words of a query.

use super::input::{Phrase, SearchInput, Source};
use super::question::{Kind, Slot};
use super::vocabulary::Vocabulary;
use super::words;
use crate::fnv::Build;
use std::collections::{BTreeMap, HashMap};

/// Fewer families than this share an attribute that tells them apart.
const SHARED: usize = 12;

/// One phrase and what it speaks for.
#[derive(Debug)]
struct Field {
    speaks: Vec<For>,
    /// Its telling words.
    words: u32,
    phrase: Phrase,
}

/// An item that a phrase speaks for.
#[derive(Debug, Clone, Copy)]
struct For {
    /// Family, or entry behind the families.
    item: u32,
    /// How much the phrase says about it, in thousandths.
    weight: u32,
    /// Kind of reason, when it is not the match that is worth telling.
    reason: Option<&'static str>,
}

/// All phrases.
#[derive(Debug)]
pub(super) struct Index {
    fields: Vec<Field>,
    pub(super) vocabulary: Vocabulary,
}

/// The best match of one part of the query in one item.
#[derive(Debug, Clone, Copy)]
struct Match {
    /// Thousandths.
    value: u32,
    field: u32,
    kind: &'static str,
}

/// One item with its score in thousandths.
#[derive(Debug)]
pub(super) struct Scored<'i> {
    /// Family, or entry behind the families.
    pub(super) item: u32,
    pub(super) score: u32,
    /// Part of the query, kind of match, the phrase.
    pub(super) why: Vec<(usize, &'static str, &'i Phrase)>,
}

/// Words met so far: most come again and again.
#[derive(Default)]
struct Seen {
    words: HashMap<String, Option<usize>, Build>,
    /// Stems in order, with their positions in `fields`.
    stems: BTreeMap<String, usize>,
    fields: Vec<Vec<u32>>,
}

impl Seen {
    /// Notes that a field has a word; whether the word says something.
    fn word(&mut self, word: &str, field: u32) -> bool {
        let at = match self.words.get(word) {
            Some(at) => *at,
            None => {
                let next = self.stems.len();
                let at = words::telling(word).map(|stem| *self.stems.entry(stem).or_insert(next));
                self.fields.resize_with(self.stems.len(), Vec::new);
                self.words.insert(word.to_owned(), at);
                at
            }
        };
        let Some(fields) = at.and_then(|at| self.fields.get_mut(at)) else {
            return false;
        };
        if fields.last() != Some(&field) {
            fields.push(field);
        }
        true
    }

    fn vocabulary(mut self) -> Vocabulary {
        let fields = &mut self.fields;
        Vocabulary::new(self.stems.into_iter().map(|(stem, at)| {
            let fields = fields.get_mut(at).map(std::mem::take);
            (stem, fields.unwrap_or_default())
        }))
    }
}

impl Index {
    pub(super) fn new(input: &SearchInput) -> Index {
        let mut index = Index {
            fields: Vec::new(),
            vocabulary: Vocabulary::default(),
        };
        let mut seen = Seen::default();
        for (family, item) in input.families.iter().zip(0..) {
            for phrase in &family.phrases {
                index.add(&mut seen, phrase, vec![own(item, phrase.source)]);
            }
        }
        let first = u32::try_from(input.families.len()).unwrap_or(u32::MAX);
        for (entry, item) in input.entries.iter().zip(first..) {
            let mut families: Vec<u32> = Vec::new();
            for provision in &entry.provisions {
                for phrase in &provision.phrases {
                    let mut speaks = shared(&provision.families, 450, "entry");
                    speaks.push(own(item, phrase.source));
                    index.add(&mut seen, phrase, speaks);
                }
                families.extend(&provision.families);
            }
            families.sort_unstable();
            families.dedup();
            for phrase in &entry.phrases {
                let mut speaks = vec![own(item, phrase.source)];
                if phrase.source == Source::Title {
                    speaks.extend(shared(&families, 350, "entry"));
                }
                index.add(&mut seen, phrase, speaks);
            }
        }
        for attribute in &input.attributes {
            for phrase in attribute
                .phrases
                .iter()
                .filter(|_| attribute.families.len() < SHARED)
            {
                index.add(
                    &mut seen,
                    phrase,
                    shared(&attribute.families, 300, "attribute"),
                );
            }
        }
        index.vocabulary = seen.vocabulary();
        index
    }

    fn add(&mut self, seen: &mut Seen, phrase: &Phrase, speaks: Vec<For>) {
        let Ok(field) = u32::try_from(self.fields.len()) else {
            return;
        };
        if speaks.is_empty() {
            return;
        }
        let words = words::cut(&phrase.text);
        let words = words.iter().filter(|word| seen.word(word, field)).count();
        if words > 0 {
            self.fields.push(Field {
                speaks,
                words: u32::try_from(words).unwrap_or(u32::MAX),
                phrase: phrase.clone(),
            });
        }
    }

    /// How much a stem tells: the rarer the more.
    pub(super) fn rarity(&self, stem: Option<usize>) -> u32 {
        let held = stem.map_or(8, |stem| self.vocabulary.fields(stem).len().max(1));
        let times = u32::try_from(self.fields.len() / held).unwrap_or(u32::MAX) + 2;
        // log2 with a straight line between the powers: the same on every machine.
        let whole = times.ilog2();
        let part = ((u64::from(times) << 8) >> whole) as u32 - 256;
        whole * 256 + part
    }

    /// Items by score, best first.
    pub(super) fn search(&self, slots: &[Slot], language: &str) -> Vec<Scored<'_>> {
        let total: u32 = slots.iter().map(|slot| slot.weight).sum::<u32>().max(1);
        let mut phrases: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        let mut items: BTreeMap<u32, Vec<Option<Match>>> = BTreeMap::new();
        for (at, slot) in slots.iter().enumerate() {
            for (field, (quality, kind)) in self.matches(slot) {
                let Some(found) = self.fields.get(field as usize) else {
                    continue;
                };
                let sums = phrases.entry(field).or_default();
                sums.0 += slot.weight * quality / 1000;
                sums.1 += slot.words;
                for item in &found.speaks {
                    let value = quality * item.weight / 1000;
                    let parts = items
                        .entry(item.item)
                        .or_insert_with(|| vec![None; slots.len()]);
                    if let Some(part) = parts.get_mut(at)
                        && part.is_none_or(|part| part.value < value)
                    {
                        let kind = item.reason.unwrap_or(kind.name());
                        *part = Some(Match { value, field, kind });
                    }
                }
            }
        }
        let best = self.best_phrases(&phrases, total, language);
        let mut scored: Vec<Scored<'_>> = items
            .into_iter()
            .map(|(item, parts)| {
                let phrase = best.get(&item).copied().unwrap_or(0);
                self.scored(item, &parts, slots, phrase, total)
            })
            .collect();
        scored.sort_by(|a, b| b.score.cmp(&a.score).then(a.item.cmp(&b.item)));
        scored
    }

    /// The best single phrase of each item.
    fn best_phrases(
        &self,
        phrases: &BTreeMap<u32, (u32, u32)>,
        total: u32,
        language: &str,
    ) -> BTreeMap<u32, u32> {
        let mut best: BTreeMap<u32, u32> = BTreeMap::new();
        for (field, (weight, words)) in phrases {
            let Some(field) = self.fields.get(*field as usize) else {
                continue;
            };
            let query = (u64::from(*weight) * 1000 / u64::from(total)) as u32;
            let phrase = (words * 1000 / field.words).min(1000);
            let tongue = if field.phrase.language == language {
                1000
            } else {
                990
            };
            let score = query * (500 + phrase / 2) / 1000 * tongue / 1000;
            for item in &field.speaks {
                let best = best.entry(item.item).or_default();
                *best = (score * item.weight / 1000).max(*best);
            }
        }
        best
    }

    fn scored(
        &self,
        item: u32,
        parts: &[Option<Match>],
        slots: &[Slot],
        phrase: u32,
        total: u32,
    ) -> Scored<'_> {
        let covered = parts.iter().zip(slots).map(|(part, slot)| {
            u64::from(part.map_or(0, |part| part.value)) * u64::from(slot.weight)
        });
        let covered = (covered.sum::<u64>() / u64::from(total)) as u32;
        let mut score = (phrase * 60 + covered * 40) / 100;
        if slots.len() > 1
            && parts
                .iter()
                .all(|part| part.is_some_and(|part| part.value >= 250))
        {
            score += score / 8;
        }
        let why = parts.iter().enumerate().filter_map(|(at, part)| {
            let part = (*part)?;
            let field = self.fields.get(part.field as usize)?;
            Some((at, part.kind, &field.phrase))
        });
        Scored {
            item,
            score: score.min(1000),
            why: why.collect(),
        }
    }

    /// The phrases that hold a part of the query, and how well.
    fn matches(&self, slot: &Slot) -> BTreeMap<u32, (u32, Kind)> {
        let mut all: BTreeMap<u32, (u32, Kind)> = BTreeMap::new();
        for way in &slot.ways {
            let count = u32::try_from(way.words.len()).unwrap_or(1).max(1);
            let mut held: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
            for word in &way.words {
                let mut best: BTreeMap<u32, u32> = BTreeMap::new();
                for near in word {
                    for field in self.vocabulary.fields(near.stem) {
                        let quality = best.entry(*field).or_default();
                        *quality = near.quality.max(*quality);
                    }
                }
                for (field, quality) in best {
                    let sums = held.entry(field).or_default();
                    sums.0 += quality;
                    sums.1 += 1;
                }
            }
            for (field, (sum, words)) in held {
                // Half a synonym means something else.
                if way.kind == Kind::Synonym && words < count {
                    continue;
                }
                let quality = sum / count * way.scale / 1000;
                let best = all.entry(field).or_insert((0, way.kind));
                if best.0 < quality {
                    *best = (quality, way.kind);
                }
            }
        }
        all
    }
}

/// A phrase of the item itself.
fn own(item: u32, source: Source) -> For {
    let weight = match source {
        Source::Name | Source::Word | Source::Title => 1000,
        Source::Provision => 850,
        Source::Summary => 700,
        Source::About => 550,
        Source::Attribute => 300,
    };
    For {
        item,
        weight,
        reason: None,
    }
}

/// A phrase of something that these families share.
fn shared(families: &[u32], weight: u32, reason: &'static str) -> Vec<For> {
    let reason = Some(reason);
    families
        .iter()
        .map(|item| For {
            item: *item,
            weight,
            reason,
        })
        .collect()
}
