//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The repository's top folder.
pub(crate) fn root() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map(Path::to_path_buf).unwrap_or(manifest)
}

/// A path inside the repository.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The reference data beside the repository, if it is there.
pub(crate) fn shared() -> Option<PathBuf> {
    Some(at("../shared")).filter(|path| path.is_dir())
}

/// Whether a missing prerequisite is a failure instead of a counted skip.
pub(crate) fn ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Where compiled tools are kept: outside the repository, so that a fresh clone reuses them.
pub(crate) fn tools() -> PathBuf {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    if let Some(path) = named("EXPORTCHECK_TOOLS") {
        return PathBuf::from(path);
    }
    let cache = named("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| {
        named("HOME")
            .or_else(|| named("USERPROFILE"))
            .map(|home| Path::new(&home).join(".cache"))
    });
    cache
        .unwrap_or_else(|| at("target"))
        .join("exportcheck/tools")
}

/// Where the JavaScript packages put their commands (`wasm-opt`, `vite`, `tsc`).
pub(crate) fn node_bin() -> PathBuf {
    at("www/node_modules/.bin")
}
