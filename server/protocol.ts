import type { Position, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver-types';
import type { Preview } from './features/preview';
import type { Review } from './features/review';
import type { AskedCorrection, Status } from './features/status';

/* What this server offers beyond the Language Server Protocol: names and shapes, for clients and for the server. */

export { computeCommand } from './features/code-lens';
export type { HintRow } from './features/inlay-hints';
export type { Preview } from './features/preview';
export type { AwaitedReport, Review, ReviewedFinding, ReviewedReport, ReviewState } from './features/review';
export type { AskedCorrection, CheckedStatus, Status } from './features/status';

interface Request<Params, Result> {
  method: string;
  /** Only carries the types; never set. */
  shapes?: [Params, Result];
}

export type ParamsOf<R> = R extends Request<infer Params, unknown> ? Params : never;
export type ResultOf<R> = R extends Request<unknown, infer Result> ? Result : never;

interface InDocument {
  textDocument: TextDocumentIdentifier;
}

/**
 * What was recognised and found in the report at a position, or in the first of the document; null for a document that is
 * not open.
 */
export const statusRequest: Request<InDocument & { position?: Position }, Status | null> = { method: 'nianbao/status' };

/** The edits that correct what was recognised of the report at a position, or of the first of the document. */
export const correctRequest: Request<InDocument & { position?: Position; correction: AskedCorrection }, TextEdit[]> = {
  method: 'nianbao/correct',
};

/** The edits that compute the open totals of the table on a line, or fill its empty cells with zeros. None if there is no table. */
export const computeRequest: Request<InDocument & { line: number; kind: 'totals' | 'zeros' }, TextEdit[]> = { method: 'nianbao/compute' };

/** The document's reports as they will be published; null for a document that is not open. */
export const previewRequest: Request<InDocument, Preview | null> = { method: 'nianbao/preview' };

/** All reports of the workspace with their findings; open ones as they are being edited. An error if one can't be checked. */
export const reviewRequest: Request<Record<string, never>, Review> = { method: 'nianbao/review' };

/** Notification: the workspace's reports, or their settings, have changed. No params. */
export const reviewChanged = 'nianbao/reviewChanged';

/** Notification: checking a document has begun to fail, or no longer fails. Params: `{ uri: string }`. */
export const statusChanged = 'nianbao/statusChanged';
