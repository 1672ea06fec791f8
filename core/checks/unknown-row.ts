import { t } from '@vscode/l10n';
import { tablesOf } from '../report/cells';
import type { Check } from './support/finding';

export const unknownRow: Check = {
  code: 'unknown-row',
  severity: 'warning',
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

const longestShown = 24;

function shortened(label: string): string {
  return label.length > longestShown ? `${label.slice(0, longestShown)}…` : label;
}
