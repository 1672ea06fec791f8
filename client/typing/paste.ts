import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Clipboard } from '../../core/writing/paste/pasting';
import { type Converter, signalOf } from '../converter';
import { languageId } from '../server';
import { pasteAtCursor, pastingAt, showNotes, workspaceEdit } from './paste-cells';
import type { TableKeys } from './table-keys';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('nianbao', 'table');
const html = 'text/html';
const plain = 'text/plain';

/**
 * Pastes cells from Word, WPS, Excel or a web page into a table. Outside tables, pastes a table in the canonical shape, and
 * offers plain text as the other choice.
 */
export function registerPaste(converter: Converter, keys: TableKeys): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider({ language: languageId }, new TablePaste(converter, keys), {
    pasteMimeTypes: [html, plain],
    providedPasteEditKinds: [kind],
  });
}

class TablePaste implements vscode.DocumentPasteEditProvider {
  constructor(
    private readonly converter: Converter,
    private readonly keys: TableKeys,
  ) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const markup = (await data.get(html)?.asString()) ?? '';
    const text = (await data.get(plain)?.asString()) ?? '';
    const hasTable = /<table[\s>]/i.test(markup);
    if (ranges.length !== 1 || (!hasTable && !/[\t\r\n]/.test(text) && !this.keys.pastesIntoTable)) return undefined;
    const isAsked = context.triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
    const isInTable = this.keys.pastesIntoTable && !isAsked;
    // VS Code cancels when the next key changes the text. In a table we go on.
    const clipboard = this.clipboard(text, hasTable ? markup : undefined, isInTable ? undefined : signalOf(token));
    if (isInTable) {
      // Queued with the keys, which may be ahead of VS Code: see TableKeys.
      this.keys.paste(async (editor) => {
        if (editor.document === document) await pasteAtCursor(this.keys, editor, clipboard);
      });
      return [new vscode.DocumentPasteEdit('', t('Paste into the table'), kind)];
    }
    const pasting = await pastingAt(this.keys, document, ranges[0], await clipboard);
    const title = t('Paste as a table of the report');
    switch (pasting.kind) {
      case 'table':
        return [new vscode.DocumentPasteEdit(setOff(document, ranges[0], pasting.text), title, kind)];
      case 'cells':
      case 'tables': {
        const edit = new vscode.DocumentPasteEdit('', title, kind);
        edit.additionalEdit = workspaceEdit(document, pasting.changes);
        return [edit];
      }
      case 'nothing':
        showNotes(pasting.said);
        return [new vscode.DocumentPasteEdit('', title, kind)];
      default:
        return undefined;
    }
  }

  /** The clipboard's text, and its passages if the markup can be read. */
  private async clipboard(text: string, markup: string | undefined, signal: AbortSignal | undefined): Promise<Clipboard> {
    if (markup === undefined) return { text, passages: undefined };
    try {
      return { text, passages: await this.converter.thread.passages(markup, signal) };
    } catch {
      return { text, passages: undefined };
    }
  }
}

/** The text of a table with the line ends that put it on lines of its own, between empty lines. */
function setOff(document: vscode.TextDocument, range: vscode.Range, text: string): string {
  const before = document.getText(new vscode.Range(document.lineAt(Math.max(0, range.start.line - 1)).range.start, range.start));
  const rest = document.lineAt(range.end.line).text.slice(range.end.character);
  const next = range.end.line + 1 < document.lineCount ? document.lineAt(range.end.line + 1).text : '';
  const isAtStart = range.start.character === 0;
  const lead = isAtStart ? (before.trim() === '' ? '' : '\n') : '\n\n';
  const tail = rest.trim() !== '' ? '\n\n' : next.trim() !== '' ? '\n' : '';
  return `${lead}${text}${tail}`;
}
