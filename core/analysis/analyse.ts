import { type Breakdown, breakdownsOf } from '../prose/breakdowns';
import { type Statement, statementsOf } from '../prose/statements';
import { readReport } from '../report/bind';
import { split } from '../report/compilation';
import { type Block, outlineOf } from '../report/outline';
import { type Paragraph, paragraphsOf } from '../report/paragraphs';
import type { Report } from '../report/report';
import type { Document, Span } from '../text/document';
import { type Range, rangeOf } from '../text/positions';
import { balancesOf, type TableBalance } from './balances';

/**
 * What is read of the text of one report, made once and handed to everything that asks about it: checks, features,
 * preview, export. All offsets are UTF-16 code units into the text. Each part is worked out when it is first asked for.
 */
export interface Analysis {
  /** The text in lines and cells; nothing of it is lost. */
  readonly document: Document;
  /** Organ, year, edition, chapters, and the tables with their figures. */
  readonly report: Report;
  /** Every block of the text, in its order. */
  readonly outline: readonly Block[];
  /** What the report says outside its tables; empty for a text that is no report. */
  readonly paragraphs: readonly Paragraph[];
  /** What the prose states of the tables. */
  readonly statements: readonly Statement[];
  /** Wholes that the prose breaks down into parts. */
  readonly breakdowns: readonly Breakdown[];
  /** Each table with relations, judged and repaired with the evidence of the prose; empty for a text that is no report. */
  readonly balances: readonly TableBalance[];
}

/** Reads the text of one report (of a compilation: one part of `split`). Never throws; any text is read, see `report.isReport`. */
export function analyse(text: string): Analysis {
  return analysisOf(readReport(text));
}

/** A report of a file: what is read of it, and the zero-based line of the file on which its text begins. */
export interface PlacedAnalysis {
  readonly analysis: Analysis;
  readonly firstLine: number;
}

/** The reports of a text one by one: a caller that looks at one after the other holds only one. */
export function* analyseEach(text: string): Generator<PlacedAnalysis> {
  for (const { text: own, firstLine } of split(text)) yield { analysis: analyse(own), firstLine };
}

/** The reports of a text, without their places in it. */
export function analyseAll(text: string): Analysis[] {
  return split(text).map((part) => analyse(part.text));
}

/** The range in the file of a span of a report's text. */
export function rangeInFile({ analysis, firstLine }: PlacedAnalysis, span: Span): Range {
  return rangeOf(analysis.document, span, firstLine);
}

/** The same from a report that has been read already. */
export function analysisOf(report: Report): Analysis {
  return new LazyAnalysis(report);
}

/** Its getters are the class's: an object with getters of its own costs as much as reading a report. */
class LazyAnalysis implements Analysis {
  readonly document: Document;
  private knownOutline: readonly Block[] | undefined;
  private knownParagraphs: readonly Paragraph[] | undefined;
  private knownStatements: readonly Statement[] | undefined;
  private knownBreakdowns: readonly Breakdown[] | undefined;
  private knownBalances: readonly TableBalance[] | undefined;

  constructor(readonly report: Report) {
    this.document = report.document;
  }

  get outline(): readonly Block[] {
    this.knownOutline ??= outlineOf(this.report);
    return this.knownOutline;
  }

  get paragraphs(): readonly Paragraph[] {
    this.knownParagraphs ??= this.report.isReport ? paragraphsOf(this.report, this.outline) : [];
    return this.knownParagraphs;
  }

  get statements(): readonly Statement[] {
    this.knownStatements ??= statementsOf(this.report, this.paragraphs);
    return this.knownStatements;
  }

  get breakdowns(): readonly Breakdown[] {
    this.knownBreakdowns ??= breakdownsOf(this.report, this.paragraphs);
    return this.knownBreakdowns;
  }

  get balances(): readonly TableBalance[] {
    this.knownBalances ??= this.report.isReport ? balancesOf(this.report, this.statements) : [];
    return this.knownBalances;
  }
}
