//! Adds up shares of listed owners, party by party and test by test.

use super::case::problem;
use super::listing::lists_of;
use crate::case::{self, Case};
use crate::finding::{CaseProblem, OwnershipResult, PartyResult};
use crate::pack::rule_pack::RulePack;
use crate::risk::ownership::{self, Standing};
use crate::rule::explain::shown_quantity;
use crate::rule::terms::Interval;

/// A share as people read it, and as conditions compare it.
type Owned = (OwnershipResult, Option<Interval>);

/// Shares of listed parties in every party, by every test.
pub(super) fn ownership_of(
    pack: &RulePack,
    case: &Case,
    results: &[PartyResult],
    problems: &mut Vec<CaseProblem>,
) -> Vec<Owned> {
    let units = &pack.rules.units;
    let mut out = Vec::new();
    for party in &case.parties {
        unreadable_shares(pack, &party.id, &party.owners, problems);
        for test in &pack.risk.ownership {
            let standing = |path: &str| -> Standing {
                let subject = format!("owner:{path}");
                let Some(result) = results.iter().find(|of| of.subject == subject) else {
                    return Standing::Open;
                };
                let counts =
                    |lists: Vec<String>| lists.iter().any(|list| test.lists.contains(list));
                if counts(lists_of(result, "same")) {
                    Standing::Listed
                } else if result.state == "not-screened" || counts(lists_of(result, "open")) {
                    Standing::Open
                } else {
                    Standing::NotFound
                }
            };
            let share = ownership::share(
                test,
                units,
                &party.id,
                &party.owners,
                party.owners_complete,
                &standing,
            );
            let shown = |end: Option<crate::rule::terms::Number>| {
                shown_quantity(&pack.rules, &Interval::point(end?), "%")
            };
            let end = |of: fn(&Interval) -> Option<crate::rule::terms::Number>| {
                shown(share.interval.as_ref().and_then(of))
            };
            out.push((
                OwnershipResult {
                    subject: format!("party:{}", party.id),
                    test: test.id.clone(),
                    min: end(|of| of.low.map(|(low, _)| low)),
                    max: end(|of| of.high.map(|(high, _)| high)),
                    listed: owner_subjects(&share.listed),
                    open: owner_subjects(&share.open),
                },
                share.interval,
            ));
        }
    }
    out
}

fn owner_subjects(paths: &[String]) -> Vec<String> {
    paths.iter().map(|path| format!("owner:{path}")).collect()
}

fn unreadable_shares(
    pack: &RulePack,
    path: &str,
    owners: &[case::Owner],
    problems: &mut Vec<CaseProblem>,
) {
    for owner in owners {
        let path = format!("{path}/{}", owner.id);
        if ownership::unreadable(owner, &pack.rules.units) {
            problems.push(problem(
                &format!("owner:{path}"),
                "share",
                &owner.share,
                "no-share",
                "this is no share between 0 and 100 %; it counts as not known",
                "write `30 %`, `25 to 50 %`, or leave it empty",
            ));
        }
        unreadable_shares(pack, &path, &owner.owners, problems);
    }
}
