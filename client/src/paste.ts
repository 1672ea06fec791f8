import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ForeignPassage } from '../../server/src/exchange/foreign';
import type { Clipboard } from '../../server/src/features/paste/pasting';
import { type Converter, signalOf } from './converter';
import { pasteAtCursor, pastingAt, tell, workspaceEdit } from './paste-cells';
import { languageId } from './server';
import type { TableKeys } from './table-keys';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('nianbao', 'table');
const html = 'text/html';
const plain = 'text/plain';

/**
 * Pastes cells from Word, WPS, Excel or a web page into a table, and a table elsewhere as the canonical table; there, plain
 * text stays one choice away.
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
    const clipboard = async (): Promise<Clipboard> => ({
      text,
      passages: hasTable ? await this.passages(markup, token) : undefined,
    });
    const isAsked = context.triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
    if (this.keys.pastesIntoTable && !isAsked) {
      // In a table it takes its turn among the keys, which may be ahead of the editor: see TableKeys.
      this.keys.paste(async (editor) => {
        if (editor.document === document) await pasteAtCursor(this.keys, editor, await clipboard());
      });
      return [new vscode.DocumentPasteEdit('', t('Paste into the table'), kind)];
    }
    const pasting = await pastingAt(this.keys, document, ranges[0], await clipboard());
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
        tell(pasting.said);
        return [new vscode.DocumentPasteEdit('', title, kind)];
      default:
        return undefined;
    }
  }

  /** undefined for what can't be read as a page: its plain text is there as well. */
  private async passages(markup: string, token: vscode.CancellationToken): Promise<readonly ForeignPassage[] | undefined> {
    try {
      return await this.converter.thread.passages(markup, signalOf(token));
    } catch {
      return undefined;
    }
  }
}

/** A table stands on lines of its own, an empty one before and after. */
function setOff(document: vscode.TextDocument, range: vscode.Range, text: string): string {
  const before = document.getText(new vscode.Range(document.lineAt(Math.max(0, range.start.line - 1)).range.start, range.start));
  const behind = document.lineAt(range.end.line).text.slice(range.end.character);
  const next = range.end.line + 1 < document.lineCount ? document.lineAt(range.end.line + 1).text : '';
  const isAtStart = range.start.character === 0;
  const lead = isAtStart ? (before.trim() === '' ? '' : '\n') : '\n\n';
  const tail = behind.trim() !== '' ? '\n\n' : next.trim() !== '' ? '\n' : '';
  return `${lead}${text}${tail}`;
}
