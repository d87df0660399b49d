//! A third party's normalisation of lists whose publishers offer no machine-readable file:
//! a JSON array of objects with `list_id`, `id`, `entity_name`, `entity_type`, `aliases`, `addresses`,
//! `date_added`, `reason`, `source_url`. Shared by the Japanese and the Chinese reader.

use super::dates::Order;
use super::intake::{Intake, only_file, remark_as, some};
use super::{Reading, SourceFile};
use crate::date::Date;
use crate::party::{NameKind, Party, PartyKind};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// One object of the array.
#[derive(Deserialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) list_id: String,
    pub(super) entity_name: String,
    #[serde(default)]
    entity_type: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    pub(super) addresses: Vec<String>,
    date_added: Option<String>,
    #[serde(default)]
    pub(super) reason: String,
    source_url: Option<String>,
    /// Day on which the third party last compared with the publisher.
    last_verified: Option<String>,
    /// Jurisdiction and title of the list; the catalogue has both.
    #[serde(rename = "country")]
    _country: Option<String>,
    #[serde(rename = "source_list_name")]
    _source_list_name: Option<String>,
    #[serde(flatten)]
    other: BTreeMap<String, Value>,
}

/// How one publisher's entries differ from the common shape.
pub(super) struct Dialect {
    /// Our list id of a `list_id`.
    pub(super) list_of: fn(&str) -> Option<&'static str>,
    /// Country, addresses and reason.
    pub(super) details: fn(&mut Intake<'_>, u64, &Entry, &mut Party),
}

/// Reads the array.
pub(super) fn read(files: &[SourceFile<'_>], dialect: &Dialect) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let bytes = file
        .bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(file.bytes);
    let entries: Vec<Value> = match serde_json::from_slice(bytes) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("not readable as a JSON array of entries: {error}");
            return intake.fail("bad-json", error.line() as u64, message);
        }
    };
    let mut verified: Option<Date> = None;
    for (record, value) in (1_u32..).zip(&entries) {
        intake.reading.records = record;
        let line = u64::from(record);
        let entry = match Entry::deserialize(value) {
            Ok(entry) => entry,
            Err(error) => {
                let message =
                    format!("record {line} is not of this format: {error}; it is left out");
                intake.error("bad-record", line, "", message);
                continue;
            }
        };
        for key in entry.other.keys() {
            intake.unknown_field(line, key);
        }
        let Some(list) = (dialect.list_of)(&entry.list_id) else {
            let message = format!(
                "`{}` is no list this reader knows; the record is left out",
                entry.list_id
            );
            intake.error("unknown-list", line, "list_id", message);
            continue;
        };
        let mut party = Party {
            list: list.to_owned(),
            reference: entry.id.clone(),
            kind: kind_of(&mut intake, line, &entry.entity_type),
            link: entry.source_url.as_deref().and_then(some),
            record,
            ..Party::default()
        };
        party.add_name(&entry.entity_name, NameKind::Primary);
        (dialect.details)(&mut intake, line, &entry, &mut party);
        for alias in &entry.aliases {
            let kind = match party.names.is_empty() {
                true => NameKind::Primary,
                false => NameKind::Alias,
            };
            party.add_name(alias, kind);
        }
        let added = entry.date_added.as_deref().unwrap_or_default();
        party.listed_on = intake.date(&mut party, line, "date_added", added, Order::DayFirst);
        let day = entry
            .last_verified
            .as_deref()
            .and_then(|day| day.parse().ok());
        verified = verified.max(day);
        let twin = super::intake::digest(&[&entry.entity_name]);
        intake.accept(party, line, &twin);
    }
    intake.reading.published = verified;
    intake.reading
}

/// Says a listing reason in the source's words.
pub(super) fn add_reason(party: &mut Party, entry: &Entry) {
    remark_as(party, "reason", &entry.reason);
}

fn kind_of(intake: &mut Intake<'_>, line: u64, text: &str) -> PartyKind {
    match text {
        "organization" => PartyKind::Organisation,
        "individual" | "person" => PartyKind::Person,
        "vessel" => PartyKind::Vessel,
        "aircraft" => PartyKind::Aircraft,
        "" => PartyKind::Unknown,
        other => {
            let message =
                format!("`{other}` is no kind of party this reader knows, kept as unknown");
            intake.warning("unknown-kind", line, "entity_type", message);
            PartyKind::Unknown
        }
    }
}
