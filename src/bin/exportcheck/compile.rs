//! `exportcheck compile lists` and `exportcheck compile scripts`.

use crate::failure::{Failure, say};
use crate::input;
use clap::{Args, Subcommand};
use exportcheck::date::Date;
use exportcheck::pack::catalogue;
use exportcheck::pack::format::unhex;
use exportcheck::pack::gather::{self, GatherError, Gathered, Options, Sizes};
use exportcheck::pack::parties::OpenOptions;
use exportcheck::pack::sources::diagnostic::{Diagnostic, Severity};
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

pub(crate) fn run(command: &Compile) -> Result<(), Failure> {
    match command {
        Compile::Lists(arguments) => lists(arguments),
        Compile::Scripts(arguments) => scripts(arguments),
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
