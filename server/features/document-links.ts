import { t } from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { searchFor, sources } from '../../core/form';

/** Numbers of central government documents, such as 国办发〔2020〕17号, with any brackets. */
const number = /国(?:发|办发|函|办函|办公开办函|令)\s?[〔［[(（【](?:19|20)\d\d[〕］\])）】]\s?\d{1,4}\s?号/g;

/** The documents that the form is based on, with the wordings in which they are cited. */
const cited = sources.flatMap(({ title, alsoCited = [], about, url }) =>
  [title, ...alsoCited].map((words) => ({ words, about, target: url ?? searchFor(title) })),
);

/** Links for documents that the report cites: to their text if it is known, else to the government's search. */
export function documentLinksOf({ document, report }: Reading): DocumentLink[] {
  const { text } = report.document;
  const links = new Map<number, DocumentLink>();
  const add = (start: number, words: string, target: string, tooltip: string) => {
    if (!links.has(start)) links.set(start, { range: rangeIn(document, { start, end: start + words.length }), target, tooltip });
  };
  for (const { words, about, target } of cited)
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) add(at, words, target, about);
  for (const { 0: words, index } of text.matchAll(number)) {
    const written = words
      .replace(/\s/g, '')
      .replace(/[［[(（【]/, '〔')
      .replace(/[］\])）】]/, '〕');
    add(index, words, searchFor(written), t('Look up {0}', written));
  }
  return [...links.values()].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}
