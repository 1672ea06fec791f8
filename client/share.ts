/** Widths in CSS pixels: of both groups together, and of what stands beside the lines of the text (numbers, scroll bar). */
export interface Room {
  total: number;
  beside: number;
  fontSize: number;
}

/** Narrower than this the preview can't show the form's tables. */
export const leastPreview = 320;
/** Widths of characters, in parts of the font's size: of Latin ones in the widest of the usual fonts, and of Chinese ones. */
const latin = 0.603;
const chinese = 1;

/**
 * The share of the width that a text needs so that no row of a table wraps that fits: half of it, or more. Rows that are too
 * long in any case do not count. Every figure may grow by a digit, as long as there is room.
 */
export function textShare(lines: Iterable<string>, { total, beside, fontSize }: Room): number {
  const most = total - leastPreview;
  let share = 0.5;
  for (const line of lines) {
    if (!line.startsWith('|')) continue;
    const width = beside + widthOf(line) * fontSize;
    if (width > most) continue;
    const growing = (line.split('|').length - 2) * latin * fontSize;
    share = Math.max(share, Math.min(width + growing, most) / total);
  }
  return share;
}

function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character < '\u2000' ? latin : chinese;
  return width;
}
