//! OFAC's advanced XML (`Sanctions`, the UN advanced sanctions data model): `sdn_advanced.xml` and
//! `cons_advanced.xml`.
//!
//! Everything is a reference into value tables at the head of the file; the lists of a party come
//! last, so parties are kept until the end. An id that no table knows is a warning `unknown-id`.

use super::fields::{Place, add_address, add_remark, country, join};
use super::ofac_facts::{Fact, add_alias, add_fact, alias_kind, non_latin, read_remarks};
use super::ofac_lists::{Listing, listings, publication};
use super::xml::{Element, for_each_element, root};
use super::{Reader, Reading, SourceFile};
use crate::date::{Date, PartialDate};
use crate::party::{NameKind, Party, PartyKind, tidy};
use std::collections::HashMap;

/// OFAC advanced XML.
pub const READER: Reader = Reader {
    id: "ofac-advanced-xml",
    title: "OFAC SDN and consolidated lists, advanced XML (Sanctions)",
    recognises: |file| root(file.bytes).is_some_and(|root| root.name == "Sanctions"),
    part: |_| "main",
    read,
};

const ELEMENTS: [&str; 7] = [
    "DateOfIssue",
    "ReferenceValueSets",
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "ProfileRelationship",
    "SanctionsEntry",
];

/// The whole file by kind of element.
#[derive(Default)]
struct Tables {
    published: Option<Date>,
    /// (kind of value, id) -> element.
    values: HashMap<(String, String), Element>,
    locations: HashMap<String, Element>,
    /// By identity.
    documents: HashMap<String, Vec<Element>>,
    parties: Vec<Element>,
    /// By profile.
    relations: HashMap<String, Vec<Element>>,
    /// By profile.
    entries: HashMap<String, Vec<Element>>,
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let mut reading = Reading::default();
    for file in files {
        read_file(file, &mut reading);
    }
    reading
}

fn read_file(file: &SourceFile<'_>, reading: &mut Reading) {
    let mut tables = Tables::default();
    let done = for_each_element(file.bytes, &ELEMENTS, |element, _| tables.take(element));
    if let Err(error) = done {
        reading.diagnostics.push(error.diagnostic(file.name));
        reading.failed = true;
    }
    reading.published = tables.published;
    let names: HashMap<&str, String> = tables
        .parties
        .iter()
        .filter_map(|party| party.child("Profile"))
        .map(|profile| {
            (
                id(profile),
                tables
                    .names(profile)
                    .into_iter()
                    .map(|(n, _)| n)
                    .next()
                    .unwrap_or_default(),
            )
        })
        .collect();
    let mut found = Vec::new();
    for (element, record) in tables.parties.iter().zip(1_u32..) {
        reading.records = reading.records.saturating_add(1);
        let mut place = Place {
            file: file.name,
            line: u64::from(record),
            diagnostics: &mut reading.diagnostics,
        };
        if let Some(party) = tables.party(element, record, &names, &mut place) {
            let profile = element.child("Profile").map_or("", id);
            found.push((party, tables.listings_of(profile)));
        }
    }
    let scope = publication(&[], found.iter().map(|(_, lists)| lists.as_slice()));
    for (party, lists) in found {
        let mut place = Place {
            file: file.name,
            line: u64::from(party.record),
            diagnostics: &mut reading.diagnostics,
        };
        reading
            .parties
            .extend(listings(party, scope, &lists, &mut place));
    }
}

impl Tables {
    fn take(&mut self, element: &Element) {
        let file = |map: &mut HashMap<String, Vec<Element>>, key: &str| {
            let key = element.attr(key).unwrap_or_default().to_owned();
            map.entry(key).or_default().push(element.clone());
        };
        match element.name.as_str() {
            "DateOfIssue" => self.published = date(element),
            "ReferenceValueSets" => {
                for value in element.children.iter().flat_map(|set| &set.children) {
                    self.values
                        .insert((value.name.clone(), id(value).to_owned()), value.clone());
                }
            }
            "Location" => {
                self.locations
                    .insert(id(element).to_owned(), element.clone());
            }
            "IDRegDocument" => file(&mut self.documents, "IdentityID"),
            "DistinctParty" => self.parties.push(element.clone()),
            "ProfileRelationship" => file(&mut self.relations, "From-ProfileID"),
            "SanctionsEntry" => file(&mut self.entries, "ProfileID"),
            _ => {}
        }
    }

    fn value(&self, kind: &str, id: Option<&str>) -> Option<&Element> {
        self.values.get(&(kind.to_owned(), id?.to_owned()))
    }

    /// The text of a value; empty when the id is missing, unknown or stands for nothing.
    fn word(&self, kind: &str, id: Option<&str>) -> &str {
        self.value(kind, id).map_or("", |value| value.text.as_str())
    }

    fn party(
        &self,
        element: &Element,
        record: u32,
        names: &HashMap<&str, String>,
        place: &mut Place<'_>,
    ) -> Option<Party> {
        let empty = Element::default();
        let profile = element.child("Profile").unwrap_or(&empty);
        let mut party = Party {
            reference: element
                .attr("FixedRef")
                .unwrap_or_else(|| id(profile))
                .to_owned(),
            kind: self.kind(profile),
            record,
            ..Party::default()
        };
        for (name, kind) in self.names(profile) {
            add_alias(&mut party, &name, kind);
        }
        if party.reference.is_empty() || party.names.is_empty() {
            place.fail(
                "bad-record",
                "FixedRef",
                "the record has no reference or no name, so it is no party".to_owned(),
            );
            return None;
        }
        for feature in profile.all("Feature") {
            self.add_feature(&mut party, place, feature);
        }
        for identity in profile.all("Identity") {
            for document in self.documents.get(id(identity)).into_iter().flatten() {
                self.add_document(&mut party, place, document);
            }
        }
        let mut acts = Vec::new();
        let mut measures = Vec::new();
        for entry in self.entries.get(id(profile)).into_iter().flatten() {
            for event in entry.all("EntryEvent") {
                push_once(
                    &mut acts,
                    self.word("LegalBasis", event.attr("LegalBasisID")),
                );
            }
            for measure in entry.all("SanctionsMeasure") {
                let kind = self.word("SanctionsType", measure.attr("SanctionsTypeID"));
                if kind == "Program" {
                    push_once(&mut party.programmes, measure.text_of("Comment"));
                } else {
                    push_once(&mut measures, kind);
                    add_remark(&mut party, measure.text_of("Comment"));
                }
            }
        }
        acts.retain(|act| act != "Unknown");
        party.citation = (!acts.is_empty()).then(|| acts.join("; "));
        if !measures.is_empty() {
            add_remark(
                &mut party,
                &format!("Sanctions type: {}", measures.join(", ")),
            );
        }
        for relation in self.relations.get(id(profile)).into_iter().flatten() {
            let kind = self.word("RelationType", relation.attr("RelationTypeID"));
            let other = relation.attr("To-ProfileID").unwrap_or_default();
            let other = names.get(other).map_or(other, String::as_str);
            add_remark(&mut party, &format!("{kind}: {other}"));
        }
        read_remarks(&mut party, place, element.text_of("Comment"), true);
        Some(party)
    }

    fn kind(&self, profile: &Element) -> PartyKind {
        let subtype = self.value("PartySubType", profile.attr("PartySubTypeID"));
        let word = subtype.map_or("", |subtype| subtype.text.as_str());
        let class = self.word(
            "PartyType",
            subtype.and_then(|subtype| subtype.attr("PartyTypeID")),
        );
        match (word, class) {
            ("Vessel", _) => PartyKind::Vessel,
            ("Aircraft", _) => PartyKind::Aircraft,
            (_, "Individual") => PartyKind::Person,
            (_, "Entity") => PartyKind::Organisation,
            _ => PartyKind::Unknown,
        }
    }

    /// All names, the primary Latin one first.
    fn names(&self, profile: &Element) -> Vec<(String, NameKind)> {
        let mut found: Vec<(u8, String, NameKind)> = Vec::new();
        for identity in profile.all("Identity") {
            let types: HashMap<&str, &str> = identity
                .each(&["NamePartGroups", "MasterNamePartGroup", "NamePartGroup"])
                .into_iter()
                .map(|group| {
                    (
                        id(group),
                        self.word("NamePartType", group.attr("NamePartTypeID")),
                    )
                })
                .collect();
            for alias in identity.all("Alias") {
                let primary = alias.attr("Primary") == Some("true");
                let weak = alias.attr("LowQuality") == Some("true");
                let kind = alias_kind(self.word("AliasType", alias.attr("AliasTypeID")), weak);
                for form in alias.all("DocumentedName") {
                    let parts = form.each(&["DocumentedNamePart", "NamePartValue"]);
                    let script = parts
                        .first()
                        .map_or("", |part| self.word("Script", part.attr("ScriptID")));
                    let other_script = non_latin(script);
                    let (rank, kind) = match (primary, other_script) {
                        (true, false) => (0, NameKind::Primary),
                        (_, true) => (1, NameKind::OriginalScript),
                        (false, false) => (1, kind),
                    };
                    found.push((rank, full_name(&parts, &types), kind));
                }
            }
        }
        found.sort_by_key(|(rank, _, _)| *rank);
        if let Some((rank, _, kind)) = found.first_mut() {
            (*rank, *kind) = (0, NameKind::Primary);
        }
        let mut first = true;
        let one_primary = |(_, name, kind): (u8, String, NameKind)| {
            let kind = if kind == NameKind::Primary && !first {
                NameKind::Alias
            } else {
                kind
            };
            first = false;
            (name, kind)
        };
        found
            .into_iter()
            .map(one_primary)
            .filter(|(name, _)| !name.is_empty())
            .collect()
    }

    fn add_feature(&self, party: &mut Party, place: &mut Place<'_>, feature: &Element) {
        let label = self.word("FeatureType", feature.attr("FeatureTypeID"));
        if label.is_empty() {
            let message = format!(
                "`{}` is in no table of the file; the feature was kept in the remarks",
                feature.attr("FeatureTypeID").unwrap_or_default()
            );
            place.warn("unknown-id", "FeatureTypeID", message);
        }
        for version in feature.all("FeatureVersion") {
            let comment = version.text_of("Comment");
            for location in version.all("VersionLocation") {
                let at = location.attr("LocationID").unwrap_or_default();
                self.add_location(party, place, label, at);
            }
            if let Some(period) = version.child("DatePeriod") {
                add_date(party, place, label, period);
                add_remark(party, comment);
                continue;
            }
            for detail in version.all("VersionDetail") {
                let value = match detail.attr("DetailReferenceID") {
                    Some(_) => self.word("DetailReference", detail.attr("DetailReferenceID")),
                    None => detail.text.as_str(),
                };
                add_fact(
                    party,
                    place,
                    &Fact {
                        label,
                        value,
                        extra: comment,
                        ..Fact::default()
                    },
                );
            }
            if version.child("VersionDetail").is_none() {
                add_remark(party, comment);
            }
        }
    }

    fn add_location(&self, party: &mut Party, place: &mut Place<'_>, label: &str, at: &str) {
        let Some(location) = self.locations.get(at) else {
            let message = format!("location `{at}` is not in the file; the {label} was left out");
            place.warn("unknown-id", "LocationID", message);
            return;
        };
        let (name, code) = self.country_of(location, place);
        let text = self.location_text(location);
        let unknown = if code.is_none() { name.as_str() } else { "" };
        match label {
            "Location" => {
                add_address(party, &join([text.as_str(), unknown]), code.as_deref());
            }
            "Place of Birth" => {
                let value = join([text.as_str(), name.as_str()]);
                add_fact(
                    party,
                    place,
                    &Fact {
                        label,
                        value: &value,
                        ..Fact::default()
                    },
                );
            }
            _ => add_fact(
                party,
                place,
                &Fact {
                    label,
                    value: &join([name.as_str(), text.as_str()]),
                    ..Fact::default()
                },
            ),
        }
    }

    /// The country of a location: named by itself or through its area code.
    fn country_of(&self, location: &Element, place: &mut Place<'_>) -> (String, Option<String>) {
        let stated = location
            .child("LocationCountry")
            .and_then(|c| c.attr("CountryID"));
        let area = location
            .child("LocationAreaCode")
            .and_then(|area| area.attr("AreaCodeID"));
        let value = self.value("Country", stated);
        let area = self.value("AreaCode", area);
        let name = match (value, area) {
            (Some(value), _) => value.text.clone(),
            (None, Some(area)) => area.attr("Description").unwrap_or(&area.text).to_owned(),
            (None, None) => String::new(),
        };
        let iso = value.and_then(|value| value.attr("ISO2")).and_then(country);
        let code = match iso {
            Some(code) => Some(code),
            None if name.is_empty() => None,
            None => place.country("LocationCountry", &name),
        };
        (name, code.map(str::to_owned))
    }

    fn location_text(&self, location: &Element) -> String {
        const ORDER: [&str; 7] = [
            "ADDRESS1",
            "ADDRESS2",
            "ADDRESS3",
            "CITY",
            "STATE/PROVINCE",
            "REGION",
            "POSTAL CODE",
        ];
        let mut parts: Vec<(usize, &str)> = Vec::new();
        for part in location.all("LocationPart") {
            let kind = self.word("LocPartType", part.attr("LocPartTypeID"));
            let rank = ORDER.iter().position(|k| *k == kind).unwrap_or(ORDER.len());
            for value in part.all("LocationPartValue") {
                parts.push((rank, value.text_of("Value")));
            }
        }
        parts.sort_by_key(|(rank, _)| *rank);
        join(parts.into_iter().map(|(_, text)| text))
    }

    fn add_document(&self, party: &mut Party, place: &mut Place<'_>, document: &Element) {
        let mut extra = Vec::new();
        for dated in document.all("DocumentDate") {
            let kind = self.word("IDRegDocDateType", dated.attr("IDRegDocDateTypeID"));
            if let Some((date, _)) = dated.child("DatePeriod").and_then(period) {
                extra.push(format!("{} {date}", kind.to_lowercase()));
            }
        }
        let authority = document.text_of("IssuingAuthority");
        if !authority.is_empty() {
            extra.push(format!("authority {authority}"));
        }
        if self.word("Validity", document.attr("ValidityID")) == "Fraudulent" {
            extra.push("fraudulent".to_owned());
        }
        extra.extend(Some(document.text_of("Comment").to_owned()).filter(|text| !text.is_empty()));
        add_fact(
            party,
            place,
            &Fact {
                label: self.word("IDRegDocType", document.attr("IDRegDocTypeID")),
                value: document.text_of("IDRegistrationNo"),
                country: self.word("Country", document.attr("IssuedBy-CountryID")),
                extra: &extra.join(" "),
            },
        );
    }

    fn listings_of(&self, profile: &str) -> Vec<Listing> {
        let entries = self.entries.get(profile).into_iter().flatten();
        entries
            .map(|entry| Listing {
                name: self.word("List", entry.attr("ListID")).to_owned(),
                date: entry
                    .each(&["EntryEvent", "Date"])
                    .into_iter()
                    .filter_map(date)
                    .min(),
            })
            .collect()
    }
}

/// `LAST, First`: the last names, then everything else in the order of the file.
fn full_name(parts: &[&Element], types: &HashMap<&str, &str>) -> String {
    let of = |part: &Element| {
        let group = part.attr("NamePartGroupID").unwrap_or_default();
        types.get(group).copied().unwrap_or_default()
    };
    let text = |last: bool| {
        let chosen = parts
            .iter()
            .filter(|part| (of(part) == "Last Name") == last);
        tidy(
            &chosen
                .map(|part| part.text.as_str())
                .collect::<Vec<_>>()
                .join(" "),
        )
    };
    join([text(true).as_str(), text(false).as_str()])
}

/// A date period as a date of birth, or as a remark under its label.
fn add_date(party: &mut Party, place: &mut Place<'_>, label: &str, element: &Element) {
    match period(element) {
        Some((date, _)) if label == "Birthdate" => super::fields::add_birth(party, date),
        Some((_, Some(day))) => add_remark(party, &format!("{label} {day}")),
        Some((date, None)) => add_remark(party, &format!("{label} {date}")),
        None => {
            let message = format!("the period of `{label}` holds no readable dates; left out");
            place.warn("bad-date", "DatePeriod", message);
        }
    }
}

/// First and last day of a period as one date: a day, a month, a year or a span of years.
/// Second: the day, when it is one.
fn period(element: &Element) -> Option<(PartialDate, Option<Date>)> {
    let at = |edge: &str, side: &str| {
        element
            .child(edge)
            .and_then(|edge| edge.child(side))
            .and_then(date)
    };
    let first = at("Start", "From")?;
    let last = at("End", "To")
        .or_else(|| at("End", "From"))
        .or_else(|| at("Start", "To"))
        .unwrap_or(first);
    let circa = element
        .each(&["Start"])
        .iter()
        .chain(&element.each(&["End"]))
        .any(|edge| edge.attr("Approximate") == Some("true"));
    let whole_months = first.day == 1 && last.day_number() >= first.day_number() + 27;
    let partial = if first == last {
        PartialDate::new(first.year, first.month, first.day)
    } else if first.year == last.year && first.month == last.month && whole_months {
        PartialDate::new(first.year, first.month, 0)
    } else {
        PartialDate::new(first.year, 0, 0)
    }?;
    let until = (last.year > first.year).then_some(last.year);
    let day = (first == last).then_some(first);
    Some((
        PartialDate {
            circa,
            until,
            ..partial
        },
        day,
    ))
}

fn date(element: &Element) -> Option<Date> {
    let number = |name: &str| element.text_of(name).parse::<u16>().ok();
    let small = |name: &str| number(name).and_then(|n| u8::try_from(n).ok());
    Date::new(number("Year")?, small("Month")?, small("Day")?)
}

fn id(element: &Element) -> &str {
    element.attr("ID").unwrap_or_default()
}

fn push_once(into: &mut Vec<String>, text: &str) {
    let text = tidy(text);
    if !text.is_empty() && !into.contains(&text) {
        into.push(text);
    }
}
