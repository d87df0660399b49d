//! One destination and one end user's country after the other: what follows from facts, item by item and finding
//! by finding. Law asks for the destination and for the country of the end user. Of several no one speaks for the
//! others, so everything is worked out for each, and of every result the strictest stands.

use super::case::problem;
use super::licensing::{license, place};
use super::listing;
use super::parties::Someone;
use super::subjects::{self, Whole};
use crate::case::{Case, CustomsCode, Item};
use crate::finding::{
    CaseProblem, FormFor, ItemOutcome, ItemResult, ListsState, OutcomeOf, OwnershipResult,
    PartyResult,
};
use crate::license::outcome::Outcome;
use crate::license::report::Determination;
use crate::license::request::{ItemRequest, Request};
use crate::pack::rule_pack::RulePack;
use crate::risk::evaluate::Finding;
use crate::risk::tier::Tier;
use crate::rule::terms::{Interval, Truth};
use serde_json::Value as Json;

/// Where goods go and where end users are, each country once; `None`: one that is not known.
#[derive(Debug, Default)]
pub(super) struct Ends {
    pub(super) destinations: Vec<Option<String>>,
    pub(super) end_users: Vec<Option<String>>,
}

impl Ends {
    /// Every destination with every end user; where there is none, nothing is known of it.
    fn pairs(&self) -> Vec<(Option<&str>, Option<&str>)> {
        let destinations = some(&self.destinations);
        let end_users = some(&self.end_users);
        destinations
            .iter()
            .flat_map(|destination| {
                end_users
                    .iter()
                    .map(move |end_user| (*destination, *end_user))
            })
            .collect()
    }
}

fn some(of: &[Option<String>]) -> Vec<Option<&str>> {
    if of.is_empty() {
        vec![None]
    } else {
        of.iter().map(Option::as_deref).collect()
    }
}

/// What does not depend on these.
pub(super) struct Table<'a> {
    pub(super) pack: &'a RulePack,
    pub(super) case: &'a Case,
    pub(super) asked: &'a [u32],
    pub(super) people: &'a [Someone<'a>],
    pub(super) results: &'a [PartyResult],
    pub(super) lists: Option<&'a ListsState>,
    pub(super) ownership: &'a [(OwnershipResult, Option<Interval>)],
    pub(super) request: &'a Request,
}

/// What came of it.
pub(super) struct Turn {
    pub(super) items: Vec<ItemResult>,
    pub(super) outcomes: Vec<OutcomeOf>,
    pub(super) findings: Vec<Finding>,
    pub(super) forms: Vec<FormFor>,
    pub(super) problems: Vec<CaseProblem>,
}

/// Every destination and every end user's country in turn.
pub(super) fn all_turns(table: &Table<'_>, ends: &Ends) -> Turn {
    let mut out: Option<Turn> = None;
    for (destination, end_user) in ends.pairs() {
        let next = turn(table, destination, end_user);
        match &mut out {
            None => out = Some(next),
            Some(out) => out.join(next),
        }
    }
    let mut out = out.unwrap_or_else(|| turn(table, None, None));
    out.outcomes = outcomes(table.pack, table.asked, &out.items);
    out
}

fn turn(table: &Table<'_>, destination: Option<&str>, end_user: Option<&str>) -> Turn {
    let Table {
        pack,
        case,
        asked,
        people,
        results,
        lists,
        ownership,
        request,
    } = *table;
    let mut problems = Vec::new();
    let mut request = request.clone();
    request.destination = destination.map(str::to_owned);
    request.end_user_country = end_user.map(str::to_owned);
    let mut items: Vec<ItemResult> = case
        .items
        .iter()
        .map(|item| ItemResult {
            item: item.id.clone(),
            hs_lists: hs_lists(pack, item),
            determination: None,
        })
        .collect();
    let fills = subjects::fills(&Whole {
        pack,
        case,
        asked,
        people,
        results,
        lists,
        ownership,
        items: &items,
        outcomes: &[],
        request: &request,
    });
    for (question, answer) in fills.answers {
        request.answers.entry(question).or_insert(answer);
    }
    let owners: Vec<OwnershipResult> = ownership.iter().map(|(of, _)| of.clone()).collect();
    request.answers.extend(listing::answers(&listing::Screened {
        risk: &pack.risk,
        people,
        results,
        lists,
        ownership: &owners,
        owners_idle: &fills.owners_idle,
        given: &case.answers,
    }));
    for (item, result) in case.items.iter().zip(&mut items) {
        result.determination = determination(pack, item, &request, &mut problems);
    }
    let outcomes = outcomes(pack, asked, &items);
    let found = subjects::decide(&Whole {
        pack,
        case,
        asked,
        people,
        results,
        lists,
        ownership,
        items: &items,
        outcomes: &outcomes,
        request: &request,
    });
    problems.extend(found.problems);
    Turn {
        items,
        outcomes,
        findings: found.findings,
        forms: found.forms,
        problems,
    }
}

impl Turn {
    /// Of everything the strictest stands.
    fn join(&mut self, other: Turn) {
        for (ours, theirs) in self.items.iter_mut().zip(other.items) {
            match (&mut ours.determination, theirs.determination) {
                (Some(ours), Some(theirs)) => stricter(ours, theirs),
                (None, theirs @ Some(_)) => ours.determination = theirs,
                (_, None) => {}
            }
        }
        // The same indicators at the same subjects, in the same order.
        for (ours, theirs) in self.findings.iter_mut().zip(other.findings) {
            if weight(&theirs) > weight(ours) {
                *ours = theirs;
            }
        }
        for theirs in other.forms {
            match self.forms.iter_mut().find(|ours| ours.form == theirs.form) {
                Some(ours) => add(&mut ours.subjects, theirs.subjects),
                None => self.forms.push(theirs),
            }
        }
        self.forms.sort_by_key(|form| form.form);
        add(&mut self.problems, other.problems);
    }
}

fn add<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
    for one in from {
        if !to.contains(&one) {
            to.push(one);
        }
    }
}

fn weight(finding: &Finding) -> (Option<Tier>, Option<Tier>, u8) {
    let truth = match finding.result {
        Truth::True => 2,
        Truth::Unknown => 1,
        Truth::False => 0,
    };
    (finding.tier, finding.machine, truth)
}

fn stricter(ours: &mut Determination, theirs: Determination) {
    let rank = |word: &str| Outcome::ALL.iter().position(|of| of.word() == word);
    for (ours, theirs) in ours.jurisdictions.iter_mut().zip(theirs.jurisdictions) {
        // The strictest comes first.
        if rank(theirs.outcome) < rank(ours.outcome) {
            *ours = theirs;
        }
    }
    for one in theirs.ask {
        if !ours.ask.iter().any(|known| known.question == one.question) {
            ours.ask.push(one);
        }
    }
    add(&mut ours.problems, theirs.problems);
}

/// Lists of customs codes that an item is on.
fn hs_lists(pack: &RulePack, item: &Item) -> Vec<String> {
    let digits = digits(item);
    pack.risk
        .hs_lists
        .iter()
        .filter(|list| list.codes.iter().any(|code| subjects::under(&digits, code)))
        .map(|list| list.id.clone())
        .collect()
}

/// Digits of the customs code; empty when there is none, or none that can be read.
fn digits(item: &Item) -> String {
    match item.customs_code() {
        CustomsCode::Digits(digits) => digits,
        CustomsCode::None | CustomsCode::Unknown => String::new(),
    }
}

fn determination(
    pack: &RulePack,
    item: &Item,
    request: &Request,
    problems: &mut Vec<CaseProblem>,
) -> Option<Determination> {
    let subject = format!("item:{}", item.id);
    let mut request = request.clone();
    let family = Some(item.family.clone()).filter(|id| !id.is_empty());
    let known = |id: &String| pack.rules.families.iter().any(|family| family.id == *id);
    if let Some(id) = family.as_ref().filter(|id| !known(id)) {
        problems.push(problem(
            &subject,
            "family",
            id,
            "unknown-family",
            "the rules do not know this kind of item; it counts as not given",
            "choose the item again",
        ));
    }
    let origin = item.origin.trim();
    if !origin.is_empty() {
        match place(&pack.licensing, "origin", origin) {
            Ok(_) => request.origin = Some(origin.to_uppercase()),
            Err(_) => problems.push(problem(
                &subject,
                "origin",
                origin,
                "unknown-country",
                "the rules do not know this country; it counts as not given",
                "give the two letters of ISO 3166-1",
            )),
        }
    }
    request.item = ItemRequest {
        family: family.filter(known),
        answers: item.answers.clone(),
        codes: item.codes.clone(),
        none: item.none.clone(),
    };
    let digits = digits(item);
    if item.customs_code() == CustomsCode::Unknown && !item.hs.trim().is_empty() {
        problems.push(problem(
            &subject,
            "hs",
            &item.hs,
            "no-customs-code",
            "this is no code of the Harmonised System; it counts as not known",
            "write at least four digits, such as 8457.10, or `none` for software and services",
        ));
    }
    // Being on a list answers questions of licensing, where the code is fine enough to tell.
    for list in &pack.risk.hs_lists {
        if list.codes.iter().any(|code| digits.starts_with(code)) {
            for question in &list.answers {
                request
                    .answers
                    .entry(question.clone())
                    .or_insert_with(|| Json::String("yes".to_owned()));
            }
        }
    }
    match license(pack, &request) {
        Ok(determination) => Some(determination),
        Err(unknown) => {
            problems.push(problem(
                &subject,
                unknown.field,
                &unknown.given,
                "unknown-name",
                "the rules do not know this name; the item was not looked at",
                &format!("one of: {}", unknown.known.join(", ")),
            ));
            None
        }
    }
}

fn outcomes(pack: &RulePack, asked: &[u32], items: &[ItemResult]) -> Vec<OutcomeOf> {
    asked
        .iter()
        .filter_map(|index| pack.licensing.jurisdictions.get(*index as usize))
        .map(|of| {
            let by_item: Vec<ItemOutcome> = items
                .iter()
                .map(|item| ItemOutcome {
                    item: item.item.clone(),
                    outcome: item
                        .determination
                        .iter()
                        .flat_map(|d| &d.jurisdictions)
                        .find(|result| result.jurisdiction == of.id)
                        .map_or(Outcome::Undecided.word(), |result| result.outcome)
                        .to_owned(),
                })
                .collect();
            OutcomeOf {
                jurisdiction: of.id.clone(),
                outcome: strictest(&by_item).word().to_owned(),
                items: by_item,
            }
        })
        .collect()
}

/// Without items nothing is decided.
fn strictest(items: &[ItemOutcome]) -> Outcome {
    Outcome::ALL
        .into_iter()
        .find(|outcome| items.iter().any(|item| item.outcome == outcome.word()))
        .unwrap_or(Outcome::Undecided)
}
