//! How much of a party belongs to listed parties: shares added up over all owners and owners of
//! owners. What is not known is a range, never nothing.

use super::model::OwnershipTest;
use crate::case::Owner;
use crate::party::PartyKind;
use crate::rule::terms::{Interval, Number, Op, Truth, Units, parse_quantity};

/// Whether an owner is on lists that a test counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Screened, and no candidate is left.
    NotFound,
    /// A candidate nobody decided about, or not screened.
    Open,
    /// Confirmed.
    Listed,
}

/// What a test found at a party.
#[derive(Debug, Clone, Default)]
pub struct Share {
    /// Share of listed parties, 0 to 1; none when no owner was given.
    pub interval: Option<Interval>,
    /// Paths of listed owners.
    pub listed: Vec<String>,
    /// Paths of owners about whom it is open.
    pub open: Vec<String>,
}

/// Adds up. `standing` says how an owner stands, by path (`p1/o1`).
pub fn share(
    test: &OwnershipTest,
    units: &Units,
    path: &str,
    owners: &[Owner],
    complete: bool,
    standing: &dyn Fn(&str) -> Standing,
) -> Share {
    let mut found = Share::default();
    if owners.is_empty() && !complete {
        return found;
    }
    found.interval = sum(test, units, path, owners, complete, standing, &mut found);
    found.open.sort();
    found.open.dedup();
    found
}

fn sum(
    test: &OwnershipTest,
    units: &Units,
    path: &str,
    owners: &[Owner],
    complete: bool,
    standing: &dyn Fn(&str) -> Standing,
    found: &mut Share,
) -> Option<Interval> {
    let shares: Vec<Option<Interval>> = owners.iter().map(|owner| stated(owner, units)).collect();
    // What is left for owners whose share is not stated, and for owners nobody named.
    let known = shares
        .iter()
        .flatten()
        .filter_map(|share| share.low)
        .try_fold(Number::ZERO, |sum, (low, _)| sum.add(low))?;
    let left = Number::from(1)
        .sub(known)
        .filter(|left| !left.is_negative());
    let rest = Interval::between(Number::ZERO, left.unwrap_or(Number::ZERO));
    let mut total = Interval::point(Number::ZERO);
    for (owner, stated) in owners.iter().zip(&shares) {
        let path = format!("{path}/{}", owner.id);
        let factor = factor(test, units, &path, owner, standing, found)?;
        total = total.add(&stated.unwrap_or(rest).mul(&factor)?)?;
    }
    if !complete {
        total = total.add(&rest)?;
    }
    let one = Interval::point(Number::from(1));
    Some(total.min(&one))
}

/// How much of an owner's share counts.
fn factor(
    test: &OwnershipTest,
    units: &Units,
    path: &str,
    owner: &Owner,
    standing: &dyn Fn(&str) -> Standing,
    found: &mut Share,
) -> Option<Interval> {
    let none = Interval::point(Number::ZERO);
    let all = Interval::point(Number::from(1));
    let any = Interval::between(Number::ZERO, Number::from(1));
    let own = standing(path);
    match own {
        Standing::Listed => {
            found.listed.push(path.to_owned());
            return Some(all);
        }
        Standing::Open => found.open.push(path.to_owned()),
        Standing::NotFound => {}
    }
    if owner.kind == Some(PartyKind::Person) {
        return Some(if own == Standing::Open { any } else { none });
    }
    let through = if owner.owners.is_empty() && !owner.owners_complete {
        found.open.push(path.to_owned());
        any
    } else {
        let behind = sum(
            test,
            units,
            path,
            &owner.owners,
            owner.owners_complete,
            standing,
            found,
        )?;
        match test.majority {
            None => behind,
            Some(majority) => match behind.compare(Op::AtLeast, &Interval::point(majority)) {
                Truth::True => all,
                Truth::False => none,
                Truth::Unknown => any,
            },
        }
    };
    // An open candidate may be listed itself: then all of it counts.
    Some(if own == Standing::Open {
        Interval {
            low: through.low,
            high: all.high,
        }
    } else {
        through
    })
}

/// Share as stated, when it is one: 0 to 1.
fn stated(owner: &Owner, units: &Units) -> Option<Interval> {
    let share = parse_quantity(owner.share.trim(), "%", units)
        .ok()?
        .interval;
    let none = Interval::point(Number::ZERO);
    let all = Interval::point(Number::from(1));
    let outside = share.compare(Op::Under, &none) != Truth::False
        || share.compare(Op::Over, &all) == Truth::True;
    (!outside).then_some(share)
}

/// A share that cannot be read, or is no share.
#[must_use]
pub fn unreadable(owner: &Owner, units: &Units) -> bool {
    let text = owner.share.trim();
    if text.is_empty() || text == crate::rule::facts::DO_NOT_KNOW {
        return false;
    }
    stated(owner, units).is_none()
}
