//! The engine with the rules of this work tree.

use exportcheck::engine::Engine;
use exportcheck::pack::rules::complaint::Source;
use std::fs;
use std::path::Path;

pub(super) fn engine() -> Result<Engine, String> {
    let mut engine = Engine::default();
    engine
        .open_rules(&pack()?, "")
        .map_err(|e| format!("{}: {}", e.code, e.message))?;
    Ok(engine)
}

pub(super) fn pack() -> Result<Vec<u8>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let mut files = Vec::new();
    collect(&root, &root, &mut files)?;
    files.sort_by(|a: &Source, b| a.file.cmp(&b.file));
    let compiled = exportcheck::pack::rules::compile(files).map_err(|complaints| {
        let first = complaints
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        format!(
            "{} mistakes in the rules, the first: {first}",
            complaints.len()
        )
    })?;
    compiled.write(None).map_err(|e| e.to_string())
}

fn collect(root: &Path, folder: &Path, out: &mut Vec<Source>) -> Result<(), String> {
    let failed = |path: &Path, e: std::io::Error| format!("{}: {e}", path.display());
    for entry in fs::read_dir(folder).map_err(|e| failed(folder, e))? {
        let path = entry.map_err(|e| failed(folder, e))?.path();
        if path.is_dir() {
            collect(root, &path, out)?;
        } else if matches!(
            path.extension().and_then(|e| e.to_str()),
            Some("toml" | "tsv")
        ) {
            let text = fs::read_to_string(&path).map_err(|e| failed(&path, e))?;
            let file = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .display()
                .to_string();
            out.push(Source { file, text });
        }
    }
    Ok(())
}
