//! The tests a pack carries: for every list some of its own names, which must find their entries.

use crate::pack::error::PackError;
use crate::pack::parties::{OpenOptions, PartyIndex, SelfTest};
use crate::screen::Screener;
use crate::screen::report::{Policy, Query};

/// Every test is run when the pack is opened, so there are few.
const MOST: usize = 40;
const MIN_SCORE: f64 = 0.95;

/// First, middle and last party of every list (fewer when there are many lists), as far as the
/// matcher reads their names without the Han table, which may arrive after the pack.
pub(super) fn choose(pack: &[u8]) -> Result<Vec<SelfTest>, PackError> {
    let mut screener = Screener::open(pack, &OpenOptions::default(), None)?;
    let per_list = (MOST / screener.pack().manifest.lists.len().max(1)).clamp(1, 3);
    let mut tests = Vec::new();
    let mut start = 0;
    for list in screener.pack().manifest.lists.clone() {
        let last = list.counts.parties.saturating_sub(1);
        let wanted = [0, last, last / 2];
        let mut offsets: Vec<PartyIndex> = wanted.iter().take(per_list).copied().collect();
        offsets.sort_unstable();
        offsets.dedup();
        for offset in offsets.into_iter().filter(|_| list.counts.parties > 0) {
            let test = test_for(&screener, start + offset);
            if tests.len() < MOST && passes(&mut screener, &test) {
                tests.push(test);
            }
        }
        start += list.counts.parties;
    }
    Ok(tests)
}

fn test_for(screener: &Screener, party: PartyIndex) -> SelfTest {
    let pack = screener.pack();
    SelfTest {
        query: pack.name(pack.names_of(party).start).0.to_owned(),
        list: pack.list(party).to_owned(),
        reference: pack.reference(party).to_owned(),
        min_score: MIN_SCORE,
    }
}

fn passes(screener: &mut Screener, test: &SelfTest) -> bool {
    let query = Query {
        name: test.query.clone(),
        ..Query::default()
    };
    let policy = Policy {
        min_score: test.min_score,
        limit: 20,
        ..Policy::default()
    };
    screener
        .hits(&query, &policy)
        .iter()
        .any(|hit| hit.list == test.list && hit.reference == test.reference)
}
