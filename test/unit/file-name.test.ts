import assert from 'node:assert/strict';
import { titleOf } from '../../core/report/title';
import { fileName, freeName } from '../../core/writing/file-name';

describe('the file name of a report', () => {
  it('is its title without heading marks', () => {
    assert.equal(fileName('# 平安县水利局2025年政府信息公开工作年度报告'), '平安县水利局2025年政府信息公开工作年度报告');
  });
  it('has no characters that a file system refuses, and no dots or spaces at its ends', () => {
    const name = fileName('..平安县/水利局\\2025:年*年?报"<>|\u0000\u202e. ');
    assert.equal(name, '平安县水利局2025年年报');
    assert.equal(fileName('Water / Office: 2025'), 'Water Office 2025');
    assert.equal(fileName('#?*'), '');
  });
  it('is short enough for a file system', () => {
    assert.ok(Buffer.byteLength(fileName('年'.repeat(500))) < 240);
  });
  it('gets a number in full-width brackets if the name is taken', async () => {
    const taken = new Set(['年报', '年报（2）']);
    assert.equal(await freeName('年报', async (name) => taken.has(name)), '年报（3）');
    assert.equal(await freeName('月报', async (name) => taken.has(name)), '月报');
  });
  it('is joined from a title on two lines, also under a comment', () => {
    assert.equal(
      titleOf('<!-- nianbao year=2025 -->\n\n# 某县某局\n# 2025年政府信息公开工作年度报告\n'),
      '某县某局2025年政府信息公开工作年度报告',
    );
    assert.equal(titleOf('总体情况\n'), '');
  });
});
