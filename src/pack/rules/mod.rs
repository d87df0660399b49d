//! `rules/**` -> rule pack (feature `compile`). `folder` reads the files; `build` resolves names
//! (`attributes`, `families`), gathers paragraphs per list (`drafts`) and lowers them (`provisions`); `check` runs the examples and limits, `coverage` compares with the official
//! outline, `texts` writes what people read; [`compile`] joins them.

mod attributes;
mod build;
mod check;
pub mod complaint;
mod condition;
mod coverage;
mod definitions;
mod drafts;
mod families;
mod folder;
mod licensing;
mod limits;
mod lower;
mod names;
mod provisions;
mod risk;
mod search;
mod source;
mod texts;

use super::format::{KIND_RULES, hex};
use super::licensing_pack::MeasureTest;
use super::risk_pack::IndicatorTest;
use super::rule_pack::{ListVersion, RuleManifest, RuleTest};
use super::write::container;
use crate::classify::search::SearchInput;
use crate::license::model::Licensing;
use crate::risk::model::Risk;
use crate::rule::model::{Coverage, Rules};
use check::Passed;
use complaint::{Complaint, Source};
use folder::Folder;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;

/// So many of the files' examples travel in the pack as self-tests.
const SELF_TESTS: usize = 256;

/// Rules that passed every check.
#[derive(Debug)]
pub struct Compiled {
    /// What the engine evaluates.
    pub rules: Rules,
    /// Editor's version.
    pub version: String,
    /// Coverage report as JSON.
    pub coverage: String,
    /// Coverage per list.
    pub totals: Vec<(String, Coverage)>,
    /// Texts by language, as JSON.
    pub texts: BTreeMap<String, String>,
    /// What the search knows.
    pub search: SearchInput,
    /// Examples that passed.
    pub examples: Vec<RuleTest>,
    /// Licensing rules.
    pub licensing: Licensing,
    /// Texts of them by language, as JSON.
    pub licensing_texts: BTreeMap<String, String>,
    measure_tests: Vec<MeasureTest>,
    /// Risk rules.
    pub risk: Risk,
    /// Texts of them by language, as JSON.
    pub risk_texts: BTreeMap<String, String>,
    indicator_tests: Vec<IndicatorTest>,
    units: String,
    source: String,
}

/// Compiles the files of a rules folder (paths relative to it).
///
/// # Errors
/// Everything that is wrong, by file and line.
pub fn compile(files: Vec<Source>) -> Result<Compiled, Vec<Complaint>> {
    let (compiled, complaints) = draft(files);
    if complaints.is_empty() {
        Ok(compiled)
    } else {
        Err(complaints)
    }
}

/// Compiles what can be compiled, and tells what is wrong: for trying things, never for publishing.
#[must_use]
pub fn draft(files: Vec<Source>) -> (Compiled, Vec<Complaint>) {
    let source = digest(&files);
    let mut folder = Folder::read(files);
    let mut complaints = std::mem::take(&mut folder.complaints);
    for (missing, file) in [
        (folder.settings.is_none(), "settings.toml"),
        (folder.categories.is_none(), "categories.toml"),
        (folder.lists.is_empty(), "lists.toml"),
        (folder.units_text.is_empty(), "units.tsv"),
    ] {
        if missing && !complaints.iter().any(|c| c.file == file) {
            complaints.push(Complaint {
                file: file.to_owned(),
                line: 0,
                field: "file".to_owned(),
                message: "the file is missing".to_owned(),
                help: "every rules folder has one".to_owned(),
            });
        }
    }
    let (mut built, mut licence, mut risks) = build::build(&folder);
    complaints.append(&mut built.complaints);
    let (wrong, passed) = check::check(&folder, &built);
    complaints.extend(wrong);
    let (report, wrong) = coverage::coverage(&folder, &mut built);
    complaints.extend(wrong);
    let mut texts = BTreeMap::new();
    let mut licensing_texts = BTreeMap::new();
    let mut risk_texts = BTreeMap::new();
    let languages = folder.settings.iter().flat_map(|s| &s.languages);
    for language in languages {
        let (json, wrong) = texts::texts(&folder, &built, language);
        complaints.extend(wrong);
        texts.insert(language.clone(), json);
        licensing_texts.insert(language.clone(), licence.texts(language));
        risk_texts.insert(language.clone(), risks.texts(language));
    }
    complaints.append(&mut licence.complaints);
    complaints.append(&mut risks.complaints);
    let (licensing, measure_tests) = (licence.licensing, licence.examples);
    let (search, wrong) = search::input(&folder, &built);
    complaints.extend(wrong);
    complaints.sort();
    complaints.dedup();
    let (risk, indicator_tests) = (risks.risk, risks.examples);
    let compiled = Compiled {
        version: folder.settings.map(|s| s.version).unwrap_or_default(),
        coverage: serde_json::to_string(&report).unwrap_or_default(),
        totals: built
            .rules
            .lists
            .iter()
            .map(|list| (list.id.clone(), list.coverage))
            .collect(),
        texts,
        search,
        examples: passed.into_iter().map(example).collect(),
        licensing,
        licensing_texts,
        measure_tests,
        risk,
        risk_texts,
        indicator_tests,
        units: folder.units_text,
        source,
        rules: built.rules,
    };
    (compiled, complaints)
}

impl Compiled {
    /// The pack. The same rules give the same bytes.
    ///
    /// # Errors
    /// When packing fails.
    pub fn write(&self, key: Option<&ed25519_compact::KeyPair>) -> io::Result<Vec<u8>> {
        let count = |number: usize| number as u32;
        let manifest = RuleManifest {
            kind: "rules".to_owned(),
            version: self.version.clone(),
            made_with: env!("CARGO_PKG_VERSION").to_owned(),
            languages: self.texts.keys().cloned().collect(),
            lists: self
                .rules
                .lists
                .iter()
                .map(|list| ListVersion {
                    id: list.id.clone(),
                    instrument: list.instrument.clone(),
                    version: list.version.clone(),
                })
                .collect(),
            counts: [
                ("attributes", count(self.rules.attributes.len())),
                ("families", count(self.rules.families.len())),
                ("controls", count(self.rules.controls.len())),
                ("provisions", count(self.rules.provisions.len())),
                ("examples", count(self.examples.len())),
                ("destinations", count(self.licensing.destinations.len())),
                ("measures", count(self.licensing.measures.len())),
                ("measure-examples", count(self.measure_tests.len())),
                ("indicators", count(self.risk.indicators.len())),
                ("indicator-examples", count(self.indicator_tests.len())),
            ]
            .into_iter()
            .map(|(name, number)| (name.to_owned(), number))
            .collect(),
            source: self.source.clone(),
            digest: String::new(),
        };
        let every = (self.examples.len() / SELF_TESTS).max(1);
        let tests: Vec<&RuleTest> = self.examples.iter().step_by(every).collect();
        let packed = |error: postcard::Error| io::Error::other(error.to_string());
        let mut names = Vec::new();
        for language in self.texts.keys() {
            names.push(format!("text-{language}"));
        }
        let mut licensing_names = Vec::new();
        let mut risk_names = Vec::new();
        for language in self.licensing_texts.keys() {
            licensing_names.push(format!("lic-{language}"));
            risk_names.push(format!("rsk-{language}"));
        }
        let every = (self.indicator_tests.len() / SELF_TESTS).max(1);
        let indicator_tests: Vec<&IndicatorTest> =
            self.indicator_tests.iter().step_by(every).collect();
        let every = (self.measure_tests.len() / SELF_TESTS).max(1);
        let measure_tests: Vec<&MeasureTest> = self.measure_tests.iter().step_by(every).collect();
        let mut sections: Vec<(&str, u32, Vec<u8>)> = vec![
            ("manifest", 1, serde_json::to_vec(&manifest)?),
            (
                "rules",
                1,
                postcard::to_allocvec(&self.rules).map_err(packed)?,
            ),
            ("units", 1, self.units.clone().into_bytes()),
            ("tests", 1, postcard::to_allocvec(&tests).map_err(packed)?),
            (
                "search",
                1,
                postcard::to_allocvec(&self.search).map_err(packed)?,
            ),
            ("coverage", 1, self.coverage.clone().into_bytes()),
            (
                "licence",
                1,
                postcard::to_allocvec(&self.licensing).map_err(packed)?,
            ),
            (
                "lic-test",
                1,
                postcard::to_allocvec(&measure_tests).map_err(packed)?,
            ),
            (
                "risk",
                1,
                postcard::to_allocvec(&self.risk).map_err(packed)?,
            ),
            (
                "rsk-test",
                1,
                postcard::to_allocvec(&indicator_tests).map_err(packed)?,
            ),
        ];
        for (name, text) in names.iter().zip(self.texts.values()) {
            sections.push((name.as_str(), 1, text.clone().into_bytes()));
        }
        for (name, text) in licensing_names.iter().zip(self.licensing_texts.values()) {
            sections.push((name.as_str(), 1, text.clone().into_bytes()));
        }
        for (name, text) in risk_names.iter().zip(self.risk_texts.values()) {
            sections.push((name.as_str(), 1, text.clone().into_bytes()));
        }
        container(KIND_RULES, &sections, key)
    }
}

fn example(passed: Passed) -> RuleTest {
    RuleTest {
        family: passed.family,
        provision: passed.provision,
        answers: passed
            .answers
            .into_iter()
            .map(|(name, answer)| {
                let text = match &answer {
                    // `|` alone is the empty list; an empty text would be no answer.
                    Json::Array(items) if items.is_empty() => "|".to_owned(),
                    Json::Array(items) => {
                        let names: Vec<&str> = items.iter().filter_map(Json::as_str).collect();
                        names.join("|")
                    }
                    other => other.as_str().unwrap_or_default().to_owned(),
                };
                (name, text)
            })
            .collect(),
        expect: passed.expect,
    }
}

fn digest(files: &[Source]) -> String {
    let mut sum = Sha256::new();
    for file in files {
        sum.update(file.file.as_bytes());
        sum.update([0]);
        sum.update(file.text.as_bytes());
        sum.update([0]);
    }
    hex(&sum.finalize())
}
