//! Consonant skeletons: one key for the many spellings of a name in Latin letters.
//!
//! `Mohammed`, `Muhammad` and the vowelless `mhmd` share a key; so do `Youssef` and `Yusuf`,
//! `Ivanov` and `Ivanoff`, `Qadhafi` and `Gaddafi`. The key finds candidates and backs up the
//! letter comparison; it never decides alone.

/// A skeleton of up to twelve consonants, five bits each; 0 when there is none.
pub type Skeleton = u64;

const MOST: u32 = 12;
const VOWEL_START: u64 = 13;

/// The key of a Latin token (lower-case ASCII letters and digits).
#[must_use]
pub fn skeleton(latin: &str) -> Skeleton {
    let letters = latin.as_bytes();
    let mut key = 0u64;
    let mut length = 0u32;
    let mut last = 0u64;
    let mut at = 0usize;
    while length < MOST {
        let Some(letter) = letters.get(at).copied() else {
            break;
        };
        let next = letters.get(at + 1).copied().unwrap_or(0);
        let (code, used) = sound(letter, next, at, letters);
        at += used;
        let code = if code == 0 && at == used && length == 0 {
            VOWEL_START
        } else {
            code
        };
        if code != 0 && code != last {
            key = key << 5 | code;
            length += 1;
        }
        // Whatever is left out between two equal consonants separates them.
        last = code;
    }
    key
}

/// Number of consonants in a key.
#[must_use]
pub fn length(key: Skeleton) -> u32 {
    (64 - key.leading_zeros()).div_ceil(5)
}

/// Whether a token has next to no vowel letters: they were left out.
#[must_use]
pub fn vowelless(latin: &str) -> bool {
    let vowels = latin.bytes().filter(|b| is_vowel(*b)).count();
    latin.len() >= 3 && vowels * 6 < latin.len() && latin.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether a token read from a script without short vowels lacks some: fewer than in any
/// spelling of a name (words of the reading tables come with their vowels).
#[must_use]
pub fn few_vowels(latin: &str) -> bool {
    let vowels = latin.bytes().filter(|b| is_vowel(*b)).count();
    vowels * 5 < latin.len() * 2
}

/// `a e i o u`.
#[must_use]
pub fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Code of the sound at a place and how many letters it takes; 0 for what a skeleton leaves out.
fn sound(letter: u8, next: u8, at: usize, letters: &[u8]) -> (u64, usize) {
    let soft = matches!(next, b'e' | b'i' | b'y');
    match (letter, next) {
        (b's', b'h') | (b'c', b'h') | (b'z', b'h') => (6, 2),
        (b's', b'c') if letters.get(at + 2) == Some(&b'h') => (6, 3),
        (b't', b'c') | (b't', b's') | (b't', b'z') => (if next == b'c' { 6 } else { 5 }, 2),
        (b'k', b'h') | (b'g', b'h') | (b'c', b'k') | (b'k', b's') => (3, 2),
        (b't', b'h') | (b'd', b'h') | (b'd', b't') => (2, 2),
        (b'p', b'h') => (7, 2),
        (b'd', b'j') => (4, 2),
        (b'b' | b'p', _) => (1, 1),
        (b'd' | b't', _) => (2, 1),
        (b'c', _) if soft => (5, 1),
        (b'c' | b'g' | b'k' | b'q' | b'x', _) => (3, 1),
        (b'j', _) => (4, 1),
        (b's' | b'z', _) => (5, 1),
        (b'f' | b'v', _) => (7, 1),
        // `w` sounds like `v` before a vowel and in Slavic `-owski`; elsewhere it lengthens a vowel.
        (b'w', _) if at == 0 || is_vowel(next) || next == b's' => (7, 1),
        (b'm', _) => (8, 1),
        (b'n', _) => (9, 1),
        (b'l', _) => (10, 1),
        (b'r', _) => (11, 1),
        (b'h', _) if at == 0 => (12, 1),
        (b'y', _) if at == 0 => (4, 1),
        (b'0'..=b'9', _) => (16 + u64::from(letter - b'0'), 1),
        _ => (0, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{length, skeleton};

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for group in [
            &["mohammed", "muhammad", "mohamed", "mhmd", "mohamad"][..],
            &["youssef", "yusuf", "yousef"],
            &["ivanov", "ivanoff"],
            &["qadhafi", "gaddafi", "kadafi"],
            &["alexander", "alexandr", "aleksandr"],
            &["shcherbakov", "scherbakov"],
            &["hussein", "husayn", "hossein"],
        ] {
            let keys: Vec<_> = group.iter().map(|name| skeleton(name)).collect();
            assert!(
                keys.iter().all(|key| Some(key) == keys.first()),
                "{group:?} {keys:?}"
            );
        }
    }

    #[test]
    fn different_names_differ() {
        for (a, b) in [
            ("putin", "polin"),
            ("kim", "lim"),
            ("ali", "li"),
            ("lee", "ree"),
            ("44", "43"),
        ] {
            assert_ne!(skeleton(a), skeleton(b), "{a} {b}");
        }
        assert_eq!(length(skeleton("mohammed")), 4 - 1);
    }
}
