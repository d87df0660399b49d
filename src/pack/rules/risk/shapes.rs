//! The shapes of the files under `rules/risk/`. rules/FORMAT.md explains every field.

use crate::pack::rules::source::{Given, Texts};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingsFile {
    pub(super) topic: BTreeMap<String, Texts>,
    /// Step that is due while questions are not answered.
    #[serde(default)]
    pub(super) ask_step: Option<String>,
    #[serde(default)]
    pub(super) milestone: BTreeMap<String, Spanned<MilestonePart>>,
    /// Lists of party packs.
    #[serde(default)]
    pub(super) list: BTreeMap<String, Spanned<ListPart>>,
    #[serde(default)]
    pub(super) required: BTreeMap<String, Spanned<RequiredPart>>,
    /// Roles, and what they are called in licensing.
    #[serde(default)]
    pub(super) role: BTreeMap<String, RolePart>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MilestonePart {
    pub(super) date: Datetime,
    pub(super) name: Texts,
    pub(super) cite: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListPart {
    #[serde(default)]
    pub(super) party: Option<String>,
    #[serde(default)]
    pub(super) owner: Vec<String>,
    /// The publisher keeps it no longer.
    #[serde(default)]
    pub(super) closed: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequiredPart {
    pub(super) any: Vec<String>,
    #[serde(default)]
    pub(super) jurisdiction: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RolePart {
    pub(super) name: Texts,
    /// The role in questions of licensing.
    pub(super) licence: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorPart {
    pub(super) kind: Spanned<String>,
    pub(super) topic: Spanned<String>,
    pub(super) per: Spanned<String>,
    #[serde(default)]
    pub(super) jurisdiction: Option<Spanned<String>>,
    pub(super) title: Texts,
    pub(super) text: Texts,
    pub(super) cite: String,
    #[serde(default)]
    pub(super) link: Option<String>,
    pub(super) when: Spanned<String>,
    #[serde(default)]
    pub(super) raises: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) open: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) resolve: ResolvePart,
    /// `question:option` of licensing.
    #[serde(default)]
    pub(super) licence: Option<Spanned<String>>,
    #[serde(default, rename = "final")]
    pub(super) is_final: bool,
    #[serde(default)]
    pub(super) trust: bool,
    #[serde(default)]
    pub(super) steps: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) clause: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) status: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) valid_from: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(super) valid_to: Option<Spanned<Datetime>>,
    #[serde(default, rename = "review_by")]
    pub(super) _review_by: Option<Datetime>,
    #[serde(default)]
    pub(super) example: Vec<Spanned<ExamplePart>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResolvePart {
    #[serde(default)]
    pub(super) question: Texts,
    #[serde(default)]
    pub(super) evidence: Texts,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExamplePart {
    #[serde(default)]
    pub(super) given: Given,
    pub(super) expect: String,
    /// Bodies of law that are asked for; all when none is named.
    #[serde(default)]
    pub(super) jurisdictions: Vec<String>,
    #[serde(default)]
    pub(super) as_of: Option<Datetime>,
    #[serde(default, rename = "note")]
    pub(super) _note: Texts,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HsPart {
    pub(super) id: Spanned<String>,
    pub(super) name: Texts,
    pub(super) cite: String,
    #[serde(default)]
    pub(super) link: Option<String>,
    #[serde(default)]
    pub(super) version: Option<String>,
    pub(super) codes: Vec<Spanned<String>>,
    /// Questions that are answered `yes` by being on the list.
    #[serde(default)]
    pub(super) answers: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnershipPart {
    pub(super) name: Texts,
    pub(super) cite: String,
    #[serde(default)]
    pub(super) link: Option<String>,
    #[serde(default)]
    pub(super) jurisdiction: Option<Spanned<String>>,
    pub(super) lists: Vec<Spanned<String>>,
    /// `majority` or `product`.
    pub(super) through: Spanned<String>,
    #[serde(default)]
    pub(super) majority: Option<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepPart {
    pub(super) title: Texts,
    pub(super) text: Texts,
    #[serde(default)]
    pub(super) who: Texts,
    #[serde(default)]
    pub(super) days: Texts,
    #[serde(default)]
    pub(super) cite: Option<String>,
    #[serde(default)]
    pub(super) link: Option<String>,
    #[serde(default)]
    pub(super) authority: Option<String>,
    #[serde(default)]
    pub(super) jurisdiction: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectorPart {
    pub(super) name: Texts,
    pub(super) hs: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClausePart {
    pub(super) title: Texts,
    #[serde(default)]
    pub(super) note: Texts,
    pub(super) cite: String,
    #[serde(default)]
    pub(super) link: Option<String>,
    pub(super) text: Texts,
}

/// An answer that follows from facts of the case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerPart {
    pub(super) value: Spanned<String>,
    pub(super) when: Spanned<String>,
    pub(super) cite: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormsFile {
    #[serde(default)]
    pub(super) form: Vec<Spanned<FormPart>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormPart {
    pub(super) step: String,
    pub(super) per: Spanned<String>,
    pub(super) topic: String,
    pub(super) attributes: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) roles: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) jurisdiction: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) when: Option<Spanned<String>>,
}
