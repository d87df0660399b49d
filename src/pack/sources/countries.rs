//! Country names as the lists spell them -> ISO 3166-1 alpha-2, from `lists/countries.tsv`.

use std::collections::HashMap;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../../lists/countries.tsv");

/// The ISO code of a country name or code, in any spelling the table knows; case and accents as given
/// in the table are folded to lower case, punctuation is ignored.
#[must_use]
pub fn code_of(name: &str) -> Option<&'static str> {
    static INDEX: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let rows = TABLE
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        rows.flat_map(|line| {
            let mut fields = line.split('\t');
            let code = fields.next().unwrap_or_default();
            let spellings = fields.flat_map(|field| field.split('|'));
            std::iter::once(code)
                .chain(spellings)
                .map(move |s| (fold(s), code))
                .collect::<Vec<_>>()
        })
        .filter(|(spelling, _)| !spelling.is_empty())
        .collect()
    });
    index.get(&fold(name)).copied()
}

fn fold(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
