import assert from 'node:assert/strict';
import { defineSubject } from '../../core/prose/subject';
import { subjects } from '../../core/prose/subjects';
import { disputes, documents, requests } from '../../core/prose/topics';
import { stated } from '../support/stated';

/** Words that make each topic the one that is spoken of. */
const intro = new Map([
  [requests, '政府信息公开申请：'],
  [disputes, '因政府信息公开，'],
  [documents, '规范性文件：'],
]);

describe('subjects', () => {
  for (const { id, topic, examples, applicants, denials } of subjects) {
    for (const [clause, figure] of examples)
      it(`${id} binds its example ${clause}`, () => assert.deepEqual(stated(intro.get(topic) + clause), [`${id}=${figure}`]));
    for (const group of applicants)
      for (const [clause, figure] of group.examples)
        it(`${id} binds ${group.id} after it: ${clause}`, () => {
          const [[whole, value]] = examples;
          assert.deepEqual(stated(`${intro.get(topic)}${whole}，${clause}`), [`${id}=${value}`, `${group.id}=${figure}`]);
        });
    for (const clause of denials.flatMap((denial) => denial.examples))
      it(`${id} is denied by its example ${clause}`, () => assert.deepEqual(stated(`关于政府信息公开：${clause}`), [`${id}=0`]));
  }
});

describe('defining a subject', () => {
  const entry = { id: 'invented', topic: requests, units: '件', before: /虚构$/, examples: [] };

  it('fails where no edition has one of its fields', () => {
    assert.throws(() => defineSubject({ ...entry, counts: ['requests.new.total', 'requests.invented.total'] }), {
      message: 'subject invented: no edition has the field requests.invented.total',
    });
  });

  it('fails where no row of a group is there', () => {
    assert.throws(() => defineSubject({ ...entry, counts: ['requests.new.*.total'] }), /no edition has the field requests\.new\.\*\.total/);
  });

  it('fails where no edition has a column of its applicants', () => {
    const group = { id: 'foreigners', columns: ['foreign'], before: /外国人$/, examples: [] };
    assert.throws(() => defineSubject({ ...entry, counts: ['requests.new.total'], applicants: [group] }), {
      message: 'subject invented, foreigners: no edition has the field requests.new.foreign',
    });
  });

  it('takes a field that one edition alone has', () => {
    const { fields } = defineSubject({ ...entry, counts: ['requests.otherwise.total'] });
    assert.deepEqual(
      [...fields].map(([{ edition }, own]) => [edition.id, own.map(({ id }) => id)]),
      [
        ['2019', ['requests.otherwise.total']],
        ['2021', []],
      ],
    );
  });

  it('takes all rows of a group for *, and not the columns', () => {
    const { fields } = defineSubject({ ...entry, counts: ['requests.unavailable.*.total'] });
    assert.deepEqual(
      [...fields.values()].map((own) => own.map(({ id }) => id)),
      [1, 2].map(() => ['notHeld', 'mustCreate', 'unclear'].map((row) => `requests.unavailable.${row}.total`)),
    );
  });

  it('takes applicants from the columns of all its rows', () => {
    const group = { id: 'firms', columns: ['business', 'legal'], before: /企业$/, examples: [] };
    const counts = ['requests.new.total', 'requests.carriedIn.total'];
    const [{ fields }] = defineSubject({ ...entry, counts, applicants: [group] }).applicants;
    const [first] = fields.values();
    assert.deepEqual(
      first.map(({ id }) => id),
      ['new.business', 'new.legal', 'carriedIn.business', 'carriedIn.legal'].map((id) => `requests.${id}`),
    );
  });
});
