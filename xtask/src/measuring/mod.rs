//! Accuracy on the reference cases: what is found, what is falsely found, and the worst cases.

pub(crate) mod bench;
mod cases;
mod entities;
mod items;
mod lists;
mod ofac;
pub(crate) mod outline;
mod pairs;
mod report;
mod times;

use report::Report;

/// Runs the evaluation; `--check` compares with the floors, `--worst N` lists more failing cases.
/// Returns whether every floor was kept.
pub(crate) fn eval(args: &[String]) -> Result<bool, String> {
    let check = args.iter().any(|a| a == "--check");
    let worst = args
        .iter()
        .position(|a| a == "--worst")
        .and_then(|i| args.get(i + 1))
        .and_then(|n| n.parse().ok());
    let only = args
        .iter()
        .position(|a| a == "--only")
        .and_then(|i| args.get(i + 1))
        .cloned()
        .unwrap_or_default();
    if !cases::folder().is_dir() {
        return cases::absent();
    }
    let mut report = Report::new(worst.unwrap_or(5));
    if only.is_empty() || only == "lists" {
        lists::eval(&mut report)?;
    }
    if only.is_empty() || only == "pairs" {
        pairs::eval(&mut report)?;
    }
    if only.is_empty() || only == "ofac" {
        ofac::eval(&mut report)?;
    }
    if only.is_empty() || only == "entities" {
        entities::eval(&mut report)?;
    }
    if only.is_empty() || only == "items" {
        items::eval(&mut report)?;
    }
    Ok(report.close(check && only.is_empty()))
}

/// `measure compare KIND LEFT RIGHT`: one pair, explained, for looking into a case.
pub(crate) fn compare(args: &[String]) -> Result<bool, String> {
    let [kind, left, right] = args else {
        return Err("compare takes KIND LEFT RIGHT".to_owned());
    };
    let (score, why, alignment) =
        exportcheck::screen::compare(cases::kind(kind), left, right, cases::readings()?.as_ref());
    println!("{score}");
    for token in alignment.query.iter().chain(&alignment.listed) {
        println!("  {:?} {} ({})", token.class, token.latin, token.text);
    }
    for reason in why {
        println!(
            "  {:+.4} {} {} ~ {}",
            reason.points, reason.code, reason.query, reason.listed
        );
    }
    Ok(true)
}
