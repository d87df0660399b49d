//! The shapes of the TOML files under `rules/`. rules/FORMAT.md explains every field.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

/// A text in several languages.
pub(crate) type Texts = BTreeMap<String, String>;

/// Answers in an example or in a family's definition.
pub(crate) type Given = BTreeMap<String, toml::Value>;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeFile {
    pub(crate) kind: Spanned<String>,
    #[serde(default)]
    pub(crate) unit: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) units: Vec<Spanned<String>>,
    pub(crate) label: Texts,
    pub(crate) question: Texts,
    #[serde(default)]
    pub(crate) help: Texts,
    #[serde(default)]
    pub(crate) measured: Texts,
    #[serde(default)]
    pub(crate) aka: Vec<String>,
    #[serde(default)]
    pub(crate) cite: Option<String>,
    #[serde(default)]
    pub(crate) margin: Option<Spanned<String>>,
    #[serde(default = "one")]
    pub(crate) cost: u8,
    #[serde(default)]
    pub(crate) diagram: Option<String>,
    #[serde(default)]
    pub(crate) formula: Option<Spanned<String>>,
    /// A derived attribute that is asked itself; the formula helps when its inputs are known.
    #[serde(default)]
    pub(crate) ask: bool,
    #[serde(default)]
    pub(crate) options: Option<toml::Table>,
}

fn one() -> u8 {
    1
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FamilyFile {
    pub(crate) name: Texts,
    #[serde(default)]
    pub(crate) about: Texts,
    pub(crate) category: Spanned<String>,
    #[serde(default)]
    pub(crate) words: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(crate) hs: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) parents: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) given: Given,
    #[serde(default)]
    pub(crate) see: Vec<Spanned<String>>,
    /// Only groups others; nobody picks it.
    #[serde(default)]
    pub(crate) group: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ControlFile {
    pub(crate) id: Spanned<String>,
    pub(crate) title: Texts,
    pub(crate) summary: Texts,
    #[serde(default)]
    pub(crate) regime: Vec<String>,
    #[serde(default)]
    pub(crate) see_also: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) related: RelatedPart,
    #[serde(default)]
    pub(crate) status: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) valid_from: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(crate) valid_to: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(crate) review_by: Option<Datetime>,
    #[serde(default)]
    pub(crate) rationale: Texts,
    pub(crate) list: BTreeMap<String, ListPart>,
    #[serde(default)]
    pub(crate) provision: Vec<Spanned<ProvisionPart>>,
    #[serde(default)]
    pub(crate) note: Vec<Spanned<NotePart>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RelatedPart {
    #[serde(default)]
    pub(crate) software: Vec<String>,
    #[serde(default)]
    pub(crate) technology: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListPart {
    #[serde(default)]
    pub(crate) since: Option<Datetime>,
    #[serde(default)]
    pub(crate) source: Option<String>,
    #[serde(default)]
    pub(crate) reasons: Vec<ReasonPart>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReasonPart {
    pub(crate) paths: Vec<String>,
    pub(crate) codes: Vec<Spanned<String>>,
    /// Only if. Without it, a line with a note is for the user to confirm.
    #[serde(default)]
    pub(crate) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) note: Texts,
    /// A remark that is no condition.
    #[serde(default)]
    pub(crate) info: Texts,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProvisionPart {
    pub(crate) path: Spanned<String>,
    #[serde(default)]
    pub(crate) family: OneOrMany,
    #[serde(default)]
    pub(crate) lists: Option<Vec<Spanned<String>>>,
    pub(crate) title: Texts,
    #[serde(default)]
    pub(crate) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) eu: Option<Variant>,
    #[serde(default)]
    pub(crate) us: Option<Variant>,
    #[serde(default)]
    pub(crate) described: bool,
    #[serde(default)]
    pub(crate) covers: Vec<String>,
    /// Codes of "other than those specified in": the paragraph gives way once one of them is met.
    #[serde(default)]
    pub(crate) yields_to: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) see_also: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) status: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) valid_from: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(crate) valid_to: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(crate) limits: Vec<Spanned<LimitPart>>,
    #[serde(default)]
    pub(crate) unless: Vec<Spanned<UnlessPart>>,
    #[serde(default)]
    pub(crate) example: Vec<Spanned<ExamplePart>>,
}

/// What one list says otherwise.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variant {
    #[serde(default)]
    pub(crate) path: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) covers: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LimitPart {
    pub(crate) of: String,
    pub(crate) value: toml::Value,
    pub(crate) under: String,
    pub(crate) at: String,
    pub(crate) over: String,
    #[serde(default)]
    pub(crate) given: Given,
    #[serde(default)]
    pub(crate) lists: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) family: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnlessPart {
    pub(crate) when: Spanned<String>,
    pub(crate) cite: String,
    #[serde(default)]
    pub(crate) title: Texts,
    #[serde(default)]
    pub(crate) lists: Option<Vec<Spanned<String>>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExamplePart {
    pub(crate) given: Given,
    pub(crate) expect: String,
    #[serde(default)]
    pub(crate) lists: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) family: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotePart {
    /// Path prefixes; in a note over entries: globs over entry codes.
    #[serde(default)]
    pub(crate) paths: Vec<String>,
    #[serde(default)]
    pub(crate) entries: Vec<String>,
    pub(crate) when: Spanned<String>,
    pub(crate) cite: String,
    #[serde(default)]
    pub(crate) title: Texts,
    #[serde(default)]
    pub(crate) lists: Option<Vec<Spanned<String>>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotesFile {
    #[serde(default)]
    pub(crate) note: Vec<Spanned<NotePart>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListFile {
    pub(crate) name: Texts,
    pub(crate) instrument: String,
    pub(crate) version: String,
    pub(crate) url: String,
    #[serde(default)]
    pub(crate) reasons: BTreeMap<String, Texts>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingsFile {
    pub(crate) version: String,
    pub(crate) margin: String,
    pub(crate) languages: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CategoriesFile {
    pub(crate) category: BTreeMap<String, Texts>,
    pub(crate) group: BTreeMap<String, Texts>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReviewFile {
    pub(crate) review: Vec<Spanned<ReviewPart>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReviewPart {
    pub(crate) id: String,
    pub(crate) list: String,
    /// Asked only about items of these entries (globs).
    #[serde(default)]
    pub(crate) entries: Vec<String>,
    pub(crate) question: Texts,
    pub(crate) help: Texts,
    pub(crate) cite: String,
}

/// `"adc"` or `["adc", "dac"]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMany {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    pub(crate) fn names(&self) -> &[String] {
        match self {
            OneOrMany::None => &[],
            OneOrMany::One(name) => std::slice::from_ref(name),
            OneOrMany::Many(names) => names,
        }
    }
}
