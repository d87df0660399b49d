//! Pairs of names judged by people: F1 and AUC.

use super::cases;
use super::report::Report;
use exportcheck::party::PartyKind;
use exportcheck::screen::compare;

pub(crate) fn eval(report: &mut Report) -> Result<(), String> {
    report.heading("pairs judged by people");
    let labelled = labelled()?;
    figures(report, "labelled pairs", &labelled);
    let cross = cross_list()?;
    figures(report, "cross-list pairs", &cross);
    Ok(())
}

pub(super) struct Judged {
    pub(super) is_match: bool,
    pub(super) score: f64,
    pub(super) text: String,
}

fn labelled() -> Result<Vec<Judged>, String> {
    let path = cases::folder().join("labelled-pairs.csv");
    let mut reader =
        csv::Reader::from_path(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let readings = cases::readings()?;
    let mut out = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|e| format!("{}: {e}", path.display()))?;
        let field = |i: usize| row.get(i).unwrap_or_default();
        let (score, _, _) = compare(cases::kind(field(1)), field(2), field(3), readings.as_ref());
        let text = format!(
            "[{}] {} ~ {} ({} {})",
            field(1),
            field(2),
            field(3),
            field(0),
            field(6)
        );
        out.push(Judged {
            is_match: field(4) == "true",
            score,
            text,
        });
    }
    Ok(out)
}

/// The best pair of names of two entries.
fn cross_list() -> Result<Vec<Judged>, String> {
    let readings = cases::readings()?;
    let pairs = cases::json_lines("cross-list-pairs.jsonl.gz")?;
    let sides = |value: &serde_json::Value, side: &str| {
        let side = value.get(side)?;
        Some((
            cases::kind(side.get("type")?.as_str()?),
            cases::strings(side.get("names")?),
        ))
    };
    let mut out = Vec::new();
    for pair in &pairs {
        let (Some((kind, left)), Some((other, right))) =
            (sides(pair, "left"), sides(pair, "right"))
        else {
            return Err("cross-list-pairs: a line lacks a side".to_owned());
        };
        let kind = if kind == other {
            kind
        } else {
            PartyKind::Unknown
        };
        let mut best = (0.0, String::new());
        for a in left.iter().take(6) {
            for b in right.iter().take(6) {
                let (score, _, _) = compare(kind, a, b, readings.as_ref());
                if score > best.0 {
                    best = (score, format!("{a} ~ {b}"));
                }
            }
        }
        let is_match = pair.get("judgement").and_then(|j| j.as_str()) == Some("positive");
        out.push(Judged {
            is_match,
            score: best.0,
            text: best.1,
        });
    }
    Ok(out)
}

pub(super) fn figures(report: &mut Report, label: &str, pairs: &[Judged]) {
    let f1_at = |threshold: f64| {
        let count = |hit: bool, truth: bool| {
            pairs
                .iter()
                .filter(|p| (p.score >= threshold) == hit && p.is_match == truth)
                .count() as f64
        };
        2.0 * count(true, true)
            / (2.0 * count(true, true) + count(true, false) + count(false, true))
    };
    let (best, at) = (400..1000)
        .map(|t| f64::from(t) / 1000.0)
        .map(|t| (f1_at(t), t))
        .fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a });
    report.figure(
        &format!("{label} F1 best"),
        best,
        &format!("at {at:.3}, {} pairs", pairs.len()),
    );
    report.figure(&format!("{label} F1 at 0.80"), f1_at(0.80), "");
    report.figure(&format!("{label} AUC"), auc(pairs), "");
    let mut wrong: Vec<_> = pairs
        .iter()
        .filter(|p| (p.score >= at) != p.is_match)
        .collect();
    wrong.sort_by(|a, b| (b.score - at).abs().total_cmp(&(a.score - at).abs()));
    let lines: Vec<String> = wrong
        .iter()
        .map(|p| {
            format!(
                "{} {:.3} {}",
                if p.is_match { "missed" } else { "false" },
                p.score,
                p.text
            )
        })
        .collect();
    report.worst("judged otherwise", &lines);
}

/// Chance that a true pair scores above a false one; ties count half.
fn auc(pairs: &[Judged]) -> f64 {
    let mut sorted: Vec<&Judged> = pairs.iter().collect();
    sorted.sort_by(|a, b| a.score.total_cmp(&b.score));
    let (mut below, mut sum, mut at) = (0.0, 0.0, 0);
    while at < sorted.len() {
        let tied = sorted
            .iter()
            .skip(at)
            .take_while(|p| p.score == sorted[at].score)
            .count();
        let group = &sorted[at..at + tied];
        let falses = group.iter().filter(|p| !p.is_match).count() as f64;
        let trues = tied as f64 - falses;
        sum += trues * (below + falses / 2.0);
        below += falses;
        at += tied;
    }
    let trues = pairs.iter().filter(|p| p.is_match).count() as f64;
    sum / (trues * (pairs.len() as f64 - trues))
}
