import { readFileSync } from 'node:fs';
import { severities } from '../core/checks/check';
import { checks } from '../core/checks/index';
import { snippets } from '../server/features/snippets';

/*
 * Prints the files that VS Code wants and that follow from the form and the checks: path → content. Snippets have only
 * prefixes that nobody types in prose: the list must not pop up while an input method is at work.
 */

const snippetFile = Object.fromEntries(
  snippets().map(({ label, prefixes, body, description }) => [
    label,
    { prefix: prefixes.filter((prefix) => /^[a-z]/.test(prefix)), body, description },
  ]),
);

/** What a check finds, in both languages: the paragraphs of its page in front of the examples. */
function pageOf(code: string): string {
  const page = readFileSync(`docs/checks/${code}.md`, 'utf8');
  return page.slice(page.indexOf('\n'), page.indexOf('\n## ')).trim();
}

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'nianbao.json',
  description: '本文件夹及其下各级文件夹中年报的检查设置 / Settings for the annual reports in and below this folder',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    checks: {
      description: '各项检查的级别，off 为关闭 / Severities of checks by code; off silences one',
      type: 'object',
      properties: Object.fromEntries(
        checks.map(({ code, severity }) => [code, { enum: severities, default: severity, markdownDescription: pageOf(code) }]),
      ),
      additionalProperties: false,
    },
    organs: {
      description: '改过名、合并过的机关：原名到现名 / Organs that were renamed or merged: from the former name to the present one',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    rollup: {
      description:
        '本级政府的年报由哪些年报汇总：路径到路径列表，可用通配符，相对于本文件 / Which reports add up to which: from a path to paths or globs, relative to this file',
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
  },
  additionalProperties: false,
};

process.stdout.write(JSON.stringify({ 'snippets/nianbao.json': snippetFile, 'schemas/nianbao.json': schema }));
