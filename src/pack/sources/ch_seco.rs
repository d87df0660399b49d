//! Swiss sanctions list (SECO), XML: `sanctions-program`, `target` and `place` elements.
//!
//! A target whose last modification is `de-listed` is not a listed party any more: it is skipped with a
//! notice. Places are a table of their own that addresses and birthplaces point into. A spelling variant
//! of a name part gives the whole name in that spelling as an alias. `quality="low"` is a weak alias.

use super::dates::{Order, complete};
use super::fields::{self, add_identifier, add_remark};
use super::intake::{Intake, add_programme, only_file, remark_as, some};
use super::xml::{self, Element};
use super::{Reader, Reading, SourceFile};
use crate::date::PartialDate;
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind};
use std::collections::{BTreeSet, HashMap};

/// The reader.
pub const READER: Reader = Reader {
    id: "ch-seco",
    title: "Swiss sanctions list (SECO), XML",
    recognises: |file| {
        xml::root(file.bytes).is_some_and(|root| root.name == "swiss-sanctions-list")
    },
    part: |_| "main",
    read,
};

/// What targets point to.
#[derive(Default)]
struct Tables {
    /// Set id -> programme key, citation.
    sets: HashMap<String, (String, String)>,
    /// Place id -> text, country as published.
    places: HashMap<String, (String, String)>,
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let root = xml::root(file.bytes).unwrap_or_default();
    let date = root.attr("date").unwrap_or_default();
    intake.reading.published = complete(date, Order::DayFirst);
    let mut tables = Tables::default();
    let names = ["sanctions-program", "place"];
    let first = xml::for_each_element(file.bytes, &names, |element, _| {
        match element.name.as_str() {
            "place" => add_place(&mut tables, element),
            _ => add_program(&mut tables, element),
        }
    });
    let second = first.and_then(|()| {
        xml::for_each_element(file.bytes, &["target"], |element, record| {
            intake.reading.records = record;
            take(&mut intake, &tables, element, record);
        })
    });
    match second {
        Ok(()) => intake.reading,
        Err(error) => intake.fail_xml(&error),
    }
}

fn add_place(tables: &mut Tables, place: &Element) {
    let text = fields::join([place.text_of("location"), place.text_of("area")]);
    let country = place.child("country");
    let code = country.and_then(|country| country.attr("iso-code"));
    let name = country.map_or("", |country| country.text.as_str());
    let known = code.filter(|code| fields::country(code).is_some());
    let country = known.unwrap_or(name).to_owned();
    tables
        .places
        .insert(attr(place, "ssid").to_owned(), (text, country));
}

fn add_program(tables: &mut Tables, program: &Element) {
    let english = |name: &str| {
        let all: Vec<&Element> = program.all(name).collect();
        let found = all
            .iter()
            .find(|e| attr(e, "lang") == "eng")
            .or(all.first());
        found.map_or("", |element| element.text.as_str()).to_owned()
    };
    let (key, title) = (english("program-key"), english("program-name"));
    for set in program.all("sanctions-set") {
        let id = attr(set, "ssid").to_owned();
        let english = attr(set, "lang") == "eng";
        if english || !tables.sets.contains_key(&id) {
            let citation = fields::join([title.as_str(), set.text.as_str()]);
            tables.sets.insert(id, (key.clone(), citation));
        }
    }
}

fn take(intake: &mut Intake<'_>, tables: &Tables, target: &Element, record: u32) {
    let line = u64::from(record);
    let ssid = attr(target, "ssid");
    let modifications: Vec<&Element> = target.all("modification").collect();
    // In order of time; the file has the newest first or last depending on its age.
    let last = modifications
        .iter()
        .max_by_key(|m| (when(m), attr(m, "modification-type") != "de-listed"));
    if let Some(last) = last
        && attr(last, "modification-type") == "de-listed"
    {
        let message = format!(
            "target `{ssid}` was de-listed on {}, it is left out",
            when(last)
        );
        intake.notice("de-listed", line, "modification", message);
        return;
    }
    let mut party = Party {
        list: "ch-seco".to_owned(),
        reference: ssid.to_owned(),
        record,
        ..Party::default()
    };
    let listed = modifications
        .iter()
        .filter(|m| attr(m, "modification-type") == "listed");
    let listed = listed.map(|m| when(m)).min().unwrap_or_default();
    party.listed_on = intake.date(&mut party, line, "modification", listed, Order::DayFirst);
    for child in &target.children {
        match child.name.as_str() {
            "sanctions-set-id" => {
                if let Some((key, citation)) = tables.sets.get(&child.text) {
                    add_programme(&mut party, key);
                    if party.citation.is_none() {
                        party.citation = some(citation);
                    } else {
                        remark_as(&mut party, "also", citation);
                    }
                } else {
                    let message = format!("`{}` is no sanctions set of this file", child.text);
                    intake.warning("bad-index", line, "sanctions-set-id", message);
                }
            }
            "individual" => take_body(intake, tables, &mut party, line, child, PartyKind::Person),
            "entity" => {
                take_body(
                    intake,
                    tables,
                    &mut party,
                    line,
                    child,
                    PartyKind::Organisation,
                );
            }
            "object" => {
                let kind = match attr(child, "object-type") {
                    "vessel" => PartyKind::Vessel,
                    "aircraft" => PartyKind::Aircraft,
                    _ => PartyKind::Unknown,
                };
                take_body(intake, tables, &mut party, line, child, kind);
            }
            "foreign-identifier" => remark_as(&mut party, "foreign identifier", &child.text),
            "modification" => {}
            other => {
                intake.unknown_leaf(line, other);
                remark_as(&mut party, other, &all_text(child));
            }
        }
    }
    let order = |kind: NameKind| kind != NameKind::Primary;
    party.names.sort_by_key(|name| order(name.kind));
    if let Some(first) = party.names.first_mut() {
        first.kind = NameKind::Primary;
    }
    intake.accept(party, line, "");
}

fn take_body(
    intake: &mut Intake<'_>,
    tables: &Tables,
    party: &mut Party,
    line: u64,
    body: &Element,
    kind: PartyKind,
) {
    party.kind = kind;
    for child in &body.children {
        match child.name.as_str() {
            "identity" => take_identity(intake, tables, party, line, child),
            "justification" => add_remark(party, &child.text),
            "other-information" => take_information(party, &child.text),
            other => {
                intake.unknown_leaf(line, other);
                remark_as(party, other, &all_text(child));
            }
        }
    }
    remark_as(party, "sex", attr(body, "sex"));
}

/// `IMO Number: 8405270` is an identifier, anything else a remark.
fn take_information(party: &mut Party, text: &str) {
    let lower = text.to_lowercase();
    let imo = lower
        .split_once("imo")
        .map(|(_, rest)| rest.chars().skip_while(|c| !c.is_ascii_digit()))
        .map(|digits| digits.take_while(char::is_ascii_digit).collect::<String>())
        .filter(|digits| digits.len() == 7);
    if let Some(imo) = imo {
        add_identifier(party, IdentifierKind::Imo, &imo, None);
    }
    add_remark(party, text);
}

fn take_identity(
    intake: &mut Intake<'_>,
    tables: &Tables,
    party: &mut Party,
    line: u64,
    identity: &Element,
) {
    let main = attr(identity, "main") != "false";
    for child in &identity.children {
        match child.name.as_str() {
            "name" => take_name(party, child, main),
            "day-month-year" => take_birth(intake, party, line, child),
            "nationality" => {
                for country in child.all("country") {
                    let text = match attr(country, "iso-code") {
                        "" => country.text.as_str(),
                        code => code,
                    };
                    let role = CountryRole::Nationality;
                    intake.add_country(party, line, "nationality", text, role);
                }
            }
            "place-of-birth" => {
                let (text, country) = place_of(intake, tables, line, child);
                if let Some(code) = intake.country(line, "place-of-birth", &country) {
                    party.add_country(code, CountryRole::Birth);
                }
                let text = fields::join([text.as_str(), country.as_str()]);
                remark_as(party, "place of birth", &text);
            }
            "address" => take_address(intake, tables, party, line, child),
            "identification-document" => take_document(intake, tables, party, line, child),
            "generic-attribute" | "remark" => add_remark(party, &all_text(child)),
            other => {
                intake.unknown_leaf(line, other);
                remark_as(party, other, &all_text(child));
            }
        }
    }
}

fn take_name(party: &mut Party, name: &Element, main: bool) {
    let low = attr(name, "quality") == "low";
    let kind = match attr(name, "name-type") {
        "primary-name" if main => NameKind::Primary,
        "formerly-known-as" | "former-name" => NameKind::Former,
        _ if low => NameKind::WeakAlias,
        _ => NameKind::Alias,
    };
    let mut parts: Vec<&Element> = name.all("name-part").collect();
    parts.sort_by_key(|part| attr(part, "order").parse::<u32>().unwrap_or(u32::MAX));
    let values: Vec<&str> = parts.iter().map(|part| part.text_of("value")).collect();
    party.add_name(&values.join(" "), kind);
    // Variants of the same language, script and rank belong together.
    let mut spellings = BTreeSet::new();
    for part in &parts {
        for (language, script, rank, _) in variants(part) {
            spellings.insert((language, script, rank));
        }
    }
    for (language, script, rank) in spellings {
        let other_script = !matches!(script, "LATN" | "");
        let words = parts.iter().map(|part| {
            let variant = variants(part)
                .into_iter()
                .find(|(l, s, r, _)| (*l, *s, *r) == (language, script, rank));
            match variant {
                Some((_, _, _, text)) => text,
                None if other_script => "",
                None => part.text_of("value"),
            }
        });
        let text = words.collect::<Vec<_>>().join(" ");
        let kind = match (other_script, kind) {
            (true, _) => NameKind::OriginalScript,
            (false, NameKind::Primary) => NameKind::Alias,
            (false, kind) => kind,
        };
        party.add_name(&text, kind);
    }
}

/// Spelling variants of a name part: language, script, rank among those of the same, text.
fn variants(part: &Element) -> Vec<(&str, &str, usize, &str)> {
    let mut ranks: HashMap<(&str, &str), usize> = HashMap::new();
    let mut found = Vec::new();
    for variant in part.all("spelling-variant") {
        let (language, script) = (attr(variant, "lang"), attr(variant, "script"));
        let rank = ranks.entry((language, script)).or_default();
        found.push((language, script, *rank, variant.text.as_str()));
        *rank += 1;
    }
    found
}

fn take_birth(intake: &mut Intake<'_>, party: &mut Party, line: u64, date: &Element) {
    let number = |name: &str| attr(date, name).parse::<u16>().unwrap_or(0);
    let small = |name: &str| u8::try_from(number(name)).unwrap_or(0);
    let text = fields::join([attr(date, "day"), attr(date, "month"), attr(date, "year")]);
    let gregorian = matches!(attr(date, "calendar"), "Gregorian" | "");
    match PartialDate::new(number("year"), small("month"), small("day")) {
        Some(date) if gregorian && date.year >= 1800 => fields::add_birth(party, date),
        _ => {
            let message = format!("`{text}` is not a usable date, the text is kept in the remarks");
            intake.warning("bad-date", line, "day-month-year", message);
            remark_as(party, "day-month-year", &text);
        }
    }
}

fn take_address(
    intake: &mut Intake<'_>,
    tables: &Tables,
    party: &mut Party,
    line: u64,
    address: &Element,
) {
    let (place, country) = place_of(intake, tables, line, address);
    let mut parts: Vec<&str> = address
        .children
        .iter()
        .map(|child| child.text.as_str())
        .collect();
    parts.push(&place);
    intake.add_address(party, line, "address", &fields::join(parts), &country);
}

fn take_document(
    intake: &mut Intake<'_>,
    tables: &Tables,
    party: &mut Party,
    line: u64,
    document: &Element,
) {
    let label = attr(document, "document-type");
    let kind = match label {
        "passport" | "diplomatic-passport" | "driver-license-passport" => IdentifierKind::Passport,
        "id-card" | "identity-card" | "residence-permit" => IdentifierKind::NationalId,
        "tax-number" => IdentifierKind::TaxId,
        _ => IdentifierKind::Other,
    };
    let issuer = document.child("issuer");
    let code = issuer.map_or("", |issuer| attr(issuer, "code"));
    let country = fields::country(code);
    let number = document.text_of("number");
    add_identifier(party, kind, number, country);
    let (place, _) = place_of(intake, tables, line, document);
    let mut details: Vec<&str> = document
        .children
        .iter()
        .filter(|child| child.name != "number")
        .map(|child| child.text.as_str())
        .collect();
    details.push(&place);
    remark_as(
        party,
        format!("{label} {number}").trim(),
        &fields::join(details),
    );
}

/// The place an element points to; a pointer into nowhere is a warning.
fn place_of(
    intake: &mut Intake<'_>,
    tables: &Tables,
    line: u64,
    element: &Element,
) -> (String, String) {
    let id = attr(element, "place-id");
    if id.is_empty() {
        return Default::default();
    }
    match tables.places.get(id) {
        Some(place) => place.clone(),
        None => {
            let message = format!("place `{id}` is not in the file, town and country are missing");
            intake.warning("bad-index", line, &element.name, message);
            Default::default()
        }
    }
}

/// The day a modification takes effect.
fn when(modification: &Element) -> &str {
    let days = ["effective-date", "publication-date", "enactment-date"];
    days.into_iter()
        .map(|day| attr(modification, day))
        .find(|day| !day.is_empty())
        .unwrap_or_default()
}

/// All text of an element and below.
fn all_text(element: &Element) -> String {
    let below: Vec<String> = element.children.iter().map(all_text).collect();
    let own = std::iter::once(element.text.as_str());
    fields::join(own.chain(below.iter().map(String::as_str)))
}

fn attr<'a>(element: &'a Element, name: &str) -> &'a str {
    element.attr(name).unwrap_or_default()
}
