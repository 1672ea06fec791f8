import { editions, type TableId } from '../form';
import { type Cell, type Document, LineKind, Separator, type Span } from '../text/document';
import { fold } from '../text/fold';
import { type Anchor, isRowLabel } from './anchors';
import { anchorsOf, isUnlabelled, lookUp, lookUpPrinted, type Match } from './lexicon';
import { differences, rowOfPieces } from './pieces';
import type { BoundChapter, BoundLabel } from './report';
import { isPiece, resembling } from './resemblance';

/** A row of values as it stands in the text, before it is known which edition's row it is. */
export interface RawRow {
  /** Identifier of the row within its table: '' for a row without a label, '?' for one that no edition has. */
  id: string;
  label: Span;
  /** What stands where figures may stand: figures, empty cells, or text that is none. */
  values: Cell[];
  /** Label and figures share a line, which then ends the row. */
  onLine: boolean;
  /** A label without separators and without figures: empty cells leave no trace there. */
  bare: boolean;
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
  /** The anchors among them. */
  seen: Set<Anchor>;
  rows: RawRow[];
}

interface OpenRow extends RawRow {
  /** Most figures that the row has in any edition. */
  need: number;
  /** A group that is a row in another edition: a row only if figures follow. */
  tentative: boolean;
  /** The rows of a group: its figures are theirs, in order, if there are as many. */
  members: readonly string[];
  last: Cell;
  /** What of the label is still to come on later lines, folded. */
  remainder: string;
}

/** With more rows of its own than this, it is another table that begins where the form's ends. */
const mostUnknown = 40;
/** Text pieces kept while their meaning is open; older ones are let go. */
const mostPending = 12;
const longestLabel = 80;
/** A label in a cell may carry a long explanation in parentheses. */
const longestCell = 400;

const editionIds = editions.map(({ edition }) => edition.id);

/** Most figures that each row has in any edition, by table and row; '?' stands for a row that no edition has. */
const needs = new Map<TableId, Map<string, number>>();
for (const edition of editions)
  for (const table of Object.values(edition.tables))
    for (const row of table.rows) {
      const own = needs.get(row.table) ?? new Map<string, number>();
      needs.set(row.table, own);
      for (const id of [row.id, '?']) own.set(id, Math.max(own.get(id) ?? 0, row.fields.length));
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
  /** Rows of this stretch that no edition has. */
  private unknown = 0;

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
    if (cell.figure.kind === 'none') this.readText(cell);
    else this.readValue(cell);
  }

  private readEmpty(cell: Cell): void {
    if (this.row) {
      if (this.pending.length > 0 && !this.settlePending(cell)) return;
      if (!this.endsRow(this.row, cell) || this.row.values.length === 0) this.push(cell);
    } else if (this.pending.length > 0 && this.stretch) {
      const label = this.pending[this.pending.length - 1];
      if (label.separator !== Separator.None && (label.line === cell.line || !cell.afterGap) && this.resolvePending()) this.push(cell);
    }
  }

  /** With text pending behind an unfinished row: opens the row that the text names. False where it names none. */
  private settlePending(cell: Cell): boolean {
    const last = this.pending[this.pending.length - 1];
    if (last.line !== cell.line && cell.afterGap) return false;
    return this.resolvePending();
  }

  private readValue(cell: Cell): void {
    if (this.pending.length > 0) this.settleBefore(cell);
    const { row } = this;
    if (row) {
      if (this.endsRow(row, cell)) {
        if (row.values.length >= row.need) return;
        // The blanks behind a heading belong to the heading's line.
        if (row.id === '' && row.onLine && row.values.every((value) => value.start === value.end)) row.values.length = 0;
      }
      this.push(cell);
    } else {
      const table = this.chapter?.chapter.table;
      if (!table || !isUnlabelled(table) || (this.stretch && this.stretch.table !== table)) return;
      if (cell.figure.kind !== 'number' || cell.alone) return;
      if (!this.stretch) this.openStretch(table, cell);
      this.openRow('', { start: cell.start, end: cell.start }, cell);
      this.push(cell);
    }
  }

  /** Decides what the pending text is, now that a figure follows it. */
  private settleBefore(cell: Cell): void {
    const { row } = this;
    if (row && row.id === '' && !hasFigure(row)) {
      const [beside] = this.pending.splice(-1).filter((each) => this.isFirstValue(each, cell));
      this.clearPending();
      if (beside) this.push(beside);
      return;
    }
    if (this.resolvePending()) return;
    if (!this.stretch) {
      this.pending.length = 0;
      return;
    }
    const last = this.pending[this.pending.length - 1];
    const own = row && row.members.length === 0 && !this.endsRow(row, last) && countOf(row) < row.need && last.separator !== Separator.None;
    if (row && own) {
      this.push(last);
      this.pending.length = 0;
      return;
    }
    const near = last.line === cell.line || (last.alone && !cell.afterGap);
    this.clearPending();
    if (!near || this.inHeader || !hasWords(this.text.slice(last.start, last.end))) return;
    this.closeRow();
    this.openRow('?', last, last);
  }

  /** Whether a text in front of the first figure of a row without a label is a value, and no piece of a heading. */
  private isFirstValue(text: Cell, figure: Cell): boolean {
    if (text.separator === Separator.None || text.separator === Separator.Space || !this.stretch) return false;
    const folded = fold(this.text, text.start, text.end);
    if (isPiece(folded, this.stretch.table) || resembling(folded, this.stretch.table, () => true)) return false;
    return text.line === figure.line || text.alone;
  }

  private readText(cell: Cell): void {
    const { text } = this;
    if (cell.end - cell.start > (cell.separator === Separator.None ? longestLabel : longestCell)) {
      this.endStretch();
      return;
    }
    const { row } = this;
    const printed = row && row.remainder !== '' ? undefined : this.choose(lookUpPrinted(text.slice(cell.start, cell.end)) ?? []);
    if (printed) {
      this.readAnchor(printed, cell, cell);
      return;
    }
    const folded = fold(text, cell.start, cell.end);
    if (folded.length === 0) return;
    if (row && row.remainder !== '' && row.remainder.startsWith(folded)) {
      row.remainder = row.remainder.slice(folded.length);
      return;
    }
    const match = this.choose(lookUp(folded));
    if (match) {
      this.readAnchor(match, cell, cell);
      return;
    }
    if (this.isSentence(cell)) {
      this.endStretch();
      return;
    }
    if (
      row &&
      row.id !== '?' &&
      row.members.length === 0 &&
      cell.separator !== Separator.None &&
      !this.endsRow(row, cell) &&
      countOf(row) < row.need
    ) {
      const implicit = row.id === '' && !hasFigure(row);
      if (!implicit && !(row.values.length === 0 && cell.alone)) {
        const similar = this.stretch && resembling(folded, this.stretch.table, (anchor) => !this.isSeen(anchor));
        if (similar) this.readAnchor(similar, cell, cell);
        else this.push(cell);
        return;
      }
    }
    if (cell.separator === Separator.None && this.readHeadings(cell)) return;
    this.pending.push(cell);
    if (this.pending.length > mostPending) this.pending.shift();
  }

  /** A printed line of column headings: labels with spaces between. False where the line holds none. */
  private readHeadings(cell: Cell): boolean {
    const pieces = this.text.slice(cell.start, cell.end).split(/(\s+)/);
    if (pieces.length < 3 || pieces.length > 60) return false;
    const cells: Cell[] = [];
    let at = cell.start;
    for (const piece of pieces) {
      if (piece.trim() !== '') cells.push({ ...cell, start: at, end: at + piece.length, separator: Separator.Space, alone: false });
      at += piece.length;
    }
    const isHeading = (each: Cell) => {
      const kind = this.choose(lookUp(fold(this.text, each.start, each.end)))?.anchor.kind;
      return kind !== undefined && kind !== 'row' && kind !== 'group';
    };
    if (!cells.some(isHeading)) return false;
    for (const each of cells) this.readText(each);
    return true;
  }

  private isSentence(cell: Cell): boolean {
    for (let i = cell.start; i < cell.end; i++) if (this.text.charCodeAt(i) === 0x3002) return true;
    return false;
  }

  private isSeen(anchor: Anchor): boolean {
    return !!this.stretch?.seen.has(anchor);
  }

  /** Of the labels that a text may be, the one that fits the place. */
  private choose(matches: readonly Match[]): Match | undefined {
    if (matches.length === 0) return undefined;
    const table = this.stretch?.table;
    if (matches.length === 1 && (matches[0].anchor.table === table || !matches[0].anchor.ambiguous)) return matches[0];
    const here = table ? matches.filter((match) => match.anchor.table === table) : [];
    const candidates = here.length > 0 ? here : matches.filter((match) => !match.anchor.ambiguous);
    if (candidates.length < 2) return candidates[0];
    const header = candidates.find((match) => match.anchor.kind === 'column');
    if (this.inHeader && header) return header;
    return candidates.find((match) => match.anchor.kind === 'row') ?? candidates[0];
  }

  /** Takes a label, and opens the row that it names. `last` is the cell with which the label ends. */
  private readAnchor({ anchor, slip }: Match, span: Span, last: Cell): void {
    if (this.stretch && this.stretch.table !== anchor.table) this.endStretch(this.pending);
    if (!this.stretch) this.openStretch(anchor.table, span);
    this.clearPending();
    this.take({ anchor, slip }, span);
    this.closeRow();
    this.inHeader = !isRowLabel(anchor);
    if (!isRowLabel(anchor)) {
      if (isUnlabelled(anchor.table)) this.openRow('', span, last);
    } else if (anchor.kind === 'row') {
      this.openRow(anchor.row, span, last).tentative = anchor.isGroupElsewhere;
    } else {
      const row = this.openRow(anchor.rowElsewhere ?? '?', span, last);
      row.tentative = true;
      row.members = anchor.members;
    }
  }

  private take(match: Match, span: Span): void {
    const { stretch } = this;
    if (!stretch) return;
    const { anchor } = match;
    if (anchor.editionSpecific) stretch.votes[editionIds.indexOf(anchor.editions[0])]++;
    stretch.seen.add(anchor);
    stretch.labels.push({ anchor, slip: match.slip, start: span.start, end: span.end });
    this.extend(span);
  }

  private extend(span: Span): void {
    const { stretch } = this;
    if (!stretch) return;
    stretch.start = Math.min(stretch.start, span.start);
    stretch.end = Math.max(stretch.end, span.end);
  }

  private openStretch(table: TableId, { start, end }: Span): void {
    this.unknown = 0;
    this.stretch = {
      table,
      chapter: this.chapter,
      start,
      end,
      votes: editions.map(() => 0),
      labels: [],
      seen: new Set(),
      rows: [],
    };
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

  private openRow(id: string, { start, end }: Span, last: Cell): OpenRow {
    const need = needs.get(this.stretch?.table as TableId)?.get(id) ?? 1;
    // Written out: this runs for every label, and spreading a row costs more than all else that is done for it.
    const row: OpenRow = {
      id,
      label: { start, end },
      values: [],
      onLine: !last.alone,
      bare: false,
      need,
      tentative: false,
      members: [],
      last,
      remainder: '',
    };
    this.row = row;
    return row;
  }

  private push(cell: Cell): void {
    const { row, stretch } = this;
    if (!row) return;
    row.values.push(cell);
    if (!cell.alone && cell.end > cell.start) row.onLine = true;
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
    if (row.members.length > 0 && figures && this.divide(row)) return;
    if (!figures) {
      if (row.tentative && row.values.length < row.need) return;
      if (row.id === '' && row.values.length < row.need) return;
      if (row.id === '?') return;
      // A label in running text, with nothing behind it: a row only where its table belongs.
      row.bare = row.last.separator === Separator.None && row.values.length === 0;
      if (row.bare && stretch.chapter?.chapter.table !== stretch.table) return;
    }
    stretch.rows.push(row);
    if (row.id === '?' && ++this.unknown > mostUnknown) this.endStretch();
  }

  /** Gives the figures behind a group's label to its rows, whose own labels are lost, if there are just as many. */
  private divide({ members, values, label, onLine }: OpenRow): boolean {
    const widths = this.stretch && needs.get(this.stretch.table);
    const width = widths?.get(members[0]) ?? 1;
    const count = members.length * width;
    const last = values.findLastIndex((value) => value.end > value.start) + 1;
    if (last !== count || members.length < 2) return false;
    members.forEach((id, index) => {
      this.stretch?.rows.push(rawRow(id, label, values.slice(index * width, (index + 1) * width), onLine));
    });
    return true;
  }

  /** Opens the row that the pending pieces of text name, joined or alone; false where they name none. */
  private resolvePending(): boolean {
    const { pending, stretch, text } = this;
    const pieces = pending.map((cell) => fold(text, cell.start, cell.end));
    const row = rowOfPieces(pieces, stretch?.table, (anchor) => this.isSeen(anchor));
    if (!row) return false;
    const last = pending[pending.length - 1];
    const span = { start: pending[row.first].start, end: last.end };
    this.pending = pending.slice(0, row.first);
    this.readAnchor(row.match, span, last);
    if (this.row) this.row.remainder = row.remainder;
    return true;
  }

  /** A column label of two characters, one of them wrong, in a heading that lacks just that label. */
  private expectedHeading(folded: string): Match | undefined {
    const { stretch } = this;
    if (folded.length !== 2 || !this.inHeader || !stretch) return undefined;
    const due = anchorsOf(stretch.table).filter(
      (anchor) => anchor.kind === 'column' && anchor.spellings[0].length === 2 && !stretch.seen.has(anchor),
    );
    const near = due.filter((anchor) => differences(anchor.spellings[0], folded) === 1);
    return near.length === 1 ? { anchor: near[0], slip: near[0].spellings[0] } : undefined;
  }

  /** Text in the place of a row's only figure is its value. */
  private keepValue(): void {
    const { row, pending } = this;
    if (!row || row.id === '' || row.values.length > 0 || pending.length !== 1) return;
    const [cell] = pending;
    if (cell.separator === Separator.None || cell.separator === Separator.Space || this.endsRow(row, cell)) return;
    this.push(cell);
    this.pending = [];
  }

  /** Lets the pending text go, after noting the labels in it that were only mistyped. */
  private clearPending(): void {
    this.keepValue();
    const { pending, stretch, text } = this;
    if (stretch)
      for (const cell of pending) {
        const folded = fold(text, cell.start, cell.end);
        if (isPiece(folded, stretch.table)) {
          // A heading in front of the first label, broken over lines.
          if (folded.length > 3) this.extend(cell);
          continue;
        }
        const match =
          resembling(folded, stretch.table, (anchor) => anchor.kind !== 'row' || cell.separator !== Separator.None) ??
          this.expectedHeading(folded);
        if (!match || (match.anchor.kind === 'row' && this.isSeen(match.anchor))) continue;
        this.take(match, cell);
        if (match.anchor.kind === 'row' && !match.anchor.isGroupElsewhere)
          stretch.rows.push(rawRow(match.anchor.row, { start: cell.start, end: cell.end }, [], !cell.alone));
      }
    this.pending = [];
  }
}

function rawRow(id: string, label: Span, values: Cell[], onLine: boolean): RawRow {
  return { id, label, values, onLine, bare: false };
}

function hasFigure(row: RawRow): boolean {
  return row.values.some((value) => value.end > value.start);
}

/** Values of a row, without the empty cells that merging leaves in front of them. */
function countOf({ values, onLine }: OpenRow): number {
  const first = values.findIndex((value) => value.end > value.start || (!onLine && value.alone));
  return first < 0 ? 0 : values.length - first;
}

/** Whether a text has words in it, and is not a page number or a mark. */
function hasWords(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
