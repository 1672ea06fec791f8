import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver-types';
import { type PlacedAnalysis, rangeInFile } from '../../core/analysis/analyse';
import type { Reading } from '../../core/editing/reading';
import type { Range } from '../../core/text/positions';
import { foldingOf } from './folding';
import { type Preview, previewOf } from './preview';
import { symbolsOf } from './symbols';

/* Answers for a whole document of one or more reports. With one report, they are that report's own. */

/** The outline: the reports, and in each its own outline. */
export function symbolsOfAll(readings: readonly Reading[]): DocumentSymbol[] {
  if (readings.length === 1) return symbolsOf(readings[0]);
  return readings.flatMap((reading): DocumentSymbol[] => {
    const { report } = reading;
    if (!report.isReport) return symbolsOf(reading);
    const { identity } = report;
    const range = filledRange(reading);
    const title = identity.title ? rangeInFile(reading, identity.title) : { start: range.start, end: range.start };
    const name = [identity.organ, identity.year].filter((part) => part !== null).join(' ') || t('Report');
    return [{ name, kind: SymbolKind.Package, range, selectionRange: title, children: symbolsOf(reading) }];
  });
}

/** The folding ranges of each report, and one around each. */
export function foldingOfAll(readings: readonly Reading[]): FoldingRange[] {
  if (readings.length === 1) return foldingOf(readings[0]);
  return readings.flatMap((reading): FoldingRange[] => {
    const { start, end } = filledRange(reading);
    return [...(end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : []), ...foldingOf(reading)];
  });
}

/** The range of a report in its document, without the empty lines after it. */
function filledRange(placed: PlacedAnalysis): Range {
  return rangeInFile(placed, { start: 0, end: placed.analysis.document.text.trimEnd().length });
}

/** Reports that begin after this line of the document are not in the preview. */
const mostLines = 20_000;

/** The preview of all reports, one after the other. */
export function previewOfAll(readings: readonly Reading[]): Preview {
  const [first, ...others] = readings;
  const shown = others.filter(({ firstLine }) => firstLine < mostLines);
  const all = [first, ...shown].map(previewOf);
  return {
    title: all[0].title,
    html: all.map(({ html }) => html).join('\n'),
    findings: all.reduce((sum, { findings }) => sum + findings, 0),
  };
}

/** The actions of all reports, with those for whole reports merged into one for the document. */
export function mergedActions(actions: readonly CodeAction[]): CodeAction[] {
  const merged: CodeAction[] = [];
  for (const action of actions) {
    const same = action.kind?.startsWith(CodeActionKind.Source) ? merged.find(({ kind }) => kind === action.kind) : undefined;
    if (!same) merged.push(action);
    else
      for (const [uri, edits] of Object.entries(action.edit?.changes ?? {}))
        same.edit = { changes: { ...same.edit?.changes, [uri]: [...(same.edit?.changes?.[uri] ?? []), ...edits] } };
  }
  return merged;
}
