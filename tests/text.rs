//! Names to Latin words: data-driven tables in `tests/cases/text`, and properties of any input.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use exportcheck::text::{Piece, Readings, pieces, words};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

fn latin(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|p| p.latin.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_case_reads_as_its_table_says() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/text");
    let mut wrong = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(&dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    if READINGS.is_none() {
        files.retain(|f| {
            !matches!(
                f.file_name().and_then(|n| n.to_str()),
                Some("han.tsv" | "japanese.tsv")
            )
        });
    }
    for file in files {
        let mut rows = 0;
        let text = std::fs::read_to_string(&file).unwrap();
        for (n, line) in text
            .lines()
            .enumerate()
            .filter(|(_, l)| !l.starts_with('#') && !l.is_empty())
        {
            let (name, expected) = line
                .split_once('\t')
                .unwrap_or_else(|| panic!("{}:{}: no tab", file.display(), n + 1));
            rows += 1;
            let got = latin(&pieces(name, READINGS.as_ref()));
            if got != expected {
                wrong.push(format!(
                    "{}:{}: `{name}` reads `{got}`, not `{expected}`",
                    file.display(),
                    n + 1
                ));
            }
        }
        assert!(rows >= 10, "{} has only {rows} rows", file.display());
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[cfg(feature = "compile")]
fn standard() -> Option<Readings> {
    Some(Readings::open(&Readings::standard()).unwrap())
}

#[cfg(not(feature = "compile"))]
fn standard() -> Option<Readings> {
    None
}

/// What must hold for the pieces of any text.
fn check(text: &str, readings: Option<&Readings>) {
    let got = pieces(text, readings);
    let mut end = 0;
    for p in &got {
        let (s, e) = (p.start as usize, p.end as usize);
        assert!(
            s >= end && s <= e && e <= text.len(),
            "{text:?}: {s}..{e} after {end}"
        );
        assert!(
            text.is_char_boundary(s) && text.is_char_boundary(e),
            "{text:?}: {s}..{e} cuts a character"
        );
        assert!(
            p.latin
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()),
            "{text:?}: `{}`",
            p.latin
        );
        end = e;
    }
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let covering = got
            .iter()
            .filter(|p| (p.start as usize) <= at && at < p.end as usize)
            .count();
        assert_eq!(
            covering, 1,
            "{text:?}: {c:?} at {at} lies in {covering} pieces: {got:?}"
        );
    }
    let words: Vec<&str> = got
        .iter()
        .map(|p| p.latin.as_str())
        .filter(|l| !l.is_empty())
        .collect();
    let again = pieces(&words.join(" "), readings);
    assert_eq!(
        again.iter().map(|p| p.latin.as_str()).collect::<Vec<_>>(),
        words,
        "{text:?} read again"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_the_promises(text in "\\PC*") {
        check(&text, None);
        check(&text, READINGS.as_ref());
    }

    #[test]
    fn any_characters_keep_the_promises(text in proptest::collection::vec(any::<char>(), 0..12)) {
        let text: String = text.into_iter().collect();
        check(&text, READINGS.as_ref());
    }

    #[test]
    fn mixed_scripts_keep_the_promises(text in "[a-cA-CéİŁа-вАЁйαβΆουمحاللعبد\u{64b}\u{200c}가김정은一三菱有限公司李カなー々कि़्ขเ์אב0-9٣ .&'’·\u{301}\u{ad}ﬁ㈱ﷺ½-]{0,14}") {
        check(&text, READINGS.as_ref());
    }
}

static READINGS: LazyLock<Option<Readings>> = LazyLock::new(standard);

/// The short cut for common letters must give what the long way gives: a mark that changes nothing
/// (a variation selector) sends a letter the long way.
#[test]
fn the_short_cut_for_common_letters_changes_nothing() {
    for c in (0x80..=0xFFFF)
        .filter_map(char::from_u32)
        .filter(|c| c.is_alphabetic())
    {
        let (short, long) = (
            pieces(&c.to_string(), READINGS.as_ref()),
            pieces(&format!("{c}\u{FE0E}"), READINGS.as_ref()),
        );
        assert_eq!(latin(&short), latin(&long), "{c:?}");
        assert_eq!(
            short.first().map(|p| p.script),
            long.first().map(|p| p.script),
            "{c:?}"
        );
    }
}

#[test]
fn every_character_alone_keeps_the_promises() {
    for c in (0..=0x3_FFFF).filter_map(char::from_u32) {
        check(&c.to_string(), READINGS.as_ref());
    }
}

#[cfg(feature = "compile")]
#[test]
fn a_damaged_readings_file_is_refused() {
    let good = Readings::standard();
    assert!(
        good.len() < 80_000,
        "the readings file has {} bytes",
        good.len()
    );
    let code = |bytes: &[u8]| Readings::open(bytes).err().map(|e| e.code);
    assert_eq!(code(&good), None);
    assert_eq!(code(&[]), Some("scripts-not-a-file"));
    assert_eq!(code(b"PK\x03\x04rubbish"), Some("scripts-not-a-file"));
    let mut newer = good.clone();
    newer[6] = 9;
    assert_eq!(code(&newer), Some("scripts-version"));
    let mut wrong = good.clone();
    wrong[5000] ^= 1;
    assert_eq!(code(&wrong), Some("scripts-checksum"));
    assert_eq!(code(&good[..good.len() - 1]), Some("scripts-checksum"));
}

#[test]
fn han_is_unreadable_without_the_table() {
    assert!(exportcheck::text::needs_readings("华为 Ltd"));
    assert!(!exportcheck::text::needs_readings("Huawei ООО 삼성 トヨタ"));
    assert_eq!(latin(&pieces("华为 Ltd", None)), " ltd");
}

#[test]
fn word_lists_hold_each_word_once() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/data");
    for file in std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
        let keys: Vec<String> = match name.as_str() {
            "forms.tsv" => lines
                .iter()
                .flat_map(|l| l.split_once('\t').unwrap().1.split(", "))
                .map(str::to_owned)
                .collect(),
            "equivalents.tsv" | "titles.tsv" | "particles.tsv" => lines
                .iter()
                .flat_map(|l| l.split_whitespace())
                .map(str::to_owned)
                .collect(),
            "common.tsv" => lines
                .iter()
                .filter_map(|l| l.split_once('\t'))
                .flat_map(|(_, words)| words.split_whitespace())
                .map(str::to_owned)
                .collect(),
            "han.tsv" => lines
                .iter()
                .filter_map(|l| l.split_once('\t'))
                .flat_map(|(_, l)| l.chars())
                .map(String::from)
                .collect(),
            // one class, many spellings of one place: each once within its class
            "address.tsv" => lines
                .iter()
                .filter_map(|l| l.split_once('\t'))
                .flat_map(|(class, words)| {
                    let of = move |word: &str| format!("{class} {word}");
                    words.split_whitespace().map(of).collect::<Vec<_>>()
                })
                .collect(),
            // sections may share words
            "japanese.tsv" => continue,
            _ => lines
                .iter()
                .filter_map(|l| l.split_once('\t'))
                .map(|(k, _)| k.to_owned())
                .collect(),
        };
        assert!(!keys.is_empty(), "{name} is empty");
        let mut sorted = keys.clone();
        sorted.sort();
        if matches!(
            name.as_str(),
            "titles.tsv"
                | "particles.tsv"
                | "arabic-words.tsv"
                | "han-words.tsv"
                | "han-surnames.tsv"
        ) {
            assert_eq!(keys, sorted, "{name} is not sorted");
        }
        if let Some(twice) = sorted.windows(2).find(|w| w[0] == w[1]) {
            panic!("{name} has `{}` twice", twice[0]);
        }
        // folded word lists must be in the form that `pieces` gives, or they are never found
        if matches!(
            name.as_str(),
            "forms.tsv" | "equivalents.tsv" | "titles.tsv" | "particles.tsv" | "common.tsv"
        ) {
            for key in keys {
                assert_eq!(latin(&pieces(&key, None)), key, "{name}");
            }
        }
    }
}

#[test]
fn forms_and_words_are_found() {
    let class = |s: &str| words::form_of(s).and_then(words::form_id);
    for (spelling, id) in [
        ("ooo", "llc"),
        ("gmbh", "llc"),
        ("limited", "ltd"),
        ("oao", "jsc"),
        ("spa", "jsc"),
        ("corporation", "inc"),
        ("fgup", "state"),
    ] {
        assert_eq!(class(spelling), Some(id), "{spelling}");
    }
    assert_eq!(class("smith"), None);
    let name = pieces("Gesellschaft mit beschränkter Haftung Müller", None);
    assert_eq!(
        words::longest_form(&name).map(|(n, c)| (n, words::form_id(c))),
        Some((4, Some("llc")))
    );
    assert_eq!(words::longest_form(&pieces("Müller GmbH", None)), None);
    assert_eq!(words::longest_form::<&str>(&[]), None);
    assert_eq!(
        words::equivalence("mohamed"),
        words::equivalence("muhammad")
    );
    assert_eq!(words::equivalence("first"), words::equivalence("1"));
    assert_ne!(words::equivalence("first"), words::equivalence("second"));
    assert_eq!(words::equivalence("zzyzx"), None);
    assert!(words::is_title("shaykh") && !words::is_title("john"));
    assert!(words::is_particle("al") && !words::is_particle("john"));
}

/// Consonants of a name: what is left when vowels, doubling and the usual variants are taken away.
fn consonants(words: &[Piece]) -> String {
    let mut out = String::new();
    for word in words
        .iter()
        .filter(|p| !matches!(p.latin.as_str(), "al" | "el" | "ul" | "ur" | "wa"))
    {
        let mut w = word.latin.clone();
        for joined in ["abdul", "abdel", "abdal"] {
            w = w.replace(joined, "abd");
        }
        for (from, to) in [
            ("kh", "k"),
            ("gh", "g"),
            ("sh", "s"),
            ("th", "t"),
            ("dh", "d"),
            ("ch", "s"),
            ("q", "k"),
            ("z", "d"),
            ("g", "j"),
            ("ph", "f"),
            ("p", "b"),
            ("v", "f"),
        ] {
            w = w.replace(from, to);
        }
        for c in w.chars().filter(|c| !"aeiouywh".contains(*c)) {
            if !out.ends_with(c) {
                out.push(c);
            }
        }
    }
    out
}

#[test]
fn arabic_queries_agree_with_the_listed_consonants() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/cases/names/arabic-script-queries.tsv");
    let Ok(text) = std::fs::read_to_string(&path) else {
        assert!(std::env::var("CI").is_err(), "../shared is not here");
        eprintln!(
            "SKIPPED: arabic_queries_agree_with_the_listed_consonants: ../shared is not here"
        );
        return;
    };
    let (mut same, mut all) = (0, 0);
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let (query, listed) = (pieces(cells[0], None), pieces(cells[3], None));
        all += 1;
        if consonants(&query) == consonants(&listed) {
            same += 1;
        } else {
            println!("{} | {} | {}", cells[0], latin(&query), latin(&listed));
        }
    }
    println!("{same} of {all} agree");
    assert!(same * 100 >= all * 60, "{same} of {all} agree");
}

#[cfg(feature = "compile")]
#[test]
fn every_reference_name_can_be_read() {
    use std::io::Read;
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/names");
    if !dir.exists() {
        assert!(std::env::var("CI").is_err(), "../shared is not here");
        eprintln!("SKIPPED: every_reference_name_can_be_read: ../shared is not here");
        return;
    }
    let mut unread = Vec::new();
    for name in [
        "labelled-pairs.csv",
        "negative-queries.tsv",
        "arabic-script-queries.tsv",
        "filler-entities-50k.jsonl.gz",
    ] {
        let bytes = std::fs::read(dir.join(name)).unwrap();
        let mut text = String::new();
        if name.ends_with(".gz") {
            flate2::read::GzDecoder::new(&bytes[..])
                .read_to_string(&mut text)
                .unwrap();
        } else {
            text = String::from_utf8(bytes).unwrap();
        }
        for line in text.lines() {
            for p in pieces(line, READINGS.as_ref())
                .iter()
                .filter(|p| p.latin.is_empty())
            {
                unread.push(format!(
                    "{name}: `{}` {:?}",
                    &line[p.start as usize..p.end as usize],
                    p.script
                ));
            }
        }
    }
    println!("{} words cannot be read", unread.len());
    unread.truncate(20);
    assert!(unread.is_empty(), "{}", unread.join("\n"));
}

#[test]
fn long_text_stays_cheap() {
    for unit in [
        "ال",
        "a.",
        "عبدال ",
        "가 ",
        "김정은 a ",
        "有限公司",
        "ー",
        "a\u{301}",
        "کلمه",
    ] {
        let text = unit.repeat(20_000);
        let before = std::time::Instant::now();
        assert!(!pieces(&text, READINGS.as_ref()).is_empty());
        assert!(
            before.elapsed().as_secs() < 20,
            "{unit:?} took {:?}",
            before.elapsed()
        );
    }
}
