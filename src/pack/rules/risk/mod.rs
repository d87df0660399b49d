//! `rules/risk/**` -> [`crate::risk::model::Risk`]. `files` reads, `supplied` declares the facts
//! that the engine fills, `tables` takes over lists, steps and places, `indicators` the rules
//! themselves; `check` runs their examples, `texts` writes what people read.

mod check;
mod files;
mod history;
mod indicators;
mod shapes;
mod supplied;
mod tables;
mod texts;

use super::build::Built;
use super::complaint::{Complaint, Source};
use super::folder::Folder;
use super::licensing::Licence;
use super::names::{Lowered, Names, derived};
use crate::license::model::Licensing;
use crate::pack::risk_pack::IndicatorTest;
use crate::risk::model::Risk;
use files::Files;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// Risk rules that were read, and what they make.
pub(crate) struct Risks<'a> {
    folder: &'a Folder,
    files: Files,
    pub(crate) risk: Risk,
    pub(crate) complaints: Vec<Complaint>,
    /// Per indicator: numbers that a plain attribute is compared with.
    limits: Vec<Vec<(u32, String)>>,
    /// Examples that passed.
    pub(crate) examples: Vec<IndicatorTest>,
    /// Texts of the shipment history by language.
    history: BTreeMap<String, serde_json::Value>,
    names: Names,
}

impl<'a> Risks<'a> {
    /// Reads the files and declares the facts that the engine fills.
    pub(crate) fn begin(folder: &'a Folder, built: &mut Built, licence: &Licence<'_>) -> Risks<'a> {
        let mut complaints = Vec::new();
        let files = Files::read(&folder.risk, &mut complaints);
        let mut risks = Risks {
            folder,
            files,
            risk: Risk::default(),
            complaints,
            limits: Vec::new(),
            examples: Vec::new(),
            history: BTreeMap::new(),
            names: Names::default(),
        };
        if folder.risk.is_empty() {
            return risks;
        }
        if risks.files.settings.is_none() {
            risks.complaints.push(Complaint {
                file: "risk/settings.toml".to_owned(),
                line: 0,
                field: "file".to_owned(),
                message: "the file is missing, or cannot be read".to_owned(),
                help: "it names topics, lists, roles and milestones".to_owned(),
            });
        }
        risks.supply(built, licence);
        risks
    }

    /// Makes everything that refers to attributes, and runs the examples.
    pub(crate) fn finish(
        &mut self,
        built: &mut Built,
        strings: &mut BTreeMap<String, u32>,
        licensing: &Licensing,
    ) {
        if self.folder.risk.is_empty() {
            return;
        }
        self.names = Names::of(self.folder, built);
        self.tables(licensing);
        self.history(licensing);
        self.forms(built, strings, licensing);
        self.fills(built, strings);
        self.indicators(built, strings, licensing);
        let supplied: BTreeSet<String> = self
            .risk
            .supplied
            .iter()
            .map(|(id, _)| id.clone())
            .collect();
        self.risk.derived = derived(built, &supplied);
        self.check(built, licensing);
    }

    /// Limits and texts of the shipment history.
    fn history(&mut self, licensing: &Licensing) {
        let Some(source) = &self.files.history else {
            return;
        };
        let known = history::Known {
            languages: self
                .folder
                .settings
                .as_ref()
                .map_or(&[][..], |settings| &settings.languages),
            places: licensing
                .destinations
                .iter()
                .map(|place| place.code.as_str())
                .collect(),
            indicators: self
                .files
                .indicators
                .iter()
                .map(|of| of.id.as_str())
                .collect(),
            lists: self
                .risk
                .hs_lists
                .iter()
                .map(|list| list.id.as_str())
                .collect(),
        };
        match history::read(source, &known) {
            Ok((rules, texts)) => {
                self.risk.history = Some(rules);
                self.history = texts;
            }
            Err(mut complaints) => self.complaints.append(&mut complaints),
        }
    }

    /// Lowers a condition; a mistake is a complaint at its place.
    fn block(
        &mut self,
        built: &mut Built,
        strings: &mut BTreeMap<String, u32>,
        source: &Source,
        field: &str,
        text: &Spanned<String>,
        cite: &str,
    ) -> Option<Lowered> {
        self.names
            .lower(&mut built.rules, strings, source, field, text, cite, None)
            .map_err(|complaint| self.complaints.push(complaint))
            .ok()
    }

    /// Position of a body of law; one that is not known is a complaint.
    fn jurisdiction(
        &mut self,
        licensing: &Licensing,
        source: &Source,
        id: Option<&Spanned<String>>,
    ) -> Option<u32> {
        let id = id?;
        let found = (0u32..)
            .zip(&licensing.jurisdictions)
            .find(|(_, of)| of.id == *id.get_ref())
            .map(|(index, _)| index);
        if found.is_none() {
            let known: Vec<&str> = licensing
                .jurisdictions
                .iter()
                .map(|of| of.id.as_str())
                .collect();
            self.complaints.push(source.complaint(
                id.span().start,
                "jurisdiction",
                &format!("there is no jurisdiction `{}`", id.get_ref()),
                &format!("one of: {}", known.join(", ")),
            ));
        }
        found
    }
}
