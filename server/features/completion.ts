import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { compute } from '../../core/analysis/totals';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { sectionHeading } from '../../core/form';
import { figureSpan } from '../../core/report/cells';
import type { BoundChapter, Report } from '../../core/report/report';
import { tablePlaceAt } from '../../core/report/steps';
import { lineAt, Separator } from '../../core/text/document';
import { headingMarks, printedLines } from '../../core/writing/markdown';
import { reportedYear } from '../../core/writing/reported-year';
import { type Snippet, snippets, stops } from './snippets';

/** How many lines of a snippet are shown beside the list. */
const mostShown = 40;

/** Something to insert in place of the beginning of it that was typed on a line. */
interface Offer {
  label: string;
  detail: string;
  /** Lines, with placeholders as in `Snippet`. */
  body: readonly string[];
  /** The texts whose beginning brings it up, without Markdown's marks. */
  typed: readonly string[];
  rank: string;
}

/**
 * What can be inserted at a position: in a cell, the value that the relations give to it; at the end of a line, the next row
 * of the table, or the tables, parts and chapters that the report lacks, or a whole report. Only those that begin with what
 * is on the line, so that nothing is offered in prose.
 */
export function completionsAt(reading: Reading, position: Position, snippetSupport: boolean, now: Date): CompletionItem[] {
  const { document, report } = reading;
  const offset = document.offsetAt(position);
  const total = totalAt(reading, offset);
  if (total) return [total];
  const { text, lines } = report.document;
  const line = lines[lineAt(report.document, offset)];
  if (text.slice(offset, line.end).trim() !== '') return [];
  const lead = text.slice(line.start, offset).trimStart();
  const marks = /^#*\s*/.exec(lead)?.[0] ?? '';
  const words = lead.slice(marks.length);
  const range = rangeIn(document, { start: offset - lead.length, end: offset });
  const here = report.chapters.filter((chapter) => chapter.line <= lineAt(report.document, offset)).at(-1);

  const row = rowAt(report, offset, lead);
  const isInTable = Object.values(report.tables).some(({ start, end }) => start < offset && offset < end);
  const missing = () => [
    ...missingSections(report, here),
    ...missingSnippets(report, here, now)
      .filter(({ table }) => !table || marks === '')
      .map((snippet) => offerOf(snippet, here)),
  ];
  // Only a row can follow within a table.
  const possible = row ? [row] : isInTable ? [] : missing();
  const offers = possible.filter((offer) => offer === row || offer.typed.some((name) => name.startsWith(words)));
  return offers.map(({ label, detail, body, typed, rank }, index): CompletionItem => {
    const plainBody = plain(body);
    const begun = typed.find((name) => name.startsWith(words));
    return {
      label,
      detail,
      documentation: { kind: 'markdown', value: plainBody.slice(0, mostShown).join('\n') },
      // Not `Snippet`: users can hide snippets from the list.
      kind: CompletionItemKind.Struct,
      // The editor compares this with the text that is replaced, marks included.
      filterText: lead === '' || begun === undefined ? lead || label : marks + begun,
      sortText: `${rank}${String(index).padStart(2, '0')}`,
      insertTextFormat: snippetSupport ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: (snippetSupport ? body : plainBody).join('\n') },
    };
  });
}

/** The value that the relations give to the cell at an offset, if it differs from what is there. */
function totalAt({ document, report }: Reading, offset: number): CompletionItem | undefined {
  const { table, cell } = tablePlaceAt(report, offset) ?? {};
  if (!table || !cell || cell.state === 'text') return undefined;
  const [change] = compute(table, { kind: 'cell', cell });
  if (!change) return undefined;
  const { start, end } = figureSpan(cell);
  const span = { start: Math.min(start, offset), end: Math.max(end, offset) };
  return {
    label: String(change.to),
    detail: t('as the other figures have it'),
    kind: CompletionItemKind.Value,
    filterText: report.document.text.slice(span.start, span.end).trim() || String(change.to),
    preselect: true,
    sortText: '0',
    textEdit: { range: rangeIn(document, span), newText: String(change.to) },
  };
}

/** On the line after a table row: the row that the form has next, with the headings above it, if the report lacks it. */
function rowAt(report: Report, offset: number, lead: string): Offer | undefined {
  const words = lead.replace(/[|｜\s]/g, '');
  const { document } = report;
  const above = lineAt(document, offset) - 1;
  for (const { table, rows, missingRows } of Object.values(report.tables)) {
    const row = rows.find(({ end, cells }) => lineAt(document, end) === above && cells[0]?.cell.separator === Separator.Pipe);
    const due = row?.form && table.rows[table.rows.indexOf(row.form) + 1];
    if (!row || row.cells[0].cell.alone || !due || !missingRows.includes(due)) continue;
    if (!due.entry.label.startsWith(words)) continue;
    const stop = stops();
    const lines = printedLines(table, () => stop(''));
    const index = lines.findIndex(({ row: each }) => each === due);
    const from = lines.findIndex(({ row: each }) => each === row.form) + 1;
    return {
      label: due.entry.label,
      detail: t('the next row of the table'),
      body: renumbered(lines.slice(from, index + 1).map((each) => each.text)),
      typed: [lead],
      rank: '0',
    };
  }
  return undefined;
}

/** The lines with their tab stops numbered from 1. */
function renumbered(lines: readonly string[]): string[] {
  const stop = stops();
  return lines.map((line) => line.replace(/\$\{\d+:([^{}]*)\}/g, (_, placeholder) => stop(placeholder)));
}

/** The standard parts that a chapter lacks. */
function missingSections(report: Report, here: BoundChapter | undefined): Offer[] {
  const { sections } = here?.chapter ?? {};
  if (!here || !sections) return [];
  const marks = partMarks(report);
  return sections.flatMap((section, index): Offer[] => {
    if (report.sections.some((bound) => bound.section === section)) return [];
    const heading = sectionHeading(here.chapter, index);
    const body = [`${marks}${heading}`, '', stops()('……')];
    // A chapter without any parts may do without them.
    return [{ label: heading, detail: here.chapter.title, body, typed: [heading], rank: report.sections.length > 0 ? '0' : '2' }];
  });
}

/** The Markdown marks before a part's heading, as the report writes them. */
function partMarks({ document: { text, lines }, sections, chapters }: Report): string {
  const marksOn = (line: number) => /^\s*(#+\s*)/.exec(text.slice(lines[line].start, lines[line].end))?.[1] ?? '';
  if (sections.length > 0) return marksOn(sections[0].line);
  return chapters.length > 0 && marksOn(chapters[0].line) === '' ? '' : headingMarks.section;
}

function missingSnippets(report: Report, here: BoundChapter | undefined, now: Date): Snippet[] {
  return snippets(String(reportedYear(now))).filter((snippet) => {
    if (snippet.table) {
      const fits = !report.isReport || snippet.editions.includes(report.edition);
      return fits && !report.tables[snippet.table] && (!here || here.chapter.table === snippet.table);
    }
    if (snippet.chapter) return !report.chapters.some(({ chapter }) => chapter === snippet.chapter);
    return !report.isReport;
  });
}

function offerOf(snippet: Snippet, here: BoundChapter | undefined): Offer {
  return { label: snippet.label, detail: snippet.description, body: snippet.body, typed: snippet.prefixes, rank: rankOf(snippet, here) };
}

/** The order in the list: the report, or the table of this chapter; then the next chapter; then the others. */
function rankOf({ table, chapter }: Snippet, here: BoundChapter | undefined): string {
  if (!chapter || (table && here?.chapter.table === table)) return '0';
  return !table && chapter.number === (here?.chapter.number ?? 0) + 1 ? '1' : '2';
}

/** A snippet's lines with the texts of its placeholders. */
export function plain(body: readonly string[]): string[] {
  return body.map((line) => line.replace(/\$\{\d+:([^{}]*)\}/g, '$1'));
}
