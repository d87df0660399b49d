//! What holds for the assessment of any case: one more flag, listed owner, party or unknown, or an older
//! list, never lowers the tier; what somebody writes as free text changes no finding.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

#[path = "assess/cases.rs"]
mod cases;

use cases::{Case, assess, cases, risk_texts, set};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static CASES: LazyLock<Vec<Case>> = LazyLock::new(cases);

/// Days of the lists, newest first: fresh on the day of the cases, then stale, then none at all.
const LISTS: [&str; 3] = ["2026-11-15", "2026-06-30", "none"];

/// Parties that are on a list of the starter pack, by name, and one that is on none.
const NAMES: [(&str, &str); 5] = [
    ("Hangzhou Hikvision Digital Technology Co., Ltd.", "CN"),
    ("Rosoboroneksport OAO", "RU"),
    ("Bank Melli Iran", "IR"),
    ("Aeroflot", "RU"),
    ("Wiesental Beteiligungen GmbH", "DE"),
];

/// Roles of a party that is added. No end user: naming one answers a question.
const ROLES: [&str; 7] = [
    "buyer",
    "intermediate-consignee",
    "consignee",
    "freight-forwarder",
    "broker",
    "bank",
    "agent",
];

/// One question whose options are signs: where it is asked, its id, its options without `none`.
struct Signs {
    per: String,
    question: String,
    options: Vec<String>,
}

static SIGNS: LazyLock<Vec<Signs>> = LazyLock::new(|| {
    let texts = risk_texts();
    let mut seen = BTreeSet::new();
    let mut signs = Vec::new();
    for form in texts["form"].as_array().unwrap() {
        let per = form["per"].as_str().unwrap();
        for question in form["attributes"].as_array().unwrap() {
            let question = question.as_str().unwrap();
            if !question.ends_with("_signs") || !seen.insert(question.to_owned()) {
                continue;
            }
            let mut options = options(question);
            assert!(
                options.iter().any(|option| option == "none"),
                "{question} has no `none`"
            );
            options.retain(|option| option != "none");
            signs.push(Signs {
                per: per.to_owned(),
                question: question.to_owned(),
                options,
            });
        }
    }
    assert!(signs.len() >= 6, "only {} questions are signs", signs.len());
    signs
});

fn options(question: &str) -> Vec<String> {
    let attributes = &support::RULES.rules.attributes;
    let attribute = attributes
        .iter()
        .find(|known| known.id == question)
        .unwrap();
    let exportcheck::rule::model::Kind::Set(names) = &attribute.kind else {
        panic!("{question} is no set");
    };
    names.clone()
}

/// Something that can only make a case worse, or leave it.
#[derive(Debug, Clone)]
enum Worse {
    /// One more sign is ticked.
    Sign(Index, Index, Index),
    /// One more owner of a party; its share in percent, or not known.
    Owner(Index, Index, Option<u8>),
    /// One more party.
    Party(Index, Index),
    /// "No" or "none of these" becomes "I do not know".
    Unknown(Index),
    /// The lists are older, or there are none.
    Lists,
}

fn worse() -> impl Strategy<Value = Worse> {
    let any = any::<Index>;
    prop_oneof![
        4 => (any(), any(), any()).prop_map(|(a, b, c)| Worse::Sign(a, b, c)),
        3 => (any(), any(), prop::option::of(1..=100u8)).prop_map(|(a, b, c)| Worse::Owner(a, b, c)),
        2 => (any(), any()).prop_map(|(a, b)| Worse::Party(a, b)),
        4 => any().prop_map(Worse::Unknown),
        1 => Just(Worse::Lists),
    ]
}

/// A case and the place of its lists in [`LISTS`].
#[derive(Debug, Clone)]
struct State {
    case: Value,
    lists: usize,
}

impl State {
    fn assess(&self) -> Value {
        assess(LISTS[self.lists], &self.case)
    }

    fn apply(&mut self, change: &Worse) {
        match change {
            Worse::Sign(question, option, at) => {
                let signs = question.get(&SIGNS);
                let option = option.get(&signs.options);
                if let Some(answers) = answers(&mut self.case, &signs.per, at) {
                    tick(answers, &signs.question, option);
                }
            }
            Worse::Owner(at, name, share) => {
                let (name, country) = *name.get(&NAMES);
                let parties = self.case["parties"].as_array_mut().unwrap();
                let party = at.index(parties.len());
                let party = parties[party].as_object_mut().unwrap();
                let owners = party.entry("owners").or_insert_with(|| json!([]));
                let owners = owners.as_array_mut().unwrap();
                let mut owner = json!({
                    "id": format!("added{}", owners.len()), "name": name, "kind": "organisation",
                    "country": country, "control": "unknown",
                });
                if let Some(share) = share {
                    owner["share"] = json!(format!("{share} %"));
                }
                owners.push(owner);
            }
            Worse::Party(role, name) => {
                let (name, country) = *name.get(&NAMES);
                let parties = self.case["parties"].as_array_mut().unwrap();
                parties.push(json!({
                    "id": format!("added{}", parties.len()), "name": name, "kind": "organisation",
                    "roles": [role.get(&ROLES)], "country": country,
                }));
            }
            Worse::Unknown(at) => {
                let places = denied(&self.case);
                if !places.is_empty() {
                    let place = at.index(places.len());
                    set(&mut self.case, &places[place], json!("unknown"));
                }
            }
            Worse::Lists => self.lists = (self.lists + 1).min(LISTS.len() - 1),
        }
    }
}

/// The answers of the case, or of one of its parties, items or legs.
fn answers<'a>(case: &'a mut Value, per: &str, at: &Index) -> Option<&'a mut Map<String, Value>> {
    let list = match per {
        "case" => return case["answers"].as_object_mut(),
        "party" => "parties",
        "item" => "items",
        "leg" => "route",
        other => panic!("a form per {other}"),
    };
    let list = case[list].as_array_mut().filter(|list| !list.is_empty())?;
    let at = at.index(list.len());
    let entry = list[at].as_object_mut()?;
    entry
        .entry("answers")
        .or_insert_with(|| json!({}))
        .as_object_mut()
}

fn tick(answers: &mut Map<String, Value>, question: &str, option: &str) {
    let before = answers.get(question).and_then(Value::as_array);
    let mut ticked: BTreeSet<&str> = before
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|known| *known != "none")
        .collect();
    ticked.insert(option);
    let ticked = json!(ticked);
    answers.insert(question.to_owned(), ticked);
}

/// Where a "no", "nothing" or "none of these" stands. Left out are the item's own features, of which a
/// "no" may be what puts it on a list, and conditions of authorisations, of which a "no" takes the
/// authorisation away: there a "no" is not the quiet answer.
fn denied(case: &Value) -> Vec<String> {
    let quiet = |value: &Value| {
        value == "no" || value == "none" || value == "nothing" || *value == json!(["none"])
    };
    let mut places = Vec::new();
    let mut look = |at: String, answers: &Value| {
        for (question, value) in answers.as_object().into_iter().flatten() {
            let condition = ["eu_gea_", "us_exc_"]
                .iter()
                .any(|head| question.starts_with(head));
            if quiet(value) && !condition {
                places.push(format!("{at}/answers/{question}"));
            }
        }
    };
    look(String::new(), &case["answers"]);
    for (list, signs_only) in [("parties", false), ("route", false), ("items", true)] {
        for (at, entry) in case[list].as_array().into_iter().flatten().enumerate() {
            let mut answers = entry["answers"].clone();
            if signs_only && let Some(answers) = answers.as_object_mut() {
                answers.retain(|question, _| question.ends_with("_signs"));
            }
            look(format!("/{list}/{at}"), &answers);
        }
    }
    places
}

fn rank(assessment: &Value, tier: &str) -> usize {
    let said = assessment["tier"][tier].as_str().unwrap();
    ["standard", "enhanced", "stop"]
        .iter()
        .position(|known| *known == said)
        .unwrap_or_else(|| panic!("there is no tier {said}"))
}

/// Findings that say more than they should be able to lose: indicator, subject and tier.
fn weights(assessment: &Value) -> Vec<(String, usize)> {
    let factors = assessment["findings"].as_array().unwrap().iter();
    let told = factors
        .filter(|finding| finding["tier"].is_string())
        .map(|finding| {
            let tier = usize::from(finding["tier"] == "stop");
            (
                format!(
                    "{} at {}: {}",
                    finding["indicator"], finding["subject"], finding["state"]
                ),
                tier,
            )
        });
    told.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, max_shrink_iters: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_makes_a_case_worse_never_lowers_the_tier(
        base in any::<Index>(),
        before in prop::collection::vec(worse(), 0..4),
        change in worse(),
    ) {
        let mut state = State { case: base.get(&CASES).case.clone(), lists: 0 };
        for change in &before {
            state.apply(change);
        }
        let first = state.assess();
        state.apply(&change);
        let second = state.assess();
        for tier in ["tier", "machine"] {
            prop_assert!(
                rank(&second, tier) >= rank(&first, tier),
                "{change:?} after {before:?} on {}: {:?} became {:?}",
                state.case["id"], weights(&first), weights(&second)
            );
        }
    }

    /// Whatever is written, nothing but the text itself changes.
    #[test]
    fn free_text_changes_no_finding(base in any::<Index>(), text in "\\PC{0,80}") {
        let case = &base.get(&CASES).case;
        same(case, &text)?;
    }
}

/// Outcomes, the strictest first.
const OUTCOMES: [&str; 8] = [
    "prohibited",
    "sanctions-review",
    "licence-required",
    "notify-authority",
    "authorisation-possible",
    "undecided",
    "none-identified",
    "not-in-scope",
];

fn outcomes(assessment: &Value) -> Vec<(String, usize)> {
    let all = assessment["outcomes"].as_array().unwrap().iter();
    all.map(|of| {
        let word = of["outcome"].as_str().unwrap();
        let rank = OUTCOMES.iter().position(|known| *known == word);
        (of["jurisdiction"].to_string(), rank.unwrap())
    })
    .collect()
}

/// Indicators that are raised, and where.
fn raised(assessment: &Value) -> BTreeSet<String> {
    let findings = assessment["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["state"] == "raised")
        .map(|finding| format!("{} at {}", finding["indicator"], finding["subject"]))
        .collect()
}

/// Law asks for destination and end user: of two, neither speaks for the other, whichever is named first.
#[test]
fn every_destination_and_end_user_counts() {
    let mut stricter = 0;
    for case in CASES.iter() {
        // With what is asked of the end user's country: missiles, and plants for precursors.
        let mut known = case.case.clone();
        if !known["answers"].is_object() {
            known["answers"] = json!({});
        }
        known["answers"]["us_use_missile"] = json!("know");
        known["answers"]["us_use_precursor_plant"] = json!("know");
        for base in [&case.case, &known] {
            for country in ["IR", "RU", "KP", "CN", "US", "CH", "PK", ""] {
                for (list, code, second, is) in [
                    (
                        "parties",
                        "end-users-apart",
                        json!({ "id": "second", "name": "Zweitwerk", "kind": "organisation", "roles": ["end-user"], "country": country }),
                        (|of| {
                            of["roles"]
                                .as_array()
                                .is_some_and(|roles| roles.contains(&json!("end-user")))
                        }) as fn(&Value) -> bool,
                    ),
                    (
                        "route",
                        "destinations-apart",
                        json!({ "id": "second", "kind": "destination", "country": country }),
                        |of| of["kind"] == "destination",
                    ),
                ] {
                    let all = base[list].as_array().unwrap();
                    if !all.iter().any(is) {
                        continue;
                    }
                    let same = all
                        .iter()
                        .filter(|of| is(of))
                        .all(|of| of["country"] == country);
                    let name = format!("{}, {list} with {country:?}", case.name);
                    stricter += both_count(base, list, &second, code, !same, &name);
                }
            }
        }
    }
    assert!(stricter > 10, "only {stricter} results became stricter");
}

/// Adds `second` before and behind the others; how many results became stricter.
fn both_count(
    base: &Value,
    list: &str,
    second: &Value,
    code: &str,
    told: bool,
    name: &str,
) -> usize {
    let with = |at: Option<usize>| {
        let mut case = base.clone();
        let all = case[list].as_array_mut().unwrap();
        all.insert(at.unwrap_or(all.len()), second.clone());
        assess(LISTS[0], &case)
    };
    let (alone, first, last) = (assess(LISTS[0], base), with(Some(0)), with(None));
    assert_eq!(outcomes(&first), outcomes(&last), "{name}");
    assert_eq!(raised(&first), raised(&last), "{name}");
    assert_eq!(first["tier"]["tier"], last["tier"]["tier"], "{name}");
    assert!(rank(&last, "tier") >= rank(&alone, "tier"), "{name}");
    let codes = last["not_checked"].as_array().unwrap().iter();
    let apart = codes.filter(|of| of["code"] == code).count();
    assert_eq!(apart, usize::from(told), "{name}");
    let mut stricter = 0;
    for (before, after) in outcomes(&alone).iter().zip(outcomes(&last)) {
        assert!(after.1 <= before.1, "{name}: {before:?} became {after:?}");
        stricter += usize::from(after.1 < before.1);
    }
    stricter
}

/// The quiet case is the one where a lowered tier would show, so every single step is tried on it.
#[test]
fn no_single_step_keeps_or_lowers_the_quiet_case_below_where_it_stands() {
    let quiet = CASES
        .iter()
        .find(|case| case.name.starts_with("12-"))
        .unwrap();
    let state = State {
        case: quiet.case.clone(),
        lists: 0,
    };
    assert_eq!(rank(&state.assess(), "tier"), 0);
    let mut raised = 0;
    for place in denied(&quiet.case) {
        let mut state = state.clone();
        set(&mut state.case, &place, json!("unknown"));
        raised += usize::from(rank(&state.assess(), "tier") > 0);
    }
    assert!(
        raised >= 8,
        "an unknown answer raises the tier at only {raised} places"
    );
    for signs in SIGNS.iter().filter(|signs| signs.per == "case") {
        for option in &signs.options {
            let mut state = state.clone();
            tick(
                state.case["answers"].as_object_mut().unwrap(),
                &signs.question,
                option,
            );
            let before = &state.case["answers"][&signs.question];
            assert!(
                rank(&state.assess(), "tier") > 0,
                "{before} of {} leaves the standard tier",
                signs.question
            );
        }
    }
    for (lists, name) in LISTS.iter().enumerate().skip(1) {
        let state = State {
            lists,
            ..state.clone()
        };
        assert!(
            rank(&state.assess(), "tier") > 0,
            "{} leave the standard tier",
            name
        );
    }
}

/// Sentences that a search for words would trip over, in both directions.
#[test]
fn a_negated_or_alarming_sentence_neither_raises_nor_clears() {
    for text in [
        "not for military use",
        "military",
        "Not for use in missiles, nuclear weapons or chemical weapons.",
        "missile nuclear explosive chemical weapon VX sarin",
        "keine Rakete",
        "Rakete, Panzer, Drohne, Atomwaffe",
        "no re-export to Russia",
        "for Rosoboronexport, Moscow",
        "humanitarian aid, United Nations, approved, EAR99, civil use only",
        "não é militar; не военное; 非军事; غير عسكري",
        "",
    ] {
        for case in CASES.iter() {
            same(&case.case, text).unwrap();
        }
    }
}

fn same(case: &Value, text: &str) -> Result<(), TestCaseError> {
    let mut written = case.clone();
    for pointer in ["/end_use", "/title", "/items/0/name", "/route/0/place"] {
        set(&mut written, pointer, json!(text));
    }
    let (mut before, mut after) = (assess(LISTS[0], case), assess(LISTS[0], &written));
    for assessment in [&mut before, &mut after] {
        assessment["case"] = Value::Null;
    }
    prop_assert_eq!(before, after, "{:?} changes {}", text, &case["id"]);
    Ok(())
}
