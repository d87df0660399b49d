//! OFAC's CSV files: `sdn.csv`, `alt.csv`, `add.csv`, `sdn_comments.csv` and their `cons_*` twins.
//!
//! No header; twelve, five, six and two columns, told apart by content; the null is `-0- `; a stray
//! 0x1A ends the file. Weak aliases, dates of birth and numbers stand in the remarks, which a comments
//! row continues after 1000 characters. [`super::ofac_lists`] says which list a record is on.

use super::diagnostic::Diagnostic;
use super::fields::{Place, add_address, add_identifier, add_remark, join};
use super::ofac_facts::{Fact, add_alias, add_fact, alias_kind, kind_of, read_remarks};
use super::ofac_lists::{Scope, listing_date, non_sdn_lists, per_list, scope_of};
use super::{Reader, Reading, SourceFile};
use crate::party::{IdentifierKind, NameKind, Party};
use std::collections::HashMap;

/// OFAC CSV, main file with its companions.
pub const READER: Reader = Reader {
    id: "ofac-csv",
    title: "OFAC SDN and consolidated lists, CSV (sdn/alt/add/comments)",
    recognises,
    part,
    read,
};

/// Remarks of this many characters are cut off and continued in the comments file.
const REMARKS_END: usize = 1000;
const MAIN: usize = 12;
const ALT: usize = 5;
const ADD: usize = 6;
const COMMENTS: usize = 2;

struct Row {
    line: u64,
    fields: Vec<String>,
}

/// References -> places in `Reading::parties` (several when a record is on several lists).
type Index = HashMap<String, Vec<usize>>;

fn recognises(file: &SourceFile<'_>) -> bool {
    role(file).is_some()
}

fn part(file: &SourceFile<'_>) -> &'static str {
    role(file).unwrap_or("main")
}

/// The role, from the first rows: their number of columns and what stands in the first ones.
fn role(file: &SourceFile<'_>) -> Option<&'static str> {
    let head = file.bytes.get(..file.bytes.len().min(65_536))?;
    let rows = lines(head)
        .filter(|(_, line)| !is_stray(line))
        .take(20)
        .map(|(number, line)| split(number, line).0)
        .collect::<Vec<_>>();
    // A broken row among good ones is the reader's to report, not a reason to turn the file away.
    let every = |test: &dyn Fn(&Row) -> bool| {
        let fitting = rows.iter().filter(|row| test(row)).count();
        rows.first().is_some_and(test) && fitting * 4 >= rows.len() * 3
    };
    let numbered = |row: &Row, at: usize| is_number(field(row, at));
    let word = |row: &Row, at: usize, words: &[&str]| {
        words.iter().any(|w| w.eq_ignore_ascii_case(field(row, at)))
    };
    let main = |row: &Row| {
        row.fields.len() == MAIN
            && numbered(row, 0)
            && word(row, 2, &["", "individual", "entity", "vessel", "aircraft"])
    };
    let alt = |row: &Row| {
        row.fields.len() == ALT && numbered(row, 0) && word(row, 2, &["aka", "fka", "nka"])
    };
    let add = |row: &Row| row.fields.len() == ADD && numbered(row, 0) && numbered(row, 1);
    let comments = |row: &Row| row.fields.len() == COMMENTS && numbered(row, 0);
    if every(&main) {
        Some("main")
    } else if every(&alt) {
        Some("alt")
    } else if every(&add) {
        Some("add")
    } else if every(&comments) && file.name.to_lowercase().contains("comment") {
        Some("comments")
    } else {
        None
    }
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let mut reading = Reading::default();
    let of = |name: &'static str| files.iter().filter(move |file| part(file) == name);
    if of("main").next().is_none() {
        let file = files.first().map_or("", |file| file.name);
        let message = "there is no main file (sdn.csv or cons_prim.csv, twelve columns) among the OFAC CSV files; add it".to_owned();
        reading
            .diagnostics
            .push(Diagnostic::error("no-main-file", file, 0, "", message));
        reading.failed = true;
        return reading;
    }
    let mut comments = read_comments(of("comments"), &mut reading.diagnostics);
    let mut index = Index::new();
    for file in of("main") {
        read_main(file, &mut comments, &mut index, &mut reading);
    }
    for file in of("alt") {
        companion(file, ALT, &index, &mut reading, |party, row, _| {
            add_alias(party, field(row, 3), alias_kind(field(row, 2), false));
            remark(party, row, 4);
        });
    }
    for file in of("add") {
        companion(file, ADD, &index, &mut reading, |party, row, place| {
            let country = field(row, 4);
            let code = if country.is_empty() {
                None
            } else {
                place.country("Country", country)
            };
            let unknown = if code.is_none() { country } else { "" };
            add_address(party, &join([field(row, 2), field(row, 3), unknown]), code);
            remark(party, row, 5);
        });
    }
    let mut orphans: Vec<_> = comments.into_iter().filter(|(_, c)| !c.used).collect();
    orphans.sort_by_key(|(_, comment)| comment.line);
    for (reference, comment) in orphans {
        let mut place = Place {
            file: &comment.file,
            line: comment.line,
            diagnostics: &mut reading.diagnostics,
        };
        orphan(&mut place, &reference);
    }
    reading
}

struct Comment {
    file: String,
    line: u64,
    text: String,
    used: bool,
}

fn read_comments<'a>(
    files: impl Iterator<Item = &'a SourceFile<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> HashMap<String, Comment> {
    let mut comments: HashMap<String, Comment> = HashMap::new();
    for file in files {
        for row in rows(file, COMMENTS, diagnostics) {
            // Kept untrimmed: the cut may fall on a blank.
            let text = row.fields.get(1).map_or("", String::as_str);
            let comment = comments
                .entry(field(&row, 0).to_owned())
                .or_insert_with(|| Comment {
                    file: file.name.to_owned(),
                    line: row.line,
                    text: String::new(),
                    used: false,
                });
            comment.text.push_str(text);
        }
    }
    comments
}

fn read_main(
    file: &SourceFile<'_>,
    comments: &mut HashMap<String, Comment>,
    index: &mut Index,
    reading: &mut Reading,
) {
    let rows = rows(file, MAIN, &mut reading.diagnostics);
    let scope = scope_of(
        rows.iter().map(|row| programmes(field(row, 3)).collect()),
        file.name,
    );
    let mut record = 0_u32;
    for row in rows {
        record = record.saturating_add(1);
        reading.records = reading.records.saturating_add(1);
        let mut place = Place {
            file: file.name,
            line: row.line,
            diagnostics: &mut reading.diagnostics,
        };
        let reference = field(&row, 0);
        if !is_number(reference) || field(&row, 1).is_empty() {
            let message = "the row has no entity number or no name, so it is no party".to_owned();
            let error = Diagnostic::error("bad-row", file.name, row.line, "ent_num", message);
            reading.diagnostics.push(error);
            continue;
        }
        let mut remarks = row.fields.get(11).cloned().unwrap_or_default();
        if is_null(&remarks) {
            remarks.clear();
        }
        let mut whole = remarks.chars().count() < REMARKS_END;
        if let Some(comment) = comments.get_mut(reference) {
            remarks.push_str(&comment.text);
            comment.used = true;
            whole = true;
        }
        let lists = match scope {
            Scope::Sdn => Vec::new(),
            Scope::NonSdn => non_sdn_lists(programmes(field(&row, 3)), &remarks),
        };
        let party = party(&row, record, &remarks, whole, &mut place);
        let mut new = per_list(party, scope, &lists, &mut place);
        for party in &mut new {
            party.listed_on = listing_date(&party.list, &remarks);
        }
        add(new, &row, index, reading, file.name);
    }
}

/// Files the parties of one record. A reference that is there already is either the same party again
/// (merged) or a slip in the file (kept apart under a marked reference).
fn add(new: Vec<Party>, row: &Row, index: &mut Index, reading: &mut Reading, file: &str) {
    let reference = field(row, 0);
    let mut merged = false;
    for mut party in new {
        let on_list = |at: &&usize| {
            reading
                .parties
                .get(**at)
                .is_some_and(|earlier| earlier.list == party.list)
        };
        let earlier = index
            .get(reference)
            .and_then(|places| places.iter().find(on_list))
            .copied();
        let Some(earlier) = earlier else {
            index
                .entry(reference.to_owned())
                .or_default()
                .push(reading.parties.len());
            reading.parties.push(party);
            continue;
        };
        let mut place = Place {
            file,
            line: row.line,
            diagnostics: &mut reading.diagnostics,
        };
        let same = reading
            .parties
            .get_mut(earlier)
            .filter(|other| other.primary_name() == party.primary_name());
        if let Some(other) = same {
            merge(other, party);
            place.note(
                "repeated-reference",
                "ent_num",
                format!(
                    "entity number `{reference}` comes twice for one name; the rows were merged"
                ),
            );
            merged = true;
        } else {
            place.warn("repeated-reference", "ent_num", format!(
                "entity number `{reference}` belongs to another party already; this one was kept as `{reference}-{}`, its aliases and addresses may stand with the other",
                row.line
            ));
            party.reference = format!("{reference}-{}", row.line);
            reading.parties.push(party);
        }
    }
    reading.merged = reading.merged.saturating_add(u32::from(merged));
}

fn merge(into: &mut Party, other: Party) {
    for name in other.names {
        into.add_name(&name.text, name.kind);
    }
    for id in other.identifiers {
        add_identifier(into, id.kind, &id.value, id.country.as_deref());
    }
    for birth in other.births {
        super::fields::add_birth(into, birth);
    }
    for country in other.countries {
        into.add_country(&country.code, country.role);
    }
    for programme in other.programmes {
        if !into.programmes.contains(&programme) {
            into.programmes.push(programme);
        }
    }
    add_remark(into, &other.remarks.unwrap_or_default());
}

fn party(row: &Row, record: u32, remarks: &str, whole: bool, place: &mut Place<'_>) -> Party {
    let kind = match field(row, 2) {
        "" => "entity",
        word => word,
    };
    let mut party = Party {
        reference: field(row, 0).to_owned(),
        kind: kind_of(kind),
        programmes: programmes(field(row, 3)).map(str::to_owned).collect(),
        record,
        ..Party::default()
    };
    party.add_name(field(row, 1), NameKind::Primary);
    remark(&mut party, row, 4);
    add_identifier(&mut party, IdentifierKind::CallSign, field(row, 5), None);
    vessel(
        &mut party,
        place,
        &[
            ("Vessel Type", field(row, 6)),
            ("Tonnage", field(row, 7)),
            ("Gross Registered Tonnage", field(row, 8)),
            ("Vessel Flag", field(row, 9)),
            ("Vessel Owner", field(row, 10)),
        ],
    );
    read_remarks(&mut party, place, remarks, whole);
    party
}

/// Facts of a ship that stand in columns or elements of their own.
pub(super) fn vessel(party: &mut Party, place: &mut Place<'_>, facts: &[(&str, &str)]) {
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        add_fact(
            party,
            place,
            &Fact {
                label,
                value,
                ..Fact::default()
            },
        );
    }
}

/// Applies every row of a companion file to the parties it names.
fn companion(
    file: &SourceFile<'_>,
    columns: usize,
    index: &Index,
    reading: &mut Reading,
    apply: impl Fn(&mut Party, &Row, &mut Place<'_>),
) {
    let mut said = Vec::new();
    for row in rows(file, columns, &mut said) {
        let mut place = Place {
            file: file.name,
            line: row.line,
            diagnostics: &mut said,
        };
        let places = index.get(field(&row, 0)).map_or(&[][..], Vec::as_slice);
        if places.is_empty() {
            orphan(&mut place, field(&row, 0));
        }
        let mut said_once = None;
        for at in places {
            if let Some(party) = reading.parties.get_mut(*at) {
                apply(party, &row, &mut place);
            }
            // The same row on a second list says nothing new.
            let length = *said_once.get_or_insert(place.diagnostics.len());
            place.diagnostics.truncate(length);
        }
    }
    reading.diagnostics.append(&mut said);
}

fn orphan(place: &mut Place<'_>, reference: &str) {
    let message = format!(
        "no row of the main file has entity number `{reference}`; the row was left out, check that the files are of the same day"
    );
    place.warn("orphan-row", "ent_num", message);
}

fn remark(party: &mut Party, row: &Row, at: usize) {
    add_remark(party, field(row, at));
}

/// `A] [B] [C` -> A, B, C.
fn programmes(text: &str) -> impl Iterator<Item = &str> {
    text.split(['[', ']'])
        .map(str::trim)
        .filter(|code| !code.is_empty())
}

/// The rows of a file that hold something. Stray lines are a notice, odd column counts a warning.
fn rows(file: &SourceFile<'_>, columns: usize, diagnostics: &mut Vec<Diagnostic>) -> Vec<Row> {
    let mut found = Vec::new();
    for (number, line) in lines(file.bytes) {
        let mut place = Place {
            file: file.name,
            line: number,
            diagnostics,
        };
        if is_stray(line) {
            let message = "an empty line or end-of-file mark without data; skipped".to_owned();
            place.note("stray-line", "", message);
            continue;
        }
        let (row, open) = split(number, line);
        if open {
            let message =
                "a quotation mark is not closed; the field was read to the end of the line"
                    .to_owned();
            place.warn("open-quote", "", message);
        }
        if row.fields.len() != columns {
            let message = format!(
                "{} columns instead of {columns}; missing ones were taken as empty, extra ones ignored: `{}`",
                row.fields.len(),
                row.fields.get(columns..).unwrap_or_default().join(",")
            );
            place.warn("column-count", "", message);
        }
        found.push(row);
    }
    found
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // The line after the last line end is not a line.
    let body = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    body.split(|b| *b == b'\n')
        .zip(1_u64..)
        .map(|(line, number)| (number, line.strip_suffix(b"\r").unwrap_or(line)))
}

fn is_stray(line: &[u8]) -> bool {
    line.iter()
        .all(|b| b.is_ascii_control() || b.is_ascii_whitespace())
}

/// Splits one line; OFAC never breaks a record over lines, so a bad quote harms one row only.
/// Also says whether a quotation mark was left open.
fn split(number: u64, line: &[u8]) -> (Row, bool) {
    let text = match std::str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(line)
            .0
            .into_owned(),
    };
    let mut fields = Vec::new();
    let mut current = String::new();
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                current.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if current.trim().is_empty() => {
                current.clear();
                quoted = true;
            }
            ',' if !quoted => fields.push(std::mem::take(&mut current)),
            '\u{1a}' if !quoted => {}
            other => current.push(other),
        }
    }
    fields.push(current);
    (
        Row {
            line: number,
            fields,
        },
        quoted,
    )
}

/// A field without the null and without blanks around it.
fn field(row: &Row, at: usize) -> &str {
    let text = row.fields.get(at).map_or("", |text| text.trim());
    if is_null(text) { "" } else { text }
}

fn is_null(text: &str) -> bool {
    text.trim() == "-0-"
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
