import assert from 'node:assert/strict';
import { editionOf, latestEdition } from '../../core/form';
import { tableLines } from '../../core/writing/markdown';
import { documents, seenBy, titled } from '../support/checking';

const rows2019 =
  '## 二、主动公开政府信息情况\n\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n| 规章 | 0 | 0 | 0 |\n| 规范性文件 | 0 | 0 | 0 |';
const on = (year: number, text: string) => titled(text).replace('2025年', `${year}年`);

describe('edition-mismatch', () => {
  it('is silent where the tables are those of the year', () => {
    assert.deepEqual(seenBy('edition-mismatch', on(2021, documents('| 规章 | 0 | 0 | 0 |'))), []);
    for (const year of [2019, 2020]) assert.deepEqual(seenBy('edition-mismatch', on(year, rows2019)), [], String(year));
  });
  it('is silent where the year is unknown, or before all forms', () => {
    assert.deepEqual(seenBy('edition-mismatch', rows2019), []);
    assert.deepEqual(seenBy('edition-mismatch', on(2018, rows2019)), []);
  });
  it('says of 2021 that the tables are of 2019, and turns them into the right ones', () => {
    const whole = `## 二、主动公开政府信息情况\n\n${tableLines(editionOf('2019').tables.proactive, () => '0').join('\n')}`;
    const [{ shown, message, fixes }, ...others] = seenBy('edition-mismatch', on(2021, whole));
    assert.deepEqual([shown, others], ['本年新制作数量', []]);
    assert.equal(message, 'A report on 2021 follows the form of 2021 (国办公开办函〔2021〕30号); this table is of the form of 2019.');
    assert.equal(fixes[0].title, 'Turn into the tables of the form of 2021');
    assert.ok(!fixes[0].restoresForm);
    assert.deepEqual(seenBy('edition-mismatch', fixes[0].text), []);
    assert.match(fixes[0].text, /现行有效件数/);
  });
  it('says of 2020 that the tables are of 2021', () => {
    assert.match(
      seenBy('edition-mismatch', on(2020, documents('| 规章 | 0 | 0 | 0 |')))[0].message,
      /^A report on 2020 follows the form of 2019 .* form of 2021\.$/,
    );
  });
  it('leads from the first table to the others', () => {
    const tables = [editionOf('2019').tables.proactive, editionOf('2019').tables.requests].map((table) =>
      tableLines(table, () => '0').join('\n'),
    );
    const text = on(2025, `## 二、主动公开政府信息情况\n\n${tables[0]}\n\n## 三、收到和处理政府信息公开申请情况\n\n${tables[1]}`);
    const [{ related }, ...others] = seenBy('edition-mismatch', text);
    assert.deepEqual(others, []);
    assert.deepEqual(related, ['This table is of the form of 2019 too.']);
  });
  it('knows the latest edition for every later year', () => {
    assert.deepEqual(seenBy('edition-mismatch', on(2040, tableLines(latestEdition.tables.proactive, () => '0').join('\n'))), []);
  });
});
