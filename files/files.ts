/* The file system as the engine sees it. The host of the engine provides it: Node's is in `node-files.ts`. */

export interface ListOptions {
  /** Match globs without regard to upper and lower case. */
  ignoreCase?: boolean;
  /** A glob that matches a folder stands for all files below it. */
  expandFolders?: boolean;
  /** Globs of files to leave out. */
  ignore?: readonly string[];
}

/** The size of a file in bytes, and a stamp that changes when its content does; or a folder. */
export type PathState = { kind: 'file'; size: number; stamp: string } | { kind: 'folder' };

/** Reads files and folders. Paths are absolute, or relative to the working directory. */
export interface Files {
  /** The files that globs match, by their paths relative to `folder`, sorted. */
  list(folder: string, globs: readonly string[], options?: ListOptions): Promise<string[]>;
  /** The bytes of a file. Rejects if it can't be read. */
  read(path: string): Promise<Uint8Array>;
  /** What a path names; undefined if it names nothing. Rejects if that can't be told. */
  stat(path: string): Promise<PathState | undefined>;
}
