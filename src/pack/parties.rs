//! An opened party pack: names and facts in flat columns, details unpacked block by block on demand.

use super::bytes::Cursor;
use super::details::Details;
use super::error::{PackError, PackErrorKind};
use super::format::{self, Container};
use super::manifest::Manifest;
use crate::date::PartialDate;
use crate::party::{
    Address, Country, CountryRole, Identifier, IdentifierKind, Name, NameKind, Party, PartyKind,
};

/// Index of a party in a pack.
pub type PartyIndex = u32;

/// How to open a pack.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {
    /// Only a pack signed with this Ed25519 public key is accepted.
    pub required_key: Option<[u8; 32]>,
}

/// An opened party pack.
#[derive(Debug)]
pub struct PartyPack {
    /// What the pack says of itself, its counts checked against the content.
    pub manifest: Manifest,
    /// The pack's own self-tests.
    pub tests: Vec<SelfTest>,
    kinds: Vec<PartyKind>,
    lists: Vec<u16>,
    references: Texts,
    name_ends: Vec<u32>,
    name_kinds: Vec<NameKind>,
    names: Texts,
    facts: FactColumn,
    digests: Vec<u8>,
    details: Details,
}

/// Facts that take part in the score.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Dates of birth.
    pub births: Vec<PartialDate>,
    /// Countries with their connection.
    pub countries: Vec<Country>,
    /// Identifiers.
    pub identifiers: Vec<Identifier>,
}

/// A query and what it must find, made by the compiler and run when the pack is opened.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SelfTest {
    /// The name to screen.
    pub query: String,
    /// List of the party that must be among the hits.
    pub list: String,
    /// Its reference.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The least score it must reach.
    pub min_score: f64,
}

impl PartyPack {
    /// Opens a party pack: checksum, signature, manifest and columns. The self-tests are run by
    /// [`crate::screen::Screener::open`], which has the matcher.
    ///
    /// # Errors
    /// A [`PackError`]; nothing of the pack is kept.
    pub fn open(bytes: &[u8], options: &OpenOptions) -> Result<PartyPack, PackError> {
        let container = format::open(bytes, format::KIND_PARTIES, options.required_key.as_ref())?;
        let manifest = read_manifest(&container)?;
        let count = manifest.parties as usize;
        let tests = serde_json::from_slice(&container.section("tests")?)
            .map_err(|e| PackErrorKind::Section.at(format!("section `tests`: {e}")))?;
        let shape = container.section("shape")?;
        let (kinds, name_ends, name_kinds) = read_shape(&shape, count)?;
        let names = Texts::read("names", &container.section("names")?, name_kinds.len())?;
        let references = Texts::read("refs", &container.section("refs")?, count)?;
        let facts = FactColumn::open(container.section("facts")?, count)?;
        let digests = container.section("digests")?;
        if digests.len() != count * 8 {
            return Err(PackErrorKind::Section.at("section `digests` does not fit the manifest"));
        }
        let details = Details::open(container.stored("details")?, count)?;
        let lists = assign_lists(&manifest)?;
        let pack = PartyPack {
            manifest,
            tests,
            kinds,
            lists,
            references,
            name_ends,
            name_kinds,
            names,
            facts,
            digests,
            details,
        };
        pack.check_counts()?;
        Ok(pack)
    }

    /// Number of parties.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether the pack holds no party.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Number of names of all parties.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.name_kinds.len()
    }

    /// Kind of a party.
    #[must_use]
    pub fn kind(&self, party: PartyIndex) -> PartyKind {
        self.kinds.get(party as usize).copied().unwrap_or_default()
    }

    /// Position of the party's list in the manifest.
    #[must_use]
    pub fn list_index(&self, party: PartyIndex) -> usize {
        self.lists
            .get(party as usize)
            .copied()
            .unwrap_or_default()
            .into()
    }

    /// Id of the party's list.
    #[must_use]
    pub fn list(&self, party: PartyIndex) -> &str {
        self.manifest
            .lists
            .get(self.list_index(party))
            .map_or("", |list| list.id.as_str())
    }

    /// The publisher's reference of a party.
    #[must_use]
    pub fn reference(&self, party: PartyIndex) -> &str {
        self.references.get(party as usize)
    }

    /// Range of name numbers of a party; the first is the primary name.
    #[must_use]
    pub fn names_of(&self, party: PartyIndex) -> std::ops::Range<u32> {
        let end = |i: usize| self.name_ends.get(i).copied().unwrap_or_default();
        let index = party as usize;
        let start = if index == 0 { 0 } else { end(index - 1) };
        start..end(index).max(start)
    }

    /// A name by its number.
    #[must_use]
    pub fn name(&self, name: u32) -> (&str, NameKind) {
        (
            self.names.get(name as usize),
            self.name_kinds
                .get(name as usize)
                .copied()
                .unwrap_or_default(),
        )
    }

    /// Facts that take part in the score.
    #[must_use]
    pub fn facts(&self, party: PartyIndex) -> Facts {
        self.facts.get(party)
    }

    /// All facts in the order of the parties.
    pub fn all_facts(&self) -> impl Iterator<Item = Facts> + '_ {
        (0..self.len() as PartyIndex).map(|party| self.facts(party))
    }

    /// Digest of the entry, 16 hex digits.
    #[must_use]
    pub fn entry_digest(&self, party: PartyIndex) -> String {
        let at = party as usize * 8;
        format::hex(self.digests.get(at..at + 8).unwrap_or_default())
    }

    /// The party with that list and reference.
    #[must_use]
    pub fn find(&self, list: &str, reference: &str) -> Option<PartyIndex> {
        (0..self.len() as PartyIndex)
            .find(|i| self.reference(*i) == reference && self.list(*i) == list)
    }

    /// The whole record, details included.
    ///
    /// # Errors
    /// `pack-section` when the details block cannot be unpacked (the checksum makes that a compiler fault).
    pub fn party(&self, party: PartyIndex) -> Result<Party, PackError> {
        let mut record = self.details.get(party)?;
        record.list = self.list(party).to_owned();
        record.reference = self.reference(party).to_owned();
        record.kind = self.kind(party);
        record.names = self
            .names_of(party)
            .map(|number| self.name(number))
            .map(|(text, kind)| Name {
                text: text.to_owned(),
                kind,
            })
            .collect();
        let facts = self.facts(party);
        record.births = facts.births;
        record.countries = facts.countries;
        record.identifiers = facts.identifiers;
        Ok(record)
    }

    /// Every party that has addresses, with them, in order.
    ///
    /// # Errors
    /// As [`PartyPack::party`].
    pub fn addresses(&self, each: impl FnMut(PartyIndex, &[Address])) -> Result<(), PackError> {
        self.details.addresses(each)
    }

    /// The addresses of some parties, which are given in ascending order.
    ///
    /// # Errors
    /// As [`PartyPack::party`].
    pub fn addresses_of(
        &self,
        parties: &[PartyIndex],
    ) -> Result<Vec<(PartyIndex, Vec<Address>)>, PackError> {
        self.details.addresses_of(parties)
    }

    fn check_counts(&self) -> Result<(), PackError> {
        if self.manifest.names as usize != self.name_count() {
            return Err(PackErrorKind::Section.at("section `names` does not fit the manifest"));
        }
        Ok(())
    }
}

fn read_manifest(container: &Container<'_>) -> Result<Manifest, PackError> {
    let bytes = container.section("manifest")?;
    let mut manifest: Manifest = serde_json::from_slice(&bytes)
        .map_err(|e| PackErrorKind::Manifest.at(format!("manifest: {e}")))?;
    manifest.digest.clone_from(&container.digest);
    Ok(manifest)
}

/// Parties are stored list by list in the manifest's order.
fn assign_lists(manifest: &Manifest) -> Result<Vec<u16>, PackError> {
    let total: u64 = manifest
        .lists
        .iter()
        .map(|list| u64::from(list.counts.parties))
        .sum();
    if total != u64::from(manifest.parties) || manifest.lists.len() > usize::from(u16::MAX) {
        return Err(PackErrorKind::Manifest.at("the lists' counts do not add up"));
    }
    let column =
        manifest.lists.iter().enumerate().flat_map(|(index, list)| {
            std::iter::repeat_n(index as u16, list.counts.parties as usize)
        });
    Ok(column.collect())
}

type Shape = (Vec<PartyKind>, Vec<u32>, Vec<NameKind>);

fn read_shape(bytes: &[u8], count: usize) -> Result<Shape, PackError> {
    let mut cursor = Cursor::new("shape", bytes);
    let kinds = cursor
        .take(count)?
        .iter()
        .map(|code| party_kind(*code))
        .collect();
    let mut ends = Vec::with_capacity(count);
    let mut end = 0u32;
    for _ in 0..count {
        end = end
            .checked_add(cursor.number()?)
            .ok_or_else(|| cursor.broken("counts too many names"))?;
        ends.push(end);
    }
    let name_kinds = cursor
        .take(end as usize)?
        .iter()
        .map(|code| name_kind(*code))
        .collect();
    cursor.finish()?;
    Ok((kinds, ends, name_kinds))
}

/// The facts as stored: read once when the pack is opened, and again for the parties looked at.
/// Unpacked structures would take several times the memory.
#[derive(Debug)]
struct FactColumn {
    bytes: Vec<u8>,
    starts: Vec<u32>,
}

impl FactColumn {
    fn open(bytes: Vec<u8>, count: usize) -> Result<FactColumn, PackError> {
        let mut starts = Vec::with_capacity(count);
        let mut cursor = Cursor::new("facts", &bytes);
        for _ in 0..count {
            starts.push((bytes.len() - cursor.left()) as u32);
            read_facts(&mut cursor)?;
        }
        cursor.finish()?;
        Ok(FactColumn { bytes, starts })
    }

    fn get(&self, party: PartyIndex) -> Facts {
        let start = self
            .starts
            .get(party as usize)
            .map_or(usize::MAX, |start| *start as usize);
        let bytes = self.bytes.get(start..).unwrap_or_default();
        // Every party was read once when the pack was opened, so this cannot fail.
        read_facts(&mut Cursor::new("facts", bytes)).unwrap_or_default()
    }
}

fn read_facts(cursor: &mut Cursor<'_>) -> Result<Facts, PackError> {
    let mut one = Facts::default();
    for _ in 0..cursor.number()? {
        let text = cursor.text()?;
        one.births.push(
            text.parse()
                .map_err(|e| cursor.broken(&format!("holds a bad date: {e}")))?,
        );
    }
    for _ in 0..cursor.number()? {
        let code = country_code(cursor.take(2)?);
        one.countries.push(Country {
            code,
            role: country_role(cursor.byte()?),
        });
    }
    for _ in 0..cursor.number()? {
        let kind = identifier_kind(cursor.byte()?);
        let country = country_code(cursor.take(2)?);
        let value = cursor.text()?.to_owned();
        let country = (country != "  ").then_some(country);
        one.identifiers.push(Identifier {
            kind,
            value,
            country,
        });
    }
    Ok(one)
}

fn country_code(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Texts one after another with their ends.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    fn read(section: &'static str, bytes: &[u8], count: usize) -> Result<Texts, PackError> {
        let broken = |what: &str| PackErrorKind::Section.at(format!("section `{section}` {what}"));
        let joined =
            std::str::from_utf8(bytes).map_err(|_| broken("holds text that is not UTF-8"))?;
        let mut texts = Texts {
            text: String::with_capacity(joined.len()),
            ends: Vec::with_capacity(count),
        };
        for line in joined.split_terminator('\n') {
            texts.text.push_str(line);
            texts
                .ends
                .push(u32::try_from(texts.text.len()).unwrap_or(u32::MAX));
        }
        if texts.ends.len() == count {
            Ok(texts)
        } else {
            Err(broken("does not fit the manifest"))
        }
    }

    fn get(&self, index: usize) -> &str {
        let end = |i: usize| self.ends.get(i).copied().unwrap_or_default() as usize;
        let start = if index == 0 { 0 } else { end(index - 1) };
        self.text.get(start..end(index)).unwrap_or_default()
    }
}

const PARTY_KINDS: [PartyKind; 5] = [
    PartyKind::Unknown,
    PartyKind::Person,
    PartyKind::Organisation,
    PartyKind::Vessel,
    PartyKind::Aircraft,
];
const NAME_KINDS: [NameKind; 5] = [
    NameKind::Primary,
    NameKind::Alias,
    NameKind::WeakAlias,
    NameKind::Former,
    NameKind::OriginalScript,
];
const COUNTRY_ROLES: [CountryRole; 5] = [
    CountryRole::Stated,
    CountryRole::Nationality,
    CountryRole::Address,
    CountryRole::Registration,
    CountryRole::Birth,
];
const IDENTIFIER_KINDS: [IdentifierKind; 16] = [
    IdentifierKind::Other,
    IdentifierKind::Passport,
    IdentifierKind::NationalId,
    IdentifierKind::TaxId,
    IdentifierKind::Registration,
    IdentifierKind::Imo,
    IdentifierKind::Mmsi,
    IdentifierKind::CallSign,
    IdentifierKind::AircraftMark,
    IdentifierKind::AircraftSerial,
    IdentifierKind::Lei,
    IdentifierKind::Bic,
    IdentifierKind::Email,
    IdentifierKind::Website,
    IdentifierKind::Phone,
    IdentifierKind::CryptoWallet,
];

fn party_kind(code: u8) -> PartyKind {
    PARTY_KINDS
        .get(usize::from(code))
        .copied()
        .unwrap_or_default()
}

fn name_kind(code: u8) -> NameKind {
    NAME_KINDS
        .get(usize::from(code))
        .copied()
        .unwrap_or_default()
}

fn country_role(code: u8) -> CountryRole {
    COUNTRY_ROLES
        .get(usize::from(code))
        .copied()
        .unwrap_or(CountryRole::Stated)
}

fn identifier_kind(code: u8) -> IdentifierKind {
    IDENTIFIER_KINDS
        .get(usize::from(code))
        .copied()
        .unwrap_or(IdentifierKind::Other)
}

/// The numbers the columns store, for the writer.
#[cfg(feature = "compile")]
pub(crate) mod codes {
    use super::{
        COUNTRY_ROLES, CountryRole, IDENTIFIER_KINDS, IdentifierKind, NAME_KINDS, NameKind,
        PARTY_KINDS, PartyKind,
    };

    pub(crate) fn party_kind(kind: PartyKind) -> u8 {
        position(&PARTY_KINDS, &kind)
    }

    pub(crate) fn name_kind(kind: NameKind) -> u8 {
        position(&NAME_KINDS, &kind)
    }

    pub(crate) fn country_role(role: CountryRole) -> u8 {
        position(&COUNTRY_ROLES, &role)
    }

    pub(crate) fn identifier_kind(kind: IdentifierKind) -> u8 {
        position(&IDENTIFIER_KINDS, &kind)
    }

    fn position<T: PartialEq>(table: &[T], value: &T) -> u8 {
        table
            .iter()
            .position(|one| one == value)
            .unwrap_or_default() as u8
    }
}
