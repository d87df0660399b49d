//! Why a condition is met, not met or undecided: only the criteria that decide it.

use super::criterion::Criterion;
use super::evaluate::{Results, condition, interval, near};
use super::facts::{Facts, Value};
use super::model::{Block, Formula, Join, Kind, Node, Rules, Term};
use super::terms::{Interval, Number, Op, Truth};

/// A walk over the deciding parts of one condition.
pub(crate) struct Walk<'a> {
    pub(crate) rules: &'a Rules,
    pub(crate) facts: &'a Facts,
    pub(crate) verdicts: &'a [Option<Truth>],
    /// Criteria found so far.
    pub(crate) criteria: Vec<Criterion>,
    /// Open attributes that would help to decide, without repeats.
    pub(crate) missing: Vec<u32>,
    /// Criteria are kept; otherwise only what is missing.
    keep: bool,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(
        rules: &'a Rules,
        facts: &'a Facts,
        verdicts: &'a [Option<Truth>],
    ) -> Walk<'a> {
        Walk {
            rules,
            facts,
            verdicts,
            criteria: Vec::new(),
            missing: Vec::new(),
            keep: true,
        }
    }

    /// A walk for what is missing alone.
    pub(crate) fn only(
        rules: &'a Rules,
        facts: &'a Facts,
        verdicts: &'a [Option<Truth>],
    ) -> Walk<'a> {
        Walk {
            keep: false,
            ..Walk::new(rules, facts, verdicts)
        }
    }

    /// Walks a block and returns its truth.
    pub(crate) fn block(&mut self, block: Block) -> Truth {
        let results = condition(self.rules, self.facts, self.verdicts, block);
        self.results(block, &results);
        results.whole()
    }

    /// Walks a block that is decided already.
    pub(crate) fn results(&mut self, block: Block, results: &Results) {
        self.node(results, block.last, results.whole(), false);
    }

    /// `truth` is the part's own; `negated` when an odd number of `not` stand before it.
    fn node(&mut self, results: &Results, index: u32, truth: Truth, negated: bool) {
        let Some(node) = self.rules.nodes.get(index as usize) else {
            return;
        };
        match node {
            Node::Not(part) => self.node(results, *part, !truth, !negated),
            Node::All(parts) | Node::Any(parts) | Node::AtLeast(_, parts) => {
                for part in parts {
                    // Of a decided group the parts that agree with it decide it.
                    if results.of(*part) == truth {
                        self.node(results, *part, truth, negated);
                    }
                }
            }
            leaf => self.leaf(leaf, truth, negated),
        }
    }

    fn leaf(&mut self, node: &Node, truth: Truth, negated: bool) {
        if !self.keep {
            return self.only_missing(node, truth);
        }
        let result = if negated { !truth } else { truth };
        let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        match node {
            Node::Compare {
                left,
                op,
                right,
                cite,
            } => self.comparison(*left, *op, *right, *cite, result, negated),
            Node::Flag { attribute, cite } => {
                let mut criterion = self.criterion(*cite, "is", yes_no(!negated), result);
                self.about(&mut criterion, *attribute);
                self.criteria.push(criterion);
            }
            Node::Is {
                attribute,
                options,
                cite,
            } => {
                let op = if negated { "is-not" } else { "is" };
                self.options(*attribute, options, *cite, op, result);
            }
            Node::Has {
                attribute,
                options,
                all,
                cite,
            } => {
                let op = match (negated, all) {
                    (false, true) => "has-all",
                    (false, false) => "has-any",
                    (true, true) => "lacks-any",
                    (true, false) => "has-none",
                };
                self.options(*attribute, options, *cite, op, result);
            }
            Node::Specified { provisions, cite } => {
                let op = if negated {
                    "not-specified-by"
                } else {
                    "specified-by"
                };
                let mut criterion = self.criterion(*cite, op, String::new(), result);
                criterion.limit = self.codes(provisions);
                self.criteria.push(criterion);
                if truth == Truth::Unknown {
                    self.undecided(provisions);
                }
            }
            Node::Always | Node::Not(_) | Node::All(_) | Node::Any(_) | Node::AtLeast(..) => {}
        }
    }

    fn only_missing(&mut self, node: &Node, truth: Truth) {
        match node {
            Node::Specified { provisions, .. } if truth == Truth::Unknown => {
                self.undecided(provisions);
            }
            Node::Compare { left, right, .. } => {
                let mut used = Vec::new();
                self.used(*left, &mut used);
                self.used(*right, &mut used);
                for attribute in used {
                    self.lacking(attribute);
                }
            }
            Node::Flag { attribute, .. }
            | Node::Is { attribute, .. }
            | Node::Has { attribute, .. } => self.lacking(*attribute),
            _ => {}
        }
    }

    fn options(&mut self, attribute: u32, options: &[u32], cite: u32, op: &str, result: Truth) {
        let names = match self
            .rules
            .attributes
            .get(attribute as usize)
            .map(|a| &a.kind)
        {
            Some(Kind::Choice(names) | Kind::Set(names)) => names.as_slice(),
            _ => &[],
        };
        let limit = joined(options, names);
        let mut criterion = self.criterion(cite, op, limit, result);
        self.about(&mut criterion, attribute);
        self.criteria.push(criterion);
    }

    fn comparison(
        &mut self,
        left: u32,
        op: Op,
        right: u32,
        cite: u32,
        result: Truth,
        negated: bool,
    ) {
        let terms = &self.rules.terms;
        let (left, op, right) = match (terms.get(left as usize), terms.get(right as usize)) {
            (Some(Term::Constant { .. }), Some(Term::Attribute(_))) => (right, op.turned(), left),
            _ => (left, op, right),
        };
        let op = if negated { opposite(op) } else { op };
        let mut criterion = self.criterion(cite, op.symbol(), self.text(right), result);
        match self.rules.terms.get(left as usize) {
            Some(Term::Attribute(attribute)) => self.about(&mut criterion, *attribute),
            _ => criterion.expression = Some(self.text(left)),
        }
        criterion.near = self.is_near(left, right);
        let mut used = Vec::new();
        self.used(left, &mut used);
        self.used(right, &mut used);
        if criterion.attribute.is_none() {
            criterion.from = self.ids(&used);
        }
        for attribute in used {
            self.lacking(attribute);
        }
        self.criteria.push(criterion);
    }

    fn is_near(&self, left: u32, right: u32) -> bool {
        let (Some(Term::Attribute(attribute)), Some(Term::Constant { value, .. })) = (
            self.rules.terms.get(left as usize),
            self.rules.terms.get(right as usize),
        ) else {
            return false;
        };
        let Some(rule) = self.rules.attributes.get(*attribute as usize) else {
            return false;
        };
        // Counted things (axes, bits) are what they are: three axes are not nearly four.
        let counted = match &rule.kind {
            Kind::Quantity { unit } => self
                .rules
                .units
                .parse_unit(unit)
                .is_none_or(|unit| unit.goes_without_saying()),
            _ => true,
        };
        if counted && rule.margin.is_none() {
            return false;
        }
        let margin = rule.margin.unwrap_or(self.rules.margin);
        match self.facts.value(*attribute) {
            Value::Quantity(interval) => near(interval, *value, margin),
            _ => false,
        }
    }

    fn criterion(&self, cite: u32, op: &str, limit: String, result: Truth) -> Criterion {
        Criterion {
            cite: self.string(cite),
            op: op.to_owned(),
            limit,
            result,
            ..Criterion::default()
        }
    }

    /// Says which attribute a criterion is about, what was answered, and what is missing.
    fn about(&mut self, criterion: &mut Criterion, attribute: u32) {
        let Some(rule) = self.rules.attributes.get(attribute as usize) else {
            return;
        };
        criterion.attribute = Some(rule.id.clone());
        criterion.given = self.facts.text(attribute).map(str::to_owned);
        let some = matches!(self.facts.value(attribute), Value::AtLeast(_));
        if criterion.given.is_none() && (some || !self.facts.open(attribute)) {
            criterion.value = self.shown(attribute, &rule.kind);
        }
        if let Some(formula) = rule.formula.filter(|_| criterion.given.is_none()) {
            let mut inputs = Vec::new();
            self.inputs(formula, &mut inputs);
            criterion.from = self.ids(&inputs);
        }
        self.lacking(attribute);
    }

    /// A value that was not typed: derived, or true by definition of the family.
    fn shown(&self, attribute: u32, kind: &Kind) -> Option<String> {
        match (self.facts.value(attribute), kind) {
            (Value::Flag(yes), _) => Some(if *yes { "yes" } else { "no" }.to_owned()),
            (Value::Choice(option), Kind::Choice(names)) => names.get(*option as usize).cloned(),
            (Value::Set(has) | Value::AtLeast(has), Kind::Set(names)) => Some(joined(has, names)),
            (Value::Quantity(interval), Kind::Quantity { unit }) => {
                shown_quantity(self.rules, interval, unit)
            }
            _ => None,
        }
    }

    /// Notes an open attribute, or the open inputs of a derived one. A derived value may be known
    /// by half (the larger of two, one given): its other input still decides.
    fn lacking(&mut self, attribute: u32) {
        let rule = self.rules.attributes.get(attribute as usize);
        let derived = self.facts.text(attribute).is_none()
            && !self.facts.fixed.contains(&attribute)
            && *self.facts.value(attribute) != Value::DoNotKnow;
        let formula = rule
            .and_then(|rule| rule.asked_through())
            .filter(|_| derived);
        match formula {
            None => {
                if self.facts.open(attribute) && !self.missing.contains(&attribute) {
                    self.missing.push(attribute);
                }
            }
            Some(formula) => {
                let mut inputs = Vec::new();
                self.inputs(formula, &mut inputs);
                // Inputs come before what is derived from them, so this ends.
                for input in inputs {
                    if input < attribute {
                        self.lacking(input);
                    }
                }
            }
        }
    }

    fn inputs(&mut self, formula: Formula, out: &mut Vec<u32>) {
        match formula {
            Formula::Term(term) => self.used(term, out),
            Formula::Condition(block) => {
                let mut part = Walk::only(self.rules, self.facts, self.verdicts);
                part.block(block);
                out.extend(part.missing);
                if out.is_empty() {
                    let nodes = self
                        .rules
                        .nodes
                        .get(block.first as usize..=block.last as usize)
                        .unwrap_or_default();
                    out.extend(
                        nodes
                            .iter()
                            .flat_map(|node| attributes_of(self.rules, node)),
                    );
                }
            }
        }
    }

    fn undecided(&mut self, provisions: &[u32]) {
        for index in provisions {
            if self.verdicts.get(*index as usize).copied().flatten() != Some(Truth::Unknown) {
                continue;
            }
            let Some(provision) = self.rules.provisions.get(*index as usize) else {
                continue;
            };
            let missing = missing(self.rules, self.facts, self.verdicts, provision);
            for attribute in missing {
                if !self.missing.contains(&attribute) {
                    self.missing.push(attribute);
                }
            }
        }
    }

    fn used(&self, term: u32, out: &mut Vec<u32>) {
        term_attributes(self.rules, term, out);
    }

    fn ids(&self, attributes: &[u32]) -> Vec<String> {
        attributes
            .iter()
            .filter_map(|index| self.rules.attributes.get(*index as usize))
            .map(|attribute| attribute.id.clone())
            .collect()
    }

    fn codes(&self, provisions: &[u32]) -> String {
        let mut codes: Vec<String> = Vec::new();
        for index in provisions {
            let Some(provision) = self.rules.provisions.get(*index as usize) else {
                continue;
            };
            let Some(control) = self.rules.controls.get(provision.control as usize) else {
                continue;
            };
            let code = join_code(&control.entry, &provision.path);
            if self
                .verdicts
                .get(*index as usize)
                .copied()
                .flatten()
                .is_some()
                && !codes.contains(&code)
            {
                codes.push(code);
            }
        }
        codes.join("|")
    }

    /// A term as people read it: attribute ids, limits as the law writes them.
    fn text(&self, term: u32) -> String {
        match self.rules.terms.get(term as usize) {
            None => String::new(),
            Some(Term::Attribute(attribute)) => self.ids(&[*attribute]).concat(),
            Some(Term::Constant { text, .. }) => self.string(*text),
            Some(Term::Abs(part)) => format!("abs({})", self.text(*part)),
            Some(Term::Join(join, left, right)) => {
                let (left, right) = (self.text(*left), self.text(*right));
                match join {
                    Join::Add => format!("({left} + {right})"),
                    Join::Subtract => format!("({left} - {right})"),
                    Join::Multiply => format!("{left} * {right}"),
                    Join::Divide => format!("{left} / {right}"),
                    Join::Min => format!("min({left}, {right})"),
                    Join::Max => format!("max({left}, {right})"),
                }
            }
        }
    }

    fn string(&self, index: u32) -> String {
        self.rules
            .strings
            .get(index as usize)
            .cloned()
            .unwrap_or_default()
    }
}

/// Names of options, with `|` between them.
fn joined(options: &[u32], names: &[String]) -> String {
    let mut out = String::new();
    for (at, name) in options
        .iter()
        .filter_map(|option| names.get(*option as usize))
        .enumerate()
    {
        if at > 0 {
            out.push('|');
        }
        out.push_str(name);
    }
    out
}

/// Open attributes that would decide an undecided provision.
#[must_use]
pub(crate) fn missing(
    rules: &Rules,
    facts: &Facts,
    verdicts: &[Option<Truth>],
    provision: &super::model::Provision,
) -> Vec<u32> {
    let mut walk = Walk::only(rules, facts, verdicts);
    for block in provision.when.into_iter().chain(
        provision
            .unless
            .iter()
            .filter(|release| !release.yields)
            .map(|release| release.when),
    ) {
        let results = condition(rules, facts, verdicts, block);
        if results.whole() == Truth::Unknown {
            walk.node(&results, block.last, Truth::Unknown, false);
        }
    }
    walk.missing
}

/// `3A001` and `a.5` make `3A001.a.5`.
#[must_use]
pub(crate) fn join_code(entry: &str, path: &str) -> String {
    if path.is_empty() {
        entry.to_owned()
    } else {
        format!("{entry}.{path}")
    }
}

/// Attributes of a term, in order, without repeats.
pub(crate) fn term_attributes(rules: &Rules, term: u32, out: &mut Vec<u32>) {
    match rules.terms.get(term as usize) {
        Some(Term::Attribute(attribute)) => {
            if !out.contains(attribute) {
                out.push(*attribute);
            }
        }
        Some(Term::Abs(part)) => term_attributes(rules, *part, out),
        Some(Term::Join(_, left, right)) => {
            term_attributes(rules, *left, out);
            term_attributes(rules, *right, out);
        }
        Some(Term::Constant { .. }) | None => {}
    }
}

/// Attributes that a provision can ask for, inputs in place of derived ones, without repeats.
#[must_use]
pub(crate) fn asked(rules: &Rules, provision: &super::model::Provision) -> Vec<u32> {
    let blocks = provision
        .when
        .into_iter()
        .chain(provision.unless.iter().map(|release| release.when));
    let mut out = Vec::new();
    for block in blocks {
        block_inputs(rules, block, &mut out);
    }
    out
}

fn block_inputs(rules: &Rules, block: Block, out: &mut Vec<u32>) {
    let nodes = rules
        .nodes
        .get(block.first as usize..=block.last as usize)
        .unwrap_or_default();
    for attribute in nodes.iter().flat_map(|node| attributes_of(rules, node)) {
        input(rules, attribute, out);
    }
}

/// Inputs come before what is derived from them, so this ends.
fn input(rules: &Rules, attribute: u32, out: &mut Vec<u32>) {
    let formula = rules
        .attributes
        .get(attribute as usize)
        .and_then(|rule| rule.asked_through());
    match formula {
        None => {
            if !out.contains(&attribute) {
                out.push(attribute);
            }
        }
        Some(Formula::Condition(block)) => block_inputs(rules, block, out),
        Some(Formula::Term(term)) => {
            let mut parts = Vec::new();
            term_attributes(rules, term, &mut parts);
            for part in parts.into_iter().filter(|part| *part < attribute) {
                input(rules, part, out);
            }
        }
    }
}

/// Attributes that a node asks for itself.
#[must_use]
pub(crate) fn attributes_of(rules: &Rules, node: &Node) -> Vec<u32> {
    match node {
        Node::Flag { attribute, .. } | Node::Is { attribute, .. } | Node::Has { attribute, .. } => {
            vec![*attribute]
        }
        Node::Compare { left, right, .. } => {
            let mut out = Vec::new();
            term_attributes(rules, *left, &mut out);
            term_attributes(rules, *right, &mut out);
            out
        }
        _ => Vec::new(),
    }
}

/// The constant limits an attribute is compared with, in base units.
#[must_use]
pub(crate) fn limits(rules: &Rules, facts: &Facts, node: &Node, attribute: u32) -> Vec<Number> {
    let Node::Compare { left, right, .. } = node else {
        return Vec::new();
    };
    let plain = |term: u32| matches!(rules.terms.get(term as usize), Some(Term::Attribute(a)) if *a == attribute);
    let other = match (plain(*left), plain(*right)) {
        (true, false) => *right,
        (false, true) => *left,
        _ => return Vec::new(),
    };
    interval(rules, facts, other)
        .and_then(|limit| limit.single())
        .into_iter()
        .collect()
}

fn opposite(op: Op) -> Op {
    match op {
        Op::Under => Op::AtLeast,
        Op::AtMost => Op::Over,
        Op::AtLeast => Op::Under,
        Op::Over => Op::AtMost,
        Op::Equal => Op::Differs,
        Op::Differs => Op::Equal,
    }
}

/// A value in the attribute's unit; a range as `low to high`.
pub(crate) fn shown_quantity(rules: &Rules, interval: &Interval, unit: &str) -> Option<String> {
    let of = rules.units.parse_unit(unit)?;
    let number = |value: Number| of.from_base(value).map(|value| value.to_string());
    let bound =
        |bound: &Option<(Number, bool)>| bound.as_ref().and_then(|(value, _)| number(*value));
    let unit = if unit == "1" { "" } else { unit };
    let text = match interval.single() {
        Some(value) => number(value)?,
        None => match (bound(&interval.low), bound(&interval.high)) {
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!(">= {low}"),
            (None, Some(high)) => format!("<= {high}"),
            (None, None) => return None,
        },
    };
    Some(format!("{text} {unit}").trim_end().to_owned())
}
