//! Families: parents, and what is true by definition.

use super::build::Built;
use super::complaint::Complaint;
use super::folder::{Folder, Item};
use crate::rule::model::Family;
use toml::Spanned;

pub(crate) fn families(folder: &Folder, built: &mut Built) {
    for (id, item) in &folder.families {
        for parent in &item.value.parents {
            if !folder.families.contains_key(parent.get_ref()) {
                built.complaints.push(item.source.complaint(
                    parent.span().start,
                    &format!("family {id} parents"),
                    &format!("there is no family `{}`", parent.get_ref()),
                    "define it, or mend the spelling",
                ));
            }
        }
        let known = |code: &str| {
            folder.controls.contains_key(code)
                || folder.outline.values().any(|list| list.contains_key(code))
        };
        for see in item.value.see.iter().filter(|see| !known(see.get_ref())) {
            built
                .complaints
                .push(dangling(item, see, &format!("family {id} see")));
        }
        let mut given = Vec::new();
        for family in ancestors(folder, id) {
            let Some(of) = folder.families.get(&family) else {
                continue;
            };
            for (name, answer) in &of.value.given {
                match built.attributes.get(name) {
                    Some(attribute) => {
                        if !given.iter().any(|(known, _)| known == attribute) {
                            given.push((*attribute, answer_text(answer)));
                        }
                    }
                    None => built.complaints.push(of.source.complaint(
                        of.at,
                        &format!("family {family} given"),
                        &format!("there is no attribute `{name}`"),
                        "define it, or mend the spelling",
                    )),
                }
            }
        }
        built.rules.families.push(Family {
            id: id.clone(),
            given,
            provisions: Vec::new(),
            see: item.value.see.iter().map(|s| s.get_ref().clone()).collect(),
            group: item.value.group,
        });
    }
}

/// The family and all families above it, nearest first.
pub(crate) fn ancestors(folder: &Folder, id: &str) -> Vec<String> {
    let mut out = vec![id.to_owned()];
    let mut at = 0;
    while let Some(next) = out.get(at).cloned() {
        let parents = folder.families.get(&next).into_iter();
        for parent in parents.flat_map(|item| &item.value.parents) {
            if !out.contains(parent.get_ref()) {
                out.push(parent.get_ref().clone());
            }
        }
        at += 1;
    }
    out
}

/// An answer in TOML as the text of a request; options joined by `|`.
pub(crate) fn answer_text(answer: &toml::Value) -> String {
    match answer {
        toml::Value::String(text) => text.clone(),
        toml::Value::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        toml::Value::Array(items) => items.iter().map(answer_text).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}

pub(crate) fn dangling<T>(item: &Item<T>, code: &Spanned<String>, field: &str) -> Complaint {
    item.source.complaint(
        code.span().start,
        field,
        &format!("there is no entry `{}` in any list", code.get_ref()),
        "mend the code",
    )
}
