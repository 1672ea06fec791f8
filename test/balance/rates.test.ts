import assert from 'node:assert/strict';
import { measureRates } from '../support/rates';

describe('generated mistakes', () => {
  const rates = measureRates(20_000_101, 1500);
  const at = (name: keyof typeof rates.rates, least: number) =>
    it(`${name}: at least ${least * 100} %`, () => assert.ok(rates.rates[name] >= least, `${(rates.rates[name] * 100).toFixed(2)} %`));
  at('one mistyped figure, found', 1);
  at('one mistyped figure, located and restored', 0.99);
  at('two mistyped figures, found', 1);
  at('two mistyped figures, both located', 0.97);
  at('two neighbours of a column exchanged, found', 1);
  at('two neighbours of a column exchanged, both located', 0.8);
});
