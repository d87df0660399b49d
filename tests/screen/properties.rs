//! What holds for every name: the picture is complete, the points add up, evidence pulls the right
//! way, the policy is obeyed, and the same question has the same answer.

use crate::names::{kind, name, pair, two_words};
use crate::packs::{READINGS, STARTER, named, open, party, screener};
use exportcheck::date::PartialDate;
use exportcheck::party::{Country, CountryRole, NameKind, Party, PartyKind};
use exportcheck::screen::report::{Alignment, Hit, Policy, Query, Reason, TokenClass};
use exportcheck::screen::{Screener, compare};
use proptest::prelude::*;
use proptest::sample::select;
use std::cell::RefCell;

thread_local! {
    static OPEN_STARTER: RefCell<Screener> = RefCell::new(open(&STARTER));
}

const EVERYTHING: Policy = Policy {
    min_score: 0.0,
    limit: 1000,
    lists: Vec::new(),
    weak_aliases: true,
    mode: exportcheck::screen::report::Mode::Explained,
};

/// So many cases; PROPTEST_CASES asks for more.
fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|number| number.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Every token in exactly one link, no link without tokens.
fn complete(alignment: &Alignment) -> Result<(), TestCaseError> {
    let seen = |tokens: usize, side: &dyn Fn(usize) -> Vec<u16>| {
        let mut times = vec![0; tokens];
        for at in (0..alignment.links.len()).flat_map(side) {
            times[usize::from(at)] += 1;
        }
        times
    };
    let links = &alignment.links;
    let query = seen(alignment.query.len(), &|link| links[link].query.clone());
    let listed = seen(alignment.listed.len(), &|link| links[link].listed.clone());
    prop_assert!(
        query.iter().chain(&listed).all(|times| *times == 1),
        "{alignment:?}"
    );
    prop_assert!(
        links
            .iter()
            .all(|link| !link.query.is_empty() || !link.listed.is_empty()),
        "{alignment:?}"
    );
    for link in links {
        let whole = |edits: &mut dyn Iterator<Item = &String>| {
            edits.map(String::as_str).collect::<String>()
        };
        let latin = |tokens: &[exportcheck::screen::report::Token], at: &[u16]| {
            at.iter()
                .map(|i| tokens[usize::from(*i)].latin.as_str())
                .collect::<String>()
        };
        if !link.edits.is_empty() {
            prop_assert_eq!(
                whole(&mut link.edits.iter().map(|e| &e.query)),
                latin(&alignment.query, &link.query)
            );
            prop_assert_eq!(
                whole(&mut link.edits.iter().map(|e| &e.listed)),
                latin(&alignment.listed, &link.listed)
            );
            prop_assert!(
                link.edits.iter().all(|e| e.same == (e.query == e.listed)),
                "{:?}",
                link.edits
            );
        }
    }
    Ok(())
}

/// The reasons' points are the score, apart from the rounding of each. A name that loses more than
/// it wins is worth nothing; evidence is added to that.
fn adds_up(why: &[Reason], score: f64) -> Result<(), TestCaseError> {
    let (names, evidence): (Vec<&Reason>, Vec<&Reason>) = why
        .iter()
        .partition(|reason| !reason.code.starts_with("evidence-") && reason.code != "alias-weak");
    let points = |reasons: &[&Reason]| reasons.iter().map(|reason| reason.points).sum::<f64>();
    let sum = points(&names) + points(&evidence);
    let slack = 0.00005 * (why.len() + 1) as f64 + 1e-9;
    prop_assert!((0.0..=1.0).contains(&score), "score {score}");
    prop_assert!(
        (sum - score).abs() <= slack,
        "{sum} is not {score}: {why:?}"
    );
    Ok(())
}

fn score_of(hits: &[Hit], reference: &str) -> Option<f64> {
    hits.iter()
        .find(|hit| hit.reference == reference)
        .map(|hit| hit.score)
}

fn one(name: &str, kind: PartyKind) -> Party {
    party("1", kind, &[(name, NameKind::Primary)])
}

fn listed_facts() -> Party {
    Party {
        births: vec![
            PartialDate::new(1960, 5, 12).unwrap(),
            PartialDate::year(1962),
        ],
        countries: vec![
            Country {
                code: "IR".to_owned(),
                role: CountryRole::Nationality,
            },
            Country {
                code: "AE".to_owned(),
                role: CountryRole::Address,
            },
        ],
        ..Party::default()
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn picture_is_complete_and_points_add_up(kind in kind(), (left, right) in pair()) {
        let (score, why, alignment) = compare(kind, &left, &right, Some(&READINGS));
        complete(&alignment)?;
        adds_up(&why, score)?;
    }

    #[test]
    fn own_name_is_found_with_full_score(kind in kind(), told in any::<bool>(), name in name()) {
        let mut screener = screener(vec![one(&name, kind), party("2", kind, &[("Quite Another", NameKind::Primary)])]);
        let query = named(&name, if told { kind } else { PartyKind::Unknown });
        let hits = screener.hits(&query, &Policy::default());
        let (_, _, alignment) = compare(kind, &name, &name, Some(&READINGS));
        prop_assume!(alignment.listed.iter().any(|token| token.class == TokenClass::Word));
        prop_assert_eq!(score_of(&hits, "1"), Some(1.0), "{}", serde_json::to_string_pretty(&hits).unwrap());
    }

    #[test]
    fn compare_and_screen_score_alike(kind in kind(), (left, right) in pair()) {
        let mut screener = screener(vec![one(&right, kind)]);
        let hits = screener.hits(&named(&left, kind), &EVERYTHING);
        if let Some(hit) = hits.first() {
            let (score, why, alignment) = compare(kind, &left, &hit.name, Some(&READINGS));
            prop_assert_eq!(hit.name_score, score);
            prop_assert_eq!(&hit.alignment, &alignment);
            prop_assert_eq!(&hit.why, &why);
            complete(&hit.alignment)?;
            adds_up(&hit.why, hit.score)?;
        }
    }

    #[test]
    fn evidence_pulls_the_right_way(
        (left, right) in pair(),
        asked in kind(),
        country in select(vec![None, Some("IR"), Some("ae"), Some("DE")]),
        dob in select(vec![None, Some("1960-05-12"), Some("1960-12-05"), Some("1960"), Some("~1961"), Some("1960-05-13"), Some("1975-01-01")]),
        id in select(vec![None, Some("P-12345"), Some("p12345 "), Some("999999")]),
        weak in any::<bool>(),
    ) {
        let standing = if weak { NameKind::WeakAlias } else { NameKind::Alias };
        let facts = Party { reference: "1".to_owned(), list: "list-a".to_owned(), kind: PartyKind::Person, ..listed_facts() };
        let names = party("1", PartyKind::Person, &[("Somebody Else", NameKind::Primary), (&right, standing)]).names;
        let identifiers = serde_json::from_str(r#"[{"kind":"passport","value":"P12345"}]"#).unwrap();
        let mut screener = screener(vec![Party { names, identifiers, ..facts }]);
        let base = Query { country: country.map(str::to_owned), dob: dob.map(|text| text.parse().unwrap()), id: id.map(str::to_owned), ..named(&left, asked) };
        let mut score = |query: &Query| score_of(&screener.hits(query, &EVERYTHING), "1");
        let before = score(&base);
        prop_assume!(before.is_some());
        for (code, supports) in [("IR", true), ("AE", true), ("DE", false), ("US", false)] {
            let without = score(&Query { country: None, ..base.clone() });
            let with = score(&Query { country: Some(code.to_owned()), ..base.clone() });
            prop_assert!(if supports { with >= without } else { with <= without }, "country {code}: {without:?} -> {with:?}");
        }
        for (dob, supports) in [("1960-05-12", true), ("1960-05", true), ("1962", true), ("1960-08-30", false), ("1991-02-03", false), ("1991", false)] {
            let without = score(&Query { dob: None, ..base.clone() });
            let with = score(&Query { dob: Some(dob.parse().unwrap()), ..base.clone() });
            prop_assert!(if supports { with >= without } else { with <= without }, "dob {dob}: {without:?} -> {with:?}");
        }
        let without = score(&Query { id: None, ..base.clone() });
        let same = score(&Query { id: Some("P 12345".to_owned()), ..base.clone() });
        prop_assert!(same >= without, "same number: {without:?} -> {same:?}");
        let other = score(&Query { id: Some("777777".to_owned()), ..base.clone() });
        prop_assert_eq!(other, without);
        for hit in screener.hits(&base, &EVERYTHING) {
            complete(&hit.alignment)?;
            adds_up(&hit.why, hit.score)?;
        }
    }

    #[test]
    fn weak_alias_never_beats_the_same_strong_one((left, right) in pair(), kind in kind(), asked in kind()) {
        let other = ("Nobody Besides", NameKind::Primary);
        let mut screener = screener(vec![
            party("strong", kind, &[other, (&right, NameKind::Alias)]),
            party("weak", kind, &[other, (&right, NameKind::WeakAlias)]),
        ]);
        let hits = screener.hits(&named(&left, asked), &EVERYTHING);
        prop_assert!(score_of(&hits, "weak") <= score_of(&hits, "strong"));
        let strong_only = screener.hits(&named(&left, asked), &Policy { weak_aliases: false, ..EVERYTHING });
        prop_assert!(strong_only.iter().all(|hit| hit.name_kind != NameKind::WeakAlias));
        prop_assert_eq!(score_of(&strong_only, "strong"), score_of(&hits, "strong"));
    }

    #[test]
    fn missing_letter_keeps_the_hit((first, second) in two_words(), at in any::<prop::sample::Index>(), swapped in any::<bool>()) {
        let mut letters: Vec<char> = second.chars().collect();
        letters.remove(at.index(letters.len()));
        let typed = String::from_iter(letters);
        let join = |a: &str, b: &str| if swapped { format!("{b} {a}") } else { format!("{a} {b}") };
        let mut screener = screener(vec![one(&join(&first, &second), PartyKind::Person)]);
        let hits = screener.hits(&named(&join(&first, &typed), PartyKind::Person), &EVERYTHING);
        let (score, why, _) = compare(PartyKind::Person, &join(&first, &typed), &join(&first, &second), None);
        prop_assert!(score_of(&hits, "1") >= Some(0.75), "{} {hits:?} {score} {why:?}", typed);
    }

    #[test]
    fn same_question_same_answer(one in name(), other in name(), kind in kind()) {
        OPEN_STARTER.with_borrow_mut(|screener| {
            let policy = Policy { min_score: 0.3, ..EVERYTHING };
            let mut answer = |text: &str| serde_json::to_string(&screener.screen(&named(text, kind), &policy)).unwrap();
            let first = answer(&one);
            answer(&other);
            prop_assert_eq!(first, answer(&one));
            Ok(())
        })?;
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn policy_is_obeyed(query in listed_or_made_up(), min_score in 0.5..1.0f64, limit in 0..8u32) {
        OPEN_STARTER.with_borrow_mut(|screener| {
            let query = named(&query, PartyKind::Unknown);
            let wide = Policy { min_score: 0.5, ..EVERYTHING };
            let all = screener.hits(&query, &wide);
            prop_assert!(all.windows(2).all(|two| two[0].score >= two[1].score));
            let above = screener.hits(&query, &Policy { min_score, ..wide.clone() });
            prop_assert!(above.iter().all(|hit| hit.score >= min_score - 0.00005));
            let sure = |hit: &&Hit| hit.score > min_score + 0.00005;
            prop_assert_eq!(above.iter().filter(sure).count(), all.iter().filter(sure).count());
            let few = screener.hits(&query, &Policy { limit, ..wide.clone() });
            prop_assert_eq!(&few[..], &all[..all.len().min(limit as usize)]);
            let lists = ["us-sdn", "us-el"].map(str::to_owned).to_vec();
            let some = screener.screen(&query, &Policy { lists: lists.clone(), ..wide.clone() });
            let wanted: Vec<&Hit> = all.iter().filter(|hit| lists.contains(&hit.list)).collect();
            prop_assert_eq!(some.hits.iter().collect::<Vec<_>>(), wanted);
            prop_assert!(some.lists.iter().map(|list| &list.id).eq(["us-el", "us-sdn"]));
            prop_assert!(some.not_checked.contains(&"lists-left-out"));
            Ok(())
        })?;
    }

    #[test]
    fn any_text_is_answered(text in any::<String>(), address in any::<Option<String>>(), id in any::<Option<String>>()) {
        OPEN_STARTER.with_borrow_mut(|screener| {
            let query = Query { address, id, ..named(&text, PartyKind::Unknown) };
            let screening = screener.screen(&query, &Policy { min_score: 0.0, ..Policy::default() });
            prop_assert!(!screening.not_checked.is_empty());
            for hit in &screening.hits {
                complete(&hit.alignment)?;
                adds_up(&hit.why, hit.score)?;
            }
            Ok(())
        })?;
    }
}

fn listed_or_made_up() -> impl Strategy<Value = String> {
    let names = OPEN_STARTER.with_borrow(|screener| {
        let pack = screener.pack();
        (0..pack.name_count() as u32)
            .map(|name| pack.name(name).0.to_owned())
            .collect::<Vec<_>>()
    });
    prop_oneof![3 => select(names), 1 => name()]
}

/// Names whose words answer each other in more ways than one: the plain way wins, or loses little.
#[test]
fn own_name_wins_over_other_readings_of_it() {
    let mut low = Vec::new();
    for (name, least) in [
        ("ASA Security Agency", 1.0),
        ("Islamic Republic of Iran Shipping Lines (IRISL)", 1.0),
        ("Kim Jong Kimjong", 0.97),
        ("Al Haramain Alharamain", 0.97),
        ("Jose Jose", 1.0),
        ("Ali Ali Ali Hassan", 1.0),
        ("Mohammed Mohamed Muhammad", 1.0),
        ("S. A. Petrov S. A.", 1.0),
        ("Co Co Ltd Ltd", 1.0),
        ("Bank Bank Banka", 1.0),
        ("A B C D", 1.0),
        ("Ab Abc Abcd Abcde Abcdef", 1.0),
    ] {
        for kind in [PartyKind::Person, PartyKind::Organisation] {
            let (score, why, _) = compare(kind, name, name, None);
            if score < least {
                low.push(format!("{name} ({kind:?}): {score} {why:?}"));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}
