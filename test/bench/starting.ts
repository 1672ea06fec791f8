import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { middle, rounded } from './measure';

/** A stand-in for the editor's API in which nothing has an effect. */
function stub(): unknown {
  const nothing: unknown = new Proxy(function standIn() {} as object, {
    get: (_, key) =>
      key === 'then' ? undefined : key === Symbol.iterator ? [][Symbol.iterator] : key === 'forEach' ? () => undefined : nothing,
    apply: () => nothing,
    construct: () => nothing as object,
    set: () => true,
    // A bundle copies a module's own properties and gets the others from its prototype.
    getPrototypeOf: () => nothing as object,
  });
  return nothing;
}

/** Milliseconds that activating the extension takes, measured in separate processes. */
function activation(): number {
  if (process.argv.includes('--activate')) throw new Error('not here');
  const times = Array.from({ length: 9 }, () => {
    const { stdout } = spawnSync(process.execPath, [process.argv[1], '--activate'], { encoding: 'utf8' });
    return Number(stdout.trim());
  });
  return middle(times);
}

/** The separate process: loads the built extension and activates it without an open report. */
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

/** The server's memory in MB with a report open; undefined if the system does not report it. */
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

/** The cost of starting: activation, memory, and the sizes of what ships. */
export async function measureStarting() {
  return {
    activationMilliseconds: rounded(activation()),
    serverMegabytes: await serverMemory(),
    clientKilobytes: kilobytes('dist/client.js'),
    serverKilobytes: kilobytes('dist/server.js'),
    vsixKilobytes: kilobytes('out/nianbao.vsix'),
  };
}
