import assert from 'node:assert/strict';
import { editions, latestEdition } from '../../core/form';
import { bindTable, editionOfStretch, editionOfTables, tablesOf } from '../../core/report/assemble';
import { readReport } from '../../core/report/bind';
import { findChapters } from '../../core/report/chapters';
import { findTables } from '../../core/report/tables';
import { parse } from '../../core/text/parse';

function stretchesIn(text: string) {
  const document = parse(text);
  return findTables(document, findChapters(document));
}

const tablesIn = (text: string) => [...tablesOf(stretchesIn(text)).keys()];

describe('tablesOf', () => {
  const fifteen = Array.from({ length: 15 }, () => '0').join(' | ');
  it('takes few labels of the table of disputes for that table in its own chapter only', () => {
    const table = `| 行政复议 | 结果维持 |\n| ${fifteen} |\n| 1 | 2 | 3 |`;
    assert.deepEqual(tablesIn(`四、政府信息公开行政复议、行政诉讼情况\n${table}`), ['disputes']);
    assert.deepEqual(tablesIn(`五、存在的主要问题及改进情况\n${table}`), []);
  });
  it('takes four labels of the table of disputes for that table anywhere', () => {
    assert.deepEqual(tablesIn(`| 行政复议 | 结果维持 | 结果纠正 | 其他结果 |\n| ${fifteen} |`), ['disputes']);
  });
  it('takes three filled rows for a table anywhere, two only with four labels', () => {
    const rows = ['| 规章 | 1 | 2 | 3 |', '| 行政许可 | 4 |', '| 行政处罚 | 5 |'];
    assert.deepEqual(tablesIn(rows.join('\n')), ['proactive']);
    assert.deepEqual(tablesIn(rows.slice(0, 2).join('\n')), []);
    assert.deepEqual(tablesIn(['| 本年制发件数 | 本年废止件数 |', ...rows.slice(0, 2)].join('\n')), ['proactive']);
  });
  it('takes one filled row, or four labels, for a table in its own chapter', () => {
    const chapter = '二、主动公开政府信息情况\n';
    assert.deepEqual(tablesIn(`${chapter}| 规章 | 1 | 2 | 3 |`), ['proactive']);
    assert.deepEqual(tablesIn(`${chapter}| 本年制发件数 | 本年废止件数 | 现行有效件数 |`), []);
    assert.deepEqual(tablesIn(`${chapter}| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |`), ['proactive']);
  });
  it('joins the stretches of one chapter', () => {
    const [table] = tablesOf(stretchesIn('二、主动公开政府信息情况\n| 规章 | 1 | 2 | 3 |\n说明文字。\n| 行政许可 | 4 |')).values();
    assert.deepEqual(
      table.rows.map(({ key }) => key.kind === 'named' && key.id),
      ['rules', 'licensing'],
    );
  });
});

describe('editionOfStretch', () => {
  const editionIn = (text: string) => editionOfStretch(stretchesIn(text)[0])?.edition.id;
  it('goes by labels that one edition has', () => {
    assert.equal(editionIn('| 信息内容 | 本年新制作数量 |\n| 规章 | 0 |'), '2019');
    assert.equal(editionIn('| 信息内容 | 本年制发件数 |\n| 规章 | 0 |'), '2021');
  });
  it('goes by the widths of rows in which the editions differ', () => {
    assert.equal(editionIn('| 行政许可 | 4 |'), '2021');
    assert.equal(editionIn('| 行政许可 | 4 | 1 | 2 |'), '2019');
  });
  it('is unknown where nothing tells, or labels tell as much for one as for the other', () => {
    assert.equal(editionIn('| 规章 | 1 | 2 | 3 |'), undefined);
    assert.equal(editionIn('| 本年新制作数量 | 本年制发件数 |\n| 规章 | 1 | 2 | 3 |'), undefined);
  });
});

describe('editionOfTables', () => {
  it('is that of most rows', () => {
    const [stretch] = stretchesIn('| 规章 | 1 | 2 | 3 |');
    const [older, newer] = editions;
    assert.equal(editionOfTables([]), undefined);
    assert.equal(editionOfTables([{ stretch, edition: undefined }]), undefined);
    assert.equal(editionOfTables([{ stretch, edition: older }]), older);
    assert.equal(
      editionOfTables([
        { stretch, edition: older },
        { stretch, edition: newer },
        { stretch, edition: newer },
      ]),
      newer,
    );
  });
});

describe('bindTable', () => {
  const bound = (text: string) => bindTable(stretchesIn(text)[0], latestEdition);
  const states = (text: string) => bound(text).rows.map(({ cells }) => cells.map(({ state, value }) => value ?? state));
  it('says of each cell what it holds', () => {
    assert.deepEqual(states('| 规章 | 1 |  | 若干 |\n| 行政许可 | / |'), [[1, 'empty', 'text'], ['not-applicable']]);
  });
  it('says where a number stands in a cell, without its unit', () => {
    const text = '| 规章 | 12件 | 3 | 4 |';
    const [unit, plain] = bound(text).rows[0].cells;
    assert.ok(unit.state === 'number' && plain.state === 'number');
    assert.equal(text.slice(unit.number.start, unit.number.end), '12');
    assert.equal(text.slice(plain.number.start, plain.number.end), '3');
  });
  it('lists cells that hold no plain count', () => {
    const odd = bound('| 规章 | １ | -2 | 0.5 |\n| 行政规范性文件 | 1 |  | 3 |').odd.map(({ field, state }) => `${field.id} ${state}`);
    assert.deepEqual(odd, [
      'proactive.rules.issued number',
      'proactive.rules.repealed number',
      'proactive.rules.effective number',
      'proactive.normative.repealed empty',
    ]);
  });
  it('counts cells that are missing, and keeps those beyond the last', () => {
    const [short, long] = bound('| 规章 | 1 |\n| 行政许可 | 4 | 5 | 6 |').rows;
    assert.deepEqual([short.missing, short.extra.length, long.missing, long.extra.length], [2, 0, 0, 2]);
  });
  it('names the first row of each run that stands there twice', () => {
    const rows = '| 规章 | 1 | 2 | 3 |\n| 行政规范性文件 | 1 | 2 | 3 |\n';
    const { duplicateRows } = bound(`${rows}${rows}| 行政许可 | 4 |\n| 规章 | 7 | 8 | 9 |`);
    assert.deepEqual(
      duplicateRows.map(({ row, of }) => [row.form.id, of.cells[0].value, row.cells[0].value]),
      [
        ['rules', 1, 1],
        ['rules', 1, 7],
      ],
    );
  });
  it("keeps an office's own row with its figures, and without a form", () => {
    const [own] = bound('| 规章 | 1 | 2 | 3 |\n| 局长信箱 | 4 |  | 5 |').unknownRows;
    assert.deepEqual([own.form, own.extra.length], [undefined, 2]);
  });
  it('takes a single figure after a label with spaces for the total of its row', () => {
    const text = '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 3\n二、上年结转政府信息公开申请数量 0';
    const [row] = readReport(text).tables.requests?.rows ?? [];
    assert.deepEqual([row.cells.map(({ field }) => field.id), row.traceless, row.missing], [['requests.new.total'], 6, 0]);
  });
});
