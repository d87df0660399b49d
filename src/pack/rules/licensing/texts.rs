//! What people read about licensing, per language, as the JSON that the page asks for.

use super::Licence;
use super::shapes::MeasurePart;
use super::supplied::{limit_amount, listed_flag, reason_flag};
use crate::pack::rules::complaint::Complaint;
use crate::pack::rules::definitions::Entry;
use crate::pack::rules::source::Texts;
use serde_json::{Map, Value as Json, json};

impl Licence<'_> {
    /// The texts of one language; a missing one is a complaint.
    pub(crate) fn texts(&mut self, language: &str) -> String {
        let mut writer = Writer {
            language,
            complaints: Vec::new(),
        };
        let mut measures = Map::new();
        for (of, entry) in &self.files.measures {
            measures.insert(entry.id.clone(), writer.measure(of, entry));
        }
        let mut jurisdictions = Map::new();
        let mut checks = Map::new();
        if let Some((_, settings)) = &self.files.settings {
            for id in &settings.order {
                let Some(part) = settings.jurisdiction.get(id) else {
                    continue;
                };
                let part = part.get_ref();
                jurisdictions.insert(
                    id.clone(),
                    json!({
                        "name": writer.plain(&part.name),
                        "instrument": part.instrument,
                        "version": part.version,
                        "url": part.url,
                        "list": part.list,
                    }),
                );
            }
            for (id, check) in &settings.check {
                let check = check.get_ref();
                checks.insert(
                    id.clone(),
                    json!({"title": writer.plain(&check.title), "on_request": check.on_request}),
                );
            }
        }
        let named = |id: &String, name: &Texts, cite: &String| {
            (
                id.clone(),
                json!({"name": writer.plain(name), "cite": cite}),
            )
        };
        let groups: Map<String, Json> = (self.files.groups.iter())
            .map(|group| named(&group.id, &group.value.name, &group.value.cite))
            .collect();
        let items: Map<String, Json> = (self.files.items.iter())
            .map(|set| named(&set.id, &set.value.name, &set.value.cite))
            .collect();
        let mut reasons = Map::new();
        for list in self.folder.lists.values() {
            for (code, name) in &list.reasons {
                reasons.insert(
                    code.clone(),
                    json!({"name": writer.plain(name), "flag": reason_flag(code)}),
                );
            }
        }
        let confirms: Map<String, Json> = self
            .confirms
            .iter()
            .map(|(name, note)| (name.clone(), Json::String(writer.plain(note))))
            .collect();
        let json = json!({
            "jurisdictions": jurisdictions,
            "checks": checks,
            "measures": measures,
            "groups": groups,
            "items": items,
            "reasons": reasons,
            "reason_notes": confirms,
            "destinations": self.destinations(language),
            "entry_facts": self.entry_facts_by_name(),
        });
        self.complaints.append(&mut writer.complaints);
        json.to_string()
    }

    fn destinations(&self, language: &str) -> Json {
        let of = |row: &super::places::Row| {
            let mut out = Map::new();
            let mut put = |name: &str, text: Option<&String>| {
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    out.insert(name.to_owned(), Json::String(text.clone()));
                }
            };
            put("name", row.names.get(language));
            put("note", row.notes.get(language));
            put("numeric", Some(&row.numeric));
            for (jurisdiction, code) in &row.read_as {
                put(&format!("{jurisdiction}_as"), Some(code));
            }
            (row.code.clone(), Json::Object(out))
        };
        Json::Object(self.places.rows.iter().map(of).collect())
    }

    /// Attribute -> the exception whose line of the entry it is.
    fn entry_facts_by_name(&self) -> Json {
        let mut out = Map::new();
        let mut ignored = Vec::new();
        for (_, source) in &self.files.entries {
            for (_, cells) in crate::pack::rules::definitions::rows(source, &[], &mut ignored) {
                let exception = cells.get("exception").copied().unwrap_or_default();
                for name in [listed_flag(exception), limit_amount(exception)] {
                    if self.supplied.contains(&name) {
                        out.insert(name, Json::String(exception.to_owned()));
                    }
                }
            }
        }
        Json::Object(out)
    }
}

struct Writer<'a> {
    language: &'a str,
    complaints: Vec<Complaint>,
}

impl Writer<'_> {
    fn plain(&self, texts: &Texts) -> String {
        texts
            .get(self.language)
            .or_else(|| texts.get("en"))
            .cloned()
            .unwrap_or_default()
    }

    fn needed(
        &mut self,
        texts: &Texts,
        entry: &Entry<MeasurePart>,
        at: usize,
        field: &str,
    ) -> String {
        match texts.get(self.language).filter(|text| !text.is_empty()) {
            Some(text) => text.clone(),
            None => {
                self.complaints.push(entry.complaint(
                    at,
                    field,
                    &format!("the text in `{}` is missing", self.language),
                    "every text stands in every language of rules/settings.toml",
                ));
                String::new()
            }
        }
    }

    /// A text that may be absent, but not in one language only.
    fn optional(
        &mut self,
        texts: &Texts,
        entry: &Entry<MeasurePart>,
        at: usize,
        field: &str,
    ) -> String {
        if texts.is_empty() {
            String::new()
        } else {
            self.needed(texts, entry, at, field)
        }
    }

    fn measure(&mut self, of: &str, entry: &Entry<MeasurePart>) -> Json {
        let part = &entry.value;
        let conditions: Vec<Json> = part
            .condition
            .iter()
            .map(|condition| {
                let (at, of) = (condition.span().start, condition.get_ref());
                let field = format!("condition {}", of.id.get_ref());
                json!({
                    "id": of.id.get_ref(),
                    "title": self.needed(&of.title, entry, at, &format!("{field} title")),
                    "text": self.optional(&of.text, entry, at, &format!("{field} text")),
                    "cite": of.cite,
                    "circumstance": of.circumstance,
                })
            })
            .collect();
        let duties: Vec<Json> = part
            .duty
            .iter()
            .map(|duty| {
                let (at, of) = (duty.span().start, duty.get_ref());
                json!({
                    "title": self.needed(&of.title, entry, at, "duty title"),
                    "text": self.optional(&of.text, entry, at, "duty text"),
                    "cite": of.cite,
                })
            })
            .collect();
        let kind = part.kind.get_ref();
        let silent = kind == "restriction" || kind == "content-basis";
        let (title, text) = if silent {
            (self.plain(&part.title), self.plain(&part.text))
        } else {
            (
                self.needed(&part.title, entry, entry.at, "title"),
                self.optional(&part.text, entry, entry.at, "text"),
            )
        };
        json!({
            "jurisdiction": of,
            "kind": kind,
            "check": part.check.as_ref().map(|check| check.get_ref().clone()),
            "name": part.name,
            "title": title,
            "text": text,
            "cite": part.cite,
            "link": part.link,
            "limit": part.limit.as_ref().map(|limit| limit.get_ref().clone()),
            "conditions": conditions,
            "duties": duties,
        })
    }
}
