import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeLens,
  CodeLensRequest,
  type DidChangeWatchedFilesParams,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  ExecuteCommandRequest,
  InlayHintRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Preview } from '../../server/features/preview';
import type { Review } from '../../server/features/review';
import type { CheckedStatus } from '../../server/features/status';
import { previewRequest, reviewChanged, reviewRequest, statusRequest } from '../../server/protocol';
import { askEverything } from '../support/everything';
import { describeReal, realReports } from '../support/real';
import { edited, sample, samples, whole } from '../support/samples';
import { modern, Session } from '../support/server';

const uri = 'file:///report.nianbao';
const textDocument = { uri };
const options = { tabSize: 4, insertSpaces: true };

describe('the language server, feature by feature', () => {
  let session: Session;
  before(async () => {
    ({ session } = await Session.start({ ...modern, workspace: { ...modern.workspace, workspaceFolders: true } }));
  });
  afterEach(async () => {
    assert.equal(session.complaints, '');
    await session.close(uri);
  });
  after(() => session.stop());

  it('formats a document or a range, and changes nothing the second time', async () => {
    const text = sample('教育局');
    await session.open(uri, text);
    const once = edited(text, await session.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }));
    assert.equal(once.split('\n').filter((line) => /^\|[ |:]*---/.test(line)).length, 3);
    const line = text.split('\n').findIndex((each) => each.includes('一、本年新收'));
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    const one = edited(text, await session.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range, options }));
    assert.equal(one.split('\n').filter((each) => /^\|[ |:]*---/.test(each)).length, 1);
    await session.replace(uri, 2, once);
    assert.deepEqual(await session.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }), []);
  });

  it('computes what the lens above a table offers', async () => {
    const text = sample('水利局').replace(/(\| 一、本年新收政府信息公开申请数量 .*) 29 \|/, '$1  |');
    await session.open(uri, text);
    const lenses = (await session.connection.sendRequest(CodeLensRequest.type, { textDocument })) as CodeLens[];
    const compute = lenses.find(({ command }) => command?.command === 'nianbao.compute')?.command;
    assert.match(compute?.title ?? '', /^Σ Compute totals: 1$/);
    await session.connection.sendRequest(ExecuteCommandRequest.type, { command: compute?.command ?? '', arguments: compute?.arguments });
    const [edit] = session.applied.splice(0);
    assert.equal(edited(text, edit.changes?.[uri] ?? []), sample('水利局'));
  });

  it('ignores a command for a table that does not exist', async () => {
    for (const given of [undefined, [], [uri, 'requests'], ['file:///nowhere', 'requests'], [17]])
      await session.connection.sendRequest(ExecuteCommandRequest.type, { command: 'nianbao.compute', arguments: given });
    assert.deepEqual(session.applied, []);
  });

  it('shows column names and differences as hints within the range asked for', async () => {
    await session.open(uri, sample('教育局'));
    const hints = (await session.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole })) ?? [];
    assert.ok(hints.some(({ label }) => label === '法律服务机构') && hints.some(({ label }) => /by −63/.test(String(label))));
    const { position } = hints[0];
    const first = await session.connection.sendRequest(InlayHintRequest.type, { textDocument, range: { start: position, end: position } });
    assert.ok(first && first.length > 0 && first.length < hints.length);
  });

  it('answers semantic tokens of a document and of a range', async () => {
    await session.open(uri, sample('水利局'));
    const tokens = await session.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.ok(tokens && tokens.data.length % 5 === 0 && tokens.data.length > 1000);
    const line = sample('水利局')
      .split('\n')
      .findIndex((each) => each.includes('一、本年新收'));
    const range = { start: { line, character: 0 }, end: { line, character: 999 } };
    const part = await session.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    // One label and seven figures, all on the first token's line.
    const lines = part?.data.filter((_, index) => index % 5 === 0);
    assert.deepEqual(lines, [line, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('answers the organ, year and form of a report, and how many errors it has', async () => {
    await session.open(uri, sample('教育局'));
    const status = await session.connection.sendRequest<CheckedStatus>(statusRequest.method, { textDocument });
    assert.deepEqual([status.organ, status.year, status.edition, status.errors], ['平安县教育局', 2025, '2021', 5]);
  });

  it('previews a report with its text escaped', async () => {
    const attack = '<img src=x onerror=alert(1)>"\'<script>';
    await session.open(uri, sample('教育局').replace('平安县教育局', `平安县教育局${attack}`).replace('信息内容', attack));
    const { html } = await session.connection.sendRequest<Preview>(previewRequest.method, { textDocument });
    assert.ok(html.includes('&lt;img') && !/<(?:img|script)/i.test(html));
    assert.equal(html.match(/<table/g)?.length, html.match(/<\/table>/g)?.length);
    assert.match(html, /<td class="error" title="[^"]*18[^"]*" data-range="\d+,\d+,\d+,\d+"[^>]*>81<\/td>/);
  });

  it('finds symbols in the reports of the workspace, in open ones as they are being edited', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-workspace-'));
    cpSync(samples, folder, { recursive: true });
    session.folders = [pathToFileURL(folder).href];
    const find = async (query: string) =>
      ((await session.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []) as WorkspaceSymbol[];
    assert.equal((await find('')).filter(({ kind }) => kind === 1).length, 3);
    const rows = await find('水利 结转下年度');
    assert.ok(rows.length > 0 && rows.every(({ containerName }) => containerName?.includes('水利局')));
    const file = pathToFileURL(path.join(folder, readdirSync(folder).find((name) => name.includes('民政')) ?? '')).href;
    await session.open(file, sample('民政局').replace('民政局', '档案局'));
    assert.deepEqual((await find('民政局')).length, 0);
    assert.ok((await find('档案局')).some(({ location }) => location.uri === file));
    await session.close(file);
    session.folders = [];
    rmSync(folder, { recursive: true });
    assert.deepEqual(await find('水利'), []);
  });

  it('applies nianbao.json over the user’s settings as it changes, and reports what is wrong in it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-settings-'));
    const report = pathToFileURL(path.join(folder, 'report.nianbao')).href;
    const settings = path.join(folder, 'nianbao.json');
    const codes = async () => new Set((await session.pull(report)).map(({ code }) => code));
    const changed = async (text: string) => {
      writeFileSync(settings, text);
      const params: DidChangeWatchedFilesParams = { changes: [{ uri: pathToFileURL(settings).href, type: 2 }] };
      await session.connection.sendNotification('workspace/didChangeWatchedFiles', params);
    };
    await session.open(report, sample('教育局'));
    assert.ok((await codes()).has('label-slip'));
    await changed('{"checks":{"label-slip":"off"}}');
    assert.ok(!(await codes()).has('label-slip'));
    await changed('{"checks":');
    assert.ok((await codes()).has('label-slip'));
    assert.match(session.shown.join(), /nianbao\.json:1:11: This is not valid JSON/);
    await session.close(report);
    rmSync(folder, { recursive: true });
  });

  it('compares a report with last year’s as that changes on disk', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-years-'));
    const last = path.join(folder, '2024.md');
    const now = pathToFileURL(path.join(folder, '2025.md')).href;
    const on = (year: number, carriedOut: string) =>
      sample('水利局')
        .replaceAll('2025', String(year))
        .replace(/(四、结转下年度继续办理 \| {2}\| {2})(?:\| \d+ ){7}/, `$1${carriedOut}`);
    writeFileSync(last, on(2024, '| 1 | 0 | 0 | 0 | 0 | 0 | 1 '));
    const { session: own } = await Session.start({ ...modern, workspace: { workspaceFolders: true } });
    const tell = async () => {
      const params: DidChangeWatchedFilesParams = { changes: [{ uri: pathToFileURL(last).href, type: 2 }] };
      await own.connection.sendNotification('workspace/didChangeWatchedFiles', params);
    };
    const findings = async (holds: (codes: (string | number | undefined)[]) => boolean) => {
      for (;;) {
        const found = (await own.pull(now)).filter(({ code }) => code === 'carry-over');
        if (holds(found.map(({ code }) => code))) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    own.folders = [pathToFileURL(folder).href];
    await own.open(now, sample('水利局'));
    await tell();
    await findings((codes) => codes.length === 0);
    writeFileSync(last, on(2024, '| 4 | 0 | 0 | 0 | 0 | 0 | 4 '));
    await tell();
    const [first, second] = await findings((codes) => codes.length === 2);
    assert.equal(first.relatedInformation?.[0].location.uri, pathToFileURL(last).href);
    assert.match(String(second.message), /carries out 4/);
    rmSync(last);
    await tell();
    await findings((codes) => codes.length === 0);
    assert.equal(own.complaints, '');
    await own.stop();
    rmSync(folder, { recursive: true });
  });

  it('reports a roll-up that contains itself once, and goes on', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-circle-'));
    for (const name of ['a', 'b'])
      writeFileSync(path.join(folder, `${name}.md`), sample('水利局').replaceAll('水利局', `${name === 'a' ? '教育' : '林业'}局`));
    writeFileSync(path.join(folder, 'nianbao.json'), '{"rollup":{"a.md":["b.md"],"b.md":["a.md"]}}');
    const { session: own } = await Session.start({ ...modern, workspace: { workspaceFolders: true } });
    own.folders = [pathToFileURL(folder).href];
    for (let times = 0; times < 2; times++) {
      const read = new Promise<void>((resolve) => own.connection.onNotification(reviewChanged, resolve));
      await own.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(path.join(folder, 'a.md')).href, type: 2 }],
      });
      await read;
    }
    assert.equal(own.shown.filter((message) => message.includes('lies below itself')).length, 1);
    const review = await own.connection.sendRequest<Review>(reviewRequest.method, {});
    assert.deepEqual(
      review.reports.map(({ state }) => state),
      ['right', 'right'],
    );
    await own.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers about an open report while it reads forty in the background', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-forty-'));
    const names = Array.from(
      { length: 40 },
      (_, index) => `平安县${'水土林农工商文教卫环'[index % 10]}${'利资业技'[Math.floor(index / 10)]}局`,
    );
    for (const name of names) writeFileSync(path.join(folder, `${name}.md`), sample('水利局').replaceAll('平安县水利局', name));
    writeFileSync(path.join(folder, 'wrong.md'), sample('教育局'));
    const { session: own } = await Session.start({ ...modern, workspace: { workspaceFolders: true } });
    const read = new Promise<void>((resolve) => own.connection.onNotification(reviewChanged, resolve));
    own.folders = [pathToFileURL(folder).href];
    const now = pathToFileURL(path.join(folder, 'wrong.md')).href;
    await own.open(now, sample('教育局'));
    for (let version = 2; version < 30; version++) {
      await own.replace(now, version, `${sample('教育局')}${' '.repeat(version)}`);
      assert.equal((await own.pull(now)).filter(({ code }) => code === 'suspect-cell').length, 3);
    }
    await own.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: now, type: 2 }] });
    await read;
    const review = await own.connection.sendRequest<Review>(reviewRequest.method, {});
    assert.deepEqual([review.reports.length, review.reports.filter(({ state }) => state === 'right').length, review.awaited], [41, 40, []]);
    assert.equal(review.reports.find(({ state }) => state === 'errors')?.uri, now);
    writeFileSync(path.join(folder, 'again.md'), sample('教育局'));
    await own.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: now, type: 1 }] });
    for (;;) {
      const { reports } = await own.connection.sendRequest<Review>(reviewRequest.method, {});
      if (reports.find(({ uri: each }) => each === now)?.alsoIn[0] === path.join(folder, 'again.md')) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    rmSync(path.join(folder, 'again.md'));
    // A file that is deleted since is left out; nothing else changes.
    rmSync(path.join(folder, `${names[0]}.md`));
    assert.equal((await own.connection.sendRequest<Review>(reviewRequest.method, {})).reports.length, 40);
    assert.equal(own.complaints, '');
    await own.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers every request without an error in the log while a report is being typed, or deleted', async () => {
    const text = sample('水利局');
    await session.open(uri, text);
    let version = 1;
    for (let length = text.length; length >= 0; length -= 211) {
      const left = text.slice(0, length);
      await session.replace(uri, ++version, left);
      const { line, character } = TextDocument.create(uri, 'nianbao', 1, left).positionAt(length);
      await askEverything(session, uri, { line, character });
    }
    for (let length = 0; length < text.length; length += 977) {
      await session.replace(uri, ++version, text.slice(length));
      await askEverything(session, uri, { line: 0, character: 0 });
    }
    await session.replace(uri, ++version, text);
    assert.deepEqual(await session.pull(uri), []);
  });

  it('answers every request without an error in the log about an unknown form, a text that is no report, and a place outside the text', async () => {
    for (const text of [
      sample('水利局').replaceAll('2025', '1999'),
      `<!-- nianbao-report edition=2099 year=99999 organ= -->\n${sample('水利局')}`,
      '',
      '\u0000\t|\r\n|||\r',
      '| '.repeat(20_000),
      '<!--',
    ]) {
      await session.open(uri, text);
      await askEverything(session, uri, { line: 0, character: 0 });
      await askEverything(session, uri, { line: 100_000, character: 100_000 });
      await session.close(uri);
      await askEverything(session, uri, { line: 0, character: 0 });
    }
  });
});

describeReal('the language server, feature by feature, on the published reports', () => {
  it('answers every request without an error in the log', async () => {
    const { session } = await Session.start(modern);
    for (const [name, text] of realReports()) {
      const own = `file:///${name}.txt`;
      await session.open(own, text);
      const { lineCount } = TextDocument.create(own, 'nianbao', 1, text);
      for (let line = 0; line < lineCount; line += 37) await askEverything(session, own, { line, character: 1 });
      const lenses = (await session.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: own } })) ?? [];
      const verdicts = lenses.map(({ command }) => command?.title ?? '').filter((title) => title.startsWith('✓'));
      assert.equal(verdicts.length, 2, name);
      for (const verdict of verdicts) assert.match(verdict, /^✓ All \d+ relations hold$/, name);
    }
    assert.equal(session.complaints, '');
    await session.stop();
  });
});
