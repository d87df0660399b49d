//! Answers as people type them, and tables of units. What is read is a proper interval, and a
//! number survives being shown and read again up to the digits shown.
#![no_main]

use exportcheck::rule::terms::{Number, Units, parse_quantity};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    Units::parse(include_str!("../../rules/units.tsv")).expect("the table of units is good")
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = Units::parse(&text);
    for unit in ["1", "Hz", "W", "°C", "px", "deg/rt-h"] {
        let Ok(quantity) = parse_quantity(&text, unit, &UNITS) else {
            continue;
        };
        let interval = quantity.interval;
        if let Some((low, high)) = interval.low.zip(interval.high) {
            assert!(low.0 <= high.0, "{text}");
        }
        let _ = (
            interval.mul(&interval),
            interval.div(&interval),
            interval.abs(),
        );
    }
    if let Ok(number) = Number::parse(&text) {
        let shown = number.to_string();
        let again = Number::parse(&shown).expect("what is shown can be read");
        assert_eq!(again.to_string(), shown, "{text}");
    }
});
