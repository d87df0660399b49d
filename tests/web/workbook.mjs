// Writes the smallest XLSX that has what real ones have: shared strings, a date style, a gap between rows.
import { createRequire } from "node:module";

const { strToU8, zipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

export function workbook(rows) {
  const shared = [];
  const cell = (value, row, column) => {
    const at = `${String.fromCharCode(65 + column)}${row}`;
    if (value.date) return `<c r="${at}" s="1"><v>${value.date}</v></c>`;
    if (value.number) return `<c r="${at}"><v>${value.number}</v></c>`;
    return `<c r="${at}" t="s"><v>${shared.push(value) - 1}</v></c>`;
  };
  const data = rows.map((cells, at) => (cells.length ? `<row r="${at + 1}">${cells.map((value, column) => cell(value, at + 1, column)).join("")}</row>` : "")).join("");
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const files = {
    "xl/workbook.xml": `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Target="worksheets/sheet9.xml"/></Relationships>',
    "xl/worksheets/sheet9.xml": `<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst ${main}>${shared.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}
