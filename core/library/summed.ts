import { t } from '@vscode/l10n';
import { type CompiledEdition, chapterHeading, chapterOf, type Field, type TableId } from '../form';
import { inOneLine } from '../language';
import { fieldName } from '../report/wording';
import type { Digest } from './digest';
import type { Missing } from './rollup';

/* What is said of a roll-up: before, of each report, and in the end. */

/** Names in a message; the list has the others. */
const mostNamed = 3;

/** A report that was chosen to be summed. */
export interface Chosen {
  digest: Digest;
  /** What it is called: its organ, or its file. */
  name: string;
  file: string;
  errors: number;
}

/** Where the sums went. */
export type Into =
  | { kind: 'new'; name: string }
  /** `lacking`: fields that have a sum, and no cell that it could be written into. */
  | { kind: 'open'; name: string; changed: number; lacking: readonly Field[] };

/** What became of a roll-up. */
export interface Outcome {
  year: number;
  edition: CompiledEdition;
  into: Into;
  chosen: readonly Chosen[];
  missing: readonly Missing[];
  /** Files that could not be read. */
  unread: readonly string[];
  /** Files of reports that do not say which year they are on. */
  undated: readonly string[];
}

/** What a roll-up says: a message in one line, whether all went well, and the whole list, line by line. */
export interface Told {
  message: string;
  isWhole: boolean;
  list: readonly string[];
}

/** Tables by the headings of their chapters. */
export function tableNames(edition: CompiledEdition, tables: readonly TableId[]): string {
  return tables.map((table) => chapterHeading(chapterOf(edition, edition.tables[table].form.chapter))).join(t(', '));
}

/** How many errors a report has; '' for none. */
export function errorCount(errors: number): string {
  if (errors === 0) return '';
  return errors === 1 ? t('1 error') : t('{0} errors', errors);
}

/** Why a report can't be summed, or not all of it. */
export function whyMissing({ digest, why, tables }: Missing, edition: CompiledEdition): string {
  switch (why) {
    case 'year':
      return t('It is on another year and is not summed.');
    case 'edition':
      return t('It has the form of {0} and not that of {1}, and is not summed.', digest.edition, edition.edition.id);
    case 'tables':
      return t('Tables that are not summed, as figures are missing: {0}.', tableNames(edition, tables));
  }
}

/** What it says in the end. */
export function toldOf(outcome: Outcome): Told {
  const { chosen, missing, edition, unread, undated, into } = outcome;
  const left = new Set(missing.flatMap(({ digest, why }) => (why === 'tables' ? [] : [digest])));
  const partly = new Map(missing.map((each) => [each.digest, each]));
  const summed = chosen.filter(({ digest }) => !left.has(digest));
  const wrong = summed.filter(({ errors }) => errors > 0);
  const incomplete = chosen.filter(({ digest }) => partly.has(digest));
  const lacking = into.kind === 'open' ? into.lacking : [];
  const head = headline(outcome, summed.length);
  const message = [
    head,
    ...(wrong.length > 0 ? [t('With errors: {0}.', named(wrong.map(({ name }) => name)))] : []),
    ...(incomplete.length > 0 ? [t('Not summed, or not all of it: {0}.', named(incomplete.map(({ name }) => name)))] : []),
    ...(lacking.length > 0 ? [lackingCount(lacking)] : []),
    ...(unread.length > 0 ? [t('Files that can’t be read: {0}.', named(unread))] : []),
    ...(undated.length > 0 ? [t('Reports without a year, which are not summed: {0}.', named(undated))] : []),
  ];
  const list = [
    [head],
    [t('Summed:'), ...summed.map(({ name, file, errors }) => line(name, file, errorCount(errors)))],
    [
      t('Not summed, or not all of it:'),
      ...incomplete.flatMap(({ name, file, digest }) => [line(name, file), `  ${line(reason(partly.get(digest), edition))}`]),
    ],
    [t('Figures without a cell in the report:'), ...lacking.map((field) => line(fieldName(edition.tables[field.table], field)))],
    [t('Files that can’t be read:'), ...unread.map((file) => line(file))],
    [t('Reports without a year, which are not summed:'), ...undated.map((file) => line(file))],
  ].filter(({ length }, index) => index === 0 || length > 1);
  return {
    message: inOneLine(message),
    isWhole: message.length === 1,
    list: list.flatMap((part, index) => (index === 0 ? part : ['', ...part])),
  };
}

function headline({ year, into }: Outcome, count: number): string {
  if (into.kind === 'new')
    return count === 1
      ? t('One report on {0} is summed in a new report of {1}.', year, into.name)
      : t('{2} reports on {0} are summed in a new report of {1}.', year, into.name, count);
  return count === 1
    ? t('One report on {0} is summed in the report of {1}; figures changed: {2}.', year, into.name, into.changed)
    : t('{3} reports on {0} are summed in the report of {1}; figures changed: {2}.', year, into.name, into.changed, count);
}

/** How many sums have no cell to be written into. */
export function lackingCount(lacking: readonly Field[]): string {
  return lacking.length === 1
    ? t('One sum is not written: the report has no cell for it.')
    : t('{0} sums are not written: the report has no cells for them.', lacking.length);
}

function reason(missing: Missing | undefined, edition: CompiledEdition): string {
  return missing ? whyMissing(missing, edition) : '';
}

/** The first of some names, and how many more there are. */
function named(names: readonly string[]): string {
  const first = names.slice(0, mostNamed).join(t(', '));
  return names.length > mostNamed ? t('{0} and {1} more', first, names.length - mostNamed) : first;
}

function line(...parts: readonly string[]): string {
  return `  ${parts.filter((part) => part !== '').join('  ')}`;
}
