import { t } from '@vscode/l10n';
import type { Unzipped } from 'fflate';
import mammoth from 'mammoth';
import { type Foreign, Unreadable } from '../../core/writing/foreign';
import { damaged, pack, unpack } from '../bounds/archive';
import { inspectXml } from '../bounds/xml';
import { readWebPage } from '../html/read-page';
import { prepareDocument } from './prepare';

/** The files of a Word archive that are unpacked: text and what it depends on, no pictures, macros or embedded files. */
const wantedFiles = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/[^/]+\.xml\.rels|word\/[^/]+\.xml)$/i;
/** Files of these that hold no text of the document. */
const filesWithoutText = /^word\/(?:settings|fontTable|webSettings|theme\d*|header\d*|footer\d*|comments\w*|people|glossary)\.xml$/i;

/**
 * Reads a Word document (.docx, also as WPS and LibreOffice save it). Nothing that it links to is fetched, nothing in it is
 * executed. Throws an `Unreadable`.
 */
export async function readWord(bytes: Uint8Array): Promise<Foreign> {
  const files = unpack(bytes, (name) => wantedFiles.test(name) && !filesWithoutText.test(name));
  const main = mainPart(files);
  for (const [name, content] of Object.entries(files)) if (name !== main) inspectXml(content);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const { xml, notes } = prepareDocument({
    document: files[main],
    styles: files[`${folder}styles.xml`],
    numbering: files[`${folder}numbering.xml`],
  });
  const document = pack({ ...files, [main]: new TextEncoder().encode(xml) });
  let html: string;
  let lost: string[];
  try {
    const result = await mammoth.convertToHtml({ buffer: Buffer.from(document) }, { externalFileAccess: false });
    html = result.value;
    lost = result.messages.flatMap(({ message }) => /^An unrecognised element was ignored: (\S+)/.exec(message)?.[1] ?? []);
  } catch {
    throw damaged();
  }
  const { passages } = readWebPage(html.replace(/<a href="#(?:foot|end)note-ref[^>]*>[^<]*<\/a>/g, ''), { literal: true });
  if (lost.some((name) => name === 'm:oMath' || name === 'm:oMathPara')) notes.push(t('formulas: left out'));
  if (/ id="(?:foot|end)note-/.test(html)) notes.push(t('notes: put at the end'));
  return { passages: passages.map(({ passage }) => passage), notes };
}

/** The name of the file with the document's text, as the archive states it. */
function mainPart(files: Unzipped): string {
  const relations = files['_rels/.rels'] ? new TextDecoder().decode(files['_rels/.rels']) : '';
  const relation = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(relations)?.[0] ?? '';
  const target = /\bTarget="\/?([^"]+)"/.exec(relation)?.[1] ?? 'word/document.xml';
  if (!files[target]) throw files['[Content_Types].xml'] ? new Unreadable(t('there is no Word document in it')) : damaged();
  return target;
}
