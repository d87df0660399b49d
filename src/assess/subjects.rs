//! Turns to each subject of a case, fills its facts, and decides the indicators about it.

use super::case::problem;
use super::parties::Someone;
use crate::case::{Case, CustomsCode, Item, LegKind, Trusted};
use crate::finding::{
    CaseProblem, FormFor, ItemResult, ListsState, OutcomeOf, OwnershipResult, PartyResult,
};
use crate::license::request::Request;
use crate::pack::rule_pack::RulePack;
use crate::risk::evaluate::{Finding, People, State, decide as decide_one, standing};
use crate::risk::facts::Desk;
use crate::risk::model::{Indicator, Kind, Per, Risk};
use crate::risk::route::detour;
use crate::rule::evaluate::condition;
use crate::rule::facts::{DO_NOT_KNOW, Value};
use crate::rule::terms::{Interval, Number, Truth, parse_quantity};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Everything that is known before indicators are decided.
pub(super) struct Whole<'a> {
    pub(super) pack: &'a RulePack,
    pub(super) case: &'a Case,
    pub(super) asked: &'a [u32],
    pub(super) people: &'a [Someone<'a>],
    pub(super) results: &'a [PartyResult],
    pub(super) lists: Option<&'a ListsState>,
    pub(super) ownership: &'a [(OwnershipResult, Option<Interval>)],
    pub(super) items: &'a [ItemResult],
    pub(super) outcomes: &'a [OutcomeOf],
    pub(super) request: &'a Request,
}

/// What came of it.
pub(super) struct Found {
    pub(super) findings: Vec<Finding>,
    pub(super) forms: Vec<FormFor>,
    pub(super) problems: Vec<CaseProblem>,
}

/// A subject with its facts.
struct Subject<'a> {
    per: Per,
    name: String,
    desk: Desk<'a>,
    roles: Vec<String>,
    trusted: Option<&'a Trusted>,
}

impl Subject<'_> {
    fn meets(&self, whole: &Whole<'_>, indicator: &Indicator) -> bool {
        let rules = &whole.pack.rules;
        condition(rules, &self.desk.facts, &[], indicator.when).whole() == Truth::True
    }
}

/// What follows from facts and flags of the case for licensing.
pub(super) struct Fills {
    /// Answers to its questions.
    pub(super) answers: Map<String, Json>,
    /// Parties whose owners need not be known.
    pub(super) owners_idle: Vec<String>,
}

/// The fact that says whether owners of a party have to be known; derived in the rules.
const OWNERS_MATTER: &str = "owners_matter";

pub(super) fn fills(whole: &Whole<'_>) -> Fills {
    let risk = &whole.pack.risk;
    let mut out = Map::new();
    let base = whole.desk();
    for fill in &risk.fills {
        let truth = condition(&whole.pack.rules, &base.facts, &[], fill.when).whole();
        if truth == Truth::True {
            out.insert(fill.attribute.clone(), Json::String(fill.value.clone()));
        }
    }
    let subjects = whole.subjects(base, &mut Vec::new());
    let mut sets: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    // A flag without an option of its own: then it is not "none of these".
    let mut others = false;
    for indicator in whole.indicators() {
        let Some((question, option)) = &indicator.licence else {
            others |= indicator.kind == Kind::Flag
                && subjects
                    .iter()
                    .filter(|of| of.per == indicator.per && of.meets(whole, indicator))
                    .any(|subject| whole.standing(indicator, subject) == State::Raised);
            continue;
        };
        let words = sets.entry(question).or_default();
        for subject in subjects.iter().filter(|of| of.per == indicator.per) {
            let word = match whole.standing(indicator, subject) {
                State::Raised => option.as_str(),
                State::Open | State::NotAsked => DO_NOT_KNOW,
                State::Resolved | State::Trusted | State::NotSeen => continue,
            };
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    for (question, mut words) in sets {
        // Nobody answered anything: not run, rather than open.
        if words.iter().all(|word| word == DO_NOT_KNOW) && !words.is_empty() {
            continue;
        }
        if words.is_empty() && others {
            continue;
        }
        if words.is_empty() {
            words.push("none".to_owned());
        }
        let words = words.into_iter().map(Json::String).collect();
        out.insert(question.to_owned(), Json::Array(words));
    }
    let matter = whole.pack.rules.attribute(OWNERS_MATTER);
    Fills {
        answers: out,
        owners_idle: subjects
            .iter()
            .filter(|subject| {
                matter.is_some_and(|at| *subject.desk.facts.value(at) == Value::Flag(false))
            })
            .map(|subject| subject.name.clone())
            .collect(),
    }
}

pub(super) fn decide(whole: &Whole<'_>) -> Found {
    let risk = &whole.pack.risk;
    let mut problems = Vec::new();
    let base = whole.desk();
    let subjects = whole.subjects(base, &mut problems);
    let mut findings = Vec::new();
    for indicator in whole.indicators() {
        for subject in subjects.iter().filter(|of| of.per == indicator.per) {
            findings.push(whole.decide(indicator, subject));
        }
    }
    let forms = risk
        .forms
        .iter()
        .enumerate()
        .map(|(form, of)| FormFor {
            form,
            subjects: subjects
                .iter()
                .filter(|subject| subject.per == of.per)
                .filter(|subject| {
                    of.roles.is_empty() || of.roles.iter().any(|role| subject.roles.contains(role))
                })
                .filter(|_| of.jurisdiction.is_none_or(|law| whole.asked.contains(&law)))
                .filter(|subject| {
                    of.when.is_none_or(|when| {
                        let facts = &subject.desk.facts;
                        condition(&whole.pack.rules, facts, &[], when).whole() != Truth::False
                    })
                })
                .map(|subject| subject.name.clone())
                .collect(),
        })
        .filter(|form| !form.subjects.is_empty())
        .collect();
    Found {
        findings,
        forms,
        problems,
    }
}

/// Whether a party with a name has a role.
pub(super) fn named(case: &Case, role: &str) -> bool {
    case.parties
        .iter()
        .any(|party| !party.name.trim().is_empty() && party.roles.iter().any(|of| of == role))
}

/// Whether the digits of a customs code stand under a code of a list. A code too coarse to tell
/// stands under it too: a closer look costs less than a miss.
pub(super) fn under(digits: &str, code: &str) -> bool {
    !digits.is_empty()
        && (digits.starts_with(code) || digits.len() >= 4 && code.starts_with(digits))
}

impl<'a> Whole<'a> {
    pub(super) fn risk(&self) -> &'a Risk {
        &self.pack.risk
    }

    /// Indicators of the day and of the bodies of law that were asked for.
    fn indicators(&self) -> impl Iterator<Item = &'a Indicator> + use<'a, '_> {
        self.risk().indicators.iter().filter(|indicator| {
            indicator.applies(self.case.as_of)
                && indicator
                    .jurisdiction
                    .is_none_or(|index| self.asked.contains(&index))
        })
    }

    fn decide(&self, indicator: &Indicator, subject: &Subject<'_>) -> Finding {
        let people = self.judging(subject);
        decide_one(&subject.desk, self.risk(), indicator, &subject.name, people)
    }

    fn standing(&self, indicator: &Indicator, subject: &Subject<'_>) -> State {
        standing(
            &subject.desk,
            indicator,
            &subject.name,
            self.judging(subject),
        )
    }

    fn judging(&self, subject: &Subject<'a>) -> People<'a> {
        People {
            judgements: &self.case.judgements,
            trusted: subject.trusted,
        }
    }

    /// Options of some places under every body of law that was asked for.
    pub(super) fn options(&self, codes: &[String]) -> Option<Vec<u32>> {
        let mut out = Vec::new();
        for code in codes {
            let place = self
                .pack
                .licensing
                .destinations
                .iter()
                .find(|place| place.code.eq_ignore_ascii_case(code))?;
            for options in &place.options {
                out.extend(options);
            }
        }
        Some(out)
    }

    /// Facts about the whole case.
    fn desk(&self) -> Desk<'a> {
        let case = self.case;
        let request = self.request;
        // With what screening and route already answered.
        let answers: Map<String, Json> = request
            .answers
            .iter()
            .filter(|(name, _)| !name.contains(':'))
            .map(|(name, answer)| (name.clone(), answer.clone()))
            .collect();
        let mut desk = Desk::new(&self.pack.rules, self.risk(), &answers);
        for (name, code) in [
            ("destination", &request.destination),
            ("exporter", &request.exporter),
            ("end_user_country", &request.end_user_country),
        ] {
            let codes: Vec<String> = code.iter().cloned().collect();
            let options = code.as_ref().and_then(|_| self.options(&codes));
            desk.places(name, options, &codes);
        }
        let parties = &request.party_countries;
        let options = (!parties.is_empty())
            .then(|| self.options(parties))
            .flatten();
        desk.places("party_countries", options, parties);
        for (name, kind) in [
            ("transit_countries", LegKind::Transit),
            ("transhipment_countries", LegKind::Transhipment),
        ] {
            let legs = case.route.iter().filter(|leg| leg.kind == kind);
            let codes: Vec<String> = legs.map(|leg| leg.country.clone()).collect();
            // A stop in a country that cannot be read: not known, rather than none.
            let options = (!case.route.is_empty())
                .then(|| self.options(&codes))
                .flatten();
            desk.places(name, options, &codes);
        }
        let roles: Vec<String> = case
            .parties
            .iter()
            .filter(|party| !party.name.trim().is_empty())
            .flat_map(|party| party.roles.clone())
            .collect();
        desk.set("case_roles", &roles);
        desk.flag("end_user_named", Truth::from(named(case, "end-user")));
        self.licensing(&mut desk);
        let mut states: Vec<String> = self.results.iter().map(|r| r.state.to_owned()).collect();
        if states.is_empty() {
            states.push("not-screened".to_owned());
        }
        desk.set("parties_screened", &states);
        desk.set("list_states", &list_states(self.lists));
        let missing = self.lists.map(|lists| lists.missing.clone());
        desk.set("lists_missing", &missing.unwrap_or_default());
        let mut on: Vec<String> = self
            .items
            .iter()
            .flat_map(|item| item.hs_lists.clone())
            .collect();
        if case
            .items
            .iter()
            .any(|item| item.customs_code() == CustomsCode::Unknown)
        {
            on.push(DO_NOT_KNOW.to_owned());
        }
        desk.set("hs_lists", &on);
        for (name, currency) in [("case_value_eur", "EUR"), ("case_value_usd", "USD")] {
            let values: Option<Vec<Interval>> = case
                .items
                .iter()
                .map(|item| self.value(item, currency))
                .collect();
            let sum = values.filter(|all| !all.is_empty()).and_then(|all| {
                all.iter()
                    .try_fold(Interval::point(Number::ZERO), |sum, value| sum.add(value))
            });
            desk.quantity(name, sum);
        }
        if let (Some(from), Some(to)) = (&request.exporter, &request.destination)
            && !case.route.is_empty()
        {
            let stops: Vec<String> = case
                .route
                .iter()
                .filter(|leg| leg.kind != LegKind::Destination)
                .map(|leg| leg.country.clone())
                .collect();
            let way = detour(self.risk(), from, &stops, to);
            desk.quantity("route_detour", way.map(|(share, _)| share));
            desk.quantity("route_extra", way.map(|(_, metres)| metres));
        }
        desk.derive();
        desk
    }

    fn licensing(&self, desk: &mut Desk<'_>) {
        let mut all = Vec::new();
        for of in self.outcomes {
            // Without an item nothing is decided; the strictest word says so then.
            let mut words: Vec<String> = of.items.iter().map(|item| item.outcome.clone()).collect();
            words.push(of.outcome.clone());
            desk.set(&format!("outcomes_{}", of.jurisdiction), &words);
            all.extend(words);
        }
        desk.set("outcomes", &all);
        let mut states = Vec::new();
        let mut not_run = Vec::new();
        for (index, of) in (0u32..).zip(&self.pack.licensing.jurisdictions) {
            if !self.asked.contains(&index) {
                continue;
            }
            let results = || {
                self.items
                    .iter()
                    .flat_map(|item| &item.determination)
                    .flat_map(|d| &d.jurisdictions)
                    .filter(|result| result.jurisdiction == of.id)
            };
            let checks: Vec<String> = results()
                .flat_map(|result| &result.not_run)
                .map(|check| check.check.clone())
                .collect();
            desk.set(&format!("checks_not_run_{}", of.id), &checks);
            not_run.extend(checks);
            states.extend(results().map(|result| result.item.to_owned()));
        }
        desk.set("checks_not_run", &not_run);
        if states.is_empty() {
            states.push("not-given".to_owned());
        }
        desk.set("item_states", &states);
    }

    pub(super) fn value(&self, item: &Item, currency: &str) -> Option<Interval> {
        if !item.currency.trim().eq_ignore_ascii_case(currency) || item.value.trim().is_empty() {
            return None;
        }
        let value = parse_quantity(item.value.trim(), currency, &self.pack.rules.units).ok()?;
        Some(value.interval)
    }

    fn subjects(&self, base: Desk<'a>, problems: &mut Vec<CaseProblem>) -> Vec<Subject<'a>> {
        let mut out = Vec::new();
        for (one, result) in self.people.iter().zip(self.results) {
            let none = Map::new();
            let answers = one.party.map_or(&none, |party| &party.answers);
            let mut desk = base.with(answers);
            tell(problems, &one.subject, &desk);
            let trusted = one.party.and_then(|party| self.trusted(party));
            let roles = match one.party {
                Some(party) => party.roles.clone(),
                None => vec!["owner".to_owned()],
            };
            self.someone(&mut desk, one, result, &roles, trusted.is_some());
            desk.derive();
            out.push(Subject {
                per: if one.party.is_some() {
                    Per::Party
                } else {
                    Per::Owner
                },
                name: one.subject.clone(),
                desk,
                roles,
                trusted,
            });
        }
        for (item, result) in self.case.items.iter().zip(self.items) {
            let mut desk = base.with(&item.answers);
            let name = format!("item:{}", item.id);
            self.item(&mut desk, item, result, &name, problems);
            desk.derive();
            out.push(plain(Per::Item, name, desk));
        }
        for leg in &self.case.route {
            let mut desk = base.with(&leg.answers);
            let name = format!("leg:{}", leg.id);
            tell(problems, &name, &desk);
            self.leg(&mut desk, leg);
            desk.derive();
            out.push(plain(Per::Leg, name, desk));
        }
        tell(problems, "", &base);
        out.push(plain(Per::Case, String::new(), base));
        out
    }
}

/// Answers that could not be read.
fn tell(problems: &mut Vec<CaseProblem>, subject: &str, desk: &Desk<'_>) {
    problems.extend(desk.facts.problems.iter().map(|found| {
        problem(
            subject,
            &found.attribute,
            &found.given,
            &found.code,
            &found.message,
            &found.help,
        )
    }));
}

fn plain(per: Per, name: String, desk: Desk<'_>) -> Subject<'_> {
    Subject {
        per,
        name,
        desk,
        roles: Vec::new(),
        trusted: None,
    }
}

fn list_states(lists: Option<&ListsState>) -> Vec<String> {
    let Some(lists) = lists else {
        return vec!["none".to_owned()];
    };
    let starter = lists.starter.then(|| "starter".to_owned());
    lists
        .lists
        .iter()
        .map(|list| list.state.to_owned())
        .chain(starter)
        .collect()
}
