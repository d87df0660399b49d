//! The entities and questions measured with, from the reference data.

use crate::Result;
use exportcheck::pack::manifest::{ListInfo, Manifest};
use exportcheck::pack::write::{Draft, write};
use exportcheck::party::{NameKind, Party, PartyKind};
use serde_json::{Value, json};
use std::fs;
use std::io::Read;
use std::path::Path;

/// Of each kind of question at most so many.
const EACH: usize = 1_000;
const LIST: &str = "bench";

/// Somebody with names.
pub(crate) struct Entity {
    id: String,
    person: bool,
    names: Vec<String>,
}

/// A name to look for and who it is; nobody listed when `expected` is empty.
pub(crate) struct Question {
    pub(crate) name: String,
    pub(crate) expected: Vec<String>,
}

/// Reads a file of JSON lines.
pub(crate) fn entities(path: &Path) -> Result<Vec<Entity>> {
    let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let bytes = fs::read(path).map_err(|error| wrong(&error))?;
    let mut text = String::new();
    let mut unpacked = flate2::read::GzDecoder::new(&*bytes);
    unpacked
        .read_to_string(&mut text)
        .map_err(|error| wrong(&error))?;
    text.lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).map_err(|error| wrong(&error))?;
            let names = value["names"].as_array().into_iter().flatten();
            Ok(Entity {
                id: value["id"].as_str().unwrap_or_default().to_owned(),
                person: value["type"] == "Person",
                names: names
                    .filter_map(|name| Some(name.as_str()?.to_owned()))
                    .collect(),
            })
        })
        .collect()
}

/// As many more entities, invented: the first half of a name's words and the second half of a
/// later one's. The reference data has 50,000 unlisted names and twice as many are measured.
pub(crate) fn recombined(entities: &[Entity]) -> Vec<Entity> {
    let later = entities.iter().cycle().skip(7);
    let pairs = entities.iter().zip(later);
    pairs
        .map(|(one, other)| {
            let half = |entity: &Entity, second: bool| {
                let name = entity.names.first().map_or("", String::as_str);
                let words: Vec<&str> = name.split_whitespace().collect();
                let (left, right) = words.split_at(words.len().div_ceil(2));
                if second {
                    right.join(" ")
                } else {
                    left.join(" ")
                }
            };
            Entity {
                id: format!("{}-again", one.id),
                person: one.person,
                names: vec![
                    format!("{} {}", half(one, false), half(other, true))
                        .trim()
                        .to_owned(),
                ],
            }
        })
        .collect()
}

/// Altered names of listed parties and, as many, unlisted names, spread evenly over their files.
pub(crate) fn questions(folder: &Path) -> Result<Vec<Question>> {
    let mut all = Vec::new();
    for file in ["perturbed-ofac-queries.tsv", "negative-queries.tsv"] {
        let path = folder.join(file);
        let text =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let lines: Vec<&str> = text.lines().collect();
        let step = lines.len().div_ceil(EACH).max(1);
        all.extend(lines.into_iter().step_by(step).map(|line| {
            let mut fields = line.split('\t');
            let name = fields.next().unwrap_or_default().to_owned();
            let ids = fields.nth(1).unwrap_or_default().split('|');
            let expected = ids.filter(|id| !id.is_empty()).map(str::to_owned).collect();
            Question { name, expected }
        }));
    }
    Ok(all)
}

/// A party pack of one list.
pub(crate) fn pack(entities: &[Entity]) -> Result<Vec<u8>> {
    let parties = entities.iter().zip(1..).map(|(entity, record)| {
        let mut party = Party {
            list: LIST.to_owned(),
            reference: entity.id.clone(),
            kind: if entity.person {
                PartyKind::Person
            } else {
                PartyKind::Organisation
            },
            record,
            ..Party::default()
        };
        for name in &entity.names {
            let kind = if party.names.is_empty() {
                NameKind::Primary
            } else {
                NameKind::Alias
            };
            party.add_name(name, kind);
        }
        party
    });
    let draft = Draft {
        manifest: Manifest {
            format: 1,
            kind: "parties".to_owned(),
            lists: vec![ListInfo {
                id: LIST.to_owned(),
                ..ListInfo::default()
            }],
            ..Manifest::default()
        },
        parties: parties.filter(|party| !party.names.is_empty()).collect(),
        tests: Vec::new(),
    };
    write(draft, None).map_err(|error| error.to_string())
}

/// The same names for the other search libraries.
pub(crate) fn names_json(entities: &[Entity]) -> Vec<u8> {
    let rows = entities
        .iter()
        .map(|entity| json!({ "id": entity.id, "names": entity.names }));
    Value::Array(rows.collect()).to_string().into_bytes()
}

pub(crate) fn questions_json(questions: &[Question]) -> Vec<u8> {
    let rows = questions
        .iter()
        .map(|question| json!({ "name": question.name, "expected": question.expected }));
    Value::Array(rows.collect()).to_string().into_bytes()
}
