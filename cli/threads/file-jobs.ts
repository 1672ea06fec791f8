import { check, type Severities } from '../../core/checks/check';
import { type Digest, digestsIn } from '../../core/library/digest';
import type { Listed } from '../../core/library/library';
import { split } from '../../core/report/compilation';
import { glance } from '../../core/report/glance';
import type { Encoding } from '../../core/text/decode';
import { eachFileReport, type FileReport } from '../../files/file-reports';
import { readTextFile } from '../../files/read-file';
import { checkedGithub } from '../output/github';
import { checkedJson, extractedJson } from '../output/json';
import { type CheckedFile, type Counts, countsOf } from '../output/result';
import { checkedSarif } from '../output/sarif';
import { checkedRows } from '../output/sheet';
import { checkedText } from '../output/text';

/* The jobs on a file, for this thread or a worker: what goes in and out is plain data. */

export const checkFormats = ['text', 'json', 'ndjson', 'sarif', 'github', 'csv', 'xlsx'] as const;
export type CheckFormat = (typeof checkFormats)[number];

interface FileOptions {
  path: string;
  /** True if the file is read whatever it holds. */
  named: boolean;
  encoding: Encoding;
}

export interface CheckJob extends FileOptions {
  kind: 'check';
  format: CheckFormat;
  colored: boolean;
  severities: Severities;
  /** For each report of the file, the same organ's on the year before, if there is one. */
  last: readonly (Listed | undefined)[];
  /** The files of the reports whose figures add up to this one's. */
  below: readonly string[] | undefined;
}

export type FileJob = (FileOptions & { kind: 'identify' }) | CheckJob | (FileOptions & { kind: 'extract' });

/** What is printed of a report: lines, JSON, rows of a list, results of SARIF. */
export type OutputPiece = string | readonly unknown[];

export interface PrintedReport {
  organ: string | null;
  year: number | null;
  counts: Counts;
  piece: OutputPiece;
}

/** The result of a job. `reason`: why the file can't be read; an empty list: the file holds no report and was not named outright. */
export type FileOutcome = { path: string } & ({ reason: string } | { listed: Listed[] } | { printed: PrintedReport[] });

/** Performs a job. Never throws. */
export function performFileJob(job: FileJob): FileOutcome {
  const { path } = job;
  try {
    if (job.kind === 'identify') return { path, listed: listedIn(job) };
    const done: PrintedReport[] = [];
    // One at a time, so that only one report of a large compilation is in memory.
    for (const found of eachFileReport(path, job.encoding, job.named))
      done.push(job.kind === 'extract' ? printedReport(found, [], extractedJson(found)) : checkedReport(job, found, done.length));
    return { path, printed: done };
  } catch (error) {
    return { path, reason: (error as Error).message };
  }
}

function listedIn({ path, encoding }: FileOptions): Listed[] {
  return split(readTextFile(path, encoding).text).map(({ text }) => {
    const { organ, year } = glance(text);
    return { file: path, organ, year };
  });
}

function checkedReport({ format, colored, severities, last, below, encoding }: CheckJob, found: FileReport, index: number): PrintedReport {
  const before = last[index];
  const neighbours = {
    last: before && digestsOf(before.file, encoding).find(({ organ, year }) => organ === before.organ && year === before.year),
    below: below?.flatMap((file) => digestsOf(file, encoding)),
  };
  const findings = check(found.analysis, { severities, neighbours });
  return printedReport(found, findings, pieceOf({ ...found, findings }, format, colored));
}

function printedReport({ analysis }: FileReport, findings: CheckedFile['findings'], piece: OutputPiece): PrintedReport {
  const { identity } = analysis.report;
  return { organ: identity.organ, year: identity.year, counts: countsOf(findings), piece };
}

function pieceOf(file: CheckedFile, format: CheckFormat, colored: boolean): OutputPiece {
  switch (format) {
    case 'json':
    case 'ndjson':
      return checkedJson(file);
    case 'sarif':
      return checkedSarif(file);
    case 'github':
      return checkedGithub(file);
    case 'csv':
    case 'xlsx':
      return checkedRows(file);
    case 'text':
      return checkedText(file, colored);
  }
}

/** The digests of files that others are compared with, the most recently read ones. */
const digests = new Map<string, Digest[]>();
const mostDigests = 256;

function digestsOf(file: string, encoding: Encoding): Digest[] {
  const known = digests.get(file);
  if (known) return known;
  if (digests.size >= mostDigests) digests.delete(digests.keys().next().value as string);
  const made = readDigests(file, encoding);
  digests.set(file, made);
  return made;
}

/** The digests of a file; none if it can't be read, which its own job reports. */
function readDigests(file: string, encoding: Encoding): Digest[] {
  try {
    return [...digestsIn(readTextFile(file, encoding).text, file)];
  } catch {
    return [];
  }
}
