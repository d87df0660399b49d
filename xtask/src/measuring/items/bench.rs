//! Speed of classification: rules opened, every answered case asked for both lists; and of the
//! world map of one item.

use super::{EU, US, answers, rules};
use crate::measuring::times::Times;
use exportcheck::engine::Engine;
use std::fs;
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 5;
/// A machine tool that both lists name, from Germany to everywhere.
const MAP: &str = r#"{"as_of":"2026-11-22","jurisdictions":["eu","us"],"item":{"codes":[{"list":"eu","code":"2B001.b.2.a"},{"list":"us","code":"2B001.b.2.a"}],"none":[]},"exporter":"DE","origin":"DE","answers":{}}"#;

/// Measures natively and leaves pack and requests for the browser.
pub(crate) fn bench(out: &Path) -> Result<(), String> {
    let pack = rules::pack()?;
    let mut requests = Vec::new();
    for file in [EU, US] {
        let name = if file == EU { "eu.toml" } else { "us.toml" };
        requests.extend(
            answers::read(name)?
                .values()
                .map(answers::Answered::request),
        );
    }
    let write = |name: &str, bytes: &[u8]| {
        let path = out.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    write("rules.ecp", &pack)?;
    let json = serde_json::to_vec(&requests).map_err(|error| error.to_string())?;
    write("items.json", &json)?;
    write("map.json", MAP.as_bytes())?;
    let (mut opening, mut asking, mut mapping) =
        (Times::default(), Times::default(), Times::default());
    for _ in 0..ROUNDS {
        let mut engine = Engine::default();
        let start = Instant::now();
        let opened = engine.open_rules(&pack, "");
        opening.push(start.elapsed());
        opened.map_err(|error| format!("{}: {}", error.code, error.message))?;
        for request in &requests {
            let start = Instant::now();
            let answer = engine.classify(request);
            asking.push(start.elapsed());
            answer.map_err(|error| format!("{}: {}", error.code, error.message))?;
        }
        let start = Instant::now();
        let answer = engine.license_map(MAP);
        mapping.push(start.elapsed());
        answer.map_err(|error| format!("{}: {}", error.code, error.message))?;
    }
    println!(
        "\nitems, native: {} cases, rule pack {} bytes, ready {:.0} ms, one case p50 {:.2} p99 {:.2} most {:.2} ms",
        requests.len(),
        pack.len(),
        opening.at(0.5),
        asking.at(0.5),
        asking.at(0.99),
        asking.at(1.0)
    );
    println!(
        "map, native: all destinations, both jurisdictions, p50 {:.1} most {:.1} ms",
        mapping.at(0.5),
        mapping.at(1.0)
    );
    let mut engine = Engine::default();
    engine
        .open_rules(&pack, "")
        .map_err(|error| format!("{}: {}", error.code, error.message))?;
    let history = super::history::bench(&engine)?;
    write("history.json", history.to_string().as_bytes())
}
