import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { statusChanged } from '../../server/protocol';
import { serve } from '../../server/serve';
import { cachingReader, type DocumentReader } from '../../server/state';

/** A server in this process, and a client connected to it by the protocol. */
export interface ServerHere {
  connection: ProtocolConnection;
  /** The bytes from the client to the server, and back. */
  input: PassThrough;
  output: PassThrough;
  /** Everything that the server has written to its log. */
  log: string[];
  /** Diagnostics that the server has pushed, oldest first. */
  pushed: Diagnostic[][];
  /** URIs of the documents whose status the server said has changed, oldest first. */
  changed: string[];
}

/** Starts a server that reads documents with `reader`: unlike a server in a process of its own, it can be made to fail. */
export async function serveHere(capabilities: ClientCapabilities, reader: DocumentReader): Promise<ServerHere> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  serve(createConnection(ProposedFeatures.all, new StreamMessageReader(input), new StreamMessageWriter(output)), reader);
  const connection = createProtocolConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
  const here: ServerHere = { connection, input, output, log: [], pushed: [], changed: [] };
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    here.log.push(message);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
    here.pushed.push(diagnostics);
  });
  connection.onNotification(statusChanged, ({ uri }: { uri: string }) => {
    here.changed.push(uri);
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities, locale: 'en' });
  await connection.sendNotification(InitializedNotification.type, {});
  return here;
}

/** Reads documents as the server does, unless their text has the word `fault`. `reads` counts calls. */
export function faultyReader(fault: string): DocumentReader & { reads: number } {
  const counted = {
    reads: 0,
    all: (...[document, checking, range]: Parameters<DocumentReader['all']>) => {
      counted.reads++;
      if (document.getText().includes(fault)) throw new Error(`a defect at ${fault}`);
      return cachingReader.all(document, checking, range);
    },
    at: (...[document, checking, position]: Parameters<DocumentReader['at']>) => {
      counted.reads++;
      if (document.getText().includes(fault)) throw new Error(`a defect at ${fault}`);
      return cachingReader.at(document, checking, position);
    },
  };
  return counted;
}
