import * as vscode from 'vscode';

/** The scheme of texts that are shown and can't be edited. */
export const shownScheme = 'nianbao-shown';

const texts = new Map<string, string>();
let provider: vscode.Disposable | undefined;
let count = 0;

/** A text to be shown under a name, until it is closed. */
export function shownText(name: string, text: string): vscode.Uri {
  if (!provider)
    provider = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(shownScheme, {
        provideTextDocumentContent: (uri) => texts.get(uri.toString()),
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
    );
  count++;
  const uri = vscode.Uri.from({ scheme: shownScheme, path: `/${count}/${name}` });
  texts.set(uri.toString(), text);
  return uri;
}
