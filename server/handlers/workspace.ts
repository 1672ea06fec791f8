import { pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  type DidChangeWatchedFilesParams,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver/node';
import { check } from '../../core/checks/check';
import { projectFile } from '../../files/project';
import { respond } from '../dispatch';
import { type CheckedReport, type Review, reviewOf } from '../features/review';
import { matchingSymbols, reportSymbols } from '../features/workspace-symbols';
import { reviewChanged, reviewRequest } from '../protocol';
import { checkingOf, fileOf, log, readingsOf, type ServerState } from '../state';
import { checkAgain } from './diagnostics';

/** Time without a change on disk before the workspace's reports are read again, in milliseconds. */
const rescanDelay = 300;

/** Answers what is asked of all reports of the workspace, and reads them again when they change on disk. */
export function handleWorkspace(state: ServerState): void {
  const { connection } = state;
  let rescan: NodeJS.Timeout | undefined;
  connection.onDidChangeWatchedFiles(async ({ changes }: DidChangeWatchedFilesParams) => {
    if (changes.some(({ uri }) => uri.endsWith(`/${projectFile}`))) {
      state.workspace.forgetSettings();
      await checkAgain(state);
    }
    clearTimeout(rescan);
    rescan = setTimeout(readLibrary, rescanDelay, state);
  });
  connection.onWorkspaceSymbol(respond(state, (params: WorkspaceSymbolParams, token) => symbolsOfWorkspace(state, params, token), []));
  connection.onRequest<Review, void>(
    reviewRequest.method,
    respond<unknown, Review>(
      state,
      (_, token) => reviewOfWorkspace(state, token),
      new ResponseError(LSPErrorCodes.RequestFailed, t('The reports of the workspace could not be checked.')),
    ),
  );
}

/** Reads the workspace's reports in the background, and checks the open ones against them. Errors go to the log. */
export async function readLibrary(state: ServerState): Promise<void> {
  const { client, connection, workspace } = state;
  try {
    const paths = await foldersOf(state);
    if (paths.length === 0) return;
    const progress = client.window?.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin(t('Reading the annual reports of the workspace'), undefined, undefined, true);
    try {
      await workspace.read(paths, () => progress?.token.isCancellationRequested ?? false);
      await checkAgain(state);
      await connection.sendNotification(reviewChanged);
    } finally {
      progress?.done();
    }
  } catch (error) {
    log(state, error);
  }
}

/** The workspace's folders on this machine's disk, as paths. */
async function foldersOf({ client, connection }: ServerState): Promise<string[]> {
  const all = client.workspace?.workspaceFolders ? ((await connection.workspace.getWorkspaceFolders()) ?? []) : [];
  return all.flatMap(({ uri }) => fileOf(uri) ?? []);
}

async function symbolsOfWorkspace(
  state: ServerState,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
  const { documents, workspace } = state;
  const known = new Map<string, WorkspaceSymbol[]>();
  for (const [file, symbols] of await workspace.extras(await foldersOf(state), () => token.isCancellationRequested))
    known.set(pathToFileURL(file).href, symbols.flat());
  // An open document replaces its file on disk.
  for (const { uri } of documents.all()) {
    const file = fileOf(uri);
    known.delete(file === undefined ? uri : pathToFileURL(file).href);
    const reports = readingsOf(state, uri).filter(({ report: { isReport } }) => isReport);
    known.set(
      uri,
      reports.flatMap((reading) => reportSymbols(reading, uri)),
    );
  }
  return matchingSymbols(known.values(), query);
}

async function reviewOfWorkspace(state: ServerState, token: CancellationToken): Promise<Review> {
  const { library } = state.workspace;
  const reviewed = {
    files: library.digests.map(({ file }) => file),
    awaited: library.awaited(),
    duplicates: library.duplicates().map((group) => group.map(({ file }) => file)),
    check: (file: string) => checkFile(state, file),
  };
  return await reviewOf(reviewed, () => token.isCancellationRequested);
}

/** The reports of a file with their findings: as they are being edited if the file is open, else as they are on disk. */
async function checkFile(state: ServerState, file: string): Promise<CheckedReport[]> {
  const open = state.documents.all().find((document) => fileOf(document.uri) === file);
  const uri = open?.uri ?? pathToFileURL(file).href;
  if (open) return readingsOf(state, uri).map(({ analysis, firstLine, findings }) => ({ uri, analysis, firstLine, findings }));
  const { severities, neighbours } = checkingOf(state, uri);
  return (await state.workspace.reports(file)).map((placed) => ({
    uri,
    ...placed,
    findings: check(placed.analysis, { severities, neighbours: neighbours(placed.analysis.report) }),
  }));
}
