import assert from 'node:assert/strict';
import { judge, wouldBreak } from '../../core/analysis/judging';
import { latestEdition } from '../../core/form';
import type { BoundTable } from '../../core/report/report';
import { tableWith } from '../support/tables';

const fieldOf = (id: string) => {
  const field = latestEdition.fieldById.get(id);
  assert.ok(field, id);
  return field;
};
const total = 'disputes.reconsideration.total';
/** The totals at which relations of a table are broken. */
const brokenIn = (table: BoundTable) => judge(table).broken.map((relation) => latestEdition.fields[relation.total].id);

describe('judge', () => {
  const disputes = (upheld: string, all: string) =>
    tableWith('disputes', { 'reconsideration.upheld': upheld, 'reconsideration.total': all });

  it('finds nothing broken where all relations hold', () => assert.deepEqual(brokenIn(disputes('3', '3')), []));
  it('names the relations that do not hold', () => assert.deepEqual(brokenIn(disputes('3', '5')), [total]));
  it('takes an empty cell and a mark for zero', () => {
    assert.deepEqual(brokenIn(disputes('', '5')), [total]);
    assert.deepEqual(brokenIn(disputes('/', '5')), [total]);
  });
  it('does not judge a relation with a cell that is no number, or no count', () => {
    assert.deepEqual(brokenIn(disputes('若干', '5')), []);
    assert.deepEqual(brokenIn(disputes('-3', '5')), []);
    assert.deepEqual(brokenIn(disputes('0.5', '5')), []);
  });

  it('does not judge a row that has too many figures or too few: they may stand in another’s place', () => {
    const row = '| 5 | 0 | 0 | 0 | 0 | 0 | 4 |';
    const broken = (instead: string) =>
      brokenIn(
        tableWith('requests', { 'carriedIn.natural': 5, 'carriedIn.total': 4 }, 0, (text) => {
          assert.ok(text.includes(row));
          return text.replace(row, instead);
        }),
      );
    assert.deepEqual(broken(row), ['requests.carriedIn.total', 'requests.handled.natural', 'requests.handled.total']);
    assert.deepEqual(broken('| 5 | 0 | 0 | 0 | 0 | 0 | 4 | 1 |'), []);
    assert.deepEqual(broken('| 5 | 4 |'), []);
  });

  it('finds the cell of a field', () => {
    const { cellOf } = judge(disputes('3', '5'));
    assert.equal(cellOf(fieldOf(total))?.value, 5);
    assert.equal(cellOf(fieldOf('disputes.litigationAfter.total'))?.value, 0);
  });

  it('gives the figures on both sides of a relation', () => {
    const table = disputes('3', '若干');
    const relation = table.table.relations.find((each) => each.total === fieldOf(total).index);
    assert.ok(relation);
    assert.deepEqual(judge(table).terms(relation), { parts: [3, 0, 0, 0], wholes: [null] });
  });

  it('gives the value that the relations imply of an unreadable cell', () => {
    assert.equal(judge(disputes('若干', '5')).implied(fieldOf('disputes.reconsideration.upheld')), 5);
  });

  it('names the cells that are empty', () => {
    const { quantities } = judge(disputes('', '3')).system();
    assert.deepEqual(
      quantities.slice(0, 2).map(({ empty, line, place }) => [empty, line, place]),
      [
        [true, 0, 0],
        [false, 0, 1],
      ],
    );
  });
});

describe('a total in a table of which most is empty', () => {
  const parts = { 'reconsideration.upheld': 1, 'reconsideration.corrected': 1 };

  it('is still to come', () => assert.deepEqual(brokenIn(tableWith('disputes', parts, '')), []));

  it('is judged where it is filled in', () => {
    assert.deepEqual(brokenIn(tableWith('disputes', { ...parts, 'reconsideration.total': 3 }, '')), [total]);
  });

  it('is still to come where eight of fifteen cells are empty', () => {
    const { fields } = latestEdition.tables.disputes;
    const empty = fields.slice(-8).map(({ id }) => [id.slice('disputes.'.length), '']);
    const written = { ...Object.fromEntries(empty), 'litigationDirect.upheld': 1, 'reconsideration.total': 0 };
    assert.deepEqual(brokenIn(tableWith('disputes', { ...written, 'litigationDirect.total': '' })), []);
  });

  it('is taken for zero where half of the cells are empty', () => {
    const { rows } = latestEdition.tables.requests;
    // Without a row, the table has 24 of 7 cells; twelve of them are half.
    const emptyRows = rows.slice(-12).flatMap(({ fields }) => fields.map(({ id }) => id.slice('requests.'.length)));
    const table = (...filled: string[]) => {
      const empty = [...emptyRows.filter((id) => !filled.includes(id)), 'new.total'].map((id) => [id, '']);
      return tableWith('requests', { ...Object.fromEntries(empty), 'new.natural': 1 }, 0, (text) =>
        text.replace(/\|[^\n]*上年结转[^\n]*\n/, ''),
      );
    };
    assert.deepEqual(brokenIn(table()), []);
    assert.deepEqual(brokenIn(table('carriedOut.legal')), ['requests.new.total']);
  });
});

describe('wouldBreak', () => {
  const table = tableWith('disputes', { 'reconsideration.upheld': 3, 'reconsideration.total': 3, 'litigationAfter.total': 4 });
  const breaks = (id: string, to: number, judgement = judge(table)) => {
    const cell = judgement.cellOf(fieldOf(`disputes.${id}`));
    assert.ok(cell);
    return wouldBreak(judgement, { cell, to });
  };

  it('holds for another value of a part or a total of a relation that holds', () => {
    assert.ok(breaks('reconsideration.upheld', 4));
    assert.ok(breaks('reconsideration.total', 4));
  });

  it('does not hold for the value that is there, an empty cell being zero', () => {
    assert.ok(!breaks('reconsideration.upheld', 3));
    assert.ok(!breaks('reconsideration.upheld', 0, judge(tableWith('disputes', { 'reconsideration.upheld': '' }))));
  });

  it('does not hold where the relation is broken already, or can’t be judged', () => {
    assert.ok(!breaks('litigationAfter.total', 0));
    const unreadable = tableWith('disputes', {
      'reconsideration.upheld': 3,
      'reconsideration.pending': '若干',
      'reconsideration.total': 3,
    });
    assert.ok(!breaks('reconsideration.upheld', 4, judge(unreadable)));
    const total = tableWith('disputes', { 'reconsideration.total': '若干' });
    assert.ok(!breaks('reconsideration.upheld', 4, judge(total)));
  });
});
