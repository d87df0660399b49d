//! Addresses: the same house is found however it is written, the same city is not enough.

use crate::packs::{READINGS, party, screener};
use exportcheck::party::{Address, NameKind, Party, PartyKind};
use exportcheck::screen::Screener;
use exportcheck::screen::address::{Unit, parse, same};
use proptest::prelude::*;

/// What two addresses are to each other: `None` for different places.
fn compare(asked: &str, listed: &str) -> Option<Unit> {
    let read = |text: &str| parse(text, Some(&READINGS));
    same(&read(asked), &read(listed)).map(|shared| shared.unit)
}

/// Made up after the manner of the lists: the same place in two spellings.
#[test]
fn the_same_house_is_found() {
    use Unit::{NotStated, Other, Same};
    let mut wrong = Vec::new();
    for (asked, listed, unit) in [
        (
            "P.O. Box 6462, Dubai",
            "PO Box 6462, Al Quoz, Dubai, UAE",
            Same,
        ),
        (
            "POB 15875-4337, Tehran",
            "Fatemi Building, P.O. Box 15875 / 4337, Tehran",
            Same,
        ),
        (
            "58 Arkhangelskoye Shosse, Severodvinsk",
            "Arkhangelskoe shosse, d. 58, Severodvinsk, 164500",
            NotStated,
        ),
        (
            "ul. Olkhovskaia 4, korp. 2, et. 4, pom. 471, Moskva 105066",
            "4 Olkhovskaya Street, Building 2, Floor 4, Suite 471, Moscow",
            Same,
        ),
        (
            "ул. Малая Пироговская, д. 18, Москва",
            "18 Malaya Pirogovskaya Street, Moscow 119435",
            NotStated,
        ),
        (
            "Нахимова 15, Севастополь",
            "15 Nakhimova St., Sevastopol",
            NotStated,
        ),
        (
            "Unit 5, 27/F, Richmond Commercial Building, 109 Argyle Street, Mongkok, Kowloon",
            "Flat 5, 27th Floor, Richmond Comm. Bldg., 109 Argyle St., Kln, Hong Kong",
            Same,
        ),
        (
            "Rm 803, 8/F Easey Comm Bldg, 253-261 Hennessy Rd, Wanchai, Hong Kong",
            "Room 1002, 10th Floor, Easey Commercial Building, 253-261 Hennessy Road, Wan Chai, Hong Kong",
            Other,
        ),
        (
            "Jurkalnes iela 15/25, Riga, LV-1046",
            "Nordic Technology Park, 15/25 Jurkalnes Iela, Riga, Latvia",
            NotStated,
        ),
        (
            "Tullimiehentie 4-6, Vantaa",
            "Tullimiehentie 4-6, 01530 Vantaa, Finland",
            NotStated,
        ),
        (
            "Ibex House, The Minories, London",
            "Ibex House, Minories, London EC3N 1DY",
            NotStated,
        ),
        (
            "Seestraße 9, 71083 Herrenberg",
            "Seestr 9, Herrenberg, Baden-Wurttemberg 71083",
            NotStated,
        ),
        (
            "House 319, 10th Street Wazir Akbar Khan, Kabul",
            "House No. 319, 10th Street Wazeer Akbar Khan, Kabul",
            NotStated,
        ),
        (
            "Via Masina 7, Milano",
            "Via A. Masina n.7, Milan",
            NotStated,
        ),
    ] {
        let both = [compare(asked, listed), compare(listed, asked)];
        if both != [Some(unit); 2] {
            wrong.push(format!("{asked} ~ {listed}: {both:?}, not {unit:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_shared_city_or_number_is_nothing() {
    let mut wrong = Vec::new();
    for (asked, listed) in [
        ("Industrial Zone, Dubai", "Industrial zone, Dubai, UAE"),
        ("Jebel Ali Free Zone, Dubai", "Jebel Ali Free Zone, Dubai"),
        ("Moscow", "Moscow"),
        ("Pasdaran Avenue, Tehran", "Pasdaran Ave, Tehran"),
        ("P.O. Box 6462, Dubai", "P.O. Box 6463, Dubai"),
        ("P.O. Box 15875-4337, Tehran", "P.O. Box 15875-4333, Tehran"),
        ("P.O. Box 9, Amara", "P.O. Box 9, Idleb"),
        ("Prospekt Lenina 15, Perm", "Prospekt Lenina 15, Omsk"),
        ("Prospekt Lenina 15, Perm", "Prospekt Lenina 17, Perm"),
        ("15 High Street, Smallville", "15 Mill Street, Smallville"),
        (
            "Office 15, Sheikh Zayed Road 4, Dubai",
            "Office 4, Sheikh Zayed Road 15, Dubai",
        ),
        (
            "Leninsky Prospekt, 128-1-125, Moscow",
            "Pr-Kt Leninskii D. 42, K. 6, Pomeshch. 1/1, Moscow 119119",
        ),
        (
            "12 Main Street, Kerch, Crimea",
            "12 Tankistov Street, Kerch, Crimea",
        ),
        (
            "Unit 7, Jumeirah Lakes Towers, Dubai",
            "Unit 9, Jumeirah Lake Towers, Dubai",
        ),
        (
            "2508 One Lake Plaza, Dubai",
            "Suite 1601 Lake Central Tower, Business Bay, Dubai",
        ),
        (
            "Chemin des Papillons 4, Cointrin, 1216 Geneva",
            "Rue Lect 18, Cointrin, 1216 Geneva",
        ),
        ("Street 13, House 5, Kabul", "Street 13, House 9, Kabul"),
        ("", "P.O. Box 1, Dubai"),
        ("", ""),
    ] {
        let both = [compare(asked, listed), compare(listed, asked)];
        if both != [None; 2] {
            wrong.push(format!("{asked} ~ {listed}: {both:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn at(reference: &str, list: &str, address: &str, country: &str) -> Party {
    let mut party = party(
        reference,
        PartyKind::Organisation,
        &[(&format!("Party {reference}"), NameKind::Primary)],
    );
    list.clone_into(&mut party.list);
    party.addresses.push(Address {
        text: address.to_owned(),
        country: (!country.is_empty()).then(|| country.to_owned()),
    });
    party
}

fn listed() -> Screener {
    screener(vec![
        at("1", "list-a", "P.O. Box 6462, Dubai", "AE"),
        at(
            "2",
            "list-a",
            "Unit 5, 27/F, Richmond Commercial Building, 109 Argyle Street, Kowloon",
            "CN",
        ),
        at(
            "3",
            "list-b",
            "Flat 8, Richmond Commercial Building, 109 Argyle Street, Kowloon",
            "HK",
        ),
        at("4", "list-b", "", "RU"),
    ])
}

#[test]
fn listed_parties_are_found_by_address() {
    let screener = listed();
    let found = |address: &str, country: Option<&str>| -> Vec<String> {
        let hits = screener.at_address(address, country).unwrap();
        hits.into_iter()
            .map(|hit| format!("{} {} {:?}", hit.list, hit.reference, hit.unit))
            .collect()
    };
    assert_eq!(found("PO Box 6462, Dubai", Some("AE")), ["list-a 1 Same"]);
    assert_eq!(found("PO Box 6462, Dubai", Some("ae")), ["list-a 1 Same"]);
    assert_eq!(found("PO Box 6462, Dubai", None), ["list-a 1 Same"]);
    assert_eq!(found("PO Box 6462, Dubai", Some("SA")), [""; 0]);
    assert_eq!(
        found(
            "Unit 5, Richmond Commercial Bldg, 109 Argyle St, Kowloon",
            Some("HK")
        ),
        ["list-a 2 Same", "list-b 3 Other"]
    );
    assert_eq!(found("Industrial zone, Dubai", Some("AE")), [""; 0]);
    let hit = &screener.at_address("PO Box 6462, Dubai", None).unwrap()[0];
    assert_eq!(hit.name, "Party 1");
    assert_eq!(hit.shared.last().map(String::as_str), Some("Dubai"));
    assert!(hit.shared.contains(&"6462".to_owned()));
    // A list without streets was not searched.
    assert_eq!(
        screener.addresses_on().unwrap(),
        [("list-a", 2), ("list-b", 1)]
    );
}

proptest! {
    #[test]
    fn any_text_is_an_address(text in "\\PC{0,60}") {
        let parsed = parse(&text, None);
        if let Some(shared) = same(&parsed, &parsed) {
            for (start, end) in shared.places {
                prop_assert!(text.get(start as usize..end as usize).is_some());
            }
        }
    }

    /// Whoever asks: the answer is the same.
    #[test]
    fn asked_and_listed_change_places(
        one in "(ul|Box|No|Unit)? ?[1-9]{1,3}[ab]?,? (Lenina|Argyle|Mira|Ibex House|Tower),? (Dubai|Perm|Vantaa)?",
        other in "(ul|Box|No|Unit)? ?[1-9]{1,3}[ab]?,? (Lenina|Argyle|Mira|Ibex House|Tower),? (Dubai|Perm|Vantaa)?",
    ) {
        prop_assert_eq!(compare(&one, &other), compare(&other, &one));
    }
}
