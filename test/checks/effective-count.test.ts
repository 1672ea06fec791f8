import assert from 'node:assert/strict';
import { documents, last, seenBy, titled } from '../support/checking';

const report = (...figures: readonly (number | string)[]) => titled(documents(`| 行政规范性文件 | ${figures.join(' | ')} |`));
const before = last(report(1, 0, 20).replace('2025年', '2024年'));

describe('effective-count', () => {
  it('is silent where last year’s, plus what was issued, less what was repealed, are in force', () => {
    assert.deepEqual(seenBy('effective-count', report(4, 1, 23), before), []);
    assert.deepEqual(seenBy('effective-count', report(4, 1, 20)), []);
  });
  it('shows the sum, and writes it', () => {
    const [{ shown, field, severity, message, related, fixes }, ...others] = seenBy('effective-count', report(4, 1, 20), before);
    assert.deepEqual([shown, field, severity, others], ['20', 'proactive.normative.effective', 'information', []]);
    assert.equal(message, '“行政规范性文件” / “现行有效件数” is 20; last year’s 20, plus 4, less 1, are 23.');
    assert.deepEqual(related, ['Last year’s report has 20 here.']);
    assert.deepEqual(fixes, [{ title: 'Change to 23', text: report(4, 1, 23), restoresForm: false }]);
  });
  it('reads empty cells as 0', () => {
    assert.deepEqual(seenBy('effective-count', report('', 1, 19), before), []);
    assert.deepEqual(seenBy('effective-count', report(1, '', 21), before), []);
  });
  it('is silent where more was repealed than there was, but not where exactly all was', () => {
    assert.deepEqual(seenBy('effective-count', report(0, 21, 5), before), []);
    assert.equal(seenBy('effective-count', report(0, 20, 5), before)[0].fixes[0].title, 'Change to 0');
  });
});
