//! Why a pack was not opened. One code per failure; the previous pack stays open.

use std::fmt;

/// A refusal, with the place it was noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// What is wrong.
    pub kind: PackErrorKind,
    /// The part of the pack (`header`, `manifest`, a section's name) and what was seen there.
    pub detail: String,
}

/// What is wrong with a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackErrorKind {
    /// The file ends before the header says it should: the download broke off.
    TooShort,
    /// The file does not begin as a pack does: another kind of file was chosen.
    NotAPack,
    /// Made for a newer engine than this one.
    VersionNewer,
    /// A pack of another kind (rules instead of parties).
    WrongKind,
    /// Larger than the engine accepts, or it claims to unpack to more.
    TooLarge,
    /// The bytes do not match the checksum: damaged or changed after it was made.
    Checksum,
    /// The manifest inside cannot be read.
    Manifest,
    /// A section is missing, cannot be unpacked or contradicts another one.
    Section,
    /// A signature is required and there is none.
    SignatureMissing,
    /// The signature does not fit the content or the required key.
    SignatureWrong,
    /// The pack's own self-tests give another answer than the pack promises.
    SelfTest,
}

impl PackErrorKind {
    /// Stable kebab-case code for messages and scripts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            PackErrorKind::TooShort => "pack-too-short",
            PackErrorKind::NotAPack => "pack-not-a-pack",
            PackErrorKind::VersionNewer => "pack-version-newer",
            PackErrorKind::WrongKind => "pack-kind",
            PackErrorKind::TooLarge => "pack-too-large",
            PackErrorKind::Checksum => "pack-checksum",
            PackErrorKind::Manifest => "pack-manifest",
            PackErrorKind::Section => "pack-section",
            PackErrorKind::SignatureMissing => "pack-signature-missing",
            PackErrorKind::SignatureWrong => "pack-signature-wrong",
            PackErrorKind::SelfTest => "pack-self-test",
        }
    }

    /// What the user can do about it.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            PackErrorKind::TooShort => "load the file again; the download was cut off",
            PackErrorKind::NotAPack => "choose a file made by `exportcheck compile lists`",
            PackErrorKind::VersionNewer => {
                "reload the page or update exportcheck, then open the pack again"
            }
            PackErrorKind::WrongKind => "choose a party pack here",
            PackErrorKind::TooLarge => {
                "make a pack with fewer lists; the limit protects this device's memory"
            }
            PackErrorKind::Checksum => {
                "load the file again from where it was published; do not use a damaged list"
            }
            PackErrorKind::Manifest | PackErrorKind::Section => {
                "make the pack again with `exportcheck compile lists` and report the problem"
            }
            PackErrorKind::SignatureMissing => "use a signed pack, or ask its publisher to sign it",
            PackErrorKind::SignatureWrong => {
                "do not use this pack; ask its publisher for the right file or key"
            }
            PackErrorKind::SelfTest => "use a pack and an engine of the same release",
        }
    }

    /// The error with its place.
    #[must_use]
    pub fn at(self, detail: impl Into<String>) -> PackError {
        PackError {
            kind: self,
            detail: detail.into(),
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}; {}",
            self.kind.code(),
            self.detail,
            self.kind.help()
        )
    }
}

impl std::error::Error for PackError {}
