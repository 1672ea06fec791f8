import assert from 'node:assert/strict';
import { lastYearIn, withoutCarriedYears, withRelativeYears } from '../../core/prose/years';

describe('withRelativeYears', () => {
  const cases: [clause: string, in2025: string, where: string][] = [
    ['结转至2026年', '结转至下年', 'after words of carrying over'],
    ['转入2026年办理', '转入下年办理', 'after 转入'],
    ['延至2026年', '延至下年', 'after 延至'],
    ['结转2024年申请', '结转上年申请', 'without a direction'],
    ['结转自2024年', '结转自上年', 'after 自'],
    ['承接2024年', '承接上年', 'after 承接'],
    ['接转2024年', '接转上年', 'after 接转'],
    ['2024年结转', '上年结转', 'before words of carrying over'],
    ['2024年度政府信息公开申请遗留', '上年度政府信息公开申请遗留', 'before what is carried over'],
    ['2024年的申请转入', '上年的申请转入', 'with 的'],
    ['2024年结转至2026年', '上年结转至下年', 'several in a clause'],
    ['结转至2025年', '结转至2025年', 'not for the year itself'],
    ['结转至2027年', '结转至2027年', 'not for a later year'],
    ['2023年结转', '2023年结转', 'not for an earlier year'],
    ['2024年收到', '2024年收到', 'not without words of carrying over'],
    ['结转3件至2026年', '结转3件至2026年', 'not with other words between'],
  ];
  for (const [clause, relative, where] of cases) it(`${where}: ${clause}`, () => assert.equal(withRelativeYears(clause, 2025), relative));

  it('goes by the words before a year where the report’s year is not known', () => {
    assert.equal(withRelativeYears('结转至2026年', null), '结转至下年');
    assert.equal(withRelativeYears('结转到2026年', null), '结转到下年');
    assert.equal(withRelativeYears('转入2026年', null), '转入下年');
    assert.equal(withRelativeYears('结转2026年', null), '结转2026年');
    assert.equal(withRelativeYears('2024年结转', null), '2024年结转');
  });
});

describe('withoutCarriedYears', () => {
  it('leaves out the years of carrying over, whichever they are', () => {
    assert.equal(withoutCarriedYears('2025年收到，2023年结转，结转至2027年'), '2025年收到，结转，结转至');
  });
});

describe('lastYearIn', () => {
  it('is the year named last', () => assert.equal(lastYearIn('2024年收到，2025年办结'), 2025));
  it('is no date and no beginning of a period', () => assert.equal(lastYearIn('2024年，2025年1月，2025年12月，2019年以来'), 2024));
  it('is not known where none is named', () => assert.equal(lastYearIn('去年收到2025件'), undefined));
});
