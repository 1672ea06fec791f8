import { type Schema, Validator } from '@cfworker/json-schema';
import { t } from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { type Severities, severities } from './check';
import { checks } from './index';
import { pageOf } from './pages';

/** JSON Schema (draft 7) of severities by code: of the setting `nianbao.checks`, and of `checks` in nianbao.json. */
export const severitiesSchema = {
  type: 'object',
  properties: Object.fromEntries(
    checks.map((check) => [check.code, { enum: severities, default: check.severity, markdownDescription: aboutOf(pageOf(check)) }]),
  ),
  additionalProperties: false,
};

/** What a page says before its examples, without its title. */
function aboutOf(page: string): string {
  return page.slice(page.indexOf('\n'), page.indexOf('\n## ')).trim();
}

/** What is wrong in a value that a schema describes. */
export interface SchemaProblem {
  kind: 'unknown' | 'not-in-list' | 'wrong-type';
  /** Keys and indices from the value to the place. */
  path: string[];
}

/**
 * Where a value departs from a JSON Schema (draft 7): keys that are unknown, values that a list does not have, values of
 * another type. Throws a URIError where a key has half of a surrogate pair.
 */
export function schemaProblems(schema: object, value: unknown): SchemaProblem[] {
  const { errors } = new Validator(schema as Schema, '7', false).validate(value);
  return errors.flatMap(({ keyword, instanceLocation }): SchemaProblem[] => {
    const kind = kinds[keyword];
    return kind ? [{ kind, path: instanceLocation.split('/').slice(1).map(keyOf) }] : [];
  });
}

/** Keywords that say what is wrong at a place itself; the others say only that something below it is. */
const kinds: Readonly<Record<string, SchemaProblem['kind'] | undefined>> = {
  false: 'unknown',
  enum: 'not-in-list',
  type: 'wrong-type',
};

/** A step of a JSON Pointer in a URI → the key. */
function keyOf(step: string): string {
  return decodeURI(step).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** An unknown code or severity as a sentence that says what would be right. */
export function severityProblem({ kind, path }: SchemaProblem, value: unknown): string {
  const [code] = path.slice(-1);
  if (kind !== 'unknown')
    return t('The check “{0}” can’t have the severity “{1}”; it takes one of {2}.', code, String(value), severities.join(', '));
  const [nearest] = checks.map((check) => ({ code: check.code, far: distance(check.code, code) })).sort((a, b) => a.far - b.far);
  return nearest.far <= mostSlips
    ? t('There is no check “{0}”; “{1}” may be meant.', code, nearest.code)
    : t('There is no check “{0}”; “nianbao explain” lists all checks.', code);
}

/** Characters in which a code may differ from the one that is suggested. */
const mostSlips = 3;

/** The setting `nianbao.checks` as a user wrote it: what holds, and a sentence for each entry that does not. */
export function readSeverities(written: unknown): { severities: Severities; problems: string[] } {
  if (written === undefined || written === null) return { severities: {}, problems: [] };
  const found = schemaProblems(severitiesSchema, written);
  if (found.some(({ path }) => path.length === 0))
    return {
      severities: {},
      problems: [t('The setting “{0}” must be an object that gives codes of checks their severities.', 'nianbao.checks')],
    };
  const entries = Object.entries(written as object);
  const wrong = new Set(found.map(({ path }) => path[0]));
  return {
    severities: Object.fromEntries(entries.filter(([code]) => !wrong.has(code))),
    problems: found.map((problem) => severityProblem(problem, (written as Record<string, unknown>)[problem.path[0]])),
  };
}
