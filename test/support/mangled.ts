import { type CompiledEdition, editions } from '../../core/form';
import { inventFigures, mistype } from './figures';
import type { Random } from './random';
import { reportIn, type Shape, shapes, tableIn, textFrom } from './shapes';

/* Reports as no one should write them: lines dropped, doubled, exchanged, shapes mixed, labels mangled. */

const odd = [
  '',
  '/',
  '—',
  '-',
  '无',
  '１２',
  '1,234',
  '12件',
  '约5',
  '5 ',
  '　0',
  '0.5',
  '-3',
  '（2）',
  '〇',
  '1 2',
  'O',
  'l',
  '1O',
  '12.',
  '+1',
  '万',
  '99999999999999999999',
];
const junk = [
  '\t',
  '|',
  '||',
  '| | |',
  '| --- | --- |',
  '- 3 -',
  '第3页',
  '<!--',
  '-->',
  '<!-- 备注 -->',
  '<!-- nianbao-ignore row-total: 已核 -->',
  '<!-- nianbao-report year=1999 -->',
  '# ',
  '## 二、',
  '（一）',
  '一、',
  '1.',
  '[bookmark: _GoBack]',
  '。',
  '总计',
  '其他',
  '3.其他',
  '0',
  '0\t0\t0',
  '| 0 | 0 |',
  '商业',
  '企业',
  '平安县水利局',
  '2026年1月20日',
  '\ufeff',
  '\u0000',
  '𠮷',
  '全年收到政府信息公开申请5件，办结5件。',
  '平安县财政局2022年政府信息公开工作年度报告',
  '一、总体情况',
  '六、其他需要报告的事项',
];

/** A character of a label exchanged, dropped, doubled, or made wide. */
function mangledLine(random: Random, line: string): string {
  if (line === '') return line;
  const at = random.below(line.length);
  const kind = random.below(5);
  if (kind === 0) return line.slice(0, at) + line.slice(at + 1);
  if (kind === 1) return line.slice(0, at) + line[at] + line.slice(at);
  if (kind === 2)
    return line.slice(0, at) + random.pick(['冇', '，', ' ', '　', '|', '\t', '(', '）', '.', '0', '\n']) + line.slice(at + 1);
  if (kind === 3) return line.slice(0, at);
  return line.slice(0, at) + random.pick(junk) + line.slice(at);
}

/** A table with its first rows in one shape and the others in another. */
function mixedTable(random: Random, edition: CompiledEdition, shape: Shape): string[] {
  const text = textFrom(inventFigures(random, edition));
  const table = edition.tables[random.pick(['proactive', 'requests', 'disputes'] as const)];
  const [one, other] = [tableIn(shape, table, text), tableIn(random.pick(shapes), table, text)];
  const share = random.next();
  return [...one.slice(0, Math.floor(one.length * share)), ...other.slice(Math.floor(other.length * share))];
}

/** A text made of a report, or of a table alone, and mangled. */
export function mangledReport(random: Random): string {
  const edition = random.pick(editions);
  const shape = random.pick(shapes);
  const figures = inventFigures(random, edition, random.pick([0, 0.1, 0.5]));
  if (random.chance(0.5)) {
    const { id } = random.pick(edition.fields);
    figures.set(id, mistype(random, Math.trunc(figures.get(id) ?? 0)));
  }
  const isOdd = random.chance(0.3);
  const text = (field: Parameters<ReturnType<typeof textFrom>>[0]) =>
    isOdd && random.chance(0.1) ? random.pick(odd) : textFrom(figures)(field);
  const whole = random.chance(0.4);
  const lines = whole
    ? reportIn({ edition, year: random.pick([2019, 2021, 2024]), organ: '平安县水利局', shape, text }).split('\n')
    : random.chance(0.5)
      ? mixedTable(random, edition, shape)
      : tableIn(shape, edition.tables[random.pick(['proactive', 'requests', 'disputes'] as const)], text)
          .join('\n')
          .split('\n');
  for (let times = random.below(6); times > 0 && lines.length > 0; times--) {
    const at = random.below(lines.length);
    const kind = random.below(7);
    if (kind === 0) lines.splice(at, 1 + random.below(4));
    else if (kind === 1) lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(12)));
    else if (kind === 2) [lines[at], lines[lines.length - 1 - at]] = [lines[lines.length - 1 - at], lines[at]];
    else if (kind === 3) lines.splice(at, 0, random.pick(junk));
    else if (kind === 4) lines.length = at;
    else lines[at] = mangledLine(random, lines[at]);
  }
  return lines.join(random.pick(['\n', '\n', '\n', '\r\n', '\r']));
}

/** Bytes: any, or those of a text with some of them changed. */
export function mangledBytes(random: Random, length: number): Uint8Array {
  if (random.chance(0.3)) return Uint8Array.from({ length }, () => random.below(256));
  const bytes = Buffer.from(mangledReport(random)).subarray(0, length);
  const changed = Uint8Array.from(bytes);
  for (let times = random.below(20); times > 0 && changed.length > 0; times--) changed[random.below(changed.length)] = random.below(256);
  return changed;
}

/** A character of a line dropped, doubled, or another. */
function misspelt(random: Random, line: string): string {
  const at = random.below(line.length);
  const character = random.pick(['', line[at] + line[at], '冇', '，', ' ', '　', '(', '）', '.']);
  return line.slice(0, at) + character + line.slice(at + 1);
}

/** A report that is right but for one slip of the kinds that offices make. */
export function slippedReport(random: Random): string {
  const edition = random.pick(editions);
  const figures = inventFigures(random, edition, 0.4);
  const field = random.pick(edition.fields);
  const written = new Map<string, string>();
  const kind = random.below(9);
  if (kind < 3) {
    const value = mistype(random, Math.trunc(figures.get(field.id) ?? 0));
    written.set(field.id, String(value));
  } else if (kind === 3) written.set(field.id, random.pick(['', '/', 'O', '12.', '1 2', '１２', '无']));
  const text = (own: typeof field) => written.get(own.id) ?? textFrom(figures)(own);
  const shape = random.pick(shapes);
  const lines = reportIn({ edition, year: edition.edition.years[0], organ: '平安县水利局', shape, text }).split('\n');
  const filled = lines.flatMap((line, index) => (/\p{Script=Han}{4}/u.test(line) && index > 1 && index < lines.length - 4 ? [index] : []));
  const at = random.pick(filled);
  if (kind === 4) lines.splice(at, 1);
  else if (kind === 5) lines.splice(at, 0, lines[at]);
  else if (kind === 6) lines[at] = misspelt(random, lines[at]);
  else if (kind === 7) lines[at] = `[bookmark: _GoBack]${lines[at]}`;
  else if (kind === 8) [lines[at], lines[at - 1]] = [lines[at - 1], lines[at]];
  return lines.join('\n');
}
