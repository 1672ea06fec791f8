import assert from 'node:assert/strict';
import { setLanguage } from '../../core/language';
import { readProject } from '../../files/project';
import { projectSchema } from '../../files/project-schema';

const nothing = { checks: {}, organs: {}, rollup: {} };
/** Problems as `line:column message`. */
const problemsIn = (text: string) => readProject(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('nianbao.json', () => {
  it('gives severities, present names and what adds up', () => {
    const written = {
      checks: { 'label-slip': 'off' },
      organs: { 平安县国土资源局: '平安县自然资源局' },
      rollup: { '平安县.md': ['部门/*.md', '乡镇/*.md'] },
    };
    assert.deepEqual(readProject(`\ufeff${JSON.stringify({ $schema: './schema.json', ...written })}`), { project: written, problems: [] });
  });

  it('may be empty of settings', () => {
    assert.deepEqual(readProject('{}'), { project: nothing, problems: [] });
  });

  for (const [text, problem] of [
    ['[]', '1:1 The file must hold one object in braces, such as {"checks": {}}.'],
    ['{\n  "checks": []\n}', '2:13 “checks” must be written as {"row-total": "warning"}.'],
    ['{"organs": 1}', '1:12 “organs” must be written as {"平安县国土资源局": "平安县自然资源局"}.'],
    ['{"rollup": null}', '1:12 “rollup” must be written as {"平安县.md": ["部门/*.md"]}.'],
    ['{"$schema": 1}', '1:13 “$schema” must be written as "…".'],
    ['{"checks": {"lable-slip": "off"}}', '1:13 There is no check “lable-slip”; “label-slip” may be meant.'],
    ['{"checks": {"spelling": "off"}}', '1:13 There is no check “spelling”; “nianbao explain” lists all checks.'],
    [
      '{"checks":\r\n  {"label-slip": "silent"}}',
      '2:18 The check “label-slip” can’t have the severity “silent”; it takes one of error, warning, information, hint, off.',
    ],
    ['{"cheks": {}}', '1:2 There is no setting “cheks”; there are $schema, checks, organs, rollup.'],
    ['{"rollup": {"a.md": "b/*.md"}}', '1:21 What adds up to “a.md” must be a list of paths, such as ["部门/*.md"].'],
    ['{"rollup": {"a.md": ["b/*.md", 3]}}', '1:32 What adds up to “a.md” must be a list of paths, such as ["部门/*.md"].'],
    ['{"organs": {"平安县水务局": 1}}', '1:23 The present name of “平安县水务局” must be text in quotation marks.'],
    ['{"organs": {"a/~b%2F": 1}}', '1:24 The present name of “a/~b%2F” must be text in quotation marks.'],
    ['{"organs": {"\\ud800": 1}}', '1:1 A name in this file has half of a character; please write it again.'],
  ] as const)
    it(`says where and what is wrong with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readProject(text).project, nothing);
      assert.deepEqual(problemsIn(text), [problem]);
    });

  for (const [text, problem] of [
    ['', '1:1 This is not valid JSON: a value belongs here.'],
    ['{"a": }', '1:7 This is not valid JSON: a value belongs here.'],
    ['{"a" 1}', '1:6 This is not valid JSON: a colon is missing before this place.'],
    ['{"a": 1\n "b": 2}', '2:2 This is not valid JSON: a comma is missing before this place.'],
    ['{"a": 1,}', '1:9 This is not valid JSON: a name in double quotation marks belongs here.'],
    ['{"a": 1', '1:8 This is not valid JSON: a closing brace is missing before this place.'],
    ['[1', '1:3 This is not valid JSON: a closing bracket is missing before this place.'],
    ['{} {}', '1:4 This is not valid JSON: nothing may follow after the closing brace.'],
    ['{} // a', '1:4 This is not valid JSON: comments are not allowed.'],
    ['{"a": x}', '1:7 This is not valid JSON: the characters here can’t stand in it.'],
  ] as const)
    it(`says where ${JSON.stringify(text)} is no JSON`, () => {
      assert.deepEqual(readProject(text).project, nothing);
      assert.deepEqual(problemsIn(text), [problem]);
    });

  it('keeps what is right beside what is wrong', () => {
    const text = `{
      "cheks": {},
      "checks": { "row-total": "loud", "label-slip": "off", "row-totel": "off" },
      "organs": { "甲": "乙", "丙": 1 },
      "rollup": { "a.md": [1, 2], "b.md": ["c.md"] }
    }`;
    const { project, problems } = readProject(text);
    assert.deepEqual(project, { checks: { 'label-slip': 'off' }, organs: { 甲: '乙' }, rollup: { 'b.md': ['c.md'] } });
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3, 3, 4, 5, 5],
    );
  });

  it('that names a setting twice holds by the last, which its problems point to', () => {
    const text = '{"checks": {}, "checks": {"row-total": "loud"}}';
    assert.equal(readProject(text).problems[0].column, text.indexOf('"loud"') + 1);
  });

  it('says it in Chinese too', () => {
    setLanguage('zh-cn');
    assert.deepEqual(problemsIn('{"checks": {"lable-slip": "off"}}'), ['1:13 没有“lable-slip”这项检查，可能是“label-slip”。']);
    setLanguage('en');
  });

  it('is described by the schema: every setting has a description, every check its severities', () => {
    const { checks, organs, rollup } = projectSchema.properties;
    for (const { description } of [projectSchema, checks, organs, rollup]) assert.match(description, /\p{Script=Han}.* \/ [A-Z]/u);
    assert.deepEqual(checks.properties['row-total'].enum, ['error', 'warning', 'information', 'hint', 'off']);
    assert.equal(checks.properties['row-total'].default, 'error');
  });
});
