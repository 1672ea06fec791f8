import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol/node';

/** The capabilities of a client that pulls diagnostics and shows related information and snippets. */
export const modern: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** The built server as a child process on stdio, and a client connected to it. */
export class Session {
  readonly published = new Map<string, Diagnostic[]>();
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** What the server has written to its log and to standard error. */
  complaints = '';
  /** Messages shown to the user. */
  readonly shown: string[] = [];
  /** Edits that the server has asked for. */
  readonly applied: WorkspaceEdit[] = [];
  /** Folders of the workspace, as URIs. */
  folders: string[] = [];
  /** What the client answers when it is asked for its settings. */
  settings: unknown = {};
  private waiting: (() => void)[] = [];

  private constructor() {
    this.process = spawn(process.execPath, [path.resolve(__dirname, '../../dist/server.js'), '--stdio'], { stdio: 'pipe' });
    const { stdin, stdout, stderr } = this.process;
    if (!stdin || !stdout || !stderr) throw new Error('no pipes');
    stderr.on('data', (chunk) => {
      this.complaints += chunk;
    });
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.published.set(uri, diagnostics);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.onRequest(WorkspaceFoldersRequest.type, () => this.folders.map((uri) => ({ uri, name: uri })));
    this.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    this.connection.onRequest(RegistrationRequest.type, () => undefined);
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.complaints += `${message}\n`;
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.shown.push(message);
    });
    this.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
      this.shown.push(message);
      return null;
    });
    this.connection.listen();
  }

  static async start(
    capabilities: ClientCapabilities,
    locale = 'en',
    settings: unknown = {},
  ): Promise<{ session: Session; result: InitializeResult }> {
    const session = new Session();
    session.settings = settings;
    const result = await session.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      locale,
    });
    await session.connection.sendNotification(InitializedNotification.type, {});
    return { session, result };
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'nianbao', version: 1, text },
    });
  }

  async replace(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    if (report.kind !== 'full') throw new Error(`${report.kind} where all findings were asked for`);
    return report.items;
  }

  async publishedFor(uri: string, holds: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.published.get(uri);
      if (found && holds(found)) return found;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
    this.process.kill();
  }
}
