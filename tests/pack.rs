//! Packs: the same input gives the same bytes, and every damage gives a documented refusal.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use ed25519_compact::{KeyPair, Seed};
use exportcheck::pack::catalogue;
use exportcheck::pack::error::PackErrorKind as Kind;
use exportcheck::pack::format::HEADER;
use exportcheck::pack::gather::{self, Gathered, Options};
use exportcheck::pack::parties::{OpenOptions, SelfTest};
use exportcheck::pack::write::{Draft, write};
use exportcheck::screen::Screener;
use exportcheck::screen::report::{Policy, Query};
use sha2::{Digest, Sha256};
use std::path::PathBuf;

fn small() -> Gathered {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("lists/starter.tsv");
    let options = Options {
        from: vec![path],
        ..Options::default()
    };
    let mut gathered = gather::gather(&options, &catalogue::built_in().unwrap()).unwrap();
    gathered
        .manifest
        .lists
        .retain(|list| list.id == "us-el" || list.id == "un-sc");
    gathered
        .parties
        .retain(|party| party.list == "us-el" || party.list == "un-sc");
    gathered
}

fn code(bytes: &[u8], options: &OpenOptions) -> Option<Kind> {
    Screener::open(bytes, options, None)
        .err()
        .map(|error| error.kind)
}

fn key(seed: u8) -> KeyPair {
    KeyPair::from_seed(Seed::new([seed; 32]))
}

fn requiring(key: &KeyPair) -> OpenOptions {
    let mut public = [0; 32];
    public.copy_from_slice(key.pk.as_ref());
    OpenOptions {
        required_key: Some(public),
    }
}

#[test]
fn two_compiles_give_the_same_bytes() {
    let pack = gather::pack(&small(), Some(&key(1))).unwrap();
    assert_eq!(pack, gather::pack(&small(), Some(&key(1))).unwrap());
    let screener = Screener::open(&pack, &OpenOptions::default(), None).unwrap();
    assert!(!screener.pack().tests.is_empty());
    assert_eq!(screener.pack().manifest.lists.len(), 2);
}

#[test]
fn every_truncation_is_refused() {
    let pack = gather::pack(&small(), None).unwrap();
    for length in 0..pack.len() {
        let kind = code(&pack[..length], &OpenOptions::default());
        assert_eq!(
            kind,
            Some(Kind::TooShort),
            "length {length} of {}",
            pack.len()
        );
    }
}

#[test]
fn every_flipped_byte_is_refused() {
    let pack = gather::pack(&small(), Some(&key(1))).unwrap();
    let options = requiring(&key(1));
    assert_eq!(code(&pack, &options), None);
    let steps = (0..200)
        .chain((200..pack.len()).step_by(97))
        .chain(pack.len() - 120..pack.len());
    for at in steps {
        for bit in [0x01, 0x80] {
            let mut broken = pack.clone();
            broken[at] ^= bit;
            assert!(code(&broken, &options).is_some(), "byte {at}");
        }
    }
}

/// Changes the pack and makes the checksum right again, as a careless or hostile writer would.
fn changed(pack: &[u8], change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut pack = pack.to_vec();
    change(&mut pack);
    let digest: [u8; 32] = Sha256::digest(&pack[HEADER..]).into();
    pack[HEADER - 32..HEADER].copy_from_slice(&digest);
    pack
}

#[test]
fn claims_that_do_not_fit_are_refused() {
    let pack = gather::pack(&small(), None).unwrap();
    type Case = (&'static str, Kind, fn(&mut Vec<u8>));
    let cases: [Case; 5] = [
        ("future version", Kind::VersionNewer, |p| p[8] = 99),
        ("other kind", Kind::WrongKind, |p| p[10] = 77),
        ("another file", Kind::NotAPack, |p| p[0] = b'<'),
        ("huge unpacked length", Kind::TooLarge, |p| {
            p[HEADER + 16..HEADER + 20].copy_from_slice(&u32::MAX.to_le_bytes())
        }),
        ("unknown section name", Kind::Section, |p| p[HEADER] = b'x'),
    ];
    for (what, kind, change) in cases {
        let broken = changed(&pack, change);
        let found = code(&broken, &OpenOptions::default());
        assert_eq!(found, Some(kind), "{what}");
    }
}

#[test]
fn signatures_are_checked_when_required() {
    let unsigned = gather::pack(&small(), None).unwrap();
    let signed = gather::pack(&small(), Some(&key(1))).unwrap();
    for (what, pack, options, expected) in [
        (
            "none required, none there",
            &unsigned,
            OpenOptions::default(),
            None,
        ),
        (
            "none required, one there",
            &signed,
            OpenOptions::default(),
            None,
        ),
        (
            "required and missing",
            &unsigned,
            requiring(&key(1)),
            Some(Kind::SignatureMissing),
        ),
        ("required and right", &signed, requiring(&key(1)), None),
        (
            "required and of another key",
            &signed,
            requiring(&key(2)),
            Some(Kind::SignatureWrong),
        ),
    ] {
        assert_eq!(code(pack, &options), expected, "{what}");
    }
}

#[test]
fn a_pack_that_fails_its_own_tests_is_refused_and_the_old_one_stays() {
    let good = gather::pack(&small(), None).unwrap();
    let mut open = Screener::open(&good, &OpenOptions::default(), None).unwrap();
    let Gathered {
        manifest, parties, ..
    } = small();
    let wrong = SelfTest {
        query: "Nobody Of This Name".to_owned(),
        list: "us-el".to_owned(),
        reference: parties[0].reference.clone(),
        min_score: 0.95,
    };
    let bad = write(
        Draft {
            manifest,
            parties,
            tests: vec![wrong],
        },
        None,
    )
    .unwrap();
    match Screener::open(&bad, &OpenOptions::default(), None) {
        Ok(_) => panic!("a failing self-test must refuse the pack"),
        Err(error) => {
            assert_eq!(error.kind, Kind::SelfTest);
            assert!(error.detail.contains("Nobody Of This Name"), "{error}");
        }
    }
    let query = Query {
        name: "Huawei Technologies Co., Ltd.".to_owned(),
        ..Query::default()
    };
    assert!(!open.hits(&query, &Policy::default()).is_empty());
}
