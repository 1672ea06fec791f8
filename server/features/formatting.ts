import type { Range, TextEdit } from 'vscode-languageserver-types';
import { textEdits, touches } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { canonicalEdits } from '../../core/writing/canonical';

/** The edits that give tables the canonical shape: all tables, or those that a range touches. */
export function formattingOf(reading: Reading, range?: Range): TextEdit[] {
  const { document, report } = reading;
  return textEdits(
    document,
    canonicalEdits(report, (table) => !range || touches(document, range, table)),
  );
}
