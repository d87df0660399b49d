//! What the search and the datasheet reader know: names, trade words, titles, codes.

use super::build::Built;
use super::complaint::Complaint;
use super::folder::Folder;
use super::source::Texts;
use crate::classify::search::{
    AttributeText, CustomsItem, EntryText, FamilyText, OptionText, OtherCode, Phrase,
    ProvisionText, SearchInput, Source,
};
use crate::rule::explain::asked;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// `crosswalk/*.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CrosswalkFile {
    #[serde(default)]
    code: Vec<OtherCode>,
    #[serde(default)]
    customs: Vec<CustomsItem>,
}

/// The searchable texts of a folder that was built.
pub(crate) fn input(folder: &Folder, built: &Built) -> (SearchInput, Vec<Complaint>) {
    let (mut crosswalk, mut customs) = (Vec::new(), Vec::new());
    let (mut complaints, mut synonyms) = (Vec::new(), String::new());
    for other in &folder.others {
        if other.file == "synonyms.tsv" {
            synonyms.clone_from(&other.text);
        } else if other.file.starts_with("crosswalk/") {
            match other.read::<CrosswalkFile>() {
                Ok(file) => {
                    crosswalk.extend(file.code);
                    customs.extend(file.customs);
                }
                Err(complaint) => complaints.push(complaint),
            }
        }
    }
    let input = SearchInput {
        families: families(folder, built),
        entries: entries(folder, built),
        attributes: attributes(folder, built),
        crosswalk,
        customs,
        synonyms,
    };
    (input, complaints)
}

fn phrases(texts: &Texts, source: Source) -> impl Iterator<Item = Phrase> + '_ {
    texts.iter().map(move |(language, text)| Phrase {
        language: language.clone(),
        source,
        text: text.clone(),
    })
}

fn families(folder: &Folder, built: &Built) -> Vec<FamilyText> {
    let families = built.rules.families.iter();
    let texts = families.map(|family| {
        let Some(item) = folder.families.get(&family.id) else {
            return FamilyText::default();
        };
        let words = item.value.words.iter().flat_map(|(language, words)| {
            words.iter().map(|text| Phrase {
                language: language.clone(),
                source: Source::Word,
                text: text.clone(),
            })
        });
        FamilyText {
            id: family.id.clone(),
            phrases: phrases(&item.value.name, Source::Name)
                .chain(words)
                .chain(phrases(&item.value.about, Source::About))
                .collect(),
            hs: item
                .value
                .hs
                .iter()
                .map(|code| code.get_ref().clone())
                .collect(),
        }
    });
    texts.collect()
}

fn entries(folder: &Folder, built: &Built) -> Vec<EntryText> {
    let positions: BTreeMap<&str, u32> = built
        .rules
        .families
        .iter()
        .zip(0..)
        .map(|(family, at)| (family.id.as_str(), at))
        .collect();
    let mut entries = Vec::new();
    for control in &built.rules.controls {
        let Some(item) = folder.controls.get(&control.entry) else {
            continue;
        };
        let lists = control
            .lists
            .iter()
            .filter_map(|list| built.rules.lists.get(*list as usize));
        entries.push(EntryText {
            entry: control.entry.clone(),
            lists: lists.map(|list| list.id.clone()).collect(),
            phrases: phrases(&item.value.title, Source::Title)
                .chain(phrases(&item.value.summary, Source::Summary))
                .collect(),
            provisions: Vec::new(),
        });
    }
    let mut seen = BTreeSet::new();
    for (rule, about) in built.rules.provisions.iter().zip(&built.about) {
        // The lists share most paragraphs.
        if !seen.insert((&about.control, &rule.path, about.part)) {
            continue;
        }
        let entry = entries
            .iter_mut()
            .find(|entry| entry.entry == about.control);
        let part = folder
            .controls
            .get(&about.control)
            .and_then(|item| item.value.provision.get(about.part));
        if let Some((entry, part)) = entry.zip(part) {
            let families = about
                .families
                .iter()
                .filter_map(|id| positions.get(id.as_str()));
            entry.provisions.push(ProvisionText {
                path: rule.path.clone(),
                families: families.copied().collect(),
                phrases: phrases(&part.get_ref().title, Source::Provision).collect(),
            });
        }
    }
    entries
}

fn attributes(folder: &Folder, built: &Built) -> Vec<AttributeText> {
    let mut families: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (family, at) in built.rules.families.iter().zip(0..) {
        let provisions = family
            .provisions
            .iter()
            .filter_map(|p| built.rules.provisions.get(*p as usize));
        for attribute in provisions.flat_map(|provision| asked(&built.rules, provision)) {
            if !family.given.iter().any(|(given, _)| *given == attribute) {
                families.entry(attribute).or_default().insert(at);
            }
        }
    }
    let attributes = built.rules.attributes.iter().zip(0..);
    let texts = attributes.map(|(attribute, at)| {
        let Some(item) = folder.attributes.get(&attribute.id) else {
            return AttributeText::default();
        };
        let aka = item.value.aka.iter().map(|text| Phrase {
            language: String::new(),
            source: Source::Attribute,
            text: text.clone(),
        });
        let options = item
            .value
            .options
            .iter()
            .flatten()
            .map(|(id, texts)| OptionText {
                id: id.clone(),
                labels: Texts::deserialize(texts.clone())
                    .unwrap_or_default()
                    .into_values()
                    .collect(),
            });
        AttributeText {
            families: families.get(&at).into_iter().flatten().copied().collect(),
            phrases: phrases(&item.value.label, Source::Attribute)
                .chain(aka)
                .collect(),
            options: options.collect(),
        }
    });
    texts.collect()
}
