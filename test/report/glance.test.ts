import assert from 'node:assert/strict';
import { readReport } from '../../core/report/bind';
import { glance, headAndFoot, titleOnly } from '../../core/report/glance';

const title = '平安县水利局2025年政府信息公开工作年度报告';
const long = '本机关认真落实各项要求，工作有序推进。\n'.repeat(60);

/** Organ and year at a glance, which are those of the whole text. */
function glanceAt(text: string): [string | null, number | null] {
  const { organ, year } = glance(text);
  const { identity } = readReport(text);
  assert.deepEqual({ organ, year }, { organ: identity.organ, year: identity.year });
  return [organ, year];
}

describe('a glance at a report', () => {
  it('tells the organ and the year of the title', () => {
    assert.deepEqual(glanceAt(`${title}\n一、总体情况\n${long}`), ['平安县水利局', 2025]);
  });
  it('tells the organ of the signature where the title names none, after short and long texts', () => {
    const head = '2025年政府信息公开工作年度报告\n一、总体情况\n';
    assert.deepEqual(glanceAt(`${head}平安县水利局\n2026年1月20日\n`), ['平安县水利局', 2025]);
    assert.deepEqual(glanceAt(`${head}${long}平安县水利局\n2026年1月20日\n`), ['平安县水利局', 2025]);
  });
  it('reads the whole text where head and foot do not tell', () => {
    assert.deepEqual(glanceAt(`一、总体情况\n平安县水利局编制的2025年政府信息公开工作年度报告\n${long}`)[1], 2025);
    assert.deepEqual(glanceAt(`平安县水利局政府信息公开工作年度报告\n一、总体情况\n统计时间为2025年1月1日至12月31日\n${long}`), [
      '平安县水利局',
      2025,
    ]);
  });
  it('reads the whole text where the first chapter begins after sixty lines', () => {
    for (const count of [58, 59, 60])
      assert.deepEqual(glanceAt(`${'\n'.repeat(count)}${title}\n一、总体情况\n${long}`), ['平安县水利局', 2025]);
  });
  it('heeds what a comment in the text says about organ and year', () => {
    assert.deepEqual(glanceAt(`${title}\n一、总体情况\n${long}<!-- nianbao-report year=2024 -->\n${long}`), ['平安县水利局', 2024]);
  });
  it('tells nothing of an empty text', () => {
    assert.deepEqual(glanceAt(''), [null, null]);
  });
});

describe('the head and the foot of a report', () => {
  const head = `${title}\n一、总体情况`;
  const line = `${'字'.repeat(99)}\n`;

  it('are the lines up to the first chapter’s heading, and those that begin in the last 600 characters', () => {
    assert.equal(headAndFoot(`${head}\n${line.repeat(10)}落款`), `${head}\n${line.repeat(5)}落款`);
    assert.equal(headAndFoot(`${head}\n${line.repeat(10)}`), `${head}\n${line.repeat(5)}`);
    assert.equal(headAndFoot(`${head}\n${line.repeat(9)}${'字'.repeat(99)}`), `${head}\n${line.repeat(5)}${'字'.repeat(99)}`);
  });
  it('are no less than all of a text that is hardly longer than both', () => {
    assert.equal(headAndFoot(`${head}\n${'字'.repeat(599)}`), undefined);
    assert.equal(headAndFoot(`${head}\n${'字'.repeat(598)}\n落`), `${head}\n落`);
  });
  it('need a chapter within the first sixty lines', () => {
    const withChapterAfter = (count: number) => headAndFoot(`${'\n'.repeat(count)}一、总体情况\n${line.repeat(10)}`);
    assert.equal(withChapterAfter(59), `${'\n'.repeat(59)}一、总体情况\n${line.repeat(5)}`);
    assert.equal(withChapterAfter(60), undefined);
    assert.equal(headAndFoot('导语'), undefined);
  });
  it('need a text without comments, which may correct it', () => {
    assert.equal(headAndFoot(`${head}\n${line.repeat(10)}<!-- 待核 -->\n${line.repeat(10)}`), undefined);
  });
});

describe('a title alone', () => {
  it('tells organ and year', () => {
    assert.deepEqual(titleOnly(title), { organ: '平安县水利局', year: 2025 });
  });
  it('tells neither where it is no report’s title', () => {
    assert.deepEqual(titleOnly('平安县水利局2025年工作总结'), { organ: null, year: null });
    assert.deepEqual(titleOnly('2025年政府信息公开工作通知'), { organ: null, year: null });
  });
});
