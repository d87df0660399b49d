//! Unpacked files -> one source per list and bundle.

use super::files::InputFile;
use super::names::stem;
use crate::date::Date;
use crate::pack::manifest::FileInfo;
use crate::pack::sources::diagnostic::{Diagnostic, Severity};
use crate::pack::sources::{READERS, Reader, Reading};
use crate::party::Party;
use std::collections::BTreeMap;

/// What one bundle of files says about one list.
#[derive(Debug, Clone, Default)]
pub(super) struct Source {
    pub list: String,
    pub format: &'static str,
    pub parties: Vec<Party>,
    /// Date of the version: from the content, else the file name.
    pub published: Option<Date>,
    pub retrieved: Option<Date>,
    pub files: Vec<FileInfo>,
    /// Errors and warnings about this list.
    pub diagnostics: u32,
}

impl Source {
    /// The main file's name.
    pub(super) fn file(&self) -> &str {
        self.files.first().map_or("", |file| file.name.as_str())
    }

    /// The day that ranks it: published, else retrieved.
    pub(super) fn day(&self) -> Option<Date> {
        self.published.or(self.retrieved)
    }
}

/// Recognises, bundles and reads. Files no reader knows get a warning.
pub(super) fn read(files: Vec<InputFile>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Source> {
    let mut bundles: BTreeMap<usize, (&'static Reader, Vec<InputFile>)> = BTreeMap::new();
    let mut keys = BTreeMap::new();
    for (number, file) in files.into_iter().enumerate() {
        let Some(reader) = READERS
            .iter()
            .find(|reader| (reader.recognises)(&file.source()))
        else {
            let message = "no reader knows this format, the file is not used; see lists/FORMAT.md for the formats".to_owned();
            diagnostics.push(Diagnostic::warning(
                "unknown-format",
                &file.name,
                0,
                "",
                message,
            ));
            continue;
        };
        // One-file formats never join; the OFAC parts of one folder and stem do.
        let joins = reader.id == "ofac-csv";
        let key = (
            reader.id,
            file.folder.clone(),
            if joins {
                stem(&file.name)
            } else {
                number.to_string()
            },
        );
        let place = *keys.entry(key).or_insert(number);
        bundles
            .entry(place)
            .or_insert_with(|| (*reader, Vec::new()))
            .1
            .push(file);
    }
    bundles
        .into_values()
        .flat_map(|(reader, files)| read_bundle(reader, files, diagnostics))
        .collect()
}

fn read_bundle(
    reader: &'static Reader,
    mut files: Vec<InputFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Source> {
    files.sort_by_key(|file| (reader.part)(&file.source()) != "main");
    let reading = (reader.read)(&files.iter().map(InputFile::source).collect::<Vec<_>>());
    let dates = dates_per_list(reader, &files);
    let sources = per_list(reader, &files, &reading, &dates);
    diagnostics.extend(reading.diagnostics);
    sources
}

fn per_list(
    reader: &'static Reader,
    files: &[InputFile],
    reading: &Reading,
    dates: &BTreeMap<String, Date>,
) -> Vec<Source> {
    let mut lists: BTreeMap<&str, Source> = BTreeMap::new();
    let infos: Vec<FileInfo> = files.iter().map(|file| file.info(reader.id)).collect();
    // Companions may be older than the main file: the newest date in a name would hide that.
    let named = files.iter().filter_map(|file| file.named).min();
    for party in &reading.parties {
        let source = lists.entry(&party.list).or_insert_with(|| Source {
            list: party.list.clone(),
            format: reader.id,
            published: dates
                .get(&party.list)
                .copied()
                .or(reading.published)
                .or(named),
            retrieved: files.iter().filter_map(|file| file.retrieved).min(),
            files: infos.clone(),
            ..Source::default()
        });
        source.parties.push(party.clone());
    }
    count_diagnostics(&mut lists, reading, files);
    lists.into_values().collect()
}

/// A row's warning counts for the list of that row; one about the file for its largest list.
fn count_diagnostics(lists: &mut BTreeMap<&str, Source>, reading: &Reading, files: &[InputFile]) {
    let main = files.first().map_or("", |file| file.source().name);
    let rows: BTreeMap<u64, &str> = reading
        .parties
        .iter()
        .map(|p| (u64::from(p.record), p.list.as_str()))
        .collect();
    let largest = lists
        .iter()
        .max_by_key(|(_, source)| source.parties.len())
        .map(|(list, _)| *list);
    for diagnostic in reading
        .diagnostics
        .iter()
        .filter(|d| d.severity != Severity::Notice)
    {
        let row = (diagnostic.file == main)
            .then(|| rows.get(&diagnostic.line).copied())
            .flatten();
        if let Some(source) = row.or(largest).and_then(|list| lists.get_mut(list)) {
            source.diagnostics += 1;
        }
    }
}

/// `# published us-el: 2026-07-31` at the top of a plain table that holds several lists.
fn dates_per_list(reader: &Reader, files: &[InputFile]) -> BTreeMap<String, Date> {
    if reader.id != "plain-csv" {
        return BTreeMap::new();
    }
    let heads = files.iter().map(|file| {
        String::from_utf8_lossy(
            file.bytes
                .get(..file.bytes.len().min(16_384))
                .unwrap_or_default(),
        )
    });
    let mut dates = BTreeMap::new();
    for head in heads {
        for line in head
            .lines()
            .map_while(|line| line.trim_start_matches('\u{feff}').strip_prefix('#'))
        {
            let Some((list, date)) = line
                .trim()
                .strip_prefix("published ")
                .and_then(|rest| rest.split_once(':'))
            else {
                continue;
            };
            if let Ok(date) = date.trim().parse() {
                dates.insert(list.trim().to_owned(), date);
            }
        }
    }
    dates
}
