import assert from 'node:assert/strict';
import { seenBy, titled } from '../support/checking';

const parts = [
  '（一）主动公开情况',
  '（二）依申请公开情况',
  '（三）政府信息管理情况',
  '（四）政府信息公开平台建设情况',
  '（五）监督保障情况',
];
const overview = (...headings: readonly string[]) => titled('## 一、总体情况', ...headings.map((heading) => `${heading}。……`));

describe('missing-section', () => {
  it('is silent where all five parts are there, in any numbering', () => {
    assert.deepEqual(seenBy('missing-section', overview(...parts)), []);
    assert.deepEqual(seenBy('missing-section', overview(...parts.map((part, index) => part.replace(/（.）/, `${index + 1}.`)))), []);
  });
  it('names all parts that are missing in one finding on the chapter', () => {
    const [{ shown, message }, ...others] = seenBy('missing-section', overview(parts[0], parts[3]));
    assert.deepEqual([shown, others], ['一、总体情况', []]);
    assert.equal(message, 'No heading of this chapter names these parts: 依申请公开、政府信息管理、监督保障.');
  });
  it('is silent where the chapter itself is missing', () => {
    assert.deepEqual(seenBy('missing-section', titled('## 五、存在的主要问题及改进情况')), []);
  });
});
