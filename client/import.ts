import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { decode } from '../core/text/decode';
import type { Draft } from '../core/writing/draft';
import type { ConversionPool } from '../exchange/conversion-pool';
import { endingOf, foreignEndings } from '../exchange/formats';
import { readByOthers } from '../exchange/other-programs';
import { type Converter, signalOf } from './converter';
import { later } from './load';
import { languageId } from './server';
import { untitled } from './untitled';

/** Size limit of files that are read, in bytes. The converter's own limits are lower. */
const mostBytes = 64 << 20;
/** How many files of a folder are imported at once. */
const mostFiles = 1000;

/** Turns files of other programs into drafts: by command, from the explorer's menu, or when they are dropped into a report. */
export function registerImport(converter: Converter): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nianbao.import', async (uri?: vscode.Uri, uris?: vscode.Uri[]) => {
      const chosen = uris?.length ? uris : uri ? [uri] : await choose();
      if (chosen?.length) await importFiles(converter, await filesIn(chosen));
    }),
    vscode.languages.registerDocumentDropEditProvider({ language: languageId }, new ReportDrop(converter), {
      dropMimeTypes: ['text/uri-list', 'files'],
      providedDropEditKinds: [dropKind],
    }),
  );
}

async function choose(): Promise<vscode.Uri[] | undefined> {
  return await vscode.window.showOpenDialog({
    title: t('Import report'),
    canSelectMany: true,
    filters: { [t('Word, web pages, workbooks')]: [...foreignEndings], [t('All files')]: ['*'] },
  });
}

/** The files to import: for a folder, the files of other programs in it. */
async function filesIn(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const found = await Promise.all(
    uris.map(async (uri) => {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (!(type & vscode.FileType.Directory)) return [uri];
      const pattern = new vscode.RelativePattern(uri, `**/*.{${foreignEndings.join(',')}}`);
      return await vscode.workspace.findFiles(pattern, '**/node_modules/**', mostFiles);
    }),
  );
  return found.flat();
}

/** Opens a draft for each file. Tells the user what was left out or guessed, and which files could not be read. */
export async function importFiles(converter: Converter, uris: readonly vscode.Uri[]): Promise<void> {
  const remarks: string[] = [];
  const failures: string[] = [];
  await converter.withProgress(t('Importing reports'), async (thread, signal, progress) => {
    for (const uri of uris) {
      if (signal.aborted) return;
      progress.report({ message: fileNameOf(uri), increment: 100 / uris.length });
      try {
        const { text, notes } = await readForeignFile(thread, uri, signal);
        const title = (await later()).titleOf(text) || fileNameOf(uri).replace(/\.[^.]*$/, '');
        const document = await untitled(title, text, vscode.Uri.joinPath(uri, '..'));
        await vscode.window.showTextDocument(document, { preview: false });
        if (notes.length > 0) remarks.push(`${fileNameOf(uri)}${t(': ')}${notes.join(t('; '))}`);
      } catch (error) {
        if (!signal.aborted) failures.push(`${fileNameOf(uri)}${t(': ')}${(error as Error).message.split('\n')[0]}`);
      }
    }
  });
  if (failures.length > 0) vscode.window.showErrorMessage(t('Not imported: {0}', failures.join(t('; '))));
  if (remarks.length > 0) vscode.window.showInformationMessage(remarks.join(t('; ')));
}

/** The text of a report in a file of any kind: as it is open in the editor, decoded, or converted, with notes on what was left out. */
export async function reportTextOf(thread: ConversionPool, uri: vscode.Uri, signal: AbortSignal): Promise<Pick<Draft, 'text' | 'notes'>> {
  if (isForeignFile(uri)) return readForeignFile(thread, uri, signal);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return { text: open.getText(), notes: [] };
  return { text: decode(await readBounded(uri)).text, notes: [] };
}

async function readForeignFile(thread: ConversionPool, uri: vscode.Uri, signal: AbortSignal): Promise<Draft> {
  const bytes = await readBounded(uri);
  // Other programs are started only in trusted workspaces.
  const readable = vscode.workspace.isTrusted ? await readByOthers(fileNameOf(uri), bytes) : undefined;
  const draft = await thread.bringIn(readable?.name ?? fileNameOf(uri), readable?.bytes ?? bytes, 'auto', signal);
  return readable ? { ...draft, notes: [t('read by way of {0}', readable.by), ...draft.notes] } : draft;
}

async function readBounded(uri: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > mostBytes) throw new Error(t('larger than {0} MB', mostBytes >> 20));
  return await vscode.workspace.fs.readFile(uri);
}

function fileNameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

const dropKind = vscode.DocumentDropOrPasteEditKind.Text.append('nianbao', 'report');

/** Inserts a file of another program that is dropped into a report, as text. */
class ReportDrop implements vscode.DocumentDropEditProvider {
  constructor(private readonly converter: Converter) {}

  async provideDocumentDropEdits(
    _document: vscode.TextDocument,
    _position: vscode.Position,
    dropped: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const [uri] = await droppedUris(dropped);
    if (!uri || !isForeignFile(uri)) return undefined;
    try {
      const { text } = await readForeignFile(this.converter.thread, uri, signalOf(token));
      return new vscode.DocumentDropEdit(text, t('Insert as a report'), dropKind);
    } catch (error) {
      vscode.window.showErrorMessage(`${fileNameOf(uri)}${t(': ')}${(error as Error).message.split('\n')[0]}`);
      return undefined;
    }
  }
}

/** The URIs of dropped files. */
export async function droppedUris(dropped: vscode.DataTransfer): Promise<vscode.Uri[]> {
  const list = await dropped.get('text/uri-list')?.asString();
  const named = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const files = [...dropped].flatMap(([, item]) => item.asFile()?.uri ?? []);
  const uris = [...named.map((line) => vscode.Uri.parse(line)), ...files];
  return uris.filter((uri, index) => uris.findIndex((other) => other.toString() === uri.toString()) === index);
}

export function isForeignFile(uri: vscode.Uri): boolean {
  return (foreignEndings as readonly string[]).includes(endingOf(uri.path));
}
