import { analyseEach, type PlacedAnalysis } from '../core/analysis/analyse';
import type { Decoded, Encoding } from '../core/text/decode';
import { readText } from './read-file';

/** A report, under the path of its file. */
export interface FoundReport extends PlacedAnalysis {
  path: string;
}

/** A file as it was read: its text, and the reports in it one behind the other. */
export interface ReadFile {
  path: string;
  decoded: Decoded;
  /** With what stands in front of the first, where there are several. */
  parts: readonly PlacedAnalysis[];
}

/** Reads the reports of a file. Throws an `Error` whose message says in one line why it can't be read. */
export function readFileReports(path: string, encoding: Encoding): ReadFile {
  const decoded = readText(path, encoding);
  return { path, decoded, parts: [...analyseEach(decoded.text)] };
}

/** The reports among those that were read: what a file holds that is none only where it was named outright, and alone. */
export function* reportsAmong(path: string, parts: Iterable<PlacedAnalysis>, named: boolean): Generator<FoundReport> {
  let first: PlacedAnalysis | undefined;
  let found = false;
  for (const part of parts) {
    const { isReport } = part.analysis.report;
    first ??= part;
    if (isReport) yield { path, ...part };
    found ||= isReport;
  }
  if (first && named && !found) yield { path, ...first };
}

/** The reports of a file one by one, as `reportsAmong` takes them. Throws as `readFileReports` does. */
export function reportsIn(path: string, encoding: Encoding, named: boolean): Generator<FoundReport> {
  return reportsAmong(path, analyseEach(readText(path, encoding).text), named);
}
