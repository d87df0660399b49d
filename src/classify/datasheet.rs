//! Reads a pasted datasheet table into answers, line by line.
//!
//! A line is read only when its label is the name of exactly one attribute and its value is one of
//! that attribute's. Everything else is handed back unread, with the reason: never a guess.

use super::model::{Kind, Rules};
use super::search::{SearchInput, words};
use super::terms::{Units, parse_quantity};
use serde::Serialize;
use std::collections::BTreeMap;

/// Lines behind this one are handed back unread.
const LINES: usize = 2000;
/// Longer lines are handed back unread.
const LONGEST: usize = 400;

/// An attribute as datasheets name it.
#[derive(Debug, Clone)]
pub struct Readable<'a> {
    /// Id.
    pub id: &'a str,
    /// What a value looks like.
    pub kind: &'a Kind,
    /// Label in every language, and other names.
    pub names: Vec<&'a str>,
    /// Options: id and labels.
    pub options: Vec<(&'a str, Vec<&'a str>)>,
}

/// What a text says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Recognised {
    /// In the order of the lines.
    pub found: Vec<Reading>,
    /// Lines that are not read.
    pub unread: Vec<Unread>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Id.
    pub attribute: String,
    /// As it is answered: text, or a list of options.
    pub value: Value,
    /// From 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// The part of it that named the attribute.
    pub label: String,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Quantity, option, yes or no.
    One(String),
    /// Options of a set.
    Many(Vec<String>),
}

/// A line without an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// From 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// `no-attribute`, `no-value`, `ambiguous` (two attributes fit), `twice` (two different
    /// values), `too-long`
    pub reason: &'static str,
}

/// Reads `text` with the attributes of a family.
pub fn recognise(attributes: &[Readable<'_>], units: &Units, text: &str) -> Recognised {
    let reader = Reader::new(attributes, units);
    let mut all = Recognised::default();
    let mut columns = Vec::new();
    for (line, text) in text.lines().enumerate() {
        let text = text.trim_end();
        if text.trim().is_empty() || text.chars().all(|c| "-=_+| \t".contains(c)) {
            continue;
        }
        let unread = |reason| Unread {
            line: line + 1,
            text: text.trim().to_owned(),
            reason,
        };
        if line >= LINES || text.chars().count() > LONGEST {
            all.unread.push(unread("too-long"));
            continue;
        }
        let cells = cells(text);
        if let Some(found) = header(&cells) {
            columns = found;
            continue;
        }
        match reader.line(&cells, &columns) {
            Ok(readings) => all.found.extend(readings.into_iter().map(
                |(attribute, value, label)| Reading {
                    attribute,
                    value,
                    line: line + 1,
                    text: text.trim().to_owned(),
                    label,
                },
            )),
            Err(reason) => all.unread.push(unread(reason)),
        }
    }
    contradictions(&mut all);
    all
}

/// Reads `text` with the attributes that the rules of a family ask for.
pub fn recognise_for(rules: &Rules, input: &SearchInput, family: &str, text: &str) -> Recognised {
    let family = input
        .families
        .iter()
        .zip(0..)
        .find(|(text, _)| text.id == family);
    let asked = rules
        .attributes
        .iter()
        .zip(&input.attributes)
        .filter(|(_, text)| family.is_some_and(|(_, family)| text.families.contains(&family)));
    let attributes: Vec<Readable<'_>> = asked
        .map(|(attribute, text)| Readable {
            id: &attribute.id,
            kind: &attribute.kind,
            names: text
                .phrases
                .iter()
                .map(|phrase| phrase.text.as_str())
                .collect(),
            options: text
                .options
                .iter()
                .map(|option| {
                    (
                        option.id.as_str(),
                        option.labels.iter().map(String::as_str).collect(),
                    )
                })
                .collect(),
        })
        .collect();
    recognise(&attributes, &rules.units, text)
}

/// Two different values for one attribute are no value.
fn contradictions(all: &mut Recognised) {
    let mut values: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for reading in &all.found {
        let seen = values.entry(reading.attribute.clone()).or_default();
        if !seen.contains(&reading.value) {
            seen.push(reading.value.clone());
        }
    }
    let mut seen = Vec::new();
    for reading in std::mem::take(&mut all.found) {
        if values
            .get(&reading.attribute)
            .is_some_and(|values| values.len() > 1)
        {
            let (line, text) = (reading.line, reading.text);
            all.unread.push(Unread {
                line,
                text,
                reason: "twice",
            });
        } else if !seen.contains(&reading.attribute) {
            seen.push(reading.attribute.clone());
            all.found.push(reading);
        }
    }
    all.unread.sort_by_key(|unread| unread.line);
}

/// Cells of a line: tabs and bars keep empty cells, so that columns stay where they are.
fn cells(line: &str) -> Vec<&str> {
    for mark in ['\t', '|', ';'] {
        if line.contains(mark) {
            return line
                .trim_matches(['|', ' '])
                .split(mark)
                .map(str::trim)
                .collect();
        }
    }
    let spaced: Vec<&str> = line
        .trim()
        .split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    if spaced.len() > 1 {
        return spaced;
    }
    let line = line.trim();
    match line.split_once([':', '=']) {
        Some((label, value)) if !label.ends_with(['<', '>']) => vec![label.trim(), value.trim()],
        _ => vec![line],
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Label,
    Number,
    Unit,
    Other,
}

/// The columns of a line that only names columns.
fn header(cells: &[&str]) -> Option<Vec<Column>> {
    let column = |cell: &&str| {
        let name = words::fold(cell);
        let is = |names: &str| names.split(' ').any(|one| one == name);
        if is(
            "parameter parameters item characteristic specification kenngrosse eigenschaft merkmal parametre",
        ) {
            Some(Column::Label)
        } else if is(
            "min typ max minimum typical maximum nom nominal value values wert werte valeur mini maxi",
        ) {
            Some(Column::Number)
        } else if is("unit units einheit einheiten unite unites") {
            Some(Column::Unit)
        } else {
            let other = is(
                "symbol conditions condition remarks note notes bedingung bemerkung testconditions",
            );
            (other || name.is_empty()).then_some(Column::Other)
        }
    };
    let found: Option<Vec<Column>> = cells.iter().map(column).collect();
    found.filter(|found| found.len() > 1 && found.contains(&Column::Number))
}

struct Reader<'a> {
    attributes: &'a [Readable<'a>],
    units: &'a Units,
    /// Sorted stems of every name, with its attribute.
    names: Vec<(Vec<String>, usize)>,
}

type Line = Result<Vec<(String, Value, String)>, &'static str>;

impl<'a> Reader<'a> {
    fn new(attributes: &'a [Readable<'a>], units: &'a Units) -> Reader<'a> {
        let names = attributes
            .iter()
            .enumerate()
            .flat_map(|(at, attribute)| attribute.names.iter().map(move |name| (key(name), at)));
        let mut names: Vec<_> = names.filter(|(name, _)| !name.is_empty()).collect();
        names.sort();
        names.dedup();
        Reader {
            attributes,
            units,
            names,
        }
    }

    fn line(&self, cells: &[&str], columns: &[Column]) -> Line {
        if let [only] = cells {
            return self.words(only).map(|found| vec![found]);
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
            let next = behind.iter().skip(1).position(|cell| self.is_label(cell));
            let values = behind
                .get(..next.map_or(behind.len(), |next| next + 1))
                .unwrap_or(behind);
            let columns = columns.get(at..).unwrap_or_default();
            match self.cell(label, values, columns) {
                Ok(reading) => {
                    found.push(reading);
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
        let (name, _) = self.label(cell);
        !self.named(&key(name)).is_empty()
    }

    /// A label and its values.
    fn cell(
        &self,
        label: &str,
        values: &[&str],
        columns: &[Column],
    ) -> Result<(String, Value, String), &'static str> {
        let (name, unit) = self.label(label);
        let named = self.named(&key(name));
        if named.is_empty() {
            return Err("no-attribute");
        }
        let fitting = named.iter().filter_map(|attribute| {
            let value = self.value(attribute, values, unit, columns)?;
            Some((attribute.id.to_owned(), value, name.to_owned()))
        });
        let fitting: Vec<_> = fitting.collect();
        match <[_; 1]>::try_from(fitting) {
            Ok([one]) => Ok(one),
            Err(none) if none.is_empty() => Err("no-value"),
            Err(_) => Err("ambiguous"),
        }
    }

    /// A line without cells: the longest label that leaves a value.
    fn words(&self, line: &str) -> Result<(String, Value, String), &'static str> {
        let spaces: Vec<usize> = line.match_indices(' ').map(|(at, _)| at).collect();
        let mut reason = "no-attribute";
        for at in spaces.into_iter().rev() {
            let Some((label, value)) = line.split_at_checked(at) else {
                continue;
            };
            // Numbers belong to the value.
            if words::tokens(label)
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

    /// A label without footnotes and without the unit of its column.
    fn label<'t>(&self, label: &'t str) -> (&'t str, Option<&'t str>) {
        let label = label.trim_end_matches(['*', ':', '¹', '²', '³', '†', ' ']);
        for (open, close) in [
            ("(", ")"),
            ("[", "]"),
            (" in ", ""),
            (" / ", ""),
            (", ", ""),
        ] {
            let Some((name, unit)) = label
                .strip_suffix(close)
                .and_then(|label| label.rsplit_once(open))
            else {
                continue;
            };
            if self.units.parse_unit(unit).is_some() {
                return (name.trim(), Some(unit));
            }
            // A footnote, or a remark that changes nothing; `(peak)` would.
            let neutral =
                |stem: &String| is_neutral(stem) || ["chanel", "kanal"].contains(&stem.as_str());
            if close == ")" && words::stems(unit).iter().all(neutral) {
                return (name.trim(), None);
            }
        }
        (label, None)
    }

    /// Attributes of a name. A word more may change everything (`frame rate accuracy`).
    fn named(&self, label: &[String]) -> Vec<&'a Readable<'a>> {
        let named = self.names.iter().filter(|(name, _)| name == label);
        let mut found: Vec<usize> = named.map(|(_, at)| *at).collect();
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .filter_map(|at| self.attributes.get(at))
            .collect()
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
    let said = key(cell);
    let names = |option: &(&str, Vec<&str>), fits: &dyn Fn(&[String]) -> bool| {
        let id = option.0.replace('-', " ");
        let labels = option.1.iter().map(|label| key(label));
        labels
            .chain([key(&id)])
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

/// The stems of a label in order of the alphabet, without words that only qualify.
fn key(label: &str) -> Vec<String> {
    let tokens = words::tokens(label);
    let telling = |neutral: &dyn Fn(&str) -> bool| {
        let kept = tokens.iter().filter(|token| {
            let word = token.folded.as_str();
            !words::is_stop(word) && !words::is_number(word) && !neutral(word)
        });
        kept.map(|token| words::stem(&token.folded))
            .collect::<Vec<_>>()
    };
    let mut stems = telling(&is_neutral);
    if stems.is_empty() {
        stems = telling(&|_| false);
    }
    stems.sort();
    stems.dedup();
    stems
}

fn is_neutral(folded: &str) -> bool {
    NEUTRAL.split(' ').any(|word| word == folded)
}

/// Folded words that qualify a value without changing what it is.
const NEUTRAL: &str = "max maximum maximal maximale maxi min minimum minimal minimale mini typ \
    typical typisch nom nominal nennwert rated approx ca valu wert valeur spec specification \
    spezifikation range bereich plage";

#[cfg(test)]
mod tests;
