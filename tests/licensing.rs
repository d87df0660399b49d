//! Licence determination on cases: scenarios of the reference data, every Union general authorisation,
//! every pair of a Member State and a destination.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::{
    ENGINE, cases, destinations, in_group, license, measure, reference, side, state, strings,
    tables,
};

const DAY: &str = "2026-11-22";

/// Every line of the reference scenarios has an answer, or an argument why it has another or none.
#[test]
fn scenarios_are_reproduced_or_argued() {
    let Some(text) = reference("scenarios", "cases/items/licence-scenarios.jsonl") else {
        return;
    };
    let file = cases("licensing/scenarios.toml");
    let scenarios = tables(&file, "scenario");
    for (line, text) in (1..).zip(text.lines()) {
        let of: Vec<_> = scenarios
            .iter()
            .filter(|s| s["line"].as_integer() == Some(line))
            .collect();
        assert!(!of.is_empty(), "no scenario for line {line}: {text}");
    }
    let mut wrong = Vec::new();
    for scenario in scenarios {
        let title = scenario["title"].as_str().unwrap();
        if scenario.contains_key("not_modelled") {
            continue;
        }
        let request = support::json(&scenario["request"]);
        let expect = support::json(&scenario["expect"]);
        let call = scenario.get("call").and_then(toml::Value::as_str);
        let failed = match call {
            None => expected(&license(&request), &expect),
            Some("bom") => {
                let answer = ENGINE.bom(&request.to_string()).unwrap();
                content(&serde_json::from_str(&answer).unwrap(), &expect)
            }
            Some("customs") => customs(&request, &expect),
            Some(other) => panic!("{title}: {other}"),
        };
        wrong.extend(failed.into_iter().map(|what| format!("{title}: {what}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn expected(answer: &Value, expect: &Value) -> Vec<String> {
    let side = side(answer, expect["jurisdiction"].as_str().unwrap());
    let mut wrong = Vec::new();
    for name in ["scope", "outcome"] {
        if !expect[name].is_null() && side[name] != expect[name] {
            wrong.push(format!("{name} is {}", side[name]));
        }
    }
    if !expect["outcome_not"].is_null() && side["outcome"] == expect["outcome_not"] {
        wrong.push(format!("outcome is {}", side["outcome"]));
    }
    for list in ["findings", "prompts", "duties"] {
        for (id, result) in expect[list].as_object().into_iter().flatten() {
            if measure(side, id) != result.as_str() {
                wrong.push(format!("{id} is {:?}", measure(side, id)));
            }
        }
    }
    let texts = |name: &str| -> Vec<String> {
        let list = expect[name].as_array().into_iter().flatten();
        list.map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    for id in texts("deciding") {
        if !side["deciding"]
            .as_array()
            .unwrap()
            .iter()
            .any(|d| d["measure"] == id)
        {
            wrong.push(format!("{id} does not decide: {}", side["deciding"]));
        }
    }
    for id in texts("not_run") {
        let told = side["not_run"].as_array().unwrap().iter().any(|check| {
            let measures = check["measures"].as_array().unwrap();
            measures.iter().any(|measure| *measure == id)
        });
        if !told {
            wrong.push(format!("{id} is not among the checks not run"));
        }
    }
    let asked = texts("ask_any");
    let asks = answer["ask"].as_array().unwrap();
    let fits = |pattern: &String| {
        asks.iter().any(|ask| {
            let question = ask["question"].as_str().unwrap();
            match pattern.split_once('*') {
                Some((head, tail)) => question.starts_with(head) && question.ends_with(tail),
                None => question == pattern,
            }
        })
    };
    if !asked.is_empty() && !asked.iter().any(fits) {
        wrong.push(format!("none of {asked:?} is asked"));
    }
    let offered: BTreeSet<&str> = side["authorisations"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|a| a["state"] == "open" || a["state"] == "conditions-met")
        .filter_map(|a| a["measure"].as_str()?.split('-').next())
        .collect();
    for name in texts("offered") {
        if !offered.contains(name.as_str()) {
            wrong.push(format!("{name} is not offered: {offered:?}"));
        }
    }
    for name in texts("not_offered") {
        if offered.contains(name.as_str()) {
            wrong.push(format!("{name} is offered"));
        }
    }
    wrong
}

fn content(answer: &Value, expect: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    if answer["verdict"] != expect["verdict"] {
        wrong.push(format!("verdict is {}", answer["verdict"]));
    }
    for id in expect["bypass"].as_array().into_iter().flatten() {
        if !answer["bypass"]
            .as_array()
            .unwrap()
            .iter()
            .any(|b| b["measure"] == *id)
        {
            wrong.push(format!("{id} does not bypass the limit"));
        }
    }
    wrong
}

fn customs(request: &Value, expect: &Value) -> Vec<String> {
    let codes = request["hs"].as_array().unwrap();
    let expected = expect["codes"].as_array().unwrap();
    let mut wrong = Vec::new();
    for (hs, code) in codes.iter().zip(expected) {
        let found = ENGINE
            .find(&json!({"query": hs, "limit": 10}).to_string())
            .unwrap();
        let found: Value = serde_json::from_str(&found).unwrap();
        let list = &request["list"];
        let rows: Vec<&str> = found["crosswalk"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|row| row["list"] == *list)
            .filter_map(|row| row["code"].as_str())
            .collect();
        let fits = match code.as_str().unwrap() {
            "" => rows.is_empty(),
            code => rows == [code],
        };
        if !fits {
            wrong.push(format!("{hs} gives {rows:?}"));
        }
    }
    wrong
}

/// Answers named in a case, merged in order, then `given`, without `without`.
fn answers(file: &toml::Table, case: &toml::Table) -> Value {
    let mut out = serde_json::Map::new();
    for name in strings(case, "answers") {
        let set = support::json(&file["answers"][&name]);
        out.extend(set.as_object().unwrap().clone());
    }
    for name in strings(case, "without") {
        out.remove(&name);
    }
    if let Some(given) = case.get("given") {
        out.extend(support::json(given).as_object().unwrap().clone());
    }
    Value::Object(out)
}

fn request(case: &toml::Table, destination: &str, answers: &Value) -> Value {
    let item = case.get("item").map_or(json!({"none": ["eu"]}), |item| {
        let codes: Vec<Value> = item["eu"]
            .as_array()
            .unwrap()
            .iter()
            .map(|code| json!({"list": "eu", "code": code.as_str()}))
            .collect();
        json!({"codes": codes})
    });
    let text = |name: &str| case.get(name).and_then(toml::Value::as_str);
    json!({
        "as_of": DAY, "jurisdictions": ["eu"], "item": item, "destination": destination,
        "exporter": text("exporter").unwrap_or("DE"), "origin": text("origin"),
        "end_user_country": text("end_user_country"),
        "party_countries": strings(case, "party_countries"), "answers": answers,
    })
}

#[test]
fn union_authorisations_open_where_their_text_says_and_nowhere_else() {
    let file = cases("licensing/eu-geas.toml");
    let mut wrong = Vec::new();
    let cases = tables(&file, "case");
    assert!(cases.len() > 100, "only {} cases", cases.len());
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        let destination = case["destination"].as_str().unwrap();
        let answer = license(&request(case, destination, &answers(&file, case)));
        let side = side(&answer, "eu");
        for (id, expect) in case["expect"].as_table().unwrap() {
            let found = state(side, id).unwrap_or("out-of-scope");
            if Some(found) != expect.as_str() {
                wrong.push(format!("{name}: {id} is {found}, not {expect}"));
            }
        }
        if let Some(outcome) = case.get("outcome")
            && side["outcome"].as_str() != outcome.as_str()
        {
            wrong.push(format!(
                "{name}: outcome {}, not {outcome}",
                side["outcome"]
            ));
        }
    }
    for edge in tables(&file, "edge") {
        let id = edge["authorisation"].as_str().unwrap();
        let inside = strings(edge, "inside");
        let outside = strings(edge, "outside");
        for destination in destinations() {
            let answer = license(&request(edge, &destination, &answers(&file, edge)));
            let found = state(side(&answer, "eu"), id).unwrap_or("out-of-scope");
            let fits = if outside.is_empty() {
                (found == "conditions-met") == inside.contains(&destination)
            } else {
                (found == "ruled-out") == outside.contains(&destination)
            };
            if !fits {
                wrong.push(format!("{id} to {destination} is {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Licensing outcomes of the reference cases, each with a case of ours that names it.
#[test]
fn outcomes_of_the_datasheet_cases_are_reproduced() {
    let Some(text) = reference("datasheet outcomes", "cases/items/eu-datasheet-cases.jsonl") else {
        return;
    };
    let file = cases("licensing/eu-geas.toml");
    let ours = tables(&file, "case");
    let mut seen = 0;
    for line in text.lines() {
        let of: Value = serde_json::from_str(line).unwrap();
        let licensing = &of["licensing"];
        if licensing.is_null() {
            continue;
        }
        seen += 1;
        let id = of["id"].as_str().unwrap();
        let destination = licensing["destination"].as_str().unwrap();
        let gea = licensing["gea"].as_str();
        let fits = ours.iter().any(|case| {
            let same = case.get("from").and_then(toml::Value::as_str) == Some(id)
                && case["destination"].as_str() == Some(destination);
            same && {
                let answer = license(&request(case, destination, &answers(&file, case)));
                let side = side(&answer, "eu");
                match licensing["outcome"].as_str().unwrap() {
                    "gea_available" => {
                        side["outcome"] == "authorisation-possible"
                            && matches!(state(side, gea.unwrap()), Some("open" | "conditions-met"))
                    }
                    "individual_licence_required" => side["outcome"] == "licence-required",
                    "sanctions_review_required" => side["outcome"] == "sanctions-review",
                    other => panic!("{id}: {other}"),
                }
            }
        });
        assert!(fits, "{id} to {destination}: {licensing}");
    }
    assert!(seen >= 10, "only {seen} cases have an outcome");
}

fn class<'a>(classes: &[&'a toml::Table], exporter: &str, destination: &str) -> &'a toml::Table {
    let fits = |class: &&&toml::Table| {
        let own = class.contains_key("own");
        let territories = class
            .get("territories")
            .and_then(toml::Value::as_table)
            .map(|of| strings(of, exporter))
            .unwrap_or_default();
        if own {
            return destination == exporter || territories.iter().any(|t| t == destination);
        }
        class.contains_key("rest")
            || strings(class, "codes")
                .iter()
                .any(|code| code == destination)
            || strings(class, "groups")
                .iter()
                .any(|group| in_group(0, destination, group))
    };
    classes
        .iter()
        .find(fits)
        .unwrap_or_else(|| panic!("no class for {exporter} to {destination}"))
}

fn holds(side: &Value, expect: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Some(scope) = expect["scope"].as_str()
        && side["scope"] != scope
    {
        wrong.push(format!("scope is {}", side["scope"]));
    }
    if let Some(outcomes) = expect["outcome"].as_array()
        && !outcomes.contains(&side["outcome"])
    {
        wrong.push(format!("outcome is {}", side["outcome"]));
    }
    let texts = |name: &str| {
        expect[name]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
    };
    for id in texts("measures") {
        if measure(side, id) != Some("met") {
            wrong.push(format!("{id} is {:?}", measure(side, id)));
        }
    }
    for id in texts("never") {
        if measure(side, id) == Some("met") {
            wrong.push(format!("{id} is met"));
        }
    }
    let open = |id: &str| {
        matches!(
            state(side, id),
            Some("open" | "not-asked" | "conditions-met")
        )
    };
    wrong.extend(
        texts("open_authorisations")
            .filter(|id| !open(id))
            .map(|id| format!("{id} is closed")),
    );
    wrong.extend(
        texts("never_authorisations")
            .filter(|id| open(id))
            .map(|id| format!("{id} is open")),
    );
    if let Some(glob) = expect["any_measure"].as_str() {
        let head = glob.trim_end_matches('*');
        let any = side["findings"].as_array().unwrap().iter().any(|finding| {
            finding["result"] == "met" && finding["measure"].as_str().unwrap().starts_with(head)
        });
        if !any {
            wrong.push(format!("nothing like {glob} is met"));
        }
    }
    wrong
}

/// All pairs of a Member State and a destination, for a listed item and one that no entry catches, and
/// the same with every trigger of Article 4.
#[test]
fn every_pair_of_member_state_and_destination_is_answered() {
    let file = cases("licensing/eu-pairs.toml");
    let classes = tables(&file, "class");
    let triggers = tables(&file, "trigger");
    let exporters = strings(file["exporters"].as_table().unwrap(), "members");
    assert_eq!(exporters.len(), 27);
    let listed = file["items"]["listed"].as_table().unwrap();
    let unlisted = toml::Table::new();
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    let mut pairs = 0;
    for exporter in &exporters {
        for destination in destinations() {
            let class = class(&classes, exporter, &destination);
            let id = class["id"].as_str().unwrap();
            for (kind, item) in [("listed", listed), ("unlisted", &unlisted)] {
                pairs += 1;
                let mut ask = request(item, &destination, &json!({}));
                ask["exporter"] = json!(exporter);
                let mut check = |request: &Value, expect: &Value, what: &str| {
                    let answer = license(request);
                    for failed in holds(side(&answer, "eu"), expect) {
                        let told = format!(
                            "{what} {id} {kind} ({exporter} to {destination} first): {failed}"
                        );
                        let key = format!("{what} {id} {kind}: {failed}");
                        *wrong
                            .entry(if wrong.contains_key(&key) { key } else { told })
                            .or_default() += 1;
                    }
                };
                check(&ask, &support::json(&class[kind]), "plain");
                if !["eu001", "others"].contains(&id) {
                    continue;
                }
                for trigger in &triggers {
                    ask["answers"] = support::json(&trigger["answers"]);
                    let mut expect = support::json(&trigger[kind]);
                    expect["never_authorisations"] =
                        support::json(&trigger["never_authorisations"]);
                    check(&ask, &expect, "trigger");
                }
            }
        }
    }
    assert!(pairs > 27 * 200 * 2, "only {pairs} pairs");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn pairs_that_a_table_easily_gets_wrong() {
    let file = cases("licensing/eu-pairs.toml");
    for pair in tables(&file, "pair") {
        let destination = pair["destination"].as_str().unwrap();
        let answers = pair.get("given").map_or(json!({}), support::json);
        let answer = license(&request(pair, destination, &answers));
        let wrong = holds(
            side(&answer, "eu"),
            &support::json(&toml::Value::Table(pair.clone())),
        );
        assert!(
            wrong.is_empty(),
            "{} to {destination}: {wrong:?}",
            pair["exporter"]
        );
    }
}
