//! The files git knows (or would add), so that generated folders never count.

use crate::Text;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Paths of tracked and not ignored files.
pub(crate) fn paths() -> Vec<String> {
    let words = [
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ];
    git(&words, &root())
        .split('\0')
        .filter(|path| root().join(path).is_file())
        .map(str::to_owned)
        .collect()
}

/// Files whose path starts with one of `under` and ends with one of `ends`.
pub(crate) fn texts(under: &[&str], ends: &[&str]) -> Vec<Text> {
    let fits = |path: &String| {
        under.iter().any(|start| path.starts_with(start))
            && ends.iter().any(|end| path.ends_with(end))
    };
    let found: Vec<Text> = paths().into_iter().filter(fits).map(read).collect();
    assert!(
        !found.is_empty(),
        "no file of {under:?} ends in {ends:?}: the rule would check nothing"
    );
    found
}

pub(crate) fn read(path: String) -> Text {
    let bytes = std::fs::read(root().join(&path)).expect("a listed file can be read");
    Text {
        path,
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

pub(crate) fn git(words: &[&str], folder: &Path) -> String {
    let output = Command::new("git")
        .args(words)
        .current_dir(folder)
        .output()
        .expect("git runs");
    assert!(
        output.status.success(),
        "git {words:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}
