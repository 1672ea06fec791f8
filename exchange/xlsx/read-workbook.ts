import { t } from '@vscode/l10n';
import readWorkbook from 'read-excel-file/node';
import { type Foreign, type ForeignPassage, Unreadable } from '../../core/writing/foreign';
import { damaged, pack, unpack } from '../bounds/archive';
import { inspectXml } from '../bounds/xml';

const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/[^/]+\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
/** Cells of a sheet that are looked at. */
const mostCells = 200_000;

/**
 * Reads the sheets of a workbook (.xlsx) as tables: what its cells show. Formulas are not computed; what they came to
 * when the workbook was saved is taken. Throws `Unreadable`.
 */
export async function readWorkbookTables(bytes: Uint8Array): Promise<Foreign> {
  const files = unpack(bytes, (name) => wanted.test(name));
  if (!files['xl/workbook.xml']) throw files['[Content_Types].xml'] ? new Unreadable(t('there is no Excel workbook in it')) : damaged();
  let failing = 0;
  let uncomputed = 0;
  for (const [name, content] of Object.entries(files)) {
    const xml = inspectXml(content);
    if (!name.startsWith('xl/worksheets/')) continue;
    failing += count(xml, /<c\b[^>]*\bt="e"/g);
    uncomputed += count(xml, /<\/f>\s*<\/c>|<f\b[^>]*\/>\s*<\/c>/g);
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
  return { passages: sheets.flatMap(({ sheet, data }) => passagesOf(sheet, data)), notes };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Cells that hold an error, as empty ones. */
function withoutFailures(xml: string): string {
  return xml.replace(/(<c\b[^>]*)\bt="e"([^>]*>)(?:(?!<\/c>)[\s\S])*<\/c>/g, '$1$2</c>');
}

/** The rows of a sheet, its name in front where it has been given one. */
function passagesOf(sheet: string, data: readonly unknown[][]): ForeignPassage[] {
  const rows = data.map((row) => row.map((value) => ({ text: shown(value), width: 1, height: 1 })));
  while (rows.length > 0 && rows[rows.length - 1].every(({ text }) => text === '')) rows.pop();
  if (rows.length === 0) return [];
  const name: ForeignPassage[] = /^(?:sheet|工作表)\s*\d*$/i.test(sheet) ? [] : [{ kind: 'text', text: sheet }];
  return [...name, { kind: 'table', rows }];
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value)
    .replace(/\s*[\r\n]+\s*/g, '')
    .trim();
}
