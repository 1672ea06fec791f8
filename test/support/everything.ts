import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  type Position,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { correctRequest, previewRequest, statusRequest } from '../../server/protocol';
import type { Session } from './server';

const options = { tabSize: 4, insertSpaces: true };

/** Asks a server everything that it offers about a document, at a place; the answers by method. */
export async function askEverything({ connection }: Session, uri: string, position: Position): Promise<Map<string, unknown>> {
  const textDocument = { uri };
  const at = { textDocument, position };
  const range = { start: position, end: { line: position.line + 3, character: 0 } };
  const whole = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
  const asked: [string, unknown][] = [
    [CodeActionRequest.method, { textDocument, range, context: { diagnostics: [] } }],
    [CodeLensRequest.method, { textDocument }],
    [CompletionRequest.method, at],
    [DefinitionRequest.method, at],
    [DocumentFormattingRequest.method, { textDocument, options }],
    [DocumentHighlightRequest.method, at],
    [DocumentLinkRequest.method, { textDocument }],
    [DocumentRangeFormattingRequest.method, { textDocument, range, options }],
    [DocumentSymbolRequest.method, { textDocument }],
    [FoldingRangeRequest.method, { textDocument }],
    [HoverRequest.method, at],
    [InlayHintRequest.method, { textDocument, range: whole }],
    [ReferencesRequest.method, { ...at, context: { includeDeclaration: true } }],
    [SelectionRangeRequest.method, { textDocument, positions: [position] }],
    [SemanticTokensRequest.method, { textDocument }],
    [WorkspaceSymbolRequest.method, { query: '局' }],
    [statusRequest.method, { textDocument }],
    [correctRequest.method, { textDocument, correction: { year: 2024 } }],
    [previewRequest.method, { textDocument }],
  ];
  const answers = await Promise.all(asked.map(async ([method, params]) => [method, await connection.sendRequest(method, params)] as const));
  return new Map(answers);
}
