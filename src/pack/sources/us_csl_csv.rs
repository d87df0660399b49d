//! US Consolidated Screening List as CSV: 29 columns, several values in a cell separated by `;`.
//!
//! The file has no alias quality, and an address is one text that ends with the country code if
//! there is one. Dates are the publisher's, also wrong ones such as year 17.

use super::delimited::{self, Shape};
use super::intake::{Intake, country_of, head, only_file};
use super::us_csl::{self, Id, Record};
use super::{Reader, Reading, SourceFile};
use crate::party::tidy;

/// The reader.
pub const READER: Reader = Reader {
    id: "us-csl-csv",
    title: "US Consolidated Screening List, CSV",
    recognises,
    part: |_| "main",
    read,
};

const COLUMNS: [&str; 29] = [
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
];

fn recognises(file: &SourceFile<'_>) -> bool {
    let head = head(file.bytes);
    let first = head.lines().next().unwrap_or_default();
    let cells: Vec<&str> = first
        .split(',')
        .map(|cell| cell.trim_matches(['"', '\u{feff}']))
        .collect();
    let needed = [
        "source",
        "entity_number",
        "federal_register_notice",
        "alt_names",
    ];
    needed.iter().all(|column| cells.contains(column))
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let text = delimited::decode(file.bytes);
    let shape = Shape {
        separator: b',',
        quoted: true,
        skip: 0,
    };
    let table = delimited::read(&text, shape);
    for needed in ["source", "name"] {
        if !table.has(needed) {
            let message = format!("column `{needed}` is missing; download the file again");
            return intake.fail("missing-column", 1, message);
        }
    }
    for column in &table.header {
        if !COLUMNS.contains(&column.as_str()) {
            intake.unknown_field(1, column);
        }
    }
    intake.broken(&table);
    for (record, row) in (1_u32..).zip(&table.rows) {
        intake.reading.records += 1;
        intake.row_length(&table, row);
        let cell = |column: &str| table.cell(row, column).to_owned();
        let many = |column: &str| split(table.cell(row, column));
        let from = Record {
            id: cell("_id"),
            source: cell("source"),
            entity_number: cell("entity_number"),
            kind: cell("type"),
            programs: many("programs"),
            name: cell("name"),
            alt_names: many("alt_names"),
            title: cell("title"),
            addresses: many("addresses").iter().map(|text| address(text)).collect(),
            federal_register_notice: cell("federal_register_notice"),
            start_date: cell("start_date"),
            end_date: cell("end_date"),
            standard_order: cell("standard_order"),
            license_requirement: cell("license_requirement"),
            license_policy: cell("license_policy"),
            call_sign: cell("call_sign"),
            vessel_type: cell("vessel_type"),
            gross_tonnage: cell("gross_tonnage"),
            gross_registered_tonnage: cell("gross_registered_tonnage"),
            vessel_flag: cell("vessel_flag"),
            vessel_owner: cell("vessel_owner"),
            remarks: cell("remarks"),
            citizenships: many("citizenships"),
            nationalities: many("nationalities"),
            dates_of_birth: many("dates_of_birth"),
            places_of_birth: many("places_of_birth"),
            ids: many("ids").iter().map(|text| id(text)).collect(),
        };
        us_csl::take(&mut intake, record, row.line, &from);
    }
    intake.reading
}

fn split(cell: &str) -> Vec<String> {
    let parts = cell.split(';').map(tidy);
    parts.filter(|part| !part.is_empty()).collect()
}

/// `19 Luysi Chalovskoy St., Borisov, 222512, BY`: the last part is the country if it names one.
fn address(text: &str) -> (String, String) {
    let (rest, last) = text.rsplit_once(',').unwrap_or(("", text));
    match country_of(last) {
        Some(_) => (rest.trim().to_owned(), last.trim().to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

/// `JO, 2014-08-30, 2009-08-31, K475336, Passport`: country, expiry, issue, number, type; only
/// number and type are always there.
/// A single date does not say whether it is issue or expiry.
fn id(text: &str) -> Id {
    let mut parts: Vec<&str> = text.split(", ").collect();
    let kind = parts.pop().unwrap_or_default().to_owned();
    let mut id = Id {
        kind,
        ..Id::default()
    };
    let mut rest = parts.as_slice();
    if let [first, more @ ..] = rest
        && !more.is_empty()
        && first.len() == 2
        && first.bytes().all(|byte| byte.is_ascii_uppercase())
    {
        id.country = (*first).to_owned();
        rest = more;
    }
    if let [expires, issued, more @ ..] = rest
        && !more.is_empty()
        && is_day(expires)
        && is_day(issued)
    {
        id.expires = (*expires).to_owned();
        id.issued = (*issued).to_owned();
        rest = more;
    } else if let [day, more @ ..] = rest
        && !more.is_empty()
        && is_day(day)
    {
        id.dated = (*day).to_owned();
        rest = more;
    }
    id.number = rest.join(", ");
    id
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<crate::date::Date>().is_ok()
}
