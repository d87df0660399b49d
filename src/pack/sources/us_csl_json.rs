//! US Consolidated Screening List as JSON: the publisher's own file and a projected form of it.
//!
//! * `{"results": [{..}]}`: the publisher's keys, one object per party. The keys are those of the
//!   29-column CSV; lists are arrays, `addresses` and `ids` arrays of objects.
//! * `{"fieldKey": {..}, "tables": {..}, "entries": [..]}`: a third party's projection with one-letter
//!   keys and shared tables (list, licence texts, programmes). It has no dates of birth,
//!   identifiers or street addresses and, for the Commerce and State lists, no publisher's id:
//!   those references are a digest of list, name and first country.

use super::dates::{Order, complete};
use super::intake::{Intake, add_programme, digest, head, only_file, some};
use super::us_csl::{self, Id, Record};
use super::{Reader, Reading, SourceFile};
use crate::party::{NameKind, Party};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The reader.
pub const READER: Reader = Reader {
    id: "us-csl-json",
    title: "US Consolidated Screening List, JSON",
    recognises,
    part: |_| "main",
    read,
};

fn recognises(file: &SourceFile<'_>) -> bool {
    let head = head(file.bytes);
    let object = head
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('{');
    object
        && (head.contains("\"fieldKey\"")
            || (head.contains("\"results\"") && head.contains("\"federal_register_notice\"")))
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let bytes = file
        .bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(file.bytes);
    let whole: Whole = match serde_json::from_slice(bytes) {
        Ok(whole) => whole,
        Err(error) => {
            let message = format!("not readable as a screening list: {error}; download it again");
            return intake.fail("bad-json", error.line() as u64, message);
        }
    };
    match (&whole.results, &whole.entries) {
        (Some(results), None) => read_official(&mut intake, results),
        (None, Some(entries)) => read_projected(&mut intake, entries, &whole),
        _ => {
            let message = "neither `results` nor `entries` is there (or both are); give the file \
                           `consolidated.json` of the publisher"
                .to_owned();
            return intake.fail("bad-json", 0, message);
        }
    }
    if let Some(announced) = whole.entry_count
        && announced != intake.reading.records
    {
        let message = format!(
            "the file announces {announced} records and holds {}",
            intake.reading.records
        );
        intake.warning("record-count", 0, "entryCount", message);
    }
    intake.reading.published = complete(&whole.generated, Order::DayFirst);
    intake.reading
}

#[derive(Deserialize)]
struct Whole {
    results: Option<Vec<Value>>,
    entries: Option<Vec<Value>>,
    #[serde(default)]
    tables: Tables,
    #[serde(rename = "entryCount")]
    entry_count: Option<u32>,
    #[serde(rename = "sourceGeneratedAt", default)]
    generated: String,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Tables {
    sources: Vec<String>,
    licence_requirements: Vec<String>,
    licence_policies: Vec<String>,
    programmes: Vec<String>,
    urls: Vec<String>,
}

/// A projected record; the keys are explained in the file's own `fieldKey`.
#[derive(Deserialize)]
struct Projected {
    #[serde(default)]
    n: String,
    #[serde(default)]
    a: Vec<String>,
    s: Option<usize>,
    #[serde(default)]
    t: String,
    #[serde(default)]
    c: Vec<String>,
    #[serde(default)]
    e: String,
    lr: Option<usize>,
    lp: Option<usize>,
    pg: Option<usize>,
    #[serde(default)]
    fr: String,
    /// The page of the whole list: the catalogue has it, the party has no page of its own.
    u: Option<usize>,
    #[serde(flatten)]
    other: BTreeMap<String, Value>,
}

fn read_projected(intake: &mut Intake<'_>, entries: &[Value], whole: &Whole) {
    for (record, entry) in (1_u32..).zip(entries) {
        intake.reading.records = record;
        let line = u64::from(record);
        match Projected::deserialize(entry) {
            Ok(entry) => take_projected(intake, record, line, &entry, &whole.tables),
            Err(error) => bad_record(intake, line, &error),
        }
    }
}

fn take_projected(
    intake: &mut Intake<'_>,
    record: u32,
    line: u64,
    entry: &Projected,
    tables: &Tables,
) {
    for key in entry.other.keys() {
        intake.unknown_field(line, key);
    }
    let source = look_up(intake, line, "s", &tables.sources, entry.s);
    let requirement = look_up(intake, line, "lr", &tables.licence_requirements, entry.lr);
    let policy = look_up(intake, line, "lp", &tables.licence_policies, entry.lp);
    let programmes = look_up(intake, line, "pg", &tables.programmes, entry.pg);
    look_up(intake, line, "u", &tables.urls, entry.u);
    let list = us_csl::list_or_unknown(intake, line, source);
    let first = entry.c.first().map_or("", String::as_str);
    let reference = match entry.e.as_str() {
        "" => digest(&[list, &entry.n, first]),
        number => number.to_owned(),
    };
    let mut party = Party {
        list: list.to_owned(),
        reference,
        kind: us_csl::kind_of(intake, line, &entry.t),
        licence: us_csl::licence(requirement, policy),
        citation: some(&entry.fr),
        record,
        ..Party::default()
    };
    party.add_name(&entry.n, NameKind::Primary);
    for name in &entry.a {
        party.add_name(name, NameKind::Alias);
    }
    for programme in programmes.split(';') {
        add_programme(&mut party, programme);
    }
    for country in &entry.c {
        intake.add_address(&mut party, line, "c", "", country);
    }
    let twin = digest(&[&entry.n, &entry.c.join(","), &entry.fr]);
    intake.accept(party, line, &twin);
}

fn look_up<'t>(
    intake: &mut Intake<'_>,
    line: u64,
    field: &str,
    table: &'t [String],
    at: Option<usize>,
) -> &'t str {
    let Some(at) = at else { return "" };
    match table.get(at) {
        Some(text) => text,
        None => {
            let message = format!("`{at}` is no row of the file's own table, the field is empty");
            intake.warning("bad-index", line, field, message);
            ""
        }
    }
}

fn bad_record(intake: &mut Intake<'_>, line: u64, error: &serde_json::Error) {
    let message = format!("record {line} is not of this format: {error}; it is left out");
    intake.error("bad-record", line, "", message);
}

/// A record with the publisher's keys.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Official {
    id: Text,
    source: Text,
    entity_number: Text,
    r#type: Text,
    programs: Many,
    name: Text,
    title: Text,
    addresses: Vec<Place>,
    federal_register_notice: Text,
    start_date: Text,
    end_date: Text,
    standard_order: Text,
    license_requirement: Text,
    license_policy: Text,
    call_sign: Text,
    vessel_type: Text,
    gross_tonnage: Text,
    gross_registered_tonnage: Text,
    vessel_flag: Text,
    vessel_owner: Text,
    remarks: Text,
    // Pages of the whole list; the catalogue has them.
    source_list_url: Text,
    source_information_url: Text,
    alt_names: Many,
    citizenships: Many,
    dates_of_birth: Many,
    nationalities: Many,
    places_of_birth: Many,
    ids: Vec<OfficialId>,
    #[serde(flatten)]
    other: BTreeMap<String, Value>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Place {
    address: Text,
    city: Text,
    state: Text,
    postal_code: Text,
    country: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OfficialId {
    r#type: Text,
    number: Text,
    country: Text,
    issue_date: Text,
    expiration_date: Text,
}

/// A text; `null` is empty, a number is its digits.
#[derive(Default, Deserialize)]
#[serde(from = "Value")]
struct Text(String);

impl From<Value> for Text {
    fn from(value: Value) -> Text {
        match value {
            Value::Null => Text::default(),
            Value::String(text) => Text(text),
            other => Text(other.to_string()),
        }
    }
}

/// Several texts; a single one is taken apart at `;` as in the CSV.
#[derive(Default, Deserialize)]
#[serde(from = "Value")]
struct Many(Vec<String>);

impl From<Value> for Many {
    fn from(value: Value) -> Many {
        match value {
            Value::Array(items) => Many(items.into_iter().map(|item| Text::from(item).0).collect()),
            Value::String(text) => Many(text.split(';').map(|t| t.trim().to_owned()).collect()),
            Value::Null => Many::default(),
            other => Many(vec![other.to_string()]),
        }
    }
}

fn read_official(intake: &mut Intake<'_>, results: &[Value]) {
    for (record, result) in (1_u32..).zip(results) {
        intake.reading.records = record;
        let line = u64::from(record);
        match Official::deserialize(result) {
            Ok(official) => {
                for key in official.other.keys() {
                    // Search scores and translated spellings of the publisher's search service.
                    if !matches!(key.as_str(), "score" | "country" | "_id") {
                        intake.unknown_field(line, key);
                    }
                }
                us_csl::take(intake, record, line, &record_of(official));
            }
            Err(error) => bad_record(intake, line, &error),
        }
    }
}

fn record_of(from: Official) -> Record {
    let _pages_of_the_list = (from.source_list_url, from.source_information_url);
    let address = |place: &Place| {
        let parts = [
            &place.address,
            &place.city,
            &place.state,
            &place.postal_code,
        ];
        let text = super::fields::join(parts.map(|part| part.0.as_str()));
        (text, place.country.0.clone())
    };
    Record {
        id: from.id.0,
        source: from.source.0,
        entity_number: from.entity_number.0,
        kind: from.r#type.0,
        programs: from.programs.0,
        name: from.name.0,
        alt_names: from.alt_names.0,
        title: from.title.0,
        addresses: from.addresses.iter().map(address).collect(),
        federal_register_notice: from.federal_register_notice.0,
        start_date: from.start_date.0,
        end_date: from.end_date.0,
        standard_order: from.standard_order.0,
        license_requirement: from.license_requirement.0,
        license_policy: from.license_policy.0,
        call_sign: from.call_sign.0,
        vessel_type: from.vessel_type.0,
        gross_tonnage: from.gross_tonnage.0,
        gross_registered_tonnage: from.gross_registered_tonnage.0,
        vessel_flag: from.vessel_flag.0,
        vessel_owner: from.vessel_owner.0,
        remarks: from.remarks.0,
        citizenships: from.citizenships.0,
        nationalities: from.nationalities.0,
        dates_of_birth: from.dates_of_birth.0,
        places_of_birth: from.places_of_birth.0,
        ids: from
            .ids
            .into_iter()
            .map(|id| Id {
                kind: id.r#type.0,
                number: id.number.0,
                country: id.country.0,
                issued: id.issue_date.0,
                expires: id.expiration_date.0,
                dated: String::new(),
            })
            .collect(),
    }
}
