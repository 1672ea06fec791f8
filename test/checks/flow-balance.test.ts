import assert from 'node:assert/strict';
import { requests, seenBy, titled } from '../support/checking';

const row = (label: string, value: number) => `| ${label} | ${value} | 0 | 0 | 0 | 0 | 0 | ${value} |`;
const flow = (received: number, carriedIn: number, handled: number, carriedOut: number) =>
  titled(
    requests(
      row('一、本年新收政府信息公开申请数量', received),
      row('二、上年结转政府信息公开申请数量', carriedIn),
      row('（七）总计', handled),
      row('四、结转下年度继续办理', carriedOut),
    ),
  );

describe('flow-balance', () => {
  it('is silent where what came in went out or is left', () => {
    assert.deepEqual(seenBy('flow-balance', flow(5, 2, 6, 1)), []);
  });
  it('says of each column what both sides make', () => {
    const found = seenBy('flow-balance', flow(5, 2, 4, 1));
    assert.equal(found.length, 2);
    assert.equal(
      found[0].message,
      'Column “自然人”: new and carried in make 7, handled and carried out make 5; they must be equal (5 + 2 = 7 ≠ 4 + 1 = 5). Several corrections explain it equally well.',
    );
    assert.ok(found[0].fixes.length > 1);
    for (const { text } of found[0].fixes) assert.deepEqual(seenBy('flow-balance', text), []);
  });
  it('is not judged where a row is missing', () => {
    const text = flow(5, 2, 4, 1).replace(/\| 二、.*\n/, '');
    assert.deepEqual(seenBy('flow-balance', text), []);
  });
  it('says so where no correction of a few cells explains the table', () => {
    const text = titled(
      requests(
        '| 一、本年新收政府信息公开申请数量 | 3 | 5 | 7 | 11 | 13 | 17 | 1 |',
        '| 二、上年结转政府信息公开申请数量 | 19 | 23 | 29 | 31 | 37 | 41 | 2 |',
        '| （七）总计 | 43 | 47 | 53 | 59 | 61 | 67 | 3 |',
        '| 四、结转下年度继续办理 | 71 | 73 | 79 | 83 | 89 | 97 | 4 |',
      ),
    );
    const [{ message, fixes }] = seenBy('flow-balance', text);
    assert.match(message, /\)\. No correction of a few cells explains it\.$/);
    assert.deepEqual(fixes, []);
  });
});
