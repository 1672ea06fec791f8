import type { Report } from '../report/report';
import { type Clause, withoutSpace } from './clauses';
import { isOwnName } from './names';
import { lastYearIn, withoutCarriedYears } from './years';

/** A difference, not a number. */
const compared = /(?:增加|减少|增长|下降|上升|降低|同比|环比|较|多|少)[^，,]{0,8}$/;
/** Parts of an organ, and others than it. */
const others = /各(?:镇|乡|街道|部门|单位|科室|局|委|办|县|区|市)|所属|下属|直属|科室|其他(?:部门|单位)/;
/** Years other than the one reported on, in words. What is carried over from the last year is this year's. */
const otherYears =
  /(?<!结转|结转自|承接)(?:去年|上一?年度?|前年|往年|历年|同期|累计|自\d{4}年以来)(?!度?(?:政府信息公开申请|申请)?(?:结转|转入|遗留|接转))/;
/** A part of the year. */
const partOfYear = /[\d一二三四五六七八九十](?:月份|[-—至到]\d{1,2}月)|季度|半年/;
/** The name of an organ that has received or handled something. */
const organ = /([\u4e00-\u9fff]{2,20}(?:局|委|办|厅|院|镇|乡|街道|中心|政府))(?:共|新|已)?(?:收到|受理|接到|办结)/;

/** True if a clause does not count what the organ itself did in the year reported on. */
export function isOfOthers({ identity }: Report, clause: Clause): boolean {
  const { before, lead } = clause;
  return (
    compared.test(before) ||
    others.test(before) ||
    otherYears.test(lead) ||
    partOfYear.test(lead) ||
    isOfOtherYear(clause, identity.year) ||
    isOfOtherOrgan(lead, identity.organ)
  );
}

function isOfOtherYear({ earlier, before }: Clause, reported: number | null): boolean {
  const year = lastYearIn(withoutCarriedYears(withoutSpace(earlier)) + before);
  return year !== undefined && reported !== null && year !== reported;
}

function isOfOtherOrgan(lead: string, own: string | null): boolean {
  const [, name] = organ.exec(lead.replace(/\d{4}年度?/, '')) ?? [];
  return name !== undefined && !isOwnName(name, own);
}
