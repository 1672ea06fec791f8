import type { Identity } from '../report/report';
import type { Digest } from './digest';
import { plainName, type Renamed, sameOrgan } from './organs';

/** Reports that a report is compared with. */
export interface Neighbours {
  /** The same organ's on the year before. */
  last?: Digest;
  /** Those whose figures make up this one's. */
  below?: readonly Digest[];
}

/** What is needed of a report to find it by organ and year. */
export type Listed = Pick<Digest, 'file' | 'organ' | 'year'>;

/** Many reports, to be found by organ and year. */
export class Library<D extends Listed = Digest> {
  /** By year and the end of the name, which all variants of a name share. */
  private readonly shelves = new Map<string, D[]>();

  constructor(
    readonly digests: readonly D[],
    private readonly renamed: Renamed = {},
  ) {
    for (const digest of digests) {
      if (digest.organ === null || digest.year === null) continue;
      const key = this.shelfOf(digest.organ, digest.year);
      const shelf = this.shelves.get(key);
      if (shelf) shelf.push(digest);
      else this.shelves.set(key, [digest]);
    }
  }

  /** The same organ's report on the year before; the one under the very same name, if several have like names. */
  lastOf({ organ, year }: Pick<Identity, 'organ' | 'year'>, file: string | undefined): D | undefined {
    if (organ === null || year === null) return undefined;
    const shelf = this.shelves.get(this.shelfOf(organ, year - 1)) ?? [];
    const found = shelf.filter((each) => each.file !== file && sameOrgan(each.organ ?? '', organ, this.renamed));
    if (found.length < 2) return found[0];
    const exact = found.filter((each) => each.organ === organ);
    return exact.length === 1 ? exact[0] : undefined;
  }

  /** Reports that claim the same organ and the same year, two and more at a time. */
  duplicates(): D[][] {
    return [...this.shelves.values()].flatMap((shelf) => {
      const byOrgan = new Map<string, D[]>();
      for (const digest of shelf) byOrgan.set(digest.organ ?? '', [...(byOrgan.get(digest.organ ?? '') ?? []), digest]);
      return [...byOrgan.values()].filter((group) => group.length > 1);
    });
  }

  /** Organs with a report on the year before the latest, and none on the latest. */
  awaited(): { organ: string; year: number }[] {
    const years = this.digests.flatMap(({ year }) => year ?? []);
    const latest = Math.max(...years);
    return this.digests.flatMap(({ organ, year }) => {
      if (organ === null || year !== latest - 1) return [];
      const shelf = this.shelves.get(this.shelfOf(organ, latest)) ?? [];
      return shelf.some((each) => sameOrgan(each.organ ?? '', organ, this.renamed)) ? [] : [{ organ, year: latest }];
    });
  }

  private shelfOf(organ: string, year: number): string {
    return `${year} ${plainName(organ, this.renamed).slice(-2)}`;
  }
}
