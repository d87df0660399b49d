//! `rules/risk/history.toml` -> [`HistoryRules`]. Everything that is wrong is told with line, field
//! and mend; the file itself says what its fields mean.

use crate::date::Date;
use crate::pack::rules::complaint::{Complaint, Source};
use crate::risk::history::{
    Control, Group, HistoryRules, Limits, PARTNERS, PATTERNS, Pattern, PatternText, THROUGH,
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::value::Datetime;

type Texts = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Spanned<String>,
    goods: Vec<Spanned<String>>,
    limits: Spanned<Limits>,
    groups: BTreeMap<String, Spanned<Group>>,
    control: Vec<Spanned<ControlPart>>,
    pattern: BTreeMap<String, Spanned<PatternPart>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ControlPart {
    id: String,
    date: Spanned<Datetime>,
    targets: Vec<Spanned<String>>,
    watch: Vec<Spanned<String>>,
    hs: Vec<Spanned<String>>,
    cite: String,
    link: String,
    name: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternPart {
    indicator: Spanned<String>,
    cite: String,
    link: String,
    title: Texts,
    text: Texts,
    question: Texts,
}

/// Reads the file. `places`: codes of destinations, `indicators`: ids of risk indicators; where one
/// of them is empty, names are not checked against it.
///
/// # Errors
/// What is wrong, by line; nothing is read then.
pub fn read(
    source: &Source,
    languages: &[String],
    places: &BTreeSet<String>,
    indicators: &BTreeSet<String>,
) -> Result<HistoryRules, Vec<Complaint>> {
    let file: File = source.read().map_err(|complaint| vec![complaint])?;
    let mut reader = Reader {
        source,
        languages,
        complaints: Vec::new(),
    };
    reader.limits(&file.limits);
    reader.groups(&file.groups, places);
    let controls: Vec<Control> = file
        .control
        .iter()
        .filter_map(|part| reader.control(part, &file.groups))
        .collect();
    reader.twice(&file.control);
    let mut texts: BTreeMap<String, BTreeMap<String, PatternText>> = BTreeMap::new();
    let mut patterns = BTreeMap::new();
    for (id, part) in &file.pattern {
        patterns.insert(id.clone(), reader.pattern(id, part, indicators));
        for language in languages {
            texts
                .entry(language.clone())
                .or_default()
                .insert(id.clone(), text(part.get_ref(), language));
        }
    }
    let missing = PATTERNS
        .iter()
        .filter(|(id, _)| !file.pattern.contains_key(*id));
    for (id, _) in missing {
        reader.complain(
            0,
            &format!("pattern.{id}"),
            "the pattern is missing",
            "describe every pattern the engine looks for",
        );
    }
    if file.goods.is_empty() || file.goods.iter().any(|goods| goods.get_ref().is_empty()) {
        let at = file.version.span().start;
        reader.complain(
            at,
            "goods",
            "no list of goods is named",
            "give the beginnings of their ids, like [\"chpl-\"]",
        );
    }
    if file.version.get_ref().parse::<Date>().is_err() {
        let at = file.version.span().start;
        reader.complain(at, "version", "not a day", "write it like 2026-11-22");
    }
    if !reader.complaints.is_empty() {
        return Err(reader.complaints);
    }
    Ok(HistoryRules {
        version: file.version.into_inner(),
        limits: file.limits.into_inner(),
        groups: file
            .groups
            .into_iter()
            .map(|(id, group)| (id, group.into_inner()))
            .collect(),
        controls,
        goods: file.goods.into_iter().map(Spanned::into_inner).collect(),
        patterns,
        texts,
    })
}

fn text(part: &PatternPart, language: &str) -> PatternText {
    let of = |texts: &Texts| texts.get(language).cloned().unwrap_or_default();
    PatternText {
        title: of(&part.title),
        text: of(&part.text),
        question: of(&part.question),
    }
}

struct Reader<'a> {
    source: &'a Source,
    languages: &'a [String],
    complaints: Vec<Complaint>,
}

impl Reader<'_> {
    fn complain(&mut self, at: usize, field: &str, message: &str, help: &str) {
        self.complaints
            .push(self.source.complaint(at, field, message, help));
    }

    fn texts(&mut self, at: usize, field: &str, texts: &Texts) {
        for language in self.languages {
            if texts
                .get(language)
                .is_none_or(|text| text.trim().is_empty())
            {
                self.complain(
                    at,
                    field,
                    &format!("the text in `{language}` is missing"),
                    "every text stands in every language of rules/settings.toml",
                );
            }
        }
    }

    fn sourced(&mut self, at: usize, field: &str, cite: &str, link: &str) {
        if cite.trim().is_empty() {
            self.complain(
                at,
                field,
                "no source is cited",
                "name the provision or guidance",
            );
        }
        if !link.starts_with("https://") {
            self.complain(
                at,
                field,
                "the link is no https address",
                "give the publisher's page",
            );
        }
    }

    fn limits(&mut self, limits: &Spanned<Limits>) {
        let at = limits.span().start;
        let limits = limits.get_ref();
        let over_one = [
            ("volume_ratio", limits.volume_ratio),
            ("price_ratio", limits.price_ratio),
            ("shift_ratio", limits.shift_ratio),
            ("shift_ratio_stopped", limits.shift_ratio_stopped),
        ];
        for (name, figure) in over_one {
            if figure.is_nan() || figure <= 1.0 || figure > 1000.0 {
                self.complain(
                    at,
                    &format!("limits.{name}"),
                    "a factor must be above 1 and at most 1000",
                    "1.5 means half as much again",
                );
            }
        }
        let spreads = [
            ("volume_spread", limits.volume_spread),
            ("price_spread", limits.price_spread),
        ];
        for (name, figure) in spreads {
            if figure.is_nan() || figure <= 0.0 || figure > 1000.0 {
                self.complain(
                    at,
                    &format!("limits.{name}"),
                    "a spread must be above 0 and at most 1000",
                    "5.0 is usual",
                );
            }
        }
        if !(0.0..1.0).contains(&limits.shift_stop_share) {
            self.complain(
                at,
                "limits.shift_stop_share",
                "a share must be from 0 to under 1",
                "0.1 means a tenth",
            );
        }
        let counts = [
            ("route_shipments", limits.route_shipments),
            (
                "route_destination_shipments",
                limits.route_destination_shipments,
            ),
            ("volume_own", limits.volume_own),
            ("volume_goods", limits.volume_goods),
            ("price_samples", limits.price_samples),
            ("turned_shipments", limits.turned_shipments),
            ("shift_shipments", limits.shift_shipments),
            ("new_quiet_days", limits.new_quiet_days),
            ("shift_before_days", limits.shift_before_days),
        ];
        for (name, count) in counts {
            if count == 0 {
                self.complain(
                    at,
                    &format!("limits.{name}"),
                    "nothing can be judged without anything to compare with",
                    "give at least 1",
                );
            }
        }
    }

    fn groups(&mut self, groups: &BTreeMap<String, Spanned<Group>>, places: &BTreeSet<String>) {
        for needed in [PARTNERS, THROUGH] {
            if !groups.contains_key(needed) {
                self.complain(
                    0,
                    &format!("groups.{needed}"),
                    "the group is missing",
                    "the engine names it; see the head of the file",
                );
            }
        }
        for (id, group) in groups {
            let at = group.span().start;
            let field = format!("groups.{id}");
            self.sourced(at, &field, &group.get_ref().cite, &group.get_ref().link);
            if group.get_ref().members.is_empty() {
                self.complain(at, &field, "the group is empty", "name its countries");
            }
            for code in &group.get_ref().members {
                if !places.is_empty() && !places.contains(code) {
                    self.complain(
                        at,
                        &field,
                        &format!("`{code}` is no destination"),
                        "use a code of rules/licensing/destinations.tsv",
                    );
                }
            }
        }
    }

    fn control(
        &mut self,
        part: &Spanned<ControlPart>,
        groups: &BTreeMap<String, Spanned<Group>>,
    ) -> Option<Control> {
        let at = part.span().start;
        let part = part.get_ref();
        let field = format!("control {}", part.id);
        self.sourced(at, &field, &part.cite, &part.link);
        self.texts(at, &format!("{field} name"), &part.name);
        for (name, of) in [("targets", &part.targets), ("watch", &part.watch)] {
            if of.is_empty() {
                self.complain(
                    at,
                    &format!("{field} {name}"),
                    "no group is named",
                    "name at least one of [groups]",
                );
            }
            for group in of
                .iter()
                .filter(|group| !groups.contains_key(group.get_ref()))
            {
                self.complain(
                    group.span().start,
                    &format!("{field} {name}"),
                    &format!("`{}` is no group of this file", group.get_ref()),
                    "name one of [groups]",
                );
            }
        }
        for prefix in &part.hs {
            let text = prefix.get_ref();
            let digits =
                (2..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            if text != "*" && !digits {
                self.complain(
                    prefix.span().start,
                    &format!("{field} hs"),
                    &format!("`{text}` is no beginning of a customs code"),
                    "write digits without dots, or \"*\"",
                );
            }
        }
        if part.hs.is_empty() {
            self.complain(
                at,
                &format!("{field} hs"),
                "no goods are named",
                "write [\"*\"] for all",
            );
        }
        let date = part.date.get_ref().to_string().parse().ok();
        if date.is_none() {
            self.complain(
                part.date.span().start,
                &format!("{field} date"),
                "not a day",
                "write it like 2022-02-24",
            );
        }
        let names = |of: &[Spanned<String>]| of.iter().map(|one| one.get_ref().clone()).collect();
        Some(Control {
            id: part.id.clone(),
            date: date?,
            targets: names(&part.targets),
            watch: names(&part.watch),
            hs: names(&part.hs),
            cite: part.cite.clone(),
            link: part.link.clone(),
            name: part.name.clone(),
        })
    }

    fn twice(&mut self, controls: &[Spanned<ControlPart>]) {
        let mut seen = BTreeSet::new();
        for control in controls {
            if !seen.insert(&control.get_ref().id) {
                self.complain(
                    control.span().start,
                    &format!("control {}", control.get_ref().id),
                    "the id stands in the file twice",
                    "give it another one",
                );
            }
        }
    }

    fn pattern(
        &mut self,
        id: &str,
        part: &Spanned<PatternPart>,
        indicators: &BTreeSet<String>,
    ) -> Pattern {
        let at = part.span().start;
        let field = format!("pattern.{id}");
        if !PATTERNS.iter().any(|(known, _)| *known == id) {
            self.complain(
                at,
                &field,
                "the engine does not look for this pattern",
                "see PATTERNS in src/risk/history/model.rs",
            );
        }
        let part = part.get_ref();
        self.sourced(at, &field, &part.cite, &part.link);
        for (name, texts) in [
            ("title", &part.title),
            ("text", &part.text),
            ("question", &part.question),
        ] {
            self.texts(at, &format!("{field} {name}"), texts);
        }
        let indicator = part.indicator.get_ref();
        if !indicators.is_empty() && !indicators.contains(indicator) {
            self.complain(
                part.indicator.span().start,
                &format!("{field} indicator"),
                &format!("`{indicator}` is no indicator"),
                "name one of rules/risk/red-flags/history.toml",
            );
        }
        Pattern {
            indicator: indicator.clone(),
            cite: part.cite.clone(),
            link: part.link.clone(),
        }
    }
}
