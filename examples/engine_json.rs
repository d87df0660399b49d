//! The native twin of the WebAssembly boundary: JSON lines in, the engine's answers out, one line each.
//! tests/node and tests/web compare these bytes with what the same requests give in JavaScript.
//!
//! `{"op":"open","file":"parties.ecp","options":"{}"}`, `{"op":"open_scripts","file":"scripts.ecs"}`,
//! `{"op":"screen"|"screen_batch"|"compare","request":"{...}"}`, `{"op":"party","list":"us-sdn","ref":"36"}`,
//! `{"op":"manifest"}`, and for rules `open_rules`, `texts`, `coverage`, `find`, `family`, `classify`,
//! `recognise`, `text`, `license`, `license_map`, `bom`, `licensing_texts`, `history`, `risk_texts`,
//! `assess`, `record`, `verify` in the same manner. A request is a text and not an object, so that both sides parse the same letters.
//! An answer is the engine's own text, `"opened"` where it has none, or `{"error":{"code","message","help"}}`.

use exportcheck::engine::{Engine, EngineError};
use serde::Deserialize;
use std::io::{self, BufRead as _, Write as _};

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "snake_case", deny_unknown_fields)]
enum Order {
    Open { file: String, options: String },
    OpenScripts { file: String },
    Manifest,
    Screen { request: String },
    ScreenBatch { request: String },
    Compare { request: String },
    Party { list: String, r#ref: String },
    OpenRules { file: String, options: String },
    Texts { language: String },
    Coverage,
    Find { request: String },
    Family { request: String },
    Classify { request: String },
    Recognise { request: String },
    Text { list: String, entry: String },
    License { request: String },
    LicenseMap { request: String },
    Bom { request: String },
    LicensingTexts { language: String },
    History { request: String },
    RiskTexts { language: String },
    Assess { request: String },
    Record { request: String },
    Verify { request: String, at: Option<f64> },
}

fn main() -> io::Result<()> {
    let mut engine = Engine::default();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let order: Order = serde_json::from_str(&line?)?;
        let answer = match order {
            Order::Open { file, options } => engine.open(&read(&file)?, &options),
            Order::OpenScripts { file } => engine
                .open_scripts(&read(&file)?)
                .map(|()| "\"opened\"".to_owned()),
            Order::Manifest => engine.manifest(),
            Order::Screen { request } => engine.screen(&request),
            Order::ScreenBatch { request } => engine.screen_batch(&request),
            Order::Compare { request } => engine.compare(&request),
            Order::Party { list, r#ref } => engine.party(&list, &r#ref),
            Order::OpenRules { file, options } => engine.open_rules(&read(&file)?, &options),
            Order::Texts { language } => engine.texts(&language),
            Order::Coverage => engine.coverage(),
            Order::Find { request } => engine.find(&request),
            Order::Family { request } => engine.family(&request),
            Order::Classify { request } => engine.classify(&request),
            Order::Recognise { request } => engine.recognise(&request),
            Order::Text { list, entry } => engine.text(&list, &entry),
            Order::License { request } => engine.license(&request),
            Order::LicenseMap { request } => engine.license_map(&request),
            Order::Bom { request } => engine.bom(&request),
            Order::LicensingTexts { language } => engine.licensing_texts(&language),
            Order::History { request } => engine.history(&request),
            Order::RiskTexts { language } => engine.risk_texts(&language),
            Order::Assess { request } => engine.assess(&request),
            Order::Record { request } => engine.record(&request),
            Order::Verify { request, at } => verify(&mut engine, &request, at),
        };
        writeln!(out, "{}", answer.unwrap_or_else(refusal))?;
    }
    out.flush()
}

/// Makes a record, changes the byte at this share of it, and verifies what is left.
fn verify(engine: &mut Engine, request: &str, at: Option<f64>) -> Result<String, EngineError> {
    let mut record = engine.record(request)?.into_bytes();
    if let Some(share) = at {
        let place = (record.len() as f64 * share) as usize;
        if let Some(byte) = record.get_mut(place) {
            *byte ^= 1;
        }
    }
    engine.verify_record(&record)
}

fn read(file: &str) -> io::Result<Vec<u8>> {
    std::fs::read(file).map_err(|error| io::Error::new(error.kind(), format!("{file}: {error}")))
}

fn refusal(error: EngineError) -> String {
    format!("{{\"error\":{}}}", error.json())
}
