//! Queries that are codes: of the Harmonised System, of the lists, of other lists.

use super::found::{EntryHit, FamilyHit, Found, Why, share};
use super::input::{CustomsItem, EntryText, OtherCode, SearchInput};

/// A query that is a code.
pub(super) enum Code {
    /// Digits of a heading or subheading.
    Hs(String),
    /// Entry and path without dots, in small letters: `3a001`, `a5a`.
    List(String, String),
    /// A code of another list.
    Other(String),
}

/// The code that a query is.
pub(super) fn read(query: &str, input: &SearchInput) -> Option<Code> {
    let query = query.trim().to_lowercase();
    let other = squashed(&query);
    if input
        .crosswalk
        .iter()
        .any(|code| squashed(&code.code) == other)
    {
        return Some(Code::Other(other));
    }
    hs(&query).map(Code::Hs).or_else(|| list(&query))
}

fn hs(query: &str) -> Option<String> {
    let mut rest = query;
    let mut said = false;
    for word in [
        "hs",
        "hts",
        "htsus",
        "cn",
        "kn",
        "taric",
        "zolltarifnummer",
        "zolltarif",
        "code",
        "nr",
    ] {
        if let Some(behind) = rest.strip_prefix(word)
            && behind.starts_with(|c: char| c.is_ascii_digit() || " .:-".contains(c))
        {
            rest = behind.trim_start_matches([' ', '.', ':', '-']);
            said = true;
        }
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let only = rest
        .chars()
        .all(|c| c.is_ascii_digit() || c == '.' || c == ' ');
    let chapter: u32 = digits.get(..2)?.parse().ok()?;
    let length = matches!(digits.len(), 4 | 6 | 8 | 10 | 11) || said && digits.len() == 2;
    (only && length && (1..=97).contains(&chapter)).then_some(digits)
}

fn list(query: &str) -> Option<Code> {
    let mut letters = query.chars();
    let head = letters.next().is_some_and(|c| c.is_ascii_digit())
        && letters.next().is_some_and(|c| ('a'..='e').contains(&c));
    let code = squashed(query);
    let (entry, path) = code.split_at_checked(5).unwrap_or((&code, ""));
    let digits = entry.get(2..)?;
    let shaped = head && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    // A path is letters and numbers, never a word.
    let steps = path.len() <= 12
        && query
            .split(|c: char| !c.is_ascii_alphanumeric())
            .skip(1)
            .all(|step| step.len() <= 3);
    (shaped && steps).then(|| Code::List(entry.to_owned(), path.to_owned()))
}

fn squashed(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// Families whose customs codes begin alike; the longer the better.
pub(super) fn families_of_hs(digits: &str, input: &SearchInput, found: &mut Found) {
    for family in &input.families {
        // A family names its main code first.
        let best = family.hs.iter().zip(0u32..).map(|(code, place)| {
            let length = common(&squashed(code), digits);
            (length, u32::MAX - place, code)
        });
        let Some((length, place, code)) = best.max() else {
            continue;
        };
        let place = (u32::MAX - place).min(9);
        if length < digits.len().min(4) {
            continue;
        }
        found.families.push(FamilyHit {
            id: family.id.clone(),
            score: share(u32::try_from(length.min(6)).unwrap_or(0) * 150 + 100 - place * 10),
            why: vec![Why {
                kind: "hs",
                query: digits.to_owned(),
                matched: code.clone(),
                language: String::new(),
            }],
        });
    }
    found
        .families
        .sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    let items = input.customs.iter().filter(|item| covers(item, digits));
    found.crosswalk.extend(items.map(|item| OtherCode {
        list: item.list.clone(),
        code: item.code.clone(),
        relation: "by-customs-code".to_owned(),
        entries: Vec::new(),
    }));
    found.notices.push("code-does-not-decide");
}

/// The longest of its codes that `digits` begins with is longer than the longest exception.
fn covers(item: &CustomsItem, digits: &str) -> bool {
    let longest = |codes: &[String]| {
        let codes = codes.iter().map(|code| squashed(code));
        codes
            .filter(|code| digits.starts_with(code))
            .map(|code| code.len())
            .max()
    };
    longest(&item.hs) > longest(&item.except)
}

fn common(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

/// Entries with this code, and the families of the paragraphs under it.
pub(super) fn of_list(entry: &str, path: &str, input: &SearchInput, found: &mut Found) {
    for text in &input.entries {
        let code = text.entry.to_lowercase();
        let hit = if entry.len() < 5 {
            code.starts_with(entry)
        } else {
            code == entry
        };
        if hit {
            found.entries.push(entry_hit(text, path, 1000));
            families_of(text, path, input, found);
        }
    }
    let whole = format!("{entry}{path}");
    let codes = input.crosswalk.iter();
    found
        .crosswalk
        .extend(codes.filter(|code| squashed(&code.code) == whole).cloned());
}

/// A code of another list, and the entries it corresponds to.
pub(super) fn of_other(code: &str, input: &SearchInput, found: &mut Found) {
    let codes = input
        .crosswalk
        .iter()
        .filter(|other| squashed(&other.code) == code);
    found.crosswalk.extend(codes.cloned());
    let wanted: Vec<OtherCode> = found.crosswalk.clone();
    for target in wanted.iter().flat_map(|other| &other.entries) {
        let target = squashed(target);
        let (entry, path) = target.split_at_checked(5).unwrap_or((&target, ""));
        for text in input
            .entries
            .iter()
            .filter(|text| squashed(&text.entry) == entry)
        {
            if !found.entries.iter().any(|hit| hit.entry == text.entry) {
                found.entries.push(entry_hit(text, path, 900));
                families_of(text, path, input, found);
            }
        }
    }
    // The same code may be one of ours.
    if let Some(Code::List(entry, path)) = list(code)
        && found.entries.is_empty()
    {
        of_list(&entry, &path, input, found);
    }
}

fn entry_hit(text: &EntryText, path: &str, score: u32) -> EntryHit {
    EntryHit {
        entry: text.entry.clone(),
        lists: text.lists.clone(),
        score: share(score),
        why: vec![Why {
            kind: "entry",
            query: path.to_owned(),
            matched: text.entry.clone(),
            language: String::new(),
        }],
    }
}

fn families_of(text: &EntryText, path: &str, input: &SearchInput, found: &mut Found) {
    for provision in &text.provisions {
        let here = squashed(&provision.path);
        if !here.starts_with(path) && !path.starts_with(&here) {
            continue;
        }
        for family in &provision.families {
            let Some(family) = input.families.get(*family as usize) else {
                continue;
            };
            if found.families.iter().any(|hit| hit.id == family.id) {
                continue;
            }
            found.families.push(FamilyHit {
                id: family.id.clone(),
                score: share(1000),
                why: vec![Why {
                    kind: "entry",
                    query: path.to_owned(),
                    matched: format!("{} {}", text.entry, provision.path)
                        .trim()
                        .to_owned(),
                    language: String::new(),
                }],
            });
        }
    }
}
