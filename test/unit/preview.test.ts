import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { latestEdition } from '../../core/form';
import { previewOfAll } from '../../server/features/many';
import { previewOf } from '../../server/features/preview';
import { mangledReport } from '../support/mangled';
import { seeded } from '../support/random';
import { read } from '../support/reading';
import { reportIn } from '../support/shapes';

interface Drawn {
  name: string;
  attributes: Record<string, string>;
}

function elementsOf(html: string): Drawn[] {
  const found: Drawn[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) });
  parser.write(html);
  parser.end();
  return found;
}

const reading = (text: string) => read(TextDocument.create('file:///r.nianbao', 'nianbao', 1, text), {});
const saidIn = (html: string) => elementsOf(html).flatMap(({ attributes }) => attributes['data-says'] ?? []);
const times = (text: string, part: string) => text.split(part).length - 1;

const report = reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape: 'markdown', text: () => '0' });

describe('what the preview says', () => {
  it('says each finding of a table once, with its severity, at the cell first', () => {
    const own = reading(report.replace(/(\| 一、[^\n]*?\| )0( \|[^\n]*\n)/, '$17$2').replace('| 0 |', '| 一些 |'));
    const { html } = previewOf(own);
    const said = saidIn(html).join('\n');
    assert.ok(own.findings.length > 1);
    for (const { message, severity } of own.findings)
      assert.equal(
        times(said, `${severity === 'error' ? 'Error' : severity === 'warning' ? 'Warning' : 'Remark'}: ${message}`),
        1,
        message,
      );
    const cell = elementsOf(html).find(({ name, attributes }) => name === 'td' && attributes['data-says'])?.attributes;
    assert.match(cell?.['data-says'] ?? '', /^(?:7|一些) Error: /);
    assert.ok(cell?.['data-field']);
  });

  it('says no finding twice, whatever the text', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const own = reading(mangledReport(seeded(seed)));
      const said = saidIn(previewOf(own).html).join('\n');
      for (const { message } of own.findings) {
        const alike = own.findings.filter((other) => other.message.includes(message)).length;
        assert.ok(times(said, message) <= alike, `${seed}: ${message}`);
      }
    }
  });

  it('says of each missing chapter at its place that it is missing', () => {
    const { html } = previewOf(reading('# 平安县统计局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n无\n'));
    const missing = elementsOf(html).filter(({ attributes }) => attributes.class === 'missing' && attributes['data-range']);
    assert.equal(missing.length, 5);
    for (const { attributes } of missing) assert.match(attributes['data-says'], /^Error: .* is missing/);
  });

  it('names its tables, and numbers their columns of totals from the right', () => {
    const drawn = elementsOf(previewOf(reading(report)).html);
    assert.deepEqual(
      drawn.filter(({ name }) => name === 'table').map(({ attributes }) => attributes['aria-label'].slice(0, 2)),
      ['二、', '三、', '四、'],
    );
    const totals = drawn
      .filter(({ attributes }) => attributes['data-field']?.startsWith('disputes'))
      .map(({ attributes }) => attributes['data-total']);
    assert.deepEqual(
      totals.flatMap((total, index) => (total === undefined ? [] : [`${index}:${total}`])),
      ['4:2', '9:1', '14:0'],
    );
  });

  it('counts the findings of all reports of a document', () => {
    const one = reading(report.replace('| 0 |', '| 一些 |'));
    assert.equal(previewOfAll([one, one]).findings, 2 * one.findings.length);
  });
});
