//! OFAC's enhanced XML (`sanctionsData` of `entity`): `sdn_enhanced.xml`, `cons_enhanced.xml`, which
//! OFAC ships zipped (unpacked before it comes here).
//!
//! It names the lists of each record with the date of listing, and carries names and addresses in
//! their original scripts.

use super::fields::{Place, add_address, add_remark, join};
use super::ofac_facts::{Fact, add_alias, add_fact, alias_kind, kind_of, non_latin, read_remarks};
use super::ofac_lists::{Listing, listings, publication};
use super::xml::{Element, for_each_element, root};
use super::{Reader, Reading, SourceFile};
use crate::party::{NameKind, Party, tidy};

/// OFAC enhanced XML.
pub const READER: Reader = Reader {
    id: "ofac-enhanced-xml",
    title: "OFAC SDN and consolidated lists, enhanced XML (sanctionsData)",
    recognises: |file| root(file.bytes).is_some_and(|root| root.name == "sanctionsData"),
    part: |_| "main",
    read,
};

fn read(files: &[SourceFile<'_>]) -> Reading {
    let mut reading = Reading::default();
    for file in files {
        read_file(file, &mut reading);
    }
    reading
}

fn read_file(file: &SourceFile<'_>, reading: &mut Reading) {
    let mut found: Vec<(Party, Vec<Listing>)> = Vec::new();
    let mut filters = Vec::new();
    let done = for_each_element(
        file.bytes,
        &["publicationInfo", "entity"],
        |element, record| {
            if element.name == "publicationInfo" {
                let date = element
                    .text_of("dataAsOf")
                    .split('T')
                    .next()
                    .unwrap_or_default();
                reading.published = date.parse().ok();
                let names = element.each(&["filters", "sanctionsLists", "sanctionsList"]);
                filters = names.iter().map(|name| name.text.clone()).collect();
                return;
            }
            reading.records = reading.records.saturating_add(1);
            let mut place = Place {
                file: file.name,
                line: u64::from(record),
                diagnostics: &mut reading.diagnostics,
            };
            let Some(party) = party(element, record, &mut place) else {
                return;
            };
            let lists = element.each(&["sanctionsLists", "sanctionsList"]);
            let lists = lists.iter().map(|list| Listing {
                name: list.text.clone(),
                date: list
                    .attr("datePublished")
                    .and_then(|date| date.parse().ok()),
            });
            found.push((party, lists.collect()));
        },
    );
    if let Err(error) = done {
        reading.diagnostics.push(error.diagnostic(file.name));
        reading.failed = true;
    }
    let scope = publication(&filters, found.iter().map(|(_, lists)| lists.as_slice()));
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

fn party(entity: &Element, record: u32, place: &mut Place<'_>) -> Option<Party> {
    let general = entity.child("generalInfo");
    let info = |name: &str| general.map_or("", |general| general.text_of(name));
    let texts = |path: &[&str]| {
        let found = entity.each(path);
        found
            .into_iter()
            .map(|e| tidy(&e.text))
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
    };
    let mut party = Party {
        reference: entity.attr("id").unwrap_or_default().to_owned(),
        kind: kind_of(info("entityType")),
        programmes: texts(&["sanctionsPrograms", "sanctionsProgram"]),
        record,
        ..Party::default()
    };
    party.programmes.dedup();
    let mut authorities = texts(&["legalAuthorities", "legalAuthority"]);
    authorities.dedup();
    party.citation = (!authorities.is_empty()).then(|| authorities.join("; "));
    add_names(&mut party, entity);
    if party.reference.is_empty() || party.names.is_empty() {
        place.fail(
            "bad-record",
            "id",
            "the record has no id or no name, so it is no party".to_owned(),
        );
        return None;
    }
    add_remark(&mut party, info("title"));
    for feature in entity.each(&["features", "feature"]) {
        add_feature(&mut party, place, feature);
    }
    for document in entity.each(&["identityDocuments", "identityDocument"]) {
        add_document(&mut party, place, document);
    }
    for address in entity.each(&["addresses", "address"]) {
        add_addresses(&mut party, place, address);
    }
    let measures = texts(&["sanctionsTypes", "sanctionsType"]);
    if !measures.is_empty() {
        add_remark(
            &mut party,
            &format!("Sanctions type: {}", measures.join(", ")),
        );
    }
    for relation in entity.each(&["relationships", "relationship"]) {
        add_remark(
            &mut party,
            &format!(
                "{}: {}",
                relation.text_of("type"),
                relation.text_of("relatedEntity")
            ),
        );
    }
    read_remarks(&mut party, place, info("remarks"), true);
    Some(party)
}

/// The primary name first, whatever its place in the file; other scripts after their Latin form.
fn add_names(party: &mut Party, entity: &Element) {
    let mut names = entity.each(&["names", "name"]);
    names.sort_by_key(|name| name.text_of("isPrimary") != "true");
    for name in names {
        let weak = name.text_of("isLowQuality") == "true";
        let mut forms = name.each(&["translations", "translation"]);
        forms.sort_by_key(|form| non_latin(form.text_of("script")));
        for form in forms {
            let kind = match (party.names.is_empty(), non_latin(form.text_of("script"))) {
                (true, _) => NameKind::Primary,
                (false, true) => NameKind::OriginalScript,
                (false, false) => alias_kind(name.text_of("aliasType"), weak),
            };
            let full = form.text_of("formattedFullName");
            let parts = join([
                form.text_of("formattedLastName"),
                form.text_of("formattedFirstName"),
            ]);
            add_alias(party, if full.is_empty() { &parts } else { full }, kind);
        }
    }
}

fn add_feature(party: &mut Party, place: &mut Place<'_>, feature: &Element) {
    let label = feature.text_of("type");
    let value = match feature.text_of("value") {
        "" => feature
            .child("valueDate")
            .map_or("", |date| date.text_of("fromDateBegin")),
        value => value,
    };
    // Free text about the feature (an exchange, a language), never a country.
    let extra = feature.text_of("comments");
    add_fact(
        party,
        place,
        &Fact {
            label,
            value,
            extra,
            ..Fact::default()
        },
    );
}

fn add_document(party: &mut Party, place: &mut Place<'_>, document: &Element) {
    let mut extra = Vec::new();
    for (word, child) in [
        ("issued", "issueDate"),
        ("expires", "expirationDate"),
        ("authority", "issuingAuthority"),
    ] {
        let text = document.text_of(child);
        if !text.is_empty() {
            extra.push(format!("{word} {text}"));
        }
    }
    if document.text_of("isValid") == "false" {
        extra.push("not valid".to_owned());
    }
    let country = match document.text_of("issuingCountry") {
        "" => document.text_of("issuingLocation"),
        country => country,
    };
    add_fact(
        party,
        place,
        &Fact {
            label: document.text_of("type"),
            value: document.text_of("documentNumber"),
            country,
            extra: &extra.join(" "),
        },
    );
}

fn add_addresses(party: &mut Party, place: &mut Place<'_>, address: &Element) {
    const ORDER: [&str; 7] = [
        "ADDRESS1",
        "ADDRESS2",
        "ADDRESS3",
        "CITY",
        "STATE/PROVINCE",
        "REGION",
        "POSTAL CODE",
    ];
    let country = address.text_of("country");
    let code = if country.is_empty() {
        None
    } else {
        place.country("country", country)
    };
    let unknown = if code.is_none() { country } else { "" };
    for form in address.each(&["translations", "translation"]) {
        let mut parts: Vec<(usize, &str)> = form
            .each(&["addressParts", "addressPart"])
            .into_iter()
            .map(|part| {
                let kind = part.text_of("type");
                let rank = ORDER.iter().position(|k| *k == kind).unwrap_or(ORDER.len());
                (rank, part.text_of("value"))
            })
            .collect();
        parts.sort_by_key(|(rank, _)| *rank);
        let text = join(parts.into_iter().map(|(_, value)| value).chain([unknown]));
        // A form without text in another script adds nothing to the country.
        if !text.is_empty() || !non_latin(form.text_of("script")) {
            add_address(party, &text, code);
        }
    }
}
