// Opens an editor with the built extension on the samples: the VS Code on this machine, else the web workbench.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort, installExtension, installWorkbench, root, startWorkbench, writeSettings } from './workbench.mjs';

const windows = process.platform === 'win32';
const samples = path.join(root, 'samples');

function hasCode() {
  const { status, stdout } = spawnSync('code', ['--version'], { encoding: 'utf8', shell: windows });
  return status === 0 && /^\d+\.\d+/.test(stdout);
}

function packageExtension() {
  const vsix = path.join(root, 'out', 'nianbao.vsix');
  mkdirSync(path.dirname(vsix), { recursive: true });
  const { status, stdout, stderr } = spawnSync(windows ? 'npm.cmd' : 'npm', ['run', '--silent', 'package'], {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
  });
  if (status !== 0) throw new Error(`The extension could not be packaged.\n${stdout}\n${stderr}`);
  return vsix;
}

async function startWeb() {
  const workbench = installWorkbench();
  const dataDir = path.join(root, '.vscode-test', 'start', 'data');
  const extensionsDir = path.join(root, '.vscode-test', 'start', 'extensions');
  installExtension(workbench, packageExtension(), { dataDir, extensionsDir });
  writeSettings(dataDir);
  const port = Number(process.env.PORT) || (await freePort());
  const child = await startWorkbench(workbench, { port, dataDir, extensionsDir });
  const stop = () => child.kill();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  child.on('exit', (code) => process.exit(code ?? 0));
  const folder = samples.split(path.sep).join('/');
  console.log(
    `\nOpen this address in a browser (Ctrl+C ends it):\n\n  http://127.0.0.1:${port}/?folder=${encodeURI(folder.startsWith('/') ? folder : `/${folder}`)}\n`,
  );
}

try {
  if (process.env.NIANBAO_EDITOR !== 'web' && hasCode()) {
    spawn('code', ['--new-window', `--extensionDevelopmentPath=${root}`, samples], { stdio: 'inherit', shell: windows });
    console.log('VS Code opens with the extension on the samples.');
  } else await startWeb();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
