import assert from 'node:assert/strict';
import { type GridCell, latestEdition, layoutOf } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { applyEdits } from '../../core/text/edit';
import type { Grid } from '../../core/writing/paste/clipboard';
import { pasting } from '../../core/writing/paste/pasting';
import { newReport } from '../../core/writing/renewal';
import { readWebPage } from '../../exchange/html/read-page';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { valuesOf } from '../support/reading';

/*
 * What programs put on the clipboard for the same cells: HTML in the way of each, and plain text. Merged cells stand in the
 * HTML with their spans; in the text, spreadsheets leave empty cells for them, and word processors none.
 */

interface Cell {
  text: string;
  width: number;
  height: number;
}
type Table = readonly (readonly Cell[])[];

interface Program {
  html(table: Table): string;
  text(table: Table): string;
}

const spans = ({ width, height }: Cell) => `${width > 1 ? ` colspan=${width}` : ''}${height > 1 ? ` rowspan=${height}` : ''}`;
const rowsOf = (table: Table, cell: (each: Cell) => string, row = '<tr>') =>
  table.map((cells) => `${row}${cells.map(cell).join('')}</tr>`).join('\n');

/** Cells laid out, empty where merged ones go on. */
function laidOut(table: Table): string[][] {
  const until: number[] = [];
  return table.map((cells, index) => {
    const texts: string[] = [];
    const pass = () => {
      while ((until[texts.length] ?? 0) > index) texts.push('');
    };
    for (const { text, width, height } of cells) {
      pass();
      for (let over = 0; over < width; over++) {
        until[texts.length] = index + height;
        texts.push(over === 0 ? text : '');
      }
    }
    pass();
    return texts;
  });
}

const spreadsheetText = (table: Table, eol: string) =>
  laidOut(table)
    .map((cells) => cells.join('\t') + eol)
    .join('');
const fragments = (generator: string, progId: string, body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=${progId}>
<meta name=Generator content="${generator}">
<style><!-- .xl65 {mso-number-format:"0_ ";} p.MsoNormal {margin:0cm;} --></style>
</head>
<body link="#0563C1" vlink="#954F72">
${body}
</body>
</html>`;
const sheet = (table: Table) =>
  `<table border=0 cellpadding=0 cellspacing=0 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=72 span=2 style='width:54pt'>
${rowsOf(table, (cell) => `<td class=xl65${spans(cell)} align=right width=72 style='width:54pt'>${cell.text}</td>`, " <tr height=19 style='height:14.25pt'>")}
<!--EndFragment-->
</table>`;

const programs: Readonly<Record<string, Program>> = {
  Excel: {
    html: (table) => fragments('Microsoft Excel 15', 'Excel.Sheet', sheet(table)),
    text: (table) => spreadsheetText(table, '\r\n'),
  },
  'WPS spreadsheets': {
    html: (table) => fragments('WPS Office ET', 'ET.Sheet', sheet(table)),
    text: (table) => spreadsheetText(table, '\r\n'),
  },
  Word: {
    html: (table) =>
      fragments(
        'Microsoft Word 15',
        'Word.Document',
        `<!--StartFragment--><table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>
${rowsOf(
  table,
  (cell) =>
    `<td width=69${spans(cell)} valign=top style='width:51.8pt'><p class=MsoNormal align=center style='text-align:center'><span
  lang=EN-US style='font-family:FangSong'>${cell.text}<o:p></o:p></span></p></td>`,
)}
</table><!--EndFragment-->`,
      ),
    text: (table) => table.map((cells) => `${cells.map(({ text }) => text).join('\t')}\r\n`).join(''),
  },
  'LibreOffice Calc': {
    html: (table) => `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/></head><body><table cellspacing="0" border="0">
<colgroup span="2" width="85"></colgroup>
${rowsOf(table, (cell) => `<td${spans(cell)} height="17" align="right" sdval="${cell.text}" sdnum="2052;">${cell.text}</td>`)}
</table></body></html>`,
    text: (table) => spreadsheetText(table, '\n'),
  },
  'LibreOffice Writer': {
    html: (table) => `<html><head><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/></head><body lang="zh-CN" dir="ltr">
<table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/><col width="128*"/>
${rowsOf(table, (cell) => `<td${spans(cell)} width="50%" style="border: 1px solid #000000"><p align="center">\n${cell.text}</p>\n</td>`, '<tr valign="top">')}
</table><p><br/></p></body></html>`,
    text: (table) => table.flatMap((cells) => cells.map(({ text }) => `${text}\n`)).join(''),
  },
  'a browser': {
    html: (table) =>
      `<meta charset='utf-8'><table><tbody>${rowsOf(table, (cell) => `<td${spans(cell)}>${cell.text}</td>`)}</tbody></table>`,
    text: (table) =>
      laidOut(table)
        .map((cells) => cells.join('\t'))
        .join('\n'),
  },
};

const plain = (rows: Grid): Table => rows.map((cells) => cells.map((text) => ({ text, width: 1, height: 1 })));
const label = '一、本年新收政府信息公开申请数量';
const labelled: Table = [
  [{ text: label, width: 3, height: 1 }, ...[7, 2, 0, 0, 0, 0, 9].map((value) => ({ text: String(value), width: 1, height: 1 }))],
];
const columns = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'];

const cases: readonly { name: string; table: Table; filled: readonly string[] }[] = [
  { name: 'one cell', table: plain([['5']]), filled: ['requests.granted.natural=5'] },
  {
    name: 'a row',
    table: plain([['5', '6', '0']]),
    filled: ['requests.granted.natural=5', 'requests.granted.business=6', 'requests.granted.research=0'],
  },
  { name: 'a column', table: plain([['5'], ['6']]), filled: ['requests.granted.natural=5', 'requests.partial.natural=6'] },
  {
    name: 'a block',
    table: plain([
      ['5', '6'],
      ['7', '8'],
    ]),
    filled: ['requests.granted.natural=5', 'requests.granted.business=6', 'requests.partial.natural=7', 'requests.partial.business=8'],
  },
  {
    name: 'a row with its label',
    table: labelled,
    filled: [7, 2, 0, 0, 0, 0, 9].map((value, place) => `requests.new.${columns[place]}=${value}`),
  },
];

const blank = newReport({ organ: '平安县水利局', year: 2025 }).join('\n');

function pasted(table: Table, { html, text }: Program): string {
  const report = readReport(blank);
  const cell = report.tables.requests?.rows.flatMap(({ cells }) => cells).find(({ field }) => field.id === 'requests.granted.natural');
  assert.ok(cell);
  const passages = readWebPage(html(table)).passages.map(({ passage }) => passage);
  const result = pasting(report, { start: cell.start, end: cell.end }, { text: text(table), passages });
  assert.ok('edits' in result, JSON.stringify(result));
  return applyEdits(blank, result.edits);
}

for (const [name, program] of Object.entries(programs))
  describe(`the clipboard of ${name}`, () => {
    for (const { name: what, table, filled } of cases)
      it(`fills a table with ${what}`, () => {
        const values = valuesOf(readReport(pasted(table, program)));
        assert.deepEqual(
          [...values].flatMap(([id, value]) => (value === null ? [] : [`${id}=${value}`])),
          filled,
        );
      });

    for (const id of ['proactive', 'requests', 'disputes'] as const)
      it(`puts the whole table ${id} in place of the blank one`, () => {
        const figures = inventFigures(seeded(3), latestEdition, 0.7);
        const cellOf = ({ field, text, width, height }: GridCell): Cell => ({
          text: field ? String(figures.get(field.id)) : text,
          width,
          height,
        });
        const table = layoutOf(latestEdition.tables[id]).map(({ cells }) => cells.map(cellOf));
        const values = valuesOf(readReport(pasted(table, program)));
        for (const field of latestEdition.tables[id].fields) assert.equal(values.get(field.id), figures.get(field.id), field.id);
      });
  });
