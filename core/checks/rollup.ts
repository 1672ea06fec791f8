import { t } from '@vscode/l10n';
import { inOneLine } from '../language';
import type { Digest } from '../library/digest';
import { type Missing, rollUp } from '../library/rollup';
import { cellsOf } from '../report/cells';
import type { BoundCell } from '../report/report';
import { writeCell } from '../writing/cells';
import { nameIn } from './support/against-last';
import { chapter, passages, title, wholeTable } from './support/examples';
import type { Check, Context, Finding, Fix } from './support/finding';
import { repairsOf } from './support/stated';

/** Reports named in a message. */
const mostNamed = 3;
/** Figures of other reports that a finding leads to. */
const mostRelated = 12;

/** A figure that differs from the sum of the reports below. */
interface Difference {
  cell: BoundCell;
  now: number;
  sum: number;
  /** The figures below that are not 0. */
  figures: readonly { digest: Digest; value: number; range: NonNullable<ReturnType<Digest['figures']['get']>>['range'] }[];
}

export const rollup: Check = {
  code: 'rollup',
  severity: 'warning',
  category: 'other-reports',
  title: { en: 'Sum of the reports below', zh: '汇总数' },
  description: {
    en: 'A government’s figure is not the sum of those below it. Which reports add up to which stands in a folder’s nianbao.json: `{"rollup": {"县.md": ["部门/*.md"]}}`. A report whose figure makes up the difference is named; where parts differ, their totals are not said again. Reports that lack a table, or are on another year, are listed and not counted as 0. Fix: takes over all sums, or this one.',
    zh: '本级政府年报的数字不等于所属各单位之和。由哪些年报汇总，写在文件夹的 nianbao.json 里：`{"rollup": {"县.md": ["部门/*.md"]}}`。差额正好等于某个单位的数字时会指明；分项不符时不再重复提示合计。缺表格、不是本年度的年报会列出来，不当作 0。修复：填入全部汇总数，或只改这一格。',
  },
  why: {
    en: 'The reports below are published too, so that everyone can add them up.',
    zh: '所属各单位的年报同样公布，任何人都可以加总核对。',
  },
  examples: {
    wrong: passages(title(2025, '平安县人民政府'), chapter('proactive'), wholeTable('proactive', { 'proactive.licensing.decisions': 460 })),
    right: passages(title(2025, '平安县人民政府'), chapter('proactive'), wholeTable('proactive', { 'proactive.licensing.decisions': 483 })),
    other: {
      is: 'below',
      text: passages(title(2025), chapter('proactive'), wholeTable('proactive', { 'proactive.licensing.decisions': 483 })),
    },
  },
  parameters: [
    { value: mostNamed, means: { en: 'Reports that a finding names, at most', zh: '提示中点名的年报上限' } },
    { value: mostRelated, means: { en: 'Figures of other reports that a finding links to, at most', zh: '提示中链接的其他年报数字上限' } },
  ],
  find(context) {
    const { below } = context.neighbours;
    if (!below?.length) return [];
    const { sums, missing } = rollUp(below, context.report.edition, context.report.identity.year);
    const all = differencesOf(context, below, sums, missing);
    const wrong = withoutTotals(context, all);
    const takeOver: Fix[] =
      all.length > 1
        ? [
            {
              title: t('Take over all sums of the reports below ({0})', all.length),
              edits: all.map(({ cell, sum }) => writeCell(cell, sum)),
            },
          ]
        : [];
    // A report that was left out is missing from many figures: the one that explains most is named first.
    const explained = new Map<Digest, number>();
    for (const { now, sum, figures } of wrong)
      for (const { digest, value } of figures)
        if (isNear(value, Math.abs(now - sum))) explained.set(digest, (explained.get(digest) ?? 0) + 1);
    return [...lacking(context, missing), ...wrong.map((difference) => findingOf(context, difference, explained, takeOver))];
  },
};

function differencesOf(
  { report, balances }: Context,
  below: readonly Digest[],
  sums: ReadonlyMap<string, number>,
  missing: readonly Missing[],
) {
  const open = new Set(missing.flatMap(({ tables }) => tables));
  const repairs = repairsOf(balances);
  const wrong: Difference[] = [];
  for (const cell of cellsOf(report)) {
    const { field, state } = cell;
    const sum = sums.get(field.id);
    const now = cell.value ?? 0;
    if (sum === undefined || state === 'text' || open.has(field.table) || now === sum || repairs.get(cell) === sum) continue;
    const figures = below.flatMap((digest) => {
      const figure = digest.figures.get(field.id);
      return figure?.value ? [{ digest, value: figure.value, range: figure.range }] : [];
    });
    wrong.push({ cell, now, sum, figures });
  }
  return wrong;
}

/** The differences without totals that have a part which differs too. */
function withoutTotals({ report }: Context, all: readonly Difference[]): Difference[] {
  const wrong = new Set(all.map(({ cell }) => cell.field.index));
  const totals = new Set(report.edition.relations.flatMap(({ parts, total }) => (parts.some((part) => wrong.has(part)) ? [total] : [])));
  return all.filter(({ cell }) => !totals.has(cell.field.index));
}

function findingOf(
  { report }: Context,
  { cell, now, sum, figures }: Difference,
  explained: ReadonlyMap<Digest, number>,
  takeOver: readonly Fix[],
): Finding {
  const { field, start, end } = cell;
  return {
    start,
    end,
    field: field.id,
    message: inOneLine([
      t('{0} is {1}; the reports below make {2}.', nameIn(report, field), now, sum),
      ...whose(now - sum, figures, explained),
    ]),
    related: figures.slice(0, mostRelated).map(({ digest, value, range }) => ({
      start,
      end,
      message: t('{0} has {1} here.', nameOf(digest), value),
      elsewhere: { file: digest.file, range },
    })),
    fixes: [...takeOver, { title: t('Change to {0}', sum), edits: [writeCell(cell, sum)] }],
  };
}

/** The reports that could not be summed, in one finding on the title. */
function lacking({ report }: Context, missing: readonly Missing[]): Finding[] {
  const felt = missing.filter(({ tables }) => tables.some((table) => report.tables[table]));
  if (felt.length === 0) return [];
  const { start, end } = report.identity.title ?? report.chapters[0]?.span ?? { start: 0, end: 0 };
  const files = felt.map(({ digest }) => lastPart(digest.file)).join(t(', '));
  return [{ start, end, message: t('These reports below lack a table, or are on another year, and are not summed: {0}.', files) }];
}

function nameOf({ organ, file }: Digest): string {
  return organ ?? lastPart(file);
}

/** Equal up to the rounding of binary fractions. */
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}

function lastPart(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/** A sentence on the reports whose figures make up the difference: left out, counted twice, or the largest; none where all are 0. */
function whose(difference: number, figures: Difference['figures'], explained: ReadonlyMap<Digest, number>): string[] {
  const named = (each: readonly { digest: Digest }[]) =>
    each
      .slice(0, mostNamed)
      .map(({ digest }) => nameOf(digest))
      .join(t(', '));
  const same = figures.filter(({ value }) => isNear(value, Math.abs(difference)));
  same.sort((a, b) => (explained.get(b.digest) ?? 0) - (explained.get(a.digest) ?? 0));
  if (same.length > 0)
    return [
      difference < 0
        ? t('The difference is the figure of {0}, which may be left out.', named(same))
        : t('The difference is the figure of {0}, which may be counted twice.', named(same)),
    ];
  const largest = [...figures].sort((a, b) => b.value - a.value);
  return largest.length > 0 ? [t('The largest are those of {0}.', named(largest))] : [];
}
