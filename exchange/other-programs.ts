import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readOrdinal } from '../core/text/heading';
import { endingOf, fileKindOf } from './formats';

const run = promisify(execFile);
/** Limits of another program: milliseconds of run time, and bytes of output. */
const runLimits = { timeout: 90_000, maxBuffer: 32 << 20, windowsHide: true } as const;

const officePrograms = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** A file that another program on this machine has converted. */
export interface ConvertedFile {
  name: string;
  bytes: Uint8Array;
  /** The program that converted it. */
  by: string;
}

/**
 * Converts a file that only another program can read: .doc, .wps, .rtf, .odt, .xls with LibreOffice, .pdf with pdftotext.
 * Returns `undefined` for other files, and if the program is not installed or fails.
 */
export async function readByOthers(name: string, bytes: Uint8Array): Promise<ConvertedFile | undefined> {
  const kind = fileKindOf(name, bytes);
  if (kind !== 'pdf' && kind !== 'office' && kind !== 'office-sheet') return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-'));
  try {
    const file = path.join(folder, `report.${endingOf(name) || (kind === 'pdf' ? 'pdf' : 'doc')}`);
    await writeFile(file, bytes);
    if (kind === 'pdf') {
      const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], runLimits);
      return { name: `${name}.txt`, bytes: new TextEncoder().encode(withWholeParagraphs(stdout)), by: 'pdftotext' };
    }
    const target = kind === 'office' ? 'docx' : 'xlsx';
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    for (const program of officePrograms) {
      try {
        await run(program, [profile, '--headless', '--norestore', '--convert-to', target, '--outdir', out, file], runLimits);
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

/** A line with fewer characters ends its paragraph, or belongs to a table. */
const fullLine = 18;

/** Joins the lines of printed pages into paragraphs: a full line that does not end a sentence continues on the next one. */
export function withWholeParagraphs(text: string): string {
  const whole: string[] = [];
  let goesOn = false;
  for (const printed of text.split(/[\r\n\f]+/)) {
    const line = printed.trim();
    if (line === '' || /^[-—－–]\s*\d+\s*[-—－–]$/.test(line)) continue;
    const isProse = /\p{Script=Han}/u.test(line) && (!/\d$/.test(line) || /[，。；]/.test(line));
    // Printed pages have spaces between Chinese characters and digits.
    const plain = isProse ? line.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '') : line;
    const ordinal = readOrdinal(plain, 0, plain.length);
    if (goesOn && isProse && !ordinal) whole[whole.length - 1] += plain;
    else whole.push(plain);
    const isHeading = ordinal !== undefined && ordinal.level < 3 && !/[，。；]/.test(plain);
    goesOn = isProse && !isHeading && plain.length >= fullLine && !/[。！？：；]$/.test(plain);
  }
  return whole.join('\n');
}
