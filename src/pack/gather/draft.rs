//! Chosen sources -> manifest and parties.

use super::Gathered;
use super::bundles::Source;
use crate::pack::catalogue::{Catalogue, InTwoLanguages, List, Measure};
use crate::pack::manifest::{LeftOut, ListInfo, Manifest};
use crate::pack::sources::diagnostic::Diagnostic;
use std::collections::BTreeMap;

pub(super) fn fill(
    chosen: Vec<Source>,
    left_out: Vec<LeftOut>,
    mut diagnostics: Vec<Diagnostic>,
    catalogue: &Catalogue,
    starter: bool,
) -> Gathered {
    let only_starter =
        !chosen.is_empty() && chosen.iter().all(|source| source.file() == "starter.tsv");
    let mut manifest = Manifest {
        starter: starter || only_starter,
        left_out,
        ..Manifest::default()
    };
    let mut parties = Vec::new();
    for source in chosen {
        let entry = catalogue.get(&source.list);
        if entry.is_none() {
            let message = format!(
                "`{}` is not in lists/catalogue.toml, so the pack cannot say what being listed means; add it there",
                source.list
            );
            diagnostics.push(Diagnostic::warning(
                "list-not-in-catalogue",
                source.file(),
                0,
                "list",
                message,
            ));
        }
        manifest.lists.push(describe(&source, entry));
        parties.extend(source.parties);
    }
    Gathered {
        manifest,
        parties,
        diagnostics,
    }
}

fn describe(source: &Source, entry: Option<&List>) -> ListInfo {
    let known = entry.map_or_else(
        || ListInfo {
            title: both(&source.list),
            measure: "red-flag".to_owned(),
            stale_after_days: 30,
            ..ListInfo::default()
        },
        |list| ListInfo {
            title: languages(&list.title),
            publisher: list.publisher.clone(),
            jurisdiction: list.jurisdiction.clone(),
            url: list.url.clone(),
            terms: list.terms.clone(),
            measure: measure(list.measure).to_owned(),
            citation: list.citation.clone(),
            effect: languages(&list.effect),
            stale_after_days: list.stale_after_days.into(),
            ..ListInfo::default()
        },
    );
    ListInfo {
        id: source.list.clone(),
        published: source.published,
        retrieved: source.retrieved,
        diagnostics: source.diagnostics,
        files: source.files.clone(),
        ..known
    }
}

fn languages(text: &InTwoLanguages) -> BTreeMap<String, String> {
    BTreeMap::from([
        ("en".to_owned(), text.en.clone()),
        ("de".to_owned(), text.de.clone()),
    ])
}

fn both(text: &str) -> BTreeMap<String, String> {
    languages(&InTwoLanguages {
        en: text.to_owned(),
        de: text.to_owned(),
    })
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Blocked => "blocked",
        Measure::LicenceRequired => "licence-required",
        Measure::LicencePolicy => "licence-policy",
        Measure::RedFlag => "red-flag",
    }
}
