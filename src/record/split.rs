//! A case parted into what the engine works with and what people judged, and joined again. Nothing
//! gets lost on the way there and back: what cannot be taken out whole stays where it is.

use serde_json::{Map, Value};

/// Members of a case that only people write.
const JUDGED: [&str; 2] = ["judgements", "decisions"];

/// A case in two.
#[derive(Debug, Clone, PartialEq)]
pub struct Halves {
    /// Without judgements, decisions and trust.
    pub case: Value,
    /// `judgements`, `decisions`, and `trusted` with the party's id as `party`.
    pub human: Value,
}

/// Parts a case.
#[must_use]
pub fn split(mut case: Value) -> Halves {
    let mut human = Map::new();
    let mut trusted = Vec::new();
    if let Value::Object(members) = &mut case {
        for name in JUDGED {
            if let Some(value) = members.remove(name) {
                human.insert(name.to_owned(), value);
            }
        }
        if let Some(Value::Array(parties)) = members.get_mut("parties") {
            let ids: Vec<Option<String>> = parties.iter().map(id_of).collect();
            for (party, id) in parties.iter_mut().zip(&ids) {
                // Without a name of its own the party would not be found again.
                let only = |id: &&String| ids.iter().flatten().filter(|of| of == id).count() == 1;
                let Some(id) = id.as_ref().filter(only) else {
                    continue;
                };
                trusted.extend(take_trust(party, id));
            }
        }
    }
    if !trusted.is_empty() {
        human.insert("trusted".to_owned(), Value::Array(trusted));
    }
    Halves {
        case,
        human: Value::Object(human),
    }
}

/// Joins the halves; `None` when they do not belong together.
#[must_use]
pub fn join(case: &Value, human: &Value) -> Option<Value> {
    let mut case = case.clone();
    let mut human = human.as_object()?.clone();
    let trusted = human.remove("trusted");
    let members = match case.as_object_mut() {
        Some(members) => members,
        // Not a case at all: it was never parted.
        None if human.is_empty() && trusted.is_none() => return Some(case),
        None => return None,
    };
    for (name, value) in human {
        if !JUDGED.contains(&name.as_str()) || members.insert(name, value).is_some() {
            return None;
        }
    }
    let Some(trusted) = trusted else {
        return Some(case);
    };
    let parties = members.get_mut("parties")?.as_array_mut()?;
    for one in trusted.as_array()? {
        let mut trust = one.as_object()?.clone();
        let id = trust.remove("party")?;
        let mut found = parties.iter_mut().filter(|of| of.get("id") == Some(&id));
        let party = found.next()?.as_object_mut()?;
        if party
            .insert("trusted".to_owned(), Value::Object(trust))
            .is_some()
        {
            return None;
        }
    }
    Some(case)
}

fn id_of(party: &Value) -> Option<String> {
    party.get("id")?.as_str().map(str::to_owned)
}

/// Takes the trust out of a party, when it is an object that has room for the party's id.
fn take_trust(party: &mut Value, id: &str) -> Option<Value> {
    let party = party.as_object_mut()?;
    let fits = party
        .get("trusted")?
        .as_object()
        .is_some_and(|trust| !trust.contains_key("party"));
    if !fits {
        return None;
    }
    let mut trust = party.remove("trusted")?;
    trust
        .as_object_mut()?
        .insert("party".to_owned(), Value::String(id.to_owned()));
    Some(trust)
}
