import type { Field } from '../form';
import type { Paragraph } from '../report/paragraphs';
import type { Report } from '../report/report';
import type { Span } from '../text/document';
import { isOfOthers } from './attribution';
import { type Clause, clauseOfDenial, clauseOfFigure, type Passage } from './clauses';
import type { FieldsByEdition } from './field-ids';
import type { ProseFigure } from './figures';
import { sentencesOf } from './sentences';
import type { ApplicantGroup, Subject } from './subject';
import { subjects } from './subjects';

/** What a sentence states of the tables: that some fields, taken together, have a value. */
export interface Statement extends Span {
  /** The subject, or the group of its applicants, whose pattern has bound it. */
  subject: string;
  value: number;
  /** True if it says just how many. */
  exact: boolean;
  /** The figure; undefined for a statement that something has not happened. */
  figure: ProseFigure | undefined;
  /** Its fields in the report's edition; at least one. */
  fields: readonly Field[];
}

/** Words of any subject; a paragraph without one states nothing that the tables hold. */
const anySubject = /申请|复议|诉讼|规范性文件/;
/** Without one of these a sentence denies nothing. */
const anyDenial = /未|没有|无|不存在/;

/** The subjects that are counted in each unit: most figures of a report count what its tables do not. */
const subjectsByUnit = new Map(
  subjects.flatMap(({ units }) => units).map((unit) => [unit, subjects.filter(({ units }) => units.includes(unit))]),
);

/**
 * Everything that a report states in its prose of what its tables count, in the text's order. Only what is said for certain
 * is bound: a false warning costs more than a missed one.
 */
export function statementsOf(report: Report, paragraphs: readonly Paragraph[]): Statement[] {
  const { text } = report.document;
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.section?.id !== 'requests' && !anySubject.test(text.slice(paragraph.start, paragraph.end))) return [];
    return sentencesOf(text, paragraph).flatMap((sentence) => statementsIn({ report, paragraph, sentence }));
  });
}

function statementsIn(passage: Passage): Statement[] {
  return [...figuresStated(passage), ...denied(passage)].sort((a, b) => a.start - b.start);
}

/** What the figures of a sentence state. Applicants are those of the subject that was spoken of last. */
function figuresStated(passage: Passage): Statement[] {
  let whole: Subject | undefined;
  return passage.sentence.figures.flatMap((figure, index) => {
    const candidates = subjectsByUnit.get(figure.unit);
    if (!candidates) return [];
    const clause = clauseOfFigure(passage, index);
    const subject = subjectOf(candidates, clause);
    const spokenOf = subject?.topic.isOf(passage, clause) ? subject : undefined;
    const bound = spokenOf ?? applicantsOf(whole, figure, clause);
    if (!bound || isOfOthers(passage.report, clause)) return [];
    if (spokenOf && spokenOf.applicants.length > 0) whole = spokenOf;
    const { start, end, value, exact } = figure;
    return stated(passage, bound, { start, end, value, exact, figure });
  });
}

/** The subject whose words end nearest before the figure; else the first that is named after it. */
function subjectOf(candidates: readonly Subject[], { before, after }: Clause): Subject | undefined {
  let nearest: { subject: Subject; index: number } | undefined;
  const admitted = candidates.filter(({ unless }) => !unless?.test(before));
  for (const subject of admitted) {
    const index = subject.before.exec(before)?.index;
    if (index !== undefined && (!nearest || index > nearest.index)) nearest = { subject, index };
  }
  if (nearest) return nearest.subject;
  return admitted.find(({ named, unless }) => named?.after.test(after) && named.lead.test(before) && !unless?.test(after));
}

/** The applicants of `whole` that the clause is about. */
function applicantsOf(whole: Subject | undefined, { unit }: ProseFigure, { before }: Clause): ApplicantGroup | undefined {
  return whole?.units.includes(unit) ? whole.applicants.find((group) => group.before.test(before)) : undefined;
}

/** What a sentence says not to have happened. */
function denied(passage: Passage): Statement[] {
  const { report, sentence } = passage;
  const said = report.document.text.slice(sentence.start, sentence.end);
  if (!anyDenial.test(said) || !anySubject.test(said)) return [];
  return subjects.flatMap((subject) =>
    subject.denials.flatMap(({ pattern, unless }) =>
      [...said.matchAll(pattern)].flatMap(({ 0: words, index }) => {
        const start = sentence.start + index;
        if (unless?.test(words) || isOfOthers(report, clauseOfDenial(passage, start)) || !subject.topic.isDeniedIn(passage)) return [];
        return stated(passage, subject, { start, end: start + words.length, value: 0, exact: true, figure: undefined });
      }),
    ),
  );
}

/** The statement of a subject's fields, if the report's edition has any of them. */
function stated(
  { report }: Passage,
  { id, fields: byEdition }: { id: string; fields: FieldsByEdition },
  what: Omit<Statement, 'subject' | 'fields'>,
): Statement[] {
  const fields = byEdition.get(report.edition) ?? [];
  return fields.length > 0 ? [{ ...what, subject: id, fields }] : [];
}
