// A checker for StrykerJS that lets only a fixed random sample of the mutants through: the rest are never run.
import { createHash } from 'node:crypto';

const rate = Number(process.env.NIANBAO_MUTATION_RATE ?? 1);

/** A number in [0, 1) that depends on what the mutant changes only, so that the same mutants are chosen on every machine. */
export function lot({ fileName, mutatorName, replacement, location }, root) {
  const file = fileName.slice(root.length).replaceAll('\\', '/');
  const key = [file, mutatorName, replacement, location.start.line, location.start.column].join('\0');
  return createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32;
}

class Sample {
  async init() {}

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        lot(mutant, process.cwd()) < rate ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
      ]),
    );
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: Sample }];
