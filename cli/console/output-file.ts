import { writeFileWhole } from '../../files/write-file';
import { complain } from './problems';

/** The options of commands that write one file. */
export interface OutputOptions {
  /** The file to write; stdout without it. */
  output?: string;
  /** Overwrite the file if it exists. */
  force?: boolean;
}

/** Writes what a command makes to the file of `--output` or to stdout. Returns false, after a line on stderr, if the file can't be written. */
export function writeOutput(content: string | Uint8Array, { output, force = false }: OutputOptions): boolean {
  if (output === undefined) {
    process.stdout.write(content);
    return true;
  }
  try {
    writeFileWhole(output, content, force);
    return true;
  } catch (error) {
    complain(output, (error as Error).message);
    return false;
  }
}
