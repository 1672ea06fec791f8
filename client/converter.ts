import * as vscode from 'vscode';
import { currentLanguage } from '../core/language';
import { ConversionPool } from '../exchange/conversion-pool';

/** Owns the worker thread that converts files, and starts it for the first file. */
export class Converter implements vscode.Disposable {
  private exchange: ConversionPool | undefined;
  private language = currentLanguage();

  constructor(private readonly context: vscode.ExtensionContext) {}

  get thread(): ConversionPool {
    if (this.language !== currentLanguage()) this.dispose();
    this.language = currentLanguage();
    this.exchange ??= new ConversionPool(this.context.asAbsolutePath('dist/exchange.js'), currentLanguage());
    return this.exchange;
  }

  dispose(): void {
    this.exchange?.close();
    this.exchange = undefined;
  }

  /** Runs `work` with a progress notification that the user can cancel. */
  withProgress<R>(
    title: string,
    work: (thread: ConversionPool, signal: AbortSignal, progress: vscode.Progress<{ message?: string; increment?: number }>) => Promise<R>,
  ): Thenable<R> {
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) =>
      work(this.thread, signalOf(token), progress),
    );
  }
}

/** An abort signal that follows a cancellation token. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
