import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

const cell = (written: string) => titled(documents(`| 规章 | 0 | 0 | ${written} |`, '| 行政规范性文件 | 0 | 0 | 0 |'));

describe('digit-form', () => {
  it('is silent about plain digits', () => {
    assert.deepEqual(seenBy('digit-form', cell('1204')), []);
  });
  for (const [written, plain] of [
    ['1,204', '1204'],
    ['１２', '12'],
    ['１，２０４', '1204'],
  ] as const)
    it(`writes ${written} as ${plain}, which changes no figure`, () => {
      const [{ shown, field, severity, message, fixes }, ...others] = seenBy('digit-form', cell(written));
      assert.deepEqual([shown, field, severity, others], [written, 'proactive.rules.effective', 'hint', []]);
      assert.equal(message, `The form has this figure in plain digits, as ${plain}.`);
      assert.deepEqual(fixes, [{ title: `Change to ${plain}`, text: cell(plain), restoresForm: true }]);
    });
  it('leaves what stands around the digits', () => {
    const [{ shown, fixes }] = seenBy('digit-form', cell('１２件'));
    assert.equal(shown, '１２');
    assert.equal(fixes[0].text, cell('12件'));
  });
});
