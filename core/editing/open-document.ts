import { type Analysis, analyse } from '../analysis/analyse';
import { check, type Severities } from '../checks/check';
import type { CheckedFinding } from '../checks/support/finding';
import type { Neighbours } from '../library/library';
import { split } from '../report/compilation';
import type { Report } from '../report/report';
import type { Document } from '../text/document';
import { endOfLine, lineEndsIn, nextLine } from '../text/line-ends';
import { type Position, positionAt, type Range } from '../text/positions';
import type { DocumentView, Reading } from './reading';

/** What a report is checked with. */
export interface Checking {
  severities: Severities;
  neighbours(report: Report): Neighbours;
}

/** An edit as editors tell of it; without a range, the whole new text. */
export type TextChange = { range: Range; text: string } | { text: string };

/** One report of a document, read when it is first asked for. */
interface Part {
  text: string;
  /** Number of its first line in the document. */
  firstLine: number;
  /** How many line ends are in it. */
  lineEnds: number;
  analysis?: Analysis;
  reading?: Reading;
}

/**
 * A document that is open in an editor: a report, or many, one after the other. An edit is made in the text of the report
 * that it is in, and only that report is read again; those around it are looked at for where they begin.
 */
export class OpenDocument {
  private parts: Part[];

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.parts = partsIn(text);
  }

  /** As `TextDocuments` wants to be told how documents are made and changed. */
  static readonly configuration = {
    create: (uri: string, languageId: string, version: number, text: string) => new OpenDocument(uri, languageId, version, text),
    update: (document: OpenDocument, changes: readonly TextChange[], version: number) => {
      for (const change of changes) document.change(change);
      document.version = version;
      return document;
    },
  };

  getText(): string {
    return this.parts.map(({ text }) => text).join('');
  }

  /** Every report is to be checked again: what holds for it has changed. */
  forget(): void {
    for (const part of this.parts) part.reading = undefined;
  }

  /** The reports of the document; those that a range touches, if there is one. */
  readings(checking: Checking, range?: Range): Reading[] {
    if (!range) return this.parts.map((part) => this.readingOf(part, checking));
    return this.parts.slice(this.indexAt(range.start.line), this.indexAt(range.end.line) + 1).map((part) => this.readingOf(part, checking));
  }

  /** The report around a line. */
  readingAt({ line }: Position, checking: Checking): Reading {
    return this.readingOf(this.parts[this.indexAt(line)], checking);
  }

  /** The report around a line, read and not checked. */
  reportAt({ line }: Position): Pick<Reading, 'document' | 'report'> {
    const part = this.parts[this.indexAt(line)];
    const { report } = analysisIn(part);
    return { document: new PartView(this, part, report.document), report };
  }

  private readingOf(part: Part, { severities, neighbours }: Checking): Reading {
    if (part.reading) return part.reading;
    const analysis = analysisIn(part);
    const { report } = analysis;
    // What precedes the first report of a compilation, a cover or a list of contents, is no report and need not be one.
    const isFront = !report.isReport && this.parts.length > 1;
    const findings = isFront ? [] : check(analysis, { severities, neighbours: neighbours(report) });
    part.reading = new PartReading(part, new PartView(this, part, report.document), analysis, findings);
    return part.reading;
  }

  /** Index of the part that a line belongs to. */
  private indexAt(line: number): number {
    let low = 0;
    let high = this.parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.parts[middle].firstLine <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Makes an edit, or takes a whole new text. */
  change(change: TextChange): void {
    if (!('range' in change)) {
      this.parts = partsIn(change.text);
      return;
    }
    const [start, end] = ordered(change.range);
    const first = Math.max(0, this.indexAt(start.line) - 1);
    const last = Math.min(this.parts.length - 1, this.indexAt(end.line) + 1);
    const around = this.parts.slice(first, last + 1);
    const text = around.map((part) => part.text).join('');
    const { firstLine } = around[0];
    const linesBefore = around.reduce((sum, { lineEnds }) => sum + lineEnds, 0);
    const from = offsetAt(text, start.line - firstLine, start.character);
    const to = Math.max(from, offsetAt(text, end.line - firstLine, end.character));
    const edited = partsIn(text.slice(0, from) + change.text + text.slice(to), firstLine);
    // A report whose text is what it was is not read again.
    const unused = [...around];
    const parts = edited.map((part) => {
      const at = unused.findIndex((known) => known.text === part.text);
      return at < 0 ? part : placed(unused.splice(at, 1)[0], part.firstLine);
    });
    const shift = parts[parts.length - 1].firstLine + parts[parts.length - 1].lineEnds - firstLine - linesBefore;
    const after = this.parts.slice(last + 1);
    if (shift !== 0) for (const part of after) placed(part, part.firstLine + shift);
    const wasMany = this.parts.length > 1;
    this.parts = [...this.parts.slice(0, first), ...parts, ...after];
    if (wasMany !== this.parts.length > 1) this.forget();
  }
}

/** A part at another line. */
function placed(part: Part, firstLine: number): Part {
  part.firstLine = firstLine;
  return part;
}

function analysisIn(part: Part): Analysis {
  part.analysis ??= analyse(part.text);
  return part.analysis;
}

/** A report of the document, which moves with the edits above it. */
class PartReading implements Reading {
  readonly report: Report;

  constructor(
    private readonly part: Part,
    readonly document: DocumentView,
    readonly analysis: Analysis,
    readonly findings: readonly CheckedFinding[],
  ) {
    this.report = analysis.report;
  }

  get firstLine(): number {
    return this.part.firstLine;
  }
}

/** A report's offsets as places in the document. */
class PartView implements DocumentView {
  constructor(
    private readonly whole: OpenDocument,
    private readonly part: Part,
    private readonly own: Document,
  ) {}

  get uri(): string {
    return this.whole.uri;
  }

  get version(): number {
    return this.whole.version;
  }

  getText(): string {
    return this.own.text;
  }

  positionAt(offset: number): Position {
    const { text } = this.own;
    const place = positionAt(this.own, Math.max(0, Math.min(offset, text.length)));
    // A byte order mark at the start is a character of the first line.
    const character = place.line === 0 && text.charCodeAt(0) === 0xfeff ? offset : place.character;
    return { line: this.part.firstLine + place.line, character };
  }

  offsetAt({ line, character }: Position): number {
    const { lines, text } = this.own;
    const own = line - this.part.firstLine;
    if (own < 0) return 0;
    if (own >= lines.length) return text.length;
    const start = own === 0 ? 0 : lines[own].start;
    return Math.max(start, Math.min(start + character, lines[own].end));
  }
}

/** The reports of a text. `firstLine`: its own in the document. */
function partsIn(text: string, firstLine = 0): Part[] {
  return split(text).map((part) => ({ text: part.text, firstLine: firstLine + part.firstLine, lineEnds: lineEndsIn(part.text) }));
}

function ordered({ start, end }: Range): [Position, Position] {
  const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return isOrdered ? [start, end] : [end, start];
}

/** The offset of a place in a text; past a line's end, the end of the line. */
function offsetAt(text: string, line: number, character: number): number {
  let start = 0;
  for (let index = 0; index < line; index++) {
    start = nextLine(text, start);
    if (start > text.length) return text.length;
  }
  return Math.max(start, Math.min(start + character, endOfLine(text, start)));
}
