//! EU consolidated financial sanctions list, XML 1.1 (`sanctionEntity` elements).
//!
//! The file marks no primary name: the first `nameAlias` is taken. `strong="false"` is a weak alias.
//! Country `00` means unknown. Entities under two programmes can share a reference; the later
//! one gets its `logicalId` appended.

use super::dates::{Order, complete};
use super::fields::{self, add_identifier, add_remark};
use super::intake::{Intake, add_programme, only_file, remark_as, some};
use super::xml::{self, Element};
use super::{Reader, Reading, SourceFile};
use crate::date::PartialDate;
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind};

/// The reader.
pub const READER: Reader = Reader {
    id: "eu-fsf",
    title: "EU consolidated financial sanctions list, XML 1.1",
    recognises: |file| {
        let root = xml::root(file.bytes).unwrap_or_default();
        root.name == "export" && root.attr("globalFileId").is_some()
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
    let root = xml::root(file.bytes).unwrap_or_default();
    let generated = root.attr("generationDate").unwrap_or_default();
    intake.reading.published = complete(generated, Order::DayFirst);
    let outcome = xml::for_each_element(file.bytes, &["sanctionEntity"], |element, record| {
        intake.reading.records = record;
        take(&mut intake, element, record);
    });
    match outcome {
        Ok(()) => intake.reading,
        Err(error) => intake.fail_xml(&error),
    }
}

fn take(intake: &mut Intake<'_>, entity: &Element, record: u32) {
    let line = u64::from(record);
    let logical = attr(entity, "logicalId");
    let reference = match attr(entity, "euReferenceNumber") {
        "" => logical,
        reference => reference,
    };
    let mut party = Party {
        list: "eu-fsf".to_owned(),
        reference: reference.to_owned(),
        record,
        ..Party::default()
    };
    let listed = attr(entity, "designationDate");
    party.listed_on = intake.date(&mut party, line, "designationDate", listed, Order::DayFirst);
    remark_as(&mut party, "UN reference", attr(entity, "unitedNationId"));
    add_remark(&mut party, attr(entity, "designationDetails"));
    for child in &entity.children {
        match child.name.as_str() {
            "remark" => add_remark(&mut party, &child.text),
            "regulation" => take_regulation(&mut party, child),
            "subjectType" => party.kind = kind_of(intake, line, attr(child, "code")),
            "nameAlias" => take_name(&mut party, child),
            "citizenship" => {
                take_country(intake, &mut party, line, child, CountryRole::Nationality);
                remark_as(&mut party, "citizenship", child.text_of("remark"));
            }
            "birthdate" => take_birth(intake, &mut party, line, child),
            "identification" => take_identification(intake, &mut party, line, child),
            "address" => take_address(intake, &mut party, line, child),
            other => intake.unknown_field(line, other),
        }
    }
    intake.accept(party, line, logical);
}

fn take_regulation(party: &mut Party, regulation: &Element) {
    add_programme(party, attr(regulation, "programme"));
    let title = attr(regulation, "numberTitle");
    match &mut party.citation {
        None => party.citation = some(title),
        Some(citation) if !citation.contains(title) => {
            citation.push_str("; ");
            citation.push_str(title);
        }
        Some(_) => {}
    }
    if party.link.is_none() {
        party.link = some(regulation.text_of("publicationUrl"));
    }
}

fn kind_of(intake: &mut Intake<'_>, line: u64, code: &str) -> PartyKind {
    match code {
        "person" => PartyKind::Person,
        "enterprise" => PartyKind::Organisation,
        other => {
            let message =
                format!("`{other}` is no kind of party this reader knows, kept as unknown");
            intake.warning("unknown-kind", line, "subjectType", message);
            PartyKind::Unknown
        }
    }
}

fn take_name(party: &mut Party, alias: &Element) {
    let kind = match (party.names.is_empty(), attr(alias, "strong")) {
        (true, _) => NameKind::Primary,
        (false, "false") => NameKind::WeakAlias,
        (false, _) => NameKind::Alias,
    };
    match attr(alias, "wholeName") {
        "" => {
            let parts = ["firstName", "middleName", "lastName"].map(|part| attr(alias, part));
            party.add_name(&parts.join(" "), kind)
        }
        name => party.add_name(name, kind),
    };
    remark_as(party, "title", attr(alias, "title"));
    remark_as(party, "function", attr(alias, "function"));
    remark_as(party, "gender", attr(alias, "gender"));
    add_remark(party, alias.text_of("remark"));
}

fn take_birth(intake: &mut Intake<'_>, party: &mut Party, line: u64, birth: &Element) {
    let place = ["place", "city", "region", "zipCode"].map(|part| attr(birth, part));
    take_country(intake, party, line, birth, CountryRole::Birth);
    remark_as(party, "place of birth", &fields::join(place));
    remark_as(party, "birth", birth.text_of("remark"));
    let (day, month, year) = (
        attr(birth, "dayOfMonth"),
        attr(birth, "monthOfYear"),
        attr(birth, "year"),
    );
    let (from, to) = (attr(birth, "yearRangeFrom"), attr(birth, "yearRangeTo"));
    let text = match (attr(birth, "birthdate"), year) {
        ("", "") => match (from, to) {
            (from, "") => from.to_owned(),
            ("", to) => to.to_owned(),
            (from, to) if from == to => from.to_owned(),
            (from, to) => format!("{from} to {to}"),
        },
        ("", year) if month.is_empty() => year.to_owned(),
        ("", year) if day.is_empty() => format!("{year}-{month}"),
        ("", year) => format!("{year}-{month}-{day}"),
        (date, _) => date.to_owned(),
    };
    let calendar = attr(birth, "calendarType");
    if !matches!(calendar, "GREGORIAN" | "") {
        let message = format!(
            "date of birth `{text}` is in calendar `{calendar}`, it is not converted and kept in the remarks"
        );
        intake.warning("other-calendar", line, "birthdate", message);
        remark_as(party, &format!("date of birth ({calendar})"), &text);
        return;
    }
    // A lone end of a range says "until"; the year is kept as approximate.
    let circa = attr(birth, "circa") == "true" || (from.is_empty() && text == to);
    let parsed = super::dates::loose(&text, Order::DayFirst);
    match parsed.filter(|_| circa) {
        Some(date) => fields::add_birth(party, PartialDate { circa, ..date }),
        None => intake.add_birth(party, line, "birthdate", &text, Order::DayFirst),
    }
}

fn take_identification(intake: &mut Intake<'_>, party: &mut Party, line: u64, id: &Element) {
    let number = attr(id, "number");
    let code = attr(id, "identificationTypeCode");
    let country = country_text(id);
    let country = intake.country(line, "identification", country);
    add_identifier(party, identifier_kind(code), number, country);
    let mut details = Vec::new();
    if identifier_kind(code) == IdentifierKind::Other {
        details.push(attr(id, "identificationTypeDescription").to_owned());
    }
    for flag in [
        "diplomatic",
        "knownExpired",
        "knownFalse",
        "reportedLost",
        "revokedByIssuer",
    ] {
        if attr(id, flag) == "true" {
            details.push(flag.to_owned());
        }
    }
    for field in [
        "issuedBy",
        "issueDate",
        "validFrom",
        "validTo",
        "nameOnDocument",
        "region",
    ] {
        if !attr(id, field).is_empty() {
            details.push(format!("{field} {}", attr(id, field)));
        }
    }
    details.extend(some(id.text_of("remark")));
    remark_as(party, &format!("{code} {number}"), &details.join(", "));
}

fn identifier_kind(code: &str) -> IdentifierKind {
    match code {
        "passport" | "travelcardid" => IdentifierKind::Passport,
        "id" | "ssn" | "electionid" | "nationcert" => IdentifierKind::NationalId,
        "fiscalcode" => IdentifierKind::TaxId,
        "regnumber" | "tradelic" => IdentifierKind::Registration,
        "imo" => IdentifierKind::Imo,
        "swiftbic" => IdentifierKind::Bic,
        _ => IdentifierKind::Other,
    }
}

fn take_address(intake: &mut Intake<'_>, party: &mut Party, line: u64, address: &Element) {
    let po_box = match attr(address, "poBox") {
        "" => String::new(),
        number => format!("P.O. Box {number}"),
    };
    let text = fields::join([
        attr(address, "street"),
        po_box.as_str(),
        attr(address, "place"),
        attr(address, "zipCode"),
        attr(address, "city"),
        attr(address, "region"),
    ]);
    intake.add_address(party, line, "address", &text, country_text(address));
    remark_as(party, "address", address.text_of("remark"));
    for contact in address.all("contactInfo") {
        let kind = match attr(contact, "key") {
            "PHONE" | "FAX" => IdentifierKind::Phone,
            "WEB" => IdentifierKind::Website,
            "EMAIL" => IdentifierKind::Email,
            _ => IdentifierKind::Other,
        };
        add_identifier(party, kind, attr(contact, "value"), None);
    }
}

fn take_country(
    intake: &mut Intake<'_>,
    party: &mut Party,
    line: u64,
    element: &Element,
    role: CountryRole,
) {
    intake.add_country(party, line, &element.name, country_text(element), role);
}

/// The ISO code, or the description when the code says nothing we know; `00` says nothing.
fn country_text(element: &Element) -> &str {
    let code = attr(element, "countryIso2Code");
    match code {
        "00" => "",
        code if fields::country(code).is_some() => code,
        _ => attr(element, "countryDescription"),
    }
}

fn attr<'a>(element: &'a Element, name: &str) -> &'a str {
    element.attr(name).unwrap_or_default()
}
