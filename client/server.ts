import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { currentLanguage } from '../core/language';
import { computeCommand, type ParamsOf, type ResultOf } from '../server/protocol';
import { computeOn } from './compute';
import { Hints } from './hints';
import { shownScheme } from './shown-text';

export const languageId = 'nianbao';

/** Starts the language server when it is first needed, and sends it requests. */
export class Server {
  private client: Promise<LanguageClient> | undefined;
  private running: LanguageClient | undefined;
  private readonly hints = new Hints(languageId, () => this.running);
  private readonly listeners: [method: string, listener: () => void][] = [];

  constructor(private readonly context: vscode.ExtensionContext) {
    context.subscriptions.push(this.hints);
  }

  /** Starts it if it is not running. If that fails, the user sees an error once. */
  start(): Promise<LanguageClient> {
    this.client ??= this.launch();
    return this.client;
  }

  private async launch(): Promise<LanguageClient> {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = this.context.asAbsolutePath('dist/server.js');
    const client = new LanguageClient(
      'nianbao',
      'Nianbao',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
      },
      {
        documentSelector: [{ language: languageId }],
        // A function, as a restart may be in another language.
        initializationOptions: () => ({ language: currentLanguage() }),
        diagnosticCollectionName: languageId,
        middleware: {
          // Texts that are only shown, as in a diff, are not checked.
          didOpen: async (document, next) => {
            if (document.uri.scheme !== shownScheme) await next(document);
          },
          didClose: async (document, next) => {
            if (document.uri.scheme !== shownScheme) await next(document);
          },
          // The editor makes the edits, so that a read-only text stays as it is.
          executeCommand: (command, given, next) =>
            command === computeCommand ? computeOn(this, given[0], given[1], given[2]) : next(command, given),
          provideInlayHints: (document, range, token, next) => this.hints.provide(document, () => next(document, range, token)),
        },
      },
    );
    for (const [method, listener] of this.listeners) client.onNotification(method, listener);
    this.running = client;
    client.start().catch((error: unknown) => {
      vscode.window.showErrorMessage(
        t('The report checker could not be started: {0}', error instanceof Error ? error.message : String(error)),
      );
    });
    return client;
  }

  /** Calls `listener` at each notification of that method. Does not start the server. */
  onNotification(method: string, listener: () => void): void {
    this.listeners.push([method, listener]);
    this.running?.onNotification(method, listener);
  }

  async restart(): Promise<void> {
    await (await this.client)?.restart();
  }

  async stop(): Promise<void> {
    await (await this.client)?.stop();
  }

  /** Sends a request that the protocol does not have. undefined if the server can't answer. */
  async ask<R extends { method: string }>(request: R, params: ParamsOf<R>): Promise<ResultOf<R> | undefined> {
    try {
      return await (await this.start()).sendRequest<ResultOf<R>>(request.method, params);
    } catch {
      // A server that is restarting or stopping is asked again at the next event.
      return undefined;
    }
  }
}
