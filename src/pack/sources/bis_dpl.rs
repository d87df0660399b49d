//! BIS Denied Persons List, `dpl.txt`: quoted, tab-separated, one row per address of an order.
//!
//! There is no reference: name and effective date make one, so several orders against one name stay
//! separate and the rows of one order become one party. Names can begin with blanks, dates are
//! month first and can be impossible (year 3017). The end of the order is `ends_on`.

use super::dates::Order;
use super::delimited::{self, Row, Shape, Table};
use super::fields;
use super::intake::{Intake, digest, head, only_file, remark_as, some};
use super::{Reader, Reading, SourceFile};
use crate::party::{NameKind, Party, tidy};
use std::collections::HashMap;

/// The reader.
pub const READER: Reader = Reader {
    id: "bis-dpl",
    title: "BIS Denied Persons List, tab-separated text",
    recognises,
    part: |_| "main",
    read,
};

const COLUMNS: [&str; 12] = [
    "Name",
    "Street_Address",
    "City",
    "State",
    "Country",
    "Postal_Code",
    "Effective_Date",
    "Expiration_Date",
    "Standard_Order",
    "Last_Update",
    "Action",
    "FR_Citation",
];

fn recognises(file: &SourceFile<'_>) -> bool {
    let head = head(file.bytes);
    let first = head.lines().next().unwrap_or_default();
    first.contains('\t') && first.contains("Effective_Date") && first.contains("FR_Citation")
}

fn read(files: &[SourceFile<'_>]) -> Reading {
    let file = match only_file(files) {
        Ok(file) => file,
        Err(reading) => return reading,
    };
    let mut intake = Intake::new(file.name);
    let text = delimited::decode(file.bytes);
    let shape = Shape {
        separator: b'\t',
        quoted: true,
        skip: 0,
    };
    let table = delimited::read(&text, shape);
    for needed in ["Name", "Effective_Date"] {
        if !table.has(needed) {
            let message = format!("column `{needed}` is missing; download the file again");
            return intake.fail("missing-column", 1, message);
        }
    }
    for column in &table.header {
        if !COLUMNS.contains(&column.as_str()) {
            intake.unknown_field(1, column);
        }
    }
    intake.broken(&table);
    let mut orders: HashMap<String, usize> = HashMap::new();
    let mut parties: Vec<(u64, Party)> = Vec::new();
    for (record, row) in (1_u32..).zip(&table.rows) {
        intake.reading.records += 1;
        intake.row_length(&table, row);
        let effective = table.cell(row, "Effective_Date");
        let reference = digest(&["us-dpl", table.cell(row, "Name"), effective]);
        let first = orders.get(&reference).and_then(|at| parties.get_mut(*at));
        if let Some((_, party)) = first {
            intake.reading.merged += 1;
            add_row(&mut intake, party, &table, row);
            continue;
        }
        orders.insert(reference.clone(), parties.len());
        let mut party = Party {
            list: "us-dpl".to_owned(),
            reference,
            record,
            ..Party::default()
        };
        party.add_name(table.cell(row, "Name"), NameKind::Primary);
        party.listed_on = intake.date(
            &mut party,
            row.line,
            "Effective_Date",
            effective,
            Order::MonthFirst,
        );
        add_row(&mut intake, &mut party, &table, row);
        parties.push((row.line, party));
    }
    for (line, party) in parties {
        intake.accept(party, line, "");
    }
    intake.reading
}

/// What every row of an order adds: address, end, notice, action.
fn add_row(intake: &mut Intake<'_>, party: &mut Party, table: &Table, row: &Row) {
    let cell = |column: &str| table.cell(row, column);
    let text = fields::join([
        cell("Street_Address"),
        cell("City"),
        cell("State"),
        cell("Postal_Code"),
    ]);
    intake.add_address(party, row.line, "Country", &text, cell("Country"));
    let ends = intake.date(
        party,
        row.line,
        "Expiration_Date",
        cell("Expiration_Date"),
        Order::MonthFirst,
    );
    // Rows of one order that disagree: the later end counts, both stand in the remarks.
    if let (Some(have), Some(other)) = (party.ends_on, ends)
        && have != other
    {
        remark_as(
            party,
            "expiration date in another row",
            &have.min(other).to_string(),
        );
    }
    party.ends_on = party.ends_on.max(ends);
    let citation = tidy(cell("FR_Citation"));
    match &mut party.citation {
        None => party.citation = some(&citation),
        Some(have) if have.split("; ").any(|part| part == citation) || citation.is_empty() => {}
        Some(have) => {
            have.push_str("; ");
            have.push_str(&citation);
        }
    }
    remark_as(party, "action", cell("Action"));
    remark_as(party, "standard order", cell("Standard_Order"));
    remark_as(party, "last update", cell("Last_Update"));
}
