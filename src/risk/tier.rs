//! From findings to one tier: the highest that any of them asks for. Nothing lowers it but a
//! finding that is gone, or one that a person resolved.

use serde::{Deserialize, Serialize};

/// How much has to be done before anything leaves.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Standard checks; this is not an approval.
    #[default]
    Standard,
    /// Something needs a closer look.
    Enhanced,
    /// Nothing leaves until the named step is done.
    Stop,
}

/// A finding's share in the tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Factor {
    /// Position of the finding.
    pub finding: usize,
    /// What it asks for.
    pub tier: Tier,
}

/// The tier, and what made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Whole {
    /// In the end.
    pub tier: Tier,
    /// Without what people decided.
    pub machine: Tier,
    /// The strictest first, then in the order of findings.
    pub factors: Vec<Factor>,
}

/// What a finding asks for in the end, and without what people decided.
pub type Asked = (Option<Tier>, Option<Tier>);

/// Joins what single findings ask for.
#[must_use]
pub fn whole(findings: &[Asked]) -> Whole {
    let mut factors: Vec<Factor> = findings
        .iter()
        .enumerate()
        .filter_map(|(finding, (tier, _))| Some((finding, (*tier)?)))
        .filter(|(_, tier)| *tier > Tier::Standard)
        .map(|(finding, tier)| Factor { finding, tier })
        .collect();
    factors.sort_by_key(|factor| (std::cmp::Reverse(factor.tier), factor.finding));
    Whole {
        tier: findings
            .iter()
            .filter_map(|(tier, _)| *tier)
            .max()
            .unwrap_or_default(),
        machine: findings
            .iter()
            .filter_map(|(_, machine)| *machine)
            .max()
            .unwrap_or_default(),
        factors,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tier, whole};

    #[test]
    fn the_strictest_finding_makes_the_tier() {
        let result = whole(&[
            (Some(Tier::Enhanced), Some(Tier::Enhanced)),
            (None, Some(Tier::Stop)),
            (Some(Tier::Standard), None),
        ]);
        assert_eq!(result.tier, Tier::Enhanced);
        assert_eq!(result.machine, Tier::Stop);
        assert_eq!(result.factors.len(), 1);
        assert_eq!(whole(&[]).tier, Tier::Standard);
    }
}
