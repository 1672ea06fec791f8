import assert from 'node:assert/strict';
import { leastPreview, textShare } from '../../client/share';

const row = (characters: number) => `|${'字'.repeat(characters - 1)}`;
/** A Chinese character is ten pixels wide, a pipe six. */
const room = { total: 1000, beside: 50, fontSize: 10 };

describe('the share of the text beside its preview', () => {
  it('is half if the rows of its tables fit', () => {
    assert.equal(textShare([row(30), row(40)], room), 0.5);
    assert.equal(textShare([], room), 0.5);
  });

  it('is what the longest row needs that can fit', () => {
    const share = textShare([row(60), row(30)], room);
    assert.ok(share > 0.64 && share < 0.66, String(share));
  });

  it('has room for one more digit in each figure, unless the preview would be too narrow', () => {
    assert.ok(textShare([row(50)], room) < textShare([`${row(48)}||`], room));
    const full = `|${'字'.repeat(60)}${'|'.repeat(3)}`;
    assert.equal(textShare([full], room), (room.total - leastPreview) / room.total);
  });

  it('ignores rows that are too long in any case, and prose', () => {
    assert.equal(textShare([row(70), '字'.repeat(60)], room), 0.5);
  });
});
