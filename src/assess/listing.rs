//! What screening and ownership say to licensing: answers to its questions about listed parties,
//! where the user gave none.

use super::parties::{Someone, word};
use crate::finding::{ListsState, OwnershipResult, PartyResult};
use crate::risk::model::Risk;
use crate::rule::facts::DO_NOT_KNOW;
use serde_json::{Map, Value as Json};

const PARTY: &str = "case_listed_party";
const ROLE: &str = "case_listed_party_role";
const OWNER: &str = "case_listed_owner";
const OWNER_SHARE: &str = "case_listed_owner_share";
const OWNER_LIST: &str = "case_listed_owner_list";

/// Lists that a result is about: those confirmed, or those undecided.
pub(super) fn lists_of(result: &PartyResult, wanted: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for hit in result.hits.iter().filter(|hit| word(hit) == wanted) {
        if !out.contains(&hit.hit.list) {
            out.push(hit.hit.list.clone());
        }
    }
    out
}

/// What screening found, and what the user said.
pub(super) struct Screened<'a> {
    pub(super) risk: &'a Risk,
    pub(super) people: &'a [Someone<'a>],
    pub(super) results: &'a [PartyResult],
    pub(super) lists: Option<&'a ListsState>,
    pub(super) ownership: &'a [OwnershipResult],
    /// Parties whose owners need not be known.
    pub(super) owners_idle: &'a [String],
    pub(super) given: &'a Map<String, Json>,
}

/// Answers for licensing.
pub(super) fn answers(screened: &Screened<'_>) -> Map<String, Json> {
    let Screened {
        risk,
        people,
        results,
        lists,
        ownership,
        owners_idle,
        given,
    } = *screened;
    let mut out = Map::new();
    let mut put = |name: &str, words: Vec<String>| {
        if !words.is_empty() && !given.contains_key(name) {
            out.insert(name.to_owned(), list(words));
        }
    };
    let pairs = || people.iter().zip(results);
    let parties = || pairs().filter(|(someone, _)| someone.party.is_some());
    let owners = || pairs().filter(|(someone, _)| someone.owner.is_some());
    let covered = lists.is_some_and(|lists| !lists.starter && lists.missing.is_empty());
    let settled = |result: &PartyResult| matches!(result.state, "no-candidate" | "rejected");

    let mut listed: Vec<String> = Vec::new();
    let mut roles: Vec<String> = Vec::new();
    for (someone, result) in parties() {
        for list in lists_of(result, "same") {
            add(&mut listed, party_option(risk, &list));
            for role in someone.party.iter().flat_map(|party| &party.roles) {
                let of = risk.roles.iter().find(|(known, _)| known == role);
                add(&mut roles, of.map_or("other", |(_, role)| role).to_owned());
            }
        }
    }
    let open = parties().any(|(_, result)| !lists_of(result, "open").is_empty());
    if open {
        add(&mut listed, DO_NOT_KNOW.to_owned());
    } else if listed.is_empty()
        && covered
        && parties().next().is_some()
        && parties().all(|(_, result)| settled(result))
    {
        add(&mut listed, "none".to_owned());
    }
    // What was found stands beside what the user says, and over "none".
    let found = listed.iter().any(|word| word != "none");
    let said = |name: &str| -> Vec<String> {
        let words = given.get(name).map(words).unwrap_or_default();
        words.into_iter().filter(|word| word != "none").collect()
    };
    let mut over: Vec<(&str, Vec<String>)> = Vec::new();
    if found && given.contains_key(PARTY) {
        let mut all = said(PARTY);
        listed.iter().for_each(|word| add(&mut all, word.clone()));
        over.push((PARTY, all));
    }
    if !roles.is_empty() && given.contains_key(ROLE) {
        let mut all = said(ROLE);
        roles.iter().for_each(|word| add(&mut all, word.clone()));
        over.push((ROLE, all));
    }
    put(PARTY, listed);
    put(ROLE, roles);

    let mut of_owner: Vec<String> = Vec::new();
    for (_, result) in owners() {
        for list in lists_of(result, "same") {
            for option in risk.lists.iter().filter(|of| of.id == list) {
                for name in &option.owner {
                    add(&mut of_owner, name.clone());
                }
            }
        }
    }
    let open = owners().any(|(_, result)| !lists_of(result, "open").is_empty());
    let complete = people.iter().all(|someone| {
        someone
            .party
            .is_none_or(|party| party.owners_complete || owners_idle.contains(&someone.subject))
            && someone.owner.is_none_or(|owner| {
                owner.owners_complete || owner.kind == Some(crate::party::PartyKind::Person)
            })
    });
    if !of_owner.is_empty() {
        // The largest share of any party counts.
        let largest = ownership
            .iter()
            .filter(|of| !of.listed.is_empty())
            .filter_map(|of| of.min.clone().zip(of.max.clone()))
            .max_by_key(|(min, max)| (size(min), size(max)));
        match largest {
            Some((min, max)) => {
                put(OWNER, vec!["known".to_owned()]);
                let share = if min == max {
                    min
                } else {
                    format!("{min} to {max}")
                };
                put(OWNER_SHARE, vec![share]);
            }
            None => put(OWNER, vec!["unclear".to_owned()]),
        }
        put(OWNER_LIST, of_owner);
    } else if open {
        put(OWNER, vec![DO_NOT_KNOW.to_owned()]);
    } else if complete && covered && parties().next().is_some() && pairs().all(|(_, r)| settled(r))
    {
        put(OWNER, vec!["none".to_owned()]);
    }
    single(&mut out, &[OWNER, OWNER_SHARE]);
    for (name, words) in over {
        out.insert(name.to_owned(), list(words));
    }
    out
}

fn list(words: Vec<String>) -> Json {
    Json::Array(words.into_iter().map(Json::String).collect())
}

/// Words of an answer to a set question.
fn words(answer: &Json) -> Vec<String> {
    match answer {
        Json::Array(items) => items.iter().flat_map(words).collect(),
        Json::String(text) => text.split('|').map(|word| word.trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// Answers that are one word, not a set.
fn single(answers: &mut Map<String, Json>, names: &[&str]) {
    for name in names {
        if let Some(answer) = answers.get_mut(*name)
            && let Some(first) = answer.as_array().and_then(|words| words.first()).cloned()
        {
            *answer = first;
        }
    }
}

/// Whole thousandths of a percent, for order only.
fn size(share: &str) -> u64 {
    let number = share.trim_end_matches('%').trim();
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    whole.parse::<u64>().unwrap_or(0) * 1000 + part.parse::<u64>().unwrap_or(0)
}

fn party_option(risk: &Risk, list: &str) -> String {
    risk.lists
        .iter()
        .find(|of| of.id == list)
        .and_then(|of| of.party.clone())
        .unwrap_or_else(|| "other-sanctions".to_owned())
}

fn add(out: &mut Vec<String>, word: String) {
    if !out.contains(&word) {
        out.push(word);
    }
}
