import { chapterOf, type GridCell, latestEdition } from '../../core/form';
import { cellHtml, escapeHtml } from '../../core/writing/html';
import type { Manuscript, Passage, TablePassage } from '../../core/writing/manuscript';
import { headRows } from '../../core/writing/printed';

const tags = { title: 'h1', chapter: 'h2', section: 'h3', paragraph: 'p', signature: 'p' } as const;

/** Styles on the elements themselves, since a site's editor keeps only these. */
const styles = {
  title: 'text-align: center',
  signature: 'text-align: right',
  table: 'width: 100%; border-collapse: collapse',
  cell: 'border: 1px solid; padding: 4px',
} as const;

const style = `body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.8; font-family: serif; }
table { margin: 1rem 0; font-size: .9rem; line-height: 1.4; }
@media print { body { margin: 0; } tr { break-inside: avoid; } }`;

/** A report as a web page without other files. Its body can be pasted into a site's editor. */
export function writeWebPage({ passages }: Manuscript): string {
  const title = passages.flatMap((passage) => (passage.kind === 'title' ? [passage.text] : [])).join('');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
<article>
${passages.map(passageHtml).join('\n')}
</article>
</body>
</html>
`;
}

function passageHtml(passage: Passage): string {
  if (passage.kind === 'table') return tablePassageHtml(passage);
  const { kind, text } = passage;
  const tag = tags[kind];
  const own = kind === 'title' || kind === 'signature' ? ` style="${styles[kind]}"` : '';
  // A browser shows several spaces as one.
  const shown = escapeHtml(text).replace(/ (?= )/g, '\u00a0');
  return `<${tag}${own}>${shown}</${tag}>`;
}

function tablePassageHtml({ table, rows }: TablePassage): string {
  const head = table ? headRows(rows) : 0;
  const rowsHtml = (from: number, to: number) =>
    rows
      .slice(from, to)
      .map(
        ({ cells }) =>
          `<tr>${cells.map((cell) => cellHtml(cell, { html: escapeHtml(cell.text), attributes: { style: styleOf(cell) } })).join('')}</tr>`,
      )
      .join('\n');
  const label = table ? ` aria-label="${escapeHtml(chapterOf(latestEdition, table.form.chapter).title)}"` : '';
  const thead = head > 0 ? `<thead>\n${rowsHtml(0, head)}\n</thead>\n` : '';
  return `<table${label} style="${styles.table}">\n${thead}<tbody>\n${rowsHtml(head, rows.length)}\n</tbody>\n</table>`;
}

function styleOf({ kind }: GridCell): string {
  return `${styles.cell}; text-align: ${kind === 'row' ? 'left' : 'center'}`;
}
