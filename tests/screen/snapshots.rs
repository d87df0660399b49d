//! Pictures of representative pairs, kept in tests/snapshots/screen and read by people: is every
//! reason true and understandable? `UPDATE_SNAPSHOTS=1 cargo test --features compile --test screen`
//! writes them anew; read the difference before committing it.

use crate::packs::screener;
use exportcheck::party::Party;
use exportcheck::screen::report::{Policy, Query};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Name of the picture, query, listed party.
fn pairs() -> Vec<(&'static str, Value, Value)> {
    let person = |names: Value| json!({"kind": "person", "names": names});
    let firm = |names: Value| json!({"kind": "organisation", "names": names});
    let primary = |text: &str| json!({"text": text, "kind": "primary"});
    let with = |mut party: Value, more: Value| {
        party
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        party
    };
    vec![
        (
            "typo",
            json!({"name": "Huawai Technologies", "kind": "organisation"}),
            firm(json!([primary("Huawei Technologies Co., Ltd.")])),
        ),
        (
            "transposition",
            json!({"name": "Hauwei Technologies Co. Ltd."}),
            firm(json!([primary("Huawei Technologies Co., Ltd.")])),
        ),
        (
            "two-typos",
            json!({"name": "Rosobornexpert"}),
            firm(json!([primary("ROSOBORONEXPORT OAO")])),
        ),
        (
            "cyrillic",
            json!({"name": "Лавров Сергей Викторович", "kind": "person"}),
            person(json!([primary("LAVROV, Sergey Viktorovich")])),
        ),
        (
            "german-transliteration",
            json!({"name": "Wladimir Schirinowski", "kind": "person"}),
            person(json!([primary("ZHIRINOVSKY, Vladimir Volfovich")])),
        ),
        (
            "arabic",
            json!({"name": "أيمن الظواهري", "kind": "person"}),
            person(json!([primary("AL ZAWAHIRI, Dr. Ayman")])),
        ),
        (
            "persian-firm",
            json!({"name": "دانشگاه مالک اشتر"}),
            firm(json!([primary("MALEK ASHTAR UNIVERSITY")])),
        ),
        (
            "chinese",
            json!({"name": "哈尔滨工业大学"}),
            firm(
                json!([primary("Harbin Institute of Technology"), {"text": "哈爾濱工業大學", "kind": "original-script"}]),
            ),
        ),
        (
            "joined",
            json!({"name": "Ural Vagon Zavod"}),
            firm(json!([primary("URALVAGONZAVOD")])),
        ),
        (
            "split",
            json!({"name": "Alharamain Foundation"}),
            firm(json!([primary("AL-HARAMAIN FOUNDATION")])),
        ),
        (
            "initials",
            json!({"name": "A. R. Rotenberg", "kind": "person"}),
            person(json!([primary("ROTENBERG, Arkady Romanovich")])),
        ),
        (
            "organisation-forms",
            json!({"name": "OOO Milandr"}),
            firm(json!([primary("Milandr Limited Liability Company")])),
        ),
        (
            "forms-differ",
            json!({"name": "Milandr GmbH"}),
            firm(json!([primary("AO Milandr")])),
        ),
        (
            "fuller-name",
            json!({"name": "Huawei Technologies Deutschland"}),
            firm(json!([primary("Huawei Technologies Co., Ltd.")])),
        ),
        (
            "shorter-name",
            json!({"name": "Huawei"}),
            firm(json!([primary("Huawei Technologies Co., Ltd.")])),
        ),
        (
            "other-family-name",
            json!({"name": "Sergey Ivanov", "kind": "person"}),
            person(json!([primary("LAVROV, Sergey Viktorovich")])),
        ),
        (
            "numbers-differ",
            json!({"name": "Research Institute 14"}),
            firm(json!([primary("Research Institute No. 13")])),
        ),
        (
            "acronym",
            json!({"name": "NIOC"}),
            firm(json!([primary("National Iranian Oil Company")])),
        ),
        (
            "weak-alias",
            json!({"name": "Abu Fatma", "kind": "person"}),
            person(
                json!([primary("AL ZAWAHIRI, Ayman"), {"text": "Abu Fatma", "kind": "weak-alias"}]),
            ),
        ),
        (
            "facts-agree",
            json!({"name": "Arkadi Rotenberg", "kind": "person", "country": "RU", "dob": "1951-12-15"}),
            with(
                person(json!([primary("ROTENBERG, Arkady Romanovich")])),
                json!({"births": ["1951-12-15"], "countries": [{"code": "RU", "role": "nationality"}]}),
            ),
        ),
        (
            "birth-differs",
            json!({"name": "Arkady Rotenberg", "kind": "person", "country": "DE", "dob": "1984-03-02"}),
            with(
                person(json!([primary("ROTENBERG, Arkady Romanovich")])),
                json!({"births": ["1951-12-15"], "countries": [{"code": "RU", "role": "nationality"}]}),
            ),
        ),
        (
            "birth-swapped",
            json!({"name": "Arkady Rotenberg", "kind": "person", "dob": "1951-08-12"}),
            with(
                person(json!([primary("ROTENBERG, Arkady Romanovich")])),
                json!({"births": ["1951-12-08"]}),
            ),
        ),
        (
            "kind-differs",
            json!({"name": "Klaus Wagner", "kind": "person"}),
            firm(json!([primary("Wagner")])),
        ),
        (
            "number-under-another-name",
            json!({"name": "Blue Horizon", "kind": "vessel", "id": "IMO 9187631"}),
            json!({"kind": "vessel", "names": [primary("ADRIAN DARYA 1")], "identifiers": [{"kind": "imo", "value": "9187631"}]}),
        ),
        (
            "address",
            json!({"name": "Mahan Airlines", "address": "Mahan Air Tower, Azadegan Street, Tehran"}),
            with(
                firm(json!([primary("MAHAN AIR")])),
                json!({"addresses": [{"text": "Mahan Air Tower, 21st Floor, Azadegan Street, Karaj Highway, Tehran", "country": "IR"}]}),
            ),
        ),
    ]
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/screen")
}

#[test]
fn pictures_are_as_kept() {
    let update = std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|value| value == "1");
    let mut differing = Vec::new();
    for (name, query, listed) in pairs() {
        let party = Party {
            list: "list-a".to_owned(),
            reference: "1".to_owned(),
            ..serde_json::from_value(listed).unwrap()
        };
        let asked: Query = serde_json::from_value(query.clone()).unwrap();
        let hits = screener(vec![party]).hits(
            &asked,
            &Policy {
                min_score: 0.0,
                ..Policy::default()
            },
        );
        let picture =
            serde_json::to_string_pretty(&json!({ "query": query, "hits": hits })).unwrap() + "\n";
        let file = folder().join(format!("{name}.json"));
        if update {
            fs::write(&file, &picture).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != picture {
            differing.push(format!("{name} is now\n{picture}"));
        }
    }
    assert!(
        differing.is_empty(),
        "{}\nUPDATE_SNAPSHOTS=1 writes them anew",
        differing.join("\n")
    );
}

#[test]
fn every_picture_has_its_pair() {
    let pairs = pairs();
    let named: BTreeSet<String> = pairs
        .iter()
        .map(|(name, ..)| format!("{name}.json"))
        .collect();
    assert_eq!(named.len(), pairs.len(), "two pictures have one name");
    let kept = fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(kept.collect::<BTreeSet<_>>(), named);
}
