import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const scripts = pathToFileURL(path.resolve(__dirname, '../../scripts/workbench.mjs')).href;

describe('the workbench that npm start opens', () => {
  let folder: string;
  const file = () => path.join(folder, 'data', 'User', 'settings.json');
  const settings = async () => {
    const { writeSettings } = await import(scripts);
    writeSettings(folder);
    return JSON.parse(readFileSync(file(), 'utf8'));
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('sends no telemetry and looks for no updates', async () => {
    const written = await settings();
    assert.equal(written['telemetry.telemetryLevel'], 'off');
    assert.equal(written['update.mode'], 'none');
    assert.equal(written['extensions.autoCheckUpdates'], false);
    assert.equal(written['extensions.autoUpdate'], false);
    assert.equal(written['workbench.enableExperiments'], false);
  });

  it('keeps what its user has set', async () => {
    await settings();
    writeFileSync(file(), JSON.stringify({ 'update.mode': 'manual', 'editor.fontSize': 20 }));
    const written = await settings();
    assert.equal(written['update.mode'], 'manual');
    assert.equal(written['editor.fontSize'], 20);
    assert.equal(written['telemetry.telemetryLevel'], 'off');
  });

  it('is started with telemetry and update checks switched off', async () => {
    const { switchesOf } = await import(scripts);
    const switches: string[] = switchesOf({ port: 1, dataDir: 'data', extensionsDir: 'extensions' });
    assert.equal(switches[switches.indexOf('--telemetry-level') + 1], 'off');
    assert.ok(switches.includes('--disable-telemetry'));
    assert.ok(switches.includes('--disable-update-check'));
  });
});
