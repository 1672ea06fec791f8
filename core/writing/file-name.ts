/** Longer names are refused by file systems, which count bytes: a Chinese character takes three of 255. */
const longest = 70;

/** A title as the name of a file, without an ending: no marks of a heading, none of the characters that file systems refuse. */
export function fileName(title: string): string {
  const plain = title
    .replace(/^[#\s]+/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them.
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
  const short = [...plain].slice(0, longest).join('');
  // Windows drops dots and spaces at the end.
  return short.replace(/^[. ]+|[. ]+$/g, '');
}

/** The name, with （2）, （3） … after it if it is taken. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  let free = name;
  for (let number = 2; await isTaken(free); number++) free = `${name}（${number}）`;
  return free;
}
