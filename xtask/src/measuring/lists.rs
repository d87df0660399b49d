//! Queries against a list: recall, alerts on unlisted names.

use super::cases::{self, Case};
use super::report::Report;
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Policy, Query};
use std::collections::BTreeMap;

pub(crate) fn eval(report: &mut Report) -> Result<(), String> {
    let mut listed = cases::entities("ofac-2021-entities.jsonl.gz")?;
    listed.extend(cases::entities("un-2026-02-entities.jsonl.gz")?);
    at_size(report, "9k", &mut cases::screener(&listed)?)?;
    listed.extend(cases::filler()?);
    at_size(report, "109k", &mut cases::screener(&listed)?)
}

/// What a query found: the rank and score of the first expected party, and the best score of all.
struct Outcome {
    rank: Option<usize>,
    score: f64,
    best: f64,
    best_name: String,
}

fn at_size(report: &mut Report, size: &str, screener: &mut Screener) -> Result<(), String> {
    report.heading(&format!(
        "queries against {} parties, {} names",
        screener.pack().len(),
        screener.pack().name_count()
    ));
    let perturbed = cases::queries("perturbed-ofac-queries.tsv")?;
    let (people, strangers): (Vec<Case>, Vec<Case>) = perturbed
        .into_iter()
        .partition(|case| !case.expected.is_empty());
    let companies = cases::queries("company-variant-queries.tsv")?;
    let arabic = cases::queries("arabic-script-queries.tsv")?;
    let unlisted = cases::queries("negative-queries.tsv")?;

    let unlisted = run(screener, &unlisted);
    let threshold = threshold(
        &unlisted
            .iter()
            .map(|(_, o)| listed_best(o))
            .collect::<Vec<_>>(),
        0.01,
    );
    report.figure(
        &format!("{size} threshold at 1 % alerts"),
        threshold,
        "score that at most 1 % of unlisted names reach",
    );
    let alarms = |t: f64| {
        unlisted.iter().filter(|(_, o)| listed_best(o) >= t).count() as f64 / unlisted.len() as f64
    };
    report.figure(&format!("{size} alert rate at 0.85"), alarms(0.85), "");
    report.figure(&format!("{size} alert rate at 0.75"), alarms(0.75), "");
    for (label, group) in [
        ("perturbed", &people),
        ("company", &companies),
        ("arabic", &arabic),
    ] {
        recall(report, size, label, &run(screener, group), threshold);
    }
    let strangers = run(screener, &strangers);
    for kind in ["cross_pair", "edit_beyond", "token_swap"] {
        let of_kind: Vec<_> = strangers
            .iter()
            .filter(|(case, _)| case.change == kind)
            .collect();
        let alarms = of_kind.iter().filter(|(_, o)| o.best >= threshold).count();
        report.figure(
            &format!("{size} {kind} alerts at threshold"),
            alarms as f64 / of_kind.len() as f64,
            "",
        );
        let mut worst: Vec<_> = of_kind
            .iter()
            .filter(|(_, o)| o.best >= threshold)
            .collect();
        worst.sort_by(|a, b| b.1.best.total_cmp(&a.1.best));
        report.worst(
            kind,
            &worst
                .iter()
                .map(|(case, o)| {
                    format!(
                        "{} ~ {} {:.3} ({})",
                        case.query, o.best_name, o.best, case.source
                    )
                })
                .collect::<Vec<_>>(),
        );
    }
    let mut alarms: Vec<_> = unlisted
        .iter()
        .filter(|(_, o)| listed_best(o) >= threshold - 0.02)
        .collect();
    alarms.sort_by(|a, b| b.1.best.total_cmp(&a.1.best));
    report.worst(
        "alerts on unlisted names",
        &alarms
            .iter()
            .map(|(case, o)| format!("{} ~ {} {:.3}", case.query, o.best_name, o.best))
            .collect::<Vec<_>>(),
    );
    Ok(())
}

fn listed_best(outcome: &Outcome) -> f64 {
    outcome.best
}

fn recall(
    report: &mut Report,
    size: &str,
    label: &str,
    outcomes: &[(&Case, Outcome)],
    threshold: f64,
) {
    let share = |test: &dyn Fn(&Outcome) -> bool| {
        outcomes.iter().filter(|(_, o)| test(o)).count() as f64 / outcomes.len() as f64
    };
    report.figure(
        &format!("{size} {label} recall@1"),
        share(&|o| o.rank == Some(0)),
        "",
    );
    report.figure(
        &format!("{size} {label} recall@10"),
        share(&|o| o.rank.is_some_and(|r| r < 10)),
        "",
    );
    report.figure(
        &format!("{size} {label} recall at 1 % alerts"),
        share(&|o| o.rank.is_some() && o.score >= threshold),
        "",
    );
    let mut kinds: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (case, outcome) in outcomes {
        let row = kinds.entry(&case.change).or_default();
        row.0 += 1;
        row.1 += usize::from(outcome.rank == Some(0));
        row.2 += usize::from(outcome.rank.is_some() && outcome.score >= threshold);
    }
    let kinds: Vec<String> = kinds
        .iter()
        .map(|(kind, (n, first, above))| format!("{kind} {first}/{above}/{n}"))
        .collect();
    println!(
        "    by change (first/above threshold/all): {}",
        kinds.join(", ")
    );
    let mut missed: Vec<_> = outcomes
        .iter()
        .filter(|(_, o)| o.rank != Some(0) || o.score < threshold)
        .collect();
    missed.sort_by(|a, b| a.1.score.total_cmp(&b.1.score));
    let lines: Vec<String> = missed
        .iter()
        .map(|(case, o)| {
            format!(
                "[{}] {} -> {} | rank {:?} score {:.3}; best {} {:.3}",
                case.change, case.query, case.source, o.rank, o.score, o.best_name, o.best
            )
        })
        .collect();
    report.worst("not first or under the threshold", &lines);
}

fn run<'a>(screener: &mut Screener, cases: &'a [Case]) -> Vec<(&'a Case, Outcome)> {
    let policy = Policy {
        min_score: 0.0,
        limit: 50,
        ..Policy::default()
    };
    cases
        .iter()
        .map(|case| {
            // Filler names are not listed parties: a hit on one is no alert, but it may push the right one down.
            let query = Query {
                name: case.query.clone(),
                kind: Some(case.kind),
                ..Query::default()
            };
            let hits = screener.hits(&query, &policy);
            let listed: Vec<_> = hits
                .iter()
                .filter(|hit| !hit.reference.starts_with("neg_"))
                .collect();
            let found = hits
                .iter()
                .enumerate()
                .find(|(_, hit)| case.expected.contains(&hit.reference));
            let rank =
                found.map(|(_, right)| hits.iter().filter(|hit| hit.score > right.score).count());
            let outcome = Outcome {
                rank: rank.map(|r| r.max(usize::from(r > 0))),
                score: found.map_or(0.0, |(_, hit)| hit.score),
                best: listed.first().map_or(0.0, |hit| hit.score),
                best_name: listed
                    .first()
                    .map_or_else(String::new, |hit| hit.name.clone()),
            };
            (case, outcome)
        })
        .collect()
}

/// The least score that at most this share of the scores reach.
fn threshold(scores: &[f64], share: f64) -> f64 {
    let mut sorted = scores.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let allowed = (scores.len() as f64 * share) as usize;
    sorted.get(allowed).map_or(0.0, |score| score + 0.0001)
}
