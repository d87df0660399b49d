//! What people read about risk, per language, as the JSON that the page asks for.

use super::Risks;
use crate::pack::rules::complaint::{Complaint, Source};
use crate::pack::rules::definitions::Entry;
use crate::pack::rules::source::Texts;
use serde_json::{Map, Value as Json, json};

impl Risks<'_> {
    /// The texts of one language; a missing one is a complaint.
    pub(crate) fn texts(&mut self, language: &str) -> String {
        if self.folder.risk.is_empty() {
            return "{}".to_owned();
        }
        let mut writer = Writer {
            language,
            complaints: Vec::new(),
        };
        let mut indicators = Map::new();
        for entry in &self.files.indicators {
            let part = &entry.value;
            let json = json!({
                "kind": part.kind.get_ref(),
                "topic": part.topic.get_ref(),
                "per": part.per.get_ref(),
                "jurisdiction": part.jurisdiction.as_ref().map(|of| of.get_ref()),
                "title": writer.of(entry, "title", &part.title),
                "text": writer.of(entry, "text", &part.text),
                "cite": part.cite,
                "link": part.link,
                "question": writer.optional(entry, "resolve.question", &part.resolve.question),
                "evidence": writer.optional(entry, "resolve.evidence", &part.resolve.evidence),
                "raises": part.raises.as_ref().map(|of| of.get_ref()),
                "final": part.is_final,
                "trust": part.trust,
                "clause": part.clause.as_ref().map(|of| of.get_ref()),
            });
            indicators.insert(entry.id.clone(), json);
        }
        let mut steps = Map::new();
        for entry in &self.files.steps {
            let part = &entry.value;
            let json = json!({
                "title": writer.of(entry, "title", &part.title),
                "text": writer.of(entry, "text", &part.text),
                "who": writer.optional(entry, "who", &part.who),
                "days": writer.optional(entry, "days", &part.days),
                "cite": part.cite,
                "link": part.link,
                "authority": part.authority,
                "jurisdiction": part.jurisdiction,
            });
            steps.insert(entry.id.clone(), json);
        }
        let mut clauses = Map::new();
        for entry in &self.files.clauses {
            let part = &entry.value;
            let json = json!({
                "title": writer.of(entry, "title", &part.title),
                "note": writer.optional(entry, "note", &part.note),
                "cite": part.cite,
                "link": part.link,
                "texts": part.text,
            });
            clauses.insert(entry.id.clone(), json);
        }
        let mut sectors = Map::new();
        for entry in &self.files.sectors {
            let name = writer.of(entry, "name", &entry.value.name);
            sectors.insert(entry.id.clone(), json!({ "name": name }));
        }
        let mut ownership = Map::new();
        for entry in &self.files.ownership {
            let part = &entry.value;
            let name = writer.of(entry, "name", &part.name);
            let of = part.jurisdiction.as_ref().map(|of| of.get_ref());
            let json =
                json!({"name": name, "cite": part.cite, "link": part.link, "jurisdiction": of});
            ownership.insert(entry.id.clone(), json);
        }
        let mut hs_lists = Map::new();
        for (source, part) in &self.files.hs {
            let name = writer.at(source, part.id.span().start, "name", &part.name);
            let json = json!({"name": name, "cite": part.cite, "link": part.link, "version": part.version});
            hs_lists.insert(part.id.get_ref().clone(), json);
        }
        let (mut topics, mut roles, mut milestones) = (Map::new(), Map::new(), Map::new());
        if let Some((source, settings)) = &self.files.settings {
            for (id, name) in &settings.topic {
                topics.insert(id.clone(), writer.at(source, 0, "topic", name).into());
            }
            for (id, role) in &settings.role {
                let name = writer.at(source, 0, "role", &role.name);
                roles.insert(id.clone(), name.into());
            }
            for (id, of) in &settings.milestone {
                let name = writer.at(source, of.span().start, "milestone", &of.get_ref().name);
                let json = json!({"name": name, "cite": of.get_ref().cite, "date": of.get_ref().date.to_string()});
                milestones.insert(id.clone(), json);
            }
        }
        let forms: Vec<Json> = self
            .files
            .forms
            .iter()
            .map(|(_, form)| {
                let of = form.get_ref();
                json!({
                    "step": of.step,
                    "per": of.per.get_ref(),
                    "topic": of.topic,
                    "jurisdiction": of.jurisdiction.as_ref().map(|of| of.get_ref()),
                    "attributes": of.attributes.iter().map(|a| a.get_ref().clone()).collect::<Vec<_>>(),
                    "roles": of.roles.iter().map(|role| role.get_ref().clone()).collect::<Vec<_>>(),
                })
            })
            .collect();
        let json = json!({
            "topics": topics,
            "roles": roles,
            "milestones": milestones,
            "indicators": indicators,
            "steps": steps,
            "clauses": clauses,
            "sectors": sectors,
            "ownership": ownership,
            "hs_lists": hs_lists,
            "form": forms,
            "history": self.history.get(language),
        });
        self.complaints.append(&mut writer.complaints);
        json.to_string()
    }
}

struct Writer<'a> {
    language: &'a str,
    complaints: Vec<Complaint>,
}

impl Writer<'_> {
    fn of<T>(&mut self, entry: &Entry<T>, field: &str, texts: &Texts) -> String {
        let field = format!("{} {field}", entry.id);
        self.at(&entry.source, entry.at, &field, texts)
    }

    /// A text that may be absent, but not in one language only.
    fn optional<T>(&mut self, entry: &Entry<T>, field: &str, texts: &Texts) -> String {
        if texts.is_empty() {
            String::new()
        } else {
            self.of(entry, field, texts)
        }
    }

    fn at(&mut self, source: &Source, at: usize, field: &str, texts: &Texts) -> String {
        match texts
            .get(self.language)
            .filter(|text| !text.trim().is_empty())
        {
            Some(text) => text.clone(),
            None => {
                self.complaints.push(source.complaint(
                    at,
                    field,
                    &format!("the text in `{}` is missing", self.language),
                    "every text stands in every language of rules/settings.toml",
                ));
                String::new()
            }
        }
    }
}
