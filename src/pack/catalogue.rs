//! `lists/catalogue.toml`: what the lists are, what being listed means, where the files are.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

const TEXT: &str = include_str!("../../lists/catalogue.toml");

/// The whole catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The lists in the order of the file.
    #[serde(rename = "list")]
    pub lists: Vec<List>,
}

/// One official list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Id, as in `Party::list`.
    pub id: String,
    /// Title.
    pub title: InTwoLanguages,
    /// The authority that publishes it.
    pub publisher: String,
    /// ISO 3166-1 alpha-2 in lower case, or `eu`, `un`.
    pub jurisdiction: String,
    /// A page for people.
    pub url: String,
    /// Terms of use of the data.
    pub terms: String,
    /// What being listed means, in one word.
    pub measure: Measure,
    /// The legal basis.
    pub citation: String,
    /// What being listed means to an exporter, in our own words.
    pub effect: InTwoLanguages,
    /// After how many days without a new file the page says the list may be out of date.
    pub stale_after_days: u16,
    /// Why there is no download, where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where the publisher offers the file; empty when there is no machine-readable one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub download: Vec<Download>,
}

/// A text in the languages of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InTwoLanguages {
    /// English.
    pub en: String,
    /// German.
    pub de: String,
}

/// What being listed means, strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// No dealings: assets are frozen, or export privileges are denied.
    Blocked,
    /// A licence is needed for what the entry says.
    LicenceRequired,
    /// Licences are refused or conditions apply.
    LicencePolicy,
    /// No rule for the exporter by itself, a reason to look closer.
    RedFlag,
}

/// One file a publisher offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Download {
    /// Address.
    pub url: String,
    /// Name to save the file under.
    pub file: String,
    /// Id of the reader.
    pub format: String,
    /// How sure the address is, and what the file holds.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Why the catalogue cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueError {
    /// Kebab-case code: `catalogue-syntax` or `catalogue-entry`.
    pub code: &'static str,
    /// What is wrong and where; lower-case, no full stop.
    pub message: String,
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error[{}]: {}", self.code, self.message)
    }
}

impl std::error::Error for CatalogueError {}

/// The catalogue of this version.
///
/// # Errors
/// When `lists/catalogue.toml` was edited into something [`parse`] refuses.
pub fn built_in() -> Result<Catalogue, CatalogueError> {
    parse(TEXT)
}

/// Reads and checks a catalogue.
///
/// # Errors
/// `catalogue-syntax`: not TOML of this shape. `catalogue-entry`: an id twice, an empty text, an
/// address that is not https.
pub fn parse(text: &str) -> Result<Catalogue, CatalogueError> {
    let catalogue: Catalogue = toml::from_str(text).map_err(|error| CatalogueError {
        code: "catalogue-syntax",
        message: format!("lists/catalogue.toml: {}", error.to_string().trim_end()),
    })?;
    let mut ids = BTreeSet::new();
    for list in &catalogue.lists {
        check(list).map_err(|what| bad_entry(&list.id, &what))?;
        if !ids.insert(&list.id) {
            return Err(bad_entry(&list.id, "the id is there twice, keep one"));
        }
    }
    Ok(catalogue)
}

impl Catalogue {
    /// The list of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.id == id)
    }
}

fn check(list: &List) -> Result<(), String> {
    let id_fits = list
        .id
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if list.id.is_empty() || !id_fits {
        return Err("the id is not kebab-case".to_owned());
    }
    let texts = [
        ("title.en", &list.title.en),
        ("title.de", &list.title.de),
        ("publisher", &list.publisher),
        ("jurisdiction", &list.jurisdiction),
        ("terms", &list.terms),
        ("citation", &list.citation),
        ("effect.en", &list.effect.en),
        ("effect.de", &list.effect.de),
    ];
    if let Some((field, _)) = texts.iter().find(|(_, text)| text.trim().is_empty()) {
        return Err(format!("`{field}` is empty"));
    }
    if list.stale_after_days == 0 {
        return Err("`stale_after_days` is 0, write at least 1".to_owned());
    }
    let downloads = list.download.iter().map(|download| &download.url);
    for url in std::iter::once(&list.url).chain(downloads) {
        // Plain http only to this machine, for tests and mirrors of one's own.
        let local = url
            .strip_prefix("http://")
            .filter(|rest| rest.starts_with("127.0.0.1"));
        let host = url.strip_prefix("https://").or(local).unwrap_or_default();
        if host.is_empty() || url.contains(char::is_whitespace) {
            return Err(format!("`{url}` is not an https address"));
        }
    }
    if list.download.is_empty() && list.note.is_empty() {
        return Err("no download and no `note` that says why".to_owned());
    }
    for download in &list.download {
        if download.file.is_empty() || download.file.contains(['/', '\\']) {
            return Err(format!("`{}` is not a plain file name", download.file));
        }
        if download.format.is_empty() {
            return Err(format!("download `{}` names no format", download.file));
        }
    }
    Ok(())
}

fn bad_entry(id: &str, what: &str) -> CatalogueError {
    CatalogueError {
        code: "catalogue-entry",
        message: format!("lists/catalogue.toml, list `{id}`: {what}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::{built_in, parse};
    use crate::pack::sources::READERS;
    use std::collections::BTreeMap;

    /// Every list id a reader can emit.
    const EMITTED: &[&str] = &[
        "us-sdn", "us-ssi", "us-cap", "us-cmic", "us-mbs", "us-plc", "us-fse", "us-13599", "us-el",
        "us-dpl", "us-uvl", "us-meu", "us-isn", "us-dtc", "us-csl", "eu-fsf", "un-sc", "uk-sl",
        "uk-ofsi", "ch-seco", "ca-sema", "au-dfat", "jp-eul", "cn-ucl", "cn-att", "cn-uel",
    ];

    #[test]
    fn every_list_a_reader_emits_is_there() {
        let catalogue = built_in().unwrap();
        let ids: Vec<&str> = catalogue
            .lists
            .iter()
            .map(|list| list.id.as_str())
            .collect();
        let mut expected = EMITTED.to_vec();
        let mut found = ids.clone();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn downloads_name_readers_and_one_file_per_address() {
        let catalogue = built_in().unwrap();
        let mut addresses = BTreeMap::new();
        let mut files = BTreeMap::new();
        for download in catalogue.lists.iter().flat_map(|list| &list.download) {
            let known = READERS.iter().any(|reader| reader.id == download.format);
            assert!(known, "no reader `{}`", download.format);
            assert!(!download.note.is_empty(), "{}", download.url);
            let file = addresses.entry(&download.url).or_insert(&download.file);
            assert_eq!(*file, &download.file);
            let address = files.entry(&download.file).or_insert(&download.url);
            assert_eq!(*address, &download.url);
        }
        assert!(addresses.len() >= 10);
    }

    #[test]
    fn no_effect_promises_clearance() {
        let catalogue = built_in().unwrap();
        for list in &catalogue.lists {
            let text = format!("{} {}", list.effect.en, list.effect.de).to_lowercase();
            for word in [
                "cleared",
                "safe",
                "compliant",
                "approved",
                "unbedenklich",
                "freigegeben",
            ] {
                assert!(!text.contains(word), "{}: {word}", list.id);
            }
            assert_ne!(list.effect.en, list.effect.de, "{}", list.id);
        }
    }

    #[test]
    fn mistakes_are_named() {
        let good = r#"
            [[list]]
            id = "x-list"
            title = { en = "X", de = "X" }
            publisher = "P"
            jurisdiction = "un"
            url = "https://example.org/"
            terms = "T"
            measure = "red-flag"
            citation = "C"
            effect = { en = "E", de = "W" }
            stale_after_days = 7
            download = [{ url = "https://example.org/x.csv", file = "x.csv", format = "plain-csv" }]
        "#;
        assert!(parse(good).is_ok());
        for (from, to, code, part) in [
            (
                "https://example.org/\"",
                "http://example.org/\"",
                "catalogue-entry",
                "https",
            ),
            (
                "https://example.org/x",
                "ftp://example.org/x",
                "catalogue-entry",
                "https",
            ),
            ("de = \"X\"", "de = \" \"", "catalogue-entry", "title.de"),
            (", de = \"W\"", "", "catalogue-syntax", "de"),
            ("x-list", "X list", "catalogue-entry", "kebab"),
            ("\"x.csv\"", "\"../x.csv\"", "catalogue-entry", "file name"),
            ("red-flag", "fine", "catalogue-syntax", "fine"),
            ("terms =", "licence =", "catalogue-syntax", "licence"),
            (
                "days = 7",
                "days = 0",
                "catalogue-entry",
                "stale_after_days",
            ),
        ] {
            let text = good.replacen(from, to, 1);
            assert_ne!(text, good, "{from}");
            let error = parse(&text).expect_err(to);
            assert_eq!(error.code, code, "{error}");
            assert!(error.message.contains(part), "{error}");
        }
        let twice = parse(&format!("{good}{good}")).expect_err("twice");
        assert!(twice.message.contains("twice"), "{twice}");
    }
}
