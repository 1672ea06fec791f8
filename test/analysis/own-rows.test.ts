import assert from 'node:assert/strict';
import { judge } from '../../core/analysis/judging';
import { latestEdition } from '../../core/form';
import { tableWith, type Written } from '../support/tables';

const figures: Written = { 'new.natural': 2, 'new.total': 2, 'handled.natural': 2, 'handled.total': 2 };

/** The totals that are broken in a table of requests with rows of the office's own among the refusals. */
function brokenWith(rows: readonly string[], written = figures): string[] {
  const own = rows.map((cells, index) => `|  |  | 本局自定事项之${index} | ${cells} |\n`).join('');
  const table = tableWith('requests', written, 0, (text) => text.replace(/\|[^\n]*属于行政查询事项[^\n]*\n/, (row) => row + own));
  assert.equal(table.unknownRows.length, rows.length);
  return judge(table).broken.map(({ total }) => latestEdition.fields[total].id);
}

describe('rows of an office’s own', () => {
  it('are missed where they hold what the column totals count', () => {
    assert.deepEqual(brokenWith([]), ['requests.handled.natural', 'requests.handled.total']);
  });

  it('count as parts where more sums hold with them', () => {
    assert.deepEqual(brokenWith(['2 | 0 | 0 | 0 | 0 | 0 | 2']), []);
    assert.deepEqual(brokenWith(['2 | 0 | 0 | 0 | 0 | 0 | 1', '0 | 0 | 0 | 0 | 0 | 0 | 1']), []);
  });

  it('count with zero for what is no number', () => assert.deepEqual(brokenWith(['2 | / | 无 | 0 | 0 | 0 | 2']), []));

  it('count in the column that they stand in', () => {
    const columns = { 'new.other': 3, 'new.total': 3, 'handled.other': 3, 'handled.total': 3 };
    assert.deepEqual(brokenWith(['0 | 0 | 0 | 0 | 0 | 3 | 3'], columns), []);
  });

  it('do not count where as many sums are broken with them as without', () => {
    const one = { 'new.natural': 2, 'new.total': 2, 'handled.natural': 2, 'handled.total': 2, 'granted.natural': 2, 'granted.total': 1 };
    assert.deepEqual(brokenWith(['0 | 1 | 0 | 0 | 0 | 0 | 1'], one), ['requests.granted.total', 'requests.handled.total']);
  });

  it('do not count where they lack a figure', () => {
    assert.deepEqual(brokenWith(['2 | 0 | 0 | 0 | 0 | 2']), ['requests.handled.natural', 'requests.handled.total']);
  });

  it('are among the figures of a sum', () => {
    const table = tableWith('requests', figures, 0, (text) =>
      text.replace(/\|[^\n]*属于行政查询事项[^\n]*\n/, (row) => `${row}|  |  | 本局自定事项 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n`),
    );
    const { terms } = judge(table);
    const [own, none] = ['requests.handled.natural', 'requests.handled.other'].map((id) => {
      const relation = table.table.relations.find(({ code, total }) => code === 'column-total' && latestEdition.fields[total].id === id);
      assert.ok(relation);
      return terms(relation).parts.length - relation.parts.length;
    });
    assert.deepEqual([own, none], [1, 0]);
  });
});
