//! JSON in its one canonical form (RFC 8785): the same value is the same bytes in every host.
//!
//! Own code, because the crates for it bring a second copy of the number tables that `serde_json`
//! already has; its shortest digits are the ones ECMAScript prints, only laid out differently.

use serde_json::{Number, Value};

/// Largest whole number that every reader of JSON keeps exactly.
const EXACT: u64 = 1 << 53;

/// The canonical text of a value.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

/// Byte at which the value of a JSON pointer (split into its names) begins in the canonical text.
#[must_use]
pub fn offset_of(value: &Value, path: &[&str]) -> Option<usize> {
    let Some((first, rest)) = path.split_first() else {
        return Some(0);
    };
    let mut at = 1;
    match value {
        Value::Object(members) => {
            for (name, member) in sorted(members) {
                at += text(name).len() + 1;
                if name == first {
                    return Some(at + offset_of(member, rest)?);
                }
                at += canonical(member).len() + 1;
            }
        }
        Value::Array(elements) => {
            let wanted: usize = first.parse().ok()?;
            for (index, element) in elements.iter().enumerate() {
                if index == wanted {
                    return Some(at + offset_of(element, rest)?);
                }
                at += canonical(element).len() + 1;
            }
        }
        _ => {}
    }
    None
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(value) => out.push_str(&number(value)),
        Value::String(value) => out.push_str(&text(value)),
        Value::Array(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(element, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, (name, member)) in sorted(members).into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(&text(name));
                out.push(':');
                write(member, out);
            }
            out.push('}');
        }
    }
}

/// Members by their names as UTF-16 code units, which is not the order of UTF-8 bytes.
fn sorted(members: &serde_json::Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut members: Vec<(&String, &Value)> = members.iter().collect();
    members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    members
}

/// `serde_json` escapes what RFC 8785 escapes, and in the same manner.
fn text(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// A number as ECMAScript prints it.
fn number(number: &Number) -> String {
    if let Some(whole) = number.as_i64().filter(|n| n.unsigned_abs() <= EXACT) {
        return whole.to_string();
    }
    // `as_f64` is always there without arbitrary precision; infinity cannot be in a `Number`.
    let float = number.as_f64().unwrap_or_default();
    if float == 0.0 {
        return "0".to_owned();
    }
    let shortest = serde_json::to_string(&float.abs()).unwrap_or_default();
    let laid_out = lay_out(&shortest);
    if float < 0.0 {
        format!("-{laid_out}")
    } else {
        laid_out
    }
}

/// Lays the digits of `12.5`, `1e-7`, `1.25e+30` out as ECMA-262, Number::toString.
fn lay_out(shortest: &str) -> String {
    let (mantissa, exponent) = shortest.split_once(['e', 'E']).unwrap_or((shortest, "0"));
    let exponent: i32 = exponent.trim_start_matches('+').parse().unwrap_or(0);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let leading = all.len() - all.trim_start_matches('0').len();
    let digits = all.trim_matches('0');
    // The value is 0.digits times ten to the power of `point`.
    let point = whole.len() as i32 + exponent - leading as i32;
    let count = digits.len() as i32;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    if count <= point && point <= 21 {
        return format!("{digits}{}", zeros(point - count));
    }
    if 0 < point && point <= 21 {
        let (before, after) = digits.split_at_checked(point as usize).unwrap_or_default();
        return format!("{before}.{after}");
    }
    if -6 < point && point <= 0 {
        return format!("0.{}{digits}", zeros(-point));
    }
    let exponent = point - 1;
    let sign = if exponent < 0 { '-' } else { '+' };
    match digits.split_at_checked(1) {
        Some((first, "")) => format!("{first}e{sign}{}", exponent.abs()),
        Some((first, rest)) => format!("{first}.{rest}e{sign}{}", exponent.abs()),
        None => "0".to_owned(),
    }
}
