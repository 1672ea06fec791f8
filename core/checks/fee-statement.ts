import { t } from '@vscode/l10n';
import { chapterHeading, editionOf, feeRules } from '../form';
import { occurrence } from '../writing/placing';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

const fees = /收费|处理费|收取|费用|减免/;

/** Only the form of 2021 asks for the statement. */
export const feeStatement: Check = {
  code: 'fee-statement',
  severity: 'information',
  category: 'prose',
  title: { en: 'Statement on fees', zh: '收费说明' },
  description: {
    en: 'In the form of 2021 the last chapter says nothing of processing fees.',
    zh: '2021年版格式的第六章没有说明信息处理费。',
  },
  why: {
    en: 'The rules ask every report whether fees were charged, and how much, even where there were none.',
    zh: '按规定，年报应写明是否收取信息处理费、收了多少，没有收取的也应说明。',
  },
  source: [{ source: feeRules }],
  examples: { wrong: passages(title(), chapter('other'), '无。'), right: passages(title(), chapter('other'), '本年度未收取信息处理费。') },
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
