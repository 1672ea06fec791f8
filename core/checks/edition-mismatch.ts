import { t } from '@vscode/l10n';
import { type CompiledEdition, editionForYear } from '../form';
import { tablesOf } from '../report/cells';
import type { BoundTable, Report } from '../report/report';
import { upgradeEdit } from '../writing/upgrade';
import type { Check, Fix } from './support/finding';

/** Last year's format: the tables are of another edition than the report's year asks for. */
export const editionMismatch: Check = {
  code: 'edition-mismatch',
  severity: 'warning',
  find({ report }) {
    const { year } = report.identity;
    const due = year === null ? undefined : editionForYear(year);
    if (!due) return [];
    const wrong = tablesOf(report).filter(({ edition }) => edition !== due);
    const [first, ...others] = wrong;
    if (!first) return [];
    const label = first.labels.find(({ anchor }) => anchor.editions.join() === first.edition.edition.id) ?? first.labels[0] ?? first;
    return [
      {
        start: label.start,
        end: label.end,
        message: t(
          'A report on {0} follows the form of {1} ({2}); this table is of the form of {3}.',
          year as number,
          due.edition.id,
          due.edition.source.title,
          first.edition.edition.id,
        ),
        fixes: fixesOf(report, wrong, due),
        related: others.flatMap(({ labels, edition }) =>
          labels[0]
            ? [{ start: labels[0].start, end: labels[0].end, message: t('This table is of the form of {0} too.', edition.edition.id) }]
            : [],
        ),
      },
    ];
  },
};

/** Turns all tables of the wrong edition into those of the right one. */
function fixesOf(report: Report, tables: readonly BoundTable[], due: CompiledEdition): Fix[] {
  const edits = tables.flatMap((table) => upgradeEdit(report, table, due) ?? []);
  return edits.length < tables.length ? [] : [{ title: t('Turn into the tables of the form of {0}', due.edition.id), edits }];
}
