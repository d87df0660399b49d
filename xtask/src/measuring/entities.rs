//! Entities checked against one listed party through the whole screening, facts included:
//! the hand-made checks, and the cross-list persons with and without their dates of birth.

use super::cases;
use super::pairs::{Judged, figures};
use super::report::Report;
use exportcheck::date::PartialDate;
use exportcheck::pack::manifest::{ListInfo, Manifest};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::pack::write::{Draft, write};
use exportcheck::party::{Name, NameKind, Party, PartyKind};
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Policy, Query};
use exportcheck::text::Readings;
use serde_json::Value;
use yaml_rust2::{Yaml, YamlLoader};

const CHECKS: &str = "entity-checks.yml";
/// Parts of a person's name in their usual order, for checks that give no whole name.
const PARTS: [&str; 4] = ["firstName", "middleName", "fatherName", "lastName"];

pub(crate) fn eval(report: &mut Report) -> Result<(), String> {
    report.heading("entities against one listed party");
    let readings = cases::readings()?;
    let checks = checks(readings.as_ref())?;
    figures(report, "entity checks", &checks);
    report.figure(
        "entity checks accuracy",
        accuracy(&checks),
        "at the best threshold",
    );
    let persons = persons()?;
    let judge = |dated: bool| -> Result<Vec<Judged>, String> {
        persons
            .iter()
            .map(|pair| pair.judge(dated, readings.as_ref()))
            .collect()
    };
    figures(report, "persons by name", &judge(false)?);
    figures(report, "persons by name and birth", &judge(true)?);
    for (fact, same, other) in births(&persons) {
        println!("  birth {fact:<44} same person {same:>4}, other person {other:>4}");
    }
    Ok(())
}

/// One check: `match`, `schema`, `query` and `candidate`; a label where the check was made for a kind of change.
fn checks(readings: Option<&Readings>) -> Result<Vec<Judged>, String> {
    let path = cases::folder().join(CHECKS);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let documents =
        YamlLoader::load_from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let checks = documents
        .first()
        .and_then(|document| document["checks"].as_vec());
    let checks = checks.ok_or_else(|| format!("{}: there is no `checks`", path.display()))?;
    let mut out = Vec::new();
    for (number, check) in checks.iter().enumerate() {
        let (Some(is_match), Some(schema)) = (check["match"].as_bool(), check["schema"].as_str())
        else {
            return Err(format!(
                "{CHECKS}: check {} lacks match or schema",
                number + 1
            ));
        };
        let (Some(left), Some(right)) = (name(&check["query"]), name(&check["candidate"])) else {
            return Err(format!("{CHECKS}: check {} lacks a name", number + 1));
        };
        let label = check["label"].as_str().unwrap_or("-");
        let kind = cases::kind(schema);
        let party = party(kind, std::slice::from_ref(&right), &[]);
        let mut screener = open(party, readings)?;
        let score = best(&mut screener, kind, std::slice::from_ref(&left), None).0;
        out.push(Judged {
            is_match,
            score,
            text: format!("[{schema}] {left} ~ {right} ({label})"),
        });
    }
    Ok(out)
}

fn name(entity: &Yaml) -> Option<String> {
    let whole = entity["name"].as_str().map(str::to_owned);
    let parts = || {
        PARTS
            .iter()
            .filter_map(|part| entity[*part].as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    whole
        .or_else(|| Some(parts()))
        .filter(|name| !name.is_empty())
}

/// Two entries for persons, each with a date of birth that could be read.
struct Pair {
    is_match: bool,
    left: Vec<String>,
    left_births: Vec<PartialDate>,
    right: Vec<String>,
    right_births: Vec<PartialDate>,
}

fn persons() -> Result<Vec<Pair>, String> {
    let pairs = cases::json_lines("cross-list-pairs.jsonl.gz")?;
    let person = |pair: &Value, side: &str| pair[side]["type"] == "Person";
    let dates = |side: &Value| {
        cases::strings(&side["dob"])
            .iter()
            .filter_map(|text| date(text))
            .collect::<Vec<_>>()
    };
    let pair = |pair: &Value| Pair {
        is_match: pair["judgement"] == "positive",
        left: cases::strings(&pair["left"]["names"]),
        left_births: dates(&pair["left"]),
        right: cases::strings(&pair["right"]["names"]),
        right_births: dates(&pair["right"]),
    };
    let both = pairs
        .iter()
        .filter(|p| person(p, "left") && person(p, "right"))
        .map(pair);
    Ok(both
        .filter(|pair| !pair.left_births.is_empty() && !pair.right_births.is_empty())
        .collect())
}

impl Pair {
    fn judge(&self, dated: bool, readings: Option<&Readings>) -> Result<Judged, String> {
        let mut screener = open(
            party(PartyKind::Person, &self.right, &self.right_births),
            readings,
        )?;
        let births = if dated {
            self.left_births.as_slice()
        } else {
            &[]
        };
        let (score, text) = best(&mut screener, PartyKind::Person, &self.left, Some(births));
        let text = format!(
            "{text} ({} ~ {})",
            join(&self.left_births),
            join(&self.right_births)
        );
        Ok(Judged {
            is_match: self.is_match,
            score,
            text,
        })
    }
}

fn join(dates: &[PartialDate]) -> String {
    dates
        .iter()
        .map(PartialDate::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// `1951-06-19`, `1951`, `19 Jun 1951`, `Jun 1951`, `circa 1951`, `1951 to 1953`.
fn date(text: &str) -> Option<PartialDate> {
    let (circa, rest) = text
        .strip_prefix("circa ")
        .map_or((false, text), |rest| (true, rest));
    let tilde = if circa { "~" } else { "" };
    if let Some((from, to)) = rest.split_once(" to ") {
        let year = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_owned();
        return format!("{tilde}{}/{}", year(from), year(to)).parse().ok();
    }
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = |text: &str| {
        MONTHS
            .iter()
            .position(|month| *month == text)
            .map(|at| at + 1)
    };
    let words: Vec<&str> = rest.split(' ').collect();
    let written = match words.as_slice() {
        [day, name, year] => format!("{tilde}{year}-{:02}-{:0>2}", month(name)?, day),
        [name, year] => format!("{tilde}{year}-{:02}", month(name)?),
        _ => format!("{tilde}{rest}"),
    };
    written.parse().ok()
}

/// Code of the birth evidence that the engine gives, how often for the same and for another person.
fn births(pairs: &[Pair]) -> Vec<(String, usize, usize)> {
    let mut counts: std::collections::BTreeMap<String, (usize, usize)> =
        std::collections::BTreeMap::new();
    for pair in pairs {
        let facts = exportcheck::pack::parties::Facts {
            births: pair.right_births.clone(),
            ..Default::default()
        };
        let weigh = |dob: &PartialDate| {
            let query = Query {
                dob: Some(*dob),
                ..Query::default()
            };
            exportcheck::screen::evidence::weigh(
                &query,
                PartyKind::Person,
                NameKind::Primary,
                &facts,
                0,
            )
        };
        let found = pair
            .left_births
            .iter()
            .flat_map(weigh)
            .max_by_key(|evidence| evidence.points);
        let Some(evidence) = found else { continue };
        let fact = format!(
            "{} {:+.3}",
            evidence.code,
            exportcheck::screen::rounded(evidence.points)
        );
        let count = counts.entry(fact).or_default();
        if pair.is_match {
            count.0 += 1
        } else {
            count.1 += 1
        }
    }
    counts
        .into_iter()
        .map(|(fact, (same, other))| (fact, same, other))
        .collect()
}

fn party(kind: PartyKind, names: &[String], births: &[PartialDate]) -> Party {
    let standing = |at| {
        if at == 0 {
            NameKind::Primary
        } else {
            NameKind::Alias
        }
    };
    let names = names.iter().enumerate().map(|(at, text)| Name {
        text: text.clone(),
        kind: standing(at),
    });
    Party {
        list: "cases".to_owned(),
        reference: "1".to_owned(),
        kind,
        names: names.collect(),
        births: births.to_vec(),
        ..Party::default()
    }
}

fn open(party: Party, readings: Option<&Readings>) -> Result<Screener, String> {
    let list = ListInfo {
        id: party.list.clone(),
        ..ListInfo::default()
    };
    let draft = Draft {
        manifest: Manifest {
            lists: vec![list],
            ..Manifest::default()
        },
        parties: vec![party],
        tests: Vec::new(),
    };
    let bytes = write(draft, None).map_err(|e| e.to_string())?;
    Screener::open(&bytes, &OpenOptions::default(), readings.cloned()).map_err(|e| e.to_string())
}

/// The best score over names and dates of the query's side; 0 when nothing is found.
fn best(
    screener: &mut Screener,
    kind: PartyKind,
    names: &[String],
    births: Option<&[PartialDate]>,
) -> (f64, String) {
    let policy = Policy {
        min_score: 0.0,
        ..Policy::default()
    };
    let dates: Vec<Option<PartialDate>> = match births {
        Some(births) if !births.is_empty() => births.iter().copied().map(Some).collect(),
        _ => vec![None],
    };
    let mut best = (0.0, String::new());
    for name in names.iter().take(6) {
        for dob in &dates {
            let query = Query {
                name: name.clone(),
                kind: Some(kind),
                dob: *dob,
                ..Query::default()
            };
            if let Some(hit) = screener
                .hits(&query, &policy)
                .first()
                .filter(|hit| hit.score > best.0)
            {
                best = (hit.score, format!("{name} ~ {}", hit.name));
            }
        }
    }
    best
}

/// Share judged rightly at the threshold where that share is greatest.
fn accuracy(checks: &[Judged]) -> f64 {
    let right = |threshold: f64| {
        checks
            .iter()
            .filter(|check| (check.score >= threshold) == check.is_match)
            .count()
    };
    let most = (400..1000)
        .map(|t| right(f64::from(t) / 1000.0))
        .max()
        .unwrap_or_default();
    most as f64 / checks.len().max(1) as f64
}
