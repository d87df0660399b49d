//! `rules/licensing/**` -> [`crate::license::model::Licensing`]. `files` reads, `places` makes
//! destinations, groups and charts, `supplied` the attributes that the engine fills, `items` sets of
//! listed items, `entries` lines of single entries and reasons, `measures` the rules themselves;
//! `check` runs their examples, `texts` writes what people read.

mod check;
mod entries;
mod files;
mod items;
mod measures;
mod places;
mod shapes;
mod supplied;
mod texts;

use super::build::Built;
use super::complaint::{Complaint, Source};
use super::folder::Folder;
use super::names::{Names, derived};
use crate::license::model::{Check, Jurisdiction, Licensing};
use crate::pack::licensing_pack::MeasureTest;
use crate::rule::model::Block;
use files::Files;
use places::Places;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// Licensing rules that were read, and what they make.
pub(crate) struct Licence<'a> {
    folder: &'a Folder,
    files: Files,
    places: Places,
    pub(crate) licensing: Licensing,
    pub(crate) complaints: Vec<Complaint>,
    /// Attributes that the engine fills.
    supplied: BTreeSet<String>,
    /// Name in answers -> the words of a reason that the user confirms.
    confirms: BTreeMap<String, super::source::Texts>,
    /// Per measure: numbers that a plain attribute is compared with.
    limits: Vec<Vec<(u32, String)>>,
    /// Examples that passed.
    pub(crate) examples: Vec<MeasureTest>,
    names: Names,
}

impl<'a> Licence<'a> {
    /// Reads the files and declares the attributes that the engine fills.
    pub(crate) fn begin(folder: &'a Folder, built: &mut Built) -> Licence<'a> {
        let mut complaints = Vec::new();
        let files = Files::read(&folder.licensing, &mut complaints);
        let languages: Vec<String> = folder
            .settings
            .iter()
            .flat_map(|settings| settings.languages.clone())
            .collect();
        let places = Places::read(&files, &languages, &mut complaints);
        let mut licence = Licence {
            folder,
            files,
            places,
            licensing: Licensing::default(),
            complaints,
            supplied: BTreeSet::new(),
            confirms: BTreeMap::new(),
            limits: Vec::new(),
            examples: Vec::new(),
            names: Names::default(),
        };
        if folder.licensing.is_empty() {
            return licence;
        }
        licence.settings();
        licence.supply(built);
        licence
    }

    /// Makes everything that refers to attributes and provisions, and runs the examples.
    pub(crate) fn finish(&mut self, built: &mut Built, strings: &mut BTreeMap<String, u32>) {
        if self.folder.licensing.is_empty() {
            return;
        }
        self.names = Names::of(self.folder, built);
        for (jurisdiction, of) in (0u32..).zip(&self.licensing.jurisdictions) {
            let list = self.folder.lists.keys().nth(of.list as usize);
            let entries = list.and_then(|list| self.folder.outline.get(list));
            for (entry, leaves) in entries.into_iter().flatten() {
                let row = (jurisdiction, entry.clone(), leaves.clone());
                self.licensing.outline.push(row);
            }
        }
        let places = std::mem::take(&mut self.places);
        let files = std::mem::take(&mut self.files);
        places.destinations(&files, self);
        self.places = places;
        self.files = files;
        self.items(built, strings);
        self.entries(built, strings);
        self.reasons(built, strings);
        self.measures(built, strings);
        self.licensing.derived = derived(built, &self.supplied);
        self.check(built);
    }

    fn settings(&mut self) {
        let Some((source, settings)) = &self.files.settings else {
            self.complaints.push(Complaint {
                file: "licensing/settings.toml".to_owned(),
                line: 0,
                field: "file".to_owned(),
                message: "the file is missing".to_owned(),
                help: "it names the jurisdictions and checks".to_owned(),
            });
            return;
        };
        for id in &settings.order {
            let part = settings.jurisdiction.get(id);
            let list = part.and_then(|part| {
                let list = &part.get_ref().list;
                self.folder.lists.keys().position(|known| known == list)
            });
            match (part, list) {
                (Some(part), Some(list)) => self.licensing.jurisdictions.push(Jurisdiction {
                    id: id.clone(),
                    list: list as u32,
                    instrument: part.get_ref().instrument.clone(),
                    version: part.get_ref().version.clone(),
                }),
                _ => self.complaints.push(source.complaint(
                    part.map_or(0, |part| part.span().start),
                    &format!("jurisdiction {id}"),
                    "there is no such jurisdiction, or no such list",
                    "describe it as [jurisdiction.NAME] with a list of rules/lists.toml",
                )),
            }
        }
        for (id, check) in &settings.check {
            self.licensing.checks.push(Check {
                id: id.clone(),
                on_request: check.get_ref().on_request,
                beyond_scope: check.get_ref().beyond_scope,
            });
        }
    }

    /// Codes and groups that a place may have.
    pub(crate) fn place_options(&self) -> Vec<String> {
        self.places.options.clone()
    }

    fn complain(&mut self, source: &Option<Source>, code: &str, other: &str) {
        if let Some(source) = source {
            self.complaints.push(Complaint {
                file: source.file.clone(),
                line: 0,
                field: code.to_owned(),
                message: format!("it is read as `{other}`, which is no destination"),
                help: "give a code of the file".to_owned(),
            });
        }
    }

    fn jurisdiction(&self, id: &str) -> Option<u32> {
        (0u32..)
            .zip(&self.licensing.jurisdictions)
            .find(|(_, of)| of.id == id)
            .map(|(index, _)| index)
    }

    /// Lowers a condition; a mistake is a complaint at its place.
    #[allow(clippy::too_many_arguments)]
    fn block(
        &mut self,
        built: &mut Built,
        strings: &mut BTreeMap<String, u32>,
        source: &Source,
        field: &str,
        text: &Spanned<String>,
        cite: &str,
        list: Option<u32>,
    ) -> Option<(Block, Vec<(u32, String)>)> {
        self.names
            .lower(&mut built.rules, strings, source, field, text, cite, list)
            .map_err(|complaint| self.complaints.push(complaint))
            .ok()
    }
}
