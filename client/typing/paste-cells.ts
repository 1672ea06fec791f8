import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { inOneLine } from '../../core/language';
import type { Clipboard, Pasting } from '../../core/writing/paste/pasting';
import { later } from '../load';
import { asRange } from '../ranges';
import type { TableKeys } from './table-keys';

type PastingAt = Exclude<Pasting, { edits: unknown }> | (Extract<Pasting, { edits: unknown }> & { changes: vscode.TextEdit[] });

/** The effect of pasting at a position of a document, with edits as VS Code has them. */
export async function pastingAt(
  keys: TableKeys,
  document: vscode.TextDocument,
  selection: vscode.Range,
  clipboard: Clipboard,
): Promise<PastingAt> {
  const { pasting, textEdits } = await later();
  const { reports } = await keys.load();
  const { report, document: view } = reports.reportAt(document, selection.start);
  const result = pasting(report, { start: view.offsetAt(selection.start), end: view.offsetAt(selection.end) }, clipboard);
  if (!('edits' in result)) return result;
  const changes = textEdits(view, result.edits).map(({ range, newText }) => new vscode.TextEdit(asRange(range), newText));
  return { ...result, changes };
}

/** Pastes at the cursor, which is in a table. */
export async function pasteAtCursor(keys: TableKeys, editor: vscode.TextEditor, given: Clipboard | Promise<Clipboard>): Promise<void> {
  const { document, selection } = editor;
  const clipboard = await given;
  const pasting = await pastingAt(keys, document, selection, clipboard);
  switch (pasting.kind) {
    case 'plain':
      await insert(editor, selection, clipboard.text);
      break;
    case 'text':
    case 'table':
      await insert(editor, selection, pasting.text);
      break;
    case 'cells':
    case 'tables': {
      const made = await editor.edit((edit) => {
        for (const { range, newText } of pasting.changes) edit.replace(range, newText);
      });
      if (!made) {
        showNotes([t('The text has changed meanwhile. Nothing was pasted.')]);
        break;
      }
      const [first] = [...pasting.changes].sort((a, b) => a.range.start.compareTo(b.range.start));
      if (pasting.kind === 'cells' && first) {
        const after = first.range.start.translate(0, first.newText.trimEnd().length);
        editor.selection = new vscode.Selection(after, after);
      }
      if (pasting.said.length > 0) showNotes([t('Pasted into {0} cells.', pasting.covered), ...pasting.said]);
      else vscode.window.setStatusBarMessage(t('Pasted into {0} cells.', pasting.covered), 3000);
      break;
    }
    case 'nothing':
      showNotes(pasting.said);
      break;
  }
}

async function insert(editor: vscode.TextEditor, { start, end }: vscode.Selection, text: string): Promise<void> {
  if (text === '') return;
  if (!(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), text)))) {
    showNotes([t('The text has changed meanwhile. Nothing was pasted.')]);
    return;
  }
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines[lines.length - 1].length;
  const after = lines.length > 1 ? new vscode.Position(start.line + lines.length - 1, last) : start.translate(0, last);
  editor.selection = new vscode.Selection(after, after);
}

export function workspaceEdit({ uri }: vscode.TextDocument, changes: vscode.TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, changes);
  return edit;
}

/** Shows notes on a paste to the user, if there are any. */
export function showNotes(said: readonly string[]): void {
  if (said.length > 0) vscode.window.showWarningMessage(inOneLine(said));
}
