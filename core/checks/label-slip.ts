import { t } from '@vscode/l10n';
import { format2021 } from '../form';
import { tablesOf } from '../report/cells';
import type { BoundLabel } from '../report/report';
import type { Edit } from '../text/edit';
import { fold } from '../text/fold';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

export const labelSlip: Check = {
  code: 'label-slip',
  severity: 'warning',
  category: 'form',
  title: { en: 'Slip in a label', zh: '标签错字' },
  description: {
    en: 'A label differs from the form’s by a slip. White space, the width of punctuation, quotation marks, additions in parentheses and lost numbering are no slips. Fix: changes the wrong characters only.',
    zh: '标签与统一格式差一两个字。空白、全半角、引号、括号内的补充、编号缺失都不算。修复：只改错字。',
  },
  why: {
    en: 'It comes from recognising printed pages or from typing, and other programs no longer find the row.',
    zh: '多为扫描识别或录入错误，其他程序会因此找不到这一行。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ).replace('现行有', '现行冇'),
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
    return tablesOf(report).flatMap(({ labels }) =>
      labels
        .filter((label) => label.slip !== undefined)
        .map((label) => {
          const right = printed(label);
          const written = text.slice(label.start, label.end);
          // A figure that runs into a label is not a misspelling, so there is nothing to correct.
          const fixes =
            /\d$/.test(written) && !/\d$/.test(right)
              ? []
              : [{ title: t('Change to “{0}”', right), edits: [correction(text, label, right)], restoresForm: true }];
          return {
            start: label.start,
            end: label.end,
            message: t('“{0}” should read “{1}”.', written.replace(/\s+/g, ''), right),
            fixes,
          };
        }),
    );
  },
};

/** The part of the form's label that a slip replaces, as the form prints it. */
function printed({ anchor, slip }: BoundLabel): string {
  const offsets: number[] = [];
  const folded = fold(anchor.label, 0, anchor.label.length, offsets);
  const at = folded.indexOf(slip as string);
  if (at < 0) return slip as string;
  const after = at + (slip as string).length;
  return anchor.label.slice(at === 0 ? 0 : offsets[at], after === folded.length ? anchor.label.length : offsets[after]);
}

/** The smallest edit that corrects a label: only the characters that differ; white space stays. */
function correction(text: string, label: BoundLabel, right: string): Edit {
  const offsets: number[] = [];
  const wrong = fold(text, label.start, label.end, offsets);
  const rightOffsets: number[] = [];
  const wanted = fold(right, 0, right.length, rightOffsets);
  let head = 0;
  while (head < wrong.length && head < wanted.length && wrong[head] === wanted[head]) head++;
  let tail = 0;
  while (tail < wrong.length - head && tail < wanted.length - head && wrong[wrong.length - 1 - tail] === wanted[wanted.length - 1 - tail])
    tail++;
  const startOf = (places: number[], at: number, end: number) => (at < places.length ? places[at] : end);
  const endOf = (places: number[], at: number, start: number) => (at > 0 ? places[at - 1] + 1 : start);
  const start = head < wrong.length - tail ? offsets[head] : head > 0 ? offsets[head - 1] + 1 : startOf(offsets, head, label.start);
  const end = head < wrong.length - tail ? endOf(offsets, wrong.length - tail, label.start) : start;
  const newText = head < wanted.length - tail ? right.slice(rightOffsets[head], endOf(rightOffsets, wanted.length - tail, 0)) : '';
  return { start, end, newText };
}
