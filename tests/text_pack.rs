//! Official texts: what the readers make of small files of our own wording and of the real ones,
//! and that the pack gives every line back.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use exportcheck::engine::Engine;
use exportcheck::pack::error::PackErrorKind;
use exportcheck::pack::text_pack::TextPack;
use exportcheck::pack::texts::outline::outline;
use exportcheck::pack::texts::{Kind, LawText, eu, us, write::write};
use serde_json::Value;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn fixtures() -> [LawText; 2] {
    let read = |name: &str| std::fs::read(format!("{ROOT}/tests/fixtures/text/{name}")).unwrap();
    [
        eu::read(&read("eu.json")).unwrap(),
        us::read(&read("us.xml"), "2020-06").unwrap(),
    ]
}

/// An entry as `code kind text` lines.
fn lines(text: &LawText, id: &str) -> Vec<String> {
    let mut all = text.entries.iter().chain(&text.docs);
    let entry = all.find(|entry| entry.id == id).expect(id);
    let line = |line: &exportcheck::pack::texts::Line| {
        let kind = match line.kind {
            Kind::Heading => "heading",
            Kind::Item => "item",
            Kind::Note => "note",
            Kind::TechnicalNote => "technical-note",
            Kind::Nb => "nb",
            Kind::Text => "text",
        };
        format!("{} {kind} {}", line.code, line.text)
    };
    entry.lines.iter().map(line).collect()
}

#[test]
fn eu_lines_have_codes_and_kinds() {
    let [eu, _] = fixtures();
    assert_eq!(
        lines(&eu, "3A901"),
        [
            "3A901 heading Invented boxes as follows:",
            "3A901.a item Boxes that hum;",
            "3A901.a note Note: 3A901.a covers boxes with a lid.",
            "3A901.b item Not used;",
            "3A901.c item Notebooks inside boxes, having both:",
            "3A901.c nb N.B. See also 3A902.",
            "3A901.c.1 item A hum above 5 × 103 Hz; and",
            "3A901.c.2 item A lid.",
            "3A901.c.2 text with a hinge.",
            "3A901.c technical-note Technical Notes: For 3A901.c.: 1. A lid is a lid.",
        ]
    );
    let docs: Vec<&str> = eu.docs.iter().map(|doc| doc.id.as_str()).collect();
    assert_eq!(docs, ["section-note", "section-note-2", "EU901"]);
    assert_eq!(eu.source.retrieved.as_deref(), Some("2020-02-03"));
}

#[test]
fn us_lines_have_codes_and_kinds() {
    let [_, us] = fixtures();
    assert_eq!(
        lines(&us, "3A901"),
        [
            "3A901 heading Invented boxes (see List of Items Controlled).",
            "3A901 heading License Requirements",
            "3A901 text Reason for Control: XX, AT",
            "3A901 text XX applies to entire entry | XX Column 1.",
            "3A901 heading List of Items Controlled",
            "3A901 text Related Controls: (1) See lids & hinges.",
            "3A901 text a. This letter belongs to the related controls;",
            "3A901.a item Boxes that hum at 3 × 10⁹ Hz or 10⁻⁸ Hz in H₂O;",
            "3A901.a note Note 2 to 3A901.a: 3A901.a does not cover:",
            "3A901.a note a. Boxes of paper;",
            "3A901.b item [Reserved]",
            "3A901.b heading Lids",
            "3A901.c item Lids as follows:",
            "3A901.c.1.a item Flat lids; or",
            "3A901.c.1.b item 'Round lids';",
            "3A901.c technical-note Technical Note: 3A901.c is about lids.",
            "3A901.c.1.b text d. through w. [Reserved]",
            "3A901 note Note: 3A901 does not apply to:",
            "3A901.c.1.b note a. Toys;",
            "3A901.x item “Parts” (e.g., hinges).",
        ]
    );
    assert!(lines(&us, "3A902").contains(&"3A902.a item Joined to its heading.".to_owned()));
    assert!(lines(&us, "3A903").contains(&"3A903.b item Two.".to_owned()));
    assert!(lines(&us, "3A904").contains(&"3A904 text a. Bells.".to_owned()));
    let doc = lines(&us, "category-3");
    assert_eq!(doc[2], "category-3 note Note 1: All boxes are invented.");
    assert_eq!(
        doc.last().unwrap(),
        "category-3 text EAR99 Items of every other kind."
    );
}

#[test]
fn outlines_hold_leaves_without_free_places() {
    let [eu, us] = fixtures();
    let body = |text: &LawText| {
        let (all, counts) = outline(text);
        let rows = all.lines().filter(|row| !row.starts_with('#'));
        (rows.map(str::to_owned).collect::<Vec<_>>(), counts)
    };
    let (rows, counts) = body(&eu);
    assert_eq!(rows, ["3A901\ta c.1 c.2", "3A902\t-"]);
    assert_eq!((counts.leaves, counts.reserved), (4, 1));
    assert_eq!(counts.reserved_entries, ["4D902"]);
    let (rows, _) = body(&us);
    assert_eq!(
        rows,
        [
            "3A901\ta c.1.a c.1.b x",
            "3A902\ta",
            "3A903\ta b",
            "3A904\t-"
        ]
    );
}

#[test]
fn other_files_are_refused() {
    for bytes in [
        &b"{}"[..],
        b"<a/>",
        b"",
        b"{\"valid_from\":\"\",\"entries\":[]}",
    ] {
        assert_eq!(eu::read(bytes).unwrap_err().code, "eu-text");
        assert_eq!(us::read(bytes, "2020").unwrap_err().code, "us-text");
    }
    let stray =
        br#"{"valid_from":"","entries":[{"entry_code":"3A901","verbatim_text":"3A9011 x"}]}"#;
    let message = eu::read(stray).unwrap_err().message;
    assert_eq!(
        message,
        "entry 3A901: a line begins with `3A9011` instead of its code"
    );
    let cut = br#"<DIV9 N="Supplement No. 1 to Part 774"><P>a"#;
    assert!(
        us::read(cut, "")
            .unwrap_err()
            .message
            .contains("not well-formed XML at byte")
    );
}

#[test]
fn engine_gives_texts() {
    let pack = write(&fixtures(), None).unwrap();
    assert_eq!(pack, write(&fixtures(), None).unwrap());
    let mut engine = Engine::default();
    assert_eq!(engine.text("eu", "3A901").unwrap(), "null");
    let meta: Value = serde_json::from_str(&engine.open_text(&pack).unwrap()).unwrap();
    assert_eq!(meta["kind"], "text");
    assert_eq!(meta["digest"].as_str().unwrap().len(), 64);
    assert_eq!(meta["lists"][0]["version"], "2020-01-01");
    assert_eq!(meta["lists"][0]["flat_exponents"], 1);
    assert_eq!(meta["lists"][1]["docs"][1], "category-3");
    assert!(
        meta["lists"][0]["terms"]
            .as_str()
            .unwrap()
            .contains("© European Union")
    );
    let entry: Value = serde_json::from_str(&engine.text("eu", "3A901").unwrap()).unwrap();
    assert_eq!(entry["version"], "2020-01-01");
    assert_eq!(
        entry["lines"][6],
        serde_json::json!({"code": "3A901.c.1", "kind": "item",
            "text": "A hum above 5 × 103 Hz; and", "caution": "exponent"})
    );
    assert!(entry["lines"][1].get("caution").is_none());
    for (list, entry) in [
        ("eu", "3A9"),
        ("eu", "5A901"),
        ("fr", "3A901"),
        ("eu", ""),
        ("us", "é"),
    ] {
        assert_eq!(engine.text(list, entry).unwrap(), "null", "{list} {entry}");
    }
    assert!(engine.text("eu", "EU901").unwrap().contains("Whither."));
    // A damaged pack is refused and the open one stays.
    let mut damaged = pack.clone();
    *damaged.last_mut().unwrap() ^= 1;
    assert_eq!(
        TextPack::open(&damaged).unwrap_err().kind,
        PackErrorKind::Checksum
    );
    assert_eq!(
        engine.open_text(&damaged).unwrap_err().code,
        "pack-checksum"
    );
    assert!(
        engine
            .text("eu", "3A902")
            .unwrap()
            .contains("Invented lids.")
    );
    // A party pack's kind number.
    let mut other = pack;
    other[10] = 1;
    assert_eq!(
        TextPack::open(&other).unwrap_err().kind,
        PackErrorKind::WrongKind
    );
}

/// Letters A to Z in the supplement, counted with Python's ElementTree without table headings, the
/// word `Items` before items and three `n` above the line.
const LETTERS: usize = 994_802;

/// The same letters in what was read: texts, and the codes that were cut off.
fn us_letters(text: &LawText) -> usize {
    let letters = |text: &str| text.bytes().filter(u8::is_ascii_alphabetic).count();
    let line = |line: &exportcheck::pack::texts::Line| {
        let code = line.code.split_once('.').map_or("", |(_, code)| code);
        let cut = line.kind == Kind::Item;
        letters(&line.text) + if cut { letters(code) } else { 0 }
    };
    let entries = text
        .entries
        .iter()
        .map(|entry| 1 + entry.lines.iter().map(line).sum::<usize>());
    let docs = text
        .docs
        .iter()
        .map(|doc| doc.lines.iter().map(line).sum::<usize>());
    entries.chain(docs).sum()
}

#[test]
fn real_texts_are_packed_whole() {
    let shared = Path::new(ROOT).join("../shared");
    if !shared.is_dir() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "real_texts_are_packed_whole: ../shared is not here, and CI needs it"
        );
        eprintln!("SKIPPED: real_texts_are_packed_whole: ../shared is not here");
        return;
    }
    let law = |name: &str| std::fs::read(shared.join("law").join(name)).unwrap();
    let texts = [
        eu::read(&law("eu/annex-i-and-geas-2025-11-15.json")).unwrap(),
        us::read(&law("us/15cfr774-supp1-2026-06.xml"), "2026-06").unwrap(),
    ];
    let sum = |text: &LawText| text.entries.iter().map(|e| e.lines.len()).sum::<usize>();
    assert_eq!((texts[0].entries.len(), sum(&texts[0])), (384, 4_222));
    assert_eq!(texts[1].entries.len(), 638);
    assert_eq!(
        us_letters(&texts[1]),
        LETTERS,
        "letters of the supplement, table headings and `Items` apart"
    );
    let pack = write(&texts, None).unwrap();
    assert!(pack.len() < 1 << 20, "{} bytes", pack.len());
    let pack = TextPack::open(&pack).unwrap();
    for text in &texts {
        for entry in text.entries.iter().chain(&text.docs) {
            let json = pack.entry(text.list, &entry.id).unwrap();
            let json = json.unwrap_or_else(|| panic!("{} {}", text.list, entry.id));
            let found: Value = serde_json::from_str(&json).unwrap();
            let found = found["lines"].as_array().unwrap();
            assert_eq!(found.len(), entry.lines.len(), "{} {}", text.list, entry.id);
            for (found, line) in found.iter().zip(&entry.lines) {
                assert_eq!(found["code"], line.code.as_str());
                assert_eq!(found["text"], line.text.as_str());
            }
        }
    }
}

/// Damage at every place of the fixtures: read or refused, never worse; what is read comes back.
#[test]
fn damaged_files_are_read_or_refused() {
    let file = |name: &str| std::fs::read(format!("{ROOT}/tests/fixtures/text/{name}")).unwrap();
    for (name, whole) in [("eu.json", file("eu.json")), ("us.xml", file("us.xml"))] {
        for at in 0..whole.len() {
            for letter in *b"<\t>.9a" {
                let mut damaged = whole.clone();
                damaged[at] = letter;
                let read = match name {
                    "eu.json" => eu::read(&damaged),
                    _ => us::read(&damaged, "2020"),
                };
                if let (Ok(text), 0) = (read, at % 32) {
                    comes_back(&text);
                }
            }
            let _ = (eu::read(&whole[..at]), us::read(&whole[..at], ""));
        }
    }
}

fn comes_back(text: &LawText) {
    let pack = TextPack::open(&write(std::slice::from_ref(text), None).unwrap()).unwrap();
    for entry in text.entries.iter().chain(&text.docs) {
        let json = pack.entry(text.list, &entry.id).unwrap();
        let found: Value = serde_json::from_str(&json.expect(&entry.id)).unwrap();
        assert!(found["lines"].is_array(), "{}", entry.id);
    }
}
