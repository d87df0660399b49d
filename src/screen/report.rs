//! Output vocabulary of screening: what the page, the command line and scripts read.
//! Every score is rounded to four decimals, so that every host prints the same text.

use crate::date::{Date, PartialDate};
use crate::party::{NameKind, PartyKind};
use serde::{Deserialize, Serialize};

/// What the user asks about one party. Only the name is needed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Query {
    /// The name in any script and order.
    pub name: String,
    /// Person, organisation, vessel, aircraft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PartyKind>,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Date of birth, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dob: Option<PartialDate>,
    /// Passport, register, tax, IMO number or any other identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// How to screen: an explicit argument and part of every result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Hits below this score are not reported, 0 to 1.
    pub min_score: f64,
    /// At most this many hits.
    pub limit: u32,
    /// List ids to search; empty means all lists in the pack.
    pub lists: Vec<String>,
    /// Whether weak (low-quality) aliases take part.
    pub weak_aliases: bool,
    /// Which score ranks the hits.
    pub mode: Mode,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            min_score: 0.75,
            limit: 20,
            lists: Vec::new(),
            weak_aliases: true,
            mode: Mode::Explained,
        }
    }
}

/// Which score ranks the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The alignment's own score: what is scored is what is shown.
    #[default]
    Explained,
    /// Reproduces the score of the public OFAC sanctions search.
    Ofac,
}

/// The answer to one query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Screening {
    /// The query as understood.
    pub query: Query,
    /// The policy used.
    pub policy: Policy,
    /// Engine version.
    pub engine: &'static str,
    /// Digest of the pack, SHA-256 in hex.
    pub pack: String,
    /// Hits, best first.
    pub hits: Vec<Hit>,
    /// Lists searched, with their dates.
    pub lists: Vec<ListChecked>,
    /// Kebab-case codes of what this result does not cover; never empty
    /// (`ownership`, `lists-not-loaded`, `weak-aliases`, `script-table`, `name-too-short` ...).
    pub not_checked: Vec<&'static str>,
}

/// One list that was searched.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListChecked {
    /// List id.
    pub id: String,
    /// Publication date of the version searched, where known.
    pub published: Option<Date>,
}

/// One listed party that resembles the query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// Name score corrected by evidence, 0 to 1.
    pub score: f64,
    /// What the alignment alone is worth, 0 to 1.
    pub name_score: f64,
    /// List id.
    pub list: String,
    /// The publisher's reference.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The listed name that fits best.
    pub name: String,
    /// Standing of that name.
    pub name_kind: NameKind,
    /// The name the entry is filed under.
    pub primary: String,
    /// Kind of the listed party.
    pub kind: PartyKind,
    /// Digest of the whole entry (16 hex digits): a decision about it is reopened when this changes.
    pub entry: String,
    /// The picture: query over listed name.
    pub alignment: Alignment,
    /// Every point won or lost, the name's parts first, then the evidence.
    pub why: Vec<Reason>,
}

/// Query and listed name, token by token. Every token stands in exactly one link.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Alignment {
    /// Tokens of the query in their order.
    pub query: Vec<Token>,
    /// Tokens of the listed name in their order.
    pub listed: Vec<Token>,
    /// How they are joined.
    pub links: Vec<Link>,
}

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Token {
    /// As written.
    pub text: String,
    /// As compared: Latin letters, lower case, without marks.
    pub latin: String,
    /// What sort of word it is.
    pub class: TokenClass,
}

/// What sort of word a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenClass {
    /// A word that names.
    Word,
    /// A single letter standing for a word.
    Initial,
    /// `al`, `bin`, `de`, `van`, `and` ...: weighs little.
    Particle,
    /// Organisation form: `GmbH`, `OOO`, `Ltd` ...
    Form,
    /// `Dr`, `Sheikh`, `Haji` ...
    Title,
    /// A number.
    Number,
}

/// Tokens joined, and what that is worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// Positions in `Alignment::query`; empty for a listed token that nothing in the query answers.
    pub query: Vec<u16>,
    /// Positions in `Alignment::listed`; empty for a query token that nothing in the listed name answers.
    pub listed: Vec<u16>,
    /// Why they are joined.
    pub how: How,
    /// 0 to 1.
    pub similarity: f64,
    /// Share of the name score won (or, when unmatched, lost: negative or zero).
    pub points: f64,
    /// Letter by letter, for `spelling`, `sound` and `joined` links.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

/// Why tokens are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// The same letters.
    Exact,
    /// A few letters differ.
    Spelling,
    /// Spelt otherwise, sounds alike (transliteration, phonetic key, consonant skeleton).
    Sound,
    /// Two words on one side, one on the other.
    Joined,
    /// An initial standing for the word.
    Initial,
    /// One is the beginning of the other.
    Prefix,
    /// Equivalent words: organisation forms, numbers in words, known short forms.
    Equivalent,
    /// Initial letters of the whole name.
    Acronym,
    /// No counterpart.
    Unmatched,
}

/// One run of letters in the letter-by-letter comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Letters of the query (empty: missing in the query).
    pub query: String,
    /// Letters of the listed name (empty: additional in the query).
    pub listed: String,
    /// Whether the two are the same.
    pub same: bool,
}

/// One reason for points won or lost, ready for a message with arguments.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// Kebab-case message key, for example `name-exact`, `name-spelling`, `name-unmatched-query`,
    /// `evidence-country-same`, `evidence-dob-differs`, `alias-weak`.
    pub code: &'static str,
    /// Signed share of the score.
    pub points: f64,
    /// The query's side, where there is one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub query: String,
    /// The listed side, where there is one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub listed: String,
}
