import { type FieldsByEdition, resolveFields } from './field-ids';
import type { Topic } from './topics';

/** The words before a figure that say nothing of what it counts. */
const anyLead = /^(?:[^，,]{0,12}(?:引发|引起|发生|收到|被提起|产生|有|共|其中|另有))?(?:了|共)?$/;

/** What a figure can count. */
export interface Subject {
  id: string;
  topic: Topic;
  /** Units in which it is counted. */
  units: readonly string[];
  /** The fields whose sum it is. */
  fields: FieldsByEdition;
  /** The words before the figure, up to it. */
  before: RegExp;
  /** The words after the figure, where those before it (`lead`) leave it to them to say what is counted. */
  named: { lead: RegExp; after: RegExp } | undefined;
  /** Words in the clause with which it means something else. */
  unless: RegExp | undefined;
  /** Clauses, and the figure in each that is bound. */
  examples: readonly Example[];
  /** The groups of applicants that may be counted once the subject has been spoken of; none if it has no applicants. */
  applicants: readonly ApplicantGroup[];
  /** The ways to say that there was none. */
  denials: readonly Denial[];
}

export type Example = readonly [clause: string, figure: number];

/** Some of a subject's applicants: 其中自然人3件. */
export interface ApplicantGroup {
  id: string;
  fields: FieldsByEdition;
  before: RegExp;
  examples: readonly Example[];
}

/** Words that say that something has not happened at all. */
export interface Denial {
  pattern: RegExp;
  /** Words in what matches with which something else is denied. */
  unless?: RegExp;
  examples: readonly string[];
}

/** A group of applicants as it is written down: its columns stand in the place of a row's total. */
export type ApplicantColumns = Omit<ApplicantGroup, 'fields'> & { columns: readonly string[] };

/** A subject as it is written down. */
export interface SubjectEntry {
  id: string;
  topic: Topic;
  units: string;
  /** Identifiers of the fields that are counted together; `*` stands for any row of a group. */
  counts: readonly string[];
  before: RegExp;
  after?: RegExp;
  /** Words before the figure with which `after` counts, where they are not those of any subject. */
  lead?: RegExp;
  unless?: RegExp;
  examples: readonly Example[];
  applicants?: readonly ApplicantColumns[];
  denials?: readonly Denial[];
}

/**
 * A subject with its fields looked up in every edition.
 * @throws Error where no edition has one of its fields
 */
export function defineSubject(entry: SubjectEntry): Subject {
  const { units, counts, after, lead = anyLead, unless, applicants = [], denials = [], ...rest } = entry;
  return {
    ...rest,
    units: [...units],
    fields: resolveFields(`subject ${entry.id}`, counts),
    named: after && { lead, after },
    unless,
    applicants: applicants.map((group) => applicantsOf(entry, group)),
    denials,
  };
}

function applicantsOf({ id, counts }: SubjectEntry, { columns, ...group }: ApplicantColumns): ApplicantGroup {
  const ids = counts.flatMap((field) => columns.map((column) => field.replace(/total$/, column)));
  return { ...group, fields: resolveFields(`subject ${id}, ${group.id}`, ids) };
}
