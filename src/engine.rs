//! The engine as scripts see it: JSON in, JSON out, errors as JSON. The WebAssembly boundary and
//! the Node tests use exactly this; nothing here knows JavaScript.

mod case;

use crate::assess;
use crate::classify::{classifier, datasheet};
use crate::date::Date;
use crate::pack::error::PackError;
use crate::pack::format::unhex;
use crate::pack::manifest::Manifest;
use crate::pack::parties::OpenOptions;
use crate::pack::rule_pack::RulePack;
use crate::pack::text_pack::TextPack;
use crate::party::{Party, PartyKind};
use crate::risk::history;
use crate::screen::report::{Alignment, Hit, Policy, Query, Reason, Screening};
use crate::screen::{Screener, compare};
use crate::text::Readings;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Open packs and what can be asked of them.
#[derive(Debug, Default)]
pub struct Engine {
    screener: Option<Screener>,
    readings: Option<Readings>,
    law: Option<TextPack>,
    rules: Option<RulePack>,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassifyRequest {
    family: String,
    #[serde(default)]
    answers: Map<String, Json>,
    as_of: Date,
    #[serde(default)]
    lists: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyRequest {
    family: String,
    #[serde(default)]
    lists: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecogniseRequest {
    family: String,
    text: String,
}

/// What a family's rules can ask for.
#[derive(Serialize)]
struct FamilySheet {
    family: String,
    given: Map<String, Json>,
    attributes: Vec<String>,
    entries: Vec<String>,
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
        let required_key = required_key(options)?;
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
        self.law = Some(texts);
        Ok(meta)
    }

    /// The official text of an entry (`eu`, `3A001`), or `null` when no open pack has it.
    ///
    /// # Errors
    /// `pack-section` when the text cannot be unpacked.
    pub fn text(&self, list: &str, entry: &str) -> Result<String, EngineError> {
        let found = match &self.law {
            Some(texts) => texts.entry(list, entry)?,
            None => None,
        };
        Ok(found.unwrap_or_else(|| "null".to_owned()))
    }
}

impl Engine {
    /// Opens a rule pack in place of the previous one and returns its manifest.
    ///
    /// # Errors
    /// The pack's error; the previous pack stays open.
    pub fn open_rules(&mut self, bytes: &[u8], options: &str) -> Result<String, EngineError> {
        let pack = RulePack::open(bytes, required_key(options)?.as_ref())?;
        let manifest = pack.manifest.clone();
        self.rules = Some(pack);
        Ok(manifest)
    }

    /// Texts of the rules in one language.
    ///
    /// # Errors
    /// `no-rules`, `no-language`.
    pub fn texts(&self, language: &str) -> Result<String, EngineError> {
        in_language(&self.rules()?.texts, language)
    }

    /// Modelled, described and absent paragraphs per list and entry.
    ///
    /// # Errors
    /// `no-rules`.
    pub fn coverage(&self) -> Result<String, EngineError> {
        Ok(self.rules()?.coverage.clone())
    }

    /// `{"family","answers","as_of","lists"}` -> [`crate::classify::report::Classification`].
    ///
    /// # Errors
    /// `no-rules`, `no-family`, `no-list`, `bad-request`.
    pub fn classify(&self, request: &str) -> Result<String, EngineError> {
        let of: ClassifyRequest = parse("request", request)?;
        let pack = self.rules()?;
        print(&classifier::classify(
            &pack.rules,
            &pack.version,
            &pack.digest,
            &classifier::Request {
                family: family(pack, &of.family)?,
                answers: &of.answers,
                as_of: of.as_of,
                lists: &lists(pack, &of.lists)?,
            },
        ))
    }

    /// `{"family","lists"}` -> what its rules can ask for, and the entries they belong to.
    ///
    /// # Errors
    /// `no-rules`, `no-family`, `no-list`, `bad-request`.
    pub fn family(&self, request: &str) -> Result<String, EngineError> {
        let of: FamilyRequest = parse("request", request)?;
        let pack = self.rules()?;
        let found = family(pack, &of.family)?;
        let sheet = classifier::sheet(&pack.rules, found, &lists(pack, &of.lists)?);
        print(&FamilySheet {
            family: of.family,
            given: found
                .given
                .iter()
                .filter_map(|(attribute, answer)| {
                    let attribute = pack.rules.attributes.get(*attribute as usize)?;
                    Some((attribute.id.clone(), Json::String(answer.clone())))
                })
                .collect(),
            attributes: sheet.attributes,
            entries: sheet.entries,
        })
    }

    /// `{"query","language","limit"}` -> [`crate::classify::search::Found`].
    ///
    /// # Errors
    /// `no-rules`, `bad-request`.
    pub fn find(&self, request: &str) -> Result<String, EngineError> {
        let query: crate::classify::search::Query = parse("request", request)?;
        print(&self.rules()?.search.find(&query))
    }

    /// `{"family","text"}` -> [`crate::classify::datasheet::Recognised`].
    ///
    /// # Errors
    /// `no-rules`, `no-family`, `bad-request`.
    pub fn recognise(&self, request: &str) -> Result<String, EngineError> {
        let of: RecogniseRequest = parse("request", request)?;
        let pack = self.rules()?;
        family(pack, &of.family)?;
        print(&datasheet::recognise_for(
            &pack.rules,
            pack.search.input(),
            &of.family,
            &of.text,
        ))
    }

    /// [`crate::license::request::Request`] -> [`crate::license::report::Determination`].
    ///
    /// # Errors
    /// `no-rules`, `unknown-name`, `bad-request`.
    pub fn license(&self, request: &str) -> Result<String, EngineError> {
        let of = parse("request", request)?;
        print(&assess::license(self.rules()?, &of)?)
    }

    /// The same for every destination -> [`crate::license::map::WorldMap`].
    ///
    /// # Errors
    /// `no-rules`, `unknown-name`, `bad-request`.
    pub fn license_map(&self, request: &str) -> Result<String, EngineError> {
        let of = parse("request", request)?;
        print(&assess::license_map(self.rules()?, &of)?)
    }

    /// [`crate::assess::ContentRequest`] -> [`crate::license::content::Content`].
    ///
    /// # Errors
    /// `no-rules`, `unknown-name`, `bad-request`.
    pub fn bom(&self, request: &str) -> Result<String, EngineError> {
        let of = parse("request", request)?;
        print(&assess::bill_of_materials(self.rules()?, &of)?)
    }

    /// [`crate::risk::history::Request`] -> [`crate::risk::history::Report`].
    ///
    /// # Errors
    /// `no-rules` (also when the pack has none about shipments), `bad-request`.
    pub fn history(&self, request: &str) -> Result<String, EngineError> {
        let risk = &self.rules()?.risk;
        let rules = risk.history.as_ref().ok_or_else(no_rules)?;
        let of = parse("request", request)?;
        print(&history::analyse(&of, rules, risk))
    }

    /// Texts of the licensing rules in one language.
    ///
    /// # Errors
    /// `no-rules`, `no-language`.
    pub fn licensing_texts(&self, language: &str) -> Result<String, EngineError> {
        in_language(&self.rules()?.licensing_texts, language)
    }

    /// Texts of the risk rules in one language.
    ///
    /// # Errors
    /// `no-rules`, `no-language`.
    pub fn risk_texts(&self, language: &str) -> Result<String, EngineError> {
        in_language(&self.rules()?.risk_texts, language)
    }

    fn rules(&self) -> Result<&RulePack, EngineError> {
        self.rules.as_ref().ok_or_else(no_rules)
    }
}

fn no_rules() -> EngineError {
    EngineError::new("no-rules", "no rules are open", "open a rule pack first")
}

fn in_language(texts: &BTreeMap<String, String>, language: &str) -> Result<String, EngineError> {
    texts.get(language).cloned().ok_or_else(|| {
        let known: Vec<&str> = texts.keys().map(String::as_str).collect();
        EngineError::new(
            "no-language",
            &format!("these rules have no texts in `{language}`"),
            &format!("one of: {}", known.join(", ")),
        )
    })
}

fn family<'a>(pack: &'a RulePack, id: &str) -> Result<&'a crate::rule::model::Family, EngineError> {
    pack.rules
        .families
        .iter()
        .find(|family| family.id == id)
        .ok_or_else(|| {
            EngineError::new(
                "no-family",
                &format!("there is no family `{id}` in these rules"),
                "take one that `find` names",
            )
        })
}

/// Indices of the lists asked for; all when none is named.
fn lists(pack: &RulePack, ids: &[String]) -> Result<Vec<u32>, EngineError> {
    let known = &pack.rules.lists;
    if ids.is_empty() {
        return Ok((0u32..).zip(known).map(|(index, _)| index).collect());
    }
    ids.iter()
        .map(|id| {
            (0u32..)
                .zip(known)
                .find(|(_, list)| list.id == *id)
                .map(|(index, _)| index)
                .ok_or_else(|| {
                    let names: Vec<&str> = known.iter().map(|list| list.id.as_str()).collect();
                    EngineError::new(
                        "no-list",
                        &format!("there is no list `{id}` in these rules"),
                        &format!("one of: {}", names.join(", ")),
                    )
                })
        })
        .collect()
}

fn required_key(options: &str) -> Result<Option<[u8; 32]>, EngineError> {
    let options: Options = if options.is_empty() {
        Options::default()
    } else {
        parse("options", options)?
    };
    options
        .require_signature
        .as_deref()
        .map(|key| {
            unhex::<32>(key).ok_or_else(|| {
                EngineError::new(
                    "bad-request",
                    "`require_signature` is not a public key",
                    "give 64 hex digits",
                )
            })
        })
        .transpose()
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

impl From<assess::Unknown> for EngineError {
    fn from(unknown: assess::Unknown) -> EngineError {
        let help = match unknown.known.is_empty() {
            true if unknown.field == "family" => "take one that `find` names".to_owned(),
            true => "give a code of the rules, such as `DE`".to_owned(),
            false => format!("one of: {}", unknown.known.join(", ")),
        };
        let message = format!(
            "{}: `{}` is not in these rules",
            unknown.field, unknown.given
        );
        EngineError::new("unknown-name", &message, &help)
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
