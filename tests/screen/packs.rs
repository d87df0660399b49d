//! Packs to screen against: made-up parties, or the starter list as users get it.

use exportcheck::pack::catalogue;
use exportcheck::pack::gather::{self, Options};
use exportcheck::pack::manifest::{ListInfo, Manifest};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::pack::write::{Draft, write};
use exportcheck::party::{Name, NameKind, Party, PartyKind};
use exportcheck::screen::Screener;
use exportcheck::screen::report::Query;
use exportcheck::text::Readings;
use std::path::Path;
use std::sync::LazyLock;

/// The Han reading table, read once.
pub(crate) static READINGS: LazyLock<Readings> =
    LazyLock::new(|| Readings::open(&Readings::standard()).expect("the built-in table opens"));

/// The starter list as a pack, compiled once.
pub(crate) static STARTER: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("lists/starter.tsv");
    let options = Options {
        from: vec![file],
        ..Options::default()
    };
    let catalogue = catalogue::built_in().expect("the catalogue reads");
    let gathered = gather::gather(&options, &catalogue).expect("the starter list gathers");
    gather::pack(&gathered, None).expect("the starter pack is written")
});

pub(crate) fn party(reference: &str, kind: PartyKind, names: &[(&str, NameKind)]) -> Party {
    let name = |(text, kind): &(&str, NameKind)| Name {
        text: (*text).to_owned(),
        kind: *kind,
    };
    Party {
        list: "list-a".to_owned(),
        reference: reference.to_owned(),
        kind,
        names: names.iter().map(name).collect(),
        ..Party::default()
    }
}

/// A pack of these parties; its lists are the ones they name.
pub(crate) fn pack(parties: Vec<Party>) -> Vec<u8> {
    let mut ids: Vec<String> = parties.iter().map(|party| party.list.clone()).collect();
    ids.sort();
    ids.dedup();
    let lists = ids
        .into_iter()
        .map(|id| ListInfo {
            id,
            ..ListInfo::default()
        })
        .collect();
    let draft = Draft {
        manifest: Manifest {
            lists,
            ..Manifest::default()
        },
        parties,
        tests: Vec::new(),
    };
    write(draft, None).expect("the pack is written")
}

pub(crate) fn open(pack: &[u8]) -> Screener {
    Screener::open(pack, &OpenOptions::default(), Some(READINGS.clone())).expect("the pack opens")
}

pub(crate) fn screener(parties: Vec<Party>) -> Screener {
    open(&pack(parties))
}

pub(crate) fn named(name: &str, kind: PartyKind) -> Query {
    let kind = (kind != PartyKind::Unknown).then_some(kind);
    Query {
        name: name.to_owned(),
        kind,
        ..Query::default()
    }
}
