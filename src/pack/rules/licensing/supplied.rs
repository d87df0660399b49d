//! Attributes that the engine fills from the request: places, and flags of the item at hand.

use super::Licence;
use crate::license::model::{EntryFact, Reason, Slots};
use crate::pack::rules::build::Built;
use crate::pack::rules::definitions::rows;
use crate::rule::model::Kind;
use std::collections::BTreeMap;

/// Unit of amounts in lines of entries.
const AMOUNT: &str = "USD";

impl Licence<'_> {
    pub(super) fn supply(&mut self, built: &mut Built) {
        let options = Kind::Set(self.places.options.clone());
        let mut place = |name: &str| self.declare(built, name, options.clone());
        self.licensing.slots = Slots {
            destination: place("destination"),
            exporter: place("exporter"),
            origin: place("origin"),
            end_user_country: place("end_user_country"),
            party_countries: place("party_countries"),
            item_listed: self.declare(built, "item_listed", Kind::Flag),
        };
        let sets: Vec<String> = self.files.items.iter().map(|set| set.id.clone()).collect();
        for set in sets {
            self.declare(built, &set, Kind::Flag);
        }
        let codes: Vec<String> = self
            .folder
            .lists
            .values()
            .flat_map(|list| list.reasons.keys().cloned())
            .collect();
        for code in codes {
            let attribute = self.declare(built, &reason_flag(&code), Kind::Flag);
            self.licensing.reasons.push(Reason { code, attribute });
        }
        self.entry_facts(built);
    }

    /// A flag per exception that a line names, and an amount where one is given.
    fn entry_facts(&mut self, built: &mut Built) {
        // (jurisdiction, exception) -> whether a line has an amount.
        let mut facts: BTreeMap<(String, String), bool> = BTreeMap::new();
        let mut ignored = Vec::new();
        for (of, source) in &self.files.entries {
            for (_, cells) in rows(source, &[], &mut ignored) {
                let cell = |name: &str| cells.get(name).copied().unwrap_or_default();
                let fact = facts
                    .entry((of.clone(), cell("exception").to_owned()))
                    .or_default();
                *fact |= cell("value").ends_with(AMOUNT);
            }
        }
        for ((of, exception), amount) in facts {
            let Some(jurisdiction) = self.jurisdiction(&of) else {
                continue;
            };
            let attribute = self.declare(built, &listed_flag(&exception), Kind::Flag);
            self.licensing.entry_facts.push(EntryFact {
                attribute,
                amount: false,
                jurisdiction,
            });
            if amount {
                let kind = Kind::Quantity {
                    unit: AMOUNT.to_owned(),
                };
                let attribute = self.declare(built, &limit_amount(&exception), kind);
                self.licensing.entry_facts.push(EntryFact {
                    attribute,
                    amount: true,
                    jurisdiction,
                });
            }
        }
    }

    fn declare(&mut self, built: &mut Built, id: &str, kind: Kind) -> u32 {
        let index = built.supply(self.folder, id, kind);
        self.supplied.insert(id.to_owned());
        index
    }
}

/// `NS1` -> `reason_ns1`
pub(super) fn reason_flag(code: &str) -> String {
    format!("reason_{}", code.to_lowercase())
}

/// `lvs` -> `lvs_listed`; names that already say what they are stay.
pub(super) fn listed_flag(exception: &str) -> String {
    if exception.contains('_') {
        exception.to_owned()
    } else {
        format!("{exception}_listed")
    }
}

/// `lvs` -> `lvs_limit`
pub(super) fn limit_amount(exception: &str) -> String {
    format!("{exception}_limit")
}
