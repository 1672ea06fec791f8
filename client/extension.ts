import * as vscode from 'vscode';
import { setLanguage } from '../core/language';
import { ReportAtHand } from './at-hand';
import { registerCommands } from './commands';
import { Converter } from './converter';
import { registerExport } from './export';
import { registerImport } from './import';
import { languageHere } from './language';
import { later } from './load';
import { registerPreview } from './preview';
import { registerRecognition } from './recognition';
import { registerReview } from './review';
import { registerSave } from './save';
import { languageId, Server } from './server';
import { ShownTexts } from './shown-text';
import { registerStatus } from './status';
import { registerPaste } from './typing/paste';
import { pasteAtCursor } from './typing/paste-cells';
import { TableKeys } from './typing/table-keys';
import { done, registerWalkthrough } from './walkthrough';

let server: Server | undefined;

/** Registers everything. The server starts when the first report is opened. */
export function activate(context: vscode.ExtensionContext): void {
  setLanguage(languageHere());
  const own = new Server(context);
  const converter = new Converter(context);
  const pasteText = async (editor: vscode.TextEditor) =>
    pasteAtCursor(
      keys,
      editor,
      Promise.resolve(vscode.env.clipboard.readText()).then((text) => ({ text, passages: undefined })),
    );
  const keys = new TableKeys(pasteText);
  const texts = new ShownTexts();
  const atHand = new ReportAtHand(context, converter);
  server = own;
  const look = (document: vscode.TextDocument) => {
    if (document.languageId === languageId) own.start();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    converter,
    atHand,
    texts,
    registerCommands(own, atHand),
    registerExport(own, converter, atHand),
    registerImport(converter),
    // Commands that need the whole engine load it when they are first called.
    vscode.commands.registerCommand('nianbao.newReport', async (asked?: unknown) => {
      const isThere = await (await later()).newReportCommand(converter, asked);
      if (isThere) done('begin');
      return isThere;
    }),
    registerPaste(converter, keys),
    registerPreview(own, context, atHand),
    registerRecognition(context),
    registerReview(own, converter),
    vscode.commands.registerCommand('nianbao.rollup', async (given) => (await later()).rollupCommand(texts, given)),
    registerSave(),
    registerStatus(own),
    keys,
    registerWalkthrough(atHand, context.extensionUri),
  );
  vscode.workspace.textDocuments.forEach(look);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
