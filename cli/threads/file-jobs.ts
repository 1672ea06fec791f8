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

/* What is done to a file, here or in another thread: everything that goes in and out is plain data. */

export const checkFormats = ['text', 'json', 'ndjson', 'sarif', 'github', 'csv', 'xlsx'] as const;
export type CheckFormat = (typeof checkFormats)[number];

interface FileOptions {
  path: string;
  /** Whether it is read whatever it holds. */
  named: boolean;
  encoding: Encoding;
}

export interface CheckJob extends FileOptions {
  kind: 'check';
  format: CheckFormat;
  colored: boolean;
  severities: Severities;
  /** For each report of the file, the one on the year before, if it is known. */
  last: readonly (Listed | undefined)[];
  /** The files of the reports that add up to this one's. */
  below: readonly string[] | undefined;
}

export type FileJob = (FileOptions & { kind: 'identify' }) | CheckJob | (FileOptions & { kind: 'extract' });

/** What is printed of a report: lines, JSON, rows of a list, results of SARIF. */
export type PrintedPiece = string | readonly unknown[];

export interface PrintedReport {
  organ: string | null;
  year: number | null;
  counts: Counts;
  piece: PrintedPiece;
}

/** What comes of a file. No reports: it holds none, and was not named outright. */
export type FileOutcome = { path: string } & ({ reason: string } | { listed: Listed[] } | { printed: PrintedReport[] });

/** Does what is asked. Never throws: what can't be read has its reason. */
export function performFileJob(job: FileJob): FileOutcome {
  const { path } = job;
  try {
    if (job.kind === 'identify') return { path, listed: listedIn(job) };
    const done: PrintedReport[] = [];
    // One after the other: of a text of many reports one only is held.
    for (const found of eachFileReport(path, job.encoding, job.named))
      done.push(job.kind === 'extract' ? printed(found, [], extractedJson(found)) : checked(job, found, done.length));
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

function checked({ format, colored, severities, last, below, encoding }: CheckJob, found: FileReport, index: number): PrintedReport {
  const before = last[index];
  const neighbours = {
    last: before && digestsOf(before.file, encoding).find(({ organ, year }) => organ === before.organ && year === before.year),
    below: below?.flatMap((file) => digestsOf(file, encoding).slice(0, 1)),
  };
  const findings = check(found.analysis, { severities, neighbours });
  return printed(found, findings, pieceOf({ ...found, findings }, format, colored));
}

function printed({ analysis }: FileReport, findings: CheckedFile['findings'], piece: PrintedPiece): PrintedReport {
  const { identity } = analysis.report;
  return { organ: identity.organ, year: identity.year, counts: countsOf(findings), piece };
}

function pieceOf(file: CheckedFile, format: CheckFormat, colored: boolean): PrintedPiece {
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

/** Reports that others are compared with, the last ones read. */
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

/** Those of a file; none where it can't be read, which is said where it is asked for itself. */
function readDigests(file: string, encoding: Encoding): Digest[] {
  try {
    return [...digestsIn(readTextFile(file, encoding).text, file)];
  } catch {
    return [];
  }
}
