import type { EditionIndex, Field, Relation } from '../form';
import type { BoundCell, BoundTable } from '../report/report';
import { type CellChange, isAllowed } from './cell-change';
import { Sheet } from './sheet';

/**
 * What is computed: a cell that a user points at; the totals that are still open; all totals; what the relations imply of
 * blank cells (a part, what is carried out); or zeros for blank cells, and nothing else.
 */
export type Computing = { kind: 'cell'; cell: BoundCell } | { kind: 'totals' | 'all-totals' | 'implied' | 'zeros' };

/**
 * What cells become when they are computed from the others. Blank parts count as zero, but a sum with nothing filled in is
 * not computed. A total that is filled in is computed again only where all totals are asked for, and not into zero: where it
 * does not hold it may be the parts that are wrong, and small offices fill in the total alone.
 */
export function compute(table: BoundTable, computing: Computing): CellChange[] {
  const sheet = new Sheet(table);
  switch (computing.kind) {
    case 'cell':
      computeCell(sheet, computing.cell);
      break;
    case 'totals':
      computeTotals(sheet, isOpen);
      break;
    case 'all-totals':
      computeTotals(sheet, (now, sum) => sum !== 0 || isOpen(now));
      break;
    case 'implied':
      computeBlanks(sheet);
      break;
    case 'zeros':
      fillZeros(sheet);
      break;
  }
  return sheet.changes();
}

/** True if a total is still open: it is blank, or the zero of a template. */
function isOpen(now: number | null): boolean {
  return !now;
}

/**
 * Totals of totals depend on each other, but only a few deep; a total of a row and of a column that differ never settles.
 * After so many rounds all that can have settled.
 */
const mostRounds = 6;

/**
 * Computes the totals that `may` allows, given what a total is now and its sum. Those computed before, which `computed`
 * lists, follow their parts.
 */
function computeTotals(sheet: Sheet, may: (now: number | null, sum: number) => boolean, computed = new Set<number>()): void {
  for (let round = 0; round < mostRounds; round++) {
    const changed = sheet.sums.filter((relation) => {
      const { total } = relation;
      const sum = sheet.totalOf(relation);
      const now = sheet.valueAt(total);
      if (sum === undefined || sum === now || !(computed.has(total) || may(now, sum))) return false;
      sheet.set(total, sum);
      computed.add(total);
      return true;
    });
    if (changed.length === 0) return;
  }
}

/** Computes a cell that a user points at: as the sum of its parts, or as what a sum lacks. */
function computeCell(sheet: Sheet, { field }: BoundCell): void {
  const relation = sheet.sums.find(({ total }) => total === field.index);
  const sum = relation && sheet.totalOf(relation);
  const value = sum ?? (sheet.valueAt(field.index) === null ? lackingIn(sheet, field, sheet.relations) : undefined);
  if (value !== undefined) sheet.set(field.index, value);
}

/** Puts into blank cells the one value that the relations ask for. */
function computeBlanks(sheet: Sheet): void {
  const computed = new Set<number>();
  for (const { field } of sheet.blanks()) {
    if (sheet.valueAt(field.index) !== null) continue;
    // A sum that was computed without the cell says nothing of it.
    const told = sheet.relations.filter(({ wholes }) => wholes.length > 1 || !computed.has(wholes[0]));
    const value = lackingIn(sheet, field, told);
    if (value === undefined) continue;
    sheet.set(field.index, value);
    computeTotals(sheet, isOpen, computed);
  }
}

/** The value of a blank cell with which the first relation holds whose other figures are all there, and that may stand in it. */
function lackingIn(sheet: Sheet, field: Field, relations: readonly Relation[]): number | undefined {
  for (const { parts, wholes } of relations) {
    const [own, others] = parts.includes(field.index) ? [parts, wholes] : [wholes, parts];
    if (!own.includes(field.index)) continue;
    const beside = without(own, field.index);
    if (sheet.hasBlank([...beside, ...others])) continue;
    const value = sheet.sumOf(others) - sheet.sumOf(beside);
    if (isAllowed(field, value)) return value;
  }
  return undefined;
}

/**
 * Zero for blank cells, unless the figures that are there ask for another: a total of parts that are no zeros, what is
 * carried out, the parts of a total that stands alone.
 */
function fillZeros(sheet: Sheet): void {
  const wholes = new Set(sheet.relations.flatMap((relation) => relation.wholes));
  const unknownParts = new Set(sheet.relations.flatMap((relation) => (standsAlone(sheet, relation) ? relation.parts : [])));
  const blanks = sheet.blanks().map(({ field }) => field.index);
  for (const index of blanks) if (!wholes.has(index) && !unknownParts.has(index)) sheet.set(index, 0);
  for (const index of blanks) if (wholes.has(index) && mustBeZero(sheet, index)) sheet.set(index, 0);
}

/** True if a relation's wholes hold something and none of its parts does: an office that fills in the total alone. */
function standsAlone(sheet: Sheet, { parts, wholes }: Relation): boolean {
  const isFilled = (index: number) => !isOpen(sheet.valueAt(index));
  return wholes.some(isFilled) && !parts.some(isFilled);
}

/** True if all relations of a blank whole whose other figures are there ask for zero, and there is one. */
function mustBeZero(sheet: Sheet, index: EditionIndex): boolean {
  const telling = sheet.relations.filter(
    ({ parts, wholes }) => wholes.includes(index) && !sheet.hasBlank([...parts, ...without(wholes, index)]),
  );
  return telling.length > 0 && telling.every(({ parts, wholes }) => sheet.sumOf(parts) === sheet.sumOf(wholes));
}

function without(indices: readonly number[], index: number): number[] {
  return indices.filter((each) => each !== index);
}
