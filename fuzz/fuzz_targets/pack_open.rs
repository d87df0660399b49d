//! Party packs: any bytes, and any content behind a correct checksum, open or are refused; an
//! opened pack answers every question about every party.
//!
//! With EXPORTCHECK_SEEDS=DIR a small pack is written there twice: packed as usual, and with plain
//! sections, which mutate better.
#![no_main]

#[path = "../repair.rs"]
mod repair;

use exportcheck::pack::format::{self, HEADER, KIND_PARTIES, ROW};
use exportcheck::pack::manifest::{ListInfo, Manifest};
use exportcheck::pack::parties::{OpenOptions, PartyPack};
use exportcheck::pack::write::{Draft, write};
use exportcheck::party::{Address, Identifier, IdentifierKind, NameKind, Party, PartyKind};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(init: write_seeds(), |bytes: &[u8]| {
    look(bytes);
    let mut repaired = bytes.to_vec();
    repair::repair(&mut repaired, KIND_PARTIES);
    look(&repaired);
});

// The checksum is repaired after every mutation, so that the corpus itself stays openable.
fuzz_mutator!(
    |data: &mut [u8], size: usize, max_size: usize, _seed: u32| {
        let size = fuzzer_mutate(data, size, max_size);
        repair::repair(&mut data[..size], KIND_PARTIES);
        size
    }
);

fn look(bytes: &[u8]) {
    let Ok(pack) = PartyPack::open(bytes, &OpenOptions::default()) else {
        return;
    };
    for party in 0..pack.len() as u32 {
        let _ = (pack.kind(party), pack.list(party), pack.list_index(party));
        let _ = (pack.facts(party), pack.entry_digest(party));
        for name in pack.names_of(party) {
            let _ = pack.name(name);
        }
        let _ = pack.find(pack.list(party), pack.reference(party));
        let _ = pack.party(party);
    }
    // One past the end is answered too, not read.
    let beyond = pack.len() as u32;
    let _ = (pack.kind(beyond), pack.list(beyond), pack.reference(beyond));
    let _ = (pack.names_of(beyond), pack.party(beyond));
}

fn write_seeds() {
    let Some(folder) = std::env::var_os("EXPORTCHECK_SEEDS") else {
        return;
    };
    let folder = std::path::PathBuf::from(folder);
    let pack = write(draft(), None).expect("the seed pack can be written");
    std::fs::write(folder.join("seed-packed"), &pack).expect("the seed folder can be written to");
    std::fs::write(folder.join("seed-plain"), plain(&pack)).expect("as above");
}

/// The same pack with every compressed section stored plain.
fn plain(pack: &[u8]) -> Vec<u8> {
    let container = format::open(pack, KIND_PARTIES, None).expect("the seed pack opens");
    let count = u32::from_le_bytes([pack[12], pack[13], pack[14], pack[15]]) as usize;
    let (mut table, mut content) = (Vec::new(), Vec::new());
    for row in pack[HEADER..HEADER + count * ROW].chunks_exact(ROW) {
        let name = String::from_utf8_lossy(&row[..8]);
        let name = name.trim_end_matches('\0');
        let bytes = container.section(name).expect("its sections unpack");
        table.extend_from_slice(&row[..8]);
        for number in [0, bytes.len() as u32, bytes.len() as u32] {
            table.extend_from_slice(&number.to_le_bytes());
        }
        content.extend_from_slice(&bytes);
    }
    let mut out = pack[..HEADER].to_vec();
    out.extend_from_slice(&table);
    out.extend_from_slice(&content);
    repair::repair(&mut out, KIND_PARTIES);
    out
}

fn draft() -> Draft {
    let list = |id: &str| ListInfo {
        id: id.to_owned(),
        ..ListInfo::default()
    };
    let party = |list: &str, number: usize| {
        let mut party = Party {
            list: list.to_owned(),
            reference: format!("{number}"),
            kind: if number % 2 == 0 {
                PartyKind::Person
            } else {
                PartyKind::Organisation
            },
            record: number as u32,
            remarks: Some("a remark".to_owned()),
            ..Party::default()
        };
        party.add_name(&format!("NAME {number}, First"), NameKind::Primary);
        party.add_name("Имя Второе", NameKind::OriginalScript);
        party.add_country("IR", exportcheck::party::CountryRole::Address);
        party.identifiers.push(Identifier {
            kind: IdentifierKind::Passport,
            value: format!("P{number}"),
            country: Some("IR".to_owned()),
        });
        party.addresses.push(Address {
            text: "1 Street, Town".to_owned(),
            country: None,
        });
        party
    };
    Draft {
        manifest: Manifest {
            format: format::VERSION,
            kind: "parties".to_owned(),
            lists: vec![list("eu-fsf"), list("us-sdn")],
            ..Manifest::default()
        },
        parties: (0..3)
            .map(|number| party("us-sdn", number))
            .chain((0..3).map(|number| party("eu-fsf", number)))
            .collect(),
        tests: Vec::new(),
    }
}
