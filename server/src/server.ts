import {
  type CancellationToken,
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Severities, severitiesFrom } from './checks/check';
import { codeActionsOf, fixAllKind } from './features/code-actions';
import { completionsAt } from './features/completion';
import { diagnosticsOf } from './features/diagnostics';
import { foldingOf } from './features/folding';
import { hoverAt } from './features/hover';
import { definitionAt, highlightsAt, referencesAt } from './features/navigation';
import { type Reading, read } from './features/reading';
import { selectionAt } from './features/selection';
import { symbolsOf } from './features/symbols';
import { languageOf, setLanguage } from './language';

/** What the client tells the server at the start, and asks of it through its settings. */
interface Settings {
  checks: Severities;
}

/** Time without a keystroke before findings are pushed to a client that does not pull, in milliseconds. */
const pushDelay = 150;

function start(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const readings = new Map<string, Reading>();
  const pushes = new Map<string, NodeJS.Timeout>();
  let client: ClientCapabilities = {};
  let settings: Settings = { checks: {} };

  const pulls = () => !!client.textDocument?.diagnostic;
  const related = () =>
    !!(pulls()
      ? (client.textDocument?.diagnostic?.relatedInformation ?? client.textDocument?.publishDiagnostics?.relatedInformation)
      : client.textDocument?.publishDiagnostics?.relatedInformation);

  function readingOf(uri: string): Reading | undefined {
    const document = documents.get(uri);
    if (!document) return undefined;
    let reading = readings.get(uri);
    if (reading?.document !== document || reading.version !== document.version) {
      reading = read(document, settings.checks);
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
      const loaded: { checks?: unknown } | null = await connection.workspace.getConfiguration('nianbao');
      settings = { checks: severitiesFrom(loaded?.checks) };
      readings.clear();
      if (!pulls()) for (const { uri } of documents.all()) push(uri);
      else if (client.workspace.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
    } catch (error) {
      report(error);
    }
  }

  /** A defect of ours, or of the client's, costs one answer, and is told to the log, not to the user. */
  function report(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  connection.onInitialize(({ capabilities, initializationOptions, locale }) => {
    client = capabilities;
    setLanguage(languageOf(initializationOptions?.language ?? (locale?.toLowerCase().startsWith('zh') ? locale : locale && 'en')));
    const offered: ServerCapabilities = {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      selectionRangeProvider: true,
      completionProvider: { triggerCharacters: ['#', '、', '（'] },
    };
    if (pulls()) offered.diagnosticProvider = { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false };
    return { capabilities: offered, serverInfo: { name: 'nianbao' } };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' });
    await loadSettings();
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
  connection.onCodeAction(answer((reading, { range, context }) => codeActionsOf(reading, range, context.only), []));
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

  documents.listen(connection);
  connection.listen();
}

start(createConnection(ProposedFeatures.all));
