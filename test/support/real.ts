import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve('../shared/reports');

/** The folder of published reports beside the project, if there is one (commands run in the project’s top folder). */
export const realFolder = existsSync(folder) ? folder : undefined;

/** Their texts, by the first three characters of their names. */
export function realReports(): Map<string, string> {
  if (!realFolder) return new Map();
  return new Map(readdirSync(realFolder).map((name) => [name.slice(0, 3), readFileSync(path.join(folder, name), 'utf8')]));
}

/** Declares tests on the published reports; without the folder they are skipped, with the reason in their title. */
export function describeReal(title: string, tests: () => void): void {
  if (realFolder) describe(title, tests);
  else describe.skip(`${title} (skipped: no published reports beside the project)`, tests);
}
