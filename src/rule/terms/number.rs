//! Exact numbers: a fraction of two integers, read from the ways people write decimals.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// Neither part of a fraction is larger: ten times a part still fits.
const LARGEST: i128 = 10_i128.pow(37);
/// Digits shown.
const SHOWN: u32 = 12;

/// An exact rational number in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(i128, i128)", into = "(i128, i128)")]
pub struct Number {
    num: i128,
    den: i128,
}

/// Why a text is not one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberError {
    /// It does not begin like a number, or its separators make no sense.
    NotANumber,
    /// `1,234` is 1234 to one reader and 1.234 to another.
    Ambiguous,
    /// More digits than can be kept exactly.
    TooLarge,
}

// Checked: the operator traits could not answer "cannot be kept".
#[allow(clippy::should_implement_trait)]
impl Number {
    /// 0
    pub const ZERO: Number = Number { num: 0, den: 1 };
    /// 1
    pub const ONE: Number = Number { num: 1, den: 1 };

    /// `num / den`; none when `den` is zero or a part is too large.
    pub fn new(num: i128, den: i128) -> Option<Number> {
        let common = gcd(num.unsigned_abs(), den.unsigned_abs());
        let common = i128::try_from(common).ok()?;
        let sign = if den < 0 { -1 } else { 1 };
        let num = num.checked_div(common)?.checked_mul(sign)?;
        let den = den.checked_div(common)?.checked_mul(sign)?;
        (den > 0 && den <= LARGEST && num.unsigned_abs() <= LARGEST.unsigned_abs())
            .then_some(Number { num, den })
    }

    /// `10^power`
    pub fn power_of_ten(power: i32) -> Option<Number> {
        let ten = 10_i128.checked_pow(power.unsigned_abs())?;
        if power < 0 {
            Number::new(1, ten)
        } else {
            Number::new(ten, 1)
        }
    }

    /// As `num/den`.
    pub fn fraction(self) -> String {
        format!("{}/{}", self.num, self.den)
    }

    /// The whole text as a number.
    pub fn parse(text: &str) -> Result<Number, NumberError> {
        let chars: Vec<char> = text.trim().chars().collect();
        match Number::read(&chars)? {
            (number, used) if used == chars.len() => Ok(number),
            _ => Err(NumberError::NotANumber),
        }
    }

    /// The number at the start, and how many characters it takes.
    pub fn read(chars: &[char]) -> Result<(Number, usize), NumberError> {
        Reader { chars, at: 0 }.number()
    }

    /// True below zero.
    pub fn is_negative(self) -> bool {
        self.num < 0
    }

    /// True for zero.
    pub fn is_zero(self) -> bool {
        self.num == 0
    }

    /// The number without its sign.
    pub fn abs(self) -> Number {
        Number {
            num: self.num.abs(),
            den: self.den,
        }
    }

    /// Sum, if it can be kept exactly.
    pub fn add(self, other: Number) -> Option<Number> {
        let common = i128::try_from(gcd(self.den.unsigned_abs(), other.den.unsigned_abs())).ok()?;
        let (left, right) = (
            other.den.checked_div(common)?,
            self.den.checked_div(common)?,
        );
        let num = self
            .num
            .checked_mul(left)?
            .checked_add(other.num.checked_mul(right)?)?;
        Number::new(num, self.den.checked_mul(left)?)
    }

    /// Difference, if it can be kept exactly.
    pub fn sub(self, other: Number) -> Option<Number> {
        self.add(other.negated())
    }

    /// Product, if it can be kept exactly.
    pub fn mul(self, other: Number) -> Option<Number> {
        // Crosswise reduction keeps the products small.
        let (left, right) = (
            Number::new(self.num, other.den)?,
            Number::new(other.num, self.den)?,
        );
        Number::new(
            left.num.checked_mul(right.num)?,
            left.den.checked_mul(right.den)?,
        )
    }

    /// Quotient; none for a division by zero.
    pub fn div(self, other: Number) -> Option<Number> {
        self.mul(Number::new(other.den, other.num)?)
    }

    /// With the other sign.
    pub fn negated(self) -> Number {
        Number {
            num: -self.num,
            den: self.den,
        }
    }

    /// Square root, when it is a fraction of integers.
    pub fn sqrt(self) -> Option<Number> {
        Number::new(root(self.num)?, root(self.den)?)
    }

    /// `10^self` to 12 digits (exact for whole powers), by basic operations that give the same
    /// bits on every machine.
    pub fn ten_to(self) -> Option<Number> {
        let whole = self.num.div_euclid(self.den);
        let rest = self.sub(Number::new(whole, 1)?)?;
        let power = i32::try_from(whole).ok()?;
        if rest.is_zero() {
            return Number::power_of_ten(power);
        }
        let x = rest.num as f64 / rest.den as f64 * std::f64::consts::LN_10;
        let (mut sum, mut term) = (1.0, 1.0);
        for step in 1..40 {
            term = term * x / f64::from(step);
            sum += term;
        }
        let digits = (sum * 1e11 + 0.5) as i128;
        Number::new(digits, 1)?.mul(Number::power_of_ten(power.checked_sub(11)?)?)
    }
}

impl Default for Number {
    fn default() -> Number {
        Number::ZERO
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        // Continued fractions: exact, and nothing can overflow.
        let (mut a, mut b, mut c, mut d) = (self.num, self.den, other.num, other.den);
        let mut turned = false;
        loop {
            let order = a.div_euclid(b).cmp(&c.div_euclid(d));
            let (x, y) = (a.rem_euclid(b), c.rem_euclid(d));
            let order = match order {
                Ordering::Equal if x == 0 || y == 0 => x.cmp(&0).cmp(&y.cmp(&0)),
                order => order,
            };
            if order != Ordering::Equal || x == 0 || y == 0 {
                return if turned { order.reverse() } else { order };
            }
            (a, b, c, d) = (b, x, d, y);
            turned = !turned;
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i32> for Number {
    fn from(whole: i32) -> Number {
        Number {
            num: whole.into(),
            den: 1,
        }
    }
}

impl From<Number> for (i128, i128) {
    fn from(number: Number) -> (i128, i128) {
        (number.num, number.den)
    }
}

impl TryFrom<(i128, i128)> for Number {
    type Error = &'static str;

    fn try_from((num, den): (i128, i128)) -> Result<Number, &'static str> {
        // The limits first: the absolute value of the least integer does not exist.
        let fits = |part: i128| (-LARGEST..=LARGEST).contains(&part);
        let number = (fits(num) && fits(den)).then(|| Number::new(num, den));
        number.flatten().ok_or("not a fraction that can be kept")
    }
}

/// The shortest decimal of at most 12 digits; scientific when very large or very small.
impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (digits, power) = self.decimal();
        if self.is_negative() {
            out.write_str("-")?;
        }
        let length = i32::try_from(digits.len()).unwrap_or(0);
        if !(-5..=11).contains(&power) {
            return scientific(out, &digits, power);
        }
        if power < 0 {
            let zeros = usize::try_from(-1 - power).unwrap_or(0);
            return write!(out, "0.{:0<zeros$}{digits}", "");
        }
        for (at, digit) in (0..).zip(digits.chars()) {
            if at == power + 1 {
                out.write_str(".")?;
            }
            write!(out, "{digit}")?;
        }
        (length..=power).try_for_each(|_| out.write_str("0"))
    }
}

impl Number {
    /// Digits without trailing zeros, and the power of ten of the first.
    fn decimal(self) -> (String, i32) {
        let (mut num, mut den) = (self.num.unsigned_abs(), self.den.unsigned_abs());
        if num == 0 {
            return ("0".to_owned(), 0);
        }
        let mut power = 0;
        while num / den >= 10 {
            den *= 10;
            power += 1;
        }
        while num < den {
            num *= 10;
            power -= 1;
        }
        let mut digits: u128 = 0;
        for _ in 0..SHOWN {
            digits = digits * 10 + num / den;
            num = (num % den) * 10;
        }
        if num / den >= 5 {
            digits += 1;
        }
        if digits == 10_u128.pow(SHOWN) {
            power += 1; // 9.99.. became 10
        }
        let text = digits.to_string();
        (text.trim_end_matches('0').to_owned(), power)
    }
}

fn scientific(out: &mut fmt::Formatter<'_>, digits: &str, power: i32) -> fmt::Result {
    let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
    let dot = if rest.is_empty() { "" } else { "." };
    write!(out, "{first}{dot}{rest}e{power}")
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Integer root of a perfect square.
fn root(square: i128) -> Option<i128> {
    let root = square.checked_isqrt()?;
    (root * root == square).then_some(root)
}

/// Reads one number from characters.
struct Reader<'a> {
    chars: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn number(mut self) -> Result<(Number, usize), NumberError> {
        let negative = matches!(self.peek(0), Some('-' | '−' | '–'));
        if negative || self.peek(0) == Some('+') {
            self.at += 1;
            self.spaces();
        }
        let (body, grouped) = self.body();
        let (digits, decimals) = resolve(&body, grouped)?;
        let power = if digits == "10" && decimals == 0 {
            self.raised()
                .or_else(|| self.exponent().map(|power| power + 1))
        } else {
            self.exponent()
        };
        // A ten takes its power itself: `10^6`.
        let digits = match power {
            Some(_) if digits == "10" => "1",
            _ => &digits,
        };
        let power = power.unwrap_or(0);
        let whole: i128 = digits.parse().map_err(|_| NumberError::TooLarge)?;
        let whole = if negative { -whole } else { whole };
        let number = Number::new(whole, 1)
            .and_then(|number| number.mul(Number::power_of_ten(power - decimals)?))
            .ok_or(NumberError::TooLarge)?;
        Ok((number, self.at))
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|c| c.is_ascii_digit())
    }

    fn spaces(&mut self) {
        while self.peek(0).is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Digits with dots and commas; and whether spaces or apostrophes part the thousands.
    fn body(&mut self) -> (String, bool) {
        let (mut body, mut grouped, mut run) = (String::new(), false, 0);
        while let Some(c) = self.peek(0) {
            if c.is_ascii_digit() {
                body.push(c);
                run += 1;
            } else if matches!(c, '.' | ',') && self.digit(1) {
                body.push(c);
                run = 0;
            } else if (1..=3).contains(&run)
                && self.parts_thousands(c)
                && !body.contains(['.', ','])
            {
                grouped = true;
                run = 0;
            } else {
                break;
            }
            self.at += 1;
        }
        (body, grouped)
    }

    /// A space or apostrophe with exactly three digits behind.
    fn parts_thousands(&self, c: char) -> bool {
        (c.is_whitespace() || matches!(c, '\'' | '’'))
            && (1..=3).all(|ahead| self.digit(ahead))
            && !self.digit(4)
    }

    /// `e3`, `× 10^3`, `x10³`, `·10-3`
    fn exponent(&mut self) -> Option<i32> {
        let start = self.at;
        let found = self.written_out();
        if found.is_none() {
            self.at = start;
        }
        found
    }

    fn written_out(&mut self) -> Option<i32> {
        if matches!(self.peek(0), Some('e' | 'E')) {
            self.at += 1;
            return self.signed();
        }
        self.spaces();
        if !matches!(self.peek(0), Some('x' | 'X' | '×' | '·' | '⋅' | '•' | '*')) {
            return None;
        }
        self.at += 1;
        self.spaces();
        if self.peek(0) != Some('1') || self.peek(1) != Some('0') {
            return None;
        }
        self.at += 2;
        if matches!(self.peek(0), Some('-' | '−' | '+')) {
            return self.signed();
        }
        self.raised()
    }

    /// What stands behind a `10` as its power: `^3` or `³`.
    fn raised(&mut self) -> Option<i32> {
        let start = self.at;
        if self.peek(0) == Some('^') {
            self.at += 1;
            let found = self.signed();
            if found.is_none() {
                self.at = start;
            }
            return found;
        }
        let mut text = String::new();
        while let Some(plain) = self.peek(0).and_then(superscript) {
            text.push(plain);
            self.at += 1;
        }
        text.parse().ok()
    }

    fn signed(&mut self) -> Option<i32> {
        let mut text = String::new();
        if let Some(sign @ ('-' | '−' | '+')) = self.peek(0) {
            text.push(if sign == '+' { '+' } else { '-' });
            self.at += 1;
        }
        while let Some(digit) = self.peek(0).filter(char::is_ascii_digit) {
            text.push(digit);
            self.at += 1;
        }
        // Longer powers are out of every range; they must not pass for small ones.
        text.parse::<i32>().ok().map(|power| power.clamp(-999, 999))
    }
}

/// The plain character of a raised one.
pub(super) fn superscript(c: char) -> Option<char> {
    Some(match c {
        '⁻' => '-',
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        _ => return None,
    })
}

/// Digits without separators, and how many of them are decimals.
fn resolve(body: &str, grouped: bool) -> Result<(String, i32), NumberError> {
    let (dots, commas) = (body.matches('.').count(), body.matches(',').count());
    let last = body.rfind(['.', ',']);
    let (whole, decimals) = match (dots, commas, last) {
        (1, 0, Some(at)) => cut(body, at),
        (0, 1, Some(at)) => {
            let (whole, decimals) = cut(body, at);
            let grouping = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if grouping && decimals.len() == 3 && !grouped {
                return Err(NumberError::Ambiguous);
            }
            (whole, decimals)
        }
        (_, 0, Some(_)) | (0, _, Some(_)) => (body, ""),
        (1, _, Some(at)) | (_, 1, Some(at)) => cut(body, at),
        (0, 0, _) => (body, ""),
        _ => return Err(NumberError::NotANumber),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let shaped = groups.iter().skip(1).all(|group| group.len() == 3)
        && groups
            .first()
            .is_some_and(|first| first.len() <= 3 || groups.len() == 1)
        && !decimals.contains(['.', ','])
        && !(grouped && groups.len() > 1);
    let digits: String = groups.concat() + decimals;
    if !shaped || digits.is_empty() {
        return Err(NumberError::NotANumber);
    }
    Ok((digits, i32::try_from(decimals.len()).unwrap_or(i32::MAX)))
}

fn cut(body: &str, at: usize) -> (&str, &str) {
    let (whole, rest) = body.split_at_checked(at).unwrap_or((body, ""));
    (whole, rest.get(1..).unwrap_or_default())
}
