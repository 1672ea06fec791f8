import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { getNodeValue, type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Severities } from '../core/checks/check';
import { type SchemaProblem, schemaProblems, severityProblem } from '../core/checks/settings';
import type { Renamed } from '../core/library/organs';
import type { RollUps } from './below';
import { projectSchema } from './project-schema';

/** The file by which a folder's reports have settings of their own, in the editor and on the command line alike. */
export const projectFile = 'nianbao.json';

/** What `nianbao.json` says. */
export interface Project {
  checks: Severities;
  /** Former names of organs → their present names. */
  organs: Renamed;
  rollup: RollUps;
  /** The folder that the settings stand in; undefined where there are none. */
  folder?: string;
}

const none: Project = { checks: {}, organs: {}, rollup: {} };

/** What is wrong at a place of a settings file; line and column count from 1, in UTF-16 units. */
export interface ProjectProblem {
  line: number;
  column: number;
  /** A whole sentence that says what would be right. */
  message: string;
}

/** A settings file read. What the problems concern is passed over; the rest holds. */
export interface ReadProject {
  project: Project;
  problems: ProjectProblem[];
}

/** The text of a `nianbao.json` → settings, as its schema has them. Never throws. */
export function readProject(written: string): ReadProject {
  const text = written.replace(/^\ufeff/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const at = (offset: number, message: string): ProjectProblem => {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, message };
  };
  const [error] = errors;
  if (error) return { project: none, problems: [at(error.offset, syntaxProblem(error.error))] };
  const value: unknown = root && getNodeValue(root);
  let found: SchemaProblem[];
  try {
    found = schemaProblems(projectSchema, value);
  } catch {
    return { project: none, problems: [at(0, t('A name in this file has half of a character; please write it again.'))] };
  }
  const placed = found.map((problem) => ({ problem, offset: placeOf(root, problem) })).sort((a, b) => a.offset - b.offset);
  const problems = placed.map(({ problem, offset }) => at(offset, projectProblem(problem, valueAt(value, problem.path))));
  if (found.some(({ path: { length } }) => length === 0)) return { project: none, problems };
  /** The entries of a part of the file, without those that have a problem. */
  const entriesOf = (part: string) => {
    const own = found.filter(({ path: [key] }) => key === part);
    if (own.some(({ path: { length } }) => length === 1)) return {};
    const entries = Object.entries((valueAt(value, [part]) ?? {}) as object);
    return Object.fromEntries(entries.filter(([entry]) => !own.some(({ path: [, key] }) => key === entry)));
  };
  return { project: { checks: entriesOf('checks'), organs: entriesOf('organs'), rollup: entriesOf('rollup') }, problems };
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce((inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

/** The offset of a problem: of the key where that is unknown, else of the value. */
function placeOf(root: Node | undefined, { kind, path: keys }: SchemaProblem): number {
  let place = root;
  keys.forEach((key, index) => {
    const property = place?.children?.findLast(({ type, children }) => type === 'property' && children?.[0].value === key);
    const isWrongKey = kind === 'unknown' && index === keys.length - 1;
    place = place?.type === 'array' ? place.children?.[Number(key)] : isWrongKey ? property : property?.children?.[1];
  });
  return place?.offset ?? 0;
}

function projectProblem(problem: SchemaProblem, value: unknown): string {
  const [part, entry] = problem.path;
  if (part === undefined) return t('The file must hold one object in braces, such as {0}.', '{"checks": {}}');
  if (part === 'checks' && entry !== undefined) return severityProblem(problem, value);
  if (problem.kind === 'unknown')
    return t('There is no setting “{0}”; there are {1}.', part, Object.keys(projectSchema.properties).join(', '));
  if (entry === undefined) return t('“{0}” must be written as {1}.', part, shapes[part] ?? '{}');
  return part === 'organs'
    ? t('The present name of “{0}” must be text in quotation marks.', entry)
    : t('What adds up to “{0}” must be a list of paths, such as {1}.', entry, '["部门/*.md"]');
}

/** How each part of the file is written. */
const shapes: Readonly<Record<string, string | undefined>> = {
  $schema: '"…"',
  checks: '{"row-total": "warning"}',
  organs: '{"平安县国土资源局": "平安县自然资源局"}',
  rollup: '{"平安县.md": ["部门/*.md"]}',
};

/** What JSON asks for at the place of a mistake. */
function syntaxProblem(code: ParseErrorCode): string {
  switch (printParseErrorCode(code)) {
    case 'CommaExpected':
      return t('This is not valid JSON: a comma is missing before this place.');
    case 'ColonExpected':
      return t('This is not valid JSON: a colon is missing before this place.');
    case 'PropertyNameExpected':
      return t('This is not valid JSON: a name in double quotation marks belongs here.');
    case 'ValueExpected':
      return t('This is not valid JSON: a value belongs here.');
    case 'CloseBraceExpected':
      return t('This is not valid JSON: a closing brace is missing before this place.');
    case 'CloseBracketExpected':
      return t('This is not valid JSON: a closing bracket is missing before this place.');
    case 'EndOfFileExpected':
      return t('This is not valid JSON: nothing may follow after the closing brace.');
    case 'InvalidCommentToken':
      return t('This is not valid JSON: comments are not allowed.');
    default:
      return t('This is not valid JSON: the characters here can’t stand in it.');
  }
}

/**
 * Finds the settings that hold for files: the `nianbao.json` of their folder, or else of the nearest folder above. Each is
 * read once. `complain` is called with each problem: the file with line and column, and a sentence.
 */
export class Projects {
  private readonly folders = new Map<string, Project>();

  constructor(private readonly complain: (file: string, problem: string) => void) {}

  /** The settings for files of a folder. */
  of(folder: string): Project {
    const found = this.folders.get(folder);
    if (found) return found;
    const file = path.join(folder, projectFile);
    const above = path.dirname(folder);
    const project = existsSync(file) ? this.read(file) : above === folder ? none : this.of(above);
    this.folders.set(folder, project);
    return project;
  }

  private read(file: string): Project {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      this.complain(file, t('no permission for it'));
      return none;
    }
    const { project, problems } = readProject(text);
    for (const { line, column, message } of problems) this.complain(`${file}:${line}:${column}`, message);
    return { ...project, folder: path.dirname(file) };
  }
}
