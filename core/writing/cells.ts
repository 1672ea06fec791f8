import { figureSpan } from '../report/cells';
import type { BoundCell } from '../report/report';
import { Separator } from '../text/document';
import type { Edit } from '../text/edit';
import { writeFigure } from '../text/figure';

/** The edit that puts a figure into a cell, its unit and its spaces left as they are. */
export function writeCell(bound: BoundCell, value: number): Edit {
  return { ...figureSpan(bound), newText: lineFor(bound, writeFigure(value)) };
}

/** The edit that puts a text in place of all that a cell holds. */
export function writeText(bound: BoundCell, text: string): Edit {
  return { start: bound.start, end: bound.end, newText: lineFor(bound, text) };
}

/** A pipe alone on its line closes the line above: there an empty cell is a line that is not there. */
function lineFor({ state, cell }: BoundCell, text: string): string {
  return state === 'empty' && cell.separator === Separator.Pipe && cell.alone && cell.afterGap && text !== '' ? `${text}\n` : text;
}
