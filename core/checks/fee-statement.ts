import { t } from '@vscode/l10n';
import { chapterHeading, editionOf, feeRules } from '../form';
import { occurrence } from '../writing/placing';
import type { Check } from './support/finding';

const fees = /收费|处理费|收取|费用|减免/;

/** 国办函〔2020〕109号: the last chapter says whether processing fees were charged. Only the form of 2021 asks for it. */
export const feeStatement: Check = {
  code: 'fee-statement',
  severity: 'information',
  find({ report }) {
    if (report.edition !== editionOf('2021')) return [];
    const chapter = report.edition.edition.chapters.find(({ citation }) => citation.source === feeRules);
    const found = chapter && occurrence(report, chapter);
    if (!found) return [];
    const { lines, text } = report.document;
    if (fees.test(text.slice(lines[found.line].start, lines[found.endLine - 1].end))) return [];
    return [
      {
        ...found.span,
        message: t(
          '“{0}” says nothing of processing fees; {1} asks whether any were charged, and how much.',
          chapterHeading(found.chapter),
          feeRules.title,
        ),
      },
    ];
  },
};
