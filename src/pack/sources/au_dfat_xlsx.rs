//! Australian Consolidated List (DFAT), xlsx: one row per name, `2` and `2a`, `2b` one party.
//!
//! Every row repeats the facts of the party; where the rows disagree all values are kept. Dates of
//! birth are days as spreadsheets count them, years, or texts with several dates. Passport and other
//! numbers stand only in the free text `Additional Information`, which becomes the remarks.

use super::dates::{self, Order};
use super::fields::{self, add_identifier, add_remark, says_nothing};
use super::intake::{Intake, add_programme, country_of, lettered, only_file, remark_as, some};
use super::{Reader, Reading, SourceFile};
use crate::date::Date;
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind, tidy};
use calamine::{Data, Reader as _, Xlsx};
use std::collections::HashMap;
use std::io::Cursor;

/// The reader.
pub const READER: Reader = Reader {
    id: "au-dfat-xlsx",
    title: "Australian Consolidated List (DFAT), xlsx",
    recognises,
    part: |_| "main",
    read,
};

const COLUMNS: [&str; 19] = [
    "Reference",
    "Name of Individual or Entity",
    "Type",
    "Name Type",
    "Alias Strength",
    "Date of Birth",
    "Place of Birth",
    "Citizenship",
    "Address",
    "Additional Information",
    "Listing Information",
    "IMO Number",
    "Committees",
    "Control Date",
    "Instrument of Designation",
    "Targeted Financial Sanction",
    "Travel Ban",
    "Arms Embargo",
    "Maritime Restriction",
];

/// One cell of the row at hand.
enum Cell {
    Empty,
    Number(f64),
    Text(String),
}

struct Row {
    line: u64,
    cells: HashMap<String, Cell>,
}

fn recognises(file: &SourceFile<'_>) -> bool {
    file.bytes.starts_with(b"PK\x03\x04")
        && sheet(file.bytes).is_ok_and(|(header, _)| {
            header
                .iter()
                .any(|cell| cell == "Name of Individual or Entity")
        })
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let (header, rows) = match sheet(file.bytes) {
        Ok(sheet) => sheet,
        Err(why) => {
            let message = format!("not readable as a workbook: {why}; download the file again");
            return intake.fail("bad-workbook", 0, message);
        }
    };
    for needed in ["Reference", "Name of Individual or Entity"] {
        if !header.iter().any(|cell| cell == needed) {
            let message = format!("column `{needed}` is missing; download the file again");
            return intake.fail("missing-column", 1, message);
        }
    }
    for column in header.iter().filter(|column| !column.is_empty()) {
        if !COLUMNS.contains(&column.as_str()) {
            intake.unknown_field(1, column);
        }
    }
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut parties: Vec<(u64, Party)> = Vec::new();
    let mut latest: Option<Date> = None;
    for (record, row) in (1_u32..).zip(&rows) {
        intake.reading.records += 1;
        let reference = row.text("Reference");
        let base = base_of(&reference).to_owned();
        if base.is_empty() {
            let message =
                format!("`{reference}` is no reference like 2 or 2a; the row is left out");
            intake.error("bad-reference", row.line, "Reference", message);
            continue;
        }
        latest = latest.max(row.day("Control Date"));
        let at = *known.entry(base.clone()).or_insert(parties.len());
        if at == parties.len() {
            let party = Party {
                list: "au-dfat".to_owned(),
                reference: base,
                record,
                ..Party::default()
            };
            parties.push((row.line, party));
        } else {
            intake.reading.merged += 1;
        }
        if let Some((_, party)) = parties.get_mut(at) {
            add_row(&mut intake, party, row);
        }
    }
    for (line, mut party) in parties {
        // The primary row need not be the first of its group.
        party
            .names
            .sort_by_key(|name| name.kind != NameKind::Primary);
        if let Some(first) = party.names.first_mut() {
            first.kind = NameKind::Primary;
        }
        for second in party.names.iter_mut().skip(1) {
            if second.kind == NameKind::Primary {
                let message = format!(
                    "`{}` is a second primary name of {}, kept as alias",
                    second.text, party.reference
                );
                intake.warning("second-primary-name", line, "Name Type", message);
                second.kind = NameKind::Alias;
            }
        }
        intake.accept(party, line, "");
    }
    // The file names no date of its own; the latest change of an entry stands for it.
    intake.reading.published = latest;
    intake.reading
}

fn add_row(intake: &mut Intake<'_>, party: &mut Party, row: &Row) {
    let line = row.line;
    let strength = row.text("Alias Strength");
    let kind = match (row.text("Name Type").as_str(), strength.as_str()) {
        ("Primary Name", _) => NameKind::Primary,
        ("Alias", "Weak") => NameKind::WeakAlias,
        ("Alias", "Strong" | "") => NameKind::Alias,
        ("Original Script", _) => NameKind::OriginalScript,
        ("Former Name" | "Formerly known as", _) => NameKind::Former,
        (name_type, _) => {
            let message = format!(
                "`{name_type}` / `{strength}` is no name type this reader knows, taken as alias"
            );
            intake.warning("unknown-name-type", line, "Name Type", message);
            NameKind::Alias
        }
    };
    let name = row.text("Name of Individual or Entity");
    // The same text as alias and as primary name: the primary one counts.
    match party.names.iter_mut().find(|have| have.text == name) {
        Some(have) if kind == NameKind::Primary => have.kind = kind,
        Some(_) => {}
        None => {
            party.add_name(&name, kind);
        }
    }
    party.kind = match row.text("Type").as_str() {
        "Individual" => PartyKind::Person,
        "Entity" => PartyKind::Organisation,
        "Vessel" => PartyKind::Vessel,
        "Aircraft" => PartyKind::Aircraft,
        other => {
            let message = format!("`{other}` is no type this reader knows, kept as unknown");
            intake.warning("unknown-kind", line, "Type", message);
            PartyKind::Unknown
        }
    };
    add_births(intake, party, row);
    add_birthplace(party, row);
    for citizenship in row.text("Citizenship").split(';') {
        let role = CountryRole::Nationality;
        intake.add_country(party, line, "Citizenship", citizenship, role);
    }
    for address in lettered(&row.text("Address")) {
        add_address(party, &address);
    }
    add_identifier(party, IdentifierKind::Imo, &row.text("IMO Number"), None);
    add_programme(party, &row.text("Committees"));
    let instrument = match row.day("Instrument of Designation") {
        Some(day) => day.to_string(),
        None => row.text("Instrument of Designation"),
    };
    if party.citation.is_none() {
        party.citation = some(&instrument);
    } else if party.citation.as_deref() != Some(instrument.as_str()) {
        remark_as(party, "instrument", &instrument);
    }
    if party.listed_on.is_none() {
        party.listed_on = row
            .day("Listing Information")
            .or_else(|| listed_on(&row.text("Listing Information")));
    }
    let listing = match row.day("Listing Information") {
        Some(day) => day.to_string(),
        None => row.text("Listing Information"),
    };
    remark_as(party, "listing", &listing);
    let measures = [
        "Targeted Financial Sanction",
        "Travel Ban",
        "Arms Embargo",
        "Maritime Restriction",
    ];
    let measures: Vec<&str> = measures
        .into_iter()
        .filter(|measure| row.text(measure) == "1")
        .collect();
    remark_as(party, "measures", &measures.join(", "));
    add_remark(party, &row.text("Additional Information"));
}

fn add_births(intake: &mut Intake<'_>, party: &mut Party, row: &Row) {
    let column = "Date of Birth";
    let text = match row.cells.get(column) {
        // A number is a year if it can be one, otherwise a day: 9157 is 25 January 1925.
        Some(Cell::Number(number)) if (1800.0..=2100.0).contains(number) => format!("{number}"),
        Some(Cell::Number(_)) => row
            .day(column)
            .map_or_else(|| row.text(column), |day| day.to_string()),
        Some(Cell::Text(text)) => text.replace("_x000D_", " "),
        _ => String::new(),
    };
    let mut odd = Vec::new();
    for part in text.split([',', ';', '\n']).map(tidy) {
        if says_nothing(&part) {
            continue;
        }
        let date = |text: &str| {
            let date = dates::loose(text, Order::DayFirst);
            date.filter(|date| (1800..=2100).contains(&date.year))
        };
        // `15/01/1970 20/03/1971`: dates with only a blank between them.
        let words = || part.split(' ').map(date).collect::<Option<Vec<_>>>();
        match date(&part).map(|date| vec![date]).or_else(words) {
            Some(dates) => {
                for date in dates {
                    fields::add_birth(party, date);
                }
            }
            None => odd.push(part),
        }
    }
    for part in odd {
        let said = format!("{column}: {part}");
        let known = party.remarks.as_deref().unwrap_or_default().contains(&said);
        // Every row of the party repeats the text: said once.
        if !known {
            intake.add_birth(party, row.line, column, &part, Order::DayFirst);
        }
    }
}

fn add_birthplace(party: &mut Party, row: &Row) {
    let text = row.text("Place of Birth");
    if says_nothing(&text) {
        return;
    }
    for place in lettered(&text).iter().flat_map(|part| part.split(';')) {
        let country = place.rsplit(',').next().and_then(country_of);
        if let Some(code) = country {
            party.add_country(code, CountryRole::Birth);
        }
    }
    remark_as(party, "place of birth", &text);
}

/// The last part is the country if it names one, also with a note in brackets behind it.
fn add_address(party: &mut Party, address: &str) {
    let address = address.replace("_x000D_", " ");
    let address = tidy(&address);
    if says_nothing(&address) {
        return;
    }
    let (bare, note) = match split_country(&address) {
        Some(_) => (address.as_str(), ""),
        None => address.split_once('(').unwrap_or((&address, "")),
    };
    match split_country(bare) {
        Some((rest, code)) if note.is_empty() => fields::add_address(party, rest, Some(code)),
        Some((rest, code)) => fields::add_address(party, &format!("{rest} ({note}"), Some(code)),
        None => fields::add_address(party, &address, None),
    };
}

fn split_country(address: &str) -> Option<(&str, &'static str)> {
    let address = address.trim().trim_end_matches([',', '.']);
    let (rest, last) = address.rsplit_once(',').unwrap_or(("", address));
    country_of(last).map(|code| (rest, code))
}

/// `Listed on 25 January 2001 (amended on ...)`; the date of a re-listing is not that of the listing.
fn listed_on(text: &str) -> Option<Date> {
    text.match_indices("isted on").find_map(|(at, mark)| {
        let before = text.get(..at)?.strip_suffix(['L', 'l'])?;
        let again = before.trim_end().ends_with("Last");
        if again || before.ends_with(|c: char| c.is_alphanumeric() || c == '-') {
            return None;
        }
        let rest = text.get(at + mark.len()..)?.trim_start_matches(':');
        let rest = rest.split('(').next().unwrap_or_default();
        let words: Vec<&str> = rest.split_whitespace().take(3).collect();
        let day = words.join(" ");
        dates::complete(day.trim_end_matches([',', '.', ';', ')']), Order::DayFirst)
    })
}

fn base_of(reference: &str) -> &str {
    let letters = reference.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let digits = !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_digit());
    if digits { letters } else { "" }
}

impl Row {
    /// A cell as text; whole numbers without a fraction.
    fn text(&self, column: &str) -> String {
        match self.cells.get(column) {
            Some(Cell::Number(number)) => format!("{number}"),
            Some(Cell::Text(text)) => tidy(text),
            _ => String::new(),
        }
    }

    /// A cell that holds a day as spreadsheets count them.
    #[allow(clippy::cast_possible_truncation)] // compared with the range of days right after
    fn day(&self, column: &str) -> Option<Date> {
        match self.cells.get(column) {
            Some(Cell::Number(number)) if *number > 2100.0 && *number < 110_000.0 => {
                dates::from_serial(*number as i64)
            }
            _ => None,
        }
    }
}

/// Header and rows of the first sheet.
fn sheet(bytes: &[u8]) -> Result<(Vec<String>, Vec<Row>), String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let range = match book.worksheet_range_at(0) {
        Some(range) => range.map_err(|error| error.to_string())?,
        None => return Err("there is no sheet".to_owned()),
    };
    let first = range.start().map_or(0, |(row, _)| row);
    let mut header: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (at, cells) in (u64::from(first) + 1..).zip(range.rows()) {
        if header.is_empty() {
            header = cells.iter().map(|cell| tidy(&cell.to_string())).collect();
            continue;
        }
        let named = header.iter().cloned().zip(cells.iter().map(cell_of));
        let cells: HashMap<String, Cell> = named.collect();
        if cells.values().any(|cell| !matches!(cell, Cell::Empty)) {
            rows.push(Row { line: at, cells });
        }
    }
    Ok((header, rows))
}

fn cell_of(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        #[allow(clippy::cast_precision_loss)] // day numbers and IMO numbers are far below 2^52
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(day) => Cell::Number(day.as_f64()),
        other => match other.to_string() {
            text if text.trim().is_empty() => Cell::Empty,
            text => Cell::Text(text),
        },
    }
}
