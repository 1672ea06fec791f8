import assert from 'node:assert/strict';
import { documents, requests, seenBy, titled } from '../support/checking';

const tables = (rows: string, text: string) => titled(`## 一、总体情况\n\n${text}`, rows);
const normative = (text: string) => tables(documents('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 4 | 0 | 20 |'), text);
const received = (text: string, ...rows: readonly string[]) =>
  tables(requests('| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |', ...rows), text);

describe('prose-figure', () => {
  it('is silent where text and table agree', () => {
    assert.deepEqual(seenBy('prose-figure', normative('全年制定发布规范性文件4件。')), []);
  });
  it('says what each of them has, and offers either figure', () => {
    const text = normative('全年制定发布规范性文件3件。');
    const [{ shown, field, message, related, fixes }, ...others] = seenBy('prose-figure', text);
    assert.deepEqual([shown, field, others], ['3', 'proactive.normative.issued', []]);
    assert.equal(message, 'The text says 3, the table says 4 for “行政规范性文件” / “本年制发件数”.');
    assert.deepEqual(related, ['The table has 4 for “行政规范性文件” / “本年制发件数”.']);
    assert.deepEqual(fixes, [
      { title: 'Change the text to 4, as the table has it', text: text.replace('文件3件', '文件4件'), restoresForm: false },
      {
        title: 'Change “行政规范性文件” / “本年制发件数” in the table to 3, as the text has it',
        text: text.replace('| 4 |', '| 3 |'),
        restoresForm: false,
      },
    ]);
  });
  it('does not offer to break sums of the table that hold', () => {
    const [{ fixes }] = seenBy('prose-figure', received('全年共收到政府信息公开申请6件。'));
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Change the text to 5, as the table has it'],
    );
  });
  it('tells of a denial what the table has, and has no figure to change', () => {
    const [{ message, fixes }] = seenBy('prose-figure', received('本年度未收到政府信息公开申请。'));
    assert.equal(message, 'The text says that there was none, the table says 5 for “一、本年新收政府信息公开申请数量” / “总计”.');
    assert.deepEqual(fixes, []);
  });
  it('is silent about rough figures', () => {
    for (const rough of ['约6', '6余', '近6'])
      assert.deepEqual(seenBy('prose-figure', received(`全年共收到政府信息公开申请${rough}件。`)), [], rough);
  });
  it('is silent where the cell is empty or no figure', () => {
    for (const cell of ['', '若干']) {
      const text = tables(documents('| 规章 | 0 | 0 | 0 |', `| 行政规范性文件 | ${cell} | 0 | 20 |`), '全年制定发布规范性文件3件。');
      assert.deepEqual(seenBy('prose-figure', text), [], cell);
    }
  });
  it('is silent where the repair of suspect-cell makes the table agree', () => {
    const rows = [
      '| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '| （七）总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |',
      '| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    ];
    const text = tables(
      requests('| 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 21 |', ...rows),
      '全年共收到政府信息公开申请12件。',
    );
    assert.equal(seenBy('suspect-cell', text)[0].field, 'requests.new.total');
    assert.deepEqual(seenBy('prose-figure', text), []);
  });
});
