//! The data the page loads: `packs/`, and its copy in `www/public/packs/`.

use crate::{Result, place, run};
use std::fs;
use std::path::{Path, PathBuf};

const STARTER: &str = "lists/starter.tsv";
const INDEX: &str =
    r#"{"parties":"packs/parties.ecp","scripts":"packs/scripts.ecs","rules":"packs/rules.ecp"}"#;
const FILES: &[&str] = &["parties.ecp", "scripts.ecs", "rules.ecp", "index.json"];

/// The lists to compile: the ones asked for, downloaded ones, otherwise the starter list.
pub(crate) fn source(asked: Option<String>) -> Result<PathBuf> {
    if let Some(asked) = asked {
        let path = std::path::absolute(&asked).map_err(|error| format!("`{asked}`: {error}"))?;
        return if path.exists() {
            Ok(path)
        } else {
            Err(format!("`{asked}` is not here"))
        };
    }
    let downloaded = place::at("target/lists");
    let has_files = fs::read_dir(&downloaded).is_ok_and(|mut files| files.next().is_some());
    Ok(if has_files { downloaded } else { starter() })
}

/// The starter list, which every clone has.
pub(crate) fn starter() -> PathBuf {
    place::at(STARTER)
}

/// Compiles the packs from `lists` and copies them to where the page finds them.
pub(crate) fn build(lists: &Path) -> Result {
    println!("lists from {}", lists.display());
    let packs = place::at("packs");
    make_folder(&packs)?;
    let [parties, scripts, rules, _] = FILES else {
        return Ok(());
    };
    let parties = packs.join(parties);
    run::show(
        exportcheck(&["lists", "--from"])
            .arg(lists)
            .arg("--out")
            .arg(parties),
    )?;
    run::show(exportcheck(&["scripts", "--out"]).arg(packs.join(scripts)))?;
    run::show(
        exportcheck(&["rules", "--from"])
            .arg(place::at("rules"))
            .arg("--out")
            .arg(packs.join(rules)),
    )?;
    write(&packs.join("index.json"), INDEX.as_bytes())?;
    let public = place::at("www/public/packs");
    make_folder(&public)?;
    for name in FILES {
        let file = packs.join(name);
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        println!("packs/{name}: {} bytes", bytes.len());
        write(&public.join(name), &bytes)?;
    }
    Ok(())
}

fn exportcheck(words: &[&str]) -> std::process::Command {
    let mut command = run::cargo(&[
        "run",
        "--quiet",
        "--profile",
        "quick",
        "--features",
        "compile",
        "--bin",
        "exportcheck",
        "--",
        "compile",
    ]);
    command.args(words);
    command
}

fn make_folder(path: &Path) -> Result {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
