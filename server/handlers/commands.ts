import { t } from '@vscode/l10n';
import type { ExecuteCommandParams, TextEdit } from 'vscode-languageserver/node';
import { compute } from '../../core/analysis/totals';
import { textEdits } from '../../core/editing/ranges';
import { tableOnLine } from '../../core/report/steps';
import { respond } from '../dispatch';
import { cellEdits } from '../features/rewrites';
import { computeCommand, computeRequest, type ParamsOf } from '../protocol';
import { readingAt, type ServerState } from '../state';

/** Computes figures of a table: as a command, which makes the edits through the client, and as a request, which answers them. */
export function handleCommands(state: ServerState): void {
  const { connection } = state;
  connection.onExecuteCommand(respond(state, (params: ExecuteCommandParams) => execute(state, params), undefined));
  connection.onRequest(
    computeRequest.method,
    respond(state, (params: ParamsOf<typeof computeRequest>) => computeIn(state, params), []),
  );
}

async function execute(state: ServerState, { command, arguments: [uri, line, kind] = [] }: ExecuteCommandParams): Promise<void> {
  const { client, connection, documents } = state;
  const document = command === computeCommand && typeof uri === 'string' ? documents.get(uri) : undefined;
  if (!document || (kind !== 'totals' && kind !== 'zeros')) return;
  const edits = computeIn(state, { textDocument: { uri: document.uri }, line: Number(line) || 0, kind });
  // With a version the client does not edit a text that has changed since.
  const edit = client.workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
    : { changes: { [document.uri]: edits } };
  if (edits.length > 0) await connection.workspace.applyEdit({ label: t('Compute figures'), edit });
}

function computeIn(state: ServerState, { textDocument: { uri }, line, kind }: ParamsOf<typeof computeRequest>): TextEdit[] {
  const reading = readingAt(state, uri, { line, character: 0 });
  const table = reading && tableOnLine(reading.report, line - reading.firstLine);
  return table ? textEdits(reading.document, cellEdits(compute(table, { kind }))) : [];
}
