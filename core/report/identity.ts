import { numeralValue } from '../text/characters';
import { type Document, LineKind, type Span } from '../text/document';
import { fold } from '../text/fold';
import type { BoundChapter, Identity } from './report';

const subjects = ['政府信息公开', '政务公开', '信息公开'];
export const longestTitleLine = 70;
/** Lines at the head or at the foot in which a title, a signature may stand. */
const headLines = 40;
const footLines = 8;

interface Piece extends Span {
  folded: string;
}

/** Who reports on which year: from the title, the statement of the period, the signature. */
export function readIdentity(document: Document, chapters: readonly BoundChapter[]): Identity {
  const head = piecesOf(document, 0, Math.min(chapters[0]?.line ?? headLines, document.lines.length), headLines);
  const title = readTitle(head);
  const signature = readSignature(document);
  const lead = title ? undefined : readLead(document);
  const year = title?.year ?? lead?.year ?? periodYear(document) ?? (signature?.year ? signature.year - 1 : undefined) ?? null;
  const organ =
    title?.organ && !(signature?.organ && lacksRegion(title.organ))
      ? title.organ
      : (signature?.organ ?? title?.organ ?? lead?.organ ?? null);
  return { organ, year, title: title?.span ?? null, signature: signature?.span ?? null };
}

function piecesOf(document: Document, first: number, end: number, most: number): Piece[] {
  const pieces: Piece[] = [];
  for (let line = first; line < end && pieces.length < most; line++) {
    const { kind, firstCell, cellCount } = document.lines[line];
    if ((kind !== LineKind.Text && kind !== LineKind.Cells) || cellCount !== 1) continue;
    const { start, end: stop } = document.cells[firstCell];
    if (stop - start > longestTitleLine) continue;
    pieces.push({ start, end: stop, folded: fold(document.text, start, stop).replace(/^#+/, '') });
  }
  return pieces;
}

interface Title {
  span: Span;
  year: number | undefined;
  organ: string | undefined;
}

/** `…局2021年度政府信息公开工作年度报告`, on one line or over several, the organ before or after the year. */
function readTitle(pieces: readonly Piece[]): Title | undefined {
  const at = pieces.findIndex((piece, index) => isTitle(piece.folded, pieces[index + 1]?.folded ?? ''));
  if (at < 0) return undefined;
  const { folded } = pieces[at];
  const subject = subjects.map((word) => folded.indexOf(word)).find((index) => index >= 0) ?? 0;
  let { year, rest } = takeYear(folded.slice(0, subject));
  let organ = organOf(rest);
  let first = at;
  for (let above = at - 1; above >= 0 && above >= at - 3 && (!organ || !year); above--) {
    const taken = takeYear(pieces[above].folded);
    if (taken.year) year ??= taken.year;
    const named = organOf(taken.rest);
    if (!organ && named && isName(named)) organ = named;
    else if (taken.rest !== '') break;
    first = above;
  }
  const last = /报告|年报/.test(folded) ? at : Math.min(at + 1, pieces.length - 1);
  for (let below = at; below <= Math.min(at + 2, pieces.length - 1) && !year; below++) year = takeYear(pieces[below].folded).year;
  return { span: { start: pieces[first].start, end: pieces[last].end }, year, organ: organ || undefined };
}

export function isTitle(folded: string, next: string): boolean {
  if (folded.includes('。') || !subjects.some((word) => folded.includes(word))) return false;
  // A notice about annual reports is none.
  if (/(?:报告|年报)(?:\(.{0,12}\)|\d{4}年?度?|全文)?$/.test(folded)) return true;
  return next.length <= 12 && /^(?:工作)?年?度?报告/.test(next);
}

function isYear(year: number): boolean {
  return year >= 2000 && year <= 2100;
}

/** A year written 2021年 or 二〇二一年, taken out of a text. */
export function takeYear(folded: string): { year: number | undefined; rest: string } {
  const match = /(\d{4}|[一二][〇○零0O一二三四五六七八九]{3})(?:年度?)?/.exec(folded);
  if (!match) return { year: undefined, rest: folded };
  const year = /^\d/.test(match[1]) ? Number(match[1]) : numeralValue(match[1]);
  if (!isYear(year)) return { year: undefined, rest: folded };
  return { year, rest: folded.slice(0, match.index) + folded.slice(match.index + match[0].length) };
}

function organOf(text: string): string {
  const plain = text
    .replace(/^关于/, '')
    .replace(/[(（)）《》〈〉:：,，.]/g, '')
    .replace(/(?:年度|工作|的)$/, '');
  // The head of a page may stand before the name.
  return /[\p{Script=Han}、·]*$/u.exec(plain)?.[0] ?? '';
}

export function isName(text: string): boolean {
  return text.length >= 2 && text.length <= 40 && /^[\p{Script=Han}()（）、·]+$/u.test(text);
}

/** 区数据局, 我局: a name that says what the organ is to its neighbours, and not where it is. */
function lacksRegion(organ: string): boolean {
  return /^(?:[省市区县镇乡旗州]|我|本|街道)/.test(organ);
}

/** Characters at the head in which a report without a title says what it is. */
const leadLength = 1500;

/** ‘…，特编制某某局2023年政府信息公开工作年度报告’: the title of a web page whose title is not in its text. */
function readLead(document: Document): { organ: string | undefined; year: number } | undefined {
  const head = fold(document.text, 0, Math.min(document.text.length, leadLength));
  const match = /(?:编制|公布|现将|发布|形成|汇报)?(?:了|的)?([\p{Script=Han}]{0,40}?)(\d{4})年度?政府信息公开工作/u.exec(head);
  const year = match ? Number(match[2]) : Number.NaN;
  if (!match || !isYear(year)) return undefined;
  const named = match[1].replace(/^.*(?:编制|公布|现将|发布|形成|汇报)(?:了|的)?/, '');
  return { organ: isName(named) && !/^[我本]/.test(named) ? named : undefined, year };
}

/** The year of ‘统计时间为2021年1月1日至…’. */
function periodYear(document: Document): number | undefined {
  const at = /(\d{4})\s*年\s*1\s*月\s*1\s*日\s*(?:起|至|到|—|-|－)/.exec(document.text.slice(0, 4000));
  const year = at ? Number(at[1]) : Number.NaN;
  return isYear(year) ? year : undefined;
}

const organEnding = /(?:局|委|办|府|厅|院|会|室|中心|队|署|处|所|站|馆|社|区|镇|乡|街道|公司|分局|学校|大学)$/;

/** The organ and the date at the foot of the report. */
function readSignature(document: Document): { organ: string | undefined; year: number | undefined; span: Span } | undefined {
  const pieces: Piece[] = [];
  for (let line = document.lines.length - 1; line >= 0 && pieces.length < footLines; line--) {
    const { kind, firstCell, cellCount } = document.lines[line];
    if (kind === LineKind.Blank || kind === LineKind.Rule || kind === LineKind.Comment) continue;
    if (cellCount !== 1) break;
    const { start, end } = document.cells[firstCell];
    if (end - start > 40) break;
    pieces.push({ start, end, folded: fold(document.text, start, end) });
  }
  const dated = pieces.findIndex((piece) =>
    /^(?:\d{4}|[一二][〇○零0O一二三四五六七八九]{3})年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日$/.test(piece.folded),
  );
  const year = dated >= 0 ? takeYear(pieces[dated].folded).year : undefined;
  const signed = pieces[dated + 1];
  const named = signed && isName(signed.folded) && (dated >= 0 || organEnding.test(signed.folded)) && signed.folded.length > 2;
  if (dated < 0 && !named) return undefined;
  const from = named ? signed : pieces[dated];
  return { organ: named ? signed.folded : undefined, year, span: { start: from.start, end: pieces[Math.max(dated, 0)].end } };
}
