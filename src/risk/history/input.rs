//! Rows as a shipping system exports them, read with care: what cannot be read is a problem with its
//! line, and the rest of the row still counts where it can.

use super::HistoryRules;
use super::model::PARTNERS;
use super::report::Problem;
use crate::date::Date;
use crate::risk::model::Risk;
use crate::rule::terms::{Number, NumberError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Today.
    pub as_of: Date,
    /// Country the goods leave from; empty: detours are not judged.
    #[serde(default)]
    pub exporter: String,
    /// Shipments.
    pub rows: Vec<Row>,
}

/// A shipment as written. Every field may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Row {
    /// Line in the user's file.
    pub line: u32,
    /// Day, `YYYY-MM-DD`.
    pub date: String,
    /// Customs code, at least four digits.
    pub hs: String,
    /// What it is; never looked at.
    pub item: String,
    /// Who bought.
    pub customer: String,
    /// Country of destination, two letters.
    pub destination: String,
    /// Country on the way; empty: none is stated.
    pub via: String,
    /// Value of the shipment.
    pub value: String,
    /// Its currency; amounts in different currencies are never compared.
    pub currency: String,
    /// Net mass with its unit.
    pub mass: String,
    /// Pieces.
    pub quantity: String,
    /// When the customer was founded or registered.
    pub registered: String,
}

/// A shipment as read. Numbers of customers, codes, places and currencies point into the table.
#[derive(Debug, Clone)]
pub(super) struct Shipment {
    pub(super) line: u32,
    pub(super) date: Option<Date>,
    /// Day number; far in the past when there is no date.
    pub(super) day: i64,
    pub(super) customer: Option<usize>,
    /// First six digits.
    pub(super) hs: Option<String>,
    /// List of goods of concern that has the code.
    pub(super) listed: Option<String>,
    pub(super) destination: Option<String>,
    pub(super) via: Option<String>,
    pub(super) value: Option<f64>,
    pub(super) currency: String,
    pub(super) mass: Option<f64>,
    pub(super) quantity: Option<f64>,
    pub(super) registered: Option<Date>,
}

/// Every shipment, by day, and what is wrong with the rows.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) shipments: Vec<Shipment>,
    /// Names of customers as shown.
    pub(super) customers: Vec<String>,
    pub(super) problems: Vec<Problem>,
    /// Rows of which no check can use anything.
    pub(super) unused: usize,
    /// First day of the data.
    pub(super) start: Option<i64>,
    /// The exporter's country.
    pub(super) exporter: Option<String>,
}

/// A year more than today: a planned shipment is what users want to compare.
const LATEST: i64 = 366;
/// Kilograms of units that stand on papers.
const UNITS: &[(&str, f64)] = &[
    ("kg", 1.0),
    ("kgs", 1.0),
    ("kgm", 1.0),
    ("g", 0.001),
    ("gr", 0.001),
    ("t", 1000.0),
    ("to", 1000.0),
    ("tne", 1000.0),
    ("mt", 1000.0),
    ("lb", 0.453_592_37),
    ("lbs", 0.453_592_37),
    ("oz", 0.028_349_523_125),
];

impl Table {
    pub(super) fn read(request: &Request, rules: &HistoryRules, risk: &Risk) -> Table {
        let mut rows: Vec<&Row> = request.rows.iter().collect();
        // The order of the file must not matter, not even between rows that share a line.
        rows.sort();
        let mut table = Table::default();
        let names = names(&rows);
        table.customers = names.values().cloned().collect();
        let index: BTreeMap<&String, usize> = names.keys().zip(0..).collect();
        let lists = Lists::new(rules, risk);
        let absent = absent(&rows, &mut table.problems);
        let latest = request.as_of.day_number() + LATEST;
        for row in rows {
            let mut reader = Reader {
                row,
                absent: &absent,
                problems: &mut table.problems,
            };
            let date = reader.date("date", &row.date).filter(|date| {
                let known = date.day_number() <= latest;
                if !known {
                    reader.problem(
                        "date",
                        "date-future",
                        &row.date,
                        "this day is more than a year ahead",
                        "check the year; the row counts only where no day is needed",
                    );
                }
                known
            });
            let hs = reader.hs();
            let shipment = Shipment {
                line: row.line,
                date,
                day: date.map_or(i64::MIN, Date::day_number),
                customer: reader.customer(&index),
                listed: hs.as_deref().and_then(|hs| lists.list_of(hs)),
                destination: reader.country("destination", &row.destination),
                via: reader.country("via", &row.via),
                value: reader.amount("value", &row.value),
                currency: reader.currency(),
                mass: reader.mass(),
                quantity: reader.amount("quantity", &row.quantity),
                registered: reader.date("registered", &row.registered),
                hs,
            };
            // Of goods under way to their destination through itself there is nothing to say.
            let shipment = Shipment {
                via: shipment
                    .via
                    .filter(|via| Some(via) != shipment.destination.as_ref()),
                ..shipment
            };
            let prices =
                shipment.hs.is_some() && shipment.value.is_some() && shipment.mass.is_some();
            let dated = shipment.date.is_some()
                && (shipment.customer.is_some() || shipment.destination.is_some());
            if prices || dated {
                table.shipments.push(shipment);
            } else {
                table.unused += 1;
            }
        }
        table.shipments.sort_by_key(|shipment| shipment.day);
        table.start = table
            .shipments
            .iter()
            .find(|shipment| shipment.date.is_some())
            .map(|shipment| shipment.day);
        table.exporter = code(&request.exporter);
        if table.exporter.is_none() && !request.exporter.trim().is_empty() {
            table.problems.push(Problem::new(
                0,
                "exporter",
                "country",
                &request.exporter,
                "not a two-letter country code",
                "write it like DE; detours are not judged",
            ));
        }
        table.problems.sort();
        table
    }

    /// Shipments with a day, earliest first.
    pub(super) fn dated(&self) -> impl Iterator<Item = &Shipment> {
        self.shipments
            .iter()
            .filter(|shipment| shipment.date.is_some())
    }

    pub(super) fn name(&self, customer: usize) -> &str {
        self.customers.get(customer).map_or("", String::as_str)
    }
}

impl Shipment {
    /// Goods of concern to a place that is no partner of the controls.
    pub(super) fn concern(&self, rules: &HistoryRules) -> bool {
        self.listed.is_some() && self.outside(rules)
    }

    /// Goes to a known place that is no partner of the controls.
    pub(super) fn outside(&self, rules: &HistoryRules) -> bool {
        self.destination
            .as_ref()
            .is_some_and(|country| !rules.has(PARTNERS, country))
    }

    /// Heading: the first four digits.
    pub(super) fn heading(&self) -> Option<&str> {
        self.hs.as_deref()?.get(..4)
    }

    /// Value against weight.
    pub(super) fn price(&self) -> Option<f64> {
        Some(self.value? / self.mass?)
    }

    pub(super) fn date_text(&self) -> String {
        self.date.map(|date| date.to_string()).unwrap_or_default()
    }
}

/// Customers by folded name; shown as the least of their spellings, whatever the order of rows.
fn names(rows: &[&Row]) -> BTreeMap<String, String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for row in rows {
        let shown = row
            .customer
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if shown.is_empty() {
            continue;
        }
        let known = names
            .entry(shown.to_lowercase())
            .or_insert_with(|| shown.clone());
        if shown < *known {
            *known = shown;
        }
    }
    names
}

/// Codes of goods of concern.
struct Lists<'a> {
    by_code: BTreeMap<String, &'a str>,
    lengths: BTreeSet<usize>,
}

impl<'a> Lists<'a> {
    fn new(rules: &HistoryRules, risk: &'a Risk) -> Lists<'a> {
        let of_concern = |id: &str| {
            rules
                .goods
                .iter()
                .any(|start| id.starts_with(start.as_str()))
        };
        let mut by_code = BTreeMap::new();
        for list in risk.hs_lists.iter().filter(|list| of_concern(&list.id)) {
            for code in &list.codes {
                by_code.entry(digits(code)).or_insert(list.id.as_str());
            }
        }
        let lengths = by_code.keys().map(String::len).collect();
        Lists { by_code, lengths }
    }

    /// A code that is given more coarsely than the list may be one of its goods, and counts.
    fn list_of(&self, hs: &str) -> Option<String> {
        let exact = self
            .lengths
            .iter()
            .rev()
            .find_map(|length| self.by_code.get(hs.get(..*length)?));
        let finer = || {
            self.by_code
                .range(hs.to_owned()..)
                .next()
                .filter(|(code, _)| code.starts_with(hs))
                .map(|(_, id)| id)
        };
        exact.or_else(finer).map(|id| (*id).to_owned())
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A country code or that of an area (`UA-43`), if it looks like one.
fn code(text: &str) -> Option<String> {
    let tidy = text.trim().to_ascii_uppercase();
    let (country, area) = tidy.split_once('-').unwrap_or((&tidy, "X"));
    let fits = country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_alphabetic())
        && (1..=3).contains(&area.len())
        && area.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then_some(tidy)
}

/// Fields every row should have.
type Field = fn(&Row) -> &str;

/// Name, field, what is not judged without it.
const NEEDED: &[(&str, Field, &str)] = &[
    (
        "date",
        |row| &row.date,
        "only prices are compared without a day",
    ),
    (
        "hs",
        |row| &row.hs,
        "size, price and goods of concern are not judged without a customs code",
    ),
    (
        "customer",
        |row| &row.customer,
        "nothing about a customer is judged without a name",
    ),
    (
        "destination",
        |row| &row.destination,
        "routes and shifts are not judged without a destination",
    ),
];

/// Needed fields that no row gives: said once, not in every row.
fn absent(rows: &[&Row], problems: &mut Vec<Problem>) -> BTreeSet<&'static str> {
    let empty = |field: &Field| rows.iter().all(|row| field(row).trim().is_empty());
    let absent: BTreeSet<&'static str> = NEEDED
        .iter()
        .filter(|(_, field, _)| empty(field))
        .map(|(name, _, _)| *name)
        .collect();
    for (name, _, help) in NEEDED
        .iter()
        .filter(|(name, _, _)| !rows.is_empty() && absent.contains(name))
    {
        problems.push(Problem::new(
            0,
            name,
            "column-missing",
            "",
            "no row gives it",
            help,
        ));
    }
    absent
}

struct Reader<'a> {
    row: &'a Row,
    absent: &'a BTreeSet<&'static str>,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn problem(
        &mut self,
        field: &'static str,
        code: &'static str,
        given: &str,
        message: &str,
        help: &'static str,
    ) {
        self.problems.push(Problem::new(
            self.row.line,
            field,
            code,
            given,
            message,
            help,
        ));
    }

    /// A needed field that is empty here, though other rows give it.
    fn missing(&mut self, field: &'static str) {
        let needed = NEEDED.iter().find(|(name, _, _)| *name == field);
        if let Some((name, _, help)) = needed.filter(|(name, _, _)| !self.absent.contains(name)) {
            self.problem(name, "missing", "", "not given", help);
        }
    }

    fn date(&mut self, field: &'static str, text: &str) -> Option<Date> {
        let tidy = text.trim();
        if tidy.is_empty() {
            self.missing(field);
            return None;
        }
        let date = tidy.parse().ok();
        if date.is_none() {
            self.problem(
                field,
                "date",
                text,
                "not a complete day",
                "write it like 2025-03-01",
            );
        }
        date
    }

    fn hs(&mut self) -> Option<String> {
        let given = &self.row.hs;
        if given.trim().is_empty() {
            self.missing("hs");
            return None;
        }
        let digits = digits(given);
        let odd = given.chars().any(|c| {
            !c.is_ascii_digit() && !c.is_whitespace() && !matches!(c, '.' | '-' | '/' | '\u{a0}')
        });
        if odd || !(4..=14).contains(&digits.len()) {
            self.problem(
                "hs",
                "hs",
                given,
                "not a customs code",
                "write at least four digits, like 8457.10",
            );
            return None;
        }
        Some(digits.chars().take(6).collect())
    }

    fn customer(&mut self, index: &BTreeMap<&String, usize>) -> Option<usize> {
        let folded = self
            .row
            .customer
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let found = index.get(&folded).copied();
        if found.is_none() {
            self.missing("customer");
        }
        found
    }

    fn country(&mut self, field: &'static str, text: &str) -> Option<String> {
        if text.trim().is_empty() {
            self.missing(field);
            return None;
        }
        let found = code(text);
        if found.is_none() {
            self.problem(
                field,
                "country",
                text,
                "not a two-letter country code",
                "write it like AE",
            );
        }
        found
    }

    fn currency(&mut self) -> String {
        let tidy = self.row.currency.trim().to_ascii_uppercase();
        let known =
            tidy.is_empty() || (tidy.len() == 3 && tidy.bytes().all(|b| b.is_ascii_uppercase()));
        if !known {
            let given = self.row.currency.clone();
            self.problem(
                "currency",
                "currency",
                &given,
                "not a three-letter currency code",
                "write it like EUR; the value is compared only with values written the same way",
            );
        }
        tidy
    }

    /// A figure above zero.
    fn amount(&mut self, field: &'static str, text: &str) -> Option<f64> {
        if text.trim().is_empty() {
            return None;
        }
        let number = self.number(field, text, Number::parse(text))?;
        self.positive(field, text, number)
    }

    fn number(
        &mut self,
        field: &'static str,
        text: &str,
        read: Result<Number, NumberError>,
    ) -> Option<f64> {
        match read {
            Ok(number) => {
                let (over, under) = <(i128, i128)>::from(number);
                return Some(over as f64 / under as f64);
            }
            Err(NumberError::Ambiguous) => self.problem(
                field,
                "ambiguous",
                text,
                "can be read in two ways",
                "write it without marks between thousands, like 1234.50",
            ),
            Err(NumberError::NotANumber) => self.problem(
                field,
                "number",
                text,
                "not a number",
                "write it like 1234.50",
            ),
            Err(NumberError::TooLarge) => self.problem(
                field,
                "too-large",
                text,
                "more digits than can be kept",
                "check the figure",
            ),
        }
        None
    }

    fn positive(&mut self, field: &'static str, text: &str, figure: f64) -> Option<f64> {
        let positive = figure > 0.0 && figure.is_finite();
        if !positive {
            self.problem(
                field,
                "not-positive",
                text,
                "zero or below",
                "a credit or a return is not compared; leave it out or correct it",
            );
        }
        positive.then_some(figure)
    }

    fn mass(&mut self) -> Option<f64> {
        let text = self.row.mass.as_str();
        let chars: Vec<char> = text.trim().chars().collect();
        if chars.is_empty() {
            return None;
        }
        let (read, used) = match Number::read(&chars) {
            Ok((number, used)) => (Ok(number), used),
            Err(error) => (Err(error), 0),
        };
        let figure = self.number("mass", text, read)?;
        let unit: String = chars
            .iter()
            .skip(used)
            .collect::<String>()
            .trim()
            .trim_end_matches('.')
            .to_lowercase();
        let Some((_, kilograms)) = UNITS.iter().find(|(name, _)| *name == unit) else {
            self.problem(
                "mass",
                "unit",
                text,
                "no unit of mass",
                "write kg, g, t, lb or oz behind the figure",
            );
            return None;
        };
        self.positive("mass", text, figure * kilograms)
    }
}
