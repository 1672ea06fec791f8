import assert from 'node:assert/strict';
import { figuresIn } from '../../core/prose/figures';

/** The figures of a text: value and unit, with ~ where it is not exact. */
const figures = (text: string) =>
  figuresIn(text, { start: 0, end: text.length }).map(({ value, unit, exact }) => `${exact ? '' : '~'}${value}${unit}`);

describe('figuresIn', () => {
  const cases: [rule: string, text: string, ...found: string[]][] = [
    ['digits with a unit', '收到12件，办结3条', '12件', '3条'],
    ['full-width digits', '收到１２件', '12件'],
    ['thousands separators', '收到1,234件、１，２３４，５６７件', '1234件', '1234567件'],
    ['a comma that separates no thousands', '第一批1,23件', '23件'],
    ['a decimal point', '收费12.5元、１２．５０元', '12.5元', '12.5元'],
    ['Chinese numerals', '收到十二件、两件、一百零五件', '12件', '2件', '105件'],
    ['white space before the unit', '收到 12 件', '12件'],
    ['nothing without a unit', '收到12，办结十二'],
    ['nothing where there is no digit', '收到申请若干件'],
    ['numerals that are no number', '收到百件'],
    ['ten thousands and hundred millions, which are rounded', '收入3万元、3万件、2.5亿元', '~30000元', '~30000件', '~250000000元'],
    ['about so many', '约30件、近30件、逾30件、超过30件、不足30件、至少 30件、将近30件', ...new Array(7).fill('~30件')],
    ['and more', '30余件、30多件、30几件、30件以上、30件左右、30件余', ...new Array(6).fill('~30件')],
    ['percentages of either width', '占20%、占20.5％', '20%', '20.5%'],
    ['the longest unit', '12件次、12人次', '12件次', '12人次'],
    ['no articles', '第20条、三十七条、第三件'],
    ['no ends of ranges and no parts of words', '3-5件、3—5件、A4件、〔2019〕60号、第 6件、[5件、.5件、～7件'],
    ['what follows an article', '第20条3件', '3件'],
    ['what is far from a word for about', '约定的申请共有五类计30件', '5类', '30件'],
  ];
  for (const [rule, text, ...found] of cases) it(`${rule}: ${text}`, () => assert.deepEqual(figures(text), found));

  it('says where the digits stand, where the unit ends, and how many decimals there are', () => {
    const text = '办结，收费 12.50 万元。';
    const [{ start, end, unitEnd, decimals }, ...others] = figuresIn(text, { start: 3, end: text.length });
    assert.deepEqual([text.slice(start, end), text.slice(end, unitEnd), decimals, others], ['12.50', ' 万元', 2, []]);
    assert.deepEqual(
      figuresIn('12件，十件', { start: 0, end: 8 }).map((figure) => figure.decimals),
      [0, 0],
    );
  });

  it('looks in the stretch alone', () => {
    assert.deepEqual(
      figuresIn('1件2件3件', { start: 2, end: 4 }).map(({ start, end, unitEnd, value }) => [start, end, unitEnd, value]),
      [[2, 3, 4, 2]],
    );
  });
});
