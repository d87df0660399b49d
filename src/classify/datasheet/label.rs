//! Labels of datasheets: what counts in them.

use crate::classify::search::words::{self, Token};
use crate::rule::terms::Units;

/// The stems of a label in order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// With `min` and `max`.
    pub(super) strict: Vec<String>,
    /// Without.
    pub(super) loose: Vec<String>,
}

impl Key {
    pub(super) fn new(label: &str) -> Key {
        let tokens = words::tokens(label);
        let stems = |telling: &dyn Fn(&str) -> bool| {
            let kept = tokens.iter().map(|token| token.folded.as_str());
            let kept = kept.filter(|word| !words::is_stop(word) && telling(word));
            let mut stems: Vec<String> = kept
                .map(|word| match end(word) {
                    Some(end) => end.to_owned(),
                    None => words::stem(word),
                })
                .collect();
            stems.sort();
            stems.dedup();
            stems
        };
        let strict = stems(&|word| !is_neutral(word));
        let loose = stems(&|word| !is_neutral(word) && end(word).is_none());
        // A label that says nothing else names itself.
        let loose = if loose.is_empty() {
            strict.clone()
        } else {
            loose
        };
        Key { strict, loose }
    }
}

/// A label without footnotes and without the unit of its column.
pub(super) fn parts<'t>(label: &'t str, units: &Units) -> (&'t str, Option<&'t str>) {
    let label = label.trim_end_matches(['*', ':', '¹', '²', '³', '†', ' ']);
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        (" in ", ""),
        (" / ", ""),
        (", ", ""),
    ] {
        let inner = label
            .strip_suffix(close)
            .and_then(|label| label.rsplit_once(open));
        let Some((name, unit)) = inner else {
            continue;
        };
        if units.parse_unit(unit).is_some() {
            return (name.trim(), Some(unit));
        }
        if close == ")" && is_remark(unit, name) {
            return (name.trim(), None);
        }
    }
    (label, None)
}

/// A footnote, an abbreviation of the name, or words that change nothing; `(peak)` would.
fn is_remark(remark: &str, name: &str) -> bool {
    let initials: String = words::tokens(name)
        .iter()
        .filter_map(|token| token.folded.chars().next())
        .collect();
    let neutral = |token: &Token| {
        let word = token.folded.as_str();
        is_neutral(word) || ["per", "pro", "channel", "kanal"].contains(&word)
    };
    let tokens = words::tokens(remark);
    let footnote = matches!(tokens.as_slice(), [token] if token.folded.len() == 1);
    footnote || tokens.iter().all(neutral) || words::fold(remark) == initials
}

/// Which end of a range a word means.
fn end(folded: &str) -> Option<&'static str> {
    let is = |words: &str| words.split(' ').any(|word| word == folded);
    if is("max maximum maximal maximale maxi highest hochste upper") {
        Some("max")
    } else {
        is("min minimum minimal minimale mini lowest niedrigste tiefste lower").then_some("min")
    }
}

fn is_neutral(folded: &str) -> bool {
    NEUTRAL.split(' ').any(|word| word == folded)
}

/// Folded words that qualify a value without changing what it is.
const NEUTRAL: &str = "typ typical typisch nom nominal nennwert rated approx ca valu wert valeur \
    spec specification spezifikation range bereich plage";
