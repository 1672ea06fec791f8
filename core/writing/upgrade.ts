import type { CompiledEdition, Field } from '../form';
import { keptLines, linesOf } from '../report/lines';
import type { BoundTable, Report } from '../report/report';
import { joinedText, type Span } from '../text/document';
import type { Edit } from '../text/edit';
import { tableLines } from './markdown';

/**
 * The edit that turns a table into that of another edition. Figures that have a counterpart there are carried over; the
 * others, zeros excepted, are listed in a comment before it. undefined where the table contains something that
 * would be lost.
 */
export function upgradeEdit(report: Report, table: BoundTable, to: CompiledEdition): Edit | undefined {
  const { document } = report;
  const place = linesOf(report, table);
  const kept = keptLines(report, table, place);
  if (!kept) return undefined;
  const textOf = (span: Span) => joinedText(document, span);
  const cells = new Map(table.rows.flatMap((row) => row.cells.map((cell) => [cell.field.id, cell])));
  const form = to.tables[table.table.form.id];
  const taken = new Set<string>();
  const lines = tableLines(form, (field) => {
    const cell = cells.get(sourceFieldOf(field, table.edition));
    if (!cell) return '';
    taken.add(cell.field.id);
    return textOf(cell);
  });
  const left = [...cells.values()]
    .filter((cell) => !taken.has(cell.field.id) && cell.state !== 'empty' && cell.value !== 0 && cell.state !== 'not-applicable')
    .map((cell) => `${[cell.field.row.entry.label, cell.field.column.label].filter(Boolean).join(' ')}：${textOf(cell)}`);
  for (const row of [...table.rows, ...table.unknownRows])
    if (row.extra.length > 0) left.push(`${textOf(row.label)}：${row.extra.map(textOf).join('、')}`);
  const comment = left.length > 0 ? [`<!-- 新表中没有对应栏目的数字：${left.join('；').replaceAll('-->', '')} -->`] : [];
  const after = kept.flatMap(({ text }) => ['', text]);
  const { start } = document.lines[place.first];
  const { end } = document.lines[place.last];
  return { start, end, newText: [...comment, ...lines, ...after].join(document.eol) };
}

/** Identifier of the field in `from` that corresponds to a field of another edition. */
function sourceFieldOf(field: Field, from: CompiledEdition): string {
  if (from.fieldById.has(field.formerly)) return field.formerly;
  return from.tables[field.table].fields.find(({ formerly, id }) => formerly === field.id && formerly !== id)?.id ?? field.id;
}
