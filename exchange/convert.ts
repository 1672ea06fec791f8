import { t } from '@vscode/l10n';
import { analyseAll } from '../core/analysis/analyse';
import { decode, type Encoding } from '../core/text/decode';
import { canonicalDraft, type Draft, draftOf, draftOfTables } from '../core/writing/draft';
import { Unreadable } from '../core/writing/foreign';
import { manuscriptOf } from '../core/writing/manuscript';
import { readWord } from './docx/read-docx';
import { writeWord } from './docx/write-docx';
import { fileKindOf, type TargetFormat } from './formats';
import { readWebReport } from './html/report-in-page';
import { withTablesWrittenOut } from './html/tables-in-text';
import { writeWebPage } from './html/write-page';
import { writeCsv, writeJson } from './open-data';
import { readWorkbookTables } from './xlsx/read-workbook';
import { writeWorkbookOf } from './xlsx/write-workbook';

/** Larger files are not read, in MB. */
const mostMegabytes = { word: 64, workbook: 64, web: 32, text: 64 } as const;

/** Reads a file of another program, or a text in any shape, as canonical text. Throws an `Unreadable` with a one-line reason. */
export async function bringIn(name: string, bytes: Uint8Array, encoding: Encoding = 'auto'): Promise<Draft> {
  const kind = fileKindOf(name, bytes);
  if (kind === 'locked') throw new Unreadable(t('it is protected by a password; open it, remove the password, and save it'));
  if (kind === 'pdf') throw new Unreadable(t('a PDF can’t be read here; save it as .docx in Word or WPS, or install pdftotext'));
  if (kind === 'office')
    throw new Unreadable(t('this format can’t be read here; open it in Word or WPS and save it as .docx, or install LibreOffice'));
  if (kind === 'office-sheet')
    throw new Unreadable(t('this format can’t be read here; open it in Excel or WPS and save it as .xlsx, or install LibreOffice'));
  if (bytes.byteLength > mostMegabytes[kind] << 20) throw new Unreadable(t('larger than {0} MB', mostMegabytes[kind]));
  switch (kind) {
    case 'word':
      return draftOf(await readWord(bytes));
    case 'workbook':
      return draftOfTables(await readWorkbookTables(bytes));
    case 'web':
      return draftOf(readWebReport(bytes));
    case 'text':
      return canonicalDraft(analyseAll(withTablesWrittenOut(decode(bytes, encoding).text)));
  }
}

/**
 * Writes a text of one report, or of several, as a file of a format, without what is not published (comments). Throws an
 * `Unreadable` if the format can hold only one report.
 */
export async function sendOut(text: string, target: TargetFormat): Promise<Uint8Array> {
  const analyses = analyseAll(text);
  const reports = analyses.map(({ report }) => report);
  const published = () => ({ passages: analyses.flatMap((analysis) => manuscriptOf(analysis).passages), comments: 0 });
  switch (target) {
    case 'docx':
      return writeWord(published());
    case 'html':
    case 'htm':
      return bytesOf(writeWebPage(published()));
    case 'xlsx':
      if (reports.length > 1) throw new Unreadable(t('the text holds {0} reports; a workbook takes one', reports.length));
      return writeWorkbookOf(reports[0]);
    case 'json':
      return bytesOf(writeJson(reports));
    case 'csv':
      return bytesOf(writeCsv(reports));
    default:
      return bytesOf(canonicalDraft(analyses).text);
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
