//! Facts that the engine fills from the case, declared as attributes that conditions may name.

use super::Risks;
use crate::license::outcome::Outcome;
use crate::pack::rules::build::Built;
use crate::pack::rules::licensing::Licence;
use crate::rule::model::Kind;

const SCREENING: [&str; 5] = [
    "not-screened",
    "no-candidate",
    "candidate",
    "confirmed",
    "rejected",
];
const ITEM_STATES: [&str; 5] = [
    "listed",
    "undecided",
    "none-identified",
    "no-rule",
    "not-given",
];
const FLAGS: [&str; 8] = [
    "end_user_named",
    "party_address_listed",
    "party_address_given",
    "party_business_fits",
    "party_owners_complete",
    "party_controlled",
    "party_trusted",
    "party_trust_lapsed",
];
const QUANTITIES: [(&str, &str); 11] = [
    ("case_value_eur", "EUR"),
    ("case_value_usd", "USD"),
    ("item_value_eur", "EUR"),
    ("item_value_usd", "USD"),
    ("item_quantity", "1"),
    ("item_mass", "kg"),
    ("party_age", "d"),
    ("leg_detour", "%"),
    ("leg_extra", "km"),
    ("route_detour", "%"),
    ("route_extra", "km"),
];
const PLACES: [&str; 4] = [
    "transit_countries",
    "transhipment_countries",
    "party_country",
    "leg_country",
];

impl Risks<'_> {
    pub(super) fn supply(&mut self, built: &mut Built, licence: &Licence<'_>) {
        let words = |words: &[&str]| -> Vec<String> {
            words.iter().map(|word| (*word).to_owned()).collect()
        };
        let outcomes: Vec<String> = Outcome::ALL.iter().map(|o| o.word().to_owned()).collect();
        let checks: Vec<String> = licence
            .licensing
            .checks
            .iter()
            .map(|c| c.id.clone())
            .collect();
        let (mut roles, mut required, mut lists, mut milestones) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        if let Some((_, settings)) = &self.files.settings {
            roles.extend(settings.role.keys().cloned());
            required.extend(settings.required.keys().cloned());
            lists.extend(settings.list.keys().cloned());
            milestones.extend(settings.milestone.keys().cloned());
        }
        roles.push("owner".to_owned());
        lists.push("other".to_owned());
        let hs: Vec<String> = self
            .files
            .hs
            .iter()
            .map(|(_, of)| of.id.get_ref().clone())
            .collect();
        let sectors: Vec<String> = self.files.sectors.iter().map(|of| of.id.clone()).collect();
        let mut sets: Vec<(String, Vec<String>)> = [
            ("case_roles", roles.clone()),
            ("party_roles", roles),
            ("outcomes", outcomes.clone()),
            ("item_outcomes", outcomes.clone()),
            ("checks_not_run", checks.clone()),
            ("item_states", words(&ITEM_STATES)),
            ("parties_screened", words(&SCREENING)),
            (
                "list_states",
                words(&["fresh", "stale", "undated", "starter", "none"]),
            ),
            ("lists_missing", required),
            ("party_lists", lists.clone()),
            ("party_candidate_lists", lists),
            ("hs_lists", hs.clone()),
            ("hs_lists_item", hs),
            ("party_formed_after", milestones),
            ("party_business", sectors),
        ]
        .map(|(name, options)| (name.to_owned(), options))
        .to_vec();
        sets.extend(PLACES.map(|name| (name.to_owned(), licence.place_options())));
        let mut choices: Vec<(String, Vec<String>)> = vec![
            (
                "party_kind".to_owned(),
                words(&["person", "organisation", "vessel", "aircraft"]),
            ),
            ("party_screening".to_owned(), words(&SCREENING)),
            (
                "leg_kind".to_owned(),
                words(&["transit", "transhipment", "destination"]),
            ),
        ];
        for of in &licence.licensing.jurisdictions {
            sets.push((format!("outcomes_{}", of.id), outcomes.clone()));
            sets.push((format!("checks_not_run_{}", of.id), checks.clone()));
            choices.push((format!("item_state_{}", of.id), words(&ITEM_STATES)));
        }
        for (name, options) in sets {
            self.declare(built, &name, Kind::Set(options));
        }
        for (name, options) in choices {
            self.declare(built, &name, Kind::Choice(options));
        }
        for name in FLAGS {
            self.declare(built, name, Kind::Flag);
        }
        let tests: Vec<String> = self
            .files
            .ownership
            .iter()
            .map(|of| of.id.clone())
            .collect();
        let shares = tests.iter().map(|test| (test.as_str(), "%"));
        for (name, unit) in QUANTITIES.into_iter().chain(shares) {
            let unit = unit.to_owned();
            self.declare(built, name, Kind::Quantity { unit });
        }
        // Licensing fills these for its own measures; here they are facts of the case.
        for name in [
            "destination",
            "exporter",
            "origin",
            "end_user_country",
            "party_countries",
        ] {
            if let Some(index) = built.attributes.get(name) {
                self.risk.supplied.push((name.to_owned(), *index));
            }
        }
        self.risk.supplied.sort();
    }

    fn declare(&mut self, built: &mut Built, id: &str, kind: Kind) {
        let index = built.supply(self.folder, id, kind);
        self.risk.supplied.push((id.to_owned(), index));
    }
}
