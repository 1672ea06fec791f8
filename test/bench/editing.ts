import { OpenDocument } from '../../core/editing/open-document';
import { diagnosticsOf } from '../../server/features/diagnostics';
import { inventReports } from '../support/compilations';
import { seeded } from '../support/random';
import { middle, rounded } from './measure';

const checking = { severities: {}, neighbours: () => ({}) };
const filler = '全面贯彻落实关于全面推进政务公开工作的决策部署，坚持以公开为常态、不公开为例外，不断提高工作水平。';

/** A compilation of reports in one text, about as large as a province's. */
export function compilation(seed: number, reports: number): string {
  return inventReports(seeded(seed), reports, ['markdown', 'tab-cells'])
    .map((report) => report.replace('\n（二）', `\n${filler.repeat(24)}\n（二）`))
    .join('\n');
}

/** The time from a keystroke in a compilation to its findings, compared with reading the whole. */
export function measureEditing(seed: number, reports = 1000, keystrokes = 300) {
  const text = compilation(seed, reports);
  const send = (document: OpenDocument) => JSON.stringify(document.readings(checking).flatMap((reading) => diagnosticsOf(reading, true)));
  const whole: number[] = [];
  let document = new OpenDocument('file:///a', 'nianbao', 0, '');
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    document = new OpenDocument('file:///a', 'nianbao', 0, text);
    send(document);
    whole.push(performance.now() - start);
  }
  const random = seeded(seed);
  const lines = text.split('\n').length;
  const each: number[] = [];
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    const line = random.below(lines);
    const start = performance.now();
    document.change({ range: { start: { line, character: 1 }, end: { line, character: 1 } }, text: '1' });
    send(document);
    each.push(performance.now() - start);
  }
  const keystroke = middle(each);
  return {
    reports,
    bytes: Buffer.byteLength(text),
    wholeMilliseconds: rounded(middle(whole)),
    keystrokeMilliseconds: rounded(keystroke),
    slowestOfTwenty: rounded(each.sort((a, b) => a - b)[Math.floor(keystrokes * 0.95)]),
    wholeOverKeystroke: rounded(middle(whole) / keystroke),
  };
}
