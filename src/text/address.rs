//! Words of postal addresses: what a word says about the numbers and names beside it.

use super::table::rows;
use crate::fnv::Build;
use std::collections::HashMap;
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

type Words = HashMap<&'static str, (Option<AddressWord>, &'static str), Build>;

/// One look-up tells both: addresses are cut by the ten thousand.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut out = Words::default();
    for (class, words) in rows(DATA) {
        let class = CLASSES.iter().find(|(name, _)| *name == class);
        for word in words.split_whitespace() {
            let known = out.entry(word).or_insert((None, word));
            match class {
                // Of two classes the first in the file stays.
                Some((_, class)) => known.0 = known.0.or(Some(*class)),
                None => known.1 = words.split_whitespace().next().unwrap_or(word),
            }
        }
    }
    // A spelling has the class of the one it is compared as.
    let spelt: Vec<(&str, &str)> = out.iter().map(|(word, of)| (*word, of.1)).collect();
    for (word, first) in spelt {
        let class = out.get(first).and_then(|of| of.0);
        if let Some(known) = out.get_mut(word) {
            known.0 = known.0.or(class);
        }
    }
    out
});

/// The class of a folded word, and the spelling under which it is compared.
#[must_use]
pub fn address_word(word: &str) -> (Option<AddressWord>, &str) {
    WORDS.get(word).copied().unwrap_or((None, word))
}
