import { analyseEach, type PlacedAnalysis } from '../core/analysis/analyse';
import type { Decoded, Encoding } from '../core/text/decode';
import { readTextFile } from './read-file';

/** A report, with the path of its file. */
export interface FileReport extends PlacedAnalysis {
  path: string;
}

/** A file that was read: its text, and the reports in it in their order. */
export interface ReadFile {
  path: string;
  decoded: Decoded;
  /** Parts of the text: each a report, except that the first may be text before the first of several reports. */
  parts: readonly PlacedAnalysis[];
}

/** Reads the reports of a file. Throws an `Error` whose message says in one line why it can't be read. */
export function readFileReports(path: string, encoding: Encoding): ReadFile {
  const decoded = readTextFile(path, encoding);
  return { path, decoded, parts: [...analyseEach(decoded.text)] };
}

/** The reports among the parts of a file. If none is a report and the file was named outright, its first part. */
export function* reportsAmong(path: string, parts: Iterable<PlacedAnalysis>, named: boolean): Generator<FileReport> {
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

/** The reports of a file one by one, chosen as by `reportsAmong`. Throws as `readFileReports` does. */
export function eachFileReport(path: string, encoding: Encoding, named: boolean): Generator<FileReport> {
  return reportsAmong(path, analyseEach(readTextFile(path, encoding).text), named);
}
