import path from 'node:path';

/** What a report can be written as, by the ending of a file’s name. */
export const targets = ['nianbao', 'md', 'txt', 'docx', 'html', 'htm', 'xlsx', 'json', 'csv'] as const;
export type Target = (typeof targets)[number];

/** The ones that are our own text. */
const texts: ReadonlySet<string> = new Set(['nianbao', 'md', 'txt']);

/** Endings of files of other programs that a report can be read from. */
export const foreignEndings = ['docx', 'html', 'htm', 'xlsx', 'doc', 'wps', 'rtf', 'odt', 'xls', 'et', 'pdf'] as const;

export function targetOf(name: string): Target | undefined {
  const ending = endingOf(name);
  return targets.find((target) => target === ending);
}

export function isText(target: Target): boolean {
  return texts.has(target);
}

export function endingOf(name: string): string {
  return path.extname(name).slice(1).toLowerCase();
}

/** What a file holds. `office`: a document of LibreOffice, or an older one of Word or WPS, that only another program reads. */
export type Source = 'word' | 'web' | 'workbook' | 'text' | 'pdf' | 'office' | 'office-sheet' | 'locked';

/** Bytes at the head of a file within which its kind shows. */
const headLength = 4096;

/** What a file holds: by its content, whatever it is named; by its name where the content does not tell. */
export function sourceOf(name: string, bytes: Uint8Array): Source {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headLength)).toString('latin1');
  const ending = endingOf(name);
  if (head.startsWith('PK\u0003\u0004')) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (all.includes('application/vnd.oasis.opendocument.')) return ending === 'ods' ? 'office-sheet' : 'office';
    // The directory of the archive, with the names of its files, stands at its end.
    return all.lastIndexOf('xl/workbook.xml') > all.lastIndexOf('word/document.xml') || ending === 'xlsx' ? 'workbook' : 'word';
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (all.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'locked';
    return all.includes(Buffer.from('Workbook', 'utf16le')) ? 'office-sheet' : 'office';
  }
  if (head.startsWith('{\\rtf')) return 'office';
  if (head.includes('%PDF-')) return 'pdf';
  if (
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe)?\s*<(?!!--\s*nianbao)(?:!doctype|\?xml|html|head|body|meta|table|div|p|!--|h\d|span|article|style)\b/i.test(
      head.replaceAll('\u0000', ''),
    )
  )
    return 'web';
  return ending === 'html' || ending === 'htm' ? 'web' : ending === 'docx' ? 'word' : ending === 'xlsx' ? 'workbook' : 'text';
}
