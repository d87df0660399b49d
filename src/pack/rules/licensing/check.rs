//! Every example of the measures, run through the same evaluation as users' cases.

use super::Licence;
use super::shapes::{ExamplePart, MeasurePart};
use crate::license::model::{Kind, Measure};
use crate::pack::licensing_pack::{MeasureTest, result};
use crate::pack::rules::build::Built;
use crate::pack::rules::definitions::Entry;
use crate::pack::rules::families::answer_text;
use crate::pack::rules::limits::{EDGES, untested};
use crate::pack::rules::provisions::day;
use crate::rule::model::Node;
use toml::Spanned;

const WORDS: [&str; 3] = ["met", "not-met", "unknown"];
const STATES: [&str; 4] = ["conditions-met", "open", "ruled-out", "out-of-scope"];

impl Licence<'_> {
    pub(super) fn check(&mut self, built: &Built) {
        let measures = self.files.measures.clone();
        for (_, entry) in &measures {
            let Some(index) = self
                .licensing
                .measures
                .iter()
                .position(|m| m.id == entry.id)
            else {
                continue;
            };
            for example in &entry.value.example {
                self.example(built, index as u32, entry, example);
            }
            self.complete(built, index, entry);
        }
    }

    fn example(
        &mut self,
        built: &Built,
        index: u32,
        entry: &Entry<MeasurePart>,
        example: &Spanned<ExamplePart>,
    ) {
        let of = example.get_ref();
        let at = example.span().start;
        let Some(measure) = self.licensing.measures.get(index as usize) else {
            return;
        };
        let known: &[&str] = if measure.kind == Kind::Authorisation {
            &STATES
        } else {
            &WORDS
        };
        if !known.contains(&of.expect.as_str()) {
            self.complaints.push(entry.complaint(
                at,
                "example",
                &format!("`{}` cannot be expected", of.expect),
                &format!("one of: {}", known.join(", ")),
            ));
            return;
        }
        let jurisdiction = self
            .licensing
            .jurisdictions
            .get(measure.jurisdiction as usize)
            .map(|of| of.id.clone())
            .unwrap_or_default();
        let test = MeasureTest {
            measure: index,
            codes: of.item.get(&jurisdiction).cloned().unwrap_or_default(),
            listed: of.listed.get(&jurisdiction).copied(),
            places: [
                of.destination.clone(),
                of.exporter.clone(),
                of.origin.clone(),
                of.end_user_country.clone(),
            ],
            parties: of.party_countries.clone(),
            answers: of
                .given
                .iter()
                .map(|(name, answer)| {
                    // `|` alone is the empty list; an empty text would be no answer.
                    let none = answer.as_array().is_some_and(Vec::is_empty);
                    let text = if none {
                        "|".to_owned()
                    } else {
                        answer_text(answer)
                    };
                    (name.clone(), text)
                })
                .collect(),
            as_of: of.as_of.as_ref().and_then(day),
            expect: of.expect.clone(),
        };
        match result(&built.rules, &self.licensing, &test) {
            Ok(found) if found == of.expect => self.examples.push(test),
            Ok(found) => self.complaints.push(entry.complaint(
                at,
                "example",
                &format!("`{}` is expected and `{found}` comes out", of.expect),
                "mend the example or the measure",
            )),
            Err(why) => self.complaints.push(entry.complaint(
                at,
                "example",
                &why,
                "mend the name in the example",
            )),
        }
    }

    /// Both outcomes are shown, and every limit from both sides.
    fn complete(&mut self, built: &Built, index: usize, entry: &Entry<MeasurePart>) {
        let Some(measure) = self.licensing.measures.get(index) else {
            return;
        };
        let (yes, no): (&[&str], &[&str]) = if measure.kind == Kind::Authorisation {
            (&["conditions-met", "open"], &["ruled-out", "out-of-scope"])
        } else {
            (&["met"], &["not-met"])
        };
        let shown = |words: &[&str]| {
            entry
                .value
                .example
                .iter()
                .any(|example| words.contains(&example.get_ref().expect.as_str()))
        };
        let mut missing = Vec::new();
        if !shown(yes) {
            missing.push(yes.join("` or `"));
        }
        if !shown(no) && !always(built, measure) {
            missing.push(no.join("` or `"));
        }
        for words in missing {
            self.complaints.push(entry.complaint(
                entry.at,
                "example",
                &format!("no example expects `{words}`"),
                "every measure has one that it applies to and one that it does not",
            ));
        }
        for (attribute, text) in self.limits.get(index).cloned().unwrap_or_default() {
            let examples = entry.value.example.iter();
            let given = examples.map(|example| &example.get_ref().given);
            if let Some(message) = untested(&built.rules, attribute, &text, given) {
                self.complaints
                    .push(entry.complaint(entry.at, "example", &message, EDGES));
            }
        }
    }
}

fn always(built: &Built, measure: &Measure) -> bool {
    let last = built.rules.nodes.get(measure.when.last as usize);
    measure.conditions.is_empty() && matches!(last, Some(Node::Always))
}
