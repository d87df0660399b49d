//! `bench`: speed, memory and sizes, ours and other search libraries', in one run on one machine.

use crate::args::Args;
use crate::static_server::Server;
use crate::test::gzipped;
use crate::{Result, browser, eval, npm, place, run, wasm_build};
use std::fs;
use std::path::Path;

/// What `measure bench` leaves for the browser.
const DATA: &str = "target/bench";
const SETS: &[&str] = &["9k", "109k"];
/// The built core, and where the browser finds it.
const CORES: &[(&str, &str)] = &[("pkg", "pkg"), ("target/pkg-no-simd", "pkg-no-simd")];
/// The libraries compared with, as single modules.
const OTHERS: &[(&str, &str)] = &[
    (
        "www/node_modules/minisearch/dist/es/index.js",
        "minisearch.js",
    ),
    ("www/node_modules/fuse.js/dist/fuse.mjs", "fuse.js"),
];

pub(crate) fn bench(args: &mut Args) -> Result {
    let no_simd = args.flag("--no-simd");
    let native_only = args.flag("--native-only");
    args.finish()?;
    run::show(&mut eval::measure("bench"))?;
    if native_only {
        return Ok(());
    }
    wasm_build::ensure_tools()?;
    npm::ensure()?;
    wasm_build::build()?;
    if no_simd {
        wasm_build::build_without_simd()?;
    }
    sizes()?;
    let cores: Vec<_> = CORES.iter().take(1 + usize::from(no_simd)).collect();
    let site = place::at("target/bench/site");
    lay_out(&site, &cores)?;
    let chromium = browser::ensure()?;
    let server = Server::bind(0, site)?;
    let address = server.address();
    std::thread::spawn(|| server.run());
    let names: Vec<&str> = cores.iter().map(|(_, name)| *name).collect();
    run::show(
        run::command("node")
            .arg(place::at("tests/web/bench.mjs"))
            .env("EXPORTCHECK_URL", address)
            .env("CHROMIUM", chromium)
            .env("EXPORTCHECK_SETS", SETS.join(" "))
            .env("EXPORTCHECK_CORES", names.join(" ")),
    )
}

/// Raw and gzipped sizes of everything a visitor loads.
fn sizes() -> Result {
    println!("\n{:<36} {:>10} {:>10}", "file", "bytes", "gzip -9");
    let packs = SETS.iter().map(|set| format!("{DATA}/{set}.ecp"));
    let ours = [
        "pkg/exportcheck_bg.wasm",
        "pkg/exportcheck.js",
        "packs/parties.ecp",
        "packs/scripts.ecs",
        "packs/rules.ecp",
    ];
    let others = OTHERS.iter().map(|(file, _)| (*file).to_owned());
    for file in ours
        .iter()
        .map(|file| (*file).to_owned())
        .chain(packs)
        .chain(others)
    {
        match place::at(&file).metadata() {
            Ok(meta) => println!("{file:<36} {:>10} {:>10}", meta.len(), gzipped(&file)?),
            Err(_) => println!("{file:<36} {:>10}", "not built"),
        }
    }
    Ok(())
}

/// Puts everything the browser loads into one folder for the server.
fn lay_out(site: &Path, cores: &[&(&str, &str)]) -> Result {
    for (from, name) in cores {
        for file in ["exportcheck.js", "exportcheck_bg.wasm"] {
            copy(&place::at(from).join(file), &site.join(name).join(file))?;
        }
    }
    for (from, name) in OTHERS {
        copy(&place::at(from), &site.join(name))?;
    }
    for set in SETS {
        for end in ["ecp", "json"] {
            let name = format!("{set}.{end}");
            copy(&place::at(DATA).join(&name), &site.join(name))?;
        }
    }
    copy(
        &place::at(DATA).join("questions.json"),
        &site.join("questions.json"),
    )?;
    copy(
        &place::at("tests/web/bench-worker.mjs"),
        &site.join("worker.mjs"),
    )?;
    for name in ["rules.ecp", "items.json", "map.json", "history.json"] {
        copy(&place::at(DATA).join(name), &site.join(name))?;
    }
    fs::write(site.join("cases.json"), cases()?).map_err(|error| format!("cases.json: {error}"))?;
    copy(
        &place::at("tests/web/bench-items-worker.mjs"),
        &site.join("items-worker.mjs"),
    )?;
    let page = site.join("index.html");
    fs::write(&page, "<!doctype html><title>bench</title>")
        .map_err(|error| format!("{}: {error}", page.display()))
}

/// The twelve cases as one JSON list.
fn cases() -> std::result::Result<String, String> {
    let folder = place::at("tests/cases/assess");
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files: Vec<_> = fs::read_dir(&folder)
        .map_err(wrong)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    let texts: std::result::Result<Vec<String>, String> = files
        .iter()
        .map(|file| fs::read_to_string(file).map_err(wrong))
        .collect();
    Ok(format!("[{}]", texts?.join(",")))
}

fn copy(from: &Path, to: &Path) -> Result {
    let wrong = |error: std::io::Error| format!("{} to {}: {error}", from.display(), to.display());
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(wrong)?;
    }
    fs::copy(from, to).map(|_| ()).map_err(wrong)
}
