import { stringify } from 'csv-stringify/sync';
import { fieldsOf } from '../core/report/fields';
import type { Report } from '../core/report/report';

/** The version of the shape of the exported JSON. */
const openDataVersion = 1;

/** Figures as JSON: every field of a report by its public identifier, with its label. Several reports give a list. */
export function writeJson(reports: readonly Report[]): string {
  const data = reports.map((report) => ({
    version: openDataVersion,
    organ: report.identity.organ,
    year: report.identity.year,
    edition: report.edition.edition.id,
    source: report.edition.edition.source.title,
    fields: Object.fromEntries(fieldsOf(report).map(({ field, value, text }) => [field.id, { value, text, label: labelOf(field) }])),
  }));
  return `${JSON.stringify(data.length === 1 ? data[0] : data, undefined, 2)}\n`;
}

/** The same as comma-separated values, one row for each field. */
export function writeCsv(reports: readonly Report[]): string {
  const head = ['organ', 'year', 'edition', 'field', 'table', 'row', 'column', 'label', 'value', 'text'];
  return `${csv([head, ...reports.flatMap(csvRowsOf)])}\n`;
}

function csvRowsOf(report: Report): (string | number)[][] {
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

type FormField = ReturnType<typeof fieldsOf>[number]['field'];

function labelOf({ row, column }: FormField): string {
  return [row.entry.label, column.label].filter(Boolean).join(' ');
}

/** Text that a spreadsheet program would take for a formula. It gets an apostrophe, so that it stays text. */
const formulaStart = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/;

/** Rows as comma-separated values, with the byte order mark that tells spreadsheet programs that they are UTF-8. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : cell)));
  return `\ufeff${stringify(safe).trimEnd()}`;
}
