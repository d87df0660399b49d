//! OFSI Consolidated List, `ConList.csv` (closed in January 2026): one row per combination of name,
//! date of birth and address; `Group ID` says which rows are one party.
//!
//! The first line is `Last Updated,13/04/2018`. Older files are Windows-1252. The first `Prime Alias`
//! (`Primary name`) row gives the primary name. Old files know no alias quality, new ones have it
//! in `Alias Quality`, and the name in its own script in `Name Non-Latin Script`. Passport and
//! identity numbers are free text: the number that can be told apart becomes an identifier,
//! the whole text stays in the remarks.

use super::dates::{Order, complete};
use super::delimited::{self, Row, Shape, Table};
use super::fields::{self, add_identifier, add_remark, says_nothing};
use super::intake::{Intake, add_programme, country_of, head, lettered, only_file, remark_as};
use super::{Reader, Reading, SourceFile};
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind, tidy};
use std::collections::{HashMap, HashSet};

/// The reader.
pub const READER: Reader = Reader {
    id: "uk-ofsi-csv",
    title: "OFSI Consolidated List of Financial Sanctions Targets, CSV",
    recognises,
    part: |_| "main",
    read,
};

const COLUMNS: [&str; 40] = [
    "Name 6",
    "Name 1",
    "Name 2",
    "Name 3",
    "Name 4",
    "Name 5",
    "Title",
    "Name Non-Latin Script",
    "Non-Latin Script Type",
    "Non-Latin Script Language",
    "DOB",
    "Town of Birth",
    "Country of Birth",
    "Nationality",
    "Passport Details",
    "Passport Number",
    "NI Number",
    "National Identification Number",
    "National Identification Details",
    "Position",
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Address 5",
    "Address 6",
    "Post/Zip Code",
    "Country",
    "Other Information",
    "Group Type",
    "Alias Type",
    "Alias Quality",
    "Regime",
    "Listed On",
    "UK Sanctions List Date Designated",
    "Last Updated",
    "Group ID",
    "UK Sanctions List Ref",
    "UN Ref",
    "",
];

fn recognises(file: &SourceFile<'_>) -> bool {
    let head = head(file.bytes);
    let mut lines = head.trim_start_matches('\u{feff}').lines();
    let first = lines.next().unwrap_or_default();
    let second = lines.next().unwrap_or_default();
    first.starts_with("Last Updated,") && second.contains("Group ID") && second.contains("Name 6")
}

/// A party under construction, and what was already said about it: rows repeat the same texts.
struct Group {
    line: u64,
    party: Party,
    seen: HashSet<(&'static str, String)>,
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let text = delimited::decode(file.bytes);
    let first = text.lines().next().unwrap_or_default();
    let updated = first.split(',').nth(1).unwrap_or_default();
    intake.reading.published = complete(updated, Order::DayFirst);
    let shape = Shape {
        separator: b',',
        quoted: true,
        skip: 1,
    };
    let table = delimited::read(&text, shape);
    for needed in ["Name 6", "Group ID"] {
        if !table.has(needed) {
            let message = format!("column `{needed}` is missing; download the file again");
            return intake.fail("missing-column", 2, message);
        }
    }
    for column in &table.header {
        if !COLUMNS.contains(&column.as_str()) {
            intake.unknown_field(2, column);
        }
    }
    intake.broken(&table);
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (record, row) in (1_u32..).zip(&table.rows) {
        intake.reading.records += 1;
        intake.row_length(&table, row);
        let id = table.cell(row, "Group ID");
        if id.is_empty() {
            let message = "the row has no group id; it is left out".to_owned();
            intake.error("no-reference", row.line, "Group ID", message);
            continue;
        }
        let at = *known.entry(id.to_owned()).or_insert(groups.len());
        if at == groups.len() {
            groups.push(Group {
                line: row.line,
                party: Party {
                    list: "uk-ofsi".to_owned(),
                    reference: id.to_owned(),
                    record,
                    ..Party::default()
                },
                seen: HashSet::new(),
            });
        } else {
            intake.reading.merged += 1;
        }
        if let Some(group) = groups.get_mut(at) {
            add_row(&mut intake, group, &table, row);
        }
    }
    for group in groups {
        let mut party = group.party;
        // Rows come in the order of names: the first prime row names the party, other prime rows are variants.
        let prime = party
            .names
            .iter()
            .position(|name| name.kind == NameKind::Primary);
        let first = party.names.remove_at(prime.unwrap_or(0));
        for name in &mut party.names {
            if name.kind == NameKind::Primary {
                name.kind = NameKind::Alias;
            }
        }
        if let Some(mut first) = first {
            first.kind = NameKind::Primary;
            party.names.insert(0, first);
        }
        intake.accept(party, group.line, "");
    }
    intake.reading
}

fn add_row(intake: &mut Intake<'_>, group: &mut Group, table: &Table, row: &Row) {
    let line = row.line;
    let cell = |column: &str| table.cell(row, column);
    let seen = &mut group.seen;
    let party = &mut group.party;
    let mut new = |field: &'static str| {
        let text = tidy(cell(field));
        !says_nothing(&text) && seen.insert((field, text))
    };
    let names = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"];
    let name = names.map(cell).join(" ");
    let kind = name_kind(intake, line, cell("Alias Type"), cell("Alias Quality"));
    // The same text as prime name and as alias: the prime one counts.
    match party.names.iter_mut().find(|have| have.text == tidy(&name)) {
        Some(have) if kind == NameKind::Primary => have.kind = NameKind::Primary,
        Some(_) => {}
        None => {
            party.add_name(&name, kind);
        }
    }
    party.add_name(cell("Name Non-Latin Script"), NameKind::OriginalScript);
    party.kind = match cell("Group Type") {
        "Individual" => PartyKind::Person,
        "Entity" => PartyKind::Organisation,
        "Ship" => PartyKind::Vessel,
        other => {
            let message = format!("`{other}` is no group type this reader knows, kept as unknown");
            intake.warning("unknown-kind", line, "Group Type", message);
            PartyKind::Unknown
        }
    };
    if new("DOB") {
        intake.add_birth(party, line, "DOB", cell("DOB"), Order::DayFirst);
    }
    if new("Country of Birth") {
        let role = CountryRole::Birth;
        add_countries(
            intake,
            party,
            line,
            "Country of Birth",
            cell("Country of Birth"),
            role,
        );
    }
    if new("Town of Birth") {
        remark_as(party, "town of birth", cell("Town of Birth"));
    }
    if new("Nationality") {
        let role = CountryRole::Nationality;
        add_countries(
            intake,
            party,
            line,
            "Nationality",
            cell("Nationality"),
            role,
        );
    }
    add_address(intake, party, line, &cell, new("Country"));
    for (field, kind) in [
        ("Passport Details", IdentifierKind::Passport),
        ("NI Number", IdentifierKind::NationalId),
        (
            "National Identification Details",
            IdentifierKind::NationalId,
        ),
    ] {
        if new(field) {
            for part in lettered(cell(field)) {
                add_identifier(party, kind, number_in(&part), None);
            }
            remark_as(party, field, cell(field));
        }
    }
    add_identifier(
        party,
        IdentifierKind::Passport,
        cell("Passport Number"),
        None,
    );
    let number = cell("National Identification Number");
    add_identifier(party, IdentifierKind::NationalId, number, None);
    for field in ["Title", "Position", "UK Sanctions List Ref", "UN Ref"] {
        remark_as(party, &field.to_lowercase(), cell(field));
    }
    if new("Other Information") {
        add_remark(party, cell("Other Information"));
    }
    add_programme(party, cell("Regime"));
    if new("Listed On") {
        let listed = intake.date(party, line, "Listed On", cell("Listed On"), Order::DayFirst);
        party.listed_on = match (party.listed_on, listed) {
            (Some(have), Some(other)) => Some(have.min(other)),
            (have, other) => have.or(other),
        };
    }
}

fn name_kind(intake: &mut Intake<'_>, line: u64, alias: &str, quality: &str) -> NameKind {
    let low = quality.to_lowercase().contains("low");
    match alias.to_lowercase().as_str() {
        "prime alias" | "primary name" => NameKind::Primary,
        "fka" => NameKind::Former,
        "aka" | "primary name variation" | "" if low => NameKind::WeakAlias,
        "aka" | "primary name variation" | "" => NameKind::Alias,
        _ => {
            let message = format!("`{alias}` is no alias type this reader knows, taken as alias");
            intake.warning("unknown-name-type", line, "Alias Type", message);
            NameKind::Alias
        }
    }
}

fn add_countries(
    intake: &mut Intake<'_>,
    party: &mut Party,
    line: u64,
    field: &str,
    text: &str,
    role: CountryRole,
) {
    if let Some(code) = country_of(text) {
        party.add_country(code, role);
        return;
    }
    let mut odd = false;
    for part in lettered(text) {
        // `(1)-(2) Tunisia`, `(1) to (6) Algeria`, `Afghan (at birth)`, `Iranian. US`
        let bare = part.split('(').next().unwrap_or_default();
        let bare = bare.trim().trim_end_matches(['.', ',', '-']).trim();
        if matches!(bare, "" | "to" | "-" | "and") {
            continue;
        }
        match intake.country(line, field, bare) {
            Some(code) => party.add_country(code, role),
            None => odd = true,
        }
    }
    if odd {
        remark_as(party, field, text);
    }
}

fn add_address<'a>(
    intake: &mut Intake<'_>,
    party: &mut Party,
    line: u64,
    cell: &impl Fn(&str) -> &'a str,
    new_country: bool,
) {
    let parts = [
        "Address 1",
        "Address 2",
        "Address 3",
        "Address 4",
        "Address 5",
        "Address 6",
        "Post/Zip Code",
    ];
    let text = fields::join(parts.map(cell));
    let country = cell("Country");
    // `Afghanistan (previous address)`: the bracket belongs to the address.
    let (bare, note) = country.split_once('(').unwrap_or((country, ""));
    let code = country_of(bare);
    let text = match (code, note) {
        (Some(_), "") => text,
        (Some(_), note) => format!("{text} ({note}"),
        (None, _) => fields::join([text.as_str(), country]),
    };
    if code.is_none() && new_country {
        intake.country(line, "Country", country);
    }
    fields::add_address(party, &text, code);
}

/// The first word with three digits or more before anything about issue or expiry; empty if there is none.
fn number_in(text: &str) -> &str {
    let lower = text.to_lowercase();
    let until = ["issued", "expire", "dated"]
        .iter()
        .filter_map(|word| lower.find(word))
        .min();
    let text = text.get(..until.unwrap_or(text.len())).unwrap_or(text);
    let words = text
        .split([' ', ':', ',', ';', '(', ')'])
        .map(|word| word.trim_end_matches('.'));
    let mut numbers = words.filter(|word| word.bytes().filter(u8::is_ascii_digit).count() >= 3);
    let word = numbers.next().unwrap_or_default();
    word.trim_start_matches("no.").trim_start_matches("No.")
}

/// Removing without a panic when the place is not there.
trait RemoveAt<T> {
    fn remove_at(&mut self, at: usize) -> Option<T>;
}

impl<T> RemoveAt<T> for Vec<T> {
    fn remove_at(&mut self, at: usize) -> Option<T> {
        (at < self.len()).then(|| self.remove(at))
    }
}

#[cfg(test)]
mod tests {
    use super::number_in;

    #[test]
    fn numbers_in_free_text() {
        for (text, number) in [
            (
                "G827238 (Tunisian). Issued on 1 June 1996. Expired on 31 May 2001",
                "G827238",
            ),
            ("Uganda Passport.", ""),
            ("Passport number:F50859", "F50859"),
            (
                "Passport No: 592667 (Qatari passport issued on 3 May 2007).",
                "592667",
            ),
            ("Pakistani national ID no.54201-247561-5", "54201-247561-5"),
            ("00085243. Issued 17 Nov 1997 in Sanaa, Yemen", "00085243"),
            ("(Eqypt). Issued 1993.", ""),
        ] {
            assert_eq!(number_in(text), number, "{text}");
        }
    }
}
