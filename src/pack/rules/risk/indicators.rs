//! Indicators and question forms.

use super::Risks;
use super::shapes::IndicatorPart;
use crate::license::model::Licensing;
use crate::pack::rules::build::Built;
use crate::pack::rules::definitions::Entry;
use crate::pack::rules::provisions::{day, status};
use crate::risk::model::{Fill, Form, Indicator, Kind, Per};
use crate::risk::tier::Tier;
use crate::rule::explain::attributes_of;
use crate::rule::model::{Block, Kind as Options, Status};
use std::collections::BTreeMap;
use toml::Spanned;

const KINDS: [(&str, Kind); 4] = [
    ("flag", Kind::Flag),
    ("factor", Kind::Factor),
    ("duty", Kind::Duty),
    ("prompt", Kind::Prompt),
];
const PERS: [(&str, Per); 5] = [
    ("case", Per::Case),
    ("item", Per::Item),
    ("party", Per::Party),
    ("owner", Per::Owner),
    ("leg", Per::Leg),
];
const TIERS: [(&str, Option<Tier>); 3] = [
    ("none", None),
    ("enhanced", Some(Tier::Enhanced)),
    ("stop", Some(Tier::Stop)),
];

type Strings = BTreeMap<String, u32>;

impl Risks<'_> {
    pub(super) fn indicators(
        &mut self,
        built: &mut Built,
        strings: &mut Strings,
        licensing: &Licensing,
    ) {
        let indicators = std::mem::take(&mut self.files.indicators);
        for entry in &indicators {
            let made = self.indicator(built, strings, licensing, entry);
            if let Some((indicator, limits)) = made {
                self.risk.indicators.push(indicator);
                self.limits.push(limits);
            }
        }
        self.files.indicators = indicators;
    }

    fn indicator(
        &mut self,
        built: &mut Built,
        strings: &mut Strings,
        licensing: &Licensing,
        entry: &Entry<IndicatorPart>,
    ) -> Option<(Indicator, Vec<(u32, String)>)> {
        let part = &entry.value;
        let kind = self.word(entry, "kind", &part.kind, &KINDS);
        let per = self.word(entry, "per", &part.per, &PERS);
        let bare = |entry: &Entry<IndicatorPart>, field: &str, message: &str, help: &str| {
            entry.complaint(entry.at, field, message, help)
        };
        if part.cite.trim().is_empty() {
            self.complaints.push(bare(
                entry,
                "cite",
                "the citation is missing",
                "every indicator cites its provision or guidance",
            ));
        }
        let topics = self.files.settings.as_ref().map(|(_, of)| &of.topic);
        if topics.is_some_and(|topics| !topics.contains_key(part.topic.get_ref())) {
            self.complaints.push(entry.complaint(
                part.topic.span().start,
                "topic",
                &format!("there is no topic `{}`", part.topic.get_ref()),
                "see rules/risk/settings.toml",
            ));
        }
        let jurisdiction = self.jurisdiction(licensing, &entry.source, part.jurisdiction.as_ref());
        let counts = matches!(kind, Some(Kind::Flag | Kind::Factor));
        let tier = |risks: &mut Self, field: &str, text: &Option<Spanned<String>>| {
            text.as_ref()
                .map(|text| risks.word(entry, field, text, &TIERS).flatten())
        };
        let raises = tier(self, "raises", &part.raises);
        let open = tier(self, "open", &part.open);
        if counts && raises.flatten().is_none() {
            self.complaints.push(bare(
                entry,
                "raises",
                "a flag or factor raises the tier",
                "write raises = \"enhanced\" or \"stop\"",
            ));
        }
        if !counts && (raises.flatten().is_some() || open.flatten().is_some()) {
            self.complaints.push(bare(
                entry,
                "raises",
                "a duty or prompt does not raise the tier",
                "make it a factor, or take `raises` and `open` out",
            ));
        }
        let open = if counts {
            open.unwrap_or(Some(Tier::Enhanced))
        } else {
            None
        };
        if open > raises.flatten() {
            self.complaints.push(bare(
                entry,
                "open",
                "undecided asks for more than met",
                "`open` is at most `raises`",
            ));
        }
        if kind == Some(Kind::Flag)
            && (part.resolve.question.is_empty() || part.resolve.evidence.is_empty())
        {
            self.complaints.push(bare(
                entry,
                "resolve",
                "a flag has a resolving question and says what evidence resolves it",
                "write resolve.question.en and resolve.evidence.en, and the other languages",
            ));
        }
        let steps = part
            .steps
            .iter()
            .filter_map(|step| self.step(entry, step))
            .collect();
        if let Some(clause) = &part.clause
            && !self
                .files
                .clauses
                .iter()
                .any(|known| known.id == *clause.get_ref())
        {
            self.complaints.push(entry.complaint(
                clause.span().start,
                "clause",
                &format!(
                    "rules/risk/clauses.toml has no clause `{}`",
                    clause.get_ref()
                ),
                "mend the name",
            ));
        }
        let licence = part.licence.as_ref().and_then(|text| {
            let named = text.get_ref().split_once(':');
            let option = named.filter(|(question, option)| self.is_option(built, question, option));
            if option.is_none() {
                self.complaints.push(entry.complaint(
                    text.span().start,
                    "licence",
                    &format!("`{}` is no option of a question", text.get_ref()),
                    "write question:option",
                ));
            }
            option.map(|(question, option)| (question.to_owned(), option.to_owned()))
        });
        let field = format!("{} when", entry.id);
        let (when, limits) = self.block(
            built,
            strings,
            &entry.source,
            &field,
            &part.when,
            &part.cite,
        )?;
        let status = match &part.status {
            None => Status::InForce,
            Some(text) => status(text.get_ref()).unwrap_or_else(|| {
                self.complaints.push(entry.complaint(
                    text.span().start,
                    "status",
                    &format!("there is no status `{}`", text.get_ref()),
                    "one of: in-force, provisional, announced, suspended, repealed",
                ));
                Status::InForce
            }),
        };
        let (kind, per) = (kind?, per?);
        let indicator = Indicator {
            id: entry.id.clone(),
            kind,
            topic: part.topic.get_ref().clone(),
            per,
            jurisdiction,
            when,
            raises: raises.flatten(),
            open,
            is_final: part.is_final,
            trust: part.trust,
            steps,
            clause: part.clause.as_ref().map(|clause| clause.get_ref().clone()),
            cite: part.cite.clone(),
            licence,
            automatic: self.automatic(built, when),
            status,
            valid_from: part
                .valid_from
                .as_ref()
                .and_then(|date| day(date.get_ref())),
            valid_to: part.valid_to.as_ref().and_then(|date| day(date.get_ref())),
        };
        Some((indicator, limits))
    }

    /// Whether a condition names only facts that the engine fills.
    fn automatic(&self, built: &Built, when: Block) -> bool {
        let supplied = |attribute: u32| self.risk.supplied.iter().any(|(_, of)| *of == attribute);
        built
            .rules
            .nodes
            .get(when.first as usize..=when.last as usize)
            .unwrap_or_default()
            .iter()
            .flat_map(|node| attributes_of(&built.rules, node))
            .all(supplied)
    }

    pub(super) fn is_option(&self, built: &Built, question: &str, option: &str) -> bool {
        let attribute = self.names.attribute(question);
        let rule = attribute.and_then(|at| built.rules.attributes.get(at as usize));
        match rule.map(|rule| &rule.kind) {
            Some(Options::Choice(options) | Options::Set(options)) => {
                options.iter().any(|known| known == option)
            }
            Some(Options::Flag) => option == "yes" || option == "no",
            _ => false,
        }
    }

    /// Answers that follow from facts of the case.
    pub(super) fn fills(&mut self, built: &mut Built, strings: &mut Strings) {
        let answers = std::mem::take(&mut self.files.answers);
        for entry in &answers {
            let part = &entry.value;
            if !self.is_option(built, &entry.id, part.value.get_ref()) {
                self.complaints.push(entry.complaint(
                    part.value.span().start,
                    "value",
                    &format!("`{}` is no answer to `{}`", part.value.get_ref(), entry.id),
                    "see rules/attributes",
                ));
            }
            let field = format!("{} when", entry.id);
            let when = self.block(
                built,
                strings,
                &entry.source,
                &field,
                &part.when,
                &part.cite,
            );
            if let Some((when, _)) = when {
                self.risk.fills.push(Fill {
                    attribute: entry.id.clone(),
                    value: part.value.get_ref().clone(),
                    when,
                });
            }
        }
        self.files.answers = answers;
    }

    fn step(&mut self, entry: &Entry<IndicatorPart>, step: &Spanned<String>) -> Option<u32> {
        let found = self
            .risk
            .steps
            .iter()
            .position(|known| known == step.get_ref());
        if found.is_none() {
            self.complaints.push(entry.complaint(
                step.span().start,
                "steps",
                &format!("rules/risk/steps.toml has no step `{}`", step.get_ref()),
                &format!("one of: {}", self.risk.steps.join(", ")),
            ));
        }
        found.map(|at| at as u32)
    }

    fn word<T: Copy>(
        &mut self,
        entry: &Entry<IndicatorPart>,
        field: &str,
        word: &Spanned<String>,
        known: &[(&str, T)],
    ) -> Option<T> {
        let found = known.iter().find(|(name, _)| name == word.get_ref());
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            self.complaints.push(entry.complaint(
                word.span().start,
                field,
                &format!("`{}` is not known", word.get_ref()),
                &format!("one of: {}", names.join(", ")),
            ));
        }
        found.map(|(_, value)| *value)
    }

    pub(super) fn forms(
        &mut self,
        built: &mut Built,
        strings: &mut Strings,
        licensing: &Licensing,
    ) {
        let forms = std::mem::take(&mut self.files.forms);
        for (source, form) in &forms {
            let of = form.get_ref();
            let per = PERS.iter().find(|(name, _)| name == of.per.get_ref());
            if per.is_none() {
                self.complaints.push(source.complaint(
                    of.per.span().start,
                    "form per",
                    &format!("`{}` is not known", of.per.get_ref()),
                    "one of: case, item, party, leg",
                ));
            }
            for attribute in &of.attributes {
                if self.names.attribute(attribute.get_ref()).is_none() {
                    self.complaints.push(source.complaint(
                        attribute.span().start,
                        "form attributes",
                        &format!("there is no attribute `{}`", attribute.get_ref()),
                        "see rules/attributes",
                    ));
                }
            }
            let roles = self.files.settings.as_ref().map(|(_, of)| &of.role);
            for role in &of.roles {
                if roles.is_some_and(|roles| !roles.contains_key(role.get_ref())) {
                    self.complaints.push(source.complaint(
                        role.span().start,
                        "form roles",
                        &format!("there is no role `{}`", role.get_ref()),
                        "see rules/risk/settings.toml",
                    ));
                }
            }
            let when = of
                .when
                .as_ref()
                .and_then(|text| self.block(built, strings, source, "form when", text, ""));
            let jurisdiction = self.jurisdiction(licensing, source, of.jurisdiction.as_ref());
            self.risk.forms.push(Form {
                jurisdiction,
                per: per.map_or(Per::Case, |(_, per)| *per),
                roles: of.roles.iter().map(|role| role.get_ref().clone()).collect(),
                when: when.map(|(block, _)| block),
            });
        }
        self.files.forms = forms;
    }
}
