import path from 'node:path';
import type { PlacedAnalysis } from '../core/analysis/analyse';
import type { Severities } from '../core/checks/check';
import type { Digest } from '../core/library/digest';
import { digestOf } from '../core/library/digest';
import { Library, type Neighbours } from '../core/library/library';
import type { Report } from '../core/report/report';
import { type Neighbourhood, neighbourhoodOf } from '../files/neighbours';
import { nodeFiles } from '../files/node-files';
import { Projects } from '../files/project';
import { ReportFiles } from '../files/report-files';

/**
 * The reports in the workspace's folders as they are on disk: the reports that each is compared with, and the settings that
 * apply to it. `T`: what is kept of each report beside its digest.
 */
export class Workspace<T> {
  private readonly files: ReportFiles<{ digest: Digest; extra: T }>;
  private around: Neighbourhood = { library: new Library<Digest>([]), below: new Map() };
  private projects: Projects;
  /** Problems reported since the settings were last read, so that each is reported once. */
  private readonly told = new Set<string>();
  private readonly complain: (file: string, problem: string) => void;

  constructor(complain: (file: string, problem: string) => void, extra: (report: PlacedAnalysis, file: string) => T) {
    this.files = new ReportFiles(nodeFiles, (report, file) => ({ digest: digestOf(report, file), extra: extra(report, file) }));
    this.complain = (file, problem) => {
      const said = `${file} ${problem}`;
      if (!this.told.has(said)) complain(file, problem);
      this.told.add(said);
    };
    this.projects = new Projects(this.complain);
  }

  /** To be called when settings files change. Each is read again when it is next needed. */
  forgetSettings(): void {
    this.told.clear();
    this.projects = new Projects(this.complain);
  }

  /** The severities in the settings of a file's folder. */
  severitiesOf(file: string): Severities {
    return this.projects.of(path.dirname(file)).checks;
  }

  /** The reports that a report is compared with. `file`: its path, if it has one. */
  neighboursOf({ identity }: Report, file: string | undefined): Neighbours {
    return {
      last: this.around.library.lastOf(identity, file),
      below: file === undefined ? undefined : this.around.below.get(path.resolve(file)),
    };
  }

  /** The reports found by the last `read`. */
  get library(): Library {
    return this.around.library;
  }

  /** Reads the reports of folders, file by file, so that other work gets its turn. Ends early once `cancelled`. */
  async read(folders: readonly string[], cancelled: () => boolean): Promise<void> {
    const found = await this.files.all(folders, cancelled);
    const digests = [...found.values()].flat().map(({ digest }) => digest);
    this.around = await neighbourhoodOf(nodeFiles, digests, this.projects, this.complain, () => []);
  }

  /** What `extra` gave for the reports of each file, by path. Files that have changed are read again. */
  async extras(folders: readonly string[], cancelled: () => boolean): Promise<Map<string, T[]>> {
    const found = await this.files.all(folders, cancelled);
    return new Map([...found].map(([file, kept]) => [file, kept.map(({ extra }) => extra)]));
  }

  /** The reports of a file as it is on disk; none if it can't be read. */
  reports(file: string): Promise<PlacedAnalysis[]> {
    return this.files.read(file);
  }
}
