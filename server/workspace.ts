import path from 'node:path';
import type { PlacedAnalysis } from '../core/analysis/analyse';
import type { Severities } from '../core/checks/check';
import type { Digest } from '../core/library/digest';
import { digestOf } from '../core/library/digest';
import { Library, type Neighbours } from '../core/library/library';
import type { Report } from '../core/report/report';
import { type Neighbourhood, neighbourhoodOf } from '../files/neighbours';
import { Projects } from '../files/project';
import { ReportFiles } from '../files/report-files';

/**
 * The reports in the folders that somebody works in, as they stand on the disk: what each is to be compared with, and the
 * settings that hold for it. `extra` is kept of each report besides its digest.
 */
export class Workspace<T> {
  private readonly files: ReportFiles<{ digest: Digest; extra: T }>;
  private around: Neighbourhood = { library: new Library<Digest>([]), below: new Map() };
  private projects: Projects;
  /** What has been complained of since the settings were last read: nobody wants to hear it with every change on disk. */
  private readonly told = new Set<string>();
  private readonly complain: (file: string, problem: string) => void;

  constructor(complain: (file: string, problem: string) => void, extra: (report: PlacedAnalysis, file: string) => T) {
    this.files = new ReportFiles((report, file) => ({ digest: digestOf(report, file), extra: extra(report, file) }));
    this.complain = (file, problem) => {
      const said = `${file} ${problem}`;
      if (!this.told.has(said)) complain(file, problem);
      this.told.add(said);
    };
    this.projects = new Projects(this.complain);
  }

  /** Settings files have changed: each is read anew when it is next asked for. */
  forgetSettings(): void {
    this.told.clear();
    this.projects = new Projects(this.complain);
  }

  /** The severities that hold for a file by the settings of its folder. */
  severitiesOf(file: string): Severities {
    return this.projects.of(path.dirname(file)).checks;
  }

  /** What a report is compared with. `file`: its path, if it has one. */
  neighboursOf({ identity }: Report, file: string | undefined): Neighbours {
    return {
      last: this.around.library.lastOf(identity, file),
      below: file === undefined ? undefined : this.around.below.get(path.resolve(file)),
    };
  }

  /** The reports that are known, as of the last reading. */
  get library(): Library {
    return this.around.library;
  }

  /** Reads the reports of folders, one after the other beside other work. */
  async read(folders: readonly string[], cancelled: () => boolean): Promise<void> {
    const found = await this.files.all(folders, cancelled);
    const digests = [...found.values()].flat().map(({ digest }) => digest);
    this.around = await neighbourhoodOf(digests, this.projects, this.complain, () => undefined);
  }

  /** What is kept besides of the reports of each file, by path; files that have changed since are read anew. */
  async extras(folders: readonly string[], cancelled: () => boolean): Promise<Map<string, T[]>> {
    const found = await this.files.all(folders, cancelled);
    return new Map([...found].map(([file, kept]) => [file, kept.map(({ extra }) => extra)]));
  }

  /** The reports of a file as it stands on the disk; none where it can't be read. */
  reports(file: string): Promise<PlacedAnalysis[]> {
    return this.files.read(file);
  }
}
