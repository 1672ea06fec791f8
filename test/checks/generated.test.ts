import assert from 'node:assert/strict';
import { checks } from '../../core/checks/index';
import { listOf, pageOf } from '../../core/checks/pages';
import { between, committed, staleFiles } from '../../scripts/generate';

describe('npm run generate', () => {
  it('has left no committed file stale', () => {
    assert.deepEqual(staleFiles(committed()), []);
  });
  it('calls a file stale that differs, that is missing, or that has no check any more', () => {
    const onDisk = new Map([
      ['same', 'a'],
      ['other', 'b'],
      ['left', 'c'],
    ]);
    const files = new Map([
      ['same', 'a'],
      ['other', 'a'],
      ['new', 'a'],
      ['left', undefined],
      ['gone', undefined],
    ]);
    assert.deepEqual(
      staleFiles(files, (file) => onDisk.get(file)),
      ['other', 'new', 'left'],
    );
  });
  it('replaces what stands between two marks, and nothing else', () => {
    const text = 'a\n<!-- x: written by npm run generate -->\nold\n<!-- end of x -->\nb\n';
    assert.equal(between(text, 'x', 'new'), text.replace('old', 'new'));
    assert.throws(() => between('a\n', 'x', 'new'), /There is no/);
  });
});

describe('the page of a check', () => {
  for (const check of checks)
    it(`${check.code}: says in both languages what it finds, why, how severe it is and how it is silenced`, () => {
      const page = pageOf(check);
      assert.ok(page.startsWith(`# ${check.code} ${check.title.zh}\n`));
      for (const { en, zh } of [check.title, check.description, check.why]) assert.ok(page.includes(en) && page.includes(zh));
      assert.match(page, new RegExp(`Severity: \\S+ · ${check.severity}\\n`));
      assert.ok(page.includes(`<!-- nianbao-ignore ${check.code}: … -->`));
      for (const example of [check.examples.wrong, check.examples.right, check.examples.other?.text ?? ''])
        assert.ok(page.includes(example));
    });
  it('names its sources with their articles, and its limits', () => {
    const page = (code: string) => pageOf(checks.find((each) => each.code === code) ?? checks[0]);
    assert.ok(page('late-report').includes('依据 · Source: 《中华人民共和国政府信息公开条例》第四十九条\n'));
    assert.ok(page('empty-cell').includes('at most: 3\n'));
    assert.ok(!page('row-total').includes('Source:'));
  });
});

describe('the list of checks', () => {
  it('has each check once, with its severity and what it finds', () => {
    for (const { code } of checks) {
      assert.equal(listOf(checks, 'en').split(`[\`${code}\`]`).length, 2);
      assert.equal(listOf(checks, 'zh').split(`[\`${code}\`]`).length, 2);
    }
    assert.ok(listOf(checks, 'en').includes('| error | In a row the applicants do not add up to the total. |'));
    assert.ok(listOf(checks, 'zh').includes('| 错误 | 行合计：一行中各类申请人之和不等于总计。 |'));
  });
});
