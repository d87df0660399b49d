//! `rules/risk/history.toml` -> [`HistoryRules`]. Everything that is wrong is told with line, field
//! and mend; the file itself says what its fields mean.

use crate::date::Date;
use crate::pack::rules::complaint::{Complaint, Source};
use crate::pack::rules::source::Texts;
use crate::risk::history::{
    Control, Group, HistoryRules, Limits, PARTNERS, PATTERNS, Pattern, THROUGH,
};
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::value::Datetime;

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

/// Names the file may use; where a set is empty, names are not checked against it.
pub(super) struct Known<'a> {
    pub(super) languages: &'a [String],
    pub(super) places: BTreeSet<&'a str>,
    pub(super) indicators: BTreeSet<&'a str>,
    pub(super) lists: BTreeSet<&'a str>,
}

/// Reads the file: what is compared with, and the texts by language.
///
/// # Errors
/// What is wrong, by line; nothing is read then.
pub(super) fn read(
    source: &Source,
    known: &Known<'_>,
) -> Result<(HistoryRules, BTreeMap<String, Json>), Vec<Complaint>> {
    let file: File = source.read().map_err(|complaint| vec![complaint])?;
    let mut reader = Reader {
        source,
        known,
        complaints: Vec::new(),
    };
    reader.head(&file);
    reader.limits(&file.limits);
    reader.groups(&file.groups);
    let controls: Vec<Control> = file
        .control
        .iter()
        .filter_map(|part| reader.control(part, &file.groups))
        .collect();
    reader.twice(&file.control);
    let mut patterns = BTreeMap::new();
    for (id, part) in &file.pattern {
        patterns.insert(id.clone(), reader.pattern(id, part));
    }
    for (id, _) in PATTERNS {
        if !file.pattern.contains_key(*id) {
            let field = format!("pattern.{id}");
            let help = "describe every pattern the engine looks for";
            reader.complain(0, &field, "the pattern is missing", help);
        }
    }
    if !reader.complaints.is_empty() {
        return Err(reader.complaints);
    }
    let texts = known
        .languages
        .iter()
        .map(|language| (language.clone(), texts(&file, &controls, language)))
        .collect();
    let rules = HistoryRules {
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
    };
    Ok((rules, texts))
}

/// What the page shows beside an answer.
fn texts(file: &File, controls: &[Control], language: &str) -> Json {
    let of = |texts: &Texts| texts.get(language).cloned().unwrap_or_default();
    let patterns: Map<String, Json> = file
        .pattern
        .iter()
        .map(|(id, part)| {
            let part = part.get_ref();
            let json = json!({
                "title": of(&part.title),
                "text": of(&part.text),
                "question": of(&part.question),
            });
            (id.clone(), json)
        })
        .collect();
    let controls: Map<String, Json> = file
        .control
        .iter()
        .zip(controls)
        .map(|(part, control)| {
            let json = json!({
                "name": of(&part.get_ref().name),
                "date": control.date,
                "cite": control.cite,
                "link": control.link,
            });
            (control.id.clone(), json)
        })
        .collect();
    let groups: Map<String, Json> = file
        .groups
        .iter()
        .map(|(id, group)| {
            let group = group.get_ref();
            let json = json!({"members": group.members, "cite": group.cite, "link": group.link});
            (id.clone(), json)
        })
        .collect();
    json!({
        "version": file.version.get_ref(),
        "patterns": patterns,
        "controls": controls,
        "groups": groups,
    })
}

struct Reader<'a> {
    source: &'a Source,
    known: &'a Known<'a>,
    complaints: Vec<Complaint>,
}

impl Reader<'_> {
    fn complain(&mut self, at: usize, field: &str, message: &str, help: &str) {
        self.complaints
            .push(self.source.complaint(at, field, message, help));
    }

    fn texts(&mut self, at: usize, field: &str, texts: &Texts) {
        for language in self.known.languages {
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

    fn head(&mut self, file: &File) {
        let at = file.version.span().start;
        if file.version.get_ref().parse::<Date>().is_err() {
            self.complain(at, "version", "not a day", "write it like 2026-11-22");
        }
        let help = "give the beginnings of ids of rules/risk/hs, like [\"chpl-\"]";
        if file.goods.is_empty() {
            self.complain(at, "goods", "no list of goods is named", help);
        }
        for start in &file.goods {
            let lists = &self.known.lists;
            let any = lists.iter().any(|list| list.starts_with(start.get_ref()));
            if start.get_ref().is_empty() || !(any || lists.is_empty()) {
                let message = format!("no list of goods begins with `{}`", start.get_ref());
                self.complain(start.span().start, "goods", &message, help);
            }
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

    fn groups(&mut self, groups: &BTreeMap<String, Spanned<Group>>) {
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
                if !self.known.places.is_empty() && !self.known.places.contains(code.as_str()) {
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

    fn pattern(&mut self, id: &str, part: &Spanned<PatternPart>) -> Pattern {
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
        if !self.known.indicators.is_empty() && !self.known.indicators.contains(indicator.as_str())
        {
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

#[cfg(test)]
mod tests {
    use super::{Known, read};
    use crate::pack::rules::complaint::Source;
    use std::collections::BTreeSet;

    const GOOD: &str = include_str!("../../../../rules/risk/history.toml");

    /// Names between quotes in lines that begin so.
    fn names(start: &str) -> BTreeSet<&'static str> {
        GOOD.lines()
            .filter(|line| line.starts_with(start))
            .flat_map(|line| line.split('"').skip(1).step_by(2))
            .collect()
    }

    /// The complaints about a file.
    fn wrong(text: &str) -> Vec<String> {
        let source = Source {
            file: "risk/history.toml".to_owned(),
            text: text.to_owned(),
        };
        let known = Known {
            languages: &["en".to_owned(), "de".to_owned()],
            places: names("members"),
            indicators: names("indicator"),
            lists: BTreeSet::from(["chpl-1"]),
        };
        let wrong = read(&source, &known).err().unwrap_or_default();
        wrong.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn mistakes_are_told_by_line() {
        assert_eq!(wrong(GOOD), Vec::<String>::new());
        for (from, to, told) in [
            (
                "volume_ratio = 3.0",
                "volume_ratio = 1.0",
                "limits.volume_ratio: a factor must be above 1",
            ),
            (
                "price_spread = 5.0",
                "price_spread = 0.0",
                "limits.price_spread: a spread must be above 0",
            ),
            (
                "shift_stop_share = 0.1",
                "shift_stop_share = 1.0",
                "limits.shift_stop_share: a share",
            ),
            (
                "volume_own = 5",
                "volume_own = 0",
                "limits.volume_own: nothing can be judged",
            ),
            ("volume_own = 5", "volume_owned = 5", "toml: "),
            (
                "[groups.partners]",
                "[groups.friends]",
                "groups.partners: the group is missing",
            ),
            (
                "\"BY\", \"RU\", \"UA-09\"",
                "\"BY\", \"RUS\", \"UA-09\"",
                "`RUS` is no destination",
            ),
            (
                "watch = [\"transshipment\"]",
                "watch = [\"hubs\"]",
                "`hubs` is no group of this file",
            ),
            (
                "date = 2022-02-24",
                "date = 2022-02-24T10:00:00",
                "control russia-2022 date: not a day",
            ),
            (
                "hs = [\"84\", \"85\", \"90\"]",
                "hs = [\"84.1\"]",
                "`84.1` is no beginning of a customs code",
            ),
            (
                "id = \"russia-industry-2023\"",
                "id = \"russia-2022\"",
                "the id stands in the file twice",
            ),
            (
                "[pattern.price-low]",
                "[pattern.price-odd]",
                "the engine does not look for this pattern",
            ),
            (
                "[pattern.price-low]",
                "[pattern.price-odd]",
                "pattern.price-low: the pattern is missing",
            ),
            (
                "indicator = \"history-shift\"",
                "indicator = \"history-drift\"",
                "`history-drift` is no indicator",
            ),
            (
                "title.de = \"Ein Weg, der viel länger ist als der direkte\"",
                "title.de = \" \"",
                "the text in `de` is missing",
            ),
            (
                "goods = [\"chpl-\"]",
                "goods = []",
                "goods: no list of goods is named",
            ),
            (
                "version = \"2026-11-22\"",
                "version = \"22.11.2026\"",
                "version: not a day",
            ),
            (
                "link = \"https://eur-lex.europa.eu/eli/reg/2022/328\"",
                "link = \"eur-lex\"",
                "the link is no https address",
            ),
            (
                "goods = [\"chpl-\"]",
                "goods = [\"chip-\"]",
                "no list of goods begins with `chip-`",
            ),
        ] {
            assert!(GOOD.contains(from), "{from}");
            let wrong = wrong(&GOOD.replacen(from, to, 1));
            assert!(
                wrong.iter().any(|line| line.contains(told)),
                "{to}: {wrong:#?}"
            );
            assert!(
                wrong
                    .iter()
                    .all(|line| line.starts_with("risk/history.toml:")),
                "{wrong:?}"
            );
        }
    }
}
