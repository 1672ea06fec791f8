import { blankCells } from './blank-cells';
import { carryOver } from './carry-over';
import { chapterOrder } from './chapter-order';
import { chapterTitle } from './chapter-title';
import { columnTotal } from './column-total';
import { copiedProse } from './copied-prose';
import { digitForm } from './digit-form';
import { duplicateChapter } from './duplicate-chapter';
import { duplicateRow } from './duplicate-row';
import { editionMismatch } from './edition-mismatch';
import { effectiveCount } from './effective-count';
import { emptyCell } from './empty-cell';
import { extraCell } from './extra-cell';
import { feeStatement } from './fee-statement';
import { flowBalance } from './flow-balance';
import { labelSlip } from './label-slip';
import { lateReport } from './late-report';
import { leftoverMark } from './leftover-mark';
import { missingCell } from './missing-cell';
import { missingChapter } from './missing-chapter';
import { missingRow } from './missing-row';
import { missingSection } from './missing-section';
import { missingTable } from './missing-table';
import { notACount } from './not-a-count';
import { notANumber } from './not-a-number';
import { notAReport } from './not-a-report';
import { outcomeTotal } from './outcome-total';
import { proseBreakdown } from './prose-breakdown';
import { proseFigure } from './prose-figure';
import { proseGrowth } from './prose-growth';
import { proseShare } from './prose-share';
import { proseYear } from './prose-year';
import { rollup } from './rollup';
import { rowTotal } from './row-total';
import { suddenChange } from './sudden-change';
import type { Check } from './support/finding';
import { suspectCell } from './suspect-cell';
import { unknownRow } from './unknown-row';

/** All checks. Adding one is adding a file and a name here; `npm run generate` does the rest. */
export const checks: readonly Check[] = [
  notAReport,
  missingChapter,
  chapterOrder,
  duplicateChapter,
  chapterTitle,
  missingSection,
  missingTable,
  missingRow,
  duplicateRow,
  unknownRow,
  missingCell,
  extraCell,
  emptyCell,
  blankCells,
  notANumber,
  notACount,
  digitForm,
  labelSlip,
  leftoverMark,
  editionMismatch,
  rowTotal,
  columnTotal,
  flowBalance,
  outcomeTotal,
  suspectCell,
  proseFigure,
  proseBreakdown,
  proseShare,
  proseYear,
  feeStatement,
  carryOver,
  effectiveCount,
  suddenChange,
  proseGrowth,
  copiedProse,
  rollup,
  lateReport,
];
