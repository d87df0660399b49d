//! Tables of numbers, units and quantities, and properties over arbitrary ones.

#![allow(clippy::expect_used, clippy::panic)]

use super::{Interval, Number, NumberError, Op, Truth, Unit, Units, parse_quantity};
use proptest::prelude::*;
use std::sync::LazyLock;

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    Units::parse(include_str!("../../../rules/units.tsv")).expect("the table of units is good")
});

fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[test]
fn numbers_are_read() {
    for (text, shown) in [
        ("0.9", "0.9"),
        ("0,9", "0.9"),
        ("1 000", "1000"),
        ("1\u{202f}000\u{a0}000", "1000000"),
        ("1'000", "1000"),
        ("5e3", "5000"),
        ("5E-3", "0.005"),
        ("5 × 10^3", "5000"),
        ("5x10³", "5000"),
        ("5·10⁻³", "0.005"),
        ("10^6", "1000000"),
        ("10⁶", "1000000"),
        ("10e3", "10000"),
        ("10 x 10^3", "10000"),
        ("10", "10"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("0,123", "0.123"),
        ("1 234,567", "1234.567"),
        ("1234,567", "1234.567"),
        ("12,34", "12.34"),
        (".5", "0.5"),
        ("-40", "-40"),
        ("−40", "-40"),
        ("+85", "85"),
        ("0.000001", "1e-6"),
        ("0.00012", "0.00012"),
        ("1e15", "1e15"),
        ("1.5e-19", "1.5e-19"),
        ("5e20", "5e20"),
    ] {
        assert_eq!(number(text).to_string(), shown, "{text}");
    }
    for (text, error) in [
        ("1,234", NumberError::Ambiguous),
        ("12,345", NumberError::Ambiguous),
        ("1.2.3", NumberError::NotANumber),
        ("", NumberError::NotANumber),
        ("abc", NumberError::NotANumber),
        ("5e99", NumberError::TooLarge),
        ("5e9999999", NumberError::TooLarge),
        (
            "12345678901234567890123456789012345678901234567890",
            NumberError::TooLarge,
        ),
        ("5 V", NumberError::NotANumber),
        ("1.234.5", NumberError::NotANumber),
    ] {
        assert_eq!(Number::parse(text), Err(error), "{text}");
    }
}

#[test]
fn levels_become_powers() {
    for (text, watts) in [
        ("30 dBm", "1"),
        ("0 dBm", "0.001"),
        ("-30 dBm", "1e-6"),
        ("10 dBW", "10"),
        ("36 dBm", "3.98107170553"),
        ("30.5 dBm", "1.1220184543"),
        ("-3 dBm", "0.000501187233627"),
        ("3 dBW", "1.99526231497"),
    ] {
        let interval = parse_quantity(text, "W", &UNITS).expect(text).interval;
        assert_eq!(interval.single().expect(text).to_string(), watts, "{text}");
    }
}

/// `tests/cases/classify/quantities.tsv`: text, unit asked for, unit shown, expected.
#[test]
fn quantities_are_read() {
    let mut wrong = Vec::new();
    for line in include_str!("../../../tests/cases/classify/quantities.tsv").lines() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [text, asked, shown, expected] = cells.as_slice() else {
            panic!("four cells: {line}");
        };
        let found = match parse_quantity(text, asked, &UNITS) {
            Ok(quantity) => {
                let unit = UNITS.parse_unit(shown).unwrap_or_else(|| panic!("{shown}"));
                show(&quantity.interval, &unit)
            }
            Err(error) => error.code.to_owned(),
        };
        if found != *expected {
            wrong.push(format!("{text} ({asked}): {found}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn show(interval: &Interval, unit: &Unit) -> String {
    let value = |number| unit.from_base(number).expect("no level").to_string();
    if let Some(single) = interval.single() {
        return value(single);
    }
    let low = interval.low.map_or("(".to_owned(), |(low, closed)| {
        format!("{}{}", if closed { "[" } else { "(" }, value(low))
    });
    let high = interval.high.map_or(")".to_owned(), |(high, closed)| {
        format!("{}{}", value(high), if closed { "]" } else { ")" })
    });
    format!("{low}..{high}")
}

#[test]
fn errors_say_what_to_write() {
    for (text, unit, code, help) in [
        (
            "1,234 V",
            "V",
            "ambiguous-number",
            "write `1234` or `1.234`",
        ),
        (
            "<= 1,234 V",
            "V",
            "ambiguous-number",
            "write `1234` or `1.234`",
        ),
        (
            "5",
            "Hz",
            "missing-unit",
            "write a number and a unit, such as `12 Hz` or `<= 1.5 Hz`",
        ),
        (
            "x",
            "1",
            "not-a-quantity",
            "write a number, such as `12` or `1.5`",
        ),
    ] {
        let error = parse_quantity(text, unit, &UNITS).expect_err(text);
        assert_eq!((error.code, error.help.as_str()), (code, help));
    }
}

#[test]
fn names_are_given_once_or_mean_two_things() {
    let text = "m\t-\t-\t-\t-\tall\tbase\nx\t-\tnope\t-\t-\tno\tlinear";
    let error = Units::parse(text).expect_err("a unit that is not there");
    assert_eq!(error.line, 2);
    for (text, line) in [
        ("y\t-\tm\tabc\t-\tno\tlinear", 1),
        ("\n#\nq\t-\t-\t1\t-\tmaybe\tlinear", 3),
    ] {
        assert_eq!(
            Units::parse(text).map(|_| ()).map_err(|error| error.line),
            Err(line)
        );
    }
}

#[test]
fn bounds_decide_what_they_can() {
    let of = |text: &str| parse_quantity(text, "1", &UNITS).expect(text).interval;
    for (left, op, right, truth) in [
        ("9", Op::AtMost, "9", Truth::True),
        ("9", Op::Under, "9", Truth::False),
        ("<= 9", Op::AtMost, "9", Truth::True),
        ("<= 9", Op::Under, "9", Truth::Unknown),
        ("< 9", Op::Under, "9", Truth::True),
        ("< 9", Op::AtLeast, "9", Truth::False),
        ("< 9", Op::Over, "3", Truth::Unknown),
        ("> 9", Op::Over, "9", Truth::True),
        (">= 9", Op::Over, "9", Truth::Unknown),
        ("8-10", Op::Over, "9", Truth::Unknown),
        ("8-10", Op::Over, "7.9", Truth::True),
        ("8-10", Op::Over, "10", Truth::False),
        ("9", Op::Equal, "9", Truth::True),
        ("9", Op::Differs, "9", Truth::False),
        ("8-10", Op::Equal, "9", Truth::Unknown),
        ("< 9", Op::Equal, "9", Truth::False),
    ] {
        assert_eq!(
            of(left).compare(op, &of(right)),
            truth,
            "{left} {} {right}",
            op.symbol()
        );
    }
}

#[test]
fn intervals_are_calculated() {
    let of = |text: &str| parse_quantity(text, "1", &UNITS).expect(text).interval;
    let show = |interval: Option<Interval>| {
        interval.map_or("none".to_owned(), |interval| show(&interval, &Unit::ONE))
    };
    assert_eq!(show(of("1-2").add(&of("10-20"))), "[11..22]");
    assert_eq!(show(of("1-2").sub(&of("10-20"))), "[-19..-8]");
    assert_eq!(show(of("-1-2").mul(&of("10-20"))), "[-20..40]");
    assert_eq!(show(of(">= 8").mul(&of("3"))), "[24..)");
    assert_eq!(show(of("<= 8").mul(&of("3"))), "(..24]");
    assert_eq!(show(of("1-2").div(&of("4-5"))), "[0.2..0.5]");
    assert_eq!(show(of("1-2").div(&of("-5--4"))), "[-0.5..-0.2]");
    assert_eq!(show(of("1-2").div(&of("0-5"))), "none");
    assert_eq!(show(of("1-2").div(&of("-5-5"))), "none");
    assert_eq!(show(of("1-2").div(&of("> 0"))), "(0..)");
    assert_eq!(show(Some(of("1-5").min(&of("2-3")))), "[1..3]");
    assert_eq!(show(Some(of("<= 5").min(&of(">= 3")))), "(..5]");
    assert_eq!(show(Some(of("1-5").max(&of(">= 3")))), "[3..)");
    assert_eq!(show(Some(of("-5-3").abs())), "[0..5]");
    assert_eq!(show(Some(of("-5--3").abs())), "[3..5]");
}

proptest! {
    #[test]
    fn any_text_is_answered(text in ".{0,220}", unit in ".{0,20}") {
        let _ = parse_quantity(&text, "Hz", &UNITS);
        let _ = parse_quantity(&text, &unit, &UNITS);
        let _ = UNITS.parse_unit(&text);
        let _ = Number::parse(&text);
    }

    #[test]
    fn texts_near_quantities_are_answered(
        text in "[<>=~± ]{0,2}[0-9 .,'x^e-]{0,12}[ a-zµ°√/·^()0-9-]{0,12}(to|-|\\.\\.| )[0-9.]{0,4}[a-zA-Z%]{0,3}"
    ) {
        for unit in ["1", "Hz", "W", "°C", "px"] {
            if let Ok(quantity) = parse_quantity(&text, unit, &UNITS)
                && let Some((low, high)) = quantity.interval.low.zip(quantity.interval.high)
            {
                prop_assert!(low.0 <= high.0);
            }
        }
    }

    #[test]
    fn shown_numbers_are_read_back(digits in -999_999_999_999_i64..=999_999_999_999, power in -20_i32..=15) {
        let ten = Number::power_of_ten(power).expect("in range");
        let number = Number::new(digits.into(), 1).and_then(|n| n.mul(ten)).expect("in range");
        prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
    }

    #[test]
    fn order_agrees_with_difference(a in any::<i64>(), b in 1..i64::MAX, c in any::<i64>(), d in 1..i64::MAX) {
        let left = Number::new(a.into(), b.into()).expect("fits");
        let right = Number::new(c.into(), d.into()).expect("fits");
        let cross = (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)));
        prop_assert_eq!(left.cmp(&right), cross);
    }

    #[test]
    fn units_convert_there_and_back(
        value in -1_000_000..1_000_000_i32,
        unit in prop::sample::select(vec!["µm", "psi", "Torr", "°F", "°C", "deg/√h", "kn", "lb", "Mbyte/s", "nT/√Hz", "hp"]),
    ) {
        let unit = UNITS.parse_unit(unit).expect("known");
        let value = Number::from(value);
        let there = unit.to_base(value).expect("fits");
        prop_assert_eq!(unit.from_base(there), Some(value));
    }
}
