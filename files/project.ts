import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { isSeverity, type Severities } from '../core/checks/check';
import { checks } from '../core/checks/index';
import type { Renamed } from '../core/library/organs';
import type { RollUps } from './below';

/** The file by which a folder's reports have settings of their own, in the editor and on the command line alike. */
export const projectFile = 'nianbao.json';

/** What `nianbao.json` says. */
export interface Project {
  checks: Severities;
  /** Names that organs had before, and those that they have now. */
  organs: Renamed;
  rollup: RollUps;
  /** The folder that the settings stand in; undefined where there are none. */
  folder?: string;
}

const none: Project = { checks: {}, organs: {}, rollup: {} };

/** A settings file read; `problems` are one line each, and what they speak of is passed over. */
export interface ReadProject {
  project: Project;
  problems: string[];
}

const known: Readonly<Record<Exclude<keyof Project, 'folder'> | '$schema', true>> = {
  checks: true,
  organs: true,
  rollup: true,
  $schema: true,
};

/** The text of a `nianbao.json` → settings. Never throws. */
export function readProject(text: string): ReadProject {
  let written: unknown;
  try {
    written = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { project: none, problems: [t('not valid JSON: {0}', (error as Error).message.split('\n')[0])] };
  }
  if (!isRecord(written)) return { project: none, problems: [t('it must be a JSON object')] };
  const problems = Object.keys(written)
    .filter((key) => !(key in known))
    .map((key) => t('there is no setting “{0}”', key));
  const severities: Record<string, Severities[string]> = {};
  const { checks: asked = {} } = written;
  if (!isRecord(asked)) problems.push(t('“{0}” must be a JSON object', 'checks'));
  else
    for (const [code, level] of Object.entries(asked)) {
      if (!checks.some((check) => check.code === code)) problems.push(t('there is no check “{0}”', code));
      else if (!isSeverity(level)) problems.push(t('“{0}” has no severity “{1}”', code, String(level)));
      else severities[code] = level;
    }
  const organs: Record<string, string> = {};
  const { organs: renamed = {} } = written;
  if (!isRecord(renamed)) problems.push(t('“{0}” must be a JSON object', 'organs'));
  else
    for (const [before, now] of Object.entries(renamed)) {
      if (typeof now === 'string') organs[before] = now;
      else problems.push(t('“{0}” must be a name', before));
    }
  const rollup: Record<string, string[]> = {};
  const { rollup: summed = {} } = written;
  if (!isRecord(summed)) problems.push(t('“{0}” must be a JSON object', 'rollup'));
  else
    for (const [report, globs] of Object.entries(summed)) {
      if (Array.isArray(globs) && globs.every((glob) => typeof glob === 'string')) rollup[report] = globs;
      else problems.push(t('“{0}” must be a list of paths', report));
    }
  return { project: { checks: severities, organs, rollup }, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Finds the settings that hold for files: the `nianbao.json` of their folder, or else of the nearest folder above. Each
 * is read once; `complain` is told its problems.
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
    for (const problem of problems) this.complain(file, problem);
    return { ...project, folder: path.dirname(file) };
  }
}
