import { t } from '@vscode/l10n';
import { type CompiledEdition, editionForYear, editionOf, format2019, format2021 } from '../form';
import { tablesOf } from '../report/cells';
import type { BoundTable, Report } from '../report/report';
import { upgradeEdit } from '../writing/upgrade';
import { chapter, excerpt, passages, title } from './support/examples';
import type { Check, Fix } from './support/finding';

export const editionMismatch: Check = {
  code: 'edition-mismatch',
  severity: 'warning',
  category: 'form',
  title: { en: 'Edition of the form', zh: '格式版本' },
  description: {
    en: 'The tables are of another edition of the form than the report’s year asks for: reports on 2019 and 2020 follow the form of 2019, later ones that of 2021. Fix: turns the tables into those of the right form.',
    zh: '表格与年度不符：2019、2020 年度用 2019 年版格式，2021 年度起用 2021 年版格式。修复：改为应使用的版本的表格。',
  },
  why: {
    en: 'Last year’s file was used again; its rows and columns ask for other figures.',
    zh: '多为沿用了旧文件，两版要求填写的行和列并不相同。',
  },
  source: [{ source: format2019 }, { source: format2021 }],
  examples: {
    wrong: passages(
      title(),
      chapter('proactive'),
      excerpt(
        'proactive',
        [
          ['rules', 0, 0, 0],
          ['normative', 0, 0, 0],
        ],
        editionOf('2019'),
      ),
    ),
    right: passages(
      title(),
      passages(
        chapter('proactive'),
        excerpt('proactive', [
          ['rules', 0, 0, 0],
          ['normative', 0, 0, 0],
        ]),
      ),
    ),
  },
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
