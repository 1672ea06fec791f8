import assert from 'node:assert/strict';
import { readSeverities } from '../../core/checks/settings';

describe('the setting nianbao.checks', () => {
  it('gives codes their severities', () => {
    const severities = { 'row-total': 'off', 'label-slip': 'error' };
    assert.deepEqual(readSeverities(severities), { severities, problems: [] });
  });
  for (const nothing of [undefined, null])
    it(`may be ${nothing}`, () => assert.deepEqual(readSeverities(nothing), { severities: {}, problems: [] }));
  for (const nonsense of ['off', 3, [], true])
    it(`holds nothing where it is ${JSON.stringify(nonsense)}, and says so`, () => {
      const { severities, problems } = readSeverities(nonsense);
      assert.deepEqual(severities, {});
      assert.deepEqual(problems, ['The setting “nianbao.checks” must be an object that gives codes of checks their severities.']);
    });
  it('ignores entries that are wrong, says what would be right, and keeps the others', () => {
    const { severities, problems } = readSeverities({ 'row-total': 'off', 'label-slip': 'loud', 'empty-cell': 3, 'row-totals': 'off' });
    assert.deepEqual(severities, { 'row-total': 'off' });
    assert.deepEqual(problems, [
      'The check “empty-cell” can’t have the severity “3”; it takes one of error, warning, information, hint, off.',
      'The check “label-slip” can’t have the severity “loud”; it takes one of error, warning, information, hint, off.',
      'There is no check “row-totals”; “row-total” may be meant.',
    ]);
  });
  it('suggests no code that differs by more than three characters', () => {
    const problemOf = (code: string) => readSeverities({ [code]: 'off' }).problems[0];
    assert.match(problemOf('rollupabc'), /“rollup” may be meant/);
    assert.match(problemOf('rollupabcd'), /“nianbao explain” lists all checks/);
  });
});
