//! Consolidated Canadian Autonomous Sanctions List, XML (`record` elements).
//!
//! `Country` is the regime in both languages (`Belarus / Bélarus`); the English half is the
//! programme, and a stated country if it is one. A reference is regime, schedule and item
//! (`Belarus/1, Part 1/1`). Names of bodies can be bilingual, `English/French`: the whole text
//! stays the primary name, each half is an alias. `Aliases` is free text in several languages.

use super::dates::Order;
use super::fields::{self, add_identifier, says_nothing};
use super::intake::{Intake, add_programme, head, only_file, remark_as};
use super::xml::{self, Element};
use super::{Reader, Reading, SourceFile};
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind, tidy};

/// The reader.
pub const READER: Reader = Reader {
    id: "ca-sema",
    title: "Consolidated Canadian Autonomous Sanctions List, XML",
    recognises: |file| {
        let root = xml::root(file.bytes).unwrap_or_default();
        root.name == "data-set" && head(file.bytes).contains("<DateOfListing")
    },
    part: |_| "main",
    read,
};

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let outcome = xml::for_each_element(file.bytes, &["record"], |element, record| {
        intake.reading.records = record;
        take(&mut intake, element, record);
    });
    match outcome {
        Ok(()) => intake.reading,
        Err(error) => intake.fail_xml(&error),
    }
}

fn take(intake: &mut Intake<'_>, element: &Element, record: u32) {
    const KNOWN: [&str; 11] = [
        "Country",
        "LastName",
        "GivenName",
        "EntityOrShip",
        "TitleOrShip",
        "DateOfBirthOrShipBuildDate",
        "ShipIMONumber",
        "Aliases",
        "Schedule",
        "Item",
        "DateOfListing",
    ];
    let line = u64::from(record);
    let text = |name: &str| element.text_of(name);
    for child in &element.children {
        if !KNOWN.contains(&child.name.as_str()) {
            intake.unknown_field(line, &child.name);
        }
    }
    let regime = text("Country")
        .split(" / ")
        .next()
        .unwrap_or_default()
        .trim();
    let reference: Vec<&str> = [regime, text("Schedule"), text("Item")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let mut party = Party {
        list: "ca-sema".to_owned(),
        reference: tidy(&reference.join("/")),
        kind: kind_of(element),
        record,
        ..Party::default()
    };
    add_programme(&mut party, regime);
    if let Some(code) = fields::country(regime) {
        party.add_country(code, CountryRole::Stated);
    }
    add_names(&mut party, element);
    add_aliases(&mut party, text("Aliases"));
    let date = text("DateOfBirthOrShipBuildDate");
    if party.kind == PartyKind::Person {
        for date in date.replace(" OR ", " or ").split(" or ") {
            let field = "DateOfBirthOrShipBuildDate";
            intake.add_birth(&mut party, line, field, date, Order::DayFirst);
        }
    } else {
        remark_as(&mut party, "build date", date);
    }
    let label = match party.kind {
        PartyKind::Vessel => "ship type",
        _ => "title",
    };
    remark_as(&mut party, label, text("TitleOrShip"));
    add_identifier(&mut party, IdentifierKind::Imo, text("ShipIMONumber"), None);
    let listed = text("DateOfListing");
    party.listed_on = intake.date(&mut party, line, "DateOfListing", listed, Order::DayFirst);
    intake.accept(party, line, "");
}

fn kind_of(element: &Element) -> PartyKind {
    let ship =
        !element.text_of("ShipIMONumber").is_empty() || !element.text_of("TitleOrShip").is_empty();
    match (element.text_of("EntityOrShip"), ship) {
        ("", _) => PartyKind::Person,
        (_, true) => PartyKind::Vessel,
        (_, false) => PartyKind::Organisation,
    }
}

fn add_names(party: &mut Party, element: &Element) {
    let body = element.text_of("EntityOrShip");
    if body.is_empty() {
        let parts = [element.text_of("LastName"), element.text_of("GivenName")];
        party.add_name(&fields::join(parts), NameKind::Primary);
        return;
    }
    party.add_name(body, NameKind::Primary);
    let halves: Vec<&str> = body.split('/').map(str::trim).collect();
    if halves.len() > 1 && halves.iter().all(|half| half.chars().count() >= 4) {
        for half in halves {
            party.add_name(half, NameKind::Alias);
        }
    }
}

fn add_aliases(party: &mut Party, text: &str) {
    for part in parts_of(text) {
        let (labelled, name) = strip_label(&part);
        let latin = name.chars().any(|letter| letter.is_ascii_alphabetic());
        let kind = if labelled && !latin {
            NameKind::OriginalScript
        } else {
            NameKind::Alias
        };
        for name in alternatives(name) {
            if !says_nothing(name) {
                party.add_name(name, kind);
            }
        }
    }
}

/// Splits at `;` and `,` outside brackets; a bare organisation form belongs to the part before it.
fn parts_of(text: &str) -> Vec<String> {
    const FORMS: [&str; 14] = [
        "ltd", "ltd.", "inc", "inc.", "llc", "co", "co.", "limited", "s.a.", "gmbh", "jsc", "plc",
        "llp", "corp.",
    ];
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    let mut depth = 0_u32;
    for letter in text.chars().chain(std::iter::once(';')) {
        match letter {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = letter == ';' || (letter == ',' && depth == 0);
        if !end {
            part.push(letter);
            continue;
        }
        let done = tidy(&part);
        part.clear();
        match parts.last_mut() {
            Some(before) if FORMS.contains(&done.to_lowercase().as_str()) => {
                before.push_str(", ");
                before.push_str(&done);
            }
            _ if done.is_empty() => {}
            _ => parts.push(done),
        }
    }
    parts
}

/// `Russian: Олег` -> the name, and that it had a language before it.
fn strip_label(part: &str) -> (bool, &str) {
    match part.split_once(':') {
        Some((label, name)) if is_language(label) => (true, name.trim()),
        _ => (false, part),
    }
}

fn is_language(label: &str) -> bool {
    const LANGUAGES: [&str; 17] = [
        "russian",
        "belarusian",
        "belarussian",
        "ukrainian",
        "english",
        "french",
        "persian",
        "farsi",
        "arabic",
        "hebrew",
        "chinese",
        "burmese",
        "spanish",
        "romanian",
        "crimean tatar",
        "georgian",
        "serbian",
    ];
    LANGUAGES.contains(&label.trim().to_lowercase().as_str())
}

/// `A B or C D`, `A B / C D`: alternatives if every one has at least two words, otherwise one name.
fn alternatives(name: &str) -> Vec<&str> {
    for mark in [" or ", "/"] {
        let parts: Vec<&str> = name.split(mark).map(str::trim).collect();
        if parts.len() > 1
            && parts
                .iter()
                .all(|part| part.split_whitespace().count() >= 2)
        {
            return parts;
        }
    }
    vec![name]
}
