import { setImmediate } from 'node:timers/promises';
import { analyseEach, type PlacedAnalysis } from '../core/analysis/analyse';
import { inOrder } from '../exchange/threads/in-order';

/** How many files are being read at a time. */
export const mostAhead = 8;
/** How many reports of one file are read before other work gets its turn. */
const mostInTurn = 20;

/** A file, and one of its reports, by its number among them; or a file that can't be read. */
export type FileResult<F> = { kind: 'report'; file: F; index: number; report: PlacedAnalysis } | { kind: 'unread'; file: F };

/**
 * Yields all reports of files, in the files' order. Reads a few files ahead, however many there are. `read`: the text of a
 * file, undefined if it can't be read. Ends early once `isCancelled`.
 */
export async function* reportsOfFiles<F>(
  files: readonly F[],
  read: (file: F) => Promise<string | undefined>,
  isCancelled: () => boolean,
): AsyncGenerator<FileResult<F>, void> {
  const texts = inOrder(files, mostAhead, async (file) => ({ file, text: await read(file) }));
  for await (const { file, text } of texts) {
    if (isCancelled()) return;
    if (text === undefined) {
      yield { kind: 'unread', file };
      continue;
    }
    let index = 0;
    for (const report of analyseEach(text)) {
      if (!report.analysis.report.isReport) continue;
      yield { kind: 'report', file, index: index++, report };
      if (index % mostInTurn === 0) await setImmediate();
      if (isCancelled()) return;
    }
  }
}
