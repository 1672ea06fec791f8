import assert from 'node:assert/strict';
import { seenBy, shownBy, titled } from '../support/checking';

const one = '## 一、总体情况\n\n甲。';
const two = '## 二、主动公开政府信息情况\n\n乙。';
const five = '## 五、存在的主要问题及改进情况\n\n丙。';
const six = '## 六、其他需要报告的事项\n\n丁。';

describe('chapter-order', () => {
  it('is silent where the chapters are in order, whatever is missing', () => {
    assert.deepEqual(shownBy('chapter-order', titled(one, five, six)), []);
  });
  it('names the chapter after which one belongs', () => {
    const [{ message }] = seenBy('chapter-order', titled(one, six, two, five));
    assert.equal(message, 'The chapter “六、其他需要报告的事项” stands out of order: it belongs after “五、存在的主要问题及改进情况”.');
  });
  it('says of the first chapter that it comes first', () => {
    const [{ message }] = seenBy('chapter-order', titled(two, five, one));
    assert.equal(message, 'The chapter “一、总体情况” stands out of order: it comes first.');
  });
  it('reports the fewest chapters that explain the order', () => {
    assert.deepEqual(shownBy('chapter-order', titled(two, five, six, one)).length, 1);
    assert.deepEqual(shownBy('chapter-order', titled(six, one, two, five)), ['六、其他需要报告的事项']);
  });
  it('moves each chapter with all that stands in it and the comments above it, and the signature stays last', () => {
    const signed = '平安县水利局\n2026年1月20日';
    const note = '<!-- nianbao-ignore missing-chapter: 甲 -->\n';
    const text = titled(one, note + six, five, signed);
    const [{ fixes }] = seenBy('chapter-order', text);
    assert.equal(fixes[0].title, 'Move the chapters into the order of the form');
    assert.equal(fixes[0].text, titled(one, five, note + six, signed));
    assert.deepEqual(shownBy('chapter-order', fixes[0].text), []);
  });
  it('ends the moved text as it ended', () => {
    assert.equal(seenBy('chapter-order', titled(five, one))[0].fixes[0].text, titled(one, five));
    assert.equal(seenBy('chapter-order', titled(five, one).trimEnd())[0].fixes[0].text, titled(one, five));
  });
  it('counts the first of chapters that stand twice', () => {
    assert.deepEqual(shownBy('chapter-order', titled(one, five, six, one)), []);
  });
});
