//! What is searched: families and entries with their texts.

use serde::{Deserialize, Serialize};

/// Everything the search knows, in the order of the rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchInput {
    /// Kinds of items.
    pub families: Vec<FamilyText>,
    /// Entries of the lists.
    pub entries: Vec<EntryText>,
    /// Facts that rules ask for.
    pub attributes: Vec<AttributeText>,
    /// Codes of other lists.
    pub crosswalk: Vec<OtherCode>,
    /// Item numbers of other lists by customs code.
    pub customs: Vec<CustomsItem>,
    /// `rules/synonyms.tsv`
    pub synonyms: String,
}

/// A name, a trade word, a title: one phrase in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// `en`, `de`, `fr`; empty when it belongs to all.
    pub language: String,
    /// What it is.
    pub source: Source,
    /// The words.
    pub text: String,
}

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Name of a family.
    Name,
    /// Trade word of a family.
    Word,
    /// One line about a family.
    About,
    /// Title of an entry.
    Title,
    /// Summary of an entry.
    Summary,
    /// Title of a provision.
    Provision,
    /// Label or datasheet name of an attribute.
    Attribute,
}

/// A family.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyText {
    /// Id.
    pub id: String,
    /// Name, words, about.
    pub phrases: Vec<Phrase>,
    /// Headings and subheadings of the Harmonised System.
    pub hs: Vec<String>,
}

/// An entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryText {
    /// Code: `3A001`.
    pub entry: String,
    /// Lists that hold it.
    pub lists: Vec<String>,
    /// Title and summary.
    pub phrases: Vec<Phrase>,
    /// Its paragraphs.
    pub provisions: Vec<ProvisionText>,
}

/// A paragraph of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionText {
    /// Path: `a.5.a.1`.
    pub path: String,
    /// Families it applies to (positions).
    pub families: Vec<u32>,
    /// Titles.
    pub phrases: Vec<Phrase>,
}

/// An attribute, at its position in the rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeText {
    /// Families whose rules ask for it (positions).
    pub families: Vec<u32>,
    /// Label and datasheet names.
    pub phrases: Vec<Phrase>,
    /// Options with their labels.
    pub options: Vec<OptionText>,
}

/// An option of a choice or set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionText {
    /// Id.
    pub id: String,
    /// In every language.
    pub labels: Vec<String>,
}

/// An item number of another country's list that goes by customs code alone (Japan's item 16).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomsItem {
    /// The list: `jp`.
    pub list: String,
    /// The number there.
    pub code: String,
    /// Chapters, headings and subheadings it covers; the longest that fits decides.
    pub hs: Vec<String>,
    /// Those it does not.
    #[serde(default)]
    pub except: Vec<String>,
}

/// A code of another list and the entries it corresponds to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherCode {
    /// The list: `uk`, `cn`, `ml`.
    pub list: String,
    /// The code there.
    pub code: String,
    /// `same`, `narrower`, `broader`, `none`, `different`, `by-customs-code`.
    pub relation: String,
    /// Codes here.
    pub entries: Vec<String>,
}
