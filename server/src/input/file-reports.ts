import type { FoundReport } from '../output/result';
import { readReports } from '../report/compilation';
import type { Report } from '../report/report';
import type { Decoded, Encoding } from './decode';
import { readText } from './read';

/** A file as it was read: its text, and the reports in it one behind the other. */
export interface ReadFile {
  path: string;
  decoded: Decoded;
  /** With what stands in front of the first, where there are several. */
  parts: readonly Report[];
}

/** Reads the reports of a file. Throws an `Error` whose message says in one line why it can't be read. */
export function readFileReports(path: string, encoding: Encoding): ReadFile {
  const decoded = readText(path, encoding);
  return { path, decoded, parts: readReports(decoded.text) };
}

/** The reports of a file: what a file holds that is none only where it was named outright, and alone. */
export function reportsIn({ path, parts }: ReadFile, named: boolean): FoundReport[] {
  const found = parts.filter(({ isReport }) => isReport);
  return (found.length === 0 && named ? parts.slice(0, 1) : found).map((report) => ({ path, report }));
}
