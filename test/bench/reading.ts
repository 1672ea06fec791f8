import { readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { check } from '../../server/src/checks/check';
import { readReports } from '../../server/src/report/compilation';
import { latestEdition } from '../../server/src/standard';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { realReports } from '../support/real';
import { reportIn, textFrom } from '../support/shapes';
import { medians, rounded } from './measure';

const runs = 600;

function newlines(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0x0a) count++;
  return count;
}

/** Text to findings, against well-known work on the same text. */
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
  return texts.map(([name, text]) => {
    const { findings, ...others } = medians(
      {
        findings: () => readReports(text).flatMap((report) => check(report)),
        markdown: () => markdown.parse(text, {}),
        scan: () => newlines(text),
      },
      runs,
    );
    // Slower by far: fewer runs of it will do.
    const { linted } = medians({ linted: () => lint({ strings: { text } }) }, 30);
    return {
      text: name,
      characters: text.length,
      microseconds: rounded(findings),
      overMarkdownIt: rounded(findings / others.markdown),
      overNewlineScan: rounded(findings / others.scan),
      markdownlintOver: rounded(linted / findings),
    };
  });
}
