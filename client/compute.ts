import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { computeRequest } from '../server/protocol';
import { asRange } from './ranges';
import type { Server } from './server';

/** Computes the totals of the table on a line, or fills its empty cells with zeros. Tells the user if nothing changes. */
export async function computeOn(server: Server, uri: string, line: number, kind: 'totals' | 'zeros'): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const edits = editor && (await server.ask(computeRequest, { textDocument: { uri }, line, kind }));
  if (!editor || !edits?.length) {
    vscode.window.setStatusBarMessage(t('There is nothing to fill in at the cursor.'), 3000);
    return;
  }
  const before = editor.document.version;
  await editor.edit((edit) => {
    for (const { range, newText } of edits) edit.replace(asRange(range), newText);
  });
  // A read-only editor reports success and changes nothing.
  if (editor.document.version === before)
    vscode.window.showWarningMessage(t('Nothing was filled in: the report is read-only, or it has changed meanwhile.'));
}
