import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readOrdinal } from '../core/text/heading';
import { endingOf, sourceOf } from './formats';

const run = promisify(execFile);
/** Milliseconds that another program may take, and bytes that it may print. */
const bounds = { timeout: 90_000, maxBuffer: 32 << 20, windowsHide: true } as const;

const officePrograms = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** A file as another program on this machine made it readable. */
export interface Readable {
  name: string;
  bytes: Uint8Array;
  /** The program. */
  by: string;
}

/**
 * What only another program reads (.doc, .wps, .rtf, .odt, .xls; .pdf), read by it, if it is installed: LibreOffice,
 * pdftotext. undefined for any other file, and where there is no such program or it fails.
 */
export async function readByOthers(name: string, bytes: Uint8Array): Promise<Readable | undefined> {
  const source = sourceOf(name, bytes);
  if (source !== 'pdf' && source !== 'office' && source !== 'office-sheet') return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-'));
  try {
    const file = path.join(folder, `report.${endingOf(name) || (source === 'pdf' ? 'pdf' : 'doc')}`);
    await writeFile(file, bytes);
    if (source === 'pdf') {
      const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], bounds);
      return { name: `${name}.txt`, bytes: new TextEncoder().encode(withWholeParagraphs(stdout)), by: 'pdftotext' };
    }
    const target = source === 'office' ? 'docx' : 'xlsx';
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    for (const program of officePrograms) {
      try {
        await run(program, [profile, '--headless', '--norestore', '--convert-to', target, '--outdir', out, file], bounds);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
        return undefined;
      }
      const [made] = await readdir(out).catch(() => []);
      return made ? { name: `${name}.${target}`, bytes: await readFile(path.join(out, made)), by: 'LibreOffice' } : undefined;
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A shorter line ends its paragraph, or belongs to a table. */
const fullLine = 18;

/** The text of printed pages with each paragraph on one line: a full line that ends no sentence goes on with the next. */
export function withWholeParagraphs(text: string): string {
  const whole: string[] = [];
  let goesOn = false;
  for (const printed of text.split(/[\r\n\f]+/)) {
    const line = printed.trim();
    if (line === '' || /^[-—－–]\s*\d+\s*[-—－–]$/.test(line)) continue;
    const isProse = /\p{Script=Han}/u.test(line) && (!/\d$/.test(line) || /[，。；]/.test(line));
    // Printing sets Chinese and digits apart.
    const plain = isProse ? line.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '') : line;
    const ordinal = readOrdinal(plain, 0, plain.length);
    if (goesOn && isProse && !ordinal) whole[whole.length - 1] += plain;
    else whole.push(plain);
    const isHeading = ordinal !== undefined && ordinal.level < 3 && !/[，。；]/.test(plain);
    goesOn = isProse && !isHeading && plain.length >= fullLine && !/[。！？：；]$/.test(plain);
  }
  return whole.join('\n');
}
