//! Parties -> party pack bytes. The same parties and manifest give the same bytes.

use super::bytes::{put_number, put_text};
use super::details::PER_BLOCK;
use super::format::{HEADER, KIND_PARTIES, MAGIC, ROW, SIGN_MAGIC, VERSION, signed_message};
use super::manifest::{Counts, Manifest};
use super::parties::{SelfTest, codes};
use crate::party::{NameKind, Party};
use sha2::{Digest, Sha256};
use std::io;

/// A pack in the making.
#[derive(Debug, Default)]
pub struct Draft {
    /// Lists (their counts are filled in here), files, notices.
    pub manifest: Manifest,
    /// Parties of all lists of the manifest, in any order.
    pub parties: Vec<Party>,
    /// Self-tests besides the ones made from the parties themselves.
    pub tests: Vec<SelfTest>,
}

/// Sorts the parties by list and reference, fills in the counts and writes the pack.
///
/// # Errors
/// When a party names a list the manifest lacks, or packing fails.
pub fn write(mut draft: Draft, key: Option<&ed25519_compact::KeyPair>) -> io::Result<Vec<u8>> {
    arrange(&mut draft)?;
    let details = details(&draft.parties)?;
    let sections: Vec<(&str, u32, Vec<u8>)> = vec![
        ("manifest", 1, serde_json::to_vec(&draft.manifest)?),
        ("tests", 1, serde_json::to_vec(&draft.tests)?),
        ("shape", 1, shape(&draft.parties)),
        (
            "names",
            1,
            lines(
                draft
                    .parties
                    .iter()
                    .flat_map(|party| party.names.iter().map(|name| name.text.as_str())),
            ),
        ),
        (
            "refs",
            1,
            lines(draft.parties.iter().map(|party| party.reference.as_str())),
        ),
        ("facts", 1, facts(&draft.parties)),
        (
            "digests",
            0,
            draft.parties.iter().flat_map(entry_digest).collect(),
        ),
        ("details", 0, details),
    ];
    container(KIND_PARTIES, &sections, key)
}

/// First eight bytes of the SHA-256 of the entry's JSON without its place in the source file,
/// which may move although the entry did not change.
#[must_use]
pub fn entry_digest(party: &Party) -> [u8; 8] {
    let entry = Party {
        record: 0,
        ..party.clone()
    };
    let digest = Sha256::digest(serde_json::to_vec(&entry).unwrap_or_default());
    let mut out = [0u8; 8];
    out.copy_from_slice(digest.get(..8).unwrap_or(&[0; 8]));
    out
}

fn arrange(draft: &mut Draft) -> io::Result<()> {
    draft.manifest.lists.sort_by(|a, b| a.id.cmp(&b.id));
    for party in &mut draft.parties {
        party.names.retain(|name| !name.text.is_empty());
        for name in &mut party.names {
            name.text = crate::party::tidy(&name.text);
        }
        party.reference = crate::party::tidy(&party.reference);
    }
    draft
        .parties
        .sort_by(|a, b| (&a.list, natural(&a.reference)).cmp(&(&b.list, natural(&b.reference))));
    let known = |id: &str| draft.manifest.lists.iter().any(|list| list.id == id);
    if let Some(stray) = draft.parties.iter().find(|party| !known(&party.list)) {
        return Err(io::Error::other(format!(
            "party `{}` names list `{}`, which the manifest lacks",
            stray.reference, stray.list
        )));
    }
    for list in &mut draft.manifest.lists {
        list.counts = count(draft.parties.iter().filter(|party| party.list == list.id));
    }
    draft.manifest.format = VERSION;
    "parties".clone_into(&mut draft.manifest.kind);
    env!("CARGO_PKG_VERSION").clone_into(&mut draft.manifest.made_with);
    let total = count(draft.parties.iter());
    draft.manifest.parties = total.parties;
    draft.manifest.names = total.names;
    Ok(())
}

/// Number parts in order of size: `9` before `10`.
fn natural(reference: &str) -> (u64, &str) {
    let digits: String = reference
        .chars()
        .take_while(char::is_ascii_digit)
        .take(18)
        .collect();
    (digits.parse().unwrap_or(u64::MAX), reference)
}

fn count<'a>(parties: impl Iterator<Item = &'a Party>) -> Counts {
    parties.fold(Counts::default(), |sum, party| Counts {
        parties: sum.parties + 1,
        names: sum.names + party.names.len() as u32,
        weak_aliases: sum.weak_aliases
            + party
                .names
                .iter()
                .filter(|n| n.kind == NameKind::WeakAlias)
                .count() as u32,
        identifiers: sum.identifiers + party.identifiers.len() as u32,
        births: sum.births + party.births.len() as u32,
        addresses: sum.addresses + party.addresses.len() as u32,
    })
}

fn shape(parties: &[Party]) -> Vec<u8> {
    let mut out: Vec<u8> = parties
        .iter()
        .map(|party| codes::party_kind(party.kind))
        .collect();
    for party in parties {
        put_number(&mut out, party.names.len() as u32);
    }
    out.extend(
        parties
            .iter()
            .flat_map(|party| party.names.iter().map(|name| codes::name_kind(name.kind))),
    );
    out
}

fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<u8> {
    texts
        .flat_map(|text| [text.as_bytes(), b"\n"])
        .flatten()
        .copied()
        .collect()
}

fn facts(parties: &[Party]) -> Vec<u8> {
    let mut out = Vec::new();
    for party in parties {
        put_number(&mut out, party.births.len() as u32);
        for birth in &party.births {
            put_text(&mut out, &birth.to_string());
        }
        put_number(&mut out, party.countries.len() as u32);
        for country in &party.countries {
            out.extend(two(&country.code));
            out.push(codes::country_role(country.role));
        }
        put_number(&mut out, party.identifiers.len() as u32);
        for identifier in &party.identifiers {
            out.push(codes::identifier_kind(identifier.kind));
            out.extend(two(identifier.country.as_deref().unwrap_or_default()));
            put_text(&mut out, &identifier.value);
        }
    }
    out
}

fn two(code: &str) -> [u8; 2] {
    let mut bytes = code.bytes().filter(u8::is_ascii);
    [bytes.next().unwrap_or(b' '), bytes.next().unwrap_or(b' ')]
}

/// JSON lines of the fields that no other section holds.
fn details(parties: &[Party]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for block in parties.chunks(PER_BLOCK) {
        let mut text = Vec::new();
        for party in block {
            let mut rest = serde_json::to_value(party)?;
            if let Some(fields) = rest.as_object_mut() {
                for elsewhere in [
                    "list",
                    "reference",
                    "kind",
                    "names",
                    "births",
                    "countries",
                    "identifiers",
                ] {
                    fields.remove(elsewhere);
                }
            }
            serde_json::to_writer(&mut text, &rest)?;
            text.push(b'\n');
        }
        let packed = zstd::bulk::compress(&text, 19)?;
        put_number(&mut out, text.len() as u32);
        put_number(&mut out, packed.len() as u32);
        out.extend(packed);
    }
    Ok(out)
}

/// The file around the sections (name, codec, bytes).
pub(super) fn container(
    kind: u16,
    sections: &[(&str, u32, Vec<u8>)],
    key: Option<&ed25519_compact::KeyPair>,
) -> io::Result<Vec<u8>> {
    let mut table = Vec::new();
    let mut body = Vec::new();
    for (name, codec, bytes) in sections {
        let stored = if *codec == 1 {
            zstd::bulk::compress(bytes, 19)?
        } else {
            bytes.clone()
        };
        let mut id = [0u8; 8];
        for (slot, byte) in id.iter_mut().zip(name.bytes()) {
            *slot = byte;
        }
        table.extend(id);
        for number in [*codec, stored.len() as u32, bytes.len() as u32] {
            table.extend(number.to_le_bytes());
        }
        body.extend(stored);
    }
    debug_assert_eq!(table.len(), sections.len() * ROW);
    let payload = [table, body].concat();
    let checksum: [u8; 32] = Sha256::digest(&payload).into();
    let signature = if key.is_some() {
        super::format::SIGNATURE
    } else {
        0
    };
    let mut out = Vec::with_capacity(HEADER + payload.len() + signature);
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend(kind.to_le_bytes());
    out.extend((sections.len() as u32).to_le_bytes());
    out.extend(((HEADER + payload.len() + signature) as u64).to_le_bytes());
    out.extend(checksum);
    let head = out.clone();
    out.extend(payload);
    if let Some(key) = key {
        out.extend(SIGN_MAGIC);
        out.extend(key.pk.as_ref());
        // No random nonce: the same key and pack give the same bytes.
        out.extend(key.sk.sign(signed_message(&head, &checksum), None).as_ref());
    }
    Ok(out)
}
