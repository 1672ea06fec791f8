// `npm audit` for what ships: lists the known vulnerabilities of the packages in the bundles, and leaves out those of tools.
// Needs a build (out/bundled.json) and a registry that answers audits. Exit status 1 if there are any, 2 if it could not run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The part of the output of `npm audit --json` that is read here. */
export interface Audit {
  vulnerabilities: Record<
    string,
    { name: string; severity: string; range: string; nodes: string[]; via: (string | { title: string; url: string })[] }
  >;
}

/** The entries of an audit that are about a bundled package, one line each. `folders`: those of the bundled packages. */
export function bundledVulnerabilities({ vulnerabilities }: Audit, folders: readonly string[]): string[] {
  return Object.values(vulnerabilities)
    .filter(({ nodes }) => nodes.some((node) => folders.includes(node)))
    .map(({ name, severity, range, via }) => {
      const titles = via.map((each) => (typeof each === 'string' ? `by way of ${each}` : `${each.title} (${each.url})`));
      return `${severity}: ${name} ${range}: ${titles.join('; ')}`;
    });
}

function main(): number {
  const packages: { folder: string }[] = JSON.parse(readFileSync('out/bundled.json', 'utf8'));
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const audit = stdout.trim() === '' ? {} : JSON.parse(stdout);
  if (!audit.vulnerabilities) {
    console.error(stderr.trim() || stdout.trim());
    return 2;
  }
  const folders = packages.map(({ folder }) => folder);
  const found = bundledVulnerabilities(audit, folders);
  for (const line of found) console.log(line);
  console.log(`${folders.length} packages are bundled, ${found.length} of them have known vulnerabilities.`);
  return found.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
