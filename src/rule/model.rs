//! Rules as the engine evaluates them. `pack::rules` (feature `compile`) makes them from TOML;
//! [`crate::pack::rule_pack`] opens them. Indices are positions in the lists of [`Rules`].

use super::terms::{Number, Op, Units};
use crate::date::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Everything that is evaluated. Texts for people are separate sections of the pack.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rules {
    /// Control lists in the order of results.
    pub lists: Vec<List>,
    /// Units of the law and of the trade; a section of its own in the pack.
    #[serde(skip)]
    pub units: Units,
    /// Share of a limit within which a value is near it, unless the attribute names its own.
    pub margin: Number,
    /// A derived attribute comes after those of its formula.
    pub attributes: Vec<Attribute>,
    /// Kinds of items.
    pub families: Vec<Family>,
    /// Entries.
    pub controls: Vec<Control>,
    /// Paragraphs, one per list; a provision that refers to others comes after them.
    pub provisions: Vec<Provision>,
    /// Prompts that come before dual-use classification.
    pub reviews: Vec<Review>,
    /// Conditions; the parts of a node come before it.
    pub nodes: Vec<Node>,
    /// Arithmetic; the parts of a term come before it.
    pub terms: Vec<Term>,
    /// Cited paragraphs, and limits as the law writes them.
    pub strings: Vec<String>,
    /// Positions of attributes by name, worked out on first use.
    #[serde(skip)]
    by_name: OnceLock<BTreeMap<String, u32>>,
}

impl Rules {
    /// Position of an attribute. Ask only once all attributes are there.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<u32> {
        let names = self.by_name.get_or_init(|| {
            let names = self.attributes.iter().map(|of| of.id.clone());
            names.zip(0..).collect()
        });
        names.get(name).copied()
    }
}

/// A control list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct List {
    /// `eu`, `us`.
    pub id: String,
    /// The instrument, as cited.
    pub instrument: String,
    /// Date of the consolidated text the rules were written from.
    pub version: String,
    /// Address of the official text; `{entry}` stands for the code.
    pub url: String,
    /// Official entries and leaf paragraphs, and how many of each kind the rules hold.
    pub coverage: Coverage,
}

/// How much of a text is modelled, in leaf paragraphs (entries without paragraphs count one).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Entries of the list.
    pub entries: u32,
    /// Leaf paragraphs of the list.
    pub leaves: u32,
    /// Evaluable.
    pub modelled: u32,
    /// Described only.
    pub described: u32,
    /// Neither.
    pub absent: u32,
}

/// A fact about an item that rules ask for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attribute {
    /// Name in rules and answers.
    pub id: String,
    /// What an answer looks like.
    pub kind: Kind,
    /// Derived from other attributes unless answered itself.
    pub formula: Option<Formula>,
    /// Derived, and asked itself all the same: datasheets state it more often than its inputs.
    pub ask: bool,
    /// Near-limit margin of the law, as a share of the limit.
    pub margin: Option<Number>,
    /// 1 on the datasheet, 2 in the manual or from the maker, 3 measured or judged.
    pub cost: u8,
    /// Names in datasheets, folded; for reading pasted tables.
    pub names: Vec<String>,
}

/// Kind of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A number with a unit.
    Quantity {
        /// Unit shown for derived values, and meant when a count is given without one.
        unit: String,
    },
    /// Exactly one of the options.
    Choice(Vec<String>),
    /// Any number of the options.
    Set(Vec<String>),
    /// Yes or no.
    Flag,
}

/// How a derived attribute is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Formula {
    /// A quantity: index of a term.
    Term(u32),
    /// A flag: a block of nodes.
    Condition(Block),
}

/// A condition: consecutive nodes, the last one is the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// First node.
    pub first: u32,
    /// Last node, the condition itself.
    pub last: u32,
}

/// A kind of item.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Family {
    /// Name in requests.
    pub id: String,
    /// Answers that are true by definition: attribute and answer text (options joined by `|`).
    pub given: Vec<(u32, String)>,
    /// Provisions of the family and of its parents, ascending.
    pub provisions: Vec<u32>,
    /// Entries worth a look that have no provision for the family.
    pub see: Vec<String>,
    /// Only groups others; nobody picks it.
    pub group: bool,
}

/// An entry.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Control {
    /// Code: `3A001`.
    pub entry: String,
    /// Lists that hold the entry.
    pub lists: Vec<u32>,
    /// Entries to look at too.
    pub see_also: Vec<String>,
    /// Entries of related software.
    pub software: Vec<String>,
    /// Entries of related technology.
    pub technology: Vec<String>,
    /// Official leaf paragraphs that are only described or absent, per list of `lists`.
    pub not_modelled: Vec<Vec<String>>,
}

/// A paragraph of an entry in one list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Provision {
    /// Index of the list.
    pub list: u32,
    /// Index of the control.
    pub control: u32,
    /// Paragraph without the entry's code.
    pub path: String,
    /// Nothing: the paragraph is only described, and stays undecided.
    pub when: Option<Block>,
    /// Notes and decontrols that take it back.
    pub unless: Vec<Release>,
    /// State of the law.
    pub status: Status,
    /// First day.
    pub valid_from: Option<Date>,
    /// First day on which it is no longer valid.
    pub valid_to: Option<Date>,
    /// Reasons for control (US).
    pub reasons: Vec<String>,
    /// The other lists do not have the same paragraph with the same condition.
    pub differs: bool,
}

/// A note or decontrol.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Release {
    /// Its condition.
    pub when: Block,
    /// Full citation.
    pub cite: String,
    /// "Other than those specified in ...": the paragraph only gives way once the other one is met.
    /// While that is open it stays met: the item is listed either way.
    pub yields: bool,
}

/// State of a provision in law.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Applies.
    #[default]
    InForce,
    /// Applies until confirmed.
    Provisional,
    /// Published, not yet applicable.
    Announced,
    /// Not applied for a time.
    Suspended,
    /// Gone.
    Repealed,
}

/// A question of the order of review.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Review {
    /// Name in answers.
    pub id: String,
    /// Index of the list.
    pub list: u32,
    /// Asked only about items that one of these entries applies to; none named: always.
    pub entries: Vec<String>,
}

/// A part of a condition. `cite` is an index into `strings`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Node {
    /// Met by being of the family.
    Always,
    /// Two terms compared.
    Compare {
        /// Left side, a term.
        left: u32,
        /// Operator.
        op: Op,
        /// Right side, a term.
        right: u32,
        /// Cited paragraph.
        cite: u32,
    },
    /// A flag is yes.
    Flag {
        /// The attribute.
        attribute: u32,
        /// Cited paragraph.
        cite: u32,
    },
    /// A choice is one of the options.
    Is {
        /// The attribute.
        attribute: u32,
        /// Positions of the options.
        options: Vec<u32>,
        /// Cited paragraph.
        cite: u32,
    },
    /// A set has the options.
    Has {
        /// The attribute.
        attribute: u32,
        /// Positions of the options.
        options: Vec<u32>,
        /// All of them, otherwise any.
        all: bool,
        /// Cited paragraph.
        cite: u32,
    },
    /// One of these provisions is met.
    Specified {
        /// Provisions of the same list.
        provisions: Vec<u32>,
        /// Cited paragraph.
        cite: u32,
    },
    /// Not.
    Not(u32),
    /// All of these nodes.
    All(Vec<u32>),
    /// Any of these nodes.
    Any(Vec<u32>),
    /// At least so many of these nodes.
    AtLeast(u32, Vec<u32>),
}

/// A part of an arithmetic expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// An attribute's value.
    Attribute(u32),
    /// A number of the law, in base units, and how the law writes it (index into `strings`).
    Constant {
        /// In base units.
        value: Number,
        /// As written.
        text: u32,
    },
    /// Two terms joined.
    Join(Join, u32, u32),
    /// Without its sign.
    Abs(u32),
}

/// What joins two terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Join {
    /// Sum.
    Add,
    /// Difference.
    Subtract,
    /// Product.
    Multiply,
    /// Quotient.
    Divide,
    /// The smaller.
    Min,
    /// The larger.
    Max,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            lists: Vec::new(),
            units: Units::default(),
            margin: Number::ZERO,
            attributes: Vec::new(),
            families: Vec::new(),
            controls: Vec::new(),
            provisions: Vec::new(),
            reviews: Vec::new(),
            nodes: Vec::new(),
            terms: Vec::new(),
            strings: Vec::new(),
            by_name: OnceLock::new(),
        }
    }
}

impl Node {
    /// The nodes it is made of.
    pub fn parts(&self) -> impl Iterator<Item = u32> + '_ {
        let (one, many): (Option<u32>, &[u32]) = match self {
            Node::Not(part) => (Some(*part), &[]),
            Node::All(parts) | Node::Any(parts) | Node::AtLeast(_, parts) => (None, parts),
            _ => (None, &[]),
        };
        one.into_iter().chain(many.iter().copied())
    }
}

impl Attribute {
    /// The formula whose inputs are asked in the attribute's place.
    #[must_use]
    pub fn asked_through(&self) -> Option<Formula> {
        self.formula.filter(|_| !self.ask)
    }
}

impl Status {
    /// Whether a provision in this state is evaluated.
    #[must_use]
    pub fn applies(self) -> bool {
        matches!(self, Status::InForce | Status::Provisional)
    }
}
