//! Decision records: any bytes get a verdict; any JSON that can be recorded comes out again, and with
//! one byte changed it does not.
#![no_main]

use exportcheck::record::canonical::canonical;
use exportcheck::record::read::read;
use exportcheck::record::split::{join, split};
use exportcheck::record::{Open, Refused, Verdict, make, verify};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

/// Stands in for the engine; refuses some cases.
fn assess(case: &Value, policy: &Value) -> Result<Value, Refused> {
    if case.is_array() {
        return Err(Refused {
            code: "bad-request".to_owned(),
            message: "no case".to_owned(),
            help: String::new(),
        });
    }
    Ok(json!({"case": canonical(case).len(), "policy": policy}))
}

fuzz_target!(|bytes: &[u8]| {
    let open = Open {
        engine: "0.1.0",
        packs: json!({"rules": {"digest": "8d3f"}, "lists": null}),
    };
    let _ = verify(bytes, &open, assess);
    let Ok(value) = read(bytes) else { return };
    let halves = split(value.clone());
    assert_eq!(join(&halves.case, &halves.human).as_ref(), Some(&value));
    let Ok(record) = make(&value, &Value::Null, "2026-11-22T10:00:00Z", &open, assess) else {
        return;
    };
    let found = verify(record.as_bytes(), &open, assess);
    assert_eq!(found.verdict, Verdict::Reproduced);
    assert!(found.canonical);
    let at = bytes.iter().map(|byte| usize::from(*byte)).sum::<usize>() % record.len();
    let mut slip = record.into_bytes();
    if let Some(byte) = slip.get_mut(at) {
        *byte ^= 1 << (bytes.len() % 7);
    }
    let found = verify(&slip, &open, assess);
    assert!(found.verdict != Verdict::Reproduced || !found.canonical, "byte {at}");
});
