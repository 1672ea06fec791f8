import { t } from '@vscode/l10n';
import { chapterHeading } from '../standard';
import type { Check } from './finding';
import { occurrence } from './placing';

export const chapterOrder: Check = {
  code: 'chapter-order',
  severity: 'warning',
  find({ report }) {
    const first = report.chapters.filter((found) => occurrence(report, found.chapter) === found);
    const inOrder = longestAscent(first.map(({ chapter }) => chapter.number));
    return first.flatMap((found, index) => {
      if (inOrder.has(index)) return [];
      const { number } = found.chapter;
      const before = report.edition.edition.chapters.filter((chapter) => chapter.number < number && occurrence(report, chapter)).at(-1);
      return [
        {
          ...found.span,
          message: before
            ? t('The chapter “{0}” stands out of order: it belongs behind “{1}”.', chapterHeading(found.chapter), chapterHeading(before))
            : t('The chapter “{0}” stands out of order: it comes first.', chapterHeading(found.chapter)),
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
