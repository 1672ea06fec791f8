import { t } from '@vscode/l10n';
import type { TableBalance } from '../analysis/balances';
import { isAllowed } from '../analysis/cell-change';
import { format2021, type RowForm } from '../form';
import { tablesOf } from '../report/cells';
import type { BoundRow, BoundTable } from '../report/report';
import { rowName } from '../report/wording';
import { type Document, lineAt, Separator } from '../text/document';
import type { Edit } from '../text/edit';
import { chapter, label, passages, wholeTable } from './support/examples';
import type { Check, Finding } from './support/finding';

/** More missing rows than this are one finding: the table is cut off, or only begun. */
const mostNamedAlone = 4;
/** Rows that such a finding names. */
const mostNamed = 3;

export const missingRow: Check = {
  code: 'missing-row',
  severity: 'error',
  category: 'tables',
  title: { en: 'Missing row', zh: '缺行' },
  description: {
    en: 'The table lacks a row of the form. Many missing rows are one finding. Fix: inserts the row where it belongs, with the figures that the sums imply.',
    zh: '表格缺少统一格式规定的行。缺的行多时合并为一条提示。修复：在应有的位置插入该行，能由勾稽关系推算的数字一并填入。',
  },
  why: {
    en: 'Rows are fixed even where all their figures are 0; sums that a missing row enters can’t be judged.',
    zh: '即使全部为 0，各行也不得删减；缺了一行，与它有关的勾稽关系就无法核对。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(
      chapter('proactive'),
      wholeTable('proactive', {})
        .split('\n')
        .filter((line) => !line.includes(label('proactive.penalty')))
        .join('\n'),
    ),
    right: passages(chapter('proactive'), wholeTable('proactive', {})),
  },
  parameters: [
    { value: mostNamedAlone, means: { en: 'Missing rows that have a finding each, at most', zh: '逐行提示的缺行上限' } },
    { value: mostNamed, means: { en: 'Rows that one finding for more names', zh: '合并提示时列出的行数' } },
  ],
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
      : t('The table lacks the row “{0}”, which belongs after this one.', rowName(form)),
    fixes: edit ? [{ title: t('Insert the row “{0}” after this one', rowName(form)), edits: [edit] }] : [],
  };
}

/** Column of the row → the figure that its sums imply, for columns where they tell. */
function figuresOf(form: RowForm, balance: TableBalance | undefined): ReadonlyMap<number, number> {
  const told = form.fields.flatMap((field): [number, number][] => {
    const value = balance?.implied(field);
    return value !== undefined && isAllowed(field, value) ? [[field.place, value]] : [];
  });
  return new Map(told);
}

/** Inserts a copy of a row after it, with another label and other figures. */
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
