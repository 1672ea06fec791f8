import assert from 'node:assert/strict';
import { latestEdition } from '../../core/form';
import { analyse, check, draft, fieldsOf, format, split } from '../../core/index';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { reportIn, textFrom } from '../support/shapes';

const figures = inventFigures(seeded(1));
const report = (year: number, change: Record<string, number> = {}, organ = '平安县水利局') => {
  const changed = new Map([...figures, ...Object.entries(change)]);
  return reportIn({ edition: latestEdition, year, organ, shape: 'tab-cells', text: textFrom(changed) });
};
const codes = (text: string, context?: Parameters<typeof check>[1]) => check(analyse(text), context).map(({ code }) => code);

describe('the public API', () => {
  it('checks an analysis without a context', () => {
    assert.deepEqual(codes(report(2023)), []);
    const natural = figures.get('requests.new.natural') ?? assert.fail();
    assert.deepEqual(codes(report(2023, { 'requests.new.natural': natural + 1 })), ['suspect-cell']);
    assert.deepEqual(codes('会议记录'), ['not-a-report']);
  });

  it('sets severities by code, and switches a check off', () => {
    const wrong = report(2023, { 'requests.new.natural': (figures.get('requests.new.natural') ?? 0) + 1 });
    assert.deepEqual(
      check(analyse(wrong), { severities: { 'suspect-cell': 'hint' } }).map(({ severity }) => severity),
      ['hint'],
    );
    assert.deepEqual(codes(wrong, { severities: { 'suspect-cell': 'off' } }), []);
  });

  it('compares with last year’s report, and names its file', () => {
    const last = { file: 'last.txt', firstLine: 0, analysis: analyse(report(2022)) };
    const found = check(analyse(report(2023)), { last }).filter(({ code }) => code === 'carry-over');
    assert.ok(found.length > 0);
    assert.ok(found.every(({ related }) => related?.some(({ elsewhere }) => elsewhere?.file === 'last.txt')));
  });

  it('compares with the reports below', () => {
    const below = [{ file: 'below.txt', firstLine: 0, analysis: analyse(report(2023, {}, '平安县教育局')) }];
    assert.ok(!codes(report(2023), { below }).includes('rollup'));
    const twice = [...below, { ...below[0], file: 'other.txt' }];
    assert.ok(codes(report(2023), { below: twice }).includes('rollup'));
  });

  it('formats the tables of every report of a text, and changes no figure', () => {
    const text = report(2022) + report(2023);
    const formatted = format(text);
    assert.match(formatted, /\n\| --- \|/);
    const values = (whole: string) =>
      split(whole).map((part) => fieldsOf(analyse(part.text).report).map(({ field, value }) => [field.id, value]));
    assert.deepEqual(values(formatted), values(text));
    assert.equal(values(text).length, 2);
    assert.equal(format(formatted), formatted);
  });

  it('drafts a report with the figures that the year begins with', () => {
    const next = analyse(draft({ organ: '平安县水利局', year: 2024, last: analyse(report(2023)).report })).report;
    assert.deepEqual([next.identity.organ, next.identity.year], ['平安县水利局', 2024]);
    const value = (id: string) => fieldsOf(next).find(({ field }) => field.id === id)?.value;
    assert.equal(value('requests.carriedIn.total'), figures.get('requests.carriedOut.total'));
    assert.equal(value('requests.new.total'), null);
  });
});
