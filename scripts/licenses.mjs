// What others wrote of what ships: every package that a bundle holds a part of, with its licence and that licence's text.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The packages of esbuild's metafiles: name, version, licence, text. Sorted by name. */
export function shippedPackages(metafiles, root = '.') {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const at = file.lastIndexOf('node_modules/');
        if (at < 0 || bytesInOutput === 0) continue;
        const names = file.slice(at + 'node_modules/'.length).split('/');
        folders.add(file.slice(0, at) + path.posix.join('node_modules', ...names.slice(0, names[0].startsWith('@') ? 2 : 1)));
      }
  const found = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((each) => /^(?:licen[cs]e|copying)/i.test(each));
    const text = file ? readFileSync(path.join(root, folder, file), 'utf8').trim() : '';
    found.set(`${name} ${version}`, { name, version, license: typeof license === 'string' ? license : (license?.type ?? ''), text });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function licensesText(packages) {
  const rule = '-'.repeat(72);
  return packages.map(({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text}\n`).join('\n');
}
