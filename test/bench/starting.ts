import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { middle, rounded } from './measure';

/** Everything that the editor offers, and does nothing. */
function stub(): unknown {
  const nothing: unknown = new Proxy(function nobody() {} as object, {
    get: (_, key) =>
      key === 'then' ? undefined : key === Symbol.iterator ? [][Symbol.iterator] : key === 'forEach' ? () => undefined : nothing,
    apply: () => nothing,
    construct: () => nothing as object,
    set: () => true,
    // A bundle copies what a module has of its own, and asks its prototype for the rest.
    getPrototypeOf: () => nothing as object,
  });
  return nothing;
}

/** Milliseconds that the extension takes of the editor's start, measured in processes of their own. */
function activation(): number {
  if (process.argv.includes('--activate')) throw new Error('not here');
  const times = Array.from({ length: 9 }, () => {
    const { stdout } = spawnSync(process.execPath, [process.argv[1], '--activate'], { encoding: 'utf8' });
    return Number(stdout.trim());
  });
  return middle(times);
}

/** The process of its own: loads the built extension, and activates it with no report open. */
export function activate(): void {
  const load = (Module as unknown as { _load(name: string, ...others: unknown[]): unknown })._load;
  (Module as unknown as { _load: unknown })._load = (name: string, ...others: unknown[]) =>
    name === 'vscode' ? stub() : load(name, ...others);
  const start = performance.now();
  const { activate: run } = require(path.resolve('dist/client.js'));
  run({ subscriptions: { push: () => undefined }, asAbsolutePath: (file: string) => path.resolve(file), workspaceState: stub() });
  console.log(performance.now() - start);
  process.exit(0);
}

/** The server's memory in megabytes, with a report open; undefined where the system does not tell. */
async function serverMemory(): Promise<number | undefined> {
  if (!existsSync('/proc/self/status')) return undefined;
  const child = spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const send = (message: object) => {
    const content = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  };
  const text = readFileSync(path.resolve('samples/平安县水利局2025年政府信息公开工作年度报告.md'), 'utf8');
  send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  send({ method: 'initialized', params: {} });
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///a.nianbao', languageId: 'nianbao', version: 1, text } } });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  child.kill();
  return resident ? Math.round(Number(resident[1]) / 1024) : undefined;
}

const kilobytes = (file: string) => (existsSync(file) ? Math.round(statSync(file).size / 1000) : undefined);

/** What starting costs: activation, memory, sizes of what ships. */
export async function measureStarting() {
  return {
    activationMilliseconds: rounded(activation()),
    serverMegabytes: await serverMemory(),
    clientKilobytes: kilobytes('dist/client.js'),
    serverKilobytes: kilobytes('dist/server.js'),
    vsixKilobytes: kilobytes('out/nianbao.vsix'),
  };
}
