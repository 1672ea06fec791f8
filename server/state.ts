import { fileURLToPath, pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import type {
  ClientCapabilities,
  Connection,
  Diagnostic,
  Position,
  Range,
  TextDocuments,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { Severities } from '../core/checks/check';
import type { Checking, OpenDocument } from '../core/editing/open-document';
import type { Reading } from '../core/editing/reading';
import type { HintSettings } from './features/inlay-hints';
import { reportSymbols } from './features/workspace-symbols';
import { Workspace } from './workspace';

/** The user's settings, as the client gives them. */
export interface Settings {
  checks: Severities;
  inlayHints: HintSettings;
}

export const defaultSettings: Settings = { checks: {}, inlayHints: { columns: true, differences: true } };

/** How an open document is read and checked. Tests pass one that counts its calls, or throws. */
export interface DocumentReader {
  /** The reports that a range touches; without one, all. */
  all(document: OpenDocument, checking: Checking, range?: Range): Reading[];
  /** The report at a position. */
  at(document: OpenDocument, checking: Checking, position: Position): Reading;
}

export const cachingReader: DocumentReader = {
  all: (document, checking, range) => document.readings(checking, range),
  at: (document, checking, position) => document.readingAt(position, checking),
};

/** What the last check of a document came to. `last`: the findings of the last check that ended, if any did. */
export type Checked = { kind: 'found'; diagnostics: Diagnostic[] } | { kind: 'failed'; last: Diagnostic[] | undefined };

/** When a document's findings were last pushed, how long that took, in milliseconds, and the timer of the next push. */
export interface Push {
  at: number;
  took: number;
  timer?: NodeJS.Timeout;
}

/** Everything that the server knows, shared by all handlers. */
export interface ServerState {
  readonly connection: Connection;
  readonly documents: TextDocuments<OpenDocument>;
  readonly workspace: Workspace<WorkspaceSymbol[]>;
  readonly reader: DocumentReader;
  /** By URI, for open documents that have been checked. */
  readonly checked: Map<string, Checked>;
  /** By URI, for open documents whose findings are pushed. */
  readonly pushes: Map<string, Push>;
  client: ClientCapabilities;
  settings: Settings;
  /** Problems of the settings in force, which the user has been shown. */
  settingsProblems: ReadonlySet<string>;
}

export function initialState(connection: Connection, documents: TextDocuments<OpenDocument>, reader: DocumentReader): ServerState {
  const warn = (file: string, problem: string) => connection.window.showWarningMessage(`${file}${t(': ')}${problem}`);
  return {
    connection,
    documents,
    workspace: new Workspace(warn, (report, file) => reportSymbols(report, pathToFileURL(file).href)),
    reader,
    checked: new Map(),
    pushes: new Map(),
    client: {},
    settings: defaultSettings,
    settingsProblems: new Set(),
  };
}

/** True if the client asks for diagnostics; otherwise the server pushes them. */
export function pulls({ client }: ServerState): boolean {
  return !!client.textDocument?.diagnostic;
}

/** True if the client shows related information with a diagnostic. */
export function showsRelated(state: ServerState): boolean {
  const { diagnostic, publishDiagnostics } = state.client.textDocument ?? {};
  const pulled = pulls(state) ? diagnostic?.relatedInformation : undefined;
  return pulled ?? publishDiagnostics?.relatedInformation ?? false;
}

/** The path of a document on this machine's disk; undefined for one that is elsewhere or not saved yet. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** What a document is checked with. The folder's settings override the user's, so that everyone finds the same in a folder. */
export function checkingOf({ settings, workspace }: ServerState, uri: string): Checking {
  const file = fileOf(uri);
  return {
    severities: file === undefined ? settings.checks : { ...settings.checks, ...workspace.severitiesOf(file) },
    neighbours: (report) => workspace.neighboursOf(report, file),
  };
}

/** The reports of an open document that a range touches; without a range, all. None if the document is not open. */
export function readingsOf(state: ServerState, uri: string, range?: Range): Reading[] {
  const document = state.documents.get(uri);
  return document ? state.reader.all(document, checkingOf(state, uri), range) : [];
}

/** The report at a position; without a position, the first of the document. undefined if the document is not open. */
export function readingAt(state: ServerState, uri: string, position?: Position): Reading | undefined {
  const document = state.documents.get(uri);
  if (!document) return undefined;
  if (position) return state.reader.at(document, checkingOf(state, uri), position);
  const readings = readingsOf(state, uri);
  return readings.find(({ report }) => report.isReport) ?? readings[0];
}

/** Writes a defect to the log. The user sees nothing. */
export function log({ connection }: ServerState, error: unknown): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
