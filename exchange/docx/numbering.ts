/* The numbers of numbered paragraphs, which a Word file does not store as text (ECMA-376 part 1, 17.9). */

/** One level of a list: the format of its numbers. */
export interface Level {
  start: number;
  format: string;
  /** `%1.%2` stands for the numbers of the levels. */
  text: string;
  /** True if all numbers in it are in Arabic digits. */
  isLegal: boolean;
}

/** A list. Lists of one series continue each other's numbers. */
export interface List {
  series: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels whose numbers this list restarts, and the number that they start with. */
  restarts: ReadonlyMap<number, number>;
}

/** Counts the numbered paragraphs of a document, in its order. */
export class Numbering {
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(private readonly lists: ReadonlyMap<string, List>) {}

  /** The number of the next paragraph of a list; '' if it has none. */
  next(listId: string, depth: number): string {
    const list = this.lists.get(listId);
    const level = list?.levels.get(depth);
    if (!list || !level) return '';
    const counters = this.counters.get(list.series) ?? [];
    this.counters.set(list.series, counters);
    const restart = list.restarts.get(depth);
    const key = `${listId}/${depth}`;
    if (restart !== undefined && !this.begun.has(key)) counters[depth] = restart - 1;
    this.begun.add(key);
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    counters.length = depth + 1;
    if (level.format === 'bullet') return '· ';
    if (level.format === 'none') return level.text.replace(/%\d/g, '');
    return level.text.replace(/%(\d)/g, (_, digit) => {
      const at = Number(digit) - 1;
      const own = list.levels.get(at);
      return formatNumber(counters[at] ?? own?.start ?? 1, level.isLegal ? 'decimal' : (own?.format ?? 'decimal'));
    });
  }
}

const chineseDigits = '〇一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';

function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counted(value, chineseDigits, '十');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counted(value, formalDigits, '拾');
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(value)].map((digit) => chineseDigits[Number(digit)]).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

/** 1 to 99 as Chinese numerals: 十二, 二十. */
function counted(value: number, digits: string, ten: string): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? ten : ''}${value % 10 > 0 ? digits[value % 10] : ''}`;
}

/** A to Z, then AA to ZZ. */
function letter(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  const signs: readonly [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  if (value < 1 || value > 39) return String(value);
  let left = value;
  let text = '';
  for (const [size, sign] of signs)
    while (left >= size) {
      text += sign;
      left -= size;
    }
  return text;
}
