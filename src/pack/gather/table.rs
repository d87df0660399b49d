//! What came out, for people.

use crate::pack::error::PackError;
use crate::pack::format;
use crate::pack::manifest::{Counts, Manifest};
use std::fmt::Write;

/// Packed bytes by purpose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sizes {
    /// The whole file.
    pub pack: usize,
    /// Names.
    pub names: usize,
    /// Details, facts, references, kinds and digests.
    pub details: usize,
}

impl Sizes {
    /// The sizes of a finished pack.
    ///
    /// # Errors
    /// When the pack does not open.
    pub fn of(pack: &[u8]) -> Result<Sizes, PackError> {
        let container = format::open(pack, format::KIND_PARTIES, None)?;
        let size = |names: &[&str]| -> Result<usize, PackError> {
            names
                .iter()
                .try_fold(0, |sum, name| Ok(sum + container.stored(name)?.len()))
        };
        Ok(Sizes {
            pack: pack.len(),
            names: size(&["names"])?,
            details: size(&["details", "facts", "refs", "shape", "digests"])?,
        })
    }
}

/// One row per list, a total, and the size against the figures the format is built for.
#[must_use]
pub fn table(manifest: &Manifest, sizes: Sizes) -> String {
    let mut out = String::new();
    let head = [
        "parties",
        "names",
        "weak",
        "ids",
        "births",
        "addresses",
        "warnings",
    ];
    let _ = write!(out, "{:<10} {:<10}", "list", "date");
    for title in head {
        let _ = write!(out, " {title:>9}");
    }
    out.push('\n');
    let mut sum = Counts::default();
    let mut warnings = 0;
    for list in &manifest.lists {
        let date = list
            .published
            .map_or_else(|| "unknown".to_owned(), |date| date.to_string());
        row(&mut out, &list.id, &date, list.counts, list.diagnostics);
        let counts = list.counts;
        sum.parties += counts.parties;
        sum.names += counts.names;
        sum.weak_aliases += counts.weak_aliases;
        sum.identifiers += counts.identifiers;
        sum.births += counts.births;
        sum.addresses += counts.addresses;
        warnings += list.diagnostics;
    }
    row(&mut out, "all", "", sum, warnings);
    let each = |bytes: usize| bytes as f64 / f64::from(sum.parties.max(1));
    let _ = writeln!(
        out,
        "{} bytes; per party {:.1} for names (built for 20 at most), {:.1} for details (built for 90 at most)",
        sizes.pack,
        each(sizes.names),
        each(sizes.details)
    );
    out
}

fn row(out: &mut String, list: &str, date: &str, counts: Counts, warnings: u32) {
    let _ = write!(out, "{list:<10} {date:<10}");
    for number in [
        counts.parties,
        counts.names,
        counts.weak_aliases,
        counts.identifiers,
        counts.births,
        counts.addresses,
        warnings,
    ] {
        let _ = write!(out, " {number:>9}");
    }
    out.push('\n');
}
