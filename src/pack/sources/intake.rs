//! The small steps every list reader takes: telling what is odd, reading countries and dates,
//! adding a fact once, and accepting a finished party under a reference of its own.

use super::dates::{self, Order};
use super::delimited::{Row, Table};
use super::diagnostic::Diagnostic;
use super::fields::{self, add_birth, add_remark};
use super::xml::XmlError;
use super::{Reading, SourceFile};
use crate::date::Date;
use crate::party::{CountryRole, NameKind, Party, tidy};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashSet};

/// A reading under construction.
pub(super) struct Intake<'a> {
    file: &'a str,
    /// What has been read so far.
    pub(super) reading: Reading,
    references: HashSet<(String, String)>,
    unknown_fields: BTreeSet<String>,
}

impl<'a> Intake<'a> {
    pub(super) fn new(file: &'a str) -> Intake<'a> {
        Intake {
            file,
            reading: Reading::default(),
            references: HashSet::new(),
            unknown_fields: BTreeSet::new(),
        }
    }

    /// Ends here: the whole file could not be read.
    pub(super) fn fail(mut self, code: &'static str, line: u64, message: String) -> Reading {
        self.error(code, line, "", message);
        self.reading.failed = true;
        self.reading
    }

    /// Ends here: the XML breaks off or is none. What was read before is not the whole list, so it goes.
    pub(super) fn fail_xml(self, error: &XmlError) -> Reading {
        Reading {
            diagnostics: vec![error.diagnostic(self.file)],
            failed: true,
            ..Reading::default()
        }
    }

    pub(super) fn warning(&mut self, code: &'static str, line: u64, field: &str, message: String) {
        let diagnostic = Diagnostic::warning(code, self.file, line, field, message);
        self.reading.diagnostics.push(diagnostic);
    }

    pub(super) fn error(&mut self, code: &'static str, line: u64, field: &str, message: String) {
        let diagnostic = Diagnostic::error(code, self.file, line, field, message);
        self.reading.diagnostics.push(diagnostic);
    }

    pub(super) fn notice(&mut self, code: &'static str, line: u64, field: &str, message: String) {
        let diagnostic = Diagnostic::notice(code, self.file, line, field, message);
        self.reading.diagnostics.push(diagnostic);
    }

    /// A field this reader does not know: said once per file and field.
    pub(super) fn unknown_field(&mut self, line: u64, field: &str) {
        if self.unknown_fields.insert(field.to_owned()) {
            let message = format!(
                "`{field}` is a field this reader does not know, its content is not taken over"
            );
            self.notice("unknown-field", line, field, message);
        }
    }

    /// A text element this reader does not know, said once per file and element; the caller keeps the text.
    pub(super) fn unknown_leaf(&mut self, line: u64, field: &str) {
        if self.unknown_fields.insert(field.to_owned()) {
            let message = format!(
                "`{field}` is a field this reader does not know, it is kept in the remarks"
            );
            self.notice("unknown-field", line, field, message);
        }
    }

    /// Lines of a table that could not be read: errors, and records.
    pub(super) fn broken(&mut self, table: &Table) {
        for (line, why) in &table.broken {
            self.reading.records += 1;
            self.error("bad-row", *line, "", format!("{why}; the row is left out"));
        }
    }

    /// A row with more or fewer cells than the header.
    pub(super) fn row_length(&mut self, table: &Table, row: &Row) {
        let (want, have) = (table.header.len(), row.cells.len());
        if want != have {
            let message = format!("the row has {have} cells, the header {want}; check the row");
            self.warning("row-length", row.line, "", message);
        }
    }

    /// The ISO code of a country; a warning when the table does not know the text
    /// (the caller keeps the text where a reader of the entry sees it).
    pub(super) fn country(&mut self, line: u64, field: &str, text: &str) -> Option<&'static str> {
        let text = text.trim();
        let code = country_of(text);
        if code.is_none() && !fields::says_nothing(text) {
            let message =
                format!("`{text}` is no country this table knows, the text is kept with the entry");
            self.warning("unknown-country", line, field, message);
        }
        code
    }

    /// Adds a country under a role; an unknown one is kept in the remarks.
    pub(super) fn add_country(
        &mut self,
        party: &mut Party,
        line: u64,
        field: &str,
        text: &str,
        role: CountryRole,
    ) {
        match self.country(line, field, text) {
            Some(code) => party.add_country(code, role),
            None if fields::says_nothing(text) => {}
            None => remark_as(party, field, text),
        }
    }

    /// Adds an address; the country goes to the party's countries too. An unknown country
    /// stays in the address text.
    pub(super) fn add_address(
        &mut self,
        party: &mut Party,
        line: u64,
        field: &str,
        text: &str,
        country: &str,
    ) {
        let code = self.country(line, field, country);
        let text = match code {
            Some(_) => tidy(text),
            None => fields::join([text, country]),
        };
        fields::add_address(party, &text, code);
    }

    /// A complete date between 1900 and 2100; anything else is a warning and stays in the remarks.
    pub(super) fn date(
        &mut self,
        party: &mut Party,
        line: u64,
        field: &str,
        text: &str,
        order: Order,
    ) -> Option<Date> {
        let text = text.trim();
        if fields::says_nothing(text) {
            return None;
        }
        let found = dates::complete(text, order).filter(|d| (1900..=2100).contains(&d.year));
        if found.is_none() {
            self.bad_date(line, field, text);
            remark_as(party, field, text);
        }
        found
    }

    /// Adds a date of birth; what is no date is a warning and stays in the remarks.
    pub(super) fn add_birth(
        &mut self,
        party: &mut Party,
        line: u64,
        field: &str,
        text: &str,
        order: Order,
    ) {
        let text = text.trim();
        if fields::says_nothing(text) {
            return;
        }
        match dates::loose(text, order).filter(|d| (1800..=2100).contains(&d.year)) {
            Some(date) => add_birth(party, date),
            None => {
                self.bad_date(line, field, text);
                remark_as(party, field, text);
            }
        }
    }

    fn bad_date(&mut self, line: u64, field: &str, text: &str) {
        let message = format!("`{text}` is not a usable date, the text is kept in the remarks");
        self.warning("bad-date", line, field, message);
    }

    /// Takes a finished party in. One without a name is an error. A reference that is taken gets
    /// `discriminator` appended (then a number), and a notice says so.
    pub(super) fn accept(&mut self, mut party: Party, line: u64, discriminator: &str) {
        if party.names.is_empty() {
            let message = format!(
                "entry `{}` has no name, so it cannot be screened; add one or report it to the publisher",
                party.reference
            );
            self.error("no-name", line, "", message);
            return;
        }
        lead_with_primary(&mut party);
        if !self.claim(&party.list, &party.reference) {
            let wanted = party.reference.clone();
            let mut candidate = match discriminator {
                "" => format!("{wanted}/2"),
                text => format!("{wanted}/{text}"),
            };
            let mut number = 2;
            while !self.claim(&party.list, &candidate) {
                number += 1;
                candidate = format!("{wanted}/{number}");
            }
            let message = format!(
                "reference `{wanted}` stands for an earlier entry too, this one is `{candidate}`"
            );
            self.notice("duplicate-reference", line, "", message);
            party.reference = candidate;
        }
        self.reading.parties.push(party);
    }

    fn claim(&mut self, list: &str, reference: &str) -> bool {
        self.references
            .insert((list.to_owned(), reference.to_owned()))
    }
}

/// The name an entry is filed under comes first; where the main name is missing in the source, the
/// first of the others takes its place.
fn lead_with_primary(party: &mut Party) {
    match party
        .names
        .iter()
        .position(|name| name.kind == NameKind::Primary)
    {
        Some(0) => {}
        Some(at) => {
            let primary = party.names.remove(at);
            party.names.insert(0, primary);
        }
        None => {
            if let Some(first) = party.names.first_mut() {
                first.kind = NameKind::Primary;
            }
        }
    }
}

/// The file of a one-file format.
pub(super) fn only_file<'a>(files: &[SourceFile<'a>]) -> Result<SourceFile<'a>, Reading> {
    match files.first() {
        Some(file) => Ok(*file),
        None => Err(Intake::new("").fail("no-file", 0, "no file was given, name one".to_owned())),
    }
}

/// The ISO code of a country text; `REGION: Iran` is read as `Iran`. `na` means "not available",
/// only `NA` is Namibia.
pub(super) fn country_of(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text == "na" || text == "Na" {
        return None;
    }
    let bare = text
        .strip_prefix("REGION:")
        .or_else(|| text.strip_prefix("Region:"));
    fields::country(bare.unwrap_or(text))
}

/// Adds a programme once.
pub(super) fn add_programme(party: &mut Party, text: &str) {
    let text = tidy(text);
    if !text.is_empty() && !party.programmes.contains(&text) {
        party.programmes.push(text);
    }
}

/// Adds `label: text` to the remarks.
pub(super) fn remark_as(party: &mut Party, label: &str, text: &str) {
    let text = tidy(text);
    if !text.is_empty() {
        add_remark(party, &format!("{label}: {text}"));
    }
}

/// The text, if there is any.
pub(super) fn some(text: &str) -> Option<String> {
    Some(tidy(text)).filter(|text| !text.is_empty())
}

/// A reference for entries whose publisher gives none: 12 hex digits over the parts, the same
/// for the same facts in whatever order the file lists them.
pub(super) fn digest(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(tidy(part).as_bytes());
        hasher.update([0]);
    }
    let digest = hasher.finalize();
    digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The first 64 KiB of a file as text, for recognising it.
pub(super) fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(65_536)).unwrap_or_default();
    String::from_utf8_lossy(head).into_owned()
}

/// `a) Kabul b) Herat`, `(1) Somali (2) Swedish`, `1) Saudi Arabia 2) Qatar` taken apart; a text
/// without such marks is one part.
pub(super) fn lettered(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in text.split_whitespace() {
        if is_mark(word) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            if !part.is_empty() {
                part.push(' ');
            }
            part.push_str(word);
        }
    }
    let parts = parts.into_iter().map(|part| {
        let part = part.trim_end_matches([',', ';', ' ']);
        part.to_owned()
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// `a)`, `(a)`, `A)`, `1)`, `(12)`, `iv)`; not `(C)`, which is part of a name.
fn is_mark(word: &str) -> bool {
    let Some(inner) = word.strip_suffix(')') else {
        return false;
    };
    let bracketed = inner.starts_with('(');
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    let bytes = inner.as_bytes();
    match bytes {
        [letter] if letter.is_ascii_lowercase() => true,
        [letter] if letter.is_ascii_uppercase() => !bracketed,
        [_] | [_, _] if bytes.iter().all(u8::is_ascii_digit) => true,
        _ => {
            (2..=4).contains(&bytes.len()) && bytes.iter().all(|b| matches!(b, b'i' | b'v' | b'x'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lettered;

    #[test]
    fn lettered_lists_are_taken_apart() {
        for (text, parts) in [
            ("Afghan", vec!["Afghan"]),
            ("(1) Somali (2) Swedish", vec!["Somali", "Swedish"]),
            ("1) Saudi Arabia 2) Qatar", vec!["Saudi Arabia", "Qatar"]),
            (
                "a) Kabul, Afghanistan, b) Herat (old)",
                vec!["Kabul, Afghanistan", "Herat (old)"],
            ),
            ("October (C) Rostov", vec!["October (C) Rostov"]),
            (
                "a) i) Kabul ii) Herat iii) Wesh",
                vec!["Kabul", "Herat", "Wesh"],
            ),
            ("", vec![]),
        ] {
            assert_eq!(lettered(text), parts, "{text}");
        }
    }
}
