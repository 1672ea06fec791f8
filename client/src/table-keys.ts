import * as vscode from 'vscode';
import { placeRequest, stepRequest } from '../../server/src/protocol';
import { activeReport, asRange } from './commands';
import type { Server } from './server';

const keys = { 'nianbao.nextFigure': 'next', 'nianbao.previousFigure': 'previous', 'nianbao.figureBelow': 'below' } as const;

/**
 * Tab, Shift+Tab and Enter in tables. Whether the cursor is in one is kept in the contexts `nianbao.inTable` and
 * `nianbao.inFigure`, on which the key bindings depend: everywhere else the keys are the editor's.
 */
export function registerTableKeys(server: Server): vscode.Disposable {
  const commands = Object.entries(keys).map(([command, step]) =>
    vscode.commands.registerCommand(command, async () => {
      const editor = activeReport();
      if (!editor) return;
      const { document, selection } = editor;
      const range = await server.ask(stepRequest, { textDocument: { uri: document.uri.toString() }, position: selection.active, step });
      if (activeReport() !== editor) return;
      // Behind the last figure, what is typed next must not be added to it.
      const target = range ? asRange(range) : document.lineAt(selection.active).range.with(document.lineAt(selection.active).range.end);
      editor.selection = new vscode.Selection(target.start, target.end);
      editor.revealRange(target);
    }),
  );
  let latest = 0;
  const look = async () => {
    const asked = ++latest;
    const editor = activeReport();
    const place =
      editor?.selections.length === 1
        ? await server.ask(placeRequest, { textDocument: { uri: editor.document.uri.toString() }, position: editor.selection.active })
        : undefined;
    // An answer that has been overtaken says nothing of where the cursor is now.
    if (asked !== latest) return;
    vscode.commands.executeCommand('setContext', 'nianbao.inTable', place?.inTable ?? false);
    vscode.commands.executeCommand('setContext', 'nianbao.inFigure', place?.inFigure ?? false);
  };
  look();
  return vscode.Disposable.from(
    ...commands,
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) look();
    }),
    vscode.window.onDidChangeActiveTextEditor(look),
  );
}
