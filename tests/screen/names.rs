//! Made-up names: letters of many scripts, particles, forms, titles, digits, punctuation.

use exportcheck::party::PartyKind;
use proptest::prelude::*;
use proptest::sample::select;

/// Letters from which words are made, one alphabet each.
const ALPHABETS: [&str; 14] = [
    "abcdefghijklmnopqrstuvwxyz",
    "aeiouklmnrst",
    "äöüßéèçñåøłžșğışõý",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "αβγδεζηθικλμνξοπρστυφχψως",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "華为技術有限公司北京上海大学金正日本東",
    "ひらかなカタカナンー",
    "한국김정은조선무역",
    "აბგდევზთიკლმნ",
    "աբգդեզէըթժի",
    "กขคงจฉชดตนบปา",
    "कखगघचजटडतदनपमरलसहाि",
];

const SMALL_WORDS: [&str; 34] = [
    "al",
    "bin",
    "de",
    "van",
    "von",
    "der",
    "and",
    "und",
    "of",
    "the",
    "y",
    "e",
    "abu",
    "GmbH",
    "OOO",
    "Ltd.",
    "Co.,",
    "S.A.",
    "AG",
    "LLC",
    "PJSC",
    "ООО",
    "ПАО",
    "Sp. z o.o.",
    "Dr.",
    "Sheikh",
    "Haji",
    "A.",
    "J",
    "Trading",
    "Mohammed",
    "Technologies",
    "ltd",
    "ABC",
];

const SEPARATORS: [&str; 8] = [" ", " ", " ", "-", ", ", " / ", "  ", "’"];

pub(crate) fn kind() -> impl Strategy<Value = PartyKind> {
    select(vec![
        PartyKind::Unknown,
        PartyKind::Person,
        PartyKind::Organisation,
        PartyKind::Vessel,
        PartyKind::Aircraft,
    ])
}

/// One word, of one alphabet.
fn word() -> impl Strategy<Value = String> {
    let of = |alphabet: &'static str| {
        let letters: Vec<char> = alphabet.chars().collect();
        prop::collection::vec(select(letters), 1..9).prop_map(String::from_iter)
    };
    let made = select(ALPHABETS.to_vec()).prop_flat_map(of);
    prop_oneof![
        6 => made,
        2 => select(SMALL_WORDS.to_vec()).prop_map(str::to_owned),
        1 => "[0-9]{1,4}",
        1 => "[a-z][0-9]{1,2}|[A-Z]{2,4}|\\(|\\)|\"|&|№|\u{200d}|\u{0301}|🚢",
    ]
}

/// Anything a form field may hold.
pub(crate) fn name() -> impl Strategy<Value = String> {
    prop::collection::vec((word(), select(SEPARATORS.to_vec())), 1..6).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(word, separator)| word + separator)
            .collect::<String>()
            .trim()
            .to_owned()
    })
}

/// Two names that have something to do with each other more often than chance would have it.
pub(crate) fn pair() -> impl Strategy<Value = (String, String)> {
    let changed = (name(), name(), any::<prop::sample::Index>(), 0..5u8).prop_map(
        |(name, other, at, change)| {
            let mut letters: Vec<char> = name.chars().collect();
            let place = if letters.is_empty() {
                0
            } else {
                at.index(letters.len())
            };
            match change {
                0 if !letters.is_empty() => drop(letters.remove(place)),
                1 if place + 1 < letters.len() => letters.swap(place, place + 1),
                2 => letters.insert(place, ' '),
                3 => letters.extend(format!(" {other}").chars()),
                _ => letters.retain(|letter| *letter != ' '),
            }
            (name, String::from_iter(letters))
        },
    );
    prop_oneof![3 => changed, 1 => (name(), name())]
}

/// A name of two Latin words, pronounceable, the longer one with at least six letters.
pub(crate) fn two_words() -> impl Strategy<Value = (String, String)> {
    let syllable = || ("[bdfgklmnprstvz]", "[aeiou]").prop_map(|(a, b)| a + &b);
    let word = move |least, most| {
        prop::collection::vec(syllable(), least..most).prop_map(|parts| parts.concat())
    };
    (word(2, 4), word(3, 6))
}
