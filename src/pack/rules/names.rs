//! What conditions may refer to once attributes and provisions are known.

use super::build::{Built, citation};
use super::complaint::{Complaint, Source};
use super::condition::parse;
use super::folder::Folder;
use super::lower::Lower;
use crate::rule::model::{Block, Formula, Kind, Rules};
use crate::rule::terms::Dimension;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// Names of attributes and provisions.
#[derive(Debug, Default)]
pub(crate) struct Names {
    attributes: BTreeMap<String, u32>,
    dimensions: BTreeMap<u32, Dimension>,
    /// Per list: codes of provisions.
    provisions: Vec<Vec<(String, u32)>>,
}

/// A condition, and the numbers that a plain attribute is compared with.
pub(crate) type Lowered = (Block, Vec<(u32, String)>);

impl Names {
    pub(crate) fn of(folder: &Folder, built: &Built) -> Names {
        Names {
            attributes: built.attributes.clone(),
            dimensions: dimensions(folder, built),
            provisions: (0u32..)
                .zip(&built.rules.lists)
                .map(|(list, _)| provisions(folder, built, list))
                .collect(),
        }
    }

    /// Lowers a condition of a file; a mistake is a complaint at its place. `list`: whose provisions
    /// it may refer to.
    ///
    /// # Errors
    /// The complaint.
    #[allow(clippy::too_many_arguments)]
    pub(crate) fn lower(
        &self,
        rules: &mut Rules,
        strings: &mut BTreeMap<String, u32>,
        source: &Source,
        field: &str,
        text: &Spanned<String>,
        cite: &str,
        list: Option<u32>,
    ) -> Result<Lowered, Complaint> {
        self.block(rules, strings, text.get_ref(), cite, list)
            .map_err(|(at, message, help)| {
                source.complaint(text.span().start + 1 + at, field, &message, &help)
            })
    }

    fn block(
        &self,
        rules: &mut Rules,
        strings: &mut BTreeMap<String, u32>,
        text: &str,
        cite: &str,
        list: Option<u32>,
    ) -> Result<Lowered, (usize, String, String)> {
        let expr =
            parse(text).map_err(|(at, message)| (at, message, "see rules/FORMAT.md".to_owned()))?;
        let known = list.and_then(|list| self.provisions.get(list as usize));
        let mut lower = Lower {
            rules,
            attributes: &self.attributes,
            dimensions: &self.dimensions,
            provisions: known.map(Vec::as_slice).unwrap_or_default(),
            entry: "",
            strings,
            limits: Vec::new(),
            cited: Vec::new(),
        };
        let block = lower.block(&expr, cite)?;
        Ok((block, lower.limits))
    }

    /// Position of an attribute.
    pub(crate) fn attribute(&self, id: &str) -> Option<u32> {
        self.attributes.get(id).copied()
    }
}

/// Attributes with a formula over what the engine fills, in order.
pub(crate) fn derived(built: &Built, supplied: &BTreeSet<String>) -> Vec<u32> {
    let mut touched: BTreeSet<u32> = supplied
        .iter()
        .filter_map(|id| built.attributes.get(id).copied())
        .collect();
    let mut out = Vec::new();
    for (index, attribute) in (0u32..).zip(&built.rules.attributes) {
        let uses: Vec<u32> = match attribute.formula {
            None => continue,
            Some(Formula::Term(term)) => {
                let mut used = Vec::new();
                crate::rule::explain::term_attributes(&built.rules, term, &mut used);
                used
            }
            Some(Formula::Condition(of)) => built
                .rules
                .nodes
                .get(of.first as usize..=of.last as usize)
                .unwrap_or_default()
                .iter()
                .flat_map(|node| crate::rule::explain::attributes_of(&built.rules, node))
                .collect(),
        };
        if uses.iter().any(|used| touched.contains(used)) {
            touched.insert(index);
            out.push(index);
        }
    }
    out
}

fn provisions(folder: &Folder, built: &Built, list: u32) -> Vec<(String, u32)> {
    let ids: Vec<&String> = folder.controls.keys().collect();
    (0u32..)
        .zip(&built.rules.provisions)
        .filter(|(_, provision)| provision.list == list)
        .filter_map(|(index, provision)| {
            let entry = ids.get(provision.control as usize)?;
            Some((citation(entry, &provision.path), index))
        })
        .collect()
}

fn dimensions(folder: &Folder, built: &Built) -> BTreeMap<u32, Dimension> {
    (0u32..)
        .zip(&built.rules.attributes)
        .filter_map(|(index, attribute)| match &attribute.kind {
            Kind::Quantity { unit } => Some((index, folder.units.parse_unit(unit)?.dimension)),
            _ => None,
        })
        .collect()
}
