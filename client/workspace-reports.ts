import path from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { check, type Severities } from '../core/checks/check';
import { readSeverities } from '../core/checks/settings';
import { type Digest, digestOf } from '../core/library/digest';
import { Library } from '../core/library/library';
import { decode } from '../core/text/decode';
import { textFiles } from '../files/endings';
import { neighbourhoodOf } from '../files/neighbours';
import { nodeFiles } from '../files/node-files';
import { Projects } from '../files/project';
import { reportsOfFiles } from './reports-of-files';
import { languageId } from './server';

/** How many files of the workspace are read at most. */
const mostFiles = 20_000;

/** A report of a file, or of a document that is not saved yet. */
export interface WorkspaceReport {
  uri: vscode.Uri;
  /** Its number among the reports of the file. */
  index: number;
  digest: Digest;
}

/** A report with what the list of reports to sum shows of it. */
export interface ListedReport extends WorkspaceReport {
  errors: number;
  /** True if `nianbao.json` says that other reports add up to it. */
  isWhole: boolean;
}

export interface WorkspaceReports {
  reports: readonly WorkspaceReport[];
  /** Files that can't be read. */
  unread: readonly vscode.Uri[];
}

/** All reports of files, or of the workspace and of documents that are not saved yet. undefined if the user cancels. */
export function findReports(files?: readonly vscode.Uri[]): Promise<WorkspaceReports | undefined> {
  return inFront(t('Reading the annual reports of the workspace'), async (token) => {
    const reports: WorkspaceReport[] = [];
    const unread: vscode.Uri[] = [];
    const isCancelled = () => token.isCancellationRequested;
    for await (const found of reportsOfFiles(distinct(files ?? (await filesOfWorkspace())), readUri, isCancelled)) {
      const { file: uri } = found;
      if (found.kind === 'unread') unread.push(uri);
      else reports.push({ uri, index: found.index, digest: digestOf(found.report, pathOf(uri)) });
    }
    return isCancelled() ? undefined : { reports, unread };
  });
}

/** The reports on a year, checked as the language server checks them. undefined if the user cancels. */
export function checkReports(found: readonly WorkspaceReport[], year: number): Promise<ListedReport[] | undefined> {
  return inFront(t('Checking the reports on {0}', year), async (token) => {
    // The language server reports invalid settings.
    const projects = new Projects(() => undefined);
    const onDisk = found.filter(({ uri }) => uri.scheme === 'file').map(({ digest }) => digest);
    const { library, below } = await neighbourhoodOf(
      nodeFiles,
      onDisk,
      projects,
      () => undefined,
      () => [],
    );
    const { severities: set } = readSeverities(vscode.workspace.getConfiguration('nianbao').get('checks'));
    const checked: ListedReport[] = [];
    const files = distinct(found.filter(({ digest }) => digest.year === year).map(({ uri }) => uri));
    const isCancelled = () => token.isCancellationRequested;
    for await (const found of reportsOfFiles(files, readUri, isCancelled)) {
      if (found.kind === 'unread' || found.report.analysis.report.identity.year !== year) continue;
      const { file: uri, index, report } = found;
      const file = pathOf(uri);
      const own = uri.scheme === 'file' ? projects.of(path.dirname(file)).checks : {};
      const severities: Severities = { ...set, ...own };
      const digest = digestOf(report, file);
      const neighbours = { last: library.lastOf(digest, file), below: below.get(file) };
      const errors = check(report.analysis, { severities, neighbours }).filter(({ severity }) => severity === 'error').length;
      checked.push({ uri, index, digest, errors, isWhole: (below.get(file)?.length ?? 0) > 0 });
    }
    return isCancelled() ? undefined : checked;
  });
}

/** Groups of two or more reports on the same organ and the same year. */
export function duplicatesAmong(reports: readonly WorkspaceReport[]): WorkspaceReport[][] {
  const listed = reports.map((report) => ({ ...report.digest, report }));
  const groups = new Library(listed).duplicates().map((group) => group.map(({ report }) => report));
  // A file named like a report comes before notes and copies.
  return groups.map((group) => [...group].sort((a, b) => Number(isNamedAsReport(b.uri)) - Number(isNamedAsReport(a.uri))));
}

/** True if a file's name is one that the manifest associates with reports. */
function isNamedAsReport({ path }: vscode.Uri): boolean {
  return /\.nianbao$|政府信息公开[^/]*年度报告[^/]*\.(?:txt|md)$/.test(path);
}

function inFront<T>(title: string, work: (token: vscode.CancellationToken) => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(vscode.window.withProgress(options, (_, token) => work(token)));
}

async function filesOfWorkspace(): Promise<vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(textFiles, '**/node_modules/**', mostFiles);
  const drafts = vscode.workspace.textDocuments.filter(({ isUntitled, languageId: language }) => isUntitled && language === languageId);
  return [...files.sort((a, b) => (a.path < b.path ? -1 : 1)), ...drafts.map(({ uri }) => uri)];
}

/** The text of a file: as it is open in the editor, else as it is on disk; undefined if it can't be read. */
async function readUri(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return decode(await vscode.workspace.fs.readFile(uri)).text;
  } catch {
    return undefined;
  }
}

function distinct(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** The name under which the engine keeps a file: its path, or its URI if it is not on disk. */
function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}
