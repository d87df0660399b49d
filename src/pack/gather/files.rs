//! Paths -> unpacked files with what is known about their dates.

use super::names::{date_in, first_day};
use super::{GatherError, Options};
use crate::date::Date;
use crate::pack::manifest::FileInfo;
use crate::pack::sources::diagnostic::Diagnostic;
use crate::pack::sources::{READERS, SourceFile};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// No list comes near this; a packed file that does is not unpacked further.
const MOST_BYTES: u64 = 1 << 30;

/// In place of a file name: the list comes on standard input.
const STANDARD_INPUT: &str = "-";

/// One unpacked file.
#[derive(Debug)]
pub(super) struct InputFile {
    /// Name for people and the manifest, without folders; `archive.zip/inner.xml` inside an archive.
    pub name: String,
    /// The folder it lies in, so that companions are looked for in one place.
    pub folder: PathBuf,
    pub bytes: Vec<u8>,
    /// The date its name gives.
    pub named: Option<Date>,
    /// The day it was downloaded.
    pub retrieved: Option<Date>,
}

impl InputFile {
    pub(super) fn source(&self) -> SourceFile<'_> {
        SourceFile {
            name: self.name.rsplit('/').next().unwrap_or(&self.name),
            bytes: &self.bytes,
        }
    }

    pub(super) fn info(&self, format: &str) -> FileInfo {
        FileInfo {
            name: self.name.clone(),
            sha256: crate::pack::format::hex(&Sha256::digest(&self.bytes)),
            bytes: self.bytes.len() as u64,
            format: format.to_owned(),
        }
    }
}

/// Walks, reads and unpacks; each file once, however often it is named.
pub(super) fn find(options: &Options) -> Result<(Vec<InputFile>, Vec<Diagnostic>), GatherError> {
    let mut paths = Vec::new();
    for path in &options.from {
        walk(path, &mut paths, 0)?;
    }
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    let mut days: BTreeMap<PathBuf, BTreeMap<String, Date>> = BTreeMap::new();
    for path in paths {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if is_ours(&name) {
            continue;
        }
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let days = days
            .entry(folder.clone())
            .or_insert_with(|| retrieval_days(&folder));
        let retrieved = days.get(&name).copied().or(options.retrieved);
        let bytes = read(&path)
            .map_err(|e| GatherError::new("file", format!("`{}`: {e}", path.display())))?;
        let outer = Outer {
            folder,
            retrieved,
            named: date_in(&name).and_then(first_day),
        };
        match unpack(&name, bytes) {
            Ok(files) => found.extend(
                files
                    .into_iter()
                    .map(|(name, bytes)| outer.file(name, bytes)),
            ),
            Err(why) => diagnostics.push(Diagnostic::error(
                "bad-archive",
                &name,
                0,
                "",
                format!("{why}; get the file again"),
            )),
        }
    }
    Ok((found, diagnostics))
}

struct Outer {
    folder: PathBuf,
    retrieved: Option<Date>,
    named: Option<Date>,
}

impl Outer {
    fn file(&self, name: String, bytes: Vec<u8>) -> InputFile {
        let named = self.named.or_else(|| date_in(&name).and_then(first_day));
        InputFile {
            name,
            bytes,
            named,
            folder: self.folder.clone(),
            retrieved: self.retrieved,
        }
    }
}

/// Hidden files, broken-off downloads and our own records are not lists.
fn is_ours(name: &str) -> bool {
    name.starts_with('.') || name.ends_with(".part") || name == "update.json"
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != STANDARD_INPUT {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn walk(path: &Path, out: &mut Vec<PathBuf>, depth: u32) -> Result<(), GatherError> {
    let failed =
        |error: std::io::Error| GatherError::new("file", format!("`{}`: {error}", path.display()));
    if path.as_os_str() == STANDARD_INPUT {
        out.push(path.to_path_buf());
        return Ok(());
    }
    if !fs::metadata(path).map_err(failed)?.is_dir() {
        out.push(path.to_path_buf());
        return Ok(());
    }
    if depth > 16 {
        return Err(GatherError::new(
            "file",
            format!(
                "`{}` lies too deep; name the folder with the lists",
                path.display()
            ),
        ));
    }
    let entries: Result<Vec<_>, _> = fs::read_dir(path)
        .map_err(failed)?
        .map(|entry| entry.map(|e| e.path()))
        .collect();
    let mut entries = entries.map_err(failed)?;
    entries.sort();
    for entry in entries {
        walk(&entry, out, depth + 1)?;
    }
    Ok(())
}

/// `update.json` of `exportcheck update`: file name -> day of retrieval.
fn retrieval_days(folder: &Path) -> BTreeMap<String, Date> {
    let text = fs::read(folder.join("update.json")).unwrap_or_default();
    let json: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
    let files = json.get("files").and_then(serde_json::Value::as_object);
    let days = files.into_iter().flatten().filter_map(|(name, file)| {
        let day = file.get("retrieved")?.as_str()?.parse().ok()?;
        Some((name.clone(), day))
    });
    days.collect()
}

fn unpack(name: &str, bytes: Vec<u8>) -> Result<Vec<(String, Vec<u8>)>, String> {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let inner = read_all(&mut flate2::read::MultiGzDecoder::new(bytes.as_slice()))?;
        let name = name.strip_suffix(".gz").unwrap_or(name);
        return unpack(name, inner);
    }
    let file = SourceFile {
        name,
        bytes: &bytes,
    };
    let known = READERS.iter().any(|reader| (reader.recognises)(&file));
    if bytes.starts_with(b"PK\x03\x04") && !known {
        return unzip(name, bytes);
    }
    Ok(vec![(name.to_owned(), bytes)])
}

fn unzip(name: &str, bytes: Vec<u8>) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|e| format!("the zip archive cannot be read: {e}"))?;
    let mut files = Vec::new();
    for number in 0..archive.len() {
        let mut entry = archive
            .by_index(number)
            .map_err(|e| format!("the zip archive cannot be read: {e}"))?;
        if entry.is_file() {
            let whole = entry
                .name()
                .map_err(|e| format!("the zip archive cannot be read: {e}"))?
                .into_owned();
            let inner = whole.rsplit(['/', '\\']).next().unwrap_or_default();
            let bytes = read_all(&mut entry)?;
            files.push((format!("{name}/{inner}"), bytes));
        }
    }
    files.sort();
    Ok(files)
}

fn read_all(reader: &mut dyn Read) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let read = reader
        .take(MOST_BYTES)
        .read_to_end(&mut out)
        .map_err(|e| format!("the packed file cannot be unpacked: {e}"))?;
    if read as u64 == MOST_BYTES {
        Err("the packed file unpacks to more than 1 GiB".to_owned())
    } else {
        Ok(out)
    }
}
