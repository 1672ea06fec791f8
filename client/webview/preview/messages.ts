/** What the editor tells the preview. `summary`: how much is found, in words. Lines and characters count from zero. */
export type ToPreview =
  | { kind: 'show'; uri: string; html: string; summary: string }
  | { kind: 'scroll'; line: number }
  | { kind: 'cursor'; line: number; character: number };

/** What the preview tells the editor. A range is start line, start character, end line, end character. */
export type FromPreview = { kind: 'ready' } | { kind: 'scrolled'; line: number } | { kind: 'clicked'; range: PlainRange };

export type PlainRange = [number, number, number, number];
