//! Nothing of the reference data beside the repository is copied into it.

use crate::{files, none};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[test]
fn no_file_is_a_copy_of_reference_data() {
    let shared = files::root().join("../shared");
    if !shared.is_dir() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "../shared is not here, and CI requires it"
        );
        eprintln!("SKIPPED: no_file_is_a_copy_of_reference_data: ../shared is not here");
        return;
    }
    let mut theirs = Vec::new();
    walk(&shared, &mut theirs);
    assert!(theirs.len() > 10, "../shared holds {} files", theirs.len());
    let ours: Vec<_> = files::paths()
        .iter()
        .map(|path| files::root().join(path))
        .collect();
    none(&copies(&ours, &theirs));
}

#[test]
fn rule_can_fail() {
    let folder = std::env::temp_dir().join(format!("exportcheck-copies-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let theirs = [file("theirs", "a row\nand another\n"), file("empty", "")];
    assert_eq!(
        copies(
            &[file("own", "our words\n"), file("own-empty", "")],
            &theirs
        )
        .len(),
        0
    );
    assert_eq!(
        copies(&[file("copy", "a row\nand another\n")], &theirs).len(),
        1
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Files with the same content, by git's own object names; empty files are nobody's.
fn copies(ours: &[PathBuf], theirs: &[PathBuf]) -> Vec<String> {
    let theirs: BTreeMap<String, &PathBuf> = hashes(theirs).into_iter().zip(theirs).collect();
    let same = hashes(ours)
        .into_iter()
        .zip(ours)
        .filter_map(|(hash, path)| {
            let original = theirs.get(&hash)?;
            let empty = path.metadata().is_ok_and(|meta| meta.len() == 0);
            (!empty).then(|| format!("{} is a copy of {}", path.display(), original.display()))
        });
    same.collect()
}

fn hashes(paths: &[PathBuf]) -> Vec<String> {
    let mut all = Vec::new();
    for some in paths.chunks(200) {
        let names = some
            .iter()
            .map(|path| path.to_str().expect("paths are UTF-8"));
        let words: Vec<&str> = ["hash-object", "--no-filters", "--"]
            .into_iter()
            .chain(names)
            .collect();
        all.extend(
            files::git(&words, &files::root())
                .lines()
                .map(str::to_owned),
        );
    }
    assert_eq!(all.len(), paths.len());
    all
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder)
        .expect("the folder can be read")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}
