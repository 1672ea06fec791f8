import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { ParamsOf, ResultOf } from '../../server/src/protocol';

export const languageId = 'nianbao';

/** The language server, started when it is first needed. */
export class Server {
  private client: LanguageClient | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** Starts it, if it does not run yet. One that can't be started says so, once. */
  start(): LanguageClient {
    if (this.client) return this.client;
    const module = this.context.asAbsolutePath('dist/server.js');
    const language = vscode.workspace.getConfiguration('nianbao').get<string>('language');
    this.client = new LanguageClient(
      'nianbao',
      'Nianbao',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
      },
      {
        documentSelector: [{ language: languageId }],
        initializationOptions: { language },
        diagnosticCollectionName: languageId,
      },
    );
    this.client.start().catch((error: unknown) => {
      vscode.window.showErrorMessage(
        t('The report checker could not be started: {0}', error instanceof Error ? error.message : String(error)),
      );
    });
    return this.client;
  }

  async restart(): Promise<void> {
    await this.client?.restart();
  }

  async stop(): Promise<void> {
    await this.client?.stop();
  }

  /** Asks the server something beyond the protocol; undefined where it can't answer. */
  async ask<R extends { method: string }>(request: R, params: ParamsOf<R>): Promise<ResultOf<R> | undefined> {
    try {
      return await this.start().sendRequest<ResultOf<R>>(request.method, params);
    } catch {
      // A server that is starting anew, or stopping, is asked again with the next event.
      return undefined;
    }
  }
}
