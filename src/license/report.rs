//! What licence determination answers, as it goes out in JSON.

use super::evaluate::{Candidate, Case, Found, Run, Side, run, weight};
use super::explain::Because;
use super::facts::Places;
use super::model::{Kind, Measure};
use super::outcome::Outcome;
use super::request::Request;
use crate::rule::criterion::{Criterion, RulesId, verdict};
use crate::rule::facts::Problem;
use crate::rule::terms::Truth;
use serde::Serialize;

/// Duties that hold whatever the result is; the page has the texts.
pub const NOTICES: [&str; 4] = ["catch-all", "sanctions", "authority", "responsibility"];

/// Answer of `license`.
#[derive(Debug, Clone, Serialize)]
pub struct Determination {
    /// Day whose law was applied.
    pub as_of: String,
    /// The rules.
    pub rules: RulesId,
    /// Where it goes.
    pub destination: Option<String>,
    /// Where it leaves from.
    pub exporter: Option<String>,
    /// Where it was made.
    pub origin: Option<String>,
    /// One result per jurisdiction.
    pub jurisdictions: Vec<JurisdictionResult>,
    /// What to ask next, what decides results first.
    pub ask: Vec<Ask>,
    /// Answers that could not be read.
    pub problems: Vec<Problem>,
    /// Duties that hold whatever the result is.
    pub notices: Vec<&'static str>,
}

/// Result of one jurisdiction.
#[derive(Debug, Clone, Serialize)]
pub struct JurisdictionResult {
    /// `eu`, `us`.
    pub jurisdiction: String,
    /// The instrument.
    pub instrument: String,
    /// Date of its text.
    pub version: String,
    /// Whether its law applies.
    #[serde(serialize_with = "verdict")]
    pub scope: Truth,
    /// Scope measures that apply, or may.
    pub scope_by: Vec<Finding>,
    /// How much is known of the item.
    pub item: &'static str,
    /// The end of it.
    pub outcome: &'static str,
    /// What it would be if the law applied.
    pub if_in_scope: &'static str,
    /// What makes the outcome.
    pub deciding: Vec<Deciding>,
    /// What stands in the way, or may.
    pub findings: Vec<Finding>,
    /// Authorisations for what is required.
    pub authorisations: Vec<Authorisation>,
    /// Shared restrictions on them, each once per paragraph.
    pub restrictions: Vec<Restriction>,
    /// Authorisations whose plain scope does not fit.
    pub out_of_scope: Vec<String>,
    /// Things to do.
    pub duties: Vec<Finding>,
    /// Things to look at that cannot be computed.
    pub prompts: Vec<Finding>,
    /// Checks that nobody answered the questions of.
    pub not_run: Vec<NotRun>,
}

/// A measure that makes an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deciding {
    /// The measure.
    pub measure: String,
    /// The paragraph.
    pub provision: Option<String>,
}

/// A measure that applies, or may.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// The measure.
    pub measure: String,
    /// What it does.
    pub kind: Kind,
    /// The check it belongs to.
    pub check: String,
    /// The paragraph, for measures that look at each one.
    pub provision: Option<String>,
    /// `met` or `unknown`.
    #[serde(serialize_with = "verdict")]
    pub result: Truth,
    /// Full citation.
    pub cite: String,
    /// Criteria that decide.
    pub criteria: Vec<Criterion>,
    /// What would decide it.
    pub missing: Vec<String>,
    /// Authorisations that may overcome it.
    pub overcome_by: Vec<String>,
}

/// An authorisation that was looked at.
#[derive(Debug, Clone, Serialize)]
pub struct Authorisation {
    /// The measure.
    pub measure: String,
    /// The paragraph.
    pub provision: Option<String>,
    /// `ruled-out`, `not-asked` (for a special case that nobody confirmed), `open`, `conditions-met`.
    pub state: &'static str,
    /// Full citation.
    pub cite: String,
    /// Whether its plain scope fits.
    #[serde(serialize_with = "verdict")]
    pub scope: Truth,
    /// What would decide the scope.
    pub missing: Vec<String>,
    /// Requirements it may overcome.
    pub covers: Vec<String>,
    /// Requirements of the paragraph that stay.
    pub leaves: Vec<String>,
    /// Its own conditions, in the order of the law.
    pub conditions: Vec<ConditionResult>,
    /// Shared restrictions that are not known to be kept: positions in `restrictions`.
    pub restrictions: Vec<usize>,
    /// Positions of the duties that come with it.
    pub duties: Vec<usize>,
}

/// A restriction shared by several authorisations.
#[derive(Debug, Clone, Serialize)]
pub struct Restriction {
    /// The paragraph.
    pub provision: Option<String>,
    /// What must be true.
    #[serde(flatten)]
    pub condition: ConditionResult,
}

/// A condition of an authorisation.
#[derive(Debug, Clone, Serialize)]
pub struct ConditionResult {
    /// Its name.
    pub id: String,
    /// `met`, `not-met`, `unknown`.
    #[serde(serialize_with = "verdict")]
    pub result: Truth,
    /// Full citation.
    pub cite: String,
    /// Criteria that decide.
    pub criteria: Vec<Criterion>,
    /// What would decide it.
    pub missing: Vec<String>,
}

/// A check that was not run.
#[derive(Debug, Clone, Serialize)]
pub struct NotRun {
    /// The check.
    pub check: String,
    /// Its measures.
    pub measures: Vec<String>,
    /// The questions that nobody answered.
    pub missing: Vec<String>,
}

/// A question worth answering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ask {
    /// An attribute, or `field:`, `reason:`, `paragraph:`, `item`, `entry:`.
    pub question: String,
    /// Jurisdictions it matters for.
    pub jurisdictions: Vec<String>,
    /// Measures it would decide.
    pub measures: Vec<String>,
}

/// Writes down what a jurisdiction found.
fn jurisdiction(case: &Case<'_>, side: &Side, run: &Run) -> Option<JurisdictionResult> {
    let of = case
        .licensing
        .jurisdictions
        .get(side.jurisdiction as usize)?;
    let writer = Writer { case, side, run };
    let listed = |found: &[Found], kind: Option<Kind>| -> Vec<Finding> {
        found
            .iter()
            .filter_map(|found| writer.finding(found))
            .filter(|finding| kind.is_none_or(|kind| finding.kind == kind))
            .collect()
    };
    let (scopes, mut later): (Vec<Found>, Vec<Found>) =
        run.scopes.iter().cloned().partition(|f| !f.not_run);
    let (open, not_run): (Vec<Found>, Vec<Found>) =
        run.findings.iter().cloned().partition(|f| !f.not_run);
    later.extend(not_run);
    let mut restrictions = Vec::new();
    Some(JurisdictionResult {
        jurisdiction: of.id.clone(),
        instrument: of.instrument.clone(),
        version: of.version.clone(),
        scope: run.scope,
        scope_by: listed(&scopes, None),
        item: side.state.word(),
        outcome: run.outcome.word(),
        if_in_scope: run.inside.word(),
        deciding: deciding(case, side, run),
        findings: listed(&open, None),
        authorisations: run
            .candidates
            .iter()
            .filter_map(|candidate| writer.authorisation(candidate, &mut restrictions))
            .collect(),
        restrictions,
        out_of_scope: writer.names(&run.out_of_scope),
        duties: listed(&run.notes, Some(Kind::Duty)),
        prompts: listed(&run.notes, Some(Kind::Prompt)),
        not_run: writer.not_run(&later),
    })
}

/// The measures whose own outcome is the jurisdiction's.
pub(super) fn deciding(case: &Case<'_>, side: &Side, run: &Run) -> Vec<Deciding> {
    let wanted = match run.outcome {
        Outcome::NotInScope => return Vec::new(),
        Outcome::Undecided => run.inside,
        other => other,
    };
    run.findings
        .iter()
        .filter(|found| !found.not_run && wanted != Outcome::NoneIdentified)
        .filter(|found| weight(case.licensing, run, found).outcome() == wanted)
        .filter_map(|found| {
            let measure = case.licensing.measures.get(found.measure as usize)?;
            Some(Deciding {
                measure: measure.id.clone(),
                provision: side.code(found.code).map(str::to_owned),
            })
        })
        .collect()
}

/// Questions over all jurisdictions: those of scope and findings first, then those of checks not run.
fn ask(results: &[JurisdictionResult]) -> Vec<Ask> {
    let mut out: Vec<Ask> = Vec::new();
    let mut add = |question: &str, jurisdiction: &str, measure: &str| {
        let push = |list: &mut Vec<String>, name: &str| {
            if !list.iter().any(|known| known == name) {
                list.push(name.to_owned());
            }
        };
        if let Some(known) = out.iter_mut().find(|ask| ask.question == question) {
            push(&mut known.jurisdictions, jurisdiction);
            push(&mut known.measures, measure);
        } else {
            out.push(Ask {
                question: question.to_owned(),
                jurisdictions: vec![jurisdiction.to_owned()],
                measures: vec![measure.to_owned()],
            });
        }
    };
    for result in results {
        // Whether the law applies at all comes before what it would say.
        for finding in result.scope_by.iter().chain(&result.findings) {
            for question in &finding.missing {
                add(question, &result.jurisdiction, &finding.measure);
            }
        }
    }
    for result in results {
        for check in &result.not_run {
            for question in &check.missing {
                for measure in &check.measures {
                    add(question, &result.jurisdiction, measure);
                }
            }
        }
    }
    out
}

struct Writer<'a> {
    case: &'a Case<'a>,
    side: &'a Side,
    run: &'a Run,
}

impl Writer<'_> {
    fn measure(&self, index: u32) -> Option<&Measure> {
        self.case.licensing.measures.get(index as usize)
    }

    fn names(&self, measures: &[u32]) -> Vec<String> {
        measures
            .iter()
            .filter_map(|index| self.measure(*index))
            .map(|measure| measure.id.clone())
            .collect()
    }

    fn finding(&self, found: &Found) -> Option<Finding> {
        let measure = self.measure(found.measure)?;
        let check = self.case.licensing.checks.get(measure.check as usize)?;
        let open = found.truth == Truth::Unknown;
        Some(Finding {
            measure: measure.id.clone(),
            kind: measure.kind,
            check: check.id.clone(),
            provision: self.side.code(found.code).map(str::to_owned),
            result: found.truth,
            cite: measure.cite.clone(),
            criteria: found.because.criteria.clone(),
            missing: missing(&found.because, open),
            overcome_by: self.names(&self.run.overcome(found)),
        })
    }

    fn authorisation(
        &self,
        candidate: &Candidate,
        restrictions: &mut Vec<Restriction>,
    ) -> Option<Authorisation> {
        let measure = self.measure(candidate.measure)?;
        let provision = self.side.code(candidate.code).map(str::to_owned);
        let all = candidate
            .conditions
            .iter()
            .fold(candidate.scope, |sum, truth| sum.and(*truth));
        let mut conditions = Vec::new();
        let mut kept_out = Vec::new();
        for ((condition, truth), because) in measure
            .conditions
            .iter()
            .zip(&candidate.conditions)
            .zip(&candidate.reasons)
        {
            let result = ConditionResult {
                id: condition.id.clone(),
                result: *truth,
                cite: condition.cite.clone(),
                criteria: because.criteria.clone(),
                missing: missing(because, *truth == Truth::Unknown),
            };
            if !condition.shared {
                conditions.push(result);
            } else if *truth != Truth::True {
                let known = restrictions
                    .iter()
                    .position(|r| r.provision == provision && r.condition.id == result.id);
                kept_out.push(known.unwrap_or(restrictions.len()));
                if known.is_none() {
                    restrictions.push(Restriction {
                        provision: provision.clone(),
                        condition: result,
                    });
                }
            }
        }
        Some(Authorisation {
            measure: measure.id.clone(),
            provision,
            state: match all {
                Truth::False => "ruled-out",
                _ if !candidate.asked => "not-asked",
                Truth::Unknown => "open",
                Truth::True => "conditions-met",
            },
            cite: measure.cite.clone(),
            scope: candidate.scope,
            missing: missing(&candidate.because, candidate.scope == Truth::Unknown),
            covers: self.names(&candidate.covers),
            leaves: self.names(&candidate.leaves),
            conditions,
            restrictions: kept_out,
            duties: candidate.duties.clone(),
        })
    }

    fn not_run(&self, later: &[Found]) -> Vec<NotRun> {
        let mut out: Vec<NotRun> = Vec::new();
        for found in later {
            let Some(measure) = self.measure(found.measure) else {
                continue;
            };
            let checks = &self.case.licensing.checks;
            let Some(of) = checks.get(measure.check as usize) else {
                continue;
            };
            let at = out.iter().position(|check| check.check == of.id);
            let known = match at.and_then(|at| out.get_mut(at)) {
                Some(known) => known,
                None => {
                    out.push(NotRun {
                        check: of.id.clone(),
                        measures: Vec::new(),
                        missing: Vec::new(),
                    });
                    match out.last_mut() {
                        Some(last) => last,
                        None => continue,
                    }
                }
            };
            if !known.measures.contains(&measure.id) {
                known.measures.push(measure.id.clone());
            }
            for question in missing(&found.because, found.truth == Truth::Unknown) {
                if !known.missing.contains(&question) {
                    known.missing.push(question);
                }
            }
        }
        out
    }
}

fn missing(because: &Because, open: bool) -> Vec<String> {
    if open {
        because.missing.clone()
    } else {
        Vec::new()
    }
}

/// Answers a request: every jurisdiction with reasons.
#[must_use]
pub fn determine(
    case: &Case<'_>,
    sides: &[Side],
    places: &Places,
    request: &Request,
    rules: RulesId,
) -> Determination {
    let results: Vec<JurisdictionResult> = sides
        .iter()
        .filter_map(|side| jurisdiction(case, side, &run(case, side, places, true)))
        .collect();
    Determination {
        as_of: request.as_of.to_string(),
        rules,
        destination: request.destination.clone(),
        exporter: request.exporter.clone(),
        origin: request.origin.clone(),
        ask: ask(&results),
        jurisdictions: results,
        problems: case.facts.problems.clone(),
        notices: NOTICES.to_vec(),
    }
}
