//! OFAC's `sdn.xml` and `consolidated.xml` (`sdnList` of `sdnEntry`).
//!
//! The namespace changed over the years; only local names count. [`super::ofac_lists`] says which
//! list a record of `consolidated.xml` is on.

use super::fields::{Place, add_address, add_identifier, add_remark, join, month_first};
use super::ofac_csv::vessel;
use super::ofac_facts::{Fact, add_alias, add_fact, alias_kind, kind_of, last_first, read_remarks};
use super::ofac_lists::{Scope, listing_date, non_sdn_lists, per_list, scope_of};
use super::xml::{Element, for_each_element, root};
use super::{Reader, Reading, SourceFile};
use crate::date::Date;
use crate::party::{IdentifierKind, NameKind, Party};

/// OFAC plain XML.
pub const READER: Reader = Reader {
    id: "ofac-xml",
    title: "OFAC SDN and consolidated lists, XML (sdnList)",
    recognises: |file| root(file.bytes).is_some_and(|root| root.name == "sdnList"),
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
    let mut entries = Vec::new();
    let mut stated = None;
    let done = for_each_element(
        file.bytes,
        &["publshInformation", "sdnEntry"],
        |element, _| {
            if element.name == "sdnEntry" {
                entries.push(element.clone());
            } else {
                reading.published = publish_date(element.text_of("Publish_Date"));
                stated = element.text_of("Record_Count").parse::<usize>().ok();
            }
        },
    );
    if let Err(error) = done {
        reading.diagnostics.push(error.diagnostic(file.name));
        reading.failed = true;
    }
    let scope = scope_of(entries.iter().map(programmes), file.name);
    for (entry, record) in entries.iter().zip(1_u32..) {
        reading.records = reading.records.saturating_add(1);
        let mut place = Place {
            file: file.name,
            line: u64::from(record),
            diagnostics: &mut reading.diagnostics,
        };
        let Some(party) = party(entry, record, &mut place) else {
            continue;
        };
        let text = everything(entry);
        let lists = match scope {
            Scope::Sdn => Vec::new(),
            Scope::NonSdn => non_sdn_lists(programmes(entry), &text),
        };
        for mut party in per_list(party, scope, &lists, &mut place) {
            party.listed_on = listing_date(&party.list, &text);
            reading.parties.push(party);
        }
    }
    if let Some(stated) = stated.filter(|stated| *stated != entries.len()) {
        let mut place = Place {
            file: file.name,
            line: 0,
            diagnostics: &mut reading.diagnostics,
        };
        place.warn("record-count", "Record_Count", format!(
            "the file says it holds {stated} records but holds {}; it may be cut short, download it again",
            entries.len()
        ));
    }
}

fn party(entry: &Element, record: u32, place: &mut Place<'_>) -> Option<Party> {
    let mut party = Party {
        reference: entry.text_of("uid").to_owned(),
        kind: kind_of(entry.text_of("sdnType")),
        programmes: programmes(entry).into_iter().map(str::to_owned).collect(),
        record,
        ..Party::default()
    };
    party.add_name(&name(entry), NameKind::Primary);
    if party.reference.is_empty() || party.names.is_empty() {
        place.fail(
            "bad-record",
            "uid",
            "the record has no uid or no name, so it is no party".to_owned(),
        );
        return None;
    }
    for aka in entry.each(&["akaList", "aka"]) {
        let weak = aka.text_of("category").eq_ignore_ascii_case("weak");
        add_alias(
            &mut party,
            &name(aka),
            alias_kind(aka.text_of("type"), weak),
        );
    }
    add_remark(&mut party, entry.text_of("title"));
    for (path, child, label) in [
        (["dateOfBirthList", "dateOfBirthItem"], "dateOfBirth", "DOB"),
        (
            ["placeOfBirthList", "placeOfBirthItem"],
            "placeOfBirth",
            "POB",
        ),
        (["nationalityList", "nationality"], "country", "nationality"),
        (["citizenshipList", "citizenship"], "country", "citizen"),
    ] {
        for item in entry.each(&path) {
            let value = item.text_of(child);
            add_fact(
                &mut party,
                place,
                &Fact {
                    label,
                    value,
                    ..Fact::default()
                },
            );
        }
    }
    for id in entry.each(&["idList", "id"]) {
        let extra = [("issued", "issueDate"), ("expires", "expirationDate")]
            .iter()
            .filter(|(_, child)| !id.text_of(child).is_empty())
            .map(|(word, child)| format!("{word} {}", id.text_of(child)))
            .collect::<Vec<_>>()
            .join(" ");
        add_fact(
            &mut party,
            place,
            &Fact {
                label: id.text_of("idType"),
                value: id.text_of("idNumber"),
                country: id.text_of("idCountry"),
                extra: &extra,
            },
        );
    }
    for address in entry.each(&["addressList", "address"]) {
        let country = address.text_of("country");
        let code = if country.is_empty() {
            None
        } else {
            place.country("country", country)
        };
        let unknown = if code.is_none() { country } else { "" };
        let lines = [
            "address1",
            "address2",
            "address3",
            "city",
            "stateOrProvince",
            "postalCode",
        ];
        let text = join(
            lines
                .iter()
                .map(|line| address.text_of(line))
                .chain([unknown]),
        );
        add_address(&mut party, &text, code);
    }
    if let Some(ship) = entry.child("vesselInfo") {
        add_identifier(
            &mut party,
            IdentifierKind::CallSign,
            ship.text_of("callSign"),
            None,
        );
        vessel(
            &mut party,
            place,
            &[
                ("Vessel Type", ship.text_of("vesselType")),
                ("Tonnage", ship.text_of("tonnage")),
                (
                    "Gross Registered Tonnage",
                    ship.text_of("grossRegisteredTonnage"),
                ),
                ("Vessel Flag", ship.text_of("vesselFlag")),
                ("Vessel Owner", ship.text_of("vesselOwner")),
            ],
        );
    }
    read_remarks(&mut party, place, entry.text_of("remarks"), true);
    Some(party)
}

fn name(element: &Element) -> String {
    last_first(element.text_of("lastName"), element.text_of("firstName"))
}

fn programmes(entry: &Element) -> Vec<&str> {
    let codes = entry.each(&["programList", "program"]);
    codes
        .into_iter()
        .map(|code| code.text.as_str())
        .filter(|code| !code.is_empty())
        .collect()
}

/// What the list follows from besides the programmes: labels and values of all facts.
fn everything(entry: &Element) -> String {
    let mut text = entry.text_of("remarks").to_owned();
    for id in entry.each(&["idList", "id"]) {
        text.push_str("; ");
        text.push_str(id.text_of("idType"));
        text.push(' ');
        text.push_str(id.text_of("idNumber"));
    }
    text
}

fn publish_date(text: &str) -> Option<Date> {
    let date = month_first(text)?;
    Date::new(date.year, date.month, date.day)
}
