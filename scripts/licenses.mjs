// The packages of others that ship: every package of which a bundle holds a part, with its licence and the text of it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The packages in bundles, by esbuild's metafiles: name, version, folder, licence and its text. Sorted by name. */
export function bundledPackages(metafiles, root = '.') {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const at = file.lastIndexOf('node_modules/');
        if (at < 0 || bytesInOutput === 0) continue;
        const names = file.slice(at + 'node_modules/'.length).split('/');
        folders.add(file.slice(0, at) + path.posix.join('node_modules', ...names.slice(0, names[0].startsWith('@') ? 2 : 1)));
      }
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((each) => /^(?:licen[cs]e|copying)/i.test(each));
    const text = file ? readFileSync(path.join(root, folder, file), 'utf8').trim() : '';
    return { name, version, folder, license: typeof license === 'string' ? license : (license?.type ?? ''), text };
  });
  return packages.sort((a, b) => (a.name < b.name || (a.name === b.name && a.version < b.version) ? -1 : 1));
}

export function licensesText(packages) {
  const rule = '-'.repeat(72);
  return packages.map(({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text}\n`).join('\n');
}
