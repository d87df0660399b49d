//! Finding the kind of item: trade words in English, German and French, customs codes, list codes.
//!
//! Words are compared by stems, synonyms, parts of compounds and near spellings; rare words tell
//! more than common ones. Scores are integers until they are shown, so that every machine sorts
//! alike.

mod codes;
mod found;
mod index;
mod input;
mod question;
mod vocabulary;
pub(crate) mod words;

pub use found::{EntryHit, FamilyHit, Found, Query, Why};
pub use input::{
    AttributeText, CustomsItem, EntryText, FamilyText, OptionText, OtherCode, Phrase,
    ProvisionText, SearchInput, Source,
};

use codes::Code;
use index::{Index, Scored};
use question::{Slot, Synonyms};
use std::sync::OnceLock;

/// Hits for words when no limit is asked for.
const LIMIT: usize = 10;
/// Hits nobody may exceed.
const MOST: usize = 200;
/// Below this a hit is chance, in thousandths.
const LEAST: u32 = 200;

/// The searchable texts of the rules.
#[derive(Debug)]
pub struct Search {
    input: SearchInput,
    /// Made by the first search: many visits never search.
    made: OnceLock<(Index, Synonyms)>,
}

impl Search {
    /// Takes the texts.
    pub fn new(input: SearchInput) -> Search {
        Search {
            input,
            made: OnceLock::new(),
        }
    }

    /// What is searched.
    pub fn input(&self) -> &SearchInput {
        &self.input
    }

    /// Answers a query.
    pub fn find(&self, query: &Query) -> Found {
        let mut found = Found {
            query: query.query.clone(),
            kind: "words",
            ..Found::default()
        };
        match codes::read(&query.query, &self.input) {
            Some(Code::Hs(digits)) => {
                found.kind = "hs";
                codes::families_of_hs(&digits, &self.input, &mut found);
            }
            Some(Code::List(entry, path)) => {
                found.kind = "code";
                codes::of_list(&entry, &path, &self.input, &mut found);
            }
            Some(Code::Other(code)) => {
                found.kind = "code";
                codes::of_other(&code, &self.input, &mut found);
            }
            None => self.words(query, &mut found),
        }
        // A code stands for all that bear it, words for the nearest.
        let usual = if found.kind == "words" { LIMIT } else { MOST };
        let limit = query.limit.unwrap_or(usual).min(MOST);
        found.families.truncate(limit);
        found.entries.truncate(limit);
        found.crosswalk.truncate(limit);
        if found.families.is_empty() && found.entries.is_empty() && found.crosswalk.is_empty() {
            found.notices.push("nothing-found");
        }
        found
    }

    fn words(&self, query: &Query, found: &mut Found) {
        let (index, synonyms) = self.made.get_or_init(|| {
            let synonyms = Synonyms::new(&self.input.synonyms);
            (Index::new(&self.input), synonyms)
        });
        let slots = question::slots(&query.query, index, synonyms);
        for hit in index.search(&slots, &query.language) {
            if hit.score < LEAST {
                continue;
            }
            let (why, score) = (why(&hit, &slots), found::share(hit.score));
            let item = hit.item as usize;
            if let Some(family) = self.input.families.get(item) {
                let id = family.id.clone();
                found.families.push(FamilyHit { id, score, why });
            } else if let Some(entry) = self.input.entries.get(item - self.input.families.len()) {
                found.entries.push(EntryHit {
                    entry: entry.entry.clone(),
                    lists: entry.lists.clone(),
                    score,
                    why,
                });
            }
        }
    }
}

fn why(hit: &Scored<'_>, slots: &[Slot]) -> Vec<Why> {
    let reasons = hit.why.iter().filter_map(|(slot, kind, phrase)| {
        Some(Why {
            kind,
            query: slots.get(*slot)?.text.clone(),
            matched: phrase.text.clone(),
            language: phrase.language.clone(),
        })
    });
    reasons.collect()
}

#[cfg(test)]
mod tests;
