//! The files under `rules/risk/`, read and sorted by what they are.

use super::shapes::{
    AnswerPart, ClausePart, FormPart, FormsFile, HsPart, IndicatorPart, OwnershipPart, SectorPart,
    SettingsFile, StepPart,
};
use crate::pack::rules::complaint::{Complaint, Source};
use crate::pack::rules::definitions::{Entry, items, once};
use toml::Spanned;

/// Everything under `rules/risk/`.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) settings: Option<(Source, SettingsFile)>,
    pub(super) hs: Vec<(Source, HsPart)>,
    pub(super) ownership: Vec<Entry<OwnershipPart>>,
    pub(super) steps: Vec<Entry<StepPart>>,
    pub(super) sectors: Vec<Entry<SectorPart>>,
    pub(super) clauses: Vec<Entry<ClausePart>>,
    pub(super) answers: Vec<Entry<AnswerPart>>,
    /// Tab-separated: centres of countries.
    pub(super) centres: Option<Source>,
    /// Patterns in a firm's own shipments.
    pub(super) history: Option<Source>,
    pub(super) forms: Vec<(Source, Spanned<FormPart>)>,
    /// In the order of the files.
    pub(super) indicators: Vec<Entry<IndicatorPart>>,
}

impl Files {
    pub(super) fn read(sources: &[Source], complaints: &mut Vec<Complaint>) -> Files {
        let mut files = Files::default();
        for source in sources {
            let parts: Vec<&str> = source.file.split('/').skip(1).collect();
            match parts.as_slice() {
                ["settings.toml"] => match source.read() {
                    Ok(settings) => files.settings = Some((source.clone(), settings)),
                    Err(complaint) => complaints.push(complaint),
                },
                ["places.tsv"] => files.centres = Some(source.clone()),
                ["history.toml"] => files.history = Some(source.clone()),
                ["hs", _] => match source.read() {
                    Ok(list) => files.hs.push((source.clone(), list)),
                    Err(complaint) => complaints.push(complaint),
                },
                ["ownership.toml"] => files.ownership = items(source, complaints),
                ["steps.toml"] => files.steps = items(source, complaints),
                ["sectors.toml"] => files.sectors = items(source, complaints),
                ["clauses.toml"] => files.clauses = items(source, complaints),
                ["answers.toml"] => files.answers = items(source, complaints),
                ["forms", _] => match source.read::<FormsFile>() {
                    Ok(file) => files
                        .forms
                        .extend(file.form.into_iter().map(|form| (source.clone(), form))),
                    Err(complaint) => complaints.push(complaint),
                },
                [_, .., name] if name.ends_with(".toml") => {
                    files.indicators.extend(items(source, complaints));
                }
                _ => complaints.push(source.complaint(
                    0,
                    "file",
                    "the compiler does not know what this file is",
                    "see rules/FORMAT.md for the files of rules/risk",
                )),
            }
        }
        let ids = files.indicators.iter().map(|i| (&i.id, &i.source, i.at));
        once("indicator", ids, complaints);
        files
    }
}
