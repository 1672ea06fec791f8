import { editions } from '../../core/form';
import { inventFigures } from './figures';
import type { Random } from './random';
import { reportIn, type Shape, shapes, textFrom } from './shapes';

const counties = ['平安县', '永安县', '长宁县', '安远县', '泰和县', '新丰县', '龙门县', '和平县'];
const offices = ['水利局', '教育局', '民政局', '财政局', '司法局', '统计局', '审计局', '交通运输局', '人民政府办公室'];

/** Invented reports of different organs, each in one of the shapes. */
export function inventReports(random: Random, count: number, among: readonly Shape[] = shapes): string[] {
  return Array.from({ length: count }, (_, index) => {
    const edition = random.chance(0.2) ? editions[0] : editions[editions.length - 1];
    const year = edition.edition.years[0];
    const organ = `${counties[index % counties.length]}${offices[Math.floor(index / counties.length) % offices.length]}`;
    return reportIn({ edition, year, organ, shape: random.pick(among), text: textFrom(inventFigures(random, edition)) });
  });
}
