//! Reads the cells of one line.

use super::label::{self, Key};
use super::{Column, Readable, Value};
use crate::classify::search::words;
use crate::rule::model::Kind;
use crate::rule::terms::{Units, parse_quantity};

pub(super) struct Reader<'a> {
    attributes: &'a [Readable<'a>],
    units: &'a Units,
    /// The keys of every name, with its attribute.
    names: Vec<(Key, usize)>,
}

pub(super) type Line = Result<Vec<(String, Value, String)>, &'static str>;

impl<'a> Reader<'a> {
    pub(super) fn new(attributes: &'a [Readable<'a>], units: &'a Units) -> Reader<'a> {
        let names = attributes.iter().enumerate().flat_map(|(at, attribute)| {
            attribute.names.iter().map(move |name| (Key::new(name), at))
        });
        let mut names: Vec<_> = names.filter(|(name, _)| !name.loose.is_empty()).collect();
        names.sort();
        names.dedup();
        Reader {
            attributes,
            units,
            names,
        }
    }

    /// The answers of one line.
    pub(super) fn line(&self, cells: &[&str], columns: &[Column]) -> Line {
        if let [only] = cells {
            return self.words(only);
        }
        let mut found = Vec::new();
        let mut reason = "no-attribute";
        let mut rest = cells;
        let mut at = 0;
        while let Some((label, behind)) = rest.split_first() {
            at += 1;
            rest = behind;
            if label.is_empty() || behind.is_empty() {
                continue;
            }
            // Values reach to the next label.
            let next = behind
                .iter()
                .skip(1)
                .position(|cell| columns.is_empty() && self.is_label(cell));
            let values = behind
                .get(..next.map_or(behind.len(), |next| next + 1))
                .unwrap_or(behind);
            let columns = columns.get(at..).unwrap_or_default();
            match self.cell(label, values, columns) {
                Ok(readings) => {
                    found.extend(readings);
                    rest = behind.get(values.len()..).unwrap_or_default();
                    at += values.len();
                }
                // The first trouble is about the label of the line.
                Err(trouble) if at == 1 => reason = trouble,
                Err(_) => {}
            }
        }
        if found.is_empty() {
            Err(reason)
        } else {
            Ok(found)
        }
    }

    fn is_label(&self, cell: &str) -> bool {
        let (name, _) = label::parts(cell, self.units);
        self.units.parse_unit(cell).is_none() && !self.named(name).is_empty()
    }

    /// A label and its values.
    fn cell(&self, label: &str, values: &[&str], columns: &[Column]) -> Line {
        let (name, unit) = label::parts(label, self.units);
        let named = self.named(name);
        if named.is_empty() {
            return Err("no-attribute");
        }
        if let Some(both) = named
            .iter()
            .find_map(|attribute| self.sides(attribute, values, unit))
        {
            return Ok(both.map(|(id, value)| (id, value, name.to_owned())).into());
        }
        let fitting = named.iter().filter_map(|attribute| {
            let value = self.value(attribute, values, unit, columns)?;
            Some((*attribute, value))
        });
        let fitting: Vec<_> = fitting.collect();
        let found = match fitting.as_slice() {
            [] => return Err("no-value"),
            [(attribute, value)] => {
                let end = self.end(attribute, value);
                vec![(
                    attribute.id.to_owned(),
                    end.unwrap_or_else(|| value.clone()),
                )]
            }
            [(first, value), (second, _)] => self.ends(first, second, value).ok_or("ambiguous")?,
            _ => return Err("ambiguous"),
        };
        Ok(found
            .into_iter()
            .map(|(id, value)| (id, value, name.to_owned()))
            .collect())
    }

    /// `640 x 512` for two attributes that are the sides of one thing.
    fn sides(
        &self,
        attribute: &Readable<'_>,
        values: &[&str],
        unit: Option<&str>,
    ) -> Option<[(String, Value); 2]> {
        let id = attribute.id;
        let other = match (id.strip_suffix("_horizontal"), id.strip_prefix('h')) {
            (Some(thing), _) => format!("{thing}_vertical"),
            (_, Some(rest)) => format!("v{rest}"),
            _ => return None,
        };
        let other = self
            .attributes
            .iter()
            .find(|attribute| attribute.id == other)?;
        let (first, second) = one(values)?.split_once(['x', '×', '*'])?;
        let (first, second) = (first.trim(), second.trim());
        let (Kind::Quantity { unit: a }, Kind::Quantity { unit: b }) = (attribute.kind, other.kind)
        else {
            return None;
        };
        // `45 x 37°`: the unit stands once.
        let own = second
            .trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c))
            .trim();
        let unit = unit.or(Some(own)).filter(|unit| !unit.is_empty());
        let read = |text: &str, wanted: &str| match self.numbers(text, unit, wanted)?.as_slice() {
            [one] => Some(Value::One(one.clone())),
            _ => None,
        };
        Some([
            (id.to_owned(), read(first, a)?),
            (other.id.to_owned(), read(second, b)?),
        ])
    }

    /// A range for two attributes that are its ends.
    fn ends(
        &self,
        first: &Readable<'_>,
        second: &Readable<'_>,
        value: &Value,
    ) -> Option<Vec<(String, Value)>> {
        let is = |low: &Readable<'_>, high: &Readable<'_>| {
            [("_min", "_max"), ("_low", "_high")]
                .iter()
                .any(|(from, to)| {
                    low.id
                        .strip_suffix(from)
                        .is_some_and(|thing| high.id.strip_suffix(to) == Some(thing))
                })
        };
        let (low, high) = if is(first, second) {
            (first, second)
        } else {
            is(second, first).then_some((second, first))?
        };
        let (Kind::Quantity { unit }, Value::One(text)) = (low.kind, value) else {
            return None;
        };
        let [from, to] = self.range(text, unit)?;
        Some(vec![(low.id.to_owned(), from), (high.id.to_owned(), to)])
    }

    /// The end of a range that an attribute asks for: `frame_rate_max`.
    fn end(&self, attribute: &Readable<'_>, value: &Value) -> Option<Value> {
        let (Kind::Quantity { unit }, Value::One(text)) = (attribute.kind, value) else {
            return None;
        };
        let [from, to] = self.range(text, unit)?;
        let is = |ends: [&str; 2]| ends.iter().any(|end| attribute.id.ends_with(end));
        if is(["_max", "_high"]) {
            Some(to)
        } else {
            is(["_min", "_low"]).then_some(from)
        }
    }

    /// Both ends of a range, in the unit asked for.
    fn range(&self, text: &str, unit: &str) -> Option<[Value; 2]> {
        let interval = parse_quantity(text, unit, self.units).ok()?.interval;
        let ends = interval.low.zip(interval.high);
        let ((from, _), (to, _)) = ends.filter(|(from, to)| from != to)?;
        let base = self.units.parse_unit(unit)?;
        let show = |number| Some(Value::One(format!("{} {unit}", base.from_base(number)?)));
        Some([show(from)?, show(to)?])
    }

    /// A line without cells: the longest label that leaves a value.
    fn words(&self, line: &str) -> Line {
        let spaces: Vec<usize> = line.match_indices(' ').map(|(at, _)| at).collect();
        let mut reason = "no-attribute";
        for at in spaces.into_iter().rev() {
            let Some((label, value)) = line.split_at_checked(at) else {
                continue;
            };
            // Numbers belong to the value, unless they are part of a remark.
            let (before, _) = label.split_once('(').unwrap_or((label, ""));
            if words::tokens(before)
                .iter()
                .any(|token| words::is_number(&token.folded))
            {
                continue;
            }
            match self.cell(label.trim(), &[value.trim()], &[]) {
                Err("no-attribute") => {}
                Err(trouble) => reason = trouble,
                found => return found,
            }
        }
        Err(reason)
    }

    /// Attributes of a name. A word more may change everything (`frame rate accuracy`), and so may
    /// a `min` or `max` that some attribute has in its name.
    fn named(&self, label: &str) -> Vec<&'a Readable<'a>> {
        let label = Key::new(label);
        let all = |fits: &dyn Fn(&Key) -> bool| {
            let named = self.names.iter().filter(|(name, _)| fits(name));
            let mut found: Vec<usize> = named.map(|(_, at)| *at).collect();
            found.sort_unstable();
            found.dedup();
            found
                .into_iter()
                .filter_map(|at| self.attributes.get(at))
                .collect::<Vec<_>>()
        };
        let exact = all(&|name| name.strict == label.strict);
        if exact.is_empty() {
            all(&|name| name.loose == label.loose)
        } else {
            exact
        }
    }

    fn value(
        &self,
        attribute: &Readable<'_>,
        cells: &[&str],
        unit: Option<&str>,
        columns: &[Column],
    ) -> Option<Value> {
        match attribute.kind {
            Kind::Quantity { unit: wanted } => {
                self.quantity(cells, unit, wanted, columns).map(Value::One)
            }
            Kind::Flag => one(cells)
                .and_then(yes_or_no)
                .map(|word| Value::One(word.to_owned())),
            Kind::Choice(_) => option(attribute, one(cells)?).map(Value::One),
            Kind::Set(_) => {
                let parts = one(cells)?.split([',', '/', '+']);
                let options: Option<Vec<String>> =
                    parts.map(|part| option(attribute, part)).collect();
                options.map(Value::Many)
            }
        }
    }

    /// One number, or the range of several.
    fn quantity(
        &self,
        cells: &[&str],
        label: Option<&str>,
        wanted: &str,
        columns: &[Column],
    ) -> Option<String> {
        let kind = |at: usize| columns.get(at).copied();
        let cell = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty());
        let is_unit = |cell: &str| {
            let plain = !cell.contains(|c: char| c.is_ascii_digit())
                || cell.starts_with(char::is_alphabetic);
            plain && self.units.parse_unit(cell).is_some()
        };
        let unit = cell
            .clone()
            .filter(|(_, cell)| bound(cell).is_none())
            .find(|(at, cell)| {
                kind(*at) == Some(Column::Unit)
                    || kind(*at).is_none_or(|kind| kind != Column::Number) && is_unit(cell)
            });
        let unit = unit.map(|(_, cell)| *cell).or(label);
        let (mut values, mut said) = (Vec::new(), "");
        for (at, cell) in cell {
            if let Some(word) = bound(cell).filter(|_| kind(at).is_none()) {
                said = word;
                continue;
            }
            if Some(*cell) == unit || !matches!(kind(at), None | Some(Column::Number)) {
                continue;
            }
            match self.numbers(cell, unit, wanted) {
                Some(read) => values.extend(read),
                // A remark behind the value.
                None if !values.is_empty() && kind(at).is_none() => {}
                None => return None,
            }
        }
        let single = |text: &str| {
            parse_quantity(text, wanted, self.units)
                .ok()?
                .interval
                .single()
        };
        match values.as_slice() {
            [] => None,
            [one] => {
                let bounded = format!("{said}{one}");
                parse_quantity(&bounded, wanted, self.units)
                    .ok()
                    .map(|_| bounded)
            }
            several => {
                let mut sorted: Vec<_> = several
                    .iter()
                    .map(|text| Some((single(text)?, text)))
                    .collect::<Option<_>>()?;
                sorted.sort();
                let ((low, from), (high, to)) = (sorted.first()?, sorted.last()?);
                if low == high {
                    return Some((*from).clone());
                }
                let range = format!("{from} to {to}");
                parse_quantity(&range, wanted, self.units)
                    .ok()
                    .map(|_| range)
            }
        }
    }

    /// The quantities of one cell, with the unit of the label or column where they have none.
    fn numbers(&self, cell: &str, unit: Option<&str>, wanted: &str) -> Option<Vec<String>> {
        let good = |text: &str| {
            let text = text.trim();
            // A bare number under a unit is in that unit, even where it could be a count.
            let bare = text.ends_with(|c: char| c.is_ascii_digit());
            let with = unit.map(|unit| format!("{text} {unit}"));
            let alone = (!bare || with.is_none()).then(|| text.to_owned());
            let mut texts = alone.into_iter().chain(with);
            texts.find(|text| parse_quantity(text, wanted, self.units).is_ok())
        };
        if let Some(whole) = good(cell) {
            return Some(vec![whole]);
        }
        for mark in [" / ", ", ", "/"] {
            let parts: Option<Vec<String>> = cell.split(mark).map(good).collect();
            if let Some(parts) = parts.filter(|parts| parts.len() > 1) {
                return Some(parts);
            }
        }
        // Conditions and remarks behind the value.
        [" @", "@", " (", " [", " at ", " bei ", ", ", "; "]
            .iter()
            .find_map(|mark| {
                let (value, _) = cell.split_once(mark)?;
                good(value).map(|value| vec![value])
            })
    }
}

/// The only cell with something in it.
fn one<'t>(cells: &[&'t str]) -> Option<&'t str> {
    let mut full = cells.iter().filter(|cell| !cell.is_empty());
    let first = full.next()?;
    full.next().is_none().then_some(first)
}

fn stems(label: &str) -> Vec<String> {
    Key::new(label).strict
}

/// A cell that only says what the next one is.
fn bound(cell: &str) -> Option<&'static str> {
    let word = cell.trim_end_matches('.').to_lowercase();
    let is = |words: &str| words.split(' ').any(|one| one == word);
    if is("min minimum") {
        Some("min ")
    } else if is("max maximum") {
        Some("max ")
    } else {
        is("typ typical nom nominal").then_some("")
    }
}

fn yes_or_no(cell: &str) -> Option<&'static str> {
    let cell = cell.trim().to_lowercase();
    let is = |words: &str| words.split(' ').any(|word| word == cell);
    if is("yes ja oui y true ✓ ✔ included inklusive inclus") {
        Some("yes")
    } else {
        is("no nein non n false ✗ ✘ without ohne sans").then_some("no")
    }
}

/// The option that a cell names; the only one whose words are all in it.
fn option(attribute: &Readable<'_>, cell: &str) -> Option<String> {
    let said = stems(cell);
    let names = |option: &(&str, Vec<&str>), fits: &dyn Fn(&[String]) -> bool| {
        let id = option.0.replace('-', " ");
        let labels = option.1.iter().map(|label| stems(label));
        labels
            .chain([stems(&id)])
            .any(|name| !name.is_empty() && fits(&name))
    };
    let only = |fits: &dyn Fn(&[String]) -> bool| {
        let mut found = attribute
            .options
            .iter()
            .filter(|option| names(option, fits));
        let first = found.next()?;
        found.next().is_none().then(|| first.0.to_owned())
    };
    only(&|name| name == said).or_else(|| only(&|name| name.iter().all(|stem| said.contains(stem))))
}
