//! What the engine found in one list, and how it compares with an expected class.

use serde_json::Value;
use std::collections::BTreeSet;

/// What the engine found in one list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verdict {
    /// `listed`, `undecided`, `none-identified`, `no-rule`; `no-family` when the rules do not know it.
    pub(crate) word: String,
    /// `3A001.a.5.a.1`
    pub(crate) met: Vec<String>,
    pub(crate) unknown: Vec<String>,
    ask: Vec<String>,
    /// Reasons for control of each paragraph met, in the order of `met`.
    reasons: Vec<BTreeSet<String>>,
    /// Answers the engine could not use.
    pub(crate) problems: Vec<String>,
}

impl Verdict {
    pub(crate) fn no_family() -> Verdict {
        Verdict {
            word: "no-family".to_owned(),
            ..Verdict::default()
        }
    }

    pub(crate) fn read(answer: &Value) -> Verdict {
        let list = &answer["lists"][0];
        let mut verdict = Verdict {
            word: list["verdict"].as_str().unwrap_or_default().to_owned(),
            problems: array(&answer["problems"])
                .map(ToString::to_string)
                .collect(),
            ask: array(&answer["ask"])
                .filter_map(|question| question["attribute"].as_str().map(str::to_owned))
                .collect(),
            ..Verdict::default()
        };
        for provision in array(&answer["provisions"]) {
            let code = code(provision);
            match provision["result"].as_str() {
                Some("met") if !verdict.met.contains(&code) => {
                    verdict.met.push(code);
                    let reasons = array(&provision["reasons"]);
                    verdict.reasons.push(
                        reasons
                            .filter_map(|r| r.as_str().map(str::to_owned))
                            .collect(),
                    );
                }
                Some("unknown") if !verdict.unknown.contains(&code) => verdict.unknown.push(code),
                _ => {}
            }
        }
        verdict
    }

    pub(crate) fn decided(&self) -> bool {
        matches!(self.word.as_str(), "listed" | "none-identified")
    }

    pub(crate) fn has_entry(&self, entry: &str) -> bool {
        self.met.iter().any(|code| of_entry(code) == entry)
    }

    /// The published class itself is met, and nothing that is met needs more than it.
    ///
    /// An item may fall under several paragraphs; its maker publishes one. A board above 4A090.a
    /// with cryptography meets 4A090.a, 4A994.l and 5A002.z.1 at once, and 5A002.z.1 is published
    /// because it takes the others in: its reasons for control hold theirs. So another paragraph is
    /// no contradiction as long as its reasons are among those of the published class, and
    /// contradicts as soon as it adds one. A paragraph that stays open does not count as met.
    pub(crate) fn is_exactly(&self, gold: &str) -> bool {
        self.covered(|code| within(code, gold), gold)
    }

    /// The same, by entry only.
    pub(crate) fn is_entry(&self, gold: &str) -> bool {
        self.covered(|code| of_entry(code) == of_entry(gold), gold)
    }

    fn covered(&self, published: impl Fn(&str) -> bool, gold: &str) -> bool {
        if gold == "EAR99" {
            return self.word == "none-identified" && self.met.is_empty();
        }
        let reasons: BTreeSet<&String> = self
            .rows()
            .filter(|(code, _)| published(code))
            .flat_map(|(_, reasons)| reasons)
            .collect();
        self.met.iter().any(|code| published(code))
            && self.rows().all(|(code, of)| {
                of_entry(code) == of_entry(gold) || of.iter().all(|reason| reasons.contains(reason))
            })
    }

    fn rows(&self) -> impl Iterator<Item = (&String, &BTreeSet<String>)> {
        self.met.iter().zip(&self.reasons)
    }

    /// Whether a class is still open.
    pub(crate) fn leaves_open(&self, gold: &str) -> bool {
        !self.decided()
            || self
                .unknown
                .iter()
                .any(|code| within(code, gold) || within(gold, code))
    }

    /// Decided, with the published entry neither met nor open.
    pub(crate) fn misses(&self, gold: &str) -> bool {
        gold != "EAR99" && !self.has_entry(of_entry(gold)) && !self.leaves_open(of_entry(gold))
    }

    /// What is still open, for the printed line.
    pub(crate) fn open(&self) -> String {
        let few = |all: &[String]| all.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
        let mut told = String::new();
        if !self.unknown.is_empty() && self.word != "listed" {
            told = format!("; open {}; ask {}", few(&self.unknown), few(&self.ask));
        }
        if !self.problems.is_empty() {
            told = format!("{told}; NOT UNDERSTOOD {}", few(&self.problems));
        }
        told
    }
}

/// `3A001` of `3A001.a.5`.
pub(crate) fn of_entry(code: &str) -> &str {
    code.split('.').next().unwrap_or(code)
}

/// Whether a paragraph is the class, or lies in it.
fn within(code: &str, class: &str) -> bool {
    code.strip_prefix(class)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn code(provision: &Value) -> String {
    let part = |field: &str| provision[field].as_str().unwrap_or_default();
    let path = part("path");
    if path.is_empty() {
        part("entry").to_owned()
    } else {
        format!("{}.{path}", part("entry"))
    }
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
