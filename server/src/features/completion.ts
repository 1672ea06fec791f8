import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { lineAt } from '../format/document';
import type { BoundChapter, Report } from '../report/report';
import { rangeIn } from './ranges';
import type { Reading } from './reading';
import { type Snippet, snippets } from './snippets';

/** Lines of a snippet shown beside the list. */
const mostShown = 40;

/**
 * Chapters that the report lacks, in the form's order, and tables that its chapters lack; a whole report where there is
 * none. Only at the end of a line, and only while what stands on it can become one of them: prose is left alone.
 */
export function completionsAt({ document, report }: Reading, position: Position, snippetSupport: boolean, now: Date): CompletionItem[] {
  const offset = document.offsetAt(position);
  const { text, lines } = report.document;
  const line = lines[lineAt(report.document, offset)];
  if (text.slice(offset, line.end).trim() !== '') return [];
  const lead = text.slice(line.start, offset).trimStart();
  const marks = /^#*\s*/.exec(lead)?.[0] ?? '';
  const words = lead.slice(marks.length);
  const here = report.chapters.filter((chapter) => chapter.line <= position.line).at(-1);
  const range = rangeIn(document, { start: offset - lead.length, end: offset });

  const wanted = snippets(String(reportedYear(now))).filter(
    (snippet) => isBegun(snippet, words) && !(snippet.table && marks !== '') && isLacking(snippet, report, here),
  );
  return wanted.map((snippet, index) => {
    const body = snippetSupport ? snippet.body : plain(snippet.body);
    return {
      label: snippet.label,
      detail: snippet.description,
      documentation: { kind: 'markdown', value: plain(snippet.body).slice(0, mostShown).join('\n') },
      kind: CompletionItemKind.Snippet,
      // The editor compares this with what is replaced, marks included.
      filterText:
        lead === '' ? snippet.label : (snippet.prefixes.map((prefix) => marks + prefix).find((each) => each.startsWith(lead)) ?? lead),
      sortText: `${rankOf(snippet, here)}${String(index).padStart(2, '0')}`,
      insertTextFormat: snippetSupport ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: body.join('\n') },
    };
  });
}

/** Whether the words on the line can become the snippet's name. */
function isBegun({ prefixes, label }: Snippet, words: string): boolean {
  return [...prefixes, label.replace(/^表：/, '')].some((name) => name.startsWith(words));
}

function isLacking(snippet: Snippet, report: Report, here: BoundChapter | undefined): boolean {
  if (snippet.table) {
    const fits = !report.isReport || snippet.editions.includes(report.edition);
    return fits && !report.tables[snippet.table] && (!here || here.chapter.table === snippet.table);
  }
  if (snippet.chapter) return !report.chapters.some(({ chapter }) => chapter === snippet.chapter);
  return !report.isReport;
}

/** What comes next stands first: the report or the table that is due here, then the next chapter. */
function rankOf({ table, chapter }: Snippet, here: BoundChapter | undefined): number {
  if (!chapter || (table && here?.chapter.table === table)) return 0;
  return !table && chapter.number === (here?.chapter.number ?? 0) + 1 ? 1 : 2;
}

/** The year that a report written now is about: last year's until summer. */
function reportedYear(now: Date): number {
  return now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear();
}

/** A snippet's text with its placeholders as they stand. */
export function plain(body: readonly string[]): string[] {
  return body.map((line) => line.replace(/\$\{\d+:([^{}]*)\}/g, '$1'));
}
