//! What the three forms of the US Consolidated Screening List share: the sources and one record.

use super::dates::Order;
use super::fields::{add_identifier, add_remark};
use super::intake::{self, Intake, add_programme, digest, remark_as, some};
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind, tidy};

/// The list of a record that names no source we know; kept rather than lost.
pub(super) const UNKNOWN_LIST: &str = "us-csl";

/// Our list id of a source, by the code the publisher puts in brackets:
/// `Entity List (EL) - Bureau of Industry and Security`.
pub(super) fn list_of(source: &str) -> Option<&'static str> {
    let (_, rest) = source.split_once('(')?;
    let (code, _) = rest.split_once(')')?;
    let id = match code.trim().trim_end_matches(" List") {
        "SDN" => "us-sdn",
        "SSI" => "us-ssi",
        "CAP" | "CAPTA" => "us-cap",
        "CMIC" | "NS-CMIC" => "us-cmic",
        "NS-MBS" | "MBS" => "us-mbs",
        "PLC" | "NS-PLC" => "us-plc",
        "FSE" => "us-fse",
        "EL" => "us-el",
        "DPL" => "us-dpl",
        "UVL" => "us-uvl",
        "MEU" => "us-meu",
        "ISN" => "us-isn",
        "DTC" => "us-dtc",
        _ => return None,
    };
    Some(id)
}

/// One record with the official keys; multi-values already taken apart.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) source: String,
    pub(super) entity_number: String,
    pub(super) kind: String,
    pub(super) programs: Vec<String>,
    pub(super) name: String,
    pub(super) alt_names: Vec<String>,
    pub(super) title: String,
    /// Text without country, country.
    pub(super) addresses: Vec<(String, String)>,
    pub(super) federal_register_notice: String,
    pub(super) start_date: String,
    pub(super) end_date: String,
    pub(super) standard_order: String,
    pub(super) license_requirement: String,
    pub(super) license_policy: String,
    pub(super) call_sign: String,
    pub(super) vessel_type: String,
    pub(super) gross_tonnage: String,
    pub(super) gross_registered_tonnage: String,
    pub(super) vessel_flag: String,
    pub(super) vessel_owner: String,
    pub(super) remarks: String,
    pub(super) citizenships: Vec<String>,
    pub(super) nationalities: Vec<String>,
    pub(super) dates_of_birth: Vec<String>,
    pub(super) places_of_birth: Vec<String>,
    pub(super) ids: Vec<Id>,
}

/// An entry of `ids`.
#[derive(Debug, Default)]
pub(super) struct Id {
    pub(super) kind: String,
    pub(super) number: String,
    pub(super) country: String,
    pub(super) issued: String,
    pub(super) expires: String,
    pub(super) dated: String,
}

/// The list id for a record, with a warning when the source says nothing we know.
pub(super) fn list_or_unknown(intake: &mut Intake<'_>, line: u64, source: &str) -> &'static str {
    list_of(source).unwrap_or_else(|| {
        let message = format!(
            "`{source}` is no source this reader knows, the record is kept under `{UNKNOWN_LIST}`"
        );
        intake.warning("unknown-source", line, "source", message);
        UNKNOWN_LIST
    })
}

/// Licence requirement and policy in the source's words.
pub(super) fn licence(requirement: &str, policy: &str) -> Option<String> {
    let (requirement, policy) = (tidy(requirement), tidy(policy));
    match (requirement.is_empty(), policy.is_empty()) {
        (true, true) => None,
        (false, true) => Some(format!("License requirement: {requirement}")),
        (true, false) => Some(format!("License policy: {policy}")),
        (false, false) => Some(format!(
            "License requirement: {requirement} License policy: {policy}"
        )),
    }
}

/// The kind of a party; empty means the list does not say.
pub(super) fn kind_of(intake: &mut Intake<'_>, line: u64, text: &str) -> PartyKind {
    match text.trim() {
        "" => PartyKind::Unknown,
        "Individual" => PartyKind::Person,
        "Entity" => PartyKind::Organisation,
        "Vessel" => PartyKind::Vessel,
        "Aircraft" => PartyKind::Aircraft,
        other => {
            let message =
                format!("`{other}` is no kind of party this reader knows, kept as unknown");
            intake.warning("unknown-kind", line, "type", message);
            PartyKind::Unknown
        }
    }
}

/// Takes one record with the official keys in.
pub(super) fn take(intake: &mut Intake<'_>, record: u32, line: u64, from: &Record) {
    let list = list_or_unknown(intake, line, &from.source);
    let first_country = from.addresses.first().map_or("", |(_, country)| country);
    let reference = match (from.entity_number.as_str(), from.id.as_str()) {
        ("", "") => digest(&[list, &from.name, first_country]),
        ("", id) => id.to_owned(),
        (number, _) => number.to_owned(),
    };
    let mut party = Party {
        list: list.to_owned(),
        reference,
        kind: kind_of(intake, line, &from.kind),
        licence: licence(&from.license_requirement, &from.license_policy),
        citation: some(&from.federal_register_notice),
        record,
        ..Party::default()
    };
    party.add_name(&from.name, NameKind::Primary);
    for name in &from.alt_names {
        party.add_name(name, NameKind::Alias);
    }
    for programme in &from.programs {
        add_programme(&mut party, programme);
    }
    for (text, country) in &from.addresses {
        intake.add_address(&mut party, line, "addresses", text, country);
    }
    for text in &from.citizenships {
        intake.add_country(
            &mut party,
            line,
            "citizenships",
            text,
            CountryRole::Nationality,
        );
    }
    for text in &from.nationalities {
        intake.add_country(
            &mut party,
            line,
            "nationalities",
            text,
            CountryRole::Nationality,
        );
    }
    for text in &from.dates_of_birth {
        intake.add_birth(&mut party, line, "dates_of_birth", text, Order::DayFirst);
    }
    for place in &from.places_of_birth {
        let country = place.rsplit(',').next().and_then(intake::country_of);
        if let Some(code) = country {
            party.add_country(code, CountryRole::Birth);
        }
        remark_as(&mut party, "place of birth", place);
    }
    party.listed_on = intake.date(
        &mut party,
        line,
        "start_date",
        &from.start_date,
        Order::DayFirst,
    );
    party.ends_on = intake.date(
        &mut party,
        line,
        "end_date",
        &from.end_date,
        Order::DayFirst,
    );
    if !from.vessel_flag.is_empty() && from.vessel_flag != "None Identified" {
        intake.add_country(
            &mut party,
            line,
            "vessel_flag",
            &from.vessel_flag,
            CountryRole::Registration,
        );
    }
    add_identifier(&mut party, IdentifierKind::CallSign, &from.call_sign, None);
    for id in &from.ids {
        take_id(intake, &mut party, line, id);
    }
    for (label, text) in [
        ("title", &from.title),
        ("vessel type", &from.vessel_type),
        ("gross tonnage", &from.gross_tonnage),
        ("gross registered tonnage", &from.gross_registered_tonnage),
        ("vessel owner", &from.vessel_owner),
        ("standard order", &from.standard_order),
    ] {
        remark_as(&mut party, label, text);
    }
    add_remark(&mut party, &from.remarks);
    let twin = digest(&[
        &from.name,
        &from.federal_register_notice,
        &from.start_date,
        first_country,
    ]);
    intake.accept(party, line, &twin);
}

fn take_id(intake: &mut Intake<'_>, party: &mut Party, line: u64, id: &Id) {
    let country = match id.country.as_str() {
        "" => None,
        text => intake.country(line, "ids", text),
    };
    match id_kind(&id.kind) {
        Some(kind) => {
            let value = match kind {
                IdentifierKind::Imo => id.number.trim_start_matches("IMO").trim(),
                _ => id.number.as_str(),
            };
            add_identifier(party, kind, value, country);
            let dated = [
                ("issued", &id.issued),
                ("expires", &id.expires),
                ("dated", &id.dated),
            ];
            for (label, date) in dated {
                remark_as(party, &format!("{} {} {label}", id.kind, id.number), date);
            }
        }
        None => remark_as(party, id.kind.trim_end_matches([':', '-', ' ']), &id.number),
    }
    if country.is_none() {
        remark_as(
            party,
            &format!("{} {} country", id.kind, id.number),
            &id.country,
        );
    }
}

/// The identifier kind of an OFAC identification type; `None` for facts that name no single party
/// (gender, programme notes, dates, models ...), which go to the remarks.
fn id_kind(kind: &str) -> Option<IdentifierKind> {
    use IdentifierKind as K;
    const FACTS: [&str; 24] = [
        "gender",
        "additional sanctions information",
        "secondary sanctions risk",
        "transactions prohibited",
        "executive order",
        "organization established date",
        "organization type",
        "aircraft model",
        "aircraft manufacture date",
        "aircraft operator",
        "aircraft mode s",
        "target type",
        "former vessel flag",
        "other vessel flag",
        "issuer name",
        "effective date",
        "listing date",
        "purchase/sales",
        "caatsa section",
        "nationality of registration",
        "previous aircraft",
        "vessel year of build",
        "peesa information",
        "ifca determination",
    ];
    let lower = kind.to_lowercase();
    if FACTS.iter().any(|fact| lower.starts_with(fact)) {
        return None;
    }
    // First match wins: the more special words stand first.
    const KINDS: [(&str, IdentifierKind); 48] = [
        ("passport", K::Passport),
        ("travel document", K::Passport),
        ("vessel registration identification", K::Imo),
        ("imo number", K::Imo),
        ("mmsi", K::Mmsi),
        ("call sign", K::CallSign),
        ("aircraft tail number", K::AircraftMark),
        ("aircraft construction number", K::AircraftSerial),
        ("aircraft manufacturer's serial number", K::AircraftSerial),
        ("aircraft serial", K::AircraftSerial),
        ("legal entity number", K::Registration),
        ("swift/bic", K::Bic),
        ("website", K::Website),
        ("email", K::Email),
        ("phone", K::Phone),
        ("fax", K::Phone),
        ("digital currency address", K::CryptoWallet),
        ("tax id", K::TaxId),
        ("v.a.t.", K::TaxId),
        ("vat ", K::TaxId),
        ("nit #", K::TaxId),
        ("r.f.c.", K::TaxId),
        ("rfc", K::TaxId),
        ("ruc #", K::TaxId),
        ("rif #", K::TaxId),
        ("c.u.i.t.", K::TaxId),
        ("fiscal code", K::TaxId),
        ("us fein", K::TaxId),
        ("national id", K::NationalId),
        ("national foreign id", K::NationalId),
        ("cedula", K::NationalId),
        ("c.u.r.p.", K::NationalId),
        ("d.n.i.", K::NationalId),
        ("c.u.i.", K::NationalId),
        ("i.f.e.", K::NationalId),
        ("personal id card", K::NationalId),
        ("ssn", K::NationalId),
        ("registration", K::Registration),
        ("registry", K::Registration),
        ("company number", K::Registration),
        ("enterprise number", K::Registration),
        ("folio mercantil", K::Registration),
        ("matricula mercantil", K::Registration),
        ("unified social credit code", K::Registration),
        ("trade license", K::Registration),
        ("c.r. no.", K::Registration),
        ("chamber of commerce", K::Registration),
        ("business number", K::Registration),
    ];
    if lower.starts_with("electoral registry") {
        return Some(K::NationalId);
    }
    let found = KINDS.iter().find(|(word, _)| lower.contains(word));
    Some(found.map_or(K::Other, |(_, kind)| *kind))
}
