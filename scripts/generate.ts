// Writes what follows from the form and the checks.
//   (no option)  the files that are committed: pages, schema, manifest, lists in the READMEs
//   --check      writes nothing; fails where one of those files is stale
//   --built      the files that only the build makes
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { severities } from '../core/checks/check';
import { checks } from '../core/checks/index';
import { listOf, pageOf, summaryOf } from '../core/checks/pages';
import type { Bilingual } from '../core/checks/support/metadata';
import { projectSchema } from '../files/project-schema';
import { snippets } from '../server/features/snippets';

const pages = 'docs/checks';

/** File → content; undefined for a file that must not be there. */
type Files = Map<string, string | undefined>;

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
const read = (file: string) => readFileSync(file, 'utf8');

/** Between two marks of a text, something else. */
export function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}: written by npm run generate -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`There is no “${start}” with an “${end}” after it.`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

/** The manifest with the codes of the checks in the setting `nianbao.checks`. */
function manifest(): string {
  const known = JSON.parse(read('package.json'));
  const setting = known.contributes.configuration
    .map(({ properties }: { properties: Record<string, object> }) => properties['nianbao.checks'])
    .find(Boolean);
  setting.additionalProperties = { type: 'string', enum: severities };
  setting.propertyNames = { enum: checks.map(({ code }) => code), enumDescriptions: checks.map(({ code }) => `%${keyOf(code)}%`) };
  return json(known);
}

const keyOf = (code: string) => `check.${code}`;

/** The manifest's texts in one language, with a line for each check at the end. */
function manifestTexts(file: string, textOf: (summary: Bilingual, title: Bilingual) => string): string {
  const others = Object.entries(JSON.parse(read(file))).filter(([key]) => !key.startsWith(keyOf('')));
  return json(Object.fromEntries([...others, ...checks.map((check) => [keyOf(check.code), textOf(summaryOf(check), check.title)])]));
}

/** The files that are committed, for the project in the working directory. */
export function committed(): Files {
  const files: Files = new Map(readdirSync(pages).map((file) => [path.posix.join(pages, file), undefined]));
  for (const check of checks) files.set(path.posix.join(pages, `${check.code}.md`), pageOf(check));
  files.set('schemas/nianbao.json', json(projectSchema));
  files.set('package.json', manifest());
  files.set(
    'package.nls.json',
    manifestTexts('package.nls.json', ({ en }) => en),
  );
  files.set(
    'package.nls.zh-cn.json',
    manifestTexts('package.nls.zh-cn.json', ({ zh }, title) => `${title.zh}：${zh}`),
  );
  files.set('README.md', between(read('README.md'), 'checks', listOf(checks, 'en')));
  files.set('README.zh-CN.md', between(read('README.zh-CN.md'), 'checks', listOf(checks, 'zh')));
  return files;
}

/** Snippets have only prefixes that are not typed in prose: the list must not open while an input method is at work. */
function built(): Files {
  const entries = snippets().map(({ label, prefixes, body, description }) => [
    label,
    { prefix: prefixes.filter((prefix) => /^[a-z]/.test(prefix)), body, description },
  ]);
  return new Map([['snippets/nianbao.json', json(Object.fromEntries(entries))]]);
}

function current(file: string): string | undefined {
  try {
    return read(file);
  } catch {
    return undefined;
  }
}

function write(files: Files): void {
  for (const [file, content] of files) {
    if (current(file) === content) continue;
    if (content === undefined) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
}

/** The files whose content on disk is another. */
export function staleFiles(files: Files, onDisk = current): string[] {
  return [...files].filter(([file, content]) => onDisk(file) !== content).map(([file]) => file);
}

function main([option]: readonly string[]): void {
  if (option === '--check')
    for (const file of staleFiles(committed())) {
      console.error(`${file} is stale; npm run generate writes it.`);
      process.exitCode = 1;
    }
  else write(option === '--built' ? built() : committed());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
