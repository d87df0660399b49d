//! Checking a record: are these its own bytes, does the digest fit, and does the same come out again.

use super::canonical::{canonical, offset_of};
use super::difference::{Difference, differences};
use super::make::{FORMAT, Open, Refused, VERSION, assemble, sealed, settled};
use super::parts::{self, GIVEN, path};
use super::read::{line_of, read};
use super::split::{Halves, join};
use serde::Serialize;
use serde_json::{Map, Value};

/// So many differences are told, the rest is counted.
const MOST_DIFFERENCES: usize = 200;
/// So many parts are named.
const MOST_PARTS: usize = 50;
/// Characters shown at a place.
const SNIPPET: usize = 32;

/// What the check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The digest fits, and the same comes out again.
    Reproduced,
    /// The digest does not fit what it was made of.
    Altered,
    /// Other rules or lists are open than the record was made with.
    OtherPacks,
    /// The digest fits, the packs are the same, and something else comes out.
    Differs,
    /// No record, or not one that can be read.
    Unreadable,
}

/// All that can be said about a record.
#[derive(Debug, Clone, Serialize)]
pub struct Verification {
    /// In a word.
    pub verdict: Verdict,
    /// Digest stated and computed.
    pub digest: Digests,
    /// Whether the bytes are the canonical ones. A copy that was laid out differently holds the same.
    pub canonical: bool,
    /// First byte that is not as it should be, where it can be found.
    pub first_difference: Option<Place>,
    /// Parts whose own digest does not fit, as JSON pointers.
    pub parts: Vec<String>,
    /// What the record was made with, and what is open.
    pub packs: Vec<PackRow>,
    /// Whether the record could be worked out again with what is open.
    pub recomputed: bool,
    /// Where the record and what comes out now differ, packs and digest aside.
    pub differences: Vec<Difference>,
    /// Differences beyond those.
    pub more_differences: usize,
    /// When it was made, as it says.
    pub made_at: Option<String>,
    /// Why it cannot be read or not worked out again.
    pub problem: Option<Refused>,
}

/// The two digests.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Digests {
    /// What the record says.
    pub stated: Option<String>,
    /// What its content gives.
    pub computed: Option<String>,
}

/// A place in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Byte, from 0.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// What stands there.
    pub found: String,
    /// What should stand there, where that is known.
    pub expected: Option<String>,
}

/// A pack, or the engine: what the record says and what is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackRow {
    /// `rules`, `lists`, `engine`.
    pub pack: String,
    /// Digest (version of the engine) in the record.
    pub stated: Option<String>,
    /// Digest (version) of what is open.
    pub open: Option<String>,
}

/// Checks a record, byte for byte. Any bytes give an answer.
#[must_use]
pub fn verify(
    bytes: &[u8],
    open: &Open<'_>,
    assess: impl FnOnce(&Value, &Value) -> Result<Value, Refused>,
) -> Verification {
    let value = match read(bytes) {
        Ok(value) => value,
        Err(error) => {
            let place = Place {
                offset: error.offset,
                line: error.line,
                found: snippet(bytes, error.offset),
                expected: None,
            };
            return unreadable("no-json", &error.message, Some(place));
        }
    };
    let written = canonical(&value);
    let record = match of_our_format(&value) {
        Ok(record) => record.clone(),
        Err((code, message)) => return unreadable(code, &message, None),
    };
    Check {
        bytes,
        value: &value,
        written: &written,
        content: without_digest(record),
        open,
    }
    .run(assess)
}

struct Check<'a> {
    bytes: &'a [u8],
    value: &'a Value,
    written: &'a str,
    content: Map<String, Value>,
    open: &'a Open<'a>,
}

impl Check<'_> {
    fn run(self, assess: impl FnOnce(&Value, &Value) -> Result<Value, Refused>) -> Verification {
        let is_canonical = self.written.as_bytes() == self.bytes;
        let sealed = sealed(self.content.clone());
        let digest = Digests {
            stated: text(self.value, "/digest/value"),
            computed: text(&sealed, "/digest/value"),
        };
        let fits = self.value.get("digest") == sealed.get("digest");
        let misfits = if fits {
            Vec::new()
        } else {
            self.misfits(&sealed)
        };
        let packs = self.packs();
        let other_packs = packs
            .iter()
            .any(|row| row.pack != "engine" && row.stated != row.open);
        let other_engine = packs.iter().any(|row| row.stated != row.open);
        let again = self.again(assess).map(Value::Object);
        let found = match &again {
            Ok(again) => differences(
                &comparable(&Value::Object(self.content.clone())),
                &comparable(again),
                MOST_DIFFERENCES,
            ),
            Err(_) => differences(&Value::Null, &Value::Null, 0),
        };
        let verdict = match (fits, other_packs) {
            (false, _) => Verdict::Altered,
            (true, true) => Verdict::OtherPacks,
            (true, false) if again.is_ok() && found.told.is_empty() => Verdict::Reproduced,
            (true, false) if other_engine => Verdict::OtherPacks,
            (true, false) => Verdict::Differs,
        };
        let first_difference = if !is_canonical {
            self.first_byte(self.bytes, Some(self.written.as_bytes()), 0)
        } else if verdict == Verdict::Altered {
            self.altered_at(&misfits, again.as_ref().ok(), &sealed)
        } else if verdict == Verdict::Differs {
            let first = found.told.first().map(|of| of.pointer.as_str());
            first.and_then(|pointer| self.at(pointer, again.as_ref().ok()))
        } else {
            None
        };
        Verification {
            verdict,
            digest,
            canonical: is_canonical,
            first_difference,
            parts: misfits.into_iter().take(MOST_PARTS).collect(),
            packs,
            recomputed: again.is_ok(),
            differences: found.told,
            more_differences: found.more,
            made_at: text(self.value, "/made_at"),
            problem: again.err(),
        }
    }

    /// Works the record out again from what was put in.
    fn again(
        &self,
        assess: impl FnOnce(&Value, &Value) -> Result<Value, Refused>,
    ) -> Result<Map<String, Value>, Refused> {
        let member = |name: &str| self.content.get(name).cloned().unwrap_or_default();
        let (case, human, policy) = (member("case"), member("human"), member("policy"));
        let whole = join(&case, &human).ok_or_else(|| Refused {
            code: "parts-do-not-fit".to_owned(),
            message: "`human` does not belong to `case`".to_owned(),
            help: "the record was put together by hand; use the file as it was saved".to_owned(),
        })?;
        let assessment = settled("assessment", &assess(&whole, &policy)?)?;
        let made_at = text(self.value, "/made_at").unwrap_or_default();
        let halves = Halves { case, human };
        Ok(assemble(halves, policy, &made_at, self.open, assessment))
    }

    /// Stated and open: the packs by digest, the engine by version.
    fn packs(&self) -> Vec<PackRow> {
        let none = Map::new();
        let members = |of: Option<&Value>| of.and_then(Value::as_object).cloned();
        let stated = members(self.content.get("packs")).unwrap_or_else(|| none.clone());
        let open = members(Some(&self.open.packs)).unwrap_or(none);
        let digest = |of: Option<&Value>| Some(of?.get("digest")?.as_str()?.to_owned());
        let mut names: Vec<&String> = stated.keys().chain(open.keys()).collect();
        names.sort();
        names.dedup();
        let mut rows: Vec<PackRow> = names
            .into_iter()
            .map(|name| PackRow {
                pack: name.clone(),
                stated: digest(stated.get(name)),
                open: digest(open.get(name)),
            })
            .collect();
        rows.push(PackRow {
            pack: "engine".to_owned(),
            stated: text(self.value, "/engine"),
            open: Some(self.open.engine.to_owned()),
        });
        rows
    }

    /// Parts that do not fit; when all do, it is the digest itself that was changed.
    fn misfits(&self, sealed: &Value) -> Vec<String> {
        let digest = |of: &Value| of.get("digest").cloned().unwrap_or_default();
        let of_digest = |pointers: Vec<Difference>| -> Vec<String> {
            pointers
                .into_iter()
                .map(|of| format!("/digest{}", of.pointer))
                .collect()
        };
        let stated = self.value.pointer("/digest/parts");
        if let Some(stated) = stated.and_then(Value::as_object)
            && text(self.value, "/digest/value") != text(sealed, "/digest/value")
        {
            let misfits = parts::misfits(&self.content, stated);
            if !misfits.is_empty() {
                return misfits;
            }
        }
        of_digest(differences(&digest(self.value), &digest(sealed), MOST_PARTS).told)
    }

    /// Where an altered record was altered, as closely as can be known.
    fn altered_at(
        &self,
        misfits: &[String],
        again: Option<&Value>,
        sealed: &Value,
    ) -> Option<Place> {
        // A part that was left out has no place; one that is there says more.
        let there = misfits
            .iter()
            .find(|pointer| self.value.pointer(pointer).is_some());
        let pointer = there.or(misfits.first())?;
        match path(pointer).first().map(String::as_str) {
            Some("digest") => self.at(pointer, Some(sealed)),
            Some(member) if GIVEN.contains(&member) => self.at(pointer, None),
            _ => self.at(pointer, again),
        }
    }

    /// First byte within the value of a pointer that is not as it comes out again; its beginning
    /// when that is not known.
    fn at(&self, pointer: &str, again: Option<&Value>) -> Option<Place> {
        let names = path(pointer);
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        // What is only computed has no place of its own in the file: its nearest holder has.
        while offset_of(self.value, &names).is_none() {
            names.pop()?;
        }
        let at = offset_of(self.value, &names)?;
        let pointer = parts::pointer(&names);
        let expected = again
            .and_then(|again| again.pointer(&pointer))
            .map(canonical);
        let own = self.value.pointer(&pointer).map(canonical)?;
        let end = expected
            .as_ref()
            .map_or(self.bytes.len(), |_| at + own.len());
        self.first_byte(
            self.bytes.get(..end)?,
            expected.as_deref().map(str::as_bytes),
            at,
        )
    }

    /// First byte from `at` on in which the file differs from what is expected there.
    fn first_byte(&self, found: &[u8], expected: Option<&[u8]>, at: usize) -> Option<Place> {
        let rest = found.get(at..)?;
        let same = expected.map_or(0, |expected| {
            rest.iter()
                .zip(expected)
                .take_while(|(a, b)| a == b)
                .count()
        });
        let offset = at + same;
        Some(Place {
            offset,
            line: line_of(self.bytes, offset),
            found: snippet(self.bytes, offset),
            expected: expected.map(|expected| snippet(expected, same)),
        })
    }
}

fn text(value: &Value, pointer: &str) -> Option<String> {
    Some(value.pointer(pointer)?.as_str()?.to_owned())
}

/// Packs and engine are compared apart.
fn comparable(record: &Value) -> Value {
    let mut record = record.clone();
    if let Some(members) = record.as_object_mut() {
        members.remove("packs");
        members.remove("engine");
    }
    record
}

fn without_digest(mut record: Map<String, Value>) -> Map<String, Value> {
    record.remove("digest");
    record
}

fn of_our_format(value: &Value) -> Result<&Map<String, Value>, (&'static str, String)> {
    let record = value
        .as_object()
        .filter(|record| record.get("format").and_then(Value::as_str) == Some(FORMAT))
        .ok_or_else(|| ("not-a-record", format!("`format` is not `{FORMAT}`")))?;
    match record.get("version").and_then(Value::as_u64) {
        Some(VERSION) => Ok(record),
        Some(newer) if newer > VERSION => {
            let message = format!("version {newer} of the format is newer than this engine");
            Err(("newer-format", message))
        }
        _ => Err(("not-a-record", "`version` is missing".to_owned())),
    }
}

fn unreadable(code: &str, message: &str, place: Option<Place>) -> Verification {
    let help = match code {
        "newer-format" => "use the version of the program that made it, or a newer one",
        _ => "choose the record as it was saved",
    };
    Verification {
        verdict: Verdict::Unreadable,
        digest: Digests::default(),
        canonical: false,
        first_difference: place,
        parts: Vec::new(),
        packs: Vec::new(),
        recomputed: false,
        differences: Vec::new(),
        more_differences: 0,
        made_at: None,
        problem: Some(Refused {
            code: code.to_owned(),
            message: message.to_owned(),
            help: help.to_owned(),
        }),
    }
}

/// A few characters from a byte on, begun at the character it belongs to.
fn snippet(bytes: &[u8], offset: usize) -> String {
    let inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80);
    let mut start = offset.min(bytes.len());
    while start > 0 && offset - start < 3 && inside(start) {
        start -= 1;
    }
    let end = bytes.len().min(start + 4 * SNIPPET);
    let text = String::from_utf8_lossy(bytes.get(start..end).unwrap_or_default());
    text.chars().take(SNIPPET).collect()
}
