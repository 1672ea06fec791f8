import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Schema, Validator } from '@cfworker/json-schema';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { checks } from '../../core/checks/index';
import { runCli } from '../support/run-cli';

const schema = new Validator(sarifSchema as unknown as Schema, '4', false);

describe('check --format sarif', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-sarif-'));
  after(() => rmSync(folder, { recursive: true }));
  // Every check's wrong example, with the report that it is compared with: all kinds of findings, relations and fixes.
  for (const { code, examples } of checks) writeFileSync(path.join(folder, `${code}.md`), examples.wrong);
  writeFileSync(path.join(folder, '上年 last.md'), checks.find(({ code }) => code === 'carry-over')?.examples.other?.text ?? '');
  const log = (language: string) => JSON.parse(runCli(['check', '--language', language, '--format', 'sarif', folder]).stdout);
  const chinese = log('zh-cn');

  it('is valid by the schema of SARIF 2.1.0', () => {
    assert.ok(chinese.runs[0].results.length > 50);
    for (const part of ['fixes', 'relatedLocations'])
      assert.ok(
        chinese.runs[0].results.some((result: object) => part in result),
        part,
      );
    assert.deepEqual(schema.validate(chinese).errors, []);
  });
  it('would not be valid with a level, a message or an address that the schema does not allow', () => {
    const [run] = chinese.runs;
    const [result] = run.results;
    const [rule] = run.tool.driver.rules;
    for (const wrong of [
      { ...run, results: [{ ...result, level: 'hint' }] },
      { ...run, results: [{ ...result, message: 'text' }] },
      { ...run, tool: { driver: { ...run.tool.driver, rules: [{ ...rule, helpUri: 'docs/checks' }] } } },
    ])
      assert.ok(!schema.validate({ ...chinese, runs: [wrong] }).valid);
  });
  it('describes every check as a rule, in the language of the messages', () => {
    const rulesOf = (sarif: typeof chinese) => sarif.runs[0].tool.driver.rules;
    assert.deepEqual(
      rulesOf(chinese).map(({ id }: { id: string }) => id),
      checks.map(({ code }) => code),
    );
    const find = (sarif: typeof chinese) => rulesOf(sarif).find(({ id }: { id: string }) => id === 'row-total');
    const { shortDescription, fullDescription, defaultConfiguration, properties } = find(chinese);
    assert.deepEqual([shortDescription.text, defaultConfiguration.level, properties.tags], ['行合计', 'error', ['sums']]);
    assert.match(fullDescription.text, /^一行中/);
    assert.match(find(log('en')).fullDescription.text, /^In a row/);
    for (const { helpUri } of rulesOf(chinese)) assert.ok(existsSync(fileURLToPath(helpUri)), helpUri);
  });
});
