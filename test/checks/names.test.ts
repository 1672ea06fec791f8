import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkName, checkNameAndCode } from '../../core/checks/names';
import { setLanguage } from '../../core/language';
import { codeActionsOf } from '../../server/features/code-actions';
import { diagnosticsOf } from '../../server/features/diagnostics';
import { read } from '../support/reading';

const text = '# 平安县水利局2025年政府信息公开工作年度报告\n\n## 一、基本情况\n';
const reading = () => read(TextDocument.create('file:///a.md', 'nianbao', 1, text), {});

describe('the name of a check', () => {
  afterEach(() => setLanguage('en'));

  it('is Chinese in Chinese, and the code in English', () => {
    assert.deepEqual([checkName('row-total'), checkNameAndCode('row-total')], ['row-total', 'row-total']);
    setLanguage('zh-cn');
    assert.deepEqual([checkName('row-total'), checkNameAndCode('row-total')], ['行合计', '行合计 row-total']);
  });
  it('of a code that no check has is the code', () => {
    setLanguage('zh-cn');
    assert.equal(checkNameAndCode('no-check'), 'no-check');
  });
  it('stands in the action that ignores a finding, whose comment has the code', () => {
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } };
    const silence = () => {
      const [action] = codeActionsOf(reading(), range, { only: undefined, snippets: false }).filter(({ edit }) =>
        JSON.stringify(edit).includes('nianbao-ignore'),
      );
      return [action.title, action.edit?.changes?.['file:///a.md'][0].newText];
    };
    assert.deepEqual(silence(), ['Ignore “chapter-title” here', '<!-- nianbao-ignore chapter-title: reason -->\n']);
    setLanguage('zh-cn');
    assert.deepEqual(silence(), ['在此处忽略“章节标题”', '<!-- nianbao-ignore chapter-title: 理由 -->\n']);
  });
});

describe('a diagnostic', () => {
  it('links its code to the page of its check', () => {
    const diagnostics = diagnosticsOf(reading(), true);
    assert.ok(diagnostics.length > 0);
    for (const { code, codeDescription } of diagnostics) {
      const page = fileURLToPath(codeDescription?.href ?? '');
      assert.ok(page.endsWith(`${code}.md`) && existsSync(page), page);
    }
  });
});
