import { setImmediate } from 'node:timers/promises';
import {
  type CancellationToken,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import type { Reading } from '../core/editing/reading';
import { log, readingAt, readingsOf, type ServerState } from './state';

/* How a request becomes an answer. */

/** A request's handler, as the connection takes it. `E`: data of its errors. */
export type Handler<P, R, E = void> = (params: P, token: CancellationToken) => Promise<R | ResponseError<E>>;

/** Params of a request about a document, or about a range of it. */
interface DocumentParams {
  textDocument: TextDocumentIdentifier;
  range?: Range;
}

/**
 * Answers with what `work` returns. A request that the client cancels before the work starts costs nothing, and is answered
 * with the error `RequestCancelled`. If the work throws, the error goes to the log and `failed` is the answer.
 */
export function respond<P, R, E = void>(
  state: ServerState,
  work: (params: P, token: CancellationToken) => R | ResponseError<E> | Promise<R>,
  failed: R | ResponseError<E>,
): Handler<P, R, E> {
  return async (params, token) => {
    // Lets the connection read a cancellation that follows the request.
    await setImmediate();
    if (token.isCancellationRequested) return cancelledError();
    try {
      const result = await work(params, token);
      return token.isCancellationRequested ? cancelledError() : result;
    } catch (error) {
      log(state, error);
      return failed;
    }
  };
}

function cancelledError<E>(): ResponseError<E> {
  return new ResponseError<E>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Answers from all reports of a document, or from those that the params' range touches; with `none` if it is not open. */
export function respondFromAll<P extends DocumentParams, R>(
  state: ServerState,
  feature: (readings: Reading[], params: P) => R,
  none: R,
): Handler<P, R> {
  const work = (params: P) => {
    const readings = readingsOf(state, params.textDocument.uri, params.range);
    return readings.length > 0 ? feature(readings, params) : none;
  };
  return respond(state, work, none);
}

/** The same for features that answer with a list for each report. */
export function respondFromEach<P extends DocumentParams, R>(
  state: ServerState,
  feature: (reading: Reading, params: P) => R[],
): Handler<P, R[]> {
  return respondFromAll(state, (readings, params: P) => readings.flatMap((reading) => feature(reading, params)), []);
}

/** Answers from the report at a position, given also as an offset in that report. */
export function respondAt<P extends TextDocumentPositionParams, R>(
  state: ServerState,
  feature: (reading: Reading, offset: number, params: P) => R,
  none: R,
): Handler<P, R> {
  const work = (params: P) => {
    const reading = readingAt(state, params.textDocument.uri, params.position);
    return reading ? feature(reading, reading.document.offsetAt(params.position), params) : none;
  };
  return respond(state, work, none);
}
