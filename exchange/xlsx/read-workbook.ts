import { t } from '@vscode/l10n';
import readWorkbook from 'read-excel-file/node';
import { type Foreign, type ForeignPassage, Unreadable } from '../../core/writing/foreign';
import { damaged, pack, unpack } from '../bounds/archive';
import { inspectXml } from '../bounds/xml';

const wantedFiles =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/[^/]+\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
/** Workbooks with more cells are not read. */
const mostCells = 200_000;

/**
 * Reads the sheets of a workbook (.xlsx) as tables of the text that cells show. Formulas are not computed; their results
 * when the workbook was saved count. Throws an `Unreadable`.
 */
export async function readWorkbookTables(bytes: Uint8Array): Promise<Foreign> {
  const files = unpack(bytes, (name) => wantedFiles.test(name));
  if (!files['xl/workbook.xml']) throw files['[Content_Types].xml'] ? new Unreadable(t('there is no Excel workbook in it')) : damaged();
  let failing = 0;
  let uncomputed = 0;
  for (const [name, content] of Object.entries(files)) {
    const xml = inspectXml(content);
    if (!name.startsWith('xl/worksheets/')) continue;
    failing += countMatches(xml, /<c\b[^>]*\bt="e"/g);
    uncomputed += countMatches(xml, /<\/f>\s*<\/c>|<f\b[^>]*\/>\s*<\/c>/g);
    files[name] = new TextEncoder().encode(withoutFailures(xml));
  }
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = await readWorkbook(Buffer.from(pack(files)), { trim: true });
  } catch {
    throw damaged();
  }
  if (sheets.reduce((sum, { data }) => sum + data.reduce((cells, row) => cells + row.length, 0), 0) > mostCells)
    throw new Unreadable(t('it holds too much'));
  const notes = [
    ...(failing > 0 ? [t('formulas that fail: their cells are left empty ({0})', failing)] : []),
    ...(uncomputed > 0
      ? [t('formulas that were never computed: their cells are left empty ({0}); save the workbook in Excel or WPS', uncomputed)]
      : []),
  ];
  return { passages: sheets.flatMap(({ sheet, data }) => passagesOfSheet(sheet, data)), notes };
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The XML of a sheet with cells that hold an error made empty. */
function withoutFailures(xml: string): string {
  return xml.replace(/(<c\b[^>]*)\bt="e"([^>]*>)(?:(?!<\/c>)[\s\S])*<\/c>/g, '$1$2</c>');
}

/** The rows of a sheet, after its name unless that is a program's default. */
function passagesOfSheet(sheet: string, data: readonly unknown[][]): ForeignPassage[] {
  const rows = data.map((row) => row.map((value) => ({ text: cellText(value), width: 1, height: 1 })));
  while (rows.length > 0 && rows[rows.length - 1].every(({ text }) => text === '')) rows.pop();
  if (rows.length === 0) return [];
  const name: ForeignPassage[] = /^(?:sheet|工作表)\s*\d*$/i.test(sheet) ? [] : [{ kind: 'text', text: sheet }];
  return [...name, { kind: 'table', rows }];
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value)
    .replace(/\s*[\r\n]+\s*/g, '')
    .trim();
}
