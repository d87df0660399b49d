//! Speed of the shipment history: ten thousand rows of ordinary business, and the worst case, all of
//! them of one customer and one kind of goods.

use crate::measuring::times::Times;
use exportcheck::engine::Engine;
use serde_json::{Value, json};
use std::time::Instant;

const ROWS: u32 = 10_000;
const ROUNDS: usize = 5;

/// Measures natively; the requests are for the browser's turn.
pub(crate) fn bench(engine: &Engine) -> Result<Value, String> {
    let requests = [request(211, 4), request(1, 1)];
    let mut times = Vec::new();
    for request in &requests {
        let mut asking = Times::default();
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let answer = engine.history(request);
            asking.push(start.elapsed());
            answer.map_err(|error| format!("{}: {}", error.code, error.message))?;
        }
        times.push(format!("{:.0}", asking.at(0.5)));
    }
    println!(
        "history, native: {ROWS} rows, p50 {} ms; all of one customer and kind of goods {} ms (bound 2000)",
        times.first().map_or("", String::as_str),
        times.last().map_or("", String::as_str),
    );
    Ok(json!(requests))
}

fn request(customers: u32, kinds: usize) -> String {
    let of = |names: &[&str], seed: u32| names[seed as usize % names.len()].to_owned();
    let codes = &["8413.50", "8457.10", "8542.31", "9031.80"];
    let rows: Vec<Value> = (0..ROWS)
        .map(|at| {
            let seed = at.wrapping_mul(2_654_435_761) >> 7;
            json!({
                "line": at + 2,
                "date": format!("{}-{:02}-{:02}", 2020 + at % 6, seed % 12 + 1, seed / 12 % 28 + 1),
                "hs": of(&codes[..kinds], seed),
                "customer": format!("Customer {}", seed % customers),
                "destination": of(&["AT", "KZ", "TR", "US", "AE", "CN"], seed / 5),
                "via": of(&["", "LV", "NL"], seed / 7),
                "value": (1000 + seed % 900).to_string(),
                "currency": "EUR",
                "mass": format!("{} kg", 10 + seed % 9),
                "quantity": (1 + seed % 3).to_string(),
            })
        })
        .collect();
    json!({"as_of": "2026-11-22", "exporter": "DE", "rows": rows}).to_string()
}
