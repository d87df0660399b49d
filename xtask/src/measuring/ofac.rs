//! The OFAC mode against scores of the public sanctions search.

use super::cases;
use super::report::Report;
use exportcheck::screen::ofac;

pub(crate) fn eval(report: &mut Report) -> Result<(), String> {
    report.heading("scores of the public OFAC search");
    let mut rows = rows()?;
    let scored: Vec<&Row> = rows.iter().filter(|row| row.theirs >= 0).collect();
    let share = |most: i64| {
        scored.iter().filter(|row| row.error() <= most).count() as f64 / scored.len() as f64
    };
    report.figure(
        "ofac scores equal",
        share(0),
        &format!("{} scores", scored.len()),
    );
    report.figure("ofac scores within 1", share(1), "");
    report.figure("ofac scores within 3", share(3), "");
    let mean = scored.iter().map(|row| row.error()).sum::<i64>() as f64 / scored.len() as f64;
    report.figure("ofac scores mean error", mean, "points of 100");
    rows.retain(|row| row.theirs >= 0 && row.error() > 0);
    rows.sort_by_key(|row| -row.error());
    let lines: Vec<String> = rows
        .iter()
        .map(|row| format!("{} instead of {} {}", row.ours, row.theirs, row.text))
        .collect();
    report.worst("scored otherwise", &lines);
    Ok(())
}

/// One pair; a score of theirs below 0 says that the search did not show it.
struct Row {
    ours: i64,
    theirs: i64,
    text: String,
}

impl Row {
    fn error(&self) -> i64 {
        (self.ours - self.theirs).abs()
    }
}

fn rows() -> Result<Vec<Row>, String> {
    let path = cases::folder().join("ofac-search-scores.csv");
    let mut reader =
        csv::Reader::from_path(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = Vec::new();
    for (at, row) in reader.records().enumerate() {
        let row = row.map_err(|e| format!("{}: {e}", path.display()))?;
        let field = |i: usize| row.get(i).unwrap_or_default();
        let theirs = field(2).parse().map_err(|_| {
            format!(
                "{}: row {}: `{}` is no score",
                path.display(),
                at + 1,
                field(2)
            )
        })?;
        out.push(Row {
            ours: ofac::score(field(0), field(1)) / 10_000,
            theirs,
            text: format!("{} ~ {}", field(0), field(1)),
        });
    }
    if out.iter().all(|row| row.theirs < 0) {
        return Err(format!("{}: no scores", path.display()));
    }
    Ok(out)
}
