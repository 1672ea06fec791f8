import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { editions } from '../core/form';
import type { AskedCorrection, CheckedStatus, Status } from '../server/protocol';
import { correctRequest, statusChanged, statusRequest } from '../server/protocol';
import { activeReport } from './commands';
import { asRange } from './ranges';
import { languageId, type Server } from './server';

/** Time that the cursor must rest before the report around it is shown, in milliseconds. */
const calm = 250;

/**
 * Shows what was recognised of the report and how much was found in it, or that checking it failed. A click corrects what was
 * recognised.
 */
export function registerStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('nianbao.status', { language: languageId });
  item.name = t('Annual report');
  item.text = t('Annual report');
  item.command = { command: 'nianbao.correct', title: t('Correct …') };
  const look = async () => {
    const editor = activeReport();
    const status =
      editor &&
      (await server.ask(statusRequest, { textDocument: { uri: editor.document.uri.toString() }, position: editor.selection.active }));
    if (!status) return;
    item.text = statusText(status);
    item.detail = findingsText(status);
    item.severity = severityOf(status);
  };
  look();
  server.onNotification(statusChanged, look);
  // In a text of many reports, the one at the cursor is shown.
  let moved: NodeJS.Timeout | undefined;
  const lookSoon = () => {
    clearTimeout(moved);
    moved = setTimeout(look, calm);
  };
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document.languageId === languageId) lookSoon();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = activeReport()?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) look();
    }),
    vscode.commands.registerCommand('nianbao.correct', (asked?: AskedCorrection) => correct(server, asked)),
  );
}

/** Such as “平安县水利局 · 2025 · form of 2021”. */
export function statusText(status: Status): string {
  if (status.kind === 'failed') return t('The report could not be checked.');
  const { isReport, organ, year, edition, due } = status;
  if (!isReport) return t('Not a report yet');
  const form = due && due !== edition ? t('form of {0}, should be {1}', edition ?? '?', due) : t('form of {0}', edition ?? '?');
  return [organ ?? t('organ not recognised'), year ?? t('year not recognised'), form].join(' · ');
}

function findingsText(status: Status): string {
  if (status.kind === 'failed') return t('The findings shown are those of the last check. The log of “Nianbao” says what went wrong.');
  const { errors, warnings, remarks } = status;
  return errors + warnings + remarks === 0 ? t('nothing found') : t('{0} errors, {1} warnings, {2} remarks', errors, warnings, remarks);
}

function severityOf(status: Status): vscode.LanguageStatusSeverity {
  if (status.kind === 'failed' || status.errors > 0) return vscode.LanguageStatusSeverity.Error;
  return status.warnings > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}

/** Asks what was recognised wrongly, and writes the correction into a comment at the beginning of the report. */
async function correct(server: Server, asked: AskedCorrection | undefined): Promise<void> {
  const editor = activeReport();
  if (!editor) return;
  const { document } = editor;
  const here = { textDocument: { uri: document.uri.toString() }, position: editor.selection.active };
  const status = asked ? undefined : await server.ask(statusRequest, here);
  if (status?.kind === 'failed') {
    vscode.window.showErrorMessage(t('The report could not be checked.'));
    return;
  }
  const correction = asked ?? (status && (await askCorrection(status)));
  if (!correction) return;
  const edits = await server.ask(correctRequest, { ...here, correction });
  if (!edits?.length) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, asRange(range), newText);
  await vscode.workspace.applyEdit(edit);
}

async function askCorrection(status: CheckedStatus): Promise<AskedCorrection | undefined> {
  const unknown = t('not recognised');
  const organ = { label: t('Organ'), description: status.organ ?? unknown };
  const year = { label: t('Year'), description: String(status.year ?? unknown) };
  const edition = { label: t('Form'), description: status.edition ?? unknown };
  const back = { label: t('Take back all corrections'), description: '' };
  const picked = await vscode.window.showQuickPick([organ, year, edition, back], {
    title: t('What was recognised wrongly?'),
    placeHolder: t('The correction is kept in a comment at the head of the report.'),
  });
  switch (picked) {
    case organ: {
      const value = await vscode.window.showInputBox({ title: organ.label, value: status.organ ?? '' });
      return value === undefined ? undefined : { organ: value.trim() || null };
    }
    case year: {
      const value = await vscode.window.showInputBox({ title: year.label, value: String(status.year ?? ''), validateInput: yearProblem });
      return value === undefined ? undefined : { year: Number(value) };
    }
    case edition: {
      const value = await vscode.window.showQuickPick(
        editions.map((each) => each.edition.id),
        { title: edition.label },
      );
      return value === undefined ? undefined : { edition: value };
    }
    case back:
      return { organ: null, year: null, edition: null };
    default:
      return undefined;
  }
}

/** What is wrong with a year that the user types; undefined if nothing is. */
export function yearProblem(value: string): string | undefined {
  return /^20\d\d$/.test(value.trim()) ? undefined : t('A year in four digits, such as 2025');
}
