/** How high the regions stand that end with a character; a region lies in a higher one. */
const levels: Readonly<Record<string, number>> = { 省: 1, 市: 2, 州: 2, 盟: 2, 县: 3, 区: 3, 旗: 3, 镇: 4, 乡: 4 };

/** Words of offices' names that end as a region does. */
const words = /(?:城乡|城镇|村镇|乡镇|城市|社区|园区|景区|片区|库区)$/;
/** Zones are run by a committee, and not by a government. */
const zone = /开发区|高新区|高新技术|园区|保税区|示范区/;

/** The region that a name begins with: 湖南省长沙市岳麓区 of 湖南省长沙市岳麓区教育局; '' where it begins with none. */
function regionOf(name: string): string {
  let end = 0;
  let level = 0;
  for (let at = 1; at < name.length; at++) {
    const own = name.slice(end, at + 1).endsWith('自治区') ? 1 : levels[name[at]];
    if (own === undefined || at === end) continue;
    const isLower = own > level || (own === 2 && level === 2);
    // Only districts have names of one character; 景德镇 is a city.
    const isName = at - end > 1 || own > 2;
    const isCity = name[at] === '镇' && name[at + 1] === '市' && level < 2;
    if (!isLower || !isName || isCity || words.test(name.slice(end, at + 1))) continue;
    level = own;
    end = at + 1;
  }
  return name.slice(0, end);
}

function commonBeginning(names: readonly string[]): string {
  const [first, ...others] = names;
  let length = first.length;
  for (const name of others) {
    length = Math.min(length, name.length);
    while (!name.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}

/** The government that organs belong to, as far as the region tells that their names begin with; undefined where it does not. */
export function governmentOf(organs: readonly string[]): string | undefined {
  if (organs.length === 0) return undefined;
  const beginning = commonBeginning(organs);
  const region = regionOf(beginning);
  return region === '' || zone.test(beginning) ? undefined : `${region}人民政府`;
}

/** True if an organ is the government of the region that another belongs to. */
export function governs(organ: string, other: string): boolean {
  const region = /^(.+?)(?:人民)?政府$/.exec(organ)?.[1];
  return region !== undefined && other !== organ && other.startsWith(region);
}
