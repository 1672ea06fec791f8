/** Widths in CSS pixels: of both editor groups together, and of what is beside the lines of the text (numbers, scroll bar). */
export interface Room {
  total: number;
  beside: number;
  fontSize: number;
}

/** Minimum width of the preview, to show the form's tables, in CSS pixels. */
export const leastPreview = 320;
/** Widths of characters, relative to the font size: Latin ones, in the widest of the usual fonts, and Chinese ones. */
const latin = 0.603;
const chinese = 1;

/**
 * The share of the width for the text, 0.5 or more, so that table rows do not wrap if they can fit. Rows that are too long in
 * any case do not count. Leaves room for one more digit in each figure, if possible.
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
