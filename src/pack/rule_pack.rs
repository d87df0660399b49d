//! Opens rule packs: decodes, checks every index, runs the pack's own self-tests.

use super::error::{PackError, PackErrorKind};
use super::format::{self, KIND_RULES};
use super::licensing_pack::MeasureTest;
use super::risk_pack::IndicatorTest;
use crate::classify::classifier::verdict;
use crate::classify::search::{Search, SearchInput};
use crate::license::model::Licensing;
use crate::risk::model::Risk;
use crate::rule::explain::attributes_of;
use crate::rule::facts::Facts;
use crate::rule::model::{Block, Formula, Node, Rules, Term};
use crate::rule::terms::{Truth, Units};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Deeper arithmetic is refused: it is the only thing that recurses.
const DEEPEST: u8 = 32;

/// An open rule pack.
#[derive(Debug)]
pub struct RulePack {
    /// The rules.
    pub rules: Rules,
    /// The manifest as JSON.
    pub manifest: String,
    /// Editor's version.
    pub version: String,
    /// SHA-256 of the pack, hex.
    pub digest: String,
    /// Finds families.
    pub search: Search,
    /// Coverage report as JSON.
    pub coverage: String,
    /// Texts by language, as JSON.
    pub texts: BTreeMap<String, String>,
    /// Licensing rules.
    pub licensing: Licensing,
    /// Texts of the licensing rules by language, as JSON.
    pub licensing_texts: BTreeMap<String, String>,
    /// Risk rules.
    pub risk: Risk,
    /// Texts of the risk rules by language, as JSON.
    pub risk_texts: BTreeMap<String, String>,
}

/// What a rule pack says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RuleManifest {
    /// `rules`.
    pub kind: String,
    /// Editor's version.
    pub version: String,
    /// Version of the compiler that made the pack.
    pub made_with: String,
    /// Languages of the texts.
    pub languages: Vec<String>,
    /// Lists with instrument and version of the text.
    pub lists: Vec<ListVersion>,
    /// How many attributes, families, controls and provisions there are.
    pub counts: BTreeMap<String, u32>,
    /// SHA-256 over the rule files.
    pub source: String,
    /// SHA-256 of the pack file; filled in when it is opened.
    #[serde(default)]
    pub digest: String,
}

/// A list as the manifest names it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListVersion {
    /// `eu`, `us`.
    pub id: String,
    /// The instrument.
    pub instrument: String,
    /// Date of its text.
    pub version: String,
}

/// An example that the pack must reproduce before it opens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RuleTest {
    /// Family, by id.
    pub family: String,
    /// Provision, by index.
    pub provision: u32,
    /// Attribute and answer.
    pub answers: Vec<(String, String)>,
    /// The verdict.
    pub expect: Truth,
}

impl RulePack {
    /// Opens a rule pack.
    ///
    /// # Errors
    /// Every [`PackErrorKind`].
    pub fn open(bytes: &[u8], required_key: Option<&[u8; 32]>) -> Result<RulePack, PackError> {
        let container = format::open(bytes, KIND_RULES, required_key)?;
        let text = |name: &str| -> Result<String, PackError> {
            String::from_utf8(container.section(name)?).map_err(|_| broken(name, "is not text"))
        };
        let mut manifest: RuleManifest = serde_json::from_str(&text("manifest")?)
            .map_err(|error| PackErrorKind::Manifest.at(error.to_string()))?;
        manifest.digest.clone_from(&container.digest);
        let mut rules: Rules = decode("rules", &container.section("rules")?)?;
        rules.units =
            Units::parse(&text("units")?).map_err(|error| broken("units", &error.to_string()))?;
        sound(&rules).ok_or_else(|| broken("rules", "refers to something that is not there"))?;
        let tests: Vec<RuleTest> = decode("tests", &container.section("tests")?)?;
        for test in &tests {
            passes(&rules, test)?;
        }
        let licensing: Licensing = decode("licence", &container.section("licence")?)?;
        super::licensing_pack::sound(&rules, &licensing)
            .ok_or_else(|| broken("licence", "refers to something that is not there"))?;
        let tests: Vec<MeasureTest> = decode("lic-test", &container.section("lic-test")?)?;
        for test in &tests {
            super::licensing_pack::passes(&rules, &licensing, test)?;
        }
        let risk: Risk = decode("risk", &container.section("risk")?)?;
        super::risk_pack::sound(&rules, &licensing, &risk)
            .ok_or_else(|| broken("risk", "refers to something that is not there"))?;
        let tests: Vec<IndicatorTest> = decode("rsk-test", &container.section("rsk-test")?)?;
        for test in &tests {
            super::risk_pack::passes(&rules, &licensing, &risk, test)?;
        }
        let mut texts = BTreeMap::new();
        let mut licensing_texts = BTreeMap::new();
        let mut risk_texts = BTreeMap::new();
        for language in &manifest.languages {
            texts.insert(language.clone(), text(&format!("text-{language}"))?);
            let of_licensing = text(&format!("lic-{language}"))?;
            licensing_texts.insert(language.clone(), of_licensing);
            risk_texts.insert(language.clone(), text(&format!("rsk-{language}"))?);
        }
        Ok(RulePack {
            rules,
            version: manifest.version.clone(),
            digest: container.digest.clone(),
            search: Search::new(decode::<SearchInput>(
                "search",
                &container.section("search")?,
            )?),
            coverage: text("coverage")?,
            texts,
            licensing,
            licensing_texts,
            risk,
            risk_texts,
            manifest: serde_json::to_string(&manifest)
                .map_err(|error| PackErrorKind::Manifest.at(error.to_string()))?,
        })
    }
}

fn decode<'a, T: Deserialize<'a>>(section: &str, bytes: &'a [u8]) -> Result<T, PackError> {
    postcard::from_bytes(bytes).map_err(|error| broken(section, &error.to_string()))
}

fn broken(section: &str, what: &str) -> PackError {
    PackErrorKind::Section.at(format!("section `{section}` {what}"))
}

fn passes(rules: &Rules, test: &RuleTest) -> Result<(), PackError> {
    let found = rules
        .families
        .iter()
        .find(|family| family.id == test.family)
        .and_then(|family| {
            let answers: Map<String, Json> = test
                .answers
                .iter()
                .map(|(name, answer)| (name.clone(), Json::String(answer.clone())))
                .collect();
            let facts = Facts::read(rules, &family.given, &answers);
            verdict(rules, family, &facts, test.provision)
        });
    if found == Some(test.expect) {
        return Ok(());
    }
    Err(PackErrorKind::SelfTest.at(format!(
        "provision {} for `{}` is expected to be {:?}",
        test.provision, test.family, test.expect
    )))
}

/// Every index points to something that stands where it may.
fn sound(rules: &Rules) -> Option<()> {
    let check = |good: bool| good.then_some(());
    let attributes = rules.attributes.len() as u32;
    let provisions = rules.provisions.len() as u32;
    let strings = rules.strings.len() as u32;
    let block = |block: Block| {
        check(block.first <= block.last && (block.last as usize) < rules.nodes.len())?;
        // Parts of a block lie inside it.
        for (index, node) in (block.first..).zip(
            rules
                .nodes
                .get(block.first as usize..=block.last as usize)?,
        ) {
            check(node.parts().all(|part| block.first <= part && part < index))?;
        }
        Some(())
    };
    let mut depths: Vec<u8> = Vec::with_capacity(rules.terms.len());
    for term in &rules.terms {
        let depth = |part: &u32| depths.get(*part as usize).copied();
        let deep = match term {
            Term::Attribute(attribute) => {
                check(*attribute < attributes)?;
                0
            }
            Term::Constant { text, .. } => {
                check(*text < strings)?;
                0
            }
            Term::Abs(part) => depth(part)? + 1,
            Term::Join(_, left, right) => depth(left)?.max(depth(right)?) + 1,
        };
        check(deep <= DEEPEST)?;
        depths.push(deep);
    }
    for node in &rules.nodes {
        check(attributes_of(rules, node).iter().all(|a| *a < attributes))?;
        if let Node::Compare { left, right, .. } = node {
            check((*left.max(right) as usize) < rules.terms.len())?;
        }
    }
    for (index, attribute) in (0u32..).zip(&rules.attributes) {
        match attribute.formula {
            None => {}
            Some(Formula::Term(term)) => {
                let mut used = Vec::new();
                crate::rule::explain::term_attributes(rules, term, &mut used);
                check((term as usize) < rules.terms.len() && used.iter().all(|a| *a < index))?;
            }
            Some(Formula::Condition(of)) => {
                block(of)?;
                let nodes = rules.nodes.get(of.first as usize..=of.last as usize)?;
                for node in nodes {
                    check(attributes_of(rules, node).iter().all(|a| *a < index))?;
                }
            }
        }
    }
    for (index, provision) in (0u32..).zip(&rules.provisions) {
        check((provision.list as usize) < rules.lists.len())?;
        check((provision.control as usize) < rules.controls.len())?;
        for of in provision
            .when
            .into_iter()
            .chain(provision.unless.iter().map(|u| u.when))
        {
            block(of)?;
            for node in rules.nodes.get(of.first as usize..=of.last as usize)? {
                if let Node::Specified { provisions, .. } = node {
                    check(provisions.iter().all(|p| *p < index))?;
                }
            }
        }
    }
    for family in &rules.families {
        check(family.provisions.iter().all(|p| *p < provisions))?;
        check(family.provisions.is_sorted())?;
        check(family.given.iter().all(|(a, _)| *a < attributes))?;
    }
    Some(())
}
