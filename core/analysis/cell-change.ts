import type { Field } from '../form';
import type { BoundCell } from '../report/report';

/** A change of a cell that the relations ask for. */
export interface CellChange {
  cell: BoundCell;
  to: number;
}

/** True if a value may stand in the field: whole and not negative where things are counted. */
export function isAllowed({ measure: { decimals, signed } }: Field, value: number): boolean {
  return (decimals || Number.isInteger(value)) && (signed || value >= 0);
}
