//! Screens every party and owner of a case, and joins what people decided about candidates.

use crate::case::{Case, Decision, Owner, Party};
use crate::date::{Date, PartialDate};
use crate::finding::{CaseProblem, JudgedHit, ListState, ListsState, PartyResult};
use crate::party::PartyKind;
use crate::risk::model::Risk;
use crate::screen::Screener;
use crate::screen::address::AddressHit;
use crate::screen::report::{Hit, Policy, Query};

/// What is known of somebody, party or owner alike.
#[derive(Debug, Clone)]
pub(super) struct Someone<'a> {
    pub(super) subject: String,
    pub(super) name: &'a str,
    pub(super) kind: Option<PartyKind>,
    pub(super) country: &'a str,
    pub(super) address: &'a str,
    dob: Option<PartialDate>,
    identifiers: &'a [String],
    /// The party; none for owners.
    pub(super) party: Option<&'a Party>,
    /// The owner; none for parties.
    pub(super) owner: Option<&'a Owner>,
}

/// Parties, each followed by its owners.
pub(super) fn everybody(case: &Case) -> Vec<Someone<'_>> {
    let mut out = Vec::new();
    for party in &case.parties {
        out.push(Someone {
            subject: format!("party:{}", party.id),
            name: &party.name,
            kind: party.kind,
            country: &party.country,
            address: &party.address,
            dob: party.dob,
            identifiers: &party.identifiers,
            party: Some(party),
            owner: None,
        });
        owners(&party.id, &party.owners, &mut out);
    }
    out
}

fn owners<'a>(path: &str, list: &'a [Owner], out: &mut Vec<Someone<'a>>) {
    for owner in list {
        let path = format!("{path}/{}", owner.id);
        out.push(Someone {
            subject: format!("owner:{path}"),
            name: &owner.name,
            kind: owner.kind,
            country: &owner.country,
            address: &owner.address,
            dob: owner.dob,
            identifiers: &owner.identifiers,
            party: None,
            owner: Some(owner),
        });
        owners(&path, &owner.owners, out);
    }
}

/// Screens one; without lists or name it is recorded as not screened.
pub(super) fn screen(
    someone: &Someone<'_>,
    screener: Option<&mut Screener>,
    policy: &Policy,
    decisions: &[Decision],
) -> PartyResult {
    let mut result = PartyResult {
        subject: someone.subject.clone(),
        name: someone.name.trim().to_owned(),
        state: "not-screened",
        why_not: None,
        hits: Vec::new(),
        address: "not-checked",
        address_listed: Vec::new(),
        not_checked: Vec::new(),
    };
    let Some(screener) = screener else {
        result.why_not = Some("no-lists");
        return result;
    };
    (result.address, result.address_listed) = address(someone, screener, policy);
    if result.name.is_empty() {
        result.why_not = Some("no-name");
        return result;
    }
    // A name is asked once for each identifier: an entry may carry any of them.
    let query = Query {
        name: result.name.clone(),
        kind: someone.kind.filter(|kind| *kind != PartyKind::Unknown),
        country: Some(someone.country.to_owned()).filter(|code| !code.is_empty()),
        dob: someone.dob,
        id: someone.identifiers.first().cloned(),
        address: Some(someone.address.trim().to_owned()).filter(|text| !text.is_empty()),
    };
    let mut hits = screener.hits(&query, policy);
    for id in someone.identifiers.iter().skip(1) {
        let query = Query {
            id: Some(id.clone()),
            ..query.clone()
        };
        for hit in screener.hits(&query, policy) {
            match hits
                .iter_mut()
                .find(|known| known.list == hit.list && known.reference == hit.reference)
            {
                Some(known) if known.score < hit.score => *known = hit,
                Some(_) => {}
                None => hits.push(hit),
            }
        }
    }
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    result.not_checked = screener.not_checked(&query, policy);
    result.hits = hits
        .into_iter()
        .map(|hit| judged(hit, &someone.subject, decisions))
        .collect();
    result.state = state(&result.hits);
    result
}

fn judged(hit: Hit, subject: &str, decisions: &[Decision]) -> JudgedHit {
    let judgement = decisions
        .iter()
        .rfind(|of| of.subject == subject && of.list == hit.list && of.reference == hit.reference)
        .cloned();
    JudgedHit {
        reopened: judgement.as_ref().is_some_and(|of| of.entry != hit.entry),
        judgement,
        hit,
    }
}

/// Whether the person's word about a candidate counts, and which it is.
pub(super) fn word(hit: &JudgedHit) -> &str {
    match &hit.judgement {
        Some(decision) if !hit.reopened => match decision.verdict.as_str() {
            "same" => "same",
            // Without a reason it is no decision.
            "different" if !decision.reason.trim().is_empty() => "different",
            _ => "open",
        },
        _ => "open",
    }
}

fn state(hits: &[JudgedHit]) -> &'static str {
    let any = |wanted: &str| hits.iter().any(|hit| word(hit) == wanted);
    if any("same") {
        "confirmed"
    } else if any("open") {
        "candidate"
    } else if hits.is_empty() {
        "no-candidate"
    } else {
        "rejected"
    }
}

/// Whether a listed party has this address. Lists that publish none cannot tell: then it was only
/// checked as far as they go.
fn address(
    someone: &Someone<'_>,
    screener: &Screener,
    policy: &Policy,
) -> (&'static str, Vec<AddressHit>) {
    let text = someone.address.trim();
    if text.is_empty() {
        return ("not-given", Vec::new());
    }
    let country = Some(someone.country).filter(|code| !code.is_empty());
    match screener.at_address(text, country) {
        Ok(hits) => {
            let searched =
                |hit: &AddressHit| policy.lists.is_empty() || policy.lists.contains(&hit.list);
            let hits: Vec<AddressHit> = hits.into_iter().filter(searched).collect();
            // Lists without streets cannot say that nobody shares it.
            let some = screener
                .addresses_on()
                .is_ok_and(|lists| lists.iter().any(|(_, known)| *known > 0));
            match (hits.is_empty(), some) {
                (false, _) => ("shared", hits),
                (true, true) => ("not-shared", hits),
                (true, false) => ("not-checked", hits),
            }
        }
        Err(_) => ("not-checked", Vec::new()),
    }
}

/// Versions and ages of the lists on the day of the case.
pub(super) fn lists(
    screener: &Screener,
    risk: &Risk,
    wanted: &dyn Fn(Option<u32>) -> bool,
    policy: &Policy,
    as_of: Date,
) -> ListsState {
    let manifest = &screener.pack().manifest;
    let searched = |id: &String| policy.lists.is_empty() || policy.lists.contains(id);
    let closed = |id: &str| risk.lists.iter().any(|of| of.id == id && of.closed);
    let lists: Vec<ListState> = manifest
        .lists
        .iter()
        .filter(|list| searched(&list.id))
        .map(|list| {
            let age = list
                .published
                .map(|published| as_of.day_number() - published.day_number());
            ListState {
                id: list.id.clone(),
                published: list.published.map(|date| date.to_string()),
                age_days: age,
                state: match age {
                    _ if closed(&list.id) => "closed",
                    None => "undated",
                    Some(days) if days > i64::from(list.stale_after_days) => "stale",
                    Some(_) => "fresh",
                },
            }
        })
        .collect();
    let missing = risk
        .required
        .iter()
        .filter(|of| wanted(of.jurisdiction))
        .filter(|of| !lists.iter().any(|list| of.any.contains(&list.id)))
        .map(|of| of.id.clone())
        .collect();
    ListsState {
        digest: manifest.digest.clone(),
        starter: manifest.starter,
        lists,
        missing,
    }
}

/// Decisions whose candidate does not come up any more: told, not dropped.
pub(super) fn idle_decisions(decisions: &[Decision], results: &[PartyResult]) -> Vec<CaseProblem> {
    let comes_up = |of: &Decision| {
        results.iter().any(|result| {
            result.subject == of.subject
                && result
                    .hits
                    .iter()
                    .any(|hit| hit.hit.list == of.list && hit.hit.reference == of.reference)
        })
    };
    decisions
        .iter()
        .filter(|of| !comes_up(of))
        .map(|of| CaseProblem {
            subject: of.subject.clone(),
            field: "decisions".to_owned(),
            given: format!("{} {}", of.list, of.reference),
            code: "decision-without-candidate".to_owned(),
            message: "the decision is about an entry that the screening does not find now"
                .to_owned(),
            help: "check whether the name or the lists changed".to_owned(),
        })
        .collect()
}
