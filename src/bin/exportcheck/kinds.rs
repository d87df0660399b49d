//! Words for kinds of parties.

use exportcheck::party::PartyKind;

/// Our own words and the ones of other tools, in any case; empty means not known.
pub(crate) fn kind(text: &str) -> Option<PartyKind> {
    let word: String = text.trim().to_lowercase();
    Some(match word.as_str() {
        "" | "unknown" | "thing" | "legal" | "any" => PartyKind::Unknown,
        "person" | "individual" | "natural person" => PartyKind::Person,
        "organisation" | "organization" | "company" | "entity" | "legalentity" | "legal entity"
        | "publicbody" | "public body" | "business" | "firm" => PartyKind::Organisation,
        "vessel" | "ship" => PartyKind::Vessel,
        "aircraft" | "airplane" | "aeroplane" => PartyKind::Aircraft,
        _ => return None,
    })
}

/// What to say about a kind that is none.
pub(crate) fn unknown(text: &str) -> String {
    format!("`{text}` is no kind of party; write person, organisation, vessel, aircraft or nothing")
}
