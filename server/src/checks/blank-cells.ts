import { t } from '@vscode/l10n';
import { emptyCells, mostEmptyCells } from './empty-cells';
import type { Check } from './finding';
import { oddCells, tablesOf } from './tables';
import { writeCell } from './wording';

export const blankCells: Check = {
  code: 'blank-cells',
  severity: 'information',
  find(context) {
    return tablesOf(context.report).flatMap((table) => {
      const empty = emptyCells(context, table);
      const many = empty.length > mostEmptyCells ? empty : [];
      const marked = oddCells(table, (cell) => cell.state === 'not-applicable');
      const cells = [...many, ...marked].sort((a, b) => a.start - b.start);
      if (cells.length === 0) return [];
      const message =
        marked.length === 0
          ? t('{0} cells of this table are empty; they are read as 0.', many.length)
          : many.length === 0
            ? t('{0} cells of this table hold a mark instead of a figure; they are read as 0.', marked.length)
            : t(
                '{0} cells of this table are empty and {1} hold a mark instead of a figure; they are read as 0.',
                many.length,
                marked.length,
              );
      const [first] = cells;
      const shown = first.end > first.start ? first : (table.rows.find((row) => row.cells.includes(first))?.label ?? first);
      return [
        {
          start: shown.start,
          end: shown.end,
          field: first.field.id,
          message,
          fixes: [{ title: t('Fill all of them with 0'), edits: cells.map((cell) => writeCell(cell, 0)) }],
        },
      ];
    });
  },
};
