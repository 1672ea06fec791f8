import assert from 'node:assert/strict';
import { eachLine } from '../../core/text/line-ends';

describe('lines', () => {
  it('end at each kind of line end, and the last may be empty', () => {
    const lines: string[] = [];
    const text = 'a\r\n\nb\rc\r\r\n';
    eachLine(text, (start, end) => lines.push(text.slice(start, end)));
    assert.deepEqual(lines, ['a', '', 'b', 'c', '', '']);
  });
});
