//! Letter and word tables: `key<TAB>value` lines, `#` comments.

/// Rows of an embedded table: comments and empty lines left out.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('\t'))
}

/// Words to values, sorted once, found by binary search.
#[derive(Debug)]
pub(super) struct Table<V>(Vec<(&'static str, V)>);

impl<V: Copy> Table<V> {
    pub(super) fn new(rows: impl Iterator<Item = (&'static str, V)>) -> Self {
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|r| r.0); // stable: of two equal keys the first in the file stays first
        rows.dedup_by_key(|r| r.0);
        Table(rows)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|row| row.0)
    }

    pub(super) fn get(&self, key: &str) -> Option<V> {
        let at = self.0.binary_search_by(|r| r.0.cmp(key)).ok()?;
        self.0.get(at).map(|r| r.1)
    }
}

/// Letters to values.
#[derive(Debug)]
pub(super) struct Letters<V>(Vec<(char, V)>);

impl<V: Copy> Letters<V> {
    pub(super) fn new(rows: impl Iterator<Item = (char, V)>) -> Self {
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|r| r.0);
        rows.dedup_by_key(|r| r.0);
        Letters(rows)
    }

    pub(super) fn get(&self, c: char) -> Option<V> {
        let at = self.0.binary_search_by_key(&c, |r| r.0).ok()?;
        self.0.get(at).map(|r| r.1)
    }
}

/// A table of single letters.
pub(super) fn letters(text: &'static str) -> impl Iterator<Item = (char, &'static str)> {
    rows(text).filter_map(|(k, v)| k.chars().next().map(|c| (c, v)))
}
