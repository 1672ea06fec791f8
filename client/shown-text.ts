import * as vscode from 'vscode';

/** The URI scheme of read-only texts that are only shown. */
export const shownScheme = 'nianbao-shown';

/** Holds read-only texts until they are closed. */
export class ShownTexts implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private count = 0;
  private readonly subscriptions = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(shownScheme, {
      provideTextDocumentContent: (uri) => this.texts.get(uri.toString()),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
  );

  /** Holds a text under a name. Returns the URI at which it can be opened. */
  show(name: string, text: string): vscode.Uri {
    this.count++;
    const uri = vscode.Uri.from({ scheme: shownScheme, path: `/${this.count}/${name}` });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
