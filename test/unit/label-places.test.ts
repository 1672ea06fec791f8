import assert from 'node:assert/strict';
import { latestEdition, layoutOf } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { labelPlaces } from '../../core/writing/label-places';
import { reportIn } from '../support/shapes';

const text = reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape: 'markdown', text: () => '0' });

/** The words of the report at each label cell of the printed disputes table, by the cell's column. */
function labelsOf(report: string, words: string): [column: number, text: string][] {
  const { tables, document } = readReport(report);
  const table = tables.disputes;
  assert.ok(table);
  const places = labelPlaces(table);
  return layoutOf(table.table)
    .flatMap(({ cells }) => cells)
    .filter(({ text: label }) => label === words)
    .map((cell) => {
      const label = places.get(cell);
      return [cell.column, label ? document.text.slice(label.start, label.end) : '—'];
    });
}

describe('labels that have the same words', () => {
  it('get the places of the form in their order', () => {
    let count = 0;
    const marked = text.replace(/结果维持/g, (label) => `${label}（${'甲乙丙'[count++]}）`);
    assert.deepEqual(labelsOf(marked, '结果维持'), [
      [0, '结果维持（甲）'],
      [5, '结果维持（乙）'],
      [10, '结果维持（丙）'],
    ]);
  });
  it('keep their places where one of them is missing', () => {
    let count = 0;
    const marked = text.replace(/结果维持/g, (label) => ['', `${label}（乙）`, `${label}（丙）`][count++]);
    assert.deepEqual(labelsOf(marked, '结果维持'), [
      [0, '—'],
      [5, '结果维持（乙）'],
      [10, '结果维持（丙）'],
    ]);
  });
});
