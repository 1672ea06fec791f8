import type { CompiledEdition, Field } from '../form';
import type { Paragraph } from '../report/paragraphs';
import type { Report } from '../report/report';
import type { Span } from '../text/document';
import type { ProseFigure } from './figures';
import { isOwnName } from './names';
import { type Sentence, sentencesOf } from './sentences';
import { applicants, noughts, type Subject, subjects, type Topic } from './subjects';
import { lastYearIn, withoutCarriedYears, withRelativeYears } from './years';

/** What a sentence states of the tables: that some fields, taken together, have a value. */
export interface Statement extends Span {
  /** Which pattern has bound it. */
  subject: string;
  value: number;
  /** Whether it says just how many. */
  exact: boolean;
  /** The figure; undefined for a statement that something has not happened. */
  figure: ProseFigure | undefined;
  /** Its fields in the report's edition; at least one. */
  fields: readonly Field[];
}

/** Words of any subject; a paragraph without one states nothing that the tables hold. */
const anySubject = /申请|复议|诉讼|规范性文件/;

/** Everything that a report states in its prose of what its tables count. Only what is said for certain is bound. */
export function statementsOf(report: Report, paragraphs: readonly Paragraph[]): Statement[] {
  const { text } = report.document;
  return paragraphs.flatMap((paragraph) =>
    paragraph.section?.id === 'requests' || anySubject.test(text.slice(paragraph.start, paragraph.end))
      ? new Reader(report, paragraph).read()
      : [],
  );
}

/** Matters that are counted like requests and are none. */
const otherMatters =
  /提案|议案|建议|信访(?!举报投诉类)|来信|来电|来访|热线|咨询|投诉(?!类)|留言|工单|(?<!依申请公开)信件|网站|公众号|微博|微信|栏目|许可|不动产|备案|补贴|救助|仲裁/g;
const topicWords: Readonly<Record<Topic, RegExp>> = {
  requests: /依申请|信息公开申请|公开的?申请|申请公开|信息申请/g,
  disputes: /行政复议|行政诉讼/g,
  documents: /规范性文件/g,
};
/** An application, of which only what is about it says that it is one for information. */
const application = /(?<!许可|登记|补贴|救助|备案|执行|复议|仲裁|低保|资质)申请(?!人|表|行政复议|复议|执行|材料|条件)/g;
/** Other years than the one reported on. What was carried over from the last is this year's. */
const otherYears =
  /(?<!结转|结转自|承接)(?:去年|上一?年度?|前年|往年|历年|同期|累计|自\d{4}年以来)(?!度?(?:政府信息公开申请|申请)?(?:结转|转入|遗留|接转))/g;
/** A difference, not a number. */
const compared = /(?:增加|减少|增长|下降|上升|降低|同比|环比|较|多|少)[^，,]{0,8}$/;
/** Parts of an organ, and others than it. */
const others = /各(?:镇|乡|街道|部门|单位|科室|局|委|办|县|区|市)|所属|下属|直属|科室|其他(?:部门|单位)/;

/** Characters in front of a sentence in which its topic is looked for. */
const mostAbove = 1500;
/** Without one of these nothing is said not to have happened. */
const anyNegation = /未|没有|无|不存在/;

/** The subjects that are counted in a unit. */
const byUnit = new Map<string, Subject[]>();

function subjectsOf(unit: string): readonly Subject[] {
  const known = byUnit.get(unit) ?? subjects.filter(({ units }) => units.includes(unit));
  byUnit.set(unit, known);
  return known;
}

class Reader {
  private readonly text: string;
  private readonly edition: CompiledEdition;
  /** The whole that was spoken of last in the sentence: the row or rows whose applicants may follow. */
  private whole: Subject | undefined;
  private readonly statements: Statement[] = [];

  constructor(
    private readonly report: Report,
    private readonly paragraph: Paragraph,
  ) {
    this.text = report.document.text;
    this.edition = report.edition;
  }

  read(): Statement[] {
    for (const sentence of sentencesOf(this.text, this.paragraph)) {
      this.whole = undefined;
      sentence.figures.forEach((figure, index) => {
        this.bind(sentence, figure, sentence.figures[index - 1], sentence.figures[index + 1]);
      });
      this.bindNoughts(sentence);
    }
    return this.statements.sort((a, b) => a.start - b.start);
  }

  private bind(sentence: Sentence, figure: ProseFigure, last: ProseFigure | undefined, next: ProseFigure | undefined): void {
    // Most figures of a report count what its tables do not.
    const candidates = subjectsOf(figure.unit);
    const mayBePart = this.whole?.units.includes(figure.unit) ?? false;
    if (candidates.length === 0 && !mayBePart) return;
    const from = Math.max(this.clauseStart(sentence, figure.start), last?.unitEnd ?? 0);
    const before = this.wordsIn(from, figure.start);
    const behind = this.wordsIn(figure.unitEnd, this.clauseEnd(sentence, figure.unitEnd, next?.start));
    const subject = this.subjectOf(candidates, sentence, figure, before, behind);
    const part = !subject && mayBePart ? applicants.find(({ before: words }) => words.test(before)) : undefined;
    if (!(subject || part) || this.isElsewhere(sentence, { start: from, end: figure.start }, before)) return;
    if (subject) {
      this.whole = ['new', 'newAndCarriedIn', 'handled'].includes(subject.id) ? subject : this.whole;
      this.state(subject.id, subject.fields, figure);
    } else if (part && this.whole)
      this.state(
        part.id,
        this.whole.fields.flatMap((field) => part.columns.map((column) => field.replace(/total$/, column))),
        figure,
      );
  }

  private subjectOf(
    candidates: readonly Subject[],
    sentence: Sentence,
    figure: ProseFigure,
    before: string,
    behind: string,
  ): Subject | undefined {
    let best: { subject: Subject; at: number } | undefined;
    for (const subject of candidates) {
      const front = subject.before?.exec(before);
      const at = front ? front.index : subject.behind?.test(behind) && this.mayFollow(subject, before) ? -1 : undefined;
      if (at === undefined || subject.unless?.test(before) || (at < 0 && subject.unless?.test(behind))) continue;
      if (!best || at > best.at) best = { subject, at };
    }
    return best && this.isTopic(best.subject.topic, sentence, figure, behind) ? best.subject : undefined;
  }

  /** Whether the words in front leave it to those behind the figure to say what it counts. */
  private mayFollow(subject: Subject, before: string): boolean {
    if (subject.id === 'new') return /(?:收到|接到|受理|接收|新收)(?:了)?(?:共|共计)?$/.test(before);
    if (subject.id === 'normativeIssued') return /(?:制定|制发|出台|印发|发布|制订)(?:了)?(?:共|共计)?$/.test(before);
    return /^(?:[^，,]{0,12}(?:引发|引起|发生|收到|被提起|产生|有|共|其中|另有))?(?:了|共)?$/.test(before);
  }

  /** Whether the topic is what was spoken of last, in the sentence or, where that says nothing, in the paragraph. */
  private isTopic(topic: Topic, sentence: Sentence, figure: ProseFigure, behind: string): boolean {
    const said = this.text.slice(sentence.start, figure.start) + behind;
    const own = lastMatch(topicWords[topic], said);
    const other = lastMatch(otherMatters, this.text.slice(sentence.start, figure.start));
    if (topic === 'disputes') return own >= 0 && this.isOfDisclosure(sentence);
    if (topic === 'documents') return own >= 0 && own >= other;
    const isHere = this.paragraph.section?.id === topic || this.paragraph.chapter?.table === topic;
    const above = this.text.slice(Math.max(this.paragraph.start, sentence.start - mostAbove), sentence.start);
    const [ownAbove, otherAbove] = [lastMatch(topicWords[topic], above), lastMatch(otherMatters, above)];
    const isSpokenOf = isHere || own >= 0 || ownAbove > otherAbove;
    const named = Math.max(own, isSpokenOf ? lastMatch(application, said) : -1);
    if (named >= 0) return named >= other;
    return other < 0 && (ownAbove >= 0 ? ownAbove > otherAbove : isHere && otherAbove < 0);
  }

  /** Reconsiderations and lawsuits that are about disclosure, and not about an office's other work. */
  private isOfDisclosure({ start, end }: Span): boolean {
    const { chapter, section } = this.paragraph;
    if (chapter?.table === 'disputes' || section?.id === 'requests') return true;
    return /公开/.test(this.text.slice(Math.max(this.paragraph.start, start - 60), end));
  }

  /** Whether the clause speaks of another year, of a difference, or of somebody else. */
  private isElsewhere(sentence: Sentence, { start, end }: Span, before: string): boolean {
    if (compared.test(before) || others.test(before)) return true;
    const clause = withRelativeYears(this.text.slice(this.clauseStart(sentence, end), end), this.report.identity.year);
    if (lastMatch(otherYears, clause) >= 0 || /[\d一二三四五六七八九十](?:月份|[-—至到]\d{1,2}月)|季度|半年/.test(clause)) return true;
    const year = this.report.identity.year;
    const earlier = withoutCarriedYears(this.text.slice(sentence.start, start).replace(/\s+/g, ''));
    const spokenOf = lastYearIn(earlier + before);
    if (spokenOf !== undefined && year !== null && spokenOf !== year) return true;
    const [, name] =
      /([\u4e00-\u9fff]{2,20}(?:局|委|办|厅|院|镇|乡|街道|中心|政府))(?:共|新|已)?(?:收到|受理|接到|办结)/.exec(
        clause.replace(/\d{4}年度?/, ''),
      ) ?? [];
    return name !== undefined && !isOwnName(name, this.report.identity.organ);
  }

  private bindNoughts(sentence: Sentence): void {
    const said = this.text.slice(sentence.start, sentence.end);
    if (!anyNegation.test(said) || !anySubject.test(said)) return;
    for (const { subject, pattern, unless } of noughts)
      for (const match of said.matchAll(pattern)) {
        const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
        const known = subjects.find(({ id }) => id === subject);
        if (!known || unless?.test(match[0])) continue;
        const from = this.clauseStart(sentence, span.start);
        if (this.isElsewhere(sentence, { start: from, end: span.start }, this.wordsIn(from, span.start))) continue;
        if (known.topic === 'disputes' && !this.isOfDisclosure(sentence)) continue;
        const fields = this.fieldsOf(known.fields);
        if (fields.length > 0) this.statements.push({ ...span, subject, value: 0, exact: true, figure: undefined, fields });
      }
  }

  /** The words in a stretch, without white space, the years of carrying over made relative. */
  private wordsIn(start: number, end: number): string {
    return withRelativeYears(this.text.slice(start, end).replace(/\s+/g, ''), this.report.identity.year);
  }

  private state(subject: string, identifiers: readonly string[], figure: ProseFigure): void {
    const fields = this.fieldsOf(identifiers);
    const { start, end, value, exact } = figure;
    if (fields.length > 0) this.statements.push({ start, end, subject, value, exact, figure, fields });
  }

  /** The fields of the report's edition that identifiers stand for. */
  private fieldsOf(identifiers: readonly string[]): Field[] {
    return identifiers.flatMap((identifier) => {
      const [head, tail] = identifier.split('*');
      if (tail === undefined) return this.edition.fieldById.get(identifier) ?? [];
      return this.edition.fields.filter(({ id }) => id.startsWith(head) && id.endsWith(tail) && id.length > head.length + tail.length);
    });
  }

  /** Clauses end at commas; 、 divides lists within them. */
  private clauseStart(sentence: Sentence, at: number): number {
    for (let i = at; i > sentence.start; i--) if ('，,（(）)'.includes(this.text[i - 1])) return i;
    return sentence.start;
  }

  private clauseEnd(sentence: Sentence, at: number, next: number | undefined): number {
    for (let i = at; i < sentence.end; i++) if ('，,：:、（('.includes(this.text[i]) || i === next) return i;
    return sentence.end;
  }
}

/** Where the last match of a global pattern begins; -1 where there is none. */
function lastMatch(pattern: RegExp, text: string): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
