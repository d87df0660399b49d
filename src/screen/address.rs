//! Two postal addresses: are they the same house or post-office box? Sharing a city or an industrial
//! zone is nothing. What counts is the number, the street or building beside it, and the town.

use super::skeleton::{Skeleton, skeleton};
use crate::text::{self, AddressWord, Readings, address_word};
use serde::Serialize;

/// A listed party at an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AddressHit {
    /// Id of the list.
    pub list: String,
    /// The publisher's reference.
    pub reference: String,
    /// The primary name.
    pub name: String,
    /// The listed address as published.
    pub address: String,
    /// Its country, where the list says.
    pub country: Option<String>,
    /// Numbers and words the two share, as the list writes them.
    pub shared: Vec<String>,
    /// The same room or flat, another one in the same house, or not said.
    pub unit: Unit,
}

/// Rooms, floors and flats of two addresses in one house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Both name the same one, or the same post-office box.
    Same,
    /// At least one of them names none.
    NotStated,
    /// They name different ones: perhaps only neighbours.
    Other,
}

/// An address taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    names: Vec<Name>,
    houses: Vec<Number>,
    boxes: Vec<Number>,
    units: Vec<Number>,
    postcodes: Vec<Number>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    latin: String,
    sound: Skeleton,
    rank: Rank,
    /// Names a building: `Ibex` in `Ibex House`.
    building: bool,
    /// How many names stand before it.
    at: usize,
    place: (u32, u32),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    text: String,
    /// How many names stand before it.
    at: usize,
    place: (u32, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Town,
    Frequent,
    Rare,
}

/// What two addresses share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Ranges of bytes in the listed address.
    pub places: Vec<(u32, u32)>,
    /// See [`Unit`].
    pub unit: Unit,
}

/// Words whose number is a house number.
const HOUSES: [&str; 5] = ["house", "haus", "villa", "zd", "zdanie"];
/// Names up to so far from a house number may be its street or building.
const NEAR: usize = 3;
/// A box number this short exists in every town district.
const SHORT_BOX: usize = 2;

/// Takes an address apart.
#[must_use]
pub fn parse(address: &str, readings: Option<&Readings>) -> Parsed {
    Reader::new(address, readings).run()
}

/// What two addresses share when they are the same house or box.
#[must_use]
pub fn same(asked: &Parsed, listed: &Parsed) -> Option<Shared> {
    let ours = |name: &Name| asked.names.iter().any(|other| alike(name, other));
    let theirs = |name: &Name| listed.names.iter().any(|other| alike(name, other));
    let shared: Vec<&Name> = listed.names.iter().filter(|name| ours(name)).collect();
    let count = |rank: Rank| {
        let of_rank = shared.iter().filter(|name| name.rank == rank);
        let mut words: Vec<&str> = of_rank.map(|name| name.latin.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        words.len()
    };
    let (towns, frequent, rare) = (count(Rank::Town), count(Rank::Frequent), count(Rank::Rare));
    let named = frequent + rare;
    let odd = |parsed: &Parsed, known: &dyn Fn(&Name) -> bool| {
        parsed
            .names
            .iter()
            .any(|name| name.rank == Rank::Rare && !known(name))
    };
    // Each names something the other does not: two streets, or two ways to describe one place.
    let apart = odd(asked, &theirs) && odd(listed, &ours);
    let boxes = common(&asked.boxes, &listed.boxes);
    let houses = common(&asked.houses, &listed.houses);
    let units = common(&asked.units, &listed.units);
    let postcodes = common(&asked.postcodes, &listed.postcodes);
    let elsewhere = postcodes.is_empty()
        && (far_apart(&asked.postcodes, &listed.postcodes)
            || (towns == 0 && rare < 3 && asked.has_town() && listed.has_town()));
    let by_box = boxes.iter().any(|number| {
        let short = number.text.len() <= SHORT_BOX;
        towns + rare > 0 && !(short && apart && rare == 0)
    });
    let by_house = houses.iter().any(|number| {
        let street_differs = !nearest_is(listed, number, &ours)
            && asked
                .houses
                .iter()
                .filter(|house| house.text == number.text)
                .all(|house| !nearest_is(asked, house, &theirs));
        let near = shared
            .iter()
            .any(|name| name.rank != Rank::Town && distance(name, number) <= NEAR);
        let enough = rare >= 2
            || (named > 0 && !postcodes.is_empty())
            || (rare > 0 && frequent + towns > 0 && !apart)
            || (frequent > 0 && towns > 0 && !apart);
        near && enough && !street_differs
    });
    let other_house = !asked.houses.is_empty() && !listed.houses.is_empty() && houses.is_empty();
    let names_it = |parsed: &Parsed, known: &dyn Fn(&Name) -> bool| {
        let mut names = parsed.names.iter();
        names.any(|name| name.building && known(name))
    };
    let by_building = !other_house
        && names_it(listed, &ours)
        && names_it(asked, &theirs)
        && (rare >= 2 || (frequent + towns >= 2 && !apart));
    if elsewhere || !(by_box || by_house || by_building) {
        return None;
    }
    let other_box = !asked.boxes.is_empty() && !listed.boxes.is_empty() && boxes.is_empty();
    let unit = if by_box || !units.is_empty() {
        Unit::Same
    } else if other_box || (!asked.units.is_empty() && !listed.units.is_empty()) {
        Unit::Other
    } else {
        Unit::NotStated
    };
    let mut places: Vec<(u32, u32)> = shared.iter().map(|name| name.place).collect();
    let numbers = [boxes, houses, units, postcodes];
    places.extend(numbers.iter().flatten().map(|number| number.place));
    places.sort_unstable();
    places.dedup();
    Some(Shared { places, unit })
}

/// Keys under which an address is found: every box, every house number with the names beside it,
/// every named building. Two addresses that are the same share a key.
pub(super) fn keys(parsed: &Parsed, mut each: impl FnMut(u32)) {
    for number in &parsed.boxes {
        each(key(1, &number.text, 0));
    }
    for number in &parsed.houses {
        for name in &parsed.names {
            if name.rank != Rank::Town && distance(name, number) <= NEAR {
                each(key(2, &number.text, sound_of(name)));
            }
        }
    }
    for name in parsed.names.iter().filter(|name| name.building) {
        each(key(3, "", sound_of(name)));
    }
}

impl Parsed {
    fn has_town(&self) -> bool {
        self.names.iter().any(|name| name.rank == Rank::Town)
    }
}

/// Postcodes of one form whose regions differ. The last digits are often mistyped.
fn far_apart(asked: &[Number], listed: &[Number]) -> bool {
    let region = |number: &Number| number.text.get(..2).map(str::to_owned);
    let pairs = || {
        asked
            .iter()
            .flat_map(|a| listed.iter().map(move |b| (a, b)))
    };
    let comparable = |a: &Number, b: &Number| {
        let digits = |number: &Number| number.text.bytes().all(|b| b.is_ascii_digit());
        a.text.len() == b.text.len() && digits(a) && digits(b)
    };
    pairs().any(|(a, b)| comparable(a, b))
        && !pairs().any(|(a, b)| comparable(a, b) && region(a) == region(b))
}

/// Listed numbers that are asked for.
fn common<'a>(asked: &[Number], listed: &'a [Number]) -> Vec<&'a Number> {
    let known = |number: &&Number| asked.iter().any(|other| other.text == number.text);
    listed.iter().filter(known).collect()
}

/// Whether one of the names right beside a number is one of the known.
fn nearest_is(parsed: &Parsed, number: &Number, known: &dyn Fn(&Name) -> bool) -> bool {
    parsed
        .names
        .iter()
        .filter(|name| distance(name, number) <= 1)
        .any(|name| name.rank != Rank::Town && known(name))
}

/// 1 for the name right before or after the number.
fn distance(name: &Name, number: &Number) -> usize {
    if name.at >= number.at {
        name.at - number.at + 1
    } else {
        number.at - name.at
    }
}

fn alike(a: &Name, b: &Name) -> bool {
    a.latin == b.latin
        || (a.rank == b.rank && a.sound == b.sound && sound_counts(a) && sound_counts(b))
}

/// Short words sound alike by chance; numbers are no sounds.
fn sound_counts(name: &Name) -> bool {
    name.latin.len() >= 5
        && super::skeleton::length(name.sound) >= 3
        && name.latin.bytes().all(|b| b.is_ascii_lowercase())
}

fn sound_of(name: &Name) -> u64 {
    if sound_counts(name) {
        name.sound
    } else {
        name.latin.bytes().fold(u64::MAX, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

fn key(kind: u8, number: &str, sound: u64) -> u32 {
    let bytes = std::iter::once(kind)
        .chain(number.bytes())
        .chain(sound.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 32) as u32 ^ hash as u32
}

/// A word of an address with what surrounds it.
struct Token {
    latin: String,
    class: Option<AddressWord>,
    place: (u32, u32),
    /// Number of the part between commas.
    part: usize,
    /// Joined to the token before: `4-6`, `12/3`, `Sh-2`.
    joined: bool,
}

/// What the last number was, for one joined to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    House,
    Box,
    Unit,
    Other,
}

struct Reader {
    tokens: Vec<Token>,
    out: Parsed,
    boxes_follow: bool,
    last: Role,
}

impl Reader {
    fn new(address: &str, readings: Option<&Readings>) -> Reader {
        let mut tokens = Vec::new();
        let (mut part, mut last) = (0, 0);
        for piece in text::pieces(address, readings) {
            let between = address.get(last..piece.start as usize).unwrap_or_default();
            part += usize::from(between.contains([',', ';', '\n', '(', ')', '，', '、', '،']));
            let joined = matches!(between.trim(), "-" | "/" | "–" | "—");
            last = piece.end as usize;
            let place = (piece.start, piece.end);
            let (number, floor) = cut(piece.latin);
            let (class, spelling) = address_word(&number);
            let latin = if spelling == number {
                number
            } else {
                spelling.to_owned()
            };
            tokens.push(Token {
                class,
                latin,
                place,
                part,
                joined,
            });
            if floor {
                tokens.push(Token {
                    latin: "f".to_owned(),
                    class: Some(AddressWord::Floor),
                    place,
                    part,
                    joined: true,
                });
            }
        }
        Reader {
            tokens,
            out: Parsed::default(),
            boxes_follow: false,
            last: Role::Other,
        }
    }

    fn run(mut self) -> Parsed {
        for at in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(at) else {
                break;
            };
            if is_number(&token.latin) {
                self.number(at);
                continue;
            }
            self.boxes_follow = token.class == Some(AddressWord::Box)
                || (self.boxes_follow && token.class == Some(AddressWord::Generic));
            let rank = match token.class {
                None if token.latin.len() < 2 => continue,
                // Syllables and abbreviations: shared by chance.
                None if token.latin.len() == 2 => Rank::Frequent,
                None => Rank::Rare,
                Some(AddressWord::Town) => Rank::Town,
                Some(AddressWord::Frequent) => Rank::Frequent,
                Some(_) => continue,
            };
            let building = rank == Rank::Rare && self.names_building(at);
            let (latin, place) = (token.latin.clone(), token.place);
            self.name(latin, rank, building, place);
        }
        self.out
    }

    fn name(&mut self, latin: String, rank: Rank, building: bool, place: (u32, u32)) {
        self.out.names.push(Name {
            sound: skeleton(&latin),
            latin,
            rank,
            building,
            at: self.out.names.len(),
            place,
        });
    }

    fn class(&self, at: usize) -> Option<AddressWord> {
        self.tokens.get(at).and_then(|token| token.class)
    }

    /// `Ibex House`, `Mahan Tower`; not over a comma.
    fn names_building(&self, at: usize) -> bool {
        let part = |at: usize| self.tokens.get(at).map(|token| token.part);
        (at + 1..at + 3)
            .take_while(|next| part(*next) == part(at))
            .find(|next| !matches!(self.class(*next), Some(AddressWord::Generic)))
            .is_some_and(|next| self.class(next) == Some(AddressWord::Building))
    }

    /// What a number means follows from the words beside it.
    fn number(&mut self, at: usize) {
        let Some(token) = self.tokens.get(at) else {
            return;
        };
        let text = token.latin.trim_start_matches('0');
        let number = Number {
            text: text.to_owned(),
            at: self.out.names.len(),
            place: token.place,
        };
        let part = token.part;
        let ordinal = ["st", "nd", "rd", "th"]
            .iter()
            .any(|end| text.ends_with(end));
        // `No.` and the like between a word and its number say nothing.
        let before = (0..at)
            .rev()
            .take_while(|of| self.tokens.get(*of).is_some_and(|token| token.part == part))
            .find(|of| self.class(*of) != Some(AddressWord::Generic));
        let word_before = before.and_then(|of| self.class(of));
        let latin_before = before.and_then(|of| self.tokens.get(of));
        // The number of a house is the house, that of a tower or block only a part of the place.
        let within = match word_before {
            Some(AddressWord::Unit | AddressWord::Floor | AddressWord::Sub) => true,
            Some(AddressWord::Building) => {
                latin_before.is_some_and(|of| !HOUSES.contains(&of.latin.as_str()))
            }
            _ => false,
        };
        let follows_number = |reader: &Reader, of: usize| {
            let earlier = of.checked_sub(1).and_then(|of| reader.tokens.get(of));
            earlier.is_none_or(|token| token.part != part || is_number(&token.latin))
        };
        let next_is_floor = self.class(at + 1) == Some(AddressWord::Floor)
            && self
                .tokens
                .get(at + 2)
                .is_none_or(|token| !is_number(&token.latin));
        let earlier = at.checked_sub(1).and_then(|of| self.tokens.get(of));
        let continues = earlier.filter(|of| {
            // Boxes of some countries are two numbers with a blank between.
            is_number(&of.latin) && of.part == part && (token.joined || self.last == Role::Box)
        });
        let coded = token.joined && text.len() < 4 && earlier.is_some_and(|of| of.latin.len() <= 2);
        if let Some(before) = continues {
            let range = || Some((before.latin.parse().ok()?, text.parse().ok()?));
            match self.last {
                Role::Box => {
                    if let Some(whole) = self.out.boxes.last_mut() {
                        whole.text = format!("{}-{text}", whole.text);
                        whole.place.1 = number.place.1;
                    }
                }
                // `16-18` is two houses, `128-1-125` is one house with its parts.
                Role::House if range().is_some_and(|(from, to): (u32, u32)| from < to) => {
                    self.out.houses.push(number);
                }
                _ => self.out.units.push(number),
            }
            return;
        }
        self.last = Role::Other;
        if self.boxes_follow {
            self.boxes_follow = false;
            self.last = Role::Box;
            self.out.boxes.push(number);
        } else if within || next_is_floor {
            self.last = Role::Unit;
            self.out.units.push(number);
        } else if ordinal {
            // `10th Street` is a name.
            let latin = text.trim_end_matches(char::is_alphabetic).to_owned();
            self.name(format!("no{latin}"), Rank::Frequent, false, number.place);
        } else if coded && earlier.is_some_and(|of| of.class.is_none()) {
            // `Sh-2`, `F-10`: names of streets and quarters.
            self.name(format!("no{text}"), Rank::Frequent, false, number.place);
        } else if word_before == Some(AddressWord::Street)
            && before.is_some_and(|of| follows_number(self, of))
        {
            // `Street 13`, where no name stands before `Street`: the number is the name.
            self.name(format!("no{text}"), Rank::Frequent, false, number.place);
        } else if is_postcode(text, || self.has_street(part) || part == 0) {
            self.out.postcodes.push(number);
        } else if text.is_empty() {
        } else if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.last = Role::Unit;
            self.out.units.push(number);
        } else {
            self.last = Role::House;
            self.out.houses.push(number);
        }
    }

    fn has_street(&self, part: usize) -> bool {
        let street = |token: &Token| token.class == Some(AddressWord::Street);
        self.tokens
            .iter()
            .any(|token| token.part == part && street(token))
    }
}

fn is_number(latin: &str) -> bool {
    latin.bytes().any(|b| b.is_ascii_digit())
}

/// `27f` is `27 f`; `2a` stays a house number.
fn cut(mut latin: String) -> (String, bool) {
    let number = latin.strip_suffix('f').unwrap_or_default();
    let floor = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    if floor {
        latin.pop();
    }
    (latin, floor)
}

/// Five digits or more, letters and digits mixed, or four digits away from any street.
fn is_postcode(text: &str, beside_street: impl Fn() -> bool) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.len() - digits;
    digits >= 5 || (letters >= 1 && digits >= 1 && text.len() >= 3 && !house(text)) || {
        digits == 4 && letters == 0 && !beside_street()
    }
}

/// Digits and at most one letter behind them.
fn house(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() <= 1 && rest.len() < text.len()
}
