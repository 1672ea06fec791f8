import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { check, type Severities } from '../core/checks/check';
import { readSeverities } from '../core/checks/settings';
import { type Digest, digestOf, digestsIn } from '../core/library/digest';
import { Library } from '../core/library/library';
import { eachReport } from '../core/report/compilation';
import { decode } from '../core/text/decode';
import { textFiles } from '../files/endings';
import { inOrder } from '../files/in-order';
import { neighbourhoodOf } from '../files/neighbours';
import { Projects } from '../files/project';
import { languageId } from './server';

/** More files than this are not looked at. */
const mostFiles = 20_000;
/** Files that are read ahead. */
const mostAhead = 8;
/** Reports of one file after which other work has its turn. */
const mostInTurn = 20;

/** A report of a file, or of a document that is not saved yet. */
export interface FoundReport {
  uri: vscode.Uri;
  /** Which of the file's reports it is. */
  index: number;
  digest: Digest;
}

/** A report with what the list of reports says of it. */
export interface CheckedReport extends FoundReport {
  errors: number;
  /** By `nianbao.json`, other reports add up to it. */
  isWhole: boolean;
}

export interface FoundReports {
  reports: readonly FoundReport[];
  /** Files that can't be read. */
  unread: readonly vscode.Uri[];
}

/** All reports of files, or of the workspace and of documents that are not saved yet. undefined where the user gives up. */
export function findReports(files?: readonly vscode.Uri[]): Promise<FoundReports | undefined> {
  return inFront(t('Reading the annual reports of the workspace'), async (token) => {
    const reports: FoundReport[] = [];
    const unread: vscode.Uri[] = [];
    for await (const { uri, text } of inOrder(distinct(files ?? (await filesOfWorkspace())), mostAhead, read)) {
      if (text === undefined) unread.push(uri);
      let index = 0;
      for (const digest of digestsIn(text ?? '', fileOf(uri))) {
        reports.push({ uri, index: index++, digest });
        if (index % mostInTurn === 0) await setImmediate();
        if (token.isCancellationRequested) return undefined;
      }
      if (token.isCancellationRequested) return undefined;
    }
    return { reports, unread };
  });
}

/** The reports on a year, checked as the editor checks them. undefined where the user gives up. */
export function checkReports(found: readonly FoundReport[], year: number): Promise<CheckedReport[] | undefined> {
  return inFront(t('Checking the reports on {0}', year), async (token) => {
    // The editor tells of settings that can't be followed.
    const projects = new Projects(() => undefined);
    const onDisk = found.filter(({ uri }) => uri.scheme === 'file').map(({ digest }) => digest);
    const { library, below } = await neighbourhoodOf(
      onDisk,
      projects,
      () => undefined,
      () => undefined,
    );
    const { severities: set } = readSeverities(vscode.workspace.getConfiguration('nianbao').get('checks'));
    const checked: CheckedReport[] = [];
    const files = distinct(found.filter(({ digest }) => digest.year === year).map(({ uri }) => uri));
    for await (const { uri, text } of inOrder(files, mostAhead, read)) {
      const file = fileOf(uri);
      const own = uri.scheme === 'file' ? projects.of(path.dirname(file)).checks : {};
      const severities: Severities = { ...set, ...own };
      let index = 0;
      for (const report of eachReport(text ?? '')) {
        if (!report.isReport) continue;
        const digest = digestOf(report, file);
        const neighbours = { last: library.lastOf(digest, file), below: below.get(file) };
        if (digest.year === year) {
          const errors = check(report, severities, neighbours).filter(({ severity }) => severity === 'error').length;
          checked.push({ uri, index, digest, errors, isWhole: (below.get(file)?.length ?? 0) > 0 });
        }
        index++;
        if (index % mostInTurn === 0) await setImmediate();
        if (token.isCancellationRequested) return undefined;
      }
    }
    return checked;
  });
}

/** Reports that claim the same organ and the same year, two and more at a time. */
export function duplicatesAmong(reports: readonly FoundReport[]): FoundReport[][] {
  const listed = reports.map((report) => ({ ...report.digest, report }));
  const groups = new Library(listed).duplicates().map((group) => group.map(({ report }) => report));
  // A file that is named as a report goes before notes and copies of it.
  return groups.map((group) => [...group].sort((a, b) => Number(isNamed(b.uri)) - Number(isNamed(a.uri))));
}

/** Whether a file's name says that it is a report, as the manifest has it. */
function isNamed({ path }: vscode.Uri): boolean {
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

/** What is open goes before what is on the disk. */
async function read(uri: vscode.Uri): Promise<{ uri: vscode.Uri; text: string | undefined }> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return { uri, text: open.getText() };
  try {
    return { uri, text: decode(await vscode.workspace.fs.readFile(uri)).text };
  } catch {
    return { uri, text: undefined };
  }
}

function distinct(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** The path by which the engine knows a file. */
function fileOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}
