import assert from 'node:assert/strict';
import { prose, seenBy } from '../support/checking';

const share = (percent: string) => prose(`办结政府信息公开申请806件，不予处理158件，占${percent}%。`);

describe('prose-share', () => {
  for (const right of ['19.6', '19.60', '19.7', '20', '19', '19.603'])
    it(`takes ${right} % for right: 158 of 806 are 19.603 %, rounded or cut off to these digits`, () => {
      assert.deepEqual(seenBy('prose-share', share(right)), []);
    });
  for (const wrong of ['19.8', '19.5', '21', '18', '19.62', '29.6'])
    it(`takes ${wrong} % for wrong`, () => {
      assert.equal(seenBy('prose-share', share(wrong)).length, 1);
    });
  it('allows one in the last digit given exactly', () => {
    assert.deepEqual(seenBy('prose-share', prose('共收到申请200件，其他处理20件，占9.9%。')), []);
    assert.deepEqual(seenBy('prose-share', prose('共收到申请200件，其他处理20件，占10.1%。')), []);
  });
  it('writes the share with as many digits as were given', () => {
    const [{ shown, severity, message, related, fixes }] = seenBy('prose-share', share('29.6'));
    assert.deepEqual([shown, severity], ['29.6', 'information']);
    assert.equal(message, '158 of 806 are 19.6 %, and not 29.6 %.');
    assert.deepEqual(related, ['This is the whole.']);
    assert.deepEqual(fixes, [{ title: 'Change to 19.6 %', text: share('19.6'), restoresForm: false }]);
    assert.equal(seenBy('prose-share', share('30'))[0].fixes[0].title, 'Change to 20 %');
  });
  it('accepts a share of any total before it', () => {
    assert.deepEqual(seenBy('prose-share', prose('共收到申请200件，办结申请100件，其他处理20件，占10%。')), []);
    assert.deepEqual(seenBy('prose-share', prose('共收到申请200件，办结申请100件，其他处理20件，占20%。')), []);
    assert.equal(seenBy('prose-share', prose('共收到申请200件，办结申请100件，其他处理20件，占30%。')).length, 1);
  });
  it('looks for the whole among the 40 figures before the share, the part among them', () => {
    const between = (count: number) => prose(`共收到申请200件，${'甲类1件，'.repeat(count)}乙类20件，占30%。`);
    assert.equal(seenBy('prose-share', between(38)).length, 1);
    assert.deepEqual(seenBy('prose-share', between(39)), []);
  });
  it('is silent where no total is named, the unit is another, the whole is smaller, or words stand between', () => {
    for (const text of [
      '甲类806件，乙类158件，占29.6%。',
      '共收到申请806份，不予处理158件，占29.6%。',
      '共收到申请100件，不予处理158件，占29.6%。',
      '共收到申请806件，不予处理158件，在全县占29.6%。',
    ])
      assert.deepEqual(seenBy('prose-share', prose(text)), [], text);
  });
  it('reads no share where the figure is no percentage, or the part is one', () => {
    assert.deepEqual(seenBy('prose-share', prose('共收到申请806件，不予处理158件，占29件。')), []);
    assert.deepEqual(seenBy('prose-share', prose('办结率共100%，其他20%，占30%。')), []);
  });
  it('judges a part that is the whole, and none of nothing', () => {
    assert.equal(seenBy('prose-share', prose('共收到申请20件，其他处理20件，占90%。'))[0].message, '20 of 20 are 100 %, and not 90 %.');
    assert.deepEqual(seenBy('prose-share', prose('共收到申请0件，其他处理0件，占10%。')), []);
  });
  it('does not take the part for its own whole', () => {
    assert.equal(
      seenBy('prose-share', prose('共收到申请806件，办结申请158件，占29.6%。'))[0].message,
      '158 of 806 are 19.6 %, and not 29.6 %.',
    );
  });
  it('is silent about rough figures', () => {
    assert.deepEqual(seenBy('prose-share', prose('共收到申请约806件，不予处理158件，占29.6%。')), []);
  });
});
