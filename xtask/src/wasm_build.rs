//! The core as WebAssembly: `pkg/`, one artefact for the page, Node and the tests.

use crate::{Result, cargo_tools, place, run};

const ARTEFACT: &str = "pkg/exportcheck_bg.wasm";

/// Builds `pkg/` (tools and JavaScript packages must be there: see `ensure_tools`).
pub(crate) fn build() -> Result {
    // RUSTFLAGS replaces what .cargo/config.toml says for the target: SIMD would silently be off.
    run::show(
        wasm_pack("pkg")?
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS"),
    )?;
    let file = place::at(ARTEFACT);
    let size = file
        .metadata()
        .map_err(|error| format!("{}: {error}", file.display()))?
        .len();
    println!("{ARTEFACT}: {size} bytes");
    Ok(())
}

/// The same core without SIMD in `target/pkg-no-simd`, for `bench` to compare.
pub(crate) fn build_without_simd() -> Result {
    run::show(
        wasm_pack("target/pkg-no-simd")?
            .env("RUSTFLAGS", "-C target-feature=-simd128,+bulk-memory")
            .env("CARGO_TARGET_DIR", place::at("target/no-simd")),
    )
}

/// Everything `build` needs, set up on a fresh machine.
pub(crate) fn ensure_tools() -> Result {
    cargo_tools::ensure_wasm_target()?;
    cargo_tools::ensure(&cargo_tools::WASM_BINDGEN)?;
    cargo_tools::ensure(&cargo_tools::WASM_PACK)
}

/// `no-install`: wasm-pack takes wasm-bindgen and wasm-opt from PATH and downloads nothing.
/// Without wasm-opt it would quietly ship a larger, slower file, so that is refused here.
fn wasm_pack(out: &str) -> Result<std::process::Command> {
    if run::find("wasm-opt").is_none() {
        return Err("there is no wasm-opt; it comes with the npm package `binaryen`, which www/package.json must name".to_owned());
    }
    let mut command = run::command("wasm-pack");
    command.args([
        "build",
        "--release",
        "--target",
        "web",
        "--mode",
        "no-install",
    ]);
    command.args(["--out-dir", out]);
    // Compared on the benches: `z` is a fifth smaller than `3` and as fast once wasm-opt has run.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z");
    Ok(command)
}
