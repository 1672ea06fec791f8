import { t } from '@vscode/l10n';
import { type PlacedAnalysis, rangeInFile } from '../../core/analysis/analyse';
import type { CheckedFinding, Severity } from '../../core/checks/support/finding';
import type { Reading } from '../../core/editing/reading';
import { type CompiledTable, chapterHeading, chapterOf } from '../../core/form';
import { type Lines, linesOf, rowAbove } from '../../core/report/lines';
import { type Block, blocksOfLines } from '../../core/report/outline';
import type { BoundCell, BoundRow, BoundTable, Report } from '../../core/report/report';
import { type Line, LineKind, lineAt, type Span } from '../../core/text/document';
import { attributesOf, type DrawnCell, escapeHtml, tableHtml } from '../../core/writing/html';
import { labelPlaces } from '../../core/writing/label-places';
import { type MissingPart, missingParts } from '../../core/writing/placing';

/** What a preview shows. */
export interface Preview {
  title: string;
  /**
   * The body of the page. Every element that represents a stretch of the text has its place in `data-range`. The first
   * element that shows a finding has in `data-says` what is to be read out of it; figures have their field in `data-field`,
   * cells of a column of totals how many such columns follow, the last being 0, in `data-total`.
   */
  html: string;
  /** How many findings are shown. */
  findings: number;
}

/** Checks whose findings are shown where the missing part belongs, not where the finding's range is. */
const shownInPlace = new Set(['missing-chapter', 'missing-table']);

/** A longer text is shown up to here. */
const mostLines = 20_000;

/**
 * The report as it will be published: title, headings, paragraphs, tables as the form prints them. What the checks find is
 * marked at its place, with its message; what is missing is drawn where it belongs, marked as missing. Nothing of the text
 * gets into the page but as text.
 */
export function previewOf({ report, analysis, firstLine, findings }: Reading): Preview {
  const page = new Page({ analysis, firstLine }, findings);
  const { organ, year } = report.identity;
  return { title: [organ, year].filter((part) => part !== null).join(' ') || t('Report'), html: page.draw(), findings: findings.length };
}

const gravity: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function worst(findings: readonly CheckedFinding[]): Severity | undefined {
  return gravity[Math.max(-1, ...findings.map(({ severity }) => gravity.indexOf(severity)))];
}

/** `startLine,startCharacter,endLine,endCharacter`. */
type PlaceInFile = string;

class Page {
  private readonly report: Report;
  private readonly text: string;
  private readonly lines: readonly Line[];
  private readonly parts: string[] = [];
  /** Findings that have been shown with their message. */
  private readonly noted = new Set<CheckedFinding>();
  /** Findings that an element says already. */
  private readonly said = new Set<CheckedFinding>();

  constructor(
    private readonly placed: PlacedAnalysis,
    private readonly findings: readonly CheckedFinding[],
  ) {
    const { report } = placed.analysis;
    this.report = report;
    this.text = report.document.text;
    this.lines = report.document.lines;
  }

  draw(): string {
    const { report, lines } = this;
    if (!report.isReport) this.note(this.findings);
    const missing = report.isReport ? this.missingByLine() : new Map<number, MissingPart[]>();
    const end = Math.min(lines.length, mostLines);
    let next = 0;
    const drawMissingUpTo = (line: number) => {
      for (; next <= line; next++) this.drawMissing(missing.get(next));
    };
    for (const block of this.placed.analysis.outline) {
      const first = 'line' in block ? block.line : block.first;
      if (first >= end) break;
      drawMissingUpTo(first);
      this.drawBlock(block);
      next = Math.max(next, 'line' in block ? block.line + 1 : block.last + 1);
    }
    drawMissingUpTo(end - 1);
    this.drawMissing(missing.get(lines.length));
    if (end < lines.length) this.parts.push(`<p class="note">${escapeHtml(t('The rest of the text is not shown.'))}</p>`);
    return this.parts.join('\n');
  }

  private placeOf(span: Span): PlaceInFile {
    const { start, end } = rangeInFile(this.placed, span);
    return [start.line, start.character, end.line, end.character].join(',');
  }

  private within({ start, end }: Span): CheckedFinding[] {
    return this.findings.filter((finding) => finding.start < end && finding.end > start && !shownInPlace.has(finding.code));
  }

  /** What is to be read out of an element that shows findings: its text and what no element before it says; undefined where all is said. */
  private say(found: readonly CheckedFinding[], span: Span = { start: 0, end: 0 }): string | undefined {
    const fresh = found.filter((finding) => !this.said.has(finding));
    for (const finding of fresh) this.said.add(finding);
    return fresh.length > 0 ? [this.plain(span), ...fresh.map(spoken)].filter((part) => part !== '').join(' ') : undefined;
  }

  /** A stretch of text, with what is found in it marked. */
  private marked(span: Span): string {
    const found = this.within(span);
    const cuts = [span.start, span.end, ...found.flatMap(({ start, end }) => [start, end])].filter(
      (at) => at >= span.start && at <= span.end,
    );
    const edges = [...new Set(cuts)].sort((a, b) => a - b);
    return edges
      .slice(0, -1)
      .map((start, index) => {
        const end = edges[index + 1];
        const here = found.filter((finding) => finding.start <= start && finding.end >= end);
        const text = escapeHtml(this.text.slice(start, end));
        if (here.length === 0) return text;
        const says = this.say(here, { start, end });
        return `<mark${attributesOf({ class: worst(here), title: messages(here), 'data-range': this.placeOf({ start, end }), 'data-says': says })}>${text}</mark>`;
      })
      .join('');
  }

  private drawBlock(block: Block): void {
    switch (block.kind) {
      case 'title':
        this.drawHeading('h1', block);
        break;
      case 'heading':
        this.drawHeading(block.level === 'chapter' ? 'h2' : 'h3', block);
        // Text may follow a heading on its line.
        if (block.rest) this.drawText(block.rest);
        break;
      case 'paragraph':
        this.drawText(block);
        break;
      case 'signature':
        this.drawText(block, 'signature');
        break;
      case 'form-table':
        this.drawTable(block.table);
        for (const { line, isComment } of block.kept ?? [])
          if (!isComment) for (const each of blocksOfLines(this.report, { first: line, last: line })) this.drawBlock(each);
        break;
      case 'other-table':
        this.drawOtherTable(block);
        break;
      case 'comment':
        break;
    }
  }

  private drawHeading(tag: string, span: Span): void {
    this.parts.push(`<${tag}${attributesOf({ 'data-range': this.placeOf(span) })}>${this.marked(span)}</${tag}>`);
    const { start } = this.lines[lineAt(this.report.document, span.start)];
    this.note(this.within({ start, end: span.end }));
  }

  /** A table of the office's own. */
  private drawOtherTable({ first, last }: Lines): void {
    const { cells } = this.report.document;
    const rows = this.lines.slice(first, last + 1).filter(({ kind }) => kind === LineKind.Cells);
    const drawn = rows.map(({ firstCell, cellCount }) => {
      const own = cells.slice(firstCell, firstCell + cellCount);
      return `<tr>${own.map((cell) => `<td${attributesOf({ 'data-range': this.placeOf(cell) })}>${this.marked(cell)}</td>`).join('')}</tr>`;
    });
    this.parts.push(`<table class="own">${drawn.join('')}</table>`);
  }

  private drawText(span: Span, type?: string): void {
    if (span.end <= span.start) return;
    this.parts.push(`<p${attributesOf({ class: type, 'data-range': this.placeOf(span) })}>${this.marked(span)}</p>`);
    this.note(this.within(span).filter(({ code }) => code !== 'leftover-mark'));
  }

  private drawTable(table: BoundTable): void {
    const { report } = this;
    const found = this.within(table);
    const rows = new Map(table.rows.map((row) => [row.form, row]));
    const labels = labelPlaces(table);
    const about = (span: Span, field?: string) =>
      found.filter(
        (finding) => finding.field === field || (finding.field === undefined && finding.start <= span.end && finding.end >= span.start),
      );
    const totals = totalColumns(table.table);
    const html = tableHtml(table.table, {
      name: chapterHeading(chapterOf(table.edition, table.table.form.chapter)),
      cell: (cell, line) => {
        const total = cell.width === 1 ? totals.get(cell.column) : undefined;
        if (cell.field) {
          const row = line.row && rows.get(line.row);
          const bound = row?.cells.find(({ field }) => field === cell.field);
          const drawn = bound ? this.drawFigure(bound, about(bound, bound.field.id)) : lackingCell(row);
          return { ...drawn, attributes: { ...drawn.attributes, 'data-field': cell.field.id, 'data-total': total } };
        }
        const label = labels.get(cell);
        const here = label
          ? found.filter((finding) => finding.start < label.end && finding.end > label.start && finding.field === undefined)
          : [];
        const isLacking = cell.kind === 'row' && line.row && !rows.has(line.row) && cell.height === 1;
        return {
          html: label ? this.words(label) : escapeHtml(cell.text),
          attributes: {
            class: [isLacking && 'missing', worst(here)].filter(Boolean).join(' ') || undefined,
            title: messages(here),
            'data-range': label && this.placeOf(label),
            'data-says': label && this.say(here, label),
            'data-total': total,
          },
        };
      },
      after: (line) => this.ownRows(table, line.row && rows.get(line.row)),
    });
    const { start } = report.document.lines[linesOf(report, table).first];
    this.parts.push(`<div class="table"${attributesOf({ 'data-range': this.placeOf({ start, end: start }) })}>${html}</div>`);
    this.note(found);
  }

  private drawFigure(cell: BoundCell, found: readonly CheckedFinding[]) {
    return {
      html: this.words(cell),
      attributes: {
        class: worst(found),
        title: messages(found),
        'data-range': this.placeOf(cell),
        'data-says': this.say(found, cell),
      },
    };
  }

  private words(span: Span): string {
    return escapeHtml(this.plain(span));
  }

  /** The text of a span in one line. */
  private plain({ start, end }: Span): string {
    return this.text.slice(start, end).replace(/[\s|｜]*[\r\n][\s|｜]*/g, '');
  }

  /** Rows of the office's own, after the row that they follow in the text. */
  private ownRows(bound: BoundTable, above: BoundRow | undefined): string {
    if (!above) return '';
    const { table, unknownRows } = bound;
    return unknownRows
      .filter((row) => rowAbove(bound, row) === above)
      .map((row) => {
        const cells = row.extra.map((cell) => `<td${attributesOf({ 'data-range': this.placeOf(cell) })}>${this.words(cell)}</td>`);
        const found = this.within(row.label);
        const label = attributesOf({
          colspan: String(Math.max(1, table.labelColumns)),
          scope: 'row',
          'data-range': this.placeOf(row.label),
          'data-says': this.say(found, row.label),
          class: worst(found),
          title: messages(found),
        });
        return `<tr><th${label}>${this.words(row.label)}</th>${cells.join('')}</tr>`;
      })
      .join('');
  }

  /** Chapters and tables that are missing, by the line before which they belong; after the last line, under the number of lines. */
  private missingByLine(): Map<number, MissingPart[]> {
    const { document } = this.report;
    const found = new Map<number, MissingPart[]>();
    for (const part of missingParts(this.report)) {
      const line = part.at < document.text.length ? lineAt(document, part.at) : this.lines.length;
      found.set(line, [...(found.get(line) ?? []), part]);
    }
    return found;
  }

  private drawMissing(placed: readonly MissingPart[] = []): void {
    const { edition } = this.report;
    placed.forEach(({ kind, chapter, shown }, index) => {
      // Parts that belong in one place have their findings there, in the same order.
      const about = this.findings.filter((each) => shownInPlace.has(each.code) && each.start === shown.start && !this.said.has(each));
      const own = index < placed.length - 1 ? about.slice(0, 1) : about;
      const range = attributesOf({ 'data-range': this.placeOf(shown), 'data-says': this.say(own) });
      const title = kind !== 'table' && kind !== 'html-table' ? `<h2>${escapeHtml(chapterHeading(chapter))}</h2>` : '';
      const drawn =
        (kind === 'table' || kind === 'chapter-with-table') && chapter.table
          ? `<div class="table">${blank(edition.tables[chapter.table])}</div>`
          : '';
      this.parts.push(`<div class="missing"${range}>${title}${drawn}</div>`);
    });
    if (placed.length > 0)
      this.note(this.findings.filter(({ code, start }) => shownInPlace.has(code) && placed.some(({ shown }) => shown.start === start)));
  }

  /** The messages of findings, below what they are about; each once. */
  private note(found: readonly CheckedFinding[]): void {
    const fresh = found.filter((finding) => !this.noted.has(finding));
    for (const finding of fresh) this.noted.add(finding);
    if (fresh.length === 0) return;
    const items = fresh.map(
      (finding) =>
        `<li${attributesOf({ class: finding.severity, 'data-range': this.placeOf(finding), 'data-says': this.say([finding]) })}>${escapeHtml(finding.message)}</li>`,
    );
    this.parts.push(`<ul class="notes">${items.join('')}</ul>`);
  }
}

function messages(found: readonly CheckedFinding[]): string | undefined {
  return found.length > 0 ? found.map(({ message }) => message).join('\n') : undefined;
}

/** A finding as it is read out. */
function spoken({ severity, message }: CheckedFinding): string {
  switch (severity) {
    case 'error':
      return t('Error: {0}', message);
    case 'warning':
      return t('Warning: {0}', message);
    default:
      return t('Remark: {0}', message);
  }
}

/** The columns that sum others, each with the number of such columns after it. */
function totalColumns({ rows, labelColumns }: CompiledTable): Map<number, string> {
  const columns = new Set(
    rows.flatMap(({ fields }) => fields.filter(({ column }) => column.sums).map(({ place }) => labelColumns + place)),
  );
  const fromLast = [...columns].sort((a, b) => b - a);
  return new Map(fromLast.map((column, after) => [column, String(after)]));
}

function lackingCell(row: BoundRow | undefined): DrawnCell {
  return { html: '', attributes: { class: row && row.traceless > 0 ? undefined : 'missing' } };
}

function blank(table: CompiledTable): string {
  return tableHtml(table, { cell: (cell) => ({ html: escapeHtml(cell.text) }) });
}
