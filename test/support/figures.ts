import { type CompiledEdition, latestEdition } from '../../core/form';
import type { Random } from './random';

/** Figures of a report by field identifier; all relations hold. */
export type Figures = Map<string, number>;

/** A count as offices have them: mostly zero, some small, a few up to five digits. */
function count(random: Random, density: number): number {
  if (!random.chance(density)) return 0;
  const digits = 1 + random.below(4);
  return 1 + random.below(10 ** digits - 1);
}

/** Invented figures for a report of the edition: what is free is drawn, what is a sum is summed. */
export function inventFigures(random: Random, edition: CompiledEdition = latestEdition, density = 0.4): Figures {
  const figures: Figures = new Map();
  for (const field of edition.fields) {
    const value = count(random, density);
    figures.set(field.id, field.measure.decimals ? value + random.below(100) / 100 : value);
  }
  const set = (index: number, value: number) => figures.set(edition.fields[index].id, value);
  const get = (index: number) => figures.get(edition.fields[index].id) as number;
  const sum = (indices: readonly number[]) => indices.reduce((total, index) => total + get(index), 0);
  const totals = edition.relations.filter((relation) => relation.code !== 'flow-balance');
  // Columns first (handled), then what flows out, then the rows.
  for (const relation of totals) if (relation.code === 'column-total') set(relation.total, sum(relation.parts));
  for (const relation of edition.relations) {
    if (relation.code !== 'flow-balance') continue;
    const [handled, carriedOut] = relation.wholes;
    const [fresh, carriedIn] = relation.parts;
    const out = random.chance(0.3) ? random.below(Math.min(50, 1 + get(handled))) : 0;
    set(carriedOut, out);
    const total = get(handled) + out;
    const before = random.chance(0.5) ? random.below(1 + Math.min(total, 60)) : 0;
    set(carriedIn, before);
    set(fresh, total - before);
  }
  for (const relation of totals) if (relation.code !== 'column-total') set(relation.total, sum(relation.parts));
  // The totals of the totals' column.
  for (const relation of totals) if (relation.code === 'column-total') set(relation.total, sum(relation.parts));
  return figures;
}

/** True if every relation holds. */
export function holds(figures: Figures, edition: CompiledEdition = latestEdition): boolean {
  const sum = (indices: readonly number[]) => indices.reduce((total, index) => total + (figures.get(edition.fields[index].id) ?? 0), 0);
  return edition.relations.every((relation) => sum(relation.parts) === sum(relation.wholes));
}

/** A figure as a tired clerk types it: a digit changed, two exchanged, one dropped, one doubled. Never the same figure. */
export function mistype(random: Random, value: number): number {
  const digits = String(value);
  for (;;) {
    const at = random.below(digits.length);
    const kind = random.below(4);
    let typed = digits;
    if (kind === 0) typed = digits.slice(0, at) + random.below(10) + digits.slice(at + 1);
    else if (kind === 1 && at + 1 < digits.length) typed = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
    else if (kind === 2 && digits.length > 1) typed = digits.slice(0, at) + digits.slice(at + 1);
    else if (kind === 3) typed = digits.slice(0, at) + digits[at] + digits.slice(at);
    if (Number(typed) !== value) return Number(typed);
  }
}
