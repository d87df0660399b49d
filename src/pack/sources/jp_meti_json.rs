//! Japan's Foreign End User List (METI, 外国ユーザーリスト), from a third party's normalisation.
//!
//! METI publishes the list as a PDF and a spreadsheet for people; this reader takes the JSON a third
//! party made of it, so a mistake may be theirs. `last_verified`, the day they last compared, serves as
//! the publication date. The only address is the country. In some entries the columns were split
//! wrongly: `entity_name` is empty and the name stands behind the country, from where it is taken.

use super::intake::{Intake, add_programme, country_of, head};
use super::normalised_json::{self, Dialect, Entry, add_reason};
use super::{Reader, Reading, SourceFile};
use crate::party::{CountryRole, NameKind, Party};

/// The reader.
pub const READER: Reader = Reader {
    id: "jp-meti-json",
    title: "Japan METI Foreign End User List, third-party JSON",
    recognises,
    part: |_| "main",
    read,
};

fn recognises(file: &SourceFile<'_>) -> bool {
    let head = head(file.bytes);
    head.contains("\"jp-end-user-list\"") && head.contains("\"entity_name\"")
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let dialect = Dialect {
        list_of: |id| (id == "jp-end-user-list").then_some("jp-eul"),
        details,
    };
    normalised_json::read(files, &dialect)
}

fn details(intake: &mut Intake<'_>, line: u64, entry: &Entry, party: &mut Party) {
    for text in &entry.addresses {
        if country_of(text).is_some() {
            intake.add_country(party, line, "addresses", text, CountryRole::Stated);
        } else if let Some((country, name)) = split_country(text) {
            intake.add_country(party, line, "addresses", country, CountryRole::Stated);
            let kind = match party.names.is_empty() {
                true => NameKind::Primary,
                false => NameKind::Alias,
            };
            party.add_name(name, kind);
            let message =
                format!("`{text}` is a country with a name behind it; `{name}` is taken as a name");
            intake.warning("name-in-address", line, "addresses", message);
        } else {
            intake.add_country(party, line, "addresses", text, CountryRole::Stated);
        }
    }
    // `大量破壊兵器等の懸念: ミサイル、核 M,N; 通常兵器の懸念: CW`: the letters are the concerns METI prints.
    for part in entry.reason.split(|c: char| !c.is_ascii_alphabetic()) {
        if matches!(part, "B" | "C" | "M" | "N" | "CW") {
            add_programme(party, part);
        }
    }
    add_reason(party, entry);
}

/// `People's Republic of China BVI Electronics` -> the country and the rest.
fn split_country(text: &str) -> Option<(&str, &str)> {
    let ends = text.match_indices(' ').map(|(at, _)| at);
    let mut found = None;
    for end in ends {
        let (country, rest) = text.split_at_checked(end)?;
        if country_of(country).is_some() {
            found = Some((country, rest.trim()));
        }
    }
    found
}
