//! Runs every measure of a jurisdiction over a case. The map and the single answer come from here:
//! one evaluation path.

use super::explain::{Because, because, questions};
use super::facts::{Desk, Places};
use super::item::{Code, Listed, State};
use super::model::{Kind, Licensing, Measure};
use super::outcome::{Outcome, Weight, outcome};
use crate::date::Date;
use crate::rule::facts::Facts;
use crate::rule::model::{Block, Rules};
use crate::rule::play::speaks_for;
use crate::rule::terms::Truth;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};

/// Everything a question brings that does not depend on the jurisdiction.
#[derive(Debug)]
pub struct Case<'a> {
    /// The rules that conditions are written in.
    pub rules: &'a Rules,
    /// The law.
    pub licensing: &'a Licensing,
    /// Answers, read.
    pub facts: Facts,
    /// Answers as they came, for confirmed reasons.
    pub answers: &'a Map<String, Json>,
    /// Verdict of provisions, for conditions that refer to other entries.
    pub verdicts: &'a [Option<Truth>],
    /// Day whose law applies.
    pub as_of: Date,
}

/// A jurisdiction's side of a case.
#[derive(Debug)]
pub struct Side {
    /// Index of the jurisdiction.
    pub jurisdiction: u32,
    /// How much is known of the item.
    pub state: State,
    codes: Vec<Code>,
}

impl Side {
    /// Works out what follows from the codes alone.
    #[must_use]
    pub fn new(licensing: &Licensing, jurisdiction: u32, item: &Listed) -> Side {
        Side {
            jurisdiction,
            state: item.state,
            codes: item
                .codes
                .iter()
                .map(|(code, truth)| Code::new(licensing, jurisdiction, code, *truth))
                .collect(),
        }
    }

    /// The code of a finding.
    #[must_use]
    pub fn code(&self, at: Option<usize>) -> Option<&str> {
        self.codes.get(at?).map(|code| code.code.as_str())
    }
}

/// A measure that applies, or may.
#[derive(Debug, Clone)]
pub struct Found {
    /// Index of the measure.
    pub measure: u32,
    /// Position of the paragraph.
    pub code: Option<usize>,
    /// Met or unknown.
    pub truth: Truth,
    /// Nobody answered its questions, and it only runs when somebody does.
    pub not_run: bool,
    /// Why, when asked for.
    pub because: Because,
}

/// An authorisation that was looked at.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Index of the measure.
    pub measure: u32,
    /// Position of the paragraph.
    pub code: Option<usize>,
    /// Truth of each condition; only up to the first false one unless reasons are asked for.
    pub conditions: Vec<Truth>,
    /// Whether the plain scope fits.
    pub scope: Truth,
    /// Requirements it may overcome, by measure.
    pub covers: Vec<u32>,
    /// Requirements of the paragraph that stay.
    pub leaves: Vec<u32>,
    /// Why the scope fits.
    pub because: Because,
    /// Why each condition holds or not.
    pub reasons: Vec<Because>,
    /// Duties that come with it.
    pub duties: Vec<usize>,
    /// The special case that it is for was confirmed, or it is for none.
    pub asked: bool,
}

impl Candidate {
    /// No condition is known to fail, and the special case that it is for, if any, was confirmed.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.asked && !self.conditions.contains(&Truth::False)
    }
}

/// What a jurisdiction says.
#[derive(Debug)]
pub struct Run {
    /// Whether its law applies.
    pub scope: Truth,
    /// Scope measures.
    pub scopes: Vec<Found>,
    /// What stands in the way, or may.
    pub findings: Vec<Found>,
    /// Authorisations for what is required.
    pub candidates: Vec<Candidate>,
    /// Authorisations whose plain scope does not fit.
    pub out_of_scope: Vec<u32>,
    /// Duties and prompts.
    pub notes: Vec<Found>,
    /// How many paragraphs of the item were looked at.
    pub codes: usize,
    /// The end of it.
    pub outcome: Outcome,
    /// What it would be if the law applied.
    pub inside: Outcome,
}

impl Run {
    /// Whether an authorisation that may overcome the finding is not ruled out: for the finding's
    /// paragraph, or, for a finding about the whole case, for every paragraph.
    #[must_use]
    pub fn overcome(&self, found: &Found) -> Vec<u32> {
        let covering = |code: Option<usize>| {
            self.candidates
                .iter()
                .filter(move |c| c.code == code && c.counts() && c.covers.contains(&found.measure))
        };
        let everywhere = if self.codes == 0 {
            covering(None).next().is_some()
        } else {
            (0..self.codes).all(|code| covering(Some(code)).next().is_some())
        };
        if found.code.is_none() && !everywhere {
            return Vec::new();
        }
        let mut out: Vec<u32> = self
            .candidates
            .iter()
            .filter(|c| {
                (found.code.is_none() || c.code == found.code)
                    && c.counts()
                    && c.covers.contains(&found.measure)
            })
            .map(|c| c.measure)
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Runs one jurisdiction, for one destination after another.
pub(super) struct Runner<'a> {
    desk: Desk<'a>,
    side: &'a Side,
    /// Keep reasons.
    explain: bool,
    /// Somebody said "I do not know" to something.
    said_unknown: bool,
    /// Measures of the jurisdiction that apply on the day: about the case, about a paragraph, and
    /// authorisations.
    whole: Vec<(u32, &'a Measure)>,
    each: Vec<(u32, &'a Measure)>,
    ways: Vec<(u32, &'a Measure)>,
    /// Truths of shared restrictions at the paragraph at hand, by last node.
    known: BTreeMap<u32, Truth>,
    /// Shared restrictions whose reasons were given at the paragraph at hand.
    told: BTreeSet<String>,
}

/// Runs a jurisdiction. With `explain`, reasons and open questions are kept.
#[must_use]
pub fn run(case: &Case<'_>, side: &Side, places: &Places, explain: bool) -> Run {
    Runner::new(case, side, explain).run(places)
}

impl<'a> Runner<'a> {
    pub(super) fn new(case: &'a Case<'a>, side: &'a Side, explain: bool) -> Runner<'a> {
        let here = |(_, m): &(u32, &'a Measure)| {
            m.jurisdiction == side.jurisdiction && m.applies(case.as_of)
        };
        let all = (0u32..).zip(&case.licensing.measures).filter(here);
        let (ways, rules): (Vec<_>, Vec<_>) = all.partition(|(_, m)| m.kind == Kind::Authorisation);
        let (each, whole) = rules.into_iter().partition(|(_, m)| m.per_provision);
        Runner {
            desk: Desk::new(case),
            side,
            explain,
            said_unknown: case.facts.says_unknown(),
            whole,
            each,
            ways,
            known: BTreeMap::new(),
            told: BTreeSet::new(),
        }
    }

    pub(super) fn run(&mut self, places: &Places) -> Run {
        let side = self.side;
        self.desk.places(side.jurisdiction, places);
        let all: Vec<&Code> = side.codes.iter().collect();
        self.turn(&all);
        let mut scopes = Vec::new();
        let mut findings: Vec<Found> = Vec::new();
        let mut notes = Vec::new();
        let mut scope: Option<Truth> = None;
        for (index, measure) in self.whole.clone() {
            match measure.kind {
                Kind::Scope => {
                    let truth = self.truth(measure.when);
                    let found = self.found(index, measure, None, truth);
                    // Not run: told as such, and no reason to leave the scope open.
                    let counts = match &found {
                        Some(found) if found.not_run => Truth::False,
                        _ => truth,
                    };
                    scope = Some(scope.map_or(counts, |sum| sum.or(counts)));
                    scopes.extend(found);
                }
                kind if kind.bars() => {
                    let truth = self.truth(measure.when);
                    findings.extend(self.found(index, measure, None, truth));
                }
                Kind::Duty | Kind::Prompt if self.explain => {
                    let truth = self.truth(measure.when);
                    notes.extend(self.found(index, measure, None, truth));
                }
                _ => {}
            }
        }
        let whole = findings.len();
        let mut candidates = Vec::new();
        let mut out_of_scope = Vec::new();
        for (at, code) in side.codes.iter().enumerate() {
            self.turn(&[code]);
            let first = findings.len();
            for (index, measure) in self.each.clone() {
                let notes_too = self.explain && matches!(measure.kind, Kind::Duty | Kind::Prompt);
                if !(measure.kind.bars() || notes_too) {
                    continue;
                }
                let truth = self.truth(measure.when).and(code.truth);
                let found = self.found(index, measure, Some(at), truth);
                if measure.kind.bars() {
                    findings.extend(found);
                } else {
                    notes.extend(found);
                }
            }
            let of: Vec<u32> = findings
                .iter()
                .take(whole)
                .chain(findings.iter().skip(first))
                .filter(|found| !found.not_run)
                .map(|found| found.measure)
                .collect();
            self.authorisations(Some(at), &of, &mut candidates, &mut out_of_scope);
        }
        if side.codes.is_empty() {
            let of: Vec<u32> = findings
                .iter()
                .filter(|found| !found.not_run)
                .map(|found| found.measure)
                .collect();
            self.authorisations(None, &of, &mut candidates, &mut out_of_scope);
        }
        out_of_scope.sort_unstable();
        out_of_scope.dedup();
        out_of_scope
            .retain(|measure| !candidates.iter().any(|c: &Candidate| c.measure == *measure));
        let mut run = Run {
            scope: scope.unwrap_or(Truth::True),
            scopes,
            findings,
            candidates,
            out_of_scope,
            notes,
            codes: side.codes.len(),
            outcome: Outcome::Undecided,
            inside: Outcome::Undecided,
        };
        let weights: Vec<Weight> = run
            .findings
            .iter()
            .filter(|found| !found.not_run)
            .map(|found| self.weight(&run, found))
            .collect();
        (run.outcome, run.inside) = outcome(run.scope, side.state, &weights);
        run
    }

    fn weight(&self, run: &Run, found: &Found) -> Weight {
        weight(self.desk.case.licensing, run, found)
    }

    /// Turns to some paragraphs.
    fn turn(&mut self, codes: &[&Code]) {
        self.desk.item(self.side.state, codes);
        self.known.clear();
        self.told.clear();
    }

    fn truth(&self, block: Block) -> Truth {
        self.desk.truth(block)
    }

    /// Restrictions are shared by many authorisations: decided once per paragraph.
    fn shared(&mut self, block: Block) -> Truth {
        if let Some(known) = self.known.get(&block.last) {
            return *known;
        }
        let truth = self.desk.truth(block);
        self.known.insert(block.last, truth);
        truth
    }

    fn found(
        &self,
        index: u32,
        measure: &Measure,
        code: Option<usize>,
        truth: Truth,
    ) -> Option<Found> {
        if truth == Truth::False {
            return None;
        }
        let on_request = self
            .desk
            .case
            .licensing
            .checks
            .get(measure.check as usize)
            .is_some_and(|check| check.on_request);
        let not_run = truth == Truth::Unknown && on_request && !self.in_play(measure.when);
        // Of a check that was not run only the questions are told.
        let because = match (self.explain, not_run) {
            (false, _) => Because::default(),
            (true, true) if !matches!(measure.kind, Kind::Duty | Kind::Prompt) => {
                questions(&self.desk, &self.turned_to(code), measure.when)
            }
            (true, _) => because(&self.desk, &self.turned_to(code), measure.when),
        };
        Some(Found {
            measure: index,
            code,
            truth,
            not_run,
            because,
        })
    }

    fn turned_to(&self, code: Option<usize>) -> Vec<&'a Code> {
        match code {
            Some(at) => self.side.codes.get(at).into_iter().collect(),
            None => self.side.codes.iter().collect(),
        }
    }

    /// Whether the user said something that speaks for it, or "I do not know".
    fn in_play(&self, block: Block) -> bool {
        speaks_for(self.desk.case.rules, &self.desk.facts, block)
            || self.said_unknown && questions(&self.desk, &[], block).do_not_know
    }

    fn authorisations(
        &mut self,
        code: Option<usize>,
        required: &[u32],
        candidates: &mut Vec<Candidate>,
        out_of_scope: &mut Vec<u32>,
    ) {
        if required.is_empty() {
            return;
        }
        for (index, measure) in self.ways.clone() {
            let (covers, leaves): (Vec<u32>, Vec<u32>) = required
                .iter()
                .partition(|required| measure.overcomes.binary_search(required).is_ok());
            if covers.is_empty() {
                continue;
            }
            let scope = self.truth(measure.when);
            if scope == Truth::False {
                out_of_scope.push(index);
                continue;
            }
            let mut conditions = Vec::with_capacity(measure.conditions.len());
            // An open scope, or a special case that nobody confirmed, is no way out yet.
            let mut asked = scope == Truth::True;
            for condition in &measure.conditions {
                let truth = if condition.shared {
                    self.shared(condition.when)
                } else {
                    self.truth(condition.when)
                };
                conditions.push(truth);
                asked &= !condition.circumstance || truth == Truth::True;
                if truth == Truth::False && !self.explain {
                    break;
                }
            }
            let mut candidate = Candidate {
                measure: index,
                code,
                conditions,
                scope,
                covers,
                leaves,
                because: Because::default(),
                reasons: Vec::new(),
                duties: Vec::new(),
                asked,
            };
            if self.explain {
                self.explain(measure, &mut candidate);
            }
            candidates.push(candidate);
        }
    }

    fn explain(&mut self, measure: &Measure, candidate: &mut Candidate) {
        let codes = self.turned_to(candidate.code);
        candidate.because = because(&self.desk, &codes, measure.when);
        for (condition, truth) in measure.conditions.iter().zip(&candidate.conditions) {
            // A shared restriction is told once per paragraph, and not at all while it is kept.
            let told = condition.shared
                && (*truth == Truth::True || !self.told.insert(condition.id.clone()));
            // Whether the authorisation is for such a case at all is asked first.
            let because = if candidate.scope == Truth::True && !told {
                because(&self.desk, &codes, condition.when)
            } else {
                Because::default()
            };
            candidate.reasons.push(because);
        }
        for (at, when) in measure.duties.iter().enumerate() {
            if when.is_none_or(|block| self.truth(block) != Truth::False) {
                candidate.duties.push(at);
            }
        }
    }
}

/// What a finding counts for.
#[must_use]
pub fn weight(licensing: &Licensing, run: &Run, found: &Found) -> Weight {
    let measure = licensing.measures.get(found.measure as usize);
    Weight {
        kind: measure.map_or(Kind::Prompt, |measure| measure.kind),
        truth: found.truth,
        overcome: !run.overcome(found).is_empty(),
        beyond_scope: measure
            .and_then(|measure| licensing.checks.get(measure.check as usize))
            .is_some_and(|check| check.beyond_scope),
    }
}

/// What one measure says, whatever its dates: examples of law to come are run too. For several
/// paragraphs the strictest word counts.
#[must_use]
pub fn one(case: &Case<'_>, side: &Side, places: &Places, measure: u32) -> &'static str {
    let Some(of) = case.licensing.measures.get(measure as usize) else {
        return "";
    };
    let mut desk = Desk::new(case);
    desk.places(side.jurisdiction, places);
    let all: Vec<&Code> = side.codes.iter().collect();
    let each = of.per_provision || of.kind == Kind::Authorisation || of.kind == Kind::ContentZero;
    let turns: Vec<Vec<&Code>> = if each && !all.is_empty() {
        all.iter().map(|code| vec![*code]).collect()
    } else {
        vec![all]
    };
    let mut when = Truth::False;
    let mut conditions = Truth::False;
    for codes in turns {
        desk.item(side.state, &codes);
        let listed = match codes.as_slice() {
            [code] if each => code.truth,
            // A measure about paragraphs says nothing of an item without one.
            [] if of.per_provision => side.state.listed(),
            _ => Truth::True,
        };
        let here = desk.truth(of.when).and(listed);
        when = when.or(here);
        let all = of
            .conditions
            .iter()
            .map(|condition| desk.truth(condition.when))
            .fold(here, Truth::and);
        conditions = conditions.or(all);
    }
    if of.kind != Kind::Authorisation {
        return crate::rule::criterion::word(when);
    }
    match (when, conditions) {
        (Truth::False, _) => "out-of-scope",
        (_, Truth::False) => "ruled-out",
        (_, Truth::Unknown) => "open",
        (_, Truth::True) => "conditions-met",
    }
}
