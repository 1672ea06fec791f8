import { t } from '@vscode/l10n';
import {
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { respond } from '../dispatch';
import { diagnosticsOf } from '../features/diagnostics';
import { statusChanged } from '../protocol';
import { type Checked, log, pulls, readingsOf, type ServerState, showsRelated } from '../state';

/** The longest pause between two pushes of a document's findings, in milliseconds. */
const longestPause = 50;

/** Checks open documents as they are edited. */
export function handleDiagnostics(state: ServerState): void {
  const { connection, documents } = state;
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!pulls(state)) pushSoon(state, uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    state.checked.delete(uri);
    if (!pulls(state)) endPushes(state, uri);
  });
  connection.languages.diagnostics.on(
    respond(state, ({ textDocument: { uri } }: DocumentDiagnosticParams) => pull(state, uri), notChecked()),
  );
}

/** Checks all open documents again, after a change of what they are checked with. */
export async function checkAgain(state: ServerState): Promise<void> {
  const { client, connection, documents } = state;
  for (const document of documents.all()) document.forget();
  if (!pulls(state)) for (const { uri } of documents.all()) pushSoon(state, uri);
  else if (client.workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
  if (client.workspace?.inlayHint?.refreshSupport) await connection.languages.inlayHint.refresh();
}

/** The answer to a pull: the document's findings. If its check fails, those of the last check, or an error. */
function pull(state: ServerState, uri: string): DocumentDiagnosticReport | ResponseError<DiagnosticServerCancellationData> {
  const checked = checkDocument(state, uri);
  const items = checked.kind === 'found' ? checked.diagnostics : checked.last;
  return items ? { kind: DocumentDiagnosticReportKind.Full, items } : notChecked();
}

/** The error at which a client keeps the findings that it has, and does not ask again before the next change. */
function notChecked(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, t('The report could not be checked.'), { retriggerRequest: false });
}

/**
 * Checks an open document. If that throws, the error goes to the log, the client gets a notification that the status has changed, and the
 * findings of the last check stay: a checker that has failed must not look like one that has found nothing.
 */
function checkDocument(state: ServerState, uri: string): Checked {
  const before = state.checked.get(uri);
  const now = checkOnce(state, uri, before);
  if (state.documents.get(uri)) state.checked.set(uri, now);
  if (now.kind !== (before?.kind ?? 'found')) void state.connection.sendNotification(statusChanged, { uri });
  return now;
}

function checkOnce(state: ServerState, uri: string, before: Checked | undefined): Checked {
  try {
    const related = showsRelated(state);
    return { kind: 'found', diagnostics: readingsOf(state, uri).flatMap((reading) => diagnosticsOf(reading, related)) };
  } catch (error) {
    log(state, error);
    return { kind: 'failed', last: before?.kind === 'found' ? before.diagnostics : before?.last };
  }
}

/** Pushes a document's findings as soon as possible; while edits follow each other fast, at most half of the time. */
function pushSoon(state: ServerState, uri: string): void {
  const { at, took, timer } = state.pushes.get(uri) ?? { at: 0, took: 0 };
  if (timer) return;
  const pause = Math.max(0, at + took - performance.now());
  state.pushes.set(uri, { at, took, timer: setTimeout(push, pause, state, uri) });
}

function push(state: ServerState, uri: string): void {
  const { connection, documents, pushes } = state;
  const version = documents.get(uri)?.version;
  if (version === undefined) return;
  const start = performance.now();
  const checked = checkDocument(state, uri);
  if (checked.kind === 'found') void connection.sendDiagnostics({ uri, version, diagnostics: checked.diagnostics });
  const now = performance.now();
  pushes.set(uri, { at: now, took: Math.min(now - start, longestPause) });
}

/** Stops the pushes of a document that is closed, and takes back its findings. */
function endPushes({ connection, pushes }: ServerState, uri: string): void {
  clearTimeout(pushes.get(uri)?.timer);
  pushes.delete(uri);
  void connection.sendDiagnostics({ uri, diagnostics: [] });
}
