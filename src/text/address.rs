//! Words of postal addresses: what a word says about the numbers and names beside it.

use super::table::{Table, rows};
use std::sync::LazyLock;

/// What a word is in an address. A word of no class names a street, a building or a small place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressWord {
    /// Its number is a room, flat or office: 5 in `office 5`.
    Unit,
    /// The same, and its number may stand before it: `27th floor`, `27/F`.
    Floor,
    /// Its number is a part of a house or an area: `block 4`, `km 12`.
    Sub,
    /// Its number is a post-office box.
    Box,
    /// Street, road, avenue.
    Street,
    /// Tower, house, plaza: the word before it names the building.
    Building,
    /// Says nothing: zone, district, north, a country.
    Generic,
    /// A place so large that sharing it says little.
    Town,
    /// A street name that many towns have.
    Frequent,
}

const CLASSES: [(&str, AddressWord); 9] = [
    ("unit", AddressWord::Unit),
    ("floor", AddressWord::Floor),
    ("sub", AddressWord::Sub),
    ("box", AddressWord::Box),
    ("street", AddressWord::Street),
    ("building", AddressWord::Building),
    ("generic", AddressWord::Generic),
    ("town", AddressWord::Town),
    ("frequent", AddressWord::Frequent),
];

const DATA: &str = include_str!("data/address.tsv");

static WORDS: LazyLock<Table<AddressWord>> = LazyLock::new(|| {
    Table::new(rows(DATA).flat_map(|(class, words)| {
        let class = CLASSES.iter().find(|(name, _)| *name == class);
        class
            .into_iter()
            .flat_map(move |(_, class)| words.split_whitespace().map(move |word| (word, *class)))
    }))
});

static SAME: LazyLock<Table<&'static str>> = LazyLock::new(|| {
    Table::new(
        rows(DATA)
            .filter(|(class, _)| *class == "same")
            .flat_map(|(_, words)| {
                let first = words.split_whitespace().next().unwrap_or_default();
                words.split_whitespace().map(move |word| (word, first))
            }),
    )
});

/// The class of a folded word.
#[must_use]
pub fn address_word(word: &str) -> Option<AddressWord> {
    WORDS.get(word)
}

/// The spelling under which a folded word is compared.
#[must_use]
pub fn address_spelling(word: &str) -> &str {
    SAME.get(word).unwrap_or(word)
}
