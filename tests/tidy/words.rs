//! Words that would promise what a self-check cannot: never said to a user, in any language.

use crate::{Text, files, none, sample};

/// Lower-case phrases, matched as whole words with any white space between.
const NEVER: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "not controlled",
            "ear99",
            "free to export",
            "no licence required",
            "no license required",
            "nlr",
            "cleared",
            "is safe",
            "are safe",
            "you are authorised",
            "you are authorized",
            "approved",
            "compliant",
            "certificate",
            "certified",
            "official result",
            "official record",
        ],
    ),
    (
        "de",
        &[
            "nicht kontrolliert",
            "nicht genehmigungspflichtig",
            "genehmigungsfrei",
            "keine genehmigung erforderlich",
            "freigegeben",
            "unbedenklich",
            "ist sicher",
            "genehmigt",
            "konform",
            "zertifikat",
            "bescheinigung",
            "zertifiziert",
            "amtliches ergebnis",
        ],
    ),
];

/// Phrases that deny such a promise, or widen a duty; cut out before the words are looked for.
const DENIALS: &[&str] = &[
    "including ear99",
    "auch ear99",
    "not an approval",
    "not approved",
    "never approved",
    "not a certificate",
    "no certificate",
    "keine genehmigung ist",
    "kein zertifikat",
    "keine bescheinigung",
    "nicht genehmigt",
    "not official",
];

#[test]
fn nothing_is_promised() {
    let messages = files::texts(&["www/locales/"], &[".ftl"]);
    let catalogue = files::texts(&["lists/catalogue.toml"], &[".toml"]);
    let readme = files::texts(&["README.md"], &["README.md"]);
    let all = messages.iter().chain(&catalogue).chain(&readme);
    none(&all.flat_map(promises).collect::<Vec<_>>());
}

#[test]
fn rule_can_fail() {
    for (path, text, findings) in [
        (
            "www/locales/en.ftl",
            "none = No candidate found in { $lists }",
            0,
        ),
        (
            "www/locales/en.ftl",
            "# not controlled is never said\nnote = This is not an approval",
            0,
        ),
        ("www/locales/en.ftl", "none = The party is CLEARED", 1),
        (
            "www/locales/en.ftl",
            "none = The item is not\n    controlled.",
            1,
        ),
        ("www/locales/en.ftl", "not-cleared-yet = Decide", 0),
        ("www/locales/en.ftl", "none = Nuclear, uncleared", 0),
        (
            "www/locales/de.ftl",
            "none = Die Ausfuhr ist genehmigungsfrei",
            1,
        ),
        (
            "www/locales/de.ftl",
            "none = Das ist keine Freigabe und kein Zertifikat",
            0,
        ),
        ("README.md", "It says that an item is EAR99.", 1),
        ("lists/catalogue.toml", "title.en = \"x\" # approved", 0),
    ] {
        let found = promises(&sample(path, text));
        assert_eq!(found.len(), findings, "{text}: {found:?}");
    }
}

fn promises(file: &Text) -> Vec<String> {
    let mut said = said(file);
    for denial in DENIALS {
        said = said.replace(denial, " ");
    }
    let mut findings = Vec::new();
    for (language, phrases) in NEVER {
        for phrase in phrases
            .iter()
            .filter(|phrase| said.contains(&format!(" {phrase} ")))
        {
            findings.push(format!(
                "{}: `{phrase}` ({language}) is never said",
                file.path
            ));
        }
    }
    findings
}

/// What a user reads: comments and message ids left out, lower case, words parted by one blank.
fn said(file: &Text) -> String {
    let is = |end: &str| file.path.ends_with(end);
    let lines = file.text.lines().map(|line| {
        if is(".ftl") {
            match line.split_once('=') {
                _ if line.starts_with('#') => "",
                Some((id, value)) if !id.trim().contains(' ') => value,
                _ => line,
            }
        } else if is(".toml") {
            line.split(" #")
                .next()
                .filter(|line| !line.starts_with('#'))
                .unwrap_or("")
        } else {
            line
        }
    });
    let text = lines.collect::<Vec<_>>().join(" ").to_lowercase();
    let words = text
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}
