//! `exportcheck compile rules`.

use crate::compile::key;
use crate::failure::{Failure, say};
use crate::input;
use clap::Args;
use exportcheck::pack::rule_pack::RulePack;
use exportcheck::pack::rules::complaint::{Complaint, Source};
use exportcheck::pack::rules::{Compiled, compile, draft};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// The rules folder
    #[arg(long)]
    from: PathBuf,
    /// The pack to write
    #[arg(long)]
    out: PathBuf,
    /// File with an Ed25519 secret key
    #[arg(long)]
    sign: Option<PathBuf>,
    /// Tell only what is wrong in files whose path contains this; several may be given
    #[arg(long)]
    area: Vec<String>,
    /// Leave out files with mistakes (and what refers to them) and write the rest: for trying things, never for publishing
    #[arg(long)]
    draft: bool,
}

pub(crate) fn run(arguments: &Rules) -> Result<(), Failure> {
    let key = arguments.sign.as_deref().map(key).transpose()?;
    let mut files = Vec::new();
    collect(&arguments.from, &arguments.from, &mut files)?;
    files.sort_by(|a, b| a.file.cmp(&b.file));
    let compiled = if arguments.draft {
        trial(files, &arguments.area)
    } else {
        compile(files).map_err(|complaints| refused(&complaints, &arguments.area))?
    };
    let pack = compiled
        .write(key.as_ref())
        .map_err(|e| Failure::file(&arguments.out.display().to_string(), &e))?;
    // What does not open here is never handed out.
    let name = arguments.out.display().to_string();
    let opened = RulePack::open(&pack, None).map_err(|e| Failure::pack(&name, &e))?;
    input::replace(&arguments.out, &pack)?;
    for (list, of) in &compiled.totals {
        say(&format!(
            "{list}: {} of {} paragraphs modelled, {} described, {} absent",
            of.modelled, of.leaves, of.described, of.absent
        ));
    }
    say(&format!(
        "`{name}` {} attributes, {} families, {} controls, {} provisions, {} examples, {} bytes, sha256 {}",
        compiled.rules.attributes.len(),
        compiled.rules.families.len(),
        compiled.rules.controls.len(),
        compiled.rules.provisions.len(),
        compiled.examples.len(),
        pack.len(),
        opened.digest
    ));
    Ok(())
}

/// Rules without the control files that have mistakes.
fn trial(mut files: Vec<Source>, areas: &[String]) -> Compiled {
    loop {
        let (compiled, complaints) = draft(files.clone());
        let kept = files.len();
        files.retain(|file| {
            let bad = complaints
                .iter()
                .any(|complaint| complaint.file == file.file);
            !(bad && file.file.starts_with("controls/"))
        });
        if !complaints.is_empty() {
            say(&refused(&complaints, areas).to_string());
        }
        if files.len() == kept {
            return compiled;
        }
    }
}

/// Every complaint on its own line, then the one line that ends the command.
fn refused(complaints: &[Complaint], areas: &[String]) -> Failure {
    let shown: Vec<&Complaint> = complaints
        .iter()
        .filter(|c| areas.is_empty() || areas.iter().any(|area| c.file.contains(area.as_str())))
        .collect();
    for complaint in &shown {
        say(&complaint.to_string());
    }
    Failure::input(
        "rules",
        format!(
            "{} mistakes in the rules ({} shown)",
            complaints.len(),
            shown.len()
        ),
    )
}

fn collect(root: &Path, folder: &Path, out: &mut Vec<Source>) -> Result<(), Failure> {
    let failed =
        |path: &Path, error: &std::io::Error| Failure::file(&path.display().to_string(), error);
    for entry in fs::read_dir(folder).map_err(|e| failed(folder, &e))? {
        let path = entry.map_err(|e| failed(folder, &e))?.path();
        if path.is_dir() {
            collect(root, &path, out)?;
            continue;
        }
        let ending = path.extension().and_then(|ending| ending.to_str());
        if !matches!(ending, Some("toml" | "tsv")) {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|e| failed(&path, &e))?;
        let file = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        out.push(Source { file, text });
    }
    Ok(())
}
