//! `exportcheck compile lists`, `exportcheck compile scripts` and `exportcheck compile text`.

use crate::failure::{Failure, say};
use crate::input;
use clap::{Args, Subcommand};
use exportcheck::date::{Date, PartialDate};
use exportcheck::pack::catalogue;
use exportcheck::pack::format::unhex;
use exportcheck::pack::gather::{self, GatherError, Gathered, Options, Sizes};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::pack::sources::diagnostic::{Diagnostic, Severity};
use exportcheck::pack::text_pack::TextPack;
use exportcheck::pack::texts::{self, LawText, TextError};
use exportcheck::screen::Screener;
use exportcheck::text::Readings;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// This many diagnostics of one kind are shown in full, then they are counted.
const SHOWN: usize = 3;

#[derive(Debug, Subcommand)]
pub(crate) enum Compile {
    /// Official list files -> party pack
    Lists(Lists),
    /// Built-in reading tables for Chinese and Japanese names -> script pack
    Scripts(Scripts),
    /// Official texts of the control lists -> text pack, for your own use beside the rules
    Text(Text),
    /// A folder of rules (TOML) -> rule pack; everything wrong is told with file, line and mend
    Rules(crate::rules::Rules),
}

#[derive(Debug, Args)]
pub(crate) struct Lists {
    /// Folders and files with lists, packed (gzip, zip) or not; `-` is one file on standard input
    #[arg(long, required = true, num_args = 1..)]
    from: Vec<PathBuf>,
    /// The pack to write
    #[arg(long)]
    out: PathBuf,
    /// File with an Ed25519 secret key: 32 bytes (seed) or 64 bytes (seed and public key), raw or in hex
    #[arg(long)]
    sign: Option<PathBuf>,
    /// Mark the pack as the starter list
    #[arg(long)]
    starter: bool,
    /// The day the files were downloaded (YYYY-MM-DD), where no update.json says it
    #[arg(long)]
    retrieved: Option<String>,
    /// Print every diagnostic of the readers
    #[arg(long)]
    verbose: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Scripts {
    /// The pack to write
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Text {
    /// Annex I of Regulation (EU) 2021/821: the JSON transcription
    #[arg(long)]
    eu: Option<PathBuf>,
    /// The Commerce Control List: title 15 part 774 as XML from ecfr.gov
    #[arg(long)]
    us: Option<PathBuf>,
    /// Date of the US text (YYYY-MM or YYYY-MM-DD), which the XML does not hold; otherwise taken from the file's name
    #[arg(long)]
    us_version: Option<String>,
    /// The pack to write
    #[arg(long)]
    out: PathBuf,
}

pub(crate) fn run(command: &Compile) -> Result<(), Failure> {
    match command {
        Compile::Lists(arguments) => lists(arguments),
        Compile::Scripts(arguments) => scripts(arguments),
        Compile::Text(arguments) => text(arguments),
        Compile::Rules(arguments) => crate::rules::run(arguments),
    }
}

fn lists(arguments: &Lists) -> Result<(), Failure> {
    let retrieved: Option<Date> = match &arguments.retrieved {
        Some(text) => Some(text.parse().map_err(|_| {
            Failure::input(
                "bad-date",
                format!("`{text}` after --retrieved is not a date; write YYYY-MM-DD"),
            )
        })?),
        None => None,
    };
    let key = arguments.sign.as_deref().map(key).transpose()?;
    let catalogue = catalogue::built_in().map_err(|e| Failure::input(e.code, e.message))?;
    let options = Options {
        from: arguments.from.clone(),
        retrieved,
        starter: arguments.starter,
    };
    let gathered = gather::gather(&options, &catalogue).map_err(refused)?;
    tell(&gathered, arguments.verbose);
    let pack = gather::pack(&gathered, key.as_ref()).map_err(refused)?;
    let name = arguments.out.display().to_string();
    // What does not open here is never handed out.
    let opened = Screener::open(&pack, &OpenOptions::default(), None)
        .map_err(|e| Failure::pack(&name, &e))?;
    input::replace(&arguments.out, &pack)?;
    let manifest = &opened.pack().manifest;
    let sizes = Sizes::of(&pack).map_err(|e| Failure::pack(&name, &e))?;
    say(gather::table(manifest, sizes).trim_end());
    say(&format!(
        "`{name}` {} self-tests, sha256 {}",
        opened.pack().tests.len(),
        manifest.digest
    ));
    Ok(())
}

fn scripts(arguments: &Scripts) -> Result<(), Failure> {
    let bytes = Readings::standard();
    Readings::open(&bytes).map_err(|e| Failure::input(e.code, e.message))?;
    input::replace(&arguments.out, &bytes)?;
    say(&format!(
        "`{}` {} bytes",
        arguments.out.display(),
        bytes.len()
    ));
    Ok(())
}

fn text(arguments: &Text) -> Result<(), Failure> {
    let mut read = Vec::new();
    if let Some(path) = &arguments.eu {
        read.push(texts::eu::read(&input::bytes(path)?).map_err(|e| unread(path, &e))?);
    }
    if let Some(path) = &arguments.us {
        let version = us_version(path, arguments.us_version.as_deref())?;
        read.push(texts::us::read(&input::bytes(path)?, &version).map_err(|e| unread(path, &e))?);
    }
    if read.is_empty() {
        let message = "there is nothing to pack; give --eu FILE, --us FILE or both";
        return Err(Failure::input("no-text", message));
    }
    let name = arguments.out.display().to_string();
    let pack = texts::write::write(&read, None).map_err(|e| Failure::file(&name, &e))?;
    // What does not open here is never handed out.
    TextPack::open(&pack).map_err(|e| Failure::pack(&name, &e))?;
    input::replace(&arguments.out, &pack)?;
    read.iter().for_each(tell_text);
    say(&format!("`{name}` {} bytes", pack.len()));
    Ok(())
}

fn tell_text(text: &LawText) {
    let lines: usize = text.entries.iter().map(|entry| entry.lines.len()).sum();
    say(&format!(
        "{}: {} of {}: {} entries, {lines} lines; {}",
        text.list,
        text.source.instrument,
        text.source.version,
        text.entries.len(),
        text.source.terms
    ));
}

fn unread(path: &Path, error: &TextError) -> Failure {
    Failure::input(
        error.code,
        format!("`{}`: {}", path.display(), error.message),
    )
}

/// The date as given, or the last one in the file's name.
fn us_version(path: &Path, given: Option<&str>) -> Result<String, Failure> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let found = match given {
        Some(text) => Some(text.to_owned()),
        None => texts::us::version_in(&name),
    };
    found
        .filter(|text| text.parse::<PartialDate>().is_ok())
        .ok_or_else(|| {
            let message =
                "give the date of the US text with --us-version, as YYYY-MM-DD or YYYY-MM";
            Failure::input("bad-date", message)
        })
}

fn refused(error: GatherError) -> Failure {
    Failure::input(error.code, error.message)
}

pub(crate) fn key(path: &Path) -> Result<ed25519_compact::KeyPair, Failure> {
    let raw = input::bytes(path)?;
    let text = String::from_utf8_lossy(&raw);
    let hex = text.trim();
    let seed = unhex::<32>(hex).or_else(|| raw.as_slice().try_into().ok());
    let secret = unhex::<64>(hex).or_else(|| raw.as_slice().try_into().ok());
    let pair = match (seed, secret) {
        (Some(seed), _) => {
            ed25519_compact::KeyPair::try_from_seed(ed25519_compact::Seed::new(seed)).ok()
        }
        (None, Some(secret)) => ed25519_compact::KeyPair::from_slice(&secret).ok(),
        (None, None) => None,
    };
    pair.ok_or_else(|| {
        let message = format!(
            "`{}` holds no Ed25519 secret key; 32 or 64 bytes are expected, raw or in hex",
            path.display()
        );
        Failure::input("bad-key", message)
    })
}

/// Our own notices always; the readers' by kind, unless everything is asked for.
fn tell(gathered: &Gathered, verbose: bool) {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for diagnostic in &gathered.diagnostics {
        let count = seen.entry((&diagnostic.file, diagnostic.code)).or_default();
        *count += 1;
        if verbose
            || diagnostic.line == 0
            || (*count <= SHOWN && diagnostic.severity > Severity::Notice)
        {
            say(&diagnostic.to_string());
        }
    }
    if verbose {
        return;
    }
    let hidden = |(file, code): (&str, &str), count: usize| {
        let like = |d: &&Diagnostic| d.file == file && d.code == code && d.line > 0;
        let most = gathered.diagnostics.iter().find(like).map_or(count, |d| {
            if d.severity > Severity::Notice {
                SHOWN
            } else {
                0
            }
        });
        count.saturating_sub(most)
    };
    for (key, count) in seen {
        let more = hidden(key, count);
        if more > 0 {
            say(&format!(
                "{}: {more} more of [{}]; --verbose shows all",
                key.0, key.1
            ));
        }
    }
}
