//! What people read, per language, as the JSON that the page asks for.

use super::build::Built;
use super::complaint::{Complaint, Source};
use super::folder::Folder;
use super::source::Texts;
use serde_json::{Map, Value as Json, json};

struct Writer<'a> {
    folder: &'a Folder,
    language: &'a str,
    complaints: Vec<Complaint>,
}

/// The texts of one language; a missing one is a complaint.
pub(crate) fn texts(folder: &Folder, built: &Built, language: &str) -> (String, Vec<Complaint>) {
    let mut writer = Writer {
        folder,
        language,
        complaints: Vec::new(),
    };
    let notes = writer.notes();
    let json = json!({
        "lists": writer.lists(),
        "categories": writer.named(folder.categories.as_ref().map(|c| &c.category)),
        "groups": writer.named(folder.categories.as_ref().map(|c| &c.group)),
        "families": writer.families(built),
        "attributes": writer.attributes(),
        "entries": writer.entries(built),
        "notes": notes,
        "review": writer.reviews(),
    });
    (json.to_string(), writer.complaints)
}

/// Where each list has the entry, and since when, if the file says so.
fn sources(control: &super::source::ControlFile) -> Json {
    let of = |(list, part): (&String, &super::source::ListPart)| {
        let since = part.since.map(|day| day.to_string());
        (list.clone(), json!({"source": part.source, "since": since}))
    };
    Json::Object(control.list.iter().map(of).collect())
}

impl Writer<'_> {
    fn text(&mut self, texts: &Texts, needed: Option<(&Source, usize, &str)>) -> String {
        if let Some(text) = texts.get(self.language).filter(|text| !text.is_empty()) {
            return text.clone();
        }
        if let Some((source, at, field)) = needed {
            self.complaints.push(source.complaint(
                at,
                field,
                &format!("the text in `{}` is missing", self.language),
                "every text stands in every language of rules/settings.toml",
            ));
        } else if !texts.is_empty() && !self.language.is_empty() {
            return texts.get("en").cloned().unwrap_or_default();
        }
        String::new()
    }

    fn named(&mut self, of: Option<&std::collections::BTreeMap<String, Texts>>) -> Json {
        let mut out = Map::new();
        for (id, texts) in of.into_iter().flatten() {
            out.insert(id.clone(), Json::String(self.text(texts, None)));
        }
        Json::Object(out)
    }

    fn lists(&mut self) -> Json {
        let mut out = Map::new();
        let folder = self.folder;
        for (id, list) in &folder.lists {
            let reasons = self.named(Some(&list.reasons));
            out.insert(
                id.clone(),
                json!({
                    "name": self.text(&list.name, None),
                    "instrument": list.instrument,
                    "version": list.version,
                    "url": list.url,
                    "reasons": reasons,
                }),
            );
        }
        Json::Object(out)
    }

    fn families(&mut self, built: &Built) -> Json {
        let mut out = Map::new();
        let folder = self.folder;
        for (id, item) in &folder.families {
            let of = &item.value;
            let field = format!("family {id}");
            if let Some((language, _)) = of
                .about
                .iter()
                .find(|_| !of.about.contains_key(self.language))
            {
                self.complaints.push(item.source.complaint(
                    item.at,
                    &format!("{field} about"),
                    &format!("the text stands in `{language}` only"),
                    "every text stands in every language of rules/settings.toml",
                ));
            }
            let provisions = built
                .rules
                .families
                .iter()
                .find(|family| family.id == *id)
                .map_or(0, |family| family.provisions.len());
            out.insert(
                id.clone(),
                json!({
                    "name": self.text(&of.name, Some((&item.source, item.at, &field))),
                    "about": self.text(&of.about, None),
                    "category": of.category.get_ref(),
                    "parents": of.parents.iter().map(|p| p.get_ref().clone()).collect::<Vec<_>>(),
                    "provisions": provisions,
                    "group": of.group,
                }),
            );
        }
        Json::Object(out)
    }

    fn attributes(&mut self) -> Json {
        let mut out = Map::new();
        let folder = self.folder;
        for (id, item) in &folder.attributes {
            let of = &item.value;
            let field = |name: &str| format!("attribute {id} {name}");
            let options: Vec<Json> = of
                .options
                .iter()
                .flatten()
                .map(|(option, texts)| {
                    let texts: Texts = texts.clone().try_into().unwrap_or_default();
                    let label = self.text(
                        &texts,
                        Some((&item.source, item.at, &field(&format!("options.{option}")))),
                    );
                    json!({"id": option, "label": label})
                })
                .collect();
            let units: Vec<&String> = of.units.iter().map(toml::Spanned::get_ref).collect();
            out.insert(
                id.clone(),
                json!({
                    "kind": of.kind.get_ref(),
                    "label": self.text(&of.label, Some((&item.source, item.at, &field("label")))),
                    "question": self.text(&of.question, Some((&item.source, item.at, &field("question")))),
                    "help": self.text(&of.help, None),
                    "measured": self.text(&of.measured, None),
                    "cite": of.cite,
                    "unit": of.unit.as_ref().map(|unit| unit.get_ref().clone()),
                    "units": units,
                    "options": options,
                    "aka": of.aka,
                    "cost": of.cost,
                    "diagram": of.diagram,
                    "derived": of.formula.is_some(),
                    "formula": of.formula.as_ref().map(|formula| formula.get_ref().clone()),
                }),
            );
        }
        Json::Object(out)
    }

    fn entries(&mut self, built: &Built) -> Json {
        let mut out = Map::new();
        let folder = self.folder;
        for (id, item) in &folder.controls {
            let of = &item.value;
            let title = self.text(&of.title, Some((&item.source, item.at, "title")));
            let summary = self.text(&of.summary, Some((&item.source, item.at, "summary")));
            let mut provisions = Map::new();
            let mut links = Map::new();
            let mut reasons: Vec<Json> = Vec::new();
            for (index, list) in (0u32..).zip(folder.lists.keys()) {
                let Some(part) = of.list.get(list) else {
                    continue;
                };
                let mut titles = Map::new();
                for (provision, about) in built.rules.provisions.iter().zip(&built.about) {
                    if provision.list != index || about.control != *id {
                        continue;
                    }
                    if let Some(from) = of.provision.get(about.part) {
                        let field = format!("provision {} title", provision.path);
                        let at = from.span().start;
                        let text =
                            self.text(&from.get_ref().title, Some((&item.source, at, &field)));
                        titles.insert(provision.path.clone(), Json::String(text));
                    }
                }
                provisions.insert(list.clone(), Json::Object(titles));
                if let Some(of) = folder.lists.get(list) {
                    let link = of.url.replace("{entry}", id);
                    links.insert(list.clone(), Json::String(link));
                }
                let told = |reason: &&super::source::ReasonPart| {
                    !(reason.note.is_empty() && reason.info.is_empty())
                };
                for reason in part.reasons.iter().filter(told) {
                    let codes: Vec<&String> =
                        reason.codes.iter().map(toml::Spanned::get_ref).collect();
                    let of = if reason.note.is_empty() {
                        &reason.info
                    } else {
                        &reason.note
                    };
                    let note = self.text(of, None);
                    reasons.push(
                        json!({"list": list, "paths": reason.paths, "codes": codes, "note": note}),
                    );
                }
            }
            out.insert(
                id.clone(),
                json!({
                    "title": title,
                    "summary": summary,
                    "regime": of.regime,
                    "rationale": self.text(&of.rationale, None),
                    "review_by": of.review_by.map(|day| day.to_string()),
                    "sources": sources(of),
                    "lists": of.list.keys().collect::<Vec<_>>(),
                    "see_also": of.see_also.iter().map(|s| s.get_ref().clone()).collect::<Vec<_>>(),
                    "related": {"software": of.related.software, "technology": of.related.technology},
                    "links": links,
                    "provisions": provisions,
                    "reason_notes": reasons,
                }),
            );
        }
        Json::Object(out)
    }

    /// Citation -> our words, over all notes and decontrols.
    fn notes(&mut self) -> Json {
        let mut out = Map::new();
        let folder = self.folder;
        for (id, item) in &folder.controls {
            for part in &item.value.provision {
                for unless in &part.get_ref().unless {
                    let of = unless.get_ref();
                    let field = format!("note {}", of.cite);
                    let at = unless.span().start;
                    let text = self.text(&of.title, Some((&item.source, at, &field)));
                    out.insert(super::build::citation(id, &of.cite), Json::String(text));
                }
            }
            for note in &item.value.note {
                let of = note.get_ref();
                let field = format!("note {}", of.cite);
                let text = self.text(&of.title, Some((&item.source, note.span().start, &field)));
                out.insert(super::build::citation(id, &of.cite), Json::String(text));
            }
        }
        for (source, file) in &folder.notes {
            for note in &file.note {
                let of = note.get_ref();
                let field = format!("note {}", of.cite);
                let text = self.text(&of.title, Some((source, note.span().start, &field)));
                out.insert(of.cite.clone(), Json::String(text));
            }
        }
        Json::Object(out)
    }

    fn reviews(&mut self) -> Json {
        let mut out = Map::new();
        let folder = self.folder;
        for (source, file) in &folder.reviews {
            for review in &file.review {
                let of = review.get_ref();
                let field = format!("review {}", of.id);
                let place = Some((source, review.span().start, field.as_str()));
                out.insert(
                    of.id.clone(),
                    json!({
                        "list": of.list,
                        "question": self.text(&of.question, place),
                        "help": self.text(&of.help, place),
                        "cite": of.cite,
                    }),
                );
            }
        }
        Json::Object(out)
    }
}
