import { t } from '@vscode/l10n';
import { chapterHeading, format2021 } from '../form';
import type { Report } from '../report/report';
import { LineKind, lineAt } from '../text/document';
import type { Edit } from '../text/edit';
import { occurrence } from '../writing/placing';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

export const chapterOrder: Check = {
  code: 'chapter-order',
  severity: 'warning',
  category: 'structure',
  title: { en: 'Order of the chapters', zh: '章节顺序' },
  description: {
    en: 'A chapter stands out of the order of the form. Fix: moves the chapters into order, each with all that stands in it.',
    zh: '章节没有按统一格式的顺序排列。修复：按顺序调整各章，章内内容随之移动。',
  },
  why: {
    en: 'Readers and programs look for figures under the chapter number that the form gives them.',
    zh: '读者和汇总程序都按统一格式的章号查找数据。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(title(), chapter('problems'), chapter('overview')),
    right: passages(title(), chapter('overview'), chapter('problems')),
  },
  find({ report }) {
    const first = report.chapters.filter((found) => occurrence(report, found.chapter) === found);
    const inOrder = longestAscent(first.map(({ chapter }) => chapter.number));
    return first.flatMap((found, index) => {
      if (inOrder.has(index)) return [];
      const edit = orderEdit(report);
      const { number } = found.chapter;
      const before = report.edition.edition.chapters.filter((chapter) => chapter.number < number && occurrence(report, chapter)).at(-1);
      return [
        {
          ...found.span,
          message: before
            ? t('The chapter “{0}” stands out of order: it belongs after “{1}”.', chapterHeading(found.chapter), chapterHeading(before))
            : t('The chapter “{0}” stands out of order: it comes first.', chapterHeading(found.chapter)),
          fixes: [{ title: t('Move the chapters into the order of the form'), edits: [edit] }],
        },
      ];
    });
  },
};

/** Indices of a longest ascending subsequence: the fewest chapters are then out of order. */
function longestAscent(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  numbers.forEach((number, index) => {
    const before = best.filter((ascent) => numbers[ascent[ascent.length - 1]] < number);
    best.push([...before.reduce((longest, ascent) => (ascent.length > longest.length ? ascent : longest), [] as number[]), index]);
  });
  return new Set(best.reduce((longest, ascent) => (ascent.length > longest.length ? ascent : longest), [] as number[]));
}

/** Puts the chapters into the form's order, each with its contents and the comments above it; what is around them stays. */
function orderEdit(report: Report): Edit {
  const { document, chapters, identity } = report;
  const { lines, text, eol } = document;
  const starts = chapters.map(({ line }) => {
    let first = line;
    while (first > 0 && lines[first - 1].kind === LineKind.Comment) first--;
    return lines[first].start;
  });
  const [start] = starts;
  const signature = identity.signature && lines[lineAt(document, identity.signature.start)].start;
  const end = signature && signature > starts[starts.length - 1] ? signature : text.length;
  const moved = chapters.map(({ chapter }, index) => ({ chapter, text: text.slice(starts[index], starts[index + 1] ?? end).trimEnd() }));
  moved.sort((a, b) => a.chapter.number - b.chapter.number);
  const tail = /\s*$/.exec(text.slice(start, end))?.[0] ?? '';
  return { start, end, newText: moved.map((each) => each.text).join(eol + eol) + (tail || eol) };
}
