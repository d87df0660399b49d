//! Conditions as trees -> nodes and terms of the rules, with names and dimensions checked.

use super::condition::{Arith, Expr, Name};
use crate::rule::model::{Block, Join, Kind, Node, Rules, Term};
use crate::rule::terms::{Dimension, Op, parse_quantity};
use std::collections::BTreeMap;

/// A mistake at a byte position of the condition: message, help.
pub(crate) type Wrong = (usize, String, String);

/// Adds conditions to rules.
pub(crate) struct Lower<'a> {
    pub(crate) rules: &'a mut Rules,
    pub(crate) attributes: &'a BTreeMap<String, u32>,
    pub(crate) dimensions: &'a BTreeMap<u32, Dimension>,
    /// Provisions a `specified_by` may name, of the same list: code and index.
    pub(crate) provisions: &'a [(String, u32)],
    /// Entry of the provision, for relative citations.
    pub(crate) entry: &'a str,
    pub(crate) strings: &'a mut BTreeMap<String, u32>,
    /// Numbers a plain attribute is compared with: attribute, as written.
    pub(crate) limits: Vec<(u32, String)>,
    /// Paragraphs cited in brackets.
    pub(crate) cited: Vec<String>,
}

impl Lower<'_> {
    /// Appends the nodes of a condition.
    pub(crate) fn block(&mut self, expr: &Expr, cite: &str) -> Result<Block, Wrong> {
        let first = self.rules.nodes.len() as u32;
        let last = self.expr(expr, cite)?;
        Ok(Block { first, last })
    }

    fn expr(&mut self, expr: &Expr, cite: &str) -> Result<u32, Wrong> {
        let node = match expr {
            Expr::Always => Node::Always,
            Expr::Cited(part, path) => {
                self.cited.push(path.clone());
                return self.expr(part, path);
            }
            Expr::Not(part) => Node::Not(self.expr(part, cite)?),
            Expr::All(parts) => Node::All(self.parts(parts, cite)?),
            Expr::Any(parts) => Node::Any(self.parts(parts, cite)?),
            Expr::AtLeast(count, parts) => Node::AtLeast(*count, self.parts(parts, cite)?),
            Expr::Flag(name) => {
                let attribute = self.attribute(name)?;
                if self.kind(attribute) != Some(&Kind::Flag) {
                    return Err(wrong(
                        name.at,
                        format!("`{}` is not a yes/no attribute", name.text),
                        "compare it, or use `is` or `has`",
                    ));
                }
                Node::Flag {
                    attribute,
                    cite: self.cite(cite),
                }
            }
            Expr::Is(name, options) => {
                let attribute = self.attribute(name)?;
                Node::Is {
                    attribute,
                    options: self.options(attribute, name, options, false)?,
                    cite: self.cite(cite),
                }
            }
            Expr::Has {
                attribute: name,
                all,
                options,
            } => {
                let attribute = self.attribute(name)?;
                Node::Has {
                    attribute,
                    options: self.options(attribute, name, options, true)?,
                    all: *all,
                    cite: self.cite(cite),
                }
            }
            Expr::Specified(code) => Node::Specified {
                provisions: self.specified(code)?,
                cite: self.cite(cite),
            },
            Expr::Compare(left, op, right) => self.comparison(left, op, right, cite)?,
        };
        self.rules.nodes.push(node);
        Ok(self.rules.nodes.len() as u32 - 1)
    }

    fn parts(&mut self, parts: &[Expr], cite: &str) -> Result<Vec<u32>, Wrong> {
        parts.iter().map(|part| self.expr(part, cite)).collect()
    }

    fn comparison(
        &mut self,
        left: &Arith,
        op: &str,
        right: &Arith,
        cite: &str,
    ) -> Result<Node, Wrong> {
        let (left_term, left_dimension) = self.arith(left)?;
        let (right_term, right_dimension) = self.arith(right)?;
        if !self.rules.units.accepts(left_dimension, right_dimension)
            && !self.rules.units.accepts(right_dimension, left_dimension)
        {
            return Err(wrong(
                place(right),
                "the two sides measure different things".to_owned(),
                "give the limit in a unit of the attribute's kind",
            ));
        }
        for (attribute, number) in [(left, right), (right, left)] {
            if let (Arith::Attribute(name), Arith::Number { number, unit, .. }) =
                (attribute, number)
            {
                let attribute = self.attribute(name)?;
                self.limits
                    .push((attribute, format!("{number} {unit}").trim().to_owned()));
            }
        }
        Ok(Node::Compare {
            left: left_term,
            op: operator(op),
            right: right_term,
            cite: self.cite(cite),
        })
    }

    /// Appends the terms of an expression; gives the last one and what it measures.
    pub(crate) fn arith(&mut self, arith: &Arith) -> Result<(u32, Dimension), Wrong> {
        let (term, dimension) = match arith {
            Arith::Attribute(name) => {
                let attribute = self.attribute(name)?;
                let dimension = self.dimensions.get(&attribute).copied().ok_or_else(|| {
                    wrong(
                        name.at,
                        format!("`{}` is not a quantity", name.text),
                        "use it alone (yes/no), or with `is` or `has`",
                    )
                })?;
                (Term::Attribute(attribute), dimension)
            }
            Arith::Number { number, unit, at } => self.constant(number, unit, *at)?,
            Arith::Abs(part) => {
                let (part, dimension) = self.arith(part)?;
                (Term::Abs(part), dimension)
            }
            Arith::Join(join, left, right) => {
                let (left_term, a) = self.arith(left)?;
                let (right_term, b) = self.arith(right)?;
                let (join, dimension) = match *join {
                    "*" => (Join::Multiply, a.mul(b)),
                    "/" => (Join::Divide, a.div(b)),
                    other => {
                        let same = self.rules.units.accepts(a, b) || self.rules.units.accepts(b, a);
                        let join = match other {
                            "+" => Join::Add,
                            "-" => Join::Subtract,
                            "min" => Join::Min,
                            _ => Join::Max,
                        };
                        (join, same.then_some(a))
                    }
                };
                let dimension = dimension.ok_or_else(|| {
                    wrong(
                        place(right),
                        "these two measure different things".to_owned(),
                        "only like quantities can be added or compared",
                    )
                })?;
                (Term::Join(join, left_term, right_term), dimension)
            }
        };
        self.rules.terms.push(term);
        Ok((self.rules.terms.len() as u32 - 1, dimension))
    }

    fn constant(
        &mut self,
        number: &str,
        unit: &str,
        at: usize,
    ) -> Result<(Term, Dimension), Wrong> {
        let text = format!("{number} {unit}").trim().to_owned();
        let name = if unit.is_empty() { "1" } else { unit };
        let help = "see rules/units.tsv for the units";
        let dimension = self
            .rules
            .units
            .parse_unit(name)
            .ok_or_else(|| wrong(at, format!("the unit `{name}` is not known"), help))?
            .dimension;
        let value = parse_quantity(&text, name, &self.rules.units)
            .ok()
            .and_then(|quantity| quantity.interval.single())
            .ok_or_else(|| wrong(at, format!("`{text}` is not a number with a unit"), help))?;
        let text = self.string(&text);
        Ok((Term::Constant { value, text }, dimension))
    }

    fn attribute(&self, name: &Name) -> Result<u32, Wrong> {
        self.attributes.get(&name.text).copied().ok_or_else(|| {
            wrong(
                name.at,
                format!("there is no attribute `{}`", name.text),
                "define it in a file under rules/attributes, or mend the spelling",
            )
        })
    }

    fn kind(&self, attribute: u32) -> Option<&Kind> {
        self.rules
            .attributes
            .get(attribute as usize)
            .map(|attribute| &attribute.kind)
    }

    fn options(
        &self,
        attribute: u32,
        name: &Name,
        options: &[Name],
        set: bool,
    ) -> Result<Vec<u32>, Wrong> {
        let known = match (self.kind(attribute), set) {
            (Some(Kind::Choice(known)), false) | (Some(Kind::Set(known)), true) => known,
            _ => {
                let (what, help) = if set {
                    ("set", "`has` is for sets; use `is` or `in` for a choice")
                } else {
                    (
                        "choice",
                        "`is` and `in` are for choices; use `has` for a set",
                    )
                };
                return Err(wrong(
                    name.at,
                    format!("`{}` is not a {what}", name.text),
                    help,
                ));
            }
        };
        options
            .iter()
            .map(|option| {
                known
                    .iter()
                    .position(|known| *known == option.text)
                    .map(|at| at as u32)
                    .ok_or_else(|| {
                        wrong(
                            option.at,
                            format!("`{}` is not an option of `{}`", option.text, name.text),
                            &format!("one of: {}", known.join(", ")),
                        )
                    })
            })
            .collect()
    }

    fn specified(&self, code: &Name) -> Result<Vec<u32>, Wrong> {
        let found: Vec<u32> = self
            .provisions
            .iter()
            .filter(|(known, _)| within(known, &code.text))
            .map(|(_, index)| *index)
            .collect();
        if found.is_empty() {
            return Err(wrong(
                code.at,
                format!("no provision of this list stands under `{}`", code.text),
                "write the provision first, or model the criterion itself",
            ));
        }
        Ok(found)
    }

    fn cite(&mut self, path: &str) -> u32 {
        let cite = super::build::citation(self.entry, path);
        self.string(&cite)
    }

    fn string(&mut self, text: &str) -> u32 {
        if let Some(known) = self.strings.get(text) {
            return *known;
        }
        let index = self.rules.strings.len() as u32;
        self.rules.strings.push(text.to_owned());
        self.strings.insert(text.to_owned(), index);
        index
    }
}

/// Codes that `specified_by` names in a condition.
pub(crate) fn references(expr: &Expr, out: &mut Vec<String>) {
    match expr {
        Expr::Specified(code) => out.push(code.text.clone()),
        Expr::Not(part) | Expr::Cited(part, _) => references(part, out),
        Expr::All(parts) | Expr::Any(parts) | Expr::AtLeast(_, parts) => {
            for part in parts {
                references(part, out);
            }
        }
        _ => {}
    }
}

/// Names of attributes in an expression.
pub(crate) fn arith_names(arith: &Arith, out: &mut Vec<String>) {
    match arith {
        Arith::Attribute(name) => out.push(name.text.clone()),
        Arith::Abs(part) => arith_names(part, out),
        Arith::Join(_, left, right) => {
            arith_names(left, out);
            arith_names(right, out);
        }
        Arith::Number { .. } => {}
    }
}

/// Names of attributes in a condition.
pub(crate) fn names(expr: &Expr, out: &mut Vec<String>) {
    match expr {
        Expr::Flag(name) | Expr::Is(name, _) => out.push(name.text.clone()),
        Expr::Has { attribute, .. } => out.push(attribute.text.clone()),
        Expr::Compare(left, _, right) => {
            arith_names(left, out);
            arith_names(right, out);
        }
        Expr::Not(part) | Expr::Cited(part, _) => names(part, out),
        Expr::All(parts) | Expr::Any(parts) | Expr::AtLeast(_, parts) => {
            for part in parts {
                names(part, out);
            }
        }
        Expr::Always | Expr::Specified(_) => {}
    }
}

/// Whether a code is `under` or below it.
pub(crate) fn within(code: &str, under: &str) -> bool {
    code.strip_prefix(under)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn operator(sign: &str) -> Op {
    match sign {
        ">=" => Op::AtLeast,
        ">" => Op::Over,
        "<=" => Op::AtMost,
        "<" => Op::Under,
        "=" => Op::Equal,
        _ => Op::Differs,
    }
}

fn place(arith: &Arith) -> usize {
    match arith {
        Arith::Number { at, .. } => *at,
        Arith::Attribute(name) => name.at,
        Arith::Join(_, left, _) => place(left),
        Arith::Abs(part) => place(part),
    }
}

fn wrong(at: usize, message: String, help: &str) -> Wrong {
    (at, message, help.to_owned())
}
