import type { CompiledEdition, TableId } from '../form';
import type { Digest } from './digest';

/** A report below of which something can't be summed. */
export interface Missing {
  digest: Digest;
  /** It is on another year, it has another form, or tables of it lack a figure. */
  why: 'year' | 'edition' | 'tables';
  /** The tables that are not summed; all of them for another year or another form. */
  tables: readonly TableId[];
}

/** The sums of the reports below a government's, field by field. */
export interface RollUp {
  /** By public identifier; without the fields of a table that no report could be summed of. */
  sums: ReadonlyMap<string, number>;
  missing: readonly Missing[];
}

/** Sums reports into the fields of an edition. An empty cell counts as zero; a missing table does not. */
export function rollUp(below: readonly Digest[], edition: CompiledEdition, year: number | null): RollUp {
  const sums = new Map<string, number>();
  const missing: Missing[] = [];
  const tables = Object.keys(edition.tables) as TableId[];
  const onYear = new Set(below.filter((digest) => digest.year === year).map(({ file }) => file));
  for (const digest of below) {
    const why = year !== null && digest.year !== year ? 'year' : digest.edition !== edition.edition.id ? 'edition' : undefined;
    // A compilation of several years has the year that is asked for.
    if (why === 'year' && onYear.has(digest.file)) continue;
    if (why) {
      missing.push({ digest, why, tables });
      continue;
    }
    const lacking = tables.filter((table) => edition.tables[table].fields.some(({ id }) => !digest.figures.has(id)));
    if (lacking.length > 0) missing.push({ digest, why: 'tables', tables: lacking });
    for (const { id, table } of edition.fields) {
      const figure = lacking.includes(table) ? undefined : digest.figures.get(id);
      if (figure) sums.set(id, (sums.get(id) ?? 0) + (figure.value ?? 0));
    }
  }
  // Cents don't add up in binary.
  for (const [id, value] of sums) sums.set(id, Math.round(value * 1e6) / 1e6);
  return { sums, missing };
}
