import { t } from '@vscode/l10n';
import type { TableBalance } from '../analysis/balances';
import { isAllowed } from '../analysis/cell-change';
import type { RowForm } from '../form';
import { tablesOf } from '../report/cells';
import type { BoundRow, BoundTable } from '../report/report';
import { rowName } from '../report/wording';
import { type Document, lineAt, Separator } from '../text/document';
import type { Edit } from '../text/edit';
import type { Check, Finding } from './support/finding';

/** More missing rows than this are named in one finding: the table is cut off, or only begun. */
const mostNamedAlone = 4;
/** Of these, the first are named. */
const mostNamed = 3;

export const missingRow: Check = {
  code: 'missing-row',
  severity: 'error',
  find({ report, balances }) {
    return tablesOf(report).flatMap((table) => {
      const balance = balances.find((own) => own.table === table);
      const { missingRows } = table;
      if (missingRows.length === 0) return [];
      if (missingRows.length > mostNamedAlone) return [together(table)];
      return missingRows.map((form) => alone(report.document, table, form, balance));
    });
  },
};

function together(table: BoundTable): Finding {
  const names = table.missingRows
    .slice(0, mostNamed)
    .map((form) => `“${rowName(form)}”`)
    .join('、');
  const shown = table.rows.at(-1)?.label ?? table.labels.at(-1) ?? table;
  return { start: shown.start, end: shown.end, message: t('The table lacks {0} rows, from {1} on.', table.missingRows.length, names) };
}

function alone(document: Document, table: BoundTable, form: RowForm, balance: TableBalance | undefined): Finding {
  const forms = table.table.rows;
  const place = forms.indexOf(form);
  const before = table.rows.filter((row) => row.form && forms.indexOf(row.form) < place).at(-1);
  const shown = before?.label ?? table.rows[0]?.label ?? table;
  const edit = before?.form?.block === form.block ? likeRow(document, before, form, figuresOf(form, balance)) : undefined;
  const unlabelled = form.entry.label === '';
  return {
    start: shown.start,
    end: shown.end,
    field: form.fields[0].id,
    message: unlabelled
      ? t('The table has no row of figures.')
      : t('The table lacks the row “{0}”, which belongs behind this one.', rowName(form)),
    fixes: edit ? [{ title: t('Insert the row “{0}” behind this one', rowName(form)), edits: [edit] }] : [],
  };
}

/** The figures with which all sums hold that the row enters, by their place; none where the sums do not tell. */
function figuresOf(form: RowForm, balance: TableBalance | undefined): ReadonlyMap<number, number> {
  const told = form.fields.flatMap((field): [number, number][] => {
    const value = balance?.implied(field);
    return value !== undefined && isAllowed(field, value) ? [[field.place, value]] : [];
  });
  return new Map(told);
}

/** The lines of a row once more behind it, with another label and other figures. */
function likeRow(document: Document, row: BoundRow, form: RowForm, figures: ReadonlyMap<number, number>): Edit | undefined {
  const { text, lines, eol } = document;
  if (row.cells.length !== form.fields.length) return undefined;
  const first = lines[lineAt(document, row.label.start)];
  const last = lines[lineAt(document, row.cells[row.cells.length - 1].end)];
  let copy = text.slice(first.start, row.label.start).replace(/[^\s|｜]/gu, '') + form.entry.label;
  let at = row.label.end;
  row.cells.forEach((cell, index) => {
    const figure = figures.get(form.fields[index].place);
    copy += text.slice(at, cell.start) + (figure ?? (cell.cell.separator === Separator.Space ? '0' : ''));
    at = cell.end;
  });
  copy += text.slice(at, last.end);
  const below = lines[lineAt(document, last.end) + 1];
  const gap = below && below.start === below.end && row.cells[0].cell.alone ? eol : '';
  return { start: last.end, end: last.end, newText: eol + gap + copy };
}
