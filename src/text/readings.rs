//! Han readings: a file kept out of the core, opened from bytes.
//!
//! Layout, little-endian: magic `ecshan`, version u16, FNV-1a 64 of everything after it; syllable
//! count u16, then each as length u8 + ASCII; for U+4E00..U+9FFF one u16 each, 0 for none, else
//! syllable number + 1; word count u32, then each as kind u8, key length u8, key UTF-8, value length
//! u8, value ASCII, sorted by key and kind.

use std::fmt;

const MAGIC: &[u8; 6] = b"ecshan";
const VERSION: u16 = 1;
const FIRST: u32 = 0x4E00;
const LETTERS: usize = 0xA000 - 0x4E00;

/// Reading tables loaded apart from the core (Han letters and words).
#[derive(Debug, Clone)]
pub struct Readings {
    syllables: Vec<Box<str>>,
    letters: Vec<u16>,
    words: Vec<(Box<str>, Word, Box<str>)>,
    longest: usize,
}

/// Kinds of words in a readings file; the number is the byte in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Word {
    Surname,
    Chinese,
    JapaneseFamily,
    JapaneseGiven,
    Japanese,
    /// A word that shows that the name is Japanese.
    JapaneseSign,
}

const KINDS: [Word; 6] = [
    Word::Surname,
    Word::Chinese,
    Word::JapaneseFamily,
    Word::JapaneseGiven,
    Word::Japanese,
    Word::JapaneseSign,
];

/// Why a readings file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingsError {
    /// Stable kebab-case code: `scripts-not-a-file`, `scripts-version`, `scripts-checksum`, `scripts-content`.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for ReadingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for ReadingsError {}

impl Readings {
    /// Opens a readings file after checking its magic, version and checksum.
    pub fn open(bytes: &[u8]) -> Result<Readings, ReadingsError> {
        let mut input = Input(bytes);
        if input.take(MAGIC.len()) != Some(MAGIC) {
            return Err(refuse(
                "scripts-not-a-file",
                "this is not a readings file; load the scripts file that came with the page"
                    .to_owned(),
            ));
        }
        match input.number(2) {
            Some(v) if v == u64::from(VERSION) => {}
            v => {
                return Err(refuse(
                    "scripts-version",
                    format!(
                        "version `{}` of the readings file is not readable, this program reads `{VERSION}`; reload the page",
                        v.unwrap_or_default()
                    ),
                ));
            }
        }
        let sum = input.number(8);
        if sum != Some(fnv(input.0)) {
            return Err(refuse(
                "scripts-checksum",
                "the readings file is damaged or cut short; load it again".to_owned(),
            ));
        }
        content(input).ok_or_else(|| {
            refuse(
                "scripts-content",
                "the readings file contradicts itself; build it again".to_owned(),
            )
        })
    }

    /// Pinyin syllable of a letter, without tone.
    pub(super) fn letter(&self, c: char) -> Option<&str> {
        let at = (c as u32).checked_sub(FIRST)?;
        let number = self.letters.get(at as usize)?;
        self.syllables
            .get(usize::from(number.checked_sub(1)?))
            .map(|s| &**s)
    }

    /// Reading of a whole word of a kind that `fits`.
    pub(super) fn word(&self, key: &str, fits: impl Fn(Word) -> bool) -> Option<&str> {
        let from = self.words.partition_point(|w| &*w.0 < key);
        self.words
            .iter()
            .skip(from)
            .take_while(|w| &*w.0 == key)
            .find(|w| fits(w.1))
            .map(|w| &*w.2)
    }

    /// Letters of the longest word.
    pub(super) fn longest_word(&self) -> usize {
        self.longest
    }

    /// Builds a readings file from tables. A line `[letters]`, `[surnames]`, `[words]`,
    /// `[japanese-families]`, `[japanese-given]`, `[japanese-words]` or `[japanese-signs]` opens a
    /// table; its rows are `key<TAB>latin`, for letters `syllable<TAB>all letters`. `#` comments.
    /// Rows that cannot be read are left out.
    #[cfg(any(test, feature = "compile"))]
    pub fn build(tables: &str) -> Vec<u8> {
        let mut syllables: Vec<&str> = Vec::new();
        let mut letters = vec![0_u16; LETTERS];
        let mut words: Vec<(&str, Word, &str)> = Vec::new();
        let mut table = "";
        for line in tables.lines().filter(|l| !l.starts_with('#')) {
            if line.starts_with('[') {
                table = line;
                continue;
            }
            let Some((key, value)) = line.split_once('\t') else {
                continue;
            };
            let kind = match table {
                "[surnames]" => Word::Surname,
                "[words]" => Word::Chinese,
                "[japanese-families]" => Word::JapaneseFamily,
                "[japanese-given]" => Word::JapaneseGiven,
                "[japanese-words]" => Word::Japanese,
                "[japanese-signs]" => Word::JapaneseSign,
                _ => {
                    syllables.push(key);
                    for c in value.chars() {
                        if let Some(place) = (c as u32)
                            .checked_sub(FIRST)
                            .and_then(|i| letters.get_mut(i as usize))
                        {
                            *place = syllables.len() as u16;
                        }
                    }
                    continue;
                }
            };
            words.push((key, kind, value));
        }
        words.sort();
        words.dedup_by_key(|w| (w.0, w.1));
        let mut body = Vec::new();
        body.extend((syllables.len() as u16).to_le_bytes());
        for s in syllables {
            text(&mut body, s);
        }
        for l in letters {
            body.extend(l.to_le_bytes());
        }
        body.extend((words.len() as u32).to_le_bytes());
        for (key, kind, value) in words {
            body.push(kind as u8);
            text(&mut body, key);
            text(&mut body, value);
        }
        let mut out = MAGIC.to_vec();
        out.extend(VERSION.to_le_bytes());
        out.extend(fnv(&body).to_le_bytes());
        out.extend(body);
        out
    }

    /// The readings file of this crate's own tables (`src/text/data/han*.tsv`, `japanese.tsv`).
    #[cfg(any(test, feature = "compile"))]
    pub fn standard() -> Vec<u8> {
        let tables = [
            include_str!("data/han.tsv"),
            include_str!("data/han-surnames.tsv"),
            include_str!("data/han-words.tsv"),
            include_str!("data/japanese.tsv"),
        ];
        Readings::build(&tables.join("\n"))
    }
}

struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n)?;
        self.0 = tail;
        Some(head)
    }

    fn number(&mut self, bytes: usize) -> Option<u64> {
        Some(
            self.take(bytes)?
                .iter()
                .rev()
                .fold(0, |n, b| n << 8 | u64::from(*b)),
        )
    }

    fn text(&mut self) -> Option<&'a str> {
        let len = self.number(1)?;
        std::str::from_utf8(self.take(len as usize)?).ok()
    }
}

fn content(mut input: Input) -> Option<Readings> {
    let count = input.number(2)?;
    let syllables = (0..count)
        .map(|_| input.text().filter(|s| is_latin(s)).map(Box::from))
        .collect::<Option<Vec<_>>>()?;
    let letters: Vec<u16> = input
        .take(2 * LETTERS)?
        .chunks_exact(2)
        .map(|c| c.iter().rev().fold(0, |n, b| n << 8 | u16::from(*b)))
        .collect();
    let count = input.number(4)?;
    let mut words: Vec<(Box<str>, Word, Box<str>)> = Vec::new();
    for _ in 0..count {
        let kind = *KINDS.get(input.number(1)? as usize)?;
        let (key, value) = (input.text()?, input.text()?);
        if key.is_empty() || !value.split(' ').all(is_latin) {
            return None;
        }
        if words.last().is_some_and(|w| (&*w.0, w.1) >= (key, kind)) {
            return None;
        }
        words.push((Box::from(key), kind, Box::from(value)));
    }
    let longest = words
        .iter()
        .map(|w| w.0.chars().count())
        .max()
        .unwrap_or_default();
    input.0.is_empty().then_some(Readings {
        syllables,
        letters,
        words,
        longest,
    })
}

fn is_latin(s: &str) -> bool {
    !s.is_empty()
        && s.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

fn refuse(code: &'static str, message: String) -> ReadingsError {
    ReadingsError { code, message }
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| {
        (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(any(test, feature = "compile"))]
fn text(out: &mut Vec<u8>, s: &str) {
    let cut = s.as_bytes().get(..255).unwrap_or(s.as_bytes());
    out.push(cut.len() as u8);
    out.extend(cut);
}
