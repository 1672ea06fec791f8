import { stringify } from 'csv-stringify/sync';
import { fieldsOf } from '../report/fields';
import type { Report } from '../report/report';

/** The version of what is exported. */
const version = 1;

/** A report's figures as open data: every field that it has, by its public identifier, with its label. */
export function writeJson(report: Report): string {
  const { identity, edition } = report;
  const fields = fieldsOf(report).map(({ field, value, text }) => [field.id, { value, text, label: labelOf(field) }]);
  const data = {
    version,
    organ: identity.organ,
    year: identity.year,
    edition: edition.edition.id,
    source: edition.edition.source.title,
    fields: Object.fromEntries(fields),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** The same as comma-separated values: one row a field. */
export function writeCsv(report: Report): string {
  const { identity, edition } = report;
  const head = ['organ', 'year', 'edition', 'field', 'table', 'row', 'column', 'label', 'value', 'text'];
  const rows = fieldsOf(report).map(({ field, value, text }) => [
    identity.organ ?? '',
    identity.year ?? '',
    edition.edition.id,
    field.id,
    field.table,
    field.row.id,
    field.id.slice([field.table, field.row.id].filter(Boolean).join('.').length + 1),
    labelOf(field),
    value ?? '',
    text,
  ]);
  return `${csv([head, ...rows])}\n`;
}

type FieldOf = ReturnType<typeof fieldsOf>[number]['field'];

function labelOf({ row, column }: FieldOf): string {
  return [row.entry.label, column.label].filter(Boolean).join(' ');
}

/** What a spreadsheet program would take for a formula; it is to be text. */
const formula = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/;

/** Rows as comma-separated values, with the mark by which spreadsheet programs know that they are UTF-8. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell)));
  return `\ufeff${stringify(safe).trimEnd()}`;
}
