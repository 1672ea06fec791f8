import { fileURLToPath, pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import {
  CancellationToken,
  type ClientCapabilities,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  createConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  type DocumentRangeFormattingParams,
  type InlayHintParams,
  type Position,
  ProposedFeatures,
  type Range,
  type SelectionRangeParams,
  type SemanticTokensRangeParams,
  type ServerCapabilities,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
  type TextEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { compute } from '../core/analysis/totals';
import { check, type Severities } from '../core/checks/check';
import { readSeverities } from '../core/checks/settings';
import { type Checking, OpenDocument } from '../core/editing/open-document';
import { textEdits } from '../core/editing/ranges';
import type { Reading } from '../core/editing/reading';
import { languageOfEditor, setLanguage } from '../core/language';
import { tableOnLine } from '../core/report/steps';
import { textFiles } from '../files/endings';
import { projectFile } from '../files/project';
import { codeActionsOf, completeKind, fixAllKind, rewriteKind } from './features/code-actions';
import { codeLensesOf } from './features/code-lens';
import { completionsAt } from './features/completion';
import { diagnosticsOf } from './features/diagnostics';
import { documentLinksOf } from './features/document-links';
import { formattingOf } from './features/formatting';
import { hoverAt } from './features/hover';
import { type HintSettings, inlayHintsOf } from './features/inlay-hints';
import { foldingOfAll, mergedActions, previewOfAll, symbolsOfAll } from './features/many';
import { definitionAt, highlightsAt, referencesAt } from './features/navigation';
import { type CheckedReport, type Review, reviewOf } from './features/review';
import { written } from './features/rewrites';
import { selectionAt } from './features/selection';
import { encodeTokens, placedTokens, tokenTypes } from './features/semantic-tokens';
import { correctionEdit, statusOf } from './features/status';
import { matchingSymbols, reportSymbols } from './features/workspace-symbols';
import {
  computeCommand,
  computeRequest,
  correctRequest,
  type ParamsOf,
  previewRequest,
  reviewChanged,
  reviewRequest,
  statusRequest,
} from './protocol';
import { Workspace } from './workspace';

/** What the client tells the server at the start, and asks of it through its settings. */
interface Settings {
  checks: Severities;
  inlayHints: HintSettings;
}

const defaults: Settings = { checks: {}, inlayHints: { columns: true, differences: true } };

/** The longest that a document's findings wait for each other, in milliseconds. */
const longestPause = 50;
/** Time without a change on disk before the workspace's reports are read anew, in milliseconds. */
const rescanDelay = 300;

function start(connection: Connection): void {
  const documents = new TextDocuments(OpenDocument.configuration);
  const pushes = new Map<string, NodeJS.Timeout>();
  /** When a document's findings were last pushed, and how long that took, in milliseconds. */
  const pushed = new Map<string, { at: number; took: number }>();
  let client: ClientCapabilities = {};
  let settings = defaults;
  const workspace = new Workspace(complain, (report, file) => reportSymbols(report, pathToFileURL(file).href));
  let rescan: NodeJS.Timeout | undefined;
  /** Problems of the user's settings that the user has been told of. */
  let told: ReadonlySet<string> = new Set();

  const pulls = () => !!client.textDocument?.diagnostic;
  const related = () =>
    !!(pulls()
      ? (client.textDocument?.diagnostic?.relatedInformation ?? client.textDocument?.publishDiagnostics?.relatedInformation)
      : client.textDocument?.publishDiagnostics?.relatedInformation);

  /** The folder's settings go before the user's: whoever checks a folder's reports finds the same. */
  function severitiesOf(uri: string): Severities {
    const file = fileOf(uri);
    return file === undefined ? settings.checks : { ...settings.checks, ...workspace.severitiesOf(file) };
  }

  const checkingOf = (uri: string): Checking => ({
    severities: severitiesOf(uri),
    neighbours: (own) => workspace.neighboursOf(own, fileOf(uri)),
  });

  /** The reports of an open document; those that a range touches, if there is one. */
  function readingsOf(uri: string, range?: Range): Reading[] {
    return documents.get(uri)?.readings(checkingOf(uri), range) ?? [];
  }

  /** The report at a place; without one, the first of the document. */
  function readingAt(uri: string, position?: Position): Reading | undefined {
    const document = documents.get(uri);
    if (!document) return undefined;
    if (position) return document.readingAt(position, checkingOf(uri));
    const readings = document.readings(checkingOf(uri));
    return readings.find(({ report }) => report.isReport) ?? readings[0];
  }

  /** Answers with nothing where the client has lost interest, or where we have made a mistake. */
  function answer<P, R>(work: (params: P) => R, nothing: R) {
    return (params: P, token: CancellationToken): R => {
      if (token.isCancellationRequested) return nothing;
      try {
        return work(params);
      } catch (error) {
        report(error);
        return nothing;
      }
    };
  }

  /** Answers from all reports of a document, or from those that the params' range touches. */
  function answerFrom<P extends { textDocument: TextDocumentIdentifier; range?: Range }, R>(
    feature: (readings: Reading[], params: P) => R,
    nothing: R,
  ) {
    return answer((params: P) => {
      const readings = readingsOf(params.textDocument.uri, params.range);
      return readings.length > 0 ? feature(readings, params) : nothing;
    }, nothing);
  }

  /** The same, one report's answers behind the other's. */
  function answerEach<P extends { textDocument: TextDocumentIdentifier; range?: Range }, R>(feature: (reading: Reading, params: P) => R[]) {
    return answerFrom((readings: Reading[], params: P) => readings.flatMap((reading) => feature(reading, params)), []);
  }

  /** Answers from the report at a place in the text. */
  function answerAt<P extends TextDocumentPositionParams, R>(feature: (reading: Reading, offset: number, params: P) => R, nothing: R) {
    return answer((params: P) => {
      const reading = readingAt(params.textDocument.uri, params.position);
      return reading ? feature(reading, reading.document.offsetAt(params.position), params) : nothing;
    }, nothing);
  }

  function diagnosticsIn(uri: string): Diagnostic[] {
    return readingsOf(uri).flatMap((reading) => diagnosticsOf(reading, related()));
  }

  /** Findings go out at once; in a storm of edits pushing them takes half of the time at most. */
  function push(uri: string): void {
    if (pushes.has(uri)) return;
    const { at, took } = pushed.get(uri) ?? { at: 0, took: 0 };
    const send = answer(() => {
      pushes.delete(uri);
      const version = documents.get(uri)?.version;
      if (version === undefined) return;
      const start = performance.now();
      connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsIn(uri) });
      const now = performance.now();
      pushed.set(uri, { at: now, took: Math.min(now - start, longestPause) });
    }, undefined);
    pushes.set(uri, setTimeout(send, Math.max(0, at + took - performance.now()), undefined, CancellationToken.None));
  }

  /** Settings that can't be had leave those in force. */
  async function loadSettings(): Promise<void> {
    if (!client.workspace?.configuration) return;
    try {
      const loaded: { checks?: unknown; inlayHints?: { columns?: unknown; differences?: unknown } } | null =
        await connection.workspace.getConfiguration('nianbao');
      const { severities, problems } = readSeverities(loaded?.checks);
      for (const problem of problems) if (!told.has(problem)) connection.window.showWarningMessage(problem);
      told = new Set(problems);
      settings = {
        checks: severities,
        inlayHints: { columns: loaded?.inlayHints?.columns !== false, differences: loaded?.inlayHints?.differences !== false },
      };
      await refresh();
    } catch (error) {
      report(error);
    }
  }

  /** Reads and checks everything anew, after what holds for it has changed. */
  async function refresh(): Promise<void> {
    for (const document of documents.all()) document.forget();
    if (!pulls()) for (const { uri } of documents.all()) push(uri);
    else if (client.workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
    if (client.workspace?.inlayHint?.refreshSupport) await connection.languages.inlayHint.refresh();
  }

  /** Tells the user of a settings file that can't be followed. */
  function complain(file: string, problem: string): void {
    connection.window.showWarningMessage(`${file}${t(': ')}${problem}`);
  }

  /** The workspace's folders on this machine's disk. */
  async function folders(): Promise<string[]> {
    const all = client.workspace?.workspaceFolders ? ((await connection.workspace.getWorkspaceFolders()) ?? []) : [];
    return all.flatMap(({ uri }) => fileOf(uri) ?? []);
  }

  /** Reads the workspace's reports, one after the other beside other work, and checks the open ones against them. */
  async function readLibrary(): Promise<void> {
    const paths = await folders();
    if (paths.length === 0) return;
    const progress = client.window?.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin(t('Reading the annual reports of the workspace'), undefined, undefined, true);
    try {
      await workspace.read(paths, () => progress?.token.isCancellationRequested ?? false);
      await refresh();
      await connection.sendNotification(reviewChanged);
    } finally {
      progress?.done();
    }
  }

  /** Reads them again once the disk has come to rest. */
  function readLibrarySoon(): void {
    clearTimeout(rescan);
    rescan = setTimeout(() => readLibrary().catch(report), rescanDelay);
  }

  /** What is found in a report of the workspace: as it is typed, if it is open, else as it stands on the disk. */
  async function checkFile(file: string): Promise<CheckedReport[]> {
    const open = documents.all().find((document) => fileOf(document.uri) === file);
    const uri = open?.uri ?? pathToFileURL(file).href;
    if (open) return readingsOf(uri).map((reading) => ({ uri, ...reading }));
    const { severities, neighbours } = checkingOf(uri);
    return (await workspace.reports(file)).map((own) => ({ uri, report: own, findings: check(own, severities, neighbours(own)) }));
  }

  function computeIn({ textDocument: { uri }, line, kind }: ParamsOf<typeof computeRequest>): TextEdit[] {
    const reading = readingAt(uri, { line, character: 0 });
    const table = reading && tableOnLine(reading.report, line - reading.report.document.firstLine);
    return table ? textEdits(reading.document, written(compute(table, { kind }))) : [];
  }

  async function symbolsOfWorkspace(query: string, token: CancellationToken): Promise<WorkspaceSymbol[]> {
    const known = new Map<string, WorkspaceSymbol[]>();
    for (const [file, symbols] of await workspace.extras(await folders(), () => token.isCancellationRequested))
      known.set(pathToFileURL(file).href, symbols.flat());
    // What is open goes before what is on the disk.
    for (const { uri } of documents.all()) {
      known.delete(fileOf(uri) === undefined ? uri : pathToFileURL(fileOf(uri) as string).href);
      const reports = readingsOf(uri).filter(({ report: { isReport } }) => isReport);
      if (reports.length > 0)
        known.set(
          uri,
          reports.flatMap((reading) => reportSymbols(reading.report, uri)),
        );
    }
    return matchingSymbols(known.values(), query);
  }

  /** A defect of ours, or of the client's, costs one answer, and is told to the log, not to the user. */
  function report(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  connection.onInitialize(({ capabilities, initializationOptions, locale }) => {
    client = capabilities;
    setLanguage(languageOfEditor({ asked: initializationOptions?.language, editor: locale }));
    const offered: ServerCapabilities = {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, rewriteKind, fixAllKind, completeKind] },
      codeLensProvider: {},
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentLinkProvider: {},
      executeCommandProvider: { commands: [computeCommand] },
      inlayHintProvider: true,
      semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true, range: true },
      workspaceSymbolProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      selectionRangeProvider: true,
      completionProvider: { triggerCharacters: ['#', '、', '（', '|'] },
    };
    if (pulls()) offered.diagnosticProvider = { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false };
    return { capabilities: offered, serverInfo: { name: 'nianbao' } };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/${projectFile}` }, { globPattern: textFiles }],
      });
    await loadSettings();
    readLibrary().catch(report);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith(`/${projectFile}`))) {
      workspace.forgetSettings();
      await refresh();
    }
    readLibrarySoon();
  });
  connection.onDidChangeConfiguration(loadSettings);

  documents.onDidChangeContent(({ document }) => {
    if (!pulls()) push(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(pushes.get(uri));
    pushes.delete(uri);
    pushed.delete(uri);
    if (!pulls()) connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(
    answer(
      ({ textDocument: { uri } }: DocumentDiagnosticParams) => ({ kind: DocumentDiagnosticReportKind.Full, items: diagnosticsIn(uri) }),
      {
        kind: DocumentDiagnosticReportKind.Full,
        items: [],
      },
    ),
  );
  connection.onCodeAction(
    answerFrom((found, { range, context: { only } }: CodeActionParams) => {
      const { documentChanges, snippetEditSupport } = client.workspace?.workspaceEdit ?? {};
      const options = { only, snippets: !!documentChanges && !!snippetEditSupport };
      return mergedActions(found.flatMap((reading) => codeActionsOf(reading, range, options)));
    }, []),
  );
  connection.onCodeLens(answerEach(codeLensesOf));
  connection.onDocumentFormatting(answerEach((reading) => formattingOf(reading)));
  connection.onDocumentRangeFormatting(answerEach((reading, { range }: DocumentRangeFormattingParams) => formattingOf(reading, range)));
  connection.onDocumentLinks(answerEach(documentLinksOf));
  connection.languages.inlayHint.on(answerEach((reading, { range }: InlayHintParams) => inlayHintsOf(reading, range, settings.inlayHints)));
  connection.languages.semanticTokens.on(
    answerFrom((found) => encodeTokens(found.flatMap((reading) => placedTokens(reading))), { data: [] }),
  );
  connection.languages.semanticTokens.onRange(
    answerFrom((found, { range }: SemanticTokensRangeParams) => encodeTokens(found.flatMap((reading) => placedTokens(reading, range))), {
      data: [],
    }),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    try {
      return await symbolsOfWorkspace(query, token);
    } catch (error) {
      report(error);
      return [];
    }
  });
  connection.onExecuteCommand(async ({ command, arguments: [uri, line, kind] = [] }) => {
    const document = command === computeCommand && typeof uri === 'string' ? documents.get(uri) : undefined;
    if (!document || (kind !== 'totals' && kind !== 'zeros')) return;
    const edits = computeIn({ textDocument: { uri: document.uri }, line: Number(line) || 0, kind });
    // The version keeps the client from making the edits in a text that has changed meanwhile.
    const edit = client.workspace?.workspaceEdit?.documentChanges
      ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
      : { changes: { [document.uri]: edits } };
    if (edits.length > 0) await connection.workspace.applyEdit({ label: t('Compute figures'), edit });
  });
  connection.onRequest(computeRequest.method, answer(computeIn, []));
  connection.onDocumentSymbol(answerFrom(symbolsOfAll, []));
  connection.onFoldingRanges(answerFrom(foldingOfAll, []));
  connection.onHover(answerAt(hoverAt, undefined));
  connection.onDefinition(answerAt(definitionAt, []));
  connection.onReferences(answerAt(referencesAt, []));
  connection.onDocumentHighlight(answerAt(highlightsAt, []));
  connection.onSelectionRanges(
    answer(({ textDocument: { uri }, positions }: SelectionRangeParams) => {
      return positions.flatMap((position) => {
        const reading = readingAt(uri, position);
        return reading ? [selectionAt(reading, reading.document.offsetAt(position))] : [];
      });
    }, []),
  );
  connection.onCompletion(
    answerAt((reading, _, { position }: TextDocumentPositionParams) => {
      const { snippetSupport = false } = client.textDocument?.completion?.completionItem ?? {};
      return completionsAt(reading, position, snippetSupport, new Date());
    }, []),
  );

  connection.onRequest(
    statusRequest.method,
    answer(({ textDocument: { uri }, position }: ParamsOf<typeof statusRequest>) => {
      const reading = readingAt(uri, position);
      return reading ? statusOf(reading) : null;
    }, null),
  );
  connection.onRequest(
    correctRequest.method,
    answer(({ textDocument: { uri }, position, correction }: ParamsOf<typeof correctRequest>) => {
      const reading = readingAt(uri, position);
      const edit = reading && correctionEdit(reading.report, correction);
      return edit ? textEdits(reading.document, [edit]) : [];
    }, []),
  );
  connection.onRequest(reviewRequest.method, async (_: unknown, token: CancellationToken): Promise<Review> => {
    const { library } = workspace;
    const reviewed = {
      files: library.digests.map(({ file }) => file),
      awaited: library.awaited(),
      duplicates: library.duplicates().map((group) => group.map(({ file }) => file)),
      check: checkFile,
    };
    return await reviewOf(reviewed, () => token.isCancellationRequested).catch((error: unknown) => {
      report(error);
      return { reports: [], awaited: [] };
    });
  });
  connection.onRequest(previewRequest.method, answerFrom(previewOfAll, null));

  documents.listen(connection);
  connection.listen();
}

/** The path of a document on this machine's disk; undefined for one that is elsewhere or not saved yet. */
function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

start(createConnection(ProposedFeatures.all));
