//! Finding listed parties by address: keys of all listed addresses, worked out when the first
//! address is asked for. Addresses stay packed; those found are unpacked and compared.

use super::address::{AddressHit, Parsed, keys, parse, same};
use crate::pack::error::PackError;
use crate::pack::parties::{PartyIndex, PartyPack};
use crate::party::Address;
use crate::text::Readings;

/// Keys of all addresses, sorted.
#[derive(Debug, Default)]
pub(super) struct AddressIndex {
    keys: Vec<(u32, PartyIndex)>,
    /// Addresses with a key, by list.
    counts: Vec<u32>,
}

impl AddressIndex {
    /// Reads every address of a pack once.
    pub(super) fn build(
        pack: &PartyPack,
        readings: Option<&Readings>,
    ) -> Result<AddressIndex, PackError> {
        let mut all = Vec::new();
        let mut counts = vec![0; pack.manifest.lists.len()];
        pack.addresses(|party, addresses| {
            for address in addresses {
                let before = all.len();
                keys(&parse(&address.text, readings), |key| {
                    all.push((key, party))
                });
                if let Some(count) = counts.get_mut(pack.list_index(party)) {
                    *count += u32::from(all.len() > before);
                }
            }
        })?;
        all.sort_unstable();
        all.dedup();
        all.shrink_to_fit();
        Ok(AddressIndex { keys: all, counts })
    }

    /// Listed parties at an address, the surest first.
    pub(super) fn at(
        &self,
        pack: &PartyPack,
        readings: Option<&Readings>,
        address: &str,
        country: Option<&str>,
    ) -> Result<Vec<AddressHit>, PackError> {
        let asked = parse(address, readings);
        let mut parties: Vec<PartyIndex> = Vec::new();
        keys(&asked, |key| {
            let start = self.keys.partition_point(|(known, _)| *known < key);
            let found = self.keys.get(start..).unwrap_or_default().iter();
            parties.extend(
                found
                    .take_while(|(known, _)| *known == key)
                    .map(|(_, p)| *p),
            );
        });
        parties.sort_unstable();
        parties.dedup();
        let mut hits = Vec::new();
        for (party, addresses) in pack.addresses_of(&parties)? {
            hits.extend(best(pack, party, &addresses, &asked, country, readings));
        }
        hits.sort_by(|a, b| {
            (a.unit, b.shared.len(), &a.list, &a.reference).cmp(&(
                b.unit,
                a.shared.len(),
                &b.list,
                &b.reference,
            ))
        });
        Ok(hits)
    }

    /// Addresses that can be found, by list.
    pub(super) fn counts(&self) -> impl Iterator<Item = u32> + '_ {
        self.counts.iter().copied()
    }
}

/// The address of a party that fits best.
fn best(
    pack: &PartyPack,
    party: PartyIndex,
    addresses: &[Address],
    asked: &Parsed,
    country: Option<&str>,
    readings: Option<&Readings>,
) -> Option<AddressHit> {
    addresses
        .iter()
        .filter(|address| one_country(country, address.country.as_deref()))
        .filter_map(|address| Some((address, same(asked, &parse(&address.text, readings))?)))
        .min_by_key(|(_, shared)| (shared.unit, usize::MAX - shared.places.len()))
        .map(|(address, shared)| AddressHit {
            list: pack.list(party).to_owned(),
            reference: pack.reference(party).to_owned(),
            name: pack.name(pack.names_of(party).start).0.to_owned(),
            shared: shared
                .places
                .iter()
                .filter_map(|(start, end)| address.text.get(*start as usize..*end as usize))
                .map(str::to_owned)
                .collect(),
            address: address.text.clone(),
            country: address.country.clone(),
            unit: shared.unit,
        })
}

/// Countries that lists and forms mix up stand together.
const TOGETHER: [&[&str]; 2] = [&["CN", "HK", "MO", "TW"], &["RU", "UA"]];

fn one_country(asked: Option<&str>, listed: Option<&str>) -> bool {
    let (Some(asked), Some(listed)) = (asked.filter(|code| !code.is_empty()), listed) else {
        return true;
    };
    let same = |code: &&str, other: &str| code.eq_ignore_ascii_case(other);
    asked.eq_ignore_ascii_case(listed)
        || TOGETHER.iter().any(|group| {
            let has = |code: &str| group.iter().any(|of| same(of, code));
            has(asked) && has(listed)
        })
}
