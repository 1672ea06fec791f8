import { type CompiledEdition, editions } from '../form';
import type { Document, Span } from '../text/document';

/** What a report's writer says of it where reading it alone would go wrong. */
export interface Correction {
  organ?: string;
  year?: number;
  edition?: CompiledEdition;
}

const keyword = 'nianbao-report';
const longest = 400;
const pattern = /^<!--\s*nianbao-report\s[^<>]*?-->/;

/** Where a correction stands in a text; undefined where there is none. */
export function correctionSpan({ text }: Document): Span | undefined {
  const at = text.indexOf(keyword);
  const start = at < 0 ? -1 : text.lastIndexOf('<!--', at);
  const written = start < 0 ? null : pattern.exec(text.slice(start, start + longest));
  return written ? { start, end: start + written[0].length } : undefined;
}

/** Reads `<!-- nianbao-report organ=平安县水利局 year=2025 edition=2021 -->`. What makes no sense in it is passed over. */
export function readCorrection(document: Document): Correction {
  const span = correctionSpan(document);
  if (!span) return {};
  const words = document.text.slice(span.start, span.end).replace(/^<!--\s*\S+|-->$/g, '');
  const said = new Map(words.split(/[\s;；]+/).map((each) => each.split(/[=:：]/, 2) as [string, string | undefined]));
  const organ = said.get('organ');
  const year = Number(said.get('year'));
  const edition = editions.find((each) => each.edition.id === said.get('edition'));
  return {
    ...(organ && { organ }),
    ...(year >= 2000 && year <= 2100 && Number.isInteger(year) && { year }),
    ...(edition && { edition }),
  };
}

/** A correction as it is written into a report. */
export function writeCorrection({ organ, year, edition }: Correction): string {
  const said = [
    ...(organ ? [`organ=${organ.replace(/[\s<>=:：;；]+/g, '')}`] : []),
    ...(year === undefined ? [] : [`year=${year}`]),
    ...(edition ? [`edition=${edition.edition.id}`] : []),
  ];
  return `<!-- ${[keyword, ...said].join(' ')} -->`;
}
