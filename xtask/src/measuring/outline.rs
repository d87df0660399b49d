//! Writes `rules/outline/*.tsv`.

use exportcheck::pack::texts::{self, LawText, TextError, outline::outline};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads both lists and writes their outlines.
pub(crate) fn write() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let law = root.join("../shared/law");
    let eu = "eu/annex-i-and-geas-2025-11-15.json";
    let us = "us/15cfr774-supp1-2026-06.xml";
    let version = texts::us::version_in(us.trim_end_matches(".xml")).unwrap_or_default();
    let read = |file: &str, read: &dyn Fn(&[u8]) -> Result<LawText, TextError>| {
        let bytes = fs::read(law.join(file)).map_err(|error| format!("{file}: {error}"))?;
        read(&bytes).map_err(|error| format!("{file}: {error}"))
    };
    let texts = [
        read(eu, &texts::eu::read)?,
        read(us, &|bytes| texts::us::read(bytes, &version))?,
    ];
    for text in &texts {
        save(&root.join("rules/outline"), text)?;
    }
    Ok(())
}

fn save(folder: &Path, text: &LawText) -> Result<(), String> {
    let (content, counts) = outline(text);
    let path: PathBuf = folder.join(format!("{}.tsv", text.list));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, content))
        .map_err(|error| format!("{}: {error}", path.display()))?;
    println!(
        "rules/outline/{}.tsv: {} entries, {} leaves, {} reserved left out",
        text.list, counts.entries, counts.leaves, counts.reserved
    );
    Ok(())
}
