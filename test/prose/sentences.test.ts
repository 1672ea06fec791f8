import assert from 'node:assert/strict';
import { sentencesOf } from '../../core/prose/sentences';

const sentences = (text: string, start = 0, end = text.length) =>
  sentencesOf(text, { start, end }).map((each) => text.slice(each.start, each.end));

describe('sentencesOf', () => {
  it('ends sentences at full stops, semicolons, and the end of the paragraph', () => {
    assert.deepEqual(sentences('一。二！三？四；五;六'), ['一', '二', '三', '四', '五', '六']);
  });

  it('leaves out empty ones', () => assert.deepEqual(sentences('。一。；二。'), ['一', '二']));

  it('takes the paragraph alone', () => assert.deepEqual(sentences('零一。二三', 1, 4), ['一', '二']));

  it('leaves out what goes on for more than 1,500 characters', () => {
    assert.equal(sentences('字'.repeat(1500)).length, 1);
    assert.deepEqual(sentences(`${'字'.repeat(1501)}。二`), ['二']);
  });

  it('gives the figures of each', () => {
    const text = '收到1件。办结2件、3件';
    assert.deepEqual(
      sentencesOf(text, { start: 0, end: text.length }).map(({ figures }) => figures.map(({ value }) => value)),
      [[1], [2, 3]],
    );
  });

  it('gives the same sentences for the same paragraph', () => {
    const paragraph = { start: 0, end: 3 };
    assert.equal(sentencesOf('一。二', paragraph), sentencesOf('一。二', paragraph));
    const [sentence] = sentencesOf('1件。', { start: 0, end: 3 });
    assert.equal(sentence.figures, sentence.figures);
  });
});
