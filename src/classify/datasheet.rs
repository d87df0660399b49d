//! Reads a pasted datasheet table into answers, line by line.
//!
//! A line is read only when its label is the name of exactly one attribute and its value is one of
//! that attribute's. Everything else is handed back unread, with the reason: never a guess.

mod label;
mod reader;

use super::search::{SearchInput, words};
use crate::rule::model::{Kind, Rules};
use crate::rule::terms::Units;
use reader::Reader;
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

#[cfg(test)]
mod tests;
