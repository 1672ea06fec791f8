import { analyse } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import { digestOf } from '../../core/library/digest';
import type { Neighbours } from '../../core/library/library';
import { applyEdits } from '../../core/text/edit';

/** A finding of one check, with words for offsets. */
export interface Seen {
  /** The text that it marks. */
  shown: string;
  field: string | undefined;
  severity: string;
  message: string;
  /** Messages of what is related. */
  related: string[];
  /** Titles of the fixes, and the text after each. */
  fixes: { title: string; text: string; restoresForm: boolean }[];
}

/** What one check finds in a text, in the text's order. */
export function seenBy(code: string, text: string, neighbours: Neighbours = {}): Seen[] {
  return check(analyse(text), { neighbours })
    .filter((finding) => finding.code === code)
    .map(({ start, end, field, severity, message, related = [], fixes = [] }) => ({
      shown: text.slice(start, end),
      field,
      severity,
      message,
      related: related.map((each) => each.message),
      fixes: fixes.map(({ title, edits, restoresForm = false }) => ({ title, text: applyEdits(text, edits), restoresForm })),
    }));
}

/** What one check marks in a text. */
export const shownBy = (code: string, text: string, neighbours: Neighbours = {}) =>
  seenBy(code, text, neighbours).map(({ shown }) => shown);

/** Last year's report as a neighbour. */
export const last = (text: string): Neighbours => ({ last: digestOf({ analysis: analyse(text), firstLine: 0 }, 'last.md') });

/** Reports that add up to one, as its neighbours. */
export const below = (...texts: readonly string[]): Neighbours => ({
  below: texts.map((text, index) => digestOf({ analysis: analyse(text), firstLine: 0 }, `below/${index}.md`)),
});

/** A title and paragraphs, a line between them. */
export const titled = (...blocks: readonly string[]) => `${['# 平安县水利局2025年政府信息公开工作年度报告', ...blocks].join('\n\n')}\n`;

/** Rows of the table of documents. */
export const documents = (...rows: readonly string[]) =>
  ['## 二、主动公开政府信息情况\n', '|  | 本年制发件数 | 本年废止件数 | 现行有效件数 |', '| --- | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );

/** Rows of the table of requests. */
export const requests = (...rows: readonly string[]) =>
  [
    '## 三、收到和处理政府信息公开申请情况\n',
    '|  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');

/** A paragraph of the first chapter. */
export const prose = (text: string) => titled(`## 一、总体情况\n\n${text}`);
