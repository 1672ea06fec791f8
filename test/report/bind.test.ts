import assert from 'node:assert/strict';
import { readReport } from '../../core/report/bind';

const title = '平安县水利局2025年政府信息公开工作年度报告';

describe('a text is a report', () => {
  it('with a title, with a table of the form, or with two different chapters', () => {
    for (const text of [title, '二、主动公开政府信息情况\n规章 | 1 | 2 | 3', '一、总体情况\n全年平稳。\n六、其他需要报告的事项'])
      assert.ok(readReport(text).isReport, text);
  });
  it('and otherwise is none: empty, one chapter, the same chapter twice', () => {
    for (const text of ['', '会议纪要', '一、总体情况\n全年平稳。', '一、总体情况\n全年平稳。\n一、总体情况\n无。'])
      assert.ok(!readReport(text).isReport, text);
  });
});

describe('a report', () => {
  const editionOf = (text: string) => readReport(text).edition.edition.id;
  const requests = '三、收到和处理政府信息公开申请情况\n本年新收政府信息公开申请数量 | 1';

  it('is of the edition that its year asks for, of the latest where it has no year', () => {
    assert.notEqual(editionOf(title.replace('2025', '2020')), editionOf(title));
    assert.equal(editionOf('会议纪要'), editionOf(title));
  });
  it('is of the edition that a comment says, before that of its year; so are its tables', () => {
    const older = editionOf(title.replace('2025', '2020'));
    const report = readReport(`${title}\n<!-- nianbao-report organ=永安县教育局 year=2024 edition=${older} -->\n${requests}`);
    assert.equal(report.edition.edition.id, older);
    assert.equal(report.tables.requests?.edition.edition.id, older);
    assert.deepEqual([report.identity.organ, report.identity.year], ['永安县教育局', 2024]);
  });
  it('has the parts of its first chapter with parts', () => {
    assert.deepEqual(
      readReport('一、总体情况\n（一）主动公开情况：公开3条。').sections.map(({ section }) => section?.label),
      ['主动公开'],
    );
    assert.deepEqual(readReport(title).sections, []);
  });
});
