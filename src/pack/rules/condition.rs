//! The language of conditions: text to tree. rules/FORMAT.md describes it for editors.

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expr {
    Always,
    Flag(Name),
    Compare(Arith, &'static str, Arith),
    Is(Name, Vec<Name>),
    Has {
        attribute: Name,
        all: bool,
        options: Vec<Name>,
    },
    Specified(Name),
    Not(Box<Expr>),
    All(Vec<Expr>),
    Any(Vec<Expr>),
    AtLeast(u32, Vec<Expr>),
    Cited(Box<Expr>, String),
}

/// An arithmetic expression.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Arith {
    /// Number and unit as written (unit may be empty).
    Number {
        number: String,
        unit: String,
        at: usize,
    },
    Attribute(Name),
    Join(&'static str, Box<Arith>, Box<Arith>),
    Abs(Box<Arith>),
}

/// A name and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) at: usize,
}

/// A mistake in a condition: byte position, message.
pub(crate) type Mistake = (usize, String);

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Number(String, String),
    Text(String),
    Cite(String),
    Sign(&'static str),
}

const SIGNS: [&str; 14] = [
    ">=", "<=", "!=", ">", "<", "=", "(", ")", "{", "}", ",", "+", "*", "/",
];
const KEYWORDS: [&str; 7] = ["and", "or", "not", "is", "in", "of", "has"];

/// Reads a condition.
pub(crate) fn parse(text: &str) -> Result<Expr, Mistake> {
    let mut parser = Parser::new(text)?;
    let expr = parser.any()?;
    parser.end()?;
    Ok(expr)
}

/// Reads an arithmetic formula.
pub(crate) fn parse_arith(text: &str) -> Result<Arith, Mistake> {
    let mut parser = Parser::new(text)?;
    let arith = parser.sum()?;
    parser.end()?;
    Ok(arith)
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    at: usize,
    length: usize,
}

impl Parser {
    fn new(text: &str) -> Result<Parser, Mistake> {
        Ok(Parser {
            tokens: tokens(text)?,
            at: 0,
            length: text.len(),
        })
    }

    fn end(&self) -> Result<(), Mistake> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.mistake("an operator such as `and` is missing before this")),
        }
    }

    fn any(&mut self) -> Result<Expr, Mistake> {
        let mut parts = vec![self.all()?];
        while self.take_word("or") {
            parts.push(self.all()?);
        }
        Ok(one_or(parts, Expr::Any))
    }

    fn all(&mut self) -> Result<Expr, Mistake> {
        let mut parts = vec![self.unary()?];
        while self.take_word("and") {
            parts.push(self.unary()?);
        }
        Ok(one_or(parts, Expr::All))
    }

    fn unary(&mut self) -> Result<Expr, Mistake> {
        if self.take_word("not") {
            return Ok(Expr::Not(Box::new(self.unary()?)));
        }
        let mut expr = self.primary()?;
        while let Some(Token::Cite(cite)) = self.peek() {
            let cite = cite.clone();
            self.at += 1;
            expr = Expr::Cited(Box::new(expr), cite);
        }
        Ok(expr)
    }

    fn primary(&mut self) -> Result<Expr, Mistake> {
        match self.peek() {
            Some(Token::Word(word)) => match word.as_str() {
                "always" => {
                    self.at += 1;
                    Ok(Expr::Always)
                }
                "all" if self.opens(1) => {
                    self.at += 1;
                    Ok(Expr::All(self.group()?))
                }
                "any" if self.opens(1) => {
                    self.at += 1;
                    Ok(Expr::Any(self.group()?))
                }
                "specified_by" if self.opens(1) => self.specified(),
                "at" => self.at_least(),
                _ => self.comparison(),
            },
            Some(Token::Sign("(")) => {
                // `(a + b) * 2 > c` or `(a and b)`: arithmetic is tried first.
                let start = self.at;
                if let Ok(expr) = self.comparison() {
                    return Ok(expr);
                }
                self.at = start + 1;
                let expr = self.any()?;
                self.sign(")")?;
                Ok(expr)
            }
            _ => self.comparison(),
        }
    }

    fn group(&mut self) -> Result<Vec<Expr>, Mistake> {
        self.sign("(")?;
        let mut parts = vec![self.any()?];
        while self.take_sign(",") {
            parts.push(self.any()?);
        }
        self.sign(")")?;
        Ok(parts)
    }

    fn at_least(&mut self) -> Result<Expr, Mistake> {
        self.at += 1;
        let count = match (self.take_word("least"), self.peek()) {
            (true, Some(Token::Number(number, unit))) if unit.is_empty() => number.parse().ok(),
            _ => None,
        };
        let count = count.ok_or_else(|| self.mistake("write `at least 2 of (a, b, c)`"))?;
        self.at += 1;
        if !self.take_word("of") {
            return Err(self.mistake("write `at least 2 of (a, b, c)`"));
        }
        Ok(Expr::AtLeast(count, self.group()?))
    }

    fn specified(&mut self) -> Result<Expr, Mistake> {
        self.at += 1;
        self.sign("(")?;
        let at = self.place();
        let Some(Token::Text(code)) = self.peek().cloned() else {
            return Err(self.mistake("write `specified_by(\"3A001.a.5\")`"));
        };
        self.at += 1;
        self.sign(")")?;
        Ok(Expr::Specified(Name { text: code, at }))
    }

    fn comparison(&mut self) -> Result<Expr, Mistake> {
        let left = self.sum()?;
        if let Some(op) = self.take_op() {
            let middle = self.sum()?;
            let first = Expr::Compare(left, op, middle.clone());
            return match self.take_op() {
                None => Ok(first),
                Some(op) => Ok(Expr::All(vec![
                    first,
                    Expr::Compare(middle, op, self.sum()?),
                ])),
            };
        }
        let Arith::Attribute(name) = left else {
            return Err(self.mistake("a comparison such as `>= 8 bit` is missing"));
        };
        if self.take_word("is") {
            let not = self.take_word("not");
            let option = self.name()?;
            let is = Expr::Is(name, vec![option]);
            return Ok(if not { Expr::Not(Box::new(is)) } else { is });
        }
        if self.take_word("in") {
            return Ok(Expr::Is(name, self.names()?));
        }
        if self.take_word("has") {
            let (all, options) = if self.take_word("any") {
                self.expect_word("of")?;
                (false, self.names()?)
            } else if self.take_word("all") {
                self.expect_word("of")?;
                (true, self.names()?)
            } else {
                (true, vec![self.name()?])
            };
            return Ok(Expr::Has {
                attribute: name,
                all,
                options,
            });
        }
        Ok(Expr::Flag(name))
    }

    fn sum(&mut self) -> Result<Arith, Mistake> {
        let mut left = self.product()?;
        loop {
            let join = match self.peek() {
                Some(Token::Sign("+")) => "+",
                Some(Token::Word(word)) if word == "-" => "-",
                _ => return Ok(left),
            };
            self.at += 1;
            left = Arith::Join(join, Box::new(left), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Arith, Mistake> {
        let mut left = self.factor()?;
        loop {
            let join = match self.peek() {
                Some(Token::Sign("*")) => "*",
                Some(Token::Sign("/")) => "/",
                _ => return Ok(left),
            };
            self.at += 1;
            left = Arith::Join(join, Box::new(left), Box::new(self.factor()?));
        }
    }

    fn factor(&mut self) -> Result<Arith, Mistake> {
        let at = self.place();
        match self.peek().cloned() {
            Some(Token::Number(number, unit)) => {
                self.at += 1;
                Ok(Arith::Number { number, unit, at })
            }
            Some(Token::Word(word))
                if self.opens(1) && ["min", "max", "abs"].contains(&word.as_str()) =>
            {
                self.at += 1;
                self.sign("(")?;
                let first = self.sum()?;
                let arith = if word == "abs" {
                    Arith::Abs(Box::new(first))
                } else {
                    self.sign(",")?;
                    let join = if word == "min" { "min" } else { "max" };
                    Arith::Join(join, Box::new(first), Box::new(self.sum()?))
                };
                self.sign(")")?;
                Ok(arith)
            }
            Some(Token::Word(word)) if !KEYWORDS.contains(&word.as_str()) => {
                self.at += 1;
                Ok(Arith::Attribute(Name { text: word, at }))
            }
            Some(Token::Sign("(")) => {
                self.at += 1;
                let arith = self.sum()?;
                self.sign(")")?;
                Ok(arith)
            }
            _ => Err(self.mistake("an attribute or a number with unit is missing here")),
        }
    }

    fn names(&mut self) -> Result<Vec<Name>, Mistake> {
        self.sign("{")?;
        // Between braces every word is an option, also `in` and `is` (India, Iceland).
        let mut names = vec![self.option(&[])?];
        while self.take_sign(",") {
            names.push(self.option(&[])?);
        }
        self.sign("}")?;
        Ok(names)
    }

    fn name(&mut self) -> Result<Name, Mistake> {
        self.option(&KEYWORDS)
    }

    fn option(&mut self, reserved: &[&str]) -> Result<Name, Mistake> {
        let at = self.place();
        match self.peek().cloned() {
            Some(Token::Word(text)) if !reserved.contains(&text.as_str()) => {
                self.at += 1;
                Ok(Name { text, at })
            }
            // Options such as `3d` or `5-axis` begin with a digit.
            Some(Token::Number(number, unit)) => {
                self.at += 1;
                Ok(Name {
                    text: format!("{number}{unit}"),
                    at,
                })
            }
            _ => Err(self.mistake("the name of an option is missing here")),
        }
    }

    fn take_op(&mut self) -> Option<&'static str> {
        match self.peek() {
            Some(Token::Sign(sign)) if [">=", "<=", ">", "<", "=", "!="].contains(sign) => {
                let sign = *sign;
                self.at += 1;
                Some(sign)
            }
            _ => None,
        }
    }

    fn take_word(&mut self, word: &str) -> bool {
        let here = matches!(self.peek(), Some(Token::Word(found)) if found == word);
        self.at += usize::from(here);
        here
    }

    fn expect_word(&mut self, word: &str) -> Result<(), Mistake> {
        if self.take_word(word) {
            Ok(())
        } else {
            Err(self.mistake(&format!("`{word}` is missing here")))
        }
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let here = matches!(self.peek(), Some(Token::Sign(found)) if *found == sign);
        self.at += usize::from(here);
        here
    }

    fn sign(&mut self, sign: &str) -> Result<(), Mistake> {
        if self.take_sign(sign) {
            Ok(())
        } else {
            Err(self.mistake(&format!("`{sign}` is missing here")))
        }
    }

    fn opens(&self, after: usize) -> bool {
        matches!(
            self.tokens.get(self.at + after),
            Some((_, Token::Sign("(")))
        )
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }

    fn place(&self) -> usize {
        self.tokens.get(self.at).map_or(self.length, |(at, _)| *at)
    }

    fn mistake(&self, message: &str) -> Mistake {
        (self.place(), message.to_owned())
    }
}

fn one_or(mut parts: Vec<Expr>, group: fn(Vec<Expr>) -> Expr) -> Expr {
    if parts.len() == 1
        && let Some(only) = parts.pop()
    {
        return only;
    }
    group(parts)
}

fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Mistake> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut out: Vec<(usize, Token)> = Vec::new();
    let mut at = 0;
    while let Some(&(place, first)) = chars.get(at) {
        if first.is_whitespace() {
            at += 1;
            continue;
        }
        let rest = text.get(place..).unwrap_or_default();
        let negative = first == '-'
            && chars.get(at + 1).is_some_and(|(_, c)| c.is_ascii_digit())
            && !matches!(out.last(), Some((_, Token::Number(..) | Token::Sign(")"))))
            && !matches!(out.last(), Some((_, Token::Word(word))) if !KEYWORDS.contains(&word.as_str()));
        if first.is_ascii_digit() || negative {
            let (token, length) = number(&chars, at);
            out.push((place, token));
            at += length;
        } else if first == '"' || first == '[' {
            let close = if first == '"' { '"' } else { ']' };
            let inner: String = chars
                .iter()
                .skip(at + 1)
                .map(|(_, c)| *c)
                .take_while(|c| *c != close)
                .collect();
            let length = inner.chars().count();
            if chars.get(at + 1 + length).is_none() {
                return Err((place, format!("`{close}` is missing")));
            }
            at += length + 2;
            out.push((
                place,
                if first == '"' {
                    Token::Text(inner)
                } else {
                    Token::Cite(inner)
                },
            ));
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            at += sign.len();
            out.push((place, Token::Sign(sign)));
        } else if first.is_ascii_alphabetic() || first == '-' {
            let word: String = chars
                .iter()
                .skip(at)
                .map(|(_, c)| *c)
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                .collect();
            at += word.chars().count();
            out.push((place, Token::Word(word)));
        } else {
            return Err((place, format!("`{first}` is not part of the language")));
        }
    }
    Ok(out)
}

/// A number and the unit that follows it, with or without a space.
fn number(chars: &[(usize, char)], at: usize) -> (Token, usize) {
    let char_at = |index: usize| chars.get(index).map(|(_, c)| *c);
    let mut end = at + 1;
    while let Some(c) = char_at(end) {
        let exponent = (c == 'e' || c == 'E')
            && char_at(end + 1).is_some_and(|next| {
                next.is_ascii_digit()
                    || (next == '-' || next == '+')
                        && char_at(end + 2).is_some_and(|c| c.is_ascii_digit())
            });
        if exponent {
            end += 2;
        } else if c.is_ascii_digit() || c == '.' {
            end += 1;
        } else {
            break;
        }
    }
    let text = |from: usize, to: usize| -> String {
        chars.iter().take(to).skip(from).map(|(_, c)| *c).collect()
    };
    let number = text(at, end);
    let mut from = end;
    while char_at(from) == Some(' ') {
        from += 1;
    }
    let mut to = from;
    let mut open = 0usize;
    while let Some(c) = char_at(to) {
        match c {
            '(' => open += 1,
            ')' if open == 0 => break,
            ')' => open -= 1,
            ',' | '[' | ']' | '}' | '{' | '>' | '<' | '=' | '!' => break,
            c if c.is_whitespace() => break,
            _ => {}
        }
        to += 1;
    }
    let unit = text(from, to);
    let begins = unit.starts_with(|c: char| c.is_alphabetic() || "µμ°%‰Ω√".contains(c))
        || unit.starts_with("1/");
    if begins && !KEYWORDS.contains(&unit.as_str()) {
        (Token::Number(number, unit), to - at)
    } else {
        (Token::Number(number, String::new()), end - at)
    }
}

#[cfg(test)]
mod tests;
