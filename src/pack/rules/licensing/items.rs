//! Sets of listed items.

use super::Licence;
use super::shapes::{ItemRowPart, ItemSetPart};
use crate::license::model::{ItemRow, ItemSet};
use crate::pack::rules::build::Built;
use crate::pack::rules::definitions::Entry;
use crate::pack::rules::lower::within;
use crate::rule::glob::glob;
use std::collections::BTreeMap;
use toml::Spanned;

impl Licence<'_> {
    pub(super) fn items(&mut self, built: &mut Built, strings: &mut BTreeMap<String, u32>) {
        for set in self.files.items.clone() {
            let list = &set.value.list;
            let Some(jurisdiction) = self.jurisdiction(list.get_ref()) else {
                self.complaints.push(set.complaint(
                    list.span().start,
                    "list",
                    &format!("there is no jurisdiction `{}`", list.get_ref()),
                    "see rules/licensing/settings.toml",
                ));
                continue;
            };
            let rows = self.rows(built, strings, &set, jurisdiction, &set.value.items);
            let except = self.rows(built, strings, &set, jurisdiction, &set.value.except);
            if let Some(attribute) = built.attributes.get(&set.id) {
                self.licensing.items.push(ItemSet {
                    attribute: *attribute,
                    jurisdiction,
                    rows,
                    except,
                });
            }
        }
    }

    fn rows(
        &mut self,
        built: &mut Built,
        strings: &mut BTreeMap<String, u32>,
        set: &Entry<ItemSetPart>,
        jurisdiction: u32,
        rows: &[Spanned<ItemRowPart>],
    ) -> Vec<ItemRow> {
        let list = self
            .licensing
            .jurisdictions
            .get(jurisdiction as usize)
            .map(|of| of.list);
        let mut out = Vec::new();
        for row in rows {
            let of = row.get_ref();
            if !self.in_outline(list, of.code.get_ref()) {
                self.complaints.push(set.complaint(
                    of.code.span().start,
                    "items",
                    &format!("the list has no paragraph `{}`", of.code.get_ref()),
                    "see rules/outline for the paragraphs of the law",
                ));
            }
            let cite = of.cite.as_ref().unwrap_or(&set.value.cite);
            let when = match &of.when {
                None => None,
                Some(text) => {
                    let field = format!("{} {} when", set.id, of.code.get_ref());
                    match self.block(built, strings, &set.source, &field, text, cite, list) {
                        Some((block, _)) => Some(block),
                        None => continue,
                    }
                }
            };
            out.push(ItemRow {
                code: of.code.get_ref().clone(),
                when,
            });
        }
        out
    }

    /// Whether the law has such a paragraph, at, above or (for codes with `*`) like it.
    pub(super) fn in_outline(&self, list: Option<u32>, code: &str) -> bool {
        let outline = list
            .and_then(|list| self.folder.lists.keys().nth(list as usize))
            .and_then(|list| self.folder.outline.get(list));
        let Some(outline) = outline else {
            return true;
        };
        let (entry, path) = code.split_once('.').unwrap_or((code, ""));
        if code.contains('*') {
            return outline.keys().any(|known| glob(entry, known));
        }
        outline.get(entry).is_some_and(|leaves| {
            path.is_empty()
                || leaves
                    .iter()
                    .any(|leaf| within(leaf, path) || within(path, leaf))
        })
    }
}
