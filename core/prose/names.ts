/** Words by which an office speaks of itself. */
const selves = /^(?:我|本|全)(?:[省市区县镇乡局委办厅院]|街道|机关|单位|中心|部门)?/;

/**
 * True if a name in running text can be the reporting organ's own: 我局, its name, or an abbreviation of it, whose
 * characters stand in the name in the same order. Where the organ is not known, any name can.
 */
export function isOwnName(name: string, organ: string | null): boolean {
  if (selves.test(name) || organ === null) return true;
  const bare = name.replace(/^.*(?:我|本)(?=[局委办厅院镇乡])/, '');
  let at = 0;
  for (const character of bare) {
    at = organ.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
