import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, MarkupContent, Range, SelectionRange, TextEdit } from 'vscode-languageserver-types';
import { headOf } from '../cli/output/result';
import { rangeIn } from '../core/editing/ranges';
import type { Reading } from '../core/editing/reading';
import { setLanguage } from '../core/language';
import { stepFrom } from '../core/report/steps';
import { codeActionsOf } from '../server/features/code-actions';
import { codeLensesOf } from '../server/features/code-lens';
import { completionsAt } from '../server/features/completion';
import { documentLinksOf } from '../server/features/document-links';
import { foldingOf } from '../server/features/folding';
import { formattingOf } from '../server/features/formatting';
import { hoverAt } from '../server/features/hover';
import { type HintRow, inlayHintsOf } from '../server/features/inlay-hints';
import { definitionAt, highlightsAt, referencesAt } from '../server/features/navigation';
import { previewOf } from '../server/features/preview';
import { selectionAt } from '../server/features/selection';
import { encodeTokens, placedTokens, tokenTypes } from '../server/features/semantic-tokens';
import { statusOf } from '../server/features/status';
import { symbolsOf } from '../server/features/symbols';
import { reportSymbols } from '../server/features/workspace-symbols';
import { read } from './support/reading';

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
    return found ? [`‹${found.range ? textIn(reading, found.range) : ''}›`, (found.contents as MarkupContent).value] : [];
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
  inserted: (reading, cursor) => {
    const [first] = completionsAt(reading, reading.document.positionAt(cursor), false, new Date(2026, 0, 10));
    return [first ? TextDocument.applyEdits(reading.document as TextDocument, [first.textEdit as TextEdit]) : '(none)'];
  },
  inlay: (reading) =>
    inlayHintsOf(reading, whole(reading), { columns: true, differences: true }).map(
      ({ position, label, data }) =>
        `${position.line + 1}:${position.character + 1} ${label} (lines ${(data as HintRow).first + 1}–${(data as HintRow).last + 1})`,
    ),
  lens: (reading) =>
    codeLensesOf(reading).map(
      ({ range, command }) => `${range.start.line + 1} ${command?.title}${command?.command ? ` → ${command.command}` : ''}`,
    ),
  tokens: (reading) => tokens(reading, encodeTokens(placedTokens(reading)).data),
  format: (reading) => [TextDocument.applyEdits(reading.document as TextDocument, formattingOf(reading))],
  links: (reading) => documentLinksOf(reading).map(({ range, target }) => `${at(reading, range)} ${target}`),
  actions: (reading, cursor) => {
    const position = reading.document.positionAt(cursor);
    return codeActionsOf(reading, { start: position, end: position }, { only: undefined, snippets: false }).flatMap(({ title, edit }) => [
      title,
      ...(edit?.changes?.[reading.document.uri] ?? []).map(({ range, newText }) => `    ${at(reading, range)} → ‹${newText}›`),
    ]);
  },
  figures: ({ report, document }, cursor) =>
    (['next', 'previous', 'below'] as const).map((step) => {
      const cell = stepFrom(report, cursor, step);
      return `${step}: ${cell ? `${cell.field.id} ${at({ document } as Reading, rangeIn(document, cell))}` : '—'}`;
    }),
  status: (reading) => [JSON.stringify(statusOf(reading))],
  preview: (reading) => [previewOf(reading).title, previewOf(reading).html.replace(/(<\/tr>|<\/li>)/g, '$1\n')],
  'workspace-symbols': (reading) =>
    reportSymbols(reading.report, 'file:///r.nianbao').map(
      ({ name, containerName, location }) => `${containerName}｜${name} ${'range' in location ? location.range.start.line + 1 : ''}`,
    ),
};

function textIn({ document }: Reading, { start, end }: Range): string {
  return document.getText().slice(document.offsetAt(start), document.offsetAt(end));
}

function at(reading: Reading, range: Range): string {
  return `${range.start.line + 1}:${range.start.character + 1} ‹${textIn(reading, range)}›`;
}

function outline({ name, detail, range, children }: DocumentSymbol, indent: string): string[] {
  const line = `${indent}${name}${detail ? ` · ${detail}` : ''} ${range.start.line + 1}–${range.end.line + 1}`;
  return [line, ...(children ?? []).flatMap((child) => outline(child, `${indent}  `))];
}

function whole({ document }: Reading): Range {
  return rangeIn(document, { start: 0, end: document.getText().length });
}

function tokens(reading: Reading, data: readonly number[]): string[] {
  const lines: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    character = data[i] === 0 ? character + data[i + 1] : data[i + 1];
    line += data[i];
    const start = { line, character };
    lines.push(
      `${line + 1}:${character + 1} ${tokenTypes[data[i + 3]]} ‹${textIn(reading, { start, end: { line, character: character + data[i + 2] } })}›`,
    );
  }
  return lines;
}

const root = path.join(__dirname, 'fixtures');

describe('fixtures', () => {
  before(() => setLanguage('zh-cn'));
  after(() => setLanguage('en'));
  for (const [feature, answer] of Object.entries(features)) {
    const folder = path.join(root, feature);
    const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    it(`${feature} has cases`, () => assert.ok(names.length > 0));
    for (const name of names)
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
