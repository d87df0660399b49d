//! CSV and TSV with a header row, every row with its line for diagnostics.

use std::borrow::Cow;
use std::collections::HashMap;

/// A table as text.
pub(super) struct Table {
    /// Header cells, trimmed.
    pub(super) header: Vec<String>,
    /// Rows below the header, empty ones left out.
    pub(super) rows: Vec<Row>,
    /// Lines that could not be read, with the reason.
    pub(super) broken: Vec<(u64, String)>,
    columns: HashMap<String, usize>,
}

/// One row.
pub(super) struct Row {
    /// Line in the file, from 1.
    pub(super) line: u64,
    /// Its cells, trimmed.
    pub(super) cells: Vec<String>,
}

/// How a file separates its cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// `,`, `;` or tab.
    pub(super) separator: u8,
    /// Whether double quotes enclose cells.
    pub(super) quoted: bool,
    /// Lines above the header that are not part of the table.
    pub(super) skip: usize,
}

/// UTF-8 (with or without byte order mark), otherwise Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
        }
    }
}

/// Reads a table.
pub(super) fn read(text: &str, shape: Shape) -> Table {
    let mut rest = text;
    for _ in 0..shape.skip {
        rest = rest.split_once('\n').map_or("", |(_, below)| below);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(shape.separator)
        .quoting(shape.quoted)
        .has_headers(false)
        .flexible(true)
        .from_reader(rest.as_bytes());
    let mut table = Table {
        header: Vec::new(),
        rows: Vec::new(),
        broken: Vec::new(),
        columns: HashMap::new(),
    };
    let skipped = shape.skip as u64;
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line) + skipped;
                let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
                if table.header.is_empty() {
                    table.header = cells;
                } else if cells.iter().any(|cell| !cell.is_empty()) {
                    table.rows.push(Row { line, cells });
                }
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line) + skipped;
                table.broken.push((line, error.to_string()));
            }
        }
    }
    let columns = table.header.iter().enumerate();
    table.columns = columns.map(|(at, name)| (name.clone(), at)).collect();
    table
}

impl Table {
    /// A cell by column name; empty when the column or the cell is not there.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let at = self.columns.get(column);
        at.and_then(|at| row.cells.get(*at))
            .map_or("", String::as_str)
    }

    /// Whether the header names the column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }
}
