//! Facts of one subject: a party or owner, an item, a stop on the way.

use super::case::problem;
use super::listing::lists_of;
use super::parties::Someone;
use super::subjects::{Whole, under};
use crate::case::{CustomsCode, Item, Leg, LegKind, Party, Trusted};
use crate::finding::{CaseProblem, ItemResult, PartyResult};
use crate::party::PartyKind;
use crate::risk::facts::Desk;
use crate::risk::route::detour;
use crate::rule::facts::DO_NOT_KNOW;
use crate::rule::terms::{Interval, Number, Truth, parse_quantity};

impl Whole<'_> {
    pub(super) fn someone(
        &self,
        desk: &mut Desk<'_>,
        one: &Someone<'_>,
        result: &PartyResult,
        roles: &[String],
        trusted: bool,
    ) {
        desk.set("party_roles", roles);
        desk.choice(
            "party_kind",
            match one.kind {
                Some(PartyKind::Person) => "person",
                Some(PartyKind::Organisation) => "organisation",
                Some(PartyKind::Vessel) => "vessel",
                Some(PartyKind::Aircraft) => "aircraft",
                _ => "",
            },
        );
        let country = vec![one.country.to_owned()];
        let options = (!one.country.is_empty())
            .then(|| self.options(&country))
            .flatten();
        desk.places("party_country", options, &country);
        desk.choice("party_screening", result.state);
        let lists = |wanted: &str| -> Vec<String> {
            let found = lists_of(result, wanted);
            let known = |list: &String| self.risk().lists.iter().any(|of| of.id == *list);
            let name = |list: String| {
                if known(&list) {
                    list
                } else {
                    "other".to_owned()
                }
            };
            found.into_iter().map(name).collect()
        };
        let mut confirmed = lists("same");
        let candidates = lists("open");
        if result.state == "not-screened" || !candidates.is_empty() {
            confirmed.push(DO_NOT_KNOW.to_owned());
        }
        desk.set("party_lists", &confirmed);
        let mut candidates = candidates;
        if result.state == "not-screened" {
            candidates.push(DO_NOT_KNOW.to_owned());
        }
        desk.set("party_candidate_lists", &candidates);
        desk.flag(
            "party_address_listed",
            match result.address {
                "shared" => Truth::True,
                "not-shared" => Truth::False,
                _ => Truth::Unknown,
            },
        );
        desk.flag(
            "party_address_given",
            Truth::from(result.address != "not-given"),
        );
        if let Some(party) = one.party {
            self.party(desk, party, trusted);
        }
    }

    fn party(&self, desk: &mut Desk<'_>, party: &Party, trusted: bool) {
        let as_of = self.case.as_of.day_number();
        if let Some(day) = party.registered {
            let seconds = (as_of - day.day_number()).checked_mul(86_400);
            let age = seconds.and_then(|s| Number::parse(&s.to_string()).ok());
            desk.quantity("party_age", age.map(Interval::point));
            let after: Vec<String> = self
                .risk()
                .milestones
                .iter()
                .filter(|(_, milestone)| day > *milestone)
                .map(|(id, _)| id.clone())
                .collect();
            desk.set("party_formed_after", &after);
        }
        desk.flag("party_business_fits", self.business(party));
        desk.set("party_business", &party.business);
        let subject = format!("party:{}", party.id);
        for (of, interval) in self
            .ownership
            .iter()
            .filter(|(of, _)| of.subject == subject)
        {
            desk.quantity(&of.test, *interval);
        }
        desk.flag("party_owners_complete", Truth::from(party.owners_complete));
        desk.flag("party_controlled", self.controlled(&subject, party));
        desk.flag("party_trusted", Truth::from(trusted));
        let lapsed = party.trusted.is_some() && !self.holds(party);
        desk.flag("party_trust_lapsed", Truth::from(lapsed));
    }

    /// Whether a listed party decides there, by what is said of control.
    fn controlled(&self, subject: &str, party: &Party) -> Truth {
        let prefix = format!("owner:{}/", subject.trim_start_matches("party:"));
        let mut truth = Truth::from(false);
        let mut said = false;
        for (one, result) in self.people.iter().zip(self.results) {
            let Some(owner) = one.owner.filter(|_| one.subject.starts_with(&prefix)) else {
                continue;
            };
            said = true;
            let listed = match result.state {
                "confirmed" => Truth::True,
                "candidate" | "not-screened" => Truth::Unknown,
                _ => Truth::False,
            };
            let controls = match owner.control.as_str() {
                "yes" => Truth::True,
                "no" => Truth::False,
                _ => Truth::Unknown,
            };
            truth = truth.or(listed.and(controls));
        }
        // Control may lie with somebody nobody named.
        if said && party.owners_complete {
            truth
        } else {
            truth.or(Truth::Unknown)
        }
    }

    /// Whether what the party does goes with what it buys.
    fn business(&self, party: &Party) -> Truth {
        let sectors: Vec<_> = self
            .risk()
            .sectors
            .iter()
            .filter(|sector| party.business.contains(&sector.id))
            .collect();
        if sectors.is_empty() || self.case.items.is_empty() {
            return Truth::Unknown;
        }
        let fits = |item: &Item| {
            let CustomsCode::Digits(digits) = item.customs_code() else {
                return Truth::Unknown;
            };
            if sectors.iter().any(|sector| sector.codes.is_empty()) {
                return Truth::Unknown;
            }
            let mut codes = sectors.iter().flat_map(|sector| &sector.codes);
            Truth::from(codes.any(|code| under(&digits, code)))
        };
        self.case
            .items
            .iter()
            .map(fits)
            .fold(Truth::True, Truth::and)
    }

    /// Whether a standing judgement holds today: in time, and with the packs it was made with.
    fn holds(&self, party: &Party) -> bool {
        let Some(of) = &party.trusted else {
            return false;
        };
        let today = self.case.as_of;
        of.since.is_some_and(|since| since <= today)
            && of.until.is_some_and(|until| today <= until)
            && of.rules == self.pack.digest
            && self.lists.is_some_and(|lists| lists.digest == of.lists)
            && !of.reason.trim().is_empty()
    }

    /// A standing judgement that holds, and whose scope covers the whole case.
    pub(super) fn trusted<'b>(&self, party: &'b Party) -> Option<&'b Trusted> {
        let of = party.trusted.as_ref().filter(|_| self.holds(party))?;
        let destination = self.request.destination.as_deref()?;
        let there = of
            .destinations
            .iter()
            .any(|code| code.eq_ignore_ascii_case(destination));
        let covers = |item: &Item| {
            let digits: String = item.hs.chars().filter(char::is_ascii_digit).collect();
            of.items.iter().map(|word| word.trim()).any(|word| {
                let number: String = word.chars().filter(char::is_ascii_digit).collect();
                let hs = number.len() >= 4
                    && word
                        .chars()
                        .all(|c| c.is_ascii_digit() || c == '.' || c == ' ')
                    && digits.starts_with(&number);
                !word.is_empty()
                    && (hs || item.name.trim() == word || item.codes.iter().any(|c| c.code == word))
            })
        };
        (there && !self.case.items.is_empty() && self.case.items.iter().all(covers)).then_some(of)
    }

    pub(super) fn item(
        &self,
        desk: &mut Desk<'_>,
        item: &Item,
        result: &ItemResult,
        name: &str,
        problems: &mut Vec<CaseProblem>,
    ) {
        let mut on = result.hs_lists.clone();
        if item.customs_code() == CustomsCode::Unknown {
            on.push(DO_NOT_KNOW.to_owned());
        }
        desk.set("hs_lists_item", &on);
        let mut outcomes = Vec::new();
        for of in result.determination.iter().flat_map(|d| &d.jurisdictions) {
            desk.choice(&format!("item_state_{}", of.jurisdiction), of.item);
            outcomes.push(of.outcome.to_owned());
        }
        desk.set("item_outcomes", &outcomes);
        let origin: Vec<String> = Some(item.origin.trim().to_owned())
            .filter(|code| !code.is_empty())
            .into_iter()
            .collect();
        let options = (!origin.is_empty())
            .then(|| self.options(&origin))
            .flatten();
        desk.places("origin", options, &origin);
        for (fact, text, unit) in [
            ("item_quantity", &item.quantity, "1"),
            ("item_mass", &item.mass, "kg"),
        ] {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            match parse_quantity(text, unit, &self.pack.rules.units) {
                Ok(quantity) => desk.quantity(fact, Some(quantity.interval)),
                Err(error) => problems.push(problem(
                    name,
                    fact.trim_start_matches("item_"),
                    text,
                    error.code,
                    &error.message,
                    &error.help,
                )),
            }
        }
        let value = item.value.trim();
        if !value.is_empty()
            && let Err(error) = parse_quantity(value, "1", &self.pack.rules.units)
        {
            problems.push(problem(
                name,
                "value",
                value,
                error.code,
                &error.message,
                "write the number alone, such as 12500.00, and choose the currency",
            ));
        }
        desk.quantity("item_value_eur", self.value(item, "EUR"));
        desk.quantity("item_value_usd", self.value(item, "USD"));
    }

    pub(super) fn leg(&self, desk: &mut Desk<'_>, leg: &Leg) {
        desk.choice(
            "leg_kind",
            match leg.kind {
                LegKind::Transit => "transit",
                LegKind::Transhipment => "transhipment",
                LegKind::Destination => "destination",
            },
        );
        let code = vec![leg.country.clone()];
        let options = (!leg.country.is_empty())
            .then(|| self.options(&code))
            .flatten();
        desk.places("leg_country", options, &code);
        if leg.kind == LegKind::Destination {
            let none = Some(Interval::point(Number::ZERO));
            desk.quantity("leg_detour", none);
            desk.quantity("leg_extra", none);
            return;
        }
        if let (Some(from), Some(to)) = (&self.request.exporter, &self.request.destination) {
            let way = detour(self.risk(), from, &code, to);
            desk.quantity("leg_detour", way.map(|(share, _)| share));
            desk.quantity("leg_extra", way.map(|(_, metres)| metres));
        }
    }
}
