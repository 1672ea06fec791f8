import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CodeLensRequest,
  DidChangeTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
  type Range,
  type ResponseError,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
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

/** The findings and the outline of a document, as JSON. */
async function contents(session: Session, own: string): Promise<string> {
  const symbols = await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: own } });
  return JSON.stringify([await session.pull(own), symbols]);
}

describe('the language server with hostile or heavy input', () => {
  let session: Session;
  afterEach(async () => {
    assert.equal(session.process.exitCode, null, 'it runs');
    await session.stop();
  });

  const raw = (content: string) => session.process.stdin?.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);

  it('goes on after messages that are not valid, and answers every request among them', async () => {
    ({ session } = await Session.start(modern));
    let output = '';
    session.process.stdout?.on('data', (chunk) => {
      output += chunk;
    });
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
    for (const id of [900, 901, 902, 903, 904])
      assert.match(output, new RegExp(`"id":${id},"(?:result|error)"`), 'every request is answered');
    assert.match(output, /"id":904,"error":\{"code":-32601/);
  });

  it('has the findings of the final text after edits in any order, of any shape', async () => {
    ({ session } = await Session.start(modern));
    await session.open(uri, wrong);
    const mirror = TextDocument.create(uri, 'nianbao', 1, wrong);
    const at = (line: number, character: number) => ({ line, character });
    const edits: [version: number, changes: { range: Range; text: string }[]][] = [
      [2, [{ range: { start: at(99_999, 0), end: at(99_999, 5) }, text: '尾' }]],
      [3, [{ range: { start: at(5, 3), end: at(2, 1) }, text: '反' }]],
      [4, [{ range: { start: at(0, 9999), end: at(0, 99_999) }, text: '' }]],
      [5, [{ range: { start: at(0, -5), end: at(0, -1) }, text: '负' }]],
      [1, [{ range: { start: at(0, 0), end: at(0, 0) }, text: '旧' }]],
      [6, [{ range: { start: at(1, 0), end: at(1, 0) }, text: '一\r\n二\r三\n' }]],
      [
        7,
        [
          { range: { start: at(3, 0), end: at(4, 0) }, text: '' },
          { range: { start: at(3, 0), end: at(3, 1) }, text: '\n|' },
        ],
      ],
      [9, []],
    ];
    for (const [version, contentChanges] of edits) {
      await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      });
      TextDocument.update(mirror, contentChanges, version);
      const whole = 'file:///whole.nianbao';
      await session.open(whole, mirror.getText());
      assert.equal(await contents(session, uri), (await contents(session, whole)).replaceAll(whole, uri), `after version ${version}`);
      await session.close(whole);
    }
    assert.ok((await session.pull(uri)).some(({ code }) => code === 'suspect-cell'));
  });

  it('answers requests that are cancelled as cancelled, and the others in full', async () => {
    ({ session } = await Session.start(modern));
    const { connection } = session;
    await session.open(uri, inventReports(seeded(5), 200, ['markdown']).join('\n'));
    const textDocument = { uri };
    // The requests that follow wait for this one.
    const first = session.pull(uri);
    const asked = Array.from({ length: 60 }, (_, index) => {
      const source = new CancellationTokenSource();
      const answer = connection.sendRequest(DocumentSymbolRequest.type, { textDocument }, source.token).then(
        (symbols) => symbols?.length,
        ({ code }: ResponseError) => code,
      );
      if (index !== 30) source.cancel();
      return answer;
    });
    await first;
    const answers = await Promise.all(asked);
    assert.deepEqual(answers.splice(30, 1), [200]);
    assert.deepEqual(new Set(answers), new Set([LSPErrorCodes.RequestCancelled]));
  });

  it('answers about a document that was just closed as about one that is not open', async () => {
    ({ session } = await Session.start(modern));
    const textDocument = { uri };
    await session.open(uri, wrong);
    assert.ok((await session.pull(uri)).length > 0);
    const late = session.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    await session.close(uri);
    await session.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument });
    assert.equal((await late).kind, 'full');
    assert.deepEqual(await session.pull(uri), []);
    assert.deepEqual(await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), []);
  });

  it('keeps up with a storm of a thousand edits, and ends with the findings of the final text', async () => {
    ({ session } = await Session.start(old));
    await session.open(uri, report);
    await session.publishedFor(uri, () => true);
    const line = report.split('\n').findIndex((each) => each.includes('一、本年新收'));
    const column = report.split('\n')[line].search(/\d/);
    for (let version = 2; version < 1003; version++) {
      const typed = version % 2 === 0;
      const range = { start: { line, character: column }, end: { line, character: column + (typed ? 0 : 1) } };
      await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text: typed ? '9' : '' }],
      });
      if (version % 50 === 0)
        await session.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character: column } });
    }
    const lines = report.split('\n');
    lines[line] = `${lines[line].slice(0, column)}9${lines[line].slice(column)}`;
    const whole = 'file:///whole.nianbao';
    await session.open(whole, lines.join('\n'));
    const expected = await session.publishedFor(whole, () => true);
    assert.ok(expected.length > 0);
    const withoutUri = (found: unknown) => JSON.stringify(found).replaceAll(whole, uri);
    await session.publishedFor(uri, (found) => withoutUri(found) === withoutUri(expected));
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

  it('checks a compilation of a thousand reports, and finds what an edit breaks in the last', async () => {
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
