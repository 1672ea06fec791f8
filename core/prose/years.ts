/** A year that a request is carried over from or to: 结转至2026年, 承接2024年, 2024年度政府信息公开申请结转. */
const carriedOver =
  /20\d\d年(?:(?<=(?:结转|接转|转入?|延至|承接)(?:至|到|入|自)?20\d\d年)|(?=度?的?(?:政府信息公开申请|申请)?(?:结转|转入|遗留|接转)))/g;
/** A year, but not the beginning of a period or of a date. */
const anyYear = /(20\d\d)年(?!以来|\d{1,2}月)/g;
/** The words before a year to which something is carried over: all that tells where the report's year is not known. */
const leadsTo = /[至到入]$/;

/**
 * A clause without white space, in which 上年 and 下年 stand for the years of carrying over: for 2024年 in 2024年结转 in a
 * report on 2025. Years that are neither the last nor the next stay as they are.
 */
export function withRelativeYears(clause: string, reported: number | null): string {
  return clause.replace(carriedOver, (written, at: number) => {
    if (reported === null) return leadsTo.test(clause.slice(0, at)) ? '下年' : written;
    const distance = Number.parseInt(written, 10) - reported;
    return distance === -1 ? '上年' : distance === 1 ? '下年' : written;
  });
}

/** A text without the years of carrying over: what was carried over is not a figure of another year. */
export function withoutCarriedYears(text: string): string {
  return text.replace(carriedOver, '');
}

/** The year that a text without white space speaks of last; undefined where there is none. */
export function lastYearIn(text: string): number | undefined {
  const last = [...text.matchAll(anyYear)].at(-1);
  return last && Number(last[1]);
}
