import assert from 'node:assert/strict';
import { measureRates, type Rates } from '../support/rates';

describe('generated mistakes @slow', () => {
  const least: Rates['rates'] = {
    'one mistyped figure, found': 1,
    'one mistyped figure, located and restored': 0.99,
    'two mistyped figures, found': 1,
    'two mistyped figures, both located': 0.97,
    'two neighbours of a column exchanged, found': 1,
    'two neighbours of a column exchanged, both located': 0.8,
  };

  // In the test and for each run of it: mutation testing runs a test many times in one process.
  it('are found and located at no lower rates than these', () => {
    const { rates } = measureRates(20_000_101, 1500);
    const names = Object.keys(least) as (keyof Rates['rates'])[];
    const lower = names.filter((name) => !(rates[name] >= least[name]));
    assert.deepEqual(
      lower.map((name) => `${name}: ${rates[name]}`),
      [],
    );
  });
});
