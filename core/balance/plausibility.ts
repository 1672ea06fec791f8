import type { Quantity } from './system';

/** A quantity that is changed: what stands there, what should. */
export interface Change {
  index: number;
  from: number;
  to: number;
}

/*
 * Costs are negative logarithms of how likely a clerk who meant `to` has written `from`: of the ways in which figures
 * get mistyped, the likeliest that leads there, shared out over the outcomes that it can have. One more independent
 * mistake costs as much as a figure out of fifty.
 */
const anotherMistake = 4;

/** Cost of a set of changes: lower is more plausible. */
export function costOf(changes: readonly Change[], quantities: readonly Quantity[]): number {
  let cost = 0;
  const left = [...changes];
  while (left.length > 0) {
    const change = left.shift() as Change;
    const other = left.findIndex((candidate) => isExchange(change, candidate, quantities));
    cost += anotherMistake;
    if (other >= 0) left.splice(other, 1);
    else cost += mistyping(change, quantities);
  }
  return cost;
}

/** Whether two neighbours, in a row or in a column, stand in each other's place. */
export function isExchange(a: Change, b: Change, quantities: readonly Quantity[]): boolean {
  return a.from === b.to && b.from === a.to && areNeighbours(quantities[a.index], quantities[b.index]);
}

function areNeighbours(a: Quantity, b: Quantity): boolean {
  return Math.abs(a.line - b.line) + Math.abs(a.place - b.place) === 1;
}

function mistyping({ index, from, to }: Change, quantities: readonly Quantity[]): number {
  const quantity = quantities[index];
  if (quantity.empty) return 0.5;
  const meant = String(to);
  const written = String(from);
  const digits = meant.length;
  let best = Number.POSITIVE_INFINITY;
  const way = (cost: number) => {
    if (cost < best) best = cost;
  };
  if (written.length === digits) {
    const differing = [...meant].flatMap((digit, i) => (digit === written[i] ? [] : [i]));
    if (differing.length === 1) way(Math.log(9 * digits));
    const [i, j] = differing;
    if (differing.length === 2 && j === i + 1 && meant[i] === written[j] && meant[j] === written[i]) way(Math.log(digits - 1));
    way(differing.length * Math.log(9 * digits) + 1);
  }
  if (written.length === digits - 1 && isWithout(written, meant)) way(Math.log(digits));
  if (written.length === digits + 1) {
    if (isDoubled(meant, written)) way(Math.log(digits));
    if (isWithout(meant, written)) way(Math.log(10 * (digits + 1)));
  }
  if (quantities.some((other) => other !== quantity && other.value === from && areNeighbours(other, quantity))) way(1 + Math.log(4));
  way(2 + 2.3 * Math.max(digits, written.length));
  return best;
}

/** Whether `short` is `long` with one character left out. */
function isWithout(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}

/** Whether `long` is `short` with one character doubled. */
function isDoubled(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at > 0 && long[at] === short[at - 1] && short.slice(at) === long.slice(at + 1);
}
