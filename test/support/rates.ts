import { repair } from '../../core/balance/repair';
import type { Quantity, SumRelation } from '../../core/balance/system';
import { indexInTable, latestEdition } from '../../core/form';
import { type Figures, inventFigures, mistype } from './figures';
import { type Random, seeded } from './random';

const table = latestEdition.tables.requests;
const relations: SumRelation[] = table.relations.map(({ parts, wholes }) => ({
  parts: parts.map((index) => indexInTable(table, index)),
  wholes: wholes.map((index) => indexInTable(table, index)),
}));

/** The table of requests as a system of sums; its quantities may be changed. */
export function requestsSystem(figures: Figures): { quantities: Quantity[]; relations: SumRelation[] } {
  return {
    quantities: table.fields.map(({ id, line, place }) => ({ value: figures.get(id) ?? 0, empty: false, line, place })),
    relations,
  };
}

export interface Rates {
  rates: Record<
    | 'one mistyped figure, found'
    | 'one mistyped figure, located and restored'
    | 'two mistyped figures, found'
    | 'two mistyped figures, both located'
    | 'two neighbours of a column exchanged, found'
    | 'two neighbours of a column exchanged, both located',
    number
  >;
  /** Longest time that one repair took, in milliseconds. */
  slowest: number;
}

/** Rates of mistakes found and located, over that many invented tables of each density, all cells of each. */
export function measureRates(seed: number, tables: number): Rates {
  const random = seeded(seed);
  const seen = new Map<string, [hits: number, cases: number]>();
  let slowest = 0;
  const note = (name: string, hit: boolean) => {
    const [hits, cases] = seen.get(name) ?? [0, 0];
    seen.set(name, [hits + Number(hit), cases + 1]);
  };
  const attempt = (name: string, figures: Figures, wrong: ReadonlyMap<number, number>, located: string) => {
    const system = requestsSystem(figures);
    for (const [index, value] of wrong) system.quantities[index] = { ...system.quantities[index], value };
    const time = () => {
      const start = performance.now();
      repair(system);
      return performance.now() - start;
    };
    const result = repair(system);
    // What the garbage collector took is not the case's own: of the slow ones, the best of several counts.
    const once = time();
    slowest = Math.max(slowest, once < 1 ? once : Math.min(once, ...Array.from({ length: 5 }, time)));
    note(`${name}, found`, result !== undefined);
    const changes = result?.kind === 'asserted' ? result.changes : [];
    const right =
      changes.length === wrong.size && changes.every(({ index, to }) => wrong.has(index) && to === figures.get(table.fields[index].id));
    note(`${name}, ${located}`, right);
  };
  const cell = () => random.below(table.fields.length);
  const mistyped = (figures: Figures, index: number): [number, number] => [
    index,
    mistype(random, figures.get(table.fields[index].id) ?? 0),
  ];
  for (let i = 0; i < tables; i++) {
    const figures = inventFigures(random, latestEdition, [0.25, 0.5, 0.8][i % 3]);
    attempt('one mistyped figure', figures, new Map([mistyped(figures, cell())]), 'located and restored');
    const first = cell();
    attempt(
      'two mistyped figures',
      figures,
      new Map([mistyped(figures, first), mistyped(figures, another(random, first))]),
      'both located',
    );
    const above = random.below(table.fields.length - 7);
    const [a, b] = [above, above + 7].map((index) => figures.get(table.fields[index].id) ?? 0);
    if (a !== b)
      attempt(
        'two neighbours of a column exchanged',
        figures,
        new Map([
          [above, b],
          [above + 7, a],
        ]),
        'both located',
      );
  }
  return { rates: Object.fromEntries([...seen].map(([name, [hits, cases]]) => [name, hits / cases])) as Rates['rates'], slowest };
}

function another(random: Random, index: number): number {
  return (index + 1 + random.below(table.fields.length - 1)) % table.fields.length;
}
