import { readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { analyseEach } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import { latestEdition } from '../../core/form';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { realReports } from '../support/real';
import { reportIn, textFrom } from '../support/shapes';
import { medians, rounded } from './measure';

const runs = 400;

function newlines(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0x0a) count++;
  return count;
}

/** The time from text to findings, compared with well-known work on the same text. */
export function measureReading(seed: number) {
  const figures = inventFigures(seeded(seed), latestEdition, 0.4);
  const invented = (shape: 'markdown' | 'tab-cells') =>
    reportIn({ edition: latestEdition, year: 2024, organ: '平安县水利局', shape, text: textFrom(figures) });
  const texts: [name: string, text: string][] = [
    ['canonical: the sample report', readFileSync(path.resolve('samples/平安县水利局2025年政府信息公开工作年度报告.md'), 'utf8')],
    ['canonical: invented figures', invented('markdown')],
    ['one cell a line: invented figures', invented('tab-cells')],
    ...[...realReports()].map(([name, text]): [string, string] => [`one cell a line: published report ${name}`, text]),
  ];
  const markdown = new MarkdownIt();
  // All texts take turns, so that the compiler optimises for none of them alone.
  const times = medians(
    Object.fromEntries(
      texts.flatMap(([name, text]): [string, () => unknown][] => [
        [`findings ${name}`, () => [...analyseEach(text)].flatMap(({ analysis }) => check(analysis))],
        [`markdown ${name}`, () => markdown.parse(text, {})],
        [`scan ${name}`, () => newlines(text)],
      ]),
    ),
    runs,
  );
  // Much slower, so fewer runs are enough.
  const linted = medians(Object.fromEntries(texts.map(([name, text]) => [name, () => lint({ strings: { text } })])), 20);
  return texts.map(([name, text]) => {
    const findings = times[`findings ${name}`];
    return {
      text: name,
      characters: text.length,
      microseconds: rounded(findings),
      overMarkdownIt: rounded(findings / times[`markdown ${name}`]),
      overNewlineScan: rounded(findings / times[`scan ${name}`]),
      markdownlintOver: rounded(linted[name] / findings),
    };
  });
}
