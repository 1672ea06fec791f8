import path from 'node:path';

/** The formats that a report can be written in, by the ending of the file’s name. */
export const targetFormats = ['nianbao', 'md', 'txt', 'docx', 'html', 'htm', 'xlsx', 'json', 'csv'] as const;
export type TargetFormat = (typeof targetFormats)[number];

/** The formats that are the report’s own text. */
const textFormats: ReadonlySet<string> = new Set(['nianbao', 'md', 'txt']);

/** Endings of files of other programs that a report can be read from. */
export const foreignEndings = ['docx', 'html', 'htm', 'xlsx', 'doc', 'wps', 'rtf', 'odt', 'xls', 'et', 'pdf'] as const;

export function targetFormatOf(name: string): TargetFormat | undefined {
  const ending = endingOf(name);
  return targetFormats.find((format) => format === ending);
}

export function isTextFormat(format: TargetFormat): boolean {
  return textFormats.has(format);
}

export function endingOf(name: string): string {
  return path.extname(name).slice(1).toLowerCase();
}

/**
 * The kind of content of a file. `office`, `office-sheet`: documents and workbooks of LibreOffice, or of older versions of
 * Word, Excel and WPS, which only another program can read; `locked`: protected by a password.
 */
export type FileKind = 'word' | 'web' | 'workbook' | 'text' | 'pdf' | 'office' | 'office-sheet' | 'locked';

/** The first bytes of a file, which tell its kind. */
const headLength = 4096;

/** The kind of a file: by its content, whatever its name is; by its name if the content does not tell. */
export function fileKindOf(name: string, bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headLength)).toString('latin1');
  const ending = endingOf(name);
  if (head.startsWith('PK\u0003\u0004')) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (all.includes('application/vnd.oasis.opendocument.')) return ending === 'ods' ? 'office-sheet' : 'office';
    // The archive's directory, with the names of its files, is at its end.
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
