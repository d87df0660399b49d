//! One query in, one explained answer out: the only way names are screened.

use super::address::AddressHit;
use super::address_index::AddressIndex;
use super::align::{self, Aligned, Points, Prepared, RawLink};
use super::candidates::{Scratch, candidates};
use super::evidence::{self, Evidence};
use super::index::{Index, NameId, WordId};
use super::report::{
    Alignment, Hit, How, Link, ListChecked, Mode, Policy, Query, Reason, Screening, Token,
    TokenClass,
};
use super::word::{self, Placed, Word, WordRef};
use super::{distance, ofac, rounded, similarity};
use crate::fnv::Build;
use crate::pack::error::{PackError, PackErrorKind};
use crate::pack::parties::{OpenOptions, PartyIndex, PartyPack};
use crate::party::{NameKind, PartyKind};
use crate::text::{self, Readings};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// An open pack with its index, ready to screen.
#[derive(Debug)]
pub struct Screener {
    pack: PartyPack,
    index: Index,
    readings: Option<Readings>,
    identifiers: Vec<(String, PartyIndex)>,
    scratch: Scratch,
    /// Made when the first address is asked for; most users never ask.
    addresses: OnceLock<Result<AddressIndex, PackError>>,
}

impl Screener {
    /// Opens a pack, indexes it and runs the pack's own self-tests.
    ///
    /// # Errors
    /// A [`PackError`]; `pack-self-test` names the query that failed.
    pub fn open(
        bytes: &[u8],
        options: &OpenOptions,
        readings: Option<Readings>,
    ) -> Result<Screener, PackError> {
        let pack = PartyPack::open(bytes, options)?;
        let index = Index::build(&pack, readings.as_ref());
        let mut identifiers: Vec<(String, PartyIndex)> = (0..pack.len() as PartyIndex)
            .flat_map(|party| {
                pack.facts(party)
                    .identifiers
                    .into_iter()
                    .map(move |id| (evidence::identifier_key(&id.value), party))
            })
            .filter(|(key, _)| key.len() >= 4)
            .collect();
        identifiers.sort();
        let mut screener = Screener {
            pack,
            index,
            readings,
            identifiers,
            scratch: Scratch::default(),
            addresses: OnceLock::new(),
        };
        screener.run_self_tests()?;
        Ok(screener)
    }

    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &PartyPack {
        &self.pack
    }

    /// Gives the Han reading table, which may arrive after the pack; names are indexed anew.
    pub fn set_readings(&mut self, readings: Readings) {
        self.index = Index::build(&self.pack, Some(&readings));
        self.readings = Some(readings);
        self.addresses = OnceLock::new();
    }

    /// Listed parties that have this same address: the same house or post-office box, not the same
    /// city. Which lists could be looked at says [`Screener::addresses_on`].
    ///
    /// # Errors
    /// As [`PartyPack::party`].
    pub fn at_address(
        &self,
        address: &str,
        country: Option<&str>,
    ) -> Result<Vec<AddressHit>, PackError> {
        self.address_index()?
            .at(&self.pack, self.readings.as_ref(), address, country)
    }

    /// How many addresses of each list can be compared. A list that publishes none, or only
    /// countries, was not checked for the address.
    ///
    /// # Errors
    /// As [`PartyPack::party`].
    pub fn addresses_on(&self) -> Result<Vec<(&str, u32)>, PackError> {
        let lists = self.pack.manifest.lists.iter().map(|list| list.id.as_str());
        Ok(lists.zip(self.address_index()?.counts()).collect())
    }

    fn address_index(&self) -> Result<&AddressIndex, PackError> {
        self.addresses
            .get_or_init(|| AddressIndex::build(&self.pack, self.readings.as_ref()))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// Screens one party.
    #[must_use]
    pub fn screen(&mut self, query: &Query, policy: &Policy) -> Screening {
        let hits = self.hits(query, policy);
        Screening {
            query: query.clone(),
            policy: policy.clone(),
            engine: env!("CARGO_PKG_VERSION"),
            pack: self.pack.manifest.digest.clone(),
            hits,
            lists: self.lists_checked(policy),
            not_checked: self.not_checked(query, policy),
        }
    }

    /// The hits alone, for batches.
    #[must_use]
    pub fn hits(&mut self, query: &Query, policy: &Policy) -> Vec<Hit> {
        let kind = query.kind.unwrap_or_default();
        let placed = word::prepare(&query.name, kind, self.readings.as_ref());
        let prepared = Prepared::new(placed.iter().map(|p| p.word.clone()).collect());
        let found = self.found(query, policy, &prepared);
        found
            .into_iter()
            .map(|found| self.hit(query, policy, &placed, &prepared, found))
            .collect()
    }

    /// What a result of this query does not cover.
    #[must_use]
    pub fn not_checked(&self, query: &Query, policy: &Policy) -> Vec<&'static str> {
        let mut codes = vec!["ownership", "lists-not-loaded"];
        if self.pack.manifest.starter {
            codes.push("starter-list");
        }
        if !policy.lists.is_empty() {
            codes.push("lists-left-out");
        }
        if !policy.weak_aliases {
            codes.push("weak-aliases");
        }
        if self.readings.is_none() && text::needs_readings(&query.name) {
            codes.push("script-table");
        }
        let words = word::prepare(
            &query.name,
            query.kind.unwrap_or_default(),
            self.readings.as_ref(),
        );
        if words.iter().all(|p| p.word.class == TokenClass::Form) {
            codes.push("name-unreadable");
        } else if words.iter().filter(|p| p.word.latin.len() > 1).count() < 2 {
            codes.push("name-too-short");
        }
        codes
    }

    fn lists_checked(&self, policy: &Policy) -> Vec<ListChecked> {
        self.pack
            .manifest
            .lists
            .iter()
            .filter(|list| policy.lists.is_empty() || policy.lists.contains(&list.id))
            .map(|list| ListChecked {
                id: list.id.clone(),
                published: list.published,
            })
            .collect()
    }

    fn found(&mut self, query: &Query, policy: &Policy, prepared: &Prepared) -> Vec<Found> {
        let lists: Vec<bool> = self
            .pack
            .manifest
            .lists
            .iter()
            .map(|l| policy.lists.is_empty() || policy.lists.contains(&l.id))
            .collect();
        let (pack, index) = (&self.pack, &self.index);
        let allowed = |name: NameId| {
            let listed = lists
                .get(pack.list_index(index.party_of(name)))
                .copied()
                .unwrap_or(false);
            listed && (policy.weak_aliases || pack.name(name).1 != NameKind::WeakAlias)
        };
        let least = (policy.min_score * 1e6) as Points;
        let names = match policy.mode {
            Mode::Ofac => best_as_ofac(pack, index, query, policy, allowed),
            Mode::Explained => {
                let mut names = candidates(index, prepared, &mut self.scratch, allowed);
                for party in parties_with_identifier(&self.identifiers, query) {
                    names.extend(pack.names_of(party).filter(|name| allowed(*name)));
                }
                names
            }
        };
        let mut known = Likenesses::default();
        let mut best: BTreeMap<PartyIndex, Found> = BTreeMap::new();
        for name in names {
            let one = weigh_name(pack, index, query, policy, prepared, name, &mut known);
            match best.get_mut(&one.party) {
                Some(known)
                    if (known.score, known.aligned.score) >= (one.score, one.aligned.score) => {}
                Some(known) => *known = one,
                None => {
                    best.insert(one.party, one);
                }
            }
        }
        let mut found: Vec<Found> = best
            .into_values()
            .filter(|one| one.score >= least)
            .collect();
        found.sort_by(|a, b| {
            (b.score, b.aligned.score)
                .cmp(&(a.score, a.aligned.score))
                .then(a.party.cmp(&b.party))
        });
        found.truncate(policy.limit as usize);
        if query.address.is_some() && policy.mode == Mode::Explained {
            add_address_evidence(pack, query, &mut found);
        }
        found
    }

    fn hit(
        &self,
        query: &Query,
        policy: &Policy,
        placed: &[Placed],
        prepared: &Prepared,
        found: Found,
    ) -> Hit {
        let kind = self.pack.kind(found.party);
        let (name, name_kind) = self.pack.name(found.name);
        let listed = word::prepare(name, kind, self.readings.as_ref());
        let alignment = picture(&query.name, placed, prepared, name, &listed, &found.aligned);
        let why = match policy.mode {
            Mode::Ofac => vec![ofac_reason(query, name, found.score)],
            Mode::Explained => reasons(&alignment, &found),
        };
        Hit {
            score: rounded(found.score),
            name_score: rounded(found.aligned.score),
            list: self.pack.list(found.party).to_owned(),
            reference: self.pack.reference(found.party).to_owned(),
            name: name.to_owned(),
            name_kind,
            primary: self
                .pack
                .name(self.pack.names_of(found.party).start)
                .0
                .to_owned(),
            kind,
            entry: self.pack.entry_digest(found.party),
            alignment,
            why,
        }
    }

    fn run_self_tests(&mut self) -> Result<(), PackError> {
        for test in self.pack.tests.clone() {
            let query = Query {
                name: test.query.clone(),
                ..Query::default()
            };
            let policy = Policy {
                min_score: test.min_score,
                limit: 50,
                ..Policy::default()
            };
            let hits = self.hits(&query, &policy);
            if !hits
                .iter()
                .any(|hit| hit.list == test.list && hit.reference == test.reference)
            {
                let detail = format!(
                    "`{}` does not find {} {} at {}",
                    test.query, test.list, test.reference, test.min_score
                );
                return Err(PackErrorKind::SelfTest.at(detail));
            }
        }
        Ok(())
    }
}

/// Compares two names without a pack: the same words, the same alignment, the same score.
#[must_use]
pub fn compare(
    kind: PartyKind,
    left: &str,
    right: &str,
    readings: Option<&Readings>,
) -> (f64, Vec<Reason>, Alignment) {
    let ours = word::prepare(left, kind, readings);
    let theirs = word::prepare(right, kind, readings);
    let prepared = Prepared::new(ours.iter().map(|p| p.word.clone()).collect());
    let views: Vec<WordRef<'_>> = theirs.iter().map(|p| p.word.view()).collect();
    let aligned = align::align(&prepared, &views);
    let score = aligned.score;
    let alignment = picture(left, &ours, &prepared, right, &theirs, &aligned);
    let found = Found {
        party: 0,
        name: 0,
        score,
        aligned,
        evidence: Vec::new(),
    };
    let why = reasons(&alignment, &found);
    (rounded(score), why, alignment)
}

/// Likenesses already worked out for this query: (query word, listed word) -> answer.
type Likenesses = HashMap<(u32, WordId), Option<(u32, How)>, Build>;

struct Found {
    party: PartyIndex,
    name: NameId,
    score: Points,
    aligned: Aligned,
    evidence: Vec<Evidence>,
}

/// The best name of each party by the OFAC score. Every name is scored: that score likes names
/// that share no word, so the candidates of the explained score would miss some.
fn best_as_ofac(
    pack: &PartyPack,
    index: &Index,
    query: &Query,
    policy: &Policy,
    allowed: impl Fn(NameId) -> bool,
) -> Vec<NameId> {
    let asked = ofac::Asked::new(&query.name);
    let least = (policy.min_score * 1e6) as Points;
    let mut best: BTreeMap<PartyIndex, (Points, NameId)> = BTreeMap::new();
    for name in (0..index.name_count() as NameId).filter(|name| allowed(*name)) {
        let score = asked.score(pack.name(name).0);
        if score == 0 || score < least {
            continue;
        }
        let known = best.entry(index.party_of(name)).or_insert((score, name));
        if score > known.0 {
            *known = (score, name);
        }
    }
    let mut ranked: Vec<(Points, NameId)> = best.into_values().collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(policy.limit as usize);
    ranked.into_iter().map(|(_, name)| name).collect()
}

/// The OFAC score is one number for the whole name; the alignment's points do not make it up.
fn ofac_reason(query: &Query, listed: &str, score: Points) -> Reason {
    Reason {
        code: "ofac-score",
        points: rounded(score),
        query: query.name.clone(),
        listed: listed.to_owned(),
    }
}

fn weigh_name(
    pack: &PartyPack,
    index: &Index,
    query: &Query,
    policy: &Policy,
    prepared: &Prepared,
    name: NameId,
    known: &mut Likenesses,
) -> Found {
    let party = index.party_of(name);
    let ids = index.words_of(name);
    let words: Vec<WordRef<'_>> = ids.iter().map(|id| index.word(*id)).collect();
    let mut likeness = |i: usize, j: usize| {
        let (ours, theirs) = (prepared.words.get(i)?.view(), *words.get(j)?);
        *known
            .entry((i as u32, *ids.get(j)?))
            .or_insert_with(|| similarity::similarity(ours, theirs))
    };
    let mut aligned = align::align_with(prepared, &words, &mut likeness);
    if policy.mode == Mode::Ofac {
        aligned.score = ofac::score(&query.name, pack.name(name).0);
    }
    let name_kind = pack.name(name).1;
    let evidence = match policy.mode {
        Mode::Ofac => Vec::new(),
        Mode::Explained if asks_for_evidence(query) || name_kind == NameKind::WeakAlias => {
            evidence::weigh(
                query,
                pack.kind(party),
                name_kind,
                &pack.facts(party),
                aligned.score,
            )
        }
        Mode::Explained => Vec::new(),
    };
    let mut found = Found {
        party,
        name,
        score: 0,
        aligned,
        evidence,
    };
    found.sum_up();
    found
}

impl Found {
    /// Adds the evidence up; what would leave 0 to 1 is cut, so that the reasons still add up.
    fn sum_up(&mut self) {
        self.score = self.aligned.score;
        for evidence in &mut self.evidence {
            evidence.points = evidence.points.clamp(-self.score, align::ONE - self.score);
            self.score += evidence.points;
        }
    }
}

fn asks_for_evidence(query: &Query) -> bool {
    query.kind.is_some() || query.country.is_some() || query.dob.is_some() || query.id.is_some()
}

fn parties_with_identifier<'a>(
    identifiers: &'a [(String, PartyIndex)],
    query: &Query,
) -> impl Iterator<Item = PartyIndex> + 'a {
    let key = query
        .id
        .as_deref()
        .map(evidence::identifier_key)
        .unwrap_or_default();
    let start = identifiers.partition_point(|(known, _)| *known < key);
    let rest = identifiers.get(start..).unwrap_or_default();
    rest.iter()
        .take_while(move |(known, _)| !key.is_empty() && *known == key)
        .map(|(_, party)| *party)
}

fn add_address_evidence(pack: &PartyPack, query: &Query, found: &mut [Found]) {
    for one in found.iter_mut() {
        let addresses: Vec<String> = pack
            .party(one.party)
            .map(|party| {
                party
                    .addresses
                    .into_iter()
                    .map(|address| address.text)
                    .collect()
            })
            .unwrap_or_default();
        if let Some(evidence) = evidence::by_address(query, &addresses) {
            one.evidence.push(evidence);
            one.sum_up();
        }
    }
    found.sort_by(|a, b| b.score.cmp(&a.score).then(a.party.cmp(&b.party)));
}

fn picture(
    query_text: &str,
    query: &[Placed],
    prepared: &Prepared,
    name: &str,
    listed: &[Placed],
    aligned: &Aligned,
) -> Alignment {
    let tokens = |placed: &[Placed], text: &str| {
        placed
            .iter()
            .map(|p| word::token(p, text))
            .collect::<Vec<Token>>()
    };
    Alignment {
        query: tokens(query, query_text),
        listed: tokens(listed, name),
        links: aligned
            .links
            .iter()
            .map(|link| picture_link(prepared, listed, link))
            .collect(),
    }
}

fn picture_link(prepared: &Prepared, listed: &[Placed], link: &RawLink) -> Link {
    let positions =
        |(start, count): (usize, usize)| (start..start + count).map(|i| i as u16).collect();
    let spelt = matches!(
        link.how,
        How::Spelling | How::Sound | How::Joined | How::Prefix
    );
    let edits = if spelt {
        let ours: Vec<&Word> = prepared
            .words
            .iter()
            .skip(link.query.0)
            .take(link.query.1)
            .collect();
        let theirs: Vec<&Word> = listed
            .iter()
            .map(|p| &p.word)
            .skip(link.listed.0)
            .take(link.listed.1)
            .collect();
        let join = |words: &[&Word]| words.iter().map(|w| w.latin.as_str()).collect::<String>();
        let reading = match (ours.first(), theirs.first()) {
            (Some(a), Some(b)) => similarity::reading(a.view(), b.view()),
            _ => distance::Reading::default(),
        };
        distance::edits(&join(&ours), &join(&theirs), reading)
    } else {
        Vec::new()
    };
    Link {
        query: positions(link.query),
        listed: positions(link.listed),
        how: link.how,
        similarity: f64::from(link.similarity) / 1000.0,
        points: rounded(link.points),
        edits,
    }
}

fn reasons(alignment: &Alignment, found: &Found) -> Vec<Reason> {
    let words = |tokens: &[Token], at: &[u16]| {
        let texts: Vec<&str> = at
            .iter()
            .filter_map(|i| tokens.get(usize::from(*i)))
            .map(|t| t.text.as_str())
            .collect();
        texts.join(" ")
    };
    let mut out: Vec<Reason> = alignment
        .links
        .iter()
        .map(|link| Reason {
            code: link_code(link),
            points: link.points,
            query: words(&alignment.query, &link.query),
            listed: words(&alignment.listed, &link.listed),
        })
        .collect();
    out.extend(found.aligned.adjustments.iter().map(|adjustment| {
        let positions = |at: &[usize]| at.iter().map(|i| *i as u16).collect::<Vec<_>>();
        Reason {
            code: adjustment.code,
            points: rounded(adjustment.points),
            query: words(&alignment.query, &positions(&adjustment.query)),
            listed: words(&alignment.listed, &positions(&adjustment.listed)),
        }
    }));
    out.extend(found.evidence.iter().cloned().map(evidence::reason));
    out
}

fn link_code(link: &Link) -> &'static str {
    match link.how {
        How::Exact => "name-exact",
        How::Spelling => "name-spelling",
        How::Sound => "name-sound",
        How::Joined => "name-joined",
        How::Initial => "name-initial",
        How::Prefix => "name-prefix",
        How::Equivalent => "name-equivalent",
        How::Acronym => "name-acronym",
        How::Unmatched if link.query.is_empty() => "name-unmatched-listed",
        How::Unmatched => "name-unmatched-query",
    }
}
