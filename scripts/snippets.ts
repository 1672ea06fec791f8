import { snippets } from '../server/src/features/snippets';

// Prints the snippets of the form as VS Code's contributes.snippets has them.
// Only prefixes that nobody types in prose: the list must not pop up while an input method is at work.
const entries = snippets().map(({ label, prefixes, body, description }) => [
  label,
  { prefix: prefixes.filter((prefix) => /^[a-z]/.test(prefix)), body, description },
]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
