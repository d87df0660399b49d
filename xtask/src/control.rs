//! `cargo xtask control ENTRY`: a rule file to fill in, with every official paragraph of the entry.

use crate::args::Args;
use crate::{Result, place};
use std::fmt::Write as _;
use std::fs;

const LISTS: [&str; 2] = ["eu", "us"];

pub(crate) fn control(args: Args) -> Result {
    let words = args.rest();
    let entry = words
        .first()
        .ok_or("name the entry: `cargo xtask control 3A001`")?
        .to_uppercase();
    let bytes = entry.as_bytes();
    let (Some(category), Some(group)) = (bytes.first(), bytes.get(1)) else {
        return Err(format!("`{entry}` is not an entry code such as 3A001"));
    };
    let path = format!(
        "rules/controls/{}/{}/{entry}.toml",
        char::from(*category),
        char::from(*group)
    );
    let file = place::at(&path);
    if file.exists() {
        return Err(format!("`{path}` is there already; edit it"));
    }
    let mut paths: Vec<(String, Vec<&str>)> = Vec::new();
    let mut lists = Vec::new();
    for list in LISTS {
        let outline = place::at(&format!("rules/outline/{list}.tsv"));
        let text = fs::read_to_string(&outline)
            .map_err(|error| format!("{}: {error}", outline.display()))?;
        let Some(leaves) = leaves(&text, &entry) else {
            continue;
        };
        lists.push(list);
        for leaf in leaves {
            match paths.iter_mut().find(|(known, _)| *known == leaf) {
                Some((_, of)) => of.push(list),
                None => paths.push((leaf, vec![list])),
            }
        }
    }
    if lists.is_empty() {
        return Err(format!(
            "no official list has an entry `{entry}`; see rules/outline"
        ));
    }
    let folder = file.parent().ok_or("the rules folder is missing")?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    fs::write(&file, skeleton(&entry, &lists, &paths))
        .map_err(|error| format!("{}: {error}", file.display()))?;
    println!(
        "`{path}` has {} paragraphs to fill in; rules/FORMAT.md explains the fields, and\n\
         `exportcheck compile rules --from rules --out /tmp/rules.ecp --area {entry}` says what is missing",
        paths.len()
    );
    Ok(())
}

fn leaves(outline: &str, entry: &str) -> Option<Vec<String>> {
    let row = outline
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(code, _)| *code == entry)?;
    Some(
        row.1
            .split_whitespace()
            .map(|leaf| if leaf == "-" { "" } else { leaf }.to_owned())
            .collect(),
    )
}

fn skeleton(entry: &str, lists: &[&str], paths: &[(String, Vec<&str>)]) -> String {
    let mut out = format!(
        "id = \"{entry}\"\ntitle.en = \"\"\ntitle.de = \"\"\nsummary.en = \"\"\nsummary.de = \"\"\nregime = []\nsee_also = []\nrelated = {{ software = [], technology = [] }}\n"
    );
    for list in lists {
        let _ = write!(out, "\n[list.{list}]\n");
        if *list == "us" {
            out.push_str("reasons = [{ paths = [\"*\"], codes = [] }]\n");
        }
    }
    for (path, of) in paths {
        let named = if of.len() == lists.len() {
            String::new()
        } else {
            let names: Vec<String> = of.iter().map(|list| format!("\"{list}\"")).collect();
            format!("lists = [{}]\n", names.join(", "))
        };
        // No `when` and no family yet: the compiler asks for both, so nothing unfinished is published.
        let _ = write!(
            out,
            "\n[[provision]]\npath = \"{path}\"\nfamily = []\n{named}title.en = \"\"\ntitle.de = \"\"\n# when = \"\"\n# limits = [{{ of = \"\", value = \"\", under = \"\", at = \"\", over = \"\" }}]\n# [[provision.example]]\n# given = {{ }}\n# expect = \"met\"\n"
        );
    }
    out
}
