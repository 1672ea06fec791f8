import assert from 'node:assert/strict';
import { shownBy, titled } from '../support/checking';

const wrong = '## 一、基本情况';
const comment = (codes: string, reason = ': 理由') => `<!-- nianbao-ignore ${codes}${reason} -->\n`;
const isFound = (above: string) => shownBy('chapter-title', titled(`${above}${wrong}`)).length > 0;

describe('a comment that ignores a check', () => {
  for (const above of [
    comment('chapter-title'),
    comment('chapter-title', ''),
    comment('chapter-title', '：全角冒号'),
    comment('row-total, chapter-title'),
    comment('row-total，chapter-title'),
    comment('row-total、chapter-title'),
    comment('chapter-title') + comment('row-total'),
    comment('chapter-title', `: ${'长'.repeat(900)}`),
  ])
    it(`holds for the line below: ${above.slice(0, 60).trim()}`, () => assert.ok(!isFound(above)));
  for (const above of [
    '',
    comment('row-total'),
    `${comment('chapter-title')}\n`,
    `${comment('chapter-title')}文字\n`,
    comment('chapter-titles'),
    comment('chapter-title', `: ${'长'.repeat(1000)}`),
  ])
    it(`does not hold: ${JSON.stringify(above.slice(0, 60))}`, () => assert.ok(isFound(above)));
  it('is read to its 1000th character', () => {
    const long = (length: number) => comment('chapter-title', `: ${'长'.repeat(length - comment('chapter-title', ': ').trim().length)}`);
    assert.equal(long(1000).trim().length, 1000);
    assert.ok(!isFound(long(1000)));
    assert.ok(isFound(long(1001)));
  });
  it('on the last line holds for what is said of the end of the text', () => {
    const text = titled('## 一、总体情况', '## 二、主动公开政府信息情况');
    const missing = shownBy('missing-chapter', text);
    assert.equal(missing.length, 4);
    for (const end of ['', '\n'])
      assert.deepEqual(shownBy('missing-chapter', `${text.trimEnd()}\n\n${comment('missing-chapter').trim()}${end}`), []);
    assert.equal(shownBy('missing-chapter', `${text.trimEnd()}\n\n${comment('row-total').trim()}`).length, 4);
  });
});
