//! `exportcheck update`: the official lists from their publishers into a folder.
//!
//! A stored file is replaced only by a whole download that looks like the list it should be. What is
//! known of each file (address, day, digest, ETag) stands in `update.json` beside them; `compile lists`
//! reads the day from there. A download that broke off is continued the next time (`FILE.part`).

use crate::clock;
use crate::failure::{Failure, say};
use crate::input;
use clap::Args;
use exportcheck::pack::catalogue::{self, Catalogue, Download};
use exportcheck::pack::format::hex;
use exportcheck::pack::sources::{READERS, SourceFile};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A connection is tried again this often when it breaks, each time from where it broke.
const TRIES: u32 = 3;
const STEP: u64 = 4 << 20;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder to store the lists in
    #[arg(long)]
    out: PathBuf,
    /// Another list catalogue than the built-in lists/catalogue.toml
    #[arg(long)]
    catalogue: Option<PathBuf>,
    /// Give up a silent connection after this many seconds
    #[arg(long, default_value_t = 60)]
    timeout: u64,
}

/// `update.json`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Log {
    /// Stored files by name.
    files: BTreeMap<String, Stored>,
    /// ETags of unfinished downloads by file name.
    parts: BTreeMap<String, String>,
}

#[derive(Debug, Default, Clone, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    url: String,
    retrieved: String,
    sha256: String,
    bytes: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
}

/// Why one file was not stored.
#[derive(Debug)]
enum Trouble {
    /// No answer, or the connection broke: worth another try.
    Network(String),
    /// An answer that is no list.
    Refused(String),
}

enum Fetched {
    Unchanged,
    Whole { etag: Option<String> },
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let catalogue = catalogue_of(arguments)?;
    let out = &arguments.out;
    fs::create_dir_all(out).map_err(|e| Failure::file(&out.display().to_string(), &e))?;
    let downloads = downloads(&catalogue);
    let agent = agent(arguments.timeout);
    let mut log = read_log(out)?;
    let (mut good, mut network) = (0, 0);
    let mut failed = Vec::new();
    for (at, download) in downloads.iter().enumerate() {
        say(&format!(
            "[{}/{}] {} from {}",
            at + 1,
            downloads.len(),
            download.file,
            download.url
        ));
        match fetch_and_store(&agent, out, download, &mut log) {
            Ok(what) => {
                good += 1;
                say(&format!("  {what}"));
            }
            Err(trouble) => {
                let (Trouble::Network(why) | Trouble::Refused(why)) = &trouble;
                network += usize::from(matches!(trouble, Trouble::Network(_)));
                say(&format!("  failed: {why}"));
                failed.push(download.file.as_str());
            }
        }
        write_log(out, &log)?;
    }
    say(&format!(
        "{good} of {} files are up to date in `{}`",
        downloads.len(),
        out.display()
    ));
    if failed.is_empty() {
        return Ok(());
    }
    let kept = "stored files are unchanged";
    if network == downloads.len() {
        return Err(Failure::Outside(format!(
            "no publisher answered, is there a network connection? {kept}"
        )));
    }
    Err(Failure::Outside(format!(
        "{} of {} downloads failed ({}); {kept}",
        failed.len(),
        downloads.len(),
        failed.join(", ")
    )))
}

fn catalogue_of(arguments: &Arguments) -> Result<Catalogue, Failure> {
    let parsed = match &arguments.catalogue {
        None => catalogue::built_in(),
        Some(path) => catalogue::parse(&String::from_utf8_lossy(&input::bytes(path)?)),
    };
    parsed.map_err(|e| Failure::input(e.code, e.message))
}

/// Every file once: one download may serve several lists.
fn downloads(catalogue: &Catalogue) -> Vec<Download> {
    let mut out: Vec<Download> = Vec::new();
    for download in catalogue.lists.iter().flat_map(|list| &list.download) {
        if !out.iter().any(|known| known.file == download.file) {
            out.push(download.clone());
        }
    }
    out
}

fn agent(timeout: u64) -> ureq::Agent {
    let wait = Some(Duration::from_secs(timeout.max(1)));
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .user_agent(concat!("exportcheck/", env!("CARGO_PKG_VERSION")))
        .timeout_connect(wait)
        .timeout_recv_response(wait)
        .timeout_recv_body(Some(Duration::from_secs(timeout.max(1).saturating_mul(30))));
    config.build().into()
}

fn fetch_and_store(
    agent: &ureq::Agent,
    out: &Path,
    download: &Download,
    log: &mut Log,
) -> Result<String, Trouble> {
    let part = out.join(format!("{}.part", download.file));
    let mut last = Trouble::Network(String::new());
    for _ in 0..TRIES {
        match fetch(agent, out, download, log, &part) {
            Ok(Fetched::Unchanged) => {
                if let Some(stored) = log.files.get_mut(&download.file) {
                    stored.retrieved = clock::today();
                }
                return Ok("not changed since the last download".to_owned());
            }
            Ok(Fetched::Whole { etag }) => {
                let stored = store(out, download, &part, etag);
                log.parts.remove(&download.file);
                let stored = stored.inspect_err(|_| drop(fs::remove_file(&part)))?;
                let line = format!("{} bytes, sha256 {}", stored.bytes, stored.sha256);
                log.files.insert(download.file.clone(), stored);
                return Ok(line);
            }
            Err(refused @ Trouble::Refused(_)) => return Err(refused),
            Err(network) => last = network,
        }
    }
    Err(last)
}

/// One request; the body is appended to the part file.
fn fetch(
    agent: &ureq::Agent,
    out: &Path,
    download: &Download,
    log: &mut Log,
    part: &Path,
) -> Result<Fetched, Trouble> {
    let file = |error: io::Error| Trouble::Refused(format!("`{}`: {error}", part.display()));
    let have = fs::metadata(part)
        .map(|meta| meta.len())
        .unwrap_or_default();
    let resume = log.parts.get(&download.file).filter(|_| have > 0).cloned();
    let stored = log
        .files
        .get(&download.file)
        .filter(|stored| stored.url == download.url && out.join(&download.file).is_file());
    let mut request = agent
        .get(&download.url)
        .header("Accept-Encoding", "identity");
    if let Some(etag) = &resume {
        request = request
            .header("Range", format!("bytes={have}-"))
            .header("If-Range", etag);
    } else if let Some(etag) = stored.and_then(|stored| stored.etag.as_ref()) {
        request = request.header("If-None-Match", etag);
    }
    let response = request
        .call()
        .map_err(|e| Trouble::Network(e.to_string()))?;
    let text = |name: &str| {
        response
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    };
    let (etag, range, length) = (text("etag"), text("content-range"), text("content-length"));
    let continues = match response.status().as_u16() {
        200 => false,
        206 if resume.is_some()
            && range.is_some_and(|range| range.starts_with(&format!("bytes {have}-"))) =>
        {
            true
        }
        304 => return Ok(Fetched::Unchanged),
        // The part does not fit the file any more: from the start next time.
        206 | 416 => {
            let _ = fs::remove_file(part);
            return Err(Trouble::Network(
                "the publisher's file changed while it was downloaded".to_owned(),
            ));
        }
        status => {
            return Err(Trouble::Refused(format!(
                "the publisher answered with status {status}; see the list's page for the address"
            )));
        }
    };
    match etag.clone().filter(|etag| !etag.starts_with("W/")) {
        Some(strong) => log.parts.insert(download.file.clone(), strong),
        None => log.parts.remove(&download.file),
    };
    let target = if continues {
        OpenOptions::new().append(true).open(part)
    } else {
        File::create(part)
    };
    let mut target = target.map_err(file)?;
    // An unfinished download is continued even if this process is ended now.
    write_log(out, log).map_err(|e| Trouble::Refused(e.to_string()))?;
    let got = copy(&mut response.into_body().into_reader(), &mut target)?;
    if length
        .and_then(|length| length.parse::<u64>().ok())
        .is_some_and(|length| got < length)
    {
        return Err(Trouble::Network(
            "the connection broke before the file was complete".to_owned(),
        ));
    }
    Ok(Fetched::Whole { etag })
}

fn copy(from: &mut dyn Read, to: &mut File) -> Result<u64, Trouble> {
    let mut buffer = vec![0; 1 << 16];
    let (mut got, mut told) = (0u64, 0u64);
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok(got),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => {
                return Err(Trouble::Network(format!(
                    "the connection broke after {got} bytes: {error}"
                )));
            }
        };
        to.write_all(buffer.get(..read).unwrap_or_default())
            .map_err(|e| Trouble::Refused(format!("cannot be stored: {e}")))?;
        got += read as u64;
        if got - told >= STEP {
            told = got;
            say(&format!("  {} MB", got >> 20));
        }
    }
}

/// Checks the finished part and puts it in place.
fn store(
    out: &Path,
    download: &Download,
    part: &Path,
    etag: Option<String>,
) -> Result<Stored, Trouble> {
    let refused = |why: String| Trouble::Refused(why);
    let bytes = fs::read(part).map_err(|e| refused(format!("`{}`: {e}", part.display())))?;
    let target = out.join(&download.file);
    looks_right(download, &bytes).map_err(refused)?;
    let before = fs::metadata(&target)
        .map(|meta| meta.len())
        .unwrap_or_default();
    if (bytes.len() as u64) < before / 2 {
        let message = format!(
            "the new file has {} bytes, the stored one {before}: it may be incomplete and is not used; delete `{}` to accept it",
            bytes.len(),
            target.display()
        );
        return Err(refused(message));
    }
    fs::rename(part, &target).map_err(|e| refused(format!("`{}`: {e}", target.display())))?;
    Ok(Stored {
        url: download.url.clone(),
        retrieved: clock::today(),
        sha256: hex(&Sha256::digest(&bytes)),
        bytes: bytes.len() as u64,
        etag,
    })
}

fn looks_right(download: &Download, bytes: &[u8]) -> Result<(), String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(512)).unwrap_or_default())
        .trim_start()
        .to_lowercase();
    if bytes.is_empty() {
        return Err("the publisher sent an empty file".to_owned());
    }
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        return Err("the publisher sent a web page instead of the list; see the list's page for the address".to_owned());
    }
    let packed = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0x1f, 0x8b]);
    let reader = READERS.iter().find(|reader| reader.id == download.format);
    let file = SourceFile {
        name: &download.file,
        bytes,
    };
    match reader {
        Some(reader) if !packed && !(reader.recognises)(&file) => Err(format!(
            "the file is not of the format `{}`; see the list's page for the address",
            reader.id
        )),
        _ => Ok(()),
    }
}

fn read_log(out: &Path) -> Result<Log, Failure> {
    let path = out.join("update.json");
    match fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|e| {
            Failure::input(
                "update-log",
                format!("`{}`: {e}; delete it to start over", path.display()),
            )
        }),
        Err(_) => Ok(Log::default()),
    }
}

fn write_log(out: &Path, log: &Log) -> Result<(), Failure> {
    let text = serde_json::to_vec_pretty(log).unwrap_or_default();
    input::replace(&out.join("update.json"), &text)
}
