import { stringify } from 'csv-stringify/sync';
import { fieldsOf } from '../core/report/fields';
import type { Report } from '../core/report/report';

/** The version of what is exported. */
const version = 1;

/** Figures as open data: every field that a report has, by its public identifier, with its label. Of several reports, a list. */
export function writeJson(reports: readonly Report[]): string {
  const data = reports.map((report) => ({
    version,
    organ: report.identity.organ,
    year: report.identity.year,
    edition: report.edition.edition.id,
    source: report.edition.edition.source.title,
    fields: Object.fromEntries(fieldsOf(report).map(({ field, value, text }) => [field.id, { value, text, label: labelOf(field) }])),
  }));
  return `${JSON.stringify(data.length === 1 ? data[0] : data, undefined, 2)}\n`;
}

/** The same as comma-separated values: one row a field. */
export function writeCsv(reports: readonly Report[]): string {
  const head = ['organ', 'year', 'edition', 'field', 'table', 'row', 'column', 'label', 'value', 'text'];
  return `${csv([head, ...reports.flatMap(rowsOf)])}\n`;
}

function rowsOf(report: Report): (string | number)[][] {
  const { identity, edition } = report;
  return fieldsOf(report).map(({ field, value, text }) => [
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
