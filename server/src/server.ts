import { fileURLToPath, pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Severities, severitiesFrom } from './checks/check';
import { compute } from './checks/totals';
import { codeActionsOf, completeKind, fixAllKind, rewriteKind } from './features/code-actions';
import { codeLensesOf, fillTotals } from './features/code-lens';
import { completionsAt } from './features/completion';
import { diagnosticsOf } from './features/diagnostics';
import { documentLinksOf } from './features/document-links';
import { stepFrom, tablePlaceAt } from './features/figures';
import { foldingOf } from './features/folding';
import { formattingOf } from './features/formatting';
import { hoverAt } from './features/hover';
import { type HintSettings, inlayHintsOf } from './features/inlay-hints';
import { definitionAt, highlightsAt, referencesAt } from './features/navigation';
import { previewOf } from './features/preview';
import { rangeIn, textEdits } from './features/ranges';
import { type Reading, read } from './features/reading';
import { type Review, reviewOf } from './features/review';
import { written } from './features/rewrites';
import { selectionAt } from './features/selection';
import { semanticTokensOf, tokenTypes } from './features/semantic-tokens';
import { correctionEdit, statusOf } from './features/status';
import { symbolsOf } from './features/symbols';
import { matchingSymbols, reportSymbols } from './features/workspace-symbols';
import { textFiles } from './input/paths';
import { projectFile } from './input/project';
import { languageOfEditor, setLanguage } from './language';
import { Workspace } from './library/workspace';
import {
  correctRequest,
  type ParamsOf,
  placeRequest,
  previewRequest,
  reviewChanged,
  reviewRequest,
  statusRequest,
  stepRequest,
} from './protocol';

/** What the client tells the server at the start, and asks of it through its settings. */
interface Settings {
  checks: Severities;
  inlayHints: HintSettings;
}

const defaults: Settings = { checks: {}, inlayHints: { columns: true, differences: true } };

/** Time without a change on disk before the workspace's reports are read anew, in milliseconds. */
const rescanDelay = 300;
/** Time without a keystroke before findings are pushed to a client that does not pull, in milliseconds. */
const pushDelay = 150;

function start(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const readings = new Map<string, Reading>();
  const pushes = new Map<string, NodeJS.Timeout>();
  let client: ClientCapabilities = {};
  let settings = defaults;
  const workspace = new Workspace(complain, (report, file) => reportSymbols(report, pathToFileURL(file).href));
  let rescan: NodeJS.Timeout | undefined;

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

  function readingOf(uri: string): Reading | undefined {
    const document = documents.get(uri);
    if (!document) return undefined;
    let reading = readings.get(uri);
    if (reading?.document !== document || reading.version !== document.version) {
      reading = read(document, severitiesOf(uri), (own) => workspace.neighboursOf(own, fileOf(uri)));
      readings.set(uri, reading);
    }
    return reading;
  }

  /** Answers from the reading of a document; with nothing where it is closed or the client has lost interest. */
  function answer<P extends { textDocument: { uri: string } }, R>(feature: (reading: Reading, params: P) => R, nothing: R) {
    return (params: P, token: CancellationToken): R => {
      if (token.isCancellationRequested) return nothing;
      try {
        const reading = readingOf(params.textDocument.uri);
        return reading ? feature(reading, params) : nothing;
      } catch (error) {
        report(error);
        return nothing;
      }
    };
  }

  /** The same for a feature at a place in the text. */
  function answerAt<R>(feature: (reading: Reading, offset: number) => R, nothing: R) {
    return answer((reading, { position }: TextDocumentPositionParams) => feature(reading, reading.document.offsetAt(position)), nothing);
  }

  function push(uri: string): void {
    clearTimeout(pushes.get(uri));
    pushes.set(
      uri,
      setTimeout(() => {
        pushes.delete(uri);
        const reading = readingOf(uri);
        if (reading) connection.sendDiagnostics({ uri, version: reading.version, diagnostics: diagnosticsOf(reading, related()) });
      }, pushDelay),
    );
  }

  /** Settings that can't be had leave those in force. */
  async function loadSettings(): Promise<void> {
    if (!client.workspace?.configuration) return;
    try {
      const loaded: { checks?: unknown; inlayHints?: { columns?: unknown; differences?: unknown } } | null =
        await connection.workspace.getConfiguration('nianbao');
      settings = {
        checks: severitiesFrom(loaded?.checks),
        inlayHints: { columns: loaded?.inlayHints?.columns !== false, differences: loaded?.inlayHints?.differences !== false },
      };
      await refresh();
    } catch (error) {
      report(error);
    }
  }

  /** Reads and checks everything anew, after what holds for it has changed. */
  async function refresh(): Promise<void> {
    readings.clear();
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
  async function checkFile(file: string) {
    const open = documents.all().find((document) => fileOf(document.uri) === file);
    const uri = open?.uri ?? pathToFileURL(file).href;
    const reading = open && readingOf(uri);
    if (reading) return { uri, ...reading };
    const found = await workspace.report(file);
    return found && { uri, report: found, findings: check(found, severitiesOf(uri), workspace.neighboursOf(found, file)) };
  }

  async function symbolsOfWorkspace(query: string, token: CancellationToken): Promise<WorkspaceSymbol[]> {
    const known = new Map<string, WorkspaceSymbol[]>();
    for (const [file, symbols] of await workspace.extras(await folders(), () => token.isCancellationRequested))
      known.set(pathToFileURL(file).href, symbols);
    // What is open goes before what is on the disk.
    for (const { uri } of documents.all()) {
      const reading = readingOf(uri);
      known.delete(fileOf(uri) === undefined ? uri : pathToFileURL(fileOf(uri) as string).href);
      if (reading?.report.isReport) known.set(uri, reportSymbols(reading.report, uri));
    }
    return matchingSymbols(known.values(), query);
  }

  /** A defect of ours, or of the client's, costs one answer, and is told to the log, not to the user. */
  function report(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  connection.onInitialize(({ capabilities, initializationOptions, locale }) => {
    client = capabilities;
    setLanguage(languageOfEditor(initializationOptions?.language, locale));
    const offered: ServerCapabilities = {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, rewriteKind, fixAllKind, completeKind] },
      codeLensProvider: {},
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentLinkProvider: {},
      executeCommandProvider: { commands: [fillTotals] },
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
    readings.delete(uri);
    if (!pulls()) connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(
    answer((reading) => ({ kind: DocumentDiagnosticReportKind.Full, items: diagnosticsOf(reading, related()) }), {
      kind: DocumentDiagnosticReportKind.Full,
      items: [],
    }),
  );
  connection.onCodeAction(
    answer((reading, { range, context: { only } }) => {
      const { documentChanges, snippetEditSupport } = client.workspace?.workspaceEdit ?? {};
      return codeActionsOf(reading, range, { only, snippets: !!documentChanges && !!snippetEditSupport });
    }, []),
  );
  connection.onCodeLens(answer(codeLensesOf, []));
  connection.onDocumentFormatting(answer((reading) => formattingOf(reading), []));
  connection.onDocumentRangeFormatting(answer((reading, { range }) => formattingOf(reading, range), []));
  connection.onDocumentLinks(answer(documentLinksOf, []));
  connection.languages.inlayHint.on(answer((reading, { range }) => inlayHintsOf(reading, range, settings.inlayHints), []));
  connection.languages.semanticTokens.on(answer((reading) => semanticTokensOf(reading), { data: [] }));
  connection.languages.semanticTokens.onRange(answer((reading, { range }) => semanticTokensOf(reading, range), { data: [] }));
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    try {
      return await symbolsOfWorkspace(query, token);
    } catch (error) {
      report(error);
      return [];
    }
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const [uri, id, kind] = given;
    const reading = command === fillTotals && typeof uri === 'string' ? readingOf(uri) : undefined;
    const table = reading && Object.values(reading.report.tables).find(({ table: { form } }) => form.id === id);
    if (!reading || !table) return;
    const edits = textEdits(reading.document, written(compute(table, { kind: kind === 'complete' ? kind : 'everything' })));
    await connection.workspace.applyEdit({ label: t('Compute figures'), edit: { changes: { [reading.document.uri]: edits } } });
  });
  connection.onDocumentSymbol(answer(symbolsOf, []));
  connection.onFoldingRanges(answer(foldingOf, []));
  connection.onHover(answerAt(hoverAt, undefined));
  connection.onDefinition(answerAt(definitionAt, []));
  connection.onReferences(answerAt(referencesAt, []));
  connection.onDocumentHighlight(answerAt(highlightsAt, []));
  connection.onSelectionRanges(
    answer((reading, { positions }) => positions.map((position) => selectionAt(reading, reading.document.offsetAt(position))), []),
  );
  connection.onCompletion(
    answer(
      (reading, { position }) =>
        completionsAt(reading, position, !!client.textDocument?.completion?.completionItem?.snippetSupport, new Date()),
      [],
    ),
  );

  connection.onRequest(
    placeRequest.method,
    answer(
      ({ document, report }, { position }: ParamsOf<typeof placeRequest>) => {
        const place = tablePlaceAt(report, document.offsetAt(position));
        return { inTable: !!place, inFigure: !!place?.cell };
      },
      { inTable: false, inFigure: false },
    ),
  );
  connection.onRequest(
    stepRequest.method,
    answer(({ document, report }, { position, step }: ParamsOf<typeof stepRequest>) => {
      const cell = stepFrom(report, document.offsetAt(position), step);
      return cell ? rangeIn(document, cell) : null;
    }, null),
  );
  connection.onRequest(statusRequest.method, answer(statusOf, null));
  connection.onRequest(
    correctRequest.method,
    answer(({ document, report }, { correction }: ParamsOf<typeof correctRequest>) => {
      const edit = correctionEdit(report, correction);
      return edit ? textEdits(document, [edit]) : [];
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
  connection.onRequest(previewRequest.method, answer(previewOf, null));

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
