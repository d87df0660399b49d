//! Measures: rules of licensing law, with the conditions of authorisations.

use super::Licence;
use super::shapes::MeasurePart;
use crate::license::model::{Condition, Kind, Measure};
use crate::pack::rules::build::{Built, percent};
use crate::pack::rules::complaint::Source;
use crate::pack::rules::definitions::Entry;
use crate::pack::rules::provisions::{day, status};
use crate::rule::glob::glob;
use crate::rule::model::{Block, Status};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

const KINDS: [(&str, Kind); 10] = [
    ("scope", Kind::Scope),
    ("prohibition", Kind::Prohibition),
    ("sanctions-review", Kind::SanctionsReview),
    ("requirement", Kind::Requirement),
    ("notification", Kind::Notification),
    ("authorisation", Kind::Authorisation),
    ("duty", Kind::Duty),
    ("prompt", Kind::Prompt),
    ("content-limit", Kind::ContentLimit),
    ("content-zero", Kind::ContentZero),
];
/// Adds its conditions to authorisations.
const RESTRICTION: &str = "restriction";
/// Names authorisations whose items do not count as controlled content.
const BASIS: &str = "content-basis";

type Strings = BTreeMap<String, u32>;

impl Licence<'_> {
    pub(super) fn measures(&mut self, built: &mut Built, strings: &mut Strings) {
        let measures = self.files.measures.clone();
        for (of, entry) in &measures {
            match entry.value.kind.get_ref().as_str() {
                RESTRICTION | BASIS => {}
                _ => self.measure(built, strings, of, entry),
            }
        }
        for (of, entry) in &measures {
            match entry.value.kind.get_ref().as_str() {
                RESTRICTION => self.restriction(built, strings, of, entry),
                BASIS => self.basis(of, entry),
                _ => {}
            }
        }
        for (of, entry) in &measures {
            self.overcomes(of, entry);
        }
    }

    fn measure(
        &mut self,
        built: &mut Built,
        strings: &mut Strings,
        of: &str,
        entry: &Entry<MeasurePart>,
    ) {
        let part = &entry.value;
        let kind = KINDS
            .iter()
            .find(|(name, _)| name == part.kind.get_ref())
            .map(|(_, kind)| *kind);
        let Some(kind) = kind else {
            let known: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
            return self.complaints.push(entry.complaint(
                part.kind.span().start,
                "kind",
                &format!("there is no kind `{}`", part.kind.get_ref()),
                &format!("one of: {}, {RESTRICTION}, {BASIS}", known.join(", ")),
            ));
        };
        let Some(jurisdiction) = self.jurisdiction(of) else {
            return self.complaints.push(entry.complaint(
                entry.at,
                "",
                &format!("there is no jurisdiction `{of}`"),
                "the folder's name is the jurisdiction",
            ));
        };
        let list = self
            .licensing
            .jurisdictions
            .get(jurisdiction as usize)
            .map(|of| of.list);
        let Some(check) = self.check_index(entry, kind) else {
            return;
        };
        let Some(text) = &part.when else {
            return self.complaints.push(entry.complaint(
                entry.at,
                "when",
                "the condition is missing",
                "write when = \"always\" for a measure without one",
            ));
        };
        if part.cite.trim().is_empty() {
            self.complaints.push(entry.complaint(
                entry.at,
                "cite",
                "the citation is missing",
                "every measure cites its provision",
            ));
        }
        let field = format!("{} when", entry.id);
        let Some((when, mut limits)) = self.block(
            built,
            strings,
            &entry.source,
            &field,
            text,
            &part.cite,
            list,
        ) else {
            return;
        };
        let mut lower = Lowering {
            licence: self,
            built,
            strings,
            entry,
            list,
            limits: &mut limits,
        };
        let conditions = lower.conditions("");
        let duties = lower.duties();
        if kind != Kind::Authorisation && !conditions.is_empty() {
            self.complaints.push(entry.complaint(
                entry.at,
                "condition",
                "only authorisations have conditions",
                "write the condition into `when`",
            ));
            return;
        }
        let per_provision = match part.per.as_ref().map(|per| per.get_ref().as_str()) {
            Some("provision") => true,
            None | Some("case") => false,
            Some(other) => {
                let at = part.per.as_ref().map_or(0, |per| per.span().start);
                let message = format!("`{other}` is neither `provision` nor `case`");
                self.complaints
                    .push(entry.complaint(at, "per", &message, "take one of them"));
                false
            }
        };
        if per_provision && matches!(kind, Kind::Scope | Kind::ContentLimit) {
            self.complaints.push(entry.complaint(
                entry.at,
                "per",
                "a measure of this kind is about the whole case",
                "write per = \"case\"",
            ));
        }
        let limit = part.limit.as_ref().and_then(|text| percent(text.get_ref()));
        if (kind == Kind::ContentLimit) != limit.is_some() {
            self.complaints.push(entry.complaint(
                part.limit.as_ref().map_or(entry.at, |l| l.span().start),
                "limit",
                "a content limit has a percentage, and nothing else has",
                "write limit = \"25 %\"",
            ));
        }
        let mut complain = |at: usize, field: &str, message: &str, help: &str| {
            self.complaints
                .push(entry.complaint(at, field, message, help));
        };
        let status = part.status.as_ref().map_or(Status::InForce, |text| {
            status(text.get_ref()).unwrap_or_else(|| {
                complain(
                    text.span().start,
                    "status",
                    &format!("there is no status `{}`", text.get_ref()),
                    "one of: in-force, provisional, announced, suspended, repealed",
                );
                Status::InForce
            })
        });
        let mut date = |value: &Option<Spanned<toml::value::Datetime>>| {
            let value = value.as_ref()?;
            let date = day(value.get_ref());
            if date.is_none() {
                complain(
                    value.span().start,
                    "valid",
                    "this is not a day",
                    "write YYYY-MM-DD without quotes",
                );
            }
            date
        };
        self.licensing.measures.push(Measure {
            id: entry.id.clone(),
            jurisdiction,
            kind,
            check,
            per_provision,
            when,
            conditions,
            duties,
            overcomes: Vec::new(),
            cite: part.cite.clone(),
            status,
            valid_from: date(&part.valid_from),
            valid_to: date(&part.valid_to),
            limit,
            limit_text: part
                .limit
                .as_ref()
                .map(|text| text.get_ref().clone())
                .unwrap_or_default(),
        });
        self.limits.push(limits);
    }

    fn check_index(&mut self, entry: &Entry<MeasurePart>, kind: Kind) -> Option<u32> {
        let name = match (&entry.value.check, kind) {
            (Some(check), _) => check.get_ref().as_str(),
            (None, Kind::Authorisation) => "authorisation",
            (None, _) => "",
        };
        let found = (0u32..)
            .zip(&self.licensing.checks)
            .find(|(_, check)| check.id == name)
            .map(|(index, _)| index);
        if found.is_none() {
            let known: Vec<&str> = self
                .licensing
                .checks
                .iter()
                .map(|check| check.id.as_str())
                .collect();
            self.complaints.push(
                entry.complaint(
                    entry
                        .value
                        .check
                        .as_ref()
                        .map_or(entry.at, |c| c.span().start),
                    "check",
                    &format!("there is no check `{name}`"),
                    &format!("one of: {}", known.join(", ")),
                ),
            );
        }
        found
    }

    /// Adds a restriction's conditions to the authorisations it names.
    fn restriction(
        &mut self,
        built: &mut Built,
        strings: &mut Strings,
        of: &str,
        entry: &Entry<MeasurePart>,
    ) {
        let list = self
            .jurisdiction(of)
            .and_then(|index| self.licensing.jurisdictions.get(index as usize))
            .map(|of| of.list);
        let mut limits = Vec::new();
        let conditions = Lowering {
            licence: self,
            built,
            strings,
            entry,
            list,
            limits: &mut limits,
        }
        .conditions(&format!("{}/", entry.id));
        let named = self.named(of, entry, &entry.value.of, "of", |measure| {
            measure.kind == Kind::Authorisation
        });
        for index in named {
            if let Some(measure) = self.licensing.measures.get_mut(index as usize) {
                measure.conditions.extend(conditions.iter().cloned());
            }
        }
    }

    fn basis(&mut self, of: &str, entry: &Entry<MeasurePart>) {
        let named = self.named(
            of,
            entry,
            &entry.value.not_counted,
            "not_counted",
            |measure| measure.kind == Kind::Authorisation || measure.kind.bars(),
        );
        self.licensing.not_counted.extend(named);
    }

    fn overcomes(&mut self, of: &str, entry: &Entry<MeasurePart>) {
        let named = self.named(of, entry, &entry.value.overcomes, "overcomes", |measure| {
            measure.kind.bars()
        });
        if let Some(measure) = self
            .licensing
            .measures
            .iter_mut()
            .find(|measure| measure.id == entry.id)
        {
            measure.overcomes = named;
        }
    }

    /// Measures of a jurisdiction by id, by the name of the authorisation, or with `*`; `!` takes out.
    fn named(
        &mut self,
        of: &str,
        entry: &Entry<MeasurePart>,
        names: &[Spanned<String>],
        field: &str,
        fits: impl Fn(&Measure) -> bool,
    ) -> Vec<u32> {
        let short: BTreeMap<&str, &str> = self
            .files
            .measures
            .iter()
            .filter_map(|(_, other)| Some((other.id.as_str(), other.value.name.as_deref()?)))
            .collect();
        let jurisdiction = self.jurisdiction(of);
        let called = |measure: &Measure, pattern: &str| {
            let name = short.get(measure.id.as_str()).copied().unwrap_or_default();
            let first = name.split(' ').next().unwrap_or_default();
            [measure.id.as_str(), name, first]
                .iter()
                .any(|called| glob(pattern, called))
        };
        let mut out: BTreeSet<u32> = BTreeSet::new();
        for name in names {
            let (pattern, takes_out) = match name.get_ref().strip_prefix('!') {
                Some(rest) => (rest, true),
                None => (name.get_ref().as_str(), false),
            };
            let found: Vec<u32> = (0u32..)
                .zip(&self.licensing.measures)
                .filter(|(_, measure)| Some(measure.jurisdiction) == jurisdiction)
                .filter(|(_, measure)| fits(measure) && called(measure, pattern))
                .map(|(index, _)| index)
                .collect();
            if found.is_empty() {
                self.complaints.push(entry.complaint(
                    name.span().start,
                    field,
                    &format!("nothing is called `{pattern}`"),
                    "give the name of a measure, or one with *",
                ));
            }
            for index in found {
                if takes_out {
                    out.remove(&index);
                } else {
                    out.insert(index);
                }
            }
        }
        out.into_iter().collect()
    }
}

struct Lowering<'a, 'b> {
    licence: &'a mut Licence<'b>,
    built: &'a mut Built,
    strings: &'a mut Strings,
    entry: &'a Entry<MeasurePart>,
    list: Option<u32>,
    limits: &'a mut Vec<(u32, String)>,
}

impl Lowering<'_, '_> {
    fn block(&mut self, field: &str, text: &Spanned<String>, cite: &str) -> Option<Block> {
        let source: &Source = &self.entry.source;
        let (block, limits) = self.licence.block(
            self.built,
            self.strings,
            source,
            &format!("{} {field}", self.entry.id),
            text,
            cite,
            self.list,
        )?;
        self.limits.extend(limits);
        Some(block)
    }

    fn conditions(&mut self, prefix: &str) -> Vec<Condition> {
        let mut out = Vec::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for part in &self.entry.value.condition {
            let of = part.get_ref();
            if !known.insert(of.id.get_ref()) {
                self.licence.complaints.push(self.entry.complaint(
                    of.id.span().start,
                    "condition",
                    &format!("the name `{}` stands twice", of.id.get_ref()),
                    "rename one of the two",
                ));
            }
            let field = format!("condition {}", of.id.get_ref());
            if let Some(when) = self.block(&field, &of.when, &of.cite) {
                out.push(Condition {
                    id: format!("{prefix}{}", of.id.get_ref()),
                    when,
                    cite: of.cite.clone(),
                    circumstance: of.circumstance,
                    shared: !prefix.is_empty(),
                });
            }
        }
        out
    }

    fn duties(&mut self) -> Vec<Option<Block>> {
        let mut out = Vec::new();
        for part in &self.entry.value.duty {
            let of = part.get_ref();
            let when = of
                .when
                .as_ref()
                .and_then(|text| self.block("duty", text, &of.cite));
            out.push(when);
        }
        out
    }
}
