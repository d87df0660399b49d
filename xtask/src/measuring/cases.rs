//! The reference cases as they lie in `../shared/cases/names`.

use exportcheck::pack::manifest::{ListInfo, Manifest};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::pack::write::{Draft, write};
use exportcheck::party::{Name, NameKind, Party, PartyKind};
use exportcheck::screen::Screener;
use exportcheck::text::Readings;
use std::io::Read as _;
use std::path::{Path, PathBuf};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/names")
}

/// Without the cases nothing was measured: a failure in CI, a loud skip elsewhere.
pub(crate) fn absent() -> Result<bool, String> {
    if std::env::var("CI").is_ok_and(|value| value == "true") {
        return Err(format!(
            "{} is not here; the accuracy floors cannot be checked",
            folder().display()
        ));
    }
    println!("SKIPPED: accuracy: {} is not here", folder().display());
    Ok(true)
}

/// One query with the ids it must find (none: it must not match).
pub(crate) struct Case {
    pub(crate) query: String,
    pub(crate) kind: PartyKind,
    pub(crate) expected: Vec<String>,
    pub(crate) source: String,
    pub(crate) change: String,
}

pub(crate) fn queries(file: &str) -> Result<Vec<Case>, String> {
    let path = folder().join(file);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let case = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut next = || fields.next().unwrap_or_default();
        let (query, kind, ids) = (next(), kind(&next()), next());
        let expected = ids
            .split('|')
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect();
        Case {
            query,
            kind,
            expected,
            source: next(),
            change: next(),
        }
    };
    Ok(text
        .lines()
        .filter(|line| !line.is_empty())
        .map(case)
        .collect())
}

pub(crate) struct Entity {
    pub(crate) id: String,
    pub(crate) kind: PartyKind,
    pub(crate) names: Vec<String>,
}

pub(crate) fn entities(file: &str) -> Result<Vec<Entity>, String> {
    json_lines(file)?
        .iter()
        .map(|value| {
            Some(Entity {
                id: value.get("id")?.as_str()?.to_owned(),
                kind: kind(value.get("type")?.as_str()?),
                names: strings(value.get("names")?),
            })
        })
        .collect::<Option<_>>()
        .ok_or_else(|| format!("{file}: a line lacks id, type or names"))
}

pub(crate) fn json_lines(file: &str) -> Result<Vec<serde_json::Value>, String> {
    let path = folder().join(file);
    let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice())
        .read_to_string(&mut text)
        .map_err(|e| format!("{file}: {e}"))?;
    text.lines()
        .map(|line| serde_json::from_str(line).map_err(|e| format!("{file}: {e}")))
        .collect()
}

pub(crate) fn strings(value: &serde_json::Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|v| v.as_str())
        .map(str::to_owned)
        .collect()
}

pub(crate) fn kind(text: &str) -> PartyKind {
    match text {
        "Person" | "Individual" => PartyKind::Person,
        "Company" | "Organization" | "LegalEntity" => PartyKind::Organisation,
        "Vessel" => PartyKind::Vessel,
        "Airplane" => PartyKind::Aircraft,
        _ => PartyKind::Unknown,
    }
}

/// The filler doubled: every second half-name is exchanged with the next entry's, so that 100,000
/// different unlisted names stand beside the listed ones.
pub(crate) fn filler() -> Result<Vec<Entity>, String> {
    let first = entities("filler-entities-50k.jsonl.gz")?;
    let halves = |name: &str| {
        name.rsplit_once(' ')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
    };
    let mixed = first
        .iter()
        .zip(first.iter().cycle().skip(7))
        .filter_map(|(one, other)| {
            let (given, _) = halves(one.names.first()?)?;
            let (_, family) = halves(other.names.first()?)?;
            Some(Entity {
                id: format!("{}-mixed", one.id),
                kind: one.kind,
                names: vec![format!("{given} {family}")],
            })
        });
    let mixed: Vec<Entity> = mixed.collect();
    Ok(first.into_iter().chain(mixed).collect())
}

/// Entities as an opened pack, through the same writer and opener as the real lists.
pub(crate) fn screener(entities: &[Entity]) -> Result<Screener, String> {
    let bytes = pack(entities)?;
    Screener::open(&bytes, &OpenOptions::default(), readings()?).map_err(|e| e.to_string())
}

pub(crate) fn pack(entities: &[Entity]) -> Result<Vec<u8>, String> {
    let list = ListInfo {
        id: "cases".to_owned(),
        ..ListInfo::default()
    };
    let party = |entity: &Entity| Party {
        list: "cases".to_owned(),
        reference: entity.id.clone(),
        kind: entity.kind,
        names: entity
            .names
            .iter()
            .enumerate()
            .map(|(i, text)| Name {
                text: text.clone(),
                kind: if i == 0 {
                    NameKind::Primary
                } else {
                    NameKind::Alias
                },
            })
            .collect(),
        ..Party::default()
    };
    let draft = Draft {
        manifest: Manifest {
            lists: vec![list],
            ..Manifest::default()
        },
        parties: entities.iter().map(party).collect(),
        tests: Vec::new(),
    };
    write(draft, None).map_err(|e| e.to_string())
}

/// The Han reading table, compiled from its source.
pub(crate) fn readings() -> Result<Option<Readings>, String> {
    Readings::open(&Readings::standard())
        .map(Some)
        .map_err(|e| format!("{e:?}"))
}
