import * as vscode from 'vscode';
import { readReport } from '../core/report/bind';
import { glance, titleOnly } from '../core/report/glance';
import { decode } from '../core/text/decode';
import { foreignEndings } from '../exchange/formats';
import { filesWith, textEndings } from '../files/endings';
import { isForeignFile } from './import';
import { languageId } from './server';

/** A report that may be last year's: an open text, or a file of the workspace. */
export interface KnownReport {
  uri: vscode.Uri;
  organ: string | null;
  year: number | null;
}

/** Limits: files that are listed, files that are read, and bytes of a file that is read. */
const mostFiles = 2000;
const mostRead = 200;
const mostBytes = 1 << 20;
/** How many reports are proposed. */
const mostProposed = 50;

/**
 * Finds open reports and reports of the workspace, and calls `show` with those found so far, the latest year first. Files of
 * other programs are judged by their names only. Texts with a report's name are read first.
 */
export async function knownReports(token: vscode.CancellationToken, show: (reports: readonly KnownReport[]) => void): Promise<void> {
  const found = new Map<string, KnownReport>();
  const add = (report: KnownReport | undefined) => {
    if (report) found.set(report.uri.toString(), report);
  };
  const update = () => {
    if (!token.isCancellationRequested) show([...found.values()].sort(byYear).slice(0, mostProposed));
  };
  for (const document of vscode.workspace.textDocuments)
    if (document.languageId === languageId) add({ uri: document.uri, ...glance(document.getText()) });
  update();
  const pattern = filesWith([...textEndings, ...foreignEndings]);
  const files = await vscode.workspace.findFiles(pattern, '**/node_modules/**', mostFiles, token);
  const unknown = files.filter((uri) => !found.has(uri.toString()));
  const texts = unknown.filter((uri) => !isForeignFile(uri)).sort((a, b) => Number(hasReportName(b)) - Number(hasReportName(a)));
  for (const uri of unknown) if (isForeignFile(uri) && hasReportName(uri)) add({ uri, ...titleOnly(stem(uri)) });
  update();
  let shown = Date.now();
  for (const uri of texts.slice(0, mostRead)) {
    if (token.isCancellationRequested) return;
    add(await lookInto(uri));
    // Adding items one by one would make the list flicker.
    if (Date.now() - shown < 300) continue;
    update();
    shown = Date.now();
  }
  update();
}

async function lookInto(uri: vscode.Uri): Promise<KnownReport | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostBytes) return hasReportName(uri) ? { uri, ...titleOnly(stem(uri)) } : undefined;
    const { text } = decode(await vscode.workspace.fs.readFile(uri));
    if (!/信息公开|政务公开/.test(text) || !readReport(text).isReport) return undefined;
    return { uri, ...glance(text) };
  } catch {
    return undefined;
  }
}

function byYear(a: KnownReport, b: KnownReport): number {
  return (b.year ?? 0) - (a.year ?? 0) || a.uri.path.localeCompare(b.uri.path, 'zh');
}

/** True if the name of a file has an organ and a year. */
function hasReportName(uri: vscode.Uri): boolean {
  const { organ, year } = titleOnly(stem(uri));
  return organ !== null && year !== null;
}

function stem({ path }: vscode.Uri): string {
  return (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}
