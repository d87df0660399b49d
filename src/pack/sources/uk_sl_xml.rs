//! UK Sanctions List, XML (`Designation` elements).
//!
//! Details sit at different depths for persons, bodies and ships, so every leaf below a designation is
//! taken by its name wherever it stands; a leaf this reader does not know is a notice once per
//! name, and its text goes to the remarks. Dates are day first; `dd/mm/1945` knows only the year.

use super::dates::{Order, complete};
use super::fields::{self, add_identifier, add_remark, says_nothing};
use super::intake::{Intake, add_programme, head, only_file, remark_as};
use super::xml::{self, Element};
use super::{Reader, Reading, SourceFile};
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind};

/// The reader.
pub const READER: Reader = Reader {
    id: "uk-sl-xml",
    title: "UK Sanctions List, XML",
    recognises: |file| xml::root(file.bytes).is_some_and(|root| root.name == "Designations"),
    part: |_| "main",
    read,
};

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let head = head(file.bytes);
    let generated = head
        .split_once("<DateGenerated>")
        .and_then(|(_, rest)| rest.split_once('<'))
        .map_or("", |(date, _)| date);
    intake.reading.published = complete(generated, Order::DayFirst);
    let outcome = xml::for_each_element(file.bytes, &["Designation"], |element, record| {
        intake.reading.records = record;
        take(&mut intake, element, record);
    });
    match outcome {
        Ok(()) => intake.reading,
        Err(error) => intake.fail_xml(&error),
    }
}

fn take(intake: &mut Intake<'_>, element: &Element, record: u32) {
    let line = u64::from(record);
    let reference = match element.text_of("UniqueID") {
        "" => element.text_of("OFSIGroupID"),
        id => id,
    };
    let mut party = Party {
        list: "uk-sl".to_owned(),
        reference: reference.to_owned(),
        record,
        ..Party::default()
    };
    party.kind = match element.text_of("IndividualEntityShip") {
        "Individual" => PartyKind::Person,
        "Entity" => PartyKind::Organisation,
        "Ship" => PartyKind::Vessel,
        other => {
            let message = format!("`{other}` is no kind this reader knows, kept as unknown");
            intake.warning("unknown-kind", line, "IndividualEntityShip", message);
            PartyKind::Unknown
        }
    };
    take_names(intake, &mut party, line, element);
    for child in &element.children {
        if child.name != "Names" {
            take_below(intake, &mut party, line, child);
        }
    }
    intake.accept(party, line, element.text_of("OFSIGroupID"));
}

/// All names, the primary one first.
fn take_names(intake: &mut Intake<'_>, party: &mut Party, line: u64, element: &Element) {
    let mut names = Vec::new();
    for name in element.each(&["Names", "Name"]) {
        let parts = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"];
        let text = parts.map(|part| name.text_of(part)).join(" ");
        let weak = name
            .text_of("AliasStrength")
            .to_lowercase()
            .starts_with("low");
        let kind = match name.text_of("NameType").to_lowercase().as_str() {
            "primary name" => NameKind::Primary,
            "alias" | "primary name variation" if weak => NameKind::WeakAlias,
            "alias" | "primary name variation" => NameKind::Alias,
            "fka" | "former name" => NameKind::Former,
            other => {
                let message =
                    format!("`{other}` is no name type this reader knows, taken as alias");
                intake.warning("unknown-name-type", line, "NameType", message);
                NameKind::Alias
            }
        };
        names.push((kind, text));
    }
    names.sort_by_key(|(kind, _)| *kind != NameKind::Primary);
    for (kind, text) in names {
        let kind = match (party.names.is_empty(), kind) {
            (true, _) => NameKind::Primary,
            (false, NameKind::Primary) => NameKind::Alias,
            (false, kind) => kind,
        };
        party.add_name(&text, kind);
    }
}

fn take_below(intake: &mut Intake<'_>, party: &mut Party, line: u64, element: &Element) {
    match element.name.as_str() {
        "Address" => take_address(intake, party, line, element),
        "Passport" => take_document(party, element, IdentifierKind::Passport),
        "NationalIdentifier" => take_document(party, element, IdentifierKind::NationalId),
        "Location" => take_birthplace(intake, party, line, element),
        _ if element.children.is_empty() => take_leaf(intake, party, line, element),
        _ => {
            for child in &element.children {
                take_below(intake, party, line, child);
            }
        }
    }
}

fn take_leaf(intake: &mut Intake<'_>, party: &mut Party, line: u64, leaf: &Element) {
    let (field, text) = (leaf.name.as_str(), leaf.text.as_str());
    if says_nothing(text) {
        return;
    }
    match field {
        "NameNonLatinScript" => {
            party.add_name(text, NameKind::OriginalScript);
        }
        "DateDesignated" => {
            party.listed_on = intake.date(party, line, field, text, Order::DayFirst);
        }
        "DOB" => intake.add_birth(party, line, field, text, Order::DayFirst),
        "Nationality" => intake.add_country(party, line, field, text, CountryRole::Nationality),
        "CountryOfBirth" => intake.add_country(party, line, field, text, CountryRole::Birth),
        "FlagOfShip" | "CurrentBelievedFlagOfShip" => {
            intake.add_country(party, line, field, text, CountryRole::Registration);
        }
        "IMONumber" | "ShipIMONumber" => identify(party, IdentifierKind::Imo, text),
        "PassportNumber" => identify(party, IdentifierKind::Passport, text),
        "NationalIdentifierNumber" => identify(party, IdentifierKind::NationalId, text),
        "BusinessRegistrationNumber" => identify(party, IdentifierKind::Registration, text),
        "PhoneNumber" => identify(party, IdentifierKind::Phone, text),
        "Website" => identify(party, IdentifierKind::Website, text),
        "EmailAddress" => identify(party, IdentifierKind::Email, text),
        "RegimeName" => add_programme(party, text),
        "OtherInformation" | "UKStatementofReasons" => add_remark(party, text),
        "SanctionsImposed" => remark_as(party, "measures", &text.replace('|', ", ")),
        "Title"
        | "Position"
        | "Gender"
        | "TownOfBirth"
        | "UNReferenceNumber"
        | "DesignationSource"
        | "SanctionsImposedIndicators"
        | "TypeOfEntity"
        | "ParentCompany"
        | "Subsidiary"
        | "TypeOfShip"
        | "TonnageOfShip"
        | "LengthOfShip"
        | "YearBuilt"
        | "HIN"
        | "PreviousFlag"
        | "CurrentOwnerOperator"
        | "PreviousOwnerOperator"
        | "OFSIGroupID"
        | "PassportAdditionalInformation"
        | "NationalIdentifierAdditionalInformation"
        | "NonLatinScriptType"
        | "NonLatinScriptLanguage" => remark_as(party, field, text),
        "LastUpdated" | "UniqueID" | "IndividualEntityShip" => {}
        other => {
            intake.unknown_leaf(line, other);
            remark_as(party, other, text);
        }
    }
}

fn identify(party: &mut Party, kind: IdentifierKind, text: &str) {
    add_identifier(party, kind, text, None);
}

fn take_address(intake: &mut Intake<'_>, party: &mut Party, line: u64, address: &Element) {
    let lines = address
        .children
        .iter()
        .filter(|child| child.name != "AddressCountry");
    let text = fields::join(lines.map(|child| child.text.as_str()));
    intake.add_address(
        party,
        line,
        "AddressCountry",
        &text,
        address.text_of("AddressCountry"),
    );
}

fn take_document(party: &mut Party, document: &Element, kind: IdentifierKind) {
    let number = document
        .children
        .iter()
        .find(|child| child.name.ends_with("Number"));
    let number = number.map_or("", |child| child.text.as_str());
    identify(party, kind, number);
    let details = document
        .children
        .iter()
        .filter(|child| !child.name.ends_with("Number"));
    let details = fields::join(details.map(|child| child.text.as_str()));
    remark_as(
        party,
        format!("{} {number}", document.name).trim(),
        &details,
    );
}

fn take_birthplace(intake: &mut Intake<'_>, party: &mut Party, line: u64, place: &Element) {
    let country = place.text_of("CountryOfBirth");
    intake.add_country(party, line, "CountryOfBirth", country, CountryRole::Birth);
    let parts = place.children.iter().map(|child| child.text.as_str());
    remark_as(party, "place of birth", &fields::join(parts));
}
