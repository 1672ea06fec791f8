import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageserver-types';
import { setLanguage } from '../core/language';
import type { ReportAtHand } from './at-hand';
import { computeOn } from './compute';
import { languageHere } from './language';
import { asRange } from './ranges';
import { languageId, type Server } from './server';

/** The report in the active editor. */
export function activeReport(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === languageId ? editor : undefined;
}

export function registerCommands(server: Server, atHand: ReportAtHand): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nianbao.restart', () => {
      setLanguage(languageHere());
      return server.restart();
    }),
    vscode.commands.registerCommand('nianbao.showBroken', showBroken),
    vscode.commands.registerCommand('nianbao.formatTable', () => formatTable(atHand)),
    vscode.commands.registerCommand('nianbao.computeTotals', () => computeAtCursor(server, 'totals')),
    vscode.commands.registerCommand('nianbao.fillZeros', () => computeAtCursor(server, 'zeros')),
  );
}

/** Shows the totals of a table that do not hold, in a peek view. */
async function showBroken(uri: string, position: Position, totals: Location[]): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    vscode.Uri.parse(uri),
    new vscode.Position(position.line, position.character),
    totals.map((total) => new vscode.Location(vscode.Uri.parse(total.uri), asRange(total.range))),
    'peek',
  );
}

/** Gives the table at the cursor the canonical shape. */
async function formatTable(atHand: ReportAtHand): Promise<void> {
  const editor = await atHand.show();
  if (!editor) return;
  const { document, selection, options } = editor;
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    'vscode.executeFormatRangeProvider',
    document.uri,
    new vscode.Range(selection.start, selection.end),
    { tabSize: options.tabSize, insertSpaces: options.insertSpaces },
  );
  if (!edits?.length) {
    vscode.window.setStatusBarMessage(t('There is nothing to format here.'), 3000);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  await vscode.workspace.applyEdit(edit);
}

async function computeAtCursor(server: Server, kind: 'totals' | 'zeros'): Promise<void> {
  const editor = activeReport();
  if (editor) await computeOn(server, editor.document.uri.toString(), editor.selection.active.line, kind);
}
