//! A small set of families, searched in every way.

#![allow(clippy::expect_used)]

use super::{
    CustomsItem, EntryText, FamilyText, Found, OtherCode, Phrase, ProvisionText, Query, Search,
    SearchInput, Source,
};
use proptest::prelude::*;
use std::sync::LazyLock;

static SEARCH: LazyLock<Search> = LazyLock::new(|| Search::new(input()));

fn phrase(language: &str, source: Source, text: &str) -> Phrase {
    Phrase {
        language: language.to_owned(),
        source,
        text: text.to_owned(),
    }
}

fn family(id: &str, en: &[&str], de: &[&str], hs: &[&str]) -> FamilyText {
    let english = en.iter().map(|text| phrase("en", Source::Word, text));
    let german = de.iter().map(|text| phrase("de", Source::Word, text));
    FamilyText {
        id: id.to_owned(),
        phrases: english.chain(german).collect(),
        hs: hs.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn input() -> SearchInput {
    let provision = |path: &str, family, title| ProvisionText {
        path: path.to_owned(),
        families: vec![family],
        phrases: vec![phrase("en", Source::Provision, title)],
    };
    let entry = |code: &str, title, provisions| EntryText {
        entry: code.to_owned(),
        lists: vec!["eu".to_owned(), "us".to_owned()],
        phrases: vec![phrase("en", Source::Title, title)],
        provisions,
    };
    SearchInput {
        families: vec![
            family(
                "laser",
                &["laser", "fiber laser", "laser source"],
                &["Faserlaser"],
                &["9013.20"],
            ),
            family(
                "laser-cutter",
                &["laser cutting machine"],
                &["Laserschneidmaschine"],
                &["8456.11"],
            ),
            family(
                "thermal-camera",
                &["thermal imaging camera", "thermal imager"],
                &["Wärmebildkamera"],
                &["8525.89"],
            ),
            family(
                "adc",
                &["analogue-to-digital converter", "a/d converter"],
                &["A/D-Wandler"],
                &["8542.39"],
            ),
            family(
                "lathe",
                &["turning machine", "lathe"],
                &["Drehmaschine"],
                &["8458"],
            ),
            family("pump", &["vacuum pump"], &["Vakuumpumpe"], &["8414.10"]),
        ],
        entries: vec![
            entry(
                "3A001",
                "Electronic components",
                vec![provision("a.5.a.1", 3, "Fast converters")],
            ),
            entry(
                "6A003",
                "Cameras",
                vec![provision("b.4.b", 2, "Focal plane arrays")],
            ),
            entry(
                "6A005",
                "Lasers",
                vec![provision("a", 0, ""), provision("b", 1, "")],
            ),
        ],
        attributes: Vec::new(),
        crosswalk: vec![OtherCode {
            list: "uk".to_owned(),
            code: "PL9009".to_owned(),
            relation: "broader".to_owned(),
            entries: vec!["6A003.b".to_owned()],
        }],
        customs: vec![
            CustomsItem {
                list: "jp".to_owned(),
                code: "16(1)".to_owned(),
                hs: vec!["8542".to_owned()],
                except: vec!["8542.90".to_owned()],
            },
            CustomsItem {
                list: "jp".to_owned(),
                code: "16(2)".to_owned(),
                hs: vec!["85".to_owned(), "8542.90".to_owned()],
                except: vec!["8542".to_owned()],
            },
        ],
        synonyms: "ir camera\tinfrared camera\tthermal imager\nadc\ta/d converter\n".to_owned(),
    }
}

fn find(query: &str) -> Found {
    SEARCH.find(&Query {
        query: query.to_owned(),
        language: "en".to_owned(),
        limit: None,
    })
}

#[test]
fn the_best_family_comes_first() {
    for (query, family, kind) in [
        ("laser", "laser", "word"),
        ("3 kW fibre lasers", "laser", "word"),
        ("laser cutting", "laser-cutter", "word"),
        ("IR camera 640x512", "thermal-camera", "synonym"),
        ("infrared cameras", "thermal-camera", "synonym"),
        ("thermal imagers", "thermal-camera", "word"),
        ("Wärmebild Kamera", "thermal-camera", "word"),
        ("waermebildkameras", "thermal-camera", "word"),
        ("Kamera", "thermal-camera", "word"),
        ("12 bit ADC", "adc", "synonym"),
        ("analog to digital convertor", "adc", "word"),
        ("Drehmaschinen", "lathe", "word"),
        ("vacuim pump", "pump", "typo"),
        ("Laser-Schneidmaschine", "laser-cutter", "word"),
        ("focal plane array", "thermal-camera", "entry"),
        ("caméra", "thermal-camera", "word"),
    ] {
        let found = find(query);
        let first = found.families.first();
        assert_eq!(
            first.map(|hit| hit.id.as_str()),
            Some(family),
            "{query}: {found:?}"
        );
        let why = first.and_then(|hit| hit.why.first()).map(|why| why.kind);
        assert_eq!(why, Some(kind), "{query}: {found:?}");
        assert_eq!(found.kind, "words");
    }
}

#[test]
fn codes_are_read_as_codes() {
    for (query, kind, families, entries) in [
        ("8456.11", "hs", "laser-cutter", ""),
        ("HS 845611", "hs", "laser-cutter", ""),
        ("84561100", "hs", "laser-cutter", ""),
        ("8456", "hs", "laser-cutter", ""),
        ("8458.11", "hs", "lathe", ""),
        ("3A001.a.5.a", "code", "adc", "3A001"),
        ("3A001a5", "code", "adc", "3A001"),
        ("3a001.b", "code", "", "3A001"),
        ("6a003", "code", "thermal-camera", "6A003"),
        ("6A005", "code", "laser laser-cutter", "6A005"),
        ("6A005.b", "code", "laser-cutter", "6A005"),
        (
            "6A0",
            "code",
            "thermal-camera laser laser-cutter",
            "6A003 6A005",
        ),
        ("PL9009", "code", "thermal-camera", "6A003"),
        ("ML15", "words", "", ""),
        ("9A012", "code", "", ""),
        ("1234 5", "words", "", ""),
    ] {
        let found = find(query);
        let names: Vec<_> = found.families.iter().map(|hit| hit.id.as_str()).collect();
        let codes: Vec<_> = found.entries.iter().map(|hit| hit.entry.as_str()).collect();
        assert_eq!(
            (
                found.kind,
                names.join(" ").as_str(),
                codes.join(" ").as_str()
            ),
            (kind, families, entries),
            "{query}"
        );
        assert_eq!(
            found.notices.contains(&"code-does-not-decide"),
            kind == "hs",
            "{query}"
        );
        let nothing = families.is_empty() && entries.is_empty();
        assert_eq!(found.notices.contains(&"nothing-found"), nothing, "{query}");
    }
}

#[test]
fn customs_codes_give_item_numbers_of_other_lists() {
    for (query, code) in [
        ("8542.31", Some("16(1)")),
        ("8542.90", Some("16(2)")),
        ("8517.62", Some("16(2)")),
        ("0901.11", None),
    ] {
        let found = find(query);
        let codes: Vec<&str> = found.crosswalk.iter().map(|c| c.code.as_str()).collect();
        assert_eq!(codes, code.into_iter().collect::<Vec<_>>(), "{query}");
    }
}

#[test]
fn nothing_is_found_for_nonsense() {
    for query in ["", " ", "banana bread", "!!!", "12345", "the of and"] {
        assert_eq!(
            find(query).notices,
            ["nothing-found"],
            "{query}: {:?}",
            find(query)
        );
    }
}

proptest! {
    #[test]
    fn any_query_is_answered(query in ".{0,60}") {
        let found = find(&query);
        prop_assert!(found.families.iter().all(|hit| (0.0..=1.0).contains(&hit.score)));
    }
}
