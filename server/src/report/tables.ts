import { type Cell, type Document, LineKind, Separator, type Span } from '../format/document';
import { type Figure, FigureKind, readFigure } from '../format/figure';
import { fold } from '../format/fold';
import { editions, type TableId } from '../standard';
import { type Anchor, anchorsOf, isUnlabelled, lookUp, type Match } from './lexicon';
import type { BoundChapter, BoundLabel } from './report';
import { isPiece, resembling } from './resemblance';

/** What stands in a place where a figure may stand. */
export interface Value {
  cell: Cell;
  /** `kind` None with text in the cell: something that is no figure. */
  figure: Figure;
}

/** A row of values as it stands in the text, before it is known which edition's row it is. */
export interface RawRow {
  /** undefined: a row that no edition has. */
  anchor: Anchor | undefined;
  /** Identifier of the row within its table. */
  id: string;
  label: Span;
  values: Value[];
}

/** A stretch of text that reads as (a part of) a table. */
export interface Stretch {
  table: TableId;
  chapter: BoundChapter | undefined;
  start: number;
  end: number;
  /** For each edition, how many of its own labels were seen. */
  votes: number[];
  labels: BoundLabel[];
  rows: RawRow[];
}

interface OpenRow extends RawRow {
  /** Most figures that the row has in any edition. */
  need: number;
  /** A group that is a row in another edition: a row only if figures follow. */
  tentative: boolean;
  /** Label and figures share a line, which then ends the row. */
  onLine: boolean;
  last: Cell;
  /** What of the label is still to come on later lines, folded. */
  remainder: string;
}

/** Text pieces kept while their meaning is open; older ones are let go. */
const mostPending = 12;
const longestLabel = 80;

const needs = new Map<string, number>();
for (const edition of editions)
  for (const table of Object.values(edition.tables))
    for (const row of table.rows) {
      const key = `${row.table}.${row.id}`;
      needs.set(key, Math.max(needs.get(key) ?? 0, row.fields.length));
    }

/**
 * Finds the tables of the form in a document, whatever their shape: labels are anchors, and the cells between two
 * anchors are the values of the first. One pass over the cells; nothing is asked of separators but where cells begin.
 */
export function findTables(document: Document, chapters: readonly BoundChapter[]): Stretch[] {
  const reader = new TableReader(document, chapters);
  return reader.read();
}

class TableReader {
  private readonly text: string;
  private readonly stretches: Stretch[] = [];
  private stretch: Stretch | undefined;
  private row: OpenRow | undefined;
  private pending: Cell[] = [];
  private chapter: BoundChapter | undefined;
  /** The label seen last is a column's, a title or a corner. */
  private inHeader = false;

  constructor(
    private readonly document: Document,
    private readonly chapters: readonly BoundChapter[],
  ) {
    this.text = document.text;
  }

  read(): Stretch[] {
    const { lines, cells } = this.document;
    let next = 0;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index];
      if (next < this.chapters.length && this.chapters[next].line === index) {
        this.endStretch();
        this.chapter = this.chapters[next++];
        while (next < this.chapters.length && this.chapters[next].line === index) next++;
        continue;
      }
      if (line.kind !== LineKind.Text && line.kind !== LineKind.Cells) continue;
      for (let i = line.firstCell; i < line.firstCell + line.cellCount; i++) this.readCell(cells[i]);
    }
    this.endStretch();
    return this.stretches;
  }

  private readCell(cell: Cell): void {
    if (cell.start === cell.end) {
      this.readEmpty(cell);
      return;
    }
    const figure = readFigure(this.text, cell.start, cell.end);
    if (figure.kind === FigureKind.None) this.readText(cell, figure);
    else this.readValue(cell, figure);
  }

  private readEmpty(cell: Cell): void {
    const figure = readFigure('', 0, 0);
    if (this.row) {
      if (this.pending.length > 0 && !this.settlePending(cell)) return;
      if (!this.endsRow(this.row, cell) || this.row.values.length === 0) this.push(cell, figure);
    } else if (this.pending.length > 0 && this.stretch) {
      const label = this.pending[this.pending.length - 1];
      if (label.separator !== Separator.None && (label.line === cell.line || !cell.afterGap) && this.resolvePending()) this.push(cell, figure);
    }
  }

  /** With text pending behind an unfinished row: opens the row that the text names. False where it names none. */
  private settlePending(cell: Cell): boolean {
    const last = this.pending[this.pending.length - 1];
    if (last.line !== cell.line && cell.afterGap) return false;
    return this.resolvePending();
  }

  private readValue(cell: Cell, figure: Figure): void {
    if (this.pending.length > 0) this.settleBefore(cell);
    const { row } = this;
    if (row) {
      if (this.endsRow(row, cell)) {
        if (row.values.length >= row.need) return;
        // The blanks behind a heading belong to the heading's line.
        if (row.id === '' && row.onLine && row.values.every((value) => value.cell.start === value.cell.end)) row.values.length = 0;
      }
      this.push(cell, figure);
    } else {
      const table = this.chapter?.chapter.table;
      if (!table || !isUnlabelled(table) || (this.stretch && this.stretch.table !== table)) return;
      if (figure.kind !== FigureKind.Number || cell.alone) return;
      if (!this.stretch) this.openStretch(table, cell);
      this.openRow(undefined, '', { start: cell.start, end: cell.start }, cell);
      this.push(cell, figure);
    }
  }

  /** Decides what the pending text is, now that a figure follows it. */
  private settleBefore(cell: Cell): void {
    const { row } = this;
    if (row && row.id === '' && !hasFigure(row)) {
      this.clearPending();
      return;
    }
    if (this.resolvePending()) return;
    if (!this.stretch) {
      this.pending.length = 0;
      return;
    }
    const last = this.pending[this.pending.length - 1];
    const own = row && !this.endsRow(row, last) && row.values.length < row.need && last.separator !== Separator.None;
    if (row && own) {
      this.push(last, readFigure(this.text, last.start, last.end));
      this.pending.length = 0;
      return;
    }
    const near = last.line === cell.line || (last.alone && !cell.afterGap);
    this.clearPending();
    if (!near || this.inHeader) return;
    this.closeRow();
    this.openRow(undefined, '?', { start: last.start, end: last.end }, last);
  }

  private readText(cell: Cell, figure: Figure): void {
    const { text } = this;
    if (cell.end - cell.start > longestLabel || this.isSentence(cell)) {
      this.endStretch();
      return;
    }
    const folded = fold(text, cell.start, cell.end);
    if (folded.length === 0) return;
    const { row } = this;
    if (row && row.remainder !== '' && row.remainder.startsWith(folded)) {
      row.remainder = row.remainder.slice(folded.length);
      return;
    }
    const match = this.choose(lookUp(folded));
    if (match) {
      this.readAnchor(match, cell);
      return;
    }
    if (row && row.id !== '?' && cell.separator !== Separator.None && !this.endsRow(row, cell) && row.values.length < row.need) {
      const implicit = row.id === '' && !hasFigure(row);
      if (!implicit && !(row.values.length === 0 && cell.alone)) {
        const similar = this.stretch && resembling(folded, this.stretch.table, (anchor) => anchor.kind === 'row');
        if (similar && !this.isSeen(similar.anchor)) this.readAnchor(similar, cell);
        else this.push(cell, figure);
        return;
      }
    }
    this.pending.push(cell);
    if (this.pending.length > mostPending) this.pending.shift();
  }

  private isSentence(cell: Cell): boolean {
    const stop = this.text.indexOf('。', cell.start);
    return stop >= 0 && stop < cell.end;
  }

  private isSeen(anchor: Anchor): boolean {
    return this.row?.anchor === anchor || !!this.stretch?.rows.some((row) => row.anchor === anchor);
  }

  /** Of the labels that a text may be, the one that fits the place. */
  private choose(matches: readonly Match[]): Match | undefined {
    if (matches.length === 0) return undefined;
    const table = this.stretch?.table;
    const here = table ? matches.filter((match) => match.anchor.table === table) : [];
    const candidates = here.length > 0 ? here : matches.filter((match) => !match.anchor.weak);
    if (candidates.length < 2) return candidates[0];
    const header = candidates.find((match) => match.anchor.kind === 'column');
    if (this.inHeader && header) return header;
    return candidates.find((match) => match.anchor.kind === 'row') ?? candidates[0];
  }

  private readAnchor(match: Match, cell: Cell): void {
    const { anchor } = match;
    if (this.stretch && this.stretch.table !== anchor.table) this.endStretch(this.pending);
    if (!this.stretch) this.openStretch(anchor.table, this.pending[0] ?? cell);
    this.clearPending();
    this.take(match, cell);
    switch (anchor.kind) {
      case 'row':
        this.closeRow();
        this.openRow(anchor, anchor.row, { start: cell.start, end: cell.end }, cell);
        if (this.row) this.row.tentative = this.hasTwin(anchor);
        this.inHeader = false;
        break;
      case 'group': {
        this.closeRow();
        const twin = anchorsOf(anchor.table).find((other) => other.kind === 'row' && other.label === anchor.label);
        if (twin) {
          this.openRow(twin, twin.row, { start: cell.start, end: cell.end }, cell);
          if (this.row) this.row.tentative = true;
        }
        this.inHeader = false;
        break;
      }
      default:
        this.closeRow();
        this.inHeader = true;
        if (isUnlabelled(anchor.table)) this.openRow(undefined, '', { start: cell.start, end: cell.end }, cell);
    }
  }

  private take(match: Match, span: Span): void {
    const { stretch } = this;
    if (!stretch) return;
    const { anchor } = match;
    if ((anchor.editions & (anchor.editions - 1)) === 0 && !(anchor.kind !== 'column' && this.hasTwin(anchor)))
      stretch.votes[Math.log2(anchor.editions)]++;
    stretch.labels.push({ anchor, slip: match.slip, start: span.start, end: span.end });
    if (span.end > stretch.end) stretch.end = span.end;
  }

  /** Whether the label is a row in one edition and a group in another: it tells nothing by itself. */
  private hasTwin(anchor: Anchor): boolean {
    return anchorsOf(anchor.table).some((other) => other !== anchor && other.label === anchor.label);
  }

  private openStretch(table: TableId, cell: Cell): void {
    this.stretch = { table, chapter: this.chapter, start: cell.start, end: cell.end, votes: editions.map(() => 0), labels: [], rows: [] };
    this.stretches.push(this.stretch);
  }

  private endStretch(keep?: Cell[]): void {
    const kept = keep?.slice();
    if (!keep) this.clearPending();
    this.closeRow();
    this.stretch = undefined;
    this.inHeader = false;
    this.pending = kept ?? [];
  }

  private openRow(anchor: Anchor | undefined, id: string, label: Span, last: Cell): void {
    const table = this.stretch?.table as TableId;
    const need = id === '?' ? Math.max(...editions.map((edition) => edition.tables[table].rows[0].fields.length)) : (needs.get(`${table}.${id}`) ?? 1);
    this.row = { anchor, id, label, values: [], need, tentative: false, onLine: !last.alone, last, remainder: '' };
  }

  private push(cell: Cell, figure: Figure): void {
    const { row, stretch } = this;
    if (!row) return;
    row.values.push({ cell, figure });
    if (!cell.alone) row.onLine = true;
    row.last = cell;
    if (stretch && cell.end > stretch.end && cell.end > cell.start) stretch.end = cell.end;
  }

  /** Whether `cell` can't belong to the row any more by the look of it. */
  private endsRow(row: OpenRow, cell: Cell): boolean {
    if (cell.line === row.last.line) return false;
    if (row.onLine) return true;
    return cell.separator === Separator.Tab && cell.afterGap;
  }

  private closeRow(): void {
    const { row, stretch } = this;
    this.row = undefined;
    if (!row || !stretch) return;
    const figures = hasFigure(row);
    if (!figures) {
      if (row.tentative && row.values.length < row.need) return;
      if (row.id === '' && row.values.length < row.need) return;
      if (row.id === '?') return;
      // A label in running text, with nothing behind it.
      if (row.last.separator === Separator.None && row.values.length === 0) return;
    }
    stretch.rows.push(row);
  }

  /** Opens the row that the pending pieces of text name, joined or alone; false where they name none. */
  private resolvePending(): boolean {
    const { pending, stretch, text } = this;
    const table = stretch?.table;
    const pieces = pending.map((cell) => fold(text, cell.start, cell.end));
    const isRow = (match: Match) =>
      (match.anchor.kind === 'row' || match.anchor.kind === 'group') && (!table || match.anchor.table === table) && !(match.anchor.weak && !table);
    const found = (first: number, match: Match, remainder = ''): true => {
      const used = { start: pending[first].start, end: pending[pending.length - 1].end };
      const last = pending[pending.length - 1];
      const before = pending.slice(0, first);
      this.pending = before;
      if (stretch) this.clearPending();
      this.readAnchorAt(match, used, last, remainder);
      return true;
    };
    const count = pieces.length;
    for (let first = count - 1; first >= 0; first--) {
      const joined = pieces.slice(first).join('');
      const match = lookUp(joined).find(isRow);
      if (match) return found(first, match);
      // Vertical labels leave their characters between the pieces.
      const solid = pieces.slice(first).filter((piece) => piece.length > 1).join('');
      const without = solid !== joined && solid !== '' ? lookUp(solid).find(isRow) : undefined;
      if (without) return found(first, without);
    }
    if (!table) return false;
    const rows = anchorsOf(table).filter((anchor) => anchor.kind === 'row');
    for (let first = count - 1; first >= Math.max(0, count - 3); first--) {
      const joined = pieces.slice(first).join('');
      const tail = rows.find((anchor) => joined.length - anchor.spellings[0].length <= 12 && joined.endsWith(anchor.spellings[0]));
      if (tail) return found(first, { anchor: tail });
      const head = joined.length >= 4 ? rows.filter((anchor) => anchor.spellings.some((spelling) => spelling.startsWith(joined))) : [];
      if (head.length === 1) {
        const spelling = head[0].spellings.find((s) => s.startsWith(joined)) as string;
        return found(first, { anchor: head[0] }, spelling.slice(joined.length));
      }
    }
    for (let first = count - 1; first >= Math.max(0, count - 3); first--) {
      const joined = pieces.slice(first).join('');
      const similar = resembling(joined, table, (anchor) => anchor.kind === 'row' && !this.isSeen(anchor)) ?? this.expected(joined, rows);
      if (similar) return found(first, similar);
    }
    return false;
  }

  /** A label of two or three characters, one of them wrong, where the form's next row is due. */
  private expected(folded: string, rows: readonly Anchor[]): Match | undefined {
    if (folded.length > 4) return undefined;
    const due = rows.find((anchor) => !this.isSeen(anchor));
    const spelling = due?.spellings.find((s) => s.length === folded.length && differences(s, folded) === 1 && s.length - 1 >= 1);
    return due && spelling ? { anchor: due, slip: spelling } : undefined;
  }

  private readAnchorAt(match: Match, span: Span, last: Cell, remainder: string): void {
    const { anchor } = match;
    if (!this.stretch) this.openStretch(anchor.table, last);
    this.take(match, span);
    this.closeRow();
    if (anchor.kind === 'row') this.openRow(anchor, anchor.row, span, last);
    else {
      const twin = anchorsOf(anchor.table).find((other) => other.kind === 'row' && other.label === anchor.label);
      this.openRow(twin, twin?.row ?? '?', span, last);
    }
    if (this.row) this.row.remainder = remainder;
    this.inHeader = false;
    this.pending = [];
  }

  /** Lets the pending text go, after noting the labels in it that were only mistyped. */
  private clearPending(): void {
    const { pending, stretch, text } = this;
    if (stretch)
      for (const cell of pending) {
        const folded = fold(text, cell.start, cell.end);
        if (isPiece(folded, stretch.table)) continue;
        const match = resembling(folded, stretch.table, (anchor) => anchor.kind !== 'row' || cell.separator !== Separator.None);
        if (!match || (match.anchor.kind === 'row' && this.isSeen(match.anchor))) continue;
        this.take(match, cell);
        if (match.anchor.kind === 'row')
          stretch.rows.push({ anchor: match.anchor, id: match.anchor.row, label: { start: cell.start, end: cell.end }, values: [] });
      }
    this.pending = [];
  }
}

function hasFigure(row: RawRow): boolean {
  return row.values.some((value) => value.cell.end > value.cell.start);
}

function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}
