//! Words of all listed names in columns, with the ways to find them: exactly, by spelling, by
//! sound, by beginning; and from a word to the names that hold it.

use super::report::TokenClass;
use super::skeleton::Skeleton;
use super::word::{self, Placed, Word, WordRef};
use crate::fnv::Build;
use crate::pack::parties::PartyPack;
use crate::party::PartyKind;
use crate::text::Readings;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

/// Number of a word in the index.
pub type WordId = u32;
/// Number of a name in the pack.
pub type NameId = u32;

/// The index over one party pack. It is derived when a pack is opened and never stored: a pack
/// stays valid when the way words are cut improves.
#[derive(Debug, Default)]
pub struct Index {
    latin: String,
    latin_ends: Vec<u32>,
    classes: Vec<TokenClass>,
    weights: Vec<u16>,
    same_as: Vec<u32>,
    skeletons: Vec<Skeleton>,
    letters: Vec<u32>,
    vowelless: Vec<bool>,
    /// First word of each length; words are ordered by length, then letters.
    length_starts: Vec<u32>,
    by_skeleton: Vec<WordId>,
    by_class: Vec<(u32, WordId)>,
    name_ends: Vec<u32>,
    name_words: Vec<WordId>,
    name_weights: Vec<u32>,
    posting_ends: Vec<u32>,
    postings: Vec<NameId>,
    name_party: Vec<u32>,
    acronyms: Vec<(String, NameId)>,
}

impl Index {
    /// Cuts and indexes every name of a pack.
    #[must_use]
    pub fn build(pack: &PartyPack, readings: Option<&Readings>) -> Index {
        let mut words: Vec<Word> = Vec::new();
        // Keyed by hash and checked against the word: a second copy of every word would double the peak.
        let mut ids: HashMap<u64, WordId, Build> = HashMap::default();
        let mut index = Index::default();
        for party in 0..pack.len() as u32 {
            for name in pack.names_of(party) {
                for Placed { word, .. } in
                    word::prepare(pack.name(name).0, pack.kind(party), readings)
                {
                    let id = intern(&mut words, &mut ids, word);
                    index.name_words.push(id);
                }
                index.name_ends.push(index.name_words.len() as u32);
                index.name_party.push(party);
            }
        }
        drop(ids);
        index.order_words(words);
        index.link_words_to_names();
        index.collect_acronyms(pack);
        index
    }

    /// Number of different words.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.classes.len()
    }

    /// Number of names.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.name_ends.len()
    }

    /// Party that bears a name.
    #[must_use]
    pub fn party_of(&self, name: NameId) -> u32 {
        self.name_party
            .get(name as usize)
            .copied()
            .unwrap_or(u32::MAX)
    }

    /// A word.
    #[must_use]
    pub fn word(&self, id: WordId) -> WordRef<'_> {
        let at = id as usize;
        WordRef {
            latin: self.latin_of(at),
            class: self.classes.get(at).copied().unwrap_or(TokenClass::Word),
            weight: self.weights.get(at).copied().unwrap_or_default().into(),
            same_as: self.same_as.get(at).copied().unwrap_or_default(),
            skeleton: self.skeletons.get(at).copied().unwrap_or_default(),
            letters: self.letters.get(at).copied().unwrap_or_default(),
            vowelless: self.vowelless.get(at).copied().unwrap_or_default(),
        }
    }

    /// Letters of a word.
    #[must_use]
    pub fn latin(&self, id: WordId) -> &str {
        self.latin_of(id as usize)
    }

    /// Words of a name in their order.
    #[must_use]
    pub fn words_of(&self, name: NameId) -> &[WordId] {
        slice(&self.name_words, &self.name_ends, name)
    }

    /// Summed weight of a name's words.
    #[must_use]
    pub fn weight_of(&self, name: NameId) -> u32 {
        self.name_weights.get(name as usize).copied().unwrap_or(1)
    }

    /// Names that hold a word, ascending.
    #[must_use]
    pub fn names_with(&self, word: WordId) -> &[NameId] {
        slice(&self.postings, &self.posting_ends, word)
    }

    /// The word with these letters, in every class it occurs in.
    pub fn exactly(&self, latin: &str) -> impl Iterator<Item = WordId> {
        let range = self.of_length(latin.len());
        let first = self.first_not_below(range.clone(), latin);
        (first..range.end).take_while(move |id| self.latin_of(*id as usize) == latin)
    }

    /// Organisations whose naming words begin with these letters.
    pub fn abbreviated_as<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = NameId> + 'a {
        let start = self
            .acronyms
            .partition_point(|(known, _)| known.as_str() < letters);
        let rest = self.acronyms.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |(known, _)| known == letters)
            .map(|(_, name)| *name)
    }

    /// Words of equal skeleton.
    pub fn sounding_like(&self, skeleton: Skeleton) -> impl Iterator<Item = WordId> {
        let key = |id: &WordId| {
            self.skeletons
                .get(*id as usize)
                .copied()
                .unwrap_or_default()
        };
        let start = self.by_skeleton.partition_point(|id| key(id) < skeleton);
        let rest = self.by_skeleton.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |id| skeleton != 0 && key(id) == skeleton)
            .copied()
    }

    /// Words of one equivalence class.
    pub fn equivalent_to(&self, same_as: u32) -> impl Iterator<Item = WordId> {
        let start = self.by_class.partition_point(|(class, _)| *class < same_as);
        let rest = self.by_class.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |(class, _)| same_as != 0 && *class == same_as)
            .map(|(_, id)| *id)
    }

    /// Words whose length and letters do not rule out a spelling variant.
    pub fn perhaps_spelt_like<'a>(
        &'a self,
        latin: &'a str,
        letters: u32,
    ) -> impl Iterator<Item = WordId> + 'a {
        let length = latin.len();
        let lengths = length.saturating_sub(3)..=length + 3; // `plain_edits` never allows more
        lengths.filter(|other| *other > 0).flat_map(move |other| {
            let range = self.of_length(other);
            let column = self
                .letters
                .get(range.start as usize..range.end as usize)
                .unwrap_or_default();
            column
                .iter()
                .zip(range)
                .filter(move |(listed, _)| {
                    super::similarity::may_be_spelt_alike(length, letters, other, **listed)
                })
                .map(|(_, id)| id)
        })
    }

    /// Words that may be the vowelled form of a word written without vowels: the same consonants
    /// but for one on either side, and room for vowels.
    pub fn perhaps_vowelled<'a>(
        &'a self,
        latin: &'a str,
        letters: u32,
    ) -> impl Iterator<Item = WordId> + 'a {
        let consonants = letters & !super::word::WEAK_LETTERS;
        (latin.len().saturating_sub(1).max(1)..=latin.len() * 2 + 2).flat_map(move |length| {
            let range = self.of_length(length);
            let column = self
                .letters
                .get(range.start as usize..range.end as usize)
                .unwrap_or_default();
            let fits = move |listed: u32| {
                let listed = listed & !super::word::WEAK_LETTERS;
                (consonants & !listed).count_ones() <= 1 && (listed & !consonants).count_ones() <= 1
            };
            column
                .iter()
                .zip(range)
                .filter(move |(listed, _)| fits(**listed))
                .map(|(_, id)| id)
        })
    }

    /// Words that begin with these letters and go on.
    pub fn beginning_with<'a>(&'a self, latin: &'a str) -> impl Iterator<Item = WordId> + 'a {
        (latin.len() + 1..self.length_starts.len()).flat_map(move |length| {
            let range = self.of_length(length);
            let first = self.first_not_below(range.clone(), latin);
            (first..range.end).take_while(move |id| self.latin_of(*id as usize).starts_with(latin))
        })
    }

    fn latin_of(&self, at: usize) -> &str {
        let end = |i: usize| self.latin_ends.get(i).copied().unwrap_or_default() as usize;
        let start = if at == 0 { 0 } else { end(at - 1) };
        self.latin.get(start..end(at)).unwrap_or_default()
    }

    fn of_length(&self, length: usize) -> std::ops::Range<WordId> {
        let all = self.word_count() as u32;
        let start = self.length_starts.get(length).copied().unwrap_or(all);
        start..self.length_starts.get(length + 1).copied().unwrap_or(all)
    }

    fn first_not_below(&self, range: std::ops::Range<WordId>, latin: &str) -> WordId {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.latin_of(middle as usize) < latin {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Renumbers the words by length and letters, so that neighbours in memory are compared together.
    fn order_words(&mut self, words: Vec<Word>) {
        let mut order: Vec<u32> = (0..words.len() as u32).collect();
        let at = |i: u32| words.get(i as usize);
        order
            .sort_by_key(|i| at(*i).map(|w| (w.latin.len(), w.latin.as_str(), w.class, w.same_as)));
        let mut renumbered = vec![0u32; words.len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(slot) = renumbered.get_mut(*old as usize) {
                *slot = new as u32;
            }
        }
        for word in order.iter().filter_map(|i| at(*i)) {
            self.latin.push_str(&word.latin);
            self.latin_ends.push(self.latin.len() as u32);
            while self.length_starts.len() <= word.latin.len() {
                self.length_starts.push(self.classes.len() as u32);
            }
            self.classes.push(word.class);
            self.weights
                .push(word.weight.min(u32::from(u16::MAX)) as u16);
            self.same_as.push(word.same_as);
            self.skeletons.push(word.skeleton);
            self.letters.push(word.letters);
            self.vowelless.push(word.vowelless);
        }
        for id in &mut self.name_words {
            *id = renumbered.get(*id as usize).copied().unwrap_or_default();
        }
        let mut by_skeleton: Vec<WordId> = (0..words.len() as u32).collect();
        by_skeleton.sort_by_key(|id| self.skeletons.get(*id as usize).copied());
        self.by_skeleton = by_skeleton;
        self.by_class = self
            .same_as
            .iter()
            .zip(0..)
            .filter(|(class, _)| **class != 0)
            .map(|(c, id)| (*c, id))
            .collect();
        self.by_class.sort_unstable();
    }

    /// Only of organisations, and only short ones: nobody abbreviates to ten letters.
    fn collect_acronyms(&mut self, pack: &PartyPack) {
        let mut acronyms = Vec::new();
        for name in 0..self.name_count() as u32 {
            if matches!(pack.kind(self.party_of(name)), PartyKind::Person) {
                continue;
            }
            let words: Vec<WordRef<'_>> = self
                .words_of(name)
                .iter()
                .map(|id| self.word(*id))
                .collect();
            if let Some(letters) =
                super::align::initials(&words).filter(|letters| letters.len() <= 8)
            {
                acronyms.push((letters, name));
            }
        }
        acronyms.sort_unstable();
        self.acronyms = acronyms;
    }

    /// Counting sort: one pass to size the columns, one to fill them.
    fn link_words_to_names(&mut self) {
        let mut ends = vec![0u32; self.word_count()];
        for id in &self.name_words {
            if let Some(count) = ends.get_mut(*id as usize) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        self.posting_ends.clone_from(&ends);
        self.postings = vec![0; self.name_words.len()];
        for name in (0..self.name_count() as u32).rev() {
            let mut weight = 0;
            for id in slice(&self.name_words, &self.name_ends, name) {
                weight += u32::from(self.weights.get(*id as usize).copied().unwrap_or_default());
                if let Some(end) = ends.get_mut(*id as usize) {
                    *end = end.saturating_sub(1);
                    if let Some(slot) = self.postings.get_mut(*end as usize) {
                        *slot = name;
                    }
                }
            }
            self.name_weights.push(weight.max(1));
        }
        self.name_weights.reverse();
    }
}

fn intern(words: &mut Vec<Word>, ids: &mut HashMap<u64, WordId, Build>, word: Word) -> WordId {
    let mut key = Build::default().hash_one(&word);
    loop {
        match ids.get(&key) {
            None => {
                let id = words.len() as WordId;
                ids.insert(key, id);
                words.push(word);
                return id;
            }
            Some(id) if words.get(*id as usize) == Some(&word) => return *id,
            Some(_) => key = key.wrapping_add(1),
        }
    }
}

fn slice<'a>(values: &'a [u32], ends: &[u32], at: u32) -> &'a [u32] {
    let end = |i: usize| ends.get(i).copied().unwrap_or_default() as usize;
    let at = at as usize;
    let start = if at == 0 { 0 } else { end(at - 1) };
    values.get(start..end(at)).unwrap_or_default()
}
