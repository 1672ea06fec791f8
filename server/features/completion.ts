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

/** Lines of a snippet shown beside the list. */
const mostShown = 40;

/** Something to insert in place of what is begun on a line. */
interface Offer {
  label: string;
  detail: string;
  /** With places to fill in, as in `Snippet`. */
  body: readonly string[];
  /** What may be typed for it, Markdown's marks aside. */
  typed: readonly string[];
  rank: string;
}

/**
 * What is due at a place. In a total's cell its computed value; at the end of a line the row that follows, the table, the
 * part, the chapter that the report lacks, in the form's order; a whole report where there is none. Only while what
 * stands on the line can become one of them: prose is left alone.
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
  const offers = row
    ? [row]
    : [
        ...missingSections(report, here),
        ...missingSnippets(report, here, now)
          .filter(({ table }) => !table || marks === '')
          .map((snippet) => offerOf(snippet, here)),
      ].filter(({ typed }) => typed.some((name) => name.startsWith(words)));
  return offers.map(({ label, detail, body, typed, rank }, index): CompletionItem => {
    const plainBody = plain(body);
    const begun = typed.find((name) => name.startsWith(words));
    return {
      label,
      detail,
      documentation: { kind: 'markdown', value: plainBody.slice(0, mostShown).join('\n') },
      // Not the kind of snippets, which an editor may be told to leave out.
      kind: CompletionItemKind.Struct,
      // The editor compares this with what is replaced, marks included.
      filterText: lead === '' || begun === undefined ? lead || label : marks + begun,
      sortText: `${rank}${String(index).padStart(2, '0')}`,
      insertTextFormat: snippetSupport ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: (snippetSupport ? body : plainBody).join('\n') },
    };
  });
}

/** The value that the relations give to the cell around a place, if it has another. */
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

/** Behind a row of a table in rows: the row that the form has next, if the report lacks it, with the headings above it. */
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

/** Tab stops from 1 on. */
function renumbered(lines: readonly string[]): string[] {
  const stop = stops();
  return lines.map((line) => line.replace(/\$\{\d+:([^{}]*)\}/g, (_, placeholder) => stop(placeholder)));
}

/** The standard parts that the chapter at a place lacks. */
function missingSections(report: Report, here: BoundChapter | undefined): Offer[] {
  const { sections } = here?.chapter ?? {};
  if (!here || !sections) return [];
  const marks = partMarks(report);
  return sections.flatMap((section, index): Offer[] => {
    if (report.sections.some((bound) => bound.section === section)) return [];
    const heading = sectionHeading(here.chapter, index);
    const body = [`${marks}${heading}`, '', stops()('……')];
    // A chapter without any parts may go on without them.
    return [{ label: heading, detail: here.chapter.title, body, typed: [heading], rank: report.sections.length > 0 ? '0' : '2' }];
  });
}

/** The Markdown marks in front of a part's heading, as the report writes them. */
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

/** What comes next stands first: the report or the table that is due here, then the next chapter. */
function rankOf({ table, chapter }: Snippet, here: BoundChapter | undefined): string {
  if (!chapter || (table && here?.chapter.table === table)) return '0';
  return !table && chapter.number === (here?.chapter.number ?? 0) + 1 ? '1' : '2';
}

/** A snippet's text with its placeholders as they stand. */
export function plain(body: readonly string[]): string[] {
  return body.map((line) => line.replace(/\$\{\d+:([^{}]*)\}/g, '$1'));
}
