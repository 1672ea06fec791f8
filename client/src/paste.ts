import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Converter, signalOf } from './converter';
import { languageId } from './server';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('nianbao', 'table');
const html = 'text/html';

/** Pastes a table from Word, WPS, Excel or a web page as the canonical table; plain text stays one choice away. */
export function registerPaste(converter: Converter): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider({ language: languageId }, new TablePaste(converter), {
    pasteMimeTypes: [html],
    providedPasteEditKinds: [kind],
  });
}

class TablePaste implements vscode.DocumentPasteEditProvider {
  constructor(private readonly converter: Converter) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range]: readonly vscode.Range[],
    clipboard: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const markup = await clipboard.get(html)?.asString();
    if (!markup || !/<table[\s>]/i.test(markup)) return undefined;
    try {
      const text = await this.converter.thread.paste(markup, signalOf(token));
      if (text === null) return undefined;
      return [new vscode.DocumentPasteEdit(setOff(document, range, text), t('Paste as a table of the report'), kind)];
    } catch {
      // What can't be read as a table is pasted as plain text.
      return undefined;
    }
  }
}

/** A table stands on lines of its own, an empty one before and behind. */
function setOff(document: vscode.TextDocument, range: vscode.Range, text: string): string {
  const before = document.getText(new vscode.Range(document.lineAt(Math.max(0, range.start.line - 1)).range.start, range.start));
  const behind = document.lineAt(range.end.line).text.slice(range.end.character);
  const next = range.end.line + 1 < document.lineCount ? document.lineAt(range.end.line + 1).text : '';
  const isAtStart = range.start.character === 0;
  const lead = isAtStart ? (before.trim() === '' ? '' : '\n') : '\n\n';
  const tail = behind.trim() !== '' ? '\n\n' : next.trim() !== '' ? '\n' : '';
  return `${lead}${text}${tail}`;
}
