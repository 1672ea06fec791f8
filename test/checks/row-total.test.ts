import assert from 'node:assert/strict';
import { requests, seenBy, titled } from '../support/checking';

const row = (...cells: readonly (string | number)[]) => titled(requests(`| 一、本年新收政府信息公开申请数量 | ${cells.join(' | ')} |`));

describe('row-total', () => {
  it('is silent where the applicants add up', () => {
    assert.deepEqual(seenBy('row-total', row(5, 1, 0, 0, 0, 0, 6)), []);
  });
  it('stands at the total, shows the sum without its zeros, and offers every correction that is about as likely', () => {
    const [{ shown, field, severity, message, fixes }, ...others] = seenBy('row-total', row(5, 1, 0, 0, 0, 0, 8));
    assert.deepEqual([shown, field, severity, others], ['8', 'requests.new.total', 'error', []]);
    assert.equal(
      message,
      'Row “一、本年新收政府信息公开申请数量”: the applicants add up to 6, but the total says 8 (5 + 1 = 6 ≠ 8). Several corrections explain it equally well.',
    );
    assert.equal(fixes[0].title, 'Change “一、本年新收政府信息公开申请数量” / “总计” to 6');
    for (const { text, restoresForm } of fixes) {
      assert.deepEqual(seenBy('row-total', text), []);
      assert.ok(!restoresForm);
    }
  });
  it('shows a single figure without a sum', () => {
    assert.match(seenBy('row-total', row(5, 0, 0, 0, 0, 0, 8))[0].message, /\(5 ≠ 8\)/);
  });
  it('is not judged where a figure is unreadable, missing or one too many', () => {
    for (const text of [row('甲', 1, 0, 0, 0, 0, 8), row(5, 1, 0, 0, 0, 8), row(5, 1, 0, 0, 0, 0, 8, 9)])
      assert.deepEqual(seenBy('row-total', text), []);
  });
  it('leaves to suspect-cell what that explains', () => {
    const text = titled(
      requests(
        '| 一、本年新收政府信息公开申请数量 | 21 | 0 | 0 | 0 | 0 | 0 | 12 |',
        '| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        '| （七）总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |',
        '| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ),
    );
    assert.deepEqual(seenBy('row-total', text), []);
    assert.equal(seenBy('suspect-cell', text).length, 1);
  });
});
