import { textEdits } from '../../core/editing/ranges';
import { respond, respondFromAll } from '../dispatch';
import { previewOfAll } from '../features/many';
import { correctionEdit, type Status, statusOf } from '../features/status';
import { correctRequest, type ParamsOf, previewRequest, type ResultOf, statusRequest } from '../protocol';
import { readingAt, type ServerState } from '../state';

/** Answers the requests about an open document that the protocol does not have. */
export function handleOwnRequests(state: ServerState): void {
  const { connection } = state;
  connection.onRequest<Status | null, void>(
    statusRequest.method,
    respond(state, (params: ParamsOf<typeof statusRequest>) => statusAt(state, params), { kind: 'failed' }),
  );
  connection.onRequest(
    correctRequest.method,
    respond(state, (params: ParamsOf<typeof correctRequest>) => correctAt(state, params), []),
  );
  connection.onRequest(previewRequest.method, respondFromAll(state, previewOfAll, null));
}

function statusAt(state: ServerState, { textDocument: { uri }, position }: ParamsOf<typeof statusRequest>): Status | null {
  if (state.checked.get(uri)?.kind === 'failed') return { kind: 'failed' };
  const reading = readingAt(state, uri, position);
  return reading ? statusOf(reading) : null;
}

function correctAt(
  state: ServerState,
  { textDocument: { uri }, position, correction }: ParamsOf<typeof correctRequest>,
): ResultOf<typeof correctRequest> {
  const reading = readingAt(state, uri, position);
  const edit = reading && correctionEdit(reading.report, correction);
  return edit ? textEdits(reading.document, [edit]) : [];
}
