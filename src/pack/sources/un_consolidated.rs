//! UN Security Council Consolidated List, XML: `INDIVIDUAL` and `ENTITY` elements.
//!
//! Alias quality is `Good` or `Low` for individuals, `a.k.a.` or `f.k.a.` for entities. One alias
//! element can hold several names separated by `;`. The links to INTERPOL's notices all lead to the same
//! page and are not taken over.

use super::dates::{Order, complete};
use super::fields::{self, add_identifier, add_remark, says_nothing};
use super::intake::{Intake, add_programme, only_file, remark_as};
use super::xml::{self, Element};
use super::{Reader, Reading, SourceFile};
use crate::date::PartialDate;
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind};

/// The reader.
pub const READER: Reader = Reader {
    id: "un-consolidated",
    title: "UN Security Council Consolidated List, XML",
    recognises: |file| xml::root(file.bytes).is_some_and(|root| root.name == "CONSOLIDATED_LIST"),
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
    let generated = root.attr("dateGenerated").unwrap_or_default();
    intake.reading.published = complete(generated, Order::DayFirst);
    let outcome = xml::for_each_element(file.bytes, &["INDIVIDUAL", "ENTITY"], |element, _| {
        intake.reading.records += 1;
        take(&mut intake, element);
    });
    match outcome {
        Ok(()) => intake.reading,
        Err(error) => intake.fail_xml(&error),
    }
}

fn take(intake: &mut Intake<'_>, element: &Element) {
    let record = intake.reading.records;
    let line = u64::from(record);
    let person = element.name == "INDIVIDUAL";
    let reference = match element.text_of("REFERENCE_NUMBER") {
        "" => element.text_of("DATAID"),
        reference => reference,
    };
    let mut party = Party {
        list: "un-sc".to_owned(),
        reference: reference.to_owned(),
        kind: if person {
            PartyKind::Person
        } else {
            PartyKind::Organisation
        },
        record,
        ..Party::default()
    };
    let names = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
    let name = names.map(|part| element.text_of(part)).join(" ");
    party.add_name(&name, NameKind::Primary);
    for child in &element.children {
        take_child(intake, &mut party, line, child);
    }
    intake.accept(party, line, element.text_of("DATAID"));
}

fn take_child(intake: &mut Intake<'_>, party: &mut Party, line: u64, child: &Element) {
    let text = child.text.as_str();
    match child.name.as_str() {
        "INDIVIDUAL_ALIAS" | "ENTITY_ALIAS" => take_alias(intake, party, line, child),
        "INDIVIDUAL_ADDRESS" | "ENTITY_ADDRESS" => take_address(intake, party, line, child),
        "INDIVIDUAL_DATE_OF_BIRTH" => take_birth(intake, party, line, child),
        "INDIVIDUAL_PLACE_OF_BIRTH" => take_birthplace(intake, party, line, child),
        "INDIVIDUAL_DOCUMENT" => take_document(intake, party, line, child),
        "NAME_ORIGINAL_SCRIPT" => {
            party.add_name(text, NameKind::OriginalScript);
        }
        "NATIONALITY" | "NATIONALITY2" => {
            for value in child.all("VALUE").chain(std::iter::once(child)) {
                let role = CountryRole::Nationality;
                intake.add_country(party, line, "NATIONALITY", &value.text, role);
            }
        }
        "TITLE" | "DESIGNATION" => {
            for value in child.all("VALUE") {
                remark_as(party, &child.name.to_lowercase(), &value.text);
            }
        }
        "GENDER" => remark_as(party, "gender", text),
        "COMMENTS1" => add_remark(party, text),
        "UN_LIST_TYPE" => add_programme(party, text),
        "LISTED_ON" => {
            party.listed_on = intake.date(party, line, "LISTED_ON", text, Order::DayFirst)
        }
        "FIRST_NAME" | "SECOND_NAME" | "THIRD_NAME" | "FOURTH_NAME" | "REFERENCE_NUMBER"
        | "DATAID" | "VERSIONNUM" | "SORT_KEY" | "SORT_KEY_LAST_MOD" | "LIST_TYPE"
        | "LAST_DAY_UPDATED" | "HAS_INTERPOL_LINK" | "INTERPOL_LINK" => {}
        other => intake.unknown_field(line, other),
    }
}

fn take_alias(intake: &mut Intake<'_>, party: &mut Party, line: u64, alias: &Element) {
    let quality = alias.text_of("QUALITY");
    let kind = match quality {
        "Low" => NameKind::WeakAlias,
        "f.k.a." => NameKind::Former,
        "Good" | "a.k.a." | "" => NameKind::Alias,
        other => {
            let message = format!("`{other}` is no alias quality this reader knows, taken as good");
            intake.warning("unknown-quality", line, "QUALITY", message);
            NameKind::Alias
        }
    };
    let text = alias.text_of("ALIAS_NAME");
    for name in text.split(';').flat_map(|part| part.split(" b) ")) {
        if !says_nothing(name) {
            party.add_name(name, kind);
        }
    }
    let born = alias.text_of("DATE_OF_BIRTH");
    intake.add_birth(party, line, "DATE_OF_BIRTH", born, Order::DayFirst);
    let country = alias.text_of("COUNTRY_OF_BIRTH");
    intake.add_country(party, line, "COUNTRY_OF_BIRTH", country, CountryRole::Birth);
    let place = fields::join([alias.text_of("CITY_OF_BIRTH"), country]);
    remark_as(party, "place of birth", &place);
    remark_as(party, &format!("alias {text}"), alias.text_of("NOTE"));
}

fn take_address(intake: &mut Intake<'_>, party: &mut Party, line: u64, address: &Element) {
    let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"];
    let text = fields::join(parts.map(|part| address.text_of(part)));
    let country = address.text_of("COUNTRY");
    intake.add_address(party, line, "COUNTRY", &text, country);
    let label = format!("address {}", fields::join([text.as_str(), country]));
    remark_as(party, label.trim(), address.text_of("NOTE"));
}

fn take_birth(intake: &mut Intake<'_>, party: &mut Party, line: u64, birth: &Element) {
    let circa = birth.text_of("TYPE_OF_DATE") == "APPROXIMATELY";
    let note = birth.text_of("NOTE");
    let date = match (birth.text_of("DATE"), birth.text_of("YEAR")) {
        ("", "") => String::new(),
        ("", year) => year.to_owned(),
        (date, _) => date.to_owned(),
    };
    let (from, to) = (birth.text_of("FROM_YEAR"), birth.text_of("TO_YEAR"));
    let text = match (date.as_str(), from, to) {
        ("", "", "") => note.to_owned(),
        ("", from, "") => from.to_owned(),
        ("", "", to) => to.to_owned(),
        ("", from, to) if from == to => from.to_owned(),
        ("", from, to) => format!("{from} to {to}"),
        (date, _, _) => date.to_owned(),
    };
    let parsed = super::dates::loose(&text, Order::DayFirst);
    match parsed.filter(|_| circa) {
        Some(date) => fields::add_birth(party, PartialDate { circa, ..date }),
        None if says_nothing(&text) => {}
        None => intake.add_birth(
            party,
            line,
            "INDIVIDUAL_DATE_OF_BIRTH",
            &text,
            Order::DayFirst,
        ),
    }
    if note != text {
        remark_as(party, "date of birth", note);
    }
}

fn take_birthplace(intake: &mut Intake<'_>, party: &mut Party, line: u64, place: &Element) {
    let country = place.text_of("COUNTRY");
    if let Some(code) = intake.country(line, "INDIVIDUAL_PLACE_OF_BIRTH", country) {
        party.add_country(code, CountryRole::Birth);
    }
    let parts = ["STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE"];
    let text = fields::join(parts.map(|part| place.text_of(part)));
    if !says_nothing(&text) {
        remark_as(party, "place of birth", &text);
    }
}

fn take_document(intake: &mut Intake<'_>, party: &mut Party, line: u64, document: &Element) {
    let (first, second) = (
        document.text_of("TYPE_OF_DOCUMENT"),
        document.text_of("TYPE_OF_DOCUMENT2"),
    );
    let number = document.text_of("NUMBER");
    let issuing = match document.text_of("ISSUING_COUNTRY") {
        "" => document.text_of("COUNTRY_OF_ISSUE"),
        country => country,
    };
    let country = intake.country(line, "INDIVIDUAL_DOCUMENT", issuing);
    if !says_nothing(number) {
        add_identifier(party, document_kind(first, second), number, country);
    }
    let details = [
        ("", second),
        ("issued by ", document.text_of("ISSUING_COUNTRY")),
        ("issued on ", document.text_of("DATE_OF_ISSUE")),
        ("issued in ", document.text_of("CITY_OF_ISSUE")),
        ("issued in ", document.text_of("COUNTRY_OF_ISSUE")),
        ("expires on ", document.text_of("DATE_OF_EXPIRY")),
        ("", document.text_of("NOTE")),
    ];
    let details: Vec<String> = details
        .iter()
        .filter(|(_, text)| !says_nothing(text))
        .map(|(label, text)| format!("{label}{text}"))
        .collect();
    let label = format!("{} {number}", if first.is_empty() { second } else { first });
    remark_as(party, label.trim(), &details.join(", "));
}

fn document_kind(first: &str, second: &str) -> IdentifierKind {
    let text = format!("{first} {second}").to_lowercase();
    let has = |word: &str| text.contains(word);
    if has("passport") || has("passeport") || has("pasaporte") {
        IdentifierKind::Passport
    } else if has("fiscal") || has("tax") {
        IdentifierKind::TaxId
    } else if has("national identification") || has("identity") || has("social security") {
        IdentifierKind::NationalId
    } else {
        IdentifierKind::Other
    }
}
