import assert from 'node:assert/strict';
import { documents, seenBy } from '../support/checking';

const headings = [
  '## 一、总体情况',
  '## 二、主动公开政府信息情况',
  '## 三、收到和处理政府信息公开申请情况',
  '## 四、政府信息公开行政复议、行政诉讼情况',
  '## 五、存在的主要问题及改进情况',
  '## 六、其他需要报告的事项',
];
const without = (...left: readonly number[]) => `${headings.filter((_, index) => !left.includes(index + 1)).join('\n\n')}\n`;

describe('missing-chapter', () => {
  it('is silent where all six are there', () => {
    assert.deepEqual(seenBy('missing-chapter', without()), []);
  });
  it('names each chapter that is missing, and inserts its heading where it belongs', () => {
    const [{ message, fixes }, ...others] = seenBy('missing-chapter', without(5));
    assert.equal(message, 'The chapter “五、存在的主要问题及改进情况” is missing.');
    assert.deepEqual(others, []);
    assert.equal(fixes[0].title, 'Insert the heading “五、存在的主要问题及改进情况”');
    assert.ok(fixes[0].restoresForm);
    assert.deepEqual(
      fixes[0].text.split('\n').filter((line) => line.startsWith('## ')),
      headings,
    );
  });
  it('says that the table is missing with its chapter, which fix-all leaves to the office', () => {
    const [{ message, fixes }] = seenBy('missing-chapter', without(4));
    assert.equal(message, 'The chapter “四、政府信息公开行政复议、行政诉讼情况” is missing, and its table with it.');
    assert.equal(fixes[0].title, 'Insert the chapter “四、政府信息公开行政复议、行政诉讼情况” with its blank table');
    assert.ok(!fixes[0].restoresForm);
    assert.match(fixes[0].text, /## 四、[\s\S]*\| 结果维持 [\s\S]*## 五、/);
  });
  it('stands at the table where that is there', () => {
    const text = without(2).replace(
      '## 三',
      `${documents('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |').replace(/^## .*\n\n/, '')}\n\n## 三`,
    );
    const [{ shown, message, fixes }] = seenBy('missing-chapter', text);
    assert.equal(message, 'The heading “二、主动公开政府信息情况” is missing; its table is here.');
    assert.match(shown, /本年制发件数/);
    assert.ok(fixes[0].restoresForm);
    assert.ok(fixes[0].text.indexOf('## 二') < fixes[0].text.indexOf('| 规章'));
  });
  it('is said of each of several', () => {
    assert.equal(seenBy('missing-chapter', without(1, 6)).length, 2);
  });
});
