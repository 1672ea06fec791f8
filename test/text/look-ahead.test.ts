import assert from 'node:assert/strict';
import { endOfBrokenText, isClosedBelow } from '../../core/text/look-ahead';

const far = 1 << 20;

describe('isClosedBelow', () => {
  const below = (rest: string, limit = far) => isClosedBelow(`规章${rest}`, 2, limit);
  const closed: [why: string, rest: string][] = [
    ['a pipe on the next line', '\n|'],
    ['pipes with spaces', '\n | | '],
    ['blank lines before it', '\n\n　\n|'],
    ['comments before it', '\n<!-- a\n| b |\n-->\n|'],
    ['a delimiter row before it', '\n| --- | --- |\n|'],
    ['text after it', '\n|\n0'],
    ['a row with a border after it', '\n|\n| 0 |'],
    ['other line ends', '\r\n|\r\n0'],
  ];
  for (const [why, rest] of closed) it(`holds with ${why}`, () => assert.equal(below(rest), true));
  const open: [why: string, rest: string][] = [
    ['nothing below', ''],
    ['another text before the pipe', '\n文件\n|'],
    ['a tab on a line of its own before the pipe', '\n\t\n|'],
    ['a row below', '\n| 0 |'],
    ['a row that the pipe begins', '\n|\n规范 | 0 |'],
    ['a comment that does not end', '\n<!-- a\n|'],
    ['dashes without a pipe', '\n---\n|'],
  ];
  for (const [why, rest] of open) it(`does not hold with ${why}`, () => assert.equal(below(rest), false));
  it('does not look beyond the limit', () => {
    assert.equal(below('\n|', 4), true);
    assert.equal(below('\n|', 3), false);
  });
});

describe('endOfBrokenText', () => {
  const end = (rest: string, limit = far) => {
    const text = `\t商业${rest}`;
    return text.slice(1, endOfBrokenText(text, 3, limit));
  };
  it('takes the lines that go on with the text', () => {
    assert.equal(end('\n企业'), '商业\n企业');
    assert.equal(end('\n企业 \n 其他\n\n'), '商业\n企业 \n 其他');
  });
  const others: [what: string, rest: string][] = [
    ['a blank line', '\n\n企业'],
    ['a comment', '\n<!-- 注 -->'],
    ['a line with a tab', '\n企业\t0'],
    ['a line with a pipe', '\n企业 |'],
    ['a sentence', '\n本年没有。'],
    ['a long line', `\n${'字'.repeat(61)}`],
    ["a chapter's heading", '\n二、主动公开政府信息情况'],
    ['a heading with marks', '\n# 附'],
  ];
  for (const [what, rest] of others) it(`ends before ${what}`, () => assert.equal(end(rest), '商业'));
  it('goes on with an ordinal of another level, and with sixty characters', () => {
    assert.equal(end('\n（一）企业'), '商业\n（一）企业');
    assert.equal(end(`\n${'字'.repeat(60)}`).length, 63);
  });
  it('does not look beyond the limit', () => {
    assert.equal(end('\n企业', 6), '商业\n企业');
    assert.equal(end('\n企业', 5), '商业');
  });
});
