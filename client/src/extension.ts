import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { offerLanguage } from './recognition';

export const languageId = 'nianbao';

let client: LanguageClient | undefined;

/** The server starts with the first report; until then the extension only looks at the texts that are opened. */
export function activate(context: vscode.ExtensionContext): void {
  const look = (document: vscode.TextDocument) => {
    if (document.languageId === languageId) start(context);
    else offerLanguage(document, context);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.commands.registerCommand('nianbao.restart', async () => {
      await client?.restart();
    }),
  );
  vscode.workspace.textDocuments.forEach(look);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function start(context: vscode.ExtensionContext): void {
  if (client) return;
  const module = context.asAbsolutePath('dist/server.js');
  const language = vscode.workspace.getConfiguration('nianbao').get<string>('language', 'auto');
  client = new LanguageClient(
    'nianbao',
    'Nianbao',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: [{ language: languageId }],
      initializationOptions: { language: language === 'auto' ? undefined : language },
      diagnosticCollectionName: languageId,
    },
  );
  client.start().catch((error: unknown) => {
    vscode.window.showErrorMessage(
      vscode.l10n.t('The report checker could not be started: {0}', error instanceof Error ? error.message : String(error)),
    );
  });
}
