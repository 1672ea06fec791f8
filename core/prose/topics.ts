import type { TableId } from '../form';
import type { Clause, Passage } from './clauses';

/** What must be spoken of, in the sentence or just before it, for words that many matters share. */
export interface Topic {
  /** True if a figure's clause is about the topic. */
  isOf(passage: Passage, clause: Clause): boolean;
  /** True if what a sentence denies is about the topic: the words of a denial are plainer than those around a figure. */
  isDeniedIn(passage: Passage): boolean;
}

/** Matters that are counted like requests and are none. */
const otherMatters =
  /提案|议案|建议|信访(?!举报投诉类)|来信|来电|来访|热线|咨询|投诉(?!类)|留言|工单|(?<!依申请公开)信件|网站|公众号|微博|微信|栏目|许可|不动产|备案|补贴|救助|仲裁/g;
const requestWords = /依申请|信息公开申请|公开的?申请|申请公开|信息申请/g;
/** An application: only the words around it say that it is one for information. */
const application = /(?<!许可|登记|补贴|救助|备案|执行|复议|仲裁|低保|资质)申请(?!人|表|行政复议|复议|执行|材料|条件)/g;
const disputeWords = /行政复议|行政诉讼/g;
const documentWords = /规范性文件/g;

/** Characters before a sentence in which its topic is looked for: more than any paragraph has on one topic. */
const mostAbove = 1500;
/** Characters before a sentence in which disclosure is looked for: the end of the sentence before. */
const disclosureAbove = 60;

/** Requests: named in the sentence, or else spoken of last in the paragraph, or the matter of its part of the report. */
export const requests: Topic = {
  isOf(passage, { said, after }) {
    const named = lastMatch(requestWords, said + after);
    const other = lastMatch(otherMatters, said);
    const above = textAbove(passage, mostAbove);
    const [namedAbove, otherAbove] = [lastMatch(requestWords, above), lastMatch(otherMatters, above)];
    const isHere = isInPartOn(passage, 'requests');
    const isSpokenOf = isHere || named >= 0 || namedAbove > otherAbove;
    const nearest = Math.max(named, isSpokenOf ? lastMatch(application, said + after) : -1);
    if (nearest >= 0) return nearest >= other;
    return other < 0 && (namedAbove >= 0 ? namedAbove > otherAbove : isHere && otherAbove < 0);
  },
  isDeniedIn: () => true,
};

/** Reconsiderations and lawsuits about disclosure, not about an office's other work. */
export const disputes: Topic = {
  isOf: (passage, { said, after }) => lastMatch(disputeWords, said + after) >= 0 && isOnDisclosure(passage),
  isDeniedIn: isOnDisclosure,
};

/** Normative documents, named in the sentence. */
export const documents: Topic = {
  isOf(_, { said, after }) {
    const named = lastMatch(documentWords, said + after);
    return named >= 0 && named >= lastMatch(otherMatters, said);
  },
  isDeniedIn: () => true,
};

function isOnDisclosure(passage: Passage): boolean {
  const { report, sentence, paragraph } = passage;
  if (paragraph.chapter?.table === 'disputes' || paragraph.section?.id === 'requests') return true;
  return `${textAbove(passage, disclosureAbove)}${report.document.text.slice(sentence.start, sentence.end)}`.includes('公开');
}

/** True if the passage stands in the chapter, or in the part of one, that a table is about. */
function isInPartOn({ paragraph: { chapter, section } }: Passage, table: TableId): boolean {
  return section?.id === table || chapter?.table === table;
}

/** What the paragraph says before the sentence, at most so many characters. */
function textAbove({ report, paragraph, sentence }: Passage, most: number): string {
  return report.document.text.slice(Math.max(paragraph.start, sentence.start - most), sentence.start);
}

/** Where the last match of a global pattern begins; -1 where there is none. */
function lastMatch(pattern: RegExp, text: string): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
