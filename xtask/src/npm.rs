//! The JavaScript packages of www/, installed exactly as locked and only when the lock changed.

use crate::{Result, place, run};
use std::fs;

const OLDEST_NODE: u32 = 20;

/// Makes `www/node_modules` match `www/package-lock.json`.
pub(crate) fn ensure() -> Result {
    let node = node_version()?;
    let lock = fs::read_to_string(place::at("www/package-lock.json"))
        .map_err(|error| format!("www/package-lock.json: {error}"))?;
    // The stamp is the lock itself with the Node version: no digest needed to compare two texts.
    let stamp = place::at("www/node_modules/.stamp");
    let wanted = format!("node {node}\n{lock}");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    println!("installing the locked JavaScript packages of www/ (about a minute)");
    run::show(
        run::command("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            // The browser tests drive the system's Chromium; nothing else may be downloaded.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(place::at("www")),
    )?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// The version of Node, for example `v20.20.2`; fails when there is none or it is too old.
fn node_version() -> Result<String> {
    let help = format!(
        "Node.js {OLDEST_NODE} or newer with npm is needed (Debian: apt-get install nodejs npm)"
    );
    let version = run::ask(run::command("node").arg("--version"))
        .map_err(|error| format!("{error}\n{help}"))?;
    if run::find("npm").is_none() {
        return Err(format!("there is no npm; {help}"));
    }
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|digits| digits.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(version),
        _ => Err(format!("node is {version}; {help}")),
    }
}
