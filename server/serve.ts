import { type Connection, TextDocuments } from 'vscode-languageserver/node';
import { OpenDocument } from '../core/editing/open-document';
import { handleCommands } from './handlers/commands';
import { handleDiagnostics } from './handlers/diagnostics';
import { handleLanguage } from './handlers/language';
import { handleLifecycle } from './handlers/lifecycle';
import { handleOwnRequests } from './handlers/own';
import { handleWorkspace } from './handlers/workspace';
import { cachingReader, type DocumentReader, initialState } from './state';

/** Serves a connection until it closes. `reader`: how documents are read and checked. */
export function serve(connection: Connection, reader: DocumentReader = cachingReader): void {
  const documents = new TextDocuments(OpenDocument.configuration);
  const state = initialState(connection, documents, reader);
  handleLifecycle(state);
  handleDiagnostics(state);
  handleLanguage(state);
  handleWorkspace(state);
  handleCommands(state);
  handleOwnRequests(state);
  documents.listen(connection);
  connection.listen();
}
