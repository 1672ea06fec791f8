import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { readSeverities } from '../../core/checks/settings';
import { languageOfEditor, setLanguage } from '../../core/language';
import { textFiles } from '../../files/endings';
import { projectFile } from '../../files/project';
import { completeKind, fixAllKind, rewriteKind } from '../features/code-actions';
import { tokenTypes } from '../features/semantic-tokens';
import { computeCommand } from '../protocol';
import { log, pulls, type ServerState } from '../state';
import { checkAgain } from './diagnostics';
import { readLibrary } from './workspace';

/** Tells the client what the server offers, and takes over the client's capabilities, language and settings. */
export function handleLifecycle(state: ServerState): void {
  const { connection } = state;
  connection.onInitialize(({ capabilities, initializationOptions, locale }: InitializeParams) => {
    state.client = capabilities;
    setLanguage(languageOfEditor({ asked: initializationOptions?.language, editor: locale }));
    return { capabilities: offered(state), serverInfo: { name: 'nianbao' } };
  });
  connection.onInitialized(async () => {
    await register(state);
    await loadSettings(state);
    void readLibrary(state);
  });
  connection.onDidChangeConfiguration(() => loadSettings(state));
}

function offered(state: ServerState): ServerCapabilities {
  // A report is compared with others as they are on disk. A client that can be asked to pull again is asked when they change.
  const interFileDependencies = !state.client.workspace?.diagnostics?.refreshSupport;
  return {
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
    ...(pulls(state) ? { diagnosticProvider: { identifier: 'nianbao', interFileDependencies, workspaceDiagnostics: false } } : {}),
  };
}

/** Asks to be notified when settings or files change. */
async function register({ client, connection }: ServerState): Promise<void> {
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' });
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: `**/${projectFile}` }, { globPattern: textFiles }],
    });
}

/** Takes over the client's settings. If they can't be read, those before stay. */
async function loadSettings(state: ServerState): Promise<void> {
  if (!state.client.workspace?.configuration) return;
  try {
    const loaded: { checks?: unknown; inlayHints?: { columns?: unknown; differences?: unknown } } | null =
      await state.connection.workspace.getConfiguration('nianbao');
    const { severities, problems } = readSeverities(loaded?.checks);
    for (const problem of problems) if (!state.settingsProblems.has(problem)) state.connection.window.showWarningMessage(problem);
    state.settingsProblems = new Set(problems);
    state.settings = {
      checks: severities,
      inlayHints: { columns: loaded?.inlayHints?.columns !== false, differences: loaded?.inlayHints?.differences !== false },
    };
    await checkAgain(state);
  } catch (error) {
    log(state, error);
  }
}
