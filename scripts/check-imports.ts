// Fails where the code departs from the table of folders in docs/architecture.md: a folder of code without a row, a row
// without a folder, a row that may import one below it, an import that its row does not allow, a path in the docs that
// does not exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const tops = ['core', 'exchange', 'files', 'server', 'cli', 'client'];

/** A row of the table: a folder, or one file, and what it may import from the project and from outside. */
export interface Row {
  folder: string;
  imports: string[];
  outside: string[];
}

/** The rows of the table, top row first. */
export function rowsOf(page: string): Row[] {
  const lines = page.split('\n');
  const head = lines.findIndex((line) => line.startsWith('| folder |') && line.endsWith('| imports | from outside |'));
  if (head < 0) throw new Error('docs/architecture.md has no table of folders');
  const rows: Row[] = [];
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith('|')) break;
    const [folder, , imports, outside] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    rows.push({ folder: named(folder)[0], imports: named(imports), outside: outside.split(', ').filter((each) => each !== '—') });
  }
  return rows;
}

const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** The row that holds a file: the one with the longest name that contains it. */
export const rowFor = (file: string, rows: readonly Row[]) =>
  rows.filter(({ folder }) => file === folder || file.startsWith(`${folder}/`)).sort((a, b) => b.folder.length - a.folder.length)[0];

/** What kind of thing a module from outside the project is. */
function kindOf(name: string): string {
  if (name.startsWith('node:') || name === 'vscode-languageserver/node') return 'node';
  if (name === 'vscode' || name.startsWith('vscode-languageclient')) return 'vscode';
  if (name.startsWith('vscode-language')) return 'protocol';
  return 'libraries';
}

/** The modules that a source text imports, types included. */
export const importsOf = (source: string) =>
  [...source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '').matchAll(/(?:^|[;\s])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, specifier]) => specifier,
  );

/** What is wrong, one line each. `sources`: paths and texts of the files of code; `exists` tells if the project has a path. */
export function problemsOf(
  rows: readonly Row[],
  sources: readonly (readonly [file: string, source: string])[],
  exists: (name: string) => boolean,
): string[] {
  const problems: string[] = [];
  rows.forEach(({ folder, imports }, index) => {
    if (!exists(folder)) problems.push(`docs/architecture.md: there is no ${folder}`);
    for (const name of imports) {
      const at = rows.findIndex((row) => row.folder === name);
      if (at < 0) problems.push(`docs/architecture.md: ${folder} imports ${name}, which has no row`);
      else if (at >= index) problems.push(`docs/architecture.md: ${folder} imports ${name}, which stands below it`);
    }
  });
  for (const [file, source] of sources) {
    const row = rowFor(file, rows);
    if (!row) {
      problems.push(`${file}: its folder has no row in docs/architecture.md`);
      continue;
    }
    for (const specifier of importsOf(source)) {
      if (!specifier.startsWith('.')) {
        const kind = kindOf(specifier);
        if (!row.outside.includes(kind)) problems.push(`${file}: ${row.folder} may not import ${specifier} (${kind})`);
        continue;
      }
      const target = path.posix.join(path.posix.dirname(file), specifier);
      const to = rowFor(exists(`${target}.ts`) ? `${target}.ts` : target, rows);
      if (to && to !== row && !row.imports.includes(to.folder) && !row.imports.some((name) => to.folder.startsWith(`${name}/`)))
        problems.push(`${file}: ${row.folder} may not import ${to.folder} (${specifier})`);
    }
  }
  return problems;
}

/** Paths of the project that a page names and that are not there. */
export function deadPaths(page: string, exists: (name: string) => boolean): string[] {
  const paths = named(page).filter(
    (name) => /^(?:\.?[\w-]+\/)+[\w./-]*$/.test(name) && !name.startsWith('dist/') && !name.startsWith('out/'),
  );
  return [...new Set(paths)].filter(
    (name) =>
      tops.concat(['docs', 'test', 'scripts', 'samples', 'media', 'l10n', 'syntaxes', 'schemas']).includes(name.split('/')[0]) &&
      !exists(name.replace(/\/$/, '')),
  );
}

function main(root: string): boolean {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const exists = (file: string) => existsSync(path.join(root, file));
  const below = (folder: string) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.posix.join(folder, file.replaceAll('\\', '/')),
    );
  const sources = tops
    .flatMap(below)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, read(file)] as const);
  const pages = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', ...below('docs').filter((file) => file.endsWith('.md'))].filter(exists);
  const problems = [
    ...problemsOf(rowsOf(read('docs/architecture.md')), sources, exists),
    ...pages.flatMap((page) => deadPaths(read(page), exists).map((name) => `${page}: there is no ${name}`)),
  ];
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !main(process.cwd())) process.exitCode = 1;
