import assert from 'node:assert/strict';
import {
  CodeLensRequest,
  DidChangeTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { inventReports } from '../support/compilations';
import { seeded } from '../support/random';
import { modern, Session } from '../support/server';

const old = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
const [report] = inventReports(seeded(3), 1, ['markdown']);
const wrong = report.replace(
  /(一、本年新收政府信息公开申请数量 \| {2}\| {2}\| )(\d+)/,
  (_, label, value) => `${label}${Number(value) + 1}`,
);
const uri = 'file:///a.nianbao';

describe('the language server, whatever comes', () => {
  let session: Session;
  afterEach(async () => {
    assert.equal(session.process.exitCode, null, 'it runs');
    await session.stop();
  });

  const raw = (content: string) => session.process.stdin?.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);

  it('answers on after messages that are none', async () => {
    ({ session } = await Session.start(modern));
    for (const message of [
      '{',
      'null',
      '[]',
      '{"jsonrpc":"2.0"}',
      '{"jsonrpc":"2.0","method":"textDocument/didOpen"}',
      '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{}}}',
      '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///unknown","version":1},"contentChanges":[{"text":"a"}]}}',
      '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}',
      '{"jsonrpc":"2.0","method":"no/such/thing","params":{"a":1}}',
      '{"jsonrpc":"2.0","id":900,"method":"textDocument/hover","params":{}}',
      '{"jsonrpc":"2.0","id":901,"method":"textDocument/hover"}',
      '{"jsonrpc":"2.0","id":902,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"file:///unknown"}}}',
      '{"jsonrpc":"2.0","id":903,"method":"workspace/executeCommand","params":{"command":"nianbao.compute","arguments":[7,{}]}}',
      '{"jsonrpc":"2.0","id":904,"method":"no/such/request"}',
      '{"jsonrpc":"2.0","id":905,"result":null}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"never"}}',
      '{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"::","type":9}]}}',
    ])
      raw(message);
    await session.open(uri, wrong);
    assert.ok((await session.pull(uri)).length > 0);
  });

  it('takes edits in any order, of any shape, and reads what is left', async () => {
    ({ session } = await Session.start(modern));
    await session.open(uri, report);
    const change = (range: unknown, text: unknown, version = 2) =>
      session.connection.sendNotification(DidChangeTextDocumentNotification.method, {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
    const at = (line: number, character: number) => ({ line, character });
    await change({ start: at(99_999, 0), end: at(99_999, 5) }, '尾');
    await change({ start: at(5, 3), end: at(2, 1) }, '反');
    await change({ start: at(0, 9999), end: at(0, 99_999) }, '');
    await change({ start: at(0, -5), end: at(0, -1) }, '负');
    await change({ start: at(0, 0), end: at(0, 0) }, '旧', 1);
    await session.connection.sendNotification(DidChangeTextDocumentNotification.method, {
      textDocument: { uri, version: 9 },
      contentChanges: [],
    });
    await session.pull(uri);
    await session.replace(uri, 10, wrong);
    assert.ok((await session.pull(uri)).length > 0);
  });

  it('gives up what is no longer wanted, and documents that are closed meanwhile', async () => {
    ({ session } = await Session.start(modern));
    await session.open(uri, report);
    const textDocument = { uri };
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const asked = Array.from({ length: 200 }, () => {
      const source = new CancellationTokenSource();
      const answer = session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }, source.token).catch(() => null);
      source.cancel();
      return answer;
    });
    const late = session.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    await session.close(uri);
    await session.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument });
    await Promise.all(asked);
    await late;
    assert.deepEqual(await session.pull(uri), []);
  });

  it('keeps up with a storm of a thousand edits in a second, and ends with what stands there', async () => {
    ({ session } = await Session.start(old));
    await session.open(uri, report);
    await session.publishedFor(uri, () => true);
    const line = report.split('\n').findIndex((each) => each.includes('一、本年新收'));
    const column = report.split('\n')[line].search(/\d/);
    for (let version = 2; version < 1002; version++) {
      const typed = version % 2 === 0;
      const range = { start: { line, character: column }, end: { line, character: column + (typed ? 0 : 1) } };
      await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text: typed ? '9' : '' }],
      });
      if (version % 50 === 0)
        await session.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character: column } });
    }
    await session.replace(uri, 2000, wrong);
    const last = await session.publishedFor(uri, (found) => found.some(({ code }) => code === 'suspect-cell'));
    assert.ok(last.length > 0);
  });

  it('holds a thousand open documents', async () => {
    ({ session } = await Session.start(modern));
    const all = Array.from({ length: 1000 }, (_, index) => `file:///many/${index}.nianbao`);
    for (const own of all) await session.open(own, wrong);
    for (const own of all) assert.ok((await session.pull(own)).length > 0);
    for (const own of all.slice(0, 990)) await session.close(own);
    assert.ok((await session.pull(all[999])).length > 0);
    assert.deepEqual(await session.pull(all[0]), []);
  });

  it('reads a compilation of a thousand reports, and after an edit only the one that it is in', async () => {
    ({ session } = await Session.start(old));
    const reports = inventReports(seeded(5), 1000, ['markdown', 'tab-cells']);
    const lines = reports.join('\n').split('\n');
    await session.open(uri, reports.join('\n'));
    assert.deepEqual(await session.publishedFor(uri, () => true), []);
    const textDocument = { uri };
    const outline = (await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
    assert.equal(outline.length, 1000);
    const line = lines.findLastIndex((each) => /^\| 一、本年新收/.test(each));
    const character = lines[line].search(/\d/);
    await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: '7' }],
    });
    const [found] = await session.publishedFor(uri, (all) => all.length > 0);
    assert.equal(found.range.start.line, line);
    const lenses = (await session.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    assert.ok(lenses.length >= 2000);
    const { data } = (await session.connection.sendRequest(SemanticTokensRequest.type, { textDocument })) ?? { data: [] };
    assert.ok(data.length > 0 && data.filter((_, index) => index % 5 === 0).every((step) => step >= 0));
  });
});
