/** Endings of the names of text files, which may be reports. */
export const textEndings = ['nianbao', 'txt', 'md'] as const;

/** The glob of the files below a folder with one of the endings. */
export function filesWith(endings: readonly string[]): string {
  return `**/*.{${endings.join(',')}}`;
}

export const textFiles = filesWith(textEndings);
