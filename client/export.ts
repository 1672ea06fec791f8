import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TargetFormat } from '../exchange/formats';
import { statusRequest } from '../server/protocol';
import type { ReportAtHand } from './at-hand';
import type { Converter } from './converter';
import { languageId, type Server } from './server';
import { exists } from './untitled';
import { done } from './walkthrough';

/** The command's arguments. The user is asked for those that are missing. */
interface ExportOptions {
  report?: vscode.Uri;
  format?: TargetFormat;
  target?: vscode.Uri;
}

export function registerExport(server: Server, converter: Converter, atHand: ReportAtHand): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.export', (given?: vscode.Uri | ExportOptions) =>
    exportReport(server, converter, atHand, given instanceof vscode.Uri ? { report: given } : (given ?? {})),
  );
}

async function exportReport(server: Server, converter: Converter, atHand: ReportAtHand, asked: ExportOptions): Promise<void> {
  const document = asked.report ? await vscode.workspace.openTextDocument(asked.report) : (await atHand.show())?.document;
  if (!document) return;
  if (document.languageId !== languageId) await vscode.languages.setTextDocumentLanguage(document, languageId);
  const format = asked.format ?? (await chooseFormat());
  if (!format) return;
  const status = await server.ask(statusRequest, { textDocument: { uri: document.uri.toString() } });
  if (status?.kind === 'failed' && !(await agreed(t('The report could not be checked.'), t('It may have errors. Export it as it stands?'))))
    return;
  // In a text of many reports, the status is of the first only.
  const errors = Math.max(status?.kind === 'checked' ? status.errors : 0, errorsIn(document.uri));
  const listed = t('They are listed under Problems. Export it as it stands?');
  if (errors > 0 && !(await agreed(t('The report has {0} errors.', errors), listed))) return;
  const target = asked.target ?? (await chooseTarget(document, format));
  if (!target || (asked.target && (await exists(target)) && !(await mayOverwrite(target)))) return;
  try {
    const bytes = await converter.withProgress(t('Exporting the report'), (thread, signal) =>
      thread.sendOut(document.getText(), format, signal),
    );
    await writeUriWhole(target, bytes);
  } catch (error) {
    vscode.window.showErrorMessage(t('Not exported: {0}', (error as Error).message.split('\n')[0]));
    return;
  }
  done('hand');
  const open = t('Open');
  // Not awaited: the report is already written.
  vscode.window.showInformationMessage(t('Exported: {0}', target.path.split('/').at(-1) ?? ''), open).then((picked) => {
    if (picked === open) vscode.env.openExternal(target);
  });
}

function errorsIn(uri: vscode.Uri): number {
  const found = vscode.languages.getDiagnostics(uri);
  return found.filter(({ source, severity }) => source === languageId && severity === vscode.DiagnosticSeverity.Error).length;
}

const formats: readonly Exclude<TargetFormat, 'htm' | 'txt' | 'nianbao'>[] = ['docx', 'html', 'xlsx', 'json', 'csv', 'md'];

async function chooseFormat(): Promise<TargetFormat | undefined> {
  const what: Readonly<Record<(typeof formats)[number], string>> = {
    docx: t('Word document, in the look of official documents'),
    html: t('Web page, to be pasted into a site’s editor'),
    xlsx: t('Workbook: a sheet a table, sums as formulas'),
    json: t('Figures as open data'),
    csv: t('Figures as open data, one row a figure'),
    md: t('Text with Markdown tables'),
  };
  const items = formats.map((format) => ({ label: `.${format}`, description: what[format], format }));
  return (await vscode.window.showQuickPick(items, { title: t('Export report'), matchOnDescription: true }))?.format;
}

function agreed(question: string, detail: string): Promise<boolean> {
  return userConfirms(question, detail, t('Export All the Same'));
}

function mayOverwrite(target: vscode.Uri): Promise<boolean> {
  return userConfirms(t('{0} exists already.', target.path.split('/').at(-1) ?? ''), undefined, t('Overwrite'));
}

/** True if the user says yes. A question that can't be shown counts as no. */
async function userConfirms(question: string, detail: string | undefined, yes: string): Promise<boolean> {
  const asked = vscode.window.showWarningMessage(question, { modal: true, detail }, yes);
  return (await asked.then(undefined, () => undefined)) === yes;
}

async function chooseTarget(document: vscode.TextDocument, format: TargetFormat): Promise<vscode.Uri | undefined> {
  const name = (document.uri.path.split('/').at(-1) ?? '').replace(/\.(?:nianbao|txt|md)$/i, '');
  const folder = document.uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  return await vscode.window.showSaveDialog({
    title: t('Export report'),
    defaultUri: folder && vscode.Uri.joinPath(folder, `${name}.${format}`),
    filters: { [`.${format}`]: [format] },
  });
}

/** Writes a file completely or not at all: first under a temporary name in the same folder, then renamed. */
async function writeUriWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const beside = target.with({ path: `${target.path}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}
