import * as vscode from 'vscode';

/** The scheme of texts that are shown and can't be edited. */
export const shownScheme = 'nianbao-shown';

/** The texts that are shown, each until it is closed. */
export class ShownTexts implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private count = 0;
  private readonly subscriptions = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(shownScheme, {
      provideTextDocumentContent: (uri) => this.texts.get(uri.toString()),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
  );

  /** Where a text can be opened, under a name. */
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
