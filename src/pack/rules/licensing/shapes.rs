//! The shapes of the files under `rules/licensing/`. rules/FORMAT.md explains every field.

use crate::pack::rules::source::{Given, Texts};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingsFile {
    /// Jurisdictions in the order of results.
    pub(super) order: Vec<String>,
    pub(super) jurisdiction: BTreeMap<String, Spanned<JurisdictionPart>>,
    pub(super) check: BTreeMap<String, Spanned<CheckPart>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct JurisdictionPart {
    pub(super) name: Texts,
    /// Its control list.
    pub(super) list: String,
    pub(super) instrument: String,
    pub(super) version: String,
    pub(super) url: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckPart {
    pub(super) title: Texts,
    /// Open measures are "not run" until somebody answers.
    #[serde(default)]
    pub(super) on_request: bool,
    #[serde(default)]
    pub(super) beyond_scope: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupPart {
    pub(super) name: Texts,
    pub(super) cite: String,
    #[serde(default)]
    pub(super) members: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) includes: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemSetPart {
    /// The jurisdiction whose list the codes are of.
    pub(super) list: Spanned<String>,
    pub(super) name: Texts,
    pub(super) cite: String,
    pub(super) items: Vec<Spanned<ItemRowPart>>,
    #[serde(default)]
    pub(super) except: Vec<Spanned<ItemRowPart>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemRowPart {
    pub(super) code: Spanned<String>,
    #[serde(default)]
    pub(super) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) cite: Option<String>,
    /// For editors only.
    #[serde(default, rename = "note")]
    pub(super) _note: Texts,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeasurePart {
    pub(super) kind: Spanned<String>,
    #[serde(default)]
    pub(super) check: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) per: Option<Spanned<String>>,
    /// Short name of an authorisation.
    #[serde(default)]
    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) title: Texts,
    #[serde(default)]
    pub(super) text: Texts,
    #[serde(default)]
    pub(super) cite: String,
    #[serde(default)]
    pub(super) link: Option<String>,
    #[serde(default)]
    pub(super) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) status: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) valid_from: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(super) valid_to: Option<Spanned<Datetime>>,
    #[serde(default, rename = "review_by")]
    pub(super) _review_by: Option<Datetime>,
    #[serde(default, rename = "differs_key")]
    pub(super) _differs_key: Option<String>,
    /// Requirements an authorisation overcomes.
    #[serde(default)]
    pub(super) overcomes: Vec<Spanned<String>>,
    /// Authorisations that a restriction adds its conditions to.
    #[serde(default)]
    pub(super) of: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) limit: Option<Spanned<String>>,
    /// Authorisations whose items do not count as controlled content.
    #[serde(default)]
    pub(super) not_counted: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) condition: Vec<Spanned<ConditionPart>>,
    #[serde(default)]
    pub(super) duty: Vec<Spanned<DutyPart>>,
    #[serde(default)]
    pub(super) example: Vec<Spanned<ExamplePart>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionPart {
    pub(super) id: Spanned<String>,
    pub(super) when: Spanned<String>,
    pub(super) title: Texts,
    #[serde(default)]
    pub(super) text: Texts,
    pub(super) cite: String,
    /// The special case that the authorisation is for.
    #[serde(default)]
    pub(super) circumstance: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DutyPart {
    pub(super) title: Texts,
    #[serde(default)]
    pub(super) text: Texts,
    pub(super) cite: String,
    #[serde(default)]
    pub(super) when: Option<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExamplePart {
    #[serde(default)]
    pub(super) item: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) listed: BTreeMap<String, bool>,
    #[serde(default)]
    pub(super) destination: String,
    #[serde(default)]
    pub(super) exporter: String,
    #[serde(default)]
    pub(super) origin: String,
    #[serde(default)]
    pub(super) end_user_country: String,
    #[serde(default)]
    pub(super) party_countries: Vec<String>,
    #[serde(default)]
    pub(super) as_of: Option<Datetime>,
    #[serde(default)]
    pub(super) given: Given,
    pub(super) expect: String,
    #[serde(default, rename = "note")]
    pub(super) _note: Texts,
}
