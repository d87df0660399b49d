//! Which of our lists an OFAC record belongs to.
//!
//! The advanced and enhanced XML name the lists of each record. The CSV and plain XML only give
//! programmes, so for the non-SDN consolidated files the list follows from them (checked against the
//! Consolidated Screening List, which names the lists):
//!
//! | programme | list |
//! |---|---|
//! | `UKRAINE-EO13662` | `us-ssi` |
//! | `CMIC-EO13959` and other `CMIC-*` | `us-cmic` |
//! | `NS-PLC` | `us-plc` |
//! | `561-Related`, `561List`, `HIFPAA` and other `HIFPA*`, `*-CAPTA` | `us-cap` |
//! | `FSE-*` | `us-fse` |
//! | `*13599*` | `us-13599` |
//! | `CAATSA - RUSSIA`, `BURMA-EO14014`, `ILLICIT-DRUGS-EO14059`, `NS-ISA`, `NS-MBS`, `PEESA*` | `us-mbs` |
//! | `RUSSIA-EO14024` naming Directive 1a or 3 and not blocked | `us-mbs` |
//! | `RUSSIA-EO14024` naming Directive 2 and not blocked | `us-cap` |
//!
//! Any other programme beside one of these is the party's SDN programme and adds no list; the party
//! is in the SDN files too. A party with none of these is filed under `us-mbs` with a warning.

use super::fields::{Place, add_remark, partial_date};
use crate::date::Date;
use crate::party::Party;

/// Which of OFAC's two publications a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The SDN list: every record is on `us-sdn`.
    Sdn,
    /// The consolidated non-SDN list: records are on one or more sublists.
    NonSdn,
}

/// Id of the SDN list.
pub(super) const SDN: &str = "us-sdn";
/// Where a non-SDN party goes that names no list we know.
const FALLBACK: &str = "us-mbs";

/// The list id of a list name as the advanced and enhanced files write it; `None` for
/// `Consolidated List` (which is all of them) and unknown names.
pub(super) fn list_named(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let has = |words: &str| name.contains(words);
    let ids: [(bool, &'static str); 9] = [
        (has("sectoral"), "us-ssi"),
        (has("palestinian"), "us-plc"),
        (has("cmic") || has("military-industrial"), "us-cmic"),
        (has("capta") || has("correspondent account"), "us-cap"),
        (has("fse") || has("foreign sanctions evaders"), "us-fse"),
        (has("13599"), "us-13599"),
        (has("menu-based") || has("mbs"), "us-mbs"),
        (has("iranian sanctions act") || has("ns-isa"), "us-mbs"),
        (name == "sdn list" || has("specially designated"), SDN),
    ];
    ids.iter().find(|(fits, _)| *fits).map(|(_, id)| *id)
}

/// Whether a list name stands for the whole non-SDN publication.
pub(super) fn is_consolidated(name: &str) -> bool {
    name.to_lowercase().contains("consolidated")
}

/// The non-SDN lists of a record from its programmes and everything else it says (`text`).
pub(super) fn non_sdn_lists<'a>(
    programmes: impl IntoIterator<Item = &'a str>,
    text: &str,
) -> Vec<&'static str> {
    let mut lists = Vec::new();
    for programme in programmes {
        for list in of_programme(programme, text) {
            if !lists.contains(&list) {
                lists.push(list);
            }
        }
    }
    lists
}

/// SDN or non-SDN, from the programmes of each record; the file name decides unclear cases only.
pub(super) fn scope_of<'a>(records: impl Iterator<Item = Vec<&'a str>>, file_name: &str) -> Scope {
    // Programmes of both publications tell nothing.
    const BOTH: [&str; 3] = ["BURMA-EO14014", "ILLICIT-DRUGS-EO14059", "CAATSA - RUSSIA"];
    let (mut all, mut non_sdn) = (0_u32, 0_u32);
    for programmes in records {
        all += 1;
        let telling = programmes.into_iter().filter(|p| !BOTH.contains(p));
        non_sdn += u32::from(!non_sdn_lists(telling, "").is_empty());
    }
    let named = file_name.to_lowercase().contains("cons");
    if non_sdn * 2 > all || (named && non_sdn > 0) {
        Scope::NonSdn
    } else {
        Scope::Sdn
    }
}

/// One party per list, in order, all with the same reference.
pub(super) fn per_list(
    party: Party,
    scope: Scope,
    lists: &[&'static str],
    place: &mut Place<'_>,
) -> Vec<Party> {
    let on_sdn = lists.contains(&SDN);
    let mut targets: Vec<&str> = match scope {
        Scope::Sdn if on_sdn || lists.is_empty() => vec![SDN],
        _ => lists.iter().copied().filter(|list| *list != SDN).collect(),
    };
    let mut party = party;
    if scope == Scope::NonSdn && on_sdn {
        // The SDN files carry that entry; a second, partial us-sdn here would pass for the list.
        add_remark(&mut party, "Also on the SDN List");
    }
    if targets.is_empty() {
        let message = format!(
            "no list follows from the programmes `{}`; filed under {FALLBACK}",
            party.programmes.join("] [")
        );
        place.warn("unknown-program", "program", message);
        targets.push(FALLBACK);
    }
    if targets.len() > 1 {
        let message = format!("on several lists, one party each: {}", targets.join(", "));
        place.note("several-lists", "program", message);
    }
    targets
        .iter()
        .map(|list| Party {
            list: (*list).to_owned(),
            ..party.clone()
        })
        .collect()
}

/// The date of listing that the remarks or ids of a non-SDN record state for one list:
/// `Listing Date (CMIC) 03 Jun 2021`.
pub(super) fn listing_date(list: &str, text: &str) -> Option<Date> {
    let orders: &[&str] = match list {
        "us-cmic" => &["CMIC"],
        "us-mbs" => &[
            "EO 14024 Directive 1a",
            "EO 14024 Directive 3",
            "EO 14014 Directive 1",
        ],
        "us-cap" => &["EO 14024 Directive 2"],
        _ => &[],
    };
    let dates = orders.iter().filter_map(|order| {
        let (_, rest) = text.split_once(&format!("Listing Date ({order})"))?;
        let day = rest
            .trim_start_matches([':', ' '])
            .split([';', '.'])
            .next()?;
        let date = partial_date(day)?;
        Date::new(date.year, date.month, date.day)
    });
    dates.min()
}

fn of_programme(programme: &str, text: &str) -> Vec<&'static str> {
    let programme = programme.trim().to_uppercase();
    let one = |list| vec![list];
    match programme.as_str() {
        "UKRAINE-EO13662" => one("us-ssi"),
        "NS-PLC" => one("us-plc"),
        "561-RELATED" | "561LIST" => one("us-cap"),
        "CAATSA - RUSSIA" | "BURMA-EO14014" | "ILLICIT-DRUGS-EO14059" | "NS-ISA" | "NS-MBS" => {
            one("us-mbs")
        }
        "RUSSIA-EO14024" => of_directives(text),
        other if other.starts_with("CMIC-") => one("us-cmic"),
        other if other.starts_with("FSE-") => one("us-fse"),
        other if other.starts_with("HIFPA") || other.contains("CAPTA") => one("us-cap"),
        other if other.starts_with("PEESA") => one("us-mbs"),
        other if other.contains("13599") => one("us-13599"),
        _ => Vec::new(),
    }
}

/// A party blocked under E.O. 14024 carries the secondary-sanctions note of its section 11; its
/// directives are then history and it is no longer on the menu-based or CAPTA list.
fn of_directives(text: &str) -> Vec<&'static str> {
    if text.contains("Section 11 of Executive Order 14024") {
        return Vec::new();
    }
    let names = |directive: &str| text.contains(&format!("(EO 14024 Directive {directive})"));
    let mut lists = Vec::new();
    if names("1a") || names("1") || names("3") {
        lists.push("us-mbs");
    }
    if names("2") {
        lists.push("us-cap");
    }
    lists
}

/// A list a record is on, as the advanced and enhanced files name it.
#[derive(Debug, Clone)]
pub(super) struct Listing {
    /// The name of the list as published.
    pub(super) name: String,
    /// Since when.
    pub(super) date: Option<Date>,
}

/// SDN or non-SDN, from the file's own filter or else from what most records say.
pub(super) fn publication<'a>(
    filters: &[String],
    records: impl Iterator<Item = &'a [Listing]>,
) -> Scope {
    if let [filter] = filters {
        if is_consolidated(filter) {
            return Scope::NonSdn;
        }
        if list_named(filter) == Some(SDN) {
            return Scope::Sdn;
        }
    }
    let (mut sdn, mut consolidated) = (0_u32, 0_u32);
    for lists in records {
        let on = |test: &dyn Fn(&str) -> bool| lists.iter().any(|list| test(&list.name));
        sdn += u32::from(on(&|name| list_named(name) == Some(SDN)));
        consolidated += u32::from(on(&is_consolidated));
    }
    if consolidated > sdn {
        Scope::NonSdn
    } else {
        Scope::Sdn
    }
}

/// One party per list named, each with its own date of listing.
pub(super) fn listings(
    party: Party,
    scope: Scope,
    lists: &[Listing],
    place: &mut Place<'_>,
) -> Vec<Party> {
    let mut ids: Vec<&'static str> = Vec::new();
    let mut party = party;
    for list in lists {
        match list_named(&list.name) {
            Some(id) if !ids.contains(&id) => ids.push(id),
            Some(_) => {}
            None if is_consolidated(&list.name) => {}
            None => {
                let message = format!("`{}` is no list known here; kept in the remarks", list.name);
                place.warn("unknown-list", "sanctionsList", message);
                add_remark(&mut party, &format!("On list {}", list.name));
            }
        }
    }
    if scope == Scope::NonSdn && ids.iter().all(|id| *id == SDN) {
        let text = party.remarks.clone().unwrap_or_default();
        ids.extend(non_sdn_lists(
            party.programmes.iter().map(String::as_str),
            &text,
        ));
    }
    let mut parties = per_list(party, scope, &ids, place);
    for party in &mut parties {
        let dates = lists
            .iter()
            .filter(|list| list_named(&list.name) == Some(party.list.as_str()));
        party.listed_on = dates.filter_map(|list| list.date).min();
    }
    parties
}
