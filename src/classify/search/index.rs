//! The phrases of families and entries, and the score of those that hold the words of a query.

use super::input::{Phrase, SearchInput, Source};
use super::question::{Kind, Slot};
use super::vocabulary::Vocabulary;
use super::words;
use std::collections::BTreeMap;

/// Fewer families than this share an attribute that tells them apart.
const SHARED: usize = 12;

/// One phrase and what it speaks for.
#[derive(Debug)]
struct Field {
    /// Families, then entries.
    items: Vec<u32>,
    /// How much it says about them, in thousandths.
    weight: u32,
    /// Its telling words.
    words: u32,
    /// Kind of reason, when it is not the match that is worth telling.
    reason: Option<&'static str>,
    phrase: Phrase,
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
    kind: Kind,
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

impl Index {
    pub(super) fn new(input: &SearchInput) -> Index {
        let mut index = Index {
            fields: Vec::new(),
            vocabulary: Vocabulary::default(),
        };
        let mut pairs = Vec::new();
        for (family, item) in input.families.iter().zip(0..) {
            for phrase in &family.phrases {
                index.add(
                    &mut pairs,
                    phrase,
                    vec![item],
                    own_weight(phrase.source),
                    None,
                );
            }
        }
        let first = u32::try_from(input.families.len()).unwrap_or(u32::MAX);
        for (entry, item) in input.entries.iter().zip(first..) {
            let mut families: Vec<u32> = Vec::new();
            for provision in &entry.provisions {
                for phrase in &provision.phrases {
                    index.add(&mut pairs, phrase, vec![item], 850, None);
                    index.add(
                        &mut pairs,
                        phrase,
                        provision.families.clone(),
                        450,
                        Some("entry"),
                    );
                }
                families.extend(&provision.families);
            }
            families.sort_unstable();
            families.dedup();
            for phrase in &entry.phrases {
                index.add(
                    &mut pairs,
                    phrase,
                    vec![item],
                    own_weight(phrase.source),
                    None,
                );
                if phrase.source == Source::Title {
                    index.add(&mut pairs, phrase, families.clone(), 350, Some("entry"));
                }
            }
        }
        for attribute in &input.attributes {
            for phrase in attribute
                .phrases
                .iter()
                .filter(|_| attribute.families.len() < SHARED)
            {
                let families = attribute.families.clone();
                index.add(&mut pairs, phrase, families, 300, Some("attribute"));
            }
        }
        index.vocabulary = Vocabulary::new(pairs);
        index
    }

    fn add(
        &mut self,
        pairs: &mut Vec<(String, u32)>,
        phrase: &Phrase,
        items: Vec<u32>,
        weight: u32,
        reason: Option<&'static str>,
    ) {
        let stems = words::stems(&phrase.text);
        let Ok(field) = u32::try_from(self.fields.len()) else {
            return;
        };
        if items.is_empty() || stems.is_empty() {
            return;
        }
        self.fields.push(Field {
            items,
            weight,
            words: u32::try_from(stems.len()).unwrap_or(u32::MAX),
            reason,
            phrase: phrase.clone(),
        });
        pairs.extend(stems.into_iter().map(|stem| (stem, field)));
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
                let value = quality * found.weight / 1000;
                for item in &found.items {
                    let parts = items
                        .entry(*item)
                        .or_insert_with(|| vec![None; slots.len()]);
                    if let Some(part) = parts.get_mut(at)
                        && part.is_none_or(|part| part.value < value)
                    {
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
            let score = query * (500 + phrase / 2) / 1000 * field.weight / 1000 * tongue / 1000;
            for item in &field.items {
                let item = best.entry(*item).or_default();
                *item = score.max(*item);
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
            Some((at, field.reason.unwrap_or(part.kind.name()), &field.phrase))
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

fn own_weight(source: Source) -> u32 {
    match source {
        Source::Name | Source::Word | Source::Title => 1000,
        Source::Provision => 850,
        Source::Summary => 700,
        Source::About => 550,
        Source::Attribute => 300,
    }
}
