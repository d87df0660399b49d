//! Lines of single entries: what they say of authorisations, and their reasons for control.

use super::Licence;
use super::supplied::{limit_amount, listed_flag};
use crate::license::model::{EntryLine, EntryValue, ReasonLine};
use crate::pack::rules::build::Built;
use crate::pack::rules::complaint::{Complaint, Source};
use crate::pack::rules::definitions::rows;
use crate::rule::model::Block;
use crate::rule::terms::{Number, parse_quantity};
use std::collections::BTreeMap;
use toml::Spanned;

impl Licence<'_> {
    pub(super) fn entries(&mut self, built: &mut Built, strings: &mut BTreeMap<String, u32>) {
        for (of, source) in self.files.entries.clone() {
            let Some(jurisdiction) = self.jurisdiction(&of) else {
                continue;
            };
            let list = self
                .licensing
                .jurisdictions
                .get(jurisdiction as usize)
                .map(|of| of.list);
            let columns = ["entry", "path", "exception", "value", "when", "cite"];
            let mut complaints = Vec::new();
            for (line, cells) in rows(&source, &columns, &mut complaints) {
                let cell = |name: &str| cells.get(name).copied().unwrap_or_default();
                let code = crate::rule::explain::join_code(cell("entry"), cell("path"));
                let mut complain = |field: &str, message: String, help: &str| {
                    complaints.push(Complaint {
                        file: source.file.clone(),
                        line,
                        field: format!("{code} {field}"),
                        message,
                        help: help.to_owned(),
                    });
                };
                if !self.in_outline(list, &code) {
                    let message = format!("the list has no paragraph `{code}`");
                    complain("path", message, "see rules/outline");
                }
                let Some((yes, amount)) = value(built, cell("value")) else {
                    let message = format!("`{}` is no value", cell("value"));
                    complain(
                        "value",
                        message,
                        "write yes, no or an amount such as 3000 USD",
                    );
                    continue;
                };
                let when = match self.condition(
                    built,
                    strings,
                    &source,
                    (line, &code, cell("when"), cell("cite"), list),
                ) {
                    Ok(when) => when,
                    Err(()) => continue,
                };
                let mut push = |name: String, value: EntryValue| {
                    let attribute = built.attributes.get(&name);
                    let fact = self
                        .licensing
                        .entry_facts
                        .iter()
                        .position(|fact| Some(&fact.attribute) == attribute);
                    if let Some(fact) = fact {
                        self.licensing.entry_lines.push(EntryLine {
                            entry: cell("entry").to_owned(),
                            path: cell("path").to_owned(),
                            fact: fact as u32,
                            value,
                            when,
                        });
                    }
                };
                push(listed_flag(cell("exception")), EntryValue::Flag(yes));
                if let Some(amount) = amount {
                    let name = limit_amount(cell("exception"));
                    push(name, EntryValue::Amount(amount));
                }
            }
            self.complaints.append(&mut complaints);
        }
        let lines = &mut self.licensing.entry_lines;
        lines.sort_by(|left, right| left.entry.cmp(&right.entry));
    }

    fn condition(
        &mut self,
        built: &mut Built,
        strings: &mut BTreeMap<String, u32>,
        source: &Source,
        (line, code, text, cite, list): (usize, &str, &str, &str, Option<u32>),
    ) -> Result<Option<Block>, ()> {
        if text.is_empty() {
            return Ok(None);
        }
        let before = self.complaints.len();
        let spanned = Spanned::new(0..0, text.to_owned());
        let field = format!("{code} when");
        let made = self.block(built, strings, source, &field, &spanned, cite, list);
        // The place of a tab-separated cell is its line.
        for complaint in self.complaints.iter_mut().skip(before) {
            complaint.line = line;
        }
        made.map(|(block, _)| Some(block)).ok_or(())
    }

    pub(super) fn reasons(&mut self, built: &mut Built, strings: &mut BTreeMap<String, u32>) {
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for (jurisdiction, of) in (0u32..).zip(self.licensing.jurisdictions.clone()) {
            let Some(list) = self.folder.lists.keys().nth(of.list as usize) else {
                continue;
            };
            for (entry, item) in &self.folder.controls {
                let Some(part) = item.value.list.get(list) else {
                    continue;
                };
                if !part.reasons.is_empty() {
                    let known = (jurisdiction, entry.clone());
                    self.licensing.reasons_known.push(known);
                }
                for range in &part.reasons {
                    let mut when = None;
                    if let Some(text) = &range.when {
                        let field = format!("list.{list} reasons when");
                        let source = item.source.clone();
                        let cite = format!("{entry} License Requirements");
                        let list = Some(of.list);
                        when = self
                            .block(built, strings, &source, &field, text, &cite, list)
                            .map(|(block, _)| block);
                    }
                    for code in &range.codes {
                        let reason = self
                            .licensing
                            .reasons
                            .iter()
                            .position(|reason| reason.code == *code.get_ref());
                        let Some(reason) = reason else {
                            continue;
                        };
                        let confirm = (range.when.is_none() && !range.note.is_empty()).then(|| {
                            let name = format!("reason:{entry}:{}", code.get_ref());
                            let times = seen.entry(name.clone()).or_default();
                            *times += 1;
                            let name = if *times == 1 {
                                name
                            } else {
                                format!("{name}:{times}")
                            };
                            self.confirms.insert(name.clone(), range.note.clone());
                            name
                        });
                        self.licensing.reason_lines.push(ReasonLine {
                            jurisdiction,
                            entry: entry.clone(),
                            paths: range.paths.clone(),
                            reason: reason as u32,
                            when,
                            confirm,
                        });
                    }
                }
            }
        }
    }
}

/// `yes`, `no`, or an amount (which is a yes).
fn value(built: &Built, text: &str) -> Option<(bool, Option<Number>)> {
    match text {
        "yes" => Some((true, None)),
        "no" => Some((false, None)),
        amount => {
            let amount = parse_quantity(amount, "USD", &built.rules.units)
                .ok()?
                .interval
                .single()?;
            Some((true, Some(amount)))
        }
    }
}
