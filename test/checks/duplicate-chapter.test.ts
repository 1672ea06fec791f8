import assert from 'node:assert/strict';
import { seenBy, titled } from '../support/checking';

describe('duplicate-chapter', () => {
  it('is silent where each chapter stands once', () => {
    assert.deepEqual(seenBy('duplicate-chapter', titled('## 一、总体情况', '## 五、存在的主要问题及改进情况')), []);
  });
  it('marks the second and every later one, and leads to the first', () => {
    const [one, five] = ['## 一、总体情况\n\n甲。', '## 五、存在的主要问题及改进情况\n\n乙。'];
    const found = seenBy('duplicate-chapter', titled(one, five, one, one));
    assert.equal(found.length, 2);
    for (const { shown, message, related } of found) {
      assert.equal(shown, '一、总体情况');
      assert.equal(message, 'The chapter “一、总体情况” stands here a second time.');
      assert.deepEqual(related, ['The chapter “一、总体情况” stands here first.']);
    }
  });
});
