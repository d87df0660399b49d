//! Every example and limit of the rule files, run through the same evaluation as users' answers.

use super::build::{About, Built};
use super::complaint::Complaint;
use super::families::answer_text;
use super::folder::{Folder, Item};
use super::source::{ControlFile, ExamplePart, Given, LimitPart, ProvisionPart};
use crate::classify::classifier::verdict;
use crate::rule::criterion::word;
use crate::rule::facts::{Facts, Value};
use crate::rule::model::{Kind, Provision, Rules};
use crate::rule::terms::{Interval, Number, Truth, parse_quantity};
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;
use toml::Spanned;

/// An example that passed, for the pack's self-tests.
#[derive(Debug, Clone)]
pub(crate) struct Passed {
    pub(crate) provision: u32,
    pub(crate) family: String,
    pub(crate) answers: Map<String, Json>,
    pub(crate) expect: Truth,
}

struct Check<'a> {
    folder: &'a Folder,
    rules: &'a Rules,
    complaints: Vec<Complaint>,
    passed: Vec<Passed>,
}

/// Runs all examples; what is missing is a complaint too.
pub(crate) fn check(folder: &Folder, built: &Built) -> (Vec<Complaint>, Vec<Passed>) {
    let mut check = Check {
        folder,
        rules: &built.rules,
        complaints: Vec::new(),
        passed: Vec::new(),
    };
    let mut seen: BTreeSet<(String, usize)> = BTreeSet::new();
    for (index, about) in (0u32..).zip(&built.about) {
        let Some(item) = folder.controls.get(&about.control) else {
            continue;
        };
        let Some(part) = item.value.provision.get(about.part) else {
            continue;
        };
        check.provision(index, about, item, part);
        if seen.insert((about.control.clone(), about.part)) && !part.get_ref().described {
            check.complete(item, part);
        }
    }
    for item in folder.controls.values() {
        check.undecided(item);
        check.notes(item, built);
    }
    check.overlaps(built);
    (check.complaints, check.passed)
}

impl Check<'_> {
    fn provision(
        &mut self,
        index: u32,
        about: &About,
        item: &Item<ControlFile>,
        part: &Spanned<ProvisionPart>,
    ) {
        let Some(provision) = self.rules.provisions.get(index as usize) else {
            return;
        };
        let list = self
            .rules
            .lists
            .get(provision.list as usize)
            .map_or("", |list| list.id.as_str());
        let here = |lists: &Option<Vec<String>>| {
            lists
                .as_ref()
                .is_none_or(|lists| lists.iter().any(|named| named == list))
        };
        let of = part.get_ref();
        for example in of.example.iter().filter(|e| here(&e.get_ref().lists)) {
            self.example(index, provision, about, item, example);
        }
        for limit in of.limits.iter().filter(|l| here(&l.get_ref().lists)) {
            self.limit(index, provision, about, item, of, limit, list);
        }
        for (attribute, text) in &about.limits {
            let tested = of
                .limits
                .iter()
                .filter(|l| here(&l.get_ref().lists))
                .any(|limit| self.same_limit(*attribute, text, limit.get_ref()));
            if !tested {
                let name = self.attribute(*attribute);
                self.complaints.push(item.source.complaint(
                    part.span().start,
                    &format!("provision {} ({list}) limits", provision.path),
                    &format!("the limit `{text}` of `{name}` is not tested"),
                    &format!("add {{ of = \"{name}\", value = \"{text}\", under = \"...\", at = \"...\", over = \"...\" }} from the law's wording"),
                ));
            }
        }
    }

    fn same_limit(&self, attribute: u32, text: &str, limit: &LimitPart) -> bool {
        let Some(rule) = self.rules.attributes.get(attribute as usize) else {
            return false;
        };
        if rule.id != limit.of {
            return false;
        }
        let Kind::Quantity { unit } = &rule.kind else {
            return false;
        };
        let value = |text: &str| {
            parse_quantity(text, unit, &self.rules.units)
                .ok()
                .and_then(|quantity| quantity.interval.single())
        };
        let wanted = value(text);
        wanted.is_some() && wanted == value(&answer_text(&limit.value))
    }

    fn attribute(&self, index: u32) -> String {
        self.rules
            .attributes
            .get(index as usize)
            .map(|attribute| attribute.id.clone())
            .unwrap_or_default()
    }

    fn example(
        &mut self,
        index: u32,
        provision: &Provision,
        about: &About,
        item: &Item<ControlFile>,
        example: &Spanned<ExamplePart>,
    ) {
        let of = example.get_ref();
        let at = example.span().start;
        let field = format!("provision {} example", provision.path);
        let Some(expect) = truth(&of.expect) else {
            self.complaints.push(item.source.complaint(
                at,
                &field,
                &format!("`{}` is no result", of.expect),
                "one of: met, not-met, unknown",
            ));
            return;
        };
        let Some(family) = of.family.as_ref().or(about.families.first()) else {
            return;
        };
        let answers = answers(&of.given);
        let Some(facts) = self.facts(item, at, &field, family, &answers) else {
            return;
        };
        let found = self.verdict(index, family, &facts);
        if found == Some(expect) {
            self.passed.push(Passed {
                provision: index,
                family: family.clone(),
                answers,
                expect,
            });
        } else {
            let list = self.list(provision);
            self.complaints.push(item.source.complaint(
                at,
                &format!("{field} ({list})"),
                &format!(
                    "expected {}, the condition gives {}",
                    of.expect,
                    found.map_or("nothing: the provision does not apply to this family", word)
                ),
                "mend the condition or the example; the law decides which",
            ));
        }
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "the place of one limit in the files"
    )]
    fn limit(
        &mut self,
        index: u32,
        provision: &Provision,
        about: &About,
        item: &Item<ControlFile>,
        part: &ProvisionPart,
        limit: &Spanned<LimitPart>,
        list: &str,
    ) {
        let of = limit.get_ref();
        let at = limit.span().start;
        let field = format!("provision {} ({list}) limits", provision.path);
        let complain = |complaints: &mut Vec<Complaint>, message: &str, help: &str| {
            complaints.push(item.source.complaint(at, &field, message, help));
        };
        let position = self.rules.attributes.iter().position(|a| a.id == of.of);
        let Some((attribute, rule)) =
            position.and_then(|at| Some((at as u32, self.rules.attributes.get(at)?)))
        else {
            complain(
                &mut self.complaints,
                &format!("there is no attribute `{}`", of.of),
                "mend the spelling",
            );
            return;
        };
        let Kind::Quantity { unit } = &rule.kind else {
            complain(
                &mut self.complaints,
                "only quantities have limits",
                "use an example",
            );
            return;
        };
        let value = parse_quantity(&answer_text(&of.value), unit, &self.rules.units)
            .ok()
            .and_then(|quantity| quantity.interval.single());
        let Some(value) = value else {
            complain(
                &mut self.complaints,
                &format!("`{}` is not a number with a unit", answer_text(&of.value)),
                "write for example `8 bit`",
            );
            return;
        };
        let base = part.example.iter().map(Spanned::get_ref).find(|example| {
            example.expect == "met"
                && example
                    .lists
                    .as_ref()
                    .is_none_or(|lists| lists.iter().any(|named| named == list))
        });
        let given = if of.given.is_empty() {
            base.map(|example| &example.given)
        } else {
            Some(&of.given)
        };
        let family = of
            .family
            .as_ref()
            .or(base.and_then(|example| example.family.as_ref()))
            .or(about.families.first());
        let (Some(given), Some(family)) = (given, family) else {
            complain(
                &mut self.complaints,
                "there is no met example to vary",
                "add a met example, or `given` to the limit",
            );
            return;
        };
        let answers = answers(given);
        let Some(facts) = self.facts(item, at, &field, family, &answers) else {
            return;
        };
        let step = Number::new(1, 1_000_000).and_then(|share| value.abs().mul(share));
        let step = step
            .filter(|step| !step.is_zero())
            .or(Number::new(1, 1_000_000));
        let under = step.and_then(|step| value.sub(step));
        let over = step.and_then(|step| value.add(step));
        for (side, number, expect) in [
            ("just under", under, &of.under),
            ("at", Some(value), &of.at),
            ("just over", over, &of.over),
        ] {
            let (Some(number), Some(wanted)) = (number, truth(expect)) else {
                self.complaints.push(item.source.complaint(
                    at,
                    &field,
                    &format!("`{expect}` is no result"),
                    "one of: met, not-met, unknown",
                ));
                continue;
            };
            let changed = facts.with(
                self.rules,
                attribute,
                Value::Quantity(Interval::point(number)),
            );
            let found = self.verdict(index, family, &changed);
            if found != Some(wanted) {
                self.complaints.push(item.source.complaint(
                    at,
                    &field,
                    &format!(
                        "{side} `{}` of `{}` the condition gives {}, expected {expect}",
                        answer_text(&of.value),
                        of.of,
                        found.map_or("nothing", word)
                    ),
                    "mend the condition or the limit; the law decides which",
                ));
            }
        }
    }

    fn facts(
        &mut self,
        item: &Item<ControlFile>,
        at: usize,
        field: &str,
        family: &str,
        answers: &Map<String, Json>,
    ) -> Option<Facts> {
        let of = self
            .rules
            .families
            .iter()
            .find(|known| known.id == family)?;
        let facts = Facts::read(self.rules, &of.given, answers);
        for problem in &facts.problems {
            self.complaints.push(item.source.complaint(
                at,
                field,
                &format!("`{}`: {}", problem.attribute, problem.message),
                &problem.help,
            ));
        }
        facts.problems.is_empty().then_some(facts)
    }

    fn verdict(&self, index: u32, family: &str, facts: &Facts) -> Option<Truth> {
        let family = self.rules.families.iter().find(|f| f.id == family)?;
        if !family.provisions.contains(&index) {
            return None;
        }
        verdict(self.rules, family, facts, index)
    }

    fn list(&self, provision: &Provision) -> String {
        self.rules
            .lists
            .get(provision.list as usize)
            .map(|list| list.id.clone())
            .unwrap_or_default()
    }

    /// A provision shows what meets it and what does not.
    fn complete(&mut self, item: &Item<ControlFile>, part: &Spanned<ProvisionPart>) {
        let of = part.get_ref();
        let path = of.path.get_ref();
        let always = of
            .when
            .as_ref()
            .is_some_and(|when| when.get_ref().trim() == "always")
            && of.unless.is_empty();
        for wanted in ["met", "not-met"] {
            let there = of.example.iter().any(|e| e.get_ref().expect == wanted);
            let needed = wanted == "met" || !always;
            if needed && !there {
                self.complaints.push(item.source.complaint(
                    part.span().start,
                    &format!("provision {path} example"),
                    &format!("there is no example that is {wanted}"),
                    "add [[provision.example]] with `given` and `expect`",
                ));
            }
        }
    }

    /// The limits of a control's notes are tested on one of the provisions they are over.
    fn notes(&mut self, item: &Item<ControlFile>, built: &Built) {
        let id = item.value.id.get_ref();
        let mut told: BTreeSet<&(u32, String)> = BTreeSet::new();
        let all = built.about.iter().filter(|about| about.control == *id);
        for limit in all.flat_map(|about| &about.note_limits) {
            let parts = item.value.provision.iter().map(Spanned::get_ref);
            let tested = parts
                .flat_map(|part| &part.limits)
                .any(|row| self.same_limit(limit.0, &limit.1, row.get_ref()));
            if !tested && told.insert(limit) {
                let name = self.attribute(limit.0);
                self.complaints.push(item.source.complaint(
                    item.at,
                    "note limits",
                    &format!(
                        "the limit `{}` of `{name}` in a note is not tested",
                        limit.1
                    ),
                    "add it to `limits` of one of the provisions the note is over",
                ));
            }
        }
    }

    /// A control shows what leaves it undecided.
    fn undecided(&mut self, item: &Item<ControlFile>) {
        let mut evaluable = item
            .value
            .provision
            .iter()
            .map(Spanned::get_ref)
            .filter(|part| !part.described)
            .filter(|part| {
                part.when
                    .as_ref()
                    .is_none_or(|when| when.get_ref().trim() != "always")
            })
            .peekable();
        if evaluable.peek().is_none() {
            return;
        }
        let shown = evaluable.any(|part| {
            part.example
                .iter()
                .any(|example| example.get_ref().expect == "unknown")
        });
        if !shown {
            self.complaints.push(item.source.complaint(
                item.at,
                "example",
                "the control has no example that is unknown",
                "add one with an answer left out",
            ));
        }
    }

    /// Two provisions of one paragraph and family must not apply on the same day.
    fn overlaps(&mut self, built: &Built) {
        let provisions = &built.rules.provisions;
        for (index, (a, about)) in provisions.iter().zip(&built.about).enumerate() {
            for (b, other) in provisions.iter().zip(&built.about).skip(index + 1) {
                let same = a.list == b.list && a.control == b.control && a.path == b.path;
                let shared = about.families.iter().any(|f| other.families.contains(f));
                let apart = a
                    .valid_to
                    .is_some_and(|to| b.valid_from.is_some_and(|f| to <= f))
                    || b.valid_to
                        .is_some_and(|to| a.valid_from.is_some_and(|f| to <= f))
                    || !a.status.applies()
                    || !b.status.applies();
                if !same || !shared || apart {
                    continue;
                }
                let Some(item) = self.folder.controls.get(&other.control) else {
                    continue;
                };
                let at = item
                    .value
                    .provision
                    .get(other.part)
                    .map_or(item.at, |part| part.span().start);
                self.complaints.push(item.source.complaint(
                    at,
                    &format!("provision {} valid", b.path),
                    "the paragraph stands twice for one family on the same days",
                    "join the two with `or`, or give them days that do not overlap",
                ));
            }
        }
    }
}

fn answers(given: &Given) -> Map<String, Json> {
    given
        .iter()
        .map(|(name, answer)| {
            let answer = match answer {
                toml::Value::Array(items) => {
                    Json::Array(items.iter().map(answer_text).map(Json::String).collect())
                }
                other => Json::String(answer_text(other)),
            };
            (name.clone(), answer)
        })
        .collect()
}

fn truth(text: &str) -> Option<Truth> {
    match text {
        "met" => Some(Truth::True),
        "not-met" => Some(Truth::False),
        "unknown" => Some(Truth::Unknown),
        _ => None,
    }
}
