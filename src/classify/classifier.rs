//! Answers about an item -> verdict per list and provision, with reasons and the next questions.

use super::question::ask;
use super::report::{
    Classification, EntryResult, ListResult, NotInForce, NotModelled, ProvisionResult, Related,
    Released, ReviewResult, SeeAlso,
};
use crate::date::Date;
use crate::rule::criterion::{RulesId, word};
use crate::rule::evaluate::provision as decide;
use crate::rule::explain::{Walk, missing};
use crate::rule::facts::Facts;
use crate::rule::model::{Control, Family, Provision, Review, Rules};
use crate::rule::terms::Truth;
use serde_json::{Map, Value as Json};

/// What is asked.
#[derive(Debug)]
pub struct Request<'a> {
    /// The family.
    pub family: &'a Family,
    /// Answers by attribute or review prompt.
    pub answers: &'a Map<String, Json>,
    /// Day whose law applies.
    pub as_of: Date,
    /// Indices of the lists.
    pub lists: &'a [u32],
}

/// Duties that hold whatever the result is; the page has the texts.
const NOTICES: [&str; 4] = ["catch-all", "sanctions", "authority", "responsibility"];

/// Classifies one item. See-also entries are always visited, also after a provision is met.
#[must_use]
pub fn classify(
    rules: &Rules,
    version: &str,
    digest: &str,
    request: &Request<'_>,
) -> Classification {
    let facts = Facts::read(rules, &request.family.given, request.answers);
    let verdicts = verdicts(rules, &facts, request);
    let provisions: Vec<ProvisionResult> = evaluated(rules, &verdicts)
        .map(|(rule, truth)| provision_result(rules, &facts, &verdicts, rule, truth))
        .collect();
    let mut do_not_know: Vec<String> = Vec::new();
    for result in provisions.iter().filter(|p| p.result == Truth::Unknown) {
        for id in &result.missing {
            let said = request.answers.get(id).and_then(Json::as_str);
            if said == Some(crate::rule::facts::DO_NOT_KNOW) && !do_not_know.contains(id) {
                do_not_know.push(id.clone());
            }
        }
    }
    Classification {
        family: request.family.id.clone(),
        as_of: request.as_of.to_string(),
        rules: RulesId {
            version: version.to_owned(),
            digest: digest.to_owned(),
        },
        lists: request
            .lists
            .iter()
            .filter_map(|list| list_result(rules, &verdicts, request, *list))
            .collect(),
        ask: ask(rules, &facts, &verdicts),
        do_not_know,
        see_also: see_also(rules, &verdicts, request),
        review: reviews(rules, &verdicts, request),
        related: related(rules, &verdicts, request),
        problems: facts.problems,
        provisions,
        notices: NOTICES.to_vec(),
    }
}

/// Verdict of every provision that applies, by index.
#[must_use]
pub fn verdicts(rules: &Rules, facts: &Facts, request: &Request<'_>) -> Vec<Option<Truth>> {
    let mut verdicts: Vec<Option<Truth>> = vec![None; rules.provisions.len()];
    for index in &request.family.provisions {
        let Some(rule) = rules.provisions.get(*index as usize) else {
            continue;
        };
        if !request.lists.contains(&rule.list) || !applies(rule, request.as_of) {
            continue;
        }
        let truth = decide(rules, facts, &verdicts, rule);
        if let Some(slot) = verdicts.get_mut(*index as usize) {
            *slot = Some(truth);
        }
    }
    verdicts
}

/// Verdict of one provision for a family, whatever the date: examples of law to come are run too.
#[must_use]
pub fn verdict(rules: &Rules, family: &Family, facts: &Facts, provision: u32) -> Option<Truth> {
    let mut verdicts: Vec<Option<Truth>> = vec![None; rules.provisions.len()];
    for index in family
        .provisions
        .iter()
        .filter(|index| **index <= provision)
    {
        let rule = rules.provisions.get(*index as usize)?;
        let truth = decide(rules, facts, &verdicts, rule);
        if let Some(slot) = verdicts.get_mut(*index as usize) {
            *slot = Some(truth);
        }
    }
    verdicts.get(provision as usize).copied().flatten()
}

/// What a family's rules can ask for, and the entries they belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Attributes, those that decide most first.
    pub attributes: Vec<String>,
    /// Entries with a rule for the family.
    pub entries: Vec<String>,
}

/// The one-sheet view of a family.
#[must_use]
pub fn sheet(rules: &Rules, family: &Family, lists: &[u32]) -> Sheet {
    let facts = Facts::read(rules, &family.given, &Map::new());
    let mut verdicts: Vec<Option<Truth>> = vec![None; rules.provisions.len()];
    let mut sheet = Sheet::default();
    let provisions: Vec<(usize, &Provision)> = family
        .provisions
        .iter()
        .filter_map(|index| Some((*index as usize, rules.provisions.get(*index as usize)?)))
        .filter(|(_, rule)| lists.contains(&rule.list))
        .collect();
    for (index, rule) in &provisions {
        let truth = decide(rules, &facts, &verdicts, rule);
        if let Some(slot) = verdicts.get_mut(*index) {
            *slot = Some(truth);
        }
        let entry = entry_of(rules, rule);
        if !sheet.entries.iter().any(|known| known == entry) {
            sheet.entries.push(entry.to_owned());
        }
    }
    let questions = ask(rules, &facts, &verdicts);
    sheet.attributes = questions.into_iter().map(|q| q.attribute).collect();
    // What only a decided provision asks for still belongs on the sheet: answers may change.
    for attribute in provisions
        .iter()
        .flat_map(|(_, rule)| crate::rule::explain::asked(rules, rule))
    {
        let given = family.given.iter().any(|(known, _)| *known == attribute);
        let id = rules.attributes.get(attribute as usize).map(|a| &a.id);
        if let Some(id) = id.filter(|id| !given && !sheet.attributes.contains(id)) {
            sheet.attributes.push(id.clone());
        }
    }
    sheet
}

fn applies(rule: &Provision, as_of: Date) -> bool {
    rule.status.applies()
        && rule.valid_from.is_none_or(|from| from <= as_of)
        && rule.valid_to.is_none_or(|to| as_of < to)
}

fn evaluated<'a>(
    rules: &'a Rules,
    verdicts: &'a [Option<Truth>],
) -> impl Iterator<Item = (&'a Provision, Truth)> {
    rules
        .provisions
        .iter()
        .zip(verdicts)
        .filter_map(|(rule, verdict)| Some((rule, (*verdict)?)))
}

fn provision_result(
    rules: &Rules,
    facts: &Facts,
    verdicts: &[Option<Truth>],
    rule: &Provision,
    truth: Truth,
) -> ProvisionResult {
    let mut walk = Walk::new(rules, facts, verdicts);
    let met = rule.when.map(|when| walk.block(when));
    let criteria = std::mem::take(&mut walk.criteria);
    let released_by = rule
        .unless
        .iter()
        .filter_map(|release| {
            let mut walk = Walk::new(rules, facts, verdicts);
            let result = walk.block(release.when);
            // A note only matters where the paragraph itself is not ruled out.
            (result != Truth::False && met != Some(Truth::False)).then(|| Released {
                cite: release.cite.clone(),
                result,
                criteria: walk.criteria,
            })
        })
        .collect();
    let lacking = if truth == Truth::Unknown {
        missing(rules, facts, verdicts, rule)
    } else {
        Vec::new()
    };
    ProvisionResult {
        list: list_id(rules, rule.list),
        entry: entry_of(rules, rule).to_owned(),
        path: rule.path.clone(),
        result: truth,
        modelled: rule.when.is_some(),
        criteria,
        released_by,
        missing: lacking
            .into_iter()
            .filter_map(|index| rules.attributes.get(index as usize))
            .map(|attribute| attribute.id.clone())
            .collect(),
        status: rule.status,
        reasons: rule.reasons.clone(),
        differs: rule.differs,
    }
}

fn list_result(
    rules: &Rules,
    verdicts: &[Option<Truth>],
    request: &Request<'_>,
    list: u32,
) -> Option<ListResult> {
    let of = rules.lists.get(list as usize)?;
    let mut entries: Vec<EntryResult> = Vec::new();
    for (rule, truth) in evaluated(rules, verdicts).filter(|(rule, _)| rule.list == list) {
        let entry = entry_of(rules, rule);
        let known = entries.iter().position(|known| known.entry == entry);
        let at = known.unwrap_or(entries.len());
        if known.is_none() {
            entries.push(EntryResult {
                entry: entry.to_owned(),
                result: Truth::False,
                met: Vec::new(),
                unknown: Vec::new(),
                reasons: Vec::new(),
            });
        }
        let Some(last) = entries.get_mut(at) else {
            continue;
        };
        last.result = last.result.or(truth);
        match truth {
            Truth::True => {
                last.met.push(rule.path.clone());
                for reason in &rule.reasons {
                    if !last.reasons.contains(reason) {
                        last.reasons.push(reason.clone());
                    }
                }
            }
            Truth::Unknown => last.unknown.push(rule.path.clone()),
            Truth::False => {}
        }
    }
    let whole = entries
        .iter()
        .fold(Truth::False, |sum, entry| sum.or(entry.result));
    Some(ListResult {
        list: of.id.clone(),
        instrument: of.instrument.clone(),
        version: of.version.clone(),
        verdict: match whole {
            Truth::True => "listed",
            Truth::Unknown => "undecided",
            // Nothing was checked: that must not read as a result.
            Truth::False if entries.is_empty() => "no-rule",
            Truth::False => "none-identified",
        },
        not_in_force: not_in_force(rules, request, list),
        not_modelled: not_modelled(rules, &entries, list),
        entries,
        coverage: of.coverage,
    })
}

fn not_in_force(rules: &Rules, request: &Request<'_>, list: u32) -> Vec<NotInForce> {
    request
        .family
        .provisions
        .iter()
        .filter_map(|index| rules.provisions.get(*index as usize))
        .filter(|rule| rule.list == list && !applies(rule, request.as_of))
        .map(|rule| NotInForce {
            entry: entry_of(rules, rule).to_owned(),
            path: rule.path.clone(),
            status: rule.status,
        })
        .collect()
}

fn not_modelled(rules: &Rules, entries: &[EntryResult], list: u32) -> Vec<NotModelled> {
    entries
        .iter()
        .filter_map(|entry| {
            let control = control(rules, &entry.entry)?;
            let at = control.lists.iter().position(|l| *l == list)?;
            let paths = control.not_modelled.get(at)?;
            (!paths.is_empty()).then(|| NotModelled {
                entry: entry.entry.clone(),
                paths: paths.clone(),
            })
        })
        .collect()
}

fn see_also(rules: &Rules, verdicts: &[Option<Truth>], request: &Request<'_>) -> Vec<SeeAlso> {
    let mut out: Vec<SeeAlso> = Vec::new();
    for list in request.lists {
        let mut codes: Vec<&String> = Vec::new();
        for (rule, truth) in evaluated(rules, verdicts).filter(|(rule, _)| rule.list == *list) {
            if truth == Truth::False {
                continue;
            }
            let control = rules.controls.get(rule.control as usize);
            codes.extend(control.iter().flat_map(|control| &control.see_also));
        }
        codes.extend(&request.family.see);
        for code in codes {
            let list_id = list_id(rules, *list);
            let held = control(rules, code).is_some_and(|control| control.lists.contains(list));
            let known = out
                .iter()
                .any(|see| see.entry == *code && see.list == list_id);
            if held && !known {
                out.push(SeeAlso {
                    list: list_id,
                    entry: code.clone(),
                    result: visited(rules, verdicts, *list, code),
                });
            }
        }
    }
    out
}

fn visited(rules: &Rules, verdicts: &[Option<Truth>], list: u32, code: &str) -> &'static str {
    evaluated(rules, verdicts)
        .filter(|(rule, _)| rule.list == list && entry_of(rules, rule) == code)
        .map(|(_, truth)| truth)
        .reduce(Truth::or)
        .map_or("not-modelled", word)
}

fn reviews(rules: &Rules, verdicts: &[Option<Truth>], request: &Request<'_>) -> Vec<ReviewResult> {
    let concerns = |review: &Review| {
        review.entries.is_empty()
            || evaluated(rules, verdicts).any(|(rule, _)| {
                rule.list == review.list
                    && review
                        .entries
                        .iter()
                        .any(|entry| entry == entry_of(rules, rule))
            })
    };
    rules
        .reviews
        .iter()
        .filter(|review| request.lists.contains(&review.list) && concerns(review))
        .map(|review| ReviewResult {
            id: review.id.clone(),
            list: list_id(rules, review.list),
            result: match request.answers.get(&review.id).and_then(Json::as_str) {
                Some("yes") => "yes",
                Some("no") => "no",
                _ => "unknown",
            },
        })
        .collect()
}

fn related(rules: &Rules, verdicts: &[Option<Truth>], request: &Request<'_>) -> Vec<Related> {
    let mut out: Vec<Related> = Vec::new();
    for list in request.lists {
        for (rule, truth) in evaluated(rules, verdicts).filter(|(rule, _)| rule.list == *list) {
            let Some(control) = rules.controls.get(rule.control as usize) else {
                continue;
            };
            let list = list_id(rules, *list);
            let known = out
                .iter()
                .any(|r| r.entry == control.entry && r.list == list);
            let none = control.software.is_empty() && control.technology.is_empty();
            if truth != Truth::False && !known && !none {
                out.push(Related {
                    list,
                    entry: control.entry.clone(),
                    software: control.software.clone(),
                    technology: control.technology.clone(),
                });
            }
        }
    }
    out
}

fn control<'a>(rules: &'a Rules, code: &str) -> Option<&'a Control> {
    rules.controls.iter().find(|control| control.entry == code)
}

fn entry_of<'a>(rules: &'a Rules, rule: &Provision) -> &'a str {
    rules
        .controls
        .get(rule.control as usize)
        .map_or("", |control| control.entry.as_str())
}

fn list_id(rules: &Rules, list: u32) -> String {
    rules
        .lists
        .get(list as usize)
        .map(|list| list.id.clone())
        .unwrap_or_default()
}
