import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';

export const samples = path.resolve(__dirname, '../../samples');

/** The text of the sample whose name has these words. */
export function sample(words: string): string {
  const name = readdirSync(samples).find((each) => each.includes(words)) ?? '';
  return readFileSync(path.join(samples, name), 'utf8');
}

/** A text with a server's edits made. */
export function edited(text: string, edits: readonly TextEdit[] | null): string {
  return TextDocument.applyEdits(TextDocument.create('file:///edited', 'nianbao', 1, text), [...(edits ?? [])]);
}

/** A range that holds any text. */
export const whole = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
