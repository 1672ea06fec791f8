import { snippets } from '../server/src/features/snippets';

// Prints the snippets of the form as VS Code's contributes.snippets has them.
const entries = snippets().map(({ label, prefixes, body, description }) => [label, { prefix: prefixes, body, description }]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
