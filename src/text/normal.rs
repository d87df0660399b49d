//! Unicode normal forms: the one place that names the library.

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The characters of a text in normal form KC.
pub(super) fn nfkc(text: &str) -> impl Iterator<Item = char> + '_ {
    ComposingNormalizerBorrowed::new_nfkc().normalize_iter(text.chars())
}

/// The full canonical decomposition of a character.
pub(super) fn decompose(c: char) -> impl Iterator<Item = char> {
    DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(c))
}

/// Whether a character is set on, over or under the one before it.
pub(super) fn is_mark(c: char) -> bool {
    !c.is_ascii() && CanonicalCombiningClassMapBorrowed::new().get_u8(c) != 0
}
