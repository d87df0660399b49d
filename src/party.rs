//! A listed party, as facts taken from one official list: the record every reader produces,
//! every pack stores and every screening result shows.

use crate::date::{Date, PartialDate};
use serde::{Deserialize, Serialize};

/// One entry of one official list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// Id of the list in `lists/catalogue.toml`, for example `us-sdn`.
    pub list: String,
    /// The publisher's own reference for this entry, unique within the list.
    pub reference: String,
    /// Person, organisation, vessel, aircraft, or not stated.
    pub kind: PartyKind,
    /// All names; the first is the primary one.
    pub names: Vec<Name>,
    /// Numbers and addresses that name exactly one party.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// Dates of birth (persons).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub births: Vec<PartialDate>,
    /// Countries the list connects with the party, without duplicates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// Postal addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Programme or regime codes as published, for example `SDGT`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<String>,
    /// The date of listing, where the source gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed_on: Option<Date>,
    /// The date the measure ends (denial orders), where the source gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Licence requirement and policy as the entry states them (BIS lists), in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The legal act or notice that lists the party, for example `87 FR 52741`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// A page about this entry, where the source names one; otherwise the list's page serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Anything else the entry says that helps to tell parties apart (position, title, remarks).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
    /// Provenance: row or element number in the source file, counted from 1.
    pub record: u32,
}

/// What sort of party an entry names.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum PartyKind {
    /// The source does not say.
    #[default]
    Unknown,
    /// A natural person.
    Person,
    /// A company, authority, group or other body.
    Organisation,
    /// A ship.
    Vessel,
    /// An aircraft.
    Aircraft,
}

/// A name as published, in its own script, with its standing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// The name as published, white space tidied; "LAST, First" is kept.
    pub text: String,
    /// The standing of the name.
    pub kind: NameKind,
}

/// The standing of a name in its list ("alias quality").
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// The name the entry is filed under.
    #[default]
    Primary,
    /// Also known as (strong, good quality).
    Alias,
    /// A broad or low-quality alias (OFAC weak a.k.a., UN and UK low quality).
    WeakAlias,
    /// Formerly known as.
    Former,
    /// The name in a non-Latin original script, where the source marks it so.
    OriginalScript,
}

/// A number or electronic address that names exactly one party.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// What sort of identifier.
    pub kind: IdentifierKind,
    /// The value as published.
    pub value: String,
    /// Issuing country, ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// What sort of identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierKind {
    /// Passport or travel document.
    Passport,
    /// National identity document or number.
    NationalId,
    /// Tax number (INN, RUC, NIT, VAT ...).
    TaxId,
    /// Business, trade or other public register number.
    Registration,
    /// IMO number of a ship or company.
    Imo,
    /// Maritime Mobile Service Identity.
    Mmsi,
    /// Ship's call sign.
    CallSign,
    /// Aircraft registration mark (tail number).
    AircraftMark,
    /// Aircraft construction or serial number.
    AircraftSerial,
    /// Legal Entity Identifier.
    Lei,
    /// Bank identifier (SWIFT/BIC).
    Bic,
    /// E-mail address.
    Email,
    /// Web site.
    Website,
    /// Telephone or fax number.
    Phone,
    /// Wallet address of a digital currency.
    CryptoWallet,
    /// Any other identifier.
    Other,
}

/// A country and how the list connects it with the party.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-2 (and `XK` for Kosovo), upper case.
    pub code: String,
    /// The connection.
    pub role: CountryRole,
}

/// How a country is connected with a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CountryRole {
    /// Nationality or citizenship.
    Nationality,
    /// An address lies there.
    Address,
    /// Registered or incorporated there; flag of a ship.
    Registration,
    /// Born there.
    Birth,
    /// The list names the country without saying how.
    Stated,
}

/// A postal address as published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Street, building, post-office box, city, region, postcode: everything but the country, comma-joined.
    pub text: String,
    /// ISO 3166-1 alpha-2, when the source names a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

impl Party {
    /// The name the entry is filed under (empty only for a record that no reader would emit).
    #[must_use]
    pub fn primary_name(&self) -> &str {
        self.names.first().map_or("", |name| name.text.as_str())
    }

    /// Adds a name once: white space tidied, empty and repeated texts left out.
    /// Returns whether it was added.
    pub fn add_name(&mut self, text: &str, kind: NameKind) -> bool {
        let text = tidy(text);
        if text.is_empty() || self.names.iter().any(|name| name.text == text) {
            return false;
        }
        self.names.push(Name { text, kind });
        true
    }

    /// Adds a country once per role.
    pub fn add_country(&mut self, code: &str, role: CountryRole) {
        let country = Country {
            code: code.to_owned(),
            role,
        };
        if !code.is_empty() && !self.countries.contains(&country) {
            self.countries.push(country);
        }
    }
}

/// White space runs become one blank, ends are trimmed.
#[must_use]
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
