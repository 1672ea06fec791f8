import * as vscode from 'vscode';
import { setLanguage } from '../../server/src/language';
import { registerCommands } from './commands';
import { Converter } from './converter';
import { registerExport } from './export';
import { registerImport } from './import';
import { languageHere } from './language';
import { later } from './load';
import { registerPaste } from './paste';
import { pasteAtCursor } from './paste-cells';
import { registerPreview } from './preview';
import { offerLanguage } from './recognition';
import { registerReview } from './review';
import { languageId, Server } from './server';
import { registerStatus } from './status';
import { TableKeys } from './table-keys';

let server: Server | undefined;

/** The server starts with the first report; until then the extension only looks at the texts that are opened. */
export function activate(context: vscode.ExtensionContext): void {
  setLanguage(languageHere());
  const own = new Server(context);
  const converter = new Converter(context);
  const keys = new TableKeys(async (editor) =>
    pasteAtCursor(keys, editor, { text: await vscode.env.clipboard.readText(), passages: undefined }),
  );
  server = own;
  const look = (document: vscode.TextDocument) => {
    if (document.languageId === languageId) own.start();
    else offerLanguage(document, context);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    converter,
    registerCommands(own),
    registerExport(own, converter),
    registerImport(converter),
    // What brings the whole engine is loaded when it is first called.
    vscode.commands.registerCommand('nianbao.newReport', async (asked?: unknown) => (await later()).newReportCommand(asked)),
    registerPaste(converter, keys),
    registerPreview(own, context),
    registerReview(own, converter),
    vscode.commands.registerCommand('nianbao.rollup', async (given) => (await later()).rollupCommand(given)),
    registerStatus(own),
    keys,
  );
  vscode.workspace.textDocuments.forEach(look);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
