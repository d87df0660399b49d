//! OFAC's labelled facts, shared by its four formats: `DOB`, `Passport`, `Tax ID No.` and the rest are
//! the same words whether they stand in a remark, an `idType` or a feature.

use super::fields::{Place, add_identifier, add_remark, country, says_nothing};
use crate::party::{CountryRole, IdentifierKind, NameKind, Party, PartyKind, tidy};

/// A labelled fact.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fact<'a> {
    /// The label in OFAC's words, without `alt.`.
    pub(super) label: &'a str,
    /// The value.
    pub(super) value: &'a str,
    /// The country as published, where the format has a field for it.
    pub(super) country: &'a str,
    /// Anything beside value and country: dates of issue and expiry, validity.
    pub(super) extra: &'a str,
}

/// What a label stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Birth,
    BirthPlace,
    Nationality,
    Registration,
    Id(IdentifierKind),
    /// The value is an IMO number when it says so.
    Vessel,
    /// The value is an LEI when it has the form of one.
    LegalEntity,
    /// Understood, but a party has no field for it: kept as a remark.
    Remark,
}

use IdentifierKind as I;
use Meaning as M;

/// Labels with their meaning. A remark is matched against them as prefixes, the longest first.
const LABELS: &[(&str, Meaning)] = &[
    ("DOB", M::Birth),
    ("Birthdate", M::Birth),
    ("POB", M::BirthPlace),
    ("Place of Birth", M::BirthPlace),
    ("nationality", M::Nationality),
    ("Nationality Country", M::Nationality),
    ("citizen", M::Nationality),
    ("Citizenship Country", M::Nationality),
    ("Nationality of Registration", M::Registration),
    ("Other Vessel Flag", M::Registration),
    ("Vessel Flag", M::Registration),
    ("Flag", M::Registration),
    ("Vessel Registration Identification", M::Vessel),
    ("IMO", M::Id(I::Imo)),
    ("MMSI", M::Id(I::Mmsi)),
    ("Vessel Call Sign", M::Id(I::CallSign)),
    ("Other Vessel Call Sign", M::Id(I::CallSign)),
    ("Aircraft Tail Number", M::Id(I::AircraftMark)),
    ("Previous Aircraft Tail Number", M::Id(I::AircraftMark)),
    (
        "Aircraft Manufacturer's Serial Number (MSN)",
        M::Id(I::AircraftSerial),
    ),
    (
        "Aircraft Construction Number (also called L/N or S/N or F/N)",
        M::Id(I::AircraftSerial),
    ),
    ("Aircraft Serial Identification", M::Id(I::AircraftSerial)),
    ("Aircraft Mode S Transponder Code", M::Id(I::Other)),
    ("Aircraft Model", M::Remark),
    ("Aircraft Operator", M::Remark),
    ("Aircraft Manufacture Date", M::Remark),
    ("SWIFT/BIC", M::Id(I::Bic)),
    ("BIK (RU)", M::Id(I::Other)),
    ("Legal Entity Number", M::LegalEntity),
    ("Email Address", M::Id(I::Email)),
    ("Website", M::Id(I::Website)),
    ("Phone Number", M::Id(I::Phone)),
    ("Telephone No.", M::Id(I::Phone)),
    ("Phone No.", M::Id(I::Phone)),
    ("Fax No.", M::Id(I::Phone)),
    ("Email", M::Id(I::Email)),
    ("Telephone", M::Id(I::Phone)),
    ("Fax", M::Id(I::Phone)),
    ("Passport", M::Id(I::Passport)),
    ("Diplomatic Passport", M::Id(I::Passport)),
    ("Stateless Person Passport", M::Id(I::Passport)),
    ("British National Overseas Passport", M::Id(I::Passport)),
    ("Travel Document Number", M::Id(I::Passport)),
    ("National ID No.", M::Id(I::NationalId)),
    ("National Foreign ID Number", M::Id(I::NationalId)),
    ("Cedula No.", M::Id(I::NationalId)),
    ("C.U.R.P.", M::Id(I::NationalId)),
    ("C.U.I.P.", M::Id(I::NationalId)),
    ("C.U.I.", M::Id(I::NationalId)),
    ("D.N.I.", M::Id(I::NationalId)),
    ("N.I.E.", M::Id(I::NationalId)),
    ("I.F.E.", M::Id(I::NationalId)),
    ("LE Number", M::Id(I::NationalId)),
    ("SSN", M::Id(I::NationalId)),
    ("Identification Number", M::Id(I::NationalId)),
    ("Turkish Identification Number", M::Id(I::NationalId)),
    ("UAE Identification", M::Id(I::NationalId)),
    ("Personal ID Card", M::Id(I::NationalId)),
    ("Stateless Person ID Card", M::Id(I::NationalId)),
    ("Refugee ID Card", M::Id(I::NationalId)),
    ("Citizen's Card Number", M::Id(I::NationalId)),
    ("Kenyan ID No.", M::Id(I::NationalId)),
    ("Moroccan Personal ID No.", M::Id(I::NationalId)),
    ("Bosnian Personal ID No.", M::Id(I::NationalId)),
    ("CNP (Personal Numerical Code)", M::Id(I::NationalId)),
    ("Tazkira National ID Card", M::Id(I::NationalId)),
    ("Numero de Identidad", M::Id(I::NationalId)),
    ("Birth Certificate Number", M::Id(I::NationalId)),
    ("Residency Number", M::Id(I::NationalId)),
    ("Romanian Permanent Resident", M::Id(I::NationalId)),
    ("Credencial electoral", M::Id(I::NationalId)),
    ("Electoral Registry No.", M::Id(I::NationalId)),
    (
        "Cartilla de Servicio Militar Nacional",
        M::Id(I::NationalId),
    ),
    ("Seafarer's Identification Document", M::Id(I::NationalId)),
    ("Driver's License No.", M::Id(I::Other)),
    ("Pilot License Number", M::Id(I::Other)),
    ("VisaNumberID", M::Id(I::Other)),
    ("Immigration No.", M::Id(I::Other)),
    ("Public Security and Immigration No.", M::Id(I::Other)),
    ("Tarjeta Profesional", M::Id(I::Other)),
    ("Chinese Commercial Code", M::Remark),
    ("Tax ID No.", M::Id(I::TaxId)),
    ("NIT #", M::Id(I::TaxId)),
    ("R.F.C.", M::Id(I::TaxId)),
    ("RFC", M::Id(I::TaxId)),
    ("RUC #", M::Id(I::TaxId)),
    ("RIF #", M::Id(I::TaxId)),
    ("RTN", M::Id(I::TaxId)),
    ("RSIN", M::Id(I::TaxId)),
    ("C.U.I.T.", M::Id(I::TaxId)),
    ("C.I.F.", M::Id(I::TaxId)),
    ("V.A.T. Number", M::Id(I::TaxId)),
    ("US FEIN", M::Id(I::TaxId)),
    ("Italian Fiscal Code", M::Id(I::TaxId)),
    ("Fiscal Code", M::Id(I::TaxId)),
    ("Paraguayan tax identification number", M::Id(I::TaxId)),
    ("Romanian Tax Registration", M::Id(I::TaxId)),
    (
        "Numero Unico de Identificacao Tributaria (NUIT)",
        M::Id(I::TaxId),
    ),
    ("Registration Number", M::Id(I::Registration)),
    ("Registration ID", M::Id(I::Registration)),
    ("Business Registration Number", M::Id(I::Registration)),
    ("Business Registration Document #", M::Id(I::Registration)),
    ("Business Number", M::Id(I::Registration)),
    ("Company Number", M::Id(I::Registration)),
    ("UK Company Number", M::Id(I::Registration)),
    ("Commercial Registry Number", M::Id(I::Registration)),
    ("Public Registration Number", M::Id(I::Registration)),
    ("Matricula Mercantil No", M::Id(I::Registration)),
    ("Folio Mercantil No.", M::Id(I::Registration)),
    ("Government Gazette Number", M::Id(I::Registration)),
    ("Unified Social Credit Code (USCC)", M::Id(I::Registration)),
    (
        "United Social Credit Code Certificate (USCCC)",
        M::Id(I::Registration),
    ),
    ("Trade License No.", M::Id(I::Registration)),
    ("Tourism License No.", M::Id(I::Registration)),
    ("License", M::Id(I::Registration)),
    ("C.R. No.", M::Id(I::Registration)),
    ("Romanian C.R.", M::Id(I::Registration)),
    ("Chamber of Commerce Number", M::Id(I::Registration)),
    ("Istanbul Chamber of Comm. No.", M::Id(I::Registration)),
    (
        "Dubai Chamber of Commerce Membership No.",
        M::Id(I::Registration),
    ),
    ("Enterprise Number", M::Id(I::Registration)),
    ("Branch Unit Number", M::Id(I::Registration)),
    (
        "Certificate of Incorporation Number",
        M::Id(I::Registration),
    ),
    ("Economic Register Number (CBLS)", M::Id(I::Registration)),
    ("Central Registration System Number", M::Id(I::Registration)),
    ("Registered Charity No.", M::Id(I::Registration)),
    ("MSB Registration Number", M::Id(I::Registration)),
    (
        "Afghan Money Service Provider License Number",
        M::Id(I::Registration),
    ),
    ("D-U-N-S Number", M::Id(I::Other)),
    ("File Number", M::Id(I::Other)),
    ("ISIN", M::Id(I::Other)),
    ("MICEX Code", M::Id(I::Other)),
    ("SRE Permit No.", M::Id(I::Other)),
    ("Serial No.", M::Id(I::Other)),
    ("Gender", M::Remark),
    ("Equity Ticker", M::Remark),
    ("Issuer Name", M::Remark),
    ("UN/LOCODE", M::Remark),
    ("Target Type", M::Remark),
    ("Organization Type:", M::Remark),
    ("Organization Established Date", M::Remark),
    ("Former Vessel Flag", M::Remark),
    ("Other Vessel Type", M::Remark),
    ("Vessel Year of Build", M::Remark),
    ("Vessel Type", M::Remark),
    ("IFCA Determination -", M::Remark),
];

const WALLET: &str = "Digital Currency Address - ";

/// Adds a labelled fact. Anything without a place in the record stays in the remarks, in OFAC's words.
pub(super) fn add_fact(party: &mut Party, place: &mut Place<'_>, fact: &Fact<'_>) {
    let label = fact.label.trim();
    if says_nothing(fact.value) && label != "License" {
        if !fact.value.trim().is_empty() {
            add_remark(party, &format!("{label} {}", fact.value));
        }
        return;
    }
    if let Some(currency) = label.strip_prefix(WALLET) {
        add_identifier(party, I::CryptoWallet, fact.value, None);
        add_remark(party, &format!("{WALLET}{}", currency.trim()));
        return;
    }
    let known = LABELS.iter().find(|(text, _)| *text == label);
    match known.map(|(_, meaning)| *meaning) {
        Some(Meaning::Birth) => place.birth(party, label, fact.value),
        Some(Meaning::BirthPlace) => add_birth_place(party, fact.value),
        Some(Meaning::Nationality) => {
            add_connection(party, place, label, fact.value, CountryRole::Nationality);
        }
        Some(Meaning::Registration) => {
            add_connection(party, place, label, fact.value, CountryRole::Registration);
        }
        Some(Meaning::Id(kind)) => add_id(party, place, kind, fact),
        Some(Meaning::Vessel) => match imo(fact.value) {
            Some(number) => add_id(
                party,
                place,
                I::Imo,
                &Fact {
                    value: number,
                    ..*fact
                },
            ),
            None => add_id(party, place, I::Registration, fact),
        },
        Some(Meaning::LegalEntity) if is_lei(fact.value) => add_id(party, place, I::Lei, fact),
        Some(Meaning::LegalEntity) => add_id(party, place, I::Registration, fact),
        Some(Meaning::Remark) => add_remark(party, &wording(fact)),
        None if label.contains("Passport") => add_id(party, place, I::Passport, fact),
        None if looks_like_number_label(label) => add_id(party, place, I::Other, fact),
        None => add_remark(party, &wording(fact)),
    }
}

/// Reads the remarks of the CSV and XML files: parts separated by `; `, each a labelled fact, a weak
/// alias in quotes, or free text (kept as a remark). `whole` is false for a text cut off at its end:
/// the last part is then kept as a remark only, since a cut number is a wrong number.
pub(super) fn read_remarks(party: &mut Party, place: &mut Place<'_>, text: &str, whole: bool) {
    let text = text.trim();
    let text = if whole {
        text.strip_suffix('.').unwrap_or(text)
    } else {
        text
    };
    let mut parts: Vec<&str> = text.split(';').map(str::trim).collect();
    let cut = if whole { None } else { parts.pop() };
    let mut parts = parts.into_iter().filter(|part| !part.is_empty());
    while let Some(part) = parts.next() {
        if !opens_quote(part) {
            read_remark(party, place, part);
            continue;
        }
        // `a.k.a. 'One; Two'` is one alias.
        let mut quoted = part.to_owned();
        while !quoted.ends_with('\'') {
            let Some(more) = parts.next() else { break };
            quoted.push_str("; ");
            quoted.push_str(more);
        }
        if opens_quote(&quoted) {
            let message = format!(
                "the alias in `{quoted}` is not closed by a quotation mark; kept as text only"
            );
            place.warn("open-quote", "Remarks", message);
        }
        read_remark(party, place, &quoted);
    }
    if let Some(part) = cut {
        let message = format!(
            "the remarks end after 1000 characters and no comments row continues them; `{}` was kept as text only, add the comments file",
            tidy(part)
        );
        place.warn("cut-remarks", "Remarks", message);
        add_remark(party, part);
    }
}

/// The kind of party from OFAC's word; `-0-` and `Entity` are organisations.
pub(super) fn kind_of(word: &str) -> PartyKind {
    match word.trim().to_lowercase().as_str() {
        "individual" => PartyKind::Person,
        "vessel" => PartyKind::Vessel,
        "aircraft" => PartyKind::Aircraft,
        "entity" | "-0-" => PartyKind::Organisation,
        _ => PartyKind::Unknown,
    }
}

/// The standing of an alias from its type (`aka`, `f.k.a.`, `A.K.A.` ...) and quality.
pub(super) fn alias_kind(kind: &str, weak: bool) -> NameKind {
    let former = kind.trim().to_lowercase().starts_with('f');
    match (weak, former) {
        (true, _) => NameKind::WeakAlias,
        (false, true) => NameKind::Former,
        (false, false) => NameKind::Alias,
    }
}

/// Adds an alias. A name given both as weak and as strong is strong: a policy that leaves weak
/// aliases out must not lose it.
pub(super) fn add_alias(party: &mut Party, text: &str, kind: NameKind) {
    let text = tidy(text);
    if party.add_name(&text, kind) || kind == NameKind::WeakAlias {
        return;
    }
    let weak = party
        .names
        .iter_mut()
        .find(|name| name.text == text && name.kind == NameKind::WeakAlias);
    if let Some(name) = weak {
        name.kind = kind;
    }
}

/// `LAST, First` as OFAC writes names; one part alone when the other is empty.
pub(super) fn last_first(last: &str, first: &str) -> String {
    super::fields::join([last, first])
}

/// Whether the name of a script is that of a non-Latin one.
pub(super) fn non_latin(script: &str) -> bool {
    !script.trim().is_empty() && !script.trim().eq_ignore_ascii_case("latin")
}

/// Whether a part begins an alias in quotes and does not end it.
fn opens_quote(part: &str) -> bool {
    let bare = part.strip_prefix("alt. ").unwrap_or(part);
    let quoted = ["a.k.a. '", "f.k.a. '", "n.k.a. '"]
        .iter()
        .find_map(|start| bare.strip_prefix(start));
    quoted.is_some_and(|rest| !rest.ends_with('\''))
}

fn read_remark(party: &mut Party, place: &mut Place<'_>, part: &str) {
    let bare = part.strip_prefix("alt. ").unwrap_or(part);
    for (prefix, kind) in [("a.k.a. '", "a"), ("f.k.a. '", "f"), ("n.k.a. '", "n")] {
        if let Some(name) = bare
            .strip_prefix(prefix)
            .and_then(|rest| rest.strip_suffix('\''))
        {
            party.add_name(name, alias_kind(kind, true));
            return;
        }
    }
    if let Some((label, address)) = bare
        .strip_prefix(WALLET)
        .and_then(|rest| rest.split_once(' '))
    {
        let label = format!("{WALLET}{label}");
        add_fact(
            party,
            place,
            &Fact {
                label: &label,
                value: address,
                ..Fact::default()
            },
        );
        return;
    }
    let label = LABELS
        .iter()
        .map(|(label, _)| *label)
        .filter(|label| {
            bare.strip_prefix(label)
                .is_some_and(|rest| rest.starts_with([' ', '(', ':']))
        })
        .max_by_key(|label| label.len());
    let Some(label) = label else {
        add_remark(party, part);
        return;
    };
    let value = bare.strip_prefix(label).unwrap_or_default();
    let value = value.strip_prefix(':').unwrap_or(value).trim();
    let meaning = LABELS.iter().find(|(text, _)| *text == label);
    match meaning.map(|(_, meaning)| *meaning) {
        Some(Meaning::Remark) | None => add_remark(party, part),
        Some(Meaning::Id(I::Phone | I::Website | I::Email)) => {
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
        Some(Meaning::Id(_) | Meaning::Vessel | Meaning::LegalEntity) => {
            let (value, country, extra) = split_value(value);
            let letters = [
                "SWIFT/BIC",
                "Aircraft Tail Number",
                "Previous Aircraft Tail Number",
            ];
            let one_word = letters.contains(&label) && !value.contains(' ');
            if is_prose(value) && !one_word {
                add_remark(party, part);
            } else {
                add_fact(
                    party,
                    place,
                    &Fact {
                        label,
                        value,
                        country,
                        extra,
                    },
                );
            }
        }
        Some(_) => add_fact(
            party,
            place,
            &Fact {
                label,
                value,
                ..Fact::default()
            },
        ),
    }
}

/// Free text that merely begins like a label: without a number, or with words around it.
fn is_prose(value: &str) -> bool {
    let words = [" and ", " or ", " under ", " was ", " were ", " in the "];
    !value.bytes().any(|b| b.is_ascii_digit()) || words.iter().any(|word| value.contains(word))
}

/// `216040 (Yemen) issued 1999 expires 2004` -> number, country, the rest.
fn split_value(text: &str) -> (&str, &str, &str) {
    let at = [" issued ", " expires "]
        .iter()
        .filter_map(|word| text.find(word))
        .min();
    let (head, extra) = text
        .split_at_checked(at.unwrap_or(text.len()))
        .unwrap_or((text, ""));
    let head = head.trim();
    let bracket = head
        .strip_suffix(')')
        .and_then(|inner| inner.rsplit_once('('));
    match bracket {
        Some((value, name)) if country(name).is_some() && !value.trim().is_empty() => {
            (value.trim(), name, extra.trim())
        }
        _ => (head, "", extra.trim()),
    }
}

fn add_id(party: &mut Party, place: &mut Place<'_>, kind: IdentifierKind, fact: &Fact<'_>) {
    let code = if fact.country.trim().is_empty() {
        None
    } else {
        place.country(fact.label, fact.country)
    };
    add_identifier(party, kind, fact.value, code);
    let country_lost = code.is_none() && !fact.country.trim().is_empty();
    // A bare number of kind "other" means little without its label.
    if kind == IdentifierKind::Other || !fact.extra.trim().is_empty() || country_lost {
        add_remark(party, &wording(fact));
    }
}

fn add_connection(
    party: &mut Party,
    place: &mut Place<'_>,
    label: &str,
    name: &str,
    role: CountryRole,
) {
    match place.country(label, name) {
        Some(code) => party.add_country(code, role),
        None => add_remark(party, &format!("{label} {name}")),
    }
}

/// Keeps the place and adds its country when the place ends in one.
fn add_birth_place(party: &mut Party, text: &str) {
    let text = tidy(text);
    let mut ends = text.rsplitn(3, ", ");
    let last = ends.next().unwrap_or_default();
    let two = ends.next().map(|before| format!("{before}, {last}"));
    // `Korea, North` is one name.
    let code = two.as_deref().and_then(country).or_else(|| country(last));
    if let Some(code) = code {
        party.add_country(code, CountryRole::Birth);
    }
    add_remark(party, &format!("POB {text}"));
}

fn wording(fact: &Fact<'_>) -> String {
    let country = fact.country.trim();
    let bracket = if country.is_empty() {
        String::new()
    } else {
        format!("({country})")
    };
    tidy(&[fact.label, fact.value, &bracket, fact.extra].join(" "))
}

fn looks_like_number_label(label: &str) -> bool {
    ["Number", " No.", " ID", "Code", "#"]
        .iter()
        .any(|word| label.contains(word))
}

/// The seven digits of an IMO number, with or without `IMO` before them.
fn imo(value: &str) -> Option<&str> {
    let value = value.trim();
    let digits = value.strip_prefix("IMO").unwrap_or(value).trim();
    (digits.len() == 7 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

fn is_lei(value: &str) -> bool {
    let value = value.trim();
    let (body, check) = value.split_at_checked(18).unwrap_or(("", ""));
    check.len() == 2
        && check.bytes().all(|b| b.is_ascii_digit())
        && body
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}
