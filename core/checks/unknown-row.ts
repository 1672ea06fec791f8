import { t } from '@vscode/l10n';
import { format2021 } from '../form';
import { tablesOf } from '../report/cells';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

/** Characters of a row's label that are shown. */
const longestShown = 24;

export const unknownRow: Check = {
  code: 'unknown-row',
  severity: 'warning',
  category: 'tables',
  title: { en: 'Row of the office’s own', zh: '自行增加的行' },
  description: {
    en: 'A row inside a table that the form does not have. If its figures are counted in the totals, the sums are judged with them.',
    zh: '统一格式的表内没有这一行。自行增加的行若计入总计，核对合计时会一并计算。',
  },
  why: {
    en: 'The form is uniform so that reports can be summed; a row of one’s own is lost when they are.',
    zh: '统一格式是为了能够汇总，自行增加的行在汇总时会丢失。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 0],
        ['normative', 0, 0, 0],
        ['行政确认', 3, 0, 0],
      ]),
    ),
    right: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
  },
  find({ report }) {
    const { text } = report.document;
    return tablesOf(report).flatMap(({ unknownRows, edition }) =>
      unknownRows.map(({ label }) => ({
        start: label.start,
        end: label.end,
        message: t(
          'The form of {0} has no row “{1}” in this table.',
          edition.edition.id,
          shortened(text.slice(label.start, label.end).replace(/\s+/g, '')),
        ),
      })),
    );
  },
};

function shortened(label: string): string {
  return label.length > longestShown ? `${label.slice(0, longestShown)}…` : label;
}
