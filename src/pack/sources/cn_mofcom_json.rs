//! China's control lists (MOFCOM), from a third party's normalisation: export control list
//! (出口管制管控名单), unreliable entity list (不可靠实体清单), attention list (关注名单).
//!
//! MOFCOM announces entries on web pages; this reader takes the JSON a third party made of them, so a
//! mistake may be theirs. `last_verified`, the day they last compared, serves as the publication date.
//! An address has its postcode behind it in brackets, as `（邮编：104-0045）`, and is kept as it is.

use super::intake::{Intake, country_of, head};
use super::normalised_json::{self, Dialect, Entry, add_reason};
use super::{Reader, Reading, SourceFile};
use crate::party::Party;

/// The reader.
pub const READER: Reader = Reader {
    id: "cn-mofcom-json",
    title: "China MOFCOM control lists, third-party JSON",
    recognises,
    part: |_| "main",
    read,
};

fn recognises(file: &SourceFile<'_>) -> bool {
    let head = head(file.bytes);
    let lists = [
        "cn-attention-list",
        "cn-export-control-watchlist",
        "cn-unreliable-entity-list",
    ];
    head.contains("\"entity_name\"") && lists.iter().any(|list| head.contains(list))
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let dialect = Dialect {
        list_of: |id| match id {
            "cn-export-control-watchlist" => Some("cn-ucl"),
            "cn-attention-list" => Some("cn-att"),
            "cn-unreliable-entity-list" => Some("cn-uel"),
            _ => None,
        },
        details,
    };
    normalised_json::read(files, &dialect)
}

fn details(intake: &mut Intake<'_>, line: u64, entry: &Entry, party: &mut Party) {
    for text in &entry.addresses {
        let country = country_in(text);
        intake.add_address(party, line, "addresses", text, country);
    }
    add_reason(party, entry);
}

/// The country of a Chinese address (at its beginning) or of a Latin one (before the postcode).
fn country_in(address: &str) -> &str {
    const CHINESE: [(&str, &str); 4] = [
        ("日本", "JP"),
        ("美国", "US"),
        ("台湾", "TW"),
        ("韩国", "KR"),
    ];
    let chinese = CHINESE.iter().find(|(name, _)| address.starts_with(name));
    if let Some((_, code)) = chinese {
        return code;
    }
    let (place, _) = address.split_once('（').unwrap_or((address, ""));
    let last = place.rsplit(',').next().unwrap_or_default().trim();
    country_of(last).unwrap_or_default()
}
