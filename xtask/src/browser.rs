//! Chromium, for the tests and measurements that need a real browser.

use crate::{Result, run};
use std::path::{Path, PathBuf};

const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];
const PACKAGES: &[&str] = &[
    "chromium",
    "chromium-driver",
    "fonts-noto-core",
    "fonts-noto-cjk",
];

/// The browser's path, installing Debian's package when we may; otherwise the error says what to
/// install.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let advice = format!(
        "there is no Chromium; install it (Debian, as root: apt-get install -y {})",
        PACKAGES.join(" ")
    );
    if !(is_root() && run::find("apt-get").is_some()) {
        return Err(advice);
    }
    println!("installing Chromium and fonts from Debian (once per machine, some minutes)");
    let apt = |words: &[&str]| {
        run::show(
            run::command("apt-get")
                .args(words)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], PACKAGES].concat())?;
    find().ok_or(advice)
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    named
        .filter(|path| path.is_file())
        .or_else(|| NAMES.iter().find_map(|name| run::find(name)))
}

fn is_root() -> bool {
    // No identity call in std; a process's own folder belongs to whoever runs it.
    use std::os::unix::fs::MetadataExt;
    Path::new("/proc/self")
        .metadata()
        .is_ok_and(|meta| meta.uid() == 0)
}
