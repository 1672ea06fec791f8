import type { Range, TextEdit } from 'vscode-languageserver-types';
import { canonicalEdits } from '../exchange/canonical';
import { textEdits, touches } from './ranges';
import type { Reading } from './reading';

/** Gives tables the canonical shape: all, or those that a range touches. */
export function formattingOf(reading: Reading, range?: Range): TextEdit[] {
  const { document, report } = reading;
  return textEdits(
    document,
    canonicalEdits(report, (table) => !range || touches(document, range, table)),
  );
}
