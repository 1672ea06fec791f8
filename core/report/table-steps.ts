import { type Cell, Separator, type Span } from '../text/document';
import { fold } from '../text/fold';
import { type Anchor, isRowLabel } from './anchors';
import { anchorsOf, isUnlabelled, type Match } from './lexicon';
import { differences, rowOfPieces } from './pieces';
import type { BoundChapter } from './report';
import { isPiece, resembling } from './resemblance';
import {
  addEmptyRow,
  addLabel,
  addValue,
  closeRow,
  countOf,
  endsRow,
  extend,
  hasFigure,
  type OpenRow,
  openRow,
  openStretch,
  rowOfLabel,
  type Stretch,
  unknownRow,
  unlabelledRow,
} from './table-rows';
import { piecesOfLine, type Token, tokenOf } from './table-tokens';

interface Place {
  /** The chapter that the text is in. */
  readonly chapter: BoundChapter | undefined;
  /** Texts whose meaning is open: what follows decides whether they are labels, pieces of labels, values, or nothing. */
  readonly pending: readonly Cell[];
}

/** No table has begun, or the last has ended. */
export interface Outside extends Place {
  readonly kind: 'outside';
}

/** In a table, after a label that stands above its rows. */
export interface InHeadings extends Place {
  readonly kind: 'headings';
  readonly stretch: Stretch;
}

/** In a row of a table. */
export interface InRow extends Place {
  readonly kind: 'row';
  readonly stretch: Stretch;
  readonly row: OpenRow;
}

/** Where a reader of tables is, between two cells. */
export type State = Outside | InHeadings | InRow;

/** What a reader works on: the text, and the stretches that it has found so far, in order. */
export interface Reading {
  readonly text: string;
  readonly stretches: Stretch[];
}

/** Texts kept while their meaning is open; older ones are let go. */
export const mostPending = 12;

const none: readonly Cell[] = [];

/** The state at the beginning of a chapter, or of a text. */
export function outside(chapter: BoundChapter | undefined): Outside {
  return { kind: 'outside', chapter, pending: none };
}

/** The same place in a text, with other open texts. States of a kind have one shape: many are made. */
function withTexts<S extends State>(state: S, pending: readonly Cell[]): S;
function withTexts(state: State, pending: readonly Cell[]): State {
  const { chapter } = state;
  switch (state.kind) {
    case 'outside':
      return { kind: 'outside', chapter, pending };
    case 'headings':
      return { kind: 'headings', chapter, pending, stretch: state.stretch };
    case 'row':
      return { kind: 'row', chapter, pending, stretch: state.stretch, row: state.row };
  }
}

function withRow({ chapter, pending, stretch }: InRow, row: OpenRow): InRow {
  return { kind: 'row', chapter, pending, stretch, row };
}

/** The state after one more cell. Rows and labels that it completes are added to the stretches. */
export function step(reading: Reading, state: State, token: Token): State {
  switch (token.kind) {
    case 'figure':
      return afterFigure(reading, state, token.cell);
    case 'empty':
      return afterEmpty(reading, state, token.cell);
    case 'label':
    case 'text':
      return afterWords(reading, state, token);
    case 'end':
      return ended(reading, state);
    case 'nothing':
      return state;
  }
}

/** The state where a table can't go on: its open row is closed, and open texts are let go. */
export function ended(reading: Reading, state: State): Outside {
  return left(withoutPending(reading, state));
}

/** The same, but open texts are kept: they may belong to what follows. */
function left(state: State): Outside {
  if (state.kind === 'row') closeRow(state.stretch, state.row);
  return { kind: 'outside', chapter: state.chapter, pending: state.pending };
}

function isInHeadings(state: State): boolean {
  return state.kind === 'headings' || (state.kind === 'row' && state.row.isHeaded);
}

function isSeen(state: State, anchor: Anchor): boolean {
  return state.kind !== 'outside' && state.stretch.seen.has(anchor);
}

/** The row with one more value. */
function withValue(state: InRow, cell: Cell): InRow {
  addValue(state.stretch, state.row, cell);
  return state;
}

function afterEmpty(reading: Reading, state: State, cell: Cell): State {
  const label = state.pending.at(-1);
  if (state.kind === 'outside') return state;
  if (state.kind === 'headings') {
    if (!label || label.separator === Separator.None || (label.line !== cell.line && cell.afterGap)) return state;
    const opened = resolved(reading, state);
    return opened?.kind === 'row' ? withValue(opened, cell) : state;
  }
  if (!label) return afterEmptyInRow(state, cell);
  // Text after an unfinished row: if it names another row, the empty cell is that row's.
  if (label.line !== cell.line && cell.afterGap) return state;
  const opened = resolved(reading, state);
  return opened?.kind === 'row' ? afterEmptyInRow(opened, cell) : state;
}

function afterEmptyInRow(state: InRow, cell: Cell): State {
  return !endsRow(state.row, cell) || state.row.values.length === 0 ? withValue(state, cell) : state;
}

function afterFigure(reading: Reading, before: State, cell: Cell): State {
  const state = before.pending.length > 0 ? settled(reading, before, cell) : before;
  if (state.kind !== 'row') return inUnlabelledRow(reading, state, cell) ?? state;
  const { row } = state;
  if (!endsRow(row, cell)) return withValue(state, cell);
  if (row.values.length >= row.need) return state;
  // The blanks after a heading belong to the heading's line.
  const isBlank = row.key.kind === 'unlabelled' && row.onLine && !hasFigure(row);
  return withValue(isBlank ? withRow(state, { ...row, values: [] }) : state, cell);
}

/** In the row of the chapter's table, which has no label; undefined where a figure does not begin it. */
function inUnlabelledRow(reading: Reading, { kind, chapter, pending }: State, cell: Cell): InRow | undefined {
  const table = chapter?.chapter.table;
  if (kind !== 'outside' || !table || !isUnlabelled(table) || cell.figure.kind !== 'number' || cell.alone) return undefined;
  const stretch = openStretch(table, chapter, cell);
  reading.stretches.push(stretch);
  const row = openRow(table, { key: unlabelledRow }, { start: cell.start, end: cell.start }, cell);
  return withValue({ kind: 'row', chapter, pending, stretch, row }, cell);
}

/** Decides what the open texts are, now that a figure follows them. */
function settled(reading: Reading, state: State, figure: Cell): State {
  if (state.kind === 'row' && state.row.key.kind === 'unlabelled' && !hasFigure(state.row)) {
    const beside = state.pending.at(-1);
    const cleared = clearedRow(reading, withTexts(state, state.pending.slice(0, -1)));
    return beside && isFirstValue(reading, state.stretch, beside, figure) ? withValue(cleared, beside) : cleared;
  }
  const opened = resolved(reading, state);
  if (opened) return opened;
  const last = state.pending.at(-1);
  if (state.kind === 'outside' || !last) return withTexts(state, none);
  if (state.kind === 'row' && lacksValue(state.row, last) && last.separator !== Separator.None)
    return withValue(withTexts(state, none), last);
  const cleared = withoutPending(reading, state);
  const isNear = last.line === figure.line || (last.alone && !figure.afterGap);
  if (cleared.kind !== 'row' || !isNear || isInHeadings(cleared) || !hasWords(reading.text.slice(last.start, last.end))) return cleared;
  const { stretch, chapter, pending } = cleared;
  if (!closeRow(stretch, cleared.row)) return { kind: 'outside', chapter, pending };
  return withRow(cleared, openRow(stretch.table, { key: unknownRow }, last, last));
}

/** True if a cell may be a value of the row by its place, and the row has fewer than the form asks for. */
function lacksValue(row: OpenRow, cell: Cell): boolean {
  return row.members.length === 0 && !endsRow(row, cell) && countOf(row) < row.need;
}

/** True if a text before the first figure of a row without a label is a value, and no piece of a heading. */
function isFirstValue({ text }: Reading, { table }: Stretch, cell: Cell, figure: Cell): boolean {
  if (cell.separator === Separator.None || cell.separator === Separator.Space) return false;
  const folded = fold(text, cell.start, cell.end);
  if (isPiece(folded, table) || resembling(folded, table, () => true)) return false;
  return cell.line === figure.line || cell.alone;
}

/** True if a text has words in it, and is not a page number or a mark. */
function hasWords(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

type Words = Extract<Token, { kind: 'label' | 'text' }>;

function afterWords(reading: Reading, state: State, token: Words): State {
  const { cell, folded } = token;
  if (state.kind === 'row' && state.row.remainder !== '' && state.row.remainder.startsWith(folded))
    return withRow(state, { ...state.row, remainder: state.row.remainder.slice(folded.length) });
  if (token.kind === 'label') {
    const match = choose(state, token.matches);
    if (match) return afterLabel(reading, state, match, cell, cell);
    if (token.isSentence) return ended(reading, state);
  }
  if (state.kind === 'row' && takesText(state.row, cell)) {
    const similar = resembling(folded, state.stretch.table, (anchor) => !isSeen(state, anchor));
    return similar ? afterLabel(reading, state, similar, cell, cell) : withValue(state, cell);
  }
  const headed = cell.separator === Separator.None ? afterHeadingLine(reading, state, cell) : undefined;
  return headed ?? withTexts(state, [...state.pending, cell].slice(-mostPending));
}

/** True if a text that is no label stands where a value of the row is due. */
function takesText(row: OpenRow, cell: Cell): boolean {
  if (row.key.kind === 'unknown' || cell.separator === Separator.None || !lacksValue(row, cell)) return false;
  const isImplicit = row.key.kind === 'unlabelled' && !hasFigure(row);
  return !isImplicit && !(row.values.length === 0 && cell.alone);
}

/** After a printed line of column headings: labels with spaces between. undefined where the line holds none. */
function afterHeadingLine(reading: Reading, state: State, cell: Cell): State | undefined {
  const tokens = piecesOfLine(reading.text, cell)?.map((piece) => tokenOf(reading.text, piece));
  const isHeading = (token: Token) => {
    const match = token.kind === 'label' ? choose(state, token.matches) : undefined;
    return match !== undefined && !isRowLabel(match.anchor);
  };
  return tokens?.some(isHeading) ? tokens.reduce((now: State, token) => step(reading, now, token), state) : undefined;
}

/** Of the labels that a text may be, the one that fits the place. */
export function choose(state: State, matches: readonly Match[]): Match | undefined {
  const table = state.kind === 'outside' ? undefined : state.stretch.table;
  if (matches.length === 1 && (matches[0].anchor.table === table || !matches[0].anchor.ambiguous)) return matches[0];
  const here = table ? matches.filter((match) => match.anchor.table === table) : [];
  const candidates = here.length > 0 ? here : matches.filter((match) => !match.anchor.ambiguous);
  if (candidates.length < 2) return candidates[0];
  const column = isInHeadings(state) ? candidates.find((match) => match.anchor.kind === 'column') : undefined;
  return column ?? candidates.find((match) => match.anchor.kind === 'row') ?? candidates[0];
}

/** After a label, which may open a row. `last` is the cell with which it ends. */
function afterLabel(reading: Reading, before: State, match: Match, span: Span, last: Cell, remainder = ''): State {
  const { anchor } = match;
  const state = before.kind !== 'outside' && before.stretch.table !== anchor.table ? left(before) : before;
  const { chapter } = state;
  let stretch: Stretch;
  if (state.kind === 'outside') {
    stretch = begun(reading, anchor, chapter, span);
    clearPending(reading, stretch, state.pending, false);
  } else {
    withoutPending(reading, state);
    const isFull = state.kind === 'row' && !closeRow(state.stretch, state.row);
    stretch = isFull ? begun(reading, anchor, chapter, span) : state.stretch;
  }
  addLabel(stretch, match, span);
  const row = rowOfLabel(anchor, span, last, remainder);
  return row ? { kind: 'row', chapter, pending: none, stretch, row } : { kind: 'headings', chapter, pending: none, stretch };
}

function begun({ stretches }: Reading, { table }: Anchor, chapter: BoundChapter | undefined, span: Span): Stretch {
  const stretch = openStretch(table, chapter, span);
  stretches.push(stretch);
  return stretch;
}

/** The state in the row that the open texts name, joined or alone; undefined where they name none. */
function resolved(reading: Reading, state: State): State | undefined {
  const { pending } = state;
  const pieces = pending.map(({ start, end }) => fold(reading.text, start, end));
  const table = state.kind === 'outside' ? undefined : state.stretch.table;
  const found = rowOfPieces(pieces, table, (anchor) => isSeen(state, anchor));
  if (!found) return undefined;
  const last = pending[pending.length - 1];
  const span = { start: pending[found.first].start, end: last.end };
  return afterLabel(reading, withTexts(state, pending.slice(0, found.first)), found.match, span, last, found.remainder);
}

function withoutPending(reading: Reading, state: State): State {
  if (state.pending.length === 0) return state;
  if (state.kind === 'row') return clearedRow(reading, state);
  if (state.kind === 'headings') clearPending(reading, state.stretch, state.pending, true);
  return withTexts(state, none);
}

function clearedRow(reading: Reading, state: InRow): InRow {
  const { stretch, row, pending } = state;
  const cleared = withTexts(state, none);
  const [only] = pending;
  if (pending.length === 1 && isOnlyValue(row, only)) return withValue(cleared, only);
  clearPending(reading, stretch, pending, row.isHeaded);
  return cleared;
}

/** True if a text stands in the place of a row's only figure: it is the row's value. */
function isOnlyValue(row: OpenRow, cell: Cell): boolean {
  if (row.key.kind === 'unlabelled' || row.values.length > 0) return false;
  return cell.separator !== Separator.None && cell.separator !== Separator.Space && !endsRow(row, cell);
}

/** Lets open texts go, after noting the labels among them that are only mistyped. */
function clearPending({ text }: Reading, stretch: Stretch, pending: readonly Cell[], inHeadings: boolean): void {
  for (const cell of pending) {
    const folded = fold(text, cell.start, cell.end);
    if (isPiece(folded, stretch.table)) {
      // A heading before the first label, broken over lines.
      if (folded.length > 3) extend(stretch, cell);
      continue;
    }
    const match =
      resembling(folded, stretch.table, ({ kind }) => kind !== 'row' || cell.separator !== Separator.None) ??
      (inHeadings ? dueColumn(folded, stretch) : undefined);
    if (!match || (match.anchor.kind === 'row' && stretch.seen.has(match.anchor))) continue;
    addLabel(stretch, match, cell);
    if (match.anchor.kind === 'row' && !match.anchor.isGroupElsewhere) addEmptyRow(stretch, match.anchor.row, cell);
  }
}

/** A column label of two characters, one of them wrong, in a heading that lacks just that label. */
function dueColumn(folded: string, { table, seen }: Stretch): Match | undefined {
  if (folded.length !== 2) return undefined;
  const near = anchorsOf(table).filter(
    (anchor) =>
      anchor.kind === 'column' && anchor.spellings[0].length === 2 && !seen.has(anchor) && differences(anchor.spellings[0], folded) === 1,
  );
  return near.length === 1 ? { anchor: near[0], slip: near[0].spellings[0] } : undefined;
}
