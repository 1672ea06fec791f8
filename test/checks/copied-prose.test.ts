import assert from 'node:assert/strict';
import { last, prose, seenBy, titled } from '../support/checking';

const long =
  '全年围绕水利重点工作主动公开水库移民、河湖管理、水土保持等方面的政府信息，及时回应群众关切，依托县政府门户网站和政务新媒体同步发布，公开更便民。';
const lastYear = (text: string) => last(prose(text).replace('# 平安县水利局2025年', '# 平安县水利局2024年'));

describe('copied-prose', () => {
  it('marks a paragraph that is last year’s, and has no fix', () => {
    const [{ shown, severity, message, fixes }, ...others] = seenBy('copied-prose', prose(long), lastYear(long));
    assert.deepEqual([shown, severity, fixes, others], [long, 'information', [], []]);
    assert.equal(message, 'This paragraph is last year’s, word for word.');
  });
  it('is silent about other words, and without last year’s report', () => {
    assert.deepEqual(seenBy('copied-prose', prose(long), lastYear(long.replace('便民', '及时'))), []);
    assert.deepEqual(seenBy('copied-prose', prose(long)), []);
  });
  it('does not count years and white space', () => {
    assert.equal(seenBy('copied-prose', prose(`2025年，${long}`), lastYear(`2024年， ${long}`)).length, 1);
  });
  it('is silent about fewer than 60 characters', () => {
    const text = (length: number) => `${[...long].slice(0, length - 1).join('')}。`;
    assert.equal(seenBy('copied-prose', prose(text(60)), lastYear(text(60))).length, 1);
    assert.deepEqual(seenBy('copied-prose', prose(text(59)), lastYear(text(59))), []);
  });
  it('is silent about what stands above the first chapter', () => {
    const above = titled(long, '## 一、总体情况');
    assert.deepEqual(seenBy('copied-prose', above, last(above.replace('2025年', '2024年'))), []);
  });
});
