//! From what was found to one word. Prohibition stands over sanctions review, licence required,
//! notification, authorisation, undecided and nothing identified; the order of findings is nothing.

use super::item::State;
use super::model::Kind;
use crate::rule::terms::Truth;

/// What stands in the end, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// A prohibition is met.
    Prohibited,
    /// Embargo or sanctions law applies.
    SanctionsReview,
    /// A requirement is met that no authorisation may overcome.
    LicenceRequired,
    /// The authority must be told.
    NotifyAuthority,
    /// Requirements are met; for each one an authorisation is not ruled out.
    AuthorisationPossible,
    /// Something that was run is open.
    Undecided,
    /// The checks that were run found nothing.
    NoneIdentified,
    /// This law does not apply to the transaction.
    NotInScope,
}

impl Outcome {
    /// All of them, the strictest first.
    pub const ALL: [Outcome; 8] = [
        Outcome::Prohibited,
        Outcome::SanctionsReview,
        Outcome::LicenceRequired,
        Outcome::NotifyAuthority,
        Outcome::AuthorisationPossible,
        Outcome::Undecided,
        Outcome::NoneIdentified,
        Outcome::NotInScope,
    ];

    /// As results say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Prohibited => "prohibited",
            Outcome::SanctionsReview => "sanctions-review",
            Outcome::LicenceRequired => "licence-required",
            Outcome::NotifyAuthority => "notify-authority",
            Outcome::AuthorisationPossible => "authorisation-possible",
            Outcome::Undecided => "undecided",
            Outcome::NoneIdentified => "none-identified",
            Outcome::NotInScope => "not-in-scope",
        }
    }
}

/// A finding, as far as the outcome is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// What it does.
    pub kind: Kind,
    /// Whether it applies.
    pub truth: Truth,
    /// An authorisation that may overcome it is not ruled out.
    pub overcome: bool,
    /// It holds whatever the scope of the jurisdiction is.
    pub beyond_scope: bool,
}

impl Weight {
    /// What this finding alone makes of the case.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match (self.truth, self.kind) {
            (Truth::False, _) => Outcome::NoneIdentified,
            (Truth::Unknown, kind) if kind.bars() => Outcome::Undecided,
            (Truth::True, Kind::Prohibition) => Outcome::Prohibited,
            (Truth::True, Kind::SanctionsReview) => Outcome::SanctionsReview,
            (Truth::True, Kind::Requirement | Kind::Notification) if self.overcome => {
                Outcome::AuthorisationPossible
            }
            (Truth::True, Kind::Requirement) => Outcome::LicenceRequired,
            (Truth::True, Kind::Notification) => Outcome::NotifyAuthority,
            _ => Outcome::NoneIdentified,
        }
    }
}

/// The outcome of a jurisdiction, and what it would be if the law applied.
#[must_use]
pub fn outcome(scope: Truth, item: State, findings: &[Weight]) -> (Outcome, Outcome) {
    let strictest = |all: bool| {
        findings
            .iter()
            .filter(|weight| all || weight.beyond_scope)
            .map(|weight| weight.outcome())
            .min()
            .unwrap_or(Outcome::NoneIdentified)
    };
    let mut inside = strictest(true);
    if item.listed() == Truth::Unknown {
        inside = inside.min(Outcome::Undecided);
    }
    let outside = strictest(false);
    let whole = match scope {
        Truth::True => inside,
        Truth::False if outside == Outcome::NoneIdentified => Outcome::NotInScope,
        Truth::False => outside,
        // Whether the law applies is open: what it would say is not yet said.
        Truth::Unknown if outside < Outcome::Undecided => outside,
        Truth::Unknown if inside == Outcome::NoneIdentified => inside,
        Truth::Unknown => Outcome::Undecided,
    };
    (whole, inside)
}
