import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ForeignPassage } from '../../server/src/exchange/foreign';
import type { Clipboard, Pasting } from '../../server/src/features/paste/pasting';
import { asRange } from './commands';
import { type Converter, signalOf } from './converter';
import { later } from './load';
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

type PastingAt = Exclude<Pasting, { edits: unknown }> | (Extract<Pasting, { edits: unknown }> & { changes: vscode.TextEdit[] });

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
        if (editor.document === document) await this.paste(editor, await clipboard());
      });
      return [new vscode.DocumentPasteEdit('', t('Paste into the table'), kind)];
    }
    const pasting = await this.pastingAt(document, ranges[0], await clipboard());
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

  /** What pasting at a place of a document comes to, with its edits as the editor's own. */
  private async pastingAt(document: vscode.TextDocument, selection: vscode.Range, clipboard: Clipboard): Promise<PastingAt> {
    const { pasting, textEdits } = await later();
    const { reports } = await this.keys.load();
    const { report, document: view } = reports.reportAt(document, selection.start);
    const result = pasting(report, { start: view.offsetAt(selection.start), end: view.offsetAt(selection.end) }, clipboard);
    if (!('edits' in result)) return result;
    const changes = textEdits(view, result.edits).map(({ range, newText }) => new vscode.TextEdit(asRange(range), newText));
    return { ...result, changes };
  }

  /** Pastes at the cursor, which stands in a table. */
  private async paste(editor: vscode.TextEditor, clipboard: Clipboard): Promise<void> {
    const { document, selection } = editor;
    const pasting = await this.pastingAt(document, selection, clipboard);
    switch (pasting.kind) {
      case 'plain':
        await insert(editor, clipboard.text);
        break;
      case 'text':
      case 'table':
        await insert(editor, pasting.text);
        break;
      case 'cells':
      case 'tables': {
        if (pasting.changes.length > 0 && !(await vscode.workspace.applyEdit(workspaceEdit(document, pasting.changes)))) {
          tell([t('The text has changed meanwhile. Nothing was pasted.')]);
          break;
        }
        const [first] = [...pasting.changes].sort((a, b) => a.range.start.compareTo(b.range.start));
        if (pasting.kind === 'cells' && first) {
          const after = first.range.start.translate(0, first.newText.trimEnd().length);
          editor.selection = new vscode.Selection(after, after);
        }
        if (pasting.said.length > 0) tell(pasting.said);
        else vscode.window.setStatusBarMessage(t('Pasted into {0} cells.', pasting.covered), 3000);
        break;
      }
      case 'nothing':
        tell(pasting.said);
        break;
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

async function insert(editor: vscode.TextEditor, text: string): Promise<void> {
  const { start } = editor.selection;
  await editor.edit((edit) => edit.replace(editor.selection, text));
  const end = editor.document.positionAt(editor.document.offsetAt(start) + text.length);
  editor.selection = new vscode.Selection(end, end);
}

function workspaceEdit({ uri }: vscode.TextDocument, changes: vscode.TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, changes);
  return edit;
}

function tell(said: readonly string[]): void {
  vscode.window.showWarningMessage(said.join(' '));
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
