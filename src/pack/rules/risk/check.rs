//! Every example of the indicators, run through the same evaluation as users' cases.

use super::Risks;
use super::shapes::{ExamplePart, IndicatorPart};
use crate::license::model::Licensing;
use crate::pack::risk_pack::{IndicatorTest, result};
use crate::pack::rules::build::Built;
use crate::pack::rules::definitions::Entry;
use crate::pack::rules::families::answer_text;
use crate::pack::rules::limits::{EDGES, untested};
use crate::pack::rules::provisions::day;
use crate::rule::model::Node;
use toml::Spanned;

const WORDS: [&str; 3] = ["met", "not-met", "unknown"];

impl Risks<'_> {
    pub(super) fn check(&mut self, built: &Built, licensing: &Licensing) {
        let indicators = std::mem::take(&mut self.files.indicators);
        for entry in &indicators {
            let Some(index) = self.risk.indicators.iter().position(|of| of.id == entry.id) else {
                continue;
            };
            for example in &entry.value.example {
                self.example(built, licensing, index, entry, example);
            }
            self.complete(built, index, entry);
        }
        self.files.indicators = indicators;
    }

    fn example(
        &mut self,
        built: &Built,
        licensing: &Licensing,
        index: usize,
        entry: &Entry<IndicatorPart>,
        example: &Spanned<ExamplePart>,
    ) {
        let of = example.get_ref();
        let mut complain = |message: &str, help: &str| {
            self.complaints
                .push(entry.complaint(example.span().start, "example", message, help));
        };
        if !WORDS.contains(&of.expect.as_str()) {
            complain(
                &format!("`{}` cannot be expected", of.expect),
                &format!("one of: {}", WORDS.join(", ")),
            );
            return;
        }
        let test = IndicatorTest {
            indicator: index as u32,
            given: of
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
            expect: of.expect.clone(),
        };
        let outside = self.risk.indicators.get(index).is_some_and(|indicator| {
            let law = indicator
                .jurisdiction
                .and_then(|at| licensing.jurisdictions.get(at as usize));
            let asked = |id: &str| of.jurisdictions.iter().any(|named| named == id);
            let day = of.as_of.as_ref().and_then(day);
            day.is_some_and(|day| !indicator.applies(day))
                || !of.jurisdictions.is_empty() && law.is_some_and(|law| !asked(&law.id))
        });
        let found = if outside {
            Ok("not-met")
        } else {
            result(&built.rules, licensing, &self.risk, &test)
        };
        match found {
            Ok(found) if found == of.expect && outside => {}
            Ok(found) if found == of.expect => self.examples.push(test),
            Ok(found) => self.complaints.push(entry.complaint(
                example.span().start,
                "example",
                &format!("`{}` is expected and `{found}` comes out", of.expect),
                "mend the example or the indicator",
            )),
            Err(why) => self.complaints.push(entry.complaint(
                example.span().start,
                "example",
                &why,
                "mend the name in the example",
            )),
        }
    }

    /// Every verdict is shown, and every limit from both sides.
    fn complete(&mut self, built: &Built, index: usize, entry: &Entry<IndicatorPart>) {
        let Some(indicator) = self.risk.indicators.get(index) else {
            return;
        };
        let last = built.rules.nodes.get(indicator.when.last as usize);
        let always = matches!(last, Some(Node::Always));
        let shown = |word: &str| {
            let mut examples = entry.value.example.iter();
            examples.any(|example| example.get_ref().expect == word)
        };
        let wanted: &[&str] = if always { &["met"] } else { &WORDS };
        for word in wanted.iter().filter(|word| !shown(word)) {
            self.complaints.push(entry.complaint(
                entry.at,
                "example",
                &format!("no example expects `{word}`"),
                "every indicator has one that meets it, one that does not, one undecided",
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
