import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

const label = (written: string) => titled(documents('| 规章 | 0 | 0 | 0 |', `| ${written} | 0 | 0 | 0 |`));

describe('label-slip', () => {
  for (const written of ['行政规范性文件', '行政 规范性文件', '规范性文件', '行政规范性文件（本机关）'])
    it(`is silent about “${written}”`, () => assert.deepEqual(seenBy('label-slip', label(written)), []));
  for (const written of ['行政规泛性文件', '行政规范性文', '行政规范性性文件'])
    it(`corrects “${written}”`, () => {
      const [{ shown, message, fixes }, ...others] = seenBy('label-slip', label(written));
      assert.deepEqual([shown, others], [written, []]);
      assert.equal(message, `“${written}” should read “行政规范性文件”.`);
      assert.deepEqual(fixes, [{ title: 'Change to “行政规范性文件”', text: label('行政规范性文件'), restoresForm: true }]);
    });
  it('changes the wrong characters only, and leaves white space as it is', () => {
    const [{ message, fixes }] = seenBy('label-slip', label('行政 规泛性 文件'));
    assert.equal(message, '“行政规泛性文件” should read “行政规范性文件”.');
    assert.equal(fixes[0].text, label('行政 规范性 文件'));
  });
  it('corrects names of columns', () => {
    const text = titled(documents('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |'));
    const [{ fixes }] = seenBy('label-slip', text.replace('现行有', '现行冇'));
    assert.equal(fixes[0].text, text);
  });
});
