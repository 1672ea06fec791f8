import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, MarkupContent, Range, SelectionRange } from 'vscode-languageserver-types';
import { completionsAt } from '../server/src/features/completion';
import { foldingOf } from '../server/src/features/folding';
import { hoverAt } from '../server/src/features/hover';
import { definitionAt, highlightsAt, referencesAt } from '../server/src/features/navigation';
import { type Reading, read } from '../server/src/features/reading';
import { selectionAt } from '../server/src/features/selection';
import { symbolsOf } from '../server/src/features/symbols';
import { setLanguage } from '../server/src/language';
import { headOf } from '../server/src/output/result';

/*
 * test/fixtures/FEATURE/CASE.txt is a text that a person can read, CASE.expected what the feature says of it. A new case
 * is a new file: `UPDATE_FIXTURES=1 npm test` writes what is expected of it, to be read before it is kept. ‸ marks the
 * cursor.
 */

const features: Record<string, (reading: Reading, cursor: number) => string[]> = {
  check: ({ document, report, findings }) => [
    Object.values(headOf('', report)).slice(1).join(' '),
    ...findings.map((finding) => {
      const { line, character } = document.positionAt(finding.start);
      const text = document.getText().slice(finding.start, finding.end).replace(/\s+/g, ' ');
      return `${line + 1}:${character + 1} ${finding.severity} ${finding.code} ‹${text}› ${finding.message}${(finding.fixes ?? []).map(({ title }) => `\n    → ${title}`).join('')}`;
    }),
  ],
  symbols: (reading) => symbolsOf(reading).flatMap((symbol) => outline(symbol, '')),
  folding: (reading) =>
    foldingOf(reading).map(({ startLine, endLine, kind }) => `${startLine + 1}–${endLine + 1}${kind ? ` ${kind}` : ''}`),
  hover: (reading, cursor) => {
    const found = hoverAt(reading, cursor);
    return found ? [`‹${reading.document.getText(found.range)}›`, (found.contents as MarkupContent).value] : [];
  },
  definition: (reading, cursor) => definitionAt(reading, cursor).map(({ range }) => at(reading, range)),
  references: (reading, cursor) => referencesAt(reading, cursor).map(({ range }) => at(reading, range)),
  highlight: (reading, cursor) => highlightsAt(reading, cursor).map(({ range, kind }) => `${at(reading, range)} ${kind}`),
  selection: (reading, cursor) => {
    const steps: string[] = [];
    for (let step: SelectionRange | undefined = selectionAt(reading, cursor); step; step = step.parent)
      steps.push(
        `${step.range.start.line + 1}:${step.range.start.character + 1}–${step.range.end.line + 1}:${step.range.end.character + 1}`,
      );
    return steps;
  },
  completion: (reading, cursor) =>
    completionsAt(reading, reading.document.positionAt(cursor), false, new Date(2026, 0, 10))
      .sort((a, b) => String(a.sortText).localeCompare(String(b.sortText)))
      .map(({ label }) => label),
};

function at({ document }: Reading, range: Range): string {
  return `${range.start.line + 1}:${range.start.character + 1} ‹${document.getText(range)}›`;
}

function outline({ name, detail, range, children }: DocumentSymbol, indent: string): string[] {
  const line = `${indent}${name}${detail ? ` · ${detail}` : ''} ${range.start.line + 1}–${range.end.line + 1}`;
  return [line, ...(children ?? []).flatMap((child) => outline(child, `${indent}  `))];
}

const root = path.join(__dirname, 'fixtures');

describe('fixtures', () => {
  before(() => setLanguage('zh-cn'));
  after(() => setLanguage('en'));
  for (const [feature, answer] of Object.entries(features)) {
    const folder = path.join(root, feature);
    for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : [])
      it(`${feature}: ${name.replace('.txt', '')}`, () => {
        const source = readFileSync(path.join(folder, name), 'utf8');
        const cursor = Math.max(0, source.indexOf('‸'));
        const document = TextDocument.create(`file:///${name}`, 'nianbao', 1, source.replace('‸', ''));
        const actual = `${answer(read(document, {}), cursor).join('\n')}\n`;
        const file = path.join(folder, name.replace('.txt', '.expected'));
        if (process.env.UPDATE_FIXTURES) writeFileSync(file, actual);
        assert.equal(actual, readFileSync(file, 'utf8'));
      });
  }
});
