import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';

/** A range of the protocol as a range of VS Code. */
export function asRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
