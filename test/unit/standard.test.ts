import assert from 'node:assert/strict';
import { editionForYear, editionOf, editions, layoutOf } from '../../core/form';

describe('the form', () => {
  it('has the fields of both editions, each once', () => {
    assert.deepEqual(
      editions.map(({ fields }) => fields.length),
      [198, 200],
    );
    for (const { fields, fieldById } of editions) assert.equal(fieldById.size, fields.length);
  });

  it('keeps the public identifiers', () => {
    const ids = (edition: '2019' | '2021', table: 'proactive' | 'requests' | 'disputes') =>
      editionOf(edition).tables[table].fields.map(({ id }) => id);
    assert.deepEqual(ids('2021', 'proactive'), [
      'proactive.rules.issued',
      'proactive.rules.repealed',
      'proactive.rules.effective',
      'proactive.normative.issued',
      'proactive.normative.repealed',
      'proactive.normative.effective',
      'proactive.licensing.decisions',
      'proactive.penalty.decisions',
      'proactive.coercion.decisions',
      'proactive.fees.amount',
    ]);
    assert.deepEqual(ids('2019', 'proactive').slice(6, 9), [
      'proactive.licensing.lastYear',
      'proactive.licensing.change',
      'proactive.licensing.decisions',
    ]);
    assert.deepEqual(ids('2019', 'proactive').slice(-4), [
      'proactive.fees.lastYear',
      'proactive.fees.change',
      'proactive.procurement.projects',
      'proactive.procurement.amount',
    ]);
    const rows = (edition: '2019' | '2021') => editionOf(edition).tables.requests.rows.map(({ id }) => id);
    assert.deepEqual(rows('2021').slice(-6), [
      'rejected.confirm',
      'otherwise.notCorrected',
      'otherwise.notPaid',
      'otherwise.rest',
      'handled',
      'carriedOut',
    ]);
    assert.deepEqual(rows('2019').slice(-4), ['rejected.confirm', 'otherwise', 'handled', 'carriedOut']);
    assert.ok(editionOf('2021').fieldById.has('requests.refused.secret.natural'));
    assert.deepEqual(ids('2021', 'disputes').slice(4, 7), [
      'disputes.reconsideration.total',
      'disputes.litigationDirect.upheld',
      'disputes.litigationDirect.corrected',
    ]);
  });

  it('derives the relations from the structure', () => {
    const { relations, fields } = editionOf('2021');
    const count = (code: string) => relations.filter((relation) => relation.code === code).length;
    assert.deepEqual(['row-total', 'column-total', 'flow-balance', 'outcome-total'].map(count), [25, 7, 7, 3]);
    const flow = relations.find(({ code }) => code === 'flow-balance');
    assert.deepEqual(
      flow?.parts.map((index) => fields[index].id),
      ['requests.new.natural', 'requests.carriedIn.natural'],
    );
    assert.deepEqual(
      flow?.wholes.map((index) => fields[index].id),
      ['requests.handled.natural', 'requests.carriedOut.natural'],
    );
    const column = relations.find(({ code }) => code === 'column-total');
    assert.equal(column?.parts.length, 21);
  });

  it('lays out every table without gap or overlap', () => {
    for (const { tables } of editions)
      for (const table of Object.values(tables)) {
        const lines = layoutOf(table);
        const taken = lines.map(() => new Array<number>(table.width).fill(0));
        lines.forEach(({ cells }, line) => {
          for (const { column, width, height } of cells)
            for (let y = line; y < line + height; y++) for (let x = column; x < column + width; x++) taken[y][x]++;
        });
        assert.ok(
          taken.every((line) => line.every((count) => count === 1)),
          table.form.id,
        );
      }
  });

  it('knows which edition a year asks for', () => {
    assert.deepEqual(
      [2018, 2019, 2020, 2021, 2025].map((year) => editionForYear(year)?.edition.id),
      [undefined, '2019', '2019', '2021', '2021'],
    );
  });
});
