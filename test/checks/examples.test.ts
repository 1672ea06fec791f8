import assert from 'node:assert/strict';
import { analyse } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import { checks } from '../../core/checks/index';
import type { Check } from '../../core/checks/support/finding';
import { digestOf } from '../../core/library/digest';
import type { Neighbours } from '../../core/library/library';

/** What an excerpt leaves out on purpose. */
const absences = ['missing-chapter', 'missing-table', 'missing-row', 'missing-section'];

/** The codes that are found in an example, each once, without what it leaves out. */
function codesOf({ code, examples: { other } }: Check, text: string): string[] {
  const digest = other && digestOf({ analysis: analyse(other.text), firstLine: 0 }, 'other.md');
  const neighbours: Neighbours = digest ? (other?.is === 'below' ? { below: [digest] } : { last: digest }) : {};
  const codes = new Set(check(analyse(text), { neighbours }).map((finding) => finding.code));
  return [...codes].filter((found) => found === code || !absences.includes(found));
}

describe('the examples of a check', () => {
  for (const each of checks) {
    it(`${each.code}: the wrong one has this finding and no other`, () => {
      assert.deepEqual(codesOf(each, each.examples.wrong), [each.code]);
    });
    it(`${each.code}: the right one has none`, () => {
      assert.deepEqual(codesOf(each, each.examples.right), []);
    });
  }
});

describe('the metadata of the checks', () => {
  it('has each code and each Chinese name once', () => {
    assert.equal(new Set(checks.map(({ code }) => code)).size, checks.length);
    assert.equal(new Set(checks.map(({ title }) => title.zh)).size, checks.length);
  });
  for (const { code, title, description, why } of checks)
    it(`${code}: is written in both languages, in whole sentences`, () => {
      assert.match(code, /^[a-z]+(?:-[a-z]+)*$/);
      assert.ok([...title.zh].length <= 10, title.zh);
      assert.match(title.zh, /^\p{Script=Han}+$/u);
      for (const { en, zh } of [description, why]) {
        assert.match(en, /^\P{Script=Han}.*\.$/su);
        assert.match(zh, /\p{Script=Han}.*。$/su);
      }
    });
});
