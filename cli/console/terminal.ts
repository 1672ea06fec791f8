import { createInterface } from 'node:readline/promises';
import pc from 'picocolors';

/** True if stdin and stderr are TTYs, so prompting is possible. */
export function canPrompt(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks a question on stderr and returns the trimmed answer; `undefined` if there is no terminal or the answer is empty. */
export async function prompt(question: string): Promise<string | undefined> {
  if (!canPrompt()) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim() || undefined;
}

/** True if stdout is a terminal that shows colours, and neither NO_COLOR nor --no-color is set. */
export function stdoutHasColors(): boolean {
  return pc.isColorSupported && process.stdout.isTTY === true;
}
