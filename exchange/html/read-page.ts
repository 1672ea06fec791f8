import { t } from '@vscode/l10n';
import { Parser } from 'htmlparser2';
import type { ForeignCell, ForeignPassage } from '../../core/writing/foreign';
import { Unreadable } from '../../core/writing/foreign';
import { mostNested, tooManyTables } from '../bounds/xml';

/** An element of the page, to tell which passages belong together. */
export interface PageElement {
  parent: PageElement | undefined;
  depth: number;
}

/** A passage of a page, and the element that holds it. */
export interface WebPassage {
  passage: ForeignPassage;
  place: PageElement;
  /** True if all of its text is links. */
  isLink: boolean;
}

export interface WebPage {
  title: string;
  passages: WebPassage[];
  /** Number of pictures left out. */
  pictures: number;
}

const mostDepth = 1000;
const mostCells = 200_000;
const mostSpan = 200;

/** Elements without text for readers. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video']);
const controls = new Set(['select', 'button', 'textarea']);
const pictures = new Set(['img', 'picture']);
/** Elements within a line; all others begin a new line. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp small span strike strong st1:chsdate st1:chmetcnv sub sup time tt u var wbr w:sdt'.split(
    ' ',
  ),
);

interface Container {
  passages: WebPassage[];
}

interface PendingTable {
  rows: (ForeignCell & Container)[][];
  place: PageElement;
}

interface PendingLine {
  text: string;
  linked: number;
  /** True after a line break within the paragraph. */
  goesOn?: boolean;
}

/**
 * The passages of an HTML text, in its order: lines and tables. Nothing is fetched or executed. A table that only holds
 * other tables, or lays out the page, is taken apart. `literal`: white space is part of the text, not of the HTML source.
 * Throws an `Unreadable` if the page is too large or nested too deep.
 */
export function readWebPage(html: string, { literal = false } = {}): WebPage {
  const page: WebPage = { title: '', passages: [], pictures: 0 };
  const tables: PendingTable[] = [];
  let place: PageElement = { parent: undefined, depth: 0 };
  let line: PendingLine = { text: '', linked: 0 };
  let cells = 0;
  let silence = 0;
  let links = 0;
  let preformatted = 0;
  let inTitle = false;
  const open: { name: string; silent: boolean }[] = [];

  const container = (): Container => tables.at(-1)?.rows.at(-1)?.at(-1) ?? page;
  const endLine = () => {
    const text = cleaned(line.text);
    if (text !== '')
      container().passages.push({
        passage: { kind: 'text', text, ...(line.goesOn && { goesOn: true }) },
        place,
        isLink: line.linked >= text.length,
      });
    line = { text: '', linked: 0 };
  };
  const openCell = ({ colspan, rowspan }: Record<string, string>) => {
    const table = tables.at(-1);
    if (!table) return;
    if (++cells > mostCells) throw new Unreadable(t('it holds too much'));
    if (table.rows.length === 0) table.rows.push([]);
    table.rows.at(-1)?.push({ text: '', width: spanOf(colspan), height: spanOf(rowspan), passages: [] });
  };
  const closeTable = () => {
    const table = tables.pop();
    if (table) container().passages.push(...passagesOfTable(table));
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > mostDepth) throw new Unreadable(t('it is nested too deep'));
        const isSilent = silent.has(name) || controls.has(name) || name === 'head' || isHidden(attributes);
        open.push({ name, silent: isSilent });
        if (name === 'title' && page.title === '') inTitle = true;
        if (pictures.has(name) && silence === 0) page.pictures++;
        if (isSilent) silence++;
        if (silence > 0) return;
        if (name === 'a') links++;
        if (name === 'br') line.text += '\n';
        if (inline.has(name) || name === 'img') return;
        if (name === 'pre') preformatted++;
        if (name !== 'br') endLine();
        else splitLine();
        place = { parent: place, depth: place.depth + 1 };
        if (name === 'table') {
          if (tables.length >= mostNested) throw tooManyTables();
          tables.push({ rows: [], place });
        } else if (name === 'tr') tables.at(-1)?.rows.push([]);
        else if (name === 'td' || name === 'th') openCell(attributes);
      },
      ontext(text) {
        if (inTitle) page.title += text;
        if (silence > 0) return;
        line.text += preformatted > 0 || literal ? text : collapsed(text, line.text);
        if (links > 0) line.linked += text.trim().length;
        if (preformatted > 0) splitLine();
      },
      onclosetag(name) {
        const top = open.pop();
        if (name === 'title') inTitle = false;
        if (top?.silent) {
          silence--;
          return;
        }
        if (silence > 0) return;
        if (name === 'a') links--;
        if (inline.has(name) || name === 'img') return;
        if (name === 'pre') preformatted--;
        if (name !== 'br') endLine();
        place = place.parent ?? place;
        if (name === 'table') closeTable();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );

  function splitLine(): void {
    const [first, ...others] = line.text.split('\n');
    if (others.length === 0) return;
    let { linked, goesOn } = line;
    for (const text of [first, ...others.slice(0, -1)]) {
      line = { text, linked: Math.min(linked, cleaned(text).length), goesOn };
      endLine();
      goesOn = true;
    }
    line = { text: others.at(-1) ?? '', linked: 0, goesOn };
  }

  // In pieces, so that reading a text that is too large stops early.
  const piece = 1 << 16;
  for (let at = 0; at < html.length; at += piece) parser.write(html.slice(at, at + piece));
  parser.end();
  endLine();
  while (tables.length > 0) closeTable();
  return { ...page, title: cleaned(page.title) };
}

function spanOf(written: string | undefined): number {
  const value = Number.parseInt(written ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, mostSpan) : 1;
}

function isHidden({ hidden, style, type }: Record<string, string>): boolean {
  return (
    hidden !== undefined ||
    type === 'hidden' ||
    (style !== undefined && /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(style))
  );
}

/** White space as a browser shows it: one space; none at the start of a line, or for a line break between wide characters. */
function collapsed(text: string, before: string): string {
  const single = text.replace(/[ \t\r\n\f]+/g, (space, at: number) => {
    const left = at > 0 ? text[at - 1] : (before.at(-1) ?? '');
    const right = text[at + space.length] ?? '';
    return /[\r\n]/.test(space) && isWide(left) && isWide(right) ? '' : ' ';
  });
  return before === '' || /[ \n]$/.test(before) ? single.replace(/^ /, '') : single;
}

function isWide(character: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—]/.test(character);
}

/** A line without white space at its ends and without invisible characters. */
function cleaned(text: string): string {
  return (
    text
      .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .replaceAll('\u00a0', ' ')
      .replace(/[\t\r\n]+/g, ' ')
      .trim()
  );
}

/** A cell with this much text is page layout, not a figure or label. */
const longestCellText = 1500;

/**
 * The passages of a table: the table itself if its cells hold text. Tables with only one column, rows that hold tables,
 * and tables that lay out a page are taken apart, in their order.
 */
function passagesOfTable({ rows, place }: PendingTable): WebPassage[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isTable = width > 1;
  const found: WebPassage[] = [];
  let run: ForeignCell[][] = [];
  const endRun = () => {
    if (run.some((row) => row.some(({ text }) => text !== ''))) found.push({ passage: { kind: 'table', rows: run }, place, isLink: false });
    run = [];
  };
  for (const row of rows) {
    const isPlain = row.every(({ passages }) => {
      const length = passages.reduce((sum, { passage }) => sum + (passage.kind === 'text' ? passage.text.length : longestCellText), 0);
      return length < longestCellText;
    });
    if (isTable && isPlain)
      run.push(row.map(({ passages, width: columns, height }) => ({ text: joined(passages), width: columns, height })));
    else {
      endRun();
      for (const cell of row) found.push(...cell.passages);
    }
  }
  endRun();
  return found;
}

/** The lines of a cell as one line; no space between Chinese characters. */
function joined(passages: readonly WebPassage[]): string {
  return passages.reduce((before, { passage }) => {
    const text = passage.kind === 'text' ? passage.text : '';
    const apart = before !== '' && !isWide(before.at(-1) ?? '') && !isWide(text[0] ?? '');
    return before + (apart ? ' ' : '') + text;
  }, '');
}
