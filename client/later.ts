/* What brings the whole engine: a bundle of its own, loaded when it is first needed. */

export { OpenDocument } from '../core/editing/open-document';
export { rangeIn, textEdits } from '../core/editing/ranges';
export { setLanguage } from '../core/language';
export { readReport } from '../core/report/bind';
export { destinationFrom, firstEmptyFigure, tablePlaceAt } from '../core/report/steps';
export { titleOf } from '../core/report/title';
export { pasting } from '../core/writing/paste/pasting';
export { newReportCommand } from './new-report';
export { rollupCommand } from './rollup';
