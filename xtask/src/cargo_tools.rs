//! Tools that are Rust programs, compiled once from crates.io and kept outside the repository.

use crate::{Result, place, run};

/// A command-line tool from crates.io at one exact version.
pub(crate) struct Tool {
    krate: &'static str,
    version: &'static str,
    program: &'static str,
    /// Words that make the program print its version, which must contain `version`.
    ask: &'static [&'static str],
    /// How long compiling takes on two cores.
    about: &'static str,
}

/// Must equal the library's version in Cargo.toml (tests/tidy.rs checks it).
/// 0.2.130 exists, but its lock file names versions that no longer resolve.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    krate: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    ask: &["--version"],
    about: "two minutes",
};

pub(crate) const WASM_PACK: Tool = Tool {
    krate: "wasm-pack",
    version: "0.15.1",
    program: "wasm-pack",
    ask: &["--version"],
    about: "three minutes",
};

pub(crate) const CARGO_FUZZ: Tool = Tool {
    krate: "cargo-fuzz",
    version: "0.13.2",
    program: "cargo-fuzz",
    ask: &["--version"],
    about: "one minute",
};

/// Makes the tool available, compiling it when its version is not there yet.
pub(crate) fn ensure(tool: &Tool) -> Result {
    let Tool { krate, version, .. } = tool;
    let there = || {
        run::find(tool.program).is_some_and(|program| {
            run::ask(run::command(program).args(tool.ask))
                .is_ok_and(|answer| answer.split_whitespace().any(|word| word == *version))
        })
    };
    if there() {
        return Ok(());
    }
    let root = place::tools();
    println!(
        "compiling {krate} {version} into {} (once per machine, about {})",
        root.display(),
        tool.about
    );
    let exact = format!("={version}");
    // A target folder of its own: the three tools share most of what they compile.
    let target = root.join("build");
    run::show(
        run::cargo(&["install", krate, "--version", &exact, "--locked", "--root"])
            .arg(&root)
            .env("CARGO_TARGET_DIR", &target)
            .env_remove("RUSTFLAGS")
            .current_dir(std::env::temp_dir()),
    )?;
    if there() {
        Ok(())
    } else {
        Err(format!(
            "{krate} {version} was installed into {} but does not answer",
            root.display()
        ))
    }
}

/// Makes Rust's own wasm32 target available.
pub(crate) fn ensure_wasm_target() -> Result {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = run::ask(run::command("rustc").args(["--print", "sysroot"]))?;
    let library = std::path::Path::new(&sysroot)
        .join("lib/rustlib")
        .join(TARGET);
    if library.is_dir() {
        return Ok(());
    }
    if run::find("rustup").is_none() {
        return Err(format!(
            "Rust's `{TARGET}` target is missing and there is no rustup to add it; install Rust from https://rustup.rs"
        ));
    }
    run::show(run::command("rustup").args(["target", "add", TARGET]))
}
