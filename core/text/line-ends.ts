/* Lines of a text that is not parsed, by offsets. Line ends as the protocol counts them: `\n`, `\r\n`, `\r`. */

export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** The end of the line around an offset, without its line end. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** Where the line after that around an offset begins; after the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
}

/** Calls `take` with the offsets of each line, its line end left out; a text that ends with a line end has an empty last line. */
export function eachLine(text: string, take: (start: number, end: number) => void): void {
  const find = (end: string, from: number) => {
    const at = text.indexOf(end, from);
    return at < 0 ? text.length : at;
  };
  let feed = find('\n', 0);
  let carriage = find('\r', 0);
  for (let start = 0; start <= text.length; ) {
    if (feed < start) feed = find('\n', start);
    if (carriage < start) carriage = find('\r', start);
    const end = Math.min(feed, carriage);
    take(start, end);
    start = end + (end === carriage && feed === carriage + 1 ? 2 : 1);
  }
}

/** Line ends as the protocol counts them: `\n`, `\r\n`, `\r`. */
export function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text.charCodeAt(at + 1) !== 0x0a) count++;
  return count;
}
