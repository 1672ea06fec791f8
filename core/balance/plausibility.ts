import type { Quantity } from './system';

/** A quantity that is changed: what stands there, what should. */
export interface Change<Index extends number = number> {
  index: Index;
  from: number;
  to: number;
}

/*
 * Costs are negative natural logarithms of how likely a clerk who meant `to` has written `from`: of the ways in which
 * figures get mistyped, the likeliest that leads there. The likelihood of a way is shared out over the outcomes that it
 * can have: a figure of n digits has n digits that may be dropped, and 9 n ways to get one digit wrong.
 */

/** One more independent mistake: about one figure in fifty is wrong. */
const anotherMistake = 4;
/** A cell left empty: nearly all that are empty have been forgotten, whatever they should hold. */
const leftEmpty = 0.5;
/** A digit of ten, not the right one. */
const wrongDigits = 9;
/** A digit of ten, added at any place. */
const addedDigits = 10;
/** More than one wrong digit in a figure is rarer than one, beyond what each digit costs. */
const severalDigits = 1;
/** A figure taken from one of the cells beside, above and below: as rare as several digits, shared by four. */
const fromNeighbour = 1 + Math.log(4);
/** Any other figure: rarer than every other way, */
const anyFigure = 2;
/** and each of its digits is one of ten. */
const anyDigit = 2.3;

/** Cost of a set of changes: lower is more plausible. Two neighbours that are exchanged are one mistake. */
export function costOf<Index extends number>(changes: readonly Change<Index>[], quantities: readonly Quantity[]): number {
  let cost = 0;
  const left = [...changes];
  for (let change = left.shift(); change; change = left.shift()) {
    const partner = left.findIndex((other) => isExchange(change, other, quantities));
    cost += anotherMistake;
    if (partner >= 0) left.splice(partner, 1);
    else cost += mistypingCost(change, quantities);
  }
  return cost;
}

/** True if two neighbours, in a row or in a column, stand in each other's place. */
export function isExchange<Index extends number>(a: Change<Index>, b: Change<Index>, quantities: readonly Quantity[]): boolean {
  return a.from === b.to && b.from === a.to && areNeighbours(quantities[a.index], quantities[b.index]);
}

function areNeighbours(a: Quantity, b: Quantity): boolean {
  return Math.abs(a.line - b.line) + Math.abs(a.place - b.place) === 1;
}

function mistypingCost<Index extends number>({ index, from, to }: Change<Index>, quantities: readonly Quantity[]): number {
  const quantity = quantities[index];
  if (quantity.empty) return leftEmpty;
  const [meant, written] = [String(to), String(from)];
  const isCopy = quantities.some((other) => other.value === from && areNeighbours(other, quantity));
  return Math.min(
    ...slipCosts(meant, written),
    ...(isCopy ? [fromNeighbour] : []),
    anyFigure + anyDigit * Math.max(meant.length, written.length),
  );
}

/** Costs of the slips of the hand by which `written` may come from `meant`. */
function slipCosts(meant: string, written: string): number[] {
  const digits = meant.length;
  switch (written.length - digits) {
    case 0:
      return replacedCosts(meant, written);
    case -1:
      return isWithout(written, meant) ? [Math.log(digits)] : [];
    case 1:
      return [
        ...(isDoubled(meant, written) ? [Math.log(digits)] : []),
        ...(isWithout(meant, written) ? [Math.log(addedDigits * (digits + 1))] : []),
      ];
    default:
      return [];
  }
}

/** Costs of digits in the place of others: one, several, or two neighbours exchanged. */
function replacedCosts(meant: string, written: string): number[] {
  const digits = meant.length;
  const differing = [...meant].flatMap((digit, at) => (digit === written[at] ? [] : [at]));
  const oneDigit = Math.log(wrongDigits * digits);
  if (differing.length === 1) return [oneDigit];
  const [first, second] = differing;
  const isTransposed =
    differing.length === 2 && second === first + 1 && meant[first] === written[second] && meant[second] === written[first];
  return [isTransposed ? Math.log(digits - 1) : differing.length * oneDigit + severalDigits];
}

/** True if `short` is `long` with one character left out. */
function isWithout(short: string, long: string): boolean {
  const at = lengthShared(short, long);
  return short.slice(at) === long.slice(at + 1);
}

/** True if `long` is `short` with one character doubled. */
function isDoubled(short: string, long: string): boolean {
  const at = lengthShared(short, long);
  return long[at] === short[at - 1] && short.slice(at) === long.slice(at + 1);
}

/** How many characters two texts of different lengths begin with alike. */
function lengthShared(short: string, long: string): number {
  let at = 0;
  while (short[at] === long[at]) at++;
  return at;
}
