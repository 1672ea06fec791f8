/** Names that organs have had before, and those that they have now. */
export type Renamed = Readonly<Record<string, string>>;

/** A name as all its usual variants have it: 办公室 as 办, 委员会 as 委, 人民政府 as 政府. */
export function plainName(name: string, renamed: Renamed): string {
  return (renamed[name] ?? name)
    .replace(/\s+/g, '')
    .replace(/办公室/g, '办')
    .replace(/委员会/g, '委')
    .replace(/人民政府/g, '政府')
    .replace(/管理局$/, '局');
}

/** What may precede a name that lacks its region. */
const region = /[省市区县州盟旗镇乡]$/;

/** True if two names are variants of one organ's: the same but for usual abbreviations, with or without the region. */
export function sameOrgan(a: string, b: string, renamed: Renamed = {}): boolean {
  const [long, short] = [plainName(a, renamed), plainName(b, renamed)].sort((x, y) => y.length - x.length);
  if (long === short) return true;
  if (short.length < 3 || !long.endsWith(short)) return false;
  const front = long.slice(0, long.length - short.length);
  // 县水利局 is 平安县水利局 without the county's own name.
  return region.test(front) || region.test(front + short[0]);
}
