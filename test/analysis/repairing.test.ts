import assert from 'node:assert/strict';
import { balanceOf, balancesOf } from '../../core/analysis/balances';
import type { CellChange } from '../../core/analysis/cell-change';
import { judge } from '../../core/analysis/judging';
import { repairTable } from '../../core/analysis/repairing';
import { latestEdition } from '../../core/form';
import type { Statement } from '../../core/prose/statements';
import { readReport } from '../../core/report/bind';
import { reportIn } from '../support/shapes';
import { tableWith, type Written } from '../support/tables';

const fieldOf = (id: string) => {
  const field = latestEdition.fieldById.get(id);
  assert.ok(field, id);
  return field;
};
/** A statement of the prose on some fields. */
const statement = (value: number, ...ids: string[]): Statement => ({
  start: 0,
  end: 0,
  subject: 'invented',
  value,
  exact: true,
  figure: undefined,
  fields: ids.map(fieldOf),
});
const shown = (changes: readonly CellChange[]) => changes.map(({ cell, to }) => `${cell.field.id.replace(/^\w+\./, '')}=${to}`).join(' ');

/** The repairs of a table, and what they leave. */
function repaired(table: 'disputes' | 'requests', written: Written, ...statements: Statement[]) {
  const { repairs, unexplained } = balanceOf(tableWith(table, written), statements);
  return {
    repairs: repairs.map(
      ({ changes, relations, decidedBy }) =>
        `${shown(changes)} by ${decidedBy} for ${relations.map(({ code, total }) => `${code} ${latestEdition.fields[total].id.replace(/^\w+\./, '')}`).join(', ')}`,
    ),
    unexplained: unexplained.map(({ alternatives }) => alternatives.map(shown)),
  };
}

describe('repairTable', () => {
  it('finds nothing where all relations hold', () => assert.deepEqual(repaired('disputes', {}), { repairs: [], unexplained: [] }));

  it('asserts a change, with the relations that hold then', () => {
    const written = {
      'new.natural': 5,
      'new.total': 5,
      'granted.natural': 5,
      'granted.total': 5,
      'handled.natural': 6,
      'handled.total': 5,
    };
    assert.deepEqual(repaired('requests', written), {
      repairs: ['handled.natural=5 by relations for row-total handled.total, column-total handled.natural, flow-balance handled.natural'],
      unexplained: [],
    });
  });

  it('offers alternatives for a relation that any of its cells may break', () => {
    assert.deepEqual(repaired('disputes', { 'reconsideration.upheld': 3, 'reconsideration.total': 5 }), {
      repairs: [],
      unexplained: [
        [
          'reconsideration.total=3',
          'reconsideration.upheld=5',
          'reconsideration.corrected=2',
          'reconsideration.otherOutcome=2',
          'reconsideration.pending=2',
        ],
      ],
    });
  });

  it('takes each part of a table by itself', () => {
    const written = {
      'reconsideration.upheld': 17,
      'reconsideration.total': 71,
      'litigationAfter.upheld': 71,
      'litigationAfter.total': 17,
    };
    const { repairs, unexplained } = repaired('disputes', { ...written, 'litigationDirect.upheld': '3', 'litigationDirect.total': 5 });
    assert.deepEqual([repairs.length, unexplained.length], [0, 3]);
  });

  describe('with what the prose states', () => {
    const written = { 'reconsideration.upheld': 3, 'reconsideration.total': 5 };
    const upheld = 'disputes.reconsideration.upheld';
    const total = 'disputes.reconsideration.total';

    it('asserts the repair for which it speaks', () => {
      assert.deepEqual(repaired('disputes', written, statement(3, total)).repairs, [
        'reconsideration.total=3 by prose for outcome-total reconsideration.total',
      ]);
    });

    it('takes several fields for their sum', () => {
      assert.deepEqual(repaired('disputes', written, statement(8, total, upheld)).repairs.length, 0);
      assert.deepEqual(repaired('disputes', written, statement(10, total, upheld)).repairs, [
        'reconsideration.upheld=5 by prose for outcome-total reconsideration.total',
      ]);
    });

    it('leaves rough figures aside', () => {
      assert.deepEqual(repaired('disputes', written, { ...statement(3, total), exact: false }).repairs, []);
    });

    it('takes nothing from a sum that reaches into another table whose cells have no part in this one', () => {
      assert.deepEqual(repaired('disputes', written, statement(3, 'requests.new.total', total)).repairs, []);
    });

    it('leaves figures on other tables, and on other parts of the table, aside', () => {
      assert.deepEqual(repaired('disputes', written, statement(3, total, 'requests.new.total')).repairs, []);
      assert.deepEqual(repaired('disputes', written, statement(3, total, 'disputes.litigationAfter.total')).repairs, []);
    });
  });

  it('joins changes that meet in a relation that holds', () => {
    // One figure in the column beside its own: both cells are wrong, the row's total is right.
    const written = {
      'new.natural': 45,
      'new.total': 45,
      'granted.business': 45,
      'granted.total': 45,
      'handled.natural': 45,
      'handled.total': 45,
    };
    assert.deepEqual(repaired('requests', written).repairs, [
      'granted.natural=45 granted.business=0 by relations for column-total handled.natural, column-total handled.business',
    ]);
  });

  it('keeps changes apart that do not meet, in the order of the form', () => {
    const written = {
      ...{ 'new.natural': 450, 'new.business': 310, 'new.total': 760, 'granted.natural': 540, 'granted.total': 450 },
      ...{ 'partial.business': 130, 'partial.total': 310, 'handled.natural': 450, 'handled.business': 310, 'handled.total': 760 },
    };
    const { repairs } = repaired('requests', written);
    assert.deepEqual(
      repairs.map((repair) => repair.split(' by ')[0]),
      ['granted.natural=450', 'partial.business=310'],
    );
    assert.match(repairs[0], /for row-total granted\.total, column-total handled\.natural$/);
  });
});

describe('repairTable on a sound table', () => {
  it('asks for no system of sums, which takes time to make', () => {
    const judgement = { ...judge(tableWith('disputes', {})), system: () => assert.fail() };
    assert.deepEqual(repairTable(judgement, []), { repairs: [], unexplained: [] });
  });
});

describe('balancesOf', () => {
  it('judges the tables that have relations', () => {
    const report = readReport(reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape: 'markdown', text: () => '0' }));
    assert.deepEqual(Object.keys(report.tables), ['proactive', 'requests', 'disputes']);
    assert.deepEqual(
      balancesOf(report, []).map(({ table }) => table.table.form.id),
      ['requests', 'disputes'],
    );
  });
});
