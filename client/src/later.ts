/* What brings the whole engine: a bundle of its own, loaded when it is first needed. */

export { setLanguage } from '../../server/src/language';
export { readReport } from '../../server/src/report/bind';
export { newReportCommand } from './new-report';
export { rollupCommand } from './rollup';
