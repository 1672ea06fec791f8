/* What brings the whole engine: a bundle of its own, loaded when it is first needed. */

export { destinationFrom, firstEmptyFigure, tablePlaceAt } from '../../server/src/features/figures';
export { OpenDocument } from '../../server/src/features/open-document';
export { pasting } from '../../server/src/features/paste/pasting';
export { rangeIn, textEdits } from '../../server/src/features/ranges';
export { setLanguage } from '../../server/src/language';
export { readReport } from '../../server/src/report/bind';
export { titleOf } from '../../server/src/report/title';
export { newReportCommand } from './new-report';
export { rollupCommand } from './rollup';
