import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';

/*
 * Runs the suite in a real VS Code. On a desktop that is the one that @vscode/test-electron downloads; elsewhere, and
 * where it can't be downloaded, VS Code's web workbench from npm packages with a headless Chromium. Both run the same
 * compiled suite. NIANBAO_EDITOR=web or =desktop chooses. NIANBAO_LOCALE=en runs the workbench in English instead of Chinese,
 * NIANBAO_PICTURES=1 takes the pictures below media again (the walkthrough's ship with a palette: reduce them with pngquant or the like),
 * NIANBAO_FOLDER=none opens no folder.
 */

const root = path.resolve(__dirname, '..', '..');
const suite = path.join(root, 'out', 'editor', 'suite.js');
/** Longest time that the suite may take in the workbench. */
const timeLimit = 40 * 60_000;
/** The language of the editor and of the messages. */
const locale = process.env.NIANBAO_LOCALE ?? 'zh-cn';
/** Where pictures of the whole window go. */
const shots = path.join(root, 'out', 'screenshots', locale === 'zh-cn' ? '' : locale);
/** Where pictures go that are taken of a part of the window: those that are committed are below media. */
const pictures = path.join(root, ...(process.env.NIANBAO_PICTURES ? ['media'] : ['out', 'pictures']));

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** As much of Playwright's page as is used. */
interface Page {
  screenshot(options: { path: string; clip?: Box }): Promise<unknown>;
  click(selector: string): Promise<void>;
  locator(selector: string): { boundingBox(): Promise<Box | null> };
  keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  waitForTimeout(milliseconds: number): Promise<void>;
  context(): { grantPermissions(permissions: string[]): Promise<void> };
  hover(selector: string): Promise<void>;
  evaluate(script: string): Promise<unknown>;
  frames(): { $(selector: string): Promise<unknown>; evaluate(script: string): Promise<unknown> }[];
}

interface Workbench {
  installWorkbench(): { server: string; node: string };
  installOnce(name: string, source: string): string;
  freePort(): Promise<number>;
  startWorkbench(where: object, options: object): Promise<import('node:child_process').ChildProcess>;
}

function prepareWorkspace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-editor-'));
  const workspace = path.join(folder, 'workspace');
  cpSync(path.join(root, 'samples'), workspace, { recursive: true });
  cpSync(path.join(root, 'test', 'editor', 'workspace'), workspace, { recursive: true });
  const user = path.join(folder, 'data', 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(
    path.join(user, 'settings.json'),
    JSON.stringify({ 'chat.disableAIFeatures': true, 'security.workspace.trust.startupPrompt': 'never' }),
  );
  mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
  writeFileSync(
    path.join(workspace, '.vscode', 'settings.json'),
    JSON.stringify({
      'nianbao.language': locale,
      'workbench.startupEditor': 'none',
      'files.autoSave': 'off',
      'extensions.ignoreRecommendations': true,
      'editor.fontFamily': 'monospace',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
    }),
  );
  return folder;
}

async function runDesktop(folder: string): Promise<number> {
  const { runTests } = await import('@vscode/test-electron');
  return runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [path.join(folder, 'workspace'), '--disable-extensions', `--user-data-dir=${path.join(folder, 'data')}`],
  });
}

/**
 * The browser's program. It unpacks itself to where temporary files go, and takes what lies there for itself: here that is
 * a folder of its own, named once it is complete.
 */
async function unpackBrowser(modules: string): Promise<string> {
  const unpacked = path.join(modules, '.unpacked');
  const program = path.join(unpacked, 'chromium');
  if (existsSync(program)) return program;
  const partial = `${unpacked}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    const { default: chromium } = await import(path.join(modules, '@sparticuz/chromium/build/index.js'));
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  rmSync(unpacked, { recursive: true, force: true });
  renameSync(partial, unpacked);
  return program;
}

/** Which part of the suite is run: most of it in a folder that is trusted, a little in one that is not. */
type Session = 'trusted' | 'restricted';

async function runWeb(folder: string, session: Session): Promise<number> {
  const { installWorkbench, installOnce, freePort, startWorkbench } = (await import(
    path.join(root, 'scripts', 'workbench.mjs')
  )) as Workbench;
  rmSync(replies, { recursive: true, force: true });
  const browserModules = path.join(installOnce('browser', 'test/editor/browser'), 'node_modules');
  const workbench = installWorkbench();
  const executablePath = await unpackBrowser(browserModules);
  const playwright = await import(path.join(browserModules, 'playwright-core/index.mjs'));

  const port = await freePort();
  const server = await startWorkbench(workbench, {
    port,
    dataDir: path.join(folder, 'data'),
    extensionsDir: path.join(folder, 'extensions'),
    restricted: session === 'restricted',
    args: ['--enable-smoke-test-driver'],
    env: { NIANBAO_SESSION: session },
  });
  const browser = await playwright.chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // The workbench’s own texts need a language pack; those of the extension’s manifest follow its language.
    await page.addInitScript(`Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => '${locale}', set() {} })`);
    if (session === 'trusted') rmSync(shots, { recursive: true, force: true });
    mkdirSync(shots, { recursive: true });
    let finish: (code: number) => void;
    const finished = new Promise<number>((resolve) => {
      finish = resolve;
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => finish(code));
    await page.exposeFunction('codeAutomationLog', async (type: string, args: unknown[]) => {
      const text = format(...args);
      // The server's logger is a native module, left out on purpose; it falls back by itself.
      // In another language than English the workbench asks for translations, which are not wanted.
      if (/spdlog|DialogService|queryRawGalleryExtensions|^\[[A-Z]\w+\]/.test(text)) return;
      const [asked, id, action, argument] = /^host (\d+) (\w+) ([\s\S]*)$/.exec(text) ?? [];
      if (!asked) process[type === 'error' ? 'stderr' : 'stdout'].write(`${text}\n`);
      else writeReply(id, await perform(page, action, argument).catch((error: Error) => ({ error: error.message })));
    });
    const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(root)],
      ['extensionTestsPath', remote(suite)],
      ['skipWelcome', 'true'],
    ];
    const address = new URL(`http://127.0.0.1:${port}/`);
    if (process.env.NIANBAO_FOLDER === 'none') address.searchParams.set('ew', 'true');
    else address.searchParams.set('folder', path.join(folder, 'workspace'));
    address.searchParams.set('payload', JSON.stringify(payload));
    await page.goto(address.href);
    const timeout = new Promise<number>((_, reject) => {
      setTimeout(() => reject(new Error('The suite did not end in time.')), timeLimit).unref();
    });
    try {
      return await Promise.race([finished, timeout]);
    } catch (error) {
      await page.screenshot({ path: path.join(shots, 'timeout.png') });
      throw error;
    }
  } finally {
    await browser.close();
    server.removeAllListeners('exit');
    server.kill();
  }
}

/** Where the suite reads what the host has answered. */
const replies = path.join(root, 'out', 'host');

function writeReply(id: string, value: unknown): void {
  mkdirSync(replies, { recursive: true });
  const file = path.join(replies, `${id}.json`);
  writeFileSync(`${file}.tmp`, JSON.stringify({ value }));
  renameSync(`${file}.tmp`, file);
}

/** What the suite can't do from inside the editor: press keys, take pictures, look into the preview's page. */
async function perform(page: Page, action: string, argument: string): Promise<unknown> {
  switch (action) {
    case 'screenshot':
      await page.screenshot({ path: path.join(shots, `${argument}.png`) });
      return true;
    case 'picture': {
      const { name, selectors } = JSON.parse(argument) as { name: string; selectors: string[] };
      const file = path.join(pictures, `${name}.png`);
      mkdirSync(path.dirname(file), { recursive: true });
      const boxes = await Promise.all(selectors.map((selector) => page.locator(selector).boundingBox()));
      await page.screenshot({ path: file, clip: around(boxes.filter((box) => box !== null)) });
      return true;
    }
    case 'click':
      await page.click(argument);
      return true;
    case 'press':
      await page.keyboard.press(argument);
      return true;
    case 'type':
      await page.keyboard.type(argument);
      return true;
    case 'keys': {
      const { keys, delay } = JSON.parse(argument) as { keys: string[]; delay: number };
      for (const key of keys) {
        await page.keyboard.press(key);
        if (delay > 0) await page.waitForTimeout(delay);
      }
      return true;
    }
    case 'viewport':
      await page.setViewportSize(JSON.parse(argument));
      return true;
    case 'hover':
      await page.hover(argument);
      return true;
    case 'preview': {
      // A script that is run in the page of the preview.
      for (const frame of page.frames()) if (await frame.$('main#report').catch(() => null)) return await frame.evaluate(argument);
      return null;
    }
    case 'workbench':
      return await page.evaluate(argument);
    default:
      throw new Error(`The host knows no ${action}.`);
  }
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

async function main(): Promise<number> {
  const asked = process.env.NIANBAO_EDITOR;
  const desktop = asked === 'desktop' || (asked !== 'web' && (process.platform !== 'linux' || !!process.env.DISPLAY));
  const folder = prepareWorkspace();
  try {
    if (desktop) {
      try {
        return await runDesktop(folder);
      } catch (error) {
        if (asked === 'desktop' || !/download|ENOTFOUND|ECONN|EAI_AGAIN|network|fetch/i.test(String(error))) throw error;
        console.log('VS Code could not be downloaded; the web workbench is used instead.');
      }
    }
    // A run of some tests alone is one in a folder that is trusted.
    const sessions: readonly Session[] = process.env.NIANBAO_GREP ? ['trusted'] : ['trusted', 'restricted'];
    for (const session of sessions) {
      const code = await runWeb(folder, session);
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

main().then(
  (code) => {
    process.exit(code);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
