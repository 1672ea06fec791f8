import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { rangeIn } from './ranges';
import type { Reading } from './reading';
import { type Snippet, snippets } from './snippets';

/**
 * Chapters that the report lacks, in the form's order, and tables that its chapters lack; a whole report where there is
 * none. Only at the start of a line, and only while what stands there can become one of them: prose is left alone.
 */
export function completionsAt({ document, report }: Reading, position: Position, snippetSupport: boolean, now: Date): CompletionItem[] {
  const offset = document.offsetAt(position);
  const lineStart = document.offsetAt({ line: position.line, character: 0 });
  const text = document.getText();
  const typed = text.slice(lineStart, offset);
  const lead = typed.trimStart();
  if (text.slice(offset).split(/\r?\n/, 1)[0].trim() !== '') return [];
  const words = lead.replace(/^#+\s*/, '');
  const range = rangeIn(document, { start: offset - lead.length, end: offset });
  const here = report.chapters.filter(({ line }) => line <= position.line).at(-1);
  const wanted = snippets(String(reportedYear(now))).filter((snippet) => isWanted(snippet));

  function isWanted(snippet: Snippet): boolean {
    if (!snippet.prefixes.some((prefix) => prefix.startsWith(words) || withoutMark(prefix).startsWith(words))) return false;
    if (snippet.id === 'report') return !report.isReport;
    if (snippet.table) {
      if (lead.startsWith('#')) return false;
      const missing = !report.tables[snippet.table];
      return (
        missing &&
        (!here || here.chapter.table === snippet.table) &&
        (!report.isReport || snippet.edition === report.edition || !snippet.id.endsWith(snippet.edition?.edition.id ?? ''))
      );
    }
    return !report.chapters.some(({ chapter }) => chapter === snippet.chapter);
  }

  const next = (here?.chapter.number ?? 0) + 1;
  return wanted.map((snippet, index): CompletionItem => {
    const newText = snippetSupport ? snippet.body.join('\n') : plain(snippet.body).join('\n');
    const first =
      snippet.id === 'report'
        ? 0
        : snippet.table !== undefined && here?.chapter.table === snippet.table
          ? 0
          : snippet.chapter?.number === next
            ? 1
            : 2;
    return {
      label: snippet.label,
      detail: snippet.description,
      kind: CompletionItemKind.Snippet,
      filterText:
        lead === ''
          ? snippet.label
          : (snippet.prefixes
              .map((prefix) => (lead.startsWith('#') ? `${lead.slice(0, lead.length - words.length)}${prefix}` : prefix))
              .find((prefix) => prefix.startsWith(lead)) ?? lead),
      sortText: `${first}${String(index).padStart(2, '0')}`,
      insertTextFormat: snippetSupport ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText },
      documentation: { kind: 'markdown', value: plain(snippet.body).slice(0, 40).join('\n') },
    };
  });
}

/** The year that a report written now is about: last year's until summer. */
function reportedYear(now: Date): number {
  return now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear();
}

function withoutMark(prefix: string): string {
  return prefix.replace(/^表：/, '');
}

/** A snippet's text with its placeholders as they stand. */
export function plain(body: readonly string[]): string[] {
  return body.map((line) => line.replace(/\$\{\d+:([^{}]*)\}/g, '$1'));
}
