//! The engine as scripts see it: JSON in, JSON out, errors as JSON. The WebAssembly boundary and
//! the Node tests use exactly this; nothing here knows JavaScript.

use crate::pack::error::PackError;
use crate::pack::format::unhex;
use crate::pack::manifest::Manifest;
use crate::pack::parties::OpenOptions;
use crate::pack::text_pack::TextPack;
use crate::party::{Party, PartyKind};
use crate::screen::report::{Alignment, Hit, Policy, Query, Reason, Screening};
use crate::screen::{Screener, compare};
use crate::text::Readings;
use serde::{Deserialize, Serialize};

/// Open packs and what can be asked of them.
#[derive(Debug, Default)]
pub struct Engine {
    screener: Option<Screener>,
    readings: Option<Readings>,
    texts: Option<TextPack>,
}

/// An error that a page can show: a stable code, what happened, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EngineError {
    /// Kebab-case.
    pub code: String,
    /// Lower-case, no full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Options of [`Engine::open`].
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    require_signature: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    query: Query,
    #[serde(default)]
    policy: Policy,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BatchRequest {
    queries: Vec<Query>,
    #[serde(default)]
    policy: Policy,
}

#[derive(Serialize)]
struct BatchAnswer {
    results: Vec<Row>,
}

/// One row of a batch.
#[derive(Debug, Serialize)]
struct Row {
    query: Query,
    hits: Vec<Hit>,
    not_checked: Vec<&'static str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    kind: PartyKind,
    left: String,
    right: String,
}

#[derive(Serialize)]
struct PairAnswer {
    score: f64,
    why: Vec<Reason>,
    alignment: Alignment,
}

#[derive(Serialize)]
struct Entry {
    party: Party,
    entry: String,
}

impl Engine {
    /// Opens a party pack in place of the previous one and returns its manifest.
    ///
    /// # Errors
    /// The pack's error; the previous pack stays open.
    pub fn open(&mut self, bytes: &[u8], options: &str) -> Result<String, EngineError> {
        let options: Options = if options.is_empty() {
            Options::default()
        } else {
            parse("options", options)?
        };
        let required_key = match options.require_signature.as_deref() {
            None => None,
            Some(key) => Some(unhex::<32>(key).ok_or_else(|| {
                EngineError::new(
                    "bad-request",
                    "`require_signature` is not a public key",
                    "give 64 hex digits",
                )
            })?),
        };
        let screener = Screener::open(bytes, &OpenOptions { required_key }, self.readings.clone())?;
        let manifest = print(&screener.pack().manifest);
        self.screener = Some(screener);
        manifest
    }

    /// Gives the Han reading table. An open pack is indexed anew.
    ///
    /// # Errors
    /// When the file is no reading table; the previous one stays.
    pub fn open_scripts(&mut self, bytes: &[u8]) -> Result<(), EngineError> {
        let readings = Readings::open(bytes).map_err(|error| {
            EngineError::new(
                error.code,
                &error.message,
                "load the page again; the file came damaged",
            )
        })?;
        if let Some(screener) = &mut self.screener {
            screener.set_readings(readings.clone());
        }
        self.readings = Some(readings);
        Ok(())
    }

    /// Manifest of the open pack.
    ///
    /// # Errors
    /// `no-pack`.
    pub fn manifest(&self) -> Result<String, EngineError> {
        let screener = self.screener.as_ref().ok_or_else(no_pack)?;
        print::<Manifest>(&screener.pack().manifest)
    }

    /// `{"query":Query,"policy":Policy}` -> [`Screening`].
    ///
    /// # Errors
    /// `no-pack`, `bad-request`.
    pub fn screen(&mut self, request: &str) -> Result<String, EngineError> {
        let Request { query, policy } = parse("request", request)?;
        let screener = self.screener.as_mut().ok_or_else(no_pack)?;
        print::<Screening>(&screener.screen(&query, &policy))
    }

    /// `{"queries":[Query],"policy":Policy}` -> `{"results":[{"query","hits","not_checked"}]}`, in order.
    ///
    /// # Errors
    /// `no-pack`, `bad-request`.
    pub fn screen_batch(&mut self, request: &str) -> Result<String, EngineError> {
        let BatchRequest { queries, policy } = parse("request", request)?;
        let screener = self.screener.as_mut().ok_or_else(no_pack)?;
        let results = queries
            .into_iter()
            .map(|query| Row {
                hits: screener.hits(&query, &policy),
                not_checked: screener.not_checked(&query, &policy),
                query,
            })
            .collect();
        print(&BatchAnswer { results })
    }

    /// The whole entry, or `null`.
    ///
    /// # Errors
    /// `no-pack`, and `pack-section` when the details cannot be unpacked.
    pub fn party(&self, list: &str, reference: &str) -> Result<String, EngineError> {
        let screener = self.screener.as_ref().ok_or_else(no_pack)?;
        let pack = screener.pack();
        let Some(index) = pack.find(list, reference) else {
            return Ok("null".to_owned());
        };
        print(&Entry {
            party: pack.party(index)?,
            entry: pack.entry_digest(index),
        })
    }

    /// `{"kind","left","right"}` -> `{"score","why","alignment"}`.
    ///
    /// # Errors
    /// `bad-request`.
    pub fn compare(&self, request: &str) -> Result<String, EngineError> {
        let Pair { kind, left, right } = parse("request", request)?;
        let (score, why, alignment) = compare(kind, &left, &right, self.readings.as_ref());
        print(&PairAnswer {
            score,
            why,
            alignment,
        })
    }

    /// Opens a pack of official texts in place of the previous one and returns its meta JSON.
    ///
    /// # Errors
    /// The pack's error; the previous pack stays open.
    pub fn open_text(&mut self, bytes: &[u8]) -> Result<String, EngineError> {
        let texts = TextPack::open(bytes)?;
        let meta = texts.meta().to_owned();
        self.texts = Some(texts);
        Ok(meta)
    }

    /// The official text of an entry (`eu`, `3A001`), or `null` when no open pack has it.
    ///
    /// # Errors
    /// `pack-section` when the text cannot be unpacked.
    pub fn text(&self, list: &str, entry: &str) -> Result<String, EngineError> {
        let found = match &self.texts {
            Some(texts) => texts.entry(list, entry)?,
            None => None,
        };
        Ok(found.unwrap_or_else(|| "null".to_owned()))
    }
}

impl EngineError {
    fn new(code: &str, message: &str, help: &str) -> EngineError {
        EngineError {
            code: code.to_owned(),
            message: message.to_owned(),
            help: help.to_owned(),
        }
    }

    /// The error as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| self.code.clone())
    }
}

impl From<PackError> for EngineError {
    fn from(error: PackError) -> EngineError {
        EngineError::new(error.kind.code(), &error.detail, error.kind.help())
    }
}

fn no_pack() -> EngineError {
    EngineError::new("no-pack", "no list is open", "open a party pack first")
}

fn parse<'a, T: Deserialize<'a>>(what: &str, json: &'a str) -> Result<T, EngineError> {
    serde_json::from_str(json).map_err(|error| {
        EngineError::new(
            "bad-request",
            &format!("{what}: {error}"),
            "see the field named in the message",
        )
    })
}

fn print<T: Serialize>(value: &T) -> Result<String, EngineError> {
    serde_json::to_string(value)
        .map_err(|error| EngineError::new("internal", &error.to_string(), "report the problem"))
}
