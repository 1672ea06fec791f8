import type { Field } from '../form';
import { joinedText, type Span } from '../text/document';
import type { BoundRow, Report } from './report';

/** What a report says in one of its fields. */
export interface FieldValue extends Span {
  field: Field;
  /** null where the cell is empty, not applicable or not a number. */
  value: number | null;
  /** As written; a text that breaks over lines is joined. */
  text: string;
}

/** Every field that the report has, in the form's order. An empty cell that leaves no trace stands after its label. */
export function fieldsOf(report: Report): FieldValue[] {
  const found: FieldValue[] = [];
  for (const { rows } of Object.values(report.tables))
    for (const row of rows) {
      for (const { field, value, start, end } of row.cells)
        found.push({ field, value, start, end, text: joinedText(report.document, { start, end }) });
      for (const field of tracelessFields(row)) found.push({ field, value: null, text: '', start: row.label.end, end: row.label.end });
    }
  return found.sort((a, b) => a.field.index - b.field.index);
}

function tracelessFields({ form, cells, traceless }: BoundRow): readonly Field[] {
  if (traceless === 0 || !form) return [];
  return form.fields.filter((field) => !cells.some((cell) => cell.field === field));
}
