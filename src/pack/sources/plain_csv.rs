//! Our own table for any other list: CSV or TSV with a header row.
//!
//! ```text
//! # published: 2026-08-01
//! list,reference,kind,name,aliases,countries
//! my-list,7,organisation,Example Trading LLC,Example FZE|Ex-Trade,AE
//! ```
//!
//! Columns, in any order; only `list` and `name` must be there and filled:
//!
//! | column | content |
//! | --- | --- |
//! | `list` | id of the list in `lists/catalogue.toml` |
//! | `reference` | the publisher's reference; empty: a digest of list, name and first country |
//! | `kind` | `person`, `organisation`, `vessel`, `aircraft`, `unknown` or empty |
//! | `name` | the name the entry is filed under |
//! | `aliases`, `weak_aliases`, `former_names`, `original_script` | further names, separated by `\|` |
//! | `birth_dates` | `1951-06-19`, `1951-06`, `1951`, `~1951`, `1951/1953`, separated by `\|` |
//! | `countries` | ISO code or name, separated by `\|`; a role may stand before it: `nationality:RU`, `address:`, `registration:`, `birth:`, `stated:` (which is also meant without a role) |
//! | `addresses` | separated by `\|`; a country as the last comma-separated part is taken as the country |
//! | `identifiers` | `kind:value`, separated by `\|`; with issuing country `passport@RU:750123456` |
//! | `programmes` | separated by `\|` |
//! | `listed_on`, `ends_on` | `YYYY-MM-DD` |
//! | `licence`, `citation`, `link`, `remarks` | text |
//!
//! An unknown column is an error that names it, and the file is not read: a misspelt `adresses`
//! must not lose addresses. Lines at the top that begin with `#` are comments;
//! `# published: YYYY-MM-DD` gives the publication date. The separator is the tab if the header row
//! has one, else `;` if the header row has one, else the comma. In CSV, cells may be enclosed in
//! double quotes; in TSV they may not, a cell simply holds no tab and no line break.

use super::dates::Order;
use super::delimited::{self, Shape, Table};
use super::fields::add_identifier;
use super::intake::{Intake, add_programme, country_of, digest, head, only_file, some};
use super::{Reader, Reading, SourceFile};
use crate::date::Date;
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind};
use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};

/// The reader.
pub const READER: Reader = Reader {
    id: "plain-csv",
    title: "plain table (CSV or TSV) in the format of lists/FORMAT.md",
    recognises,
    part: |_| "main",
    read,
};

const COLUMNS: [&str; 19] = [
    "list",
    "reference",
    "kind",
    "name",
    "aliases",
    "weak_aliases",
    "former_names",
    "original_script",
    "birth_dates",
    "countries",
    "addresses",
    "identifiers",
    "programmes",
    "listed_on",
    "ends_on",
    "licence",
    "citation",
    "link",
    "remarks",
];

fn recognises(file: &SourceFile<'_>) -> bool {
    let head = head(file.bytes);
    let head = head.trim_start_matches('\u{feff}');
    let header = head.lines().find(|line| !line.starts_with('#'));
    let header = header.unwrap_or_default();
    let cells: Vec<&str> = header
        .split(char::from(separator_of(header)))
        .map(|cell| cell.trim().trim_matches('"'))
        .collect();
    let ours = cells.iter().filter(|cell| COLUMNS.contains(cell)).count();
    cells.contains(&"list") && cells.contains(&"name") && ours >= 3
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let text = delimited::decode(file.bytes);
    let comments: Vec<&str> = text
        .lines()
        .take_while(|line| line.starts_with('#'))
        .collect();
    for (line, comment) in (1_u64..).zip(&comments) {
        let published = comment
            .trim_start_matches('#')
            .trim()
            .strip_prefix("published:");
        match published.map(|date| (date.trim(), date.trim().parse::<Date>())) {
            Some((_, Ok(date))) => intake.reading.published = Some(date),
            Some((date, Err(_))) => {
                let message = format!("`{date}` is not a date; write `# published: YYYY-MM-DD`");
                intake.warning("bad-date", line, "published", message);
            }
            None => {}
        }
    }
    let header = text.lines().nth(comments.len()).unwrap_or_default();
    let separator = separator_of(header);
    let shape = Shape {
        separator,
        quoted: separator != b'\t',
        skip: comments.len(),
    };
    let table = delimited::read(&text, shape);
    let header_line = comments.len() as u64 + 1;
    for column in &table.header {
        if !COLUMNS.contains(&column.as_str()) {
            let message = format!(
                "`{column}` is no column of this format; rename or remove it, the columns are: {}",
                COLUMNS.join(", ")
            );
            return intake.fail("unknown-column", header_line, message);
        }
        if table.header.iter().filter(|other| *other == column).count() > 1 {
            let message = format!("column `{column}` is there twice; keep one");
            return intake.fail("duplicate-column", header_line, message);
        }
    }
    for needed in ["list", "name"] {
        if !table.has(needed) {
            let message = format!("column `{needed}` is missing; add it to the header row");
            return intake.fail("missing-column", header_line, message);
        }
    }
    intake.broken(&table);
    for (record, row) in (1_u32..).zip(&table.rows) {
        intake.reading.records += 1;
        intake.row_length(&table, row);
        take(&mut intake, &table, record, row);
    }
    intake.reading
}

fn take(intake: &mut Intake<'_>, table: &Table, record: u32, row: &delimited::Row) {
    let line = row.line;
    let cell = |column: &str| table.cell(row, column);
    let many = |column: &str| {
        let parts = cell(column).split('|').map(str::trim);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>()
    };
    let list = cell("list");
    if list.is_empty() {
        let message = "the row names no list, so its meaning is unknown; fill in `list`".to_owned();
        intake.error("no-list", line, "list", message);
        return;
    }
    let first_country = many("countries").first().copied().unwrap_or_default();
    let reference = match cell("reference") {
        "" => digest(&[list, cell("name"), first_country]),
        reference => reference.to_owned(),
    };
    let mut party = Party {
        list: list.to_owned(),
        reference,
        licence: some(cell("licence")),
        citation: some(cell("citation")),
        link: some(cell("link")),
        remarks: some(cell("remarks")),
        record,
        ..Party::default()
    };
    party.kind = match word::<PartyKind>(cell("kind")) {
        Some(kind) => kind,
        None if cell("kind").is_empty() => PartyKind::Unknown,
        None => {
            let message = format!(
                "`{}` is no kind; write person, organisation, vessel, aircraft or unknown",
                cell("kind")
            );
            intake.warning("unknown-kind", line, "kind", message);
            PartyKind::Unknown
        }
    };
    party.add_name(cell("name"), NameKind::Primary);
    if party.names.is_empty() {
        intake.accept(party, line, "");
        return;
    }
    for (column, kind) in [
        ("aliases", NameKind::Alias),
        ("weak_aliases", NameKind::WeakAlias),
        ("former_names", NameKind::Former),
        ("original_script", NameKind::OriginalScript),
    ] {
        for name in many(column) {
            party.add_name(name, kind);
        }
    }
    for date in many("birth_dates") {
        intake.add_birth(&mut party, line, "birth_dates", date, Order::DayFirst);
    }
    for country in many("countries") {
        let (role, name) = match country.split_once(':') {
            Some((role, name)) => (word::<CountryRole>(role.trim()), name),
            None => (Some(CountryRole::Stated), country),
        };
        match role {
            Some(role) => intake.add_country(&mut party, line, "countries", name, role),
            None => intake.add_country(&mut party, line, "countries", country, CountryRole::Stated),
        }
    }
    for address in many("addresses") {
        let (rest, last) = address.rsplit_once(',').unwrap_or(("", address));
        match country_of(last) {
            Some(_) => intake.add_address(&mut party, line, "addresses", rest, last),
            None => intake.add_address(&mut party, line, "addresses", address, ""),
        }
    }
    for text in many("identifiers") {
        take_identifier(intake, &mut party, line, text);
    }
    for programme in many("programmes") {
        add_programme(&mut party, programme);
    }
    party.listed_on = intake.date(
        &mut party,
        line,
        "listed_on",
        cell("listed_on"),
        Order::DayFirst,
    );
    party.ends_on = intake.date(
        &mut party,
        line,
        "ends_on",
        cell("ends_on"),
        Order::DayFirst,
    );
    intake.accept(party, line, "");
}

fn take_identifier(intake: &mut Intake<'_>, party: &mut Party, line: u64, text: &str) {
    let (label, value) = text.split_once(':').unwrap_or(("", text));
    let (kind, country) = label.split_once('@').unwrap_or((label, ""));
    let code = intake.country(line, "identifiers", country);
    match word::<IdentifierKind>(kind.trim()) {
        Some(kind) => add_identifier(party, kind, value, code),
        None => {
            let message = format!(
                "`{text}` names no kind of identifier, it is kept as `other`; write for example `passport:750123456`"
            );
            intake.warning("unknown-identifier", line, "identifiers", message);
            add_identifier(party, IdentifierKind::Other, text, None)
        }
    };
}

/// A word of one of our vocabularies, in its written form.
fn word<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    T::deserialize(StrDeserializer::<ValueError>::new(text)).ok()
}

fn separator_of(header: &str) -> u8 {
    if header.contains('\t') {
        b'\t'
    } else if header.contains(';') {
        b';'
    } else {
        b','
    }
}
